"""Breaches: what a source says would break, or broke, what binds; never what the program concludes.

1. A statement whose trigger is a word of breaking and whose words name what binds ("would breach UN resolutions").
2. The deed is what the same sentence tells of by the same party.
3. It is noted at every obligation of that kind which binds that party, or was laid down by the one named; where there
   is none, the words make an obligation of their own: that party must not do that deed.
4. Who is told to have backed what binds ("which Russia itself backed") is noted as its backer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from dragoman.model import (
    Breach,
    Document,
    Event,
    Instrument,
    Modality,
    Obligation,
    Party,
    Quoted,
    Statement,
    Status,
)
from dragoman.ontology.load import read_yaml
from dragoman.system.goods import goods_anywhere
from dragoman.system.party import is_named, parties_of
from dragoman.system.wordings import sentence_around

_WORD = re.compile(r"[\w'’-]+")
_HAPPENED = frozenset({Status.ACTUAL})


@dataclass(frozen=True, slots=True)
class _Words:
    breaking: frozenset[str]
    binding: Mapping[str, Instrument]
    backing: frozenset[str]
    deeds: frozenset[str]
    auxiliaries: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    """A breach with what binds: its kind, its words, who laid it down, and the statements of the deed."""

    breach: Breach
    kind: Instrument
    name: str
    authority: tuple[Party, ...]
    deed: Statement | None
    act: str


@lru_cache(maxsize=1)
def _load_words() -> _Words:
    data: Any = read_yaml(Path(__file__).parent / "obligations.yaml")
    return _Words(
        breaking=frozenset(data["breaking"]),
        binding={word: Instrument(kind) for kind, words in data["binding"].items() for word in words},
        backing=frozenset(data["backing"]),
        deeds=frozenset(data["deeds"]),
        auxiliaries=frozenset(data["auxiliaries"]),
    )


def with_breaches(
    obligations: Sequence[Obligation],
    statements: Sequence[Statement],
    documents: Sequence[Document],
    events: Mapping[str, Event],
) -> list[Obligation]:
    """Return the obligations with their breaches and backers, and those that only a breach tells of."""
    texts = {document.id: document for document in documents}
    around: dict[str, list[Statement]] = {}
    for statement in statements:
        around.setdefault(statement.document, []).append(statement)
    done = {obligation.id: obligation for obligation in obligations}
    for statement in statements:
        for found in _breaches(statement, around[statement.document], texts[statement.document], events):
            fitting = [o for o in done.values() if _fits(o, found)]
            for obligation in fitting or [_made_of(found, done)]:
                done[obligation.id] = replace(
                    obligation, breaches=tuple(dict.fromkeys((*obligation.breaches, found.breach)))
                )
    backed = _backings(statements, texts)
    return [_with_backers(obligation, backed) for obligation in done.values()]


def _breaches(
    statement: Statement, around: Sequence[Statement], document: Document, events: Mapping[str, Event]
) -> Iterator[_Found]:
    words = _load_words()
    trigger = statement.evidence.trigger.of(document.text).lower().split(" ")[0]
    if trigger not in words.breaking or statement.status is Status.DENIED:
        return
    start, end = sentence_around(document.text, statement.evidence.trigger)
    after = document.text[statement.evidence.trigger.end : end]
    name, kind = _binds(after)
    if kind is None:
        return
    accuses = statement.type == "ACCUSE"
    if accuses and any(s.id != statement.id and s.evidence.trigger == statement.evidence.trigger for s in around):
        return  # the accusation that lies in another statement, which names who broke it
    by = parties_of(statement.targets if accuses else statement.agents)
    speakers = [ref.code for ref in statement.agents] if accuses else []
    deeds = [
        s
        for s in around
        if s.id != statement.id
        and s.type in words.deeds
        and start <= s.evidence.trigger.start < end
        and (not by or set(parties_of(s.agents)) & set(by))
    ]
    event = events.get(deeds[0].id if deeds else statement.id)
    breach = Breach(
        statement=statement.id,
        document=statement.document,
        text=document.text[start:end].strip(),
        start=start,
        end=end,
        by=by,
        voices=tuple(dict.fromkeys([*speakers, *(voice.code for voice in statement.voices)])),
        event=event.id if event else None,
        acts=tuple(s.id for s in deeds),
        happened=statement.status in _HAPPENED,
    )
    act = document.text[deeds[0].evidence.start : statement.evidence.trigger.start] if deeds else ""
    laid_down_by = () if accuses else parties_of(statement.targets)
    yield _Found(breach, kind, name, laid_down_by, deeds[0] if deeds else None, _without_auxiliaries(act))


def _binds(after: str) -> tuple[str, Instrument | None]:
    """Return the words of what is broken, up to its noun, and its kind."""
    binding = _load_words().binding
    for number, found in enumerate(_WORD.finditer(after)):
        word = found.group().lower()
        kind = binding.get(word) or binding.get(word.removesuffix("s")) or binding.get(word.removesuffix("es"))
        if kind is not None:
            return after[: found.end()].strip(), kind
        if number > _FARTHEST:
            break
    return "", None


def _without_auxiliaries(act: str) -> str:
    words = act.split()
    while words and words[-1].lower() in _load_words().auxiliaries:
        act = act.rstrip()[: -len(words.pop())]
    return act.strip()


_FARTHEST = 7  # words between "breach" and what is breached: "a number of UN Security Council"


def _fits(obligation: Obligation, found: _Found) -> bool:
    if obligation.kind is not found.kind:
        return False
    by, laid = set(found.breach.by), set(found.authority)
    if laid and laid & set(obligation.authority):
        return not by or not obligation.bearers or bool(by & set(obligation.bearers))
    return bool(by & set(obligation.bearers)) and not laid


def _made_of(found: _Found, done: Mapping[str, Obligation]) -> Obligation:
    """Return the obligation that only the words of a breach tell of: that party must not do that deed."""
    deed, breach = found.deed, found.breach
    owed = tuple(p for p in parties_of(deed.targets) if p not in breach.by) if deed is not None else ()
    codes = [",".join(p.code for p in group) for group in (breach.by, owed, found.authority)]
    key = "|".join((found.kind.value, *codes, deed.type if deed else ""))
    id_ = f"o{hashlib.sha256(key.encode()).hexdigest()[:15]}"
    quote = Quoted(document=breach.document, clause="", start=breach.start, end=breach.end, text=breach.text)
    if id_ in done:
        return replace(done[id_], quotes=tuple(dict.fromkeys((*done[id_].quotes, quote))))
    return Obligation(
        id=id_,
        kind=found.kind,
        name=found.name,
        modality=Modality.MUST_NOT,
        act=found.act or (deed.evidence.quote if deed is not None else breach.text),
        type=deed.type if deed is not None else None,
        bearers=breach.by,
        beneficiaries=owed,
        goods=goods_anywhere(found.act),
        authority=found.authority,
        voices=breach.voices,
        quotes=(quote,),
        statements=(breach.statement, *breach.acts),
        reasons=("only the words of a breach tell of it",),
    )


def _backings(
    statements: Iterable[Statement], texts: Mapping[str, Document]
) -> list[tuple[Statement, tuple[Party, ...], Instrument]]:
    """Return the statements that somebody backed what binds, with who did and the kind of what it was."""
    found: list[tuple[Statement, tuple[Party, ...], Instrument]] = []
    for statement in statements:
        if statement.type not in _load_words().backing or statement.theme is None or not statement.targets:
            continue
        if statement.status is not Status.ACTUAL or not any(map(is_named, statement.agents)):
            continue
        _, kind = _binds(statement.theme.text)
        if kind is not None:
            found.append((statement, parties_of(statement.agents), kind))
    return found


def _with_backers(
    obligation: Obligation, backed: Iterable[tuple[Statement, tuple[Party, ...], Instrument]]
) -> Obligation:
    for statement, parties, kind in backed:
        laid = set(parties_of(statement.targets)) & set(obligation.authority)
        if kind is obligation.kind and laid:
            obligation = replace(
                obligation,
                backers=tuple(dict.fromkeys((*obligation.backers, *parties))),
                statements=tuple(dict.fromkeys((*obligation.statements, statement.id))),
            )
    return obligation
