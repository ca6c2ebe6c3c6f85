"""When embargoes end, as offices word it; and what cannot be told."""

from __future__ import annotations

import pytest

from oimpress.passes.head.embargo import instant
from tests.passes.reading import codes, read

TEXT = "La régie ouvre trois lignes de nuit\n\nParis, le 3 mars 2026 – La régie ouvrira trois lignes de nuit au printemps.\n"


@pytest.mark.parametrize(
    ("text", "country", "until"),
    [
        ("Sous embargo jusqu’au 20 mars 2026 à 6 h 00 GMT", "", "2026-03-20T06:00:00Z"),
        ("EMBARGO : 12 mars 2024, 6 h", "FR", "2024-03-12T05:00:00Z"),
        ("Embargo jusqu’au 12/07/2024 – 6h30", "FR", "2024-07-12T04:30:00Z"),
        ("Embargo : 12 mars 2024 à 18:00 (heure de Dakar)", "FR", "2024-03-12T18:00:00Z"),
        ("Embargo jusqu’au 12 mars 2024, 0 h 01 UTC", "", "2024-03-12T00:01:00Z"),
        ("Sous embargo jusqu’au 12 mars 2024", "CH", "2024-03-11T23:00:00Z"),
        ("Sous embargo jusqu’au 12 mars 2024 à minuit", "FR", "2024-03-12T23:00:00Z"),
        ("Sous embargo jusqu’au 12 mars 2024 à midi", "BE", "2024-03-12T11:00:00Z"),
        ("Embargoed until 5 June 2025, 9.30 am", "FR", "2025-06-05T07:30:00Z"),
        ("Embargoed until 5 June 2025, 9 am GMT", "", "2025-06-05T09:00:00Z"),
        ("Embargo jusqu’au 5 juin 2025, 5 h HAE", "", "2025-06-05T09:00:00Z"),
        ("Embargo jusqu’au 5 juin 2025, 5 h GMT+2", "", "2025-06-05T03:00:00Z"),
        ("Embargo jusqu’au 5 juin 2025, 5 h", "CA", ""),
        ("Embargo jusqu’au 5 juin 2025, 5 h", "", ""),
        ("Embargo jusqu’au 31 février 2025", "FR", ""),
        ("Embargo jusqu’au 5 juin 2025, puis jusqu’au 7 juin 2025", "FR", ""),
        ("Embargo le 5 juin 2025 à 5 h ou à 7 h", "FR", ""),
        ("Embargo jusqu’au 5 juin 2025, 9.30", "FR", ""),
        ("Embargo jusqu’à la fin de la réunion", "FR", ""),
    ],
)
def test_instants(text: str, country: str, until: str) -> None:
    assert instant(text, country) == until


@pytest.mark.parametrize(
    ("text", "issued", "until"),
    [
        ("Embargo jusqu’au 5 juin, 8 h", "2025-06-03", "2025-06-05T06:00:00Z"),
        ("Embargo jusqu’au 2 janvier, 8 h", "2025-12-30", "2026-01-02T07:00:00Z"),
        ("Embargo jusqu’au 5 juin, 8 h", "", ""),
    ],
)
def test_a_day_without_a_year_is_the_first_since_the_release(text: str, issued: str, until: str) -> None:
    assert instant(text, "FR", issued) == until


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Sous embargo jusqu’à la fin de la réunion", "H106"),
        ("Embargo : 5 mars 2026, 8 h\nEmbargo : 6 mars 2026, 8 h", "H107"),
        ("Sous embargo jusqu’au 31 février 2026", "H106"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(head: str, code: str) -> None:
    done = read(f"{head}\n\n{TEXT}")
    assert code in codes(done.notices)
    assert done.value.embargo
    assert not done.value.embargo.until


def test_an_embargo_that_can_be_read_is_no_doubt() -> None:
    done = read(f"Sous embargo jusqu’au 4 mars 2026, 7 h\n\n{TEXT}")
    assert done.value.embargo
    assert done.value.embargo.until == "2026-03-04T06:00:00Z"
