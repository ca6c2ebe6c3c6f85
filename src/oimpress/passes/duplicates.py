"""Text that a page held twice: a lead shown above and inside the article, or the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from oimpress.model.draft import Draft, Line
from oimpress.notices import Dropped, Result
from oimpress.passes.gazetteer import fold

TWICE = "B007"
HEAD = 24  # characters that copies share however their apostrophes were typed; a quick look before the long one
LEAST = 40  # characters: shorter lines may repeat with good reason


def duplicates(draft: Draft) -> Result[Draft]:
    """Take once a paragraph, or a stretch of them, that stands twice in a row. Rule B007."""
    lines = [(at, item.plain) for at, item in draft.lines()]
    heads = Counter(_head(text) for _, text in lines)
    if len(heads) == len(lines):
        return Result(draft)
    texts = [fold(text) if heads[_head(text)] > 1 else text for _, text in lines]
    gone = {lines[n][0] for n in _copies(texts)}
    if not gone:
        return Result(draft)
    dropped = tuple(
        Dropped(item.text, TWICE) for at, item in enumerate(draft.flow) if at in gone and isinstance(item, Line)
    )
    return Result(draft.having(tuple(item for at, item in enumerate(draft.flow) if at not in gone)), (), dropped)


def _head(text: str) -> str:
    return text.lstrip()[:HEAD].replace("’", "'").casefold()


def _copies(texts: Sequence[str]) -> Iterator[int]:
    """Positions of lines that repeat, one by one or as a stretch, what stands right before them."""
    seen: dict[str, int] = {}
    at = 0
    while at < len(texts):
        size = at - seen.get(texts[at], at)
        stretch = texts[at : at + size]
        if size and list(stretch) == list(texts[at - size : at]) and max(map(len, stretch)) >= LEAST:
            yield from range(at, at + size)
            at += size
            continue
        seen[texts[at]] = at
        at += 1
