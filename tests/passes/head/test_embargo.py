"""When embargoes end, and what cannot be told; the instants themselves are tested in tests/knowledge/test_moments.py."""

from __future__ import annotations

import pytest

from oimpress.model.house import House
from oimpress.model.nodes import Date, Dateline, Embargo, Place
from oimpress.model.traced import Traced, of_source
from oimpress.passes.head.embargo import ending
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.passes.reading import codes, read

TEXT = "La régie ouvre trois lignes de nuit\n\nParis, le 3 mars 2026 – La régie ouvrira trois lignes de nuit au printemps.\n"


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Sous embargo jusqu’à la fin de la réunion", "H106"),
        ("Embargo : 5 mars 2026, 8 h\nEmbargo : 6 mars 2026, 8 h", "H107"),
        ("Sous embargo jusqu’au 31 février 2026", "H106"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(head: str, code: str) -> None:
    done = read(f"{head}\n\n{TEXT}")
    assert code in codes(done.notices)
    assert done.value.embargo
    assert not done.value.embargo.until


def test_an_embargo_that_can_be_read_is_no_doubt() -> None:
    done = read(f"Sous embargo jusqu’au 4 mars 2026, 7 h\n\n{TEXT}")
    assert done.value.embargo
    assert done.value.embargo.until == "2026-03-04T06:00:00Z"


def test_the_clock_is_that_of_the_place_and_then_of_the_office() -> None:
    nowhere = TEXT.replace("Paris, le 3 mars 2026 – ", "")
    words = "Sous embargo jusqu’au 4 mars 2026, 7 h"
    embargoes = [
        normalise_source(Source("x.txt", f"{words}\n\n{text}".encode()), house=House(country=country)).value.embargo
        for text, country in ((TEXT, "SN"), (nowhere, "SN"), (nowhere, ""))
    ]
    assert [each and each.until for each in embargoes] == ["2026-03-04T06:00:00Z", "2026-03-04T07:00:00Z", ""]


SEVEN = "Sous embargo jusqu’au 4 mars 2026, 7 h"
DAKAR, NOWHERE = Dateline(Place("Dakar", "SN")), Dateline(None, Date("3 mars 2026"))


@pytest.mark.parametrize(
    ("dateline", "country", "until"),
    [
        (DAKAR, "FR", "2026-03-04T07:00:00Z"),
        (NOWHERE, "FR", "2026-03-04T06:00:00Z"),
        (None, "FR", "2026-03-04T06:00:00Z"),
        (None, "", ""),
    ],
)
def test_whose_clock_it_is(dateline: Dateline | None, country: str, until: str) -> None:
    found = ending(Embargo(SEVEN), dateline, country, "")
    assert (found.text, found.until) == (SEVEN, until)


def test_a_day_without_a_year_is_that_of_the_release() -> None:
    assert ending(Embargo("Embargo : 4 mars, 7 h"), None, "FR", "2026-03-03").until == "2026-03-04T06:00:00Z"


def test_the_end_stands_where_its_words_do() -> None:
    for at in (0, 40):
        until = ending(Embargo(of_source(SEVEN, at)), None, "FR", "").until
        assert isinstance(until, Traced)
        assert [(piece.start, piece.place or piece.edits) for piece in until.pieces] == [(at, "H012")]
    bare = ending(Embargo(SEVEN), None, "FR", "").until
    assert isinstance(bare, Traced)
    assert [piece.start for piece in bare.pieces] == [0]
