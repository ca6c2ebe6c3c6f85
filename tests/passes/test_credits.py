"""Credits of pictures: of any office, by its acronym; and words that only begin like one."""

from __future__ import annotations

import pytest

from oimpress.passes.credits import CREDIT_LINE


@pytest.mark.parametrize(
    "line",
    [
        "Photo OIM 2010 / Jean Dupont",
        "Crédit photo MSF",
        "Photo: Jean Dupont",
        "Credit UN/Maria Lopez",
        "Photo CICR, 2011",
    ],
)
def test_credits(line: str) -> None:
    assert CREDIT_LINE.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    ["Photos HD sur demande", "Photo HD", "Crédits FEDER votés en mai", "Photos PME primées", "Photo de famille"],
)
def test_no_credits(line: str) -> None:
    assert not CREDIT_LINE.fullmatch(line)
