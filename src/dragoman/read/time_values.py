"""The words of a matched rule -> TIMEX3 type, value and days: dates of the calendar and what counts from today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dragoman.read import time_calendar as cal
from dragoman.read.time_anchor import Setting, choose_day, choose_month, choose_weekday
from dragoman.read.time_calendar import Period
from dragoman.read.time_words import Word

_STEPS = {"last": -1, "latest": -1, "next": 1, "following": 1, "this": 0, "that": 0, "same": 0, "current": 0}


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means; `sets` says whether later expressions may count from it."""

    type: str
    value: str
    period: Period
    sets: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a rule matched."""

    words: Sequence[Word]

    def first(self, *classes: str) -> Any:
        """Return the value of the first word of the classes, None when there is none."""
        return next((w.value if w.value is not None else w.text for w in self.words if w.cls in classes), None)

    def all(self, *classes: str) -> list[Any]:
        """Return the values of all words of the classes."""
        return [w.value for w in self.words if w.cls in classes]

    def has(self, *classes: str) -> bool:
        """Say whether a word of the classes is there."""
        return any(w.cls in classes for w in self.words)

    def only(self, keep: Callable[[Word], bool]) -> Found:
        """Return the words for which `keep` holds."""
        return Found([w for w in self.words if keep(w)])

    @property
    def step(self) -> int | None:
        """-1 for last, 0 for this, 1 for next; None when the words don't say."""
        steps = [_STEPS[w.cls] for w in self.words if w.cls in _STEPS]
        return (steps[1] if len(steps) > 1 and steps[0] == 0 else steps[0]) if steps else None

    @property
    def from_text(self) -> bool:
        """Say whether it counts from a date that the text set, not from today."""
        words = {w.text for w in self.words}
        return self.has("following", "that", "same") or bool(words & {"previous", "preceding", "prior"})

    @property
    def part_of(self) -> str | None:
        """early, mid or late, where the words narrow the period."""
        value = self.first("early", "edge")
        if value is None and self.has("earlier"):
            return {-1: "early", 1: "late"}.get(self.first("earlier"))
        return value if isinstance(value, str) else None


def dated(found: Found, period: Period | None, kind: str = "DATE", *, sets: bool = True) -> Sense | None:
    """Return the period as a date, narrowed where the words say "early" or "the end of"."""
    if period is None:
        return None
    part = found.part_of
    return Sense(kind, period.value, cal.narrowed(period, part) if part else period, sets and period.start is not None)


def base_day(found: Found, setting: Setting) -> date | None:
    """Return the day that the words count from."""
    return setting.then if found.from_text else setting.now


def build_date(found: Found, setting: Setting) -> Sense | None:
    """ "Monday, October 26, 1998", "the 14th of March", "June 4 last year"."""
    number = found.first("month", "monabbr")
    number_of_day = found.first("small", "ord", "second")
    if number_of_day is None or not 1 <= number_of_day <= 31:
        return None
    year = _year_of(found, setting)
    try:
        if year is not None:
            return dated(found, cal.day(date(year, number, number_of_day)))
        on = choose_day(number, number_of_day, setting)
    except ValueError:
        return None
    if on is None:
        return dated(found, cal.unknown("D", f"XXXX-{number:02d}-{number_of_day:02d}"))
    return dated(found, cal.day(on))


def _year_of(found: Found, setting: Setting) -> int | None:
    """The year as figures, or as "last year"."""
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
    year = _year_of(found, setting)
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
        if isinstance(value, str) and not found.has("apos", "the", "early"):
            return None
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
    year = _year_of(found, setting)
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
    anaphoric = found.from_text or (found.step is None and setting.last is not None and setting.now is None)
    if unit == "D" and found.has("next", "latest", "last"):
        anaphoric = True
    if found.has("same", "that"):
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


def build_bare_unit(found: Found, setting: Setting) -> Sense | None:
    """ "the quarter", "the year": the one that the text set, else the current one."""
    if found.has("quarter"):
        last = setting.last
        if last is not None and last.unit == "Q":
            return dated(found, last)
        now = setting.now
        return dated(found, cal.period_of("Q", cal.add(now, "Q", -1)) if now else cal.unknown("Q"))
    unit = found.first("unit")
    if unit == "Y":
        return Sense("DURATION", "P1Y", cal.unknown("Y", "P1Y"), False)
    if unit == "W":
        return dated(found, cal.week(setting.now) if setting.now else cal.unknown("W"), sets=False)
    return None


def build_period(found: Found, setting: Setting) -> Sense | None:
    """ "the latest period" of a company's reports: the quarter that the text set."""
    last = setting.last
    return dated(found, last) if last is not None and last.unit == "Q" else None


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


def build_quarter(found: Found, setting: Setting) -> Sense | None:
    """ "the third quarter of 1998", "last year's quarter", "Q3"."""
    number = found.first("ord", "second", "qn")
    year = _year_of(found, setting)
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
    year = _year_of(found.only(lambda w: w.cls != "ord"), setting)
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
    if step == -1 or (step is None and setting.tense == "past"):
        days = [d for d in days if d <= now][-1:] or days
    elif step == 1 or setting.tense == "future":
        days = [d for d in days if d >= now][:1] or days
    return dated(found, cal.day(min(days, key=lambda d: abs((d - now).days))))


def build_named(found: Found, _setting: Setting) -> Sense | None:
    """ "9/11"."""
    return dated(found, cal.day(date.fromisoformat(found.first("named"))), sets=False)
