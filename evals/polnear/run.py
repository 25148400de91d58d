"""Measure who says what against PolNeAR: python evals/polnear/run.py --data DIR [--predictions FILE].

DIR holds folders with text/*.txt and, where there is gold, attributions/*.ann and tokens/*.json. PolNeAR marks what the
document itself attributes, not what stands inside a quotation or another's words, so only the outermost are measured.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpus import Sample, Spans, Told, read_corpus
from score import Scores
from spacy.language import Language

from dragoman.model import Document, Span
from dragoman.read.parse import load_parser, parse
from dragoman.read.voices.find import find_attributions, outermost


def predict(sample: Sample, nlp: Language) -> list[Told]:
    doc = parse(Document(id=sample.name, name=sample.name, uri=sample.name, text=sample.text), nlp)
    found = outermost(doc, find_attributions(doc))
    return [Told(pairs(a.cue), pairs(a.source), pairs(a.content)) for a in found]


def pairs(spans: tuple[Span, ...]) -> Spans:
    return tuple((span.start, span.end) for span in spans)


def as_line(sample: Sample, found: list[Told]) -> str:
    """One document a line, in the format of the shared scorer."""
    rows = [{"cue": t.cue, "source": t.source or None, "content": t.content} for t in found]
    return json.dumps({"doc": sample.name, "attributions": rows})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    nlp = load_parser()
    scores, lines = Scores(), []
    for sample in read_corpus(options.data):
        found = predict(sample, nlp)
        lines.append(as_line(sample, found))
        if sample.gold is not None:
            scores.add(sample, found)
    if options.predictions:
        options.predictions.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    figures = {
        "cue_head_f1": round(scores.cue_head.f1, 4),
        "cue_source_f1": round(scores.cue_source.f1, 4),
        "content_f1": round(scores.content.f1, 4),
        "n": scores.content.gold,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
