"""The text of a PDF by where its lines stand: running heads out, lines joined to paragraphs, headings by their size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias, assert_never

from oimpress.knowledge.labels import kind_of_aside
from oimpress.model.draft import Line
from oimpress.model.nodes import Anchor, Aside, Block, Call, Inline, Link, Note, Para, Superscript, Text
from oimpress.model.runs import flatten, inlines
from oimpress.model.traced import Traced, inserted, join, replacing
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.pdf.boxes import with_boxes
from oimpress.readers.pdf.captions import captioned
from oimpress.readers.pdf.cuts import Divisions, divisions
from oimpress.readers.pdf.joining import LineSpacing, goes_on, setting, size
from oimpress.readers.pdf.limits import JOINED, MARGIN, NOTE_MARK, ReadPages, heading_levels
from oimpress.readers.pdf.notes import label_end, way_back, with_notes
from oimpress.readers.pdf.running import running_lines
from oimpress.readers.pdf.tables import one_over_pages, ruled_table, with_tables
from oimpress.readers.pdf.within import with_places
from oimpress.readers.shared.inlines import ATTRIBUTE, BOLD, NONE, attribute_text, may_head, tidy
from oimpress.readers.shared.pdfium import PdfLine, PdfMark
from oimpress.readers.shared.pdfrules import PageBox, RuledTable
from oimpress.readers.shared.redirects import straight
from oimpress.readers.shared.tree import Sheet

CUT = lazy(r"(?<!\w)(\w+)[-\u2010]$")
WORD = lazy(r"\w+")
PlacedLine: TypeAlias = tuple[PdfLine, Traced]  # with its text on the sheet


def by_places(found: Sequence[PdfLine]) -> ReadPages:
    """The text by where its lines stand."""
    found, sheet = with_boxes(with_places(with_tables(with_notes(found)))), Sheet()
    stretches = [sheet.add(row.text + "\n")[:-1] for row in found]
    running = running_lines(found)
    kept = [(row, stretches[at]) for at, row in enumerate(found) if at not in running]
    rows = [row for row, _ in kept]
    reader = PlaceReader(sheet, divisions(sheet.text), _levels(rows), setting(rows))
    reader.dropped += [Dropped(stretches[at], MARGIN) for at in sorted(running)]
    flow, repeated = one_over_pages(reader.flow(kept))
    return ReadPages(tuple(captioned(flow)), (*reader.dropped, *repeated), tuple(reader.notices), sheet)


@dataclass(slots=True)
class PlaceReader:
    """Joins lines to paragraphs, headings, tables and notes.

    ``levels`` are those of headings by their size, ``page`` says how lines are set.
    """

    sheet: Sheet
    words: Divisions
    levels: dict[float, int]
    page: LineSpacing
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def flow(self, kept: Sequence[PlacedLine]) -> Iterator[Line | Block]:
        """Paragraphs, headings, tables and notes, in their order."""
        for (_, table, note, frame), group in groupby(kept, key=_block):
            items = list(group)
            if table is not None:
                cells = {cell: list(inside) for cell, inside in groupby(items, key=lambda each: each[0].cell)}
                yield ruled_table(table, {cell: self._line(rows).children for cell, rows in cells.items() if cell})
            elif note:
                yield self._note(items)
            elif frame:
                yield self._box(items)
            else:
                yield from map(self._line, self._paragraphs(items))

    def _paragraphs(self, kept: Sequence[PlacedLine]) -> Iterator[list[PlacedLine]]:
        """The lines of each paragraph."""
        group: list[PlacedLine] = []
        for row, text in kept:
            if group and not goes_on(group[0][0], group[-1][0], row, self.page, size(row) in self.levels):
                yield group
                group = []
            group.append((row, text))
        if group:
            yield group

    def _note(self, group: Sequence[PlacedLine]) -> Note:
        """A note without its mark, which its call says, and without the arrow that leads back to this."""
        (row, text), (last, words) = group[0], group[-1]
        end, back = label_end(row), way_back(last)
        self.dropped += [Dropped(text[:end], NOTE_MARK), *([Dropped(words[back:], NOTE_MARK)] if words[back:] else [])]
        lines = [*group[:-1], (_cut(last, 0, back), words[:back])]
        lines[0] = (_cut(lines[0][0], end)._replace(indent=0), lines[0][1][end:])
        return Note(self._line(lines).children, inserted(row.note, ATTRIBUTE))

    def _box(self, items: Sequence[PlacedLine]) -> Aside:
        """A box, with the first of its paragraphs as its heading where that is set as one."""
        first, *more = map(self._line, self._paragraphs(items))
        heading = first.children if more and (first.level or first.marks >= BOLD) else ()
        paragraphs = more if heading else (first, *more)
        blocks = tuple(Para(line.children) for line in paragraphs)
        return Aside(blocks, kind_of_aside(str(flatten(heading))), heading)

    def _line(self, group: Sequence[PlacedLine]) -> Line:
        """The lines of a paragraph as one."""
        row, text = group[0]
        marks = list(row.marks)
        for below, words in group[1:]:
            text = self._joined(text, words)
            marks += [_shifted(mark, len(text) - len(words)) for mark in below.marks]
        first, last = (self.sheet.line(part.start) for part in (group[0][1], group[-1][1]))
        indent = Text(inserted(" " * row.indent + "• " * row.dotted, JOINED))
        level = 0 if row.table or row.note else self.levels.get(size(group[-1][0]), 0)
        said = tidy(_with_marks(text, marks))
        heads = all(each.bold for each, _ in group) and not row.table and may_head(said)
        return Line(inlines(indent, *said), first, last, gap=1, level=level, marks=BOLD if heads else NONE)

    def _joined(self, text: Traced, below: Traced) -> Traced:
        """Two lines as one: a blank between them, or the two halves of a word that was divided."""
        head, tail = text.rstrip(), below.lstrip()
        cut, rest = CUT.search(head), WORD.match(tail)
        if cut is None or rest is None:
            return join((head, replacing(" ", JOINED, head.end, tail.start), tail))
        if head.endswith("\u2010") or self.words.cut(cut[1], rest[0]):
            return join((head[:-1], replacing("", JOINED, head.end - 1, tail.start), tail))
        self.notices.append(notice("L102", detail=f"{cut[0]}{rest[0]}"))
        return join((head, replacing("", JOINED, head.end, tail.start), tail))


def _block(item: PlacedLine) -> tuple[int, RuledTable | None, str, PageBox | None]:
    """What a line belongs to: the text, which goes on over pages, a table, a note or a box."""
    row = item[0]
    return row.page if row.table or row.frame else 0, row.table, row.note, row.frame


def _cut(row: PdfLine, start: int, end: int | None = None) -> PdfLine:
    """The line from ``start`` to ``end``."""
    text = row.text[start:end]
    inside = (_shifted(mark, -start) for mark in row.marks if mark.start >= start)
    return row._replace(text=text, marks=tuple(mark for mark in inside if mark.end <= len(text)))


def _shifted(mark: PdfMark, by: int) -> PdfMark:
    return mark._replace(start=mark.start + by, end=mark.end + by)


def _levels(found: Sequence[PdfLine]) -> dict[float, int]:
    """The level of headings by their size: the largest three sizes above that of most of the text."""
    letters: Counter[float] = Counter()
    for row in found:
        letters[size(row)] += len(row.text)
    return heading_levels(letters)


def _with_marks(text: Traced, marks: Sequence[PdfMark]) -> Iterator[Inline]:
    """``text`` with its links and what is raised in it; a link that goes on in the next line is one."""
    done = 0
    for at, mark in enumerate(marks):
        goes_on = at + 1 < len(marks) and _is_one(mark, marks[at + 1])
        begun = at > 0 and _is_one(marks[at - 1], mark)
        if not begun:
            yield Text(text[done : mark.start])
            done = mark.start
        if not goes_on:
            yield _marked(mark, text[done : mark.end])
            done = mark.end
    yield Text(text[done:])


def _is_one(mark: PdfMark, behind: PdfMark) -> bool:
    return mark.kind == behind.kind == "link" and behind.to == mark.to and behind.start <= mark.end + 1


def _marked(mark: PdfMark, words: Traced) -> Inline:
    match mark.kind:
        case "link":
            return Link(attribute_text(straight(mark.to), words.start), (Text(words),))
        case "call":
            return Call(attribute_text(mark.to, words.start), (Text(words),))
        case "anchor":
            return Anchor(attribute_text(mark.to, words.start), (Text(words),))
        case "raised":
            return Superscript((Text(words),))
        case _:
            assert_never(mark.kind)
