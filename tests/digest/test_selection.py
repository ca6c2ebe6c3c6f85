"""Laws of the selection, on any archive and any series of plans."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.digest import Candidate
from oimpress.digest.selection import TAKEN, History, Judged, SentWording, members, select
from tests.digest.lists import listed, made

DAY = date(2026, 11, 23)


def eight(day: date) -> str:
    """Eight o'clock of ``day`` in Zurich in winter, as the ledger writes it."""
    return f"{day.isoformat()}T07:00:00Z"


def verdicts(found: list[Candidate], history: History | None = None, **settings: object) -> dict[str, str]:
    judged = select(found, history or History(), listed(**settings), DAY, eight(DAY))
    return {each.candidate.release.id: each.verdict for each in judged}


@pytest.mark.parametrize(
    ("published", "verdict"),
    [
        ("2026-11-23", "new"),
        ("2026-11-24", "early"),
        ("2026-11", "new"),
        ("2026-12", "early"),
        ("2026", "new"),
        ("2027", "early"),
        ("", "new"),
        ("2026-01-01", "new"),
        ("2025-12-31", "before"),
        ("2025", "before"),
    ],
)
def test_days_months_and_years(published: str, verdict: str) -> None:
    assert verdicts([made("a", published)]) == {"a": verdict}


@pytest.mark.parametrize(
    ("until", "verdict"),
    [
        ("2026-11-23T06:59:59Z", "new"),
        ("2026-11-23T07:00:00Z", "new"),
        ("2026-11-23T07:00:01Z", "held"),
        ("2027-01-01T00:00:00Z", "held"),
        ("", "sealed"),
    ],
)
@pytest.mark.parametrize("published", ["2026-11-20", "2026-11-01", "2026-11", ""])
@pytest.mark.parametrize("late", [True, False])
def test_an_embargo_holds_back_until_it_ends(published: str, until: str, verdict: str, late: bool) -> None:
    found = [made("a", published, until=until)]
    history = History(last_day="2026-11-16", held={"a"})
    assert verdicts(found, history, include_late=late) == {"a": verdict}


def test_what_was_held_back_is_not_late_afterwards() -> None:
    """Whatever the list does with late ones: its source was there in time, or its embargo ended after the cut-off."""
    history = History(last_day="2026-11-16", held={"a"})
    assert verdicts([made("a", "2026-11-01")], history, include_late=False) == {"a": "new"}
    assert verdicts([made("b", "2026-11-01", until="2026-11-20T06:00:00Z")], history, include_late=False) == {
        "b": "new"
    }
    assert verdicts([made("c", "2026-11-01", until="2026-11-10T06:00:00Z")], history, include_late=False) == {
        "c": "missed"
    }


def test_a_correction_under_embargo_waits_and_what_was_sent_stays_sent() -> None:
    sent = made("a")
    history = History(sent=(SentWording("a", sent.hash, sent.stamp, sent.origin),))
    assert verdicts([made("a", words="Autres mots.", until="2026-12-01T06:00:00Z")], history) == {"a": "held"}
    assert verdicts([made("a", stamp=sent.stamp, until="2026-12-01T06:00:00Z")], history) == {"a": "in"}


def test_the_newest_wait_when_an_issue_is_full() -> None:
    found = [made("a", "2026-11-20"), made("b", "2026-11-18"), made("c", "")]
    assert verdicts(found, limit=2) == {"a": "new", "b": "new", "c": "full"}


@pytest.mark.parametrize(
    ("order", "expected"),
    [("newest", ["c", "b", "a", "u"]), ("oldest", ["a", "b", "c", "u"]), ("title", ["a", "b", "c", "u"])],
)
def test_orders(order: str, expected: list[str]) -> None:
    found = [made("u", ""), made("b", "2026-11-02"), made("a", "2026-11-01"), made("c", "2026-11-03")]
    wanted = listed(order=order)
    taken = members(select(found, History(), wanted, DAY, eight(DAY)), wanted)
    assert [each.candidate.release.id for each in taken] == expected


names = st.sampled_from("abcdefgh")
days = st.one_of(st.just(""), st.dates(date(2025, 11, 1), date(2027, 3, 1)).map(date.isoformat))
archives = st.lists(st.dictionaries(names, st.tuples(days, st.sampled_from(["x", "y"])), max_size=8), max_size=8)


@given(archives, st.integers(0, 3), st.sampled_from(["note", "again", "ignore"]), st.booleans())
def test_whatever_appears_is_sent_once_in_each_wording(
    weeks: list[dict[str, tuple[str, str]]], limit: int, corrected: str, late: bool
) -> None:
    wanted = listed(limit=limit, corrected=corrected, include_late=late)
    sent: list[SentWording] = []
    met: dict[tuple[str, str], str] = {}
    last = ""
    for week, archive in enumerate(weeks):
        day = DAY + week * timedelta(days=7)
        found = [made(name, published, words) for name, (published, words) in archive.items()]
        missed = {key for key, verdict in met.items() if verdict == "missed"}
        judged = select(found, History(tuple(sent), met, missed, last), wanted, day, eight(day))
        assert len(judged) == len(found)
        taken = members(judged, wanted)
        assert not limit or len(taken) <= limit
        sent += [told(each) for each in taken]
        met |= {each.candidate.key: each.verdict for each in judged}
        last = day.isoformat()
        assert {each.candidate.key for each in taken} == {
            each.candidate.key for each in judged if each.verdict in TAKEN
        }
    assert max(Counter(each[:2] for each in sent).values(), default=1) == 1
    if corrected == "ignore":
        assert max(Counter(each.release for each in sent).values(), default=1) == 1


def told(each: Judged) -> SentWording:
    return SentWording(each.candidate.release.id, each.candidate.hash, each.candidate.stamp, each.candidate.origin)


@given(st.dictionaries(names, days, min_size=1), st.integers(1, 3))
def test_nothing_is_forgotten(archive: dict[str, str], limit: int) -> None:
    """After weeks enough, all that is not older than the list was sent."""
    wanted = listed(limit=limit)
    found = [made(name, published) for name, published in archive.items()]
    sent: list[SentWording] = []
    met: dict[tuple[str, str], str] = {}
    last = ""
    for week in range(30):
        day = DAY + week * timedelta(days=7)
        judged = select(found, History(tuple(sent), met, (), last), wanted, day, eight(day))
        sent += [told(each) for each in members(judged, wanted)]
        met |= {each.candidate.key: each.verdict for each in judged}
        last = day.isoformat()
    expected = {name for name, published in archive.items() if not published or published >= "2026-01-01"}
    assert {each.release for each in sent} == expected
