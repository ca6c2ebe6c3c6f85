"""Every threshold of the reader of PDF: lines just inside are read otherwise than those just outside.

``./dev sensitivity pdf`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import pytest

from oimpress.readers.pdf import limits
from oimpress.readers.pdf.boxes import with_boxes
from oimpress.readers.pdf.cuts import divisions
from oimpress.readers.pdf.document import _is_scanned
from oimpress.readers.pdf.items import _indent, with_labels
from oimpress.readers.pdf.joining import LineSpacing, goes_on, in_column, right_edges, setting
from oimpress.readers.pdf.notes import with_notes
from oimpress.readers.pdf.order import _stretches
from oimpress.readers.pdf.overleaf import breaks_off
from oimpress.readers.pdf.places import _levels
from oimpress.readers.pdf.running import _at_edge, running_lines
from oimpress.readers.pdf.tables import _without_layouts
from oimpress.readers.pdf.tagged import TagReader, is_trusted
from oimpress.readers.shared.pdfchars import PlacedChar
from oimpress.readers.shared.pdfium import PdfLine, PdfMark
from oimpress.readers.shared.pdfrules import RuledTable
from oimpress.readers.shared.pdftags import PdfTag, TaggedText, at_edges
from oimpress.readers.shared.tree import Sheet
from tests.thresholds import Boundary, blind, names


def row(text: str = "Un mot de la fin", left: float = 100, bottom: float = 500, size: float = 20) -> PdfLine:
    return PdfLine(text, 0, left, left + 200, bottom + size, bottom, size, 1000)


def heading_goes_on(gap: int) -> bool:
    above, below = row(), row(bottom=500 - gap)
    return goes_on(above, above, below, LineSpacing({above: 900, below: 900}, setting([]).far), heading=True)


def apart(lines: int, room: int) -> bool:
    """Whether so many lines that go on, so far apart, tell that all may stand so."""
    return setting([row("et la suite", bottom=900 - at * room, size=10) for at in range(lines)]).far * 10 >= room


def joined(words: tuple[str, str], room: int, wide: int = 300) -> bool:
    """Whether the second line goes on with the first so far above it, where most lines stand 20 apart."""
    above, below = row(words[0]), row(words[1], bottom=500 - room)
    return goes_on(above, above, below, LineSpacing({above: wide, below: wide}, 2), heading=False)


def wide(room: int) -> bool:
    """Whether lines so far apart are one paragraph where others stand 30 apart that go on."""
    lines = [row("et la suite", bottom=900 - at * 30, size=15) for at in range(6)]
    return room <= setting(lines).far * 15


def often(cuts: int, lines: int) -> bool:
    """Whether a program divides words that cut so many of so many lines."""
    return divisions("com-\nmune\n" * cuts + "m\n" * (lines - 2 * cuts)).often


def boxed(size: int) -> bool:
    """Whether lines of so many of 200 letters in a frame are a box."""
    framed = [row("m" * (size - 2))._replace(frame=(0, 1, 0, 1)), row("m.")._replace(frame=(0, 1, 0, 1))]
    return any(each.frame for each in with_boxes([row("m."), *framed, row("m" * (197 - size) + ".")]))


def level(apart: int, lines: int = 3) -> bool:
    """Whether so many lines that end so far from each other are set to one width, below a wider one."""
    rows = [row(bottom=900, size=20)._replace(right=600)]
    rows += [row(bottom=880 - 20 * at, size=20)._replace(right=300 + apart * (at > 0) / 10) for at in range(lines)]
    return right_edges(rows)[rows[1]] < 600


def numbered(size: int) -> bool:
    """Whether what stands so long before « page 1/1 » at the foot of the only page goes with it."""
    return bool(running_lines([row("m" * 99), row("m" * size + "m page 1/1", bottom=10)]))


def owned(distance: int) -> bool:
    """Whether a bullet so far left of a line is its label."""
    bullet = row("•", size=10)._replace(right=110)
    return any(each.item for each in with_labels([bullet, row(left=110 + distance, size=10)]))


def trusted(broken: int) -> bool:
    """Whether the tags are believed of a page on which so many of twenty paragraphs go on in the next."""
    words = [f"{'m' if at <= broken else 'M'}ots {'m' * 50}" for at in range(1, 21)]
    tags = [PdfTag("P", [TaggedText(text, "", 10)]) for text in ("M" * 50, *words)]
    return is_trusted(PdfTag("Document", [*tags]), [])


def is_margin(top: int) -> bool:
    """Whether a word that no tag names, so high above the foot of the page, is a running foot."""
    return at_edges([PlacedChar("m", (0, 1, top - 10, top), 10)], 1000, limits.TAGGED_EDGE)


def is_table(size: int) -> bool:
    """Whether rules around a cell so long are those of a table."""
    (one,) = _without_layouts([row("m" * size)._replace(table=RuledTable(()))])
    return one.table is not None


def is_note(size: int) -> bool:
    """Whether what begins with a mark that the text calls is its note, in type so large."""
    called = row("Un mot1 de la fin" * 9)._replace(marks=(PdfMark(6, 7, "raised"),))
    return bool(with_notes([called, row("1 Une note", size=size)])[-1].note)


PAGES = (
    Boundary("EDGE", 99, 100, lambda n: _at_edge(row(bottom=n - 20), limits.EDGE)),
    Boundary("LARGER", 45, 46, lambda n: bool(_levels([row("m" * 99), row("m", size=n / 2)]))),
    Boundary("FAR", 35, 36, heading_goes_on),
    Boundary("MOST_OF_PAGE", 100, 101, boxed),
    Boundary("EVEN", 39, 40, level),
    Boundary("LEAST_EVEN", 2, 3, lambda n: level(0, n)),
    Boundary("running.NUMBERED{0,120}", 120, 121, numbered),
    Boundary("LEAST_LONG", 39, 40, lambda n: joined(("m" * n, "m"), 20, 999)),
    Boundary("FAR_BELOW", 200, 201, lambda n: len(list(_stretches([row(), row(bottom=480 - n)]))) == 1),
    Boundary("LEAST_WORDS", 4, 5, lambda n: joined(("mot " * n, "Mot"), -100)),
    Boundary("LEAST_CUTS", 2, 3, lambda n: often(n, 9)),
    Boundary("CUT_SHARE", 100, 101, lambda n: often(4, n)),
    Boundary("FARTHEST", 30, 31, lambda n: apart(6, n)),
    Boundary("LEAST_SEEN", 3, 4, lambda n: apart(n, 25)),
    Boundary("CLOSE", 30, 31, lambda n: joined(("Val", "d’Aune"), n, 900)),
    Boundary("WIDER", 34, 35, wide),
    Boundary(
        "LEVELS", 3, 4, lambda n: n in _levels([row("m" * 99), *(row("m", size=30 + at) for at in range(n))]).values()
    ),
    Boundary("LITTLE", 19, 20, lambda n: _is_scanned([row("m" * n)], 1)),
    Boundary("NEAR", 39, 40, owned),
    Boundary("COLUMN", 119, 120, lambda n: _indent(row(left=100 + n, size=10), [row(left=100, size=10)]) > 0),
    Boundary("LONG", 39, 40, lambda n: breaks_off("m" * n, "suite")),
    Boundary("BROKEN", 6, 7, trusted),
    Boundary("TAGGED_EDGE", 149, 150, is_margin),
    Boundary("LONGEST_CELL", 400, 401, is_table),
    Boundary("SMALLER", 19, 20, is_note),
    Boundary("INDENT_IN", 119, 120, lambda n: in_column(row(left=100), row(left=100 + n))),
    Boundary("INDENT_OUT", 39, 40, lambda n: in_column(row(left=100 + n), row())),
)


@pytest.mark.parametrize("boundary", PAGES, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("pdf") == sorted(boundary.name for boundary in PAGES)
    assert not list(blind("pdf", PAGES))


@pytest.mark.parametrize("size", [8, 9])
def test_a_number_in_type_so_large_calls_a_note_where_most_is_of_ten_points(size: int) -> None:
    reader = TagReader(Sheet(), {}, {}, frozenset({"1"}), 10)
    assert ("sup" in repr(reader.element(PdfTag("P", [TaggedText("1", "", size)])))) is (size == 8)
