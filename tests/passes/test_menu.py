"""Menus of shapes nobody listed, at the head and at the foot; texts that only look like one."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.passes.lines.menu import foot_start, is_button, menu_end
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


@pytest.mark.parametrize("line", ["Facebook", "Français | English", "Partager · Imprimer", "FR / EN"])
def test_buttons(line: str) -> None:
    assert is_button(line)


@pytest.mark.parametrize("line", ["Facebook a changé le pays", "Français | Histoire", "Mali | Niger", "|"])
def test_no_buttons(line: str) -> None:
    assert not is_button(line)


def test_networks_in_a_row_go_from_the_middle() -> None:
    found = release(f"{TITLE}\nFacebook\nTwitter\nWhatsApp\n{LEAD}\n{MORE}\n")
    assert paragraphs(found.body) == [LEAD, MORE]
    assert "Facebook" in " ".join(paragraphs(release(f"{TITLE}\n{LEAD}\nFacebook\n{MORE}\n{LEAD}x\n").body))
