"""Link the events of NewsWCL50: python evals/newswcl50/run.py --data DIR [--predictions FILE] [--count 50] [--seed 1].

DIR holds `conll.csv`: the articles as tokens, with chains of actors and of events. The articles are read and weighed
the whole way; FILE gets a sheet of links to be judged by a person. The annotated chains are loose (they also take
causes and wordings of one thing); how many links stand within one of them is printed for comparison.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "same_event"))
from links import Link, draw, links_of, sheet

from dragoman.model import Document, Span, Statement
from dragoman.pipeline import load_reader, read_document
from dragoman.settings import load_settings
from dragoman.weigh import weigh

# The chains of what happens; the others are of actors and things.
HAPPENINGS = ("EVENT", "ACTION")
_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}’”]|n['’]t|['’](?:s|m|d|re|ve|ll)?)$")
_NO_SPACE_AFTER = ("(", "[", "{", "$", "“", "‘")
_OPEN = re.compile(r"\(([^()|]+)")
_CLOSE = re.compile(r"([^()|]+)\)")
DAYS = Path(__file__).parent / "days.yaml"


@dataclass(slots=True)
class Article:
    """An article: its text, and the spans of the annotated chains in it."""

    name: str
    text: str
    chains: list[tuple[str, Span]]


def read_articles(folder: Path) -> list[Article]:
    """Return the articles of all tables of the folder."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    for table in sorted(folder.glob("*.csv")):
        with table.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                rows[row["doc_id"]].append(row)
    return [article_of(name, found) for name, found in sorted(rows.items())]


def article_of(name: str, rows: Sequence[Mapping[str, str]]) -> Article:
    """Return one article, a sentence a paragraph where the table breaks the line."""
    text, sentence, open_quote = "", rows[0]["sent_id"], False
    chains: list[tuple[str, Span]] = []
    opened: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        token = row["token"].strip()
        if row["sent_id"] != sentence:
            sentence, text = row["sent_id"], text.rstrip() + ("\n\n" if text.endswith("\n") else " ")
        if token in ("", "\\n"):
            text = text.rstrip() + "\n"
            continue
        closes = token == '"' and open_quote
        glued = bool(_NO_SPACE_BEFORE.match(token)) or closes or text.endswith(_NO_SPACE_AFTER)
        glued = glued or (open_quote and text.endswith('"')) or token == "-" or text.endswith("-")
        text = (text.rstrip(" ") if glued else text.rstrip(" ") + " ") if text and not text.endswith("\n") else text
        open_quote = not open_quote if token == '"' else open_quote
        start, text = len(text), text + token
        for label in _OPEN.findall(row["reference"]):
            opened[label.strip()].append(start)
        for label in _CLOSE.findall(row["reference"]):
            if opened[label.strip()]:
                chains.append((label.strip(), Span(opened[label.strip()].pop(), len(text))))
    return Article(name, text, [c for c in chains if c[0].endswith(HAPPENINGS)])


def documents_of(articles: Sequence[Article]) -> Iterator[Document]:
    """Yield the documents, each dated by the event that it tells of."""
    days: dict[str, date] = yaml.safe_load(DAYS.read_text(encoding="utf-8"))
    for article in articles:
        subject, outlet = article.name.split("_", 1)
        day = days.get(subject, days["other"])
        yield Document(
            id=article.name, name=article.name, uri=article.name, text=article.text, publisher=outlet, published=day
        )


def chains_at(statement: Statement, article: Article) -> set[str]:
    """Return the annotated chains that the statement's trigger stands in."""
    return {label for label, span in article.chains if span.overlaps(statement.evidence.trigger)}


def measure(folder: Path, predictions: Path | None, count: int, seed: int) -> dict[str, Any]:
    articles = {a.name: a for a in read_articles(folder)}
    documents = list(documents_of(list(articles.values())))
    reader = load_reader(load_settings())
    statements = [s for document in documents for s in read_document(document, reader).statements]
    links = links_of(weigh(statements, documents).events, statements, documents)
    drawn = draw(links, {d.id: d for d in documents}, count, seed)
    if predictions:
        lines = sheet(drawn, {d.id: d for d in documents})
        predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    marked = [pair for pair in (chains_of(link, articles) for link in links) if all(pair)]
    return {
        "links": len(links),
        "drawn": len(drawn),
        "annotated_links": len(marked),
        "annotated_right": sum(bool(a & b) for a, b in marked),
        "statements": len(statements),
        "n": len(documents),
    }


def chains_of(link: Link, articles: Mapping[str, Article]) -> tuple[set[str], set[str]]:
    first, second = (chains_at(s, articles[s.document]) for s in (link.first, link.second))
    return first, second


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print(json.dumps(measure(options.data, options.predictions, options.count, options.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
