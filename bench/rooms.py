"""What voices, status, times, places and reference cost beside the parse: `python bench/rooms.py FILE.jsonl`.

FILE has one article a line (`text`, and `date` if any). In one process and in turn, article by article, the parse, and
then each room alone over that parse: attributions, mentions (reference), times, and the status of every word that a
statement stands on, with their times and places. Prints milliseconds an article and the ratio of all rooms to the
parse, as one JSON object; the goal is a quarter. `--articles N` chooses N articles at random, the same each time.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.model import Document, Reading
from dragoman.read.mentions.find import find_mentions
from dragoman.read.parse import parse
from dragoman.read.places import place_of
from dragoman.read.reader import Reader
from dragoman.read.recase import recaser
from dragoman.read.status.assess import assess
from dragoman.read.times.find import find_times, time_of
from dragoman.read.voices.find import find_attributions

sys.path.insert(0, str(Path(__file__).parent))
from reading_speed import load_articles

WARMING = 3  # articles before the clock starts: what is loaded on first use


class Clock:
    """Adds up the seconds of each room."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def time(self, room: str, do: Callable[[], Any]) -> Any:
        """Return what is done, its seconds of the processor added to the room's."""
        start = time.process_time()
        found = do()
        self.seconds[room] += time.process_time() - start
        return found


def measure(documents: list[Document], reader: Reader) -> dict[str, float]:
    """Return milliseconds an article by room, and the ratio of all rooms together to the parse."""
    clock = Clock()
    for number, document in enumerate(documents):
        if number == WARMING:
            clock = Clock()
        read_once(document, reader, reader.read(document), clock)
    count = len(documents) - WARMING
    figures = {room: round(1000 * seconds / count, 2) for room, seconds in clock.seconds.items()}
    rooms = sum(seconds for room, seconds in clock.seconds.items() if room != "parse")
    return {**figures, "ratio": round(rooms / clock.seconds["parse"], 3), "articles": count}


def read_once(document: Document, reader: Reader, whole: Reading, clock: Clock) -> None:
    """Let each room do its part for one article; `whole` says which triggers its statements stand on."""
    doc = clock.time("parse", lambda: parse(document, reader.nlp, recaser(reader.world)))
    attributions = clock.time("voices", lambda: find_attributions(doc))
    speakers = tuple((piece, a.source[0]) for a in attributions if a.source for piece in a.content if a.quoted)
    clock.time("reference", lambda: find_mentions(doc, document, reader.world, speakers))
    times = clock.time("times", lambda: find_times(doc, document.published))
    starts = {token.idx: token for token in doc}
    triggers = [t for s in whole.statements if (t := starts.get(s.evidence.trigger.start)) is not None]
    clock.time("status", lambda: [assess(token) for token in triggers])
    clock.time("times", lambda: [time_of(token, times) for token in triggers])
    clock.time("places", lambda: [place_of(token, reader.world) for token in triggers])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=120)
    options = parser.parse_args()
    print(json.dumps(measure(load_articles(options.file, options.articles), Reader())))


if __name__ == "__main__":
    main()
