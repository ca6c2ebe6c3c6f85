"""A page of HTML into which releases are put as elements: to parse their words, in Python, takes a twelfth of a layout.

What that parser would make of them is known for elements that hold what they may; with others the page is parsed whole.
Source of what ends, moves or closes an element: HTML Living Standard, 13.2.6.4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from oimpress.writers.page.markup import Element, to_html
from oimpress.writers.page.weasy import weasyprint


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


PLACE = "oimpress-grafted"  # an element that stands where they go
AROUND = _tags("body main section div")
ALONE = _tags("br img wbr hr col")
HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
WORDS = _tags(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr"
)
BLOCKS = HEADINGS | _tags(
    "address article aside blockquote div dl figcaption figure footer header hr main ol p section table ul"
)
ROWS = _tags("thead tbody tfoot")
WITHIN = {  # where what is no block may stand alone
    "li": _tags("ol ul"),
    **dict.fromkeys(("dt", "dd"), _tags("dl")),
    **dict.fromkeys((*ROWS, "caption", "colgroup"), _tags("table")),
    "col": _tags("colgroup"),
    "tr": ROWS,
    **dict.fromkeys(("td", "th"), _tags("tr")),
}
WORDLESS = ROWS | {"table", "colgroup", "tr"}
CLOSED_BY_ITS_LIKE = HEADINGS | {"p", "a"}
ADDRESSES = _tags("href src action name")
PLAIN = re.compile(r"[\w.!~*'()@/:=?;#%&,+-]*", re.ASCII)  # of an address: nothing that is written otherwise


@dataclass(frozen=True)
class GraftedPage:
    """Elements with the HTML before and behind them."""

    opening: str
    elements: tuple[Element, ...]
    closing: str

    @property
    def text(self) -> str:
        """The page in words."""
        return f"{self.opening}{to_html(*self.elements)}{self.closing}"


def parsed(page: str | GraftedPage, base: str, fetcher: Any) -> Any:
    """A page as WeasyPrint takes it."""
    if isinstance(page, GraftedPage):
        around = _around(page.opening, page.closing, base)
        if _has_place(around) and all(map(is_plain, page.elements)):
            return _grafted(around, page.elements, fetcher)
        page = page.text
    return weasyprint().HTML(string=page, base_url=base, url_fetcher=fetcher)


def _grafted(around: Any, elements: Iterable[Element], fetcher: Any) -> Any:
    page, root = copy(around), deepcopy(around.etree_element)
    above = next(each for each in root.iter() if each.find(PLACE) is not None)
    at = [each.tag for each in above].index(PLACE)
    above[at : at + 1] = map(_made, elements)
    page.url_fetcher = fetcher
    page.wrapper_element = type(around.wrapper_element).from_html_root(root, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page


@lru_cache(maxsize=2)
def _around(opening: str, closing: str, base: str) -> Any:
    """What stands around them, parsed."""
    return weasyprint().HTML(string=f"{opening}<{PLACE}></{PLACE}>{closing}", base_url=base)


def _has_place(page: Any) -> bool:
    """Whether there is one place for them, and all around it lets it be."""
    parents = {kid: each for each in page.etree_element.iter() for kid in each}
    places = [each for each in parents if each.tag == PLACE]
    if len(places) != 1 or places[0].tail:
        return False
    above = parents[places[0]]
    while above.tag in AROUND - {"body"}:
        above = parents[above]
    return bool(above.tag == "body")


def is_plain(one: Element) -> bool:
    """Whether an element is after its parsing what it was before it was written."""
    return one.tag in BLOCKS and all(map(_is_in_place, one.iter()))


def _is_in_place(one: Element) -> bool:
    above = one.getparent()
    tag, outer = one.tag, "" if above is None else above.tag
    if tag not in WORDS and tag not in BLOCKS and outer not in WITHIN.get(str(tag), ()):
        return False
    if tag in ALONE and (len(one) or one.text):
        return False
    if outer in WORDLESS and (tag not in WITHIN or (one.tail or "").strip()):
        return False
    if tag in WORDLESS and (one.text or "").strip():
        return False
    return all(map(_may_be_above(str(tag)), one.iterancestors())) and all(map(_is_written_so, one.items()))


def _may_be_above(tag: str) -> Callable[[Element], bool]:
    never = (
        {tag} & CLOSED_BY_ITS_LIKE | (HEADINGS if tag in HEADINGS else set()) | ({"p"} if tag not in WORDS else set())
    )
    return lambda above: above.tag not in never


def _is_written_so(attribute: Iterable[str]) -> bool:
    name, value = attribute
    return name.islower() and ":" not in name and (name not in ADDRESSES or bool(PLAIN.fullmatch(value)))


def _made(one: Element) -> ElementTree.Element:
    """The same element as Python's library has it, without the words behind it."""
    made = ElementTree.Element(str(one.tag), dict(one.items()))
    made.text = one.text
    for kid in one:
        made.append(own := _made(kid))
        own.tail = kid.tail
    return made
