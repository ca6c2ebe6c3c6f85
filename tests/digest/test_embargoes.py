"""Nothing leaves a list before its embargo ends, and everything leaves it afterwards."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from oimpress.digest import Ledger, judge, plan, send
from oimpress.digest.account import held_back, log, reason
from oimpress.errors import WriteError
from tests.digest.lists import MONDAY, listed, made, place
from tests.digest.maildirs import WEEK, mails, sent_ids

HOUR = timedelta(hours=1)


def test_a_release_under_embargo_is_in_the_first_issue_after_it(ledger: Ledger, tmp_path: Path) -> None:
    archive = [made("a"), made("b", until="2026-11-23T07:00:01Z"), made("c", until="2026-11-23T07:00:00Z")]
    for week in range(3):
        send(ledger, listed(), lambda: archive, place(tmp_path, MONDAY + week * WEEK + HOUR))
    assert sent_ids(ledger) == [["a", "c"], ["b"], []]
    assert "embargo" not in "".join(mails(tmp_path)).lower()


@pytest.mark.parametrize("settings", [{"include_late": False}, {"corrected": "ignore"}, {"limit": 1}, {}])
def test_no_policy_lets_an_embargo_out_early(ledger: Ledger, tmp_path: Path, settings: dict[str, object]) -> None:
    """Not even a list that had a day for it, a retry, or a source that is read again and again."""
    archive = [made("a", "2026-11-02", until="2026-12-08T06:00:00Z")]
    for week in range(5):
        now = place(tmp_path, MONDAY + week * WEEK)
        send(ledger, listed(**settings), lambda: archive, now, retry=True)
        sent = [each for ids in sent_ids(ledger) for each in ids]
        assert sent == (["a"] if week >= 3 else [])


def test_an_embargo_that_cannot_be_read_waits_until_somebody_says(ledger: Ledger, tmp_path: Path) -> None:
    wanted = listed(include_late=False)
    send(ledger, wanted, lambda: [made("a", until="")], place(tmp_path))
    send(ledger, wanted, lambda: [made("a", until="")], place(tmp_path, MONDAY + WEEK))
    assert sent_ids(ledger) == [[], []]
    (held,) = held_back(ledger, wanted, MONDAY + WEEK)
    assert (held.release, held.verdict) == ("a", "sealed")
    send(ledger, wanted, lambda: [made("a", until="2026-11-24T06:00:00Z")], place(tmp_path, MONDAY + 2 * WEEK))
    assert sent_ids(ledger) == [[], [], ["a"]]
    assert held_back(ledger, wanted, MONDAY + 2 * WEEK) == ()


def test_an_issue_planned_for_a_later_moment_is_not_handed_over_before_an_embargo(
    ledger: Ledger, tmp_path: Path
) -> None:
    """Somebody planned ahead with --now."""
    archive = [made("a", until="2026-11-28T06:00:00Z")]
    plan(ledger, listed(), lambda: archive, MONDAY + WEEK)
    with pytest.raises(WriteError, match=r"presse-1-049: a is under embargo until 2026-11-28T06:00:00Z"):
        send(ledger, listed(), lambda: archive, place(tmp_path), retry=True)
    assert not (tmp_path / "box").exists()
    assert send(ledger, listed(), lambda: archive, place(tmp_path, MONDAY + WEEK)).issues
    assert len(mails(tmp_path)) == 1


def test_the_log_says_what_an_embargo_holds_back(ledger: Ledger, tmp_path: Path) -> None:
    wanted = listed()
    archive = [made("a", until="2026-12-01T06:00:00Z"), made("b", until="")]
    send(ledger, wanted, lambda: archive, place(tmp_path))
    said = {met.release: reason(met, "en", wanted.calendar.zone) for met in log(ledger, wanted)}
    assert said == {
        "a": "held back until 2026-12-01 07:00 CET: under embargo",
        "b": "held back: under an embargo that cannot be read; say when it ends in the sidecar",
    }
    (judged,) = judge(ledger, wanted, lambda: archive[:1], MONDAY)
    assert judged.verdict == "held"
    (judged,) = judge(ledger, wanted, lambda: archive[:1], MONDAY + 2 * WEEK)
    assert judged.verdict == "new"
