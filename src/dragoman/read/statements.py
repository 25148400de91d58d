"""Build the statements of a document from its triggers, mentions, attributions and times."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.model import (
    ActorRef,
    Document,
    Evidence,
    Link,
    Place,
    Statement,
    Status,
    Theme,
    TimeMention,
)
from dragoman.ontology import Entry, Ontology
from dragoman.read.embedded import embed
from dragoman.read.evidence import evidence_of
from dragoman.read.gapping import number_of
from dragoman.read.match import Trigger, find_triggers
from dragoman.read.participants import ActorFinder
from dragoman.read.places import place_of
from dragoman.read.roles import Filled, fill
from dragoman.read.sharing import share_participants
from dragoman.read.slots import is_hedged, members_apart, prepositional_objects
from dragoman.read.speakers import Speech, chain
from dragoman.read.status import Assessment, assess
from dragoman.read.themes import theme_of
from dragoman.read.times import time_of
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with its roles filled, before it becomes a statement."""

    trigger: Trigger
    filled: Filled
    reasons: tuple[str, ...] = ()
    is_hedged: bool = False
    is_shared: bool = False
    outer: int | None = None
    tie: str = "content"


def build_statements(context: Context) -> tuple[Statement, ...]:
    """Return the statements of a document in text order, each with its evidence."""
    drafts = [d for readings in find_triggers(context.doc, context.ontology) for d in best_drafts(readings, context)]
    drafts = share_participants(drafts, context.ontology)
    drafts = [d for d in drafts if _is_sayable(d, context.ontology) and not _says_nothing_new(d, context)]
    drafts = embed(_without_doubles(drafts), context.mentions)
    statements: list[Statement] = []
    outer: dict[str, tuple[int, str]] = {}
    by_token: dict[int, Statement] = {}
    for draft in drafts:
        statement = state(draft, context)
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


def best_drafts(readings: Sequence[Trigger], context: Context) -> list[Draft]:
    """Return the drafts of the first reading whose roles can be filled as it needs, else those of the first."""
    tried = []
    for trigger in readings:
        tried.append(list(drafts_of(trigger, context)))
        if _is_sayable(tried[-1][0], context.ontology):
            return tried[-1]
    return tried[0] if tried else []


def drafts_of(trigger: Trigger, context: Context) -> Iterator[Draft]:
    """Fill the roles of a trigger from its own clause; members of a list that are hedged get a draft of their own."""
    frame, slots = trigger.entry.frame, trigger.slots
    kind = context.ontology.types[trigger.entry.type or ""]
    yield Draft(trigger, fill(frame, slots, context.mentions, kind=kind), (trigger.entry.rule,))
    for name, member in (*members_apart(slots), *(("subj", t) for t in slots.get("hedged", ()))):
        alone = fill(frame, {**slots, name: [member]}, context.mentions, kind=kind)
        reason = f"'{member.text}' stands by itself in the list"
        yield Draft(trigger, alone, (trigger.entry.rule, reason), is_hedged=is_hedged(member))


def state(draft: Draft, context: Context) -> Statement:
    """Turn a draft into a statement."""
    token, entry, filled = draft.trigger.token, draft.trigger.entry, draft.filled
    text = context.document.text
    assessment = assess(token)
    if draft.is_hedged and assessment.status is Status.ACTUAL:
        assessment = replace(assessment, status=Status.POSSIBLE)
    evidence = evidence_of(token, (*filled.heads, *filled.theme), text)
    theme = theme_of(_topics(draft), text, context.ontology) or _own_theme(draft, context)
    voices = chain(context.speeches, evidence.trigger)
    return Statement(
        id=_identity(context.document.id, entry.type or "", evidence, filled),
        document=context.document.id,
        type=entry.type or "",
        mode=entry.mode,
        contexts=_contexts(draft, context),
        agents=filled.agents,
        targets=filled.targets,
        theme=theme,
        time=time_of(token, context.times),
        place=_place(token, context),
        status=_status(entry, assessment),
        outcome=assessment.outcome,
        count=_count(token),
        voices=voices,
        evidence=evidence,
        confidence=_confidence(draft, assessment),
        reader=context.version,
        reasons=(*draft.reasons, *assessment.reasons),
    )


def counterpart(draft: Draft, statement: Statement, context: Context) -> Statement | None:
    """Return what is given back: "supplies arms to Y in exchange for food" also says that Y gives food."""
    if statement.type not in ("AID", "COOPERATE", "AGREE", "CONCEDE") or not statement.agents or not statement.targets:
        return None
    found = _return_of(draft.trigger.token)
    if found is None:
        return None
    word, heads = found
    filled = Filled(statement.targets, statement.agents, tuple(heads), ())
    evidence = evidence_of(word, heads, context.document.text)
    return replace(
        statement,
        id=_identity(context.document.id, "AID", evidence, filled),
        type="AID",
        mode=None,
        agents=filled.agents,
        targets=filled.targets,
        theme=theme_of(heads, context.document.text, context.ontology),
        evidence=evidence,
        outcome=None,
        links=(Link(kind="in-exchange-for", statement=statement.id),),
        reasons=(f"'{word.text}' names what is given in return",),
    )


