"""Ties: what the events of each pair of parties amount to, over time."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model import Event, Party, Statement, Tie, TieEvent, TieKind
from dragoman.system.certainty import CERTAINTY, CREDIT, certainty_of_tie
from dragoman.system.days import Days
from dragoman.system.ends import Endings, find_endings, over_of, settle_end
from dragoman.system.kinds import Feed, Kinds, load_kinds
from dragoman.system.pairs import Words, has_word, pairs_of
from dragoman.system.party import is_known
from dragoman.system.scale import Scale
from dragoman.system.strength import Factors, chance_of, explain, fade, has_failed, ranks, saturate
from dragoman.system.trend import trend_of

Between = tuple[TieKind, Party, Party, bool]  # kind, source, target, whether it is directed
_FEWEST_OF_STRANGERS = 2
_MAY_BE_NEUTRAL = frozenset({TieKind.DEALINGS, TieKind.PACT})


@dataclass(frozen=True, slots=True)
class Told:
    """An event feeds a tie; `read` is the chance that it is read right; talks and truces are not `friendly`."""

    event: Event
    value: float
    read: float
    spread: float
    friendly: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """What ties are built by: the kinds, the scale, and the days of the events."""

    kinds: Kinds
    scale: Scale
    days: Days


def find_ties(
    events: Iterable[Event],
    statements: Mapping[str, Statement],
    scale: Scale,
    days: Days,
    own: frozenset[str] = frozenset(),
) -> tuple[tuple[Tie, ...], tuple[str, ...]]:
    """Return the ties that the events tell of, the strongest first, and notes on what is left out.

    Whom only a text introduces (neither the program's data nor the user's, whose codes are `own`) needs two events:
    most names that come up once are misread, or nobody's business.
    """
    rules = Rules(load_kinds(), scale, days)
    real = [event for event in events if event.standing in CERTAINTY]
    everyone = sorted(day for event in real if (day := days.news(event)))
    told = _told(real, statements, rules)
    kept = _without_strangers(told, own)
    endings = find_endings(real, rules.kinds, words_in(statements))
    ties = (_tie(between, rows, endings, rules, everyone) for between, rows in kept.items())
    found = sorted((tie for tie in ties if tie is not None), key=lambda tie: (-tie.strength, tie.id))
    left = len(told) - len(kept)
    many = f"{left} ties are" if left > 1 else "1 tie is"
    note = f"{many} left out, of a party that neither the program nor a file of actors knows and one event names"
    return tuple(found), (note,) if left else ()


def _told(events: Iterable[Event], statements: Mapping[str, Statement], rules: Rules) -> dict[Between, list[Told]]:
    """Return what feeds each tie."""
    words = words_in(statements)
    told: dict[Between, list[Told]] = defaultdict(list)
    for event in events:
        found = pairs_of(event, rules.kinds, words)
        if found is None:
            continue
        feed, pairs = found
        value = _value(event, feed, rules.scale)
        read = chance_of(statements[s].confidence for s in event.statements if s in statements)
        for pair in pairs:
            friendly = _is_friendly(pair.kind, event, value, rules.kinds, words)
            told[pair.kind, pair.source, pair.target, pair.directed].append(
                Told(event, value, read, pair.spread, friendly)
            )
    return told


def _without_strangers(told: Mapping[Between, list[Told]], own: frozenset[str]) -> dict[Between, list[Told]]:
    events: dict[Party, set[str]] = defaultdict(set)
    for (_, source, target, _), rows in told.items():
        for party in (source, target):
            events[party].update(row.event.id for row in rows)
    passed = {party for party, ids in events.items() if len(ids) >= _FEWEST_OF_STRANGERS or is_known(party, own)}
    return {between: rows for between, rows in told.items() if {between[1], between[2]} <= passed}


def tie_id(between: Between) -> str:
    """Return the id of the tie of that kind between the two: the same whatever else the case holds."""
    kind, source, target, directed = between
    key = f"{kind}|{source.code}|{target.code}|{'to' if directed else 'with'}"
    return f"t{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def words_in(statements: Mapping[str, Statement]) -> Words:
    """Return what gives the words of evidence of an event."""

    def words(event: Event) -> str:
        found = (statements[s].evidence.quote for s in event.statements if s in statements)
        return " ".join(" ".join(found).split())

    return words


def _value(event: Event, feed: Feed, scale: Scale) -> float:
    kind, mode = feed.valued_as or (event.type, event.mode)
    return scale.value(kind, mode)


def _tie(
    between: Between, told: Sequence[Told], endings: Endings, rules: Rules, everyone: Sequence[date]
) -> Tie | None:
    kind, source, target, directed = between
    ending = endings.of(kind, source, target, directed) | over_of(kind, (row.event for row in told), rules.kinds)
    end, ended_by, told_of_end = settle_end([row.event for row in told], ending, rules.days)
    factors = _factors(kind, told, end or rules.days.now, rules)
    weights = [factor.weight for factor in factors]
    total = math.fsum(weights)
    if total <= 0:
        return None
    rows = [_row(row, factor, total, rules.days) for row, factor in zip(told, factors, strict=True)]
    fed = {row.event: replace(row, ends=row.event in ended_by) for row in rows}
    only_end = [_ending(ending[id_], rules) for id_ in ended_by if id_ not in fed]
    shown = sorted((*fed.values(), *only_end), key=lambda e: (e.start is None, e.start or date.max, e.ends, e.event))
    begun = sorted(day for row in told if (day := rules.days.begun(row.event)))
    last = max((day for row in told if (day := rules.days.last(row.event))), default=None)
    sign, why_sign = _sign(kind, told, weights, rules.kinds)
    news = [day for row in told if (day := rules.days.news(row.event))]
    trend, why_trend = trend_of(news, everyone, end or rules.days.now)
    strength = saturate(weights)
    return Tie(
        id=tie_id(between),
        kind=kind,
        source=source,
        target=target,
        directed=directed,
        sign=sign,
        strength=strength,
        certainty=certainty_of_tie(row.event.standing for row in told),
        events=tuple(shown),
        start=begun[0] if begun else None,
        last=end or last,  # what is told to have been after the end is only alleged or planned
        end=end,
        ended_by=tuple(ended_by),
        trend=trend,
        reasons=(
            *_why_strong(strength, total, len(fed), end, rules.days),
            *why_sign,
            *told_of_end,
            *endings.unsaid(kind, source, target),
            why_trend,
        ),
    )


def _factors(kind: TieKind, told: Sequence[Told], seen: date | None, rules: Rules) -> list[Factors]:
    half_life = rules.kinds.half_life.get(kind)
    found = [
        Factors(
            value=row.value,
            sign=rules.kinds.sign[kind],
            credit=CREDIT[row.event.standing],
            read=row.read,
            spread=row.spread,
            fading=fade(rules.days.last(row.event), seen, half_life),
            failed=has_failed(row.event.outcome),
            day=rules.days.begun(row.event),
            event=row.event.id,
        )
        for row in told
    ]
    rank = ranks(found)
    return [replace(factors, rank=rank[factors.event]) for factors in found]


def _row(told: Told, factors: Factors, total: float, days: Days) -> TieEvent:
    event = told.event
    return TieEvent(
        event=event.id,
        statements=event.statements,
        value=told.value,
        weight=factors.weight,
        share=factors.weight / total,
        certainty=CERTAINTY[event.standing],
        start=days.begun(event),
        end=days.last(event),
        why=explain(factors, event.standing.value),
    )


def _ending(event: Event, rules: Rules) -> TieEvent:
    return TieEvent(
        event=event.id,
        statements=event.statements,
        value=rules.scale.value(event.type, event.mode),
        weight=0.0,
        share=0.0,
        certainty=CERTAINTY[event.standing],
        start=rules.days.begun(event),
        end=rules.days.last(event),
        ends=True,
        why="ends the tie, and adds nothing to it",
    )


def _is_friendly(kind: TieKind, event: Event, value: float, kinds: Kinds, words: Words) -> bool:
    if kind is TieKind.DEALINGS:
        return value >= kinds.friendly_dealings
    if kind is not TieKind.PACT:
        return True
    theme = event.theme.text if event.theme else ""
    return not has_word(f"{theme} {words(event)}", kinds.truce)


def _sign(kind: TieKind, told: Sequence[Told], weights: Sequence[float], kinds: Kinds) -> tuple[int, tuple[str, ...]]:
    """Return the kind's sign, or 0 where what makes up most of a peaceful tie says nothing of friendship; and why."""
    if kind not in _MAY_BE_NEUTRAL:
        return kinds.sign[kind], ()
    share = math.fsum(w for row, w in zip(told, weights, strict=True) if row.friendly) / math.fsum(weights)
    what = "contacts" if kind is TieKind.DEALINGS else "truces"
    if share < 1 / 2:
        return 0, (f"neither friendly nor hostile: {what} make up {1 - share:.0%} of it",)
    return 1, (f"friendly: {what} make up {1 - share:.0%} of it",) if share < 1 else ()


def _why_strong(strength: float, total: float, count: int, end: date | None, days: Days) -> tuple[str, ...]:
    seen = end or days.now
    when = f" as of {seen}" if seen else ""
    many = "1 event amounts" if count == 1 else f"{count} events amount"
    return (f"strength {strength:.2f}: {many} to {total:.1f}{when}",)
