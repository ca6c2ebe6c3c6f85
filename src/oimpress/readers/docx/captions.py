"""Captions beside what they say something of: those of a style, and those that are told by where and how they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Emphasis, Figure, Inlines, Table
from oimpress.model.runs import flatten
from oimpress.patterns import lazy
from oimpress.readers.shared.captions import credited, is_of_table

Found = list[Line | Block]
LEAST_PROSE = 120  # characters: behind a paragraph, an italic line below a picture is no standfirst below a logo
LONGEST_CAPTION = 200
LABELLED = lazy(
    r"(?:figure|fig\.|illustration|photo|image|carte|schéma|graphique|foto|gráfico)[ \u00a0]\d{1,2}[ \u00a0]*[.:–-]",
    re.IGNORECASE,
)


def captioned(flow: Sequence[Line | Block]) -> Found:
    """``flow`` with each caption that stands alone given to the picture below it, and plain ones to that above."""
    found: Found = []
    prose = False
    for item in flow:
        above = found[-1] if found else None
        if _is_bare(above) and isinstance(item, Figure) and item.href and not item.caption:
            found[-1] = replace(item, caption=above.caption, credit=above.credit or item.credit)
        elif _is_bare(above) and isinstance(item, Table) and _heads(above, item):
            found[-1] = replace(item, caption=above.caption)
        elif isinstance(above, Figure) and isinstance(item, Line) and _says(above, item, prose):
            caption, credit = credited(item.children)
            found[-1] = replace(above, caption=caption, credit=credit)
        else:
            found.append(item)
        prose = prose or (isinstance(item, Line) and len(item.plain) >= LEAST_PROSE)
    return found


def _is_bare(item: Line | Block | None) -> TypeGuard[Figure]:
    """Whether ``item`` is a caption without its picture."""
    return isinstance(item, Figure) and not item.href and not item.alt and bool(item.caption)


def _heads(caption: Figure, table: Table) -> bool:
    """Whether a caption without a picture is that of the ``table`` below it."""
    return not caption.credit and not table.caption and not LABELLED.match(str(flatten(caption.caption)))


def with_words(above: Line | Block, caption: Inlines, credit: Inlines) -> Block | None:
    """The table or picture ``above`` with the caption and credit below it; None when these are not of it."""
    if isinstance(above, Table) and not credit and not above.caption and is_of_table(str(flatten(caption))):
        return replace(above, caption=caption)
    if isinstance(above, Figure) and not (caption and above.caption) and not (credit and above.credit):
        return replace(above, caption=above.caption or caption, credit=above.credit or credit)
    return None


def _says(picture: Figure, line: Line, prose: bool) -> bool:
    """Whether ``line``, right below ``picture``, is its caption."""
    if picture.caption or picture.credit or not picture.href or line.level or len(line.plain) > LONGEST_CAPTION:
        return False
    return bool(LABELLED.match(line.plain)) or (prose and _is_italic(line))


def _is_italic(line: Line) -> bool:
    leaning = sum(len(str(flatten((child,)))) for child in line.children if isinstance(child, Emphasis))
    return leaning == len(line.plain.strip()) > 0
