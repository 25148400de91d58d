"""Why a statement says what it says: its reasons, part by part, and how its words were resolved in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dragoman.explain.because import Because, days, quoted
from dragoman.model import ActorRef, Document, Mention, Reading, Span, Statement, TimeMention, Voice
from dragoman.ontology import Frame, Ontology

# Reading ends each reason for a status with the status that it gives; the first reason of all is for the type.
_STATUS_REASON = re.compile(r": (?:actual|planned|possible|wanted|denied)$|^asserted$")
_FRAME = re.compile(r"\((?P<frame>[\w-]+)\)$")
_SLOTS = {
    "subj": "the subject",
    "obj": "the object",
    "dative": "the receiver",
    "comp": "the subject of the clause that it governs",
    "that": "the clause after 'that'",
    "poss": "a possessive before it",
    "adj": "an adjective before it",
    "carrier": "the subject of the verb that carries it",
    "bearer": "who is 'under' it",
    "subject": "the subject of 'is'",
}


def explain_statement(
    statement: Statement, document: Document, reading: Reading, ontology: Ontology
) -> Iterator[Because]:
    """Yield why each part of the statement is as it is; `reading` is a reading of its document by the same version."""
    text = document.text
    yield _type(statement, text)
    yield from _roles(statement, ontology.frames)
    mentions = {mention.span: mention for mention in reading.mentions}
    for part, refs in (("agent", statement.agents), ("target", statement.targets)):
        yield from (_actor(part, ref, mentions, text) for ref in refs)
    if statement.theme:
        goods = ", ".join(statement.theme.goods)
        why = (
            f"its words belong to these categories of goods: {goods}" if goods else "no category of goods has its words"
        )
        yield Because(part="theme", value=statement.theme.text, why=why)
    yield _time(statement, reading.times, text)
    if statement.place:
        place = statement.place
        where = f"{place.precision} in {place.country}" if place.country else f"{place.precision}, of no known state"
        yield Because(part="place", value=place.text, why=f"the words name a {where}")
    yield from _status(statement)
    yield from _voices(statement, document, reading)
    for link in statement.links:
        yield Because(part="link", value=link.statement, why=f"{link.kind}: the words of the one hold the other")
    in_hundred = round(statement.confidence * 100)
    why = f"of a hundred statements that are as sure, about {in_hundred} are right in type, actors, status and voices"
    yield Because(part="confidence", value=f"{statement.confidence:.2f}", why=why)


def _type(statement: Statement, text: str) -> Because:
    mode = f" ({statement.mode})" if statement.mode else ""
    rule = statement.reasons[0] if statement.reasons else "the reader gives no reason"
    return Because(
        part="type", value=statement.type + mode, why=f"{quoted(statement.evidence.trigger.of(text))}: {rule}"
    )


def _roles(statement: Statement, frames: Mapping[str, Frame]) -> Iterator[Because]:
    named = _FRAME.search(statement.reasons[0]) if statement.reasons else None
    frame = frames.get(named["frame"]) if named else None
    if frame:
        places = [f"{role}: {_say_slots(slots)}" for role, slots in _slots_of(frame) if slots]
        yield Because(part="roles", value=frame.name, why=f"in order of preference: {'; '.join(places)}")
    for reason in statement.reasons[1:]:
        if not _STATUS_REASON.search(reason):
            yield Because(part="roles", value="", why=reason)


def _slots_of(frame: Frame) -> Iterator[tuple[str, Sequence[str]]]:
    yield from (("agent", frame.agent), ("target", frame.target), ("theme", frame.theme))


def _say_slots(slots: Sequence[str]) -> str:
    return ", ".join(_SLOTS.get(slot, f"after '{slot}'") for slot in slots)


def _actor(part: str, ref: ActorRef, mentions: Mapping[Span, Mention], text: str) -> Because:
    value = ref.name if ref.name == ref.code else f"{ref.name} ({ref.code})"
    if ref.mention is None:
        return Because(part=part, value=value, why="the words do not name it; another part of the document does")
    mention = mentions.get(ref.mention)
    kind = f"a {mention.kind}" if mention else "words"
    reason = f", {mention.reason}" if mention and mention.reason else ""
    return Because(part=part, value=value, why=f"{quoted(ref.mention.of(text))}: {kind} that names {ref.actor}{reason}")


def _time(statement: Statement, times: Sequence[TimeMention], text: str) -> Because:
    time, trigger = statement.time, statement.evidence.trigger
    if not time.text:
        return Because(part="time", value=days(time), why="no words of time belong to it")
    same = [found for found in times if found.span.of(text) in time.text]  # which has its preposition too
    found = min(same, key=lambda t: abs(t.span.start - trigger.start), default=None)
    read = f" is read as {found.value} ({found.type})" if found else ""
    counted = f", counted from {found.anchor}" if found and found.anchor else ""
    return Because(part="time", value=days(time), why=f"{quoted(time.text)}{read}{counted}")


def _status(statement: Statement) -> Iterator[Because]:
    why = [reason for reason in statement.reasons[1:] if _STATUS_REASON.search(reason)]
    value = statement.status + (f", {statement.outcome}" if statement.outcome else "")
    yield Because(part="status", value=value, why="; ".join(why) or "as the words that it comes with are")


def _voices(statement: Statement, document: Document, reading: Reading) -> Iterator[Because]:
    for voice in statement.voices:
        name = voice.name if voice.name == voice.code else f"{voice.name} ({voice.code})"
        yield Because(part="voice", value=f"{name} {voice.force}", why=_cue(voice, document, reading))
    if not statement.voices:
        yield Because(part="voice", value="none", why="no one is quoted with these words: the document itself says it")


def _cue(voice: Voice, document: Document, reading: Reading) -> str:
    named = f"{quoted(voice.mention.of(document.text))} with " if voice.mention else ""
    quoting = any(a.quoted and any(span.of(document.text) == voice.cue for span in a.cue) for a in reading.attributions)
    return f"{named}the words {quoted(voice.cue)}" + (", which bring a quotation" if quoting else "")
