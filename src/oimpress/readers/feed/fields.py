"""The fields of an item, under the same names in every kind of feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import urljoin

from lxml import etree

from oimpress.patterns import lazy
from oimpress.readers.shared.commands import with_shortcodes

FieldName: TypeAlias = Literal["title", "text", "summary", "spare", "date", "updated", "link", "type", "state", "other"]
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
PODCAST = "http://www.itunes.com/dtds/podcast-1.0.dtd"
# Whose titles, texts and dates are those of what is played or shown beside the item. Sources: « Media RSS »,
# « Podcast Namespace », « RSS Best Practices Profile » on what stands below an item.
OTHERS = lazy(r"mrss|/media|itunes|podcast|googleplay|georss|slash|wfw|sy/?$", re.IGNORECASE)
MARKUP = lazy(r"<[a-zA-Z/!]|&#?\w+;")
PARAGRAPH = lazy(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote)\b", re.IGNORECASE)
BLANK_LINE = lazy(r"(?:[ \t]*\r?\n){2,}")


class Field(NamedTuple):
    """``text`` is HTML where ``html`` says so; ``base`` is the address that its links start from, where one is said."""

    name: FieldName
    text: str
    html: bool = False
    base: str = ""


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
    name = _name(tag.localname, space)
    base = child.base or ""
    if name == "link":
        main = child.get("rel", "alternate") == "alternate"
        return Field("link" if main else "other", _absolute(child.get("href") or _words(child).strip(), base))
    if name not in ("title", "text", "summary", "spare"):
        return Field(name, _words(child))
    if child.get("type") == "xhtml":
        within = "".join(etree.tostring(each, encoding="unicode", method="html") for each in child)
        return Field(name, within, True, base)
    return _worded(name, _words(child), child.get("type", ""), base)


def _name(name: str, space: str) -> FieldName:
    """What an element is by its name, where its namespace is not that of what is shown or played beside the item."""
    if space == EXCERPT:
        return "summary"
    if space == PODCAST and name == "summary":
        return "spare"
    return "other" if OTHERS.search(space) else NAMES.get(name, "other")


def _worded(name: FieldName, text: str, kind: str, base: str) -> Field:
    """A field with words: HTML where its type or its signs say so, and an item's text unless it is called plain."""
    html = kind in ("html", "text/html") or (not kind and bool(MARKUP.search(text)))
    if kind == "text" or not (html or name == "text"):
        return Field(name, text)
    return Field(name, _in_paragraphs(with_shortcodes(text)) if name == "text" else text, True, base)


def _absolute(address: str, base: str) -> str:
    """An address as ``xml:base`` completes it."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _in_paragraphs(text: str) -> str:
    """HTML as WordPress shows it: where no element parts the paragraphs, blank lines do."""
    return text if PARAGRAPH.search(text) else BLANK_LINE.sub("<p>", text)
