"""The names of CLDR that are stored are those that Babel has."""

from __future__ import annotations

from oimpress.knowledge.lexicon import named
from tests.knowledge import cldr


def test_the_stored_names_are_those_of_babel() -> None:
    assert cldr.FILE.read_text("utf-8") == cldr.text(), "write them anew: python -m tests.knowledge.cldr"


def test_names_are_told_by_kind_and_language() -> None:
    assert ("8", "août") in named("month", "fr")
    assert ("CH", "Switzerland") in named("country", "en")
    assert named("month", "de") == []
