"""Measure who is named in the re3d documents, and what relations hold between them.

USAGE  python evals/re3d/run.py --data DIR [--predictions FILE] [--misses entities|relations]

The rules are those of the re3d scorer: gold of confidence .5 and more; a mention is right when one of the same type
overlaps it, a relation when one of the same type has both ends overlapping; matched one to one, best overlap first.
Relations are measured twice: between the annotators' own entities (`relations_gold_overlap_f1`), and end to end.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from corpus import KINDS, LABELS, TYPES, Entity, Marked, Related, as_entities, as_related, read_corpus
from score import add_entities, add_relations, f1

from dragoman.model import Document, Relation, Span
from dragoman.read.mentions.find import find_mentions
from dragoman.read.parse import load_parser, parse
from dragoman.read.relations.find import find_relations
from dragoman.read.relations.things import named_spans
from dragoman.world import load_world


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--misses", choices=("entities", "relations"))
    options = parser.parse_args()
    world = load_world()
    nlp = load_parser(whole_words=world.whole_words())
    entities, given, whole = Counter(), Counter(), Counter()
    rows, end_to_end = [], []
    for marked in read_corpus(options.data).values():
        document = Document(id=marked.id, name=marked.id, uri=marked.id, text=marked.text)
        doc = parse(document, nlp)
        mentions, _ = find_mentions(doc, document, world)
        named = list(as_entities(mentions, marked.text))
        spans = [(Span(b, e), LABELS[t]) for b, e, t in marked.entities if t in LABELS]
        between = list(as_related(find_relations(doc, spans)))
        own = list(as_related(_as_marked(find_relations(doc, named_spans(doc, mentions)))))
        core = [e for e in marked.entities if e[2] in TYPES.values()]
        lines = {
            "entities": add_entities(entities, named, core, marked.text),
            "relations": add_relations(given, between, marked.relations, marked.text),
        }
        add_relations(whole, own, marked.relations, marked.text)
        print(*lines.get(options.misses, ()), sep="\n", end="\n" if lines.get(options.misses) else "")
        rows.append(_row(marked, named, between if marked.entities else own))
        end_to_end.append(_row(marked, named, own))
    if options.predictions:
        _write(options.predictions, rows)
        _write(options.predictions.with_suffix(".end_to_end.jsonl"), end_to_end)
    print(json.dumps(_figures(entities, given, whole)))


def _as_marked(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations but for those inside what the annotation takes for one name.

    "Lyon, France" and "Hamas leader Omar Said" are one place and one person there.
    """
    inside = ("place, wider place", "title before a name")
    return (relation for relation in relations if not relation.reason.endswith(inside))


def _figures(entities: Counter[str], given: Counter[str], whole: Counter[str]) -> dict[str, float]:
    """Return F1 in all and by type, precision and recall."""
    found: dict[str, float] = {
        "entities_overlap_f1": f1(entities, "all"),
        "relations_gold_overlap_f1": f1(given, "all"),
        "relations_overlap_f1": f1(whole, "all"),
    }
    found |= {f"{kind.lower()}_f1": f1(entities, kind) for kind in TYPES.values()}
    found["precision"] = round(entities["all right"] / max(entities["all found"], 1), 4)
    found["recall"] = round(entities["all right"] / max(entities["all gold"], 1), 4)
    found["relations_gold_precision"] = round(given["all right"] / max(given["all found"], 1), 4)
    found["relations_gold_recall"] = round(given["all right"] / max(given["all gold"], 1), 4)
    found |= {f"{kind.lower()}_gold_f1": f1(given, kind) for kind in sorted(KINDS.values())}
    return found | {"n": entities["all gold"], "n_relations": given["all gold"]}


def _row(marked: Marked, entities: Sequence[Entity], relations: Sequence[Related]) -> dict[str, object]:
    return {
        "doc": marked.id,
        "entities": [{"begin": b, "end": e, "type": t} for b, e, t in entities],
        "relations": [{"type": t, "source": list(s), "target": list(o)} for t, s, o in relations],
    }


def _write(path: Path, rows: Sequence[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
