"""Who takes part in a mutual event that names nobody: "the talks", "a prospective arms deal"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from dragoman.model import ActorRef
from dragoman.ontology import Ontology
from dragoman.read.statements.slot_words import slot_words

if TYPE_CHECKING:
    from dragoman.read.statements.drafts import Draft

# How many sentences back the participants of "the talks" may have been named.
REACH_SENTENCES = 2
_OF_PERSONS = "relation-noun"  # "allies" are somebody: not those who took part in what was told before
MUTUAL_MODES = {"CONSULT", "AGREE", "COOPERATE", "ALLY", "OPPOSE"}


def share_participants(drafts: Sequence[Draft], ontology: Ontology) -> list[Draft]:
    """Give event nouns without participants those of the mutual event that they go back to."""
    done: list[Draft] = []
    for draft in drafts:
        if _is_of_a_pact(draft, ontology):
            giver = _giver(draft, done)
            if giver is not None:
                filled = replace(draft.filled, agents=_participants(giver), targets=())
                reason = f"the parties to the {giver.trigger.token.lower_} before it"
                draft = replace(draft, filled=filled, reasons=(*draft.reasons, reason))
        elif _lacks_participants(draft, ontology):
            giver = _giver(draft, done)
            if giver is not None:
                filled = replace(draft.filled, agents=_participants(giver), targets=())
                reason = f"participants as in '{giver.trigger.token.text}' before it"
                draft = replace(draft, filled=filled, reasons=(*draft.reasons, reason), is_shared=True)
        done.append(draft)
    return done


def _participants(giver: Draft) -> tuple[ActorRef, ...]:
    """Return all who take part; where several travel together, the land that they go to is only the place."""
    agents, targets = giver.filled.agents, giver.filled.targets
    travel = giver.trigger.entry.mode == "visit" and len({a.code for a in agents}) > 1
    return agents if travel and all(t.actor.startswith("state:") for t in targets) else (*agents, *targets)


def _is_of_a_pact(draft: Draft, ontology: Ontology) -> bool:
    """Say whether the subject is a pact, so that its parties do it: "the treaty obliges them to help each other"."""
    if draft.filled.agents or draft.trigger.entry.pos != "verb" or draft.trigger.entry.type not in ("AID", "SUPPORT"):
        return False
    subjects = draft.trigger.slots.get("subj", ())
    return any(e.type == "AGREE" for t in subjects for e in ontology.entries_for(t.lemma_.lower(), "noun"))


def _lacks_participants(draft: Draft, ontology: Ontology) -> bool:
    entry = draft.trigger.entry
    if entry.pos != "noun" or entry.type not in MUTUAL_MODES or entry.frame.name == _OF_PERSONS:
        return False
    if draft.trigger.token.lemma_.lower() in slot_words("topics") and not _is_definite(draft.trigger.token):
        return False
    return not draft.filled.agents and not draft.filled.targets


def _giver(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the last mutual event with two participants, near enough; of the same type if the noun is definite."""
    sentence = draft.trigger.token.sent
    for other in reversed(before):
        if len({r.code for r in (*other.filled.agents, *other.filled.targets)}) < 2:
            continue
        if (other.trigger.entry.type == "OPPOSE") != (draft.trigger.entry.type == "OPPOSE"):
            continue
        if sentences_between(other.trigger.token, draft.trigger.token) > REACH_SENTENCES:
            return None
        if other.trigger.token.sent == sentence or (
            _is_definite(draft.trigger.token) and other.trigger.entry.type in MUTUAL_MODES
        ):
            return other
        if _is_bare(draft.trigger.token) and other.trigger.entry.type in MUTUAL_MODES:
            return other
    return None


def sentences_between(first: Token, second: Token) -> int:
    """Count the sentences that begin after the first token, up to the second."""
    return sum(t.is_sent_start is True for t in first.doc[first.i + 1 : second.i + 1])


def _is_bare(noun: Token) -> bool:
    """Say whether the noun has no article: "talks will resume" are those told of, "an accord was signed" is new."""
    return not any(c.dep_ in ("det", "nummod", "poss") for c in noun.children)


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children)
