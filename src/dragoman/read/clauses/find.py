"""Find the clauses of a document: from what binds, who is bound, to do what, for whom, when, and unless what."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dragoman.model import ActorRef, Clause, Condition, Evidence, Instrument, Modality, Span, Statement, Status
from dragoman.read.clauses.bound import ANSWER, COUNTS, Bound
from dragoman.read.clauses.conditions import Head, condition_heads, condition_of
from dragoman.read.clauses.operators import find_bound
from dragoman.read.clauses.parties import Parties, is_party_word
from dragoman.read.clauses.sanctions import sanction_clauses
from dragoman.read.clauses.scene import Scene, children, text_span
from dragoman.read.clauses.words import load_clause_words
from dragoman.read.statements.build import Context
from dragoman.read.statements.evidence import LONGEST_QUOTE
from dragoman.read.statements.roles import fill
from dragoman.read.statements.speakers import chain
from dragoman.read.statements.themes import theme_of
from dragoman.read.status.assess import assess
from dragoman.read.times.find import time_of

_TRIMMED = " \t\n\r,;:.-–—\"'“”‘’()"


def find_clauses(context: Context, statements: Sequence[Statement]) -> tuple[Clause, ...]:
    """Return the clauses of a document in text order, each with its evidence."""
    scene = Scene(context.doc, context.mentions, statements, context.ontology, load_clause_words())
    found = [clause for bound in find_bound(scene) if (clause := _clause(bound, scene, context)) is not None]
    within = [c.span for clause in found for c in (clause.trigger, *clause.exceptions) if c is not None]
    found = [clause for clause in found if not any(span.contains(clause.evidence.trigger) for span in within)]
    found.extend(sanction_clauses(statements, found, context.document.text))
    return tuple(sorted(found, key=lambda c: (c.evidence.start, c.act_span.start)))


def _clause(bound: Bound, scene: Scene, context: Context) -> Clause | None:
    text = context.document.text
    parties = Parties(scene, bound.act, bound.instrument, bound.bearers)
    heads = list(condition_heads(bound.act, bound.operator, scene))
    bearers = _bearers(bound, parties, scene)
    beneficiaries, each_other = _beneficiaries(bound, bearers, parties, scene)
    if each_other and len(bearers) < 2:
        bearers = parties.all or bearers
    parties.owed, parties.bound = beneficiaries, bearers
    trigger, exceptions = _conditions(bound, heads, scene, parties)
    authority = tuple(r for t in bound.authors for r in parties.named(t)) or _laid_down_by(bound, parties)
    if bound.kind is Instrument.SANCTION and bound.instrument is None and not bound.bearers:
        bearers = tuple(r for r in authority if r.code not in scene.words.for_everybody)
    bearers = tuple(ref for ref in bearers if not _is_private(ref))
    if bound.kind is Instrument.SANCTION:
        beneficiaries = tuple(ref for ref in beneficiaries if ref.code not in {a.code for a in authority})
    if bound.rule == ANSWER and not beneficiaries and (trigger is None or trigger.type is None):
        return None
    if bound.instrument is None:
        bearers = tuple(ref for ref in bearers if not ref.actor.startswith("people:"))
        if not bearers and not beneficiaries and not authority:
            return None
    assessment = assess(bound.operator)
    status = _status(bound, assessment.status, hangs=bool(heads))
    unmade = status is Status.DENIED and bound.instrument is None  # a promise that nobody makes
    if status is Status.WANTED or unmade or (bound.kind is Instrument.THREAT and not bearers):
        return None
    act_span = _act_span(bound.act, heads, text)
    evidence = _evidence(bound, act_span, trigger, exceptions, text)
    voices = chain(context.speeches, evidence.trigger)
    key = f"{context.document.id}|clause|{evidence.trigger.start}|{act_span.start}|{bound.modality}"
    theme = theme_of(_things(bound.act), text, context.ontology)
    return Clause(
        id=f"c{hashlib.sha256(key.encode()).hexdigest()[:15]}",
        document=context.document.id,
        instrument=bound.kind,
        modality=bound.modality,
        act=act_span.of(text),
        act_span=act_span,
        evidence=evidence,
        type=_type(bound.act, scene),
        bearers=bearers if not each_other else (bearers or parties.all),
        beneficiaries=() if each_other else beneficiaries,
        each_other=each_other,
        theme=theme,
        trigger=trigger,
        exceptions=exceptions,
        instrument_text=_noun_phrase(bound.instrument, text) if bound.instrument is not None else None,
        authority=authority,
        status=status,
        voices=voices,
        time=time_of(bound.operator, context.times),
        confidence=_SURE if bound.instrument is not None or trigger is not None else _UNSURE,
        reader=context.version,
        reasons=(bound.rule, *assessment.reasons),
    )


def _is_private(ref: ActorRef) -> bool:
    """Say whether it is a person without an office: what such a one promises or threatens binds no party."""
    return ref.actor.startswith("person:") and ref.sector is None


def _status(bound: Bound, status: Status, *, hangs: bool) -> Status:
    """Return the status of the clause: what "must" or "if" makes of the act does not touch that it is so laid down."""
    if status is Status.DENIED:
        own = bound.modality is Modality.MUST_NOT or bound.operator == bound.act
        return Status.ACTUAL if own else Status.DENIED
    by_verb = bound.rule.startswith("'") and bound.rule.endswith("binds")
    return status if by_verb and (bound.instrument is None or not hangs) else Status.ACTUAL


# How often clauses with, and without, a named instrument or a condition are right: evals/clauses, README.
_SURE, _UNSURE = 0.8, 0.6


def _conditions(
    bound: Bound, heads: Sequence[Head], scene: Scene, parties: Parties
) -> tuple[Condition | None, tuple[Condition, ...]]:
    made = [(head, condition_of(head, scene, parties)) for head in heads]
    triggers = [c for head, c in made if not head.lifts]
    if bound.rule == COUNTS:
        for noun in (*children(bound.operator, "nsubjpass"), *children(bound.operator, "dobj")):
            triggers.insert(0, condition_of(Head(noun, noun.left_edge, False), scene, parties))
            break
    exceptions = tuple(c for head, c in made if head.lifts)
    return (triggers[0] if triggers else None), exceptions


def _bearers(bound: Bound, parties: Parties, scene: Scene) -> tuple[ActorRef, ...]:
    found: list[ActorRef] = []
    for word in bound.bearers:
        found.extend(parties.of_word(word)[0])
    if not bound.bearers and bound.instrument is not None and bound.kind is Instrument.PACT:
        found.extend(parties.all)
    return tuple({ref.code: ref for ref in found}.values())


def _beneficiaries(
    bound: Bound, bearers: Sequence[ActorRef], parties: Parties, scene: Scene
) -> tuple[tuple[ActorRef, ...], bool]:
    if bound.rule == COUNTS:
        return (), True
    if parties.each_other and (len(bearers) != 1 or bound.kind is Instrument.PACT):
        return (), True
    own = {ref.code for ref in bearers}
    found: list[ActorRef] = []
    readings = scene.readings_of(bound.act)
    if readings and readings[0].entry.type:
        trigger = readings[0]
        kind = scene.ontology.types[trigger.entry.type or ""]
        found.extend(fill(trigger.entry.frame, trigger.slots, scene.mentions, kind=kind).targets)
    for token in _reached(bound.act) if not found else ():
        if not found and not is_party_word(token, scene):
            found.extend(parties.of_word(token)[0])
    named = (ref for ref in found if ref.code not in own and not ref.actor.startswith("people:"))
    others = tuple({ref.code: ref for ref in named}.values())
    return others, False


def _reached(act: Token) -> Iterator[Token]:
    """Yield the nouns for whom or against whom it is done, the nearest first, and whose they are."""
    for child in act.children:
        if child.dep_ in ("dobj", "dative", "pobj") and child.i > act.i:
            yield child
            yield from children(child, "poss", "amod", "compound")
            yield from (p for c in children(child, "prep") for p in children(c, "pobj"))
        elif child.dep_ in ("prep", "dative", "agent") and child.i > act.i:
            for noun in children(child, "pobj"):
                yield noun
                yield from children(noun, "poss", "amod", "compound")
                yield from (p for c in children(noun, "prep") for p in children(c, "pobj"))
        elif child.dep_ == "poss":
            yield child
    if act.pos_ == "NOUN" and act.dep_ in ("dobj", "nsubjpass"):
        for prep in children(act.head, "prep"):
            if prep.lower_ in ("to", "from", "against", "on"):
                yield from children(prep, "pobj")


def _laid_down_by(bound: Bound, parties: Parties) -> tuple[ActorRef, ...]:
    """Return who laid an instrument down that is no pact: "UN sanctions", "a resolution of the Security Council"."""
    noun = bound.instrument
    if noun is None or bound.kind is Instrument.PACT:
        return ()
    words = [*children(noun, "poss", "compound", "amod", "nmod")]
    words += [p for c in children(noun, "prep") if c.lower_ in ("of", "by", "from") for p in children(c, "pobj")]
    return tuple({r.code: r for w in words for r in parties.named(w)}.values())


def _type(act: Token, scene: Scene) -> str | None:
    """Return the type of the act: its own, else that of the noun that carries it ("come to its aid")."""
    own = scene.type_of(act)
    if own is not None and act.lemma_ not in _LIGHT:
        return own
    for token in act.subtree:
        if token.i > act.i and token.pos_ == "NOUN" and token.sent == act.sent and token.dep_ in ("dobj", "pobj"):
            found = scene.type_of(token)
            if found is not None:
                return found
    return own


_LIGHT = frozenset({"come", "provide", "give", "take", "go", "make", "hold", "offer", "use", "lend", "render", "have"})


def _things(act: Token) -> list[Token]:
    """Return the nouns of what is given, sold or used."""
    found = [c for c in act.children if c.dep_ in ("dobj", "nsubjpass") and c.i != act.i]
    for prep in children(act, "prep"):
        if prep.lower_ in ("of", "with") and (act.pos_ == "NOUN" or not found):
            found.extend(children(prep, "pobj"))
    return found[:1]


def _act_span(act: Token, heads: Sequence[Head], text: str) -> Span:
    """Return the words of the act without its conditions, its subject and its auxiliaries."""
    out = {t.i for head in heads for t in (*head.token.subtree, head.opener)}
    for head in heads:
        if head.opener.dep_ == "prep":
            out |= {t.i for t in head.opener.subtree}
    skipped = {"nsubj", "nsubjpass", "aux", "auxpass", "mark", "advcl", "punct", "cc"}
    kept = [act]
    for child in act.children:
        if child.i in out or (child.dep_ in skipped and child.i < act.i) or child.dep_ in ("advcl", "punct"):
            continue
        if act.pos_ == "VERB" and child.i < act.i and child.dep_ not in ("neg", "advmod"):
            continue
        if child.dep_ == "conj" and act.pos_ in ("VERB", "AUX"):
            continue
        if child.dep_ == "prep" and child.lower_ in load_clause_words().circumstances:
            continue
        kept.extend(t for t in child.subtree if t.i not in out and t.i >= min(act.i, child.i))
    reach = [t for t in kept if t.i >= act.i or act.pos_ in ("NOUN", "PROPN") or t.dep_ in ("neg",)]
    reach.sort(key=lambda t: t.i)
    while len(reach) > 1 and reach[-1].dep_ == "cc":
        reach.pop()
    start, end = text_span(reach or [act])
    while end > start + 1 and text[end - 1] in _TRIMMED:
        end -= 1
    return Span(start, end)


def _evidence(
    bound: Bound, act: Span, trigger: Condition | None, exceptions: Sequence[Condition], text: str
) -> Evidence:
    operator = Span(bound.operator.idx, bound.operator.idx + len(bound.operator))
    spans = [operator, act, *(c.span for c in (trigger, *exceptions) if c is not None)]
    for token in (*bound.bearers, *([bound.instrument] if bound.instrument is not None else []), *bound.authors):
        if token.sent == bound.act.sent:
            spans.append(Span(token.left_edge.idx, token.idx + len(token)))
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    if end - start > LONGEST_QUOTE:
        start, end = min(operator.start, act.start), min(max(operator.end, act.end), act.start + LONGEST_QUOTE)
        end = min(end, start + LONGEST_QUOTE)
    return Evidence(start=start, end=end, quote=text[start:end], trigger=operator)


def _noun_phrase(noun: Token, text: str) -> str:
    words = [noun, *(t for c in noun.lefts if c.dep_ not in ("relcl", "acl") for t in c.subtree)]
    start, end = text_span(words)
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.like_num and noun.text[0].isupper():
        end = after.idx + len(after)
    return text[start:end]
