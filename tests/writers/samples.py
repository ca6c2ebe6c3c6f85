"""Editions made by hand: every kind of block and inline, in clean French, and a hostile one.

In the words below ``~`` stands for U+00A0 and ``_`` for U+202F.
"""

from __future__ import annotations

from oimpress.model.nodes import (
    Aside,
    Break,
    Cell,
    Contact,
    Countries,
    Date,
    Dateline,
    Edition,
    Embargo,
    Emphasis,
    Fact,
    Figure,
    Foreign,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    Moment,
    Money,
    Note,
    Para,
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
    Text,
    Web,
    Words,
)

ORGANISATION = "Organisation internationale pour les migrations"


def spaced(words: str) -> str:
    """``words`` with ``~`` and ``_`` as the no-break spaces they stand for."""
    return words.replace("~", "\u00a0").replace("_", "\u202f")


def run(*parts: Inline | str) -> Inlines:
    return tuple(Text(spaced(part)) if isinstance(part, str) else part for part in parts)


def p(*parts: Inline | str) -> Para:
    return Para(run(*parts))


def source(name: str, digit: str) -> SourceRef:
    return SourceRef(name, digit * 64, "text/plain", "text")


def edition() -> Edition:
    """Five releases in clean French, dated and undated, that hold every kind of node; one picture is missing."""
    return Edition(
        (conference(), journey(), durango(), elearning(), twinning()),
        title=spaced("Dossier de presse~: l’OIM au Mexique et en Amérique centrale"),
        date="2019-05-14",
        subtitle="Communiqués et projets",
        organisation=ORGANISATION,
    )


def single() -> Edition:
    """One undated release, as a reader gets it who asked for one file per release."""
    return Edition((durango(),), title="L’OIM au Mexique et l’état de Durango", kind="single")


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


def embargoed() -> Edition:
    """A press kit of which one release of three is under embargo: all that a letterhead and a contact can say."""
    return Edition(
        (conference(), market(), durango()),
        title="Dossier de presse",
        date="2026-03-19",
        organisation="Ville de Vézelin",
    )


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


def hostile() -> Edition:
    """Titles like markup or paths, bidi controls, a 60-character word, an empty body, 40 columns."""
    "table."
    script = Release(
        id="script",
        title=run("<script>alert(1)</script> & «~]]>~» \"' ../../etc/passwd"),
        dateline=Dateline(Place("N’Djamena <b>")),
        body=(
            p("{{ 7 * 7 }} {% raw %} &amp; <!-- --> \u202egauche-droite\u202c \u2067עברית\u2069"),
            p("Antirévolutionnaireconstitutionnellementinterorganisationnellem"),
            p(Link("javascript:alert(1)", run("ne pas suivre")), " ", Link("https://x.test/?a=1&b=%22", run("suivre"))),
            p(
                Link("data:text/html,<script>alert(1)</script>", run("ni ceci")),
                Link("file:///etc/passwd", run("ni cela")),
            ),
            Figure("file:///etc/passwd", "", run("Une image qui n’en est pas une"), ()),
            Figure("../../etc/passwd", "", (), ()),
            Figure("http://169.254.169.254/latest", "Réseau", (), ()),
        ),
        contacts=(
            Contact(
                "<img src=x onerror=alert(1)>",
                phones=(
                    Phone("12"),
                    Phone("33", "tel:33"),
                ),
                emails=("a@b.test?bcc=c",),
            ),
        ),
        source=SourceRef("../../<script>.txt", "f" * 64, "text/plain", "text", "javascript:alert(1)"),
    )
    wide = Release(
        id="wide",
        title=run("Quarante colonnes"),
        body=(
            Table(tuple(Row(tuple(Cell(run(f"{row},{col}"), row == 0) for col in range(40))) for row in range(4))),
            Table((Row((Cell(run("sans en-tête")), Cell(()))), Row((Cell(run("seul")),)))),
        ),
    )
    empty = Release(id="empty", title=run("Corps vide"))
    untitled = Release(id="untitled", body=(p("Sans titre."),))
    long = Release(
        id="long",
        title=run("Mot " * 80 + "fin"),
        body=(Section(run("Un intertitre sans rien dessous"), ()), Section(run("Encore " * 40), (p("."),))),
    )
    return Edition((script, wide, empty, untitled, long), title="<b>Hostile</b> & fils", organisation="A & B <c>")
