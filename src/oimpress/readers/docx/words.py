"""The runs of a Word paragraph as inlines: emphasis, links, languages, breaks; and what hangs on a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from oimpress.model.nodes import Break, Emphasis, Foreign, Inline, Inlines, Link, Strong, Superscript, Text
from oimpress.model.runs import flatten, inlines
from oimpress.model.traced import Traced, inserted
from oimpress.notices import Dropped
from oimpress.readers.docx.package import Relation
from oimpress.readers.docx.styles import Styles, is_on, of, spoken
from oimpress.readers.shared.inlines import ATTRIBUTE, attribute_text, differs
from oimpress.readers.shared.tree import Node, leave_out

HIDDEN, REVISION, ALTERNATE = "R012", "R017", "R018"
GONE = {"del": REVISION, "moveFrom": REVISION, "Fallback": ALTERNATE}
# Our own character styles, joined by " + "; what they are is told by their names, not by their looks.
NAMED = {"emphasis": "em", "strong": "strong", "oim foreign": "foreign", "oim superscript": "sup", "hyperlink": ""}
SCHEMES = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)
FIELD_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
RANK = ("link", "em", "strong", "foreign", "sup")


class Mark(NamedTuple):
    """Markup over a run: its kind, and the address or the language."""

    kind: str
    value: str = ""
    number: int = 0  # tells two links to one address apart


Marked = tuple[frozenset[Mark], Inline]


@dataclass
class Hanging:
    """What stands in a paragraph and is no part of its text: notes, pictures, text boxes."""

    notes: list[tuple[str, str]] = field(default_factory=list)  # kind of note, its id
    pictures: list[Node] = field(default_factory=list)
    boxes: list[Node] = field(default_factory=list)


class RunReader:
    """Reads the runs of one part, whose links are ``relations``."""

    def __init__(self, styles: Styles, relations: dict[str, Relation], dropped: list[Dropped]) -> None:
        self._styles = styles
        self._relations = relations
        self._dropped = dropped
        self._links = 0
        self.lang = ""  # runs that say another language than this one are foreign; empty: only the style says so
        self._field: list[str] = []  # the instructions of the fields that are open, innermost last

    def read(self, paragraph: Node) -> tuple[Inlines, Hanging]:
        """The paragraph's inlines, and what hangs on it."""
        hanging = Hanging()
        outer, self._field = self._field, []
        found = nest(list(self._runs(paragraph, frozenset(), hanging)))
        self._field = outer
        if self.lang and len(found) == 1 and isinstance(whole := found[0], Foreign):
            return whole.children, hanging  # so marked, a whole paragraph says more of the keyboard than of the words
        return found, hanging

    def _runs(self, node: Node, marks: frozenset[Mark], hanging: Hanging) -> Iterator[Marked]:
        for child in node.elements():
            match child.tag:
                case "r":
                    yield from self._run(child, marks, hanging)
                case "hyperlink":
                    yield from self._runs(child, marks | self._link(self._target(child)), hanging)
                case "del" | "moveFrom" | "Fallback":
                    self._dropped.extend(leave_out(child, GONE[child.tag]))
                case "pPr" | "sdtPr" | "sdtEndPr":
                    continue
                case "t":
                    yield from ((marks, Text(text)) for text in child.texts())
                case _:
                    yield from self._runs(child, marks, hanging)

    def _target(self, hyperlink: Node) -> str:
        relation = self._relations.get(hyperlink.get("r:id"))
        return relation.target if relation and relation.external else ""

    def _link(self, href: str) -> frozenset[Mark]:
        """The mark of a link to ``href``; none for an address that is not of the web."""
        if not SCHEMES.match(href):
            return frozenset()
        self._links += 1
        return frozenset({Mark("link", href, self._links)})

    def _run(self, run: Node, marks: frozenset[Mark], hanging: Hanging) -> Iterator[Marked]:
        properties = run.find("rPr") or Node("rPr")
        if is_on(of(properties, "vanish")):
            self._dropped.extend(leave_out(run, HIDDEN))
            return
        marks = marks | frozenset(self._own(properties))
        for child in run.elements():
            if child.tag in ("fldChar", "instrText"):
                self._in_field(child)
                continue
            link = next(filter(None, map(self._field_link, reversed(self._field))), frozenset())
            yield from self._piece(child, marks | link, hanging)

    def _in_field(self, node: Node) -> None:
        match node.get("fldCharType"):
            case "begin":
                self._field.append("")
            case "end" if self._field:
                self._field.pop()
            case "" if self._field:
                self._field[-1] += node.get("#instruction")

    def _field_link(self, instruction: str) -> frozenset[Mark]:
        found = FIELD_LINK.match(instruction)
        return frozenset({Mark("link", found[1])}) if found and SCHEMES.match(found[1]) else frozenset()

    def _piece(self, node: Node, marks: frozenset[Mark], hanging: Hanging) -> Iterator[Marked]:
        match node.tag:
            case "br" | "cr" if node.get("type") not in ("page", "column"):
                yield marks, Break()
            case "footnoteReference" | "endnoteReference":
                hanging.notes.append((node.tag.removesuffix("Reference"), node.get("id")))
            case "drawing" | "pict" | "object" | "AlternateContent":
                self._drawn(node, hanging)
            case "delText":
                self._dropped.extend(leave_out(node, REVISION))
            case "br" | "cr" | "rPr" | "footnoteRef" | "endnoteRef" | "annotationRef":
                return
            case _:
                yield from ((marks, Text(text)) for text in node.texts())

    def _drawn(self, node: Node, hanging: Hanging) -> None:
        """Pictures and text boxes; the second version for older programs is left out."""
        waiting = [node]
        while waiting:
            each = waiting.pop()
            if each.tag == "Fallback":
                self._dropped.extend(leave_out(each, ALTERNATE))
            elif each.tag == "txbxContent":
                hanging.boxes.append(each)
            else:
                if each.tag in ("inline", "anchor", "imagedata"):
                    hanging.pictures.append(each)
                waiting += reversed(list(each.elements()))

    def _own(self, properties: Node) -> Iterator[Mark]:
        """The marks of one run, by the name of its character style or by its looks."""
        style = of(properties, "rStyle")
        names = self._styles.name(style).split(" + ") if style else []
        lang = properties.find("lang")
        if names and all(name in NAMED for name in names):
            for name in names:
                if kind := NAMED[name]:
                    said = (lang and spoken(lang.attributes)) or self._styles.lang or "und"
                    yield Mark(kind, said if kind == "foreign" else "")
        else:
            looks = (("em", "i"), ("strong", "b"))
            yield from (Mark(kind) for kind, tag in looks if self._looks(properties, style, tag))
            raised = of(properties, "vertAlign") or (self._styles.said(style, "rPr", "vertAlign") if style else "")
            if raised == "superscript":
                yield Mark("sup")
        if lang and self.lang and (said := spoken(lang.attributes)) and differs(said, self.lang):
            yield Mark("foreign", said)

    def _looks(self, properties: Node, style: str, tag: str) -> bool:
        return is_on(of(properties, tag) or (self._styles.said(style, "rPr", tag) if style else ""))

    def href(self, relation: str) -> str:
        """Where ``relation`` leads: a part of the document, or an address."""
        found = self._relations.get(relation)
        return found.target if found else ""


