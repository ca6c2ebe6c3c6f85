"""Where and when a text was signed at its end is its dateline; a line of the text that only resembles it stays."""

from __future__ import annotations

import pytest

from tests.passes.reading import LEAD, MORE, paragraphs, read

TEXT = f"La régie ouvre trois lignes de nuit\n\n{LEAD}\n\n{MORE}\n\n"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Fait à Liège, le 4 juin 2025", "Liège"),
        ("Fait à Vaubrun-sur-Lie, le 4 juin 2025.", "Vaubrun-sur-Lie"),
        ("Kinshasa, ce 4 juin 2025", "Kinshasa"),
        ("Lyon, mercredi 4 juin 2025", "Lyon"),
    ],
)
def test_a_text_signed_at_its_end(line: str, place: str) -> None:
    done = read(f"{TEXT}{line}\n\nLe bureau\n").value
    assert done.dateline is not None
    assert done.dateline.place is not None
    assert (str(done.dateline.place.text), str(done.published)) == (place, "2025-06-04")
    assert line not in paragraphs(done.body)


@pytest.mark.parametrize(
    "line",
    [
        "Prochain conseil, le 4 juin 2025",
        "Le 4 juin 2025",
        "Lyon accueillera la fête, le 4 juin 2025, à midi",
        "Lyon, le 4 juin 2025 et Nantes le 5",
    ],
)
def test_other_dates_stay(line: str) -> None:
    done = read(f"{TEXT}{line}\n\n{MORE}x\n").value
    assert done.dateline is None
    assert line in " ".join(paragraphs(done.body))


def test_the_head_goes_first() -> None:
    done = read(f"La régie ouvre trois lignes\n\nNantes, le 2 juin 2025 – {LEAD}\n\n{MORE}\n\nLyon, le 4 juin 2025\n")
    assert done.value.dateline is not None
    assert done.value.dateline.place is not None
    assert str(done.value.dateline.place.text) == "Nantes"
