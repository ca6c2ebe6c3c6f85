"""The runs of a Word paragraph as inlines: emphasis, links, languages, breaks; and what hangs on a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oimpress.knowledge.addresses import may_lead
from oimpress.knowledge.signs import is_of_symbols, is_private, sign
from oimpress.model.anchors import WITHIN, is_within
from oimpress.model.convention import NBSP
from oimpress.model.nodes import Anchor, Break, Foreign, Inline, Inlines, Text
from oimpress.model.traced import Edit, Traced, inserted
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.docx.calls import REFERENCES, Calls, note_of
from oimpress.readers.docx.drawings import Drawn, drawn
from oimpress.readers.docx.equations import linear
from oimpress.readers.docx.nesting import Marked, RunMark, nest
from oimpress.readers.docx.package import Relation
from oimpress.readers.docx.styles import Styles, is_on, of, spoken
from oimpress.readers.docx.within import FIELD_WITHIN, WordPlaces
from oimpress.readers.shared.inlines import ATTRIBUTE, READING, differs
from oimpress.readers.shared.lowered import set_low
from oimpress.readers.shared.tree import Node

ALTERNATE, SYMBOL, KEPT = "R018", "R080", "R095"
# Our own character styles, joined by " + "; what they are is told by their names, not by their looks.
NAMED = {
    "emphasis": "em",
    "strong": "strong",
    "press foreign": "foreign",
    "press superscript": "sup",
    "press narrow space": "",
    "press kept space": "",
    "hyperlink": "",
    "html code": "code",
    "verbatim char": "code",
}
FIELD_LINK = lazy(
    r'\s*HYPERLINK\s+(?:"(?P<href>[^"]+)"|(?P<bare>[^\s"\\]\S*))(?:.*\\l\s+"(?P<place>[^"]+)")?', re.IGNORECASE
)
LOOKS = (("em", "i"), ("strong", "b"))

RAISED = frozenset({RunMark("sup"), RunMark("strong"), RunMark("em")})  # looks of a call, not of words


@dataclass
class Left:
    """What a reading left out, and what it has to say."""

    dropped: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


@dataclass
class Hanging:
    """What stands in a paragraph and is no part of its text: notes, and what is drawn."""

    notes: list[tuple[str, str]] = field(default_factory=list)  # kind of note, its id
    drawn: list[Drawn] = field(default_factory=list)


class RunReader:
    """Reads the runs of one part, whose links are ``relations``."""

    def __init__(
        self, styles: Styles, relations: dict[str, Relation], left: Left, calls: Calls, places: WordPlaces
    ) -> None:
        self._styles = styles
        self._calls = calls
        self._places = places
        self._relations = relations
        self._left = left
        self._links = 0
        self.lang = ""  # runs that say another language than this one are foreign; empty: only the style says so
        self._own_looks: frozenset[str] = frozenset()  # bold and italic that the style of the paragraph has anyway
        self._field: list[str] = []  # the instructions of the fields that are open, innermost last

    def read(self, paragraph: Node) -> tuple[Inlines, Hanging]:
        """The paragraph's inlines, and what hangs on it."""
        hanging = Hanging()
        outer, self._field = self._field, []
        self._own_looks = self._looks_of(paragraph)
        found = nest(list(self._runs(paragraph, frozenset(), hanging)))
        self._field = outer
        if self.lang and len(found) == 1 and isinstance(whole := found[0], Foreign):
            return whole.children, hanging  # so marked, a whole paragraph says more of the keyboard than of the words
        return found, hanging

    def _looks_of(self, paragraph: Node) -> frozenset[str]:
        style = of(paragraph.find("pPr") or Node("pPr"), "pStyle")
        return frozenset(tag for _, tag in LOOKS if style and is_on(self._styles.said(style, "rPr", tag)))

    def _runs(self, node: Node, marks: frozenset[RunMark], hanging: Hanging) -> Iterator[Marked]:
        for child in node.elements():
            match child.tag:
                case "r":
                    yield from self._run(child, marks, hanging)
                case "hyperlink":
                    yield from self._runs(child, marks | self._link(self._target(child)), hanging)
                case "fldSimple":
                    yield from self._runs(child, marks | self._field_link(child.get("instr")), hanging)
                case "oMath":
                    raised = frozenset({RunMark("sup")})
                    yield from ((marks | raised if up else marks, inline) for up, inline in linear(child))
                case "pPr" | "sdtPr" | "sdtEndPr":
                    continue
                case "t":
                    yield from ((marks, Text(text)) for text in child.texts())
                case _:
                    yield from self._runs(child, marks, hanging)

    def _target(self, hyperlink: Node) -> str:
        relation = self._relations.get(hyperlink.get("r:id"))
        place = hyperlink.get("anchor")
        if relation and is_within(relation.target):
            place = relation.target.removeprefix(WITHIN)
        elif relation:
            return _placed(relation.target, place) if relation.external else ""
        return self._within(place, hyperlink.words) if place else ""

    def _within(self, place: str, detail: str) -> str:
        """The address of a place in the document; a reference to none is told once, and no link."""
        if name := self._places.named.get(place):
            return WITHIN + name
        if (told := notice("R097", detail=detail)) not in self._left.notices:
            self._left.notices.append(told)
        return ""

    def _link(self, href: str) -> frozenset[RunMark]:
        """The mark of a link to ``href``; none for an address that is neither of the web nor of the document."""
        if not is_within(href) and not may_lead(href):
            return frozenset()
        self._links += 1
        return frozenset({RunMark("link", href, self._links)})

    def _run(self, run: Node, marks: frozenset[RunMark], hanging: Hanging) -> Iterator[Marked]:
        properties = run.find("rPr") or Node("rPr")
        marks = marks | frozenset(self._own(properties, " ".join(run.texts())))
        font = self._font(properties)
        for child in run.elements():
            if child.tag in ("fldChar", "instrText"):
                self._in_field(child)
                continue
            link = next(filter(None, map(self._field_link, reversed(self._field))), frozenset())
            called = self._called(run, child)
            calls = any(mark.kind == "call" for mark in called | link | marks)
            looks = marks - RAISED if calls else marks
            pieces = self._piece(child, looks | link | called, font, hanging)
            if self._styles.name(of(properties, "rStyle")) == "press kept space":
                pieces = ((inner, _as_blanks(inline)) for inner, inline in pieces)
            if of(properties, "vertAlign") == "subscript":
                pieces = ((inner, low) for inner, inline in pieces for low in set_low((inline,)))
            yield from pieces

    def _called(self, run: Node, node: Node) -> frozenset[RunMark]:
        """The mark of a call, over its reference or over the sign that the author put behind that."""
        references = [each for each in run.elements() if each.tag in REFERENCES]
        if not references or node.tag not in ("t", "sym", *REFERENCES):
            return frozenset()
        number = self._calls.number(note_of(references[0]))
        return frozenset({RunMark("call", f"n{number}")}) if number else frozenset()

    def _font(self, properties: Node) -> str:
        """The font of symbols that a run is set in; empty for any other."""
        fonts = properties.find("rFonts") or Node("rFonts")
        style = of(properties, "rStyle")
        said = fonts.get("ascii") or fonts.get("hAnsi") or (self._styles.font(style) if style else "")
        return said if is_of_symbols(said) else ""

    def _in_field(self, node: Node) -> None:
        match node.get("fldCharType"):
            case "begin":
                self._field.append("")
            case "end" if self._field:
                self._field.pop()
            case "" if self._field:
                self._field[-1] += node.get("#instruction")

    def _field_link(self, instruction: str) -> frozenset[RunMark]:
        """The mark of what a field leads to: an address, or a note that it calls once more."""
        if number := self._calls.again(instruction):
            return frozenset({RunMark("call", f"n{number}")})
        if within := FIELD_WITHIN.match(instruction.lstrip()):
            href = self._within(place := within["quoted"] or within["bare"], place)
            return frozenset({RunMark("link", href)}) if href else frozenset()
        found = FIELD_LINK.match(instruction)
        href = (found["href"] or found["bare"]) if found else ""
        if not found or not may_lead(href):
            return frozenset()
        return frozenset({RunMark("link", _placed(href, found["place"] or ""))})

    def _piece(self, node: Node, marks: frozenset[RunMark], font: str, hanging: Hanging) -> Iterator[Marked]:
        match node.tag:
            case "br" | "cr" if node.get("type") not in ("page", "column"):
                yield marks, Break()
            case "footnoteReference" | "endnoteReference":
                hanging.notes.append(key := note_of(node))
                if (number := self._calls.number(key)) and not is_on(node.get("customMarkFollows")):
                    yield marks, Text(inserted(str(number), ATTRIBUTE))
            case "drawing" | "pict" | "object" | "AlternateContent":
                found = drawn(node)
                hanging.drawn.append(found)
                self._left.dropped += (Dropped(text, ALTERNATE) for text in found.left)
            case "br" | "cr" | "rPr" | "footnoteRef" | "endnoteRef" | "annotationRef":
                return
            case "ruby":
                yield from self._with_reading(node, marks, hanging)
            case "sym":
                yield from ((marks, Text(self._signs(text, node.get("font")))) for text in node.texts())
            case _:
                yield from ((marks, self._anchored(text, font)) for text in node.texts())

    def _with_reading(self, ruby: Node, marks: frozenset[RunMark], hanging: Hanging) -> Iterator[Marked]:
        """Signs, then in parentheses how they are read, which the file has before them, as those of pages are set."""
        base, reading = (ruby.find(tag) or Node(tag) for tag in ("rubyBase", "rt"))
        yield from self._runs(base, marks, hanging)
        if reading.words:
            yield marks, Text(inserted("(", READING))
            yield from self._runs(reading, marks, hanging)
            yield marks, Text(inserted(")", READING))

    def _anchored(self, text: Traced, font: str) -> Inline:
        """A stretch of text, an anchor where a link leads to it."""
        shown = Text(self._signs(text, font) if font else text)
        name = self._places.anchors.get(text.start) if self._places.anchors else None
        return Anchor(inserted(name, ATTRIBUTE, text.start), (shown,)) if name else shown

    def _signs(self, text: Traced, font: str) -> Traced:
        """``text`` with the signs that ``font`` shows; what nobody knows is left out and told."""
        edits: list[Edit] = []
        for at, char in enumerate(str(text)):
            shown = sign(font, char) or ("" if is_private(char) else char)
            if not shown:
                self._left.notices.append(notice("R091", detail=f"{font} {ord(char):04X}"))
            if shown != char:
                edits.append(Edit(SYMBOL, at, at + 1, char, shown))
        return text.edited(edits) if edits else text

    def _own(self, properties: Node, text: str) -> Iterator[RunMark]:
        """The marks of one run of this ``text``, by the name of its character style or by its looks."""
        style = of(properties, "rStyle")
        names = self._styles.name(style).split(" + ") if style else []
        lang = properties.find("lang")
        if names and all(name in NAMED for name in names):
            for name in names:
                if kind := NAMED[name]:
                    said = (lang and spoken(lang.attributes, text)) or self._styles.lang or "und"
                    yield RunMark(kind, said if kind == "foreign" else "")
        else:
            yield from (RunMark(kind) for kind, tag in LOOKS if self._looks(properties, style, tag))
            raised = of(properties, "vertAlign") or (self._styles.said(style, "rPr", "vertAlign") if style else "")
            if raised == "superscript":
                yield RunMark("sup")
        if lang and self.lang and (said := spoken(lang.attributes)) and differs(said, self.lang):
            yield RunMark("foreign", said)

    def _looks(self, properties: Node, style: str, tag: str) -> bool:
        return tag not in self._own_looks and is_on(
            of(properties, tag) or (self._styles.said(style, "rPr", tag) if style else "")
        )

    def href(self, relation: str) -> str:
        """Where ``relation`` leads: a part of the document, or an address."""
        found = self._relations.get(relation)
        return found.target if found else ""


def _as_blanks(inline: Inline) -> Inline:
    """``inline`` with the blanks that a writer of ours made no-break ones."""
    if not isinstance(inline, Text):
        return inline
    text = inline.value
    made = [Edit(KEPT, at, at + 1, NBSP, " ") for at, char in enumerate(str(text)) if char == NBSP]
    return Text(text.edited(made)) if made and isinstance(text, Traced) else inline


def _placed(href: str, place: str) -> str:
    """The address of a place in the page at ``href``."""
    return f"{href}#{place}" if place and "#" not in href else href
