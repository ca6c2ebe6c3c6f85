"""Today's whole reading of a source as a sidecar's ``[lines]``: what each of its lines is, by its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from oimpress import readers
from oimpress.errors import UsageError
from oimpress.knowledge.folding import fold
from oimpress.model.nodes import Contact
from oimpress.model.trail import Drop, Step, retrace
from oimpress.passes.pins import IN_BLOCKS, WHOLE_LINES, holds, stretches
from oimpress.patterns import lazy
from oimpress.readers.shared.reader import Drafted
from oimpress.settings import LABELS

if TYPE_CHECKING:
    from oimpress.model.draft import Draft, Line, LineReading
    from oimpress.pipeline import Normalised

CALLED = {
    "title goes on": "title",
    "early standfirst": "standfirst",
    "also": "person",
}  # labels that people call otherwise
PLACES = (  # where all that a line says stands, and what the line is then
    (re.compile(r"body/(?:section\[\d+\]/)*section\[\d+\]/heading(?:/.*)?"), "heading"),
    (re.compile(r"body/(?:section\[\d+\]/)*list\[\d+\]/item.*"), "list"),
    (re.compile(r"body/(?:section\[\d+\]/)*quote\[\d+\]/.*"), "quote"),
    (re.compile(r"body/(?:section\[\d+\]/)*note\[\d+\](?:/.*)?"), "note"),
    (re.compile(r"head/dateline/.*"), "dateline"),
)
LEFT_OUT = {"B016": "end-mark", "H015": "order", "H004": "furniture"} | dict.fromkeys(
    ("F001", "F002", "F003", "F004", "F005", "F006", "F008", "F009", "F012"), "furniture"
)
TEXT = lazy(r"(?:body|about)/(?:section\[\d+\]/)*p\[")
ISSUER = "head/issuer"
STRAY = "stray"  # a line of the head that stays a paragraph, and could be the title where nobody says so
TWICE = "B007"


class Passage(NamedTuple):
    """Source lines that are read as one, from ``start`` to ``end`` of the source's text, and the steps on them."""

    lines: tuple[Line, ...]
    steps: tuple[Step, ...]

    @property
    def words(self) -> str:
        return " ".join(" ".join(line.plain.split()) for line in self.lines)

    @property
    def places(self) -> list[str]:
        """Where in the release what they say stands."""
        return [step.path for step in self.steps if not isinstance(step, Drop) and "@" not in step.path]

    @property
    def among_contacts(self) -> bool:
        """Whether they are contacts, or such as were said before."""
        return any(place.startswith("contacts/") for place in self.places) or "C008" in self.rules

    @property
    def rules(self) -> set[str]:
        """The rules that left them out, where all of them are."""
        return set() if self.places else {step.rule for step in self.steps if isinstance(step, Drop)}


def as_sidecar(done: Normalised) -> str:
    """The table ``[lines]`` of a sidecar that gives the release again; labels in the order in which people think.

    Words that a source says twice, as different things, tell no line from the other: they are left out. Raises
    UsageError for canonical XML, which has no lines.
    """
    said = whole_reading(done)
    rows = (f"{label} = {json.dumps(said[label], ensure_ascii=False, indent=2)}" for label in LABELS if label in said)
    return "\n".join(["[lines]", *rows])


def whole_reading(done: Normalised) -> dict[str, list[str]]:
    """What the lines of a source were read as, label -> their words."""
    draft = _draft(done)
    passages = list(_passages(done, draft))
    told = [one[1:] for one in sorted([*_told(done, passages), *_pieces(done, passages)], key=itemgetter(0))]
    meant: dict[str, list[str]] = {}
    for label, words in told:
        meant.setdefault(fold(words), []).append(label or "body")
    texts = [fold(line.plain.strip()) for _, line in draft.lines()]
    found: dict[str, list[str]] = {}
    for label, words in told:
        labels = meant.pop(fold(words), [])
        here = any(stretches(fold(words), texts)) or (label in IN_BLOCKS and holds(draft, fold(words)))
        if here and labels == sorted(labels, key=LABELS.index) and any(each for each, say in told if say == words):
            for each in labels if len({*labels}) > 1 else labels[:1]:
                found.setdefault(each, []).append(words)
    return found


