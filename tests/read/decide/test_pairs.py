"""The shipped decision, on sentences that its training doesn't have."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from dragoman.read.decide import NOTHING
from dragoman.read.decide.pairs import Pair, load_pair_decision
from dragoman.read.decide.shipped import WEIGHTS, is_shipped
from tests.evals.programs import load_module

pytestmark = pytest.mark.skipif(not is_shipped(), reason="no weights are shipped")
TRAIN = Path(__file__).parents[3] / "train"

SENTENCES = [
    ("ASSAULT", "Gunboats of <the coastguard> rammed a trawler of <the islanders> in the strait."),
    ("REJECT", "<The governor> turned down a plea by <the miners> for talks."),
    ("CONSULT", "<Bolivia's envoy> sat down with <his Paraguayan counterpart> in Asuncion."),
    ("AID", "<Denmark> shipped field hospitals to <Mozambique> after the cyclone."),
    (NOTHING, "<Denmark> is smaller than <Mozambique> and colder."),
]


def pair_of(marked: str) -> Pair:
    """Return the pair in pointed brackets."""
    spans, text = [], marked
    for _ in range(2):
        start = text.index("<")
        end = text.index(">") - 1
        text = text.replace("<", "", 1).replace(">", "", 1)
        spans.append((start, end))
    return Pair(text, *spans)


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_the_likeliest_type_is_what_the_sentence_says(kind: str, sentence: str) -> None:
    """Plain sentences get the type that a coder would give, and nothing where nothing passes."""
    decision = load_pair_decision()
    assert decision is not None
    shares = decision.decide([pair_of(sentence)])[0]
    assert max(shares, key=lambda name: shares[name]) == kind
    assert sum(shares.values()) == pytest.approx(1)


def test_answers_do_not_depend_on_company() -> None:
    """A pair gets the same answer alone and among others, in the order asked."""
    decision = load_pair_decision()
    assert decision is not None
    pairs = [pair_of(sentence) for _, sentence in SENTENCES] * 5
    together = decision.decide(pairs)
    assert [decision.decide([pair])[0] for pair in pairs[:5]] == together[:5] == together[5:10]
    assert decision.decide([]) == []


def test_the_weights_are_those_of_the_committed_sentences() -> None:
    """What is told about the weights names their digest and that of the training sentences as they are."""
    about = json.loads((WEIGHTS / "about.json").read_text(encoding="utf-8"))
    assert about["weights"] == hashlib.sha256((WEIGHTS / "pairs.onnx").read_bytes()).hexdigest()
    examples = load_module(TRAIN / "examples.py", "examples")
    found = examples.read_examples()
    assert (about["data"], about["sentences"]) == (examples.digest(), len(found))
    assert len({e.text + str(e.source) + str(e.target) for e in found}) == len(found), "a pair is there twice"
    assert min(sum(e.type == kind for e in found) for kind in examples.TYPES) >= 150
