"""Word documents: those that staff write, read by styles and lists, and our own, edited and brought back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from posixpath import basename
from typing import NamedTuple

from oimpress.errors import ReadError
from oimpress.model.draft import Draft
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.traced import inserted
from oimpress.notices import Dropped, Notice, Result, notice
from oimpress.readers.docx.blocks import BodyReader
from oimpress.readers.docx.bookmarks import enclosed
from oimpress.readers.docx.kit import Kit, is_control, split, unwrapped
from oimpress.readers.docx.numbering import Numbered, NumberedLists
from oimpress.readers.docx.package import Package
from oimpress.readers.docx.release import SET, ReleaseReader
from oimpress.readers.docx.shown import HIDDEN, Shown, shown
from oimpress.readers.docx.styles import Styles, spoken
from oimpress.readers.docx.tree import DocxPart, parts
from oimpress.readers.docx.within import WordPlaces, word_places
from oimpress.readers.shared.inlines import ATTRIBUTE, differs
from oimpress.readers.shared.reader import Drafted, SourceText
from oimpress.readers.shared.tree import Node, Sheet, leave_out
from oimpress.sources import Source

MARGIN, OTHER, COMMENT, GRAPHIC, EMBEDDED = "R016", "R022", "R081", "R084", "R086"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OWN = frozenset({"press title", "press kicker", "press dateline"})
RARE = 0.2  # of the letters in other languages: above it the marks say nothing of the words
ELSEWHERE = {"header": MARGIN, "footer": MARGIN, "comments": COMMENT, "chart": GRAPHIC, "aFChunk": EMBEDDED}


class Share(NamedTuple):
    """The main language of some text, and how much of it is in others."""

    lang: str
    others: float


class Word(NamedTuple):
    """A document taken apart."""

    found: list[DocxPart]
    sheet: Sheet
    styles: Styles
    numbers: dict[Node, Numbered]
    shown: Shown
    places: WordPlaces

    def reader(self) -> BodyReader:
        """What reads it; a reader knows which notes it has met, so that each release wants one of its own."""
        return BodyReader(self.found, self.sheet, self.styles, self.numbers, self.places)

    def result(self, draft: Draft, reader: BodyReader) -> Result[Draft]:
        """The draft with all that ``reader`` left out, the margins of the pages included."""
        dropped = (*self.shown.dropped, *reader.left.dropped, *_elsewhere(self.found, reader))
        return Result(draft, (*_told(self), *reader.left.notices), dropped)


def read(source: Source) -> Iterator[Drafted | Source]:
    """The document as drafts, one for each release in it; one that only embeds others gives those.

    A document in our own styles comes back as settled releases; for each, the text of the others is left out. In any
    other, which is one release, paragraphs and headings are lines for the passes to understand, lists, tables and
    pictures are blocks. Raises ReadError for what is no Word document, is damaged or too large, holds no text, or
    holds several releases of which it is not certain where they begin. Rules: R012-R014, R016-R019, R021, R022, R063,
    R080-R086; notices R088-R091, R097.
    """
    package = Package(source.data, source.name)
    word = _opened(package, source.name)
    body = next((node for node in word.found[0].root.walk() if node.tag == "body"), Node("body"))
    nodes, ours = body.elements(), enclosed(list(unwrapped(body.elements())))
    ref = SourceRef(source.name, source.sha256, MEDIA_TYPE, "docx", source.metadata.url, source.metadata.licence)
    bare = Release("release", source=ref)
    style = word.reader().style
    if any(is_control(node) or style(node) in OWN for node in ours):
        kit = split(ours, style, source.name)
        drafts = [_own(word, kit, at, bare) for at in range(len(kit.releases))]
    else:
        drafts = [_foreign(word, nodes, bare)]
    filled = [each for each in drafts if each.value != Draft(replace(bare, lang=each.value.release.lang))]
    embedded = [part.name for part in word.found if part.kind == "aFChunk" and part.name in package.names]
    if not filled and not embedded:
        raise ReadError("{name}: no text was found in this document; nothing was read", name=source.name)
    text = SourceText(word.sheet.text, "utf-8", "text")
    yield from (Drafted(draft, text, source) for draft in filled)
    if not filled:
        yield from (Source(f"{source.name}/{basename(part)}", package.data(part)) for part in embedded)


def _opened(package: Package, name: str) -> Word:
    found, sheet = parts(package, name)
    linked = {one.kind: one.target for one in found[0].relations.values() if one.kind in ("styles", "numbering")}
    styles = Styles(package.xml(linked.get("styles", "")))
    seen = [shown(part.root, styles) for part in found if part.kind not in ELSEWHERE]
    whole = Shown([each for one in seen for each in one.dropped], sum(one.changes for one in seen))
    numbering = NumberedLists(package.xml(linked.get("numbering", "")), styles)
    return Word(found, sheet, styles, numbering.counted(found[0].root), whole, word_places(found))


def _own(word: Word, kit: Kit, at: int, bare: Release) -> Result[Draft]:
    """The release at this place of ``kit``; cover, contents and the other releases are left out."""
    reader, inside = word.reader(), kit.releases[at]
    lang = _share(inside, word.styles).lang
    filled = ReleaseReader(reader).read(inside, bare)
    for node in kit.front:
        reader.leave_out(node, SET)
    for node in (node for number, other in enumerate(kit.releases) if number != at for node in other):
        reader.leave_out(node, OTHER)
    return word.result(Draft(filled).with_fields(lang=inserted(lang or "fr", ATTRIBUTE)), reader)


def _foreign(word: Word, nodes: Sequence[Node], bare: Release) -> Result[Draft]:
    """A document as somebody wrote it."""
    reader, share = word.reader(), _share(nodes, word.styles)
    reader.listen(share.lang if share.others <= RARE else "")
    reader.shift = int(any(reader.is_title(node) for node in nodes))
    draft = Draft(bare, tuple(reader.flow(nodes)))
    return word.result(draft.with_fields(lang=inserted(share.lang or "fr", ATTRIBUTE)), reader)


def _share(nodes: Sequence[Node], styles: Styles) -> Share:
    """The language of most letters, as the runs say it; for runs that say none, the document's own."""
    letters: Counter[str] = Counter()
    for run in (each for node in nodes for each in node.walk() if each.tag == "r"):
        lang = (run.find("rPr") or Node("rPr")).find("lang")
        said = (lang and spoken(lang.attributes)) or styles.lang
        letters[said] += sum(len(re.findall(r"[^\W\d_]", text)) for text in run.texts())
    if not letters:
        return Share(styles.lang, 0)
    main = letters.most_common(1)[0][0]
    others = sum(count for lang, count in letters.items() if lang and differs(lang, main))
    return Share(main, others / max(letters.total(), 1))


def _elsewhere(found: Sequence[DocxPart], reader: BodyReader) -> Iterator[Dropped]:
    """The text of other parts: margins of pages, comments, graphics, notes that nothing refers to."""
    for part in found:
        if part.kind in ELSEWHERE:
            yield from leave_out(part.root, ELSEWHERE[part.kind])
    for unused in reader.unused:
        yield from leave_out(unused, HIDDEN)


def _told(word: Word) -> Iterator[Notice]:
    """What an editor should know of the whole document."""
    if word.shown.changes:
        yield notice("R088", detail=str(word.shown.changes))
    for part in word.found:
        if part.kind == "aFChunk":
            yield notice("R090", detail=part.name)
