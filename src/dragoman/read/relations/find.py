"""Find what holds between the things that a document's sentences name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from dragoman.model import Relation, RelationKind, Span
from dragoman.ontology.relations import RelationWords, load_relation_words
from dragoman.read.relations.attributes import find_attributes
from dragoman.read.relations.belonging import find_belonging
from dragoman.read.relations.deeds import find_deeds
from dragoman.read.relations.names import find_names
from dragoman.read.relations.nearest import at_nearest_names
from dragoman.read.relations.offices import find_offices, find_owners
from dragoman.read.relations.places import find_absences, find_places
from dragoman.read.relations.prepositions import find_prepositions
from dragoman.read.relations.scene import Scene, lay_out

# Kinds that hold both ways: found from either side they are one.
MUTUAL = frozenset(
    {
        RelationKind.SYNONYM_OF,
        RelationKind.CO_LOCATED,
        RelationKind.APART,
        RelationKind.FIGHTING,
        RelationKind.ALLIES,
        RelationKind.COMMUNICATES,
    }
)


def find_relations(
    doc: Doc, spans: Iterable[tuple[Span, str]], words: RelationWords | None = None
) -> tuple[Relation, ...]:
    """Return the relations between the spans of the document, each with its label ("person", "location", ...)."""
    vocabulary = words or load_relation_words()
    found: dict[tuple[RelationKind, Span, Span], Relation] = {}
    for scene in lay_out(doc, spans, vocabulary):
        for relation in at_nearest_names(_in_sentence(scene)):
            ends = (relation.source, relation.target)
            first, second = sorted(ends) if relation.kind in MUTUAL else ends
            found.setdefault((relation.kind, first, second), relation)
    return tuple(found.values())


def _in_sentence(scene: Scene) -> Iterator[Relation]:
    yield from find_attributes(scene)
    yield from find_names(scene)
    yield from find_absences(scene)
    yield from find_places(scene)
    yield from find_belonging(scene)
    yield from find_offices(scene)
    yield from find_owners(scene)
    yield from find_deeds(scene)
    yield from find_prepositions(scene)
