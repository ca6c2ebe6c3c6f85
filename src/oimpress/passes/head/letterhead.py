"""An office's letterhead above the text: in a table, as Word documents have it, or beside date or label on a line.

A label that stands before the title on its line is taken apart with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from oimpress.knowledge.dates import find_date
from oimpress.knowledge.gazetteer import place_countries
from oimpress.model.draft import Draft, Flow, Line
from oimpress.model.nodes import Block, Table
from oimpress.model.runs import cut, flatten, length
from oimpress.notices import Dropped, Result
from oimpress.passes.cells import lines_of_cells
from oimpress.passes.head.limits import (
    CELL_SIZE,
    DATE_LINES,
    LEAST_WORDS,
    MOST_CELLS,
    MOST_ROWS,
    SHORT_PART,
    TABLE_PLACES,
)
from oimpress.passes.head.words import plainly, said
from oimpress.passes.lines.columns import cells_of
from oimpress.passes.pins import pin_of
from oimpress.passes.wordings import body_words, is_order, says_verb
from oimpress.patterns import lazy

JOINED = "H020"
BAR = lazy(r"(?<! ) +[|–—] +")
OPENED = lazy(r"\s*\[?")
JOINT = lazy(r"\]? *(?:[:–—|]|(?<= )-) +(?=\S)|\] +(?=\S)")


def letterhead(draft: Draft) -> Result[Draft]:
    """Take a letterhead apart into its lines, which are read with those of the head. Rule H020."""
    dropped: list[Dropped] = []
    flow: list[Line | Block] = []
    for at, item in enumerate(_contacts_behind(draft.flow[:DATE_LINES])):
        for line in _apart(item, at, draft.characters):
            if isinstance(line, Line):
                for part in _body_and_label(line, dropped):
                    flow += _label_and_title(part, dropped)
            else:
                flow.append(line)
    return Result(replace(draft, flow=(*flow, *draft.flow[DATE_LINES:])), (), tuple(dropped))


def _contacts_behind(items: Flow) -> list[Line | Block]:
    """The items, where one of two columns is contacts that column behind the other."""
    flow: list[Line | Block] = []
    rows: list[list[Line]] = []
    for item in items:
        cells = cells_of(item) if isinstance(item, Line) else []
        begins = len(cells) == 2 and said("contact").match(plainly(cells[1].plain)) is not None
        if len(cells) == 2 and (begins or (rows and not cells[0].gap)):
            rows.append(cells)
            continue
        flow += [*_by_columns(rows), item]
        rows = []
    return [*flow, *_by_columns(rows)]


def _by_columns(rows: list[list[Line]]) -> Iterator[Line]:
    yield from (left for left, _ in rows)
    yield from (replace(right, gap=0 if at else 1) for at, (_, right) in enumerate(rows))


def _apart(item: Line | Block, at: int, characters: str) -> Iterator[Line | Block]:
    if isinstance(item, Table) and at < TABLE_PLACES and _is_letterhead(item):
        for row in item.rows:
            for cell in row.cells:
                yield from lines_of_cells([cell], characters)
    elif isinstance(item, Line) and (_is_dated(cells := cells_of(item)) or _is_labelled(cells)):
        yield from cells
    else:
        yield item


def _is_letterhead(table: Table) -> bool:
    """Whether a table is small, and its cells too: no table of results that opens a text."""
    cells = [cell for row in table.rows for cell in row.cells]
    if len(table.rows) > MOST_ROWS or any(len(row.cells) > MOST_CELLS for row in table.rows):
        return False
    return not table.caption and not any(cell.header or len(str(flatten(cell.children))) > CELL_SIZE for cell in cells)


def _is_labelled(cells: list[Line]) -> bool:
    """Whether one of two columns is nothing but the kind of text: « COMMUNIQUÉ DE PRESSE » beside an office's name."""
    return len(cells) == 2 and sum(bool(said("label").fullmatch(plainly(cell.plain.strip()))) for cell in cells) == 1


def _is_dated(cells: list[Line]) -> bool:
    """Whether one of two columns ends with a date, and the other tells neither that nor a place."""
    if len(cells) != 2:
        return False
    texts = [cell.plain.strip() for cell in cells]
    found = [find_date(text) for text in texts]
    dated = [date is not None and date.end >= len(text) - 1 for date, text in zip(found, texts, strict=True)]
    return sum(dated) == 1 and not place_countries(texts[dated.index(False)])


def _body_and_label(line: Line, dropped: list[Dropped]) -> Iterator[Line]:
    """« Haute École de la Sorne – Communiqué » and what else stands beside it as lines; what parts them goes."""
    text = plainly(line.plain)
    gaps = [gap.span() for gap in BAR.finditer(text)]
    spans = [(before[1], behind[0]) for before, behind in pairwise([(0, 0), *gaps, (len(text), len(text))])]
    parts = [text[start:end].strip() for start, end in spans]
    if pin_of(line) or not (_names_and_labels(parts) or _says_when_online(parts)):
        yield line
        return
    dropped += [Dropped(line.text[start:end], JOINED) for start, end in gaps]
    for n, (start, end) in enumerate(spans):
        yield replace(line, children=cut(line.children, start, end), gap=0 if n else line.gap)


def _names_and_labels(parts: list[str]) -> bool:
    """A body and then a label, or a label and then nothing but bodies or an order of release."""
    first, *behind = parts
    if said("label").fullmatch(first):
        return bool(behind) and all(is_order(part) or _is_body(part) for part in behind)
    labelled = any(said("label").fullmatch(part) for part in behind)
    return labelled and all(map(_of_a_letterhead, parts)) and body_words().match(first) is not None


def _says_when_online(parts: list[str]) -> bool:
    """« Information financière | Publié le 27 février 2025 | Lecture : 2 min »: what a page says below its title."""
    told = any(said("published").match(part) and find_date(part) for part in parts)
    return len(parts) > 1 and told and all(len(part) <= SHORT_PART and not says_verb(part) for part in parts)


def _of_a_letterhead(part: str) -> bool:
    """Whether words between two bars are a label, a date, or the name of a body in several words."""
    return said("label").fullmatch(part) is not None or find_date(part) is not None or _is_body(part)


def _is_body(part: str) -> bool:
    words = " " in part and body_words().match(part) is not None
    return words and not says_verb(part) and find_date(part) is None


def _label_and_title(line: Line, dropped: list[Dropped]) -> Iterator[Line]:
    """« Communiqué de presse : la halle rouvre ses portes » as two lines; what parts them goes."""
    text = plainly(line.plain)
    label = said("label").match(text, OPENED.match(text).end())  # type: ignore[union-attr]
    joint = JOINT.match(text, label.end()) if label and not pin_of(line) else None
    if not label or not joint or not _is_title(text[joint.end() :].rstrip(), any(mark in joint[0] for mark in ":]")):
        yield line
        return
    around = ((0, label.start()), joint.span())
    dropped += [Dropped(line.text[start:end], JOINED) for start, end in around if line.plain[start:end].strip()]
    yield replace(line, children=cut(line.children, *label.span()), level=0)
    yield replace(line, children=cut(line.children, joint.end(), length(line.children)), gap=0)


def _is_title(text: str, sure: bool) -> bool:
    """Whether what stands behind a label is a title, and no body or date; a colon or a bracket is ``sure`` to part."""
    words = len(text.split())
    if words < LEAST_WORDS or text.endswith(".") or body_words().match(text):
        return False
    return says_verb(text) if find_date(text) or not sure else True
