"""What a person says that lines are: the sidecar's ``[lines]``, found by their words and bound upon the searches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from oimpress.errors import UsageError
from oimpress.knowledge.folding import fold
from oimpress.model.draft import Draft, Flow, Line, put_by
from oimpress.model.nodes import Block, Link, Para, Release
from oimpress.model.runs import flatten, spans
from oimpress.model.traced import GIVEN
from oimpress.model.walk import runs
from oimpress.notices import Result
from oimpress.passes.cells import lines_of_cells
from oimpress.passes.leaving import without
from oimpress.passes.limits import MOST_PINNED
from oimpress.passes.unboxed import unboxed
from oimpress.patterns import lazy
from oimpress.settings import LABELS

PIN = "pin "  # before the label and the number of the stretch, among the marks of a line
FACT = lazy(r"[^:?]+[:?].*\S")
WHOLE_LINES = "contact lines"  # region of the readings of such lines that stay as they are
OUT = ("furniture", "navigation")  # what such lines hold is left out before anything else is read
PIECES = (
    "lead", "organisation", "person", "role", "phone", "general-number", "mail", "web", "address", "hours", "topic",
    "note",
)  # fmt: skip
IN_BLOCKS = (*PIECES, "sentence")  # what can be said of words that markup made no lines of: what a contact holds
UNBOXED = frozenset(
    {
        *OUT,
        "kicker",
        "reference",
        "issuer",
        "dateline",
        "embargo",
        "order",
        "title",
        "subtitle",
        "body",
        "heading",
    }
)  # what a line can be that markup put into a list, a quotation or a table
HEADINGS = ("heading", "title", "subtitle", "kicker", "lead")  # what keeps the level that the markup gives a line


class PinnedSpan(NamedTuple):
    """Lines next to each other that together say the words of a pin."""

    start: int
    end: int


def pinned(draft: Draft) -> Result[Draft]:
    """Mark the lines whose words the sidecar names; those that are furniture go. Rule M003.

    What stands alone in an item, a paragraph of a quotation or a cell is a line then, where it can be what is said.
    Raises UsageError for words that stand nowhere in the source, or where markup says what they are.
    """
    if not draft.pins:
        return Result(draft)
    draft = _taken_out(draft)
    lines = list(draft.lines())
    texts = [fold(line.plain.strip()) for _, line in lines]
    bound: list[tuple[str, PinnedSpan]] = []
    for folded, said in _said(draft).items():
        found, labels = list(stretches(folded, texts)), [label for label, _ in said]
        if not found and not (set(labels) <= {*IN_BLOCKS} and holds(draft, folded)):
            raise (_in_a_block if holds(draft.with_fields(_blocks(draft)), folded) else _unknown)(draft, *said[0])
        for number, one in enumerate(found):
            bound.append((labels[min(number, len(labels) - 1)], one))
    bound.sort(key=lambda pin: pin[1].end - pin[1].start)  # words of several lines go before those of one of them
    marks = {lines[n][0]: (label, one.start) for label, one in bound for n in range(*one)}
    marked = {at: _marked(line, *marks[at]) for at, line in lines if at in marks}
    return without(draft.replaced(marked), {at: GIVEN for at, (label, _) in marks.items() if label in OUT})


def _taken_out(draft: Draft) -> Draft:
    """The draft with lines of blocks that a person says are something that no part of a block can be."""
    texts = [fold(line.plain.strip()) for _, line in draft.lines()]
    pins = {fold(words): label for label in UNBOXED.intersection(draft.pins) for words in draft.pins[label]}
    wanted = {words: label for words, label in pins.items() if not any(stretches(words, texts))}
    flow: list[Line | Block] = []
    waiting = list(reversed(draft.flow)) if wanted else []
    while waiting:
        item = waiting.pop()
        parts = None if isinstance(item, Line) else _parts(item, wanted, draft.characters)
        flow += (item,) if parts is None else ()
        waiting += reversed(parts or ())
    return draft.with_fields(tuple(flow)) if wanted else draft


def _parts(block: Block, wanted: Mapping[str, str], characters: str) -> Flow | None:
    """The block in parts, with a line of it that is ``wanted``; None where it holds none that can be taken out."""
    found = unboxed(block, lambda text: fold(text) in wanted)
    if not found:
        return None
    lines = tuple(lines_of_cells([Para(found.children)], characters))
    if all(wanted[fold(line.plain.strip())] in OUT for line in lines):
        return *found.left, *lines
    return (*found.parts[0], *lines, *found.parts[1]) if found.parts else None


def _said(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    """The folded words of pins, each with its labels and as it was typed: the first for the line that says them first.

    Labels stand in the order of a page: furniture, then head, text, contacts.
    """
    said: dict[str, list[tuple[str, str]]] = {}
    for label in sorted(draft.pins, key=LABELS.index):
        for words in draft.pins[label]:
            if label == "fact" and not FACT.match(words):
                raise _no_fact(draft, words)
            said.setdefault(fold(words), []).append((label, words))
    return said


def _marked(line: Line, label: str, number: int) -> Line:
    level = line.level if label in HEADINGS else 0
    marks = line.marks | {f"{PIN}{label} {number}"}
    return replace(line, children=put_by(line.children, GIVEN), level=level, marks=marks)


def stretches(words: str, texts: Sequence[str]) -> Iterator[PinnedSpan]:
    """Where one of the folded ``texts``, or several next to each other, say ``words``."""
    for at in range(len(texts)):
        for end in range(at + 1, min(at + MOST_PINNED, len(texts)) + 1):
            joined = " ".join(texts[at:end])
            if joined == words:
                yield PinnedSpan(at, end)
            if len(joined) >= len(words):
                break


def holds(draft: Draft, words: str) -> bool:
    """Whether lines, cells, links or a mail's signature hold ``words``, as those of a piece of a contact may stand."""
    return words in " ".join(fold(str(text).strip()) for text in _texts(draft))


