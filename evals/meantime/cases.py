"""The sentences written for the project, their events marked: `[closed|PCN|said|Norway]`.

The letters: positive or negative, certain or uncertain, future or not (a dash leaves it open). Then, where someone
tells of the event, the telling event's word and, where the sentence names one, the speaker.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from cat_xml import Event, Extent, Link, Sample
from measure import Totals, add_sample, read_sample
from spacy.language import Language

CASES = Path(__file__).with_name("cases.jsonl")
MARK = re.compile(r"\[([^\]|]+)\|([PN-])([CU-])([FN-])(?:\|([^\]|]+))?(?:\|([^\]|]+))?\]")
POLARITY = {"P": "POS", "N": "NEG", "-": ""}
CERTAINTY = {"C": "CERTAIN", "U": "POSSIBLE", "-": ""}
TIME = {"F": "FUTURE", "N": "NON_FUTURE", "-": ""}


def read_cases(path: Path = CASES) -> Iterator[Sample]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield read_case(f"case {number}", json.loads(line)["text"])


def read_case(name: str, marked: str) -> Sample:
    text, at = "", 0
    told: dict[str, tuple[str, str]] = {}
    events: dict[str, Event] = {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        word, polarity, certainty, time, source, speaker = mark.groups()
        id_ = str(len(events)) if word in events else word
        start = len(text)
        text += word
        events[id_] = Event(id_, start, len(text), POLARITY[polarity], CERTAINTY[certainty], TIME[time])
        if source:
            told[id_] = (source, speaker or "")
    text += marked[at:]
    links = tuple(Link(events[s], events[id_], find(text, speaker)) for id_, (s, speaker) in told.items())
    return Sample(name, text, None, tuple(events.values()), links, (), len(text))


def find(text: str, speaker: str) -> tuple[Extent, ...]:
    at = text.find(speaker) if speaker else -1
    return ((at, at + len(speaker)),) if at >= 0 else ()


def score_cases(nlp: Language) -> tuple[Totals, list[str]]:
    """Return the totals, and a line for each thing that is not as expected."""
    totals, wrong = Totals(), []
    for sample in read_cases():
        one = Totals()
        found = read_sample(sample, nlp)
        add_sample(totals, sample, found)
        add_sample(one, sample, found)
        if one.links.f1 < 1 and (one.links.gold or one.links.found):
            wrong.append(f"links {one.links.told}/{one.links.gold}, {one.links.found} found: {sample.text}")
        for counts in (one.polarity, one.certainty, one.time):
            pairs = zip(counts.pairs, sample.events, strict=False)
            wrong += [
                f"{gold}, not {ours}: {event.id!r} in {sample.text}" for (gold, ours), event in pairs if gold != ours
            ]
    return totals, wrong


if __name__ == "__main__":
    from dragoman.read.parse import load_parser

    totals, wrong = score_cases(load_parser())
    sys.stdout.write("\n".join([*wrong, json.dumps(totals.figures())]) + "\n")
