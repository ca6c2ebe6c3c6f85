"""Addresses in running text become links."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from oimpress.model.nodes import Inlines, Link, Release
from oimpress.model.runs import flatten, spans, wrap
from oimpress.model.traced import made
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Result

if TYPE_CHECKING:
    from linkify_it import LinkifyIt

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
    for match in reversed(_linkify().match(text) or []):
        start, end = match.index, match.last_index
        named = match.schema or match.text.lower().startswith("www.")
        if named and not any(a < end and start < b for a, b in taken):
            children = wrap(children, start, end, [Link(made(match.url, LINKED), ())])
    return children


@cache
def _linkify() -> LinkifyIt:
    from linkify_it import LinkifyIt
    from linkify_it.tlds import TLDS

    return LinkifyIt().tlds(TLDS)  # its own short list lacks .int
