"""Numbered and bulleted paragraphs as lists in lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from oimpress.model.draft import Line
from oimpress.model.nodes import Block, Item, List
from oimpress.readers.docx.styles import Numbered
from oimpress.readers.shared.inlines import gathered, marker


class ListParagraph(NamedTuple):
    """A paragraph of a list: where it belongs (None for a further paragraph of an item) and what it holds."""

    numbered: Numbered | None
    flow: list[Line | Block]


def nested_lists(entries: Sequence[ListParagraph]) -> list[Line | Block]:
    """Deeper entries belong to the item above them; another number begins another list."""
    found: list[Line | Block] = []
    at = 0
    while at < len(entries):
        first = entries[at].numbered
        assert first is not None
        others = (i for i in range(at, len(entries)) if _ends(first, entries[i].numbered))
        end = next(others, len(entries))
        made = _list(first, entries[at:end])
        found += [made] if made.items else []
        at = end
    return found


def _list(first: Numbered, entries: Sequence[ListParagraph]) -> List:
    starts = [i for i, entry in enumerate(entries) if entry.numbered and entry.numbered.level <= first.level]
    items = []
    for start, end in zip(starts, [*starts[1:], len(entries)], strict=True):
        rest = entries[start + 1 : end]
        deeper = next((i for i, entry in enumerate(rest) if entry.numbered), len(rest))
        flow = [item for entry in (entries[start], *rest[:deeper]) for item in entry.flow]
        items.append(Item(gathered([*flow, *nested_lists(rest[deeper:])])))
    return List(tuple(item for item in items if item.blocks), first.ordered, marker(first.label))


def _ends(first: Numbered, here: Numbered | None) -> bool:
    """Whether the paragraph belongs to another list than the one that ``first`` begins."""
    if here is None:
        return False
    goes_on = here.number == first.number or (here.definition == first.definition and not here.restarts)
    return here.level < first.level or (here.level == first.level and not goes_on)
