"""When an issue is due, and its volume and number: functions of the calendar alone.

A period has one cut-off: a day and an hour in the list's time zone. The issue's number is that of the cut-off's day in
its year (ISO 8601 for weeks), so it can be told from the date and does not hang on what was sent before. An hour that
the clocks skip in spring is the same moment one hour later; of an hour that comes twice in autumn the first counts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from oimpress.records import record
from oimpress.settings.lists import Period

DAY = timedelta(days=1)


@record
class Calendar:
    """The rhythm of a list. ``since`` is its first day: volume 1 is that day's year.

    ``day`` is 1 (Monday) to 7 for weeks, 1 to 31 for months and for a quarter's first month, where 29 to 31 mean the
    last day of a shorter month; days and counts have none.
    """

    period: Period
    since: date
    day: int = 1
    hour: time = time(8)
    zone: tzinfo = UTC

    def number(self, day: date) -> tuple[int, int]:
        """Volume and number of the issue whose cut-off falls on ``day``; a count's number is 0: the ledger has it."""
        first, _ = _place(self.period, self.since)
        year, number = _place(self.period, day)
        return year - first + 1, number

    def latest(self, now: datetime) -> tuple[date, datetime]:
        """Day and moment (UTC) of the last cut-off not after ``now``, an aware datetime."""
        day = now.astimezone(self.zone).date() + DAY
        while (cut_off := self.moment(self._cut_day(day))) > now:
            day = self._cut_day(day) - DAY
        return self._cut_day(day), cut_off

    def upcoming(self, now: datetime) -> tuple[date, datetime]:
        """Day and moment (UTC) of the first cut-off after ``now`` that is not before ``since``."""
        day = max(now.astimezone(self.zone).date() - DAY, self.since)
        while (cut_off := self.moment(self._cut_day(day))) <= now or self._cut_day(day) < self.since:
            day += DAY
        return self._cut_day(day), cut_off

    def moment(self, day: date) -> datetime:
        """The cut-off of ``day`` in UTC."""
        return datetime.combine(day, self.hour, self.zone).astimezone(UTC)

    def _cut_day(self, day: date) -> date:
        """The last day with a cut-off that is not after ``day``."""
        if self.period in ("daily", "count"):
            return day
        return _FLOOR[self.period](day, self)


def _week(day: date, calendar: Calendar) -> date:
    return day - (day.isoweekday() - calendar.day) % 7 * DAY


def _fortnight(day: date, calendar: Calendar) -> date:
    return day - (day - first_fortnight(calendar)).days % 14 * DAY


def first_fortnight(calendar: Calendar) -> date:
    """The first cut-off of a fortnightly list: the first such weekday on or after ``since``."""
    return calendar.since + (calendar.day - calendar.since.isoweekday()) % 7 * DAY


def _month(day: date, calendar: Calendar) -> date:
    here = _day_of_month(day.year, day.month, calendar.day)
    before = day.replace(day=1) - DAY
    return here if here <= day else _day_of_month(before.year, before.month, calendar.day)


def _quarter(day: date, calendar: Calendar) -> date:
    start = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    here = _day_of_month(start.year, start.month, calendar.day)
    if here <= day:
        return here
    before = start - DAY
    return _day_of_month(before.year, before.month - 2, calendar.day)


def _day_of_month(year: int, month: int, day: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + (day - 1) * DAY, following - DAY)


_FLOOR: dict[Period, Callable[[date, Calendar], date]] = {
    "weekly": _week,
    "fortnightly": _fortnight,
    "monthly": _month,
    "quarterly": _quarter,
}


def _place(period: Period, day: date) -> tuple[int, int]:
    """Year and place in it of the period whose cut-off falls on ``day``."""
    week = day.isocalendar()
    match period:
        case "daily":
            return day.year, day.timetuple().tm_yday
        case "weekly":
            return week.year, week.week
        case "fortnightly":
            return week.year, (week.week + 1) // 2  # cut-offs of this year so far, be its weeks odd or even
        case "monthly":
            return day.year, day.month
        case "quarterly":
            return day.year, (day.month + 2) // 3
        case "count":
            return day.year, 0
