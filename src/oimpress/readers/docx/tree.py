"""A Word document as trees: every part that holds text, its characters in the order of the file.

The text of a document is that of its ``w:t``, ``w:delText`` and ``m:t`` elements, a tab for ``w:tab`` and a line feed
for ``w:br`` and ``w:cr``, a line feed behind each paragraph: of the document itself, then its notes, comments, headers
and footers. Source: ECMA-376-1, part 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from oimpress.model.traced import Edit, Traced
from oimpress.readers.docx.package import Package, Relation, damaged
from oimpress.readers.shared.inlines import SPACE
from oimpress.readers.shared.tree import Node, Sheet

TEXTS = frozenset({"t", "delText"})
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
FURTHER = ("footnotes", "endnotes", "comments", "header", "footer")
BLANKS = " \t\r\n"
DEEPEST = 60


@dataclass
class DocxPart:
    """A part with text: its tree and what it refers to."""

    kind: str
    root: Node
    relations: dict[str, Relation] = field(default_factory=dict)


def parts(package: Package, name: str) -> tuple[list[DocxPart], Sheet]:
    """The parts that hold text, the document first, and all their text."""
    sheet = Sheet()
    relations = package.relations(package.main)
    made = [DocxPart("document", _read(package, package.main, sheet, name), relations)]
    linked = sorted((FURTHER.index(one.kind), one.target) for one in relations.values() if one.kind in FURTHER)
    for kind, target in dict.fromkeys(linked):
        root = _read(package, target, sheet, name)
        made.append(DocxPart(FURTHER[kind], root, package.relations(target)))
    return made, sheet


def _read(package: Package, part: str, sheet: Sheet, name: str) -> Node:
    root = package.xml(part)
    return Node("missing") if root is None else _tree(root, sheet, name)


def _tree(root: etree._Element, sheet: Sheet, name: str) -> Node:
    top = Node("#part")
    stack = [top]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = local(element.tag)
        if event == "end":
            stack.pop()
            if tag == "p":
                sheet.end_line()
            continue
        if len(stack) > DEEPEST:
            raise damaged(name, f"elements nest over {DEEPEST} deep")
        node = Node(tag, {_attribute(str(key)): str(value) for key, value in element.attrib.items()})
        if tag == "instrText":
            node.attributes["#instruction"] = element.text or ""
        stack[-1].content.append(node)
        stack.append(node)
        node.content += _characters(element, tag, stack[-2].tag, sheet)
    return top


def _characters(element: etree._Element, tag: str, parent: str, sheet: Sheet) -> Iterator[Traced]:
    if tag in TEXTS and element.text:
        text = sheet.add(element.text)
        kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        yield text if kept else _trimmed(text)
    elif parent == "r" and tag in SIGNS:
        yield sheet.add(SIGNS[tag])
    elif parent == "r" and tag == "sym" and (sign := _sign(element)):
        yield sheet.add(sign)


def _trimmed(text: Traced) -> Traced:
    """Word shows no blanks at the ends of a text that does not ask to preserve them."""
    start = len(text) - len(str(text).lstrip(BLANKS))
    end = max(len(str(text).rstrip(BLANKS)), start)
    edits = [Edit(SPACE, a, b, str(text)[a:b], "") for a, b in ((0, start), (end, len(text))) if a < b]
    return text.edited(edits)


def _sign(element: etree._Element) -> str:
    """A character of a named font; those that only this font knows have no Unicode meaning."""
    code = next((str(value) for key, value in element.attrib.items() if local(key) == "char"), "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    usable = 0x20 <= number < 0xD800 or 0xF900 <= number < 0xFFFE
    return chr(number) if usable else "•" if number in (0xF0B7, 0xF0A7) else ""


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace: transitional and strict documents differ in it."""
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else "#other"


def _attribute(key: str) -> str:
    return f"r:{local(key)}" if key.startswith("{") and "relationships}" in key else local(key)
