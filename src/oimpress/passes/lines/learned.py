"""Furniture that a corpus shows: lines that many documents share at one place confirm or extend the menu's grammar.

Frequency alone proves nothing: a contact block, the separators of project facts and the words about an organisation are
shared as well. A line counts only where the menu ends or where the page ends, and only if it reads like a label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from oimpress.knowledge.folding import fold
from oimpress.knowledge.labels import labelled
from oimpress.knowledge.sentences import ends_sentence
from oimpress.model.draft import Draft
from oimpress.notices import Result
from oimpress.passes.leaving import without
from oimpress.passes.lines.limits import LEAST_DOCUMENTS, LEAST_SHARE, LONGEST_SHARED, SHARED_REACH
from oimpress.passes.lines.menu import menu_end
from oimpress.records import record

SHARED = "F007"
DETAILS = labelled(r"@|\d{5}|\d[\d .()-]{6,}\d|\b(?:contact|(?:(?&phone)|(?&mail))(?!\w))")


@record
class Learned:
    """Labels, folded, that pages of one site show after their menu (``head``) and at their end (``foot``)."""

    head: frozenset[str] = frozenset()
    foot: frozenset[str] = frozenset()


def learn(documents: Iterable[Draft]) -> Learned:
    """What the documents share: labels that enough of them show in one stretch from the menu's end, or to their own."""
    head: Counter[str] = Counter()
    foot: Counter[str] = Counter()
    count = 0
    for draft in documents:
        lines = [line.plain.strip() for _, line in draft.lines()]
        start = menu_end(lines)
        after = takewhile(_is_label, lines[start : start + SHARED_REACH] if start else ())
        last = takewhile(_is_label, reversed(lines[max(start, len(lines) - SHARED_REACH) :]))
        head.update(set(map(fold, after)))
        foot.update(set(map(fold, last)))
        count += 1
    least = max(LEAST_DOCUMENTS, LEAST_SHARE * count)
    return Learned(*(frozenset(line for line, n in found.items() if n >= least) for found in (head, foot)))


def _is_label(line: str) -> bool:
    short = 2 < len(line) <= LONGEST_SHARED and not ends_sentence(line) and line[-1] not in ";,"
    return short and not DETAILS.search(line)


def shared_lines(draft: Draft, learned: Learned) -> Result[Draft]:
    """Take off the labels that were learned, in one stretch after the menu or at the very end. Rule F007."""
    lines = [(at, line.plain.strip()) for at, line in draft.lines()]
    texts = [text for _, text in lines]
    gone = {lines[n][0] for n in (*_stretch(texts, learned.head, draft), *_ending(texts, learned.foot))}
    return without(draft, dict.fromkeys(gone, SHARED))


def _stretch(texts: Sequence[str], known: frozenset[str], draft: Draft) -> Iterator[int]:
    """Positions of known labels from where the menu was taken away; the last line of all stays."""
    first = next(draft.lines(), None)
    if first is None or first[1].number == 1 + first[1].gap:
        return
    for n, text in enumerate(texts[:-1]):
        if fold(text) not in known or not _is_label(text):
            return
        yield n


def _ending(texts: Sequence[str], known: frozenset[str]) -> Iterator[int]:
    for n in range(len(texts) - 1, 0, -1):
        if fold(texts[n]) not in known or not _is_label(texts[n]):
            return
        yield n
