"""Every threshold of the reader of PDF: lines just inside are read otherwise than those just outside.

``./dev sensitivity pdf`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import pytest

from oimpress.readers.pdf.document import _at_edge, _goes_on, _is_scanned, _levels
from oimpress.readers.pdf.items import with_labels
from oimpress.readers.shared.pdfium import PdfLine
from tests.thresholds import Boundary, blind, names


def row(text: str = "Un mot de la fin", left: float = 100, bottom: float = 500, size: float = 20) -> PdfLine:
    return PdfLine(text, 0, left, left + 200, bottom + size, bottom, size, 1000)


def heading_goes_on(gap: int) -> bool:
    above, below = row(), row(bottom=500 - gap)
    return _goes_on(above, below, {above: 900, below: 900}, heading=True)


def owned(distance: int) -> bool:
    """Whether a bullet so far left of a line is its label."""
    bullet = row("•", size=10)._replace(right=110)
    return any(each.item for each in with_labels([bullet, row(left=110 + distance, size=10)]))


PAGES = (
    Boundary("EDGE", 99, 100, lambda n: _at_edge(row(bottom=n - 20))),
    Boundary("LARGER", 45, 46, lambda n: bool(_levels([row("m" * 99), row("m", size=n / 2)]))),
    Boundary("FAR", 35, 36, heading_goes_on),
    Boundary(
        "LEVELS", 3, 4, lambda n: n in _levels([row("m" * 99), *(row("m", size=30 + at) for at in range(n))]).values()
    ),
    Boundary("LITTLE", 19, 20, lambda n: _is_scanned([row("m" * n)], 1)),
    Boundary("NEAR", 39, 40, owned),
)


@pytest.mark.parametrize("boundary", PAGES, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("pdf") == sorted(boundary.name for boundary in PAGES)
    assert not list(blind("pdf", PAGES))
