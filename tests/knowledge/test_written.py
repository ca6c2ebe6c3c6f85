"""Days, languages and countries as people write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.dates import written_dates
from oimpress.knowledge.gazetteer import country_code
from oimpress.knowledge.tags import language_tag


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2026", ["2026"]),
        ("2026-11", ["2026-11"]),
        ("2026-11-22", ["2026-11-22"]),
        ("22/11/2026", ["2026-11-22"]),
        ("11/22/2026", ["2026-11-22"]),
        ("22.11.2026", ["2026-11-22"]),
        ("22-11-2026", ["2026-11-22"]),
        ("3/3/2026", ["2026-03-03"]),
        ("22 novembre 2026", ["2026-11-22"]),
        ("Le 22 novembre 2026", ["2026-11-22"]),
        ("dimanche 22 novembre 2026", ["2026-11-22"]),
        ("le dimanche  22 Novembre 2026", ["2026-11-22"]),
        ("1er mars 2026", ["2026-03-01"]),
        ("22 nov. 2026", ["2026-11-22"]),
        ("November 22, 2026", ["2026-11-22"]),
        ("22 de noviembre de 2026", ["2026-11-22"]),
        ("novembre 2026", ["2026-11"]),
        ("03/04/2026", ["2026-04-03", "2026-03-04"]),
        ("3.4.2026", ["2026-04-03", "2026-03-04"]),
        ("2026-02-30", []),
        ("30 février 2026", []),
        ("30/02/2026", []),
        ("22/11-2026", []),
        ("22/11/26", []),
        ("22 novembre", []),
        ("2026-13", []),
        ("0000", []),
        ("soon", []),
        ("", []),
        ("22 novembre 2026 à 8 h", []),
        ("dimanche", []),
    ],
)
def test_a_date_alone(text: str, dates: list[str]) -> None:
    assert [*written_dates(text)] == dates


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_understood_however_it_is_written(day: datetime.date) -> None:
    iso = day.isoformat()
    assert written_dates(iso) == (iso,)
    assert iso in written_dates(f"{day:%d/%m/%Y}")
    assert iso in written_dates(f"{day:%m/%d/%Y}")
    assert len(written_dates(f"{day:%d/%m/%Y}")) == (2 if day.day <= 12 and day.day != day.month else 1)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    for found in written_dates(text):
        assert written_dates(found) == (found,)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr_CA", "fr-CA"),
        ("fr-ca", "fr-CA"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("fra", "fr"),
        ("iw", "he"),
        ("ty", "ty"),
        ("gcf", "gcf"),
        ("espagnol", "es"),
        ("Español", "es"),
        ("francais", "fr"),
        ("Français", "fr"),
        ("French", "fr"),
        ("français canadien", "fr-CA"),
        ("esp", ""),
        ("xx", ""),
        ("und", ""),
        ("klingonien", ""),
        ("not a tag", ""),
        ("fr-", ""),
        ("", ""),
    ],
)
def test_a_language(text: str, tag: str) -> None:
    assert language_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "code"),
    [("FR", "FR"), ("ch", "CH"), ("Suisse", "CH"), ("la Suisse", "CH"), ("Switzerland", "CH"), ("XX", ""), ("", "")],
)
def test_a_country(text: str, code: str) -> None:
    assert country_code(text) == code
