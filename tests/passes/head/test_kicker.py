"""A labelled line taken apart: the kicker, a number, a place and a date, a body; and the kinds that kickers name."""

from __future__ import annotations

import pytest

from oimpress.model.runs import flatten
from oimpress.model.traced import of_source
from oimpress.passes.head.kicker import Labelled, kind_said
from tests.passes.reading import LEAD, MORE, bare, release


def parts(text: str) -> dict[str, str | list[str]]:
    """What a line holds, by name; nothing for what it does not hold."""
    found = Labelled(of_source(text))
    stamp = found.stamp
    told: dict[str, str | list[str]] = {
        "words": str(found.words),
        "more": list(map(str, found.more)),
        "reference": str(found.reference or ""),
        "issuer": str(found.issuer or ""),
        "place": str(stamp.place or "") if stamp else "",
        "when": stamp.when if stamp else "",
        "dropped": [f"{each.rule} {each.text}" for each in found.dropped],
    }
    return {name: value for name, value in told.items() if value}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Communiqué de presse", {"words": "Communiqué de presse"}),
        ("\U0001f4e2 COMMUNIQUÉ", {"words": "\U0001f4e2 COMMUNIQUÉ"}),
        ("*** COMMUNIQUÉ ***", {"words": "COMMUNIQUÉ", "dropped": ["H008 *** ", "H008  ***"]}),
        (
            "Communiqué de presse n° 12/2024",
            {"words": "Communiqué de presse", "reference": "n° 12/2024"},
        ),
        ("CP n° 12/2024", {"reference": "CP n° 12/2024"}),
        ("CP – Lyon n° 12", {"words": "CP – Lyon", "reference": "n° 12"}),
        (
            "Communiqué Publié le 12 mars 2024",
            {"words": "Communiqué", "when": "2024-03-12", "dropped": ["H008  Publié le "]},
        ),
        (
            "Communiqué du 12 mars 2024",
            {"words": "Communiqué", "when": "2024-03-12", "dropped": ["H008  du "]},
        ),
        (
            "Communiqué de presse – Lyon, le 12 mars 2024",
            {"words": "Communiqué de presse", "place": "Lyon", "when": "2024-03-12", "dropped": ["H008 , le ", "H008  – "]},
        ),
        (
            "Communiqué n° 12 du 12 mars 2024",
            {"words": "Communiqué", "reference": "n° 12", "when": "2024-03-12", "dropped": ["H008 du "]},
        ),
        (
            "Communiqué de presse, mis à jour le 12 mars 2024",
            {"words": "Communiqué de presse", "when": "2024-03-12", "dropped": ["H008 , mis à jour le "]},
        ),
        (
            "Communiqué du 12 mars 2024 – n° 7",
            {"words": "Communiqué", "reference": "n° 7", "when": "2024-03-12", "dropped": ["H008  du ", "H008  – "]},
        ),
        (
            "Communiqué du 12 mars 2024 – Pour diffusion immédiate",
            {"words": "Communiqué", "when": "2024-03-12", "dropped": ["H008  du ", "H008  – ", "H015 Pour diffusion immédiate"]},
        ),
        (
            "Communiqué du 12 mars 2024 – Régie du Nord",
            {"words": "Communiqué", "when": "2024-03-12", "issuer": "Régie du Nord", "dropped": ["H008  du ", "H008  – "]},
        ),
        (
            "Communiqué du 12 mars 2024 – un mot de plus",
            {"words": "Communiqué", "when": "2024-03-12", "more": ["un mot de plus"], "dropped": ["H008  du ", "H008  – "]},
        ),
        (
            "Communiqué du 12 mars 2024 – Vaubrun",
            {"words": "Communiqué", "when": "2024-03-12", "place": "Vaubrun", "dropped": ["H008  du ", "H008  – "]},
        ),
    ],
)  # fmt: skip
def test_a_labelled_line_is_taken_apart(text: str, found: dict[str, str | list[str]]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize("word", ["du", "le", "de", "the", "of", "DU"])
def test_a_small_word_between_number_and_date_is_left_out(word: str) -> None:
    found = parts(f"Communiqué n° 12 {word} 12 mars 2024")
    assert found == {"words": "Communiqué", "reference": "n° 12", "when": "2024-03-12", "dropped": [f"H008 {word} "]}


@pytest.mark.parametrize("word", ["du", "le", "de", "the", "of", "DU"])
def test_a_small_word_behind_the_number_is_left_out(word: str) -> None:
    found = parts(f"Communiqué n° 12 {word}")
    assert found == {"words": "Communiqué", "reference": "n° 12", "dropped": [f"H008 {word}"]}
    assert parts("Communiqué n° 12 des maires")["more"] == ["des maires"]


def test_a_line_that_breaks_off_stays_whole() -> None:
    assert parts("Communiqué de presse du") == {"words": "Communiqué de presse du"}


@pytest.mark.parametrize(
    ("kicker", "kind"),
    [
        ("Communiqué de presse", "press-release"),
        ("COMMUNIQUÉ DE PRESSE :", "press-release"),
        ("Communiqué de presse du Nord", "press-release"),
        ("Discours", "speech"),
        ("Déclaration.", "statement"),
        ("Santé", None),
        ("", None),
    ],
)
def test_the_kind_that_a_kicker_names(kicker: str, kind: str | None) -> None:
    assert kind_said(kicker) == kind


TITLE = "L'OIM aide les sinistrés du nord"


@pytest.mark.parametrize(
    ("head", "kicker", "kind"),
    [
        ("Communiqué\nGlobal\n\n", "Communiqué – Global", "press-release"),
        ("Comunicado\nGlobal\n\n", "Comunicado – Global", "press-release"),
        ("Official Statements\n", "Official Statements", "statement"),
        ("Migrant Stories\n", "Migrant Stories", "story"),
        ("Discours\n", "Discours", "speech"),
    ],
)
def test_kickers(head: str, kicker: str, kind: str) -> None:
    found = release(f"{head}{TITLE}\n\n{LEAD}\n\n{MORE}\n")
    assert bare(str(flatten(found.kicker))) == kicker
    assert found.kind == kind
    assert bare(str(flatten(found.title))) == TITLE


def test_the_body_that_a_label_names_ends_where_the_date_begins() -> None:
    text = of_source("Communiqué de presse de la Ville de Lannec du 12 mars 2024")
    found = Labelled(text)
    assert (str(found.words), str(found.issuer)) == ("Communiqué de presse", "Ville de Lannec")
    told = Labelled(text, issued=True)
    assert (str(told.words), told.issuer) == ("Communiqué de presse de la Ville de Lannec", None)


@pytest.mark.parametrize("line", ["Lyon, le 12 mars 2024 – n° 7", "n° 7 – Lyon, le 12 mars 2024"])
def test_a_number_on_either_side_of_place_and_date_is_the_reference(line: str) -> None:
    found = parts(f"Communiqué de presse – {line}")
    assert (found["place"], found["when"], found["reference"]) == ("Lyon", "2024-03-12", "n° 7")
