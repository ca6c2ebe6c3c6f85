"""Every threshold of the reader of Markdown: a text just inside is read otherwise than one just outside.

``./dev sensitivity markdown`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import pytest

from oimpress.errors import ReadError
from oimpress.readers import read
from oimpress.readers.markdown import sniff
from oimpress.readers.markdown.dialects import spoken
from oimpress.readers.markdown.document import CALL, NOTE, PROPERTY, _outside_code
from oimpress.readers.markdown.drawn import LINE
from oimpress.readers.markdown.front import length
from oimpress.sources import Source
from tests.thresholds import Boundary, blind, names, reach

SIGNS = ("## Un titre", "```", "**gras**")


def signed(text: str) -> bool:
    """Whether a text shows that it is Markdown."""
    return sniff(Source("a.txt", text.encode()))


def late(size: int) -> bool:
    """Whether a text of this size is Markdown whose second sign is its end."""
    return signed(f"{SIGNS[0]}\n{'m' * (size - len(SIGNS[0]) - 5)}\n```")


def quoted(depth: int) -> bool:
    """Whether a text is read in so many quotations."""
    try:
        list(read(Source("a.md", f"{'> ' * depth}Un mot\n".encode())))
    except ReadError:
        return False
    return True


def front(rows: int) -> bool:
    """Whether so many rows with the fence below them are front matter."""
    return length("---\ntitle: Un titre\n" + "tags: eau\n" * (rows - 2) + "---\n") > 0


def drawn(text: str) -> bool:
    """Whether it is a table to readers of dialects."""
    return "<table" in spoken(text, [])


def captioned(empty: int) -> bool:
    """Whether a caption with so many empty lines above it belongs to the table there."""
    return 'role="caption"' in spoken("| a | b |\n|---|---|\n" + "\n" * empty + ": Les murs\n", [])


TEXTS = (
    Boundary("LONGEST_SNIFFED", 200_000, 200_001, late),
    Boundary("LEAST_SIGNS", 1, 2, lambda n: signed("\n".join(SIGNS[:n]))),
    Boundary("DEEPEST_TOKEN", 97, 98, quoted),
    Boundary("SHORT_LINE", 60, 61, lambda n: "  \n" in _outside_code("m" * n + "\na@b.example", {})),
    Boundary("MOST_ROWS", 200, 201, front),
    Boundary("FAR", 3, 4, captioned),
    Boundary(
        "FARTHEST",
        10,
        11,
        lambda n: drawn("-" * 20 + "\n" + "un     six\n" * n + "------ -----\nun     six\n" + "-" * 20),
    ),
    Boundary("LONGEST", 498, 499, lambda n: drawn("---- ----\n" + "un   six\n" * n + "---- ----\n")),
    Boundary("drawn.LINE{10,}", 9, 10, lambda n: bool(LINE.fullmatch("-" * n))),
    reach("document.NOTE{1,40}", 40, NOTE, "[^…]: mot"),
    reach("document.CALL{1,40}", 40, CALL, "[^…]"),
    reach("document.PROPERTY{1,30}", 30, PROPERTY, "M… : mot"),
)


@pytest.mark.parametrize("boundary", TEXTS, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("markdown") == sorted(boundary.name for boundary in TEXTS)
    assert not list(blind("markdown", TEXTS))
