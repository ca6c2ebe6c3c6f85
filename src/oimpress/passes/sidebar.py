"""Sidebars: what stood beside a release and was dumped between its title and its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oimpress.model.draft import Draft, Line, placed
from oimpress.model.nodes import Aside, Inlines, Para
from oimpress.model.runs import inlines, strip
from oimpress.model.traced import Edit
from oimpress.notices import Result, notice
from oimpress.passes.dateline import split_dateline
from oimpress.passes.people import is_function, is_name

ASIDE, ATTRIBUTION = "B004", "B005"

HEADING = re.compile(r"[^.!?;]{2,60}?[\s\u00a0\u202f]*:?")
CONTEXT = re.compile(r"(?:contexte|rappel des faits|background|context|contexto|antecedentes)\b", re.IGNORECASE)


def sidebar(draft: Draft) -> Result[Draft]:
    """Set apart what a page's side column left between title and dateline. Rules B004, B005; notice B101.

    A sidebar begins with a heading and ends with who says it, with a line that was taken away, or at the dateline.
    """
    lines = [item for item in draft.flow if isinstance(item, Line)]
    if len(lines) < 3 or not _heads(lines[0]):
        return Result(draft)
    end = _sidebar_end(lines)
    if not end:
        found = (notice("B101", lines[0].where, str(lines[0].text)),) if CONTEXT.match(str(lines[0].text)) else ()
        return Result(draft, found)
    said_by = _attribution_start(lines[:end])
    attribution = _attribution(lines[said_by:end])
    blocks = tuple(Para(placed(strip(line.children), ASIDE)) for line in lines[1:said_by])
    kind = "context" if CONTEXT.match(str(lines[0].text).strip()) else "sidebar"
    aside = Aside(blocks, kind, placed(strip(lines[0].children), ASIDE), attribution)
    taken = set(map(id, lines[:end]))
    rest = [item for item in draft.flow if id(item) not in taken]
    return Result(draft.having((aside, *rest)))


def _heads(line: Line) -> bool:
    text = str(line.text).strip()
    return bool(HEADING.fullmatch(text)) and (text.endswith(":") or bool(CONTEXT.match(text)))


def _sidebar_end(lines: Sequence[Line]) -> int:
    """How many of ``lines`` the sidebar has; 0 when nothing shows where it ends."""
    for at in range(2, len(lines)):
        taken_away = lines[at].number > lines[at - 1].last + 1 + lines[at].gap
        if split_dateline(str(lines[at].text).strip(), known=True) or taken_away:
            return at
        if _attribution_start(lines[:at]) < at and len(lines[at].text) > 100:
            return at
    return 0


def _attribution_start(lines: Sequence[Line]) -> int:
    """Where the closing lines begin that name a person and perhaps the function."""
    texts = [str(line.text).strip() for line in lines]
    if len(texts) > 2 and is_name(texts[-2]) and len(texts[-1]) <= 120 and is_function(texts[-1]):
        return len(texts) - 2
    return len(texts) - 1 if len(texts) > 2 and is_name(texts[-1].partition(",")[0]) else len(texts)


def _attribution(lines: Sequence[Line]) -> Inlines:
    if not lines:
        return ()
    parts: list[Inlines] = [strip(lines[0].children)]
    for line, below in pairwise(lines):
        comma = line.ending.edited([Edit(ATTRIBUTION, 0, len(line.ending), str(line.ending), ", ")])
        parts += [inlines(comma), strip(below.children)]
    return placed(inlines(*(child for part in parts for child in part)), ATTRIBUTION)
