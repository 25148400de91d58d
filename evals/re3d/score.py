"""Count what was found, what is there and what is right, by the rules of the re3d scorer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from corpus import Ends, Entity, Related

SYMMETRIC = {"IsSynonymOf", "CommWith", "CoLocated", "Apart", "AlliesOf", "FightingAgainst"}


def add_entities(counts: Counter[str], found: Sequence[Entity], gold: Sequence[Entity], text: str) -> list[str]:
    """Add a document's entities to the counts, by type and in all; return a line for each miss."""
    ours = {(*bare((b, e), text), t) for b, e, t in found}
    theirs = {(*bare((b, e), text), t) for b, e, t in gold}
    lines = []
    for kind in sorted({t for _, _, t in ours | theirs}):
        p, g = sorted(x[:2] for x in ours if x[2] == kind), sorted(x[:2] for x in theirs if x[2] == kind)
        left, right = match(p, g, _iou)
        _add(counts, kind, len(left), len(p), len(g))
        for sign, spans, hit in (("-", g, right), ("+", p, left)):
            lines += [f"{sign} {kind[:3]} {_shown(s, text)}" for k, s in enumerate(spans) if k not in hit]
    return lines


def add_relations(counts: Counter[str], found: Iterable[Related], gold: Iterable[Related], text: str) -> list[str]:
    """Add a document's relations to the counts, by type and in all; return a line for each miss."""
    ours, theirs = ({_canon(r, text) for r in rows} for rows in (found, gold))
    lines = []
    for kind in sorted({r[0] for r in ours | theirs}):
        p, g = sorted(r[1:] for r in ours if r[0] == kind), sorted(r[1:] for r in theirs if r[0] == kind)
        left, right = match(p, g, _both_ways if kind in SYMMETRIC else _one_way)
        _add(counts, kind, len(left), len(p), len(g))
        for sign, pairs, hit in (("-", g, right), ("+", p, left)):
            lines += [
                f"{sign} {kind} {_shown(a, text)} {_shown(b, text)}" for k, (a, b) in enumerate(pairs) if k not in hit
            ]
    return lines


def match(found: Sequence, gold: Sequence, how: Callable) -> tuple[set[int], set[int]]:
    """Return the numbers of those that pair up one to one, the best first."""
    scored = ((how(p, g), i, j) for i, p in enumerate(found) for j, g in enumerate(gold))
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted((row for row in scored if row[0]), reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return left, right


def bare(ends: Ends, text: str) -> Ends:
    """Cut white space and an article off a span."""
    begin, end = ends
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    article = re.match(r"(?i)(the|an|a)\s+", text[begin:end])
    return (begin + article.end(), end) if article and begin + article.end() < end else (begin, end)


def f1(counts: Counter[str], name: str) -> float:
    """Return the harmonic mean of precision and recall."""
    total = counts[f"{name} found"] + counts[f"{name} gold"]
    return round(2 * counts[f"{name} right"] / total, 4) if total else 0.0


def _add(counts: Counter[str], kind: str, right: int, found: int, gold: int) -> None:
    for name in ("all", kind):
        counts[f"{name} right"] += right
        counts[f"{name} found"] += found
        counts[f"{name} gold"] += gold


def _canon(relation: Related, text: str) -> Related:
    kind, source, target = relation[0], bare(relation[1], text), bare(relation[2], text)
    return (kind, *sorted((source, target))) if kind in SYMMETRIC else (kind, source, target)


def _overlap(a: Ends, b: Ends) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _iou(a: Ends, b: Ends) -> tuple[float, int] | int:
    shared = _overlap(a, b)
    return (shared / (max(a[1], b[1]) - min(a[0], b[0])), shared) if shared else 0


def _one_way(p: tuple[Ends, Ends], g: tuple[Ends, Ends]) -> int:
    first, second = _overlap(p[0], g[0]), _overlap(p[1], g[1])
    return first + second if first and second else 0


def _both_ways(p: tuple[Ends, Ends], g: tuple[Ends, Ends]) -> int:
    return max(_one_way(p, g), _one_way(p, (g[1], g[0])))


def _shown(ends: Ends, text: str) -> str:
    return f"[{text[slice(*ends)]}] {text[max(0, ends[0] - 40) : ends[1] + 30]}".replace("\n", " ")
