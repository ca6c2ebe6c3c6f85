"""JSON Feed: the same fields as those of RSS and Atom. Source: jsonfeed.org, version 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator

from oimpress.errors import ReadError
from oimpress.knowledge.tags import language_tag
from oimpress.readers.feed.fields import Field, FieldName
from oimpress.readers.shared.commands import with_shortcodes
from oimpress.readers.shared.encoding import decode
from oimpress.sources import Source

NAMES: dict[str, FieldName] = {
    "title": "title",
    "content_html": "text",
    "content_text": "text",
    "summary": "summary",
    "date_published": "date",
    "date_modified": "updated",
    "url": "link",
}


def stated_items(source: Source) -> tuple[str, list[list[Field]]]:
    """The language of the feed, and the fields of each item in their order. Raises ReadError for what is no feed."""
    try:
        feed = json.loads(decode(source.data, source.name).text)
    except (ValueError, RecursionError) as error:
        raise ReadError(
            "{name}: damaged ({reason}); fetch the feed again", name=source.name, reason=str(error)
        ) from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ReadError("{name}: a feed without items; fetch it again", name=source.name)
    lang = language_tag(str(feed.get("language") or ""))
    return lang, [[*_fields(item)] for item in items if isinstance(item, dict)]


def _fields(item: dict[str, object]) -> Iterator[Field]:
    for key, value in item.items():
        for words in _strings(value):
            if words.strip():
                html = key == "content_html"
                yield Field(NAMES.get(key, "other"), with_shortcodes(words) if html else words, html)


def _strings(value: object) -> Iterator[str]:
    """The words in a value, however deep they stand."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as words:
                yield words
            case list() as inner:
                waiting += reversed(inner)
            case dict() as inner:
                waiting += reversed(inner.values())
            case _:
                pass
