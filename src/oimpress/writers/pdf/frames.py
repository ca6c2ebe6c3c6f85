"""The printed page cut where its releases stand: what comes before them, what is around each, what comes after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    opening, closing = _text(_around(deepcopy(tree))).split(MARKED)
    before, after = (_cut(deepcopy(tree), following=following) for following in (True, False))
    _body(tree).clear()
    return Frames(before, opening, closing, after if len(_body(after)) else None, _text(tree))


def numbered(page: HtmlElement, numbers: Mapping[str, int]) -> str:
    """The page, each link in it to a release with the number of that release's page."""
    for link in page.iter("a"):
        if number := numbers.get(link.get("href", "").removeprefix("#")):
            link.set("data-page", str(number))
    return _text(page)


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
    for each in chain:
        _remove(each.itersiblings(preceding=not following))
        if following:
            each.tail = None
        else:
            each.text = None
    for each in chain:
        if not len(each) and (each.tag == MARK or not (each.text or "").strip()):
            each.drop_tree()
    return tree


def _remove(elements: Iterable[HtmlElement]) -> None:
    """Take elements out of their places, with the text behind them."""
    for each in list(elements):
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)


def _text(tree: HtmlElement) -> str:
    return tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>")
