"""A second reading of a page: the text that trafilatura takes for its article, the day that htmldate finds."""

from __future__ import annotations

import contextlib
import logging
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from oimpress.patterns import lazy
from oimpress.readers.html.limits import LEAST_TOLD

KEY = lazy(r"[\W_]+")
FIRST, LAST = datetime(1991, 8, 6), datetime(2100, 1, 1)  # from the first page of the web on; no clock is read


@dataclass(frozen=True)
class Advice:
    """What trafilatura takes of the page in ``html``; it reads when it is asked first."""

    html: str
    generous: bool = True

    @cached_property
    def text(self) -> str:
        """The article; empty when it finds none, or fails on a damaged page."""
        from trafilatura import extract

        logging.getLogger("trafilatura").addHandler(logging.NullHandler())
        with contextlib.suppress(Exception):  # advice only: whatever it cannot do, the markup decides
            return extract(self.html, include_comments=False, favor_recall=self.generous) or ""
        return ""

    @cached_property
    def otherwise(self) -> Advice:
        """What it takes when it is asked not to be generous: other elements, on pages where it is content with few."""
        return Advice(self.html, generous=False)

    @cached_property
    def key(self) -> str:
        """Its letters and digits."""
        return key(self.text)

    @cached_property
    def lines(self) -> frozenset[str]:
        """The letters and digits of each line."""
        return frozenset(map(key, self.text.splitlines()))

    def holds(self, words: str) -> bool:
        """Whether ``words`` of a block were taken; a short one only as a line of its own."""
        own = key(words)
        return own in self.key if len(own) >= LEAST_TOLD else own in self.lines


def key(text: str) -> str:
    """The letters and digits of ``text``, as they are compared."""
    return KEY.sub("", text.casefold())


def day(html: str, changed: frozenset[str]) -> str:
    """The day of publication that htmldate reads off the page's addresses and small print; empty when it finds none.

    None of ``changed``, the days on which the page says that it was changed; nor the first of a month that stands
    nowhere on the page, as months alone become.
    """
    from htmldate import find_date

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    with contextlib.suppress(Exception):  # advice only
        found = find_date(html, extensive_search=False, original_date=True, min_date=FIRST, max_date=LAST) or ""
        return "" if found in changed or (found.endswith("-01") and not _stands_in(html, found)) else found
    return ""


def _stands_in(html: str, day: str) -> bool:
    year, month, first = day.split("-")
    ways = (f"{year}{mark}{month}{mark}{first}" for mark in ("-", "/", ".", ""))
    turned = (f"{first}{mark}{month}{mark}{year}" for mark in "-/.")
    return any(way in html for way in (*ways, *turned))
