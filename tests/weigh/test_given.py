"""Which given words tell of one happening."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.weigh.average import join_by_average
from dragoman.weigh.given import Given, cluster_given, part_documents, word_kind

KINDS = [
    ("arrest", "arrest", "word"),
    ("announce", "announcement", "stem"),
    ("kill", "murder", "group"),
    ("kill", "visit", ""),
]


@pytest.mark.parametrize(("first", "second", "kind"), KINDS)
def test_words_are_akin_by_form_or_by_group(first: str, second: str, kind: str) -> None:
    """Two words are the same, of one stem, or of one group of the vocabulary."""
    assert word_kind(first, second) == kind


def make(key: str, document: str, lemma: str, words: str) -> Given:
    """Return a mention."""
    return Given(key=key, document=document, lemma=lemma, doers=frozenset(), words=frozenset(words.split()))


def test_like_happenings_of_two_subjects_stay_apart() -> None:
    """An arrest in the one story is not the arrest in another story."""
    oil = "tanker strait crew navy helicopter oil captain"
    spy = "diplomat secret briefcase park embassy expel capital"
    bags = {f"{name}{i}": Counter(f"{text} w{i}".split()) for name, text in (("a", oil), ("b", spy)) for i in range(4)}
    mentions = [make(f"{d}-{n}", d, "arrest", oil if d[0] == "a" else spy) for n, d in enumerate(sorted(bags))]
    found = cluster_given(mentions, bags)
    assert len({found[m.key] for m in mentions if m.document[0] == "a"}) == 1
    assert len(set(found.values())) == 2


def test_documents_part_into_two_subjects_with_strays_at_the_nearer() -> None:
    """A document unlike all others is no subject of its own."""
    names = ["a1", "a2", "a3", "b1", "b2", "b3", "a-stray"]
    alike = {(x, y): 0.9 if x[0] == y[0] else 0.1 for x in names for y in names}
    for name in names:
        alike[name, "a-stray"] = alike["a-stray", name] = 0.05 if name[0] == "a" else 0.01
    subject = part_documents(names, alike)
    assert subject["a-stray"] == subject["a1"] != subject["b1"]


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_average_linkage_keeps_what_is_alike_enough(similar: dict[tuple[int, int], float]) -> None:
    """No two clusters are left whose members are alike enough on average."""
    labels = join_by_average(10, similar, 0.5)
    members = {label: [i for i in range(10) if labels[i] == label] for label in set(labels)}
    for a in members:
        for b in members:
            if a < b:
                pairs = [(min(i, j), max(i, j)) for i in members[a] for j in members[b]]
                assert sum(similar.get(p, 0.0) for p in pairs) / len(pairs) < 0.5 + 1e-9
