"""The paragraphs and tables of a Word document as lines and blocks, by their styles, outline levels and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from oimpress.knowledge.labels import kind_of_aside
from oimpress.model.draft import Line
from oimpress.model.nodes import Aside, Block, Figure, Inlines, Note, Para, Preformatted, Quote, Text
from oimpress.model.runs import flatten, one_line
from oimpress.model.traced import Traced, inserted
from oimpress.notices import notice
from oimpress.readers.docx.calls import Calls, note_of, notes_of
from oimpress.readers.docx.captions import captioned, with_words
from oimpress.readers.docx.controls import contents, tag_of
from oimpress.readers.docx.drawings import DrawnPicture, in_box
from oimpress.readers.docx.framed import framed
from oimpress.readers.docx.groups import FURTHER, QUOTES, VERBATIM, together
from oimpress.readers.docx.lists import ListParagraph, nested_lists
from oimpress.readers.docx.numbering import Numbered
from oimpress.readers.docx.package import Relation
from oimpress.readers.docx.styles import Styles, of
from oimpress.readers.docx.tables import table
from oimpress.readers.docx.tree import DocxPart
from oimpress.readers.docx.within import WordPlaces
from oimpress.readers.docx.words import Hanging, Left, RunReader
from oimpress.readers.shared.captions import credited
from oimpress.readers.shared.inlines import (
    ATTRIBUTE,
    attribute_text,
    gathered,
    lines,
    one_run,
    paragraphs,
    tidy,
    verbatim,
)
from oimpress.readers.shared.tree import Node, Sheet, leave_out

SUBTITLE, NONE = frozenset({"subtitle"}), frozenset[str]()
Found = list[Line | Block]


class BodyReader:
    """Turns the elements of a document into a flow. ``shift`` is added to the levels of headings."""

    def __init__(
        self,
        parts: Sequence[DocxPart],
        sheet: Sheet,
        styles: Styles,
        numbers: Mapping[Node, Numbered],
        places: WordPlaces,
    ) -> None:
        self.left = Left()
        self.styles = styles
        self.flat = False  # where no list can stand, such as in a cell, its numbers are words
        self._sheet = sheet
        self._numbers = numbers
        self._diagrams = {part.name: part.root for part in parts if part.kind == "diagramData"}
        found = notes_of(parts)
        self.calls = Calls((key for key, (note, _) in found.items() if note.words), parts[0].root)
        self._places = places
        self._words = self._of(parts[0].relations)
        self._notes = {key: (note, self._of(relations)) for key, (note, relations) in found.items()}
        self.shift = 0

    def _of(self, relations: dict[str, Relation]) -> RunReader:
        return RunReader(self.styles, relations, self.left, self.calls, self._places)

    def listen(self, lang: str) -> None:
        """From now on runs that say another language than ``lang`` are foreign words."""
        for words in (self._words, *(words for _, words in self._notes.values())):
            words.lang = lang

    @property
    def unused(self) -> list[Node]:
        """The notes that nothing has referred to so far, and the diagrams that nothing shows."""
        return [*(note for note, _ in self._notes.values()), *self._diagrams.values()]

    def leave_out(self, node: Node, rule: str) -> None:
        """Leave out ``node`` and the notes it refers to, because of ``rule``."""
        self.left.dropped.extend(leave_out(node, rule))
        for each in node.walk():
            note, _ = self._notes.pop(note_of(each), (None, None))
            if note is not None:
                self.left.dropped.extend(leave_out(note, rule))

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
            found += framed(nodes[at], self._one(nodes[at], found), found, islice(nodes, at + 1, None))
            at += 1
        return captioned(found)

    def _group(self, nodes: Sequence[Node], at: int) -> Sequence[Node]:
        """The paragraphs from ``at`` on that make one list, quotation or aside."""
        rest = islice(nodes, at, None)
        if nodes[at].tag == "p" and self._listed(nodes[at]):
            return list(takewhile(lambda node: self._listed(node) or self.style(node) in FURTHER, rest))
        return nodes[at : at + together(map(self.style, rest))]

    def _listed(self, node: Node) -> Numbered | None:
        """The list a paragraph belongs to; headings may be numbered, but are no items."""
        return None if self.flat or self._level(node) else self._numbers.get(node)

    def _grouped(self, group: Sequence[Node]) -> Found:
        style = self.style(group[0])
        if style in QUOTES:
            return self.quote(group)
        if (self._listed(group[0]) and not style.startswith("press aside")) or style.startswith(
            ("press aside b", "press aside n")
        ):
            return nested_lists([ListParagraph(self._listed(node), self._paragraph(node)) for node in group])
        return self.aside(group, "")

    # -- one element ------------------------------------------------------------------------------------------

    def _one(self, node: Node, before: Found) -> Found:
        match node.tag:
            case "p" if self.style(node) in VERBATIM:
                return self._verbatim(node)
            case "p" if self.style(node) == "footnote text" and not self.flat:
                words, rest = self.run([node])
                return [*([Note(words)] if words else []), *rest]
            case "p":
                return self._captioned(node, before) if self._is_caption(node) else self._paragraph(node)
            case "tbl":
                return table(node, self)
            case "sdt":
                return self._control(node)
            case "ins" | "smartTag" | "customXml" | "sdtContent" | "moveTo":
                return self.flow(node.elements())
            case _:
                return []

    def _is_caption(self, node: Node) -> bool:
        return self.style(node) == "press credit" or self._kind(node) == "caption"

    def _kind(self, node: Node) -> str:
        """What the style of a paragraph is, by any name of it."""
        named = of(node.find("pPr") or Node("pPr"), "pStyle")
        return self.styles.kind(named) if named else ""

    def is_title(self, node: Node) -> bool:
        """Whether ``node`` is a paragraph in the style of a title."""
        return node.tag == "p" and self._kind(node) == "title"

    def _level(self, node: Node) -> int:
        if self.is_title(node):
            return 1
        level = self.styles.level(node)
        return min(level + self.shift, 9) if level else 0

    def _paragraph(self, node: Node) -> Found:
        """The paragraph, and behind it the pictures, text boxes and notes that hang on it."""
        children, hanging = self._words.read(node)
        words = tidy([*self._label(node), *children])
        marks = SUBTITLE if self._kind(node) == "subtitle" else NONE
        found: Found = [
            replace(line, marks=line.marks | marks) if marks else line
            for line in lines(words, self._sheet, self._level(node))
        ]
        return found + self._hanging(hanging)

    def _verbatim(self, node: Node) -> Found:
        """The paragraph with its lines and spaces, and what hangs on it."""
        children, hanging = self._words.read(node)
        text = verbatim(children)
        return [*([Preformatted(text)] if text else []), *self._hanging(hanging)]

    def _label(self, node: Node) -> Iterator[Text]:
        """The number of a paragraph where no list can stand."""
        numbered = self._numbers.get(node) if self.flat and node.words else None
        if numbered:
            yield Text(inserted(f"{numbered.label} ", ATTRIBUTE))

    def _hanging(self, hanging: Hanging) -> Found:
        found: Found = []
        for each in hanging.drawn:
            found += (picture for one in each.pictures if (picture := self._picture(one)))
            drawn = (self._diagrams.pop(self._words.href(one.get("r:dm")), None) for one in each.graphics)
            diagrams = [root for root in drawn if root]
            for box in (*each.boxes, *diagrams):
                if inner := self.flow(list(in_box(box))):
                    found.append(Aside(gathered(inner), "sidebar"))
            if len(diagrams) < len(each.graphics):
                self.left.notices.append(notice("R089", detail=" ".join(map(str, each.left))))
        return found + [note for key in hanging.notes for note in self._note(key)]

    def _picture(self, picture: DrawnPicture) -> Figure | None:
        href = self._words.href(picture.relation)
        said = flatten(tidy([picture.alt])) if picture.alt else ""
        alt = one_line(said) if isinstance(said, Traced) else ""
        start = max(picture.alt.start, 0) if picture.alt else 0
        return Figure(attribute_text(href, start), alt) if href or alt else None

    def _note(self, key: tuple[str, str]) -> list[Note]:
        """The words of a note; a second reference to it finds none."""
        note, words = self._notes.pop(key, (None, self._words))
        if note is None:
            return []
        outer, self._words = self._words, words
        runs = self.flattened(note.elements())
        self._words = outer
        number = self.calls.number(key)
        return [Note(runs, inserted(f"n{number}", ATTRIBUTE) if number else "")] if runs else []

    def _captioned(self, node: Node, before: Found) -> Found:
        """A caption or credit goes to the picture above it, else it waits for what is below."""
        words, rest = self.run([node])
        caption, credit = ((), words) if self.style(node) == "press credit" else credited(words)
        if before and (above := with_words(before[-1], caption, credit)):
            before[-1] = above
            return rest
        pictures = [item for item in rest if isinstance(item, Figure)]
        if words and pictures:  # both in one paragraph
            at = rest.index(pictures[0])
            return [*rest[:at], replace(pictures[0], caption=caption, credit=credit), *rest[at + 1 :]]
        return [*([Figure(caption=caption, credit=credit)] if words else []), *rest]

    def flattened(self, nodes: Sequence[Node]) -> Inlines:
        """What stands in ``nodes`` as one run, a break between each two paragraphs."""
        outer, self.flat = self.flat, True
        flow = self.flow(nodes)
        self.flat = outer
        return one_run(paragraphs(gathered(flow)))

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
        said_by, rest = self._apart(nodes, "press attribution")
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
        headings, rest = self._apart(nodes, "press aside heading")
        closing, rest = self._apart(rest, "press aside attribution")
        heading, more = self.run(headings)
        attribution, others = self.run(closing)
        plain_ones = ("press aside",)
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
        return [Aside(blocks, kind or kind_of_aside(str(flatten(heading))), heading, attribution), *others]

    def _apart(self, nodes: Sequence[Node], style: str) -> tuple[list[Node], list[Node]]:
        return [n for n in nodes if self.style(n) == style], [n for n in nodes if self.style(n) != style]

    def run(self, nodes: Sequence[Node]) -> tuple[Inlines, Found]:
        """The words of some paragraphs as one run, and what hangs on them."""
        flow = [item for node in nodes for item in self._paragraph(node)]
        words = one_run(item.children for item in flow if isinstance(item, Line))
        return words, [item for item in flow if not isinstance(item, Line)]
