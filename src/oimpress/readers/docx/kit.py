"""Our own Word documents of several releases, brought back: where each release begins, and what belongs to none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from oimpress.errors import ReadError
from oimpress.readers.docx.controls import contents, tag_of
from oimpress.readers.docx.release import FRONT, HEAD, LETTERHEAD
from oimpress.readers.shared.tree import Node

DATELINE = "press dateline"
TITLES = frozenset({"press title", "heading 1"})
HEADS = TITLES | HEAD.keys() | LETTERHEAD.keys()
MARKS = TITLES | {"press kicker", "press kicker below", DATELINE, *LETTERHEAD}  # no body of ours has them
StyleOf: TypeAlias = Callable[[Node], str]  # the name of a paragraph's style


class Kit(NamedTuple):
    """The elements of each release, in order, and what the publication set by itself: cover and contents."""

    releases: list[list[Node]]
    front: list[Node]


class Stretch(NamedTuple):
    """Elements next to each other that stand in one content control of a release, or in none."""

    controlled: bool
    nodes: list[Node]


def split(nodes: Sequence[Node], style: StyleOf, name: str) -> Kit:
    """The document called ``name`` in its releases: one at least.

    A release begins with its content control or, where a program lost that, with the head that a dateline closes. What
    stands behind it belongs to it; what stands before the first release, to the first. A release without content is
    none. Raises ReadError when there are several and it is not certain where each begins.
    """
    front: list[Node] = []
    stretches = list(_stretches(nodes, style, front))
    releases: list[list[Node]] = []
    before: list[Node] = []
    for begins, piece in (each for stretch in stretches for each in _pieces(stretch, style)):
        if begins and _filled(piece):
            releases.append(piece)
        else:
            (releases[-1] if releases else before).extend(piece)
    releases = releases or [[]]
    if any(_doubtful(stretch, style) for stretch in stretches) and _marked(stretches, releases, style) > 1:
        raise ReadError(
            "{name}: this document holds several releases, but where each begins is not certain; put its title and its "
            "dateline together again, in the styles they had, or save each release as a document of its own",
            name=name,
        )
    releases[0][:0] = before
    return Kit(releases, front)


def unwrapped(nodes: Iterable[Node]) -> Iterator[Node]:
    """The elements, those in content controls of others taken out: programs put one around a table of contents."""
    for node in nodes:
        if node.tag == "sdt" and not tag_of(node):
            yield from unwrapped(contents(node))
        else:
            yield node


def is_control(node: Node) -> bool:
    """Whether ``node`` is what we put around a release."""
    return node.tag == "sdt" and tag_of(node).partition(":")[0] == "release"


def _stretches(nodes: Sequence[Node], style: StyleOf, front: list[Node]) -> Iterator[Stretch]:
    """The document without its cover and contents, which are added to ``front``."""
    loose: list[Node] = []
    for node in nodes:
        if _is_front(node, style):
            front.append(node)
        elif is_control(node):
            yield Stretch(False, loose)
            yield Stretch(True, contents(node))
            loose = []
        else:
            loose.append(node)
    yield Stretch(False, loose)


def _is_front(node: Node, style: StyleOf) -> bool:
    """Whether ``node`` is of cover or contents, or an emptied control, which Word fills with words of its own."""
    if is_control(node):
        return (node.find("sdtPr") or Node("sdtPr")).find("showingPlcHdr") is not None
    return style(node) in FRONT or style(node).startswith("toc ")


def _pieces(stretch: Stretch, style: StyleOf) -> Iterator[tuple[bool, list[Node]]]:
    """The stretch cut before each head, and whether a release begins there; a control is the beginning of its first."""
    heads = [head[0] for head in _heads(stretch.nodes, style)]
    begins = {0, *heads[1:]} if stretch.controlled else set(heads)
    for start, end in pairwise(sorted({0, *begins, len(stretch.nodes)})):
        yield start in begins, stretch.nodes[start:end]


def _heads(nodes: Sequence[Node], style: StyleOf) -> Iterator[list[int]]:
    """The positions of each head: a title, what belongs to it, and the dateline right below."""
    head: list[int] = []
    for at, node in enumerate(nodes):
        name = style(node)
        if not node.words and name != DATELINE:
            continue
        if name == DATELINE and sum(style(nodes[each]) in TITLES for each in head) == 1:
            yield [*head, at]
        head = [*head, at] if name in HEADS else []


def _doubtful(stretch: Stretch, style: StyleOf) -> bool:
    """Whether something looks like the beginning of a release and may be none."""
    if stretch.controlled:
        return any(is_control(each) for node in stretch.nodes for each in node.walk())
    certain = {at for head in _heads(stretch.nodes, style) for at in head}
    return any(style(node) in MARKS and node.words and at not in certain for at, node in enumerate(stretch.nodes))


def _marked(stretches: Sequence[Stretch], releases: Sequence[object], style: StyleOf) -> int:
    """How many releases there may be."""
    nodes = [node for stretch in stretches if not stretch.controlled for node in stretch.nodes]
    dated = sum(style(node) == DATELINE for node in nodes)
    nested = sum(is_control(each) for stretch in stretches for node in stretch.nodes for each in node.walk())
    return max(len(releases) + nested, dated)


def _filled(nodes: Sequence[Node]) -> bool:
    return any(each.tag in ("drawing", "pict") or each.words for node in nodes for each in node.walk())
