"""Plain text: every word in order, lines of 72 columns broken at U+0020 only."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oimpress.model.nodes import Cell, Edition, Item, List, Para, Release, Row, Table, Text
from oimpress.style import load_style
from oimpress.writers import find
from oimpress.writers.plain.flowed import columns
from oimpress.writers.plain.lines import grid, wrapped
from oimpress.writers.tabular import layout
from tests.strategies import releases
from tests.writers import samples
from tests.writers.wordorder import QUICK, missing

STYLE = load_style("oim")


def shown(edition: Edition) -> str:
    return find("text").write(edition, STYLE).value.decode()


def body(*blocks: Para | List) -> str:
    return shown(Edition((Release(id="r", title=(Text("T"),), body=blocks),), "T", kind="single"))


@pytest.mark.parametrize("edition", [samples.edition(), samples.single(), samples.hostile()])
def test_every_word_in_order(edition: Edition) -> None:
    assert missing(edition, shown(edition)) == []


def test_no_line_is_longer_than_72_columns() -> None:
    assert max(map(columns, shown(samples.edition()).split("\n"))) <= 72


def test_no_line_ends_in_a_blank_and_the_file_ends_in_one_line_feed() -> None:
    made = shown(samples.edition())
    assert not [line for line in made.split("\n") if line.endswith(" ")]
    assert made.endswith("\n")
    assert not made.endswith("\n\n")


def test_no_break_spaces_stay_within_their_line() -> None:
    made = shown(samples.edition())
    for bound in ("63\u202f316\u00a0personnes", "1\u202f531\u202f298\u00a0habitants", "14\u00a0mai 2019"):
        assert bound in made


def test_a_chain_of_no_break_spaces_is_never_cut() -> None:
    chain = "\u00a0".join(["mot"] * 40)
    assert list(wrapped(f"avant {chain} après", 72)) == ["avant", chain, "après"]


@given(st.text("ab \u00a0\u202f\n王é"), st.integers(1, 30))
def test_wrapping_changes_nothing_but_blanks(paragraph: str, width: int) -> None:
    made = list(wrapped(paragraph, width))
    assert [part for part in " ".join(made).split(" ") if part] == [
        part for part in paragraph.replace("\n", " ").split(" ") if part
    ]
    assert all(columns(line) <= width or " " not in line for line in made)


def test_wide_characters_count_twice() -> None:
    assert list(wrapped("王小明 王小明", 12)) == ["王小明", "王小明"]
    assert list(wrapped("王小明 王小明", 13)) == ["王小明 王小明"]


def test_facts_are_aligned() -> None:
    made = shown(samples.edition())
    assert "Date de début                   2019\n" in made
    assert "Statut du projet                Achevé\n" in made


def test_an_undated_release_comes_last_without_a_word_of_it() -> None:
    made = shown(samples.edition())
    assert "sans date" not in made
    assert made.index("9\u00a0juillet 2009") < made.rindex("Durango")


@pytest.mark.parametrize(
    ("ordered", "marker", "labels"),
    [
        (True, "1)", ["1)", "2)"]),
        (True, "3.", ["3.", "4."]),
        (True, "b)", ["b)", "c)"]),
        (True, "i.", ["i. ", "ii."]),
        (True, "(1)", ["(1)", "(2)"]),
        (True, "", ["1.", "2."]),
        (False, "•", ["•", "•"]),
        (False, "-", ["–", "–"]),
        (False, "→", ["→", "→"]),
    ],
)
def test_lists_count_like_their_marker(ordered: bool, marker: str, labels: list[str]) -> None:
    items = tuple(Item((Para((Text(word),)),)) for word in ("un", "deux"))
    made = body(List(items, ordered, marker))
    assert f"{labels[0]} un\n{labels[1]} deux\n" in made


def test_a_table_too_wide_becomes_rows() -> None:
    rows = tuple(Row(tuple(Cell((Text(f"{word}{n}"),)) for n in range(40))) for word in ("tête", "cellule"))
    made = list(grid(layout(Table(rows)), 72))
    assert made[0].startswith("- tête0 | tête1 |")
    assert any(line.startswith("- cellule0 | ") for line in made)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert shown(samples.edition()) == shown(samples.edition())


def test_it_is_what_was_accepted(golden: Callable[[str, bytes | str], None]) -> None:
    golden("writers/kit.txt", shown(samples.edition()))


@settings(max_examples=40, phases=QUICK)
@given(releases)
def test_any_release_comes_through(release: Release) -> None:
    """Addresses of links are left out here, since they stand between a word and what is glued to it."""
    edition = Edition((release,), "Titre", kind="single")
    with patch("oimpress.writers.plain.lines.safe_href", return_value=""):
        assert missing(edition, shown(edition)) == []
