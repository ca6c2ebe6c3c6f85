"""Places of a Word document that its own links lead to: the first words in or behind the bookmark of that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from oimpress.patterns import lazy
from oimpress.readers.docx.tree import DocxPart
from oimpress.readers.shared.tree import Node
from oimpress.records import record

# Source: ECMA-376-1, 17.16.5.25 and 17.16.5.50 (only a reference with \h is a link).
FIELD_WITHIN = lazy(
    r'\b(?:HYPERLINK\s+(?:""\s+|\\[a-z]\s+"[^"]*"\s+)*(?:\\l\s+|(?="#))|REF\s+(?=\S+(?:\s+\\\w)*?\s+\\h))'
    r'(?:"#?(?P<quoted>[^"]+)"|(?P<bare>[^"\s]+))',
    re.IGNORECASE,
)


@record
class WordPlaces:
    """Anchors by the names of their bookmarks, and by the offsets of their words."""

    named: Mapping[str, str] = field(default_factory=dict)
    anchors: Mapping[int, str] = field(default_factory=dict)


def word_places(parts: Sequence[DocxPart]) -> WordPlaces:
    """The places of a document made of ``parts`` to which a link of it leads."""
    led = {name for part in parts for name in _leading(part)}
    if not led:
        return WordPlaces()
    offsets: dict[str, int] = {}
    for part in parts:
        for name, at in _first_words(part.root, led):
            offsets.setdefault(name, at)
    anchors = {at: f"a{number}" for number, at in enumerate(sorted(set(offsets.values())), 1)}
    return WordPlaces({name: anchors[at] for name, at in offsets.items()}, anchors)


def _leading(part: DocxPart) -> Iterator[str]:
    """The names of the bookmarks to which links and fields lead."""
    fields = []
    for node in part.root.walk():
        match node.tag:
            case "hyperlink":
                yield node.get("anchor")
            case "instrText":
                fields.append(node.get("#instruction"))  # a field may stand in several runs
            case "fldSimple":
                fields.append(f"{node.get('instr')} ")
            case _:
                pass
    yield from (found["quoted"] or found["bare"] for found in FIELD_WITHIN.finditer("".join(fields)))
    yield from (one.target[1:] for one in part.relations.values() if one.target.startswith("#"))


def _first_words(root: Node, led: set[str]) -> Iterator[tuple[str, int]]:
    """The name of each bookmark of ``led`` with the offset of the first text in or behind it."""
    met: list[str] = []
    for node in root.walk():
        if node.tag == "bookmarkStart" and node.get("name") in led:
            met.append(node.get("name"))
        elif met and node.tag == "t" and (text := next((each for each in node.texts() if not each.isspace()), None)):
            yield from ((name, text.start) for name in met)
            met = []
