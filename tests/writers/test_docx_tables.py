"""Tables and facts in DOCX."""

from __future__ import annotations

import pytest

from oimpress.model.nodes import (
    Cell,
    Para,
    Row,
    Table,
    Text,
)
from oimpress.writers.docx.markup import W
from tests.writers import samples
from tests.writers.word_parts import Opened, of


@pytest.mark.parametrize(
    ("columns", "word", "turned", "trait"),
    [(3, 20, 0, ""), (8, 8, 0, "+ Small"), (14, 7, 1, ""), (26, 4, 1, "+ Tiny")],
)
def test_smaller_type_and_a_turned_page_come_before_a_broken_word(
    columns: int, word: int, turned: int, trait: str
) -> None:
    rows = tuple(Row(tuple(Cell((Text("m" * word),)) for _ in range(columns))) for _ in range(2))
    opened = of(Para((Text("avant"),)), Table(rows), Para((Text("après"),)))
    sections = opened.values("//w:sectPr/w:pgSz/@w:orient")
    assert sections == ["landscape"] * turned
    names = opened.values("//w:style/w:name/@w:val", "word/styles.xml")
    assert any(name.startswith(f"Press Cell {trait}".strip()) for name in names)
    assert sum(map(int, opened.values("//w:tblGrid/w:gridCol/@w:w"))) > 9000


def test_cells_span_and_stand_as_they_say() -> None:
    head = Row((Cell((Text("A"),), True, rows=2), Cell((Text("B"),), True, columns=2)))
    rows = (head, Row((Cell((Text("b"),)), Cell((Text("1,5"),)))))
    opened = of(Table(rows, (Text("Ventes"),)))
    assert opened.values("//w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert len(opened.find("//w:tc/w:tcPr/w:vMerge")) == 2
    assert opened.values("//w:p[.//w:t='Ventes']/w:pPr/w:pStyle/@w:val") == ["TableCaption"]


def test_tables_repeat_their_head(kit: Opened) -> None:
    heads = kit.find("//w:tbl[w:tblPr/w:tblStyle[@w:val='PressTable']]/w:tr[w:trPr/w:tblHeader]")
    assert len(heads) == 1
    assert set(kit.values("//w:tr[w:trPr/w:tblHeader]//w:pStyle/@w:val")) == {
        "PressCellHeader",
        "PressCellHeaderFigure",
    }


def test_a_short_row_stays_short() -> None:
    rows = samples.hostile().releases[1].body[1]
    assert isinstance(rows, Table)
    assert of(rows).values("//w:tr/w:trPr/w:gridAfter/@w:val") == ["1"]


def test_a_table_without_cells_leaves_a_line() -> None:
    assert not of(Table((Row(()),))).find("//w:tbl")


def test_facts_are_a_table_of_labels_and_values(kit: Opened) -> None:
    rows = kit.find("//w:tbl[w:tblPr/w:tblStyle[@w:val='PressFacts']]/w:tr")
    shown = [["".join(cell.itertext(f"{{{W}}}t")) for cell in row.iter(f"{{{W}}}tc")] for row in rows]
    assert shown[4] == ["Budget (USD)", "200\u202f000\u00a0$"]
    assert len(shown) == 10
