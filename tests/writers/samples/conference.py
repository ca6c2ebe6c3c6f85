"""A release about a conference: kicker, subtitle, dateline, quotations, contacts."""

from __future__ import annotations

from oimpress.model.nodes import Contact, Date, Dateline, Foreign, Item, Link, List, Phone, Place, Release, Section
from tests.writers.samples.prose import p, run, source, spaced


def conference() -> Release:
    slogan = Foreign("es", run("no más trata de personas"))
    leon = Phone(spaced("+502~2410~0012"), "tel:+50224100012")
    return Release(
        id="quatorzieme-conference-regionale",
        kicker=run("Communiqué"),
        title=run(
            "Quatorzième conférence régionale sur les migrations et lancement d’une campagne d’information régionale"
        ),
        subtitle=run("Onze pays réunis à Guatemala"),
        dateline=Dateline(Place("Guatemala", "GT"), Date(spaced("9~juillet 2009"), "2009-07-09")),
        published="2009-07-09",
        body=(
            p(
                "Des fonctionnaires des 11~pays qui composent la conférence régionale sur les migrations (RCM) se "
                "réunissent cette semaine à Guatemala (ville)."
            ),
            Section(
                run("Une campagne contre la traite"),
                (
                    p(
                        "Lors de la conférence, l’OIM a également lancé une nouvelle campagne d’information "
                        "régionale de lutte contre la traite ayant pour slogan «~plus jamais de traite des "
                        "personnes~» (de l’espagnol ",
                        slogan,
                        ").",
                    ),
                    p(
                        "La campagne, qui couvre tous les pays d’Amérique centrale et le Mexique, diffusera les "
                        "numéros d’assistance téléphonique dans chaque pays et sensibilisera les victimes "
                        "potentielles et la population en général aux dangers de la traite des hommes et des femmes."
                    ),
                    Section(
                        run("À la télévision et à la radio"),
                        (
                            p("La campagne comprend~:"),
                            List(
                                (
                                    Item((p("des spots publicitaires pour la télévision et la radio_;"),)),
                                    Item((p("un feuilleton radio_;"),)),
                                    Item(
                                        (
                                            p("des affiches et d’autres ressources~:"),
                                            List((Item((p("dans les gares,"),)), Item((p("aux postes frontière."),)))),
                                        )
                                    ),
                                ),
                                marker="•",
                            ),
                        ),
                    ),
                ),
            ),
            p(
                "Pour en savoir plus sur la conférence, consultez le site ",
                Link("http://www.rcmvs.org/", run("http://www.rcmvs.org/")),
                " ou écrivez à ",
                Link("mailto:jperaza@iom.int", run("Jorge Peraza")),
                ".",
            ),
        ),
        contacts=(
            p("Pour plus d’informations sur la campagne, veuillez contacter~:"),
            Contact("César León", "", "", (leon,), ("cleon@minex.gob.gt",)),
            Contact("Jorge Peraza", "Chargé de programme", "OIM Costa Rica", (), ("jperaza@iom.int",)),
        ),
        source=source("003_80d207c58adcba17.txt", "c"),
    )
