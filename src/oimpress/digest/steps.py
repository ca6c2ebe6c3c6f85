"""The steps of an issue: plan, render and store, hand over, mark. Each may be stopped and done again.

An issue is planned in one transaction with its members, whose wording the ledger keeps: from then on it does not
change. Its mail is rendered from the ledger, stored by an atomic rename, then handed over recipient by recipient. What
was begun when a run was killed is finished by the next. The promise: every release is in exactly one issue of a list,
and every recipient gets every issue at least once, always under the same Message-ID.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from oimpress.digest.ledger import Delivery, Issue, Ledger, LedgerError, only_runner, stamp
from oimpress.digest.lists import MailingList
from oimpress.digest.planning import Candidates, plan
from oimpress.digest.rendering import render
from oimpress.digest.storing import store
from oimpress.digest.transports import Outcome, Parcel
from oimpress.errors import WriteError
from oimpress.notices import Notice
from oimpress.style import load_style

PAUSES = (1.0, 4.0)  # seconds before the second and the third try within one run
LONGEST = timedelta(hours=4)  # between two runs that try a deferred delivery


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a list works. ``root`` is the folder that the configuration's paths start from; ``now`` is aware.

    ``sleep`` waits between tries; tests hand in one that does not.
    """

    root: Path
    now: datetime
    styles: Path | None = None
    sleep: Callable[[float], None] = time.sleep
    patience: float = 0.0

    def stored(self, wanted: MailingList, issue: Issue) -> Path:
        """Where the issue's mail is kept."""
        return self.root / wanted.folder / wanted.name / f"{issue.name}.eml"


