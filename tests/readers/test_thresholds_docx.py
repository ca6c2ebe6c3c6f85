"""Every threshold of the reader of Word: a document just inside is read otherwise than one just outside.

``./dev sensitivity docx`` moves each by 30 % and names those that no test notices.
"""

from __future__ import annotations

import pytest

from oimpress.errors import ReadError
from oimpress.model.draft import Line
from oimpress.model.nodes import Emphasis, Figure, Table, Text
from oimpress.model.traced import of_source
from oimpress.readers import read
from oimpress.readers.docx.bookmarks import enclosed
from oimpress.readers.docx.captions import captioned
from oimpress.readers.docx.numbering import _number
from oimpress.readers.shared.reader import Drafted
from oimpress.readers.shared.tree import Node
from oimpress.sources import Source
from tests.readers.word import p, r, word
from tests.thresholds import Boundary, blind, names


def drafted(source: Source) -> list[object]:
    """The flow of a document."""
    (part,) = read(source)
    assert isinstance(part, Drafted)
    return [*part.draft.value.flow]


def marked(depth: int) -> bool:
    """Whether a paragraph within so many of our bookmarks stands in as many controls."""
    begun = [Node("bookmarkStart", {"id": f"{at}", "name": f"_oimpress_section_{at}"}) for at in range(depth)]
    ended = [Node("bookmarkEnd", {"id": f"{at}"}) for at in range(depth)]
    found = enclosed([Node("p", {}, [*begun, of_source("Un mot"), *ended])])
    return sum(each.tag == "sdt" for top in found for each in top.walk()) == depth


def is_heading(based: int) -> bool:
    """Whether a style is one of headings that is the last of so many, each based on the next."""
    own = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="s{at}"/><w:basedOn w:val="s{at + 1}"/></w:style>'
        for at in range(1, based)
    )
    level = '<w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    last = f'<w:style w:type="paragraph" w:styleId="s{based}">{level}</w:style>'
    flow = drafted(word(p("Un titre", style="s1") + p("Du texte."), styles=own + last))
    return isinstance(flow[0], Line) and flow[0].level > 0


def is_whole(depth: int) -> bool:
    """Whether a document is read whose elements nest so deep."""
    try:
        drafted(word("<w:customXml>" * depth + p("Du texte.") + "</w:customXml>" * depth))
    except ReadError:
        return False
    return True


def line(text: str, italic: bool = False) -> Line:
    return Line((Emphasis((Text(text),)) if italic else Text(text),), 1, 1)


def said_below(size: int) -> bool:
    """Whether an italic line below a picture is its caption, behind a paragraph so long."""
    return len(captioned([line("m" * size), Figure("a.png"), line("Le pont", italic=True)])) == 2


def is_table(size: int) -> bool:
    """Whether a table with a cell so long is one."""
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("m" * size, "Un mot"))
    return any(isinstance(each, Table) for each in drafted(word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")))


def foreign(share: int) -> bool:
    """Whether words in another language are marked that are so many of a hundred letters."""
    others = r("m" * share, '<w:lang w:val="en-GB"/>')
    said = drafted(word(p(r("m" * (100 - share), '<w:lang w:val="fr-FR"/>'), others)))
    return "Foreign" in repr(said)


DOCUMENTS = (
    Boundary("DEEPEST_BOOKMARK", 39, 40, marked),
    Boundary("LONGEST_CHAIN", 60, 61, is_heading),
    Boundary("DEEPEST_ELEMENT", 55, 56, is_whole),
    Boundary("HIGHEST_NUMBER", 9999, 10000, lambda n: _number(f"{n}") == n),
    Boundary("LEAST_PROSE", 119, 120, said_below),
    Boundary(
        "LONGEST_CAPTION", 200, 201, lambda n: len(captioned([Figure("a.png"), line("Figure 1. ".ljust(n, "m"))])) == 1
    ),
    Boundary("LONGEST_CELL", 600, 601, is_table),
    Boundary("RARE", 20, 21, foreign),
)


@pytest.mark.parametrize("boundary", DOCUMENTS, ids=lambda one: one.name)
def test_what_is_just_inside_is_read_otherwise(boundary: Boundary) -> None:
    assert boundary.parts()


def test_every_threshold_has_its_boundary_which_tells_where_it_stands() -> None:
    assert names("docx") == sorted(boundary.name for boundary in DOCUMENTS)
    assert not list(blind("docx", DOCUMENTS))
