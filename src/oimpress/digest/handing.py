"""Handing an issue over: recipient by recipient, with what became of each in the ledger.

An attempt is counted as unsure before it begins and no longer when its end is known. What has too many of those is
given up and told, since each may have brought the mail to the whole list.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta

from oimpress.digest.ledger import Delivery, Issue, Ledger, stamp
from oimpress.digest.lists import MailingList
from oimpress.digest.parcels import Outcome, Parcel
from oimpress.digest.workplace import Built, Workplace
from oimpress.errors import OimpressError

PAUSES = (1.0, 4.0)  # seconds before the second and the third try within one run
LONGEST = timedelta(hours=4)  # between two runs that try a deferred delivery
logger = logging.getLogger(__name__)
MOST_UNSURE = 3  # attempts whose end is not known, before a delivery is given up


def reopen(ledger: Ledger, wanted: MailingList) -> None:
    """Have deliveries that were refused or given up tried again, and those that were put off tried at once."""
    mine = "SELECT id FROM issues WHERE list = ?"
    over = f"state IN ('refused', 'lost') AND issue IN ({mine})"
    with ledger.transaction() as db:
        db.execute(
            f"UPDATE issues SET state = 'stored' WHERE id IN (SELECT issue FROM deliveries WHERE {over})",
            (wanted.name,),
        )
        db.execute(
            f"UPDATE deliveries SET state = 'waiting', next_try = '', unsure = 0 WHERE {over}",
            (wanted.name,),
        )
        db.execute(
            f"UPDATE deliveries SET next_try = '' WHERE state = 'deferred' AND issue IN ({mine})",
            (wanted.name,),
        )


def hand_over(ledger: Ledger, wanted: MailingList, built: Built, place: Workplace) -> tuple[Delivery, ...]:
    """Every open delivery tried, the issue marked when none is open any more; what was not done comes back.

    A server that fails is left alone until the next run, and with it the deliveries that were still to be tried.
    """
    issue = built.issue
    for delivery in ledger.deliveries(issue):
        if delivery.is_over or delivery.next_try > stamp(place.now):
            continue
        if delivery.unsure >= MOST_UNSURE and not wanted.transport.takes_once:
            _mark(ledger, issue, delivery, Outcome("lost", delivery.answer), place.now)
        elif _tried(ledger, wanted, built, delivery, place).of_all:
            break
    left = tuple(each for each in ledger.deliveries(issue) if each.state != "done")
    if all(each.is_over for each in left):
        with ledger.transaction() as db:
            db.execute("UPDATE issues SET state = 'handed-over' WHERE id = ?", (issue.id,))
    return left


def _tried(ledger: Ledger, wanted: MailingList, built: Built, delivery: Delivery, place: Workplace) -> Outcome:
    parcel = Parcel(built.issue.name, built.content, str(wanted.bounces or wanted.sender), delivery.recipient)
    begun = _begun(ledger, built.issue, delivery, place.now)
    try:
        outcome = _delivered(wanted, parcel, place)
    except OimpressError as error:  # of the settings, before anything was given away
        _mark(ledger, built.issue, begun, Outcome("deferred", str(error)), place.now)
        raise
    _mark(ledger, built.issue, begun, outcome, place.now)
    return outcome


def _delivered(wanted: MailingList, parcel: Parcel, place: Workplace) -> Outcome:
    outcome = wanted.transport.deliver(parcel, place.root)
    for pause in PAUSES:
        if outcome.state != "deferred" or outcome.of_all:
            break
        place.sleep(pause)
        outcome = wanted.transport.deliver(parcel, place.root)
    return outcome


def _begun(ledger: Ledger, issue: Issue, delivery: Delivery, now: datetime) -> Delivery:
    begun = replace(delivery, state="trying", attempts=delivery.attempts + 1, unsure=delivery.unsure + 1)
    with ledger.transaction() as db:
        db.execute(
            "UPDATE deliveries SET state = ?, attempts = ?, unsure = ?, last_try = ? WHERE issue = ? AND recipient = ?",
            (begun.state, begun.attempts, begun.unsure, stamp(now), issue.id, delivery.recipient),
        )
    return begun


def _mark(ledger: Ledger, issue: Issue, delivery: Delivery, outcome: Outcome, now: datetime) -> None:
    logger.info("%s: %s (%s)", issue.name, outcome.state, outcome.answer)
    lost = outcome.state == "lost"
    tried_again = outcome.state == "deferred" or (lost and delivery.unsure < MOST_UNSURE)
    wait = min(timedelta(minutes=2 ** min(delivery.attempts - 1, 10)), LONGEST)
    with ledger.transaction() as db:
        db.execute(
            "UPDATE deliveries SET state = ?, unsure = ?, answer = ?, next_try = ? WHERE issue = ? AND recipient = ?",
            (
                "deferred" if tried_again else outcome.state,
                delivery.unsure if lost else delivery.unsure - 1,
                outcome.answer[:500],
                stamp(now + wait) if tried_again else "",
                issue.id,
                delivery.recipient,
            ),
        )
