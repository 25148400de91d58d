"""The words of a matched rule -> TIMEX3 type, value and days: the quarters, halves and years of reports."""

from __future__ import annotations

from dragoman.read.times import calendar as cal
from dragoman.read.times.anchor import Setting
from dragoman.read.times.calendar import Period
from dragoman.read.times.dates import year_of
from dragoman.read.times.sense import Found, Sense, dated


def build_bare_unit(found: Found, setting: Setting) -> Sense | None:
    """ "the quarter", "the year": the one that the text set, else the current one."""
    if found.has("quarter"):
        last = setting.last
        if last is not None and last.unit == "Q":
            return dated(found, last)
        now = setting.now
        return dated(found, cal.period_of("Q", cal.add(now, "Q", -1)) if now else cal.unknown("Q"))
    unit = found.first("unit")
    if unit == "Y" and found.has("more", "current") and setting.then is not None:
        return dated(found, cal.year(setting.then.year), sets=False)  # "the full year"
    if unit == "Y":
        return Sense("DURATION", "P1Y", cal.unknown("Y", "P1Y"), False)
    if unit == "W":
        return dated(found, cal.week(setting.now) if setting.now else cal.unknown("W"), sets=False)
    return None


def build_period(found: Found, setting: Setting) -> Sense | None:
    """ "the latest period" of reports (the quarter that the text set), "the same period last year"."""
    if found.has("unit"):
        year = year_of(found, setting)
        return dated(found, cal.year(year), sets=False) if year else None
    last = setting.last
    return dated(found, last) if last is not None and last.unit == "Q" else None


def build_quarter(found: Found, setting: Setting) -> Sense | None:
    """ "the third quarter of 1998", "last year's quarter", "Q3"."""
    number = found.first("ord", "second", "qn")
    year = year_of(found, setting)
    last = setting.last if setting.last is not None and setting.last.unit == "Q" else None
    if number is None:
        number = int(last.value[-1]) if last else None
        return dated(found, cal.quarter(year, number)) if number and year else None
    if not 1 <= number <= 4:
        return None
    if year is None:
        now = setting.now
        if now is None:
            return dated(found, cal.unknown("Q", f"XXXX-Q{number}"))
        year = now.year
        begun = cal.quarter(year, number).start
        if begun is not None and begun > now and setting.tense != "future":
            year -= 1
    return dated(found, cal.quarter(year, number))


def build_half(found: Found, setting: Setting) -> Sense | None:
    """ "the first half of 1998", "the second half"."""
    number = 2 if found.has("last") and not found.has("unit") else found.first("ord", "second")
    if number not in (1, 2):
        return None
    year = year_of(found.only(lambda w: w.cls != "ord"), setting)
    if year is None:
        if setting.now is None or not found.has("unit"):
            return None
        year = setting.now.year
    return dated(found, cal.half(year, number))


def build_year_ago(found: Found, setting: Setting) -> Sense | None:
    """ "year-earlier", "the year-ago quarter"."""
    if found.first("unit") != "Y":
        return None
    return dated(found, year_before(setting, -1, found.has("quarter", "period")), sets=False)


def year_before(setting: Setting, count: float, asks_quarter: bool = False) -> Period | None:
    """Return the same quarter or the year `count` years off, as fine as the period that the text set last."""
    last, base = setting.last, setting.then
    if base is None:
        return cal.unknown("Y")
    if last is not None and last.unit == "Q":
        return cal.period_of("Q", cal.add(base, "Y", count))
    return cal.period_of("Q" if asks_quarter else "Y", cal.add(base, "Y", count))


def build_year_end(found: Found, setting: Setting) -> Sense | None:
    """ "year-end", "the year's end"."""
    if found.first("unit") != "Y" or found.first("edge") != "late" or setting.now is None:
        return None
    return dated(found, cal.year(setting.now.year))
