"""Lines that are nothing but what is clicked on a page; words that only begin like one."""

from __future__ import annotations

import pytest

from oimpress.passes.lines.buttons import bare_label, is_button


@pytest.mark.parametrize("line", ["Facebook", "Français | English", "Partager · Imprimer", "FR / EN"])
def test_buttons(line: str) -> None:
    assert is_button(line)


@pytest.mark.parametrize(
    "line", ["Facebook a changé le pays", "Français | Histoire", "Mali | Niger", "|", "• Facebook"]
)
def test_no_buttons(line: str) -> None:
    assert not is_button(line)


@pytest.mark.parametrize(
    "line", ["SHARE THIS :", "J’aime", "Share this > »", "Facebook|Twitter|LinkedIn", "Français • English"]
)
def test_buttons_in_any_dress(line: str) -> None:
    assert is_button(line)


def test_a_row_of_buttons_has_an_end() -> None:
    row = " | ".join(["Facebook"] * 11)
    assert len(f"{row}  ") == 120
    assert is_button(f"{row}  ")
    assert not is_button(f"{row}   ")


def test_labels_are_compared_without_their_dress() -> None:
    assert bare_label("L’Espace PRESSE : > »|.") == "l'espace presse"
    assert bare_label("« Presse") == "« presse"
