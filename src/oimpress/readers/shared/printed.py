"""Addresses that programs print behind the words of a link: « presse@ville.fr<mailto:presse@ville.fr> ».

As Outlook writes text: the address in « < > » right behind the words; as mailing programs do: behind the words of a
button, alone on their line, in « [ ] » or « ( ) ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.knowledge.addresses import may_lead
from oimpress.model.draft import Line
from oimpress.model.nodes import Link
from oimpress.model.runs import cut, inlines, length
from oimpress.notices import Dropped
from oimpress.patterns import lazy
from oimpress.readers.shared.inlines import attribute_text

PRINTED = "L014"
ADDRESS = r"(?:https?://|mailto:|tel:)[^\s<>\[\]]+"
BEHIND = lazy(rf"(?<!\S)[(«\"“]*(?P<words>[^\s<>«\"“(][^\s<>]*)<(?P<to>{ADDRESS})>")
BUTTON = lazy(
    rf"\s*(?P<words>[^\s\[\]<>()](?:[^\[\]<>()]*[^\s\[\]<>()])?) ?(?:\[(?P<to>{ADDRESS})\]|<(?P<at>{ADDRESS})>)\s*"
)
SCHEME = lazy(r"^(?:https?://|mailto:|tel:)?(?:www\.)?", re.IGNORECASE)
SAME = lazy(r"[^\w@]+")


def with_addresses(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines with such words as links; their addresses are left out where they stood. Rule L014."""
    dropped: list[Dropped] = []
    return tuple(_linked(line, dropped) for line in lines), tuple(dropped)


def _linked(line: Line, dropped: list[Dropped]) -> Line:
    if ":" not in line.plain or not ("<" in line.plain or "[" in line.plain):
        return line
    found = [each for each in _found(line.plain) if may_lead(each[2])]
    if not found:
        return line
    parts: list[object] = []
    at = 0
    for start, end, to, behind in found:
        link = Link(attribute_text(to, max(line.text.start, 0)), cut(line.children, start, end))
        parts += [*cut(line.children, at, start), link]
        dropped.append(Dropped(line.text[end:behind], PRINTED))
        at = behind
    return replace(line, children=inlines(*parts, *cut(line.children, at, length(line.children))))  # type: ignore[arg-type]


def _found(text: str) -> Iterator[tuple[int, int, str, int]]:
    """Where the words of each link begin and end, the address, and where that ends."""
    if button := BUTTON.fullmatch(text):
        yield *button.span("words"), button["to"] or button["at"], button.end()
        return
    for one in BEHIND.finditer(text):
        if _is_same(one["words"], one["to"]):
            yield *one.span("words"), one["to"], one.end()


def _is_same(words: str, to: str) -> bool:
    """Whether words say their address, but for its scheme, and for the country of a number."""
    said, meant = SAME.sub("", SCHEME.sub("", words.casefold())), SAME.sub("", SCHEME.sub("", to.casefold()))
    return bool(said) and (said == meant or (said.isdigit() and meant.endswith(said.removeprefix("0"))))
