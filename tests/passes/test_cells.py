"""Cells as lines: at their breaks, each at its line of the source, a blank before the first."""

from __future__ import annotations

from oimpress.model.nodes import Break, Cell, Para, Strong, Text
from oimpress.model.traced import of_source
from oimpress.passes.cells import lines_of_cells

SOURCE = "Contacts\n\nAwa Sow, Dakar\nparle anglais\n\nAnne Roy"


def said(word: str) -> Text:
    return Text(of_source(word, SOURCE.index(word)))


def test_each_part_between_breaks_is_a_line_where_the_source_has_it() -> None:
    cells: list[Cell | Para] = [
        Cell((said("Awa Sow"),)),
        Cell((said("Dakar"), Break(), said("parle anglais"))),
        Para((said("Anne Roy"),)),
    ]
    found = [(line.plain, line.where, line.gap) for line in lines_of_cells(cells, SOURCE)]
    assert found == [("Awa Sow", "l.3", 1), ("Dakar", "l.3", 0), ("parle anglais", "l.4", 0), ("Anne Roy", "l.6", 0)]


def test_what_says_nothing_is_no_line() -> None:
    cells = [Cell(()), Cell((Break(), said("Dakar"), Break())), Cell((Text(of_source("  ", 8)),))]
    assert [(line.plain, line.gap) for line in lines_of_cells(cells, SOURCE)] == [("Dakar", 1)]


def test_the_markup_of_a_part_stays_and_its_blanks_go() -> None:
    cell = Cell((Strong((said("Awa Sow"), Break(), Text(of_source(" Dakar ", 18)))),))
    first, second = lines_of_cells([cell], SOURCE)
    assert first.children == (Strong((Text("Awa Sow"),)),)
    assert second.children == (Strong((Text("Dakar"),)),)


def test_words_that_come_from_no_source_stand_in_its_first_line() -> None:
    assert [line.where for line in lines_of_cells([Cell((Text("Dakar"),))], SOURCE)] == ["l.1"]
