"""The next issue as it would be now, without a word to the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from oimpress.digest.corrections import corrections
from oimpress.digest.ledger import Issue, Ledger, Member, stamp
from oimpress.digest.lists import MailingList
from oimpress.digest.planning import Candidates, due, numbered
from oimpress.digest.rendering import render
from oimpress.digest.selection import Judged, members, select, unique
from oimpress.digest.steps import unsent
from oimpress.digest.workplace import Workplace
from oimpress.notices import Result
from oimpress.style import load_style


def next_cut_off(ledger: Ledger, wanted: MailingList, now: datetime) -> tuple[date, datetime]:
    """Day and moment of the cut-off that is due, else of the next one that has no issue yet."""
    known = [issue.cut_off for issue in ledger.issues(wanted.name)]
    return due(ledger, wanted, now) or wanted.calendar.upcoming(max([now, *known]))


def next_issue(ledger: Ledger, wanted: MailingList, now: datetime) -> Issue:
    """The issue that is planned and not sent, else the one that would be planned next; that one's id is 0."""
    for issue in unsent(ledger, wanted):
        return issue
    day, cut_off = next_cut_off(ledger, wanted, now)
    volume, number = numbered(ledger, wanted, day)
    return Issue(0, wanted.name, volume, number, day, cut_off, "planned", "", max(now, cut_off))


def judge(ledger: Ledger, wanted: MailingList, candidates: Candidates, now: datetime) -> tuple[Judged, ...]:
    """Every release that the sources hold, with what the next issue would decide on it."""
    day, cut_off = next_cut_off(ledger, wanted, now)
    return select(unique(candidates()), ledger.history(wanted.name), wanted, day, stamp(cut_off))


def outlook(ledger: Ledger, wanted: MailingList, candidates: Candidates, place: Workplace) -> Result[bytes]:
    """The mail of the next issue: of the one that is planned and not sent, else as it would be planned now.

    Raises what plan and build raise, but for its size.
    """
    look = load_style(wanted.style, place.styles)
    free = replace(wanted, allow_large=True)
    if (issue := next_issue(ledger, wanted, place.now)).id:
        return render(issue, ledger.members(issue), free, look)
    found, history = unique(candidates()), ledger.history(wanted.name)
    taken = members(select(found, history, wanted, issue.day, stamp(issue.cut_off)), wanted)
    corrected = corrections(ledger, wanted, taken, history.before(found))
    held = [Member(each.candidate.release, each.verdict, 0, corrected[each.candidate.key]) for each in taken]
    return render(issue, held, free, look)
