"""A tagged PDF as a tree of elements: paragraphs, headings, lists and tables as its own structure names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from oimpress.model.traced import Traced
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.html.whole import whole
from oimpress.readers.pdf.cuts import Divisions, divisions
from oimpress.readers.pdf.limits import (
    JOINED,
    MARGIN,
    MARKER,
    NOTE_MARK,
    ReadPages,
    heading_levels,
    rounded,
    usual_size,
)
from oimpress.readers.pdf.overleaf import (
    ARTIFACT,
    LABELS,
    LONG,
    NOTES,
    breaks_off,
    fill_corners,
    is_high,
    lift_notes,
    name_notes,
    settle,
)
from oimpress.readers.pdf.within import tagged_places
from oimpress.readers.shared.pdftags import CUT, DIVIDED, PdfTag, TaggedPage, TaggedText
from oimpress.readers.shared.tree import Node, Sheet

# The elements of HTML that stand for the types. Source: ISO 32000-2, 14.8.4.
ELEMENTS = {
    "P": "p", "H": "h2", "Title": "h1", **{f"H{level}": f"h{level}" for level in range(1, 7)},
    "L": "ul", "LI": "li", "Table": "table", "THead": "thead", "TBody": "tbody", "TFoot": "tfoot",
    "TR": "tr", "TH": "th", "TD": "td", "Caption": "p", "BlockQuote": "blockquote", "Aside": "aside",
    "Em": "em", "Strong": "strong", "Code": "code", "Sub": "span", "Span": "span", "NonStruct": "span", "Link": "span",
    "Quote": "span", "Reference": "span", "Lbl": "span", "Annot": "span", "BibEntry": "span",
}  # fmt: skip
INLINE = frozenset({"span", "em", "strong", "code"})
HEADINGS = frozenset({"Title", "H", *(f"H{level}" for level in range(1, 7))})
BROKEN = 0.3  # the share of paragraphs that break off in mid-sentence, above which the tags name lines
COUNTED = lazy(r"\W?(?!o$)\w+\W?")
LINE_CUT = lazy(rf"(?P<head>\w*)(?P<hyphen>[{CUT}{DIVIDED}])\n?(?P<rest>\w*)")


def is_trusted(tree: PdfTag, pages: Sequence[TaggedPage]) -> bool:
    """Whether the tags name all words but those at the edges of pages, and name paragraphs, not lines."""
    blocks = list(tree.walk())
    paragraphs = [tag.words for tag in blocks if tag.kind == "P"]
    long = [(one, below) for one, below in pairwise(paragraphs) if len(one) >= LONG]
    broken = sum(breaks_off(one, below) for one, below in long)
    named = sum(tag.kind in ELEMENTS and ELEMENTS[tag.kind] not in INLINE for tag in blocks)
    return named > 1 and all(page.at_edges for page in pages) and broken <= BROKEN * len(long)


def by_tags(tree: PdfTag, pages: Sequence[TaggedPage], lang: str) -> ReadPages:
    """The pages as their tags tell them; what none of these names is running heads and feet."""
    lift_notes(tree)
    settle(tree)
    fill_corners(tree)
    usual = usual_size((one.size, len(one.text)) for one in tree.texts())
    name_notes(tree, usual)
    sheet = Sheet()
    text = "".join(one.text for one in tree.texts())
    words = divisions("\n".join(one.text for one in tree.texts()))
    cuts = {cut.start("hyphen"): cut for cut in LINE_CUT.finditer(text)}
    doubts = {at: f"{cut['head']}-{cut['rest']}" for at, cut in cuts.items() if not _is_divided(cut, words)}
    letters: Counter[float] = Counter()
    for one in tree.texts():
        letters[rounded(one.size)] += len(one.text)
    marks = frozenset(filter(None, (_mark(tag) for tag in tree.walk() if tag.kind in NOTES)))
    levels = {} if any(tag.kind in HEADINGS for tag in tree.walk()) else heading_levels(letters)
    reader = TagReader(sheet, doubts, levels, marks, usual, *tagged_places(tree))
    body = reader.element(tree)
    body.tag = "body"
    for page in (page for page in pages if page.others):
        sheet.end_line()
        reader.dropped.append(Dropped(sheet.add(page.others.replace(CUT, "-").replace(DIVIDED, "-")), MARGIN))
    found = whole(Node("html", {}, [body]), sheet, lang)
    return ReadPages(tuple(found.flow), (*reader.dropped, *found.dropped), (*reader.notices, *found.notices), sheet)


def _is_divided(cut: re.Match[str], words: Divisions) -> bool:
    """Whether a program put the hyphen there: it has a sign of its own, or it is none of the word's."""
    return cut["hyphen"] == DIVIDED or words.cut(cut["head"], cut["rest"])


