"""How likely a statement is right, as a probability: a logistic regression over what reading it showed.

Right means that type, actors, status and voices are what a careful reader takes from the sentence. The weights
(confidence.yaml) are fitted by `train/calibrate.py` to statements that were judged so, one by one; `evals/confidence`
measures how well the probabilities hold.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

from dragoman.model import ActorRef, Mention, MentionKind, Span, Statement, Status
from dragoman.ontology import Ontology
from dragoman.ontology.load import read_yaml
from dragoman.read.decide import NOTHING
from dragoman.read.decide.pairs import Pair, PairDecision
from dragoman.read.decide.sentence import sentence_pair
from dragoman.world import World

WEIGHTS = Path(__file__).parent / "confidence.yaml"
SHORT, LONG = 15, 40  # tokens of a sentence: beyond LONG parses get worse
FAR = 80  # characters between the trigger and where an actor is named
LEAST, MOST = 0.02, 0.98
_FLOOR = 0.01  # of a share, so that its logarithm is no smaller than -4.6


def with_confidence(
    statements: Sequence[Statement],
    doc: Doc,
    mentions: Sequence[Mention],
    *,
    world: World,
    ontology: Ontology,
    decision: PairDecision | None,
) -> tuple[Statement, ...]:
    """Return the statements with their probability of being right."""
    kinds = {mention.span: mention.kind for mention in mentions}
    tokens = {token.idx: token for token in doc}
    shares = _shares(statements, tokens, decision)
    weights = load_weights()
    judged = []
    for statement in statements:
        token = tokens[statement.evidence.trigger.start]
        found = features(statement, token, kinds, shares.get(statement.id), world=world, ontology=ontology)
        judged.append(replace(statement, confidence=probability(found, weights)))
    return tuple(judged)


def features(
    statement: Statement,
    token: Token,
    kinds: Mapping[Span, MentionKind],
    shares: Mapping[str, float] | None,
    *,
    world: World,
    ontology: Ontology,
) -> dict[str, float]:
    """Return what speaks for and against a statement: most are 0 or 1, the decision's shares are logarithms."""
    refs = (*statement.agents, *statement.targets)
    named = [kinds[ref.mention] for ref in refs if ref.mention is not None and ref.mention in kinds]
    is_state = ontology.types[statement.type].state
    found = {
        "constant": 1.0,
        "no agent": float(not statement.agents),
        "no target": float(not statement.targets and not is_state and len(statement.agents) < 2),
        "many actors": float(len(refs) > 3),
        "an actor from elsewhere": float(any(ref.mention is None for ref in refs)),
        "a pronoun": float(MentionKind.PRONOUN in named),
        "a description": float(MentionKind.NOMINAL in named),
        "an adjective": float(MentionKind.ADJECTIVE in named),
        "states alone": float(bool(refs) and all(ref.actor.startswith("state:") for ref in refs)),
        "an actor far off": float(any(_distance(ref, token) > FAR for ref in refs)),
        "an unknown actor": float(any(ref.actor not in world.actors for ref in refs)),
        "a hedge or a plan": float(statement.status in (Status.POSSIBLE, Status.PLANNED, Status.WANTED)),
        "denied": float(statement.status is Status.DENIED),
        "a voice": float(bool(statement.voices)),
        "a long sentence": float(len(token.sent) > LONG),
        "a short sentence": float(len(token.sent) < SHORT),
        "within a phrase": float(token.dep_ in ("compound", "amod", "nmod", "poss")),
        "within a clause": float(token.dep_ in ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp")),
    }
    if shares is not None:
        found["a pair"] = 1.0
        mode = ontology.modes.get((statement.type, statement.mode or ""))
        filed = {statement.type, mode.plover if mode is not None and mode.plover else statement.type}
        found["share of the type"] = math.log(max(*(shares.get(kind, _FLOOR) for kind in filed), _FLOOR))
        found["share of nothing"] = math.log(max(shares[NOTHING], _FLOOR))
    return {name: value for name, value in found.items() if value}


def _distance(ref: ActorRef, token: Token) -> int:
    return abs(ref.mention.start - token.idx) if ref.mention is not None else 0


def probability(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability that features with these weights give."""
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(min(max(1 / (1 + math.exp(-score)), LEAST), MOST), 2)


@cache
def load_weights() -> Mapping[str, float]:
    """Return the weight of each feature."""
    return {str(name): float(weight) for name, weight in read_yaml(WEIGHTS).items()}


def _shares(
    statements: Sequence[Statement], tokens: Mapping[int, Token], decision: PairDecision | None
) -> dict[str, Mapping[str, float]]:
    """Return what the trained decision says of the pair of each statement that has one in its sentence."""
    if decision is None:
        return {}
    pairs: dict[str, Pair] = {}
    for statement in statements:
        sides = _sides(statement)
        pair = sentence_pair(tokens[statement.evidence.trigger.start], *sides) if sides else None
        if pair is not None:
            pairs[statement.id] = pair
    asked = list(dict.fromkeys(pairs.values()))
    answers = dict(zip(asked, decision.decide(asked), strict=True))
    return {id: answers[pair] for id, pair in pairs.items()}


def _sides(statement: Statement) -> tuple[ActorRef, ActorRef] | None:
    if statement.agents and statement.targets:
        return statement.agents[0], statement.targets[0]
    return (statement.agents[0], statement.agents[1]) if len(statement.agents) > 1 else None
