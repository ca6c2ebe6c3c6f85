"""Elements of XHTML: how they are made, and how they become text for HTML and for XML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from lxml import etree

from oimpress.knowledge.addresses import MAILTO, SCHEMES

Element: TypeAlias = etree._Element
Child: TypeAlias = Element | str

SAFE = SCHEMES - {"ftp"}  # which no browser opens any more
RIGHT_TO_LEFT = ("ar", "arc", "dv", "fa", "ckb", "he", "ks", "ps", "sd", "ug", "ur", "yi")


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """A ``tag`` without namespace. Attributes lose a trailing ``_`` and turn ``_`` into ``-``; empty ones are left out.

    An attribute that is to stand empty, such as ``alt``, is set afterwards.
    """
    made = etree.Element(tag)
    for name, value in attributes.items():
        if value:
            made.set(name.rstrip("_").replace("_", "-"), str(value))
    add(made, children)
    return made


def add(parent: Element, children: Iterable[Child]) -> None:
    """Append ``children`` to ``parent``; text goes where it belongs, and no white space comes between."""
    last = next(iter(reversed(parent)), None)  # the length of an element is counted anew each time
    for child in children:
        if not isinstance(child, str):
            parent.append(last := child)
        elif last is not None:
            last.tail = (last.tail or "") + str(child)
        else:
            parent.text = (parent.text or "") + str(child)


def lang_attributes(lang: str) -> dict[str, str]:
    """``lang``, and ``dir`` where the language is written from right to left."""
    if lang.partition("-")[0].lower() in RIGHT_TO_LEFT:
        return {"lang": lang, "dir": "rtl"}
    return {"lang": lang}


def other_lang(lang: str, around: str) -> dict[str, str]:
    """The language attributes of what stands amid words in ``around``: none where it is in their language."""
    return {} if around in ("", lang) else lang_attributes(lang)


def safe_href(href: str) -> str:
    """``href`` when it leads to the web, a mailbox or a telephone; empty otherwise."""
    try:
        parts = urlsplit(str(href))
    except ValueError:
        return ""
    if parts.scheme not in SAFE or (parts.scheme.startswith("http") and not parts.hostname):
        return ""
    return quote(str(href), safe="!#$%&'()*+,/:;=?@[]~")


def mailto(address: str) -> str:
    """The ``mailto:`` link to ``address``, which can add no header to the mail. Source: RFC 6068, 2."""
    return MAILTO + quote(str(address), safe="@!$'*+-./^_`{|}~") if "@" in address else ""


def to_html(*elements: Element) -> str:
    """The elements as HTML text, byte for byte the same for the same content."""
    return "".join(etree.tostring(each, method="html", encoding="unicode", with_tail=False) for each in elements)


def to_xhtml(*elements: Element) -> str:
    """The elements as XML text without declaration, to stand under a root that names the XHTML namespace."""
    return "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in elements)
