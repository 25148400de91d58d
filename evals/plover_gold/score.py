"""The rules by which PLOVER events are scored against the gold standard records.

A unit is a text with its gold events. Codes count by their first three letters; IGO, NGO and the like are one class.
A gold event of several sources and no target is reciprocal: an unordered pair, as a predicted event of that shape is.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

FOLDED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "CONCEDE"}
ALIASES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU", "TMP": "TLS", "UNO": "IGO"}
INTERNATIONAL = frozenset({"IGO", "NGO", "NGM", "INT", "MNC", "UIS"})
NO_COUNTRY = frozenset({"INT", "IMG", "ISM"})
SECTORS = frozenset(
    "GOV REB MIL CVL OPP COP REF LEG ELI JUD UAF MED EDU LAB MOS JRN PTY CRM SPY SOC BUS AGR REL CHR MUS SEP INS DEV "
    "ENV HRI RAD".split()
)
NO_CODE = ("---", "~", "#", "+++")
Triple = tuple[bool, str | None, str | None, str]  # is it an unordered pair, source, target, type


@dataclass(frozen=True)
class Event:
    """An event with country codes, as given in the gold or predicted."""

    type: str
    sources: tuple[str | None, ...]
    targets: tuple[str | None, ...]
    mutual: bool

    def triples(self, *, once: bool) -> list[Triple]:
        """Return the pairs that the event stands for; with `once`, repeated codes count once."""
        if self.mutual:
            codes = [c for c in (*self.sources, *self.targets) if c]
            names = list(dict.fromkeys(codes))
            if len(names) == 1:
                return [(len(codes) > 1, names[0], names[0] if len(codes) > 1 else None, self.type)]
            return [(True, *sorted(pair), self.type) for pair in itertools.combinations(names, 2)] or [
                (False, None, None, self.type)
            ]
        sources = _unique(self.sources) if once else [s for s in self.sources if s]
        targets = _unique(self.targets) if once else [t for t in self.targets if t]
        return [(False, s, t, self.type) for s in sources or [None] for t in targets or [None]]


@dataclass
class Counts:
    """Hits among the predicted, the predicted, hits among the gold, the gold: by measure."""

    rows: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, measure: str, hits_predicted: int, predicted: int, hits_gold: int, gold: int) -> None:
        row = self.rows.setdefault(measure, Counter())
        row.update(hp=hits_predicted, p=predicted, hg=hits_gold, g=gold)

    def f1(self, measure: str) -> float:
        row = self.rows.get(measure, Counter())
        precision, recall = row["hp"] / max(1, row["p"]), row["hg"] / max(1, row["g"])
        return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0


def country(code: str | None) -> str | None:
    """Return the primary code: the first three letters, None where they are no country or class."""
    if not code or code.strip().startswith(NO_CODE):
        return None
    head = code.strip()[:3].upper()
    if len(head) < 3 or not head.isalpha() or head in SECTORS:
        return None
    head = ALIASES.get(head, head)
    return "INT" if head in INTERNATIONAL else head


def predicted_event(kind: str, sources: Sequence[str], targets: Sequence[str]) -> Event:
    """Return a predicted event; codes that are no country are left out."""
    found = [c for s in sources if (c := country(s))], [c for t in targets if (c := country(t))]
    return Event(FOLDED.get(kind, kind), tuple(found[0]), tuple(found[1]), len(found[0]) > 1 and not found[1])


def gold_event(record: dict[str, Any]) -> Event:
    """Return the event of a gold record."""
    sources, targets = (_codes(record.get(role)) for role in ("source", "target"))
    mutual = (len(sources) > 1 and not targets) or "SRC/TAR" in json.dumps(record.get("textInfo") or "")
    return Event(FOLDED.get(record["event"], record["event"]), tuple(sources), tuple(targets), mutual)


def figures(units: Iterable[tuple[Sequence[Event], Sequence[Event]]]) -> dict[str, float]:
    """Return the figures over units of (gold events, predicted events in their order)."""
    counts = Counts()
    total = first = covered = events = any_right = 0
    for gold, predicted in units:
        total += 1
        covered += bool(predicted)
        first += bool(predicted) and predicted[0].type in {g.type for g in gold}
        _count_sets(counts, "type", {g.type for g in gold}, {p.type for p in predicted})
        _count_sets(counts, "country", _countries(gold), _countries(predicted))
        _count_pairs(counts, "dyad", gold, predicted, typed=False)
        events += len(gold)
        any_right += _count_pairs(counts, "joint", gold, predicted, typed=True)
    return {
        "acc1": round(first / max(1, total), 4),
        "type_f1": counts.f1("type"),
        "country_f1": counts.f1("country"),
        "dyad_f1": counts.f1("dyad"),
        "joint_f1": counts.f1("joint"),
        "joint_event_any": round(any_right / max(1, events), 4),
        "coverage": round(covered / max(1, total), 4),
        "n": events,
    }


def _count_sets(counts: Counts, measure: str, gold: set[str], predicted: set[str]) -> None:
    hits = len(gold & predicted)
    counts.add(measure, hits, len(predicted), hits, len(gold))


def _count_pairs(
    counts: Counts, measure: str, gold: Sequence[Event], predicted: Sequence[Event], *, typed: bool
) -> int:
    """Count pairs and return how many gold events have one right."""
    wanted = [(n, t) for n, event in enumerate(gold) for t in event.triples(once=not event.mutual)]
    given = list(dict.fromkeys(t for event in predicted for t in event.triples(once=not event.mutual)))
    if not typed:
        given = list(dict.fromkeys((u, s, t, "") for u, s, t, _ in given))
    hits_gold = {i for i, (_, g) in enumerate(wanted) if any(_matches(p, g, typed) for p in given)}
    hits_given = sum(any(_matches(p, g, typed) for _, g in wanted) for p in given)
    # Two directions predicted for one unordered pair count once.
    doubles = sum(max(0, sum(_matches(p, g, typed) for p in given) - 1) for _, g in wanted if g[0])
    counts.add(measure, hits_given - doubles, len(given) - doubles, len(hits_gold), len(wanted))
    return len({wanted[i][0] for i in hits_gold})


def _matches(predicted: Triple, gold: Triple, typed: bool) -> bool:
    if typed and predicted[3] != gold[3]:
        return False
    sides, wanted = {predicted[1], predicted[2]}, {gold[1], gold[2]}
    if predicted[0] or gold[0]:
        return wanted - {None} <= sides if None in wanted else sides == wanted
    return gold[1] in (None, predicted[1]) and gold[2] in (None, predicted[2])


def _countries(events: Iterable[Event]) -> set[str]:
    return {c for e in events for c in (*e.sources, *e.targets) if c} - NO_COUNTRY


def _codes(actors: Any) -> list[str | None]:
    listed = [a for a in actors if isinstance(a, dict)] if isinstance(actors, list) else []
    return [country((a.get("code") or "")[:3]) for a in listed]


def _unique(codes: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(c for c in codes if c))
