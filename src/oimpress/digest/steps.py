"""The steps of an issue: plan, render and store, hand over, mark. Each may be stopped and done again.

An issue is planned in one transaction with its members, whose wording the ledger keeps: from then on it does not
change. Its mail is rendered from the ledger, stored by an atomic rename, then handed over recipient by recipient. What
was begun when a run was killed is finished by the next. The promise: every release is in exactly one issue of a list,
and every recipient gets every issue at least once, always under the same Message-ID.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace

from oimpress.digest.approval import waits
from oimpress.digest.building import built, is_untouched
from oimpress.digest.copies import keep_copy
from oimpress.digest.handing import hand_over, reopen
from oimpress.digest.ledger import Delivery, Issue, Ledger, LedgerError, stamp
from oimpress.digest.lists import MailingList
from oimpress.digest.locking import only_runner
from oimpress.digest.planning import Candidates, plan
from oimpress.digest.workplace import Built, LeftOut, Workplace
from oimpress.errors import OimpressError, WriteError
from oimpress.notices import Notice
from oimpress.records import record


@record
class Sent:
    """What a run did: issues handed over in full, deliveries that were not done, remarks, and what was left out.

    ``busy`` when another run had the list in hand; ``waiting`` are issues that nobody has approved yet.
    """

    issues: tuple[Issue, ...] = ()
    open: tuple[tuple[Issue, Delivery], ...] = ()
    notices: tuple[Notice, ...] = ()
    left: tuple[LeftOut, ...] = ()
    busy: bool = False
    waiting: tuple[Issue, ...] = ()


def unsent(ledger: Ledger, wanted: MailingList) -> tuple[Issue, ...]:
    """The issues that are planned or stored and not handed over in full, the oldest first."""
    return tuple(issue for issue in ledger.issues(wanted.name) if issue.state in ("planned", "stored"))


def discard(ledger: Ledger, wanted: MailingList, patience: float = 0.0) -> tuple[Issue, ...]:
    """Forget the planned issues that nothing was handed over of, so that they are planned anew; return them.

    Raises LedgerError when another run has the list in hand.
    """
    with _in_hand(ledger, wanted, patience) as alone:
        _only(alone, wanted)
        untouched = tuple(issue for issue in unsent(ledger, wanted) if is_untouched(ledger, issue))
        for issue in untouched:  # a mail that the ledger did not know would tell that the ledger is an old one
            (ledger.path.parent / wanted.name / f"{issue.name}.eml").unlink(missing_ok=True)
        with ledger.transaction() as db:
            db.executemany("DELETE FROM issues WHERE id = ?", [(issue.id,) for issue in untouched])
    return untouched


def build(ledger: Ledger, wanted: MailingList, place: Workplace) -> tuple[Built, ...]:
    """Render and store the mail of each unsent issue, unless it is stored already.

    A release that no mail can be made with is left for the next issue. Raises WriteError when an issue is too large or
    cannot be stored, LedgerError when another run has the list in hand.
    """
    with _in_hand(ledger, wanted, place.patience) as alone:
        _only(alone, wanted)
        made = tuple(_attempt(ledger, wanted, issue, place) for issue in unsent(ledger, wanted))
    for each in made:
        if isinstance(each, LeftOut):
            raise each.fault
    return tuple(each for each in made if isinstance(each, Built))


def _attempt(ledger: Ledger, wanted: MailingList, issue: Issue, place: Workplace) -> Built | LeftOut:
    """The issue, or why it cannot be made: one holds up no other."""
    try:
        return built(ledger, wanted, issue, place)
    except LedgerError:
        raise
    except OimpressError as error:
        return LeftOut(issue.name, error)


def _in_hand(ledger: Ledger, wanted: MailingList, patience: float) -> AbstractContextManager[bool]:
    return only_runner(ledger.path.parent / f".{wanted.name}.lock", patience)


def _only(alone: bool, wanted: MailingList) -> None:
    if not alone:
        raise LedgerError("{name}: another run has the list in hand; wait until it ends", name=wanted.name)


def send(ledger: Ledger, wanted: MailingList, candidates: Candidates, place: Workplace, *, retry: bool = False) -> Sent:
    """Finish what was begun, plan what is due, build it and hand it over.

    ``retry`` tries deliveries that were refused or given up once more. Raises what plan and build raise when there is
    nothing else to tell; a list that another run has in hand is left to it.
    """
    with _in_hand(ledger, wanted, place.patience) as alone:
        if not alone:
            return Sent(busy=True)
        if retry:
            reopen(ledger, wanted)
        sent = Sent(left=_unplanned(ledger, wanted, candidates, place))
        for issue in unsent(ledger, wanted):
            made = _sealed(ledger, issue, place) or _attempt(ledger, wanted, issue, place)
            if isinstance(made, LeftOut):
                sent = replace(sent, left=(*sent.left, made))
            elif waits(wanted, made, place):
                sent = replace(sent, waiting=(*sent.waiting, issue))
            else:
                sent = _with(sent, ledger, wanted, made, place)
        if sent.issues or sent.open:
            keep_copy(ledger)
        elif sent.left:
            raise sent.left[0].fault
    return sent


def _sealed(ledger: Ledger, issue: Issue, place: Workplace) -> LeftOut | None:
    """What keeps an issue from being handed over now: it was planned for a later moment, and an embargo is not over."""
    for member in ledger.members(issue):
        if (embargo := member.release.embargo) and not "" < str(embargo.until) <= stamp(place.now):
            fault = WriteError(
                "{issue}: {release} is under embargo until {until}; the issue waits until then, or plan it again",
                issue=issue.name,
                release=member.release.id,
                until=embargo.until or embargo.text,
            )
            return LeftOut(issue.name, fault)
    return None


def _unplanned(ledger: Ledger, wanted: MailingList, candidates: Candidates, place: Workplace) -> tuple[LeftOut, ...]:
    """Plan what is due; what keeps it from being planned holds up nothing that was planned before."""
    try:
        plan(ledger, wanted, candidates, place.now)
    except LedgerError:
        raise
    except OimpressError as error:
        return (LeftOut(wanted.name, error),)
    return ()


def _with(sent: Sent, ledger: Ledger, wanted: MailingList, made: Built, place: Workplace) -> Sent:
    """``sent`` and what comes of handing over one more issue."""
    not_done = hand_over(ledger, wanted, made, place)
    return replace(
        sent,
        issues=sent.issues if not_done else (*sent.issues, made.issue),
        open=(*sent.open, *((made.issue, delivery) for delivery in not_done)),
        notices=sent.notices + made.notices,
        left=sent.left + made.left,
    )
