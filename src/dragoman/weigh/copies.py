"""Copies of one text among documents, kept up as documents come and go.

Two documents are copies when they share enough of their shingles (origins.py); a group of copies has one outlet. A new
document is held against those that share a shingle with it, and its group, as it was and as it is, is named anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model import Document
from dragoman.weigh.origins import (
    COPY_SHARE,
    FEWEST_SHARED,
    FORMULA_DOCUMENTS,
    canonical_outlet,
    own_name,
    shingles_of,
)

if TYPE_CHECKING:
    from dragoman.weigh.shelves import Row, Shelves


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is kept of document `id`: its shingles, its group of copies (the least id of them), and their outlet."""

    id: str
    shingles: tuple[int, ...]
    published: date | None
    credit: str | None
    name: str
    group: str = ""
    outlet: str = ""


def update_outlets(shelves: Shelves, changed: Collection[str], documents: Mapping[str, Document]) -> dict[str, str]:
    """Note which documents there are, and return the outlets of those that changed or came by another outlet."""
    before = shelves.papers.get(changed)
    after = {id_: _paper(documents[id_]) for id_ in changed if id_ in documents}
    crossed = _replace_shingles(shelves, before, after)
    shelves.papers.drop(before.keys() - after.keys())
    known = {**shelves.papers.get(crossed - set(changed)), **after}
    groups, known = _regroup(shelves, known, {p.group for p in before.values()})
    outlets = {}
    renamed = []
    for members in groups:
        outlet = _outlet(members)
        for paper in members:
            now = replace(paper, group=members[0].id, outlet=outlet)
            if now != paper:
                renamed.append(now)
            if paper.id in after or paper.outlet != outlet:
                outlets[paper.id] = outlet
    shelves.copies.drop((p.group, 0, 0, p.id) for p in (*before.values(), *known.values()) if p.group)
    shelves.copies.put((members[0].id, 0, 0, paper.id) for members in groups for paper in members)
    shelves.papers.put(renamed)
    return outlets


def _paper(document: Document) -> Paper:
    return Paper(
        id=document.id,
        shingles=tuple(sorted(shingles_of(document))),
        published=document.published,
        credit=document.origin,
        name=own_name(document),
    )


def _replace_shingles(shelves: Shelves, before: Mapping[str, Paper], after: Mapping[str, Paper]) -> set[str]:
    """Note the shingles, and return the documents of which a shingle became a formula, or is one no longer."""
    gone, come = _rows(before.values()), _rows(after.values())
    shelves.shingles.drop(gone - come)
    shelves.shingles.put(come - gone)
    if shelves.is_fresh:
        return set()
    change = Counter(row[0] for row in come - gone)
    change.subtract(row[0] for row in gone - come)
    crossed: set[str] = set()
    for shingle, rows in shelves.shingles.under(shingle for shingle, count in change.items() if count).items():
        if (len(rows) > FORMULA_DOCUMENTS) != (len(rows) - change[shingle] > FORMULA_DOCUMENTS):
            crossed.update(id_ for _, _, _, id_ in rows)
    return crossed


def _rows(papers: Iterable[Paper]) -> set[Row]:
    return {(_key(shingle), 0, 0, paper.id) for paper in papers for shingle in paper.shingles}


def _key(shingle: int) -> str:
    return format(shingle, "x")


def _regroup(
    shelves: Shelves, known: Mapping[str, Paper], dissolved: Iterable[str]
) -> tuple[list[list[Paper]], dict[str, Paper]]:
    """Return the groups of copies of these documents, of the groups they were in, and of all that these reach."""
    known = dict(known)
    groups = set(dissolved) | {p.group for p in known.values()}
    _add_groups(shelves, known, groups - {""}, set())
    seen_groups = groups
    copies: dict[str, set[str]] = {}
    waiting = sorted(known)
    while waiting:
        for id_ in waiting:
            copies[id_] = _copies_of(shelves, known, known[id_])
        groups = {known[id_].group for id_ in known} - {""}
        _add_groups(shelves, known, groups, seen_groups)
        seen_groups = seen_groups | groups
        waiting = sorted(known.keys() - copies.keys())
    return _components(known, copies), known


def _add_groups(shelves: Shelves, known: dict[str, Paper], groups: set[str], seen: set[str]) -> None:
    if shelves.is_fresh:
        return
    ids = {row[3] for rows in shelves.copies.under(groups - seen).values() for row in rows}
    known.update(shelves.papers.get(ids - known.keys()))


def _copies_of(shelves: Shelves, known: dict[str, Paper], paper: Paper) -> set[str]:
    """Return the documents that share their text with this one; those not known yet become known."""
    shared: Counter[str] = Counter()
    for rows in shelves.shingles.under(map(_key, paper.shingles)).values():
        if 1 < len(rows) <= FORMULA_DOCUMENTS:
            shared.update(row[3] for row in rows)
    likely = {id_ for id_, count in shared.items() if count >= FEWEST_SHARED and id_ != paper.id}
    others = {id_: known[id_] for id_ in likely if id_ in known}
    others.update(shelves.papers.get(likely - known.keys()))
    found = set()
    for id_, other in others.items():
        if shared[id_] >= COPY_SHARE * max(1, min(len(paper.shingles), len(other.shingles))):
            known.setdefault(id_, other)
            found.add(id_)
    return found


def _components(known: Mapping[str, Paper], copies: Mapping[str, set[str]]) -> list[list[Paper]]:
    groups = []
    left = dict.fromkeys(sorted(known))
    while left:
        group, waiting = set(), [next(iter(left))]
        while waiting:
            id_ = waiting.pop()
            if id_ not in group:
                group.add(id_)
                del left[id_]
                waiting.extend(copies[id_])
        groups.append([known[id_] for id_ in sorted(group)])
    return groups


def _outlet(members: Iterable[Paper]) -> str:
    """Return the outlet of a group of copies: the agency that the earliest credits, else the earliest's own name."""
    by_age = sorted(members, key=lambda p: (p.published or date.max, bool(p.credit), p.id))
    return canonical_outlet(next((p.credit for p in by_age if p.credit), None) or by_age[0].name)
