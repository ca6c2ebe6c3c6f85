"""The elements of a web page as lines and blocks: headings, lists, tables, quotations, pictures, asides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from oimpress.knowledge.labels import kind_of_aside
from oimpress.model.draft import Line
from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Break,
    Inline,
    Inlines,
    Item,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Strong,
    Text,
)
from oimpress.model.runs import apply, flatten
from oimpress.model.traced import Edit, Traced
from oimpress.notices import Dropped, Notice
from oimpress.patterns import lazy
from oimpress.readers.html.figures import captioned, figure, is_figure, picture, worth_showing
from oimpress.readers.html.furniture import FURNITURE
from oimpress.readers.html.inlines import CODE, InlineReader, lang_of
from oimpress.readers.html.leaves import is_block
from oimpress.readers.html.limits import LONGEST_CAPTION
from oimpress.readers.html.marks import marks_of
from oimpress.readers.html.notes import NOTE_MARK
from oimpress.readers.html.numbers import ordered_lists
from oimpress.readers.html.surtitle import titled
from oimpress.readers.html.tables import table
from oimpress.readers.html.tree import LOOSE
from oimpress.readers.shared.inlines import attribute_text, gathered, lines, one_run, paragraphs, verbatim
from oimpress.readers.shared.tree import Node, Sheet

MARKLESS = lazy(r"(?:\[\]|\(\)|[.:])\s*")
Found = list[Line | Block]


class PageReader:
    """Turns the elements of a page into a flow, and keeps what it leaves out on the way."""

    def __init__(self, words: InlineReader, sheet: Sheet) -> None:
        self._words = words
        self._sheet = sheet

    @property
    def dropped(self) -> list[Dropped]:
        return self._words.dropped

    @property
    def notices(self) -> list[Notice]:
        return self._words.notices

    @property
    def day(self) -> str:
        """The first day of publication that a byline told; empty when none did."""
        return next(filter(None, self._words.days), "")

    def flow(self, node: Node) -> Found:
        """What stands in ``node``; text outside any block becomes a line of its own."""
        found: Found = []
        loose: list[Node | Traced] = []
        judge = self._words.judge
        for child in node.content:
            if isinstance(child, Node) and (rule := judge.rule(child)):
                self._words.leave_out(child, rule)
            elif isinstance(child, Node) and is_block(child):
                found += self._loose(loose, beside=True)
                loose = []
                found = captioned(found, child, self) or [*found, *self.element(child)]
            else:
                loose.append(child)
        return found + self._loose(loose, beside=bool(found) or node.tag == LOOSE)

    def _loose(self, items: list[Node | Traced], beside: bool) -> Found:
        """Lines of what stands in no block; what is only links, ``beside`` blocks, is a bar of tools."""
        if beside and self._words.judge.is_bar(items):
            self._words.leave_out(Node("div", {}, items), FURNITURE)
            return []
        for item in [each for each in items if isinstance(each, Node) and beside and self._words.judge.is_bar([each])]:
            self._words.leave_out(item, FURNITURE)
            items.remove(item)
        parts: list[Inline] = []
        for at, each in enumerate(items):
            parts += [Break()] if at and are_parted(items[at - 1], each) else []
            parts += self._words.inlines(each)
        return self._line(parts)

    def blocks(self, node: Node) -> Blocks:
        """The same as settled blocks."""
        return gathered(self.flow(node))

    def one_run(self, node: Node) -> Inlines:
        """The text of ``node`` as one run, a break between its paragraphs."""
        return one_run(paragraphs(self.blocks(node)))

    def _line(self, parts: list[Inline]) -> Found:
        """The parts as lines, and the pictures that stood in them."""
        found: Found = [line for part in bold_apart(parts) for line in lines(self._words.run(part), self._sheet)]
        pictures, self._words.pictures = self._words.pictures, []
        return found + [picture(image, self) for image in pictures if worth_showing(image, alone=not found)]

    def element(self, node: Node) -> Found:
        """The element in its own language."""
        outer = self._words.spoken
        self._words.spoken = lang_of(node) or outer
        found = self._block(node)
        self._words.spoken = outer
        return [_marked(item, marks) for item in found] if (marks := marks_of(node)) else found

    def _block(self, node: Node) -> Found:
        node = quoted(node) or node
        if node.tag == "figure" or (self._words.judge.sizes.of(node).all <= LONGEST_CAPTION and is_figure(node)):
            return figure(node, self)
        if name := self._words.page.notes.get(id(node), ""):
            return self._note(node, name)
        match node.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                level = int(node.tag[1])
                title, below = titled(node)
                return [*(_raised(item, level) for item in self.flow(title)), *(self.element(below) if below else ())]
            case "p" if node.get("class") == "MsoTitle":  # as Word writes its style Title
                return [_raised(item, 1) for item in self.flow(node)]
            case "ul" | "ol" | "dir":
                return self._list(node)
            case "dl" | "table":
                found = table(node, self)
                return self.flow(node) if found is None else found
            case "blockquote":
                return self._quote(node)
            case "aside":
                return self._aside(node)
            case "pre" if any(child.tag in CODE for child in node.elements()):
                text = verbatim(self._words.lines(node))
                return [Preformatted(text)] if text else []
            case "pre":
                return self._line(list(self._words.lines(node)))
            case _ if {"doc-footnote", "doc-endnote"} & {*node.get("role").split()}:
                return [Note(children) for children in paragraphs(self.blocks(node))]
            case _:
                return self.flow(node)

    def _note(self, node: Node, name: str) -> Found:
        """The note without the brackets of the mark that led back from it."""
        run = one_run(paragraphs(self.blocks(Node("div", {}, node.content))))
        empty = MARKLESS.match(str(flatten(run)))
        edits = [Edit(NOTE_MARK, 0, empty.end(), empty[0], "")] if empty else []
        children = apply(run, edits)
        return [Note(children, attribute_text(name, 0))] if children else []

    def _list(self, node: Node) -> Found:
        items = []
        notes: Found = []
        for child in node.content:
            if isinstance(child, Node) and (rule := self._words.judge.rule(child)):
                self._words.leave_out(child, rule)
                continue
            if name := self._words.page.notes.get(id(child), ""):
                notes += self._note(child, name) if isinstance(child, Node) else []
                continue
            inner = child if isinstance(child, Node) and child.tag == "li" else Node("li", {}, [child])
            if blocks := self.blocks(inner):
                items.append((inner, Item(blocks)))
        if not items:
            return notes
        if len(items) == 1 and id(items[0][0]) in self._words.judge.kinds:
            return [*self.flow(items[0][0]), *notes]
        if node.tag != "ol":
            return [List(tuple(item for _, item in items)), *notes]
        return [*ordered_lists(node, items), *notes]

    def _quote(self, node: Node) -> Found:
        said_by = [child for child in node.elements() if child.tag in ("footer", "cite", "figcaption")]
        rest = Node("div", {}, [child for child in node.content if not any(child is one for one in said_by)])
        blocks = self.blocks(rest)
        attribution = one_run(run for one in said_by for run in paragraphs(self.blocks(one)))
        if not blocks:
            return [Para(attribution)] if attribution else []
        return [Quote(blocks, attribution)]

    def _aside(self, node: Node) -> Found:
        flow = self.flow(node)
        heading: Inlines = ()
        if flow and isinstance(first := flow[0], Line) and first.level:
            heading, flow = first.children, flow[1:]
        if not flow:
            return [first] if heading and isinstance(first, Line) else []
        return [Aside(gathered(flow), kind_of_aside(str(flatten(heading))), heading)]


def quoted(figure: Node) -> Node | None:
    """The quotation that a figure consists of, its caption in it as who said that; None for any other element."""
    quote = figure.find("blockquote") if figure.tag == "figure" else None
    if quote is None:
        return None
    others = [item for item in figure.content if item is not quote]
    alone = all(item.tag == "figcaption" if isinstance(item, Node) else item.isspace() for item in others)
    return Node("blockquote", quote.attributes, [*quote.content, *others]) if alone else None


def are_parted(above: Node | Traced, item: Node | Traced) -> bool:
    """Whether a style sheet parts two elements that nothing parts in the text: « Attachée de presse » « Zoé Martel ».

    Each has a class and says several words; the second begins as a line does, where the first has no blank at its end.
    """
    spans = [each for each in (above, item) if isinstance(each, Node) and each.tag == "span" and each.get("class")]
    if len(spans) < 2 or not all(" " in each.words for each in spans):
        return False
    before, behind = ("".join(each.texts()) for each in spans)
    return before[-1:].isalnum() and (behind[:1].isupper() or behind[:1].isdigit())


def bold_apart(parts: Sequence[Inline]) -> Iterator[Sequence[Inline]]:
    """``parts`` of a paragraph; parted at its line breaks where one of its lines is nothing but bold."""
    lines: list[list[Inline]] = [[]]
    for part in parts:
        if isinstance(part, Break):
            lines.append([])
        else:
            lines[-1].append(part)
    if len(lines) < 2 or not any(map(_is_bold, lines)):
        yield parts
        return
    for bold, found in groupby(lines, _is_bold):
        group = list(found)
        yield from group if bold else [_run_on(group)]


def _run_on(lines: Sequence[Sequence[Inline]]) -> list[Inline]:
    return [part for line in lines for part in (Break(), *line)][1:]


def _is_bold(line: Sequence[Inline]) -> bool:
    said = [part for part in line if not (isinstance(part, Text) and part.value.isspace())]
    return bool(said) and all(isinstance(part, Strong) for part in said)


def _marked(item: Line | Block, marks: frozenset[str]) -> Line | Block:
    return replace(item, marks=item.marks | marks) if isinstance(item, Line) else item


def _raised(item: Line | Block, level: int) -> Line | Block:
    return replace(item, level=item.level or level) if isinstance(item, Line) else item
