"""Resolve "the two leaders", "both countries", "either side": the last several referents of the fitting sort.

1. Those who deny are those who were accused.
2. The parts of a conjunction or plural phrase in this sentence or the one before it.
3. The best pair (or more) by prominence, recency and whether the text mentioned them together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import combinations

from spacy.tokens import Token

from dragoman.read.mentions.discourse import Discourse, Referent, Seen
from dragoman.read.mentions.noun_phrases import clause_of, is_locative
from dragoman.read.mentions.nouns import WORDS

SENTENCES_BACK = 6
# A pair that was mentioned together is preferred to the two most prominent ones; weights set on the cases of
# evals/reference and the articles that they imitate.
TOGETHER = 1.5
CONJOINED = 1.0
CO_ARGUMENTS = 1.0  # subject and object of one verb
PER_LOG_TOTAL = 0.6
PER_SENTENCE = -0.7
PROJECTED = -0.6  # a state that is there only through a person who acts for it
TELLER = -1.0  # who says that "the two countries" did something is less likely one of them
PLACE = -1.0  # "in Ukraine" names where, not who
ROLE = {"subject": 1.5, "object": 1.2, "possessor": 0.8, "prepositional": 0.9, "other": 0.7, "modifier": -0.2}
WITHIN = frozenset({"compound", "amod", "nmod", "poss"})
CHAINED = frozenset({"xcomp", "conj", "advcl", "relcl"})
CONTENTS = frozenset({"ccomp", "pcomp", "acl"})
CANDIDATES = 6  # the best so many are combined


Projection = Callable[[Referent], Referent | None]
Row = tuple[float, Referent, Seen]


def choose_several(head: Token, count: int | None, project: Projection, discourse: Discourse) -> tuple[Referent, ...]:
    """Return the `count` referents (two when None) that a plural takes up.

    `project` maps a referent to the one of the wanted sort that it stands for, or to None.
    """
    rows = _rows(head, project, discourse)
    here = discourse.sentence_of[head.i]
    accused = _accused(head, rows)
    if len(accused) == (count or 2):
        return accused
    newer = {row[1].key for row in rows if row[2].sentence == here}
    group = _last_group(head, count, project, discourse)
    again = {part.key for part in group} == newer or any(child.lower_ in ("these", "those") for child in head.lefts)
    if group and (again or len(newer) < (count or 2)):
        return group
    pool: dict[str, Row] = {}
    for row in rows:
        if row[1].key not in pool or pool[row[1].key][0] < row[0]:
            pool[row[1].key] = row
    wanted = count or 2
    best = sorted(pool.values(), key=lambda row: -row[0])[:CANDIDATES]
    if len(best) < wanted:
        return ()
    pairs = list(combinations(best, wanted))
    tellers = {row[1].key for row in rows if _tells(row[2].head, head)}
    # Who tells of "the two countries" is one of them only where the text spoke of them together before.
    own = [some for some in pairs if not tellers & _keys(some) or _last_together(some, rows) is not None]
    chosen = max(own or pairs, key=lambda some: _joint(some, rows))
    return tuple(row[1] for row in sorted(chosen, key=lambda row: row[2].at))


def _rows(head: Token, project: Projection, discourse: Discourse) -> list[Row]:
    """Return each mention within reach with the referent of the wanted sort that it stands for, and its score."""
    here = discourse.sentence_of[head.i]
    found: list[Row] = []
    for referent in discourse.referents:
        wanted = project(referent) if referent.sort != "several" else None
        if wanted is None or wanted.is_plural:
            continue
        for seen in referent.seen:
            if seen.at < head.i and here - seen.sentence <= SENTENCES_BACK:
                score = PER_SENTENCE * (here - seen.sentence) + ROLE[seen.role]
                score += PLACE * (seen.head.dep_ == "pobj" and is_locative(seen.head))
                score += TELLER * _tells(seen.head, head)
                score += PER_LOG_TOTAL * math.log(1 + wanted.total) + PROJECTED * (wanted is not referent)
                found.append((score, wanted, seen))
    return found


def _joint(some: tuple[Row, ...], rows: list[Row]) -> float:
    """Return the score of several together: their own, and how closely the last sentence with all joins them."""
    score = sum(row[0] for row in some)
    together = _last_together(some, rows)
    if together is None:
        return score
    last, pairs = together
    bonus = TOGETHER + CONJOINED * any(a in b.conjuncts for a, b in pairs)
    bonus += CO_ARGUMENTS * any(_are_arguments(a, b) for a, b in pairs)
    newest = max(row[2].sentence for row in rows)
    return score + bonus + PER_SENTENCE * (newest - last)


def _keys(some: tuple[Row, ...]) -> set[str]:
    return {row[1].key for row in some}


def _last_together(some: tuple[Row, ...], rows: list[Row]) -> tuple[int, list[tuple[Token, Token]]] | None:
    """Return the last sentence in which all take part in what is told, and their heads there in pairs."""
    mentions = [row for row in rows if row[1].key in _keys(some)]
    shared = set.intersection(*({row[2].sentence for row in mentions if row[1].key == key} for key in _keys(some)))
    for sentence in sorted(shared, reverse=True):
        there = [row for row in mentions if row[2].sentence == sentence]
        pairs = [(a[2].head, b[2].head) for a, b in combinations(there, 2) if a[1].key != b[1].key]
        if any(not _speaks_of(a, b) and not _speaks_of(b, a) for a, b in pairs):
            return sentence, pairs
    return None


def _speaks_of(a: Token, b: Token) -> bool:
    """Say whether one only says or thinks what the other does: "Peru's envoys doubted that Chad had agreed"."""
    own = clause_of(b)
    while own != a.head and own.dep_ in CHAINED and own.head != own:
        own = own.head  # "hopes to meet": one clause
    return _tells_clause(a, own) and own.dep_ in CONTENTS


def _tells(candidate: Token, head: Token) -> bool:
    """Say whether the candidate is the subject of a verb that the phrase's clause depends on."""
    return _tells_clause(candidate, clause_of(head))


