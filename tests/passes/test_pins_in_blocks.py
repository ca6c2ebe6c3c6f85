"""What a person says of lines that markup put into lists, tables and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from oimpress.errors import UsageError
from oimpress.model.draft import Line
from oimpress.model.nodes import Cell, List, Para, Quote, Row, Section, Table, Text
from oimpress.model.runs import flatten
from oimpress.model.traced import of_source
from oimpress.passes.pins import pinned
from oimpress.pipeline import Normalised, normalise_source
from oimpress.settings import Metadata
from oimpress.sources import Source
from tests.passes.reading import bare, draft, items, title

UNREAD = draft("")


LISTED = (
    "<h1>Le pont sera repeint en mai</h1><p>La circulation y sera coupée chaque nuit, de vingt et une heures à six.</p>"
    "<ul><li>Un éclairage provisoire</li><li>Une voie séparée du chantier</li></ul>"
)


def pinned_page(page: str, **pins: str) -> Normalised:
    lines: Any = {label: (words,) for label, words in pins.items()}
    return normalise_source(Source("x.html", page.encode(), Metadata(lines=lines)))


@pytest.mark.parametrize(
    ("said", "put"),
    [
        ({"fact": "Une voie : séparée"}, "Une voie : séparée"),
        ({"list": "Une voie séparée"}, "Une voie séparée"),
        ({"heading": "Une voie séparée"}, "Une voie séparée<ul><li>du chantier</li></ul>"),
        ({"title": "Une voie séparée"}, "<a href='https://brion.example/'>Une voie séparée</a> du chantier"),
    ],
)
def test_words_of_a_list_that_markup_made_are_told(said: dict[str, str], put: str) -> None:
    with pytest.raises(UsageError, match="whose markup says what it is"):
        pinned_page(LISTED.replace("Une voie séparée du chantier", put), **said)


MIDDLE = LISTED.replace("</li></ul>", "</li><li>Des barrières tout autour</li></ul>")
SEPARATE = "Une voie séparée du chantier"


def test_an_item_that_markup_made_is_a_heading_a_paragraph_or_nothing() -> None:
    done = pinned_page(MIDDLE, heading=SEPARATE)
    first, below = done.value.body[-2:]
    assert isinstance(first, List)
    assert isinstance(below, Section)
    assert bare(str(flatten(below.heading))) == SEPARATE
    assert [type(each) for each in below.blocks] == [List]
    assert items(pinned_page(MIDDLE, body=SEPARATE).value) == [
        ["Un éclairage provisoire"],
        ["Des barrières tout autour"],
    ]
    done = pinned_page(MIDDLE, furniture=SEPARATE)
    assert items(done.value) == [["Un éclairage provisoire", "Des barrières tout autour"]]
    assert done.trail is not None
    assert done.trail.rules["M003"] == 1


def test_what_stands_in_a_list_above_the_title_can_belong_to_the_head() -> None:
    page = "<ul><li>Travaux de printemps</li><li>Brémont, le 12 mars 2024</li></ul>" + LISTED
    done = pinned_page(f"<article>{page}</article>", kicker="Travaux de printemps", dateline="Brémont, le 12 mars 2024")
    assert bare(str(flatten(done.value.kicker))) == "Travaux de printemps"
    assert done.value.published == "2024-03-12"
    assert items(done.value) == [["Un éclairage provisoire", SEPARATE]]
    assert title(done) == "Le pont sera repeint en mai"


NESTED = LISTED.replace("</li></ul>", "<ul><li>Des barrières</li><li>Un gardien</li></ul></li></ul>")


@pytest.mark.parametrize("words", ["Des barrières", "Un gardien", SEPARATE])
def test_what_stands_in_a_list_within_a_list_can_go_and_be_nothing_else(words: str) -> None:
    done = pinned_page(NESTED, furniture=words)
    kept = [each for each in ("Un éclairage provisoire", SEPARATE, "Des barrières", "Un gardien") if each != words]
    shown = str(done.value.body)
    assert [each in shown for each in (*kept, words)] == [True] * 3 + [False]
    assert done.trail is not None
    assert done.trail.rules["M003"] == 1
    with pytest.raises(UsageError, match="whose markup says what it is"):
        pinned_page(NESTED, heading=words)


ROWS = (("Direction de la voirie", "Brion, le 12 mars 2024"), ("Lundi", "fermé"), ("Mardi", "ouvert"))


def tabled(cells: Sequence[Sequence[str]], **pins: tuple[str, ...]) -> list[str | list[list[str]]]:
    """The flow behind the pins, lines as their words and tables as those of their cells."""
    table = Table(tuple(Row(tuple(Cell((Text(of_source(text)),) if text else ()) for text in row)) for row in cells))
    done = pinned(replace(UNREAD, flow=(table,), pins=pins)).value
    return [
        item.plain
        if isinstance(item, Line)
        else [[str(flatten(cell.children)) for cell in row.cells] for row in item.rows]
        for item in done.flow
        if isinstance(item, Line | Table)
    ]


def test_a_cell_at_the_edge_of_a_table_or_alone_in_its_row_is_a_line() -> None:
    rows = [list(row) for row in ROWS]
    assert tabled(ROWS, issuer=("Direction de la voirie",), dateline=("Brion, le 12 mars 2024",)) == [
        "Direction de la voirie",
        "Brion, le 12 mars 2024",
        rows[1:],
    ]
    assert tabled(ROWS, body=("ouvert",)) == [[*rows[:2], ["Mardi", ""]], "ouvert"]
    alone = [*ROWS[1:2], ("Horaires d'été", ""), *ROWS[2:]]
    assert tabled(alone, heading=("Horaires d'été",)) == [[["Lundi", "fermé"]], "Horaires d'été", [["Mardi", "ouvert"]]]
    assert tabled(ROWS, furniture=("fermé",)) == [[rows[0], ["Lundi", ""], rows[2]]]


def test_a_cell_amid_others_is_told() -> None:
    with pytest.raises(UsageError, match="whose markup says what it is"):
        tabled(ROWS, heading=("fermé",))
    with pytest.raises(UsageError, match="whose markup says what it is"):
        tabled([("Direction\nde la voirie", "")], heading=("Direction",))


def test_a_paragraph_of_a_quotation_is_a_line_and_its_speaker_stays() -> None:
    quote = Quote(tuple(Para((Text(of_source(text)),)) for text in ("Un.", "Deux.", "Trois.")), (Text("Awa Sow"),))

    def left(words: str, given: Quote = quote) -> list[tuple[str, bool]]:
        flow = pinned(replace(UNREAD, flow=(given,), pins={"body": (words,)})).value.flow
        return [(type(item).__name__, isinstance(item, Quote) and bool(item.attribution)) for item in flow]

    assert left("Un.") == [("Line", False), ("Quote", True)]
    assert left("Deux.") == [("Quote", False), ("Line", False), ("Quote", True)]
    assert left("Trois.") == [("Quote", True), ("Line", False)]
    with pytest.raises(UsageError, match="whose markup says what it is"):
        left("Un.", replace(quote, blocks=quote.blocks[:1]))


def test_words_of_a_line_beside_a_list_bind() -> None:
    lines: Any = {"title": ("Le pont sera repeint en mai",)}
    done = normalise_source(Source("x.html", LISTED.encode(), Metadata(lines=lines)))
    assert title(done) == "Le pont sera repeint en mai"