def _texts(draft: Draft) -> Iterator[str]:
    for item in (*draft.flow, *draft.signature):
        blocks = [item.children] if isinstance(item, Line) else [run.children for run in runs(_only(item))]
        for children in blocks:
            yield str(flatten(children))
            yield from (link.href for _, _, link in spans(children, Link) if isinstance(link, Link))


def _blocks(draft: Draft) -> Flow:
    """What markup made of the source: no lines."""
    return tuple(item for item in draft.flow if not isinstance(item, Line))


def _only(block: Block) -> Release:
    return Release("x", body=(block,))


def _unknown(draft: Draft, label: str, words: str) -> UsageError:
    source = draft.release.source
    return UsageError(
        "{name}: [lines] {label} = “{words}”: no line of the source says that; copy the words as they stand there",
        name=source.name if source else "",
        label=label,
        words=words,
    )


def _in_a_block(draft: Draft, label: str, words: str) -> UsageError:
    """Words of a list, a table, a link or a signature, which markup has made what they are."""
    source = draft.release.source
    return UsageError(
        "{name}: [lines] {label} = “{words}”: a list, a table or a link holds that, whose markup says what it is;"
        " only a piece of a contact can be named there, or the head, a heading and what goes where no other words stand"
        " around it",
        name=source.name if source else "",
        label=label,
        words=words,
    )


def _no_fact(draft: Draft, words: str) -> UsageError:
    source = draft.release.source
    return UsageError(
        "{name}: [lines] fact = “{words}”: a fact is a label, a colon and a value; say body where it is text",
        name=source.name if source else "",
        words=words,
    )


def told_by_pins(draft: Draft, pieces: Sequence[str]) -> None:
    """Raise UsageError for a pin of a piece of a contact that is neither among ``pieces``, as read, nor whole lines."""
    if not draft.pins:
        return
    whole: dict[str, list[str]] = {}
    for _, line in draft.lines():
        whole.setdefault(mark_of(line), []).append(fold(line.plain.strip()))
    known = {*map(fold, pieces), *map(" ".join, whole.values())}
    for label in IN_BLOCKS:
        for words in draft.pins.get(label, ()):
            if label != "note" and fold(words) not in known:
                raise _beside_contacts(draft, label, words)


def _beside_contacts(draft: Draft, label: str, words: str) -> UsageError:
    source = draft.release.source
    return UsageError(
        "{name}: [lines] {label} = “{words}”: no contact has a piece that says just that; name the whole line, or say"
        " with contact which line is one",
        name=source.name if source else "",
        label=label,
        words=words,
    )


def contradiction(draft: Draft, words: str) -> UsageError:
    """Pins that cannot stand together, seen at the line that says ``words``."""
    source = draft.release.source
    return UsageError(
        "{name}: [lines] cannot all be so at “{words}”; there is one title, and what follows it stands below it",
        name=source.name if source else "",
        words=words[:80],
    )


def mark_of(line: Line) -> str:
    """The mark of a person's word on ``line``: the same for lines that one wording names together."""
    return next((mark for mark in line.marks if mark.startswith(PIN)), "") if line.marks else ""


def pin_of(line: Line) -> str:
    """What a person said that ``line`` is; empty where nobody did."""
    return mark_of(line).removeprefix(PIN).partition(" ")[0]


def pins_of(lines: Sequence[Line], binds: Callable[[str], bool]) -> dict[int, str]:
    """What a person says that ``lines`` are, by position, where that ``binds`` a search."""
    return {at: pin for at, line in enumerate(lines) if (pin := pin_of(line)) and binds(pin)}
