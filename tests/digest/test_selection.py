"""Laws of the selection, on any archive and any series of plans."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.digest import Candidate, candidate
from oimpress.digest.selection import TAKEN, History, Judged, SentWording, members, select, unique
from oimpress.errors import ReadError
from oimpress.model.nodes import Text
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
    [("newest", ["c", "a", "b", "u"]), ("oldest", ["b", "a", "c", "u"]), ("title", ["b", "c", "a", "u"])],
)
def test_orders(order: str, expected: list[str]) -> None:
    titles = {"a": "Un pont", "b": "Abris neufs", "c": "après la crue", "u": "Abris"}
    found = [
        titled(made(name, published), titles[name])
        for name, published in (("u", ""), ("b", "2026-11-01"), ("a", "2026-11-02"), ("c", "2026-11-03"))
    ]
    assert issue_of(found, order=order) == expected


def titled(found: Candidate, title: str) -> Candidate:
    return candidate(replace(found.release, title=(Text(title),)))


def unsourced(found: Candidate) -> Candidate:
    return candidate(replace(found.release, source=None))


def issue_of(found: list[Candidate], history: History | None = None, **settings: object) -> list[str]:
    wanted = listed(**settings)
    taken = members(select(found, history or History(), wanted, DAY, eight(DAY)), wanted)
    return [each.candidate.release.id for each in taken]


@pytest.mark.parametrize("order", ["newest", "oldest", "title"])
def test_corrections_stand_behind_what_is_new(order: str) -> None:
    history = sent_before(made("a", words="Hier."), made("d", words="Hier."))
    found = [made(name, "2026-11-20") for name in "abcd"]
    assert issue_of(found, history, order=order) == ["b", "c", "a", "d"]


def sent_before(*found: Candidate) -> History:
    return History(sent=tuple(SentWording(each.release.id, each.hash, each.stamp, each.origin) for each in found))


@pytest.mark.parametrize(
    ("corrected", "verdict"), [("note", "corrected"), ("again", "corrected"), ("ignore", "unchanged")]
)
def test_what_was_sent_in_other_words_is_a_correction(corrected: str, verdict: str) -> None:
    """Whenever it was published: also before the last cut-off, and before the list began."""
    history = replace(sent_before(made("a", words="1 200 familles.")), last_day="2026-11-16")
    for published in ("2026-11-20", "2026-11-02", "2025-12-31"):
        assert verdicts([made("a", published, "12 000 familles.")], history, corrected=corrected) == {"a": verdict}


def test_what_was_sent_is_in_though_its_file_was_saved_anew() -> None:
    """Other bytes of the source, such as other line ends, and the same text."""
    sent = made("a", stamp="e" * 64)
    assert verdicts([made("a", stamp="f" * 64)], History(sent=(SentWording("a", sent.hash, "e" * 64, "a.txt"),))) == {
        "a": "in"
    }


@pytest.mark.parametrize(
    ("published", "late", "verdict"),
    [
        ("2026-11-15", True, "late"),
        ("2026-11-15", False, "missed"),
        ("2026-11-16", True, "new"),
        ("2026-11-16", False, "new"),
        ("2026-10", True, "late"),
        ("2026-11", False, "new"),
        ("", False, "new"),
    ],
)
def test_what_appears_after_its_cut_off(published: str, late: bool, verdict: str) -> None:
    history = History(last_day="2026-11-16")
    assert verdicts([made("a", published)], history, include_late=late) == {"a": verdict}


def test_what_was_missed_stays_out_though_the_list_takes_late_ones_now() -> None:
    found = made("a", "2026-11-02")
    missed = History(met={found.key}, missed={found.key}, last_day="2026-11-16")
    assert verdicts([found], missed) == {"a": "missed"}
    assert verdicts([found], replace(missed, missed=())) == {"a": "new"}  # met, and the issue was full


def test_a_release_counts_from_the_end_of_its_embargo() -> None:
    assert made("a", "2026-11-01", until="2026-11-20T06:00:00Z").public == "2026-11-20"
    assert made("a", "2026-11-20", until="2026-11-01T06:00:00Z").public == "2026-11-20"
    assert made("a", "2026-11", until="2026-11-20T06:00:00Z").public == "2026-11"
    assert made("a", "2026-11-01").public == "2026-11-01"


def test_what_tells_a_candidate_from_others() -> None:
    alone = unsourced(made("a"))
    assert (alone.stamp, alone.origin) == (alone.hash, "")
    found = made("a", stamp="e" * 64, origin="2026/a.txt")
    assert (found.hash, found.stamp, found.origin) == (alone.hash, "e" * 64, "2026/a.txt")
    given = candidate(found.release, "f" * 64, "b.txt", "Le nombre de familles.")
    assert (given.hash, given.stamp, given.origin) == (alone.hash, "f" * 64, "b.txt")
    assert (given.correction, found.correction) == ("Le nombre de familles.", "")


def test_a_candidate_that_comes_twice_is_taken_once() -> None:
    first, second = made("a", origin="a.txt"), made("a", words="Un autre.", origin="b.txt")
    assert unique([first, first, second, made("c")]) == (first, second, made("c"))
    copy = made("a", origin="copie.txt")
    assert unique([first, copy]) == (first,)


@pytest.mark.parametrize(
    ("one", "other", "places"),
    [
        (made("a", "", "Oui.", "e" * 64, "a.txt"), made("a", "", "Non.", "e" * 64, "a.xml"), "a.txt, a.xml"),
        (unsourced(made("a", words="Oui.")), unsourced(made("a", words="Non.")), "?, ?"),
    ],
    ids=["one source", "none"],
)
def test_two_that_differ_and_cannot_be_told_apart_are_refused(one: Candidate, other: Candidate, places: str) -> None:
    with pytest.raises(ReadError) as refused:
        unique([made("b"), one, other])
    assert str(refused.value) == f"a: two differing releases of this id ({places}); remove one of them"


def test_earlier_wordings_are_those_of_the_origin_and_of_the_id_when_theirs_is_gone() -> None:
    here, gone = SentWording("a", "1", "1", "a.txt"), SentWording("a", "2", "2", "x.txt")
    nowhere, renamed = SentWording("a", "3", "3", ""), SentWording("z", "4", "4", "a.txt")
    found = [made("a", origin="a.txt"), made("a", words="La deuxième.", origin="b.txt"), made("c", origin="c.txt")]
    before = History(sent=(here, gone, nowhere, renamed)).before(found)
    assert [before[each.key] for each in found] == [[here, renamed, gone, nowhere], [gone, nowhere], []]


def test_a_release_without_an_origin_has_the_wordings_of_its_id_only() -> None:
    alone = unsourced(made("a"))
    known = (SentWording("a", "1", "1", "a.txt"), SentWording("b", "2", "2", ""))
    assert History(sent=known).before([alone])[alone.key] == [known[0]]


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
