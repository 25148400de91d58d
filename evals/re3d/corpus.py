"""The re3d documents with what their annotators marked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.model import Mention, MentionKind, Relation, RelationKind

LEAST_CONFIDENCE = 0.5
TYPES = {"person": "Person", "organisation": "Organisation", "location": "Location", "nationality": "Nationality"}
OTHER_TYPES = {
    "Weapon": "weapon",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "Quantity": "quantity",
    "Temporal": "time",
}
LABELS = {theirs: ours for ours, theirs in TYPES.items()} | OTHER_TYPES
KINDS = {
    RelationKind.BELONGS_TO: "BelongsTo",
    RelationKind.IN_CHARGE_OF: "InChargeOf",
    RelationKind.ATTRIBUTE_OF: "HasAttrOf",
    RelationKind.SYNONYM_OF: "IsSynonymOf",
    RelationKind.CO_LOCATED: "CoLocated",
    RelationKind.APART: "Apart",
    RelationKind.LIKES: "Likes",
    RelationKind.DISLIKES: "Dislikes",
    RelationKind.FIGHTING: "FightingAgainst",
    RelationKind.ALLIES: "AlliesOf",
    RelationKind.COMMUNICATES: "CommWith",
}
POSSESSIVES = {"its", "their", "our", "his", "her", "my", "theirs", "whose"}
Ends = tuple[int, int]
Entity = tuple[int, int, str]
Related = tuple[str, Ends, Ends]


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with the entities and relations that the annotators agree on."""

    id: str
    text: str
    entities: list[Entity] = field(default_factory=list)
    relations: list[Related] = field(default_factory=list)


def read_corpus(folder: Path) -> dict[str, Marked]:
    """Return the documents of all collections under the folder, by id."""
    found: dict[str, Marked] = {}
    for row in _rows(folder, "documents.json"):
        found[row["_id"]] = Marked(row["_id"], row["text"])
    for row in _rows(folder, "entities.json"):
        if row["confidence"] >= LEAST_CONFIDENCE:
            found[row["documentId"]].entities.append((row["begin"], row["end"], row["type"]))
    for row in _rows(folder, "relations.json"):
        if row["confidence"] >= LEAST_CONFIDENCE:
            source, target = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
            found[row["documentId"]].relations.append((row["type"], source, target))
    return found


def _rows(folder: Path, name: str) -> Iterator[dict]:
    for path in sorted(folder.rglob(name)):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            if line.strip():
                yield json.loads(line)


def as_entities(mentions: Iterable[Mention], text: str) -> Iterator[Entity]:
    """Yield the spans as the annotation has them: whole phrases, no nationality word inside one."""
    kept = [m for m in mentions if m.label in TYPES]
    for mention in kept:
        inside = any(o is not mention and o.span.contains(mention.span) and o.span != mention.span for o in kept)
        # Relative pronouns are not annotated, possessive ones hardly ever.
        unmarked = mention.kind is MentionKind.PRONOUN and (
            mention.reason.startswith("relative") or mention.span.of(text).lower() in POSSESSIVES
        )
        if not inside and not unmarked:
            yield mention.span.start, mention.span.end, TYPES[mention.label]


def as_related(relations: Iterable[Relation]) -> Iterator[Related]:
    """Yield the relations as the annotation has them: there the thing "has" its attribute."""
    for relation in relations:
        source, target = (relation.source.start, relation.source.end), (relation.target.start, relation.target.end)
        if relation.kind is RelationKind.ATTRIBUTE_OF:
            source, target = target, source
        yield KINDS[relation.kind], source, target
