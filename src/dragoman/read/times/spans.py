"""The words of a matched rule -> TIMEX3 type, value and days: lengths, offsets, sets, clock times, vague references."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.read.times import calendar as cal
from dragoman.read.times.anchor import Setting
from dragoman.read.times.calendar import Period
from dragoman.read.times.days import build_near
from dragoman.read.times.quarters import year_before
from dragoman.read.times.sense import Found, Sense, base_day, dated
from dragoman.read.times.words import Word

_UNSAID = "X"
_NUMBERS = ("num", "small", "number", "year")
_IN_YEARS = {"DE": 10, "CE": 100, "ME": 1000}
_COARSER_THAN_DAY = ("W", "M", "Y", "Q", "DE", "CE")


def unit_of(found: Found) -> str:
    """Return the unit's code: D, W, M, Q, Y, DE, CE, WE, or TS, TM, TH."""
    unit = found.first("unit", "units")
    if unit:
        return str(unit)
    return "Q" if found.has("quarter") else "WE" if found.has("weekend") else "TS"


def count_of(found: Found) -> float | None:
    """Return the number of units; None where it isn't said ("several years")."""
    if found.has("vague"):
        text = found.first("vague")
        return 2.0 if text.startswith("a couple") or text == "couple" else None
    words = [w for w in found.words if w.cls in (*_NUMBERS, "slash", "half", "a")]
    numbers = _read_numbers(_first_number(found.words))
    if numbers is None:
        numbers = 1.0 if any(w.cls == "a" for w in words) or not found.has("units") else None
        if found.has("half") and numbers is not None and "and" not in str(found.first("half")):
            return 0.5
    return numbers + 0.5 if numbers is not None and found.has("half") else numbers


def _first_number(words: Sequence[Word]) -> list[Word]:
    """Return the words of the first number ("two to six days" is at least two)."""
    taken: list[Word] = []
    for word in words:
        if word.cls in (*_NUMBERS, "slash"):
            taken.append(word)
        elif taken and word.cls in ("to", "or"):
            break
    return taken


def _read_numbers(words: Sequence[Word]) -> float | None:
    values = [(w.cls, w.value) for w in words]
    if not values:
        return None
    if ("slash", None) in values:
        at = values.index(("slash", None))
        if at == 0 or at + 1 >= len(values) or not values[at + 1][1]:
            return None
        whole = values[at - 2][1] if at >= 2 else 0
        return float(whole + values[at - 1][1] / values[at + 1][1])
    total = current = 0.0
    for _, value in values:
        if value >= 1000 and current and len(values) > 1:
            total, current = total + current * value, 0.0
        elif value == 100 and current:
            current *= 100
        else:
            current += value
    return total + current


def write_duration(unit: str, count: float | None) -> str:
    """Return the TIMEX3 value of `count` units (P3Y, PT2H, PXD)."""
    if unit == "F":
        unit, count = "W", None if count is None else 2 * count
    if unit == "Q" and count is not None:
        unit, count = "M", 3 * count
    if unit in _IN_YEARS and count is not None:
        unit, count = "Y", count * _IN_YEARS[unit]
    timed = "T" if unit.startswith("T") else ""
    letter = unit[1:] if timed else unit
    if count is None:
        return f"P{timed}{_UNSAID}{letter}"
    whole, rest = int(count), count - int(count)
    finer = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if timed else ("D", 30), "D": ("TH", 24)}.get(letter)
    if not rest or finer is None:
        return f"P{timed}{whole if not rest else count:g}{letter}"
    tail = f"{'T' if finer[0] == 'TH' else ''}{round(rest * finer[1])}{finer[0][-1]}"
    return f"P{timed}{f'{whole}{letter}' if whole else ''}{tail}"


def build_span(found: Found, setting: Setting) -> Sense | None:
    """ "three years", "a two-week", "several months"."""
    unit = unit_of(found)
    bare = not found.has(*_NUMBERS, "vague", "a", "the", "half")
    if (bare and unit.startswith("T")) or (unit == "Q" and (bare or count_of(found) == 3)):
        return None  # "minutes apart", "three quarters of it"
    value = write_duration(unit, count_of(found))
    return Sense("DURATION", value, Period(value, None, None, "interval"), False)


def build_rel_span(found: Found, setting: Setting) -> Sense | None:
    """ "the past two months", "the next decade": a length that ends or begins today."""
    unit, count = unit_of(found), count_of(found)
    if found.has("unit") and not found.has(*_NUMBERS, "vague"):
        count = 1.0
    if found.has("units") and not found.has(*_NUMBERS, "vague", "a"):
        return _vague(found.step, found.words)
    value = write_duration(unit, count)
    step = found.step
    now = base_day(found, setting)
    start = end = None
    if now is not None and count is not None and step in (-1, 1) and not unit.startswith("T"):
        other = cal.add(now, unit, step * count)
        start, end = (other, now) if step == -1 else (now, other)
    return Sense("DURATION", value, Period(value, start, end, "interval"), False)


def _vague(step: int | None, words: Sequence[Word]) -> Sense | None:
    """ "coming years", "past quarters"."""
    if not any(word.text in ("coming", "past") for word in words):
        return None
    value = "FUTURE_REF" if step == 1 else "PAST_REF"
    return Sense("DATE", value, Period(value, None, None, "unknown"), False)


