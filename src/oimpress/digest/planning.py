"""Planning: which issue is due, and fixing it with its members and deliveries in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from oimpress.digest.corrections import corrections
from oimpress.digest.ledger import Issue, Ledger, stamp
from oimpress.digest.lists import MailingList
from oimpress.digest.selection import Candidate, Judged, members, select, unique
from oimpress.model.codec import to_xml
from oimpress.model.runs import plain

Candidates: TypeAlias = Callable[[], Iterable[Candidate]]


def due(ledger: Ledger, wanted: MailingList, now: datetime) -> tuple[date, datetime] | None:
    """Day and moment of the cut-off whose issue is to be planned at ``now``; None when nothing is due.

    After a long absence only the last cut-off counts: its issue takes what the missed ones would have.
    A count is always due: how many releases wait shows only when the sources are read.
    """
    if wanted.calendar.period == "count":
        return now.astimezone(wanted.calendar.zone).date(), now
    day, cut_off = wanted.calendar.latest(now)
    known = ledger.issues(wanted.name)
    if day < wanted.calendar.since or (known and known[-1].cut_off >= cut_off):
        return None
    return day, cut_off


def plan(ledger: Ledger, wanted: MailingList, candidates: Candidates, now: datetime) -> Issue | None:
    """Plan the issue that is due at ``now``; None when none is, when it was planned before, or when too little waits.

    One transaction: the issue, its members and their wording, its deliveries, and the verdict on every release.
    """
    if due(ledger, wanted, now) is None:
        return None
    found = unique(candidates())
    with ledger.transaction():
        if (when := due(ledger, wanted, now)) is None:  # another run was faster
            return None
        day, cut_off = when
        history = ledger.history(wanted.name)
        judged = select(found, history, wanted, day, stamp(cut_off))
        taken = members(judged, wanted)
        corrected = corrections(ledger, wanted, taken, history.before(found))
        _sight(ledger, wanted, judged, now)
        if wanted.calendar.period == "count" and len(taken) < wanted.at_least:
            return None
        volume, number = numbered(ledger, wanted, day)
        issue = _planned(ledger, wanted, (volume, number, day, cut_off), bool(taken), now)
        _enrol(ledger, wanted, issue, taken, corrected)
    return next(each for each in ledger.issues(wanted.name) if each.id == issue)


def _sight(ledger: Ledger, wanted: MailingList, judged: Iterable[Judged], now: datetime) -> None:
    ledger.db.executemany(
        "INSERT INTO sightings (list, release, hash, stamp, first_seen, published, title, verdict, until)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET verdict = excluded.verdict",
        [
            (
                wanted.name,
                each.candidate.release.id,
                each.candidate.hash,
                each.candidate.stamp,
                stamp(now),
                each.candidate.published,
                plain(each.candidate.release.title),
                each.verdict,
                each.candidate.until,
            )
            for each in judged
        ],
    )


def numbered(ledger: Ledger, wanted: MailingList, day: date) -> tuple[int, int]:
    """Volume and number by the calendar; the next free number for a count, or after a change of the period."""
    volume, number = wanted.calendar.number(day)
    used = {issue.number for issue in ledger.issues(wanted.name) if issue.volume == volume}
    return volume, number if number and number not in used else max(used, default=0) + 1


def _planned(
    ledger: Ledger, wanted: MailingList, when: tuple[int, int, date, datetime], filled: bool, now: datetime
) -> int:
    volume, number, day, cut_off = when
    state = "planned" if filled or wanted.when_empty == "send" else "empty"
    made = ledger.db.execute(
        "INSERT INTO issues (list, volume, number, day, cut_off, planned, state) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (wanted.name, volume, number, day.isoformat(), stamp(cut_off), stamp(now), state),
    )
    return int(made.lastrowid or 0)


def _enrol(
    ledger: Ledger, wanted: MailingList, issue: int, taken: Sequence[Judged], corrected: Mapping[tuple[str, str], str]
) -> None:
    recipients = wanted.recipients if taken or wanted.when_empty == "send" else ()
    ledger.db.executemany(
        "INSERT INTO members (list, release, hash, stamp, origin, issue, place, role, xml, correction)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(wanted.name, *one.key, one.stamp, one.origin),
                *(issue, place, each.verdict, to_xml(one.release), corrected[one.key]),
            )
            for place, each in enumerate(taken, 1)
            for one in (each.candidate,)
        ],
    )
    ledger.db.executemany(
        "INSERT INTO deliveries (issue, recipient, state) VALUES (?, ?, 'waiting')",
        [(issue, recipient) for recipient in dict.fromkeys(recipients)],
    )
