"""Word documents: those that staff write, read by styles and lists, and our own, edited and brought back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from oimpress.errors import ReadError
from oimpress.model.draft import Draft
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.traced import inserted
from oimpress.notices import Dropped, Result
from oimpress.readers.docx.blocks import BodyReader
from oimpress.readers.docx.kit import Kit, is_control, split, unwrapped
from oimpress.readers.docx.package import Package
from oimpress.readers.docx.release import SET, ReleaseReader
from oimpress.readers.docx.styles import NumberedLists, Styles, spoken
from oimpress.readers.docx.tree import DocxPart, parts
from oimpress.readers.docx.words import HIDDEN, REVISION
from oimpress.readers.shared.inlines import ATTRIBUTE, differs
from oimpress.readers.shared.reader import SourceText
from oimpress.readers.shared.tree import Node, Sheet, leave_out
from oimpress.sources import Source

MARGIN, OTHER = "R016", "R022"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OWN = frozenset({"oim title", "oim kicker", "oim dateline"})
RARE = 0.2  # of the letters in other languages: above it the marks say nothing of the words
ELSEWHERE = {"header": MARGIN, "footer": MARGIN, "comments": REVISION}


class Share(NamedTuple):
    """The main language of some text, and how much of it is in others."""

    lang: str
    others: float


class Word(NamedTuple):
    """A document taken apart."""

    found: list[DocxPart]
    sheet: Sheet
    styles: Styles
    numbering: NumberedLists

    def reader(self) -> BodyReader:
        """What reads it; a reader knows which notes it has met, so that each release wants one of its own."""
        return BodyReader(self.found, self.sheet, self.styles, self.numbering)

    def result(self, draft: Draft, reader: BodyReader) -> Result[Draft]:
        """The draft with all that ``reader`` left out, the margins of the pages included."""
        return Result(draft, tuple(reader.notices), (*reader.dropped, *_elsewhere(self.found, reader)))


def read(source: Source) -> tuple[list[Result[Draft]], SourceText]:
    """The document as drafts, one for each release in it, and all its text.

    A document in our own styles comes back as settled releases; for each, the text of the others is left out. In any
    other, which is one release, paragraphs and headings are lines for the passes to understand, lists, tables and
    pictures are blocks. Raises ReadError for what is no Word document, is damaged or too large, holds no text, or
    holds several releases of which it is not certain where they begin. Rules: R012-R014, R016-R019, R021, R022.
    """
    word = _opened(Package(source.data, source.name), source.name)
    body = next((node for node in word.found[0].root.walk() if node.tag == "body"), Node("body"))
    nodes, ours = list(body.elements()), list(unwrapped(body.elements()))
    ref = SourceRef(source.name, source.sha256, MEDIA_TYPE, "docx", source.metadata.url, source.metadata.licence)
    bare = Release("release", source=ref)
    style = word.reader().style
    if any(is_control(node) or style(node) in OWN for node in ours):
        kit = split(ours, style, source.name)
        drafts = [_own(word, kit, at, bare) for at in range(len(kit.releases))]
    else:
        drafts = [_foreign(word, nodes, bare)]
    filled = [each for each in drafts if each.value != Draft(replace(bare, lang=each.value.release.lang))]
    if not filled:
        raise ReadError("{name}: no text was found in this document; nothing was read", name=source.name)
    return filled, SourceText(word.sheet.text, "utf-8", "text")


def _opened(package: Package, name: str) -> Word:
    found, sheet = parts(package, name)
    linked = {one.kind: one.target for one in found[0].relations.values() if one.kind in ("styles", "numbering")}
    styles = Styles(package.xml(linked.get("styles", "")))
    return Word(found, sheet, styles, NumberedLists(package.xml(linked.get("numbering", "")), styles))


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
    reader.shift = int(any(reader.style(node) == "title" for node in nodes))
    draft = Draft(bare, tuple(reader.flow(nodes)))
    return word.result(draft.with_fields(lang=inserted(share.lang or "fr", ATTRIBUTE)), reader)


def _share(nodes: Sequence[Node], styles: Styles) -> Share:
    """The language of most letters, as the runs say it; for runs that say none, the document's own."""
    letters: Counter[str] = Counter()
    for run in (each for node in nodes for each in node.walk() if each.tag == "r"):
        lang = (run.find("rPr") or Node("rPr")).find("lang")
        said = (lang and spoken(lang.attributes)) or spoken({"val": styles.said("", "rPr", "lang")}) or styles.lang
        letters[said] += sum(len(re.findall(r"[^\W\d_]", text)) for text in run.texts())
    if not letters:
        return Share(styles.lang, 0)
    main = letters.most_common(1)[0][0]
    others = sum(count for lang, count in letters.items() if lang and differs(lang, main))
    return Share(main, others / max(letters.total(), 1))


def _elsewhere(found: Sequence[DocxPart], reader: BodyReader) -> Iterator[Dropped]:
    """The text of other parts: margins of pages, comments, notes that nothing refers to."""
    for part in found:
        if part.kind in ELSEWHERE:
            yield from leave_out(part.root, ELSEWHERE[part.kind])
    for note in reader.unused_notes:
        yield from leave_out(note, HIDDEN)
