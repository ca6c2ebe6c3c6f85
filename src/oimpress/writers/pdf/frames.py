"""The printed page cut where its releases stand: what comes before them, what is around each, what comes after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml.html import HtmlElement, document_fromstring, tostring

from oimpress.writers import NotInSteps

MARK = "oimpress-releases"
MARKED = f"<{MARK}></{MARK}>"  # stands in a page for its releases
LOOKS = ("style", "link")  # what of a page's head is not about the whole


class Frames(NamedTuple):
    """Whole pages of HTML: ``before`` and ``after`` the releases, what opens and closes around one of them, and the
    ``frame`` without any content. ``after`` is None where nothing comes.
    """

    before: HtmlElement
    opening: str
    closing: str
    after: HtmlElement | None
    frame: str


def frames(page: str) -> Frames:
    """The page cut at its mark. Raises NotInSteps for one without."""
    tree = document_fromstring(page)
    if len(list(tree.iter(MARK))) != 1:
        raise NotInSteps("the releases do not stand in the page once")
    opening, closing = text_of(_around(deepcopy(tree))).split(MARKED)
    before, after = (_cut(deepcopy(tree), following=following) for following in (True, False))
    _body(tree).clear()
    return Frames(before, opening, closing, after if len(_body(after)) else None, text_of(tree))


def number(page: HtmlElement, numbers: Mapping[str, int]) -> None:
    """Let each link of the page to a release say the number of that release's page."""
    for link in page.iter("a"):
        if found := numbers.get(link.get("href", "").removeprefix("#")):
            link.set("data-page", str(found))


def _body(tree: HtmlElement) -> HtmlElement:
    return next(tree.iter("body"))  # which the parser adds where there is none


def _chain(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The mark and what it stands in, below the body."""
    mark = next(tree.iter(MARK))
    yield from (each for each in (mark, *mark.iterancestors()) if each.tag not in ("html", "body"))


def _around(tree: HtmlElement) -> HtmlElement:
    """The tree with nothing but the mark and what it stands in, and the looks that its head holds."""
    chain = [*_chain(tree), _body(tree)]
    for each in chain:
        _remove(kid for kid in each if kid not in chain)
        each.text = each.tail = None
    _remove(each for each in tree.iterfind("head/*") if each.tag not in LOOKS)
    return tree


def _cut(tree: HtmlElement, *, following: bool) -> HtmlElement:
    """The tree without what follows its mark, or what precedes it."""
    chain = list(_chain(tree))
    leave_out(chain[0], preceding=not following)
    for each in chain:
        if not len(each) and (each.tag == MARK or not (each.text or "").strip()):
            each.drop_tree()
    return tree


def leave_out(mark: HtmlElement, *, preceding: bool, but: Collection[str] = ()) -> None:
    """Take out of a page all that precedes an element of it, or all that follows; nothing called as ``but``."""
    for each in (mark, *mark.iterancestors()):
        if each.tag in ("html", "body"):
            break
        _remove(one for one in each.itersiblings(preceding=preceding) if one.tag not in but)
        if not preceding:
            each.tail = None
        elif each is not mark:
            each.text = None


def _remove(elements: Iterable[HtmlElement]) -> None:
    """Take elements out of their places, with the text behind them."""
    for each in list(elements):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


def text_of(tree: HtmlElement) -> str:
    """A page in words."""
    return tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>")
