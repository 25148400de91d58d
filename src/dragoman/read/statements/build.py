"""Build the statements of a document from its triggers, mentions, attributions and times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.model import (
    Document,
    Link,
    Place,
    Statement,
    Status,
    Theme,
    TimeMention,
)
from dragoman.ontology import Entry, Ontology
from dragoman.read.decide.pairs import PairDecision
from dragoman.read.places import place_of
from dragoman.read.statements.companions import accusation, as_speakers_act, counterpart, identity_of
from dragoman.read.statements.drafts import Draft, best_drafts, is_sayable, says_nothing_new, without_doubles
from dragoman.read.statements.embedded import embed
from dragoman.read.statements.evidence import evidence_of
from dragoman.read.statements.gapping import number_of
from dragoman.read.statements.match import find_triggers
from dragoman.read.statements.open_verbs import decided_drafts
from dragoman.read.statements.participants import ActorFinder
from dragoman.read.statements.sharing import share_participants
from dragoman.read.statements.speakers import Speech, chain
from dragoman.read.statements.themes import theme_of
from dragoman.read.status.ahead import by_calendar
from dragoman.read.status.assess import Assessment, assess
from dragoman.read.times.event_words import is_event_noun
from dragoman.read.times.find import time_of
from dragoman.world import World


@dataclass(frozen=True, slots=True)
class Context:
    """All that is known of a document when its statements are built."""

    document: Document
    doc: Doc
    mentions: ActorFinder
    speeches: Sequence[Speech]
    times: Sequence[TimeMention]
    ontology: Ontology
    world: World
    version: str
    decision: PairDecision | None = None


def build_statements(context: Context) -> tuple[Statement, ...]:
    """Return the statements of a document in text order, each with its evidence."""
    drafts = [d for readings in find_triggers(context.doc, context.ontology) for d in best_drafts(readings, context)]
    drafts = sorted([*drafts, *decided_drafts(drafts, context)], key=lambda draft: draft.trigger.token.i)
    drafts = share_participants(drafts, context.ontology)
    drafts = [d for d in drafts if is_sayable(d, context.ontology) and not says_nothing_new(d, context)]
    drafts = embed(without_doubles(drafts, context.ontology.through), context.mentions)
    statements: list[Statement] = []
    outer: dict[str, tuple[int, str]] = {}
    by_token: dict[int, Statement] = {}
    for draft in drafts:
        statement = as_speakers_act(state(draft, context))
        statements.append(statement)
        by_token.setdefault(draft.trigger.token.i, statement)
        if draft.outer is not None:
            outer[statement.id] = (draft.outer, draft.tie)
        back = counterpart(draft, statement, context)
        if back is not None:
            statements.append(back)
        charge = accusation(draft, statement)
        if charge is not None:
            statements.append(charge)
    held = {id: Link(kind=tie, statement=by_token[at].id) for id, (at, tie) in outer.items() if at in by_token}
    return tuple(_linked(statements, held, context))


def state(draft: Draft, context: Context) -> Statement:
    """Turn a draft into a statement."""
    token, entry, filled = draft.trigger.token, draft.trigger.entry, draft.filled
    text = context.document.text
    assessment = assess(token)
    if draft.is_hedged and assessment.status is Status.ACTUAL:
        assessment = replace(assessment, status=Status.POSSIBLE)
    time = time_of(token, context.times)
    assessment = by_calendar(assessment, token, entry.type, time, context.document.published)
    evidence = evidence_of(token, (*filled.heads, *filled.theme), text)
    theme = theme_of(_topics(draft), text, context.ontology) or _own_theme(draft, context)
    voices = () if _is_aside(draft) else chain(context.speeches, evidence.trigger)
    return Statement(
        id=identity_of(context.document.id, entry.type or "", evidence, filled),
        document=context.document.id,
        type=entry.type or "",
        mode=entry.mode,
        contexts=_contexts(draft, context),
        agents=filled.agents,
        targets=filled.targets,
        theme=theme,
        time=time,
        place=_place(token, context),
        status=_status(entry, assessment),
        outcome=assessment.outcome,
        count=_count(token),
        voices=voices,
        evidence=evidence,
        reader=context.version,
        reasons=(*draft.reasons, *assessment.reasons),
    )


def _linked(statements: Sequence[Statement], held: Mapping[str, Link], context: Context) -> Iterator[Statement]:
    """Add the links that the order of words shows: what another statement, or one of speech, has for its content."""
    by_trigger = {s.evidence.trigger.start: s for s in statements}
    cues = ((speech, speech.attribution.cue[0]) for speech in context.speeches)
    found = ((speech, [s for start, s in by_trigger.items() if cue.start <= start < cue.end]) for speech, cue in cues)
    telling = [(speech, told[0]) for speech, told in found if told]
    for statement in statements:
        links = list(statement.links)
        if statement.id in held and held[statement.id].statement != statement.id:
            links.append(held[statement.id])
        for speech, told in telling:
            if speech.covers(statement.evidence.trigger) and told.id not in {
                statement.id,
                *(x.statement for x in links),
            }:
                links.append(Link(kind="content", statement=told.id))
                break
        yield replace(statement, links=tuple(links)) if links else statement


def _topics(draft: Draft) -> Sequence[Token]:
    """Return what it is about: not the talks that are held."""
    entry = draft.trigger.entry
    if entry.type != "CONSULT":
        return draft.filled.theme
    return [t for t in draft.filled.theme if t.lemma_.lower() not in entry.object]


def _own_theme(draft: Draft, context: Context) -> Theme | None:
    """Return the theme that an event noun brings along: "arms" in "arms deal"."""
    token = draft.trigger.token
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    named = {h.i for h in draft.filled.heads}
    modifiers = [
        c
        for c in token.children
        if c.dep_ in ("compound", "amod")
        and c.pos_ in ("NOUN", "ADJ")
        and c.i not in named
        and not context.mentions.actors_of(c)
    ]
    theme = theme_of(modifiers[:1], context.document.text, context.ontology)
    return theme if theme and theme.goods else None


def _is_aside(draft: Draft) -> bool:
    """Say whether the narrator adds it to another's words: "accused X of arming Y, which Z denies"."""
    return draft.trigger.entry.type == "REJECT" and draft.trigger.token.dep_ == "relcl"


