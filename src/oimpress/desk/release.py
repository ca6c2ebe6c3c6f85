"""The page *Release*: a source beside what it became, its doubts, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from starlette.responses import Response

from oimpress.desk import edits
from oimpress.desk.calls import DeskCall, go
from oimpress.desk.history import SidecarHistory, Version
from oimpress.desk.marks import families, kinds
from oimpress.desk.sidecars import Overtaken, Sidecar, change, look, undo
from oimpress.errors import OimpressError, ReadError, UsageError
from oimpress.i18n import phrases
from oimpress.knowledge.folding import fold
from oimpress.model.draft import LineReading
from oimpress.notices import Notice
from oimpress.publish.explain_page import ShownRow, given, rows
from oimpress.publish.places import NoticePlace
from oimpress.publish.report import ReadRelease
from oimpress.records import record
from oimpress.settings import LABELS
from oimpress.settings.kinds import NOT_KNOWN
from oimpress.settings.toml import parse_table

PAGE = "/release"
MOST = 6  # lines that one pin can name
SPAN = re.compile(r"l\.(\d+)(?:-(\d+))?")
NEAREST = 2  # other readings of a line that are put forward


class OpenDoubt(NamedTuple):
    """What an editor should look at, at ``line``; ``number`` is its place among them."""

    number: int
    line: int
    notice: Notice


@record
class Panel:
    """A line that somebody looks at: the ``wordings`` that can be pinned, the label they have, other likely ones."""

    line: int
    last: int
    wordings: tuple[str, ...]
    label: str
    likely: tuple[str, ...]


@record
class Opened:
    """A source as the page shows it; ``reading`` is None where it cannot be read, for the reason in ``fault``."""

    path: Path
    key: str
    sidecar: Sidecar
    history: SidecarHistory
    reading: ReadRelease | None
    parts: int
    fault: str = ""

    @property
    def pins(self) -> dict[str, str]:
        """What lines are said to be: their folded words, and the label."""
        said: dict[str, str] = {}
        with suppress(UsageError):
            for label, words in parse_table(self.sidecar.text, "").get("lines", {}).items():
                said |= dict.fromkeys(map(fold, [words] if isinstance(words, str) else words), label)
        return said

    @property
    def fields(self) -> dict[str, str]:
        """What the sidecar says, field by field, as it stands there."""
        said: dict[str, object] = {}
        with suppress(UsageError):
            said = parse_table(self.sidecar.text, "")
        made = {name: str(said.get(name, "")) for name in edits.FIELDS}
        return made | {"embargo": "-"} if said.get("embargo") == "" else made

    @property
    def undoable(self) -> Version | None:
        """The version that undoing takes back."""
        return self.history.versions[-1] if self.history.earlier(self.sidecar.text) else None


def release(call: DeskCall) -> Response:
    """One source: its lines, its doubts and what is said of it."""
    return _page(call, opened(call, call.ask("source")))


def _page(call: DeskCall, found: Opened, fault: str = "", status: int = 200) -> Response:
    typed = {name: call.give(name) for name in edits.FIELDS if name in call.given}  # what was refused is not lost
    values: dict[str, Any] = {
        "found": found,
        "fault": fault or found.fault,
        "here": "archive",
        "kinds": kinds(call.say),
        "fields": found.fields | typed,
    }
    if found.reading is None or found.reading.done.trail is None:
        return call.show("release.html.j2", status, **values, rows=(), doubts=(), panel=None, given=(), families=())
    trail = found.reading.done.trail
    told = list(rows(found.reading, trail, call.lang))
    return call.show(
        "release.html.j2",
        status,
        **values,
        rows=told,
        given=given(found.reading.done.value, trail, told, call.lang),
        doubts=list(doubts(told)),
        panel=panel(found, told, call.number("line")),
        families=families(call.say),
    )


def opened(call: DeskCall, key: str) -> Opened:
    """The source called ``key``. Raises ReadError where there is none."""
    path = call.room.path(key)
    sidecar = look(path)
    history = SidecarHistory(call.room.root, sidecar.file)
    try:
        found = call.room.read(path)
    except OimpressError as error:
        return Opened(path, key, sidecar, history, None, 0, error.text(phrases(call.lang)))
    at = max(1, call.number("part", 1))
    if at > len(found):
        raise ReadError("{path}: no source of this folder", path=key)
    return Opened(path, key, sidecar, history, found[at - 1], len(found))


def doubts(told: list[ShownRow]) -> Iterator[OpenDoubt]:
    """What an editor should look at, in the order of the source."""
    places: list[NoticePlace] = [place for row in told for place in row.notices if place.notice.severity != "info"]
    for number, place in enumerate(places):
        yield OpenDoubt(number, place.line, place.notice)


def panel(found: Opened, told: list[ShownRow], line: int) -> Panel | None:
    """What can be said of the source's ``line``; None where it has no words."""
    texts = {each.number: each.text.strip() for row in told for each, _ in row.lines}
    if not line or not texts.get(line) or found.reading is None:
        return None
    readings = [one for one in found.reading.done.readings if _covers(one, line)]
    first, last = _span(readings[0]) if readings else (line, line)
    if last - first >= MOST or not all(texts.get(number) for number in range(first, last + 1)):
        first = last = line
    whole = " ".join(texts[number] for number in range(first, last + 1))
    pieces = [" ".join(one.words.split()) for one in readings if one.region == "contacts"]
    wordings = tuple(dict.fromkeys([whole, *(piece for piece in pieces if piece)]))
    label = next((found.pins[fold(words)] for words in wordings if fold(words) in found.pins), "")
    return Panel(line, last, wordings, label, tuple(_likely(readings)))


