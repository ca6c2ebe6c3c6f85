"""A second reading of a page: the text that trafilatura takes for its article, the day that htmldate finds."""

from __future__ import annotations

import contextlib
import logging
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

KEY = re.compile(r"[\W_]+")
FIRST, LAST = datetime(1991, 8, 6), datetime(2100, 1, 1)  # from the first page of the web on; no clock is read
LEAST = 20  # letters and digits of a line that can be told from others


@dataclass(frozen=True)
class Advice:
    """The text that was taken; empty when none was found."""

    text: str

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
        return own in self.key if len(own) >= LEAST else own in self.lines


def key(text: str) -> str:
    """The letters and digits of ``text``, as they are compared."""
    return KEY.sub("", text.casefold())


def advice(html: str) -> Advice:
    """The text that trafilatura takes for the article; nothing when it finds none, or fails on a damaged page."""
    from trafilatura import extract

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    with contextlib.suppress(Exception):  # advice only: whatever it cannot do, the markup decides
        return Advice(extract(html, include_comments=False, favor_recall=True) or "")
    return Advice("")


def day(html: str) -> str:
    """The day of publication that htmldate reads off the page's addresses and small print; empty when it finds none."""
    from htmldate import find_date

    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    with contextlib.suppress(Exception):  # advice only
        return find_date(html, extensive_search=False, original_date=True, min_date=FIRST, max_date=LAST) or ""
    return ""
