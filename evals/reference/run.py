"""Measure whom pronouns and definite descriptions are resolved to, against the nearest named mention.

USAGE  python evals/reference/run.py --data DIR [--predictions FILE] [--misses]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from gum import GoldDocument, GoldMention, Token, read_gold

from dragoman.model import Document, Mention, MentionKind
from dragoman.read.mentions.find import find_mentions
from dragoman.read.mentions.nouns import load_nouns
from dragoman.read.parse import load_parser, parse
from dragoman.read.voices.find import find_attributions
from dragoman.world import load_world

ANY = {"person", "organisation", "location", "nationality"}
PRONOUNS = (
    (
        {"he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "myself", "you", "your"},
        {"person"},
    ),
    ({"it", "its", "itself"}, {"organisation", "location"}),
    ({"we", "us", "our", "ours", "they", "them", "their", "theirs", "themselves"}, {"organisation", "person"}),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    world = load_world()
    nlp = load_parser(whole_words=world.whole_words())
    rows, written = [], []
    for path in sorted(options.data.rglob("*.conllu")):
        gold = read_gold(path)
        document = Document(id=gold.name, name=gold.name, uri=str(path), text=gold.text, published=gold.published)
        doc = parse(document, nlp)
        attributions = find_attributions(doc)
        speakers = tuple((piece, a.source[0]) for a in attributions if a.source for piece in a.content if a.quoted)
        mentions, _ = find_mentions(doc, document, world, speakers)
        rows += score_document(gold, mentions, show=options.misses)
        written.append({"doc": gold.name, "mentions": [as_row(mention, gold.text) for mention in mentions]})
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    print(json.dumps(figures(rows)))


def figures(rows: list[tuple[str, bool, bool]]) -> dict[str, float]:
    """Return the accuracy of the program and of the baseline, in all and for pronouns and descriptions apart."""
    found: dict[str, float] = {"n": len(rows)}
    for name, kept in (
        ("", rows),
        ("pronouns_", [r for r in rows if r[0] == "pronoun"]),
        ("descriptions_", [r for r in rows if r[0] != "pronoun"]),
    ):
        for key, column in (("accuracy", 1), ("baseline", 2)):
            found[name + key] = round(sum(row[column] for row in kept) / max(len(kept), 1), 4)
    return found


def score_document(
    gold: GoldDocument, mentions: tuple[Mention, ...], show: bool = False
) -> list[tuple[str, bool, bool]]:
    """Return for each item its kind, whether the program is right, and whether the baseline is."""
    names = [m for m in mentions if m.kind in (MentionKind.NAME, MentionKind.ADJECTIVE)]
    rows = []
    for item, named in gold.items():
        right = {m.chain for g in named for m in names if any(t.start == m.head.start for t in g.core)}
        ours = at_head([m for m in mentions if m.kind not in (MentionKind.NAME, MentionKind.ADJECTIVE)], item.head)
        nearest = nearest_name(item, names)
        row = (
            "pronoun" if item.is_pronoun else "description",
            ours is not None and ours.chain in right,
            nearest is not None and nearest.chain in right,
        )
        rows.append(row)
        if show and not row[1]:
            print(describe_miss(gold, item, named[0], ours))
    return rows


def describe_miss(gold: GoldDocument, item: GoldMention, named: GoldMention, ours: Mention | None) -> str:
    """Say in one line what was asked, what is right, and why the program chose otherwise."""
    words = " ".join(token.form for token in item.tokens)
    name = " ".join(token.form for token in named.tokens)
    context = gold.text[max(0, item.tokens[0].start - 80) : item.tokens[-1].end + 40].replace("\n", " ")
    return f"{gold.name} [{words}] gold {name}, ours {ours.reason if ours else None} :: {context}"


def at_head(mentions: list[Mention], head: Token) -> Mention | None:
    """Return the mention whose head is the token, or the smallest one that holds it."""
    exact = [m for m in mentions if m.head.start == head.start]
    holding = [m for m in mentions if m.span.start <= head.start and head.end <= m.span.end]
    return min(exact or holding, key=lambda m: m.span.end - m.span.start, default=None)


def nearest_name(item: GoldMention, names: list[Mention]) -> Mention | None:
    """Return the last named mention before the item whose label may be of the sort that the item's words tell."""
    labels = sorts_of(item)
    before = [m for m in names if m.span.end <= item.tokens[0].start and m.label in labels]
    return before[-1] if before else None


def sorts_of(item: GoldMention) -> set[str]:
    """Return the labels that the words themselves allow, with nothing taken from the gold."""
    word, nouns = item.head.form.lower(), load_nouns()
    if item.is_pronoun:
        return next((labels for words, labels in PRONOUNS if word in words), ANY)
    if nouns.is_role(word):
        return {"person"}
    if word in nouns.states:
        return {"organisation", "location", "nationality"}  # states are labelled so
    if word in nouns.places:
        return {"location"}
    return {"organisation"} if word in nouns.bodies or word in nouns.collectives else ANY


def as_row(mention: Mention, text: str) -> dict[str, object]:
    """Return a mention as the predictions file has it."""
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "kind": mention.kind.value,
        "label": mention.label,
        "codes": [actor.code for actor in mention.actors],
        "chain": mention.chain,
    }


if __name__ == "__main__":
    main()