def _contexts(draft: Draft, context: Context) -> tuple[str, ...]:
    found = list(draft.trigger.entry.contexts)
    tokens = [draft.trigger.token, *(t for head in (*draft.filled.theme,) for t in head.subtree)]
    tokens += [c for c in draft.trigger.token.children if c.dep_ in ("compound", "amod", "dobj")]
    for token in tokens:
        for name in context.ontology.contexts.get(token.lemma_.lower(), ()):
            if name not in found:
                found.append(name)
    return tuple(found)


def _place(token: Token, context: Context) -> Place | None:
    return place_of(token, context.world)


def _status(entry: Entry, assessment: Assessment) -> Status:
    """Return the status: a wish is itself actual, whatever becomes of what is wished."""
    if entry.type == "WANT" and assessment.status is Status.WANTED:
        return Status.ACTUAL
    return Status(entry.status) if entry.status and assessment.status is Status.ACTUAL else assessment.status


def _count(token: Token) -> int:
    """Return how many happenings a trigger tells of: "three summits", "held three summits", "met twice"."""
    carried = [c for c in token.children if c.dep_ == "dobj" and is_event_noun(c)] if token.pos_ == "VERB" else []
    for child in (c for head in (token, *carried) for c in head.children):
        number = number_of(child) if child.dep_ == "nummod" else None
        if number is not None:
            return number
        if child.lower_ in ("twice", "both") and child.head == token:
            return 2
    return 1
