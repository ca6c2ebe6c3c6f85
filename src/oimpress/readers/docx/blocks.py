"""The paragraphs and tables of a Word document as lines and blocks, by their styles, outline levels and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from oimpress.model.draft import Line
from oimpress.model.nodes import Aside, Block, Cell, Figure, Inlines, Note, Para, Quote, Row, Table
from oimpress.model.runs import flatten
from oimpress.notices import Dropped, Notice
from oimpress.readers.docx.lists import ListParagraph, nested_lists
from oimpress.readers.docx.package import Relation
from oimpress.readers.docx.styles import Numbered, NumberedLists, Styles, is_on, of
from oimpress.readers.docx.tree import DocxPart
from oimpress.readers.docx.words import Hanging, RunReader
from oimpress.readers.shared.captions import credited
from oimpress.readers.shared.inlines import attribute_text, gathered, lines, one_run, paragraphs, tidy
from oimpress.readers.shared.tree import Node, Sheet, leave_out

CONTROL = "oimpress:"
CONTEXT = re.compile(r"(?:contexte|rappel|background|context|contexto|antecedentes)\b", re.IGNORECASE)
QUOTES = frozenset({"quote", "intense quote", "oim attribution"})
FURTHER = ("list continue", "list continue 2", "list continue 3")
SPAN = re.compile(r"[1-9][0-9]?")  # columns; Word has 63 at most
LONGEST = 600  # characters of a cell: a table with a longer one lays out a page
Found = list[Line | Block]


class BodyReader:
    """Turns the elements of a document into a flow. ``shift`` is added to the levels of headings."""

    def __init__(self, parts: Sequence[DocxPart], sheet: Sheet, styles: Styles, numbering: NumberedLists) -> None:
        self.dropped: list[Dropped] = []
        self.notices: list[Notice] = []
        self.styles = styles
        self._sheet = sheet
        self._numbering = numbering
        self._words = self._of(parts[0].relations)
        self._notes = {
            (part.kind.removesuffix("s"), note.get("id")): (note, self._of(part.relations))
            for part in parts
            if part.kind in ("footnotes", "endnotes")
            for note in part.root.walk()
            if note.tag in ("footnote", "endnote")
        }
        self.shift = 0

    def _of(self, relations: dict[str, Relation]) -> RunReader:
        return RunReader(self.styles, relations, self.dropped)

    def listen(self, lang: str) -> None:
        """From now on runs that say another language than ``lang`` are foreign words."""
        for words in (self._words, *(words for _, words in self._notes.values())):
            words.lang = lang

    @property
    def unused_notes(self) -> list[Node]:
        """The notes that nothing has referred to so far."""
        return [note for note, _ in self._notes.values()]

    def leave_out(self, node: Node, rule: str) -> None:
        """Leave out ``node`` and the notes it refers to, because of ``rule``."""
        self.dropped.extend(leave_out(node, rule))
        for each in node.walk():
            note, _ = self._notes.pop((each.tag.removesuffix("Reference"), each.get("id")), (None, None))
            if note is not None:
                self.dropped.extend(leave_out(note, rule))

    def style(self, node: Node) -> str:
        """The name of a paragraph's or table's style, in small letters."""
        properties = node.find("pPr", "tblPr") or Node("pPr")
        tag = "tblStyle" if node.tag == "tbl" else "pStyle"
        return self.styles.name(of(properties, tag)) if node.tag in ("p", "tbl") else ""

    def flow(self, nodes: Sequence[Node]) -> Found:
        """What stands in ``nodes``."""
        found: Found = []
        at = 0
        while at < len(nodes):
            group = self._group(nodes, at)
            if group:
                found += self._grouped(group)
                at += len(group)
                continue
            found += self._one(nodes[at], found)
            at += 1
        return found

    def _group(self, nodes: Sequence[Node], at: int) -> Sequence[Node]:
        """The paragraphs from ``at`` on that make one list, quotation or aside."""
        first = nodes[at]
        style = self.style(first)
        if first.tag == "p" and self._listed(first):
            return list(takewhile(lambda node: self._listed(node) or self.style(node) in FURTHER, nodes[at:]))
        if style in QUOTES:
            rest = list(takewhile(lambda node: self.style(node) in QUOTES, nodes[at:]))
            end = next((i for i, node in enumerate(rest, 1) if self.style(node) == "oim attribution"), len(rest))
            return rest[:end]
        if not style.startswith("oim aside"):
            return ()
        rest = list(takewhile(lambda node: self.style(node).startswith("oim aside"), nodes[at:]))
        closing = (i for i, node in enumerate(rest, 1) if self.style(node) == "oim aside attribution")
        opening = (i for i, node in enumerate(rest) if i and self.style(node) == "oim aside heading")
        return rest[: min(next(closing, len(rest)), next(opening, len(rest)))]

    def _listed(self, node: Node) -> Numbered | None:
        """The list a paragraph belongs to; headings may be numbered, but are no items."""
        return self._numbering.of(node) if node.tag == "p" and not self._level(node) else None

    def _grouped(self, group: Sequence[Node]) -> Found:
        style = self.style(group[0])
        if style in QUOTES:
            return self.quote(group)
        if (self._listed(group[0]) and not style.startswith("oim aside")) or style.startswith(
            ("oim aside b", "oim aside n")
        ):
            return nested_lists([ListParagraph(self._listed(node), self._paragraph(node)) for node in group])
        return self.aside(group, "")

    # -- one element ------------------------------------------------------------------------------------------

    def _one(self, node: Node, before: Found) -> Found:
        match node.tag:
            case "p":
                return (
                    self._captioned(node, before)
                    if self.style(node) in ("caption", "oim credit")
                    else self._paragraph(node)
                )
            case "tbl":
                return self._table(node)
            case "sdt":
                return self._control(node)
            case "ins" | "smartTag" | "customXml" | "sdtContent" | "moveTo":
                return self.flow(list(node.elements()))
            case _:
                return []

    def _level(self, node: Node) -> int:
        name = self.style(node)
        if name == "title":
            return 1
        level = self.styles.level(node)
        return min(level + self.shift, 9) if level else 0

    def _paragraph(self, node: Node) -> Found:
        """The paragraph, and behind it the pictures, text boxes and notes that hang on it."""
        children, hanging = self._words.read(node)
        found: Found = [*lines(tidy([*children]), self._sheet, self._level(node))]
        return found + self._hanging(hanging)

    def _hanging(self, hanging: Hanging) -> Found:
        found: Found = [self._picture(each) for each in hanging.pictures]
        for box in hanging.boxes:
            if inner := self.flow(list(box.elements())):
                found.append(Aside(gathered(inner), "sidebar"))
        return found + [note for key in hanging.notes for note in self._note(key)]

    def _picture(self, node: Node) -> Figure:
        said = next((each for each in node.walk() if each.tag == "docPr"), node)
        blip = next(
            (each for each in node.walk() if each.get("r:embed") or each.get("r:id") or each.get("r:link")), node
        )
        href = self._words.href(blip.get("r:embed") or blip.get("r:id") or blip.get("r:link"))
        return Figure(attribute_text(href, 0), attribute_text(said.get("descr") or said.get("alt"), 0))

    def _note(self, key: tuple[str, str]) -> list[Note]:
        """The words of a note; a second reference to it finds none."""
        note, words = self._notes.pop(key, (None, self._words))
        if note is None:
            return []
        outer, self._words = self._words, words
        runs = one_run(paragraphs(gathered(self.flow(list(note.elements())))))
        self._words = outer
        return [Note(runs)] if runs else []

    def _captioned(self, node: Node, before: Found) -> Found:
        """A caption or credit goes to the picture above it, or is one of a picture that is not there."""
        words, rest = self.run([node])
        caption, credit = ((), words) if self.style(node) == "oim credit" else credited(words)
        above = before[-1] if before else None
        if isinstance(above, Figure) and not (caption and above.caption) and not (credit and above.credit):
            before[-1] = replace(above, caption=above.caption or caption, credit=above.credit or credit)
            return rest
        return [Figure(caption=caption, credit=credit), *rest] if words else rest

    # -- what holds paragraphs --------------------------------------------------------------------------------

    def _control(self, node: Node) -> Found:
        """A content control; ours say by their tags what they hold."""
        inner = contents(node)
        kind, _, word = tag_of(node).partition(":")
        match kind:
            case "quote":
                return self.quote(inner)
            case "aside":
                return self.aside(inner, word)
            case "section":
                return [*gathered(self.flow(inner))]
            case _:
                return self.flow(inner)

    def quote(self, nodes: Sequence[Node]) -> Found:
        """A quotation and who said it."""
        said_by, rest = self._apart(nodes, "oim attribution")
        attribution, more = self.run(said_by)
        inner = [item for node in rest for item in self._in_quote(node)] if rest else []
        blocks = gathered(inner)
        if not blocks:
            return [*([Para(attribution)] if attribution else []), *more]
        return [Quote(blocks, attribution), *more]

    def _in_quote(self, node: Node) -> Found:
        return self._paragraph(node) if self.style(node) in QUOTES else self.flow([node])

    def aside(self, nodes: Sequence[Node], kind: str) -> Found:
        """A box: its heading, its blocks, who signs it."""
        headings, rest = self._apart(nodes, "oim aside heading")
        closing, rest = self._apart(rest, "oim aside attribution")
        heading, more = self.run(headings)
        attribution, others = self.run(closing)
        plain_ones = ("oim aside",)
        inner: Found = []
        waiting: list[Node] = []
        for node in rest:
            if self.style(node) in plain_ones:
                inner += [*self.flow(waiting), *self._paragraph(node)]
                waiting = []
            else:
                waiting.append(node)
        blocks = gathered([*more, *inner, *self.flow(waiting)])
        if not (blocks or heading or attribution):
            return others
        kind = kind or ("context" if CONTEXT.match(str(flatten(heading))) else "sidebar")
        return [Aside(blocks, kind, heading, attribution), *others]

    def _apart(self, nodes: Sequence[Node], style: str) -> tuple[list[Node], list[Node]]:
        return [n for n in nodes if self.style(n) == style], [n for n in nodes if self.style(n) != style]

    def run(self, nodes: Sequence[Node]) -> tuple[Inlines, Found]:
        """The words of some paragraphs as one run, and what hangs on them."""
        flow = [item for node in nodes for item in self._paragraph(node)]
        words = one_run(item.children for item in flow if isinstance(item, Line))
        return words, [item for item in flow if not isinstance(item, Line)]

    def _table(self, node: Node) -> Found:
        rows = [row for row in node.elements() if row.tag == "tr"]
        cells = [[cell for cell in row.walk() if cell.tag == "tc" and _own(row, cell)] for row in rows]
        if max(map(len, cells), default=0) < 2 or any(len(cell.words) > LONGEST for row in cells for cell in row):
            return self.flow([inner for row in cells for cell in row for inner in cell.elements()])
        hanging: Found = []
        made = tuple(self._row(row, given, hanging) for row, given in zip(rows, cells, strict=True) if given)
        filled = any(cell.children for row in made for cell in row.cells)
        return [*([Table(made)] if filled else []), *hanging]

    def _row(self, row: Node, cells: Sequence[Node], hanging: Found) -> Row:
        heads = is_on(of(row.find("trPr") or Node("trPr"), "tblHeader"))
        made: list[Cell] = []
        for cell in cells:
            properties = cell.find("tcPr") or Node("tcPr")
            flow = self.flow(list(cell.elements()))
            hanging += [item for item in flow if isinstance(item, Note | Figure)]
            blocks = gathered([item for item in flow if not isinstance(item, Note | Figure)])
            styled = any(self.style(each) == "oim cell header" for each in cell.elements())
            made.append(Cell(one_run(paragraphs(blocks)), styled or heads))
            span = of(properties, "gridSpan")
            made += [Cell((), styled or heads)] * (min(int(span), 60) - 1 if SPAN.fullmatch(span) else 0)
        return Row(tuple(made))


def _own(row: Node, cell: Node) -> bool:
    """Whether ``cell`` is of ``row`` itself, not of a table inside one of its cells."""
    direct = [row, *(each for each in row.elements() if each.tag in ("sdt", "ins", "customXml"))]
    inner = [*direct, *(each for one in direct for each in one.elements() if each.tag == "sdtContent")]
    return any(cell is each for one in inner for each in one.elements())


def contents(control: Node) -> list[Node]:
    """What stands in a content control."""
    return list((control.find("sdtContent") or Node("sdtContent")).elements())


def tag_of(control: Node) -> str:
    """The tag that we gave a content control, without our name; empty for any other."""
    tag = of(control.find("sdtPr") or Node("sdtPr"), "tag")
    return tag.removeprefix(CONTROL) if tag.startswith(CONTROL) else ""
