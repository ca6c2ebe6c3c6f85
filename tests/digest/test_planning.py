"""What is due, and what planning it writes into the ledger: all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from oimpress.digest import Candidate, Issue, Ledger, due, look_at_ledger, plan
from oimpress.digest.planning import numbered
from tests.digest.lists import MONDAY, listed, made
from tests.passes.reading import bare

WEEK = timedelta(days=7)
COUNT: dict[str, Any] = {"period": "count", "day": None, "hour": None, "at_least": 2}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with look_at_ledger(tmp_path / "ledger.sqlite3") as opened:
        yield opened


def planned(ledger: Ledger, found: Iterable[Candidate], now: datetime = MONDAY, **settings: Any) -> Issue | None:
    return plan(ledger, listed(**settings), lambda: found, now)


def rows(ledger: Ledger, query: str) -> list[tuple[object, ...]]:
    return list(ledger.db.execute(query))


def test_a_cut_off_is_due_until_its_issue_is_planned(ledger: Ledger) -> None:
    assert due(ledger, listed(), MONDAY) == (date(2026, 11, 23), MONDAY)
    assert due(ledger, listed(), MONDAY + timedelta(days=6)) == (date(2026, 11, 23), MONDAY)
    planned(ledger, [made("a")])
    assert due(ledger, listed(), MONDAY + timedelta(days=6)) is None
    assert due(ledger, listed(), MONDAY + WEEK) == (date(2026, 11, 30), MONDAY + WEEK)


def test_what_was_planned_ahead_is_not_due_again(ledger: Ledger) -> None:
    planned(ledger, [made("a")], MONDAY + WEEK)
    assert due(ledger, listed(), MONDAY) is None
    assert due(ledger, listed(), MONDAY + 2 * WEEK) is not None


def test_nothing_is_due_before_the_first_day_of_the_list(ledger: Ledger) -> None:
    assert due(ledger, listed(since="2026-11-23"), MONDAY) == (date(2026, 11, 23), MONDAY)
    assert due(ledger, listed(since="2026-11-24"), MONDAY) is None


def test_a_count_is_always_due_on_the_day_where_the_list_lives(ledger: Ledger) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # 00:30 in Zurich
    planned(ledger, [made("a"), made("b")], late, **COUNT)
    assert due(ledger, listed(**COUNT), late) == (date(2026, 11, 23), late)


def test_an_issue_is_planned_whole(ledger: Ledger) -> None:
    found = [made("a", "2026-11-20"), made("b", "2026-11-22", origin="2026/b.txt", stamp="e" * 64)]
    issue = planned(ledger, found, MONDAY + timedelta(minutes=3), to=["a@oim.test", "b@oim.test", "a@oim.test"])
    assert issue is not None
    assert (issue.name, issue.state, issue.day) == ("presse-1-048", "planned", date(2026, 11, 23))
    assert (issue.cut_off, issue.planned, issue.sha256) == (MONDAY, MONDAY + timedelta(minutes=3), "")
    assert [(each.release.id, each.role, each.place, each.correction) for each in ledger.members(issue)] == [
        ("b", "new", 1, ""),
        ("a", "new", 2, ""),
    ]
    assert ledger.members(issue)[1].release == found[0].release
    assert rows(ledger, "SELECT list, hash, stamp, origin FROM members WHERE release = 'b'") == [
        ("presse", found[1].hash, "e" * 64, "2026/b.txt")
    ]


def test_every_recipient_gets_one_delivery(ledger: Ledger) -> None:
    by_mail: dict[str, Any] = {"transport": {"kind": "sendmail"}, "to": ["b@oim.test", "a@oim.test", "b@oim.test"]}
    issue = planned(ledger, [made("a")], **by_mail)
    assert issue is not None
    assert [(each.recipient, each.state, each.attempts) for each in ledger.deliveries(issue)] == [
        ("a@oim.test", "waiting", 0),
        ("b@oim.test", "waiting", 0),
    ]


def test_the_verdict_on_every_release_is_kept_with_when_it_was_met(ledger: Ledger) -> None:
    held = made("held", "2026-11-21", until="2026-12-01T06:00:00Z")
    planned(ledger, [made("a"), made("early", "2026-11-25"), held])
    query = "SELECT release, published, title, verdict, until, first_seen FROM sightings ORDER BY release"
    assert rows(ledger, query) == [
        ("a", "2026-11-20", "Titre a", "new", "", "2026-11-23T07:00:00Z"),
        ("early", "2026-11-25", "Titre early", "early", "", "2026-11-23T07:00:00Z"),
        ("held", "2026-11-21", "Titre held", "held", "2026-12-01T06:00:00Z", "2026-11-23T07:00:00Z"),
    ]
    planned(ledger, [made("a"), made("early", "2026-11-25"), held], MONDAY + WEEK)
    again = "SELECT release, verdict, first_seen FROM sightings ORDER BY release"
    assert rows(ledger, again) == [
        ("a", "in", "2026-11-23T07:00:00Z"),
        ("early", "new", "2026-11-23T07:00:00Z"),
        ("held", "held", "2026-11-23T07:00:00Z"),
    ]


@pytest.mark.parametrize(("when_empty", "state", "open"), [("skip", "empty", 0), ("send", "planned", 1)])
def test_a_week_without_releases(ledger: Ledger, when_empty: str, state: str, open: int) -> None:
    issue = planned(ledger, [made("next", "2026-11-25")], when_empty=when_empty)
    assert issue is not None
    assert (issue.state, issue.number, len(ledger.deliveries(issue))) == (state, 48, open)
    assert due(ledger, listed(), MONDAY) is None


def test_a_week_with_releases_is_sent_whatever_the_list_does_with_empty_ones(ledger: Ledger) -> None:
    issue = planned(ledger, [made("a")], when_empty="skip")
    assert issue is not None
    assert (issue.state, len(ledger.deliveries(issue))) == ("planned", 1)


def test_a_count_is_planned_when_enough_wait(ledger: Ledger) -> None:
    assert planned(ledger, [made("a")], **COUNT) is None
    assert ledger.issues("presse") == ()
    assert rows(ledger, "SELECT release, verdict FROM sightings") == [("a", "new")]
    issue = planned(ledger, [made("a"), made("b")], MONDAY + timedelta(hours=1), **COUNT)
    assert issue is not None
    assert (issue.number, issue.cut_off, len(ledger.members(issue))) == (1, MONDAY + timedelta(hours=1), 2)


def test_a_week_is_planned_however_few_wait(ledger: Ledger) -> None:
    """What a count waits for says nothing to a list that has days."""
    assert planned(ledger, [made("a")], at_least=None) is not None
    assert planned(ledger, [made("a")], MONDAY + WEEK) is not None


def test_a_faster_run_leaves_nothing_to_plan(ledger: Ledger) -> None:
    def candidates() -> list[Candidate]:
        planned(ledger, [made("a")])  # by another run, while this one reads its sources
        return [made("a"), made("b")]

    assert plan(ledger, listed(), candidates, MONDAY) is None
    (issue,) = ledger.issues("presse")
    assert [member.release.id for member in ledger.members(issue)] == ["a"]


def test_a_plan_that_fails_leaves_nothing(ledger: Ledger) -> None:
    ledger.db.execute("DROP TABLE deliveries")
    with pytest.raises(Exception, match="no such table: deliveries"):
        planned(ledger, [made("a")])
    assert [rows(ledger, f"SELECT count(*) FROM {table}") for table in ("issues", "members", "sightings")] == [
        [(0,)],
        [(0,)],
        [(0,)],
    ]


def test_a_corrected_release_says_what_was_corrected(ledger: Ledger) -> None:
    planned(ledger, [made("a", words="Le pont rouvre lundi.")])
    issue = planned(ledger, [made("a", words="Le pont rouvre mardi."), made("b", "2026-11-25")], MONDAY + WEEK)
    assert issue is not None
    assert [(each.release.id, each.role, bare(each.correction)) for each in ledger.members(issue)] == [
        ("b", "new", ""),
        ("a", "corrected", "Corrigé : paragraphe 1 : « lundi », devenu « mardi »."),
    ]


def test_numbers_follow_the_calendar_and_are_free(ledger: Ledger) -> None:
    monday = date(2026, 11, 23)
    assert numbered(ledger, listed(), monday) == (1, 48)
    assert numbered(ledger, listed(**COUNT), monday) == (1, 1)
    planned(ledger, [made("a")])
    assert numbered(ledger, listed(), monday) == (1, 49)  # 48 is taken, as after a change of the period
    assert numbered(ledger, listed(), date(2026, 11, 16)) == (1, 47)
    assert numbered(ledger, listed(**COUNT), monday) == (1, 49)
    assert numbered(ledger, listed(**COUNT), date(2027, 1, 4)) == (2, 1)
    assert numbered(ledger, listed(), date(2027, 11, 29)) == (2, 48)