def accusation(draft: Draft, statement: Statement) -> Statement | None:
    """Return the accusation that lies in saying that another breaks a law or a promise."""
    voices = [v for v in statement.voices if v.cue == statement.voices[0].cue]
    if draft.trigger.entry.mode != "breach" or not voices or not statement.agents:
        return None
    if {v.code for v in voices} & {a.code for a in statement.agents}:
        return None
    accusers = tuple(ActorRef(code=v.code, actor=v.actor, name=v.name, mention=v.mention) for v in voices)
    filled = Filled(accusers, statement.agents)
    return replace(
        statement,
        id=_identity(statement.document, "ACCUSE", statement.evidence, filled),
        type="ACCUSE",
        mode=None,
        agents=accusers,
        targets=statement.agents,
        status=Status.ACTUAL,
        outcome=None,
        voices=(),
        links=(),
        reasons=("to say that another breaks a law or a promise is to accuse",),
    )


def _return_of(token: Token) -> tuple[Token, list[Token]] | None:
    for word in token.sent:
        if word.lower_ not in ("exchange", "return") or word.dep_ != "pobj" or word.head.lower_ != "in":
            continue
        if token not in word.ancestors and not any(
            a.dep_ in ("advmod", "prep") and a.head.i <= token.i for a in word.ancestors
        ):
            continue
        heads = [h for c in word.children if c.dep_ == "prep" and c.lower_ == "for" for h in prepositional_objects(c)]
        if heads and word.i > token.i:
            return word, heads
    return None


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
    carried = [c for c in token.children if c.dep_ == "dobj" and c.pos_ == "NOUN"] if token.pos_ == "VERB" else []
    for child in (c for head in (token, *carried) for c in head.children):
        number = number_of(child) if child.dep_ == "nummod" else None
        if number is not None:
            return number
        if child.lower_ in ("twice", "both") and child.head == token:
            return 2
    return 1


def _confidence(draft: Draft, assessment: Assessment) -> float:
    """Return a first estimate from the shape of the evidence; not calibrated yet."""
    score = 0.55
    score += 0.15 if draft.filled.agents else 0.0
    score += 0.12 if draft.filled.targets else 0.0
    score += 0.06 if draft.trigger.token.pos_ == "VERB" else 0.0
    score -= 0.2 if len(draft.reasons) > 1 else 0.0
    return round(min(score, 0.95), 2)


def _is_sayable(draft: Draft, ontology: Ontology) -> bool:
    """Say whether whoever must take part does: of what is mutual two, of a bond or an enmity always."""
    filled, needs = draft.filled, draft.trigger.entry.needs
    kind = ontology.types[draft.trigger.entry.type or ""]
    together = len(filled.agents) + len(filled.targets)
    if kind.mutual and kind.state and draft.trigger.entry.frame.name != "pair" and together < 2:
        return False
    if "agent" in needs and not filled.agents:
        return False
    if "target" in needs and not filled.targets and not (kind.mutual and len(filled.agents) > 1):
        return False
    return bool(filled.agents or filled.targets)


def _says_nothing_new(draft: Draft, context: Context) -> bool:
    """Say whether an event noun only points back: its participants are shared, and it adds no time, place or theme."""
    if not draft.is_shared:
        return False
    token = draft.trigger.token
    points_back = any(c.lower_ in ("the", "this", "that", "these", "those", "such", "any") for c in token.children)
    if not points_back or assess(token).status is not Status.ACTUAL:
        return False
    return not (draft.filled.theme or _place(token, context) or time_of(token, context.times).text)


def _without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop the noun of a phrase whose verb says the same: "imposed sanctions", "signed a pact"."""
    verbs = {(d.trigger.token.i, d.trigger.entry.type) for d in drafts if d.trigger.entry.pos == "verb"}
    return [d for d in drafts if d.trigger.entry.pos != "noun" or not _carried_by(d, verbs)]


def _carried_by(draft: Draft, verbs: set[tuple[int, str | None]]) -> bool:
    token = draft.trigger.token
    around = [c for c in token.children if c.dep_ in ("acl", "relcl")]
    if token.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
        around.append(token.head)
    elif token.dep_ == "pobj" and token.head.lower_ == "to":
        around.append(token.head.head)  # "go to war", "come to blows"
    return any((verb.i, draft.trigger.entry.type) in verbs for verb in around)


def _identity(document: str, kind: str, evidence: Evidence, filled: Filled) -> str:
    who = ",".join(a.code for a in filled.agents) + ">" + ",".join(t.code for t in filled.targets)
    key = f"{document}|{kind}|{evidence.trigger.start}|{evidence.trigger.end}|{who}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
