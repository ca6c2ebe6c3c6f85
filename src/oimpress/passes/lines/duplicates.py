"""Text that a page held twice: a lead shown above and inside the article, or the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.knowledge.folding import same_words
from oimpress.knowledge.sentences import ends_clause
from oimpress.model.draft import Draft
from oimpress.notices import Result
from oimpress.passes.datelines import split_dateline
from oimpress.passes.leaving import without
from oimpress.passes.lines.limits import COPY_HEAD, SHORTEST_COPY
from oimpress.passes.pins import pin_of

TWICE = "B007"
DASHES = (" -", "–", "—")


class Copied(NamedTuple):
    """A line for comparison: its words without the dateline, however typed; and whether it had a dateline."""

    words: str
    placed: bool = False
    ends: bool = True  # like a sentence


def duplicates(draft: Draft) -> Result[Draft]:
    """Take once a paragraph, or a stretch of them, that stands twice in a row, one perhaps without dateline.

    Rule B007.
    """
    lines = [(at, item.plain) for at, item in draft.lines()]
    starts = [_text_start(text) for _, text in lines]
    heads = [_head(text, start) for (_, text), start in zip(lines, starts, strict=True)]
    often = Counter(heads)
    if len(often) == len(lines) - often[""] + ("" in often):
        return Result(draft)
    texts = [
        Copied(same_words(text[start:]), start > 0, ends_clause(text)) if often[head] > 1 else Copied(text)
        for (_, text), start, head in zip(lines, starts, heads, strict=True)
    ]
    gone = {lines[n][0] for n in _copies(texts)}
    pins = {at: pin for at, line in draft.lines() if (pin := pin_of(line))}
    titled = any(pin == "title" for at, pin in pins.items() if at not in gone)  # one of its lines is enough
    gone -= {at for at, pin in pins.items() if not (titled and pin == "title")}
    return without(draft, dict.fromkeys(gone, TWICE))


def _text_start(text: str) -> int:
    """Where the words begin that follow a dateline; 0 when there is none."""
    if len(text) < SHORTEST_COPY or not any(dash in text for dash in DASHES):
        return 0
    lead = len(text) - len(text.lstrip())
    opening = split_dateline(text[lead:])
    return lead + opening.text if opening else 0


def _head(text: str, start: int) -> str:
    """The first letters of a line that is long enough to be a copy; empty for others."""
    if len(text) < SHORTEST_COPY:
        return ""
    return "".join(same_words(text[start : start + 2 * COPY_HEAD]).split())[:COPY_HEAD]


def _copies(texts: Sequence[Copied]) -> Iterator[int]:
    """Positions of lines that repeat, one by one or as a stretch, what stands right before or after them."""
    seen: dict[str, int] = {}
    at = 0
    while at < len(texts):
        size = at - seen.get(texts[at].words, at)
        first, second = texts[at - size : at], texts[at : at + size]
        if size and _equal(first, second):
            yield from range(at - size, at) if _loses_place(first, second) else range(at, at + size)
            seen |= {one.words: n for n, one in enumerate(second, at)}  # it may stand a third time
            at += size
            continue
        seen[texts[at].words] = at
        at += 1


def _equal(first: Sequence[Copied], second: Sequence[Copied]) -> bool:
    """Whether both stretches say the same, at some length; a title above a lead of its words is no copy of it."""
    if [one.words for one in first] != [one.words for one in second] or max(
        len(one.words) for one in first
    ) < SHORTEST_COPY:
        return False
    return not _loses_place(first, second) or all(one.ends for one in first)


def _loses_place(first: Sequence[Copied], second: Sequence[Copied]) -> bool:
    """Whether the dateline stands in the second stretch only."""
    return any(two.placed for two in second) and not any(one.placed for one in first)
