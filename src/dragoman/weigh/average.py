"""Average linkage: join the two clusters whose members are most alike on average, while they are alike enough."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Similarities = dict[tuple[int, int], float]  # of two items, the lower number first; pairs that are missing count 0


def join_by_average(count: int, similar: Mapping[tuple[int, int], float], enough: float) -> list[int]:
    """Return for each of `count` items the number of its cluster."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), value in similar.items():
        sums[i][j] = sums[j][i] = value
    size, label, alive = [1] * count, list(range(count)), [True] * count
    heap = [(-value, i, j) for (i, j), value in similar.items() if value >= enough]
    heapq.heapify(heap)
    while heap:
        value, i, j = heapq.heappop(heap)
        if not (alive[i] and alive[j]) or -value != _mean(sums, size, i, j):
            continue
        alive[j], label[j] = False, i
        size[i] += size[j]
        for k, amount in sums[j].items():
            if k != i and alive[k]:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + amount
        sums[i].pop(j, None)
        for k in sorted(sums[i]):
            if alive[k] and (mean := _mean(sums, size, min(i, k), max(i, k))) >= enough:
                heapq.heappush(heap, (-mean, min(i, k), max(i, k)))
    return [_root(label, item) for item in range(count)]


def _mean(sums: list[dict[int, float]], size: list[int], i: int, j: int) -> float:
    return sums[i].get(j, 0.0) / (size[i] * size[j])


def _root(label: list[int], item: int) -> int:
    while label[item] != item:
        item = label[item]
    return item
