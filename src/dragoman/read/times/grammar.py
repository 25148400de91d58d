"""The grammar of time expressions: regular expressions whose signs are classes of words.

`<month>` stands for one word of the class; a name in capitals stands for a fragment below. Of the rules that match at a
word the longest match is tried first; a rule's builder (time_dates.py and its kin) may still refuse it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.read.times.words import OTHER, Word, load_times

FRAGMENTS = {
    "N": "(?:<num>|<small>|<number>|<year>)",
    "CARD": "(?:N<slash>N|N(?:<hyphen>?N)*(?:<small><slash><small>)?<half>?)",
    "ORD": "(?:<ord>|<second>)",
    "MONTH": "(?:<month>|<monabbr><dot>?)",
    "WDAY": "(?:<weekday>|<wdabbr><dot>?)",
    "DAY": "(?:<small>|ORD)",
    "UNIT": "(?:<unit>|<second>)",
    "REL": "(?:<this>(?:<last>|<next>)?|<that>(?:<same>)?|<last>|<next>|<same>|<current>|<following>|<latest>)",
    "EARLY": "(?:(?:<early>|<earlier>)<hyphen>?|<edge><hyphen>)",
    "PRE": "(?:<approx>?<the>?<edge><of>)?(?:<approx>?<the>?EARLY)?",
    "QTY": "(?:<over>?(?:<a>?<vague><of>?(?:<the>)?|<a>?CARD(?:(?:<to>|<or>|<hyphen>)CARD)?|<a>))",
    "CLOCK": "(?:<clock><ampm>?|<small><ampm>|<num><ampm>|N<oclock>|<clockword>|(?:<clock>|<small>)<in><the><part>"
    "|<year>(?=<zone>)|<number>(?=<zone>))",
    "DATE": "(?:WDAY<comma>?)?(?:MONTH<the>?DAY|<the>?DAY<of>?MONTH)(?:<comma>?<year>)?",
    "NEAR": "(?:DATE|(?:<last>|<next>|<this>)?WDAY<part>?|<deictic>|<tonight>"
    "|<the>?(?:<next>|<following>|<same>|<last>)<unit>)",
    "OF_YEAR": "(?:(?:<of>|<in>)?(?:<the>?<fiscal>?<year>|REL<unit>|<fiscal><unit>?<year>))",
}

RULES: tuple[tuple[str, str], ...] = (
    ("date", "<approx>?PRE<the>?REL?DATE"),
    ("date", "<approx>?PRE(?:WDAY<comma>?)?(?:MONTH<the>?DAY|<the>?DAY<of>?MONTH)<comma>?<of>?REL<unit>"),
    ("date_range", "<the>?MONTHDAY(?:<hyphen>|<to>)DAY(?:<comma>?<year>)?"),
    ("date_range", "<the>?DAY(?:<hyphen>|<to>)DAYMONTH(?:<comma>?<year>)?"),
    ("numeric", "<iso>|<slashed>"),
    ("month", "<approx>?PRE<the>?REL?MONTH(?:<comma>?<of>?<year>|<of>?REL<unit>)?"),
    ("year", "<approx>?PRE<the>?(?:<fiscal>?<unit>)?<year>"),
    ("year", "<approx>?PRE<the>?<fiscal><hyphen>?<unit>?<year>"),
    ("year", "<fy><year>"),
    ("spelled_year", "<approx>?PRE(?:<the><unit>)?<num><num>(?:<hyphen>?<num>)?"),
    ("decade", "<approx>?PRE<the>?(?:REL)?<apos>?<decade>"),
    ("century", "PRE<the>?<early>?<hyphen>?ORD<hyphen>?<unit>"),
    ("century", "PRE<this><unit>"),
    ("season", "<approx>?PRE<the>?REL?<season>(?:<comma>?OF_YEAR)?"),
    ("weekday", "(?:<early>|<earlier>)?<the>?REL?WDAY(?:<comma>?<the>?REL<unit>)?"),
    ("weekday_part", "(?:<early>|<earlier>)?REL?WDAY(?:<early>)?<part>"),
    ("weekday_part", "(?:<early><hyphen>?)?(?:<the>?<part>(?:<of>|<on>)?)(?:NEAR)"),
    ("deictic", "(?:<early>|<earlier>)?(?:<hyphen>)?<deictic>(?:<early>)?<part>?"),
    ("deictic", "(?:<early><hyphen>?)?<part><deictic>"),
    ("tonight", "(?:<early>|<earlier>)?(?:<tonight>|<overnight>)"),
    ("clock", "<approx>?CLOCK<zone>?(?:<comma>?(?:<on>|<of>)?NEAR)?"),
    ("clock", "(?:WDAY|<deictic>|DATE)<comma>?<at>?<approx>?CLOCK<zone>?"),
    ("part", "(?:<early>|<earlier>)?<hyphen>?(?:<the>)?REL<part>"),
    ("part", "<the>(?:<early>)?<part>"),
    ("part", "(?:<early>)<hyphen>?<part>"),
    ("rel_unit", "<approx>?PRE<the>?REL<fiscal>?(?:UNIT|<quarter>|<weekend>)"),
    ("past", "<the><last>"),
    ("week_of", "<the><unit><of>DATE"),
    ("rel_unit", "(?:<approx>?<the>?<edge><of>|<the>?(?:<earlier>|<early>)<in>)<the>(?:UNIT|<quarter>|<weekend>)"),
    ("bare_unit", "<the>(?:<unit>|<quarter>|<fiscal><unit>|<current><fiscal><unit>|<more><unit>)"),
    ("weekend", "<the>?REL?<weekend>(?:<of>DATE)?"),
    (
        "rel_span",
        "<approx>?<the>?(?:<this>)?(?:<last>|<next>|<following>|<latest>)(?:QTY)?<more>?(?:<units>|UNIT|<weekend>)<orso>?",
    ),
    ("rel_span", "<the>?(?:ORD)(?:QTY)<more>?<units>"),
    ("rel_span", "<the><units><ahead>"),
    ("vague_span", "<the>?(?:<recent>|<future>)<units>(?:<and><units>)?"),
    ("ago", "<approx>?(?:QTY)?<more>?(?:<units>|UNIT)<orso>?<ago>"),
    ("offset", "<approx>?QTY<more>?(?:<units>|UNIT|<weekend>)<orso>?<earlier>"),
    ("offset", "<the>(?:<unit>)<before>"),
    ("offset", "<earlier>(?:<that>|<the><same>)(?:<unit>)"),
    ("span", "<approx>?(?:<the>|<its>)?QTY<more>?(?:<units>)<orso>?(?!<old>)"),
    ("span", "<approx>?<over>?<a><more>?(?:<unit>|<weekend>)<half>?<orso>?"),
    ("span", "<approx>?(?:<the>|<its>)?<num><more>?(?:UNIT|<weekend>|<quarter>)"),
    ("span", "<units>(?:<or><units>)?(?!<old>)"),
    ("span", "<approx>?(?:<a>|<the>|<its>)?(?:<vague>|CARD)<hyphen>(?:UNIT)(?:<hyphen><long>)?(?!<hyphen><old>)"),
    ("span", "(?:<units><hyphen>(?:<long>|<old>)|<unit><hyphen><long>)"),
    ("span", "<approx>?<a>?<half>(?:<hyphen>|<a>)?(?:<unit>)"),
    (
        "set",
        "<each>(?:<num>|ORD|<more>)?(?:<units>|UNIT|<weekday>|MONTH|<season>|<part>|<quarter>|<weekend>)(?:<part>)?",
    ),
    ("set", "<weekdays>|<weekday><parts>|<adverbset>|<once><a><unit>|<units><of>?<each>"),
    ("set", "<per><unit>"),
    ("ref", "<ref>"),
    ("quarter", "PRE<the>?(?:REL|<year>)?<fiscal>?<hyphen>?ORD<hyphen>?<quarter>OF_YEAR?"),
    ("quarter", "(?:<year>|REL<unit>)<apos><s><fiscal>?(?:ORD<hyphen>?)?<quarter>"),
    ("quarter", "<the><year><fiscal>?(?:ORD<hyphen>?)?(?:<quarter>|<period>)"),
    ("quarter", "PRE<the>?<qn>OF_YEAR?"),
    ("half", "PRE<the>?<fiscal>?(?:ORD|<last>)<hyphen>?<half>(?:<of>)(?:<the>?<fiscal>?<year>|REL<unit>|<the><unit>)"),
    ("half", "PRE<the>?(?:<fiscal>)?(?:ORD)<hyphen>?<half>"),
    ("period", "<the><latest><period>"),
    ("period", "<the><same><period>(?:<of>|<in>)?<last><unit>"),
    ("year_ago", "<the>?<unit><hyphen>(?:<ago>|<earlier>)(?:ORD?(?:<quarter>|<period>))?"),
    ("year_end", "<the>?<unit>(?:<hyphen>|<apos><s>)?<edge>"),
    ("holiday", "PRE(?:REL)?<holiday>(?:<comma>?<year>)?"),
    ("named", "<named>"),
)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    letters = load_times().letters
    rules = tuple((name, re.compile(_expand(pattern, letters))) for name, pattern in RULES)
    runs = re.compile(f"[^{OTHER}]*[{''.join(letters[c] for c in load_times().lists['core'])}][^{OTHER}]*")
    return rules, runs


def _expand(pattern: str, letters: dict[str, str]) -> str:
    names = "|".join(sorted(FRAGMENTS, key=len, reverse=True))
    while re.search(rf"(?<!<)(?:{names})", pattern):
        pattern = re.sub(names, lambda m: f"(?:{FRAGMENTS[m[0]]})", pattern)
    return re.sub(r"<(\w+)>", lambda m: letters[m[1]], pattern)


def match_at(text: str, at: int, end: int) -> list[tuple[str, int]]:
    """Return the rules that match the letters from `at`, each with where its match ends, the longest first."""
    rules, _ = _compiled()
    found = [(name, match.end()) for name, rule in rules if (match := rule.match(text, at, end)) and match.end() > at]
    return sorted(found, key=lambda pair: -pair[1])


def runs(words: Sequence[Word]) -> tuple[str, Iterator[tuple[int, int]]]:
    """Return the words as letters, and the stretches in which an expression of time may lie."""
    text = "".join(word.letter for word in words)
    return text, (match.span() for match in _compiled()[1].finditer(text))
