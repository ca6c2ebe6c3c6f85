"""Where markup parts what a line says: cards of web pages are made of elements that run together in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from oimpress.knowledge.addresses import MAILTO
from oimpress.model.nodes import Emphasis, Inlines, Link, Strong
from oimpress.model.runs import flatten, spans
from oimpress.model.traced import Traced


def seams(children: Inlines, plain: str) -> list[int]:
    """The positions in ``plain`` where one element ends and another says something else."""
    marked = [(start, end) for kind in (Strong, Emphasis, Link) for start, end, _ in spans(children, kind)]
    starts = {start for start, _ in marked}
    return sorted(
        {
            at
            for span in marked
            for at in span
            if 0 < at < len(plain) and (_glued(plain, at) or _next(plain, at, at == span[1], starts))
        }
    )


def _glued(plain: str, at: int) -> bool:
    """Whether two words stand together that nobody writes so: « KersabiecDirectrice », « 15Lui »."""
    return plain[at].isupper() and (plain[at - 1].islower() or plain[at - 1].isdigit())


def _next(plain: str, at: int, ends: bool, starts: set[int]) -> bool:
    """Whether an element ends at ``at`` and another begins there, or behind a blank."""
    behind = at + len(plain[at:]) - len(plain[at:].lstrip())
    return ends and behind in starts and plain[at - 1] not in ":,-–"


class Hidden(NamedTuple):
    """A link to a mailbox whose words ``start:end`` do not say the address: « Lui écrire »; ``around`` is what stands
    before and behind it in the link.
    """

    start: int
    end: int
    address: Traced
    around: tuple[Traced, ...]


def hidden_mails(children: Inlines) -> Iterator[Hidden]:
    """The addresses that links do not say in their words."""
    for start, end, link in spans(children, Link):
        href = link.href if isinstance(link, Link) else ""
        if isinstance(href, Traced) and href.startswith(MAILTO) and "@" not in str(flatten(link.children)):
            last = href.index("?") if "?" in href else len(href)
            around = tuple(part for part in (href[: len(MAILTO)], href[last:]) if part)
            yield Hidden(start, end, href[len(MAILTO) : last], around)
