"""The cases written for the project: a sentence each, with statements that it makes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dragoman.model import Document, Statement
from dragoman.read.reader import Reader

CASES = Path(__file__).parent / "cases.jsonl"


@dataclass(frozen=True)
class Scored:
    """The share of the wanted statements that are read whole, and what went wrong in words."""

    whole: float
    n: int
    wrong: tuple[str, ...]


def score_cases(reader: Reader) -> Scored:
    """Return how well the reader does on the written cases."""
    right, wrong = 0, []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        document = Document(id="case", name="case", uri="case:", text=case["text"])
        found = [as_wanted(s) for s in reader.read(document).statements]
        for wanted in case["statements"]:
            if wanted in found:
                right += 1
            else:
                wrong.append(f"{case['text']} wants {shown(wanted)}, has {'; '.join(map(shown, found)) or 'nothing'}")
    return Scored(right / (right + len(wrong)), right + len(wrong), tuple(wrong))


def as_wanted(statement: Statement) -> dict[str, object]:
    """Return a statement as the cases write one."""
    return {
        "type": statement.type,
        "agents": [a.code for a in statement.agents],
        "targets": [t.code for t in statement.targets],
        "status": statement.status.value,
        "voice": statement.voices[0].code if statement.voices else "",
    }


def shown(row: dict[str, object]) -> str:
    """Return a statement in one line."""
    agents, targets = ("/".join(map(str, row[key])) for key in ("agents", "targets"))  # type: ignore[call-overload]
    voice = f" ({row['voice']})" if row["voice"] else ""
    return f"{row['type']} {agents} > {targets} [{row['status']}]{voice}"


if __name__ == "__main__":
    scored = score_cases(Reader())
    print("\n".join([*scored.wrong, json.dumps({"whole": round(scored.whole, 3), "n": scored.n})]))
