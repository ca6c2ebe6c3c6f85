"""Why a line was read as it was: its evidence, or the case that decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from oimpress.cli.words import _
from oimpress.errors import UsageError
from oimpress.passes.labelling import load
from oimpress.passes.labelling.reasons import TABLES
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.model.draft import LineReading

SPAN = re.compile(r"l\.(\d+)(?:-(\d+))?")
SHOWN = 6  # labels of a line, the likeliest first


def reading_of(number: int, readings: Sequence[LineReading], source: str) -> list[LineReading]:
    """How the source line ``number`` was read, piece by piece. Raises UsageError where no reading weighed it."""
    found = [one for one in readings if _covers(one.where, number)]
    if not found:
        raise UsageError(
            "{source}: no table weighed line {number} and no case decided it; oimpress explain says what became of it",
            source=source,
            number=number,
        )
    return found


def _covers(where: str, number: int) -> bool:
    span = SPAN.fullmatch(where)
    return span is not None and int(span[1]) <= number <= int(span[2] or span[1])


def table(one: LineReading) -> Iterator[str]:
    """The table of a line: each label with what it would cost the whole reading, and what speaks for and against it.

    Breaks, headings, sidebars and menus are decided by cases; there it is the name of the case.
    """
    yield f"{one.where}  {visible(one.words)}"
    if one.region not in TABLES:  # decided by the first case that applied
        yield f" = {one.label:<16} {one.region}: {', '.join(sorted(one.seen))}"
        return
    by = load(*TABLES[one.region])
    for label in sorted(one.losses, key=lambda name: (one.losses[name], name))[:SHOWN]:
        mark = "=" if label == one.label else " "
        why = ", ".join(f"{name} {points:+d}" for name, points in by.reasons(label, one.seen)) or _("no evidence")
        yield f" {mark} {label:<16} {-one.losses[label]:>6}  {why}"
