"""The words of a matched rule -> TIMEX3 type, value and days: weekdays, parts of the day, what counts from today."""

from __future__ import annotations

from datetime import timedelta

from dragoman.read.times import calendar as cal
from dragoman.read.times.anchor import Setting, choose_weekday
from dragoman.read.times.calendar import Period
from dragoman.read.times.dates import build_date
from dragoman.read.times.sense import Found, Sense, base_day, dated


def build_weekday(found: Found, setting: Setting) -> Sense | None:
    """ "Friday", "last Friday", "early Tuesday", "Monday of next week"."""
    number = found.first("weekday", "wdabbr")
    unit = found.first("unit")
    step = found.only(lambda w: w.cls not in ("unit",)).step
    if unit == "W" and step is not None and setting.now is not None:
        monday = cal.week(cal.add(setting.now, "W", step)).start
        assert monday is not None
        return dated(found, cal.day(monday + timedelta(days=number - 1)))
    if unit is not None:
        return None
    if found.from_text and setting.then is not None:
        moved = Setting(setting.then, None, setting.tense)
        return dated(found, cal.day(choose_weekday(number, moved, step) or setting.then))
    on = choose_weekday(number, setting, step)
    return dated(found, cal.day(on) if on else cal.unknown("D", f"XXXX-WXX-{number}"))


def build_deictic(found: Found, setting: Setting) -> Sense | None:
    """ "today", "late yesterday", "tomorrow morning"."""
    now = setting.now
    period = cal.day(now + timedelta(days=found.first("deictic"))) if now else cal.unknown("D")
    return _with_part(found, dated(found, period))


def _with_part(found: Found, sense: Sense | None) -> Sense | None:
    """Add the part of the day that the words name."""
    part = found.first("part", "overnight", "tonight")
    if sense is None or part is None:
        return sense
    return Sense("TIME", f"{sense.value}T{part}", sense.period, sense.sets)


def build_weekday_part(found: Found, setting: Setting) -> Sense | None:
    """ "Wednesday night", "the morning of June 4", "mid-afternoon yesterday"."""
    return _with_part(found, build_near(found.only(lambda w: w.cls not in ("part", "early", "earlier")), setting))


def build_near(found: Found, setting: Setting) -> Sense | None:
    """Build the day that stands beside a time of day."""
    if found.has("month", "monabbr"):
        return build_date(found, setting)
    if found.has("weekday", "wdabbr"):
        return build_weekday(found, setting)
    if found.has("deictic"):
        return build_deictic(found, setting)
    if found.has("tonight"):
        return build_tonight(found, setting)
    return build_rel_unit(found, setting)


def build_tonight(found: Found, setting: Setting) -> Sense | None:
    """ "tonight", "overnight"."""
    return _with_part(found, dated(found, cal.day(setting.now) if setting.now else cal.unknown("D")))


def build_part(found: Found, setting: Setting) -> Sense | None:
    """ "this morning", "last night", "the next morning"."""
    on = base_day(found, setting)
    step = found.step or 0
    if found.has("next") and setting.last is not None and setting.last.unit == "D":
        on = setting.then
    period = cal.day(on + timedelta(days=step)) if on else cal.unknown("D")
    return _with_part(found, dated(found.only(lambda w: w.cls != "early"), period))


def build_rel_unit(found: Found, setting: Setting) -> Sense | None:
    """ "last week", "later this month", "the current fiscal year", "the end of the year"."""
    unit = found.first("unit") or ("Q" if found.has("quarter") else "WE" if found.has("weekend") else "TS")
    if unit in ("TS", "TM", "TH"):
        return None
    anaphoric = found.from_text
    if unit == "D" and found.has("next", "latest", "last"):
        anaphoric = True
    if found.has("same", "that") or (found.step is None and setting.now is None):
        return dated(found, setting.same(unit))
    base = setting.then if anaphoric else setting.now
    if unit == "DE" and found.words[-2].text == "past":
        return None  # "the past decade" is a length
    if base is None:
        return dated(found, cal.unknown(unit))
    period = cal.period_of(unit, cal.add(base, unit, found.step or 0))
    if found.words[0].cls == "the" and found.words[-2].text == "past":  # runs up to today
        return dated(found, Period(period.value, cal.add(base, unit, -1), base, "interval", unit), sets=False)
    return dated(found, period)


def build_weekend(found: Found, setting: Setting) -> Sense | None:
    """ "this past weekend", "the weekend of May 5"."""
    if found.has("month", "monabbr"):
        inner = build_date(found, setting)
        return dated(found, cal.weekend(inner.period.start)) if inner and inner.period.start else None
    now = base_day(found, setting)
    if now is None:
        return dated(found, cal.unknown("WE", "XXXX-WXX-WE"))
    step = found.step
    if step is None:
        step = 0 if setting.tense == "future" or now.isoweekday() >= 6 else -1
    return dated(found, cal.weekend(cal.add(now, "W", step)))


def build_week_of(found: Found, setting: Setting) -> Sense | None:
    """ "the week of March 6"."""
    if found.first("unit") != "W":
        return None
    inner = build_date(found, setting)
    return dated(found, cal.week(inner.period.start)) if inner and inner.period.start else None


def build_past(found: Found, _setting: Setting) -> Sense | None:
    """ "the past"."""
    if found.words[-1].text != "past":
        return None
    return Sense("DATE", "PAST_REF", Period("PAST_REF", None, None, "unknown"), False)
