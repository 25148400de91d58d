"""Which words tell of one happening, where the words are given and nothing is known of them but their text.

Documents of one subject are parted first, so that two like happenings ("a star arrested" in two years) stay apart; then
each pair of mentions is scored by its words, its surroundings and its documents, and the pairs are joined by average
linkage. The weights are round numbers, tuned on topics 1 to 35 of ECB+ (evals/same_event/README.md).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.weigh.average import Similarities, join_by_average
from dragoman.weigh.vocabulary import happening_groups

Vector = Mapping[str, float]

# What speaks for one happening, in units of log odds.
SAME_WORD, SAME_STEM, SAME_GROUP = 3.5, 3.0, 2.0
ONE_SUBJECT, ONE_SUBJECT_OF_GROUP, ONE_SUBJECT_OF_WORD = 2.7, 1.8, 1.2
SURROUNDINGS, ONE_DOER = 2.3, 0.9
LIKE_DOCUMENTS, MOST_ALIKE = 3.5, 0.5
OTHER_SURROUNDINGS = -1.0
EMPTY_WORD, SAYING = -0.8, -1.3
BIAS = -6.2
# Clusters whose mean probability reaches this are one.
ENOUGH = 0.4
# Pairs under this probability are not kept.
LEAST = 0.01
# The smaller of two subjects has at least this many documents, and this share of all.
FEWEST_DOCUMENTS, LEAST_SHARE = 3, 6
_LIGHT = frozenset("say be have do make take get go come give".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A mention of a happening: its head's lemma (with its particle), who does it, and the other words around it."""

    key: str
    document: str
    lemma: str
    doers: frozenset[str]
    words: frozenset[str]


def cluster_given(mentions: Sequence[Given], bags: Mapping[str, Counter[str]]) -> dict[str, int]:
    """Return the number of the happening of each mention; `bags` are the words of each document."""
    ordered = sorted(mentions, key=lambda m: (m.document, m.key))
    documents = sorted(bags)
    vectors = dict(zip(documents, weigh_words([bags[d] for d in documents]), strict=True))
    alike = {(a, b): cosine(vectors[a], vectors[b]) for a in documents for b in documents}
    subject = part_documents(documents, alike)
    around = weigh_words([Counter(m.words) for m in ordered])
    similar: Similarities = {}
    for i, first in enumerate(ordered):
        for j in range(i + 1, len(ordered)):
            second = ordered[j]
            kind = word_kind(first.lemma, second.lemma)
            if not kind and not around[i].keys() & around[j].keys():
                continue
            near = 1.0 if first.document == second.document else alike[first.document, second.document]
            one_subject = subject[first.document] == subject[second.document]
            odds = _odds(first, second, kind, near, one_subject, cosine(around[i], around[j]))
            chance = 1 / (1 + math.exp(-odds))
            if chance >= LEAST:
                similar[i, j] = chance
    labels = join_by_average(len(ordered), similar, ENOUGH)
    return {mention.key: label for mention, label in zip(ordered, labels, strict=True)}


def _odds(first: Given, second: Given, kind: str, near: float, one_subject: bool, surroundings: float) -> float:
    odds = BIAS + SURROUNDINGS * surroundings
    odds += {"word": SAME_WORD, "stem": SAME_STEM, "group": SAME_GROUP}.get(kind, OTHER_SURROUNDINGS)
    if one_subject:
        odds += ONE_SUBJECT if kind else ONE_SUBJECT - 0.7
        odds += {"word": ONE_SUBJECT_OF_WORD, "group": ONE_SUBJECT_OF_GROUP}.get(kind, 0.0)
    if kind == "word":
        odds += LIKE_DOCUMENTS * min(near, MOST_ALIKE)
    if first.doers & second.doers:
        odds += ONE_DOER * len(first.doers & second.doers) / min(len(first.doers), len(second.doers))
    if first.lemma in _LIGHT or second.lemma in _LIGHT:
        odds += EMPTY_WORD
    if first.lemma == second.lemma == "say":
        odds += SAYING
    return odds


@lru_cache(maxsize=262144)
def word_kind(first: str, second: str) -> str:
    """Return how two words are akin: the same "word", "stem" or "group" of the vocabulary, else ""."""
    if first == second:
        return "word"
    shared = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    longest, shortest = max(len(first), len(second)), min(len(first), len(second))
    if (shared >= 4 and shared >= 0.6 * longest) or (shared >= 3 and shared == shortest and longest - shared <= 3):
        return "stem"
    groups = happening_groups()
    return "group" if groups.get(first, frozenset()) & groups.get(second, frozenset()) else ""


def weigh_words(bags: Sequence[Counter[str]]) -> list[Vector]:
    """Return the words of each bag weighted by their rarity, each of length one."""
    spread = Counter(word for bag in bags for word in bag)
    return [_unit({w: (1 + math.log(n)) * math.log((1 + len(bags)) / spread[w]) for w, n in b.items()}) for b in bags]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
    return {word: x / length for word, x in vector.items()}


def cosine(first: Vector, second: Vector) -> float:
    """Return the cosine of two vectors of length one."""
    if len(first) > len(second):
        first, second = second, first
    return sum(x * second.get(word, 0.0) for word, x in first.items())


def part_documents(documents: Sequence[str], alike: Mapping[tuple[str, str], float]) -> dict[str, int]:
    """Part documents into two subjects: the last two large clusters of average linkage; strays go to the nearer one."""
    clusters = [[d] for d in documents]
    least = max(FEWEST_DOCUMENTS, len(documents) // LEAST_SHARE)
    best = [list(documents)]
    while len(clusters) > 1:
        large = [c for c in clusters if len(c) >= least]
        if len(large) == 2:
            best = [list(c) for c in large]
        pairs = [(i, j) for i in range(len(clusters)) for j in range(i + 1, len(clusters))]
        i, j = max(pairs, key=lambda p: (_mean(clusters[p[0]], clusters[p[1]], alike), -p[0], -p[1]))
        clusters[i] += clusters.pop(j)
    placed = {d for c in best for d in c}
    subject = {d: number for number, cluster in enumerate(best) for d in cluster}
    for stray in (d for d in documents if d not in placed):
        subject[stray] = max(range(len(best)), key=lambda n: (_mean([stray], best[n], alike), -n))
    return subject


def _mean(first: Sequence[str], second: Sequence[str], alike: Mapping[tuple[str, str], float]) -> float:
    return sum(alike[a, b] for a in first for b in second) / (len(first) * len(second))
