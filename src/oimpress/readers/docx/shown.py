"""What a Word document does not show is taken out of its trees, each piece with its rule.

Deletions are accepted, with those of rows and of the marks between paragraphs; so is every other tracked change.
Source: ECMA-376-1, 17.13.5 (revisions), 17.3.2 (looks of runs), 17.5.2 (content controls), 17.16 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.model.traced import Traced
from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.docx.styles import Styles, is_on, of
from oimpress.readers.shared.tree import Node, leave_out

HIDDEN, REVISION, ALTERNATE, STRUCK, PLACEHOLDER, CONTENTS = "R012", "R017", "R018", "R063", "R082", "R083"
TAKEN_AWAY = frozenset({"del", "moveFrom"})
CHANGES = TAKEN_AWAY | {"ins", "moveTo", "cellIns", "cellDel"}
SAID = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr"})  # properties, which hold no text
BETWEEN = frozenset({"bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart", "commentRangeEnd"})
LISTED = lazy(r"toc [1-9]|toc heading|table of figures|index [1-9]|index heading|table of authorities")
OWN_HEADING = lazy(r"sommaire|table des matières|contents|table of contents|índice|sumario", re.IGNORECASE)
OWN_FIELD = lazy(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)


class Shown(NamedTuple):
    """What was taken out of a tree, and how many tracked changes nobody decided."""

    dropped: list[Dropped]
    changes: int


def shown(root: Node, styles: Styles) -> Shown:
    """Take out of the tree what its document does not show."""
    changes = sum(node.tag in CHANGES and bool(node.get("author") or node.get("id")) for node in root.walk())
    clearing = _Clearing(styles, {id(run) for run in _cached(root)})
    clearing.clear(root, "")
    return Shown(clearing.dropped, changes)


class _Clearing:
    def __init__(self, styles: Styles, cached: set[int]) -> None:
        self.dropped: list[Dropped] = []
        self._styles = styles
        self._cached = cached

    def clear(self, node: Node, style: str) -> None:
        """Clear what stands in ``node``, which is in a paragraph of ``style``."""
        kept: list[Node | Traced] = []
        for child in node.content:
            if not isinstance(child, Node) or child.tag in SAID:
                kept.append(child)
            elif rule := self._rule(child, node, style):
                self.dropped += leave_out(child, rule)
            else:
                self.clear(child, of(_said(child, "pPr"), "pStyle") if child.tag == "p" else style)
                kept.append(child)
        node.content = self._without_heading(_joined(kept))

    def _rule(self, node: Node, parent: Node, style: str) -> str:
        """The rule by which ``node`` is left out; empty for what is shown."""
        match node.tag:
            case "del" | "moveFrom" | "delText":
                return REVISION
            case "tr":
                return REVISION if _said(node, "trPr").find("del") else ""
            case "tc":
                return REVISION if _said(node, "tcPr").find("cellDel") else ""
            case "sdt":
                return _of_control(_said(node, "sdtPr"))
            case "Choice" | "Fallback":
                return ALTERNATE if _is_other(node, parent) else ""
            case "p" if LISTED.fullmatch(self._styles.name(of(_said(node, "pPr"), "pStyle"))):
                return CONTENTS
            case "r":
                return CONTENTS if id(node) in self._cached else self._of_looks(_said(node, "rPr"), style)
            case _:
                return ""

    def _of_looks(self, properties: Node, style: str) -> str:
        if self._has(properties, style, "vanish"):
            return HIDDEN
        return STRUCK if any(self._has(properties, style, look) for look in ("strike", "dstrike")) else ""

    def _has(self, properties: Node, style: str, look: str) -> bool:
        own = of(properties, "rStyle")
        by_style = (own and self._styles.said(own, "rPr", look)) or self._styles.said(style, "rPr", look)
        return is_on(of(properties, look) or by_style)

    def _without_heading(self, content: list[Node | Traced]) -> list[Node | Traced]:
        """``content`` without the words that head a table of contents that is gone."""
        gone = [at for at, item in enumerate(content) if isinstance(item, Node) and self._is_gone(item)]
        for at in reversed(gone):
            above = content[at - 1] if at else None
            if isinstance(above, Node) and above.tag == "p" and OWN_HEADING.fullmatch(above.words):
                self.dropped += leave_out(above, CONTENTS)
                del content[at - 1]
        return content

    def _is_gone(self, paragraph: Node) -> bool:
        return (
            paragraph.tag == "p" and not paragraph.words and any(id(each) in self._cached for each in paragraph.walk())
        )


def _said(node: Node, tag: str) -> Node:
    return node.find(tag) or Node(tag)


def _of_control(properties: Node) -> str:
    """The rule by which a content control is left out: nobody filled it, or it holds contents."""
    if properties.find("showingPlcHdr") and is_on(of(properties, "showingPlcHdr")):
        return PLACEHOLDER
    gallery = of(properties.find("docPartObj") or Node("docPartObj"), "docPartGallery")
    return CONTENTS if gallery.casefold() in ("table of contents", "table of figures", "bibliographies index") else ""


def _is_other(node: Node, parent: Node) -> bool:
    """Whether ``node`` is the version of something for programs that cannot show the one that holds more."""
    choices = [each for each in parent.elements() if each.tag == "Choice"]
    best = next((each for each in choices if _holds(each)), choices[0] if choices else node)
    if node.tag == "Choice":
        return node is not best
    return _holds(best) or not _holds(node)


def _holds(node: Node) -> bool:
    """Whether words, a picture or a graphic stand in ``node``."""
    return bool(node.words) or any(each.get("r:embed") or each.get("r:id") or each.get("r:dm") for each in node.walk())


# -- paragraphs that are one ------------------------------------------------------------------------------


def _joined(content: Sequence[Node | Traced]) -> list[Node | Traced]:
    """``content`` with each paragraph whose mark is gone, or that is a drop cap, put before the next one's words."""
    joined: list[Node | Traced] = []
    waiting: list[Node] = []
    for item in content:
        if isinstance(item, Node) and item.tag == "p":
            waiting.append(item)
            if _goes_on(item):
                continue
        elif waiting and isinstance(item, Node) and item.tag in BETWEEN:
            continue
        joined += _one(waiting)
        if not (isinstance(item, Node) and item.tag == "p"):
            joined.append(item)
        waiting = []
    return [*joined, *_one(waiting)]


