"""Where every line of the source went, every edit, and why; with the release it rebuilds the source.

A trail is a list of steps in the order of the source. It holds what was removed or changed; of kept text only the
place in the release where it now stands. What it rebuilds is its law: the bytes of a plain text, or of a source with
markup (HTML, DOCX) the text as its reader defines it, with the digest of that text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Literal, NamedTuple, TypeAlias

from oimpress.errors import InvalidRelease
from oimpress.model.nodes import Release
from oimpress.model.traced import Traced, add_rule
from oimpress.model.walk import slots
from oimpress.records import record

BETWEEN = "L001"  # line ends, blank space and invisible characters that only held blocks apart
UNEXPLAINED = "X001"  # source text that no pass accounted for: a defect of ours, never of the source
Law: TypeAlias = Literal["bytes", "text"]


class Keep(NamedTuple):
    """``length`` source characters stand unchanged in the release at ``path``, from ``offset`` of its text."""

    rule: str
    path: str
    offset: int
    length: int


class Drop(NamedTuple):
    """``text`` of the source was left out."""

    rule: str
    text: str


class Change(NamedTuple):
    """``before`` in the source became ``after`` at ``path`` and ``offset``; either may be empty."""

    rule: str
    path: str
    offset: int
    before: str
    after: str


Step: TypeAlias = Keep | Drop | Change


class Reason(NamedTuple):
    """Why the line at ``where``, or a piece of it, was read in ``region`` as ``label``.

    ``support`` are the points of its own, ``margin`` those that the next best reading of it loses; ``because`` names
    the evidence that weighed most, or the case that decided. Neighbours that one case decided are one stretch.
    """

    where: str
    region: str
    label: str
    support: int
    margin: int
    because: tuple[str, ...]


@record
class Trail:
    """The steps from one source to one release. ``encoding`` is a Python codec name.

    ``law`` says what the steps rebuild; ``sha256`` is the digest of the text (in UTF-8) where that is a text.
    ``reasons`` rebuild nothing: they say why lines were read as they were, in the order in which they were decided.
    """

    release: str
    encoding: str
    steps: tuple[Step, ...]
    law: Law = "bytes"
    sha256: str = ""
    reasons: tuple[Reason, ...] = ()

    @property
    def rules(self) -> dict[str, int]:
        """How often each rule removed or changed something."""
        counts: dict[str, int] = {}
        for step in self.steps:
            if not isinstance(step, Keep):
                for rule in step.rule.split("+"):
                    counts[rule] = counts.get(rule, 0) + 1
        return counts


_Fate: TypeAlias = tuple[int, int, Step]  # a step, after the bounds of the stretch of source it accounts for
PLACE = itemgetter(0, 1)


def draw(
    source: str, release: Release, dropped: Iterable[tuple[str, str]], encoding: str = "utf-8", law: Law = "bytes"
) -> Trail:
    """The trail from ``source`` to ``release``: read off the traced texts in it and those ``dropped`` (text, rule).

    Blank space nobody kept is a Drop with the rule BETWEEN; any other stretch nobody accounted for is one with the rule
    UNEXPLAINED, so that the source can always be rebuilt.
    """
    fates = [*_kept(source, release), *_left_out(source, dropped)]
    fates.sort(key=PLACE)
    digest = hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest() if law == "text" else ""
    return Trail(release.id, encoding, tuple(_merged(_gapless(source, fates))), law, digest)


def _kept(source: str, release: Release) -> Iterator[_Fate]:
    for path, text in slots(release):
        if isinstance(text, Traced):
            plain, offset, before = str(text), 0, 0
            for length, first, last, edits, place in text.pieces:
                # What was put in without a place of its own, such as a line break, stands behind what it follows.
                start, end = (before, before) if before and not last else (first, last)
                after = offset + length
                if edits:
                    yield start, end, Change(edits, path, offset, source[start:end], plain[offset:after])
                else:
                    yield start, end, Keep(place, path, offset, length)
                offset, before = after, end


def _left_out(source: str, dropped: Iterable[tuple[str, str]]) -> Iterator[_Fate]:
    for text, rule in dropped:
        for piece in text.pieces if isinstance(text, Traced) else ():
            if piece.end > piece.start:
                step = Drop(add_rule(piece.edits, rule), source[piece.start : piece.end])
                yield piece.start, piece.end, step


def _gapless(source: str, fates: list[_Fate]) -> Iterator[Step]:
    at = 0
    for start, end, step in fates:
        if start > at:
            yield _gap(source[at:start])
            at = start
        if start in (end, at):
            yield step
        else:
            yield from _overlap(source, step, start, min(at, end))
        at = max(at, end)
    if at < len(source):
        yield _gap(source[at:])


def _gap(text: str) -> Drop:
    blank = text.isspace() or not any(char.isprintable() and not char.isspace() for char in text)
    return Drop(BETWEEN if blank else UNEXPLAINED, text)


def _overlap(source: str, step: Step, start: int, at: int) -> Iterator[Step]:
    """A step whose stretch is accounted for up to ``at``: that part is now an insertion, the rest stays."""
    match step:
        case Keep(rule, path, offset, length):
            yield Change(rule, path, offset, "", source[start:at])
            if length > at - start:
                yield Keep(rule, path, offset + at - start, length - (at - start))
        case Change():
            yield step._replace(before=step.before[at - start :])
        case Drop(rule, text) if len(text) > at - start:
            yield Drop(rule, text[at - start :])


def _merged(steps: Iterable[Step]) -> Iterator[Step]:
    """Steps with neighbours of one kind, rule and place joined."""
    last: Step | None = None
    for step in steps:
        if last:
            alike = type(last) is type(step) and last.rule == step.rule
            if joined := _joined(last, step) if alike else None:
                last = joined
                continue
            yield last
        last = step
    if last:
        yield last


def _joined(last: Step, step: Step) -> Step | None:
    """Two steps of one kind and rule as one, where the second goes on from the first."""
    match last, step:
        case Keep(rule, path, offset, length), Keep() if (path, offset + length) == step[1:3]:
            return Keep(rule, path, offset, length + step.length)
        case Drop(rule, text), Drop():
            return Drop(rule, text + step.text)
        case _:
            return None


def rebuild(release: Release, trail: Trail) -> bytes:
    """The source's bytes, or its text in UTF-8 where that is the trail's law.

    Raises InvalidRelease when ``trail`` does not fit ``release``.
    """
    text = "".join(before for before, _ in retrace(release, trail))
    return text.encode(trail.encoding, "surrogateescape")


def retrace(release: Release, trail: Trail) -> Iterator[tuple[str, Step]]:
    """The source again, stretch by stretch, each with the step that accounts for it."""
    texts = {path: str(text) for path, text in slots(release)}
    for step in trail.steps:
        if isinstance(step, Drop):
            yield step.text, step
            continue
        if step.path not in texts:
            raise InvalidRelease(
                "{id}: {path} is missing; the trail belongs to another release, or this one was edited",
                id=release.id,
                path=step.path,
            )
        here = texts[step.path]
        if isinstance(step, Keep):
            yield here[step.offset : step.offset + step.length], step
        elif here[step.offset : step.offset + len(step.after)] == step.after:
            yield step.before, step
        else:
            found = here[step.offset : step.offset + len(step.after)]
            raise InvalidRelease(
                "{id}: {path}: “{found}” where the trail says “{after}”; it was edited after its trail was drawn",
                id=release.id,
                path=step.path,
                found=found,
                after=step.after,
            )
