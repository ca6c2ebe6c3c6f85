"""The only recursion over whole releases: every text and attribute with its path, and changes to them.

Paths are relative XPaths of the canonical XML, ``body/p[3]`` or ``head/dateline/place/@country``; an element that
can occur several times always has its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from operator import is_
from typing import Any, NamedTuple, TypeAlias, assert_never, cast, get_args

from oimpress.model.grammar import GRAMMAR, Part, Role
from oimpress.model.nodes import (
    Aside,
    Block,
    Blocks,
    Figure,
    Inlines,
    List,
    Note,
    Para,
    Preformatted,
    Quote,
    Release,
    Section,
    Table,
    Text,
)
from oimpress.model.runs import MARKED, flatten

#: What holds text for readers, attributes such as ``alt`` among them.
READ_PARTS: dict[type[Any], tuple[Part, ...]] = {
    kind: tuple(part for part in shape.parts if not part.is_attribute or part.role != "none")
    for kind, shape in GRAMMAR.items()
}
#: What a source or a rule can fill.
FILLED_PARTS: dict[type[Any], tuple[Part, ...]] = {
    kind: tuple(part for part in shape.parts if part.how not in ("flag", "count")) for kind, shape in GRAMMAR.items()
}
ELEMENTS: dict[type[Any], str] = {kind: shape.element for kind, shape in GRAMMAR.items()}
#: The nodes that are one run and nothing else, most of a release, with their elements and what they are for.
RUNS: dict[type[Any], tuple[str, Role]] = {
    kind: (shape.element, shape.parts[0].role)
    for kind, shape in GRAMMAR.items()
    if [part.field for part in shape.parts] == ["children"]
}


class Run(NamedTuple):
    """The text of one element (``p``), with its markup and the language it is in; some elements can hold no markup."""

    path: str
    element: str
    role: Role
    children: Inlines
    lang: str
    markup: bool = True


OnRun: TypeAlias = Callable[[Run], Inlines]
EVERY_ROLE: frozenset[Role] = frozenset(get_args(Role))
# The constructor of a named tuple is a function of Python; this is the one beneath.
_run = cast("Callable[[tuple[str, str, Role, Inlines, str, bool]], Run]", partial(tuple.__new__, Run))


class _Walk(NamedTuple):
    """What is done to runs, the language they are in, and the parts of each node in which such are found."""

    change: OnRun
    lang: str
    parts: Mapping[type[Any], tuple[Part, ...]]


def map_runs(release: Release, change: OnRun, roles: frozenset[Role] = EVERY_ROLE) -> Release:
    """The release with every run of such ``roles`` replaced by what ``change`` makes of it; what becomes empty stays.

    The alternative text of figures, ``body/figure[1]/@alt``, is changed too.
    """
    changed: Release = _map(release, "", _Walk(change, release.lang, _parts(roles)))
    return changed


@cache
def _parts(roles: frozenset[Role]) -> Mapping[type[Any], tuple[Part, ...]]:
    """The parts of each node that hold runs of these ``roles``, or nodes that can."""
    return {
        kind: tuple(part for part in parts if part.how in ("node", "nodes") or part.role in roles)
        for kind, parts in READ_PARTS.items()
    }


def runs(release: Release) -> Iterator[Run]:
    """Every run of the release in document order; attributes are left out."""
    seen: list[Run] = []

    def note(run: Run) -> Inlines:
        if not run.element.startswith("@"):
            seen.append(run)
        return run.children

    map_runs(release, note)
    yield from seen


def _map(node: Any, path: str, walk: _Walk) -> Any:
    """``node`` with its runs changed; the same object when none was."""
    kind = type(node)
    parts = walk.parts[kind]
    if kind in RUNS:
        children = walk.change(_run((path, *RUNS[kind], node.children, walk.lang, True))) if parts else node.children
        return node if children is node.children else kind(children)
    new: dict[str, Any] = {}
    counts: dict[str, int] = {}
    for part in parts:
        if old := getattr(node, part.field):
            value = _map_part(old, part, _under(path, part.inside), walk, counts)
            if value is not old:
                new[part.field] = value
    return replace(node, **new) if new else node


def _map_part(old: Any, part: Part, path: str, walk: _Walk, counts: dict[str, int]) -> Any:
    match part.how:
        case "nodes":
            mapped = tuple([_map(child, step, walk) for child, step in _numbered(old, path, counts)])
            return old if all(map(is_, mapped, old)) else mapped
        case "inlines":
            here = _under(path, part.name)
            return walk.change(_run((here, part.name or _last(here), part.role, old, walk.lang, True)))
        case "text":
            here = _under(path, part.name)
            return _changed_text(old, part, here, part.name or _last(here), walk)
        case "attribute":
            return _changed_text(old, part, _attribute_path(path, part.name), f"@{part.name}", walk)
        case "texts":
            here = _under(path, part.name)
            texts = tuple(_changed_text(text, part, f"{here}[{n}]", part.name, walk) for n, text in enumerate(old, 1))
            return old if all(map(is_, texts, old)) else texts
        case _:
            return _map(old, _under(path, part.name), walk)


def _changed_text(old: str, part: Part, path: str, element: str, walk: _Walk) -> str:
    children: Inlines = (Text(old),)
    changed = walk.change(_run((path, element, part.role, children, walk.lang, False)))
    return old if changed is children else flatten(changed)


def _numbered(children: tuple[Any, ...], path: str, counts: dict[str, int]) -> Iterator[tuple[Any, str]]:
    above = f"{path}/" if path else ""
    for child in children:
        step = above + ELEMENTS[type(child)]
        counts[step] = number = counts.get(step, 0) + 1
        yield child, f"{step}[{number}]"


def _last(path: str) -> str:
    """The element that ``path`` ends in: ``p`` for ``body/p[3]``."""
    return path.rpartition("/")[2].partition("[")[0]


def _under(path: str, name: str) -> str:
    return f"{path}/{name}" if path and name else path or name


def slots(release: Release) -> list[tuple[str, str]]:
    """``(path, text)`` of every run and every attribute of the release that a source or a rule can fill."""
    found: list[tuple[str, str]] = []
    _add_slots(release, "", found)
    return found


def _add_slots(node: Any, path: str, found: list[tuple[str, str]]) -> None:
    """Add those of ``node`` to ``found``: generators within generators would pass each text up level by level."""
    kind = type(node)
    if kind in RUNS:
        _add_run(node.children, path, found)
        return
    counts: dict[str, int] = {}
    for part in FILLED_PARTS[kind]:
        value = getattr(node, part.field)
        if not value:
            continue
        outer = _under(path, part.inside)
        match part.how:
            case "nodes":
                for child, step in _numbered(value, outer, counts):
                    _add_slots(child, step, found)
            case "inlines":
                _add_run(value, _under(outer, part.name), found)
            case "text":
                found.append((_under(outer, part.name), value))
            case "attribute":
                found.append((_attribute_path(outer, part.name), value))
            case "texts":
                here = _under(outer, part.name)
                found += [(f"{here}[{n}]", text) for n, text in enumerate(value, 1)]
            case _:
                _add_slots(value, _under(outer, part.name), found)


def _add_run(children: Inlines, path: str, found: list[tuple[str, str]]) -> None:
    """Add a run, and the attributes of the markup in it."""
    if children:
        found.append((path, flatten(children)))
        if len(children) > 1 or isinstance(children[0], MARKED):
            _add_attributes(children, path, found)


def _attribute_path(path: str, name: str) -> str:
    element, _, attribute = name.rpartition("/")
    return _under(_under(path, element), f"@{attribute}")


def _add_attributes(children: Inlines, path: str, found: list[tuple[str, str]]) -> None:
    """Add the attributes of the markup among ``children``."""
    marked = tuple(child for child in children if isinstance(child, MARKED))
    for child, step in _numbered(marked, path, {}):
        for part in GRAMMAR[type(child)].parts:
            if part.how == "attribute":
                found.append((f"{step}/@{part.name}", getattr(child, part.field)))
        _add_attributes(child.children, step, found)


def every_block(blocks: Blocks) -> Iterator[Block]:
    """``blocks`` and all blocks in them, in document order."""
    for block in blocks:
        yield block
        match block:
            case Section() | Quote() | Aside():
                yield from every_block(block.blocks)
            case List(items):
                yield from (inner for item in items for inner in every_block(item.blocks))
            case Para() | Table() | Figure() | Note() | Preformatted():
                pass
            case _:
                assert_never(block)
