"""Links within a PDF: the text that stands where they lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from oimpress.model.anchors import NOWHERE, WITHIN, is_within
from oimpress.readers.shared.pdfium import PdfLine, PdfMark
from oimpress.readers.shared.pdfspots import TextEdge, standing
from oimpress.readers.shared.pdftags import PdfTag


def tagged_places(tree: PdfTag) -> tuple[Mapping[str, str], Mapping[int, str]]:
    """The names of the places that links lead to: by what the links say, and by the ``id()`` of the text there."""
    texts = [one for one in tree.texts() if one.text.strip()]
    found = standing((one.href for one in texts), (one.edge for one in texts))
    names = {at: f"place-{number}" for number, at in enumerate(sorted(set(found.values())), 1)}
    return {href: WITHIN + names[at] for href, at in found.items()}, {id(texts[at]): name for at, name in names.items()}


def with_places(found: Sequence[PdfLine]) -> Sequence[PdfLine]:
    """``found``, the lines to which links lead marked as anchors; links to other places lead nowhere."""
    hrefs = [mark.to for row in found for mark in row.marks if is_within(mark.to)]
    if not hrefs:
        return found
    led = standing(hrefs, (TextEdge(row.page, row.right, row.top) for row in found))
    names = {at: f"a{number}" for number, at in enumerate(sorted(set(led.values())), 1)}
    tos = {href: WITHIN + names[at] for href, at in led.items()}
    return [
        row._replace(marks=tuple(sorted((*_led(row.marks, tos), *_anchor(row, names.get(at, ""))))))
        for at, row in enumerate(found)
    ]


def _led(marks: Sequence[PdfMark], tos: Mapping[str, str]) -> list[PdfMark]:
    """``marks`` with links that lead to anchors; those to no text lead nowhere."""
    return [mark._replace(to=tos.get(mark.to, WITHIN + NOWHERE)) if is_within(mark.to) else mark for mark in marks]


def _anchor(row: PdfLine, name: str) -> tuple[PdfMark, ...]:
    """The mark of the words of ``row`` before and between other marks: of all, since a label at their head may go."""
    if not name:
        return ()
    ends = [0, *(end for mark in row.marks for end in (mark.start, mark.end)), len(row.text.rstrip())]
    free = (span for span in zip(ends[::2], ends[1::2], strict=True) if row.text[slice(*span)].strip())
    return tuple(PdfMark(*span, "anchor", name) for span in islice(free, 1))
