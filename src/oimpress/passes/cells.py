"""The cells of a table, and other runs with breaks in them, as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oimpress.model.draft import Line, line_at
from oimpress.model.nodes import Cell, Inlines, Para
from oimpress.model.runs import cut, flatten, strip
from oimpress.model.traced import Traced, join


def lines_of_cells(cells: Iterable[Cell | Para], characters: str) -> Iterator[Line]:
    """What these cells of the source ``characters`` say, line by line; before the first of them stands a blank."""
    first = True
    for cell in cells:
        for part in _at_breaks(cell.children):
            text = flatten(part)
            whole = text if isinstance(text, Traced) else join((text,))
            if whole.strip():
                number = line_at(characters, whole.start)
                yield Line(part, number, number, gap=int(first))
                first = False


def _at_breaks(children: Inlines) -> Iterator[Inlines]:
    text = str(flatten(children))
    at = 0
    for end in (*(match.start() for match in re.finditer("\n", text)), len(text)):
        yield strip(cut(children, at, end))
        at = end + 1
