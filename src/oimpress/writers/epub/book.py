"""EPUB 3.3: a book of releases that reflows, reads aloud and passes EPUBCheck and Ace.

EbookLib (AGPL-3.0) writes package document, NCX and archive; the pages are ours, so that no character of them changes
on the way. Source: EPUB 3.3 (W3C, 2023); EPUB Accessibility 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import IO, Any
from uuid import NAMESPACE_URL, uuid5

from oimpress.errors import MissingDependency
from oimpress.model.nodes import Edition, Release
from oimpress.notices import Notice, Result
from oimpress.records import record
from oimpress.spool import Spool, spool
from oimpress.style import Style
from oimpress.writers import FindWhole, collected
from oimpress.writers.archive import ZipWriter, packing
from oimpress.writers.epub.claims import claims
from oimpress.writers.epub.cover import cover
from oimpress.writers.epub.pages import COVER, NAV, SHEET, XML_LANG, PageAside, pages
from oimpress.writers.page import kit
from oimpress.writers.page.article import dropped_links
from oimpress.writers.page.fragment import Context
from oimpress.writers.page.house import house_pictures
from oimpress.writers.page.pictures import Picture, pictures
from oimpress.writers.page.placing import shown_at
from oimpress.writers.wording import modified

MIMETYPE = "mimetype"


def write(edition: Edition, style: Style) -> Result[bytes]:
    """The edition as an EPUB, a file for each release. Notices: W001 a missing picture, W004 a link left out.

    ``dcterms:modified`` is that of :func:`oimpress.writers.wording.modified`, 1980-01-01 for an undated edition.
    """
    return collected(stream, edition, style)


def stream(edition: Edition, whole: FindWhole, style: Style, out: IO[bytes]) -> tuple[Notice, ...]:
    """Write the same, one release after the other."""
    edition = kit.arranged(edition)
    context = Context(lang=edition.lang, phrases=style.phrases)
    with spool() as files:
        shown = BookPictures(files)
        opened = (shown.opened(replace(edition, releases=(whole(each),)), context) for each in edition.releases)
        book = _book(edition, style, pages(edition, opened, context, style, files))
        for name, words in claims(context, style, {each.media_type for each in shown.all}, shown.missing):
            book.add_metadata(None, "meta", words, {"property": name})
        for picture in shown.all:
            _add(book, picture.source, picture.media_type, picture.content)
        _bind(book, modified(edition), out)
    return (*shown.missing, *house_pictures(style).notices, *shown.dropped)


@record
class BookPicture:
    """A picture whose bytes are put aside until ``content`` is called."""

    source: str
    media_type: str
    content: Callable[[], bytes]


class BookPictures:
    """The pictures of a book, each once, put aside in ``files``, and what there is to say of the releases."""

    def __init__(self, files: Spool) -> None:
        self._files = files
        self._known: dict[object, BookPicture] = {}
        self.missing: list[Notice] = []
        self.dropped: list[Notice] = []

    @property
    def all(self) -> Iterable[BookPicture]:
        return self._known.values()

    def opened(self, alone: Edition, context: Context) -> tuple[Release, Context]:
        """The release of an edition of one, and the context that shows its pictures."""
        shown, missing = pictures(alone)
        for one in shown.values():
            self._source(one)
        self.missing += missing
        self.dropped += dropped_links(alone)
        return alone.releases[0], replace(context, picture=shown_at(shown, self._source))

    def _source(self, one: Picture) -> str:
        key = sha256(one.data).digest(), replace(one, data=b"")
        if key not in self._known:
            number, ending = len(self._known) + 1, one.media_type.removeprefix("image/").removesuffix("+xml")
            content = partial(self._files.__getitem__, self._files.append(one.data))
            self._known[key] = BookPicture(f"images/{number:03}.{ending}", one.media_type, content)
        return self._known[key].source


def _book(edition: Edition, style: Style, made: Iterable[PageAside]) -> Any:
    epub = _ebooklib()
    book = epub.EpubBook()
    book.set_identifier(f"urn:uuid:{uuid5(NAMESPACE_URL, _fingerprint(edition))}")
    book.set_title(str(edition.title))
    book.set_language(edition.lang)
    for name, words in _described(edition, style):
        book.add_metadata("DC", name, words)
    _add(book, SHEET, "text/css", sheet(style).encode)
    _add(book, COVER, "image/svg+xml", cover(edition, style).encode, "cover-image")
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
    organisation = str(edition.organisation)
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


def _properties(page: PageAside) -> tuple[str, ...]:
    return ("nav",) if page.file == NAV else ()


def _id(file: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", file.rpartition(".")[0]) + "-" + file.rpartition(".")[2]


def _add(book: Any, file: str, media_type: str, content: Callable[[], bytes], *properties: str) -> Any:
    item = _ebooklib().EpubItem(uid=_id(file), file_name=file, media_type=media_type)
    item.get_content = content
    item.properties = list(properties)
    book.add_item(item)
    return item


class _Members:
    """What EbookLib takes for an open archive."""

    def __init__(self, archive: ZipWriter) -> None:
        self._archive = archive

    def writestr(self, name: str, content: str | bytes) -> None:
        self._archive.add(name, (content.encode() if isinstance(content, str) else content,))


def _bind(book: Any, when: datetime, out: IO[bytes]) -> None:
    """Write the book as an archive whose bytes depend on its content alone."""

    class Writer(_ebooklib().EpubWriter):  # type: ignore[misc]
        def _write_opf_file(self, root: Any) -> None:
            root.set(XML_LANG, self.book.language)
            for meta in root.findall("metadata/meta[@name='generator']"):
                meta.getparent().remove(meta)
            super()._write_opf_file(root)

    writer = Writer("", book, {"mtime": when})
    writer.process()
    with packing(out, frozenset({MIMETYPE})) as archive:
        archive.add(MIMETYPE, (b"application/epub+zip",))
        writer.out = _Members(archive)
        writer._write_container()
        writer._write_opf()
        writer._write_items()
