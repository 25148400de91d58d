"""Measure statements against hand-made ones: python evals/seeds/run.py --data DIR [--predictions FILE].

DIR holds `seeds` (documents) and `seeds_gold` (one JSON-lines file of records a document). The last line is one JSON
object of figures; FILE gets the statements on the wire, one a line, of every document.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from score import score

from dragoman.ingest import ingest
from dragoman.model import Statement
from dragoman.read.reader import Reader


def read_statements(path: Path, reader: Reader) -> Iterator[tuple[str, Statement]]:
    """Yield the statements of the documents in a file, each with the document's name."""
    for document in ingest(str(path)):
        for statement in reader.read(document).statements:
            yield document.name, statement


def on_the_wire(name: str, statement: Statement) -> dict[str, Any]:
    """Return what the scorer needs of a statement, as the wire form has it."""
    return {
        "id": statement.id,
        "document": name,
        "type": statement.type,
        "mode": statement.mode,
        "agents": [{"code": a.code, "name": a.name} for a in statement.agents],
        "targets": [{"code": a.code, "name": a.name} for a in statement.targets],
        "status": statement.status.value,
        "voices": [{"code": v.code, "cue": v.cue} for v in statement.voices],
        "evidence": {
            "start": statement.evidence.start,
            "end": statement.evidence.end,
            "quote": statement.evidence.quote,
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    reader = Reader()
    found = {
        path: [on_the_wire(name, s) for name, s in read_statements(path, reader)]
        for path in sorted((options.data / "seeds").iterdir())
    }
    if options.predictions:
        lines = [json.dumps(row, ensure_ascii=False) for rows in found.values() for row in rows]
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    scored = []
    for path in sorted((options.data / "seeds_gold").glob("*.jsonl")):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        document = options.data / "seeds" / records[0]["doc"]
        scored.append((document.read_text(encoding="utf-8"), records, found[document]))
    print(json.dumps(score(scored) if scored else {"n": 0, "statements": sum(map(len, found.values()))}))


if __name__ == "__main__":
    main()
