"""Addresses in running text become links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from oimpress.knowledge.addresses import HINT, missing_scheme
from oimpress.model.grammar import Role
from oimpress.model.nodes import Code, Inlines, Link, Release
from oimpress.model.runs import flatten, inlines, parted, spans
from oimpress.model.traced import inserted
from oimpress.model.walk import Run, map_runs
from oimpress.notices import Result
from oimpress.passes.finish.limits import LONGEST_ADDRESS
from oimpress.patterns import lazy

if TYPE_CHECKING:
    from linkify_it import LinkifyIt
    from linkify_it.main import Match

LINKED = "A003"
SIGNS = "@/wW"  # an address holds one of them: to look for a character costs little
STRETCH = lazy(r"\S+")
PROSE: frozenset[Role] = frozenset({"prose", "byline"})


class FoundAddress(NamedTuple):
    """An address in a text, and where it leads."""

    start: int
    end: int
    url: str


def links(release: Release) -> Result[Release]:
    """Link every web and mail address of the text that is not linked yet. Rule A003.

    Bare domains stay text: ``nord.La`` is a missing space more often than an address.
    """
    return Result(map_runs(release, _linked, PROSE))


def _linked(run: Run) -> Inlines:
    children = run.children
    text = str(flatten(children))
    if not any(map(text.__contains__, SIGNS)) or not HINT.search(text):
        return children
    taken = sorted((start, end) for kind in (Link, Code) for start, end, _ in spans(children, kind))
    found = [address for address in _addresses(text) if _is_free(address, taken)]
    if not found:
        return children
    parts = parted(children, [at for address in found for at in (address.start, address.end)])
    linked = (Link(inserted(address.url, LINKED), words) for address, words in zip(found, parts[1::2], strict=True))
    between = iter(parts[::2])
    return inlines(
        *next(between), *(part for link, rest in zip(linked, between, strict=True) for part in (link, *rest))
    )


def _addresses(text: str) -> Iterator[FoundAddress]:
    """The addresses in ``text``, looked for between blanks, as none has one; what is too long for any is left alone."""
    for stretch in STRETCH.finditer(text):
        if len(stretch[0]) <= LONGEST_ADDRESS and HINT.search(stretch[0]):
            at = stretch.start()
            for match in filter(_is_named, _linkify().match(stretch[0]) or ()):
                yield FoundAddress(at + match.index, at + match.last_index, _url(match))


def _is_named(match: Match) -> bool:
    return bool(match.schema) or match.text.lower().startswith("www.")


def _url(match: Match) -> str:
    return str(match.url) if match.schema else missing_scheme(match.text) + str(match.text)


def _is_free(address: FoundAddress, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether none of the links ``taken`` (in order) has a character of the address."""
    after = bisect_left(taken, (address.start, 0))
    ends_before = not after or taken[after - 1][1] <= address.start
    return ends_before and (after == len(taken) or taken[after][0] >= address.end)


@cache
def _linkify() -> LinkifyIt:
    from linkify_it import LinkifyIt
    from linkify_it.tlds import TLDS

    return LinkifyIt().tlds(TLDS)  # its own short list lacks .int
