"""Where pictures stand on a page: what a figure shows, and upright ones beside each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from oimpress.writers.page.markup import Element, element
from oimpress.writers.page.pictures import Named, Picture

TALL = 1.1  # of its width, from which height on a picture is an upright one


class ShownPicture(NamedTuple):
    """The ``src`` that a picture has on a page, and its size in pixels."""

    src: str
    width: int
    height: int

    @property
    def is_tall(self) -> bool:
        return self.height > TALL * self.width


FindShown: TypeAlias = Callable[[str, str], ShownPicture | None]


def nothing_shown(release: str, href: str) -> None:
    """The choice of a page that shows no pictures: every figure is left with its caption."""


def shown_at(pictures: Mapping[Named, Picture], address: Callable[[Picture], str]) -> FindShown:
    """What finds a picture by its release and href, with the ``address`` that it has."""

    def find(release: str, href: str) -> ShownPicture | None:
        found = pictures.get((release, href))
        return ShownPicture(address(found), found.width, found.height) if found else None

    return find


def pair_tall_figures(page: Element) -> None:
    """Put two upright pictures that follow each other into one ``div.pair``."""
    for first in list(page.iter("figure")):
        second, parent = first.getnext(), first.getparent()
        if parent is None or parent.get("class") == "pair" or second is None:
            continue
        if first.get("class") == second.get("class") == "tall":
            pair = element("div", class_="pair")
            first.addprevious(pair)
            pair.extend((first, second))