def _tells_clause(candidate: Token, clause: Token) -> bool:
    while candidate.dep_ in WITHIN:
        candidate = candidate.head  # "Peru's envoys doubt"
    return candidate.dep_ == "nsubj" and candidate.head != clause and candidate.head.is_ancestor(clause)


def _are_arguments(a: Token, b: Token) -> bool:
    subjects = ("nsubj", "nsubjpass")
    return a.head == b.head and (a.dep_ in subjects) != (b.dep_ in subjects) and "dobj" in (a.dep_, b.dep_)


def _accused(head: Token, rows: list[Row]) -> tuple[Referent, ...]:
    """Return those whom the last accusation is about, when the phrase is the subject of a denial."""
    if clause_of(head).lemma_.lower() not in WORDS["denying"]:
        return ()
    found: dict[str, Referent] = {}
    for _, referent, seen in sorted(rows, key=lambda row: row[2].at):
        verb = next((t for t in seen.head.ancestors if t.lemma_.lower() in WORDS["accusing"]), None)
        accusers = [child for child in verb.lefts if child.dep_ == "nsubj"] if verb is not None else []
        if verb is not None and not any(a == seen.head or a.is_ancestor(seen.head) for a in accusers):
            found[referent.key] = referent
    return tuple(found.values())


def _last_group(head: Token, count: int | None, project: Projection, discourse: Discourse) -> tuple[Referent, ...]:
    """Return the parts of the last plural of this sort and number, in this sentence or the last."""
    groups = [(seen.at, r) for r, seen in discourse.recent(head, 1) if r.sort == "several"]
    for _, group in sorted(groups, key=lambda row: -row[0]):
        parts = [project(part) for part in group.parts]
        fit = [part for part in parts if part is not None]
        if len(fit) == len(parts) and (count is None or len(fit) == count) and len({p.key for p in fit}) == len(fit):
            return tuple(fit)
    return ()
