"""Cut-offs and numbers on every day of 1970 to 2100, and across changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oimpress.digest.periods import Calendar, first_fortnight
from oimpress.settings.lists import PERIODS, Period

DAY = timedelta(days=1)
FIRST, LAST = date(1970, 1, 1), date(2100, 12, 31)
CALENDAR_PERIODS = [period for period in PERIODS if period != "count"]
ZONES = ("UTC", "Europe/Paris", "America/Mexico_City", "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca")


def cut_days(calendar: Calendar) -> list[date]:
    """Every day of 1970 to 2100 on which a period is cut off, found by asking for every day."""
    found = []
    for ordinal in range(FIRST.toordinal(), LAST.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if calendar.latest(datetime.combine(day, time(23, 59, 59), UTC))[0] == day:
            found.append(day)
    return found


@pytest.mark.parametrize("day", [1, 4, 7])
@pytest.mark.parametrize("period", CALENDAR_PERIODS)
def test_numbers_run_without_gap_through_every_year(period: Period, day: int) -> None:
    calendar = Calendar(period, FIRST, day, time(8))
    numbered = [calendar.number(cut) for cut in cut_days(calendar)]
    for before, after in pairwise(numbered):
        assert after in ((before[0], before[1] + 1), (before[0] + 1, 1))
    lengths = {before[1] for before, after in pairwise(numbered) if after[1] == 1}
    expected = {"daily": {365, 366}, "weekly": {52, 53}, "fortnightly": {26, 27}, "monthly": {12}, "quarterly": {4}}
    assert lengths <= expected[period]
    assert numbered[-1][0] in (131, 132)  # 1970 is volume 1


def test_weekly_numbers_are_those_of_iso_8601() -> None:
    calendar = Calendar("weekly", date(2020, 1, 1), day=1)
    assert calendar.number(date(2020, 12, 28)) == (1, 53)
    assert calendar.number(date(2021, 1, 3)) == (1, 53)
    assert calendar.number(date(2021, 1, 4)) == (2, 1)
    assert calendar.number(date(2024, 12, 30)) == (6, 1)


def test_quarters_end_where_quarters_end() -> None:
    calendar = Calendar("quarterly", date(2026, 1, 1), day=31)
    assert cut_days(calendar)[-4:] == [date(2100, 1, 31), date(2100, 4, 30), date(2100, 7, 31), date(2100, 10, 31)]
    assert [calendar.number(day)[1] for day in cut_days(calendar)[-4:]] == [1, 2, 3, 4]


def test_the_last_day_of_a_short_month() -> None:
    calendar = Calendar("monthly", date(2024, 1, 1), day=31)
    assert calendar.latest(datetime(2024, 3, 30, 12, tzinfo=UTC))[0] == date(2024, 2, 29)
    assert calendar.latest(datetime(2023, 3, 30, 12, tzinfo=UTC))[0] == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 3, 28), "2026-03-28T01:30:00+00:00"),
        (date(2026, 3, 29), "2026-03-29T01:30:00+00:00"),  # 02:30 does not exist: 03:30 summer time
        (date(2026, 3, 30), "2026-03-30T00:30:00+00:00"),
        (date(2026, 10, 25), "2026-10-25T00:30:00+00:00"),  # 02:30 comes twice: the first
        (date(2026, 10, 26), "2026-10-26T01:30:00+00:00"),
    ],
)
def test_hours_that_clocks_skip_or_repeat(day: date, moment: str) -> None:
    calendar = Calendar("daily", FIRST, hour=time(2, 30), zone=ZoneInfo("Europe/Paris"))
    assert calendar.moment(day).isoformat() == moment


@given(
    st.sampled_from(CALENDAR_PERIODS),
    st.integers(1, 7),
    st.times(),
    st.sampled_from(ZONES),
    st.datetimes(datetime(1970, 2, 1), datetime(2100, 12, 1)),
    st.dates(FIRST, date(2100, 1, 1)),
)
def test_now_lies_between_two_cut_offs(
    period: Period, day: int, hour: time, zone: str, now: datetime, since: date
) -> None:
    calendar = Calendar(period, since, day, hour.replace(microsecond=0), ZoneInfo(zone))
    moment = now.replace(tzinfo=UTC)
    last_day, last = calendar.latest(moment)
    next_day, following = calendar.upcoming(moment)
    assert last <= moment < following
    assert next_day >= since
    assert calendar.latest(following)[0] == next_day or calendar.latest(following)[1] == following
    if last_day >= since:
        assert calendar.upcoming(last - timedelta(seconds=1))[1] == last
        assert calendar.number(last_day) != calendar.number(next_day)


def test_every_minute_of_a_day_with_a_change_has_one_answer() -> None:
    calendar = Calendar("daily", FIRST, hour=time(2, 30), zone=ZoneInfo("Europe/Paris"))
    for start in (datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)):
        answers = [calendar.latest(start + timedelta(minutes=minute)) for minute in range(3 * 24 * 60)]
        assert sorted(answers) == answers
        assert len(set(answers)) == 4


@pytest.mark.parametrize(
    ("period", "day", "now", "latest", "upcoming"),
    [
        ("daily", 1, "2026-11-23T08:00", "2026-11-23", "2026-11-24"),
        ("daily", 1, "2026-11-23T07:59", "2026-11-22", "2026-11-23"),
        ("count", 1, "2026-11-23T07:59", "2026-11-22", "2026-11-23"),
        ("weekly", 1, "2026-11-23T08:00", "2026-11-23", "2026-11-30"),
        ("weekly", 1, "2026-11-23T07:59", "2026-11-16", "2026-11-23"),
        ("weekly", 7, "2026-11-23T08:00", "2026-11-22", "2026-11-29"),
        ("weekly", 3, "2026-11-23T08:00", "2026-11-18", "2026-11-25"),
        ("fortnightly", 1, "2026-11-23T08:00", "2026-11-23", "2026-12-07"),
        ("fortnightly", 1, "2026-11-23T07:59", "2026-11-09", "2026-11-23"),
        ("fortnightly", 4, "2026-11-23T08:00", "2026-11-19", "2026-12-03"),
        ("monthly", 23, "2026-11-23T08:00", "2026-11-23", "2026-12-23"),
        ("monthly", 23, "2026-11-23T07:59", "2026-10-23", "2026-11-23"),
        ("monthly", 31, "2026-12-01T00:00", "2026-11-30", "2026-12-31"),
        ("monthly", 31, "2026-01-15T00:00", "2025-12-31", "2026-01-31"),
        ("quarterly", 15, "2026-11-23T00:00", "2026-10-15", "2027-01-15"),
        ("quarterly", 15, "2026-10-15T07:59", "2026-07-15", "2026-10-15"),
        ("quarterly", 15, "2026-10-15T08:00", "2026-10-15", "2027-01-15"),
        ("quarterly", 15, "2026-01-10T00:00", "2025-10-15", "2026-01-15"),
        ("quarterly", 1, "2026-06-30T00:00", "2026-04-01", "2026-07-01"),
    ],
)
def test_the_cut_offs_around_a_moment(period: Period, day: int, now: str, latest: str, upcoming: str) -> None:
    calendar = Calendar(period, date(2025, 1, 2), day)
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    eight = time(8, tzinfo=UTC)
    for found, wanted in ((calendar.latest(moment), latest), (calendar.upcoming(moment), upcoming)):
        expected = date.fromisoformat(wanted)
        assert found == (expected, datetime.combine(expected, eight))


@pytest.mark.parametrize(
    ("since", "upcoming"), [("2026-12-10", "2026-12-14"), ("2026-12-14", "2026-12-14"), ("2026-12-15", "2026-12-21")]
)
def test_no_cut_off_stands_before_the_first_day_of_a_list(since: str, upcoming: str) -> None:
    calendar = Calendar("weekly", date.fromisoformat(since))
    assert calendar.upcoming(datetime(2026, 11, 23, 8, tzinfo=UTC))[0] == date.fromisoformat(upcoming)


@pytest.mark.parametrize(
    ("since", "day", "first"),
    [("2026-01-01", 1, "2026-01-05"), ("2026-01-05", 1, "2026-01-05"), ("2026-01-06", 1, "2026-01-12")],
)
def test_the_first_fortnight_of_a_list(since: str, day: int, first: str) -> None:
    calendar = Calendar("fortnightly", date.fromisoformat(since), day)
    assert first_fortnight(calendar) == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("period", "day", "number"),
    [
        ("daily", "2024-12-31", (1, 366)),
        ("daily", "2026-01-01", (3, 1)),
        ("weekly", "2026-11-23", (3, 48)),
        ("fortnightly", "2026-01-05", (3, 1)),
        ("fortnightly", "2026-01-12", (3, 2)),
        ("fortnightly", "2026-01-19", (3, 2)),
        ("monthly", "2026-11-23", (3, 11)),
        ("quarterly", "2026-01-31", (3, 1)),
        ("quarterly", "2026-03-31", (3, 1)),
        ("quarterly", "2026-04-01", (3, 2)),
        ("quarterly", "2026-12-01", (3, 4)),
        ("count", "2026-11-23", (3, 0)),
    ],
)
def test_volume_and_number_of_a_day(period: Period, day: str, number: tuple[int, int]) -> None:
    assert Calendar(period, date(2024, 1, 1)).number(date.fromisoformat(day)) == number
