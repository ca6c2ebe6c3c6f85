"""Every threshold that the readers share: a source just inside is read otherwise than one just outside.

``./dev sensitivity sources`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import pytest

from oimpress.errors import ReadError
from oimpress.model.draft import Line
from oimpress.model.nodes import Strong, Text
from oimpress.readers.shared import pdfium
from oimpress.readers.shared.characters import lines_of
from oimpress.readers.shared.codepages import _score, code_page
from oimpress.readers.shared.dumped import with_links
from oimpress.readers.shared.encoding import decode
from oimpress.readers.shared.inlines import CARD, _unemboldened
from oimpress.readers.shared.paged import without_running
from oimpress.readers.shared.pdfbands import _alike, _holds_cells, _rule_below
from oimpress.readers.shared.pdfchars import PlacedChar, _follows, _is_high, _touches
from oimpress.readers.shared.pdfcolumns import (
    ColumnWords,
    _by_leading,
    _is_aligned,
    _is_below,
    _is_table,
    chunks_of,
    columns_of,
    flows,
)
from oimpress.readers.shared.pdfframes import frames
from oimpress.readers.shared.pdfium import PdfLine, _with_dots
from oimpress.readers.shared.pdfrules import DrawnRule, ruled_tables, rules_across
from oimpress.readers.shared.pdfshapes import is_dot
from oimpress.readers.shared.pdfsides import TextEdges, parted
from oimpress.readers.shared.reader import head
from oimpress.readers.shared.underlined import without_underlines
from oimpress.sources import Source
from tests.thresholds import Boundary, blind, names, reach

DAMAGED = b"\xe9 \xe9 "  # two letters of another encoding
LINES = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]


def is_western(text: str) -> bool:
    """Whether bytes of cp1252 read better than worse in it."""
    return _score(text.encode("cp1252"), "cp1252") > 0


def is_utf8(data: bytes) -> bool:
    return decode(data, "a.txt").encoding == "utf-8"


def is_text(data: bytes) -> bool:
    try:
        decode(data, "a.txt")
    except ReadError:
        return False
    return True


def underlined(heading: str, signs: int) -> bool:
    """Whether so many hyphens below a heading underline it."""
    return bool(
        without_underlines([Line((Text(text),), at, at) for at, text in enumerate((heading, "-" * signs), 1)])[1]
    )


def dumped(*texts: str) -> bool:
    """Whether a page that a browser printed, to which a list of addresses is added, has a menu."""
    lines = [*texts, "References", *[f"{n}. https://v.fr/{n}" for n in range(1, 6)]]
    done = with_links([Line((Text(text),), at, at) for at, text in enumerate(lines, 1)])
    return any(each.rule == "F001" for each in done.dropped)


def linked(count: int) -> bool:
    return dumped(*[f"[{n}]Page" for n in range(1, count + 1)], "Un mot.")


def footed(count: int) -> bool:
    return dumped("Un mot.", " | ".join(f"[{n}]Page" for n in range(1, count + 1)))


def is_wide(zeros: int) -> bool:
    """Whether what says no encoding is taken for UTF-16, of which so many letters in a hundred are western."""
    return is_text(("a" * zeros + "中" * (100 - zeros)).encode("utf-16-le"))


def runs(at: int) -> bool:
    """Whether a line so far from the head of two pages is a running head."""
    pages = [[f"{page} {line}" for line in LINES] for page in ("recto", "verso")]
    for page in pages:
        page[at - 1] = "La ville"
    text = "\f".join("\n".join(page) + "\n" for page in pages)
    lines = [line for line in lines_of(text) if isinstance(line, Line)]
    return bool(without_running(lines, text)[1])


def drawn(rules: int, thick: float = 1.0) -> bool:
    """Whether so many rules each way, so thick, draw a table."""
    places = [50.0 * at for at in range(rules)]
    across = [(0.0, places[-1], place, place + thick) for place in places]
    upright = [(place, place + 1.0, 0.0, places[-1]) for place in places]
    return bool(ruled_tables([*across, *upright]))


def letter(char: str = "m", left: float = 0, foot: float = 0, size: float = 100, low: float = 0) -> PlacedChar:
    return PlacedChar(char, (left, left + 50, low, low + size), size, foot)


def words(left: float = 0, right: float = 100, foot: float = 0, size: float = 100) -> ColumnWords:
    return ColumnWords("Mot", left, right, foot, size)


def pair(foot: float = 0) -> list[tuple[int, ColumnWords]]:
    """The words of a row of two columns."""
    return [(0, words(foot=foot)), (1, words(200, 300, foot=foot))]


def dotted(apart: int) -> bool:
    """Whether a dot so far from a line is its bullet."""
    (row,) = _with_dots([PdfLine("Mot", 0, 104.0 + apart, 200, 110, 100, 10, 800)], [(100, 104, 103, 107)])
    return row.dotted


def halved(apart: int, inward: int = 0) -> bool:
    """Whether a line is two whose words stand so far apart, and so far in from the edge of the text."""
    line = [letter(left=inward), letter(left=inward + 50 + apart)]
    return len(list(parted(line, TextEdges(0, inward + 100 + apart)))) == 2


def headed(apart: int) -> bool:
    """Whether a rule so far below the foot of words is that of their cell."""
    return _rule_below(words(10, 90, 1000, 100), [DrawnRule(1000.0 - apart, 0, 300)]) is not None


SHARED = (
    Boundary("ALIEN", 11, 12, lambda n: is_western("señor straße " * 9 + "a° " * n)),
    Boundary("ODD", 4, 5, lambda n: is_western("bàton " * 9 + "a° " * n)),
    Boundary("DOUBT", 7, 8, lambda n: code_page(b"a\xb0 " * n)[1]),
    Boundary("BAD_SHARE", 99, 100, lambda n: is_utf8(("é" * 3).encode() + DAMAGED.ljust(n - 6, b"m"))),
    Boundary("MANY", 4, 5, lambda n: is_utf8(("é" * n).encode() + DAMAGED)),
    Boundary("FEW", 3, 4, lambda n: is_utf8(("a\u0540 " * n).encode())),
    Boundary("ZEROS", 70, 71, is_wide),
    Boundary("ONE_IN", 10, 11, lambda n: is_text(b"\x01" * n + b"m" * (100 - n))),
    Boundary("LONGEST_HEADING", 260, 261, lambda n: _unemboldened((Strong((Text("m" * n),)),)) == (Text("m" * n),)),
    Boundary("DEEP", 3, 4, runs),
    Boundary("CLOSE", 24, 25, lambda n: _touches(letter(), letter(left=50 + n))),
    Boundary("WORD_APART", 49, 50, lambda n: _follows(letter(), letter(left=50 + n))),
    Boundary("DOT_NEAR", 29, 30, dotted),
    Boundary("LEAST_DOT", 11, 12, lambda n: is_dot((0, n / 10, 0, n / 10))),
    Boundary("MOST_DOT", 80, 81, lambda n: is_dot((0, n / 10, 0, n / 10))),
    Boundary("UNEVEN", 74, 75, lambda n: is_dot((0, 8 * n / 100, 0, 8))),
    Boundary("RAISED", 80, 81, lambda n: _is_high(letter("*", foot=20, size=n), 100, 0)),
    Boundary("HIGHER", 25, 26, lambda n: _is_high(letter("*", foot=n, size=90), 100, 0)),
    Boundary("LIFTED", 12, 13, lambda n: _is_high(letter("*", foot=n, size=50), 100, 0)),
    Boundary("SUPERIOR", 25, 26, lambda n: _is_high(letter("2", low=n), 100, 0)),
    Boundary("GAP", 75, 76, lambda n: len(chunks_of([letter(), letter(left=50 + n)])) == 1),
    Boundary("GUTTER", 49, 50, lambda n: len(columns_of([words(), words(100 + n, 300 + n)])) == 1),
    Boundary("FAR", 299, 300, lambda n: _is_below([[words(foot=1000)]], [words(foot=1000 - n)], [(0, 100)])),
    Boundary("ALIKE", 115, 116, lambda n: _is_below([[words(foot=1000)]], [words(foot=900, size=n)], [(0, 100)])),
    Boundary("BESIDE", 30, 31, lambda n: _is_below([[words(foot=1000)]], [words(foot=1000 - n)], [(0, 100)])),
    Boundary("TIGHT", 114, 115, lambda n: bool(_by_leading([pair(1000), [(0, words(foot=900))], pair(900 - n)], 2))),
    Boundary("ALIGNED", 70, 71, lambda n: _is_aligned([words(0, 1000), words(n, 2000)])),
    Boundary("FILLED", 49, 50, lambda n: _is_table([[(at % 20, words()) for at in range(n)], [], [], [], []], 20)),
    Boundary("FLOWING", 25, 26, lambda n: flows([*["m" * 20] * (n + 1), *["M"] * (99 - n)])),
    Boundary("LEAST_FLOWING", 19, 20, lambda n: flows(["m" * n] * 5)),
    Boundary("LEAST_ROWS", 2, 3, lambda n: _is_table([pair()] * n, 2)),
    Boundary("THIN", 30, 31, lambda n: drawn(3, n / 10)),
    Boundary("LEAST_PLACES", 2, 3, drawn),
    Boundary("APART", 500, 501, halved),
    Boundary("WIDE", 699, 700, lambda n: _holds_cells([[words(0, n), words(900, 950)]], 1000)),
    Boundary("BELOW", 119, 120, headed),
    Boundary("LEAST_BANDS", 1, 2, lambda n: bool(list(_alike([DrawnRule(at, 0, 300) for at in range(n + 1)])))),
    Boundary("LEAST_FRAME", 19, 20, lambda n: bool(frames([(0, 99, 0, n)], pdfium.LEAST_FRAME))),
    Boundary("OFF", 2, 3, lambda n: underlined("m" * 20, 20 - n)),
    Boundary("LONGEST_UNDERLINED", 120, 121, lambda n: underlined("m" * n, n)),
    Boundary("LEAST_LINKS", 2, 3, linked),
    Boundary("LEAST_BAR", 1, 2, footed),
    Boundary("SLENDER", 159, 160, lambda n: bool(rules_across([(0, n, 0, 4)]))),
    Boundary("INDENT", 299, 300, lambda n: halved(900, n)),
    Boundary("HEAD", 4096, 4097, lambda n: b"<" in head(Source("a.txt", b"<".rjust(n, b"m")))),
    reach("inlines.CARD{0,40}", 40, CARD, "\n…022 717 91 11", "search"),
)


@pytest.mark.parametrize("boundary", SHARED, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("sources") == sorted(boundary.name for boundary in SHARED)
    assert not list(blind("sources", SHARED))