def _draft(done: Normalised) -> Draft:
    """The draft that passes see first. Raises UsageError for canonical XML."""
    if done.trail is None:
        raise UsageError(
            "{source}: canonical XML is taken as it is; explain the source it was made from", source=done.source.name
        )
    return next(each.draft.value for each in readers.read(done.source) if isinstance(each, Drafted))


def _passages(done: Normalised, draft: Draft) -> Iterator[Passage]:
    """The lines that passes see first, those together that one paragraph was made of."""
    lines = [line for _, line in draft.lines() if line.plain.strip()]
    steps = list(_placed(done))
    joined = {at for one in done.readings for at in _joined(one)}
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.number in joined:
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        start, end = group[0].text.start, group[-1].text.end
        yield Passage(tuple(group), tuple(step for first, last, step in steps if first < end and last > start))


def _told(done: Normalised, passages: Sequence[Passage]) -> Iterator[tuple[int, str, str]]:
    """What lines are, with their numbers and words; below the contacts a paragraph too, which could be one of them."""
    below, title = False, ""
    for passage in passages:
        below = below or passage.among_contacts
        if passage.among_contacts or (TWICE in passage.rules and fold(passage.words) == title):
            continue
        label = _label(passage, done.readings)
        if not label and set(passage.places) == {ISSUER}:
            continue  # what stands above or before it says so, at the foot
        title = fold(passage.words) if label == "title" else title
        text = bool(passage.places) and all(map(TEXT.match, passage.places))
        yield passage.lines[0].number, label or ("body" if below and text else ""), passage.words


def _placed(done: Normalised) -> Iterator[tuple[int, int, Step]]:
    """Each step that speaks of words of the source, and where these begin and end."""
    at = 0
    for before, step in retrace(done.value, done.trail) if done.trail else ():
        if before.strip():
            yield at, at + len(before), step
        at += len(before)


def _label(passage: Passage, readings: Sequence[LineReading]) -> str:
    """What lines were read as, in a sidecar's word; empty for a paragraph, and where nobody needs to say it."""
    if label := next((LEFT_OUT[rule] for rule in passage.rules if rule in LEFT_OUT), ""):
        return label
    head = next((one for one in readings if one.region == "head" and _says(one, passage)), None)
    if head and (label := CALLED.get(head.label, head.label)) in LABELS and label not in ("body", "caption", "contact"):
        return label
    if head and head.label == STRAY:
        return "body"
    places = passage.places
    return next((label for shape, label in PLACES if places and all(map(shape.fullmatch, places))), "")


def _joined(one: LineReading) -> range:
    """The numbers of the lines that were read as one with those above them."""
    first, _, last = one.where.removeprefix("l.").partition("-")
    if one.region == "breaks":
        return range(int(first), int(first) + one.label.startswith("joined"))
    return range(int(first) + 1, int(last or first) + 1)


def _number(one: LineReading) -> int:
    return int(one.where.removeprefix("l.").partition("-")[0])


def _says(one: LineReading, passage: Passage) -> bool:
    return _number(one) == passage.lines[0].number and " ".join(one.words.split()) == passage.words


def _pieces(done: Normalised, passages: Sequence[Passage]) -> Iterator[tuple[int, str, str]]:
    """The pieces of contacts with their lines and labels; the whole line where it stayed one."""
    starting = {passage.lines[0].number: passage for passage in passages}
    owned = any(isinstance(each, Contact) for each in done.value.contacts)
    whole: dict[str, list[str]] = {}
    for one in done.readings:
        if one.region == WHOLE_LINES:
            whole.setdefault(one.where, []).append(one.words)
    for one in done.readings:
        passage, number = starting.get(_number(one)), _number(one)
        words = " ".join(one.words.split())
        if one.region == WHOLE_LINES:
            yield number, one.label, passage.words if passage else words
        elif one.region != "contacts" or any(one.words in line for line in whole.get(one.where, ())):
            continue
        elif passage and one.label == "note" and _says(one, passage):
            yield number, "contact", passage.words  # as a note it would be one of the text
        elif owned:
            yield number, CALLED.get(one.label, one.label.rstrip("*")), words
