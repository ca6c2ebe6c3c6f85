"""Addresses in running text become links."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from oimpress.model.nodes import Inlines, Link, Release
from oimpress.model.runs import flatten, inlines, parted, spans
from oimpress.model.traced import made
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Result

if TYPE_CHECKING:
    from linkify_it import LinkifyIt
    from linkify_it.main import Match

LINKED = "A003"
SIGNS = "@/wW"  # an address holds one of them: to look for a character costs little
ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
PROSE = frozenset({"p", "caption", "cell", "note", "credit", "attribution"})


def links(release: Release) -> Result[Release]:
    """Link every web and mail address of the text that is not linked yet. Rule A003.

    Bare domains stay text: ``nord.La`` is a missing space more often than an address.
    """
    return Result(map_runs(release, _linked))


def _linked(run: Run) -> Inlines:
    if run.element not in PROSE:
        return run.children
    children = run.children
    text = str(flatten(children))
    if not any(map(text.__contains__, SIGNS)) or not ADDRESS.search(text):
        return children
    taken = [(start, end) for start, end, _ in spans(children, Link)]
    found = [match for match in _linkify().match(text) or [] if _is_named(match) and _is_free(match, taken)]
    if not found:
        return children
    parts = parted(children, [at for match in found for at in (match.index, match.last_index)])
    linked = (Link(made(match.url, LINKED), words) for match, words in zip(found, parts[1::2], strict=True))
    between = iter(parts[::2])
    return inlines(
        *next(between), *(part for link, rest in zip(linked, between, strict=True) for part in (link, *rest))
    )


def _is_named(match: Match) -> bool:
    return bool(match.schema) or match.text.lower().startswith("www.")


def _is_free(match: Match, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether none of the links ``taken`` (in order) has a character of the match."""
    after = bisect_left(taken, (match.index, 0))
    ends_before = not after or taken[after - 1][1] <= match.index
    return ends_before and (after == len(taken) or taken[after][0] >= match.last_index)


@cache
def _linkify() -> LinkifyIt:
    from linkify_it import LinkifyIt
    from linkify_it.tlds import TLDS

    return LinkifyIt().tlds(TLDS)  # its own short list lacks .int
