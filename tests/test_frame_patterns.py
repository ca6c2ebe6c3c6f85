"""Patterns that are compiled late are patterns all the same."""

from __future__ import annotations

import re

import pytest

from oimpress.patterns import MANY, lazy, ways


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    late, now = lazy(r"(?P<word>[a-z]+)\b", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)\b", re.IGNORECASE)
    for _ in range(2):  # the first use and the later ones
        assert late.findall("Un mot") == now.findall("Un mot")
        assert late.sub("-", "Un mot") == now.sub("-", "Un mot")
    assert (late.pattern, late.flags, late.groupindex) == (now.pattern, now.flags, now.groupindex)


def test_a_mistake_shows_at_the_first_use() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("a")


SAID = (
    *(
        "agenda",
        "(?:press|news) releases?",
        "(?:the )?press",
        "[ée]tude",
        "é?t[ée]",
        "press(?!e)",
        "(?:a|(?:b|c))d",
        "a|z",
    ),
    *(
        "(?-i:K)iosk",
        "\\d+ views",
        ".*official",
        "sondages?",
        "press release of",
        "(?:\\(|q)uote",
        "ok",
        "kiosks",
        "inde",
    ),
)
ASKED = (
    "agenda",
    "Press release of",
    "the press",
    "press",
    "PRESSE",
    "Étude",
    "été",
    "té",
    "bd",
    "cd",
    "ad",
    "z",
    "8 views",
)
FOREIGN = (
    "ſondage",
    "\u212aiosks",
    "o\u212a",
    "İnde",
    "ınde",
    "– ok",
    "",
    "quote",
    "(uote",
    "press, official",
    "the official",
)


@pytest.mark.parametrize("text", [*ASKED, *FOREIGN])
@pytest.mark.parametrize("how", ["match", "fullmatch", "search"])
def test_of_many_ways_that_one_is_found_which_all_together_find(how: str, text: str) -> None:
    late, now = ways(SAID, re.IGNORECASE), re.compile("|".join(f"(?:{way})" for way in SAID), re.IGNORECASE)
    assert len(SAID) >= MANY
    for given in ((text,), ("– " + text, 2), ("– " + text + " ", 2, 2 + len(text)), (text, len(text))):
        found, awaited = getattr(late, how)(*given), getattr(now, how)(*given)
        assert (found and found.span()) == (awaited and awaited.span())


def test_only_ways_that_can_begin_so_are_compiled() -> None:
    late = ways([*["agenda"] * MANY, "broken("])
    assert late.match("agenda")
    with pytest.raises(re.error):
        late.match("broken")
