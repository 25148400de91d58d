"""The first step of weighing: what the documents that changed tell, in place of what they told before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.model import Document, Ruling, Statement
from dragoman.weigh.account import Account, accounts_of
from dragoman.weigh.candidates import FEW, MOST_TOGETHER, spots_of
from dragoman.weigh.copies import update_outlets
from dragoman.weigh.desk import Desk
from dragoman.weigh.ruled import marks_of
from dragoman.weigh.shelves import Row, Shelves
from dragoman.weigh.telling import Telling, profile_of, tell


class Source(Protocol):
    """Where documents, what reading found in them, and people's rulings come from."""

    def documents(self, ids: Collection[str]) -> Mapping[str, Document]:
        """Return those of the documents that there are, by id."""

    def statements(self, ids: Collection[str]) -> Sequence[Statement]:
        """Return the statements of the documents."""

    def rulings(self) -> Sequence[Ruling]:
        """Return all rulings."""


@dataclass(frozen=True, slots=True)
class Retold:
    """Tellings that are gone, came or tell otherwise than before (`changed`), and how those `before` compared.

    `touched` are those of which links may differ now: beside what changed, what stood where few met and many do now.
    """

    changed: frozenset[str]
    touched: frozenset[str]
    before: Mapping[str, Account]


def retell(desk: Desk, source: Source, changed: Collection[str]) -> Retold:
    """Put on the shelves what the changed documents tell, and those that came by another outlet for their sake."""
    shelves = desk.shelves
    documents = dict(source.documents(changed))
    outlets = update_outlets(shelves, changed, documents)
    documents.update(source.documents(outlets.keys() - documents.keys()))
    old = desk.tellings([row[3] for rows in shelves.told.under({*changed, *documents}).values() for row in rows])
    new = {t.id: t for t in _tellings(source, documents, outlets)}
    before = desk.profiles(old)
    desk.replace_tellings(old.keys() - new.keys(), new.values())
    _replace(shelves, old.values(), new.values())
    differing = {id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_)}
    after = {id_: profile_of(t.accounts) for id_, t in new.items()}
    touched = {id_ for id_ in differing if before.get(id_) != after.get(id_)}
    crossed = _respot(
        shelves, {i: before[i] for i in touched & before.keys()}, {i: after[i] for i in touched & after.keys()}
    )
    desk.forget_profiles(touched)
    return Retold(frozenset(differing), frozenset(touched | crossed), before)


def _tellings(source: Source, documents: Mapping[str, Document], outlets: Mapping[str, str]) -> list[Telling]:
    statements = source.statements(documents.keys())
    return tell(accounts_of(statements, documents, outlets, marks_of(source.rulings(), statements)))


def _replace(shelves: Shelves, old: Iterable[Telling], new: Iterable[Telling]) -> None:
    gone, come = ({(t.document, 0, 0, t.id) for t in tellings} for tellings in (old, new))
    shelves.told.drop(gone - come)
    shelves.told.put(come - gone)


def _respot(shelves: Shelves, before: Mapping[str, Account], after: Mapping[str, Account]) -> set[str]:
    """Note where the tellings are met; return those that stand where few met and now many do, or the other way."""
    gone, come = _rows(before), _rows(after)
    shelves.spots.drop(gone - come)
    shelves.spots.put(come - gone)
    if shelves.is_fresh:
        return set()
    change = Counter(row[0] for row in come - gone)
    change.subtract(row[0] for row in gone - come)
    crossed: set[str] = set()
    for key, count in change.items():
        if count and key.startswith(FEW):
            rows = shelves.spots.between(key, 0, 0, MOST_TOGETHER + 1 + abs(count))
            if (len(rows) > MOST_TOGETHER) != (len(rows) - count > MOST_TOGETHER):
                crossed.update(row[3] for row in rows)
    return crossed


def _rows(profiles: Mapping[str, Account]) -> set[Row]:
    return {(*spot, id_) for id_, profile in profiles.items() for spot in spots_of(profile)}
