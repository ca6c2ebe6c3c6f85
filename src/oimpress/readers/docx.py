"""Word documents: those that staff write, read by styles and lists, and our own, edited and brought back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.errors import ReadError
from oimpress.model.draft import Draft
from oimpress.model.nodes import Release, SourceRef
from oimpress.model.traced import made
from oimpress.notices import Dropped, Result
from oimpress.readers.docx_blocks import Reader, contents, tag_of
from oimpress.readers.docx_package import Package
from oimpress.readers.docx_release import FRONT, SET, ReleaseReader
from oimpress.readers.docx_styles import Numbering, Styles, spoken
from oimpress.readers.docx_tree import Part, parts
from oimpress.readers.docx_words import HIDDEN, REVISION
from oimpress.readers.inlines import ATTRIBUTE, differs
from oimpress.readers.text import SourceText
from oimpress.readers.tree import Node, leave_out
from oimpress.sources import Source

MARGIN = "R016"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OWN = frozenset({"oim title", "oim kicker", "oim dateline"})
RARE = 0.2  # of the letters in other languages: above it the marks say nothing of the words
ELSEWHERE = {"header": MARGIN, "footer": MARGIN, "comments": REVISION}


class Share(NamedTuple):
    """The main language of some text, and how much of it is in others."""

    lang: str
    others: float


def read(source: Source) -> tuple[Result[Draft], SourceText]:
    """The document as a draft, and all its text.

    A document in our own styles comes back as a settled release. In any other paragraphs and headings are lines for
    the passes to understand, lists, tables and pictures are blocks. Raises ReadError for what is no Word document, is
    damaged or too large, holds no text, or holds several releases. Rules: R012-R014, R016-R019, R021.
    """
    package = Package(source.data, source.name)
    found, sheet = parts(package, source.name)
    linked = {one.kind: one.target for one in found[0].relations.values() if one.kind in ("styles", "numbering")}
    styles = Styles(package.xml(linked.get("styles", "")))
    reader = Reader(found, sheet, styles, Numbering(package.xml(linked.get("numbering", "")), styles))
    body = next((node for node in found[0].root.walk() if node.tag == "body"), Node("body"))
    ref = SourceRef(source.name, source.sha256, MEDIA_TYPE, "docx", source.metadata.url, source.metadata.licence)
    draft = _draft(list(body.elements()), reader, Release("release", source=ref), source.name)
    if not draft.flow and draft.release == Release("release", draft.release.lang, source=ref):
        raise ReadError("{name}: no text was found in this document; nothing was read", name=source.name)
    dropped = (*reader.dropped, *_elsewhere(found, reader))
    return Result(draft, tuple(reader.notices), dropped), SourceText(sheet.text, "utf-8", "text")


def _draft(nodes: Sequence[Node], reader: Reader, release: Release, name: str) -> Draft:
    own = list(_releases(nodes))
    dated = [node for node in nodes if reader.style(node) == "oim dateline"]
    if len(own) > 1 or len(dated) > 1:
        raise ReadError(
            "{name}: this document holds {count} releases; save each of them as a document of its own",
            name=name,
            count=max(len(own), len(dated)),
        )
    if own or any(reader.style(node) in OWN for node in nodes):
        inside = list(_unfolded(nodes, reader))
        lang = _share(inside, reader.styles).lang
        filled = ReleaseReader(reader).read(inside, release)
        return Draft(filled).having(lang=made(lang or "fr", ATTRIBUTE))
    share = _share(nodes, reader.styles)
    reader.listen(share.lang if share.others <= RARE else "")
    reader.shift = int(any(reader.style(node) == "title" for node in nodes))
    return Draft(release, tuple(reader.flow(nodes))).having(lang=made(share.lang or "fr", ATTRIBUTE))


def _releases(nodes: Sequence[Node]) -> Iterator[Node]:
    """The content controls that hold a release each."""
    return (node for node in nodes if node.tag == "sdt" and tag_of(node).startswith("release:"))


def _unfolded(nodes: Sequence[Node], reader: Reader) -> Iterator[Node]:
    """The elements of the release, with what somebody wrote before or behind it; cover and contents are left out."""
    for node in nodes:
        if tag_of(node).startswith("release:"):
            yield from contents(node)
        elif reader.style(node) in FRONT or reader.style(node).startswith("toc "):
            reader.dropped.extend(leave_out(node, SET))
        else:
            yield node


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


def _elsewhere(found: Sequence[Part], reader: Reader) -> Iterator[Dropped]:
    """The text of other parts: margins of pages, comments, notes that nothing refers to."""
    for part in found:
        if part.kind in ELSEWHERE:
            yield from leave_out(part.root, ELSEWHERE[part.kind])
    for note in reader.unused_notes:
        yield from leave_out(note, HIDDEN)
