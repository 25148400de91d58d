"""A statement with what weighing needs of it beside it: family, participants, goods, when and where, whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.model import Document, Place, Statement, Status, Time
from dragoman.weigh.origins import interest_of, origin_of

# An article without a word on the time reports what happened in the days before it, or announces what comes soon.
NEWS_DAYS = 10
NOTICE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Families:
    """The vocabulary of weighing."""

    family: Mapping[str, str]
    lasting: frozenset[str]
    war_words: frozenset[str]
    includes: Mapping[str, frozenset[str]]
    contrary: Mapping[str, str]


@lru_cache(maxsize=1)
def load_families() -> Families:
    """Return the families of types as the vocabulary has them."""
    path = Path(__file__).parent.parent / "ontology" / "families.yaml"
    data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Families(
        family={kind: name for name, kinds in data["families"].items() for kind in kinds},
        lasting=frozenset(data["lasting"]),
        war_words=frozenset(data["war words"]),
        includes={k: frozenset(v) for k, v in data["goods that include others"].items()},
        contrary=data["contrary"],
    )


@dataclass(frozen=True, slots=True)
class Account:
    """One statement as an account of something: comparable with other accounts."""

    statement: Statement
    family: str
    lasting: bool
    agents: frozenset[str]
    targets: frozenset[str]
    goods: frozenset[str]
    time: Time
    is_stated: bool  # the time stands in the text; else it is taken from the date of publication
    origin: str
    interests: tuple[str, ...]

    @property
    def everyone(self) -> frozenset[str]:
        """Return all participants."""
        return self.agents | self.targets

    @property
    def directed(self) -> bool:
        """Say whether it matters who gives and who receives."""
        return bool(self.agents and self.targets) and self.statement.type != "AGREE"

    @property
    def place(self) -> Place | None:
        """Return where it happens; a visit without a named place happens in its host's country."""
        if self.statement.place is None and self.statement.mode == "visit" and len(self.statement.targets) == 1:
            host = self.statement.targets[0]
            return Place(text=host.name, country=host.code, precision="country")
        return self.statement.place


def account_of(statement: Statement, document: Document, outlets: Mapping[str, str]) -> Account:
    """Return the statement as an account."""
    families = load_families()
    goods = frozenset(statement.theme.goods) if statement.theme else frozenset()
    agents = frozenset(a.code for a in statement.agents)
    targets = frozenset(t.code for t in statement.targets)
    family = families.family.get(statement.type, statement.type)
    if family == "pact" and goods and len(agents | targets) > 1:
        family = "transfer"  # an arms deal is an account of arms that move
    time, is_stated = when(statement, document)
    return Account(
        statement=statement,
        family=family,
        lasting=_is_lasting(statement, family, families),
        agents=agents,
        targets=targets,
        goods=goods,
        time=time,
        is_stated=is_stated,
        origin=origin_of(statement, outlets),
        interests=interest_of(statement, outlets),
    )


def when(statement: Statement, document: Document) -> tuple[Time, bool]:
    """Return the time of a statement, and whether the text states it; else the days around the publication."""
    if statement.time.start or statement.time.end:
        return statement.time, True
    if document.published is None:
        return Time(), False
    return _around(document.published, statement.status), False


def _around(published: date, status: Status) -> Time:
    if status in (Status.PLANNED, Status.WANTED):
        return Time(start=published, end=published + timedelta(days=NOTICE_DAYS), precision="interval")
    return Time(start=published - timedelta(days=NEWS_DAYS), end=published, precision="interval")


def _is_lasting(statement: Statement, family: str, families: Families) -> bool:
    if family == "fight":
        trigger = statement.evidence.trigger
        quote = statement.evidence.quote
        word = quote[trigger.start - statement.evidence.start : trigger.end - statement.evidence.start].lower()
        return any(
            word == w or word in (w + "s", w + "ed", w + "d", w + "ing", w[:-1] + "ing") for w in families.war_words
        )
    return family in families.lasting or statement.type in families.lasting
