"""Releases about Mexico, in clean French."""

from __future__ import annotations

from oimpress.model.nodes import (
    Aside,
    Break,
    Contact,
    Countries,
    Dateline,
    Fact,
    Item,
    List,
    Moment,
    Money,
    Phone,
    Place,
    Quote,
    Release,
    Words,
)
from tests.writers.samples.prose import p, run, source, spaced


def durango() -> Release:
    return Release(
        id="oim-mexique-etat-de-durango-signent",
        title=run(
            "L’OIM au Mexique et l’état de Durango signent un accord de coopération visant à protéger les migrants"
        ),
        dateline=Dateline(Place("Mexique", "MX")),
        body=(
            p(
                "À l’occasion de la Journée des droits de l’homme (10~décembre), l’OIM et l’état mexicain de Durango "
                "ont signé, cette semaine, un accord de coopération visant à protéger les droits des migrants de "
                "Durango."
            ),
            p(
                "L’accord, signé par Jorge Herrera Caldera, gouverneur de l’état de Durango, et Thomas Weiss, chef "
                "de mission de l’OIM au Mexique, sera centré sur trois objectifs principaux~: fournir une aide aux "
                "migrants_; répondre aux besoins des migrants à risque_; faire des droits et de l’intégration des "
                "migrants un élément clé du développement de leurs communautés."
            ),
            p(
                "Lors de la signature, le gouverneur Herrera Caldera a fait part de son inquiétude à l’égard des "
                "besoins des migrants à risque, mettant l’accent sur leur nécessité de connaître leurs droits, tout "
                "en ajoutant que les migrants doivent être bien informés sur leurs possibilités de contribuer au "
                "développement de leurs communautés d’origine."
            ),
            p(
                "«~L’OIM et l’état de Durango sont prêts à œuvrer ensemble pour faire face aux défis de la "
                "migration, en particulier pour fournir une protection et une aide aux migrants à risque~», a "
                "déclaré Thomas Weiss."
            ),
            p(
                "D’après les statistiques officielles, Durango est l’un des huit états mexicains comptant le plus "
                "grand nombre de migrants qui partent aux États-Unis. En 2010, 94,8~% des migrants de Durango se "
                "sont rendus aux États-Unis."
            ),
            p(
                "Avec une population totale de 1_531_298~habitants et 407_712~familles recevant des rapatriements de "
                "fonds, Durango est l’un des plus importants récepteurs de rapatriements de fonds."
            ),
            p(
                "L’OIM au Mexique encourage les partenariats entre tous les acteurs de la migration, notamment entre "
                "les institutions publiques et privées, la société civile et les organisations internationales, afin "
                "de tirer parti de leur expertise et de leurs forces. L’OIM a signé un accord similaire avec les "
                "états du Chiapas, de Chihuahua et d’Oaxaca et négocie d’autres accords semblables avec d’autres "
                "états le long de l’itinéraire migratoire, notamment ceux de Veracruz, de Tamaulipas et de Tabasco."
            ),
        ),
        contacts=(p("Pour plus d’informations, veuillez contacter"), vivaldo()),
        source=source("000_c4135ed27b0ab2b0.txt", "a"),
    )


def vivaldo() -> Contact:
    phone = Phone(spaced("+52~55~5536~3922, poste~112"), "tel:+525555363922;ext=112")
    return Contact("Itzel Vivaldo", "", "OIM Mexique", (phone,), ("ivivaldo@iom.int",))


