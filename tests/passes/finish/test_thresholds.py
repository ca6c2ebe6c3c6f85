"""Every threshold of the passes that finish: what is just inside is read otherwise than what is just outside."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Link, Para, Release, Text
from oimpress.passes.finish.foreign import GLOSSED, NAMED, NAMED_AFTER, QUOTED, SPANISH, foreign
from oimpress.passes.finish.links import links
from oimpress.passes.finish.proof import proof
from tests.thresholds import Boundary, blind, names, reach

WORDS = ("agua", "vida", "salud", "luz", "paz", "amor", "voz")


def said(text: str) -> Release:
    return Release("x", lang="fr", body=(Para((Text(text),)),))


def quoted(words: int) -> bool:
    """Whether so many Spanish words in quotation marks are marked."""
    given = said(f"Elle a crié « {' '.join(WORDS[:words])} » hier soir.")
    return foreign(given).value != given


def named(before: str) -> str:
    """What is taken for the language that words in parentheses are from."""
    found = NAMED.fullmatch(f"({before} anglais : Who we are)")
    return found["name"] if found else ""


def linked(address: str) -> bool:
    paragraph = links(said(address)).value.body[0]
    return isinstance(paragraph, Para) and isinstance(paragraph.children[0], Link)


BOUNDARIES = (
    Boundary("MOST_QUOTED", 6, 7, quoted),
    Boundary("LONGEST_ADDRESS", 2000, 2001, lambda n: linked("http://a.fr/".ljust(n, "m"))),
    Boundary(
        "LONGEST_CLAUSE", 160, 161, lambda n: bool(proof(said(f"{'reçoit '.ljust(n, 'm')} et bénéficient")).notices)
    ),
    Boundary("foreign.NAMED{1,12}", 12, 13, lambda n: named("m" * n) == "anglais"),
    reach("foreign.NAMED{4,12}", 12, NAMED, "(en … : Who we are)"),
    reach("foreign.NAMED{3,160}", 160, NAMED, "(en anglais : …)"),
    reach("foreign.QUOTED{8,400}", 400, QUOTED, "«…»"),
    reach("foreign.NAMED_AFTER{8,400}", 400, NAMED_AFTER, "«…» (en anglais)"),
    reach("foreign.NAMED_AFTER{4,12}", 12, NAMED_AFTER, "«Who we are» (en …)"),
    reach("foreign.GLOSSED{8,400}", 400, GLOSSED, "«…» (qui nous sommes)"),
    reach("foreign.GLOSSED{4,160}", 160, GLOSSED, "«Who we are» (…)"),
    reach("foreign.SPANISH{1,300}", 300, SPANISH, "¿…?"),
)


@pytest.mark.parametrize("boundary", BOUNDARIES, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("finish") == sorted(boundary.name for boundary in BOUNDARIES)
    assert not list(blind("finish", BOUNDARIES))
