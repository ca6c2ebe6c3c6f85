"""The steps of a digest where something is lost, late, refused or in another's hands."""

from __future__ import annotations

import mailbox
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from oimpress.digest import (
    Candidate,
    Ledger,
    build,
    building,
    discard,
    mailing_list,
    open_ledger,
    outlook,
    plan,
    send,
    unsent,
)
from oimpress.digest.copies import COPY
from oimpress.digest.ledger import Issue, LedgerError, Member
from oimpress.digest.locking import only_runner
from oimpress.digest.rendering import render
from oimpress.errors import ReadError, WriteError
from oimpress.model.codec import to_xml
from tests.digest.lists import BASE, MONDAY, listed, made, place
from tests.digest.maildirs import WEEK, mails, sent_ids


def test_a_stored_mail_that_was_lost_is_made_again(ledger: Ledger, tmp_path: Path) -> None:
    plan(ledger, listed(), lambda: [made("a")], MONDAY)
    (first,) = build(ledger, listed(), place(tmp_path))
    assert first.path.read_bytes() == first.content
    first.path.write_bytes(b"damaged")
    (second,) = build(ledger, listed(), place(tmp_path))
    assert second.path.read_bytes() == first.content


def test_a_list_in_hand_is_left_alone(ledger: Ledger, tmp_path: Path) -> None:
    plan(ledger, listed(), lambda: [made("a")], MONDAY)
    with only_runner(tmp_path / "digest" / ".presse.lock", 0):
        with pytest.raises(LedgerError, match="another run"):
            build(ledger, listed(), place(tmp_path))
        with pytest.raises(LedgerError, match="another run"):
            discard(ledger, listed())
        assert send(ledger, listed(), list, place(tmp_path)).busy
    assert send(ledger, listed(), list, place(tmp_path)).issues


def test_a_huge_release_is_refused_until_allowed(ledger: Ledger, tmp_path: Path) -> None:
    huge = made("huge", words="Trois cents kilo-octets. " * 12_000)
    with pytest.raises(WriteError, match="allow-large"):
        send(ledger, listed(), lambda: [huge], place(tmp_path))
    assert not (tmp_path / "box").exists()
    done = send(ledger, listed(allow_large=True), list, place(tmp_path))
    assert [issue.name for issue in done.issues] == ["presse-1-048"]
    assert "D001" in [each.code for each in done.notices]


def test_a_release_that_no_mail_can_be_made_with_holds_up_no_other(ledger: Ledger, tmp_path: Path) -> None:
    """It waits, and is in the next issue once that can be made."""
    found = [made("a"), made("huge", words="Trois cents kilo-octets. " * 12_000), made("b")]
    done = send(ledger, listed(), lambda: found, place(tmp_path))
    assert [issue.name for issue in done.issues] == ["presse-1-048"]
    assert [(each.name, "allow-large" in str(each.fault)) for each in done.left] == [("huge", True)]
    assert "Titre huge" not in mails(tmp_path)[0]
    send(ledger, listed(), lambda: [*found, made("c", "2026-11-27")], place(tmp_path, MONDAY + WEEK))
    send(ledger, listed(allow_large=True), lambda: found, place(tmp_path, MONDAY + 2 * WEEK))
    assert [sorted(ids) for ids in sent_ids(ledger)] == [["a", "b"], ["c"], ["huge"]]


