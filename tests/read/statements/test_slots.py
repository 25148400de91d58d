from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from dragoman.read.parse import load_parser
from dragoman.read.statements.slots import is_bound, verb_slots
from dragoman.read.statements.subjects import conjuncts, is_passive, subjects_of


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The parser, loaded once."""
    return load_parser()


def find(nlp: Language, text: str, word: str) -> Token:
    """Return the token of a parsed text with this form."""
    return next(token for token in nlp(text) if token.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Kenya attacked Somalia.", "attacked", ["Kenya"]),
        ("Kenya promised to attack Somalia.", "attack", ["Kenya"]),
        ("Kenya urged Somalia to attack.", "attack", ["Somalia"]),
        ("Kenya accused Somalia of attacking ships.", "attacking", ["Somalia"]),
        ("Kenya, which attacked Somalia, won.", "attacked", ["Kenya"]),
        ("Kenya and Uganda attacked Somalia.", "attacked", ["Kenya", "Uganda"]),
        ("Kenya called on Somalia to attack.", "attack", ["Somalia"]),
        ("Kenya is willing to attack.", "attack", ["Kenya"]),
    ],
)
def test_subjects_are_found_through_control_and_relatives(
    nlp: Language, text: str, verb: str, subjects: list[str]
) -> None:
    """Who does what a verb says is found in its clause, or over it: control, relatives, adjectives."""
    found = [m.text for s in subjects_of(find(nlp, text, verb)) for m in conjuncts(s)]
    assert found == subjects


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Somalia was attacked by Kenya.", "attacked", True),
        ("Kenya has attacked Somalia.", "attacked", False),
        ("Kenya is opposed to the plan.", "opposed", False),
        ("Kenya was engaged in the war.", "engaged", False),
        ("The plan was opposed by Kenya.", "opposed", True),
    ],
)
def test_stative_participles_are_no_passives(nlp: Language, text: str, verb: str, passive: bool) -> None:
    """A participle that says how someone stands is active, unless its doer is named with "by"."""
    assert is_passive(find(nlp, text, verb)) is passive


@pytest.mark.parametrize(
    ("text", "verb", "slots"),
    [
        ("Iran supplied Syria with missiles.", "supplied", {"subj": ["Iran"], "obj": ["Syria"], "with": ["missiles"]}),
        ("Syria was given missiles by Iran.", "given", {"subj": ["Iran"], "dative": ["Syria"], "obj": ["missiles"]}),
        ("In truth, Iran attacked Syria.", "attacked", {"subj": ["Iran"], "obj": ["Syria"]}),
    ],
)
def test_slots_of_verbs(nlp: Language, text: str, verb: str, slots: dict[str, list[str]]) -> None:
    """Slots are named alike in active and passive; phrases that order what is said fill none."""
    found = verb_slots(find(nlp, text, verb))
    assert {name: [t.text for t in fillers] for name, fillers in found.items() if fillers} == slots


@pytest.mark.parametrize(("clause", "bound"), [("must leave", True), ("should leave", True), ("will leave", False)])
def test_what_one_must_do_is_bound(nlp: Language, clause: str, bound: bool) -> None:
    """A clause with "must" or "should" binds its subject."""
    assert is_bound(find(nlp, f"Kenya said Somalia {clause} the island.", "leave")) is bound
