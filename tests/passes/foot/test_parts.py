"""What stands below the text: key figures, notes to editors, who several bodies are."""

from __future__ import annotations

from oimpress.model.nodes import Contact, List, Section
from oimpress.model.runs import flatten
from tests.passes.reading import LEAD, MORE, bare, paragraphs, release

PAGE = f"""La régie ouvre trois lignes de nuit

{LEAD}

{MORE}

Chiffres clés
- 3 lignes
- 41 arrêts

Notes aux rédactions
L'étude est disponible à l'adresse https://www.cars.example/etude

À propos de la régie des cars
La régie des cars est un établissement public qui emploie 420 personnes.

À propos de l'agence Lumen
L'agence Lumen conseille les transports publics depuis 1998.

Contact presse : Luc Hardouin, +41 22 900 33 44, luc@cars.example
"""


def test_key_figures_and_notes_to_editors_are_sections() -> None:
    sections = [block for block in release(PAGE).body if isinstance(block, Section)]
    assert [bare(str(flatten(one.heading))) for one in sections] == ["Chiffres clés", "Notes aux rédactions"]
    assert [len(block.items) for block in sections[0].blocks if isinstance(block, List)] == [2]


def test_several_bodies_say_who_they_are() -> None:
    found = release(PAGE)
    assert [text[:13] for text in paragraphs(found.about)] == [
        "À propos de l",
        "La régie des ",
        "À propos de l",
        "L'agence Lume",
    ]
    assert [one.name for one in found.contacts if isinstance(one, Contact)] == ["Luc Hardouin"]


def test_words_that_only_begin_so_head_nothing() -> None:
    found = release(f"Un titre ici\n\n{LEAD}\n\nChiffres clés en main, le conseil a tranché hier.\n\n{MORE}\n")
    assert not any(isinstance(block, Section) for block in found.body)
