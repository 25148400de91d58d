"""The rules by which statements are scored against the hand-made ones of the seed documents.

A statement matches a gold record when their spans overlap and its type is one of the record's; pairs are made one to
one, best actor agreement first. Core records count double. Quotes must stand in the document, white space aside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

POOLED = frozenset({"CONSULT", "AGREE", "COOPERATE", "ALLY", "OPPOSE"})
UNSCORED = frozenset({"HOLD", "LEAD", "BELONG"})
LONGEST_QUOTE = 500
Record = dict[str, Any]


@dataclass(frozen=True)
class Match:
    """A statement against a gold record: actors right, actors too many, actors missed, status, voice."""

    gold: int
    statement: int
    right: int
    extra: int
    missed: int
    status: bool
    voice: bool
    length: int
    is_open: bool

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.right - self.extra - self.missed, self.status + self.voice, -self.length


def find(quote: str, text: str) -> list[tuple[int, int]]:
    """Return where the quote stands in the text, white space aside."""
    pattern = r"\s*".join(re.escape(c) for c in "".join(quote.split()))
    return [m.span() for m in re.finditer(pattern, text)] if pattern else []


def score(documents: Iterable[tuple[str, Sequence[Record], Sequence[Record]]]) -> dict[str, float]:
    """Return the figures over (text, gold records, statements) of each document."""
    total: Counter[str] = Counter()
    for text, gold, statements in documents:
        spans = [_spans(s, text) for s in statements]
        total["unfaithful"] += sum(not s for s in spans)
        matches = _pair_off(_candidates(gold, statements, spans))
        for match in matches:
            weight = 2 if gold[match.gold]["core"] else 1
            whole = not match.extra and not match.missed and match.status and match.voice
            total.update(found=weight, whole=weight * whole, right=match.right, extra=match.extra, missed=match.missed)
            total.update(matched=1, status=match.status, voice=match.voice)
        taken, used = {m.gold for m in matches}, {m.statement for m in matches}
        for number, record in enumerate(gold):
            total.update(gold=1, weight=2 if record["core"] else 1)
            if number not in taken:
                total["missed"] += sum("" not in a for a in record["agents"] + record["targets"])
        counted = sum(i in used or s["type"] not in UNSCORED for i, s in enumerate(statements))
        total.update(used=len(used), statements=counted)
    return _figures(total)


def _figures(total: Counter[str]) -> dict[str, float]:
    def share(part: str, *whole: str) -> float:
        return round(total[part] / max(1, sum(total[w] for w in whole)), 3)

    precision, recall = (total["right"] / max(1, total["right"] + total[w]) for w in ("extra", "missed"))
    return {
        "found": share("found", "weight"),
        "precision": share("used", "statements"),
        "actor_f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "status": share("status", "matched"),
        "voice": share("voice", "matched"),
        "whole": share("whole", "weight"),
        "unfaithful": total["unfaithful"],
        "statements": total["statements"],
        "n": total["gold"],
    }


def _spans(statement: Record, text: str) -> list[tuple[int, int]]:
    quote = statement["evidence"]["quote"]
    return find(quote, text) if len(quote) <= LONGEST_QUOTE else []


def _candidates(
    gold: Sequence[Record], statements: Sequence[Record], spans: Sequence[Sequence[tuple[int, int]]]
) -> Iterable[Match]:
    for j, statement in enumerate(statements):
        for i, record in enumerate(gold):
            overlaps = any(b < record["end"] and record["start"] < e for b, e in spans[j])
            if overlaps and statement["type"] in record["types"]:
                right, extra, missed = _agreement(record, statement)
                voices = statement.get("voices") or [{"code": ""}]
                yield Match(
                    gold=i,
                    statement=j,
                    right=right,
                    extra=extra,
                    missed=missed,
                    status=statement["status"] in record["status"],
                    voice=voices[0]["code"] in record["voice"],
                    length=min(e - b for b, e in spans[j]),
                    is_open=not record["agents"] and not record["targets"],
                )


def _pair_off(candidates: Iterable[Match]) -> list[Match]:
    done: list[Match] = []
    ranked = sorted((c for c in candidates if c.right or c.is_open), key=lambda c: c.rank, reverse=True)
    for match in ranked:
        if all(match.gold != d.gold and match.statement != d.statement for d in done):
            done.append(match)
    return done


def _agreement(record: Record, statement: Record) -> tuple[int, int, int]:
    """Return how many actors are right, too many, and missed; mutual types pool both sides."""
    pooled = statement["type"] in POOLED and not ("AID" in record["types"] and record["targets"])
    sides = ("agents", "agents" if pooled else "targets")
    left = list(
        dict.fromkeys(
            (side, actor["code"])
            for role, side in zip(("agents", "targets"), sides, strict=True)
            for actor in statement.get(role, ())
        )
    )
    right = missed = 0
    for role, side in zip(("agents", "targets"), sides, strict=True):
        for codes in record[role]:
            hit = next((p for p in left if p[0] == side and (p[1] in codes or "*" in codes)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
            elif "" not in codes:
                missed += 1
    return right, len(left), missed
