"""Tables of one cell in Word: boxes among the text; letterheads, titles and cards in them are lines."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import Aside, List
from oimpress.model.runs import plain
from oimpress.pipeline import normalise_source
from oimpress.sources import Source
from tests.readers.laws import lawful
from tests.readers.word import p, r, word
from tests.readers.word_shapes import PROSE, abstract, counted, level, style

BOLD = "<w:b/>"
STYLES = style("Title", "Title") + style("heading 1", "Heading1")
NUMBERING = abstract(1, level(0, "bullet", "•")) + counted(1, 1)
HEAD, SAID = p(r("Bon à savoir", BOLD)), p("Le bus passe toutes les dix minutes.")


def cell(*inner: str, count: int = 1) -> str:
    made = f"<w:tc>{''.join(inner)}</w:tc>" * count
    return f"<w:tbl><w:tr>{made}</w:tr></w:tbl>"


def source(*parts: str) -> Source:
    return word(p("Une piscine rouvre", style="Title") + "".join(parts), styles=STYLES, numbering=NUMBERING)


def boxes(done: Source) -> list[Aside]:
    return [block for block in normalise_source(done).value.body if isinstance(block, Aside)]


def test_sentences_in_a_table_of_one_cell_among_others_are_a_box() -> None:
    done = source(p(PROSE), cell(HEAD, SAID), p("La suite est là."))
    lawful(done)
    (box,) = boxes(done)
    assert plain(box.heading) == "Bon à savoir"
    assert len(box.blocks) == 1


def test_a_list_in_it_is_a_list() -> None:
    (box,) = boxes(source(p(PROSE), cell(HEAD, p("un bassin", listed="1.0"), p("un parc", listed="1.0")), p(PROSE)))
    assert [type(block) for block in box.blocks] == [List]


@pytest.mark.parametrize(
    "parts",
    [
        (cell(HEAD, SAID), p(PROSE)),  # above the text
        (p(PROSE), cell(HEAD, SAID)),  # who a body is, at the end
        (p(PROSE), cell(SAID), p(PROSE)),  # one paragraph
        (p(PROSE), cell(HEAD, p("Awa Sow")), p(PROSE)),  # a card
        (p(PROSE), cell(HEAD, p("Un titre", style="Heading1"), SAID), p(PROSE)),
        (p(PROSE), cell(HEAD, SAID, count=2), p(PROSE)),
    ],
)
def test_other_tables_are_none(parts: tuple[str, ...]) -> None:
    assert boxes(source(*parts)) == []
