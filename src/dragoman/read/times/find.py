"""Dates, times, durations and sets in a text, with TIMEX3 values and the days that they cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from spacy.tokens import Doc, Token

from dragoman.model import Span, TimeMention
from dragoman.read.parse import text_of
from dragoman.read.times import dates as time_dates
from dragoman.read.times import days as time_days
from dragoman.read.times import quarters as time_quarters
from dragoman.read.times import spans as time_spans
from dragoman.read.times.anchor import Setting, tense_of
from dragoman.read.times.attach import time_of
from dragoman.read.times.bounds import find_dating
from dragoman.read.times.calendar import Period, day
from dragoman.read.times.grammar import match_at, runs
from dragoman.read.times.sense import Found, Sense, clipped
from dragoman.read.times.words import Tokens, Word, lex, load_times, word_list

__all__ = ["find_dating", "find_times", "time_of"]

Builder = Callable[[Found, Setting], Sense | None]
BUILDERS: Mapping[str, Builder] = {
    name.removeprefix("build_"): builder
    for module in (time_dates, time_days, time_quarters, time_spans)
    for name, builder in vars(module).items()
    if name.startswith("build_")
}
_MODIFYING = (
    "year",
    "month",
    "monabbr",
    "dot",
    "weekday",
    "small",
    "iso",
    "unit",
    "quarter",
    "ago",
    "earlier",
)  # may stand before a noun

LAST_DAY = 31  # of a month


def find_times(doc: Doc, published: date | None) -> tuple[TimeMention, ...]:
    """Return the time expressions of the document in text order; none overlap."""
    tokens = Tokens(doc)
    words = lex(doc, tokens)
    letters, stretches = runs(words)
    found: list[TimeMention] = []
    last: Period | None = None
    for start, end in stretches:
        at = start
        while at < end:
            step, sense = _read(words, letters, at, end, tokens, Setting(published, last))
            if sense is not None:
                found.append(_mention(doc, _trimmed(words[at : at + step], tokens), sense, published))
                last = sense.period if sense.sets else last
            at += step
    return tuple(found)


def _read(
    words: list[Word], letters: str, at: int, end: int, tokens: Tokens, setting: Setting
) -> tuple[int, Sense | None]:
    """Return how many words the expression at `at` takes, and what it means; one word and None where there is none."""
    matches = match_at(letters, at, end)
    if not matches:
        return 1, None
    head = tokens.at(words[at].start)
    if not head.dep_:
        return 1, None
    led = at > 0 and words[at - 1].text in word_list("future_leads")
    settled = Setting(setting.published, setting.last, "future" if led else tense_of(head))
    for name, stop in matches:
        if name == "offset" and _governs(tokens.at(words[stop - 1].start)):
            continue
        found = Found(words[at:stop])
        sense = BUILDERS[name](found, settled)
        if sense is not None and name == "date" and (year := _shared_year(words, stop)) and not found.has("year"):
            sense = BUILDERS[name](Found([*words[at:stop], year]), settled) or sense
        elif sense is not None and name == "date" and stop < len(words) and not found.has("year"):
            sense = _of_known_event(found, words[stop], settled) or sense
        if sense is not None:
            return stop - at, clipped(found, sense, settled)
    return 1, None


def _shared_year(words: Sequence[Word], stop: int) -> Word | None:
    """Return the year that a second day brings for both: "on August 6 and 9, 1945"."""
    following = [word.text for word in words[stop : stop + 2]]
    if len(following) < 2 or following[0] not in ("and", "or", "to", "-") or not following[1].isdigit():
        return None
    years = [w for w in words[stop + 2 : stop + 4] if len(w.text) == 4 and w.text.isdigit()]
    return years[0] if years and int(following[1]) <= LAST_DAY else None


def _of_known_event(found: Found, follows: Word, setting: Setting) -> Sense | None:
    """Return the day of a known event that goes by its month and day ("the Sept. 11 attacks")."""
    key = (found.first("month", "monabbr"), found.first("small", "ord"))
    for known in load_times().lists["anniversaries"]:
        on = date(known["year"], known["month"], known["day"])
        is_meant = key == (on.month, on.day) and follows.text in known["events"]
        if is_meant and (setting.published is None or on <= setting.published):
            return Sense("DATE", on.isoformat(), day(on), False)
    return None


def _governs(token: Token) -> bool:
    """Say whether "before" or "after" has its own complement: "the day before the vote" sets no day."""
    return token.dep_ == "mark" or any(child.dep_ in ("pobj", "pcomp", "mark") for child in token.children)


def _trimmed(words: list[Word], tokens: Tokens) -> list[Word]:
    """Leave out the article of a noun that the expression only modifies ("the 1998 invasion", "a two-week visit")."""
    if words[0].cls == "over" and tokens.at(words[0].start).dep_ == "prep":
        return words[1:]
    if len(words) > 1 and words[0].cls in ("the", "its", "a") and words[-1].cls in _MODIFYING:
        last = tokens.at(words[-1].start)
        if (words[-1].cls == "unit" and words[-2].cls == "hyphen") or _modifies_next(last, tokens.at(words[1].start)):
            return words[1:]
    return words


def _modifies_next(last: Token, first: Token) -> bool:
    """Say whether the words from `first` to `last` stand before the noun that they belong to."""
    token = last
    while first.i <= token.head.i < last.i and token.head != token:
        token = token.head
    return token.head.i > last.i and token.dep_ in ("compound", "nummod", "amod", "nmod")


def _mention(doc: Doc, words: list[Word], sense: Sense, published: date | None) -> TimeMention:
    span = Span(words[0].start, words[-1].end)
    return TimeMention(
        span=span,
        type=sense.type,
        value=sense.value,
        time=sense.period.as_time(span.of(text_of(doc))),
        anchor=published,
    )
