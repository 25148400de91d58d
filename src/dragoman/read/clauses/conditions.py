"""Conditions: what must come to pass for a clause to run, and what lifts it.

1. A clause with "if", "when", "once", "should", "unless", "until" on the act or on what governs it.
2. A phrase: "in the event of an attack", "in case of war", "without the consent of".
3. Of a deed that counts as another, the first deed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.model import ActorRef, Condition, Span
from dragoman.read.clauses.parties import Parties, is_party_word
from dragoman.read.clauses.scene import Scene, children, text_span
from dragoman.read.statements.roles import fill
from dragoman.read.statements.subjects import is_passive, subjects_of

_HIGHEST = 3  # governors above the act on which the condition may hang ("vowed to respond if")


@dataclass(frozen=True, slots=True)
class Head:
    """The word that heads a condition, the first word of its text, and whether it lifts the clause."""

    token: Token
    opener: Token
    lifts: bool


def condition_heads(act: Token, operator: Token, scene: Scene) -> Iterator[Head]:
    """Yield the heads of the conditions on which an act hangs, each once."""
    seen: set[int] = set()
    for governor in _governors(act, operator):
        for child in governor.children:
            for head in (*_clausal(child, scene), *_phrasal(child, scene)):
                if head.token.i not in seen and head.token.i not in (act.i, operator.i):
                    seen.add(head.token.i)
                    yield head


def _governors(act: Token, operator: Token) -> Iterator[Token]:
    yield act
    token = act
    for _ in range(_HIGHEST):
        if token == operator or token.head == token or token.head.sent != act.sent:
            break
        token = token.head
        yield token
    yield from (t for t in act.subtree if t.i > act.i)


def _clausal(clause: Token, scene: Scene) -> Iterator[Head]:
    if clause.dep_ not in ("advcl", "ccomp", "acl", "relcl", "dep", "conj"):
        return
    opener = next((c for c in clause.lefts if c.dep_ in ("mark", "advmod", "aux", "auxpass", "cc")), None)
    if opener is None:
        return
    word = opener.lower_
    first = min(clause.subtree, key=lambda t: t.i)
    adverbial = clause.dep_ == "advcl" or (clause.dep_ == "ccomp" and word == "if" and clause.i > clause.head.i)
    inverted = word in ("should", "were")
    if word in scene.words.lifting and (adverbial or (clause.dep_ == "ccomp" and word not in scene.words.until)):
        yield Head(clause, opener, True)
    elif word in scene.words.conditional and (adverbial or (inverted and first == opener)):
        if inverted and not any(opener.i < c.i for c in children(clause, "nsubj", "nsubjpass")):
            return
        even = opener.i and opener.nbor(-1).lower_ in ("even", "as")
        if not even:
            yield Head(clause, opener, False)


def _phrasal(prep: Token, scene: Scene) -> Iterator[Head]:
    if prep.dep_ not in ("prep", "agent", "advmod", "mark") or prep.pos_ not in ("ADP", "SCONJ"):
        return
    doc, text = prep.doc, prep.lower_
    if text in scene.words.lifting and text not in scene.words.until:
        for noun in (*children(prep, "pobj"), *children(prep, "pcomp")):
            yield Head(noun, prep, True)
        return
    ahead = doc[prep.i : prep.i + 4].text.lower()
    phrase = next((p for p in scene.words.event_phrases if ahead.startswith(f"{p} ") or ahead == p), None)
    if phrase is None:
        return
    for token in prep.subtree:
        if token.i >= prep.i + len(phrase.split()) and scene.type_of(token) and token.pos_ in ("NOUN", "VERB", "PROPN"):
            yield Head(token, prep, False)
            return


def condition_of(head: Head, scene: Scene, parties: Parties) -> Condition:
    """Return the condition with its words, and whose deed on whom it is."""
    token = head.token
    tokens = [t for t in token.subtree if not t.is_space]
    if head.opener not in tokens:
        tokens.append(head.opener)
    tokens = [t for t in tokens if t.i >= head.opener.i]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    start, end = text_span(tokens)
    core = _core(token, scene)
    agents, targets, any_party = _roles(core, scene, parties)
    return Condition(
        text=scene.doc.text[start:end],
        span=Span(start, end),
        type=scene.type_of(core),
        agents=agents,
        targets=targets,
        any_party=any_party,
        negated=head.lifts or any(c.dep_ == "neg" for c in token.children),
    )


def _core(token: Token, scene: Scene) -> Token:
    """Return the word that tells what happens: "war" in "finds itself at war", "attack" in "comes under attack"."""
    own = scene.type_of(token)
    if own is not None and token.lemma_ not in ("come", "be", "go", "find", "become", "fall", "face", "suffer"):
        return token
    inside = [t for t in token.subtree if t.i > token.i and t.pos_ in ("NOUN", "ADJ", "VERB") and scene.type_of(t)]
    return inside[0] if inside else token


def _roles(core: Token, scene: Scene, parties: Parties) -> tuple[tuple[ActorRef, ...], tuple[ActorRef, ...], bool]:
    readings = scene.readings_of(core)
    agents: tuple[ActorRef, ...] = ()
    targets: tuple[ActorRef, ...] = ()
    if readings:
        trigger = readings[0]
        kind = scene.ontology.types[trigger.entry.type or ""]
        filled = fill(trigger.entry.frame, trigger.slots, scene.mentions, kind=kind)
        agents, targets = filled.agents, filled.targets
    subjects = subjects_of(core) if core.pos_ in ("VERB", "AUX") else _bearers(core)
    passive = (core.pos_ == "VERB" and is_passive(core)) or core.pos_ != "VERB"
    objects = children(core, "dobj") if core.pos_ == "VERB" else _on_whom(core, scene)
    any_party = False
    struck = [*(subjects if passive else ()), *objects]
    for word in struck:
        if is_party_word(word, scene):
            found, any_party = parties.of_word(word)
            targets = found or targets
            break
    if not passive:
        for word in subjects:
            if is_party_word(word, scene):
                agents = parties.of_word(word)[0] or agents
    if not readings and not passive:
        agents = agents or tuple(ref for word in subjects for ref in scene.mentions.actors_of(word))
    if not targets and agents and any(c.tag_ == "PRP$" for o in objects for c in o.children):
        targets = parties.bound  # "X will respond if Y strikes its sites"
    told = [s for s in subjects if s.lower_ == "it"]
    if passive and told and parties.owed and scene.type_of(core) == "ASSAULT":
        return agents, parties.owed, False  # "to defend X if it is attacked": X
    if not targets and not objects and passive and core.pos_ == "VERB" and not children(core, "nsubjpass"):
        targets, any_party = parties.all, True  # "if attacked"
    if not targets and scene.type_of(core) == "ASSAULT" and not agents and parties.each_other:
        targets, any_party = parties.all, True  # "in the event of aggression"
    return agents, tuple(t for t in targets if t.code not in {a.code for a in agents}), any_party


def _bearers(noun: Token) -> list[Token]:
    """Return who undergoes what a noun tells of: "if it comes under attack", "faces an attack"."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in ("pobj", "dobj", "attr") and governor.pos_ in ("VERB", "AUX"):
        return subjects_of(governor)
    return []


def _on_whom(noun: Token, scene: Scene) -> list[Token]:
    return [p for c in children(noun, "prep") if c.lower_ in scene.words.on_whom for p in children(c, "pobj")]
