"""Read samples with the program and count what agrees with their annotation."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from cat_xml import Event, Sample, Timex
from classes import certainty_of, gold_certainty, polarity_of, time_of
from counts import ClassCounts, LinkCounts, Voice
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.model import Document, Span
from dragoman.read.parse import parse
from dragoman.read.status.assess import assess
from dragoman.read.times.find import find_times
from dragoman.read.voices.find import find_attributions, source_head

TIMEX_SCORER = Path(__file__).parents[1] / "timex" / "score.py"
OPEN = {"", "UNDERSPECIFIED"}


def load_timex_scorer() -> ModuleType:
    """Return the scorer of the task of time expressions, whose file is named as our own is."""
    spec = importlib.util.spec_from_file_location("timex_score", TIMEX_SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@dataclass
class Totals:
    """Everything that is counted over the documents."""

    links: LinkCounts = field(default_factory=LinkCounts)
    polarity: ClassCounts = field(default_factory=ClassCounts)
    certainty: ClassCounts = field(default_factory=ClassCounts)
    time: ClassCounts = field(default_factory=ClassCounts)
    timex: Any = field(default_factory=lambda: load_timex_scorer().Counts())
    events: int = 0

    def figures(self) -> dict[str, float]:
        found: dict[str, float] = {
            "attribution_precision": self.links.precision,
            "attribution_recall": self.links.recall,
            "attribution_f1": self.links.f1,
        }
        for name, counts in (("polarity", self.polarity), ("certainty", self.certainty), ("time", self.time)):
            found[f"{name}_accuracy"] = counts.accuracy
            found[f"{name}_macro_f1"] = counts.macro_f1
            found[f"{name}_majority_accuracy"] = counts.majority().accuracy
            found[f"{name}_majority_macro_f1"] = counts.majority().macro_f1
        timex = self.timex.figures()
        found |= {key: timex[key] for key in ("relaxed_f1", "strict_f1", "value_f1")}
        return {key: round(value, 4) for key, value in found.items()} | {"n": self.events}


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with its classes by our reading."""

    event: Event
    status: str
    polarity: str
    certainty: str
    time: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the program finds in one sample."""

    voices: tuple[Voice, ...]
    times: tuple[Timex, ...]
    events: tuple[Judged, ...]


def read_sample(sample: Sample, nlp: Language) -> Found:
    document = Document(id=sample.name, name=sample.name, uri=sample.name, text=sample.text, published=sample.published)
    doc = parse(document, nlp)
    times = find_times(doc, sample.published)
    return Found(
        voices=find_voices(doc),
        times=tuple(Timex(t.span.start, t.span.end, t.span.of(sample.text), t.type, t.value) for t in times),
        events=tuple(judge_event(doc, event) for event in sample.events),
    )


def find_voices(doc: Doc) -> tuple[Voice, ...]:
    voices = []
    for attribution in find_attributions(doc):
        head = source_head(doc, attribution)
        where = None if head is None else (head.idx, head.idx + len(head))
        voices.append(Voice(extents(attribution.cue), extents(attribution.content), where))
    return tuple(voices)


def extents(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def judge_event(doc: Doc, event: Event) -> Judged:
    """Return the classes of the syntactic head of the event's words."""
    span = doc.char_span(event.start, event.end, alignment_mode="expand")
    assert span is not None
    found = assess(span.root)
    return Judged(event, found.status.value, polarity_of(found), certainty_of(found), time_of(found, span.root))


def add_sample(totals: Totals, sample: Sample, found: Found) -> None:
    """Count one document, as far as it is annotated; what the annotators left open is not counted."""
    totals.links.add(sample.links, [voice for voice in found.voices if voice.cue[0][0] < sample.end])
    totals.timex.add(sample.times, [time for time in found.times if time.start < sample.end])
    totals.events += len(sample.events)
    for judged in found.events:
        event = judged.event
        if event.polarity not in OPEN:
            totals.polarity.pairs.append((event.polarity, judged.polarity))
        if gold_certainty(event.certainty):
            totals.certainty.pairs.append((gold_certainty(event.certainty), judged.certainty))
        if event.time not in OPEN:
            totals.time.pairs.append((event.time, judged.time))
