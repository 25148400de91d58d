"""Matches: wants that meet what another has or offers. The program finds them; no source need put the two together.

1. A want meets an offer or a delivery to the one who wants it; an offer to nobody named, and what another is told to
   have, only where one document tells of both.
2. The goods are the same category, or one includes the other (arms may be the shells that are wanted).
3. The two deal with each other in the documents: they meet, agree, trade, help or are allied, not denied.
4. Nobody is matched with himself, nor with one who is only denied to give it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from dragoman.model import Event, Exchange, Match, MatchSide, Party, Stage, StageCertainty, Standing, Statement, Status
from dragoman.system.goods import UNSPECIFIED, VAGUE, goods_named, serves
from dragoman.system.party import is_named, party_of
from dragoman.system.steps import by_event

# Types of events that are dealings between two.
_DEALINGS = frozenset({"CONSULT", "AGREE", "COOPERATE", "AID", "SUPPORT", "ALLY", "CONCEDE"})
_DEAL_STANDINGS = frozenset(
    {Standing.CONFIRMED, Standing.SINGLE_SOURCE, Standing.DISPUTED, Standing.EXPECTED, Standing.ALLEGED}
)
# How much an offer counts by how sure it is; own estimates, in the order of certainty.
_SURE = {
    StageCertainty.HELD: 1.0,
    StageCertainty.DISPUTED: 0.8,
    StageCertainty.ALLEGED: 0.7,
    StageCertainty.POSSIBLE: 0.6,
}
_HAS = 0.5  # what somebody merely has, nobody says that he would give
_AIMED = 1.0
_AT_LARGE = 0.7  # offered, nobody says to whom

Pair = tuple[str, str]


def find_matches(
    exchanges: Sequence[Exchange], events: Sequence[Event], statements: Sequence[Statement]
) -> tuple[Match, ...]:
    """Return the matches, the most plausible first."""
    dealings = _dealings(events)
    wants = [e for e in exchanges if _is_want(e)]
    offers = _offers(exchanges)
    holds = _holds(statements, by_event(events))
    best: dict[tuple[str, str, str], Match] = {}
    for want in wants:
        for match in _matches_of(want, offers, holds, dealings):
            key = (match.want.party.code, match.offer.party.code, match.good)
            if key not in best or (match.score, match.id) > (best[key].score, best[key].id):
                best[key] = match
    found = sorted(best.values(), key=lambda m: (-m.score, m.id))
    return tuple(_with_backs(found))


def _is_want(exchange: Exchange) -> bool:
    if exchange.receiver is None or exchange.good in (VAGUE, UNSPECIFIED):
        return False
    return any(r.stage is Stage.WANTED and r.certainty is not StageCertainty.DENIED for r in exchange.reached)


def _offers(exchanges: Iterable[Exchange]) -> Mapping[str, list[Exchange]]:
    """Return what somebody gives, offers or may give, by the receiver's code ("" for nobody named)."""
    found: dict[str, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        beyond = any(r.stage is not Stage.WANTED and r.certainty in _SURE for r in exchange.reached)
        if exchange.giver is not None and exchange.directed and exchange.good not in (VAGUE, UNSPECIFIED) and beyond:
            found[exchange.receiver.code if exchange.receiver else ""].append(exchange)
    return found


def _holds(statements: Iterable[Statement], events: Mapping[str, Event]) -> Mapping[str, list[MatchSide]]:
    """Return what parties are told to have, by the category of goods."""
    found: dict[tuple[Party, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.type == "HOLD" and statement.status is Status.ACTUAL:
            for good in goods_named(statement.theme):
                for ref in filter(is_named, statement.agents):
                    found[party_of(ref), good.category].append(statement)
    sides: dict[str, list[MatchSide]] = defaultdict(list)
    for (party, category), told in sorted(found.items(), key=lambda item: (item[0][0].code, item[0][1])):
        theme = told[0].theme
        side = MatchSide(
            party=party,
            good=category,
            text=theme.text if theme else category,
            statements=tuple(s.id for s in told),
            documents=tuple(dict.fromkeys(s.document for s in told)),
            events=tuple(dict.fromkeys(events[s.id].id for s in told if s.id in events)),
        )
        sides[category].append(side)
    return sides


def _matches_of(
    want: Exchange,
    offers: Mapping[str, list[Exchange]],
    holds: Mapping[str, list[MatchSide]],
    dealings: Mapping[Pair, str],
) -> Iterator[Match]:
    assert want.receiver is not None
    side = _side(want, want.receiver, {Stage.WANTED})
    for aim, aimed in ((want.receiver.code, _AIMED), ("", _AT_LARGE)):
        for offer in offers.get(aim, ()):
            fit = serves(offer.good, want.good)
            assert offer.giver is not None
            if not fit or not _may_give(offer.giver, want, dealings, aimed=aimed == _AIMED):
                continue
            if aimed != _AIMED and not _is_offered_beside(offer, side.documents):
                continue
            sure = max(_SURE.get(r.certainty, 0.0) for r in offer.reached if r.stage is not Stage.WANTED)
            told = want.id if want.id == offer.id else None
            why = tuple(_why(side, offer.giver, offer, fit, dealings))
            have = _side(offer, offer.giver, set(Stage) - {Stage.WANTED})
            yield _match(side, have, want.good, fit * aimed * sure, why, told)
    for good, have_sides in holds.items():
        fit = serves(good, want.good)
        for have in have_sides if fit else ():
            beside = set(have.documents) & set(side.documents)
            if beside and _may_give(have.party, want, dealings, aimed=False):
                why = (
                    f"{want.receiver.name} wants {side.text}; {have.party.name} is told to have {have.text}",
                    f"they deal with each other ({_deal(dealings, want.receiver, have.party)})",
                )
                yield _match(side, have, want.good, fit * _HAS, why, None)


def _is_offered_beside(offer: Exchange, documents: Sequence[str]) -> bool:
    """Say whether it is offered, not given to others, in one of the documents that tell of the want."""
    return any(step.stage is Stage.OFFERED and step.document in documents for step in offer.steps)


def _may_give(giver: Party, want: Exchange, dealings: Mapping[Pair, str], *, aimed: bool) -> bool:
    assert want.receiver is not None
    if giver.code == want.receiver.code or (want.giver is not None and want.giver.code != giver.code):
        return False
    return aimed or (giver.code, want.receiver.code) in dealings


def _side(exchange: Exchange, party: Party, stages: set[Stage]) -> MatchSide:
    """Return one side of a match from those steps of an exchange that are at these stages and not denied."""
    steps = [step for step in exchange.steps if step.stage in stages and step.status != Status.DENIED.value]
    texts = [step.text for step in steps if step.text]
    return MatchSide(
        party=party,
        good=exchange.good,
        text=texts[0] if texts else exchange.good,
        statements=tuple(dict.fromkeys(step.statement for step in steps)),
        documents=tuple(dict.fromkeys(step.document for step in steps)),
        events=tuple(dict.fromkeys(step.event for step in steps if step.event)),
        exchange=exchange.id,
    )


def _why(side: MatchSide, giver: Party, offer: Exchange, fit: float, dealings: Mapping[Pair, str]) -> Iterator[str]:
    what = offer.what[0] if offer.what else offer.good
    yield f"{side.party.name} wants {side.text}; {giver.name}: {what}, {offer.stage.value}, {offer.certainty.value}"
    if fit < 1:
        yield f"{offer.good} may be {side.good}, or the reverse"
    if offer.receiver is not None:
        yield f"it is for {offer.receiver.name}"
    elif (deal := _deal(dealings, side.party, giver)) is not None:
        yield f"they deal with each other ({deal})"


def _match(want: MatchSide, offer: MatchSide, good: str, score: float, why: tuple[str, ...], told: str | None) -> Match:
    key = "|".join((want.party.code, offer.party.code, good, want.exchange or "", offer.exchange or offer.good))
    id_ = f"m{hashlib.sha256(key.encode()).hexdigest()[:15]}"
    return Match(id=id_, want=want, offer=offer, good=good, score=round(score, 3), why=why, told=told)


def _with_backs(matches: Sequence[Match]) -> Iterator[Match]:
    """Note at each match those the other way round between the same two."""
    between: dict[Pair, list[str]] = defaultdict(list)
    for match in matches:
        between[match.want.party.code, match.offer.party.code].append(match.id)
    for match in matches:
        yield replace(match, back=tuple(between.get((match.offer.party.code, match.want.party.code), ())))


def _dealings(events: Iterable[Event]) -> Mapping[Pair, str]:
    """Return for each two who deal with each other an event of it, in words: the first in order."""
    found: dict[Pair, str] = {}
    for event in events:
        if event.type not in _DEALINGS or event.standing not in _DEAL_STANDINGS:
            continue
        codes = dict.fromkeys(ref.code for ref in (*event.agents, *event.targets))
        for pair in permutations(codes, 2):
            found.setdefault(pair, f"{event.type} {event.id}")
    return found


def _deal(dealings: Mapping[Pair, str], one: Party, other: Party) -> str | None:
    return dealings.get((one.code, other.code))
