"""What a web page is called beside its text, with the name of its site."""

from __future__ import annotations

from oimpress.passes.head.sight import is_bare, is_house, is_section
from oimpress.passes.head.words import plainly
from oimpress.patterns import lazy

SITE = lazy(r"\s+[-–—|·:]\s+")  # what parts the title of a page from the name of its site
BAR = lazy(r"\s+[-–—|·]\s+")


def own_title(title: str) -> str:
    """A page's title without the name of its site; before or behind a colon only one that is known as such."""
    longest = max(BAR.split(title), key=len)
    parts = [part for part in SITE.split(longest) if not names_site(part)]
    return longest if len(parts) != 1 else parts[0]


def names_site(words: str) -> bool:
    return any(says(plainly(words)) for says in (is_house, is_section, is_bare))
