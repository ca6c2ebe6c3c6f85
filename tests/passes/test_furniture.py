"""Menus of any site and language go; what only looks like one stays."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.passes.lines.menu import menu_end
from tests.passes.reading import LEAD, MENU, MORE, bare, codes, paragraphs, read, release


def title(text: str) -> str:
    return bare(str(flatten(release(text).title)))


@pytest.mark.parametrize(
    "menu",
    [
        MENU,
        "-\nQuiénes somos\nQuiénes somosLa OIM es parte del sistema.\nEstructura\nEstructura\n- Oficinas\n",
        "-\nCe que nous faisons\nNotre travailEn tant que principale organisation, elle agit.\n-\nAgir\nAgir\n- Carte\n",
        "Structure\nStructure\nBureau pays\nPartenaires\nPartenaires\n- Contact\n- Emplois\n",
    ],
)
def test_a_menu_goes_and_the_title_stays(menu: str) -> None:
    assert title(f"{menu}Un don pour les sinistrés\n{LEAD}\n{MORE}\n") == "Un don pour les sinistrés"


def test_a_title_that_stands_twice_is_no_menu_label() -> None:
    heading = "L'OIM et ses partenaires viennent en aide à 12 000 personnes déplacées"
    found = release(f"{MENU}{heading}\n{heading}\n{LEAD}\n{MORE}\n")
    assert bare(str(flatten(found.title))) == heading
    assert paragraphs(found.body) == [LEAD, MORE]


@pytest.mark.parametrize(
    "text",
    [
        "- Un premier point important\n- Un deuxième point\n- Un troisième point\n" + LEAD,
        "Titre du texte\n-\nAnnée\n2019\n-\nStatut\nAchevé\n" + LEAD,
        f"Le McDonald de Port-au-Prince\nLe McDonald a rouvert.\n{LEAD}\n{MORE}",
        f"{LEAD}\n{MORE}",
    ],
)
def test_what_is_no_menu_stays(text: str) -> None:
    assert menu_end(text.splitlines()) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Share this",
        "PARTAGER",
        "Liens connexes",
        "Connexes",
        "Imprimer cette page",
        "Accueil > Actualités > Communiqués",
        "Home » News » Press releases",
        "Ce site utilise des cookies pour améliorer votre expérience.",
        "Abonnez-vous à notre lettre d'information",
        "Subscribe to our newsletter",
        "[block:views=actualites-block_1]",
    ],
)
def test_single_lines_of_the_page_go(line: str) -> None:
    assert paragraphs(release(f"Un titre ici\n{LEAD}\n{line}\n{MORE}\n").body) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Il a dit : Share this story with your friends, puis il est parti.",
        "Le partage des cookies entre voisins est une tradition de la région.",
        "Un don de 3 millions de dollars du Japon permettra d'achever les travaux.",
        "De la maison > au camp, il y a trois heures de marche.",
        "Abonnez les enfants à la bibliothèque, demande le maire.",
    ],
)
def test_sentences_with_the_same_words_stay(line: str) -> None:
    assert len(paragraphs(release(f"Un titre ici\n{LEAD}\n{line}\n{MORE}\n").body)) == 3


def test_a_date_glued_to_the_text_goes() -> None:
    assert paragraphs(release(f"Un titre ici\n date 2018-06 {LEAD}\n{MORE}\n").body) == [LEAD, MORE]


def test_a_menu_that_may_hold_the_title_is_told() -> None:
    assert "F101" in codes(read(f"{MENU}Agir ici\nAgir ici\n{LEAD} {MORE}\n{MORE}").notices)
