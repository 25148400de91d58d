"""What an expression is reckoned from: the document's date, the last date that the text set, the tense of its verb."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from dragoman.read.time_calendar import Period, add_months, month
from dragoman.read.time_words import load_times

_CLIMB_LIMIT = 12  # links of the parse between an expression and the verb that dates it; more is another clause
_FUTURE_AUXILIARIES = frozenset(("will", "shall", "'ll", "wo", "would", "going", "may", "might", "should", "must"))


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


def tense_of(token: Token) -> str:
    """Return the tense of the clause that the token modifies: past, present, future or none."""
    verb = token
    for _ in range(_CLIMB_LIMIT):
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("aux", "auxpass"):
            tense = _verb_tense(verb)
            if tense != "none":
                return tense
        if verb.head is verb:
            break
        verb = verb.head
    return "none"


def _verb_tense(verb: Token) -> str:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    tags = {child.tag_ for child in auxiliaries}
    if words & _FUTURE_AUXILIARIES and not ("have" in words and words & {"would", "may", "might", "must", "should"}):
        return "future"
    if verb.tag_ == "VBD" or "VBD" in tags:
        return "future" if verb.lemma_ == "go" and _governs_infinitive(verb) else "past"
    if "have" in words or "has" in words or "'ve" in words:
        return "past"
    if "to" in words and verb.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp", "ROOT"):
        return _infinitive_tense(verb)
    if tags & {"VBZ", "VBP"} or verb.tag_ in ("VBZ", "VBP"):
        return "past" if verb.tag_ == "VBN" and verb.dep_ != "ROOT" else _present_tense(verb)
    return "past" if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") else "none"


def _governs_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "xcomp" for child in verb.children)


def _infinitive_tense(verb: Token) -> str:
    if verb.head.lemma_.lower() in load_times().lists["future_verbs"] or verb.dep_ in ("acl", "relcl"):
        return "future"
    return "none" if verb.head.pos_ in ("VERB", "AUX") else "future"


def _present_tense(verb: Token) -> str:
    """A verb of planning in the present tense makes what hangs on it future ("is due on Monday")."""
    return "future" if verb.lemma_.lower() in load_times().lists["future_verbs"] else "present"


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
    future = step == 1 or (step is None and setting.tense == "future")
    on = add_months(now.replace(day=1), (ahead or 12) if future else ahead - 12)
    return month(on.year, on.month)


def choose_day(number: int, day_number: int, setting: Setting) -> date | None:
    """Return the day meant by a month and day without a year: as the tense has it, else the nearest."""
    now = setting.now
    base = now or setting.then
    if base is None:
        return None
    candidates = [d for year in (base.year - 1, base.year, base.year + 1) if (d := _valid(year, number, day_number))]
    if now is None:
        return _valid(base.year, number, day_number)
    if setting.tense == "past":
        candidates = [d for d in candidates if d <= now] or candidates
    elif setting.tense == "future":
        candidates = [d for d in candidates if d >= now - timedelta(days=31)] or candidates
    return min(candidates, key=lambda d: abs((d - now).days), default=None)


def _valid(year: int, number: int, day_number: int) -> date | None:
    try:
        return date(year, number, day_number)
    except ValueError:
        return None
