"""Notes at the foot of a PDF's pages, or behind its text: small lines that begin with a mark which the text calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oimpress.model.anchors import is_within
from oimpress.patterns import lazy
from oimpress.readers.pdf.limits import FAR, SMALLER, rounded, usual_size
from oimpress.readers.shared.pdfchars import MARK
from oimpress.readers.shared.pdfium import PdfLine, PdfMark
from oimpress.readers.shared.pdfspots import TextEdge, standing

LABEL = lazy(rf"\s*[\[(]?(?P<mark>{MARK.pattern})[\])]?[.)]?(?:\s+|$)")
BACK = lazy("[↩↑⏎^]\ufe0e?")
POWER = lazy(r"(?<![^\W\d_])(?:[kcdmµ]?m|10)$")


class NoteMark(NamedTuple):
    """A mark on a page: numbers may begin anew with each."""

    page: int
    mark: str


def with_notes(found: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines; those of notes stand behind all others, each with the name of its note, which its calls have too."""
    small = SMALLER * usual_size((row.size, len(row.text)) for row in found)
    called = sorted({mark for row in found if row.size > small for mark in _calls(row)}, reverse=True)
    first = {mark: page for page, mark in called}
    text: list[PdfLine] = []
    noted: list[PdfLine] = []
    names: dict[NoteMark, str] = {}
    last: PdfLine | None = None
    led = _led(found)
    for at, row in enumerate(found):
        mark = note_mark(row) if row.table is None and (row.size <= small or _leads_back(row) or at in led) else ""
        if mark and first.get(mark, row.page + 1) <= row.page and NoteMark(row.page, mark) not in names:
            last = row._replace(note=names.setdefault(NoteMark(row.page, mark), f"n{len(names) + 1}"))
        else:
            last = row._replace(note=last.note) if last and _goes_on(last, row) else None
        (noted if last else text).append(last or row)
    return [*(_calling(row, names) for row in text), *noted]


def _led(found: Sequence[PdfLine]) -> frozenset[int]:
    """The lines to which raised marks lead that they begin with themselves."""
    calls = {mark.to: row.text[mark.start : mark.end] for row in found for mark in row.marks if _may_call(row, mark)}
    spots = standing(calls, (TextEdge(row.page, row.right, row.top) for row in found))
    return frozenset(at for href, at in spots.items() if note_mark(found[at]) == calls[href])


def note_mark(row: PdfLine) -> str:
    """The mark that a line begins with, as notes do."""
    begun = LABEL.match(row.text)
    linked = row.text[: row.marks[0].end].strip() if _leads_back(row) else ""
    return next(_raised_at_head(row), begun["mark"] if begun else linked)


def _leads_back(row: PdfLine) -> bool:
    """Whether a line begins with a mark that leads to another place of the text, as that of a note does to its call."""
    first = next(iter(row.marks), None)
    back = first and first.start == 0 and first.kind == "link" and is_within(first.to)
    return bool(back and first and MARK.fullmatch(row.text[: first.end].strip()))


def label_end(row: PdfLine) -> int:
    """Where the words of a note begin behind its mark, in its first line."""
    begun = LABEL.match(row.text)
    return max(
        [mark.end for mark in row.marks if mark.start == 0 and (mark.kind == "raised" or _leads_back(row))]
        + [begun.end() if begun else 0]
    )


def way_back(row: PdfLine) -> int:
    """Where the arrow begins that leads back from the end of a note; where the line ends without one."""
    last = row.marks[-1] if row.marks else None
    back = last and last.kind in ("link", "anchor") and BACK.fullmatch(row.text[last.start :].strip())
    return last.start if last and back else len(row.text)


def _raised_at_head(row: PdfLine) -> Iterator[str]:
    lead = len(row.text) - len(row.text.lstrip())
    return (row.text[mark.start : mark.end] for mark in row.marks if mark.kind == "raised" and mark.start == lead)


def _calls(row: PdfLine) -> Iterator[NoteMark]:
    """The marks of a line that may call notes."""
    return (NoteMark(row.page, row.text[mark.start : mark.end]) for mark in row.marks if _may_call(row, mark))


def _may_call(row: PdfLine, mark: PdfMark) -> bool:
    """Whether a raised mark stands behind words, and is no power: m², 10³."""
    return mark.kind == "raised" and mark.start > 0 and not POWER.search(row.text[: mark.start])


def _goes_on(note: PdfLine, row: PdfLine) -> bool:
    """Whether a note goes on in the next line."""
    near = 0 < note.bottom - row.bottom <= FAR * row.size
    return near and row.page == note.page and rounded(row.size) == rounded(note.size) and row.table is None


def _calling(row: PdfLine, names: dict[NoteMark, str]) -> PdfLine:
    """The line with its calls; a note on its own page goes before one at the end of the text."""
    marks = tuple(_named(row, mark, names) if mark.kind == "raised" else mark for mark in row.marks)
    return row._replace(marks=marks) if row.marks else row


def _named(row: PdfLine, mark: PdfMark, names: dict[NoteMark, str]) -> PdfMark:
    said = row.text[mark.start : mark.end] if _may_call(row, mark) else ""
    behind = min((note for note in names if note.mark == said and note.page >= row.page), default=None)
    return mark._replace(kind="call", to=names[behind]) if behind else mark._replace(to="")
