"""Heads of many offices, each with what a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from oimpress.model.nodes import List, Para
from oimpress.model.runs import flatten
from oimpress.model.trail import UNEXPLAINED, Keep
from oimpress.pipeline import Normalised
from tests.passes.reading import LEAD, bare, read

HEADS = Path(__file__).parent / "heads.txt"


def heads() -> Iterator[tuple[str, dict[str, str]]]:
    """Each head, and what it says."""
    lines = [line for line in HEADS.read_text("utf-8").splitlines() if not line.startswith("# ")]
    text: list[str] = []
    wanted: dict[str, str] | None = None
    for line in (*lines, ""):
        if wanted is not None and not line:
            yield "\n".join(text).strip() + "\n", wanted
            text, wanted = [], None
        elif wanted is not None:
            key, _, value = line.partition(" = ")
            wanted |= {key: value} if value else {}
        elif line == "----":
            wanted = {}
        else:
            text.append(line)


def found(done: Normalised) -> dict[str, str]:
    """What the program says of a head, with plain blanks."""
    release = done.value
    line, embargo = release.dateline, release.embargo
    place = line.place if line else None
    first = next((str(flatten(block.children)) for block in release.body if isinstance(block, Para)), "")
    said = {
        "title": flatten(release.title),
        "kicker": flatten(release.kicker),
        "subtitle": flatten(release.subtitle),
        "issuer": release.issuer,
        "reference": release.reference,
        "place": place.text if place else "",
        "when": release.published,
        "until": embargo.until if embargo else "",
        "embargo": embargo.text if embargo else "",
        "first": first,
    }
    return {key: bare(str(text)) for key, text in said.items() if text}


CASES = list(heads())


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[wanted.get("title", text)[:40] for text, wanted in CASES])
def test_heads(text: str, wanted: Mapping[str, str]) -> None:
    done = read(
        text + "\nLa suite de ce texte est une phrase entière, que rien ne distingue et qui compte assez de mots.\n"
    )
    said = found(done)
    asked = {key: bare(value) for key, value in wanted.items()}
    for key in ("title", "kicker", "subtitle", "issuer", "reference", "place", "when", "until"):
        assert said.get(key, "") == asked.get(key, ""), key
    assert said.get("first", "").startswith(asked.get("first", ""))
    assert "embargo" not in asked or said["embargo"] == asked["embargo"]
    assert done.trail is not None
    assert UNEXPLAINED not in done.trail.rules


def test_the_word_before_a_letter_s_subject_goes_with_a_rule() -> None:
    done = read(f"Objet : fermeture du pont de Brest-Nord\n\n{LEAD}\n\n{LEAD} Enfin.\n")
    assert bare(str(flatten(done.value.title))) == "fermeture du pont de Brest-Nord"
    assert done.trail is not None
    assert "H021" in done.trail.rules


def test_lines_of_an_invitation_stand_each_on_its_own() -> None:
    rows = ["Date : jeudi 11 avril 2024", "Lieu : la halle, Brest", "Intervenants : le maire ; les élèves de la ville"]
    head = "INVITATION PRESSE\n\nVisite de la halle\n\n"
    done = read(head + "\n".join(rows) + f"\n\n{LEAD}\n\n{LEAD} Enfin.\n")
    blocks = [bare(str(flatten(block.children))) for block in done.value.body if isinstance(block, Para)]
    assert blocks[:3] == rows
    assert done.value.facts == ()
    assert done.trail is not None
    assert {step.rule for step in done.trail.steps if isinstance(step, Keep)} >= {"H002", "H022"}


def test_two_points_below_a_title_are_its_subtitle() -> None:
    points = "- La medida entra en vigor el 1 de octubre\n- Los vecinos conservarán el acceso a sus garajes\n"
    done = read(f"NOTA DE PRENSA\n\nVillabrune peatonaliza el casco antiguo\n\n{points}\n{LEAD}\n\n{LEAD} Enfin.\n")
    assert bare(str(flatten(done.value.title))) == "Villabrune peatonaliza el casco antiguo"
    assert bare(str(flatten(done.value.subtitle))).replace("\n", " – ") == (
        "La medida entra en vigor el 1 de octubre – Los vecinos conservarán el acceso a sus garajes"
    )
    assert done.trail is not None
    assert UNEXPLAINED not in done.trail.rules


def test_points_of_an_invitation_are_a_list() -> None:
    rows = "• Date : jeudi 11 avril 2024\n• Lieu : la halle, Brest\n"
    body = read(f"INVITATION PRESSE\n\nVisite de la halle\n\n{rows}\n{LEAD}\n\n{LEAD} Enfin.\n").value.body
    assert isinstance(body[0], List)
    assert len(body[0].items) == 2


def test_a_line_that_nothing_explains_is_kept_as_a_paragraph_and_told() -> None:
    text = "Un grand merci\nAgence nationale du littoral (ANL)\nRéf. : ANL/COM/2024-118\n\nNote d'information\n\n"
    done = read(f"{text}L'Agence reprend la gestion de la lagune du nord\n\nRabat, le 20 novembre 2024 - {LEAD}\n")
    (told,) = [one for one in done.notices if one.code == "H105"]
    assert (told.where, told.detail) == ("l.1", "Un grand merci")
    first = done.value.body[0]
    assert isinstance(first, Para)
    assert str(flatten(first.children)) == "Un grand merci"
