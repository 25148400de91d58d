"""The measures: links of attribution, and the classes of events with the baseline of the larger class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cat_xml import Extent, Link

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Voice:
    """One attribution as found: extents of cue and content, and of the head of the source where one is named."""

    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    source_head: Extent | None

    def tells(self, link: Link) -> bool:
        """Say whether this attribution gives the link's target a voice: that of its source event or of its speaker."""
        target = (link.target.start, link.target.end)
        if not any(overlap(piece, target) for piece in self.content):
            return False
        if any(overlap(piece, (link.source.start, link.source.end)) for piece in self.cue):
            return True
        head = self.source_head
        return head is not None and any(overlap(head, speaker) for speaker in link.speakers)


def overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@dataclass
class LinkCounts:
    """A link is right where some attribution tells it; an attribution is right where it tells some link."""

    gold: int = 0
    found: int = 0
    told: int = 0
    telling: int = 0

    def add(self, links: Sequence[Link], voices: Sequence[Voice]) -> None:
        self.gold += len(links)
        self.found += len(voices)
        self.told += sum(any(voice.tells(link) for voice in voices) for link in links)
        self.telling += sum(any(voice.tells(link) for link in links) for voice in voices)

    @property
    def precision(self) -> float:
        return self.telling / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.told / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class ClassCounts:
    """Pairs of gold class and found class."""

    pairs: list[Pair] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        return sum(gold == found for gold, found in self.pairs) / len(self.pairs) if self.pairs else 0.0

    @property
    def macro_f1(self) -> float:
        return mean_f1(self.pairs)

    def majority(self) -> ClassCounts:
        """Return the counts of a reader that always says what is most frequent in the gold."""
        most = Counter(gold for gold, _ in self.pairs).most_common(1)
        return ClassCounts([(gold, most[0][0]) for gold, _ in self.pairs])


def mean_f1(pairs: Sequence[Pair]) -> float:
    """Return the mean F1 of the classes of the gold."""
    scores = [class_f1(pairs, name) for name in sorted({gold for gold, _ in pairs})]
    return sum(scores) / len(scores) if scores else 0.0


def class_f1(pairs: Iterable[Pair], name: str) -> float:
    hits = named = 0
    for gold, found in pairs:
        hits += gold == found == name
        named += (gold == name) + (found == name)
    return 2 * hits / named if named else 0.0
