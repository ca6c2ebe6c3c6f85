"""What the ledger says of each release and each issue, and when somebody should look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from oimpress.digest import Ledger, MailingList, build, look_at_ledger, plan
from oimpress.digest.account import Met, Status, held_back, log, reason, reason_of, status
from oimpress.digest.selection import Verdict
from tests.digest.lists import MONDAY, listed, made, place

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    (tmp_path / "digest").mkdir()
    with look_at_ledger(tmp_path / "digest" / "ledger.sqlite3") as opened:
        yield opened


def met(verdict: str, issue: str = "", until: str = "") -> Met:
    return Met("a", "Titre a", "2026-11-20", "2026-11-23T07:00:00Z", verdict, until, issue)


def test_the_log_has_every_wording_with_its_issue(ledger: Ledger) -> None:
    first, edited = made("a", words="Oui."), made("a", words="Non.")
    held = made("held", "2026-11-19", until="2026-12-01T06:00:00Z")
    plan(ledger, listed(), lambda: [first, held, made("b", "2026-11-25")], MONDAY)
    plan(ledger, listed(), lambda: [edited, held, made("b", "2026-11-25")], MONDAY + WEEK)
    assert [(each.release, each.verdict, each.issue, each.until) for each in log(ledger, listed())] == [
        ("held", "held", "", "2026-12-01T06:00:00Z"),
        ("a", "new", "presse-1-048", ""),
        ("b", "new", "presse-1-049", ""),
        ("a", "corrected", "presse-1-049", ""),
    ]
    (one, *_) = log(ledger, listed())
    assert (one.title, one.published, one.first_seen) == ("Titre held", "2026-11-19", "2026-11-23T07:00:00Z")


def test_what_an_embargo_holds_back(ledger: Ledger) -> None:
    held, sealed = made("held", until="2026-12-01T06:00:00Z"), made("sealed", until="")
    plan(ledger, listed(), lambda: [made("a"), held, sealed], MONDAY)

    def now(later: timedelta) -> list[str]:
        return [each.release for each in held_back(ledger, listed(), MONDAY + later)]

    assert now(WEEK) == ["held", "sealed"]
    assert now(timedelta(days=7, hours=23) - SECOND) == ["held", "sealed"]
    assert now(timedelta(days=7, hours=23)) == ["sealed"]  # 2026-12-01, 06:00
    plan(ledger, listed(), lambda: [made("held", words="Sans embargo."), sealed], MONDAY + WEEK)
    assert now(WEEK) == ["sealed"]


WORDS = {
    "new": "new",
    "late": "late: published before the last cut-off, met after it",
    "corrected": "corrected: its source has changed",
    "in": "sent before: nothing but our reading of its source, or its place, has changed",
    "early": "waits: published after the cut-off",
    "before": "left out: published before the list began",
    "missed": "left out: late, and the list leaves late ones out",
    "unchanged": "left out: corrected, and the list ignores corrections",
    "full": "waits: the issue was full",
    "held": "held back until ?: under embargo",
    "sealed": "held back: under an embargo that cannot be read; say when it ends in the sidecar",
}


def test_every_verdict_has_its_words() -> None:
    assert {verdict: reason_of(verdict, "en") for verdict in get_args(Verdict)} == WORDS
    assert reason_of("new", "fr") == "nouveau"


def test_moments_are_told_by_the_clocks_of_the_list() -> None:
    paris = ZoneInfo("Europe/Paris")
    assert (
        reason_of("held", "en", "2026-12-01T06:00:00Z", paris) == "held back until 2026-12-01 07:00 CET: under embargo"
    )
    assert "2026-12-01 06:00 UTC" in reason(met("held", until="2026-12-01T06:00:00Z"), "en", UTC)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (met("new", "presse-1-048"), "presse-1-048: new"),
        (met("corrected", "presse-1-048"), "presse-1-048: corrected: its source has changed"),
        (met("new"), "waits: its issue is not planned yet"),
        (met("late"), "waits: its issue is not planned yet"),
        (met("full"), "waits: the issue was full"),
        (met("in"), WORDS["in"]),
    ],
)
def test_why_a_release_is_in_its_issue_or_in_none(found: Met, words: str) -> None:
    assert reason(found, "en", UTC) == words


def stand(ledger: Ledger, root: Path, later: timedelta = timedelta(), **settings: Any) -> Status:
    return status(ledger, listed(**settings), place(root, MONDAY + later))


def test_a_list_before_its_first_day(ledger: Ledger, tmp_path: Path) -> None:
    found = stand(ledger, tmp_path, since="2026-11-30")
    assert found == Status((), None, MONDAY + WEEK)
    assert not found.stuck
    assert not found.lost


@pytest.mark.parametrize(("later", "late"), [(HOUR, False), (HOUR + SECOND, True)])
def test_what_is_due_for_longer_than_a_timer_needs_is_late(
    ledger: Ledger, tmp_path: Path, later: timedelta, late: bool
) -> None:
    found = stand(ledger, tmp_path, later)
    assert (found.due, found.upcoming, found.late, found.stuck) == (MONDAY, MONDAY + WEEK, late, late)


def test_a_count_is_never_due(ledger: Ledger, tmp_path: Path) -> None:
    found = stand(ledger, tmp_path, WEEK, period="count", day=None, hour=None)
    assert (found.due, found.upcoming, found.late) == (None, None, False)


@pytest.mark.parametrize(
    ("change", "later", "idle", "stuck", "lost"),
    [
        ("attempts = 0", HOUR, False, False, False),
        ("attempts = 0", HOUR + SECOND, True, True, False),
        ("attempts = 1, state = 'deferred'", HOUR, False, True, False),
        ("attempts = 1, state = 'deferred'", 2 * HOUR, False, True, False),
        ("attempts = 3, state = 'lost'", HOUR, False, True, True),
        ("attempts = 1, state = 'done'", 2 * HOUR, False, False, False),
    ],
)
def test_an_issue_that_nobody_takes_is_stuck(
    ledger: Ledger, tmp_path: Path, change: str, later: timedelta, idle: bool, stuck: bool, lost: bool
) -> None:
    """Nobody tried, or somebody tried in vain; counted from its planning where that was later than its cut-off."""
    plan(ledger, listed(), lambda: [made("a"), made("b")], MONDAY)
    ledger.db.execute(f"UPDATE deliveries SET {change}")
    found = stand(ledger, tmp_path, later)
    (one,) = found.issues
    assert (one.issue.name, one.releases, len(one.open)) == ("presse-1-048", 2, int("done" not in change))
    assert (one.idle, found.stuck, found.lost, one.waits) == (idle, stuck, lost, False)


def test_an_issue_that_was_planned_late_has_its_time(ledger: Ledger, tmp_path: Path) -> None:
    plan(ledger, listed(), lambda: [made("a")], MONDAY + 5 * HOUR)
    assert not stand(ledger, tmp_path, 6 * HOUR).issues[0].idle
    assert stand(ledger, tmp_path, 6 * HOUR + SECOND).issues[0].idle


def test_an_issue_that_waits_for_approval_is_not_idle(ledger: Ledger, tmp_path: Path) -> None:
    wanted: MailingList = listed(approve=True)
    plan(ledger, wanted, lambda: [made("a")], MONDAY)
    build(ledger, wanted, place(tmp_path))
    found = stand(ledger, tmp_path, 3 * HOUR, approve=True)
    assert [(one.waits, one.idle) for one in found.issues] == [(True, False)]
    assert not found.stuck
    assert [(one.waits, one.idle) for one in stand(ledger, tmp_path, 3 * HOUR).issues] == [(False, True)]


def test_the_last_issues_and_all_that_are_open_are_shown(ledger: Ledger, tmp_path: Path) -> None:
    for week in range(4):
        plan(ledger, listed(when_empty="send"), list, MONDAY + week * WEEK)
    ledger.db.execute("UPDATE issues SET state = 'handed-over' WHERE number != 49")

    def shown(last: int) -> list[int]:
        found = status(ledger, listed(), place(tmp_path, MONDAY + 3 * WEEK), last)
        return [each.issue.number for each in found.issues]

    assert shown(12) == [48, 49, 50, 51]
    assert shown(1) == [49, 51]
    ledger.db.execute("UPDATE issues SET state = 'stored' WHERE number = 49")
    assert shown(1) == [49, 51]
    ledger.db.execute("UPDATE issues SET state = 'empty'")
    assert shown(2) == [50, 51]
