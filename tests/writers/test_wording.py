"""Dates as publications say them."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date, format_skeleton

from oimpress.writers.wording import long_date


@pytest.mark.parametrize("month", range(1, 13))
def test_a_french_date_is_that_of_cldr(month: int) -> None:
    day = date(2019, month, 14)
    assert long_date(f"2019-{month:02}-14", "fr") == format_date(day, "long", "fr").replace(" ", "\u00a0", 1)
    assert long_date(f"2019-{month:02}", "fr") == format_skeleton("yMMMM", day, locale="fr").replace(" ", "\u00a0", 1)


def test_the_first_of_a_month_is_an_ordinal_in_french_alone() -> None:
    assert [long_date("2019-05-01", lang) for lang in ("fr", "fr-CH", "en", "es")] == [
        "1er\u00a0mai 2019",
        "1er\u00a0mai 2019",
        "May 1, 2019",
        "1 de mayo de 2019",
    ]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_year_is_said_alone_and_what_is_no_date_not_at_all(lang: str) -> None:
    assert long_date("2019", lang) == "2019"
    assert not long_date("demain", lang)
