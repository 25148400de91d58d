"""Measure reading rows of coded events, and exporting them: python bench/coded.py [--rows 100000].

The rows are made up, in the columns of ICEWS: forty states, a year of days, the codes of the commonest events. Prints
one JSON object: seconds of processor time for reading with weighing, and for each export, and the most memory held.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import dragoman
from dragoman.coded.icews import COLUMNS
from dragoman.settings import Settings
from dragoman.world import load_world

SEED = 20261122
STATES = 40
DAYS = 365
CODES = ("020", "036", "040", "042", "043", "046", "051", "061", "071", "111", "112", "120", "130", "173", "190", "193")
FORMATS = ("dyads", "plover", "cameo")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    rows: int = parser.parse_args().rows
    with TemporaryDirectory() as folder, dragoman.open_case(Path(folder) / "x.case", settings=Settings()) as case:
        file = Path(folder) / "events.tab"
        file.write_text(make_rows(rows), "utf-8")
        took = {"read": seconds(lambda: case.read(file))}
        for form in FORMATS:
            took[form] = seconds(lambda form=form: case.export(form, Path(folder) / form))
        assert case.file.counts().events == rows
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"rows": rows, **{name: round(value, 1) for name, value in took.items()}, "megabytes": held}))


def make_rows(count: int) -> str:
    """Return a table of ICEWS with that many rows."""
    chance = random.Random(SEED)
    states = [a.name for a in load_world().actors.values() if a.id.startswith("state:") and len(a.code) == 3][:STATES]
    lines = ["\t".join(COLUMNS)]
    for number in range(count):
        source, target = chance.sample(states, 2)
        day = date(2014, 1, 1) + timedelta(days=number * DAYS // count)
        cells = {
            "Event ID": str(number),
            "Event Date": day.isoformat(),
            "Source Name": source,
            "Source Country": source,
            "CAMEO Code": chance.choice(CODES),
            "Target Name": target,
            "Target Country": target,
        }
        lines.append("\t".join(cells.get(column, "") for column in COLUMNS))
    return "\n".join(lines) + "\n"


def seconds(do: Callable[[], object]) -> float:
    """Return the processor time that it takes."""
    started = time.process_time()
    do()
    return time.process_time() - started


if __name__ == "__main__":
    main()
