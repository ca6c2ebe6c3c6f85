"""Approval: a list with ``approve = true`` sends no mail that nobody has approved, exactly as it is stored."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from oimpress.digest.ledger import Issue, stamp
from oimpress.digest.lists import MailingList
from oimpress.digest.storing import digest_of, store_or_refuse
from oimpress.digest.workplace import Built, Workplace


class Approval(NamedTuple):
    """Who approved a mail, and when."""

    who: str
    when: str


def approve(wanted: MailingList, built: Built, place: Workplace, who: str) -> Path:
    """Note beside the stored mail that ``who`` approved it as it is. Raises WriteError."""
    path = _beside(wanted, built.issue, place)
    words = " ".join(who.split()) or "-"
    store_or_refuse(path, f"{digest_of(built.content)}  {stamp(place.now)}  {words}\n".encode())
    return path


def approval(wanted: MailingList, built: Built, place: Workplace) -> Approval | None:
    """The approval of the mail as it is stored now; None when it has none."""
    try:
        said = _beside(wanted, built.issue, place).read_text("utf-8").strip().split("  ", 2)
    except (OSError, UnicodeDecodeError):
        return None
    fits = len(said) == 3 and said[0] == digest_of(built.content)
    return Approval(said[2], said[1]) if fits else None


def waits(wanted: MailingList, built: Built, place: Workplace) -> bool:
    """Whether the mail may not be sent yet, for want of an approval."""
    return wanted.approve and approval(wanted, built, place) is None


def is_stored_unapproved(wanted: MailingList, issue: Issue, place: Workplace) -> bool:
    """Whether the mail of an issue lies stored and may not be sent yet."""
    path = place.stored(wanted, issue)
    if not wanted.approve or issue.state != "stored":
        return False
    try:
        return waits(wanted, Built(issue, path, path.read_bytes()), place)
    except OSError:
        return False


def _beside(wanted: MailingList, issue: Issue, place: Workplace) -> Path:
    return place.stored(wanted, issue).with_suffix(".approved")