def _goes_on(paragraph: Node) -> bool:
    properties = _said(paragraph, "pPr")
    mark = properties.find("rPr") or Node("rPr")
    frame = properties.find("framePr") or Node("framePr")
    return mark.find(*TAKEN_AWAY) is not None or frame.get("dropCap") in ("drop", "margin")


def _one(paragraphs: Sequence[Node]) -> list[Node]:
    """``paragraphs`` as one: that of the last, whose mark is left."""
    if len(paragraphs) < 2:
        return [*paragraphs]
    last = paragraphs[-1]
    words = [item for each in paragraphs for item in each.content if not (isinstance(item, Node) and item.tag == "pPr")]
    return [Node("p", last.attributes, [_said(last, "pPr"), *words])]


# -- contents that a field keeps --------------------------------------------------------------------------


def _cached(root: Node) -> Iterator[Node]:
    """The runs inside fields that make contents or an index, where such a field has an end."""
    nodes = [node for node in root.walk() if node.tag in ("r", "fldChar", "instrText")]
    open_fields: list[tuple[int, str]] = []
    for at, node in enumerate(nodes):
        kind = node.get("fldCharType")
        if kind == "begin":
            open_fields.append((at, ""))
        elif node.tag == "instrText" and open_fields:
            begin, said = open_fields.pop()
            open_fields.append((begin, said + node.get("#instruction")))
        elif kind == "end" and open_fields:
            begin, said = open_fields.pop()
            if OWN_FIELD.match(said):
                yield from (each for each in nodes[max(begin - 1, 0) : at] if each.tag == "r")
