"""Boxes drawn with signs: their signs go, their words stay; tables and lines of marks stay as they are."""

from __future__ import annotations

import pytest

from oimpress.model.draft import Line
from oimpress.model.nodes import Table
from oimpress.model.runs import plain
from oimpress.model.trail import Drop
from oimpress.passes.lines.boxes import boxes
from tests.passes.reading import contacts, draft, paragraphs, read, said

TEXT = "Le stade rouvre samedi, après onze mois de travaux et une saison jouée loin de ses tribunes.\n\n"
BOX = "+--------------------+\n| CONTACT MÉDIAS     |\n| Thibault Garance   |\n| 06 39 98 66 01     |\n+--------------------+\n"


@pytest.mark.parametrize(
    "box", [BOX, BOX.replace("-", "=").replace("|", "│"), BOX.replace("|\n+", "|\n|          |\n+")]
)
def test_a_box_of_contacts_is_read(box: str) -> None:
    (one,) = contacts("Le stade rouvre\n\n" + TEXT * 2 + box)
    assert (one.name, one.phones[0].uri) == ("Thibault Garance", "tel:+33639986601")


@pytest.mark.parametrize(
    "kept",
    [
        "| Lundi | 10 h |\n| Mardi | 14 h |\n",
        "+----------------+\n| Ville | Score |\n| Lyon  | 3     |\n+----------------+\n",
        "+----------------+\nSans bords\n+----------------+\n",
    ],
)
def test_what_is_no_box_stays(kept: str) -> None:
    done = read("Le stade rouvre\n\n" + TEXT * 2 + kept + "\n" + TEXT)
    assert done.trail is not None
    assert not [step for step in done.trail.steps if isinstance(step, Drop) and step.rule == "L012"]


def test_the_words_of_a_box_of_text_stay() -> None:
    done = read("Le stade rouvre\n\n" + TEXT + "+----------+\n| À noter  |\n| Portes à 17 h |\n+----------+\n\n" + TEXT)
    assert "Portes à 17 h" in " ".join(paragraphs(done.value.body))


EDGE, SIDE = "+--------+", "| Mot    |"


@pytest.mark.parametrize(
    ("edge", "side"),
    [
        ("+--------+", "| Mot |"),
        ("┌────────┐", "│ Mot │"),
        ("╔════════╗", "║ Mot ║"),
        ("╭━━━━━━━━╮", "│ Mot│"),
        ("**********", "* Mot *"),
        ("+========+", "|Mot|"),
    ],
)
def test_the_signs_of_a_box_go_and_are_told(edge: str, side: str) -> None:
    done = boxes(draft(f"Avant\n{edge}\n{side}\n{edge}\nAprès"))
    assert said(done.value) == ["Avant", "Mot", "Après"]
    first, last = side.split("Mot")
    assert [(each.rule, str(each.text)) for each in done.dropped] == [
        ("L012", edge),
        ("L012", first),
        ("L012", last),
        ("L012", edge),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{EDGE}\n{EDGE}",
        f"{EDGE}\n{SIDE}",
        f"{SIDE}\n{EDGE}",
        f"{EDGE}\n{SIDE}\nUn mot\n{EDGE}",
        f"{EDGE}\n| Ville | Score |\n{EDGE}",
        "+-------+\n| Mot |\n+-------+",
        f"Un {EDGE}\n{SIDE}\n{EDGE}",
        "\n".join([EDGE, *[SIDE] * 39, EDGE]),
        "Un mot",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    given = draft(text)
    assert boxes(given).value is given


def test_a_box_can_be_tall_and_have_a_head() -> None:
    assert said(boxes(draft("\n".join([EDGE, *[SIDE] * 38, EDGE]))).value) == ["Mot"] * 38
    done = boxes(draft(f"{EDGE}\n{SIDE}\n{EDGE}\n| Deux   |\n{EDGE}"))
    assert said(done.value)[:1] == ["Mot"]


def test_an_empty_line_of_a_box_goes_and_the_words_of_others_keep_their_place() -> None:
    done = boxes(draft(f"{EDGE}\n|        |\n|  Un mot de trop |\n{EDGE}"))
    (line,) = done.value.flow
    assert isinstance(line, Line)
    assert (line.plain, line.where) == ("Un mot de trop", "l.3")
    assert [str(each.text) for each in done.dropped] == [EDGE, "|        |", "|  ", " |", EDGE]


GRID = "┌─────┬──────┐\n│Année│Bacs  │\n├─────┼──────┤\n│2022 │290   │\n├─────┼──────┤\n│2023 │470 en│\n│     │tout  │\n└─────┴──────┘\n"
QUERY = "+-------+------+\n| Année | Bacs |\n+-------+------+\n|  2022 |  290 |\n|  2023 |  470 |\n+-------+------+\n"


@pytest.mark.parametrize(
    ("drawn", "rows"),
    [
        (GRID, [["Année", "Bacs"], ["2022", "290"], ["2023", "470 en tout"]]),
        (QUERY, [["Année", "Bacs"], ["2022", "290"], ["2023", "470"]]),
        (QUERY.replace("|  2023", "|      "), [["Année", "Bacs"], ["2022", "290 470"]]),
    ],
)
def test_a_table_that_is_drawn_is_one(drawn: str, rows: list[list[str]]) -> None:
    done = boxes(draft(TEXT + drawn))
    (found,) = [item for item in done.value.flow if isinstance(item, Table)]
    assert [[plain(cell.children) for cell in row.cells] for row in found.rows] == rows
    assert {each.rule for each in done.dropped} == {"L012"}


@pytest.mark.parametrize(
    "kept",
    [
        QUERY.replace("|  2022 |", "|  2022  "),  # a side is missing
        QUERY.removesuffix("+-------+------+\n").replace("+\n|  2022", "+\n\n|  2022"),
        "+-------+------+\n+-------+------+\n",
    ],
)
def test_what_is_drawn_otherwise_stays(kept: str) -> None:
    done = boxes(draft(TEXT + kept))
    assert not any(isinstance(item, Table) for item in done.value.flow)
