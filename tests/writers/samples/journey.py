"""A release that holds every kind of node."""

from __future__ import annotations

from oimpress.model.nodes import (
    Aside,
    Break,
    Cell,
    Contact,
    Date,
    Dateline,
    Emphasis,
    Figure,
    Foreign,
    Item,
    List,
    Note,
    Phone,
    Place,
    Quote,
    Release,
    Row,
    Section,
    SourceRef,
    Strong,
    Superscript,
    Table,
)
from tests.writers.samples.mexico import vivaldo
from tests.writers.samples.prose import ORGANISATION, p, run, spaced


def journey() -> Release:
    """Every kind of block and inline there is, with names in Arabic and Chinese."""
    return Release(
        id="retours-volontaires-2018",
        kind="story",
        kicker=run("Récit – Global"),
        title=run(
            "Retours volontaires~: 63_316~personnes aidées dans le monde, de ",
            Emphasis(run("N’Djamena")),
            " à Tapachula, et ce qu’elles en disent une fois rentrées chez elles",
        ),
        subtitle=run("Le rapport annuel montre qui part, d’où, et avec quel soutien"),
        dateline=Dateline(Place("Genève", "CH"), Date(spaced("14~mai 2019"), "2019-05-14")),
        published="2019-05-14",
        body=(
            p(
                Strong(run("Plus de 63_000~migrants")),
                " ont choisi en 2018 de rentrer avec l’aide de l’OIM, selon le rapport publié ce mardi. Ils étaient "
                "71_000 l’année précédente, soit un recul de 12~% que l’Organisation explique par la baisse des "
                "départs depuis l’Europe, au XXI",
                Superscript(run("e")),
                "~siècle ",
                Emphasis(run("comme ", Strong(run("jamais")), " auparavant")),
                ".",
            ),
            Figure(
                "images/retour.jpg",
                "Une femme et ses deux enfants descendent d’un autocar",
                run("Des familles honduriennes de retour à San Pedro Sula."),
                run("OIM / Amanda Nero"),
            ),
            p(
                "Parmi les personnes rencontrées figurent ",
                Foreign("ar", run("محمد عبد الله")),
                ", menuisier à N’Djamena, et ",
                Foreign("zh", run("王小明")),
                ", qui tient une échoppe à Tapachula. Tous deux connaissent le proverbe ",
                Foreign("es", run("«~quien no arriesga, ", Emphasis(run("no pasa la mar")), "~»")),
                ".",
            ),
            Quote(
                (
                    p("«~Je ne voulais pas rentrer les mains vides."),
                    p("Avec la petite somme reçue, j’ai racheté mes outils_; aujourd’hui j’emploie deux apprentis.~»"),
                ),
                run("Mohamed Abdallah, menuisier"),
            ),
            Section(
                run("Les chiffres par région"),
                (
                    p("Le tableau ci-après compte les personnes selon la région d’où elles sont parties."),
                    Table(
                        (
                            Row(
                                (Cell(run("Région de départ"), True), Cell(run("2017"), True), Cell(run("2018"), True))
                            ),
                            Row((Cell(run("Espace économique européen")), Cell(run("50_587")), Cell(run("33_971")))),
                            Row(
                                (Cell(run("Afrique de l’Ouest et du Centre")), Cell(run("7_034")), Cell(run("15_020")))
                            ),
                            Row((Cell(run("Moyen-Orient et Afrique du Nord")), Cell(run("6_958")), Cell(run("9_144")))),
                            Row((Cell(run("Autres régions")), Cell(run("7_486")), Cell(run("5_181")))),
                        )
                    ),
                    Note(run("Chiffres arrêtés au 31~décembre de chaque année.")),
                ),
            ),
            Section(
                run("Ce que l’aide comprend"),
                (
                    List(
                        (
                            Item((p("le billet et l’accueil à l’arrivée_;"),)),
                            Item((p("un conseil avant le départ_;"),)),
                            Item((p("selon le pays, une somme pour ", Emphasis(run("se réinstaller")), "."),)),
                        )
                    ),
                    Aside(
                        (
                            p("Le retour volontaire assisté est offert depuis 1979."),
                            List((Item((p("1,7~million de personnes aidées_;"),)), Item((p("130~pays de départ."),)))),
                        ),
                        heading=run("Quarante ans de retours"),
                    ),
                    p("Siège de l’OIM", Break(), "17, route des Morillons", Break(), "1211 Genève~19"),
                ),
            ),
        ),
        contacts=(
            p("Les journalistes s’adresseront à~:"),
            Contact(
                "Florence Kim",
                "Porte-parole",
                ORGANISATION,
                (Phone(spaced("+41~22~717~91~11"), "tel:+41227179111"), Phone("poste interne 4711")),
                ("fkim@iom.int", "media@iom.int"),
            ),
            vivaldo(),
        ),
        about=(
            Section(
                run("À propos de l’OIM"),
                (
                    p(
                        "Créée en 1951, l’OIM est la principale organisation intergouvernementale dans le domaine de "
                        "la migration_; elle compte 173~États membres."
                    ),
                ),
            ),
        ),
        source=SourceRef("retours.html", "e" * 64, "text/html", "html", "https://www.iom.int/fr/news/retours-2018"),
    )
