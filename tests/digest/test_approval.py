"""A list that asks for approval sends nothing without, and nothing but what was approved."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from oimpress.digest import MailingList, build, open_ledger, plan, send
from oimpress.digest.approval import approval, approve
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
