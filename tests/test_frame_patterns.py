"""Patterns that are compiled late are patterns all the same."""

from __future__ import annotations

import re

import pytest

from oimpress.patterns import lazy


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
