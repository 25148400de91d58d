"""The time of an event: the expressions that the parse attaches to its word, and what their prepositions make of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from dragoman.model import Time, TimeMention
from dragoman.read.event_words import event_words, governors, is_event_noun

_OPENERS = frozenset(("since", "from", "after"))
_CLOSERS = frozenset(("until", "till", "through", "by", "before", "to"))
_RANK = {"day": 0, "week": 1, "interval": 2, "month": 2, "season": 3, "year": 4, "decade": 5, "unknown": 9}
_ORDINALS = frozenset(
    ("first", "last", "only", "biggest", "largest", "worst", "highest", "lowest", "most", "longest", "deadliest")
)


def time_of(token: Token, times: Sequence[TimeMention]) -> Time:
    """Return the time of the event whose word is `token`, from what is attached to its clause; Time() if nothing."""
    sentence = token.sent
    start, end = sentence.start_char, sentence.end_char
    near = [t for t in times if start <= t.span.start < end]
    if not near:
        return Time()
    carriers = event_words(token)
    found: list[Time] = []
    for mention in near:
        head, preposition = _head_of(token.doc, mention)
        if head is None or not _dates(head, preposition, carriers, token):
            continue
        time = _under(preposition, mention, token)
        if time is not None:
            found.append(time)
    return _merge(found) if found else _shared(token, near)


def _head_of(doc: Doc, mention: TimeMention) -> tuple[Token | None, Token | None]:
    """Return the expression's syntactic head and the preposition over it."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not len(span):
        return None, None
    head = span.root
    if (
        head.dep_ == "pobj"
        and head.head.pos_ in ("ADP", "SCONJ", "ADV")
        and head.head.dep_ in ("prep", "mark", "agent", "pcomp")
    ):
        return head, head.head
    if head.dep_ == "pobj":
        return head, head.head
    return head, None


def _dates(head: Token, preposition: Token | None, carriers: tuple[Token, ...], trigger: Token) -> bool:
    """Climb from the expression to the first word that it can date, and say whether that carries the event."""
    for word in governors(preposition if preposition is not None else head):
        if word in carriers:
            return True
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass"):
            return False
        if is_event_noun(word):
            return False
    return False


def _under(preposition: Token | None, mention: TimeMention, trigger: Token) -> Time | None:
    """Return the time that the preposition makes of the expression ("since 2000", "until 2019")."""
    time = mention.time
    word = preposition.lower_ if preposition is not None else ""
    if not word:
        word = _marker_before(trigger.doc, mention)
    text = f"{word} {time.text}" if word else time.text
    if word == "since" and (_is_superlative(trigger) or mention.type == "DURATION"):
        return None
    if word in ("since", "from") or (word == "after" and mention.type != "DURATION"):
        start = _day_after(time.end) if word == "after" else time.start
        return Time(start=start, end=None, precision="interval", text=text) if start else Time(text=text)
    if word in ("until", "till", "through", "by", "before") and mention.type != "DURATION":
        end = _day_before(time.start) if word == "before" else time.end
        return Time(start=None, end=end, precision="interval", text=text) if end else Time(text=text)
    return Time(start=time.start, end=time.end, precision=time.precision, text=text)


def _marker_before(doc: Doc, mention: TimeMention) -> str:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or span.start == 0:
        return ""
    before = doc[span.start - 1]
    return (
        before.lower_ if before.lower_ in ("since", "until", "till", "from", "through", "before", "after", "by") else ""
    )


def _is_superlative(trigger: Token) -> bool:
    """Say whether the event is said to be the first (or the biggest) since some date: it is not dated by that."""
    return any(
        word.lower_ in _ORDINALS or word.tag_ in ("JJS", "RBS")
        for word in trigger.sent
        if word.i < trigger.i + 12 and word.pos_ in ("ADJ", "ADV", "NOUN", "DET")
    )


def _day_after(on: date | None) -> date | None:
    return on + timedelta(days=1) if on and on < date.max else None


def _day_before(on: date | None) -> date | None:
    return on - timedelta(days=1) if on and on > date.min else None


def _merge(found: list[Time]) -> Time:
    """Return the finest of the times; "from 1998" and "until 2003" make one interval."""
    openers = [t for t in found if t.start and not t.end]
    closers = [t for t in found if t.end and not t.start]
    if openers and closers and openers[0].start and closers[0].end and openers[0].start <= closers[0].end:
        text = f"{openers[0].text} {closers[0].text}"
        return Time(start=openers[0].start, end=closers[0].end, precision="interval", text=text)
    return min(found, key=lambda t: (t.start is None and t.end is None, _RANK.get(t.precision, 9)))


def _shared(token: Token, near: list[TimeMention]) -> Time:
    """A date that opens the sentence dates the verbs joined to the first one too ("In 2003 X met Y and signed Z")."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX", "NOUN"):
        first = first.head
    if first is token:
        return Time()
    leading = [t for t in near if t.span.end <= first.idx]
    return time_of(first, leading) if leading else Time()