def elearning() -> Release:
    return Release(
        id="oim-mexique-lance-plateforme",
        kicker=run("Communiqué – Mexique"),
        title=run("L’OIM au Mexique lance une plateforme d’e-learning sur la sécurité humaine et la migration"),
        dateline=Dateline(Place("Mexique", "MX")),
        body=(
            Aside(
                (
                    p(
                        "Compte tenu de la proximité des États-Unis et du fait qu’il fasse office de pays de transit "
                        "entre l’Amérique centrale et les États-Unis, le Mexique a une histoire de dynamiques "
                        "migratoires unique."
                    ),
                    p(
                        "Les principaux facteurs qui poussent les Centraméricains à migrer sont la pauvreté et "
                        "l’insécurité qui prévalent en Amérique centrale, l’absence d’opportunités d’emploi et de "
                        "croissance et, dans une moindre mesure, les catastrophes naturelles."
                    ),
                ),
                heading=run("Contexte"),
                attribution=run("Thomas Lothar Weiss", Break(), "Chef de mission de l’OIM, Mexique"),
            ),
            p(
                "L’OIM au Mexique et le ministère du développement de la frontière sud et de la liaison pour la "
                "coopération internationale au Chiapas ont lancé un outil de formation en ligne visant à protéger et "
                "à promouvoir la sécurité humaine des migrants en transit."
            ),
            p(
                "La plateforme en ligne est un outil de formation qui dispensera des cours de qualité sur les "
                "questions de sécurité humaine et de migration, de traite, des enfants et des jeunes migrants, des "
                "droits fondamentaux et de la prévention des crimes."
            ),
            Quote(
                (
                    p(
                        "«~Le gouvernement mexicain, les organisations de la société civile et plusieurs "
                        "institutions des Nations Unies mettent en œuvre des projets et des programmes pour aider "
                        "ces migrants vulnérables. Toutefois, l’ampleur du problème nécessite une réponse "
                        "ambitieuse.~»"
                    ),
                ),
                attribution=run("Thomas Lothar Weiss, chef de mission de l’OIM au Mexique"),
            ),
            p(
                "La plateforme d’e-learning fait partie d’un programme conjoint financé par le Fonds des Nations "
                "Unies pour la sécurité humaine, dirigé par l’OIM et mis en œuvre par cinq organisations~: l’OIM, le "
                "HCR, le PNUD, le FNUAP et l’ONUDC."
            ),
        ),
        contacts=(p("Pour plus d’informations, veuillez contacter"), vivaldo()),
        source=source("001_dd7efd2002f69339.txt", "b"),
    )


def twinning() -> Release:
    return Release(
        id="jumelage-villes-mexique",
        kind="project",
        title=run("Jumelage de villes au Mexique aux fins d’intégration des migrants"),
        facts=(
            Fact("start", "Date de début", Moment("2019", "2019")),
            Fact("end", "Date de fin", Moment("2022", "2022")),
            Fact("status", "Statut du projet", Words("Achevé")),
            Fact("type", "Type de projet", Words("Intégration et cohésion sociale")),
            Fact("budget", "Budget (USD)", Money(spaced("200_000~$"), "200000.00", "USD")),
            Fact("coverage", "Couverture", Words("National")),
            Fact("region", "Région", Words("Amérique latine et Caraïbes")),
            Fact("prima-id", "Prima ID", Words("MX10P0501")),
            Fact("project-id", "Projet ID", Words("IS.0022")),
            Fact(
                "beneficiary-states",
                "État(s) membre(s) bénéficiaire(s) remplissant les conditions requises",
                Countries("Mexique, Honduras", "MX HN"),
            ),
        ),
        body=(
            p(
                "Dans le cadre du plan de développement intégral concernant El Salvador, le Guatemala, le Honduras "
                "et le Mexique proposé par la CEPAL, l’OIM s’efforcera de promouvoir l’inclusion et la cohésion "
                "sociale dans des villes mexicaines qui accueillent des migrants."
            ),
            p("Cet objectif sera atteint grâce à~:"),
            List(
                (
                    Item(
                        (
                            p(
                                "l’officialisation d’alliances par des jumelages de villes en collaboration avec "
                                "divers interlocuteurs, tels que les autorités municipales, des organisations de la "
                                "société civile, le secteur privé et les milieux universitaires_;"
                            ),
                        )
                    ),
                    Item(
                        (p("l’identification de possibilités de collaboration entre villes d’origine et d’accueil."),)
                    ),
                ),
                ordered=True,
                marker="1)",
            ),
            p("Le budget total du projet s’élève à 200_000~dollars É.-U."),
        ),
        source=source("004_58c3a0e69d6bfa88.txt", "d"),
    )
