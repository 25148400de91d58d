"""The words of a matched rule -> TIMEX3 type, value and days: days, months, years, seasons, holidays by their names."""

from __future__ import annotations

from datetime import date

from dragoman.read.times import calendar as cal
from dragoman.read.times.anchor import Setting, choose_day, choose_month
from dragoman.read.times.calendar import Period
from dragoman.read.times.sense import Found, Sense, base_day, dated


def build_date(found: Found, setting: Setting) -> Sense | None:
    """ "Monday, October 26, 1998", "the 14th of March", "June 4 last year"."""
    number = found.first("month", "monabbr")
    number_of_day = found.first("small", "ord", "second")
    if number_of_day is None or not 1 <= number_of_day <= 31:
        return None
    year = year_of(found, setting)
    try:
        if year is not None:
            return dated(found, cal.day(date(year, number, number_of_day)))
        on = choose_day(number, number_of_day, setting)
    except ValueError:
        return None
    if on is None:
        return dated(found, cal.unknown("D", f"XXXX-{number:02d}-{number_of_day:02d}"))
    return dated(found, cal.day(on))


def year_of(found: Found, setting: Setting) -> int | None:
    """Return the year, given in figures or as "last year"."""
    year = found.first("year")
    if year is not None:
        return int(year)
    if found.first("unit") == "Y":
        now = base_day(found, setting)
        return now.year + (found.step or 0) if now else None
    return None


def build_date_range(found: Found, setting: Setting) -> Sense | None:
    """ "June 5-7"."""
    days = [w for w in found.words if w.cls in ("small", "ord", "second")]
    rest = [w for w in found.words if w.cls not in ("small", "ord", "second")]
    ends = [build_date(Found([*rest, day]), setting) for day in days]
    first, last = ends
    if first is None or last is None:
        return None
    value = f"{first.value}/{last.value}"
    return Sense("DATE", value, Period(value, first.period.start, last.period.end, "interval", "D"))


def build_numeric(found: Found, setting: Setting) -> Sense | None:
    """ "2012-04-05", "11/02/89" (the month first, unless it can't be)."""
    text = found.words[0].text
    try:
        if "-" in text:
            return dated(found, cal.day(date.fromisoformat(text)))
        first, second, year = (int(part) for part in text.split("/"))
        if len(text.rsplit("/", 1)[1]) == 2:
            year += 1900 if year > 40 else 2000
        number, on = (first, second) if first <= 12 else (second, first)
        return dated(found, cal.day(date(year, number, on)))
    except ValueError:
        return None


def build_month(found: Found, setting: Setting) -> Sense | None:
    """ "September", "last September", "late November 1999", "June of last year"."""
    number = found.first("month", "monabbr")
    year = year_of(found, setting)
    if year is not None:
        return dated(found, cal.month(year, number))
    if found.has("unit"):
        return dated(found, cal.unknown("M", f"XXXX-{number:02d}")) if found.first("unit") == "Y" else None
    if found.from_text and setting.then and found.has("same", "that"):
        return dated(found, cal.month(setting.then.year, number))
    return dated(found, choose_month(number, setting, found.step) or cal.unknown("M", f"XXXX-{number:02d}"))


def build_year(found: Found, _setting: Setting) -> Sense | None:
    """ "1998", "mid-1996", "fiscal 1990", "the year 2000"."""
    if found.has("unit") and found.first("unit") != "Y":
        return None
    return dated(found, cal.year(int(found.first("year"))))


def build_spelled_year(found: Found, _setting: Setting) -> Sense | None:
    """ "nineteen ninety-six", "the year two thousand"."""
    numbers = found.all("num")
    if numbers[0] in (18, 19, 20) and 10 <= sum(numbers[1:]) <= 99:
        return dated(found, cal.year(100 * numbers[0] + sum(numbers[1:])))
    if found.first("unit") == "Y" and numbers[:2] == [2, 1000]:
        return dated(found, cal.year(2000 + sum(numbers[2:])))
    return None


def build_decade(found: Found, setting: Setting) -> Sense | None:
    """ "the 1990s", "the late '80s", "the nineties"."""
    value = found.first("decade")
    number = int(value) * 10 if isinstance(value, int) else int(value)
    if number < 100:
        number += 1900
    return dated(found, cal.decade(number))


def build_century(found: Found, setting: Setting) -> Sense | None:
    """ "the 20th century", "this century"."""
    if found.first("unit") != "CE":
        return None
    number = found.first("ord", "second")
    if number is not None:
        return dated(found, cal.century(number)) if 1 <= number <= 22 else None
    return dated(found, cal.period_of("CE", setting.now) if setting.now else cal.unknown("CE"))


def build_season(found: Found, setting: Setting) -> Sense | None:
    """ "last fall", "spring 2001", "the summer of last year"."""
    code = found.first("season")
    year = year_of(found, setting)
    if year is not None:
        return dated(found, cal.season(year, code))
    now = setting.now
    if now is None:
        return dated(found, cal.unknown(code, f"XXXX-{code}"))
    return dated(found, _near_season(code, now, found.step, setting.tense))


def _near_season(code: str, now: date, step: int | None, tense: str) -> Period:
    seasons = [cal.season(year, code) for year in (now.year - 1, now.year, now.year + 1)]
    if step == 0:
        return seasons[1]
    if step == -1:
        return [s for s in seasons if s.end is not None and s.end < now][-1] if seasons[0].end else seasons[0]
    ahead = [s for s in seasons if s.start is not None and s.start > now]
    if step == 1:
        return ahead[0]
    begun = [s for s in seasons if s.start is not None and s.start <= now]
    return ahead[0] if tense == "future" else (begun or seasons)[-1]


def build_holiday(found: Found, setting: Setting) -> Sense | None:
    """ "Thanksgiving", "last Christmas", "New Year's Eve 1999"."""
    name = found.first("holiday")
    year = found.first("year")
    now = setting.now
    if year is not None:
        on = cal.holiday(name, year)
        return dated(found, cal.day(on)) if on else None
    if now is None:
        return dated(found, cal.unknown("D", f"XXXX-{name}" if name[:2].isdigit() else None))
    days = [d for y in (now.year - 1, now.year, now.year + 1) if (d := cal.holiday(name, y))]
    if not days:
        return None
    step = found.step
    if step == -1 or (step is None and setting.tense in ("past", "done")):
        days = [d for d in days if d <= now][-1:] or days
    elif step == 1 or setting.tense == "future":
        days = [d for d in days if d >= now][:1] or days
    return dated(found, cal.day(min(days, key=lambda d: abs((d - now).days))))


def build_named(found: Found, _setting: Setting) -> Sense | None:
    """ "9/11"."""
    return dated(found, cal.day(date.fromisoformat(found.first("named"))), sets=False)
