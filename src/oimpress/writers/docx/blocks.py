"""Blocks as paragraphs and tables in named styles, with no formatting of their own.

What a paragraph is, its style says (see :mod:`oimpress.writers.docx.document` for the list). What belongs together
although Word knows no element for it (an aside, a quotation, the contacts, the text about the organisation) stands in a
bookmark whose name says so, so that a reader finds its bounds again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple, Protocol, assert_never

from lxml import etree

from oimpress.model.nodes import (
    Align,
    Aside,
    Block,
    Blocks,
    Cell,
    Contact,
    Fact,
    Figure,
    Inlines,
    Item,
    Link,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Section,
    Table,
    Text,
)
from oimpress.model.runs import plain
from oimpress.model.walk import every_block
from oimpress.writers.docx.lists import DEEPEST
from oimpress.writers.docx.manner import BOXED, QUOTED, Manner
from oimpress.writers.docx.markup import Elements, text, w
from oimpress.writers.docx.styles import less
from oimpress.writers.docx.tables import Measures, OfCell, facts_table, setting_of, table, turn
from oimpress.writers.docx.words import Called, RunWriter, Unnoted
from oimpress.writers.noted import called
from oimpress.writers.page.markup import mailto, safe_href
from oimpress.writers.tabular import layout
from oimpress.writers.wording import colon, contacts_heading, phone_kind


class FootNote(NamedTuple):
    """Words that go to the foot of the page, and their language."""

    children: Inlines
    lang: str


class NeededByBlocks(Protocol):
    """What blocks need from the package around them."""

    def paragraph_style(self, name: str) -> str:
        """The id of the paragraph style called ``name``."""

    def cell_style(self, name: str, traits: tuple[str, ...]) -> str:
        """The id of the paragraph style called ``name`` with ``traits`` such as ``End``."""

    @property
    def measures(self) -> Measures:
        """The width of the text on a page, upright and turned round."""

    def table_style(self, name: str) -> str:
        """The id of the table style called ``name``."""

    def list_number(self, block: List, level: int, style: str) -> int:
        """The number of a fresh list definition."""

    def drawing(self, figure: Figure, release: str) -> etree._Element | None:
        """The picture of a ``figure`` in the release of this id; None when there is none to show."""


OWN: dict[Align, str] = {"": "", "end": "Figure", "center": "Middle"}  # traits of cells that say nothing of it


class Story:
    """Turns releases into the elements of a document's body and gathers their notes."""

    def __init__(self, package: NeededByBlocks, words: RunWriter) -> None:
        self._package = package
        self._words = words
        self.bookmarks = words.bookmarks
        self.release = ""  # the id of the one at hand
        self.notes: list[FootNote] = []
        self._named: dict[str, FootNote] = {}  # notes of the release at hand that something calls
        self._numbers, self._times = dict[str, int](), Counter[str]()  # of each note, and how often it is called

    def begin(self, release: Release) -> None:
        """From now on elements are of this ``release``, whose notes words call."""
        self.release = str(release.id)
        self._times = called(release)
        notes = (block for block in every_block((*release.body, *release.about)) if isinstance(block, Note))
        self._named, self._numbers = {}, {}
        for note in notes:
            if note.id in self._times:
                self._named.setdefault(str(note.id), FootNote(note.children, release.lang))
        self._words.notes = self

    def called(self, name: str) -> Called:
        """The note of this name, which goes to the foot of the page that first calls it."""
        if name not in self._named:
            return Called()
        if is_new := name not in self._numbers:
            self.notes.append(self._named[name])
            self._numbers[name] = len(self.notes)
        number = self._numbers[name]
        return Called(number, is_new, f"_RefNote{number}" if self._times[name] > 1 else "")

    def para(self, style: str, children: Inlines | str, lang: str = "") -> etree._Element:
        """One paragraph in the style called ``style``."""
        inner = (Text(children),) if isinstance(children, str) and children else children or ()
        assert not isinstance(inner, str)
        return self._paragraph(self._package.paragraph_style(style), self._words.runs(inner, lang))

    def title(self, style: str, children: Inlines, lang: str) -> etree._Element:
        """The title of a release, whose last line holds more than a word."""
        return self._paragraph(self._package.paragraph_style(style), self._words.title(children, lang))

    def holding(self, style: str, drawing: etree._Element) -> etree._Element:
        """One paragraph in the style called ``style`` that holds a drawing."""
        return self._paragraph(self._package.paragraph_style(style), [w("r", drawing)])

    def _paragraph(self, style: str, runs: Iterable[etree._Element]) -> etree._Element:
        """A paragraph in the style of this id."""
        return w("p", w("pPr", w("pStyle", val=style)), *runs)

    def facts(self, facts: Sequence[Fact], lang: str) -> Elements:
        """The record of a project as a table of labels and values."""
        if not facts:
            return []
        rows = [
            (
                self.para("Press Fact Label", str(fact.label), lang),
                self.para("Press Fact Value", str(fact.value.text), lang),
            )
            for fact in facts
        ]
        return [facts_table(self._package.table_style("Press Facts"), rows), self.para("Press Table End", ())]

    def body(self, blocks: Blocks, manner: Manner) -> Elements:
        """The blocks of one container."""
        return self._blocks(blocks, manner)

    def _blocks(self, blocks: Blocks, manner: Manner) -> Elements:
        made: Elements = []
        for block, following in zip_longest(blocks, blocks[1:]):
            elements = self._block(block, manner, open_end=following is None or isinstance(following, Section))
            if isinstance(block, Para) and isinstance(following, List) and plain(block.children).endswith(":"):
                elements[-1][0].append(w("keepNext"))  # no list's lead stands alone at the foot of a page
            made += elements
        return made

    def _block(self, block: Block, manner: Manner, open_end: bool) -> Elements:
        match block:
            case Para(children):
                return [self.para(manner.para, children, manner.lang)]
            case Section():
                return self._section(block, manner, open_end)
            case List():
                return self._list(block, manner)
            case Quote(blocks, attribution):
                inner = self.body(blocks, replace(QUOTED, heading=manner.heading, lang=manner.lang))
                return self.bookmarks.around(inner + self._line("Press Attribution", attribution, manner), "quote")
            case Aside():
                return self._aside(block, manner)
            case Table():
                return self._table(block, manner)
            case Figure():
                return self._figure(block, manner)
            case Note(children, name):
                return [] if str(name) in self._named else [self.para("footnote text", children, manner.lang)]
            case Preformatted(children):
                return [self.para("HTML Preformatted", children, manner.lang)]
            case _:
                assert_never(block)

    def _line(self, style: str, children: Inlines, manner: Manner) -> Elements:
        return [self.para(style, children, manner.lang)] if children else []

    def _section(self, block: Section, manner: Manner, open_end: bool) -> Elements:
        heading = self._line(f"heading {min(manner.heading, 9)}", block.heading, manner)
        inner = heading + self._blocks(block.blocks, replace(manner, heading=manner.heading + 1))
        return inner if open_end else self.bookmarks.around(inner, "section")

    def _aside(self, block: Aside, manner: Manner) -> Elements:
        heading = self._line("Press Aside Heading", block.heading, manner)
        inner = self.body(block.blocks, replace(BOXED, heading=manner.heading, lang=manner.lang))
        closing = self._line("Press Aside Attribution", block.attribution, manner)
        return self.bookmarks.around(heading + inner + closing, "aside", str(block.kind))

    def _list(self, block: List, manner: Manner) -> Elements:
        style = manner.number if block.ordered else manner.bullet
        level = min(manner.level, DEEPEST)
        number = self._package.list_number(block, level, style)
        further = "List Continue" if level == 0 else f"List Continue {min(level + 1, 3)}"
        inside = replace(manner, para=further if manner.bullet == "List Bullet" else manner.para, level=level + 1)
        made: Elements = []
        for item in block.items:
            made += self._item(item, style, w("numPr", w("ilvl", val=level), w("numId", val=number)), inside)
        return made

    def _item(self, item: Item, style: str, numbered: etree._Element, inside: Manner) -> Elements:
        first = item.blocks[0] if item.blocks else None
        opening, rest = (first.children, item.blocks[1:]) if isinstance(first, Para) else ((), item.blocks)
        para = self.para(style, opening, inside.lang)
        para[0].append(numbered)
        return [para, *self._blocks(rest, inside)]

    def _table(self, block: Table, manner: Manner) -> Elements:
        """The table below its caption, in smaller type or on a page turned round before a word of it breaks."""
        made_of = layout(block)
        setting = setting_of(made_of, self._package.measures)
        caption = self._line("Table Caption", block.caption, manner)
        grid = table(
            self._package.table_style("Press Table"), made_of, setting.widths, self._cells(manner, setting.type)
        )
        made = [*caption, *([] if grid is None else [grid]), self.para("Press Table End", ())]
        if not setting.turned:
            return made
        before = self.para("Press Table End", ())
        before[0].append(turn("portrait"))
        made[-1][0].append(turn("landscape"))
        return [before, *made]

    def _cells(self, manner: Manner, type_: str) -> OfCell:
        def in_style(cell: Cell, align: Align, lacking: str) -> etree._Element:
            side = align.title() if cell.align else OWN[align]
            traits = tuple(filter(None, (type_, less(lacking), side)))
            style = self._package.cell_style("Press Cell Header" if cell.header else "Press Cell", traits)
            return self._paragraph(style, self._words.runs(cell.children, manner.lang))

        return in_style

    def _figure(self, block: Figure, manner: Manner) -> Elements:
        drawing = self._package.drawing(block, self.release)
        made: Elements = []
        if drawing is not None:
            made.append(self.holding("Press Figure", drawing))
        caption: Inlines = block.caption
        if drawing is None and not caption and block.alt:
            caption = (Text(str(block.alt)),)
        return made + self._line("caption", caption, manner) + self._line("Press Credit", block.credit, manner)

    def contacts(
        self, contacts: Sequence[Para | Contact], labels: str, lang: str, say: Callable[[str], str]
    ) -> Elements:
        """The card of those to ask, whose words are in ``lang`` and whose labels in ``labels``, as ``say`` has them."""
        if not contacts:
            return []
        heading, shown = contacts_heading(contacts, say)
        made = [self.para("Press Contacts Heading", heading, labels if shown is contacts else lang)]
        for each in shown:
            if isinstance(each, Para):
                made.append(self.para("Press Contacts Lead", each.children, lang))
            else:
                made += self.bookmarks.around(self._contact(each, labels, lang), "contact")
        return self.bookmarks.around(made, "contacts")

    def _contact(self, contact: Contact, labels: str, lang: str) -> Elements:
        fields = (("Name", contact.name), ("Role", contact.role), ("Organisation", contact.organisation))
        made = [self.para(f"Press Contact {part}", str(words), lang) for part, words in fields if words]
        for phone in contact.phones:
            kind = phone_kind(phone, labels)
            label: Inlines = (Text(f"{kind}{colon(labels)} "),) if kind else ()
            made.append(self.para("Press Contact Phone", (*label, *linked(str(phone.uri), str(phone.text))), lang))
        for email in contact.emails:
            made.append(self.para("Press Contact Email", linked(mailto(str(email)), str(email)), lang))
        for web in contact.webs:
            made.append(self.para("Press Contact Web", linked(safe_href(str(web.href)), str(web.text)), lang))
        return [*made, self.para("Press Contact Address", str(contact.address), lang)] if contact.address else made

    def footnotes(self) -> Elements:
        """The notes gathered so far, in the order of their references."""
        self._words.notes = Unnoted()
        return [self._footnote(number, note) for number, note in enumerate(self.notes, 1)]

    def _footnote(self, number: int, note: FootNote) -> etree._Element:
        mark = self._words.run(w("footnoteRef"), styles=("footnote reference",))
        runs = self._words.runs(note.children, note.lang)
        return w(
            "footnote",
            self._paragraph(self._package.paragraph_style("footnote text"), [mark, w("r", text(" ")), *runs]),
            id=number,
        )


def linked(href: str, words: str) -> Inlines:
    """``words`` as a link when there is an address."""
    return (Link(href, (Text(words),)),) if href else (Text(words),)