def nest(runs: Sequence[Marked]) -> Inlines:
    """Runs with marks as inlines inside one another: at each place the mark that reaches farthest goes outside."""
    parts: list[Inline] = []
    at = 0
    while at < len(runs):
        marks = runs[at][0]
        if not marks:
            parts.append(runs[at][1])
            at += 1
            continue
        ends = {mark: _end(runs, at, mark) for mark in marks}
        outer = max(marks, key=lambda mark: (ends[mark], -RANK.index(mark.kind), mark))
        inner = [(others - {outer}, leaf) for others, leaf in runs[at : ends[outer]]]
        parts.append(_wrapped(outer, nest(inner)))
        at = ends[outer]
    return inlines(*parts)


def _end(runs: Sequence[Marked], at: int, mark: Mark) -> int:
    return next((i for i in range(at, len(runs)) if mark not in runs[i][0]), len(runs))


def _wrapped(mark: Mark, children: Inlines) -> Inline:
    run = flatten(children)
    at = run.start if isinstance(run, Traced) else 0
    match mark.kind:
        case "em":
            return Emphasis(children)
        case "strong":
            return Strong(children)
        case "sup":
            return Superscript(children)
        case "foreign":
            return Foreign(inserted(mark.value, ATTRIBUTE, max(at, 0)), children)
        case _:
            return Link(attribute_text(mark.value, max(at, 0)), children)
