"""What goes on over a column or a page: paragraphs, lists and tables of a tagged PDF, each of them one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oimpress.knowledge.languages import ends_in_small_word
from oimpress.knowledge.sentences import ends_clause
from oimpress.patterns import lazy
from oimpress.readers.pdf.items import LABELLED
from oimpress.readers.pdf.limits import SMALLER
from oimpress.readers.pdf.notes import LABEL
from oimpress.readers.shared.pdfchars import MARK, RAISED
from oimpress.readers.shared.pdftags import CUT, DIVIDED, PdfTag, TaggedPage, TaggedText

GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "NonStruct"})
WITH_ITS_LIKE = GROUPS | {"L", "LI", "LBody", "TBody"}
ARTIFACT = "Artifact"  # what belongs to the page, not to the text
HOLDERS = frozenset({"L", "LI", "LBody", "Table", "TBody", "THead", "TR", "TD", "TH"})  # of paragraphs, and of notes
NOTES = ("Note", "FENote")
LABELS = {"LI": LABELLED, **dict.fromkeys(NOTES, LABEL)}
LONG = 40  # characters of a line that may break off
SMALL = lazy(r"\s*[a-zà-öø-ÿœ]")
LINE_END = TaggedText("\n", "", 0)


def one_tree(pages: Sequence[TaggedPage]) -> PdfTag:
    """The tags of all pages as one; an element that goes on over a page is one element."""
    whole = PdfTag("Document")
    for page in pages:
        for item in [tag for top in page.tags for tag in top.walk() if tag.kind in LABELS]:
            _part_label(item, LABELS[item.kind])
        _append(whole, page.tags)
    return whole


def _append(parent: PdfTag, tags: Sequence[PdfTag | TaggedText]) -> None:
    """Put ``tags`` behind what ``parent`` holds, the first of them into its last where that goes on in it."""
    last = parent.content[-1] if parent.content else None
    first = tags[0] if tags else None
    if isinstance(last, PdfTag) and isinstance(first, PdfTag) and _goes_on(last, first):
        match first.kind:
            case "P":
                last.content += [*_parting(last), *first.content]
            case "Table":
                _append(last, [_once(item, last) for item in first.content])
            case _:
                _append(last, first.content)
        tags = tags[1:]
    elif isinstance(last, TaggedText) and isinstance(first, TaggedText):
        parent.content += _parting(parent)
    parent.content += tags


def _parting(tag: PdfTag) -> list[TaggedText]:
    """A line end behind the words of ``tag``, unless one stands there."""
    text = "".join(one.text for one in tag.texts())
    return [] if text.endswith(("\n", CUT, DIVIDED)) else [LINE_END]


def _once(item: PdfTag | TaggedText, table: PdfTag) -> PdfTag | TaggedText:
    """``item`` of a table that goes on; a head that is only repeated is one of the page."""
    if not isinstance(item, PdfTag) or not _is_head(item):
        return item
    repeated = item.words in (tag.words for tag in table.walk() if _is_head(tag))
    return replace(item, kind=ARTIFACT) if repeated else item


def _is_head(tag: PdfTag) -> bool:
    cells = [cell.kind for cell in tag.content if isinstance(cell, PdfTag)]
    return tag.kind == "THead" or (tag.kind == "TR" and {*cells} == {"TH"})


def lift_notes(tag: PdfTag) -> None:
    """Put notes that stand within a paragraph or a heading, where they are called, behind it."""
    lifted: list[PdfTag | TaggedText] = []
    for item in tag.content:
        lifted.append(item)
        if isinstance(item, PdfTag):
            lift_notes(item)
            if item.kind not in GROUPS and item.kind not in HOLDERS:
                notes = [inner for inner in item.content if isinstance(inner, PdfTag) and inner.kind in NOTES]
                item.content = [inner for inner in item.content if inner not in notes]
                lifted += notes
    tag.content = lifted


def settle(tag: PdfTag) -> None:
    """Make one of paragraphs next to each other that break off in mid-sentence; put lists into the items above them."""
    found, tag.content = tag.content, []
    for item in found:
        above = tag.content[-1] if tag.content else None
        if isinstance(item, PdfTag):
            settle(item)
        if isinstance(item, PdfTag) and isinstance(above, PdfTag) and (above.kind, item.kind) == ("LI", "L"):
            above.content.append(item)
        elif isinstance(item, PdfTag) and isinstance(above, PdfTag) and _breaks_over(above, item):
            _append(tag, [item])
        else:
            tag.content.append(item)


def fill_corners(tree: PdfTag) -> None:
    """Give the head of a table the empty cell in its corner, which PDFium does not tell: nothing is drawn there."""
    for table in (tag for tag in tree.walk() if tag.kind == "Table"):
        first, *others = [tag for tag in table.walk() if tag.kind == "TR"] or [table]
        widths = {_width(row) for row in others}
        heads = _is_head(first) or not any(map(str.isdigit, first.words))
        if heads and len(others) > 1 and widths == {_width(first) + 1}:
            first.content.insert(0, PdfTag("TH"))


def _width(row: PdfTag) -> int:
    return sum(cell.columns for cell in row.content if isinstance(cell, PdfTag))


def _goes_on(last: PdfTag, first: PdfTag) -> bool:
    """Whether ``first`` at the head of a page goes on from ``last``, or is a group like it."""
    if last.kind != first.kind:
        return False
    match last.kind:
        case "P":
            return breaks_off(last.words, first.words)
        case "LI":
            return not any(isinstance(item, PdfTag) and item.kind == "Lbl" for item in first.content)
        case "Table":
            return _columns(last) == _columns(first)
        case kind:
            return kind in WITH_ITS_LIKE


def _columns(table: PdfTag) -> int:
    rows = (tag for tag in table.walk() if tag.kind == "TR")
    return max((sum(isinstance(cell, PdfTag) for cell in row.content) for row in rows), default=0)


def _breaks_over(above: PdfTag, below: PdfTag) -> bool:
    """Whether a paragraph breaks off at the end of ``above``, a column or one itself, and goes on in ``below``."""
    last, first = _outermost(above, -1), _outermost(below, 0)
    return above.kind == below.kind and last.kind == first.kind == "P" and breaks_off(last.words, first.words)


def _outermost(tag: PdfTag, at: int) -> PdfTag:
    """The first or last element in ``tag`` that is no mere group."""
    while tag.kind in GROUPS and tag.content and isinstance(inner := tag.content[at], PdfTag):
        tag = inner
    return tag


def breaks_off(one: str, below: str) -> bool:
    """Whether the paragraph ``one`` goes on in ``below``, over a column or a page."""
    if len(one) < LONG or ends_clause(one) or one[-1] in ":;":
        return False
    return ends_in_small_word(one) or SMALL.match(below) is not None


def name_notes(tree: PdfTag, usual: float) -> None:
    """Make notes of small paragraphs that begin with a raised mark which the text above them calls."""
    called: set[str] = set()
    for tag in (tag for tag in tree.walk() if tag.kind == "P"):
        first, *rest = [one for one in tag.texts() if one.text.strip()] or [LINE_END]
        begins = is_high(first, usual) and first.text.strip() in called
        if begins and rest and all(one.size <= SMALLER * usual for one in rest):
            tag.kind = NOTES[0]
            _part_label(tag, LABEL)
        called.update(one.text.strip() for one in rest if is_high(one, usual))


def is_high(found: TaggedText, usual: float) -> bool:
    """Whether a text is the mark of a note, raised or in type so small."""
    return (found.raised or found.size <= RAISED * usual) and MARK.fullmatch(found.text.strip()) is not None


def _part_label(item: PdfTag, label: re.Pattern[str]) -> None:
    """Give the item of a list, or a note, that begins with its mark a label of its own."""
    holder, at = _opening(item)
    first = holder.content[at] if holder.content else None
    if isinstance(first, TaggedText) and (mark := label.match(first.text)):
        holder.content[at] = first._replace(text=first.text[mark.end() :])
        item.content.insert(0, PdfTag("Lbl", [first._replace(text=mark[0])]))


def _opening(item: PdfTag) -> tuple[PdfTag, int]:
    """Where the first words of ``item`` are, in no label and no list inside it."""
    holder, at = item, 0
    while at < len(holder.content):
        inner = holder.content[at]
        if isinstance(inner, PdfTag) and inner.kind not in ("L", "Lbl") and inner.content:
            holder, at = inner, 0
        elif isinstance(inner, TaggedText) and not inner.text.strip():
            at += 1
        else:
            return holder, at
    return PdfTag("Lbl"), 0
