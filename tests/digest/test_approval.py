"""A list that asks for approval sends nothing without, and nothing but what was approved."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from oimpress.digest import Built, Issue, MailingList, build, open_ledger, plan, send
from oimpress.digest.approval import approval, approve, is_stored_unapproved, waits
from oimpress.errors import WriteError
from tests.digest.lists import MONDAY, listed, made, place


def stored(root: Path, wanted: MailingList) -> Path:
    with open_ledger(root / "digest" / "ledger.sqlite3") as ledger:
        plan(ledger, wanted, lambda: [made("un")], MONDAY)
        (built,) = build(ledger, wanted, place(root))
        approve(wanted, built, place(root), "Marie\nDupont")
        assert approval(wanted, built, place(root)) == ("Marie Dupont", "2026-11-23T07:00:00Z")
    return built.path


def test_what_was_approved_is_sent(tmp_path: Path) -> None:
    (tmp_path / "digest").mkdir()
    wanted = listed(approve=True)
    stored(tmp_path, wanted)
    with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
        sent = send(ledger, wanted, lambda: [made("un")], place(tmp_path))
    assert (len(sent.issues), sent.waiting) == (1, ())


def test_what_changed_since_or_was_never_approved_waits(tmp_path: Path) -> None:
    (tmp_path / "digest").mkdir()
    wanted = listed(approve=True)
    path = stored(tmp_path, wanted)
    note = path.with_suffix(".approved")
    for text in ("", "nonsense", "0" * 64 + note.read_text()[64:]):
        note.write_text(text)
        with open_ledger(tmp_path / "digest" / "ledger.sqlite3") as ledger:
            sent = send(ledger, wanted, lambda: [made("un")], place(tmp_path, MONDAY + timedelta(hours=1)))
        assert ([issue.name for issue in sent.waiting], sent.issues) == ([path.stem], ())


ISSUE = Issue(1, "presse", 1, 48, MONDAY.date(), MONDAY, "stored", "", MONDAY)
MAIL = b"Subject: x\r\n"


def lying(root: Path) -> Built:
    """A mail that lies stored."""
    path = place(root).stored(listed(), ISSUE)
    path.parent.mkdir(parents=True)
    path.write_bytes(MAIL)
    return Built(ISSUE, path, MAIL)


@pytest.mark.parametrize(
    ("who", "words"),
    [("Marie  Dupont\n", "Marie Dupont"), ("", "-"), (" ", "-"), ("M.  D.  (presse)", "M. D. (presse)")],
)
def test_an_approval_says_what_was_approved_when_and_by_whom(tmp_path: Path, who: str, words: str) -> None:
    built = lying(tmp_path)
    noted = approve(listed(), built, place(tmp_path, MONDAY + timedelta(hours=1)), who)
    assert noted == built.path.with_name("presse-1-048.approved")
    assert noted.read_text("utf-8") == f"{hashlib.sha256(MAIL).hexdigest()}  2026-11-23T08:00:00Z  {words}\n"
    assert approval(listed(), built, place(tmp_path)) == (words, "2026-11-23T08:00:00Z")
    assert approval(listed(), replace(built, content=b"Subject: y\r\n"), place(tmp_path)) is None


@pytest.mark.parametrize(
    "said", [b"", b"\xff\xfe", b"%s  2026-11-23T08:00:00Z\n" % hashlib.sha256(MAIL).hexdigest().encode()]
)
def test_what_is_no_approval_approves_nothing(tmp_path: Path, said: bytes) -> None:
    built = lying(tmp_path)
    built.path.with_suffix(".approved").write_bytes(said)
    assert approval(listed(), built, place(tmp_path)) is None


def test_only_a_list_that_asks_for_approval_waits_for_it(tmp_path: Path) -> None:
    built, asking = lying(tmp_path), listed(approve=True)
    assert (waits(asking, built, place(tmp_path)), waits(listed(), built, place(tmp_path))) == (True, False)
    assert is_stored_unapproved(asking, ISSUE, place(tmp_path))
    assert not is_stored_unapproved(listed(), ISSUE, place(tmp_path))
    for state in ("planned", "handed-over", "empty"):
        assert not is_stored_unapproved(asking, replace(ISSUE, state=state), place(tmp_path))
    approve(asking, built, place(tmp_path), "Marie")
    assert not waits(asking, built, place(tmp_path))
    assert not is_stored_unapproved(asking, ISSUE, place(tmp_path))
    built.path.unlink()
    assert not is_stored_unapproved(asking, ISSUE, place(tmp_path))


def test_an_approval_that_cannot_be_stored_is_told(tmp_path: Path) -> None:
    built = lying(tmp_path)
    built.path.with_suffix(".approved").mkdir()
    with pytest.raises(WriteError) as told:
        approve(listed(), built, place(tmp_path), "Marie")
    words = "cannot be stored (Is a directory); free some space or mend the rights, then run again"
    assert str(told.value) == f"{built.path.with_suffix('.approved')}: {words}"
