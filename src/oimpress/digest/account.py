"""What the ledger says of each release and each issue, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import get_args

from oimpress.digest.ledger import Delivery, Issue, Ledger, moment
from oimpress.digest.lists import MailingList
from oimpress.digest.selection import HELD, TAKEN, Verdict
from oimpress.i18n import phrases


@dataclass(frozen=True, slots=True)
class Met:
    """One wording of a release that a list has met; ``issue`` is the one it is in, empty when it is in none.

    ``until`` is when its embargo ends, empty without one that can be read.
    """

    release: str
    title: str
    published: str
    first_seen: str
    verdict: str
    until: str
    issue: str


def log(ledger: Ledger, wanted: MailingList) -> tuple[Met, ...]:
    """Every wording the list has met, in the order in which it did."""
    issues = {issue.id: issue.name for issue in ledger.issues(wanted.name)}
    rows = ledger.rows(
        "SELECT s.release, s.title, s.published, s.first_seen, coalesce(m.role, s.verdict), s.until,"
        " coalesce(m.issue, 0)"
        " FROM sightings s LEFT JOIN members m USING (list, release, hash)"
        " WHERE list = ? ORDER BY s.first_seen, s.published, s.release",
        (wanted.name,),
        *(str, str, str, str, get_args(Verdict), str, int),
    )
    return tuple(
        Met(release, title, published, seen, verdict, until, issues.get(issue, ""))
        for release, title, published, seen, verdict, until, issue in rows
    )


def held_back(ledger: Ledger, wanted: MailingList, now: datetime) -> tuple[Met, ...]:
    """The releases that an embargo holds back ``now``, as the last plan met them."""
    latest = {met.release: met for met in log(ledger, wanted)}  # an edited source leaves its earlier wordings behind
    waiting = (met for met in latest.values() if met.verdict in HELD)
    return tuple(met for met in waiting if not met.until or moment(met.until) > now)


def reason(met: Met, lang: str, zone: tzinfo) -> str:
    """Why the release is in its issue, or in none; moments as the clocks of ``zone`` show them."""
    _ = phrases(lang)
    if met.verdict in TAKEN and not met.issue:
        return _("waits: its issue is not planned yet")
    words = reason_of(met.verdict, lang, met.until, zone)
    return _("{place}: {words}").format(place=met.issue, words=words) if met.issue else words


def reason_of(verdict: str, lang: str, until: str = "", zone: tzinfo = UTC) -> str:
    """What a verdict of the selection means; ``until`` is when the release's embargo ends."""
    _ = phrases(lang)
    when = moment(until).astimezone(zone).strftime("%Y-%m-%d %H:%M %Z") if until else "?"
    return {
        "new": _("new"),
        "late": _("late: published before the last cut-off, met after it"),
        "corrected": _("corrected: its source has changed"),
        "in": _("sent before: nothing but our reading of its source, or its place, has changed"),
        "early": _("waits: published after the cut-off"),
        "before": _("left out: published before the list began"),
        "missed": _("left out: late, and the list leaves late ones out"),
        "unchanged": _("left out: corrected, and the list ignores corrections"),
        "full": _("waits: the issue was full"),
        "held": _("held back until {when}: under embargo").format(when=when),
        "sealed": _("held back: under an embargo that cannot be read; say when it ends in the sidecar"),
    }[verdict]


@dataclass(frozen=True, slots=True)
class Status:
    """How a list stands. ``upcoming`` is the next cut-off, None for a count."""

    issues: tuple[tuple[Issue, int, tuple[Delivery, ...]], ...]
    upcoming: datetime | None


def status(ledger: Ledger, wanted: MailingList, now: datetime, last: int = 12) -> Status:
    """The ``last`` issues with their number of releases and their deliveries, and when the next one is due."""
    issues = tuple(
        (issue, len(ledger.members(issue)), ledger.deliveries(issue)) for issue in ledger.issues(wanted.name)[-last:]
    )
    upcoming = None if wanted.calendar.period == "count" else wanted.calendar.upcoming(now)[1]
    return Status(issues, upcoming)
