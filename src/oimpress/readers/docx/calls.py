"""The notes of a Word document and what calls them: their references, and fields that call a note once more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from oimpress.patterns import lazy
from oimpress.readers.docx.package import Relation
from oimpress.readers.docx.tree import DocxPart
from oimpress.readers.shared.tree import Node

REFERENCES = ("footnoteReference", "endnoteReference")
# Shown as a call is (\f), such a field calls a note again; else it is a number in a sentence: « voir la note 1 ».
# Source: ISO/IEC 29500-1, 17.16.5.37.
AGAIN = lazy(r"\s*(?:NOTEREF|FTNREF)\s+\"?(?P<place>[^\"\s\\]+)(?=.*\\f)", re.IGNORECASE)


class Calls:
    """Numbers for the ``notes`` of the document ``root``, in the order of their calls."""

    def __init__(self, notes: Iterable[tuple[str, str]], root: Node) -> None:
        self._notes = frozenset(notes)
        self._numbers: dict[tuple[str, str], int] = {}
        self._places = dict(_places(root))

    def number(self, note: tuple[str, str]) -> int:
        """The number of ``note``; 0 for one that is not there or has no words."""
        if note not in self._notes:
            return 0
        return self._numbers.setdefault(note, len(self._numbers) + 1)

    def again(self, instruction: str) -> int:
        """The number of the note that a field calls once more; 0 for any other field."""
        found = AGAIN.match(instruction)
        note = self._places.get(found["place"]) if found else None
        return self.number(note) if note else 0


def note_of(reference: Node) -> tuple[str, str]:
    """The kind and the id of the note that a reference stands for."""
    return reference.tag.removesuffix("Reference"), reference.get("id")


def notes_of(parts: Iterable[DocxPart]) -> dict[tuple[str, str], tuple[Node, dict[str, Relation]]]:
    """The notes of a document made of ``parts``, each with the relations of its part."""
    return {
        (part.kind.removesuffix("s"), note.get("id")): (note, part.relations)
        for part in parts
        if part.kind in ("footnotes", "endnotes")
        for note in part.root.walk()
        if note.tag in ("footnote", "endnote")
    }


def _places(root: Node) -> Iterator[tuple[str, tuple[str, str]]]:
    """The bookmarks around references, each with the note."""
    begun: dict[str, str] = {}
    for node in root.walk():
        match node.tag:
            case "bookmarkStart":
                begun[node.get("id")] = node.get("name")
            case "bookmarkEnd":
                begun.pop(node.get("id"), None)
            case tag if tag in REFERENCES:
                yield from ((name, note_of(node)) for name in begun.values())
            case _:
                pass
