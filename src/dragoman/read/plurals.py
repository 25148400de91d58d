"""Resolve "the two leaders", "both countries", "either side": the last several referents of the fitting sort."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations

from spacy.tokens import Token

from dragoman.read.discourse import Discourse, Referent, Seen

SENTENCES_BACK = 6
# A pair that was mentioned together is preferred to the two most prominent ones; weights set on the cases of evals/reference.
TOGETHER = 1.5
CONJOINED = 1.0
PER_LOG_TOTAL = 0.8
PER_SENTENCE = -0.7
PROJECTED = -0.6  # a state that is there only through a person who acts for it
ROLE = {"subject": 1.5, "object": 1.2, "possessor": 0.8, "prepositional": 0.9, "other": 0.7, "modifier": 0.5}

Projection = Callable[[Referent], Referent | None]


def choose_several(head: Token, count: int | None, project: Projection, discourse: Discourse) -> tuple[Referent, ...]:
    """Return `count` referents (two when None) that the plural phrase takes up; `project` maps to the wanted sort or None."""
    group = _last_group(head, count, project, discourse)
    if group:
        return group
    pool: dict[str, tuple[float, Referent, Seen]] = {}
    here = discourse.sentence_of[head.i]
    for referent, seen in discourse.recent(head, SENTENCES_BACK):
        wanted = project(referent) if referent.sort != "several" else None
        if wanted is None or wanted.is_plural:
            continue
        score = PER_SENTENCE * (here - seen.sentence) + ROLE[seen.role] + PER_LOG_TOTAL * math.log(1 + wanted.total)
        score += PROJECTED * (wanted is not referent)
        if wanted.key not in pool or pool[wanted.key][0] < score:
            pool[wanted.key] = (score, wanted, seen)
    wanted_count = count or 2
    if len(pool) < wanted_count:
        return ()
    best = max(combinations(sorted(pool.values(), key=lambda row: -row[0])[:6], wanted_count), key=_joint)
    return tuple(row[1] for row in sorted(best, key=lambda row: row[2].at))


def _joint(rows: tuple[tuple[float, Referent, Seen], ...]) -> float:
    score = sum(row[0] for row in rows)
    if len({row[2].sentence for row in rows}) == 1:
        score += TOGETHER
    heads = [row[2].head for row in rows]
    if any(a in b.conjuncts for a, b in combinations(heads, 2)):
        score += CONJOINED
    return score


def _last_group(head: Token, count: int | None, project: Projection, discourse: Discourse) -> tuple[Referent, ...]:
    """Return the parts of the last conjunction or plural phrase of this sort and number, within two sentences."""
    groups = [(seen.at, r) for r, seen in discourse.recent(head, 2) if r.sort == "several"]
    for _, group in sorted(groups, key=lambda row: -row[0]):
        parts = [project(part) for part in group.parts]
        fit = [part for part in parts if part is not None]
        if len(fit) == len(parts) and (count is None or len(fit) == count) and len({p.key for p in fit}) == len(fit):
            return tuple(fit)
    return ()
