"""Stretches of text that a style sheet treats apart: put into spans, with no character changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from oimpress.writers.page.markup import Element, element


class TextStretch(NamedTuple):
    """Where in a text the characters stand that belong together, and the class of their span."""

    start: int
    end: int
    kind: str


FindStretches: TypeAlias = Callable[[str], Iterable[TextStretch]]


class RunWords(NamedTuple):
    """A text of a page: what stands in ``parent`` behind its child ``before``, or before all of them."""

    parent: Element
    before: Element | None
    text: str

    def put(self, stretches: Iterable[TextStretch]) -> None:
        """Put each of the ``stretches``, which stand in order, into a span."""
        before, at = self.before, 0
        for start, end, kind in stretches:
            _write(self.parent, before, self.text[at:start])
            span = element("span", self.text[start:end], class_=kind)
            if before is None:
                self.parent.insert(0, span)
            else:
                before.addnext(span)  # behind the text that follows ``before``
            before, at = span, end
        if at:
            _write(self.parent, before, self.text[at:])


def texts(tree: Element) -> Iterator[RunWords]:
    """Every text of ``tree`` in order."""
    for part in list(tree.iter()):
        if part.text:
            yield RunWords(part, None, part.text)
        if part is not tree and part.tail and (parent := part.getparent()) is not None:
            yield RunWords(parent, part, part.tail)


def put_stretches(tree: Element, find: FindStretches) -> None:
    """Put what ``find`` finds in each text of ``tree`` into spans."""
    for words in texts(tree):
        words.put(find(words.text))


def _write(parent: Element, before: Element | None, text: str) -> None:
    if before is None:
        parent.text = text
    else:
        before.tail = text