@dataclass(frozen=True, slots=True)
class Built:
    """An issue whose mail is stored at ``path``."""

    issue: Issue
    path: Path
    content: bytes = field(repr=False)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run did: issues handed over in full, deliveries still open or refused, and remarks.

    ``busy`` when another run had the list in hand.
    """

    issues: tuple[Issue, ...] = ()
    open: tuple[tuple[Issue, Delivery], ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    busy: bool = False


def unsent(ledger: Ledger, wanted: MailingList) -> tuple[Issue, ...]:
    """The issues that are planned or stored and not handed over in full, the oldest first."""
    return tuple(issue for issue in ledger.issues(wanted.name) if issue.state in ("planned", "stored"))


def discard(ledger: Ledger, wanted: MailingList, patience: float = 0.0) -> tuple[Issue, ...]:
    """Forget the planned issues that nothing was handed over of, so that they are planned anew; return them.

    Raises LedgerError when another run has the list in hand.
    """
    with _in_hand(ledger, wanted, patience) as alone, ledger.transaction():
        _only(alone, wanted)
        untouched = tuple(
            issue for issue in unsent(ledger, wanted) if not any(each.attempts for each in ledger.deliveries(issue))
        )
        ledger.db.executemany("DELETE FROM issues WHERE id = ?", [(issue.id,) for issue in untouched])
    return untouched


def build(ledger: Ledger, wanted: MailingList, place: Workplace) -> tuple[Built, ...]:
    """Render and store the mail of each unsent issue, unless it is stored already.

    Raises WriteError when one is too large or cannot be stored, LedgerError when another run has the list in hand.
    """
    with _in_hand(ledger, wanted, place.patience) as alone:
        _only(alone, wanted)
        return tuple(_built(ledger, wanted, issue, place) for issue in unsent(ledger, wanted))


def _built(ledger: Ledger, wanted: MailingList, issue: Issue, place: Workplace) -> Built:
    path = place.stored(wanted, issue)
    if issue.sha256 and path.is_file() and _sha256(content := path.read_bytes()) == issue.sha256:
        return Built(issue, path, content)
    made = render(issue, ledger.members(issue), wanted, load_style(wanted.style, place.styles))
    try:
        store(path, made.value)
    except OSError as error:
        raise WriteError(
            "{path}: cannot be stored ({reason}); free some space or mend the rights, then run again",
            path=path,
            reason=error.strerror or error,
        ) from error
    with ledger.transaction() as db:
        db.execute(
            "UPDATE issues SET sha256 = ?, state = CASE state WHEN 'planned' THEN 'stored' ELSE state END WHERE id = ?",
            (_sha256(made.value), issue.id),
        )
    return Built(issue, path, made.value, made.notices)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _in_hand(ledger: Ledger, wanted: MailingList, patience: float) -> AbstractContextManager[bool]:
    return only_runner(ledger.path.parent / f".{wanted.name}.lock", patience)


def _only(alone: bool, wanted: MailingList) -> None:
    if not alone:
        raise LedgerError("{name}: another run has the list in hand; wait until it ends", name=wanted.name)


def send(ledger: Ledger, wanted: MailingList, candidates: Candidates, place: Workplace, *, retry: bool = False) -> Sent:
    """Finish what was begun, plan what is due, build it and hand it over.

    ``retry`` tries refused deliveries once more. Raises what plan and build raise; a list that another run has in hand
    is left to it.
    """
    with _in_hand(ledger, wanted, place.patience) as alone:
        if not alone:
            return Sent(busy=True)
        if retry:
            _reopen(ledger, wanted)
        plan(ledger, wanted, candidates, place.now)
        done: list[Issue] = []
        still: list[tuple[Issue, Delivery]] = []
        remarks: list[Notice] = []
        for issue in unsent(ledger, wanted):
            built = _built(ledger, wanted, issue, place)
            remarks += built.notices
            left = _hand_over(ledger, wanted, built, place)
            still += [(issue, delivery) for delivery in left]
            if not left:
                done.append(issue)
    return Sent(tuple(done), tuple(still), tuple(remarks))


def _reopen(ledger: Ledger, wanted: MailingList) -> None:
    with ledger.transaction() as db:
        refused = "SELECT issue FROM deliveries WHERE state = 'refused'"
        db.execute(f"UPDATE issues SET state = 'stored' WHERE list = ? AND id IN ({refused})", (wanted.name,))
        mine = "SELECT id FROM issues WHERE list = ?"
        db.execute(
            f"UPDATE deliveries SET state = 'waiting', next_try = '' WHERE state = 'refused' AND issue IN ({mine})",
            (wanted.name,),
        )


def _hand_over(ledger: Ledger, wanted: MailingList, built: Built, place: Workplace) -> tuple[Delivery, ...]:
    """Every open delivery tried, the issue marked when none is open any more; what is open or refused comes back."""
    issue, sender = built.issue, str(wanted.bounces or wanted.sender)
    for delivery in ledger.deliveries(issue):
        if delivery.state in ("done", "refused") or delivery.next_try > stamp(place.now):
            continue
        parcel = Parcel(issue.name, built.content, sender, delivery.recipient)
        _tried(ledger, issue, delivery, place.now)
        _mark(ledger, issue, delivery, _delivered(wanted, parcel, place), place.now)
    left = tuple(each for each in ledger.deliveries(issue) if each.state != "done")
    if all(each.state == "refused" for each in left):
        with ledger.transaction() as db:
            db.execute("UPDATE issues SET state = 'handed-over' WHERE id = ?", (issue.id,))
    return left


def _delivered(wanted: MailingList, parcel: Parcel, place: Workplace) -> Outcome:
    outcome = wanted.transport.deliver(parcel, place.root)
    for pause in PAUSES:
        if outcome.state != "deferred":
            break
        place.sleep(pause)
        outcome = wanted.transport.deliver(parcel, place.root)
    return outcome


def _tried(ledger: Ledger, issue: Issue, delivery: Delivery, now: datetime) -> None:
    with ledger.transaction() as db:
        db.execute(
            "UPDATE deliveries SET state = 'trying', attempts = attempts + 1, last_try = ?"
            " WHERE issue = ? AND recipient = ?",
            (stamp(now), issue.id, delivery.recipient),
        )


def _mark(ledger: Ledger, issue: Issue, delivery: Delivery, outcome: Outcome, now: datetime) -> None:
    wait = min(timedelta(minutes=2 ** min(delivery.attempts, 10)), LONGEST)
    with ledger.transaction() as db:
        db.execute(
            "UPDATE deliveries SET state = ?, answer = ?, next_try = ? WHERE issue = ? AND recipient = ?",
            (
                outcome.state,
                outcome.answer[:500],
                stamp(now + wait) if outcome.state == "deferred" else "",
                issue.id,
                delivery.recipient,
            ),
        )