def test_a_fault_of_ours_in_one_release_is_told_in_words(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(issue: Issue, members: Sequence[Member], *rest: Any) -> Any:
        if any(member.release.id == "odd" for member in members):
            raise RuntimeError("no such thing")
        return render(issue, members, *rest)

    monkeypatch.setattr(building, "render", failing)
    done = send(ledger, listed(), lambda: [made("a"), made("odd")], place(tmp_path))
    assert [(each.name, str(each.fault)) for each in done.left] == [
        ("odd", "presse-1-048: its mail cannot be made (RuntimeError: no such thing)")
    ]
    assert sent_ids(ledger) == [["a"]]


def test_an_issue_that_cannot_be_made_holds_up_no_other(ledger: Ledger, tmp_path: Path) -> None:
    huge = made("huge", words="Trois cents kilo-octets. " * 12_000)
    with pytest.raises(WriteError, match="allow-large"):
        send(ledger, listed(), lambda: [huge], place(tmp_path))
    done = send(ledger, listed(), lambda: [huge, made("a", "2026-11-27")], place(tmp_path, MONDAY + WEEK))
    assert [issue.name for issue in done.issues] == ["presse-1-049"]
    assert [each.name for each in done.left] == ["presse-1-048"]


def test_sources_in_trouble_hold_up_nothing_that_was_planned_before(ledger: Ledger, tmp_path: Path) -> None:
    def unreadable() -> list[Candidate]:
        raise ReadError("archive: not there")

    plan(ledger, listed(), lambda: [made("a")], MONDAY)
    done = send(ledger, listed(), unreadable, place(tmp_path, MONDAY + WEEK))
    assert [issue.name for issue in done.issues] == ["presse-1-048"]
    assert [(each.name, str(each.fault)) for each in done.left] == [("presse", "archive: not there")]
    with pytest.raises(ReadError, match="not there"):
        send(ledger, listed(), unreadable, place(tmp_path, MONDAY + WEEK))


def test_what_somebody_may_have_is_not_changed(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An issue that was begun to be handed over goes out as it is, or not at all."""

    def failing(*_: Any) -> Any:
        raise RuntimeError("no such thing")

    refusing = {"kind": "sendmail", "command": [sys.executable, "-c", "import sys; sys.exit(75)"]}
    send(ledger, listed(transport=refusing), lambda: [made("a"), made("b")], place(tmp_path))
    (tmp_path / "digest" / "presse" / "presse-1-048.eml").unlink()
    monkeypatch.setattr(building, "render", failing)
    with pytest.raises(WriteError, match="cannot be made"):
        send(ledger, listed(), list, place(tmp_path, MONDAY + timedelta(hours=1)))
    assert [sorted(ids) for ids in sent_ids(ledger)] == [["a", "b"]]


def test_a_plan_can_be_made_again_before_anything_was_handed_over(ledger: Ledger, tmp_path: Path) -> None:
    plan(ledger, listed(), lambda: [made("a")], MONDAY)
    assert [issue.name for issue in discard(ledger, listed())] == ["presse-1-048"]
    send(ledger, listed(), lambda: [made("a"), made("b")], place(tmp_path))
    assert sent_ids(ledger) == [["a", "b"]]
    assert discard(ledger, listed()) == ()


def test_lists_do_not_touch_each_other(ledger: Ledger, tmp_path: Path) -> None:
    other = mailing_list("autre", {**BASE, "transport": {"kind": "maildir", "path": "other"}})
    send(ledger, listed(), lambda: [made("a")], place(tmp_path))
    send(ledger, other, lambda: [made("a")], place(tmp_path))
    assert len(list((tmp_path / "other" / "new").iterdir())) == len(mails(tmp_path)) == 1


def test_the_same_issue_has_the_same_bytes(tmp_path: Path) -> None:
    """However long after it was planned it is rendered."""
    contents: list[bytes] = []
    for name in ("one", "two"):
        with open_ledger(tmp_path / name / "ledger.sqlite3") as ledger:
            plan(ledger, listed(), lambda: [made("a"), made("b")], MONDAY + timedelta(minutes=5))
            now = MONDAY + timedelta(hours=1 + len(contents))
            send(ledger, listed(), lambda: [made("a"), made("b")], place(tmp_path / name, now))
        contents.append((tmp_path / name / "box" / "new" / "presse-1-048").read_bytes())
    assert contents[0] == contents[1]


def test_a_late_issue_bears_the_moment_of_its_planning(ledger: Ledger, tmp_path: Path) -> None:
    """One that is dated weeks back is filed where nobody looks, and suspect to those who sort mail."""
    send(ledger, listed(), lambda: [made("a")], place(tmp_path, MONDAY + timedelta(days=3, hours=2)))
    (mail,) = mailbox.Maildir(tmp_path / "box")
    assert mail["Date"] == "Thu, 26 Nov 2026 10:00:00 +0100"
    assert "23\u00a0novembre 2026" in mails(tmp_path)[0]


def test_moments_are_kept_in_utc(ledger: Ledger) -> None:
    issue = plan(ledger, listed(), lambda: [made("a")], datetime.fromisoformat("2026-11-23T08:00:00+01:00"))
    assert issue is not None
    assert issue.cut_off == MONDAY
    assert issue.day.isoformat() == "2026-11-23"


def test_the_outlook_is_the_issue_that_will_come(ledger: Ledger, tmp_path: Path) -> None:
    found = [made("a")]
    early = place(tmp_path, MONDAY - timedelta(hours=1))
    foreseen = outlook(ledger, listed(since="2026-11-20"), lambda: found, early).value
    assert ledger.issues("presse") == ()
    send(ledger, listed(since="2026-11-20"), lambda: found, place(tmp_path))
    assert (tmp_path / "digest" / "presse" / "presse-1-048.eml").read_bytes() == foreseen
    following = outlook(ledger, listed(), list, early).value
    assert b"Message-ID: <presse-1-049@oim.test>" in following


def test_attachments_are_the_same_releases(ledger: Ledger, tmp_path: Path) -> None:
    send(ledger, listed(attach=["epub", "pdf"]), lambda: [made("a")], place(tmp_path))
    mail = message_from_bytes((tmp_path / "box" / "new" / "presse-1-048").read_bytes(), policy=policy.default)
    files = {str(part.get_filename()): part.get_content() for part in mail.iter_attachments()}
    assert sorted(files) == ["presse-1-048.epub", "presse-1-048.pdf"]
    assert files["presse-1-048.pdf"].startswith(b"%PDF-")
    assert files["presse-1-048.epub"].startswith(b"PK")


def test_what_is_planned_or_stored_is_not_sent(ledger: Ledger) -> None:
    for week, state in enumerate(("planned", "stored", "handed-over", "empty")):
        plan(ledger, listed(when_empty="send"), list, MONDAY + week * WEEK)
        ledger.db.execute("UPDATE issues SET state = ? WHERE number = ?", (state, 48 + week))
    assert [issue.state for issue in unsent(ledger, listed())] == ["planned", "stored"]
    assert unsent(ledger, mailing_list("autre", BASE)) == ()


def test_a_plan_that_is_forgotten_leaves_no_mail_and_no_release(ledger: Ledger, tmp_path: Path) -> None:
    for week in range(3):
        plan(
            ledger,
            listed(),
            lambda: [made("a"), made("b", "2026-11-30"), made("c", "2026-12-07")],
            MONDAY + week * WEEK,
        )
    stored = [built.path for built in build(ledger, listed(), place(tmp_path))]
    ledger.db.execute("UPDATE deliveries SET attempts = 1 WHERE issue = (SELECT id FROM issues WHERE number = 49)")
    assert [issue.number for issue in discard(ledger, listed())] == [48, 50]
    assert [path.exists() for path in stored] == [False, True, False]
    assert sent_ids(ledger) == [["b"]]
    assert list(ledger.db.execute("SELECT count(*) FROM deliveries")) == [(1,)]


def test_a_list_in_hand_is_told_in_words(ledger: Ledger, tmp_path: Path) -> None:
    with only_runner(tmp_path / "digest" / ".presse.lock", 0), pytest.raises(LedgerError) as told:
        discard(ledger, listed())
    assert str(told.value) == "presse: another run has the list in hand; wait until it ends"


def test_a_copy_of_the_ledger_is_kept_once_something_was_handed_over(ledger: Ledger, tmp_path: Path) -> None:
    wanted = listed(approve=True)
    waiting = send(ledger, wanted, lambda: [made("a")], place(tmp_path))
    assert [issue.name for issue in waiting.waiting] == ["presse-1-048"]
    (tmp_path / "digest" / COPY).unlink()  # from before the mail was stored
    assert [issue.name for issue in send(ledger, wanted, list, place(tmp_path)).waiting] == ["presse-1-048"]
    assert not (tmp_path / "digest" / COPY).exists()
    assert send(ledger, listed(), list, place(tmp_path)).issues
    assert (tmp_path / "digest" / COPY).exists()


@pytest.mark.parametrize(
    ("until", "now", "words"),
    [
        ("2026-11-24T06:00:00Z", MONDAY, "2026-11-24T06:00:00Z"),
        ("2026-11-23T07:00:01Z", MONDAY, "2026-11-23T07:00:01Z"),
        ("", MONDAY, "Sous embargo"),
        ("2026-11-23T07:00:00Z", MONDAY, ""),
    ],
)
def test_an_embargo_that_is_not_over_keeps_an_issue_back(
    ledger: Ledger, tmp_path: Path, until: str, now: datetime, words: str
) -> None:
    """However it came into the plan: planned for a later moment, or before its embargo was known."""
    plan(ledger, listed(), lambda: [made("a"), made("b")], now)
    embargoed = to_xml(made("a", until=until).release)
    ledger.db.execute("UPDATE members SET xml = ? WHERE release = 'a'", (embargoed,))
    if not words:
        assert send(ledger, listed(), list, place(tmp_path, now)).issues
        return
    with pytest.raises(WriteError) as told:
        send(ledger, listed(), list, place(tmp_path, now))
    assert str(told.value) == (
        f"presse-1-048: a is under embargo until {words}; the issue waits until then, or plan it again"
    )
