"""What an expression is reckoned from: the document's date, the last date that the text set, the tense of its verb."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from dragoman.read.times.calendar import Period, add_months, month, period_of, unknown
from dragoman.read.times.words import word_list

_CLIMB_LIMIT = 12  # links of the parse between an expression and the verb that dates it; more is another clause
_DIRECT = 2  # links: a preposition and the verb, or the verb alone
_FUTURE_AUXILIARIES = frozenset(("will", "shall", "'ll", "wo", "would", "going", "may", "might", "should", "must"))

# How much farther the side that the tense speaks against counts: in October, news names last year's November only with
# its year. On the TimeML news of evals/timex, 2 to 6 for days and 4 to 6 for months do equally well.
_DAY_BIAS = 4.0
_MONTH_BIAS = 5.0
_TENSELESS_BIAS = 1.5


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: `last` is the period that the text set last, `tense` that of its clause."""

    published: date | None
    last: Period | None = None
    tense: str = "none"

    @property
    def now(self) -> date | None:
        """The day from which "last year" counts."""
        return self.published

    @property
    def then(self) -> date | None:
        """The day from which "the following year" counts."""
        if self.last is not None and self.last.start is not None:
            return self.last.start
        return self.published

    def same(self, unit: str) -> Period:
        """Return "that day", "the same year": unknown where the text set only something longer."""
        if self.last is None or self.last.start is None or self.last.end is None:
            return period_of(unit, self.published) if self.published else unknown(unit)
        period = period_of(unit, self.last.start)
        fits = period.end is not None and self.last.end <= period.end
        return period if fits else unknown(unit)


def tense_of(token: Token) -> str:
    """Return the tense of the clause that the token modifies: past, done (a deed told as such), present, future, none.

    A date that belongs to a noun ("the agreement of 10 March") has no part in the clause's tense.
    """
    if _belongs_to_noun(token):
        return "none"
    verb = token
    for links in range(_CLIMB_LIMIT):
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("aux", "auxpass"):
            tense = _verb_tense(verb)
            if tense == "present" and 0 < links <= _DIRECT and verb.lemma_ != "say":
                return "future"  # what is scheduled: "the summit opens Friday"
            if tense == "past" and 0 < links <= _DIRECT and _is_deed(verb):
                return "done"  # "struck a deal in January": it can't lie ahead
            if tense != "none":
                return tense
        if verb.head == verb:
            break
        verb = verb.head
    return "none"


def _is_deed(verb: Token) -> bool:
    return verb.tag_ == "VBD" and verb.lemma_ not in word_list("telling_verbs")


def _belongs_to_noun(token: Token) -> bool:
    while token.dep_ in ("nummod", "compound", "nmod") and token.head.ent_type_ == "DATE":
        token = token.head  # "10" of "10 March"
    head = token.head
    if token.dep_ in ("compound", "nmod", "poss"):
        return head.pos_ == "NOUN" and head.ent_type_ != token.ent_type_
    return token.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN" and not head.head.ent_type_


def _verb_tense(verb: Token) -> str:
    if verb.lemma_.lower() in word_list("scheduling_verbs"):
        return "future"
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    tags = {child.tag_ for child in auxiliaries}
    if words & _FUTURE_AUXILIARIES and not words & {"have", "'ve"}:
        return "future"
    if verb.tag_ == "VBD" or "VBD" in tags or words & {"have", "has", "'ve"}:
        return "future" if verb.lemma_ == "go" and _governs_infinitive(verb) else "past"
    if "to" in words:
        return _infinitive_tense(verb)
    if tags & {"VBZ", "VBP"} or verb.tag_ in ("VBZ", "VBP"):
        return "future" if verb.lemma_.lower() in word_list("future_verbs") else "present"
    return "past" if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") else "none"


def _governs_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "xcomp" for child in verb.children)


def _infinitive_tense(verb: Token) -> str:
    """ "to meet" lies ahead of the verb that plans it; under another verb the time is that verb's."""
    head = verb.head
    if head.lemma_ == "be" or head.lemma_.lower() in word_list("future_verbs") or head.pos_ not in ("VERB", "AUX"):
        return "future"
    return "none"


def choose_weekday(number: int, setting: Setting, step: int | None = None) -> date | None:
    """Return the day meant by a weekday (1 is Monday): `step` -1 is the last before today, 1 the next after it."""
    now = setting.now
    if now is None:
        return None
    back = (now.isoweekday() - number) % 7
    if step == -1:
        return now - timedelta(days=back or 7)
    if step == 1:
        return now + timedelta(days=7 - back)
    if back == 0 or (setting.tense != "future" and step is None):
        return now - timedelta(days=back)
    return now + timedelta(days=7 - back)


def choose_month(number: int, setting: Setting, step: int | None = None) -> Period | None:
    """Return the month meant by a month's name alone; `step` as for weekdays, 0 is this year's."""
    now = setting.now
    if now is None:
        return month(setting.then.year, number) if setting.then and step is None else None
    if step == 0:
        return month(now.year, number)
    ahead = (number - now.month) % 12
    if step is None and ahead == 0:
        return month(now.year, number)
    back = (now.month - number) % 12 or 12
    forward = step == 1 or (step is None and _is_ahead(ahead, back, setting.tense, _MONTH_BIAS))
    on = add_months(now.replace(day=1), (ahead or 12) if forward else -back)
    return month(on.year, on.month)


def _is_ahead(ahead: float, back: float, tense: str, bias: float) -> bool:
    """Weigh the distance to either side, the side that the tense speaks against counting `bias` times."""
    if tense == "future":
        return ahead <= back * bias
    if tense == "done":
        return False
    return ahead * (bias if tense == "past" else _TENSELESS_BIAS) < back


def choose_day(number: int, day_number: int, setting: Setting) -> date | None:
    """Return the day meant by a month and day without a year: the nearest, unless the tense speaks against it."""
    now = setting.now
    if now is None:
        return _valid(setting.then.year, number, day_number) if setting.then else None
    days = [d for year in (now.year - 1, now.year, now.year + 1) if (d := _valid(year, number, day_number))]
    before = max((d for d in days if d <= now), default=None)
    after = min((d for d in days if d > now), default=None)
    if before is None or after is None:
        return before or after
    tense = "past" if setting.tense == "done" else setting.tense  # "declared a dividend, payable December 1"
    return after if _is_ahead((after - now).days, (now - before).days, tense, _DAY_BIAS) else before


def _valid(year: int, number: int, day_number: int) -> date | None:
    try:
        return date(year, number, day_number)
    except ValueError:
        return None
