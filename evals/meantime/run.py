"""Measure voices, status and times against MEANTIME: `python evals/meantime/run.py --data DIR [--predictions FILE]`.

DIR holds CAT XML files at any depth. The last line is one JSON object of figures; `n` is the number of events. With
--predictions FILE each document is written as one JSON line: its attributions, times, and events with their classes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from cat_xml import Sample, read_folder
from measure import Found, Totals, add_sample, read_sample

from dragoman.read.parse import load_parser


def as_line(sample: Sample, found: Found) -> str:
    """Return what was found in one document; offsets are code points of the tokens joined to running text."""
    voices = [{"cue": v.cue, "content": v.content, "source_head": v.source_head} for v in found.voices]
    times = [{"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value} for t in found.times]
    events = [
        {"id": j.event.id, "status": j.status, "polarity": j.polarity, "certainty": j.certainty, "time": j.time}
        for j in found.events
    ]
    row = {"document": sample.name, "attributions": voices, "times": times, "events": events}
    return json.dumps(row, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    nlp, totals, lines = load_parser(), Totals(), []
    for sample in read_folder(options.data):
        found = read_sample(sample, nlp)
        lines.append(as_line(sample, found))
        if sample.is_annotated:
            add_sample(totals, sample, found)
    if options.predictions:
        options.predictions.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(json.dumps(totals.figures()))


if __name__ == "__main__":
    main()
