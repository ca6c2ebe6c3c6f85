"""Which releases go into an issue, and why each other one does not: a function of values, no clock, no ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from oimpress.digest.lists import MailingList
from oimpress.errors import ReadError
from oimpress.model.codec import to_xml
from oimpress.model.dating import day_of
from oimpress.model.nodes import Release
from oimpress.model.runs import plain
from oimpress.records import record

MemberRole: TypeAlias = Literal["new", "late", "corrected"]
Verdict: TypeAlias = Literal[
    "new", "late", "corrected", "in", "early", "before", "missed", "unchanged", "full", "held", "sealed"
]
TAKEN: Mapping[Verdict, MemberRole] = {"new": "new", "late": "late", "corrected": "corrected"}
HELD: frozenset[str] = frozenset({"held", "sealed"})  # by an embargo


@record
class Candidate:
    """A release that a list may send.

    ``hash`` names its content, ``stamp`` the bytes of its source, ``origin`` the place of the source; ``correction`` is
    what its sidecar says was corrected.
    """

    release: Release
    hash: str
    stamp: str
    origin: str
    correction: str = ""

    @property
    def published(self) -> str:
        return day_of(self.release)

    @property
    def public(self) -> str:
        """The day from which it counts as published: its date, or the end of its embargo where that is later."""
        return max(self.published, self.until[:10]) if len(self.published) == 10 else self.published

    @property
    def until(self) -> str:
        """When its embargo ends, ISO 8601 in UTC; empty without one, and for one that cannot be read."""
        return str(self.release.embargo.until) if self.release.embargo else ""

    @property
    def key(self) -> tuple[str, str]:
        return self.release.id, self.hash


def candidate(release: Release, stamp: str = "", origin: str = "", correction: str = "") -> Candidate:
    """The release with what identifies it; what is not given is what the release says of its source.

    It counts as corrected when both its content and its source changed: a better reading of the same bytes by a later
    version of this program is no correction.
    """
    content = hashlib.sha256(to_xml(replace(release, source=None))).hexdigest()
    source = release.source
    stamp = stamp or (source.sha256 if source else content)
    return Candidate(release, content, stamp, origin or (source.name if source else ""), correction)


def unique(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, each once. Releases of one title have one id and are told apart by their sources.

    Raises ReadError when two of one id differ although they come from one source, or from none.
    """
    given = tuple(found)
    for one, other in clashes(given):
        raise clash(one, other)
    kept: dict[tuple[str, str], Candidate] = {}
    for each in given:
        kept.setdefault(each.key, each)
    return tuple(kept.values())


def clashes(found: Iterable[Candidate]) -> tuple[tuple[Candidate, Candidate], ...]:
    """Each candidate that differs from an earlier one of its id and source, behind that one."""
    made_of: dict[tuple[str, str], Candidate] = {}
    pairs = []
    for each in found:
        source = each.release.source.sha256 if each.release.source else ""
        first = made_of.setdefault((each.release.id, source), each)
        if first.hash != each.hash:
            pairs.append((first, each))
    return tuple(pairs)


def clash(one: Candidate, other: Candidate) -> ReadError:
    """What is wrong with two candidates of one id and source."""
    return ReadError(
        "{id}: two differing releases of this id ({one}, {other}); remove one of them",
        id=one.release.id,
        one=one.origin or "?",
        other=other.origin or "?",
    )


class SentWording(NamedTuple):
    """A wording that a list has sent."""

    release: str
    hash: str
    stamp: str
    origin: str


