"""What the ledger says of each release and each issue, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from typing import get_args

from oimpress.digest.approval import is_stored_unapproved
from oimpress.digest.ledger import Delivery, Issue, Ledger, moment
from oimpress.digest.lists import MailingList
from oimpress.digest.planning import due
from oimpress.digest.selection import HELD, TAKEN, Verdict
from oimpress.digest.workplace import Workplace
from oimpress.i18n import phrases
from oimpress.records import record

GRACE = timedelta(hours=1)  # in which a timer that works has done what is due


@record
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


@record
class IssueStatus:
    """One issue with the number of its releases; ``open`` are its deliveries that are not done.

    ``waits`` for somebody's approval; ``idle`` when it should have been handed over and nobody has tried.
    """

    issue: Issue
    releases: int
    open: tuple[Delivery, ...]
    waits: bool = False
    idle: bool = False


@record
class Status:
    """How a list stands.

    ``due`` is the cut-off whose issue is to be planned now, None when nothing is due; ``upcoming`` is the next cut-off,
    None for a count. ``late`` when what is due has been so for longer than a timer needs.
    """

    issues: tuple[IssueStatus, ...]
    due: datetime | None
    upcoming: datetime | None
    late: bool = False

    @property
    def lost(self) -> bool:
        """Whether nobody knows if some mail arrived."""
        return any(each.state == "lost" for one in self.issues for each in one.open)

    @property
    def stuck(self) -> bool:
        """Whether somebody should look: a mail was tried and not taken, or no timer does its work."""
        tried = any(each.attempts for one in self.issues for each in one.open)
        return self.late or tried or any(one.idle for one in self.issues)


def status(ledger: Ledger, wanted: MailingList, place: Workplace, last: int = 12) -> Status:
    """The ``last`` issues and all that are open, what is due, and when the next one is."""
    now = place.now
    issues = ledger.issues(wanted.name)
    shown = [each for at, each in enumerate(issues) if at >= len(issues) - last or each.state in ("planned", "stored")]
    counted = wanted.calendar.period == "count"
    when = None if counted else due(ledger, wanted, now)
    cut_off = when[1] if when else None
    return Status(
        tuple(_issue_status(ledger, wanted, each, place) for each in shown),
        cut_off,
        None if counted else wanted.calendar.upcoming(now)[1],
        cut_off is not None and now - cut_off > GRACE,
    )


def _issue_status(ledger: Ledger, wanted: MailingList, issue: Issue, place: Workplace) -> IssueStatus:
    left = tuple(each for each in ledger.deliveries(issue) if each.state != "done")
    waiting = is_stored_unapproved(wanted, issue, place)
    untried = bool(left) and not any(each.attempts for each in left)
    idle = untried and not waiting and place.now - max(issue.cut_off, issue.planned) > GRACE
    return IssueStatus(issue, len(ledger.members(issue)), left, waiting, idle)
