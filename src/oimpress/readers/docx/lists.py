"""Numbered and bulleted paragraphs as lists in lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Item, List
from oimpress.readers.docx.numbering import Numbered
from oimpress.readers.shared.inlines import gathered, marker


class ListParagraph(NamedTuple):
    """A paragraph of a list: where it belongs (None for a further paragraph of an item) and what it holds."""

    numbered: Numbered | None
    flow: list[Line | Block]


def nested_lists(entries: Sequence[ListParagraph]) -> list[Line | Block]:
    """Deeper entries belong to the item above them; a number that does not go on begins another list."""
    found: list[Line | Block] = []
    at = 0
    while at < len(entries):
        end = _end(entries, at)
        made = _list(entries[at:end])
        found += [made] if made.items else []
        at = end
    return found


def _end(entries: Sequence[ListParagraph], at: int) -> int:
    """Where the list ends whose first item is the entry at ``at``."""
    last = entries[at].numbered
    assert last is not None
    for place in range(at + 1, len(entries)):
        here = entries[place].numbered
        if here is None or here.level > last.level:
            continue
        if here.level < last.level or not here.follows(last):
            return place
        last = here
    return len(entries)


def _list(entries: Sequence[ListParagraph]) -> List:
    first = entries[0].numbered
    assert first is not None
    starts = [i for i, entry in enumerate(entries) if entry.numbered and entry.numbered.level <= first.level]
    items = []
    for start, end in zip(starts, [*starts[1:], len(entries)], strict=True):
        rest = entries[start + 1 : end]
        deeper = next((i for i, entry in enumerate(rest) if entry.numbered), len(rest))
        flow = [item for entry in (entries[start], *rest[:deeper]) for item in entry.flow]
        items.append(Item(gathered([*flow, *nested_lists(rest[deeper:])])))
    return List(tuple(item for item in items if item.blocks), first.ordered, marker(first.label))
