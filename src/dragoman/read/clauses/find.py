"""Find the clauses of a document: from what binds, who is bound, to do what, for whom, when, and unless what."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.model import Clause, Condition, Evidence, Instrument, Modality, Span, Statement, Status
from dragoman.read.clauses.bound import ANSWER, Bound
from dragoman.read.clauses.conditions import Head, condition_heads
from dragoman.read.clauses.operators import find_bound
from dragoman.read.clauses.roles import Roles, find_roles
from dragoman.read.clauses.sanctions import sanction_clauses
from dragoman.read.clauses.scene import Scene, children, text_span
from dragoman.read.clauses.words import load_clause_words
from dragoman.read.statements.build import Context
from dragoman.read.statements.evidence import LONGEST_QUOTE
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
    text, heads = context.document.text, list(condition_heads(bound.act, bound.operator, scene))
    roles = find_roles(bound, heads, scene)
    assessment = assess(bound.operator)
    status = _status(bound, assessment.status, hangs=bool(heads))
    if not _is_sayable(bound, roles, status):
        return None
    act_span = _act_span(bound.act, heads, text)
    evidence = _evidence(bound, act_span, roles.trigger, roles.exceptions, text)
    key = f"{context.document.id}|clause|{evidence.trigger.start}|{act_span.start}|{bound.modality}"
    return Clause(
        id=f"c{hashlib.sha256(key.encode()).hexdigest()[:15]}",
        document=context.document.id,
        instrument=bound.kind,
        modality=bound.modality,
        act=act_span.of(text),
        act_span=act_span,
        evidence=evidence,
        type=_type(bound.act, scene),
        bearers=roles.bearers,
        beneficiaries=roles.beneficiaries,
        each_other=roles.each_other,
        theme=theme_of(_things(bound.act), text, context.ontology),
        trigger=roles.trigger,
        exceptions=roles.exceptions,
        instrument_text=_noun_phrase(bound.instrument, text) if bound.instrument is not None else None,
        authority=roles.authority,
        status=status,
        voices=chain(context.speeches, evidence.trigger),
        time=time_of(bound.operator, context.times),
        confidence=_SURE if bound.instrument is not None or roles.trigger is not None else _UNSURE,
        reader=context.version,
        reasons=(bound.rule, *assessment.reasons),
    )


_TOLD = frozenset(("VBD", "VBZ", "VBP"))


def _is_sayable(bound: Bound, roles: Roles, status: Status) -> bool:
    """Say whether somebody is bound by something: not by a wish, a promise that is denied, or a threat of nobody's."""
    told = roles.trigger is not None and (roles.trigger.type is not None or roles.trigger.agents)
    if bound.rule == ANSWER and not roles.beneficiaries and not told:
        return False
    if bound.instrument is None and not (roles.bearers or roles.beneficiaries or roles.authority):
        return False
    if bound.modality is Modality.MUST and bound.operator != bound.act and bound.act.tag_ in _TOLD:
        return False  # nobody is bound to what was done: "required ... which it voted"
    unmade = status is Status.DENIED and bound.instrument is None
    return not (status is Status.WANTED or unmade or (bound.kind is Instrument.THREAT and not roles.bearers))


def _status(bound: Bound, status: Status, *, hangs: bool) -> Status:
    """Return the status of the clause: what "must" or "if" makes of the act does not touch that it is so laid down."""
    if status is Status.DENIED:
        own = bound.modality is Modality.MUST_NOT or bound.operator == bound.act
        return Status.ACTUAL if own else Status.DENIED
    by_verb = bound.rule.startswith("'") and bound.rule.endswith("binds")
    return status if by_verb and (bound.instrument is None or not hangs) else Status.ACTUAL


# How often clauses with, and without, a named instrument or a condition are right in news: evals/clauses, README.
_SURE, _UNSURE = 0.75, 0.65


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
