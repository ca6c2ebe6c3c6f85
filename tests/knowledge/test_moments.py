"""The instants that words name; what they leave open, and that none is ever too early."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.knowledge.moments import WRITTEN, read_instant
from oimpress.writers.embargo import through, until


@pytest.mark.parametrize(
    ("words", "country", "instant"),
    [
        ("Sous embargo jusqu’au 20 mars 2026 à 6 h 00 GMT", "", "2026-03-20T06:00:00Z"),
        ("EMBARGO JUSQU'AU 20 MARS 2026, 6 H 00 GMT", "FR", "2026-03-20T06:00:00Z"),
        ("EMBARGO : 12 mars 2024, 6 h", "FR", "2024-03-12T05:00:00Z"),
        ("EMBARGO : 12 juillet 2024, 6h30", "FR", "2024-07-12T04:30:00Z"),
        ("À ne pas diffuser avant le 4 mai 2026, 10 heures", "DE", "2026-05-04T08:00:00Z"),
        ("Embargo : 12/07/2026 à 9h00 (heure de Paris)", "SN", "2026-07-12T07:00:00Z"),
        ("Embargo jusqu’au 14 mars 2024, 18 h 30 TU", "", "2024-03-14T18:30:00Z"),
        ("Embargoed until Tuesday 10 September 2019, 14:00 CEST (12:00 GMT)", "", "2019-09-10T12:00:00Z"),
        ("Embargo : 12 mars 2024, 6 h GMT, 7 h CET", "", "2024-03-12T06:00:00Z"),
        ("Embargo until 00:01 GMT, 14 March 2025", "", "2025-03-14T00:01:00Z"),
        ("Embargoed until 10 a.m. London time, 14 July 2025", "", "2025-07-14T09:00:00Z"),
        ("Embargo until noon CET, March 14, 2025", "", "2025-03-14T11:00:00Z"),
        ("EMBARGO 14 mars 2025, 6 h (UTC−4)", "", "2025-03-14T10:00:00Z"),
        ("Embargo hasta el 20 de marzo de 2026, 06:00 hora local", "GT", "2026-03-20T12:00:00Z"),
        ("Embargo le 14 mars 2025 à midi, heure de Genève", "", "2025-03-14T11:00:00Z"),
        ("Embargo jusqu’au 12/07/2024 – 6h30", "FR", "2024-07-12T04:30:00Z"),
        ("Embargo : 12 mars 2024 à 18:00 (heure de Dakar)", "", "2024-03-12T18:00:00Z"),
        ("Embargo jusqu’au 12 mars 2024, 0 h 01 UTC", "", "2024-03-12T00:01:00Z"),
        ("Embargoed until 5 June 2025, 9.30 am", "FR", "2025-06-05T07:30:00Z"),
        ("Embargoed until 00.01 GMT, Monday 3 March 2025", "", "2025-03-03T00:01:00Z"),
        ("Embargo: 9.00 H (hora de París), 3 de marzo de 2025", "", "2025-03-03T08:00:00Z"),
        ("Embargoed until 00.01 hours, 9 May 2024", "IE", "2024-05-08T23:01:00Z"),
        ("Embargo le 3 mars 2025, 7.30 GMT+2", "", "2025-03-03T05:30:00Z"),
        ("Embargo le 3 mars 2025, 7.30", "FR", ""),  # a figure that says no hour
        ("Embargo jusqu’au 5 juin 2025, 5 h HAE", "", "2025-06-05T09:00:00Z"),
        ("Embargo jusqu’au 5 juin 2025, 5 h GMT+2", "", "2025-06-05T03:00:00Z"),
        ("Embargo le 14 mars 2025 à 6 heures du soir", "FR", "2025-03-14T17:00:00Z"),
        ("Embargo le 14 mars 2025 à 6 heures du matin (heure de Paris)", "", "2025-03-14T05:00:00Z"),
    ],
)
def test_instants(words: str, country: str, instant: str) -> None:
    assert read_instant(words, country) == instant


@pytest.mark.parametrize(
    ("words", "country", "instant"),
    [
        ("Sous embargo jusqu’au 14 mars 2025", "FR", "2025-03-14T23:00:00Z"),
        ("Sous embargo jusqu’au 14 mars 2025", "", "2025-03-15T12:00:00Z"),
        ("Sous embargo jusqu’au 14 mars 2025 inclus", "CA", "2025-03-15T07:00:00Z"),
        ("Sous embargo jusqu’au 14 mars 2025 à minuit", "FR", "2025-03-14T23:00:00Z"),
        ("Sous embargo jusqu’au 14 mars 2025, six heures du matin", "FR", "2025-03-14T23:00:00Z"),
    ],
)
def test_the_later_reading_counts(words: str, country: str, instant: str) -> None:
    """A day ends where it ends last; « minuit » is the one that ends it; an hour in letters is not read."""
    assert read_instant(words, country) == instant


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("EMBARGO : 12 mars 2024, 6 h", ""),
        ("EMBARGO : 12 mars 2024, 6 h", "US"),
        ("EMBARGO : 12 mars 2024, 6 h heure des Tuvalou intérieurs", "FR"),
        ("Embargo jusqu’au 5 juin 2025, 9.30", "FR"),
        ("Embargo jusqu’au 5 juin 2025, puis jusqu’au 7 juin 2025", "FR"),
        ("Embargo le 5 juin 2025 à 5 h ou à 7 h", "FR"),
        ("Embargo jusqu’au 5 juin, 8 h", "FR"),
        ("Sous embargo jusqu’à mardi", "FR"),
        ("Sous embargo", "FR"),
        ("Embargo jusqu’au jeudi 14 mars à 6 h GMT", ""),
        ("Embargo : 30 février 2024, 6 h GMT", ""),
        ("Embargo levé le 12 mars 2024 ou le 13 mars 2024, 6 h GMT", ""),
        ("Embargo jusqu’au 12 mars 2026 6 h GMT (7 h à Paris)", ""),
        ("Embargo : 12 mars 2024, 6 h GMT, 8 h CET", ""),
        ("Embargo : 12 mars 2024, 6 h, 7 h CET", "GB"),
    ],
)
def test_what_is_left_open_is_no_instant(words: str, country: str) -> None:
    assert read_instant(words, country) == ""


@pytest.mark.parametrize(
    ("words", "instant"),
    [
        ("Embargo jusqu’au jeudi 14 mars à 6 h", "2024-03-14T05:00:00Z"),
        ("Embargo jusqu’au 12 mars à 6 h", "2024-03-12T05:00:00Z"),
        ("Embargo jusqu’au 3 janvier à 6 h", "2025-01-03T05:00:00Z"),
    ],
)
def test_a_day_without_a_year_is_the_next_one(words: str, instant: str) -> None:
    assert read_instant(words, "FR", "2024-03-12") == instant


moments = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
shifts = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timedelta(minutes=15 * quarters))


@given(moments, shifts, st.sampled_from(["fr", "en", "es"]))
def test_what_publications_print_is_read_again(moment: datetime, shift: timedelta, lang: str) -> None:
    hours, minutes = divmod(abs(shift) // timedelta(minutes=1), 60)
    zone = f"UTC{'-' if shift < timedelta() else '+'}{hours}:{minutes:02}"
    wanted = (moment - shift).replace(tzinfo=UTC).strftime(WRITTEN)
    assert read_instant(until(moment, zone, lang)) == wanted


@given(st.dates(date(2000, 1, 1), date(2099, 12, 30)), st.sampled_from(["fr", "en", "es"]))
def test_a_day_that_publications_print_is_read_to_its_end(day: date, lang: str) -> None:
    assert read_instant(through(day.isoformat(), lang)) == f"{day + timedelta(days=1)}T12:00:00Z"


@given(st.text(max_size=80), st.sampled_from(["", "FR", "US", "XX"]))
def test_any_words_give_an_instant_or_none(words: str, country: str) -> None:
    found = read_instant(words, country)
    assert found == "" or datetime.strptime(found, WRITTEN).strftime(WRITTEN) == found
