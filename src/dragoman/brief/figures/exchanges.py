"""What the diagram of exchanges shows: the pairs that give each other most, what one wants, and matches found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.brief.desk import Desk
from dragoman.brief.exchanges import (
    exchange_item,
    match_item,
    name_good,
    say_parties,
    sure_of_stage,
    wording_cites,
)
from dragoman.brief.names import join
from dragoman.brief.phrase import name_theme
from dragoman.brief.pictures.exchanges import MATCH, Bundle, Card, Exchanges, Flow, order_flows
from dragoman.brief.records import Figure, Row
from dragoman.model import Exchange, Match, Party, Stage, System
from dragoman.world import load_world

MOST_CARDS = 6
MOST_FLOWS = 7  # of a card
MOST_MATCHES = 3  # of a card
_COLUMNS = ("From and to", "What", "How far", "How sure", "Meets a want of (found by the program)")
_UNSPECIFIED = "unspecified"
_UNKNOWN = -8  # a card with someone whom the world's data doesn't know comes later


@dataclass(slots=True)
class _Pile:
    """What goes on one card while it is collected."""

    left: Party | None
    right: Party | None
    exchanges: list[Exchange] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)

    def rank(self) -> float:
        world = load_world()
        known = all(p is None or world.by_code(p.code) for p in (self.left, self.right))
        named = sum(x.good != _UNSPECIFIED for x in self.exchanges)
        both = self.left is not None and self.right is not None
        two_way = any(x.return_of for x in self.exchanges)
        steps = sum(len(x.steps) for x in self.exchanges)
        return steps + named + 4 * both + 6 * two_way + 2 * bool(self.matches) + (0 if known else _UNKNOWN)


def exchanges_figure(system: System, desk: Desk) -> Figure | None:
    """Return the diagram of exchanges, None where no good is told of between two or by its name."""
    exchanges = [x for x in system.exchanges if desk.told(x.statements)]
    piles = _piles(exchanges, [m for m in _unmet(system) if desk.told(m.statements)])
    ranked = sorted(piles, key=lambda p: (-p.rank(), _name(p.left), _name(p.right)))
    shown = ranked[:MOST_CARDS]
    rows: list[Row] = []
    met = _met(system)
    cards = tuple(_card(pile, met, desk, rows) for pile in shown)
    if not rows:
        return None
    return Figure(
        key="exchanges",
        title="Exchanges",
        told=_told(shown),
        columns=_COLUMNS,
        rows=tuple(rows),
        subject=Exchanges(cards=cards),
        note=_note(exchanges, shown, len(ranked) - len(shown)),
    )


def _unmet(system: System) -> Iterator[Match]:
    """Yield the matches that nobody tells of: no source names the exchange, and no arrow for the good is there yet."""
    aimed = {x.id for x in system.exchanges if x.giver and x.receiver}
    for match in system.matches:
        if match.told is None and match.offer.exchange not in aimed:
            yield match


def _met(system: System) -> dict[str, list[Match]]:
    """Return by exchange the wants of its receiver that it meets as far as the program can tell."""
    found: dict[str, list[Match]] = {}
    for match in sorted(system.matches, key=lambda m: (-m.score, m.id)):
        if match.told is None and match.offer.exchange:
            found.setdefault(match.offer.exchange, []).append(match)
    return found


def _piles(exchanges: Sequence[Exchange], matches: Sequence[Match]) -> list[_Pile]:
    """Put what passes between the same two on one pile, and what one alone gives or wants on one of its own."""
    piles: dict[tuple[str, ...], _Pile] = {}
    for exchange in exchanges:
        giver, receiver = exchange.giver, exchange.receiver
        if giver and receiver:
            _pile(piles, giver, receiver).exchanges.append(exchange)
        elif exchange.good != _UNSPECIFIED:
            key = (_code(giver), _code(receiver), "alone")
            piles.setdefault(key, _Pile(giver, receiver)).exchanges.append(exchange)
    for match in matches:
        _pile(piles, match.offer.party, match.want.party).matches.append(match)
    return list(piles.values())


def _pile(piles: dict[tuple[str, ...], _Pile], one: Party, other: Party) -> _Pile:
    first, second = sorted((one, other), key=lambda party: party.code)
    return piles.setdefault((first.code, second.code), _Pile(first, second))


def _card(pile: _Pile, met: Mapping[str, Sequence[Match]], desk: Desk, rows: list[Row]) -> Card:
    ranked = sorted(pile.exchanges, key=lambda x: (x.good == _UNSPECIFIED, -len(x.steps), -x.stage.rank, x.id))
    named = [x for x in ranked if x.return_of]
    kept = [*named, *(x for x in ranked if not x.return_of)][:MOST_FLOWS]
    bundles = [_named_bundle(group, pile, met, desk, rows) for group in _returned(kept)]
    plain = [_flow(x, pile, met, desk, rows) for x in kept if not x.return_of]
    found = sorted(pile.matches, key=lambda m: (-m.score, m.id))[:MOST_MATCHES]
    plain += [_match(match, pile, desk, rows) for match in found]
    bundles += [Bundle(flows=order_flows(plain))] if plain else []
    return Card(left=_name(pile.left), right=_name(pile.right), bundles=tuple(bundles))


def _returned(exchanges: Sequence[Exchange]) -> Iterator[list[Exchange]]:
    """Yield the groups of goods that a source says are given for one another."""
    by_id: Mapping[str, Exchange] = {x.id: x for x in exchanges if x.return_of}
    seen: set[str] = set()
    for id_ in by_id:
        group, todo = [], [id_]
        while todo:
            one = todo.pop(0)
            if one in by_id and one not in seen:
                seen.add(one)
                group.append(by_id[one])
                todo += by_id[one].return_of
        if group:
            yield group


def _named_bundle(
    group: Sequence[Exchange], pile: _Pile, met: Mapping[str, Sequence[Match]], desk: Desk, rows: list[Row]
) -> Bundle:
    flows = order_flows([_flow(x, pile, met, desk, rows) for x in group])
    words = list(dict.fromkeys(w for x in group for w in x.named_by))
    cites = wording_cites(words, desk)
    if len(group) < 2 or not cites:
        return Bundle(flows=flows)
    quote = f"“{' '.join(words[0].text.split())}”"
    rows.append(
        Row(
            id=f"exchanges-return-{group[0].id}",
            cells=(
                f"{_name(pile.left)} and {_name(pile.right)}",
                f"for one another: {quote}",
                "named by a source",
                "",
                "",
            ),
            cites=cites,
            told_in=f"return-{next((x.id for x in group), '')}",
        )
    )
    return Bundle(flows=flows, says=f"for one another, a source says: {quote}", row=len(rows) - 1)


def _flow(exchange: Exchange, pile: _Pile, met: Mapping[str, Sequence[Match]], desk: Desk, rows: list[Row]) -> Flow:
    sure = sure_of_stage(exchange)
    what = name_good(exchange)
    wanting = exchange.receiver if exchange.stage is Stage.WANTED else None
    stage = f"{wanting.name} wants it" if wanting else exchange.stage.value
    wants = [] if wanting else list(dict.fromkeys(name_theme(m.want.text) for m in met.get(exchange.id, ())))
    below = ", ".join(part for part in (stage, sure) if part)
    behind = (*exchange.statements, *(s for m in met.get(exchange.id, ()) if wants for s in m.want.statements))
    rows.append(
        Row(
            id=f"exchanges-{exchange.id}",
            cells=(say_parties(exchange), what, exchange.stage.value, sure or "told as so", join(wants)),
            cites=desk.cites(desk.told(behind)),
            told_in="" if wants else exchange_item(exchange),
        )
    )
    return Flow(
        row=len(rows) - 1,
        says=f"{say_parties(exchange)}: {what} ({below}){f'; meets a want of {join(wants)}' if wants else ''}",
        what=what,
        below=below,
        stage=exchange.stage.value,
        sure=exchange.certainty.value,
        forth=_code(exchange.giver) == _code(pile.left),
        both=not exchange.directed,
        meets=bool(wants),
    )


def _match(match: Match, pile: _Pile, desk: Desk, rows: list[Row]) -> Flow:
    want, offer = match.want, match.offer
    what = f"{name_theme(offer.text)}?"
    rows.append(
        Row(
            id=f"exchanges-{match.id}",
            cells=(
                f"{offer.party.name} to {want.party.name}",
                f"wanted: {name_theme(want.text)}; there: {name_theme(offer.text)}",
                "match found by the program",
                "no source says so",
                name_theme(want.text),
            ),
            cites=desk.cites(desk.told(match.statements)),
            told_in=match_item(match),
        )
    )
    return Flow(
        row=len(rows) - 1,
        says=f"{rows[-1].cells[0]}: {rows[-1].cells[1]} (match found by the program)",
        what=what,
        below=f"{want.party.name} wants it: a match",
        stage=MATCH,
        sure="",
        forth=offer.party.code == _code(pile.left),
    )


def _code(party: Party | None) -> str:
    return party.code if party else ""


def _name(party: Party | None) -> str:
    return party.name if party else ""


def _told(shown: Sequence[_Pile]) -> str:
    pairs = [" and ".join(_name(p) for p in (pile.left, pile.right) if p) for pile in shown]
    return f"What passes between them, or is wanted: {join(pairs)}."


def _note(exchanges: Sequence[Exchange], shown: Sequence[_Pile], left: int) -> str:
    drawn = sum(min(len(pile.exchanges), MOST_FLOWS) for pile in shown)
    goods = len(exchanges) - drawn
    return (
        f"Not shown: {goods} more {'good' if goods == 1 else 'goods'}; dragoman exchanges lists all."
        if goods or left
        else ""
    )
