"""Menus of shapes nobody listed, at the head and at the foot; texts that only look like one."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.passes.lines.menu import Menu, foot_start, menu_end, menu_of
from tests.passes.reading import LEAD, MENU, MORE, bare, paragraphs, release

TITLE = "Soixante pêcheurs deviennent secouristes en mer"
MENUS = {
    "label over another's sentence": "-\nA propos\nA propos\nOIM Mali\nOIM MaliOuverte en 1998.\n- En bref\n-\nNos domaines\n"
    "Depuis dix ans, nous appuyons les autorités du pays.\nProgrammes\nProgrammes\n- Frontières\n-\nEmplois\nEmplois\n",
    "label again in capitals": "-\nAbout IOM\nAbout IOMThe mission opened in 2007.\nLeadership\nLeadership\n- Chief\n-\n"
    "What we do\nWHAT WE DO IN THE COUNTRY, from shelter to return.\nProgrammes\nProgrammes\n- Tracking\n-\nJobs\nJobs\n- Tenders\n",
    "questions": "-\nQui sommes-nous ?\nQui sommes-nous ?Organisme des Nations Unies.\nDirection\nDirection\n- Bureau\n",
    "a label three times": "-\nInicio\nInicio\nInicio\nLa OIM\nLa OIMFundada en 1951.\n- Prensa\n",
    "labels with signs": "-\nMédias »\nMédias »\nEau & santé\nEau & santé\nAgenda 2030 :\nAgenda 2030 :\n- Objectif 3\n",
    "figures after a label": "-\nChiffres\nChiffres175 Etats membres, 171 pays.\nBilan\nBilan« Une année record », dit-elle.\n- Carte\n",
    "a small letter after a label": "-\nHistoire\nHistoire\nMandat\nMandat\n- Textes\n-\nRéponse\nréponseaux crises dans 80 pays\n"
    "Abris\nAbris\n- Eau\n",
    "a long label twice": "-\nHistoire\nHistoire\n- Textes\nMandat\nMandat\n"
    "Coordination et gestion des camps et des sites de déplacement interne\n"
    "Coordination et gestion des camps et des sites de déplacement interne\n- Abris\n-\nPresse\nPresse\n- Photos\n",
    "an odd line before the menu is proven": "-\nQui nous sommes\nL'agence des migrations, présente depuis 1985.\n"
    "Structure\nStructure\n- Antennes\n-\nAgir\nAgir\n- Dons\n",
    "languages and buttons first": "Aller au contenu principal\nFR\nEN\nES\nRechercher\n-\nHistoire\nHistoire\n- Textes\n",
    "languages on one line": "Français | English | Español\nMenu\n-\nHistoire\nHistoire\n- Textes\n",
    "the site's name first": "OIM Tchad\n-\nHistoire\nHistoire\n- Textes\nPresse\nPresse\n",
    "two lines before it": "OIM Tchad\nBureau de N'Djamena et antennes de l'est\n-\nHistoire\nHistoire\n- Textes\n-\n"
    "Presse\nPresse\n",
    "a label that lost its second half": "-\nHistoire\nHistoire\n- Textes\n-\nPresse\n- Photos\n- Films\n",
    "odd labels over the last entries": "-\nHistoire\nHistoire\n- Textes\n-\nAgir\nAgir\nEmplois\nBénévolat\n- Dons\n",
    "nested dashes": "-\nHistoire\nHistoire\n- Textes\n- - Constitution\n-Statuts\n-\nPresse\nPresse\n",
    "buttons inside": "-\nHistoire\nHistoire\n- Textes\nRechercher\nFR\nEN\n-\nPresse\nPresse\n- Photos\n",
    "single labels over entries": "-\nHistoire\n- Textes\n- Statuts\n-\nPresse\n- Photos\n",
    "Portuguese": "-\nQuem somos\nQuem somos\nO que fazemos\nO que fazemosA OIM atua em 80 países.\n- Emergências\n",
    "Arabic": "-\nمن نحن\nمن نحن\nعملنا\nعملناالمنظمة الدولية للهجرة تعمل في مئة بلد\n- البيانات\n",
    "sixty lines": "".join(f"-\nRubrique {n}\nRubrique {n}\n- Page {n}\n- Carte {n}\n- Plan {n}\n" for n in range(10)),
}


@pytest.mark.parametrize("menu", MENUS.values(), ids=MENUS)
def test_the_menu_goes_and_nothing_else(menu: str) -> None:
    found = release(f"{menu}{TITLE}\n{LEAD}\n{MORE}\n")
    assert bare(str(flatten(found.title))) == TITLE
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize("menu", [MENUS["questions"], MENU])
def test_the_menu_goes_from_the_foot(menu: str) -> None:
    found = release(f"{TITLE}\n{LEAD}\n{MORE}\n{menu}Imprimer\n© OIM 2020. Tous droits réservés.\n")
    assert bare(str(flatten(found.title))) == TITLE
    assert paragraphs(found.body) == [LEAD, MORE]


SHORT = "L'eau revient à Tanit"
BODIES = {
    "a list under the title": f"{SHORT}\n- Un forage neuf\n- Deux pompes\n{LEAD}",
    "a title twice over a list": f"{SHORT}\n{SHORT}\n- Un forage neuf\n- Deux pompes\n{LEAD}",
    "a list under a title of few words": f"Avant de partir\n- Un forage neuf\n- Deux pompes\n{LEAD}",
    "a heading over a list": f"{SHORT}\n{LEAD}\nDeux chantiers\n- Un forage neuf\n- Deux pompes\n{LEAD}",
    "a caption twice": f"{SHORT}\nUne pompe neuve\nUne pompe neuve\nPhoto: OIM 2019\n{LEAD}",
    "a project record": f"{SHORT}\n-\nAnnée\n2019\n-\nStatut\nAchevé\n-\nPays\nMali\n{LEAD}",
    "a heading that its paragraph repeats": f"{SHORT}\n{LEAD}\nTanit\nTanit est un village. {MORE}",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("menu", [MENU, ""], ids=["after a menu", "alone"])
def test_no_text_goes_with_the_menu(menu: str, body: str) -> None:
    lines = f"{menu}{body}\n{MORE}".splitlines()
    assert menu_end(lines) == len(menu.splitlines())
    assert foot_start(lines, len(menu.splitlines())) == len(lines)


def test_a_text_between_two_menus_is_no_part_of_them() -> None:
    short = "Tous les puits de la région ont été curés par les habitants depuis le mois de mars dernier."
    found = release(f"{MENU}{SHORT}\n{short}\n{MENUS['questions']}")
    assert bare(str(flatten(found.title))) == SHORT
    assert paragraphs(found.body) == [short]


def test_a_title_before_the_menu_stays() -> None:
    found = release(f"{TITLE}\n{MENU}{LEAD}\n{MORE}\n")
    assert bare(str(flatten(found.title))) == TITLE
    assert paragraphs(found.body) == [LEAD, MORE]


def test_a_short_title_twice_after_an_entry_is_no_label() -> None:
    found = release(f"{MENU}{SHORT}\n{SHORT}\n{LEAD}\n{MORE}\n")
    assert bare(str(flatten(found.title))) == SHORT


def test_networks_in_a_row_go_from_the_middle() -> None:
    found = release(f"{TITLE}\nFacebook\nTwitter\nWhatsApp\n{LEAD}\n{MORE}\n")
    assert paragraphs(found.body) == [LEAD, MORE]
    assert "Facebook" in " ".join(paragraphs(release(f"{TITLE}\n{LEAD}\nFacebook\n{MORE}\n{LEAD}x\n").body))


FIRST = "-\nHistoire\nHistoire\n- Textes\n"
PROVEN = FIRST + "Mandat\nMandat\n"
SHAPES = [
    ("-\nHistoire\nHistoire\n- Textes", "dash double item"),
    ("-\nHistoire\nHistoire\nHISTOIRE\n- Textes", "dash double item"),
    ("-\nMandat\nMandat\nStructure\nStructureElle a 80 bureaux.\n- Carte", "dash double glued item"),
    (PROVEN + "-\nEmplois\nAgir\nAgir\n- Dons", "dash double item double dash double item"),
    (PROVEN + "-\nAgir\nEmplois\nEmplois\n- Dons", "dash double item double dash double item"),
    (PROVEN + "-\nNotre action ici\n- Dons", "dash double item double entry item"),
    (PROVEN + "-\nNotre action au pays\n- Dons", "dash double item double dash item"),
    (PROVEN + "Chiffres\nChiffres175 Etats membres.", "dash double item double glued"),
    (PROVEN + "Pages 2\nPages 20 et suivantes", "dash double item double"),
    (PROVEN + "Bilan\nBilan« Une année record », dit-elle.", "dash double item double glued"),
    (PROVEN + "Bilan\nBilan(voir page 3)", "dash double item double glued"),
    (PROVEN + "Bilan\nbilan de toute une année de travail", "dash double item double"),
    ("-\n新闻\n新闻\n新闻\n概况\n概况本组织于一九五一年成立并在八十个国家开展工作为移民提供援助\n- 图片", "dash double glued item"),
    (PROVEN + "OIM Mali\nLe bureau du MaliOuvert en 1998.\n-\nAgir\nAgir", "dash double item double glued dash double"),
    (PROVEN + "OIM Mali\nLe bureau du MaliOuvert en 1998.\nAgir\nAgir", "dash double item double glued double"),
    (PROVEN + "OIM Mali\nMaliOuvert en 1998.\n-\nAgir\nAgir", "dash double item double dash double"),
    ("- Textes\n• Statuts\n› Bilans\n» Cartes\n+ Plans\n* Photos\n--Films\n-Sons\nHistoire\nHistoire\n-", "item " * 8 + "double dash"),
    ("-\nHistoire\n- Textes\n- Statuts\n-\nPresse\n- Photos", "entry item item entry item"),
    ("-\nHistoire\n- Textes\n- Statuts\n-\nPresse\n- Photos\n- Films", "entry item item entry item item"),
]  # fmt: skip


@pytest.mark.parametrize(("menu", "tokens"), SHAPES)
def test_the_shapes_of_a_menu(menu: str, tokens: str) -> None:
    found = menu_of([*menu.splitlines(), TITLE, LEAD, MORE])
    assert " ".join(token for token, _ in found.seen) == tokens.strip()
    assert found.start == 0


def test_each_token_is_told_with_its_line() -> None:
    found = menu_of([*FIRST.splitlines(), "Mandat", "MandatElle a été fondée en 1951.", TITLE, LEAD])
    assert found == Menu(0, 6, [("dash", 0), ("double", 1), ("item", 3), ("glued", 4)])


@pytest.mark.parametrize(
    "lines",
    [
        ["-", "Histoire", "Histoire"],  # two tokens only
        ["- Textes", "- Statuts", "- Bilans", "- Plans"],  # a list
        ["Histoire", "Histoire", "- Textes", "- Statuts"],  # one label over a list
        ["-", "Histoire", "- Textes", "- Statuts"],  # one entry over a list
        ["-", "-", "-", "-"],
        ["- " + "x" * 119, "Histoire", "Histoire", "- Textes"],
        ["-", "Presse.", "Presse.", "- Textes", "-"],
        ["-", "Presse ;", "Presse ;", "- Textes", "-"],
        ["-", "un deux trois quatre cinq six sept huit", "un deux trois quatre cinq six sept huit", "- Textes", "-"],
    ],
)
def test_what_proves_no_menu(lines: list[str]) -> None:
    assert menu_of([*lines, TITLE, LEAD, MORE]) == Menu()


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ([], 0),
        (["Rechercher", "FR"], 0),
        (["OIM Tchad"], 0),
        (["OIM Tchad", "Bureau de N'Djamena"], 0),
        (["Rechercher", "OIM Tchad", "Bureau de N'Djamena"], 0),
    ],
)
def test_what_stands_before_a_menu_that_a_title_follows_is_part_of_it(before: list[str], start: int) -> None:
    lines = [*before, *PROVEN.splitlines(), TITLE, LEAD, MORE]
    assert menu_of(lines)[:2] == (start, len(before) + 6)


@pytest.mark.parametrize("after", [[LEAD, MORE], ["Juba – " + LEAD, MORE], [f"{TITLE}.", LEAD], [LEAD]])
def test_a_line_before_a_menu_that_no_title_follows_stays(after: list[str]) -> None:
    lines = [TITLE, *PROVEN.splitlines(), *after]
    assert menu_of(lines)[:2] == (1, 7)


@pytest.mark.parametrize(
    "before",
    [
        ["Juba – Les pluies ont repris"],
        ["Une ligne de plus de cent vingt signes " * 4],
        ["Un", "Deux", "Trois", "Quatre"],
    ],
)
def test_far_below_a_text_there_is_no_menu_of_the_head(before: list[str]) -> None:
    assert menu_of([*before, *PROVEN.splitlines(), TITLE, LEAD, MORE]) == Menu()


ODD_LINE = "L'agence des migrations est présente dans le pays depuis 1985."


@pytest.mark.parametrize(
    ("odd", "more", "goes_on"),
    [
        ([ODD_LINE], ["-", "Agir", "Agir", "- Dons"], True),
        ([ODD_LINE, "Un autre mot", "Un de plus"], ["-", "Agir", "Agir", "- Dons"], True),
        ([ODD_LINE, "Un autre mot", "Un de plus", "Un de trop"], ["-", "Agir", "Agir", "- Dons"], False),
        (["Écrire à presse@oim.test"], ["-", "Agir", "Agir", "- Dons"], False),
        (["Juba – Les pluies ont repris"], ["-", "Agir", "Agir", "- Dons"], False),
        ([ODD_LINE], ["Agir", "Agir", "- Dons"], True),
        ([ODD_LINE], ["Agir", "Agir", "Donner", "Donner"], False),
        ([ODD_LINE], ["- Dons", "- Legs"], False),
        ([ODD_LINE], ["-", "- Dons"], True),
        ([ODD_LINE], ["-", "Emplois", "- Dons"], True),
        (["Rechercher"], ["Agir", "Agir"], True),
    ],
)
def test_a_menu_that_goes_on_after_odd_lines(odd: list[str], more: list[str], goes_on: bool) -> None:
    lines = [*PROVEN.splitlines(), *odd, *more, TITLE, LEAD, MORE]
    assert menu_end(lines) == (6 + len(odd) + len(more) if goes_on else 6)


@pytest.mark.parametrize(("label", "goes_on"), [("M" * 30, True), ("M" * 31, False)])
def test_a_label_that_lost_its_second_half(label: str, goes_on: bool) -> None:
    lines = [*PROVEN.splitlines(), label, "Agir", "Agir", "Donner", "Donner", f"{TITLE}.", LEAD, MORE]
    assert menu_end(lines) == (11 if goes_on else 6)
    assert menu_end([*PROVEN.splitlines(), label, "Agir", "Agir", f"{TITLE}.", LEAD, MORE]) == 6


@pytest.mark.parametrize(
    ("below", "gone"),
    [
        ([TITLE, LEAD], True),
        ([TITLE, "Les pluies de mars ont coupé la route du nord,"], True),
        ([TITLE, "Juba – Il pleut"], True),
        ([f"{TITLE}.", LEAD], False),
        ([f"{TITLE} :", LEAD], False),
        (["Court", LEAD], False),
        ([TITLE, "Peu de mots"], False),
        (["M" * 260, LEAD], False),
    ],
)
def test_labels_over_the_last_entries_go_where_a_title_and_its_text_follow(below: list[str], gone: bool) -> None:
    assert menu_end([*PROVEN.splitlines(), "Emplois", "Bénévolat", "- Dons", *below, MORE]) == (9 if gone else 6)
    assert menu_end([*PROVEN.splitlines(), "E" * 61, "- Dons", *below, MORE]) == 6


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["- Carte", SHORT, SHORT, LEAD], 7),
        (["-", SHORT, SHORT, LEAD], 9),  # below a dash it is a label
        (["- Carte", "Trois mots seulement", "Trois mots seulement", LEAD], 9),
        (["- Carte", SHORT, SHORT, TITLE, LEAD], 9),
        (["- Carte", SHORT, SHORT, "- Un forage neuf", LEAD], 7),
    ],
)
def test_a_title_that_the_page_says_twice_is_no_label(lines: list[str], end: int) -> None:
    assert menu_end([*PROVEN.splitlines(), *lines, MORE]) == end


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["-", "Année", "2019", "-", "Statut", "Achevé"], 6),
        (["-", "Emplois", "Emplois", "-"], 10),
        (["-", "Emplois", "- Dons"], 9),
        (["-", "Emplois"], 8),  # over the title alone
    ],
)
def test_a_dash_opens_an_entry_or_a_record(lines: list[str], end: int) -> None:
    assert menu_end([*PROVEN.splitlines(), *lines, TITLE, LEAD, MORE]) == end


@pytest.mark.parametrize(
    ("left", "end"),
    [
        (["x" * 80], 11),
        (["x" * 79], 6),
        ([letter * 40 for letter in "abcd"], 11),
        ([letter * 40 for letter in "abc"], 6),
        ([*(letter * 40 for letter in "abc"), "d" * 39], 6),
    ],
)
def test_what_a_menu_leaves_is_a_text_or_the_menu_is_shorter(left: list[str], end: int) -> None:
    assert menu_end([*PROVEN.splitlines(), "Un mot", "-", "Agir", "Agir", "- Dons", *left]) == end


def test_a_line_alone_below_a_menu_is_no_title() -> None:
    assert menu_of([TITLE, *PROVEN.splitlines(), LEAD.rstrip(".")])[:2] == (1, 7)


def test_an_entry_of_120_characters_is_one() -> None:
    found = menu_of(["- " + "x" * 118, "Histoire", "Histoire", "- Textes", "-", "Agir", "Agir", TITLE, LEAD])
    assert (found.seen[0], found.end) == (("item", 0), 7)


def test_a_menu_that_leaves_no_text_stops_before_the_odd_lines() -> None:
    short = ["Un mot", "-", "Agir", "Agir", "- Dons"]
    assert menu_end([*PROVEN.splitlines(), *short, TITLE, LEAD]) == 11
    assert menu_end([*PROVEN.splitlines(), *short]) == 6


@pytest.mark.parametrize(
    ("foot", "start"),
    [
        (FIRST.splitlines(), 3),
        ([*FIRST.splitlines(), "Imprimer", "Facebook"], 3),
        ([*FIRST.splitlines(), "Un mot de la fin"], 8),
        (["Mandat", "Mandat", "-", "Agir", "Agir"], 3),
        (["Mandat", "MandatElle a 80 bureaux.", "-", "Agir", "Agir"], 3),
        (["- Textes", "- Statuts", "- Dons"], 6),
        ([*FIRST.splitlines(), ODD_LINE, "-", "Agir", "Agir"], 11),  # it goes on over no odd line
    ],
)
def test_where_a_menu_begins_that_ends_the_page(foot: list[str], start: int) -> None:
    lines = [TITLE, LEAD, MORE, *foot]
    assert foot_start(lines, 0) == start
    assert foot_start(lines, 3) == len(lines)
