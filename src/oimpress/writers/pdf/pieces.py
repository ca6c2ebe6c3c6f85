"""A page of HTML with long lists – contents, contacts, sources – cut where printed pages end.

The entry before a piece and the one behind it stand in it too, so tall that they end pages, which are left out: all
around – margins and borders, first and last children – is then as it is amidst the whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from oimpress.writers.pdf.frames import leave_out, number, text_of

LIST, ENTRY = "data-entries", "data-entry"  # attributes: of a list of entries, the number of one in the page
WIDOWS = 9  # lines that a style may want behind the end of a page
REPEATED = ("thead", "colgroup")  # of a table on every page


class PrintedPiece(NamedTuple):
    """Some entries of a page: from ``first`` up to but not with ``end``; ``before`` and ``behind`` say whether others
    stand there. ``anchors`` are the places its links lead to.
    """

    text: str
    first: int
    end: int
    before: bool
    behind: bool
    anchors: tuple[str, ...]


class LongPage:
    """A page whose entries are taken out, so that a piece costs no more than it holds."""

    def __init__(self, page: HtmlElement) -> None:
        lists = [each for each in page.iter("tbody", "div", "section") if len(each) and all(map(_is_entry, each))]
        self._entries = [(at, entry) for at, each in enumerate(lists) for entry in each]
        for each in lists:
            each.set(LIST, "")
            for entry in list(each):
                each.remove(entry)
        self._page = page

    def __len__(self) -> int:
        return len(self._entries)

    def may_begin(self, entry: int) -> bool:
        """Whether a piece may begin with this entry: another one of its list stands before it."""
        return self._entries[entry][0] == self._entries[entry - 1][0]

    def ends(self, piece: PrintedPiece) -> tuple[int, ...]:
        """The entries of a piece with which the next may begin."""
        return tuple(filter(self.may_begin, range(piece.first + 1, piece.end))) if piece.behind else ()

    def piece(self, first: int, end: int, numbers: Mapping[str, int]) -> PrintedPiece:
        """The page from one entry to another: with all that precedes the first, and all that follows the last.

        ``numbers`` are those of the pages that its links lead to.
        """
        page = deepcopy(self._page)
        lists = [each for each in page.iter() if each.get(LIST) is not None]
        before, behind = first > 0, end < len(self)
        some = range(first - before, end + behind)
        made = [deepcopy(self._entries[each][1]) for each in some]
        for at, entry in zip(some, made, strict=True):
            entry.set(ENTRY, str(at))
            lists[self._entries[at][0]].append(entry)
        if before:
            leave_out(made[0], preceding=True, but=REPEATED)
            _set_apart(made[0])
        if behind:
            leave_out(made[-1], preceding=False)
            lists[self._entries[end][0]].extend(deepcopy(made[-1]) for _ in range(WIDOWS))
            _set_apart(made[-1])
        number(page, numbers)
        targets = (link.get("href", "") for link in page.iter("a"))
        anchors = tuple(dict.fromkeys(each[1:] for each in targets if each.startswith("#")))
        return PrintedPiece(text_of(page), first, end, before, behind, anchors)


class NoWholePage(Exception):
    """No entry of a piece begins a page with which the next piece may begin."""


class PieceCut:
    """Cuts pages to those of a ``piece``, which may end before one of ``ends``; where it did, ``end`` says."""

    def __init__(self, piece: PrintedPiece, ends: Collection[int]) -> None:
        self.piece, self.end = piece, piece.end
        self._ends = ends

    def kept(self, pages: Sequence[Any]) -> list[Any]:
        """Those of the piece. Raises NoWholePage."""
        own = own_pages(pages, self.piece)
        if not self._ends:
            return own
        at, self.end = next((each for each in reversed(page_starts(own)) if each[1] in self._ends), (0, 0))
        if not at:
            raise NoWholePage
        return own[:at]


def own_pages(pages: Sequence[Any], piece: PrintedPiece) -> list[Any]:
    """The pages of a layout of ``piece`` but for those of its neighbours."""
    held = [_entries_on(page) for page in pages]
    first = next(at for at, found in enumerate(held) if piece.first in found) if piece.before else 0
    end = next(at for at, found in enumerate(held) if piece.end in found) if piece.behind else len(pages)
    return list(pages[first:end])


def page_starts(pages: Sequence[Any]) -> list[tuple[int, int]]:
    """The entries that pages begin with, none of which began on the page before: (number of the page, the entry's)."""
    held = [_entries_on(page) for page in pages]
    pairs = enumerate(pairwise(held), 1)
    return [(at, found[0]) for at, (before, found) in pairs if before and found and found[0] == before[-1] + 1]


def _entries_on(page: Any) -> list[int]:
    """The numbers of the entries that show on a page, in their order."""
    sources = (box.element for box in page._page_box.descendants() if box.element is not None)
    return list(dict.fromkeys(int(number) for each in sources if (number := each.get(ENTRY)) is not None))


def _is_entry(one: HtmlElement) -> bool:
    return one.tag == "tr" or "contact" in one.get("class", "").split()


def _set_apart(entry: HtmlElement) -> None:
    """Let nothing else have room on the page of an entry."""
    entry.set("style", "height: 1000cm; width: 100%")
