"""A Word document as trees: every part that holds text, its characters in the order of the file.

The text of a document is that of its ``w:t``, ``w:delText`` and ``m:t`` elements, the character of each ``w:sym``, a
tab for ``w:tab`` and a line feed for ``w:br`` and ``w:cr``, the alternative texts of what is drawn and of tables, and
a line feed behind each paragraph: of the document itself, then of its notes, comments, headers and footers, charts,
diagrams and embedded documents. Source: ECMA-376-1, part 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from oimpress.errors import ReadError
from oimpress.model.traced import Edit, Traced
from oimpress.readers.docx.package import Package, Relation, damaged
from oimpress.readers.shared.inlines import SPACE
from oimpress.readers.shared.tree import Node, Sheet

TEXTS = frozenset({"t", "delText"})
SHOWN_TEXTS = TEXTS | {"v"}  # of a chart, which keeps its numbers beside its words
# What replaces something drawn for those who cannot see it, and describes a table.
ALTERNATIVES = {"docPr": ("descr", "title"), "cNvPr": ("descr",), "shape": ("alt",), "tblCaption": ("val",)}
ALTERNATIVES |= {"tblDescription": ("val",), "rect": ("alt",), "group": ("alt",)}
ADDED = frozenset({"chart", "diagramData", "aFChunk"})
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
FURTHER = ("footnotes", "endnotes", "comments", "header", "footer", "chart", "diagramData", "aFChunk")
BLANKS = " \t\r\n"
DEEPEST_ELEMENT = 60


@dataclass
class DocxPart:
    """A part with text: its name, its tree and what it refers to."""

    kind: str
    name: str
    root: Node
    relations: dict[str, Relation] = field(default_factory=dict)


def parts(package: Package, name: str) -> tuple[list[DocxPart], Sheet]:
    """The parts that hold text, the document first, and all their text."""
    sheet = Sheet()
    relations = package.relations(package.main)
    made = [DocxPart("document", package.main, _read(package, package.main, sheet, name), relations)]
    linked = sorted((FURTHER.index(one.kind), one.target) for one in relations.values() if one.kind in FURTHER)
    for at, target in dict.fromkeys(linked):
        kind = FURTHER[at]
        root = _beside(package, target, sheet, name, kind)
        made.append(DocxPart(kind, target, root, package.relations(target)))
    return made, sheet


def _beside(package: Package, target: str, sheet: Sheet, name: str, kind: str) -> Node:
    """A further part; one that only adds to the document is not there when it is damaged."""
    try:
        return _embedded(package, target, sheet) if kind == "aFChunk" else _read(package, target, sheet, name, kind)
    except ReadError:
        if kind in ADDED:
            return Node("missing")
        raise


def _embedded(package: Package, part: str, sheet: Sheet) -> Node:
    """An embedded document, whose characters are those of its file where it is a text."""
    text = package.data(part).decode("utf-8", "replace") if part in package.names else ""
    content = [sheet.add(line) for line in text.splitlines(keepends=True)] if "\0" not in text else []
    sheet.end_line()
    return Node("#embedded", {}, [*content])


def _read(package: Package, part: str, sheet: Sheet, name: str, kind: str = "") -> Node:
    root = package.xml(part)
    return Node("missing") if root is None else _tree(root, sheet, name, SHOWN_TEXTS if kind == "chart" else TEXTS)


def _tree(root: etree._Element, sheet: Sheet, name: str, texts: frozenset[str]) -> Node:
    top = Node("#part")
    stack = [top]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = local(element.tag)
        if event == "end":
            stack.pop()
            if tag == "p":
                sheet.end_line()
            continue
        if len(stack) > DEEPEST_ELEMENT:
            raise damaged(name, f"elements nest over {DEEPEST_ELEMENT} deep")
        node = Node(tag, {_attribute(str(key)): str(value) for key, value in element.attrib.items()})
        if tag == "instrText":
            node.attributes["#instruction"] = element.text or ""
        stack[-1].content.append(node)
        stack.append(node)
        node.content += _characters(element, node, stack[-2].tag, sheet, texts)
    return top


def _characters(
    element: etree._Element, node: Node, parent: str, sheet: Sheet, texts: frozenset[str]
) -> Iterator[Traced]:
    if node.tag in texts and element.text:
        text = sheet.add(element.text)
        kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        yield text if kept else _trimmed(text)
    elif parent == "r" and node.tag in SIGNS:
        yield sheet.add(SIGNS[node.tag])
    elif parent == "r" and node.tag == "sym" and (sign := _sign(node.get("char"))):
        yield sheet.add(sign)
    elif node.tag in ALTERNATIVES:
        for said in filter(str.strip, map(node.get, ALTERNATIVES[node.tag])):
            sheet.end_line()
            yield sheet.add(said)
            sheet.end_line()


def _trimmed(text: Traced) -> Traced:
    """Word shows no blanks at the ends of a text that does not ask to preserve them."""
    start = len(text) - len(str(text).lstrip(BLANKS))
    end = max(len(str(text).rstrip(BLANKS)), start)
    edits = [Edit(SPACE, a, b, str(text)[a:b], "") for a, b in ((0, start), (end, len(text))) if a < b]
    return text.edited(edits)


def _sign(code: str) -> str:
    """The character of a named font that a hexadecimal code stands for; none for what is no character."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE else ""


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace: transitional and strict documents differ in it."""
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else "#other"


def _attribute(key: str) -> str:
    return f"r:{local(key)}" if key.startswith("{") and "relationships}" in key else local(key)
