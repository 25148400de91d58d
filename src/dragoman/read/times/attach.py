"""The time of an event: the expressions that the parse attaches to its word, and what their prepositions make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from dragoman.model import Span, Time, TimeMention
from dragoman.read.parse import text_of
from dragoman.read.times.event_words import event_words, governors, is_event_noun, is_light_verb

_RANK = {"day": 0, "week": 1, "interval": 2, "month": 2, "season": 3, "year": 4, "decade": 5, "unknown": 9}
_OPEN_RANK = 6  # "since 2000" says less of when than any closed period
_ORDINALS = frozenset(("first", "last", "only", "biggest", "largest", "worst", "highest", "lowest", "most"))
_RANGE_WORDS = {"between": ("and",), "from": ("to", "until", "till", "through", "-"), "": ("-", "to", "through")}
_BOUNDING = frozenset(("since", "until", "till", "from", "through", "before", "after", "by"))
_TIME_PREPOSITIONS = _BOUNDING | frozenset(
    ("in", "on", "at", "during", "for", "over", "within", "throughout", "around", "of")
)
_BEFORE_NOUN = frozenset(("compound", "amod", "nummod", "nmod", "poss"))


def time_of(token: Token, times: Sequence[TimeMention]) -> Time:
    """Return the time of the event whose word is `token`, from what is attached to its clause; Time() if nothing."""
    sentence = token.sent
    near = [t for t in times if sentence.start_char <= t.span.start < sentence.end_char]
    if not near:
        return Time()
    carriers = event_words(token)
    found: list[tuple[Time, bool, int]] = []
    for mention in join_ranges(token.doc, near):
        head, preposition = _head_of(token.doc, mention)
        if head is None or not _dates(head, preposition, carriers):
            continue
        time = _under(preposition, mention, carriers)
        if time is not None:
            assumed = mention.type == "TIME" and mention.time.start == mention.anchor  # an hour without its day
            found.append((time, assumed, abs(head.i - token.i)))
    return _choose(found) if found else _shared(token, near)


def join_ranges(doc: Doc, mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """Return the mentions with each pair as in "between 1998 and 2003" made one."""
    joined: list[TimeMention] = []
    for mention in mentions:
        if joined and (both := _range(doc, joined[-1], mention)) is not None:
            joined[-1] = both
        else:
            joined.append(mention)
    return joined


def _range(doc: Doc, first: TimeMention, last: TimeMention) -> TimeMention | None:
    lead = _marker_before(doc, first, frozenset(("between", "from")))
    link = text_of(doc)[first.span.end : last.span.start].strip().lower()
    start, end = first.time.start, last.time.end
    if link not in _RANGE_WORDS[lead] or start is None or end is None or end < start:
        return None
    span = Span(first.span.start, last.span.end)
    text = text_of(doc)[span.start : span.end]
    time = Time(start=start, end=end, precision="interval", text=text)
    return replace(first, span=span, value=f"{first.value}/{last.value}", time=time)


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


def _dates(head: Token, preposition: Token | None, carriers: tuple[Token, ...]) -> bool:
    """Climb from the expression to the first word that it can date, and say whether that carries the event."""
    if _in_brackets_after(head) in carriers:
        return True
    if preposition is None and head.dep_ in _BEFORE_NOUN and head.head.i > head.i:
        return head.head in carriers
    if preposition is not None and preposition.head.lemma_ == "time" and _is_counted(preposition.head):
        return False  # "for the first time in four decades"
    for word in governors(preposition if preposition is not None else head):
        if word in carriers:
            return True
        if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass"):
            return False
        if is_event_noun(word) and not _is_carried(word, head, carriers):
            return False
    return False


def _is_counted(noun: Token) -> bool:
    return any(child.lower_ in _ORDINALS or child.ent_type_ == "ORDINAL" for child in noun.lefts)


def _in_brackets_after(head: Token) -> Token | None:
    """Return the word that a date in brackets stands behind ("the war (1950-1953)"), however it was parsed."""
    bracket = head.nbor(-1) if head.i else None
    return bracket.nbor(-1) if bracket is not None and bracket.text == "(" and bracket.i else None


def _is_carried(noun: Token, head: Token, carriers: tuple[Token, ...]) -> bool:
    """What follows the object of a light verb dates the verb as well ("signed a treaty on Monday")."""
    return noun.dep_ == "dobj" and noun.head in carriers and head.i > noun.i and is_light_verb(noun.head)


def _under(preposition: Token | None, mention: TimeMention, carriers: tuple[Token, ...]) -> Time | None:
    """Return the time that the preposition makes of the expression ("since 2000", "until 2019")."""
    time = mention.time
    word = preposition.lower_ if preposition is not None else ""
    if "/" in mention.value:
        return time
    word = word or _marker_before(carriers[0].doc, mention, _BOUNDING)
    text = f"{word} {time.text}" if word in _TIME_PREPOSITIONS else time.text
    if word == "since" and (mention.type == "DURATION" or _is_superlative(carriers, preposition)):
        return None
    if mention.type != "DURATION":
        if word in ("since", "from", "after"):
            start = _day_after(time.end) if word == "after" else time.start
            return Time(start=start, precision="interval" if start else time.precision, text=text)
        if word in ("until", "till", "through", "by", "before"):
            end = _day_before(time.start) if word == "before" else time.end
            return Time(end=end, precision="interval" if end else time.precision, text=text)
    return Time(start=time.start, end=time.end, precision=time.precision, text=text)


def _marker_before(doc: Doc, mention: TimeMention, words: frozenset[str]) -> str:
    """Return the word before the expression where it is one of `words`, else nothing."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    before = doc[span.start - 1].lower_ if span is not None and span.start > 0 else ""
    return before if before in words else ""


def _is_superlative(carriers: tuple[Token, ...], preposition: Token | None) -> bool:
    """Say whether the event is the first (or the biggest) since some date: that does not date it."""
    nodes = [*carriers, *(word.head for word in carriers if word.dep_ in ("acl", "relcl", "attr", "xcomp"))]
    if preposition is not None:
        nodes.append(preposition.head)
    below = [child for node in nodes for child in node.children]
    below += [
        child for word in below if word.dep_ in ("attr", "dobj", "prep", "npadvmod", "pobj") for child in word.children
    ]
    below += [child for word in below if word.dep_ == "pobj" for child in word.children]
    return any(word.lower_ in _ORDINALS or word.tag_ in ("JJS", "RBS") for word in below)


def _day_after(on: date | None) -> date | None:
    return on + timedelta(days=1) if on and on < date.max else None


def _day_before(on: date | None) -> date | None:
    return on - timedelta(days=1) if on and on > date.min else None


def _choose(found: list[tuple[Time, bool, int]]) -> Time:
    """Return the finest of the times, of equals the nearest to the event's word."""
    return min(found, key=lambda row: (_rank(row[0]), *row[1:]))[0]


def _rank(time: Time) -> int:
    if time.start is None and time.end is None:
        return 10
    if time.start is None or time.end is None:
        return _OPEN_RANK
    return _RANK.get(time.precision, 9)


def _shared(token: Token, near: list[TimeMention]) -> Time:
    """A date that opens the sentence dates the verbs joined to the first one too ("In 2003 X met Y and signed Z")."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX", "NOUN"):
        first = first.head
    leading = [t for t in near if t.span.end <= first.idx]
    return time_of(first, leading) if first != token and leading else Time()