def build_vague_span(found: Found, _setting: Setting) -> Sense | None:
    """ "recent years", "future quarters"."""
    value = "PAST_REF" if found.has("recent") else "FUTURE_REF"
    return Sense("DATE", value, Period(value, None, None, "unknown"), False)


def build_ago(found: Found, setting: Setting) -> Sense | None:
    """ "two years ago", "a week or so ago", "years ago"."""
    unit, count = unit_of(found), count_of(found)
    if not found.has(*_NUMBERS, "vague", "a"):
        count = None
    if count is None:
        return Sense("DATE", "PAST_REF", Period("PAST_REF", None, None, "unknown"), False)
    last = setting.last
    if unit == "Y" and count == 1 and last is not None and last.unit == "Q":
        return dated(found, year_before(setting, -1), sets=False)
    return _shifted(found, unit, -count, setting.now)


def _shifted(found: Found, unit: str, count: float, base: date | None) -> Sense | None:
    if unit in ("TS", "TM", "TH"):
        value = write_duration(unit, abs(count))
        period = cal.day(base) if base else cal.unknown("D")
        return Sense("TIME", value, period, False)
    grain = {"F": "W", "DE": "Y", "CE": "Y", "ME": "Y", "Q": "Q", "WE": "WE"}.get(unit, unit)
    if count != int(count) and unit == "Y":
        grain = "M"
    if base is None:
        return Sense("DATE", cal.UNKNOWN_VALUES.get(grain, ""), cal.unknown(grain), False)
    scale = _IN_YEARS.get(unit, 1)
    moved = cal.add(base, "Y" if unit in _IN_YEARS else unit, count * scale)
    period = cal.period_of(grain, moved)
    return Sense("DATE", period.value, period, True)


def build_offset(found: Found, setting: Setting) -> Sense | None:
    """ "two days later", "a year earlier", "the day before", "earlier that day"."""
    if found.has("that", "same"):
        unit = unit_of(found)
        return dated(found, setting.same(unit))
    unit, count = unit_of(found), count_of(found)
    direction = found.first("before") if found.has("before") else found.first("earlier")
    if not direction:
        return None
    if count is None:
        value = write_duration(unit, None)
        return Sense("DURATION", value, Period(value, None, None, "interval"), False)
    if unit == "Y" and count == 1 and direction == -1 and setting.last is not None and setting.last.unit == "Q":
        return dated(found, year_before(setting, -1), sets=False)
    return _shifted(found, unit, direction * count, setting.then)


def build_set(found: Found, _setting: Setting) -> Sense | None:
    """ "every year", "each Thursday", "weekly", "Tuesday nights"."""
    if found.has("adverbset"):
        value = found.first("adverbset")
    elif found.has("weekdays", "weekday"):
        part = found.first("part", "parts")
        value = f"XXXX-WXX-{found.first('weekdays', 'weekday')}" + (f"T{part}" if part else "")
    elif found.has("month", "monabbr"):
        value = f"XXXX-{found.first('month', 'monabbr'):02d}"
    elif found.has("season"):
        value = f"XXXX-{found.first('season')}"
    elif found.has("part"):
        value = f"XXXX-XX-XXT{found.first('part')}"
    else:
        count = found.first(*_NUMBERS, "ord")
        value = write_duration(unit_of(found), float(count or 1))
    return Sense("SET", value, Period(value, None, None, "unknown"), False) if value else None


def build_ref(found: Found, setting: Setting) -> Sense | None:
    """ "now", "recently", "the future"."""
    value = found.first("ref")
    if value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return None
    if found.words[0].text == "soon" and setting.tense in ("past", "done", "present"):
        return None  # "he soon returned" counts from what was told before
    return Sense("DATE", value, Period(value, None, None, "unknown"), False)


def build_clock(found: Found, setting: Setting) -> Sense | None:
    """ "9 a.m. EDT Thursday", "noon Saturday", "0630 GMT"."""
    time = _clock_value(found)
    if time is None:
        return None
    day_words = found.only(lambda w: w.cls in _DAY_CLASSES)
    if day_words.has("month", "monabbr"):
        hour = next(w for w in found.words if w.cls in ("clock", "small", "num", "year", "number", "clockword"))
        day_words = day_words.only(lambda w: w is not hour)
    sense = build_near(day_words, setting) if day_words.has(*_DAY_ANCHORS) else None
    if sense is None:
        last = setting.last
        period = cal.day(setting.now) if setting.now else cal.unknown("D")
        if last is not None and last.unit == "D":
            period = last
        sense = Sense("DATE", period.value, period, False)
    return Sense("TIME", f"{sense.value}T{time}{found.first('zone') or ''}", sense.period, sense.sets)


_DAY_ANCHORS = ("month", "monabbr", "weekday", "wdabbr", "deictic", "tonight", "unit")
_DAY_CLASSES = (*_DAY_ANCHORS, "small", "ord", "second", "year", "last", "next", "this", "following", "same", "that")


def _clock_value(found: Found) -> str | None:
    if found.has("clockword"):
        return str(found.first("clockword"))
    text = found.first("clock")
    if text is not None:
        hour, minute = int(text.split(":")[0]), int(text.split(":")[1])
    else:
        number = found.first("small", "num", "number", "year")
        hour, minute = (int(number), 0) if number <= 24 else divmod(int(number), 100)
    if found.has("ampm"):
        hour = hour % 12 + found.first("ampm")
    elif found.has("part") and found.first("part") != "MO" and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None
