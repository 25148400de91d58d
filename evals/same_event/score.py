"""Scores of clusters of mentions: B3, MUC, CEAF-e and their mean (CoNLL F1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Clusters = Sequence[frozenset[Hashable]]


def clusters_of(labels: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    """Return the clusters of mentions that carry one label."""
    grouped: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, label in labels.items():
        grouped[label].add(mention)
    return [frozenset(members) for members in grouped.values()]


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b3(gold: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Return precision, recall and F1 of B3: for each mention, how much of its cluster is right."""
    gold_of = {m: c for c in gold for m in c}
    found_of = {m: c for c in found for m in c}
    shared = [(len(gold_of[m] & found_of[m]), m) for m in gold_of]
    precision = sum(n / len(found_of[m]) for n, m in shared) / max(1, len(shared))
    recall = sum(n / len(gold_of[m]) for n, m in shared) / max(1, len(shared))
    return precision, recall, f1(precision, recall)


def muc(gold: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Return precision, recall and F1 of MUC: links kept."""
    recall, precision = _links(gold, found), _links(found, gold)
    return precision, recall, f1(precision, recall)


def _links(keys: Clusters, answers: Clusters) -> float:
    answer_of = {m: i for i, c in enumerate(answers) for m in c}
    kept = sum(len(c) - len({answer_of[m] for m in c}) for c in keys)
    return kept / max(1, sum(len(c) - 1 for c in keys))


def ceaf(gold: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Return precision, recall and F1 of CEAF-e: the best one-to-one match of clusters."""
    total = sum(_best_match(rows, gold, found) for rows in _components(gold, found))
    precision, recall = total / max(1, len(found)), total / max(1, len(gold))
    return precision, recall, f1(precision, recall)


def conll(gold: Clusters, found: Clusters) -> float:
    """Return the mean of the F1 of MUC, B3 and CEAF-e."""
    return (muc(gold, found)[2] + b3(gold, found)[2] + ceaf(gold, found)[2]) / 3


def _components(gold: Clusters, found: Clusters) -> Iterable[tuple[list[int], list[int]]]:
    """Yield the groups of clusters that share mentions: a match can only be within one."""
    found_of = {m: j for j, c in enumerate(found) for m in c}
    gold_of = {m: i for i, c in enumerate(gold) for m in c}
    seen: set[int] = set()
    for start in range(len(gold)):
        if start in seen:
            continue
        rows, columns, stack = {start}, set[int](), [start]
        while stack:
            new = {found_of[m] for m in gold[stack.pop()]} - columns
            columns |= new
            more = {gold_of[m] for j in new for m in found[j]} - rows
            rows |= more
            stack.extend(more)
        seen |= rows
        yield sorted(rows), sorted(columns)


def _best_match(component: tuple[list[int], list[int]], gold: Clusters, found: Clusters) -> float:
    rows, columns = component
    if len(rows) > len(columns):
        rows, columns, gold, found = columns, rows, found, gold
    table = [[_phi(gold[i], found[j]) for j in columns] for i in rows]
    return sum(table[i][j] for i, j in enumerate(assign(table)))


def _phi(first: frozenset[Hashable], second: frozenset[Hashable]) -> float:
    return 2 * len(first & second) / (len(first) + len(second))


def assign(gains: Sequence[Sequence[float]]) -> list[int]:
    """Return for each row its column in the assignment with the largest sum (Hungarian method; rows <= columns)."""
    rows, columns = len(gains), len(gains[0])
    u, v, owner = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for i in range(1, rows + 1):
        owner[0], way = i, [0] * (columns + 1)
        least, used, j0 = [float("inf")] * (columns + 1), [False] * (columns + 1), 0
        while owner[j0]:
            used[j0], i0, delta, j1 = True, owner[j0], float("inf"), 0
            for j in range(1, columns + 1):
                if not used[j]:
                    slack = -gains[i0 - 1][j - 1] - u[i0] - v[j]
                    if slack < least[j]:
                        least[j], way[j] = slack, j0
                    if least[j] < delta:
                        delta, j1 = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[owner[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
        while j0:
            owner[j0], j0 = owner[way[j0]], way[j0]
    answer = [0] * rows
    for j in range(1, columns + 1):
        if owner[j]:
            answer[owner[j] - 1] = j - 1
    return answer
