"""Places of a release that its own links lead to: an anchor is the first word of such a place.

Formats know different words for it, and most cut a text into runs of their own; the first word is what all of them
can say, so that what we write comes back as it was.
"""

from __future__ import annotations

from collections import defaultdict
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
    wanted = {str(link.href)[1:] for link in found.links}
    names: dict[str, str] = {}
    called: dict[tuple[str, int], str] = {}
    for old, place in found.places.items():
        if old in wanted:
            names[old] = called[place] if place in called else called.setdefault(place, _renamed(old, name(old)))
    standing: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (path, start), new in called.items():
        standing[path].append((start, new))

    def change(run: Run) -> Inlines:
        children = inlines(*_bare(run.children, names)) if run.path in found.paths else run.children
        for start, new in sorted(standing.get(run.path, ()), reverse=True):
            children = inlines(*_anchored(children, start, new))
        return children

    lost = tuple(plain(link.children) for link in found.links if str(link.href)[1:] not in names)
    return Tied(map_runs(release, change), lost)


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
        for start, _, anchor in spans(run.children, Anchor):
            found.paths.add(run.path)
            word = WORD.search(str(flatten(run.children)), start)
            if isinstance(anchor, Anchor) and word and not run.path.startswith(HEAD):
                found.places.setdefault(anchor.id, (run.path, word.start()))
        for _, _, link in spans(run.children, Link):
            if isinstance(link, Link) and is_within(link.href):
                found.paths.add(run.path)
                found.links.append(link)
    return found


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


def _anchored(children: Inlines, start: int, name: str) -> Iterator[Inline]:
    """``children``, the word at ``start`` an anchor; around a link or a call, in which none can stand."""
    at = 0
    for child in children:
        begin, at = at, at + length((child,))
        if not begin <= start < at:
            yield child
        elif isinstance(child, Text):
            end = _word_end(str(child.value), start - begin)
            before, word, after = child.value[: start - begin], child.value[start - begin : end], child.value[end:]
            yield from (Text(before), Anchor(name, (Text(word),)), Text(after))
        elif isinstance(child, Link | Call | Anchor | Break):
            yield Anchor(name, (child,))
        else:
            yield replace(child, children=inlines(*_anchored(child.children, start - begin, name)))


def _word_end(text: str, start: int) -> int:
    word = WORD.match(text, start)
    return word.end() if word else len(text)


def _renamed(old: str, new: str) -> str:
    """``new``, which stands where ``old`` did for the same reason."""
    if not isinstance(old, Traced) or not old.pieces:
        return new
    return Traced(new, (old.pieces[0]._replace(length=len(new)),))
