"""A PDF as a release: ours by the XML in it, others by their tags or by where their lines stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from oimpress.errors import ReadError
from oimpress.knowledge.tags import language_tag
from oimpress.model.draft import Draft
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.traced import inserted
from oimpress.notices import Result
from oimpress.pdfium import opened
from oimpress.readers.pdf.items import with_labels
from oimpress.readers.pdf.limits import TAGGED_EDGE, ReadPages
from oimpress.readers.pdf.order import in_order
from oimpress.readers.pdf.overleaf import one_tree
from oimpress.readers.pdf.places import by_places
from oimpress.readers.pdf.tagged import by_tags, is_trusted
from oimpress.readers.shared.inlines import ATTRIBUTE
from oimpress.readers.shared.pdfium import PdfLine, attached, language, rows, title
from oimpress.readers.shared.pdftags import tagged_pages
from oimpress.readers.shared.reader import Drafted, ReadPart, SourceText
from oimpress.sources import Source

RELEASE = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?<release\b[^>]*urn:oimpress:release:")
LITTLE = 20  # characters a page: less is what a scanner leaves


def read(source: Source) -> Iterator[ReadPart]:
    """The canonical XML that one of ours holds, as sources of their own; the text of any other as a draft.

    The text of the source is that of its pages, in the order of their tags where these name all of it, else line by
    line in the order in which they were set. Raises ReadError for a PDF that is encrypted, damaged, or without text.
    Notice L102 for a hyphen at a line's end that may be the word's. Rules: B003, R016, R048.
    """
    with opened(source.data, source.name) as document:
        ours = [file for file in attached(document) if RELEASE.match(file.data[:1000])]
        if ours:
            yield from (replace(source, name=f"{source.name}/{file.name}", data=file.data) for file in ours)
            return
        lang, named = language_tag(language(document)), title(document)
        tagged = list(tagged_pages(document, source.name, TAGGED_EDGE))
        if is_trusted(tree := one_tree(tagged), tagged):
            yield _released(by_tags(tree, tagged, lang), lang, named, source)
            return
        found, pages = list(in_order(with_labels(rows(document, source.name)))), len(document)
    if _is_scanned(found, pages):
        raise ReadError(
            "{name}: this PDF holds pictures of pages and no text; have it read by a program for scans (OCR)",
            name=source.name,
        )
    yield _released(by_places(found), lang, named, source)


def _is_scanned(found: Sequence[PdfLine], pages: int) -> bool:
    """Whether there is no more text than a scanner leaves; of a long document five pages are enough."""
    return sum(len(row.text.strip()) for row in found) < LITTLE * min(pages, 5)


def _released(found: ReadPages, lang: str, named: str, source: Source) -> Drafted:
    """The draft of what was read; ``named`` is what the document calls itself."""
    ref = SourceRef(source.name, source.sha256, "application/pdf", "pdf", source.metadata.url, source.metadata.licence)
    release = Release("release", inserted(lang or "fr", ATTRIBUTE), source=ref)
    draft = Draft(release, found.flow, titles=(named,) if named else ())
    return Drafted(Result(draft, found.notices, found.dropped), SourceText(found.sheet.text, "utf-8", "text"), source)
