"""Addresses of mailboxes and of the web in a text: what one looks like, and where it leads."""

from __future__ import annotations

import re

from oimpress.patterns import lazy

MAILTO = "mailto:"
SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})  # that a link of a release may have
ON_THE_WEB = ("https://", "http://")
BEGUN = ("www.", *ON_THE_WEB)
MAIL = lazy(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
# A sign written out against robots, and an address that has it: « presse [at] oim [point] int ».
SPELT_SIGN = lazy(r" ?[\[(](?:(?P<at>at|arobase|a)|dot|point)[\])] ?", re.IGNORECASE)
SPELT_MAIL = lazy(
    r"(?<![\w.+%'-])[\w.+%'-]+ ?[\[(](?:at|arobase|a)[\])] ?[\w-]+(?:(?:\.| ?[\[(](?:dot|point)[\])] ?)[\w-]+)+"
)
# The marks of the sentence at its end are not its own; another address can follow behind a comma.
WEB = lazy(
    r"(?:https?://|(?<![\w@.])www\.(?=[\w-]+\.))(?:[^\s<>\"«»,;]|[,;](?!https?://|www\.))+(?<![.,;:!?)])", re.IGNORECASE
)
# An address that a line's end cut, and what of one stands in the next line: not « et/ou », no address of its own.
CUT_AT = ("/", "_", "=", "&", "?", "-")
CUT = lazy(rf"(?:https?://|www\.)[^\s<>\"«»]*[{''.join(CUT_AT)}]\s*$", re.IGNORECASE)
GOES_ON = lazy(
    r"\s*(?!https?:|www\.)(?=\S*(?:/\S*/|[=?#]\w|%[0-9a-f]{2}|\.(?:html?|php|aspx?|jsp|pdf|docx?|jpe?g|png)(?!\w)))",
    re.IGNORECASE,
)
HINT = lazy(r"@|://|www\.", re.IGNORECASE)  # what every address has


def has_mail(text: str) -> bool:
    """Whether ``text`` holds the address of a mailbox, as it is written or spelled out."""
    if "@" in text and MAIL.search(text):
        return True
    return ("[" in text or "(" in text) and SPELT_MAIL.search(text) is not None


def is_on_the_web(href: str) -> bool:
    """Whether ``href`` leads to a page of the web."""
    return href.lower().startswith(ON_THE_WEB)


def begins_with_address(text: str) -> bool:
    """Whether ``text`` begins with an address of the web."""
    return text.lstrip().lower().startswith(BEGUN)


def is_cut_address(above: str, below: str) -> bool:
    """Whether the end of a line cut a web address that goes on in the line ``below``."""
    if not above.rstrip().endswith(CUT_AT) or not HINT.search(above):
        return False
    return bool(CUT.search(above) and GOES_ON.match(below))


def may_lead(href: str) -> bool:
    """Whether ``href`` has a scheme that a link of a release may have."""
    scheme, colon, _ = href.partition(":")
    return bool(colon) and scheme.lower() in SCHEMES


def missing_scheme(written: str) -> str:
    """What a web address lacks that somebody wrote without its scheme, as pages are served today; else nothing."""
    return ON_THE_WEB[0] if written.lower().startswith(BEGUN[0]) else ""
