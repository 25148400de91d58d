"""Of two names side by side for one, the relation is shown at the one nearer to its cue.

"The minister, Ana Reis, met the king": Ana Reis met him; "the king received the minister, Ana Reis": the minister.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dragoman.model import Relation, RelationKind, Span


def at_nearest_names(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations, each end at the nearest of its names to the cue."""
    found = list(relations)
    others: dict[Span, Span] = {}
    for relation in found:
        if relation.kind is RelationKind.SYNONYM_OF:
            others[relation.source], others[relation.target] = relation.target, relation.source
    for relation in found:
        if relation.kind is RelationKind.SYNONYM_OF or relation.cue is None:
            yield relation
        else:
            source = _nearest(relation.source, relation.cue, others)
            yield replace(relation, source=source, target=_nearest(relation.target, relation.cue, others))


def _nearest(end: Span, cue: Span, others: Mapping[Span, Span]) -> Span:
    other = others.get(end, end)
    if other.overlaps(cue):  # the title itself ("the fleet's commander, Ana Reis")
        return end
    return min((end, other), key=lambda span: max(span.start - cue.end, cue.start - span.end))
