"""Periods of the calendar: the days that they cover and how TIMEX3 writes them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model import Time

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the first month of each, of the northern hemisphere
PRECISIONS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "interval",
    "Y": "year",
    "DE": "decade",
    "CE": "interval",
    "WE": "interval",
}
UNKNOWN_VALUES = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, with its TIMEX3 value; None where the days aren't known."""

    value: str
    start: date | None
    end: date | None
    precision: str
    unit: str = ""

    def as_time(self, text: str) -> Time:
        """Return the period as a record."""
        return Time(start=self.start, end=self.end, precision=self.precision, text=text)


def day(on: date) -> Period:
    """Return the day as a period."""
    return Period(on.isoformat(), on, on, "day", "D")


def week(on: date) -> Period:
    """Return the ISO week of the day."""
    iso = on.isocalendar()
    start = on - timedelta(days=iso.weekday - 1)
    return Period(f"{iso.year}-W{iso.week:02d}", start, start + timedelta(days=6), "week", "W")


def weekend(on: date) -> Period:
    """Return the Saturday and Sunday of the day's ISO week."""
    whole = week(on)
    assert whole.start is not None
    return Period(whole.value + "-WE", whole.start + timedelta(days=5), whole.end, "interval", "WE")


def month(year_number: int, number: int) -> Period:
    """Return the month."""
    last = monthrange(year_number, number)[1]
    start = date(year_number, number, 1)
    return Period(f"{year_number:04d}-{number:02d}", start, date(year_number, number, last), "month", "M")


def months_from(year_number: int, first: int, count: int, value: str, precision: str, unit: str) -> Period:
    """Return the period of `count` months that begins with month `first` of the year."""
    last = add_months(date(year_number, first, 1), count - 1)
    return Period(value, date(year_number, first, 1), month(last.year, last.month).end, precision, unit)


def quarter(year_number: int, number: int) -> Period:
    """Return the quarter of the calendar year."""
    return months_from(year_number, 3 * number - 2, 3, f"{year_number:04d}-Q{number}", "interval", "Q")


def half(year_number: int, number: int) -> Period:
    """Return the half of the calendar year."""
    return months_from(year_number, 6 * number - 5, 6, f"{year_number:04d}-H{number}", "interval", "H")


def season(year_number: int, code: str) -> Period:
    """Return the season that begins in the year; winter runs into the next."""
    return months_from(year_number, SEASON_MONTHS[code], 3, f"{year_number:04d}-{code}", "season", code)


def year(number: int) -> Period:
    """Return the year."""
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year", "Y")


def decade(first_year: int) -> Period:
    """Return the ten years from `first_year`."""
    return Period(f"{first_year // 10:03d}", date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade", "DE")


def century(number: int) -> Period:
    """Return the century counted from 1; years as newspapers count them (1900 is of the twentieth)."""
    first = max(1, 100 * (number - 1))
    return Period(f"{number - 1:02d}", date(first, 1, 1), date(100 * number - 1, 12, 31), "interval", "CE")


def unknown(unit: str, value: str | None = None) -> Period:
    """Return a period of the unit of which no day is known."""
    return Period(value or UNKNOWN_VALUES.get(unit, ""), None, None, PRECISIONS.get(unit, "unknown"), unit)


def period_of(unit: str, on: date) -> Period:
    """Return the period of the unit that holds the day."""
    if unit in SEASON_MONTHS:
        return season(on.year, unit)
    makers = {
        "D": lambda: day(on),
        "W": lambda: week(on),
        "WE": lambda: weekend(on),
        "M": lambda: month(on.year, on.month),
        "Q": lambda: quarter(on.year, (on.month + 2) // 3),
        "Y": lambda: year(on.year),
        "DE": lambda: decade(on.year // 10 * 10),
        "CE": lambda: century(on.year // 100 + 1),
    }
    return makers[unit]() if unit in makers else day(on)


def add_months(on: date, count: int) -> date:
    """Return the same day `count` months later, or the month's last day where there is no such day."""
    total = on.year * 12 + on.month - 1 + count
    year_number = min(9999, max(1, total // 12))
    number = total % 12 + 1
    return date(year_number, number, min(on.day, monthrange(year_number, number)[1]))


def add(on: date, unit: str, count: float) -> date:
    """Return the day that lies `count` units later; days that the calendar lacks are cut to its ends."""
    try:
        if unit in _MONTHS:
            return add_months(on, round(count * _MONTHS[unit]))
        return on + timedelta(days=round(count * {"W": 7, "WE": 7, "F": 14}.get(unit, 1)))
    except OverflowError:
        return on


def narrowed(period: Period, which: str) -> Period:
    """Return the early, middle or late half of the period under the same value; writers mean no exact third."""
    if period.start is None or period.end is None or period.unit in ("D", "W", "WE"):
        return period
    quarter_days = (period.end - period.start).days // 4
    middle = period.start + timedelta(days=2 * quarter_days)
    start, end = {
        "early": (period.start, middle),
        "mid": (period.start + timedelta(days=quarter_days), period.end - timedelta(days=quarter_days)),
        "late": (middle, period.end),
    }.get(which, (period.start, period.end))
    return Period(period.value, start, end, "interval", period.unit)


def easter(year_number: int) -> date:
    """Return Easter Sunday of the Gregorian year, by Gauss's rule in the form of Meeus."""
    a, (b, c) = year_number % 19, divmod(year_number, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    number, place = divmod(h + el - 7 * m + 114, 31)
    return date(year_number, number, place + 1)


def nth_weekday(year_number: int, number: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday (Monday is 1) of the month; -1 is the last."""
    if nth < 0:
        last = date(year_number, number, monthrange(year_number, number)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year_number, number, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def holiday(name: str, year_number: int) -> date | None:
    """Return the day of the holiday in the year; `name` is "MM-DD" or a name that moves."""
    moving = {
        "christmas": lambda: date(year_number, 12, 25),
        "easter": lambda: easter(year_number),
        "good friday": lambda: easter(year_number) - timedelta(days=2),
        "easter monday": lambda: easter(year_number) + timedelta(days=1),
        "thanksgiving": lambda: nth_weekday(year_number, 11, 4, 4),
        "memorial day": lambda: nth_weekday(year_number, 5, 1, -1),
        "labor day": lambda: nth_weekday(year_number, 9, 1, 1),
        "king day": lambda: nth_weekday(year_number, 1, 1, 3),
        "election day": lambda: nth_weekday(year_number, 11, 1, 1) + timedelta(days=1),
    }
    if name in moving:
        return moving[name]()
    return date(year_number, int(name[:2]), int(name[3:])) if name[:2].isdigit() else None
