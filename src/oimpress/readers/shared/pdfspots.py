"""Spots of a PDF to which its own links lead, and the text that stands there. Source: ISO 32000-2, 12.3.2."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from oimpress.model.anchors import WITHIN, is_within
from oimpress.pdfium import pdfium


class PdfSpot(NamedTuple):
    """A page by its number from 0, and a point on it, in points from its left foot; above it all for the whole page."""

    page: int
    across: float = 0
    up: float = inf

    @property
    def href(self) -> str:
        """What a link to it says."""
        return f"{WITHIN}{self.page} {self.across:.1f} {self.up:.1f}"


class TextEdge(NamedTuple):
    """Where some text ends: its page, how far it reaches to the right, and how high its last line does."""

    page: int
    right: float
    up: float


def spot_of(document: Any, link: Any) -> PdfSpot | None:
    """Where ``link`` leads in its own document."""
    raw = pdfium().raw
    led = raw.FPDFLink_GetDest(document, link)
    page = raw.FPDFDest_GetDestPageIndex(document, led) if led else -1
    if page < 0:
        return None
    said = [ctypes.c_int() for _ in range(3)]
    at = [ctypes.c_float() for _ in range(3)]
    raw.FPDFDest_GetLocationInPage(led, *said, *at)
    (x, y, _), (has_x, has_y, _) = at, said
    return PdfSpot(page, x.value if has_x.value else 0, y.value if has_y.value else inf)


def standing(hrefs: Iterable[str], edges: Iterable[TextEdge]) -> Mapping[str, int]:
    """For each of ``hrefs`` that is a spot the number of the first text that stands at it or below, on its page."""
    wanted = {href: _spot(href) for href in hrefs if is_within(href)}
    if not wanted:
        return {}
    on_page: dict[int, list[tuple[int, TextEdge]]] = defaultdict(list)
    for number, edge in enumerate(edges):
        on_page[edge.page].append((number, edge))
    found = {href: _first_at(spot, on_page[spot.page]) for href, spot in wanted.items()}
    return {href: at for href, at in found.items() if at is not None}


def _spot(href: str) -> PdfSpot:
    page, across, up = href.removeprefix(WITHIN).split(" ")
    return PdfSpot(int(page), float(across), float(up))


def _first_at(spot: PdfSpot, edges: Sequence[tuple[int, TextEdge]]) -> int | None:
    at_or_below = (at for at, edge in edges if edge.up <= spot.up and edge.right >= spot.across)
    return next(at_or_below, None)
