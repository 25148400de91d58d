"""Measure time expressions against TimeML gold: python evals/timex/run.py --data DIR [--predictions FILE]."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from score import Counts
from spacy.tokens import Doc
from tml import Sample, Timex, read_folder

from dragoman.model import Document
from dragoman.read.parse import load_parser, parse
from dragoman.read.times.find import find_times


def parse_sample(sample: Sample, nlp: object) -> Doc:
    document = Document(id=sample.name, name=sample.name, uri=sample.name, text=sample.text, published=sample.published)
    return parse(document, nlp)  # type: ignore[arg-type]


def predict(sample: Sample, doc: Doc) -> tuple[Timex, ...]:
    return tuple(
        Timex(t.span.start, t.span.end, t.span.of(sample.text), t.type, t.value)
        for t in find_times(doc, sample.published)
    )


def as_line(sample: Sample, found: Sequence[Timex]) -> str:
    """One document a line; offsets are code points of the content of TEXT, without marks and with entities read."""
    times = [{"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value} for t in found]
    return json.dumps({"document": sample.name, "times": times}, ensure_ascii=False)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args(arguments)
    nlp = load_parser()
    counts, lines = Counts(), []
    for sample in read_folder(options.data):
        found = predict(sample, parse_sample(sample, nlp))
        lines.append(as_line(sample, found))
        counts.add(sample.gold, found)
    if options.predictions:
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if counts.gold:
        print(json.dumps(counts.figures()))
    else:
        print(json.dumps({"n": 0, "found": counts.found}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
