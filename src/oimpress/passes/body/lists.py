"""Lists: lines in a row that begin with labels going on from one another, deeper ones inside their items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from oimpress.knowledge.sentences import ends_sentence
from oimpress.knowledge.signs import is_private, sign
from oimpress.model.draft import Draft, Line, lines_of, put_by, words_of
from oimpress.model.nodes import Item, List, Para
from oimpress.model.runs import cut, length, strip
from oimpress.model.traced import Edit, Traced
from oimpress.notices import Dropped, Result
from oimpress.passes.body.limits import LEAST_INDENT, LONGEST_ITEM
from oimpress.passes.lines.labels import ListLabel, label_of
from oimpress.passes.pins import pin_of
from oimpress.patterns import lazy

ITEM, MARKER, SYMBOL = "B002", "B003", "R080"


class LabelledLine(NamedTuple):
    """A line with its label."""

    line: Line
    label: ListLabel


def lists(draft: Draft) -> Result[Draft]:
    """Make lists of lines in a row that begin with matching labels, or that semicolons tie to a colon before them.

    Rules B002, B003, R080.
    """
    flow: list[object] = []
    dropped: list[Dropped] = []
    at = end = 0  # where the last list of lines ends
    while at < len(draft.flow):
        entries = _entries(draft.flow, at)
        size = 0 if len(entries) < 2 else _end(entries, 0)
        bare = 0 if size >= 2 else _bare_size(draft.flow, at)
        if size >= 2:
            flow.append(_list(entries[:size], dropped))
        elif bare:
            flow.append(List(tuple(map(_item, lines_of(draft.flow[at : at + bare])))))
        elif pinned := _pinned(draft.flow[at]):
            before = flow.pop() if flow and at == end else None
            flow.append(_with_item(before if isinstance(before, List) else List(()), pinned, dropped))
            end = at + 1
        else:
            flow.append(draft.flow[at])
        at += size if size >= 2 else max(bare, 1)
        end = at if size >= 2 or bare else end
    return Result(draft.with_fields(tuple(flow)), (), tuple(dropped))  # type: ignore[arg-type]


def _entries(flow: Sequence[object], at: int) -> list[LabelledLine]:
    """The lines from ``at`` on that carry labels, where a list can begin there."""
    found: list[LabelledLine] = []
    while at + len(found) < len(flow) and isinstance(line := flow[at + len(found)], Line):
        label = label_of(line) if pin_of(line) in ("", "list") else None
        if label is None or not (found or _opens(label)):
            break
        found.append(LabelledLine(line, label))
    size = _end(found, 0) if found else 0
    return [] if _is_dialogue(flow[at - 1] if at else None, [entry.line for entry in found[:size]]) else found[:size]


def _opens(label: ListLabel) -> bool:
    """Whether a list can begin with ``label``: numbers at their first, letters anywhere."""
    return label.begins or not label.numbered


def _end(entries: Sequence[LabelledLine], at: int) -> int:
    """Where the list ends whose first item is the entry at ``at``, the lists inside its items among it."""
    first = last = entries[at].label
    at += 1
    while at < len(entries):
        here = entries[at].label
        if here.follows(last) and abs(here.indent - first.indent) < LEAST_INDENT:
            last = here
            at += 1
        elif here.begins and _is_deeper(entries, at, last):
            at = _end(entries, at)
        else:
            break
    return at


def _is_deeper(entries: Sequence[LabelledLine], at: int, above: ListLabel) -> bool:
    """Whether the entry at ``at`` begins a list inside the item of ``above``: it stands farther in, or that goes on."""
    here = entries[at].label
    if abs(here.indent - above.indent) >= LEAST_INDENT:
        return here.indent > above.indent
    rest = entries[_end(entries, at) :]
    return here.places.keys().isdisjoint(above.places) and bool(rest) and rest[0].label.follows(above)


def _is_dialogue(before: object, lines: Sequence[Line]) -> bool:
    """Whether lines after dashes are speech: whole sentences, a question among them, and no colon before."""
    texts = [line.plain.strip() for line in lines]
    if not texts or texts[0][0] not in "-–—" or words_of(before).endswith(":"):
        return False
    return any("?" in text or "!" in text for text in texts) and all(map(ends_sentence, texts))


TIED = lazy(r"[;,](?:[\s\u00a0\u202f]*(?:et|ou|and|or|y|o))?\s*$")


def _bare_size(flow: Sequence[object], at: int) -> int:
    """How many lines without labels make a list: a colon before, semicolons between, a full stop at the end."""
    before = flow[at - 1] if at else None
    if not words_of(before).endswith(":"):
        return 0
    size = 0
    while at + size < len(flow) and isinstance(line := flow[at + size], Line) and len(line.text) <= LONGEST_ITEM:
        size += 1
        if pin_of(line) not in ("", "list"):
            return 0
        if not TIED.search(line.plain):
            return size if size >= 2 and line.plain.rstrip().endswith(".") else 0
    return 0


def _pinned(item: object) -> Line | None:
    """A line that a person says is an item of a list."""
    return item if isinstance(item, Line) and pin_of(item) == "list" else None


def _item(line: Line) -> Item:
    return Item((Para(put_by(strip(line.children), ITEM)),))


def _with_item(before: List, line: Line, dropped: list[Dropped]) -> List:
    """The list with one item more; its label, if it has one, is that of the list or left out."""
    label = label_of(line)
    if not label:
        return replace(before, items=(*before.items, _item(line)))
    item = Item((Para(put_by(strip(cut(line.children, label.words, length(line.children))), ITEM)),))
    if not before.items:
        return List((item,), label.ordered, _marker(LabelledLine(line, label)))
    dropped.append(Dropped(line.text[label.start : label.end], MARKER))
    return replace(before, items=(*before.items, item))


def _list(entries: Sequence[LabelledLine], dropped: list[Dropped]) -> List:
    """The entries of a list and of those inside its items, as :func:`_end` tells them apart."""
    first = last = entries[0].label
    marker = _marker(entries[0])
    items: list[Item] = []
    at = 0
    while at < len(entries):
        line, label = entries[at]
        if items:
            dropped.append(Dropped(line.text[label.start : label.end], MARKER))
        rest = strip(cut(line.children, label.words, length(line.children)))
        last, inner, at = label, at + 1, at + 1
        while at < len(entries) and not (
            entries[at].label.follows(last) and abs(entries[at].label.indent - first.indent) < LEAST_INDENT
        ):
            at = _end(entries, at)
        deeper = (_list(entries[inner:at], dropped),) if at > inner else ()
        items.append(Item((Para(put_by(rest, ITEM)), *deeper)))
    return List(tuple(items), first.ordered, marker)


def _marker(entry: LabelledLine) -> Traced:
    """The label of a list's first item; a mark of a font of symbols is the bullet, or the sign, that it shows."""
    text = entry.line.text[entry.label.start : entry.label.end].put_by(MARKER)
    if len(text) != 1 or not is_private(text):
        return text
    shown = "•" if text == "\uf0b7" else sign("wingdings", text) or "•"
    return text.edited([Edit(SYMBOL, 0, 1, str(text), shown)])
