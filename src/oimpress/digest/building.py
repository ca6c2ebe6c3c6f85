"""Making the mail of an issue: rendered from the ledger, stored once, whole."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from oimpress.digest.copies import keep_copy
from oimpress.digest.ledger import Issue, Ledger, Member
from oimpress.digest.lists import MailingList
from oimpress.digest.rendering import render
from oimpress.digest.storing import digest_of, store_or_refuse
from oimpress.digest.workplace import Built, LeftOut, Workplace
from oimpress.errors import OimpressError, WriteError
from oimpress.notices import Result
from oimpress.style import Style, load_style


def built(ledger: Ledger, wanted: MailingList, issue: Issue, place: Workplace) -> Built:
    """The issue with its mail, which is rendered and stored unless it was before.

    Raises WriteError when it is too large or cannot be stored. The copy of the ledger knows the issue before its mail
    is there.
    """
    path = place.stored(wanted, issue)
    if (content := _stored(path, issue.sha256)) is not None:
        return Built(issue, path, content)
    made, left = _rendered(ledger, wanted, issue, load_style(wanted.style, place.styles))
    keep_copy(ledger)
    store_or_refuse(path, made.value)
    with ledger.transaction() as db:
        db.execute(
            "UPDATE issues SET sha256 = ?, state = CASE state WHEN 'planned' THEN 'stored' ELSE state END WHERE id = ?",
            (digest_of(made.value), issue.id),
        )
    return Built(issue, path, made.value, made.notices, left)


def is_untouched(ledger: Ledger, issue: Issue) -> bool:
    """Whether nothing of the issue was handed over, for certain."""
    return all(each.state == "waiting" and not each.attempts for each in ledger.deliveries(issue))


def _stored(path: Path, sha256: str) -> bytes | None:
    if sha256:
        with suppress(OSError):
            content = path.read_bytes()
            return content if digest_of(content) == sha256 else None
    return None


def _rendered(
    ledger: Ledger, wanted: MailingList, issue: Issue, style: Style
) -> tuple[Result[bytes], tuple[LeftOut, ...]]:
    """The mail, made without the releases that no mail can be made with, and what is wrong with those.

    Raises OimpressError when that is true of all, or of their number, or when somebody may have the issue as it was.
    """
    members = ledger.members(issue)
    made = _attempt(issue, members, wanted, style)
    if isinstance(made, Result):
        return made, ()
    odd = [(each, fault) for each in members if not isinstance(fault := _attempt(issue, [each], wanted, style), Result)]
    if not 0 < len(odd) < len(members) or not is_untouched(ledger, issue):
        raise made
    _leave_out(ledger, issue, [member for member, _ in odd])
    left = tuple(LeftOut(member.release.id, fault) for member, fault in odd)
    return render(issue, ledger.members(issue), wanted, style), left


def _attempt(
    issue: Issue, members: Sequence[Member], wanted: MailingList, style: Style
) -> Result[bytes] | OimpressError:
    try:
        return render(issue, members, wanted, style)
    except OimpressError as error:
        return error
    except Exception as error:  # a fault of ours, which one release must not make everybody's
        return WriteError(
            "{issue}: its mail cannot be made ({reason})", issue=issue.name, reason=f"{type(error).__name__}: {error}"
        )


def _leave_out(ledger: Ledger, issue: Issue, odd: Sequence[Member]) -> None:
    with ledger.transaction() as db:
        db.executemany(
            "DELETE FROM members WHERE issue = ? AND place = ?", [(issue.id, member.place) for member in odd]
        )
