"""Measure mentions of persons, organisations, places and nationalities against the re3d documents.

USAGE  python evals/re3d/run.py --data DIR [--predictions FILE] [--misses]

The rules are those of the re3d scorer: gold of confidence .5 and more; a mention is right when one of the same
type overlaps it, matched one to one, best overlap first.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman.model import Document, Mention, MentionKind
from dragoman.read.mentions.find import find_mentions
from dragoman.read.parse import load_parser, parse
from dragoman.world import load_world

TYPES = {"person": "Person", "organisation": "Organisation", "location": "Location", "nationality": "Nationality"}
POSSESSIVES = {"its", "their", "our", "his", "her", "my", "theirs", "whose"}
LEAST_CONFIDENCE = 0.5
Entity = tuple[int, int, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    world = load_world()
    nlp = load_parser(whole_words=world.whole_words())
    gold = read_gold(options.data)
    rows, counts = [], Counter()
    for path in sorted(options.data.rglob("documents.json")):
        for row in read_lines(path):
            document = Document(id=row["_id"], name=row["_id"], uri=str(path), text=row["text"])
            mentions, _ = find_mentions(parse(document, nlp), document, world)
            entities = list(as_entities(mentions, row["text"]))
            rows.append(
                {
                    "doc": row["_id"],
                    "entities": [{"begin": b, "end": e, "type": t} for b, e, t in entities],
                    "relations": [],
                }
            )
            add_counts(counts, entities, gold.get(row["_id"], []), row["text"], show=options.misses)
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(json.dumps(figures(counts)))


def figures(counts: Counter[str]) -> dict[str, float]:
    """Return F1 in all and by type, precision and recall."""
    found: dict[str, float] = {"entities_overlap_f1": f1(counts, "all")}
    found |= {f"{kind.lower()}_f1": f1(counts, kind) for kind in TYPES.values()}
    found["precision"] = round(counts["all right"] / max(counts["all found"], 1), 4)
    found["recall"] = round(counts["all right"] / max(counts["all gold"], 1), 4)
    return found | {"n": counts["all gold"]}


def read_lines(path: Path) -> list[dict[str, object]]:
    """Return the objects of a file with one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def read_gold(folder: Path) -> dict[str, list[Entity]]:
    """Return the entities of each document that the annotators agree on."""
    gold: dict[str, list[Entity]] = {}
    for path in sorted(folder.rglob("entities.json")):
        for row in read_lines(path):
            if row["confidence"] >= LEAST_CONFIDENCE and row["type"] in TYPES.values():
                gold.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
    return gold


def as_entities(mentions: Iterable[Mention], text: str) -> Iterable[Entity]:
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


def add_counts(counts: Counter[str], found: list[Entity], gold: list[Entity], text: str, show: bool = False) -> None:
    """Add what was found, what is there and what is right, by type and in all."""
    ours = {(*bare(b, e, text), t) for b, e, t in found}
    theirs = {(*bare(b, e, text), t) for b, e, t in gold}
    for kind in TYPES.values():
        p, g = sorted(x[:2] for x in ours if x[2] == kind), sorted(x[:2] for x in theirs if x[2] == kind)
        pairs = sorted(
            (
                (overlap(a, b) / union(a, b), overlap(a, b), i, j)
                for i, a in enumerate(p)
                for j, b in enumerate(g)
                if overlap(a, b)
            ),
            reverse=True,
        )
        left, right = set(), set()
        for _, _, i, j in pairs:
            if i not in left and j not in right:
                left.add(i)
                right.add(j)
        for name in ("all", kind):
            counts[f"{name} right"] += len(left)
            counts[f"{name} found"] += len(p)
            counts[f"{name} gold"] += len(g)
        if show:
            for sign, spans, hit in (("-", g, right), ("+", p, left)):
                for k, (b, e) in enumerate(spans):
                    if k not in hit:
                        print(sign, kind[:3], f"[{text[b:e]}]", text[max(0, b - 40) : e + 30].replace("\n", " "))


def bare(begin: int, end: int, text: str) -> tuple[int, int]:
    """Cut white space and an article off a span."""
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    article = re.match(r"(?i)(the|an|a)\s+", text[begin:end])
    return (begin + article.end(), end) if article and begin + article.end() < end else (begin, end)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def union(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(a[1], b[1]) - min(a[0], b[0])


def f1(counts: Counter[str], name: str) -> float:
    total = counts[f"{name} found"] + counts[f"{name} gold"]
    return round(2 * counts[f"{name} right"] / total, 4) if total else 0.0


if __name__ == "__main__":
    main()
