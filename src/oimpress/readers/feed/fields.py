"""The fields of an item, under the same names in every kind of feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import urljoin

from lxml import etree

from oimpress.patterns import lazy

FieldName: TypeAlias = Literal["title", "text", "summary", "date", "updated", "link", "type", "state", "other"]
WORDPRESS = "http://wordpress.org/export/"
# By the local name, for elements without a namespace, of Atom, of RSS 1.0, and of the modules in use.
NAMES: dict[str, FieldName] = {
    "title": "title",
    "encoded": "text",
    "content": "text",
    "description": "summary",
    "summary": "summary",
    "pubDate": "date",
    "published": "date",
    "date": "date",
    "updated": "updated",
    "link": "link",
}
EXCERPT = "http://wordpress.org/export/1.2/excerpt/"
MARKUP = lazy(r"<[a-zA-Z/!]|&#?\w+;")
PARAGRAPH = lazy(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote)\b", re.IGNORECASE)
BLANK_LINE = lazy(r"(?:[ \t]*\r?\n){2,}")


class Field(NamedTuple):
    """``text`` is HTML where ``html`` says so."""

    name: FieldName
    text: str
    html: bool = False


def fields(item: etree._Element) -> Iterator[Field]:
    """The fields of ``item`` that hold text, in its order."""
    for child in item.iterchildren(tag=etree.Element):
        found = _field(child)
        if found.text.strip():
            yield found


def _field(child: etree._Element) -> Field:
    tag = etree.QName(child)
    space = tag.namespace or ""
    if space.startswith(WORDPRESS) and space != EXCERPT:
        kinds: dict[str, FieldName] = {"post_type": "type", "status": "state"}
        return Field(kinds.get(tag.localname, "other"), _words(child))
    name: FieldName = "summary" if space == EXCERPT else NAMES.get(tag.localname, "other")
    if name == "link":
        main = child.get("rel", "alternate") == "alternate"
        return Field("link" if main else "other", _absolute(child.get("href") or _words(child).strip(), child.base))
    if name not in ("title", "text", "summary"):
        return Field(name, _words(child))
    if child.get("type") == "xhtml":
        return Field(name, "".join(etree.tostring(each, encoding="unicode", method="html") for each in child), True)
    text = _words(child)
    html = child.get("type") in ("html", "text/html") or (child.get("type") is None and bool(MARKUP.search(text)))
    return Field(name, _in_paragraphs(text) if name == "text" else text, html or name == "text")


def _absolute(address: str, base: str | None) -> str:
    """An address as ``xml:base`` completes it."""
    try:
        return urljoin(base or "", address)
    except ValueError:
        return address


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _in_paragraphs(text: str) -> str:
    """HTML as WordPress shows it: where no element parts the paragraphs, blank lines do."""
    return text if PARAGRAPH.search(text) else BLANK_LINE.sub("<p>", text)