@record
class History:
    """What the list did before: wordings sent, wordings met, those left out for good, the day of the last cut-off.

    ``held`` are the releases of which some wording was held back by an embargo.
    """

    sent: Collection[SentWording] = ()
    met: Collection[tuple[str, str]] = ()
    missed: Collection[tuple[str, str]] = ()
    last_day: str = ""
    held: Collection[str] = ()

    def before(self, found: Sequence[Candidate]) -> dict[tuple[str, str], list[SentWording]]:
        """For each candidate the earlier wordings of it: of its origin, or of its id when theirs is gone."""
        by_origin: dict[str, list[SentWording]] = {}
        by_id: dict[str, list[SentWording]] = {}
        present = {each.origin for each in found}
        for told in self.sent:
            if told.origin:
                by_origin.setdefault(told.origin, []).append(told)
            if told.origin not in present or not told.origin:
                by_id.setdefault(told.release, []).append(told)
        return {
            each.key: [*(by_origin.get(each.origin, []) if each.origin else []), *by_id.get(each.release.id, [])]
            for each in found
        }


@record
class Judged:
    """A candidate and the decision on it."""

    candidate: Candidate
    verdict: Verdict


def select(
    found: Sequence[Candidate], history: History, wanted: MailingList, cut_off: date, moment: str
) -> tuple[Judged, ...]:
    """Every candidate judged; those whose verdict is in ``TAKEN`` are the issue, in its order.

    ``cut_off`` is the day of the cut-off where the list lives, ``moment`` its instant as the ledger writes it.
    Verdicts: ``new``, ``late`` (published before the last cut-off, met only now), ``corrected``; and for those left
    out ``in`` (sent already), ``early`` (published after the cut-off), ``before`` (older than the list), ``missed``
    (late, where the list leaves late ones out), ``unchanged`` (corrected, where it ignores corrections), ``full``,
    ``held`` (under embargo beyond the cut-off), ``sealed`` (under an embargo that cannot be read).
    """
    sent, before = {(told.release, told.hash) for told in history.sent}, history.before(found)
    judged = [
        Judged(
            each,
            ("in" if each.key in sent else "")
            or _withheld(each, before[each.key], moment)
            or _verdict(each, before[each.key], history, wanted, cut_off.isoformat()),
        )
        for each in found
    ]
    taken = [each for each in judged if each.verdict in TAKEN]
    if wanted.limit:
        waiting = sorted(taken, key=lambda each: (each.candidate.published or "9", each.candidate.release.id))
        full = {each.candidate.key for each in waiting[wanted.limit :]}
        judged = [replace(each, verdict="full") if each.candidate.key in full else each for each in judged]
    return tuple(sorted(judged, key=lambda each: each.candidate.release.id))


def members(judged: Iterable[Judged], wanted: MailingList) -> tuple[Judged, ...]:
    """Those that are taken, in the list's order: corrections last, undated ones after dated ones."""
    taken = sorted((each for each in judged if each.verdict in TAKEN), key=lambda each: each.candidate.release.id)
    match wanted.order:
        case "title":
            taken.sort(key=lambda each: plain(each.candidate.release.title).casefold())
        case "newest" | "oldest":
            taken.sort(key=lambda each: each.candidate.published, reverse=wanted.order == "newest")
    return tuple(sorted(taken, key=lambda each: (not each.candidate.published, each.verdict == "corrected")))


def _withheld(found: Candidate, before: list[SentWording], moment: str) -> Literal["", "held", "sealed"]:
    """Whether an embargo holds the release back at ``moment``; one that was sent as it is has nothing to hold."""
    if not found.release.embargo or any(told.stamp == found.stamp for told in before):
        return ""
    return "sealed" if not found.until else "held" if found.until > moment else ""


def _verdict(
    found: Candidate, before: list[SentWording], history: History, wanted: MailingList, cut_off: str
) -> Verdict:
    published = found.published
    if before:
        if any(told.stamp == found.stamp for told in before):
            return "in"
        return "unchanged" if wanted.corrected == "ignore" else "corrected"
    if published and published > cut_off[: len(published)]:
        return "early"
    if published and found.public < wanted.calendar.since.isoformat()[: len(published)]:
        return "before"
    if found.key in history.missed:
        return "missed"
    waited = found.key in history.met or found.release.id in history.held
    if published and found.public < history.last_day[: len(published)] and not waited:
        return "late" if wanted.include_late else "missed"
    return "new"
