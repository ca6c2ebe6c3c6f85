"""Tags of HTML that somebody keyed in a text, or that a program left there: emphasis, links, line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from oimpress.knowledge.addresses import may_lead
from oimpress.model.draft import Line
from oimpress.model.nodes import Break, Emphasis, Inline, Inlines, Link, Strong, Superscript
from oimpress.model.runs import cut, inlines, length
from oimpress.notices import Dropped, Notice, notice
from oimpress.patterns import lazy
from oimpress.readers.shared.inlines import attribute_text

KEYED, LEFT = "L013", "L104"
MARKS: dict[str, type[Strong | Emphasis | Superscript]] = {
    "b": Strong, "strong": Strong, "i": Emphasis, "em": Emphasis, "sup": Superscript,
}  # fmt: skip
TAG = lazy(r"<(?P<close>/?)(?P<name>b|strong|i|em|u|span|font|sup|a|br)(?P<said>\s[^<>]*)?/?>", re.IGNORECASE)
OF_HTML = lazy(r"<[/!A-Za-z]")
HREF = lazy(r"\shref\s*=\s*[\"']?(?P<href>[^\s\"']+)", re.IGNORECASE)


class KeyedTag(NamedTuple):
    """A tag at ``start:end`` of its line."""

    start: int
    end: int
    name: str
    closes: bool
    href: str


class TaggedLines(NamedTuple):
    """Lines whose tags were read, the tags, and a notice for each line in which they were left."""

    lines: tuple[Line, ...]
    dropped: tuple[Dropped, ...] = ()
    notices: tuple[Notice, ...] = ()


TagsByLine: TypeAlias = list[list[KeyedTag]]


def with_tags_read(lines: Sequence[Line]) -> TaggedLines:
    """The lines, the tags in them read, paragraph by paragraph. Rule L013.

    That they are HTML is certain where all are whole, of elements that stand in a line, and close in the paragraph in
    which they open; else they stay, with notice L104.
    """
    if not any("<" in line.plain for line in lines):
        return TaggedLines(tuple(lines))
    read = [_read(paragraph) for paragraph in _paragraphs(lines)]
    return TaggedLines(
        tuple(line for one in read for line in one.lines),
        tuple(gone for one in read for gone in one.dropped),
        tuple(told for one in read for told in one.notices),
    )


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank lines."""
    begins = [at for at, line in enumerate(lines) if line.gap or not at]
    return (list(lines[start:end]) for start, end in pairwise((*begins, len(lines))))


def _read(lines: Sequence[Line]) -> TaggedLines:
    tags = [list(_tags(line)) for line in lines]
    if not any(tags) or not _is_certain(lines, tags):
        return TaggedLines(tuple(lines), (), tuple(_left(lines, tags)))
    made: list[Line] = []
    dropped: list[Dropped] = []
    opened: list[KeyedTag] = []
    for line, found in zip(lines, tags, strict=True):
        reader = _LineReader(line, [*(tag._replace(start=0, end=0) for tag in opened), *found])
        made.append(replace(line, children=inlines(*reader.inside())))
        dropped += [Dropped(line.text[tag.start : tag.end], KEYED) for tag in found]
        for tag in found:
            _follow(opened, tag)
    return TaggedLines(tuple(made), tuple(dropped))


def _tags(line: Line) -> Iterator[KeyedTag]:
    for tag in TAG.finditer(line.plain) if "<" in line.plain else ():
        said = HREF.search(tag["said"] or "")
        if _is_keyed(line, tag.start()):
            yield KeyedTag(*tag.span(), tag["name"].lower(), bool(tag["close"]), said["href"] if said else "")


def _is_keyed(line: Line, at: int) -> bool:
    """Whether the source has the sign itself there, not its entity."""
    sign = line.text[at : at + 1]
    return sign.end - sign.start == 1


def _is_certain(lines: Sequence[Line], tags: TagsByLine) -> bool:
    opened: list[KeyedTag] = []
    for line, found in zip(lines, tags, strict=True):
        if len(found) != sum(1 for _ in OF_HTML.finditer(line.plain)):
            return False
        if not all(_follow(opened, tag) for tag in found):
            return False
    return not opened


def _follow(opened: list[KeyedTag], tag: KeyedTag) -> bool:
    """Whether a tag closes the last that is ``opened``, or opens an element with none of its name around it."""
    if tag.name == "br":
        return not tag.closes
    if not tag.closes:
        within_itself = any(tag.name == other.name for other in opened)
        opened.append(tag)
        return not within_itself and (tag.name != "a" or bool(tag.href))
    return bool(opened) and opened.pop().name == tag.name


def _left(lines: Sequence[Line], tags: TagsByLine) -> Iterator[Notice]:
    """A notice for each line with tags that mark words, and are not read."""
    for line, found in zip(lines, tags, strict=True):
        if any(tag.name in MARKS or tag.closes for tag in found):
            yield notice(LEFT, line.where, line.plain[found[0].start :])


class _LineReader:
    """Reads the ``tags`` of a line, which begins with those that are open from the lines above it."""

    def __init__(self, line: Line, tags: Sequence[KeyedTag]) -> None:
        self._line, self._waiting, self._at = line, list(tags), 0

    def inside(self) -> Iterator[Inline]:
        """What stands before the tag that closes the element, or up to the end of the line."""
        while self._waiting:
            tag = self._waiting.pop(0)
            yield from cut(self._line.children, self._at, tag.start)
            self._at = max(tag.end, self._at)
            if tag.closes:
                return
            yield from self._element(tag)
        yield from cut(self._line.children, self._at, length(self._line.children))
        self._at = length(self._line.children)

    def _element(self, tag: KeyedTag) -> Inlines:
        if tag.name == "br":
            return (Break(),)
        inner = inlines(*self.inside())
        if tag.name == "a":
            at = max(self._line.text.start, 0)
            return (Link(attribute_text(tag.href, at), inner),) if may_lead(tag.href) else inner
        mark = MARKS.get(tag.name)
        return (mark(inner),) if mark else inner
