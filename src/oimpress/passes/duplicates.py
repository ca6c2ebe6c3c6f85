"""Text that a page held twice: a lead shown above and inside the article, or the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from oimpress.model.draft import Draft, Line
from oimpress.notices import Dropped, Result
from oimpress.passes.gazetteer import fold

TWICE = "B007"
LEAST = 40  # characters: shorter lines may repeat with good reason


def duplicates(draft: Draft) -> Result[Draft]:
    """Take a paragraph that follows its own copy, and a text that follows its own copy, once. Rule B007."""
    lines = [(at, fold(str(item.text))) for at, item in draft.lines()]
    texts = [text for _, text in lines]
    half = _whole(texts)
    gone = {at for at, _ in lines[half:]} if half else set()
    gone |= {lines[n][0] for n in range(1, half or len(lines)) if len(texts[n]) >= LEAST and texts[n] == texts[n - 1]}
    if not gone:
        return Result(draft)
    dropped = tuple(
        Dropped(item.text, TWICE) for at, item in enumerate(draft.flow) if at in gone and isinstance(item, Line)
    )
    return Result(draft.having(tuple(item for at, item in enumerate(draft.flow) if at not in gone)), (), dropped)


def _whole(texts: Sequence[str]) -> int:
    """Where the second copy begins of a text that stands twice; 0 when it does not."""
    if len(texts) < 4:
        return 0
    for at in range(2, len(texts) - 1):
        if texts[at] == texts[0] and len(texts) - at >= 2 and texts[at:] == texts[: len(texts) - at]:
            longest = max(map(len, texts[at:]))
            return at if longest >= LEAST and at <= len(texts) - at + 1 else 0
    return 0
