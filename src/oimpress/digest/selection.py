"""Which releases go into an issue, and why each other one does not: a function of values, no clock, no ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias

from oimpress.digest.lists import MailingList
from oimpress.errors import ReadError
from oimpress.model.codec import to_xml
from oimpress.model.nodes import Release
from oimpress.writers.wording import day_of, plain

Role: TypeAlias = Literal["new", "late", "corrected"]
Verdict: TypeAlias = Literal["new", "late", "corrected", "in", "early", "before", "missed", "unchanged", "full"]
TAKEN: Mapping[Verdict, Role] = {"new": "new", "late": "late", "corrected": "corrected"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A release that a list may send. ``stamp`` names the source's bytes; ``hash`` the release's own content."""

    release: Release
    stamp: str
    hash: str

    @property
    def published(self) -> str:
        return day_of(self.release)

    @property
    def key(self) -> tuple[str, str]:
        return self.release.id, self.hash


def candidate(release: Release, stamp: str = "") -> Candidate:
    """The release with what identifies this wording of it.

    A release counts as corrected when both its content and its source changed: a better reading of the same source by
    a later version of this program is no correction. Without a ``stamp`` the release's own source tells.
    """
    content = hashlib.sha256(to_xml(replace(release, source=None))).hexdigest()
    return Candidate(release, stamp or (release.source.sha256 if release.source else content), content)


def unique(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, each once. Raises ReadError when two of one id differ."""
    kept: dict[str, Candidate] = {}
    for one in found:
        other = kept.setdefault(one.release.id, one)
        if other.hash != one.hash:
            names = [each.release.source.name if each.release.source else "?" for each in (other, one)]
            raise ReadError(
                f"{one.release.id}: two sources with this id differ ({names[0]}, {names[1]}); "
                "remove one, or rename one so that it gets an id of its own"
            )
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class History:
    """What the list did before: wordings sent (id to hashes and stamps), wordings met, the issue before this one."""

    sent: Mapping[str, Collection[str]] = field(default_factory=dict)
    met: Collection[tuple[str, str]] = ()
    missed: Collection[tuple[str, str]] = ()
    last_day: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate and the decision on it."""

    candidate: Candidate
    verdict: Verdict


def select(found: Sequence[Candidate], history: History, wanted: MailingList, cut_off: date) -> tuple[Judged, ...]:
    """Every candidate judged; those whose verdict is in ``TAKEN`` are the issue, in its order.

    Verdicts: ``new``, ``late`` (published before the last cut-off, met only now), ``corrected``; and for those left
    out ``in`` (sent already), ``early`` (published after the cut-off), ``before`` (older than the list), ``missed``
    (late, where the list leaves late ones out), ``unchanged`` (corrected, where it ignores corrections), ``full``.
    """
    judged = [Judged(each, _verdict(each, history, wanted, cut_off.isoformat())) for each in found]
    taken = [each for each in judged if each.verdict in TAKEN]
    if wanted.limit and len(taken) > wanted.limit:
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


def _verdict(found: Candidate, history: History, wanted: MailingList, cut_off: str) -> Verdict:
    published = found.published
    if (known := history.sent.get(found.release.id)) is not None:
        if found.hash in known or found.stamp in known:
            return "in"
        return "unchanged" if wanted.corrected == "ignore" else "corrected"
    if published and published > cut_off[: len(published)]:
        return "early"
    if published and published < wanted.calendar.since.isoformat()[: len(published)]:
        return "before"
    if found.key in history.missed:
        return "missed"
    if published and published < history.last_day[: len(published)] and found.key not in history.met:
        return "late" if wanted.include_late else "missed"
    return "new"