# -- elements ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class TagReader:
    """Turns tags into elements, whose text it puts on ``sheet``.

    ``doubts`` are the words whose hyphens end lines and may be theirs, by where these stand.
    """

    sheet: Sheet
    doubts: dict[int, str]
    levels: dict[float, int]
    marks: frozenset[str] = frozenset()  # of notes
    usual: float = 0  # the size of most of the text
    links: Mapping[str, str] = field(default_factory=dict)  # where those within the document lead
    places: Mapping[int, str] = field(default_factory=dict)  # the names of such places, by the identity of their text
    at: int = 0  # how many characters were read
    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def element(self, tag: PdfTag) -> Node:
        """``tag`` as HTML has it; one that nobody knows is a block without meaning."""
        node = Node(self._name(tag), self._attributes(tag))
        if node.tag not in INLINE:
            self.sheet.end_line()
        for item in tag.content:
            node.content += self._inner(item, tag) if isinstance(item, PdfTag) else self._text(item)
        if node.tag not in INLINE:
            self.sheet.end_line()
        return node

    def _attributes(self, tag: PdfTag) -> dict[str, str]:
        match tag.kind:
            case "TD" | "TH":
                return {"colspan": str(tag.columns), "rowspan": str(tag.rows)}
            case "L" if label := _first_count(tag):
                return {"label": label}
            case kind if kind in NOTES:
                return {"role": "doc-footnote", "id": f"note-{_mark(tag)}"}
            case _:
                return {}

    def _name(self, tag: PdfTag) -> str:
        sizes = {rounded(one.size) for one in tag.texts() if one.text.strip()}
        if tag.kind == "P" and len(sizes) == 1 and (level := self.levels.get(sizes.pop())):
            return f"h{level}"
        if tag.kind == "L" and _first_count(tag):
            return "ol"
        return ELEMENTS.get(tag.kind, "div")

    def _inner(self, tag: PdfTag, parent: PdfTag) -> list[Node]:
        """An element inside another; the label of a list's item is left out, and what belongs to the page."""
        labels = tag.kind == "Lbl" and parent.kind in LABELS
        if tag.kind != ARTIFACT and not labels:
            node = self.element(tag)
            node.tag = "caption" if (parent.kind, tag.kind) == ("Table", "Caption") else node.tag
            return [node]
        text = self.sheet.add("".join(one.text for one in tag.texts()))
        self.at += len(text)
        rule = MARGIN if not labels else NOTE_MARK if parent.kind in NOTES else MARKER
        self.dropped.append(Dropped(text, rule))
        return []

    def _text(self, found: TaggedText) -> Iterator[Node | Traced]:
        """Text with its lines joined, inside a link where it leads somewhere."""
        content: list[Node | Traced] = [*self._joined(found.text)]
        if name := self.places.get(id(found)):
            yield Node("a", {"name": name})
        mark, href = found.text.strip(), self.links.get(found.href, found.href)
        if mark in self.marks and is_high(found, self.usual):
            yield Node("sup", {}, [Node("a", {"role": "doc-noteref", "href": f"#note-{mark}"}, content)])
        elif href and mark:
            yield Node("a", {"href": href}, content)
        else:
            yield from content

    def _joined(self, text: str) -> Iterator[Traced]:
        """The stretches of ``text``; a word that the end of a line cuts is whole where it stands so elsewhere."""
        start, end = self.at, 0
        self.at += len(text)
        for at in (at for at, char in enumerate(text) if char in (CUT, DIVIDED)):
            yield self.sheet.add(text[end:at])
            hyphen = self.sheet.add("-")
            if word := self.doubts.get(start + at):
                self.notices.append(notice("L102", detail=word))
                yield hyphen
            else:
                self.dropped.append(Dropped(hyphen, JOINED))
            end = at + 1 + (text[at + 1 : at + 2] == "\n")
        yield self.sheet.add(text[end:])


def _mark(note: PdfTag) -> str:
    """The mark that a note begins with."""
    return next((tag.words for tag in note.content if isinstance(tag, PdfTag) and tag.kind == "Lbl"), "")


def _first_count(numbered: PdfTag) -> str:
    """The label of the first item of a list that counts; empty for a mark."""
    label = next((tag.words for tag in numbered.walk() if tag.kind == "Lbl"), "")
    return label if COUNTED.fullmatch(label) else ""
