"""What the shape of a line of the head says of it: its size, its ends, and how it goes on from the line above."""

from __future__ import annotations

import pytest

from oimpress.passes.head.evidence import Page, evidence_on
from oimpress.passes.head.limits import BRIEF, LONG, MIDDLE, SHORT_SENTENCE, TINY
from tests.passes.drafts import line
from tests.passes.reading import draft

SIZES = {"tiny", "short", "middle", "long", "very long"}


def seen(text: str, at: int = 0) -> frozenset[str]:
    """What speaks on one of the lines."""
    return evidence_on([line for _, line in draft(text).lines()], Page())[at]


@pytest.mark.parametrize(
    ("size", "name"),
    [
        (TINY, "tiny"),
        (TINY + 1, "short"),
        (BRIEF, "short"),
        (BRIEF + 1, "middle"),
        (MIDDLE, "middle"),
        (MIDDLE + 1, "long"),
        (LONG, "long"),
        (LONG + 1, "very long"),
    ],
)
def test_a_line_has_one_size(size: int, name: str) -> None:
    assert seen("x" * size) & SIZES == {name}


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("LA HALLE ROUVRE", {"capitals"}, {"lower case first"}),
        ("la halle rouvre", {"lower case first"}, {"capitals"}),
        ("Plan des ports 2022-2026", {"ends with years"}, set()),
        ("Plan des ports 2022–26", {"ends with years"}, set()),
        ("Plan des ports de 2026", set(), {"ends with years"}),
        ("Tél. 05 2022-20267", set(), {"ends with years"}),
        ("La halle reçoit du monde", {"verb"}, {"few words", "sentence", "short sentence"}),
        ("La halle rouvre.", {"short sentence", "few words"}, {"sentence", "question", "lower case first"}),
        ("La halle rouvre hier", set(), {"few words", "short sentence"}),
        ("é" * (SHORT_SENTENCE - 1) + ".", {"short sentence"}, {"sentence"}),
        ("é" * SHORT_SENTENCE + ".", {"sentence"}, {"short sentence"}),
        ("La halle rouvre ?", {"question"}, {"short sentence", "sentence"}),
        ("é" * SHORT_SENTENCE + " !", {"question"}, {"short sentence", "sentence"}),
        ("La halle rouvre. Elle est belle.", {"two sentences"}, set()),
        ("« La halle rouvre »", {"quotation"}, set()),
        ("“La halle rouvre”", {"quotation"}, set()),
        ("« La halle » rouvre", set(), {"quotation"}),
        ("La halle « rouvre »", set(), {"quotation"}),
        ("La halle :", {"goes on"}, set()),
        ("La halle,", {"goes on"}, set()),
        ("La halle", set(), {"goes on", "tight", "blank before"}),
    ],
)
def test_what_a_line_says_alone(text: str, has: set[str], lacks: set[str]) -> None:
    found = seen(text)
    assert has <= found
    assert not lacks & found


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("Un mot\nLa halle", {"tight"}, {"blank before"}),
        ("Un mot\n\nLa halle", {"blank before"}, {"tight"}),
        ("Un mot\nLA HALLE", {"capitals under small letters"}, {"capitals go on"}),
        ("UN MOT\nLA HALLE", {"capitals go on"}, {"capitals under small letters"}),
        ("UN MOT.\nLA HALLE", set(), {"capitals go on"}),
        ("COMMUNIQUÉ\nLA HALLE", set(), {"capitals go on"}),
        ("UN MOT\n\nLA HALLE", set(), {"capitals go on"}),
        ("Un mot et\nLa halle", {"line before is cut"}, set()),
        ("Un mot et\n\nLa halle", set(), {"line before is cut"}),
        ("Un mot.\nla halle", set(), {"line before is cut"}),
        ("Les agents de la commune sont là\nla halle", {"line before is cut"}, set()),
        ("Les agents de la commune sont là\nLa halle", set(), {"line before is cut"}),
        (f"{'é' * 24}\nla halle", set(), {"line before is cut"}),
        (f"{'é' * 25}\nla halle", {"line before is cut"}, set()),
    ],
)
def test_what_a_line_says_below_another(text: str, has: set[str], lacks: set[str]) -> None:
    found = seen(text, 1)
    assert has <= found
    assert not lacks & found


@pytest.mark.parametrize(
    ("text", "wraps"),
    [
        ("La halle de\nla ville rouvre.", True),
        ("La halle.\nla ville rouvre.", False),
        ("La halle de\n\nla ville rouvre.", False),
        ("La halle de\nLa ville rouvre.", False),
        ("La halle de\nla ville rouvre", False),
        ("La halle de", False),
    ],
)
def test_a_line_that_wraps_into_a_sentence(text: str, wraps: bool) -> None:
    assert ("wraps into a sentence" in seen(text)) is wraps


def test_above_the_first_line_stands_no_blank() -> None:
    apart = line("Un mot", gap=1)
    assert ["blank before" in found for found in evidence_on([apart, apart], Page())] == [False, True]


def test_a_letter_is_no_mark() -> None:
    assert not seen("X la halle X") & {"question", "quotation", "goes on"}


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("Quais électrifiés :\nle premier ferry est branché", False),
        ("La ville demande :\nla fin des travaux ;", True),
        ("La ville demande :\nla fin des travaux.", True),
        ("La ville demande :\n\nla fin des travaux", True),
        ("La ville demande :\nLa fin des travaux", True),
        ("La ville demande,\nla fin des travaux", True),
    ],
)
def test_a_line_that_waits_for_what_stands_below_and_a_title_of_two_lines(text: str, waits: bool) -> None:
    assert ("goes on" in seen(text)) is waits
