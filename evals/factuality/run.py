"""Measure the status of events against the factuality sets: `python evals/factuality/run.py --data DIR`.

DIR holds JSON lines with `text` (tokens between blanks) and `targets` (`span1`, `label` from -3 to 3), at any depth.
The last line is one JSON object: `pearson_r` and `mae` over the news files, `macro_f1` over the web files (those whose
labels lie on a grid of eighths), each over whatever there is where one kind is missing; `n` is the number of events.
With --predictions FILE each event is written as one JSON line (file, idx, span1, status, outcome, value).
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.read.parse import load_parser
from dragoman.read.status.assess import assess

sys.path.insert(0, str(Path(__file__).parent))
from convention import happened_value, news_value


@dataclass
class Scores:
    """Predicted and gold values of one file."""

    name: str
    is_web: bool
    pairs: list[tuple[float, float]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)


def split_words(text: str) -> tuple[list[str], dict[int, int]]:
    """Return the tokens as the parser knows them, and where each token of the set went."""
    words: list[str] = []
    places: dict[int, int] = {}
    tokens = text.split()
    for index, token in enumerate(tokens):
        places[index] = len(words)
        if token == "'" and index and tokens[index - 1] == "'" and words[-1] in {"'", '"'}:
            words[-1] = '"'  # two apostrophes are a quotation mark
            places[index] = len(words) - 1
        elif re.fullmatch(r"[A-Za-z]+n't", token):
            words += [token[:-3], "n't"]
        elif token == "cannot":
            words += ["can", "not"]
        else:
            words.append(token)
    return words, places


def is_web(rows: Sequence[dict[str, Any]], path: Path) -> bool:
    """Say whether the file is of the web set, whose labels are multiples of an eighth."""
    labels = [target["label"] for row in rows for target in row.get("targets", ()) if "label" in target]
    return "UDS" in str(path).upper() if not labels else all((label * 8).is_integer() for label in map(float, labels))


def measure_file(path: Path, nlp: Language) -> Scores:
    """Assess every event of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    scores = Scores(path.name, is_web(rows, path))
    split = [split_words(row["text"]) for row in rows]
    docs = nlp.pipe(Doc(nlp.vocab, words=words) for words, _ in split)
    for row, (_, places), doc in zip(rows, split, docs, strict=True):
        for target in row.get("targets", ()):
            found = assess(doc[places[target["span1"][0]]])
            value = happened_value(found) if scores.is_web else news_value(found)
            if "label" in target:
                scores.pairs.append((value, float(target["label"])))
            said = {"file": str(path), "idx": row.get("idx"), "span1": target["span1"]}
            scores.rows.append({**said, "status": found.status.value, "outcome": found.outcome, "value": value})
    return scores


def pearson(pairs: Sequence[tuple[float, float]]) -> float:
    """Return Pearson's correlation, 0 where it is not defined."""
    if len({a for a, _ in pairs}) < 2 or len({b for _, b in pairs}) < 2:
        return 0.0
    return statistics.correlation([a for a, _ in pairs], [b for _, b in pairs])


def macro_f1(pairs: Sequence[tuple[float, float]]) -> float:
    """Return the mean F1 of three classes: above 1, below -1, and between."""
    classes = [(_class(a), _class(b)) for a, b in pairs]
    scores = []
    for kind in (-1, 0, 1):
        hits = sum(a == b == kind for a, b in classes)
        named = sum((a == kind) + (b == kind) for a, b in classes)
        scores.append(2 * hits / named if named else 0.0)
    return sum(scores) / 3


def _class(value: float) -> int:
    return (value > 1) - (value < -1)


def summarise(files: Sequence[Scores]) -> dict[str, float]:
    """Return the figures over all files."""
    everything = [pair for scores in files for pair in scores.pairs]
    news = [pair for scores in files for pair in scores.pairs if not scores.is_web] or everything
    web = [pair for scores in files for pair in scores.pairs if scores.is_web] or everything
    if not everything:
        return {"n": sum(len(scores.rows) for scores in files)}
    return {
        "pearson_r": round(pearson(news), 4),
        "macro_f1": round(macro_f1(web), 4),
        "mae": round(sum(abs(a - b) for a, b in news) / len(news), 4),
        "n": len(everything),
    }


def find_files(folder: Path) -> Iterator[Path]:
    """Yield the files of events in a folder, or the file itself."""
    yield from [folder] if folder.is_file() else sorted(folder.rglob("*.jsonl"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    nlp = load_parser()
    files = [measure_file(path, nlp) for path in find_files(options.data)]
    for scores in files:
        print(f"{scores.name} ({'web' if scores.is_web else 'news'})", json.dumps(summarise([scores])))
    if options.predictions:
        lines = (json.dumps(row) for scores in files for row in scores.rows)
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(json.dumps(summarise(files)))


if __name__ == "__main__":
    main()
