"""Hyphens at line ends: a program's where the word stands whole elsewhere or its half ends words, else its own."""

from __future__ import annotations

import pytest

from oimpress.knowledge.division import is_divided, vocabulary

KNOWN = vocabulary(["La Halle et le porte-parole", "un bâtiment"])


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("hal", "le"),
        ("Hal", "le"),
        ("bâ", "timent"),
        ("dépar", "tement"),
        ("contrô", "lées"),
        ("comi", "té"),
        ("infé", "rieurs"),
    ],
)
def test_the_hyphen_is_none_of_the_words(start: str, end: str) -> None:
    assert is_divided(start, end, KNOWN)


@pytest.mark.parametrize(
    ("start", "end"), [("porte", "parole"), ("soixante", "dix"), ("après", "midi"), ("outre", "mer"), ("X", "Tement")]
)
def test_the_hyphen_is_the_words_or_may_be(start: str, end: str) -> None:
    assert not is_divided(start, end, KNOWN)
