"""What a maildir and a ledger hold after a run."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

from oimpress.digest import Ledger

WEEK = timedelta(days=7)


def mails(root: Path) -> list[str]:
    """The texts of the mails in the maildir, in the order of their names."""
    return [text_of(path.read_bytes()) for path in sorted((root / "box" / "new").iterdir())]


def text_of(mail: bytes) -> str:
    part = message_from_bytes(mail, policy=policy.default).get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def sent_ids(ledger: Ledger) -> list[list[str]]:
    return [[member.release.id for member in ledger.members(issue)] for issue in ledger.issues("presse")]
