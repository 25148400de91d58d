"""How fast reading is against its parser alone: `python bench/reading_speed.py FILE.jsonl [--articles N]`.

FILE has one article a line (`text`, and `date` if any). In one process and in turn, article by article, (a) plain spaCy
(tagger, parser, names: the same pipeline, loaded anew) over the text, and (b) the reader with everything on, its own
parse included. Prints sentences a second of both and their ratio, as one JSON object.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from datetime import date
from pathlib import Path

import spacy

from dragoman.model import Document
from dragoman.read.reader import Reader
from dragoman.read.version import DEFAULT_PIPELINE

SEED = 20261122


def load_articles(path: Path, count: int) -> list[Document]:
    """Return a random choice of the file's articles, the same each time."""
    lines = path.read_text(encoding="utf-8").splitlines()
    chosen = random.Random(SEED).sample(lines, min(count, len(lines)))
    return [as_document(number, json.loads(line)) for number, line in enumerate(chosen)]


def as_document(number: int, row: dict[str, str]) -> Document:
    """Return the row as a document."""
    published = date.fromisoformat(row["date"][:10]) if row.get("date") else None
    return Document(id=f"b{number}", name=f"b{number}", uri=f"b{number}", text=row["text"], published=published)


def measure(documents: list[Document]) -> dict[str, float]:
    """Return sentences a second of the parser alone and of the reader, and their ratio."""
    plain, reader = spacy.load(DEFAULT_PIPELINE), Reader()
    for document in documents[:3]:  # what is loaded on first use
        plain(document.text)
        reader.read(document)
    sentences, alone, whole = 0, 0.0, 0.0
    for document in documents[3:]:
        start = time.process_time()
        sentences += sum(1 for _ in plain(document.text).sents)
        middle = time.process_time()
        reader.read(document)
        alone, whole = alone + middle - start, whole + time.process_time() - middle
    return {
        "sentences": sentences,
        "parser_sentences_a_second": round(sentences / alone, 1),
        "reader_sentences_a_second": round(sentences / whole, 1),
        "ratio": round(alone / whole, 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=120)
    options = parser.parse_args()
    print(json.dumps(measure(load_articles(options.file, options.articles))))


if __name__ == "__main__":
    main()
