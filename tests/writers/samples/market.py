"""A release under embargo."""

from __future__ import annotations

from oimpress.model.nodes import Contact, Date, Dateline, Embargo, Phone, Place, Release, Section, Web
from tests.writers.samples.prose import p, run, source, spaced


def market() -> Release:
    """A release of a town under embargo: issuer, reference, a contact with everything."""
    desk = Contact(
        "Lucie Ferrand",
        "Attachée de presse",
        "Ville de Vézelin",
        (
            Phone(spaced("+33~2~99~00~11~22"), "tel:+33299001122"),
            Phone(spaced("+33~6~12~34~56~78"), "tel:+33612345678", "mobile"),
            Phone(spaced("+33~2~99~00~11~23"), "tel:+33299001123", "fax"),
        ),
        ("presse@vezelin.example",),
        (
            Web("www.vezelin.example/presse", "https://www.vezelin.example/presse"),
            Web("photos de la halle", "https://images.vezelin.example/halle"),
        ),
        "Hôtel de ville, 1, place de la République, 35000 Vézelin",
    )
    return Release(
        id="halle-rouvre-ses-portes",
        issuer="Ville de Vézelin",
        reference=spaced("N°~26-017"),
        embargo=Embargo(spaced("Sous embargo jusqu’au 20~mars 2026 à 6~h~00~GMT"), "2026-03-20T06:00:00Z"),
        kicker=run("Communiqué de presse"),
        title=run("La halle rouvre ses portes après quatorze mois de travaux"),
        subtitle=run("Soixante marchands retrouvent leur place sous la charpente de 1891"),
        dateline=Dateline(Place("Vézelin"), Date(spaced("19~mars 2026"), "2026-03-19")),
        published="2026-03-19",
        body=(
            p(
                "La halle du centre rouvre vendredi matin. Quatorze mois de travaux ont rendu à la charpente de 1891 "
                "la hauteur que des faux plafonds cachaient depuis les années soixante."
            ),
            Section(
                run("Un chantier de quatorze mois"),
                tuple(
                    p(
                        f"Au {floor} niveau, les étals ont été refaits en chêne, les sols repris et les réseaux "
                        "enterrés_; les marchands ont tenu leurs bancs sur la place pendant tout le chantier, et "
                        "aucun n’a fermé. La ville a payé la moitié des travaux, la région et l’État le reste, pour "
                        "un total de 4,2~millions d’euros."
                    )
                    for floor in ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième")
                ),
            ),
            p("Les portes ouvriront à sept heures, du mardi au dimanche."),
        ),
        contacts=(p("Contact pour la presse"), desk),
        source=source("halle.txt", "7"),
    )
