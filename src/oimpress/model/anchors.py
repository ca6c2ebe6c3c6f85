"""Places of a release that its own links lead to: an anchor is the first word of such a place.

Formats know different words for it, and most cut a text into runs of their own; the first word is what all of them
can say, so that what we write comes back as it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from oimpress.model.grammar import GRAMMAR
from oimpress.model.nodes import Anchor, Break, Call, Inline, Inlines, Link, Release, Text
from oimpress.model.runs import MARKED, flatten, inlines, length, plain, spans
from oimpress.model.traced import Traced
from oimpress.model.walk import Run, map_runs, runs
from oimpress.patterns import lazy

WITHIN = "#"
NOWHERE = "nowhere"  # where a link leads whose place is not in the source; no anchor has this name
CLOSED = (Link, Call)
WORD = lazy(r"\S+")
HOLDING: Mapping[type[Any], tuple[str, ...]] = {
    kind: tuple(part.field for part in shape.parts if part.how in ("inlines", "nodes"))
    for kind, shape in GRAMMAR.items()
}
HEAD = "head/"  # whoever is at the top needs no link to it


class Tied(NamedTuple):
    """A release whose links within it all have their places, and the words of those ``lost``, which are no links."""

    release: Release
    lost: tuple[str, ...] = ()


class _Ends(NamedTuple):
    """Where the anchors of a release stand (path and offset of a word), and its links to such; the runs with either."""

    places: dict[str, tuple[str, int]]
    links: list[Link]
    paths: set[str]


def is_within(href: str) -> bool:
    """Whether a link to ``href`` leads to a place of its own release."""
    return href.startswith(WITHIN)


def tied(release: Release, name: Callable[[str], str] = str) -> Tied:
    """``release`` with each anchor that a link leads to, the first of its name, called what ``name`` makes of that.

    A link to what is not there, or to the head, is only its words; so is an anchor that no link leads to.
    """
    if not _has_ends(release):
        return Tied(release)
    found = _ends(release)
    names = _named(found, name)
    standing: dict[str, dict[int, str]] = defaultdict(dict)
    for old, (path, start) in found.places.items():
        if old in names:
            standing[path][start] = names[old]

    def change(run: Run) -> Inlines:
        if run.path not in found.paths:
            return run.children
        bare = inlines(*_bare(run.children, names))
        return inlines(*_anchored(bare, deque(sorted(standing[run.path].items())), 0))

    lost = tuple(plain(link.children) for link in found.links if str(link.href)[1:] not in names)
    return Tied(map_runs(release, change), lost)


def _named(found: _Ends, name: Callable[[str], str]) -> dict[str, str]:
    """The new names of the anchors that links lead to, by the old ones; several at one place are one."""
    wanted = {str(link.href)[1:] for link in found.links}
    called: dict[tuple[str, int], str] = {}
    for old, place in found.places.items():
        if old in wanted and place not in called:
            called[place] = _renamed(old, name(old))
    return {old: called[place] for old, place in found.places.items() if old in wanted}


def _has_ends(node: Any) -> bool:
    """Whether an anchor or a link within the release stands in ``node``; in most nothing does, and all are asked."""
    for field in HOLDING[type(node)]:
        for child in getattr(node, field):
            kind = type(child)
            if kind is Text:
                continue
            if kind is Anchor or (kind is Link and is_within(child.href)) or _has_ends(child):
                return True
    return False


def _ends(release: Release) -> _Ends:
    found = _Ends({}, [], set())
    for run in runs(release):
        if len(run.children) == 1 and not isinstance(run.children[0], MARKED):
            continue
        for anchor, start in _places(run.children):
            found.paths.add(run.path)
            if start >= 0 and not run.path.startswith(HEAD):
                found.places.setdefault(anchor, (run.path, start))
        for _, _, link in spans(run.children, Link):
            if isinstance(link, Link) and is_within(link.href):
                found.paths.add(run.path)
                found.links.append(link)
    return found


def _places(children: Inlines) -> Iterator[tuple[str, int]]:
    """Each anchor among ``children`` with the offset of its word, -1 for none; of one in a link or a call, of that."""
    text, held = str(flatten(children)), list(_closed(children))
    for start, _, anchor in spans(children, Anchor):
        around = bisect_right(held, (start, len(text))) - 1
        begin = held[around][0] if around >= 0 and start < held[around][1] else start
        word = WORD.search(text, begin)
        if isinstance(anchor, Anchor):
            yield anchor.id, word.start() if word else -1


def _closed(children: Inlines) -> Iterator[tuple[int, int]]:
    """The stretches in which no anchor can stand, in their order: links and calls that stand in none of them."""
    reached = 0
    for start, end in sorted((start, end) for kind in CLOSED for start, end, _ in spans(children, kind)):
        if end > reached:
            yield start, end
            reached = end


def _bare(children: Inlines, names: Mapping[str, str]) -> Iterator[Inline]:
    """``children`` without anchors, and with the links whose places have ``names``."""
    for child in children:
        match child:
            case Text() | Break():
                yield child
            case Link(href, inner) if is_within(href):
                words = _bare(inner, names)
                to = names.get(str(href)[1:])
                yield from words if to is None else (Link(_renamed(href, WITHIN + to), inlines(*words)),)
            case Anchor(_, inner):
                yield from _bare(inner, names)
            case _:
                yield replace(child, children=inlines(*_bare(child.children, names)))


def _anchored(children: Inlines, waiting: deque[tuple[int, str]], at: int) -> Iterator[Inline]:
    """``children``, which begin at ``at``; the words at the offsets ``waiting`` are anchors, and are taken off."""
    for child in children:
        begin, at = at, at + length((child,))
        if not waiting or waiting[0][0] >= at:
            yield child
        elif isinstance(child, Text):
            yield from _cut(child.value, waiting, begin)
        elif isinstance(child, MARKED) and not isinstance(child, CLOSED):
            yield replace(child, children=inlines(*_anchored(child.children, waiting, begin)))
        else:
            yield Anchor(waiting.popleft()[1], (child,))


def _cut(value: str, waiting: deque[tuple[int, str]], at: int) -> Iterator[Inline]:
    done, end = 0, at + len(value)
    while waiting and waiting[0][0] < end:
        start, name = waiting.popleft()
        word = WORD.match(value, start - at, waiting[0][0] - at if waiting else len(value))
        yield Text(value[done : start - at])
        done = word.end() if word else start - at
        if word:
            yield Anchor(name, (Text(value[start - at : done]),))
    yield Text(value[done:])


def _renamed(old: str, new: str) -> str:
    """``new``, which stands where ``old`` did for the same reason."""
    if not isinstance(old, Traced) or not old.pieces:
        return new
    return Traced(new, (old.pieces[0]._replace(length=len(new)),))
