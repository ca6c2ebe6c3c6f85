"""Every threshold of what is written: what is just inside is written otherwise than what is just outside.

``./dev sensitivity writers`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from lxml import html as lxml_html

from oimpress.model.nodes import Cell, Edition, Embargo, Fact, Release, Row, Table, Text, Words
from oimpress.writers.docx.tables import _widths
from oimpress.writers.embargo import on_edge
from oimpress.writers.epub.breaks import Breaks
from oimpress.writers.epub.cover import ROOM, SIZES, fitted
from oimpress.writers.mail.html import preheader
from oimpress.writers.page.fragment import _table
from oimpress.writers.page.kit import mark_long_words
from oimpress.writers.page.linebreaks import _ending, _hyphenated, _tied, _words, may_break
from oimpress.writers.page.markup import element, to_html
from oimpress.writers.pdf.balance import _narrowest
from oimpress.writers.pdf.foot import to_the_foot
from oimpress.writers.pdf.hyphens import hyphenated
from oimpress.writers.plain.text import _facts
from oimpress.writers.web.metadata import description
from tests.thresholds import Boundary, blind, names


def widens(line: int) -> bool:
    """Whether a column of longer lines is wider than one whose longest is so long."""
    shape = cast(Any, SimpleNamespace(words=(5, 5), lines=(200, line)))
    wide, other = _widths(shape, 9000, 100)
    return wide > other


def stands_at_the_edge(size: int) -> bool:
    """Whether the words of an embargo, so long, stand on the edge of each page."""
    return on_edge(Release("a", embargo=Embargo("m" * size, "2026-03-20T06:00:00Z"))).startswith("mm")


def fills_a_page(size: int) -> bool:
    breaks = Breaks()
    breaks.mark(lxml_html.fromstring(f"<div><p>{'m' * size}</p><p>Suite</p></div>"), "a.xhtml")
    return len(breaks.places) == 2


def fits_the_cover(lines: int) -> bool:
    """Whether a title of so many lines stands on the cover in the largest type."""
    face = SimpleNamespace(width=lambda text, size: ROOM + 1 if " " in text else 1)
    return fitted(" ".join(["mot"] * lines), cast(Any, face))[0] == SIZES[0]


def is_shown_whole(size: int) -> bool:
    letter = SimpleNamespace(say=str, entries=[SimpleNamespace(title=(Text("m " + "m" * (size - 2)),))])
    return not preheader(cast(Any, letter)).endswith("…")


def is_long(tag: str, size: int) -> bool:
    """Whether a word so long may be cut in a line, or in a cell."""
    page = element("div", element(tag, "m" * size))
    mark_long_words(page)
    return "long-word" in to_html(page)


def is_balanced(lines: int) -> bool:
    line = (SimpleNamespace(width=1.0), None)
    return _narrowest(lambda width: [line] * lines, 100.0) < 100


def at_the_foot(*notes: str) -> int:
    """How many notes of one paragraph go to the foot of its page."""
    calls = "".join(f'<sup><a href="#n{at}">1</a></sup>' for at in range(len(notes)))
    texts = "".join(f'<p id="n{at}" class="note" role="doc-footnote">{text}</p>' for at, text in enumerate(notes))
    tree = lxml_html.fromstring(f"<article><p>Mot{calls}</p>{texts}</article>")
    to_the_foot(tree)
    return to_html(tree).count("note foot")


def may_end_in_hyphens(lines: int) -> bool:
    """Whether so many lines below each other may end in a hyphen."""
    context, box = SimpleNamespace(dictionaries=None), SimpleNamespace()

    def lay(context: Any, _line: Any, _y: float, _bottom: float, skip: int) -> tuple[Any, int]:
        return SimpleNamespace(text="mot" if context.dictionaries.closed else "mot-"), skip + 1

    made = [hyphenated(lay, context, box, 0, 0, at)[0].text for at in range(lines)]
    return all(text == "mot-" for text in made)


def stands_on_one_line(label: int) -> bool:
    return len(list(_facts((Fact("total", "m" * (label - 2) + " m", Words("Oui")),)))) == 1


def is_cut(size: int) -> bool:
    return description(Edition((), "Kit", subtitle="m ".ljust(size, "m")), None).endswith("…")


def ends(size: int) -> bool:
    """Whether a last word so long is kept from standing alone."""
    text = "m " + "m" * size
    return bool(_ending(text, _words(text), 1))


def short_table(rows: int) -> bool:
    return "short" in _table(Table((Row((Cell((Text("a"),)),)),) * rows)).get("class", "")


WRITTEN = (
    Boundary("LONGEST_LINE", 59, 60, widens),
    Boundary("embargo.LONGEST", 90, 91, stands_at_the_edge),
    Boundary("CHARACTERS", 1799, 1800, fills_a_page),
    Boundary("cover.MOST", 7, 8, fits_the_cover),
    Boundary("PREHEADER", 110, 111, is_shown_whole),
    Boundary("SHORT", 3, 4, short_table),
    Boundary("WORD", 39, 40, lambda n: is_long("p", n)),
    Boundary("CELL_WORD", 19, 20, lambda n: is_long("td", n)),
    Boundary("linebreaks.LONGEST", 16, 17, lambda n: bool(list(_hyphenated("e-".ljust(n, "m"))))),
    Boundary("LONGEST_TIE", 20, 21, lambda n: len(_tied("à ".ljust(n, "m"))) == 1),
    Boundary("LAST_LINE", 28, 29, lambda n: may_break("m" * n)),
    Boundary("SHORTEST_ENDING", 8, 9, ends),
    Boundary("LONGEST_ENDING", 24, 25, ends),
    Boundary("MOST_LINES", 6, 7, is_balanced),
    Boundary("foot.LONGEST", 600, 601, lambda n: at_the_foot("m" * n) == 1),
    Boundary("foot.MOST", 5, 6, lambda n: at_the_foot(*["Dit."] * n) == n),
    Boundary("hyphens.MOST", 2, 3, may_end_in_hyphens),
    Boundary("LABELS", 30, 31, stands_on_one_line),
    Boundary("metadata.LONGEST", 200, 201, is_cut),
)


@pytest.mark.parametrize("boundary", WRITTEN, ids=lambda one: one.name)
def test_what_is_just_inside_is_written_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("writers") == sorted(boundary.name for boundary in WRITTEN)
    assert not list(blind("writers", WRITTEN))
