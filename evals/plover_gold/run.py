"""Measure PLOVER events against gold standard records: python evals/plover_gold/run.py --data DIR [--predictions FILE].

DIR holds files of records (JSON lists of objects with `id`, `text`, `event`, `source`, `target`), at any depth. The
last line is one JSON object of figures. FILE gets one JSON line a record: id, index, events.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from score import Event, figures, gold_event, predicted_event

from dragoman.export.plover import PloverEvent, to_plover
from dragoman.model import Document
from dragoman.read.reader import Reader


def read_records(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the records with a text, in the order of the files."""
    files = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".json"))
    for path in files:
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError:
            continue  # the table of codes and notes lie beside the records
        if isinstance(rows, list):
            yield from (row for row in rows if row.get("event") != "DOCUMENT" and row.get("text"))


def read_events(text: str, reader: Reader) -> tuple[PloverEvent, ...]:
    """Return the PLOVER events of a text."""
    document = Document(id="record", name="record", uri="record:", text=text)
    return to_plover(reader.read(document).statements, reader.world)


def score_records(records: Sequence[dict[str, Any]], found: Sequence[Sequence[PloverEvent]]) -> dict[str, float]:
    """Return the figures; records of the same text are one unit."""
    units: dict[str, tuple[list[Event], list[Event]]] = {}
    for record, events in zip(records, found, strict=True):
        gold, predicted = units.setdefault(record["text"].strip(), ([], []))
        gold.append(gold_event(record))
        given = [predicted_event(e.type, e.source, e.target) for e in events]
        predicted.extend(event for event in given if event not in predicted)
    return figures(units.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    reader = Reader()
    records = list(read_records(options.data))
    found = [read_events(record["text"], reader) for record in records]
    if options.predictions:
        lines = [
            json.dumps(
                {
                    "id": record.get("id"),
                    "index": index,
                    "events": [{"source": e.source, "type": e.type, "target": e.target} for e in events],
                }
            )
            for index, (record, events) in enumerate(zip(records, found, strict=True))
        ]
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if records and all("event" in record for record in records):
        print(json.dumps(score_records(records, found)))
    else:
        print(json.dumps({"n": 0, "found": sum(map(len, found))}))


if __name__ == "__main__":
    main()
