"""The next issue as it would be now, without a word to the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from oimpress.digest.ledger import Issue, Ledger, Member
from oimpress.digest.lists import MailingList
from oimpress.digest.rendering import render
from oimpress.digest.selection import Judged, members, select, unique
from oimpress.digest.steps import Candidates, Workplace, due, numbered
from oimpress.notices import Result
from oimpress.style import load_style


def next_cut_off(ledger: Ledger, wanted: MailingList, now: datetime) -> tuple[date, datetime]:
    """Day and moment of the cut-off that is due, else of the next one."""
    return due(ledger, wanted, now) or wanted.calendar.upcoming(now)


def judge(ledger: Ledger, wanted: MailingList, candidates: Candidates, now: datetime) -> tuple[Judged, ...]:
    """Every release that the sources hold, with what the next issue would decide on it."""
    day, _ = next_cut_off(ledger, wanted, now)
    return select(unique(candidates()), ledger.history(wanted.name), wanted, day)


def outlook(ledger: Ledger, wanted: MailingList, candidates: Candidates, place: Workplace) -> Result[bytes]:
    """The mail of the next issue as it would be now. Raises what plan and build raise, but for its size."""
    day, cut_off = next_cut_off(ledger, wanted, place.now)
    taken = members(judge(ledger, wanted, candidates, place.now), wanted)
    volume, number = numbered(ledger, wanted, day)
    issue = Issue(0, wanted.name, volume, number, day, cut_off, "planned", "")
    held = [Member(each.candidate.release, each.verdict) for each in taken]
    return render(issue, held, replace(wanted, allow_large=True), load_style(wanted.style, place.styles))