def _likely(readings: list[LineReading]) -> Iterator[str]:
    """What the line could be besides, the nearest first."""
    for one in readings[:1]:
        others = sorted((loss, label) for label, loss in one.losses.items() if label != one.label)
        yield from [label.rstrip("*") for _, label in others if label.rstrip("*") in LABELS][:NEAREST]


def _covers(one: LineReading, line: int) -> bool:
    first, last = _span(one)
    return first <= line <= last


def _span(one: LineReading) -> tuple[int, int]:
    span = SPAN.fullmatch(one.where)
    return (int(span[1]), int(span[2] or span[1])) if span else (0, -1)


def pin(call: DeskCall) -> Response:
    """Say what a line is, or take that back."""
    label, words = call.give("label"), call.give("words")
    if label and label not in LABELS:
        raise UsageError(NOT_KNOWN, place="[lines]", found=label, known=", ".join(LABELS))
    return _changed(call, f"pin {label}: {words}"[:120], edits.pinned(words, label), f"l{call.give('line')}")


def describe(call: DeskCall) -> Response:
    """Say what is known of the source."""
    fields = {name: call.give(name) for name in edits.FIELDS if name in call.given}
    return _changed(call, "describe", edits.described(fields), "known")


def answer(call: DeskCall) -> Response:
    """Answer a doubt: with what it proposes, with other words, or by leaving the text as it is."""
    match call.give("answer"):
        case "accept":
            edit, what = edits.accepted(call.give("found"), call.give("wanted")), "accept"
        case _:
            edit, what = edits.seen(call.give("doubt")), "leave"
    words = call.give("found") or call.give("doubt")
    return _changed(call, f"{what} {words}"[:120], edit, "doubts")


def take_back(call: DeskCall) -> Response:
    """Undo the last change."""
    path = call.room.path(call.give("source"))
    undo(call.room, path, call.give("stamp"))
    call.desk.index.read(path)
    return go(PAGE, "top", source=call.give("source"), part=call.give("part"), said="undone")


def _changed(call: DeskCall, what: str, edit: edits.SidecarEdit, fragment: str) -> Response:
    """Change the sidecar and show the release anew; a refusal is told on the page, with all that stands."""
    path = call.room.path(call.give("source"))
    try:
        change(call.room, path, call.give("stamp"), what, edit)
    except OimpressError as error:
        status = 409 if isinstance(error, Overtaken) else 422
        return _page(call, opened(call, call.give("source")), error.text(phrases(call.lang)), status)
    call.desk.index.read(path)
    return go(PAGE, fragment, source=call.give("source"), part=call.give("part"), said="saved")
