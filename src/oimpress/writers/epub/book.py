"""EPUB 3.3: a book of releases that reflows, reads aloud and passes EPUBCheck and Ace.

EbookLib (AGPL-3.0) writes package document, NCX and archive; the pages are ours, so that no character of them changes
on the way. Source: EPUB 3.3 (W3C, 2023); EPUB Accessibility 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from oimpress.errors import MissingDependency
from oimpress.model.nodes import Edition
from oimpress.notices import Result
from oimpress.style import Style
from oimpress.writers import Format
from oimpress.writers.archive import pack
from oimpress.writers.epub.claims import claims
from oimpress.writers.epub.cover import cover
from oimpress.writers.epub.pages import COVER, NAV, SHEET, XML_LANG, BookPage, pages
from oimpress.writers.page import kit
from oimpress.writers.page.article import dropped_links
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.house import house_pictures
from oimpress.writers.page.pictures import pictures
from oimpress.writers.page.placing import shown_at
from oimpress.writers.wording import modified

MIMETYPE = "mimetype"


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as an EPUB, a file for each release. Notices: W001 a missing picture, W004 a link left out.

    ``dcterms:modified`` is that of :func:`oimpress.writers.wording.modified`, 1980-01-01 for an undated edition.
    """
    edition = kit.arranged(edition)
    shown, missing = pictures(edition)
    sources = {
        one: f"images/{number:03}.{one.media_type.removeprefix('image/').removesuffix('+xml')}"
        for number, one in enumerate(dict.fromkeys(shown.values()), 1)
    }
    context = Context(lang=edition.lang, picture=shown_at(shown, sources.__getitem__), phrases=style.phrases)
    made = pages(edition, context, style)
    book = _book(edition, style, made)
    for name, words in claims(context, style, sources, missing):
        book.add_metadata(None, "meta", words, {"property": name})
    for picture, source in sources.items():
        _add(book, source, picture.media_type, picture.data)
    notices = (*missing, *house_pictures(style).notices)
    return Result(_bound(book, modified(edition)), (*notices, *dropped_links(edition)))


FORMAT = Format(
    "epub", ".epub", "application/epub+zip", "edition", "Book for reading devices, accessible", write, pictures=True
)


def _book(edition: Edition, style: Style, made: list[BookPage]) -> Any:
    epub = _ebooklib()
    book = epub.EpubBook()
    book.set_identifier(f"urn:uuid:{uuid5(NAMESPACE_URL, _fingerprint(edition))}")
    book.set_title(str(edition.title))
    book.set_language(edition.lang)
    for name, words in _described(edition, style):
        book.add_metadata("DC", name, words)
    _add(book, SHEET, "text/css", sheet(style).encode())
    _add(book, COVER, "image/svg+xml", cover(edition, style).encode(), "cover-image")
    book.spine = [_add(book, one.file, "application/xhtml+xml", one.content, *_properties(one)) for one in made]
    book.toc = [epub.Link(one.file, one.label, f"n-{_id(one.file)}") for one in made if one.label]
    book.add_item(epub.EpubNcx())
    return book


def _ebooklib() -> Any:
    try:
        from ebooklib import epub  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingDependency("epub: EbookLib is not installed; run: pip install ebooklib") from error
    return epub


def _fingerprint(edition: Edition) -> str:
    """What makes this edition another book than the next: title, date and releases."""
    return "\n".join(("oimpress", str(edition.title), str(edition.date), *(one.id for one in edition.releases)))


def _described(edition: Edition, style: Style) -> Iterator[tuple[str, str]]:
    organisation = str(edition.organisation or style.settings.organisation)
    if organisation:
        yield "creator", organisation
        yield "publisher", organisation
    if edition.date:
        yield "date", str(edition.date)
    if edition.subtitle:
        yield "description", str(edition.subtitle)


def sheet(style: Style) -> str:
    """The style sheet with its colours and faces filled in; ``var(--dark-…)`` are those for dark screens."""
    dark = style.settings.dark
    return re.sub(r"var\(--dark-([a-z0-9-]+)\)", lambda found: dark.get(found[1], "inherit"), style.plain_css(SHEET))


def _properties(page: BookPage) -> tuple[str, ...]:
    return ("nav",) if page.file == NAV else ()


def _id(file: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", file.rpartition(".")[0]) + "-" + file.rpartition(".")[2]


def _add(book: Any, file: str, media_type: str, content: bytes, *properties: str) -> Any:
    item = _ebooklib().EpubItem(uid=_id(file), file_name=file, media_type=media_type, content=content)
    item.properties = list(properties)
    book.add_item(item)
    return item


class _Members(list[tuple[str, bytes]]):
    """What EbookLib takes for an open archive: keeps the members, which are packed afterwards."""

    def writestr(self, name: str, content: str | bytes, compress_type: int | None = None) -> None:
        self.append((name, content.encode() if isinstance(content, str) else content))


def _bound(book: Any, when: datetime) -> bytes:
    """The book as an archive whose bytes depend on its content alone."""

    class Writer(_ebooklib().EpubWriter):  # type: ignore[misc]
        def _write_opf_file(self, root: Any) -> None:
            root.set(XML_LANG, self.book.language)
            for meta in root.findall("metadata/meta[@name='generator']"):
                meta.getparent().remove(meta)
            super()._write_opf_file(root)

    writer = Writer("", book, {"mtime": when})
    writer.process()
    writer.out = _Members([(MIMETYPE, b"application/epub+zip")])
    writer._write_container()
    writer._write_opf()
    writer._write_items()
    return pack(writer.out, frozenset({MIMETYPE}))
