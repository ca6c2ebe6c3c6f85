"""What a mail shows of a release: a few whole sentences when the reader can go on at an address, else everything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from oimpress.knowledge.addresses import is_on_the_web
from oimpress.knowledge.sentences import sentence_ends
from oimpress.model.nodes import Blocks, Inlines, Link, Para, Release, Section, Text
from oimpress.model.runs import cut, flatten, inlines, length, spans, strip
from oimpress.records import record


@record
class Summary:
    """``blocks`` to show; ``more`` is the address of the whole text, empty when ``blocks`` are the whole."""

    blocks: Blocks
    more: str = ""


def summary(release: Release, room: int = 400) -> Summary:
    """The release in some ``room`` code points when its address is known: its subtitle, then its first sentences.

    A ``room`` of 0 leaves only the address. Without an address every word is kept.
    """
    address = release.source.url if release.source else ""
    if not is_on_the_web(address):
        return Summary(release.body)
    if not room:
        return Summary((), address)
    lead = [Para(shortened(release.subtitle, room))] if release.subtitle else []
    left = room - length(release.subtitle)
    first = next(first_paragraphs(release.body), ())
    if first and (left >= room // 3 or not lead):
        lead.append(Para(shortened(first, left)))
    return Summary(tuple(lead), address)


def first_paragraphs(blocks: Blocks) -> Iterator[Inlines]:
    """The paragraphs of running text in their order, those under headings included."""
    for block in blocks:
        if isinstance(block, Para) and block.children:
            yield block.children
        elif isinstance(block, Section):
            yield from first_paragraphs(block.blocks)


def shortened(children: Inlines, room: int) -> Inlines:
    """As many whole sentences as fit; when the first is too long by half, its first words and an ellipsis."""
    if length(children) <= room:
        return children
    ends = list(takewhile(lambda end: end <= room * 3 // 2, sentence_ends(str(flatten(children)))))
    fitting = [end for end in ends if end <= room]
    if fitting:
        return strip(cut(children, 0, fitting[-1]))
    if ends:
        return strip(cut(children, 0, ends[0]))
    return _first_words(children, room)


def _first_words(children: Inlines, room: int) -> Inlines:
    run = str(flatten(children))
    end = max(run.rfind(" ", 0, room + 1), 0) or room
    end = next((start for start, stop, _ in spans(children, Link) if 0 < start < end < stop), end)
    kept = strip(cut(children, 0, end))
    text = str(flatten(kept)).rstrip(",;:–—( \u00a0\u202f")
    return inlines(*cut(kept, 0, len(text)), Text("\u00a0[…]"))
