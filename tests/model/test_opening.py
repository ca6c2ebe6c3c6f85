"""What stands for a title that is not there."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Para, Release, Section, Text
from oimpress.model.opening import opening


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Un pont.", "Un pont."),
        (
            "La ville ouvre, ce lundi, trois gymnases à ceux que la crue a chassés.",
            "La ville ouvre, ce lundi, trois gymnases à ceux que…",
        ),
        ("Un deux trois quatre cinq six sept huit neuf dix,", "Un deux trois quatre cinq six sept huit neuf dix"),
        ("Un deux trois quatre cinq six sept huit neuf dix, onze", "Un deux trois quatre cinq six sept huit neuf dix…"),
    ],
)
def test_a_release_opens_with_its_first_words(said: str, shown: str) -> None:
    assert opening(Release("a", body=(Para((Text(said),)),))) == shown


def test_a_heading_counts_and_an_empty_paragraph_does_not() -> None:
    assert opening(Release("a", body=(Para((Text(" "),)), Section((Text("Chiffres"),), ())))) == "Chiffres"


def test_a_release_without_a_word_is_called_by_its_id() -> None:
    assert opening(Release("crue-2024")) == "crue-2024"
