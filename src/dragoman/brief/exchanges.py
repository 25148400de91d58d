"""Who gives or wants what: a line for each giver and receiver, a good an item; what is given for what; matches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, join, with_article
from dragoman.brief.phrase import name_theme
from dragoman.brief.records import Cite, Item, Line
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Exchange, Match, Party, Span, Stage, StageCertainty, Wording

MATCHES = "What one wants and another has: matches that the program found"
MOST_MATCHED = 8  # pairs of one who wants and one who has
_UNSPECIFIED = "unspecified"
_TWO_WAY = 4.0  # what a source calls an exchange comes before other lines


def exchange_lines(exchanges: Sequence[Exchange], desk: Desk) -> tuple[Line, ...]:
    """Return a line for each giver and receiver, the most told of first."""
    groups: dict[tuple[str, ...], list[Exchange]] = {}
    for exchange in exchanges:
        groups.setdefault(_key(exchange), []).append(exchange)
    by_id = {exchange.id: exchange for exchange in exchanges}
    lines = [_line(group, by_id, desk) for group in groups.values()]
    return tuple(sorted(lines, key=lambda line: (-line.rank, line.id)))


def match_lines(matches: Sequence[Match], desk: Desk) -> tuple[Line, ...]:
    """Return a line for each pair of one who wants and one who has or offers it, the most plausible match first.

    What a source itself puts together is told among the exchanges.
    """
    groups: dict[tuple[str, str], list[Match]] = {}
    for match in sorted((m for m in matches if m.told is None), key=lambda m: (-m.score, m.id)):
        groups.setdefault((match.want.party.code, match.offer.party.code), []).append(match)
    return tuple(_match_line(group, desk) for group in list(groups.values())[:MOST_MATCHED])


def exchange_item(exchange: Exchange) -> str:
    """Return the id of the exchange's item on the page."""
    return f"exchange-{exchange.id}"


def match_item(match: Match) -> str:
    """Return the id of the match's item on the page."""
    return f"match-{match.id}"


def name_good(exchange: Exchange, most: int = 2) -> str:
    """Return what is given, in the words of the texts, else by its category."""
    named = list(dict.fromkeys(name_theme(what) for what in exchange.what[:most]))
    return join(named) if named else _category(exchange.good)


def say_parties(exchange: Exchange) -> str:
    """Return giver and receiver as a line is called: "North Korea to Russia", "Russia wants"."""
    forms = load_wording()["exchanges"]
    a, b = (_named(party) for party in (exchange.giver, exchange.receiver))
    if exchange.giver and exchange.receiver:
        form = forms["pair" if exchange.directed else "trade"]
    elif exchange.giver:
        form = forms["giver"]
    else:
        form = forms["wants" if exchange.stage is Stage.WANTED else "receiver"]
    return capital(str(form).format(a=a, b=b))


def sure_of_stage(exchange: Exchange) -> str:
    """Return how sure the stage is, where it is less than told as so."""
    return "" if exchange.certainty is StageCertainty.HELD else exchange.certainty.value


def wording_cites(wordings: Iterable[Wording], desk: Desk) -> tuple[Cite, ...]:
    """Return the cites of words that stand beside or within statements."""
    return tuple(
        Cite(
            source=desk.numbers[w.document],
            statement=w.statement,
            span=Span(w.start, w.end),
            quote=w.text,
        )
        for w in wordings
        if w.document in desk.numbers
    )


def _category(good: str) -> str:
    return str(load_wording()["unnamed good"]) if good == _UNSPECIFIED else good.replace("-", " ")


def _named(party: Party | None) -> str:
    return with_article(party.name) if party else ""


def _key(exchange: Exchange) -> tuple[str, ...]:
    giver, receiver = (party.code if party else "" for party in (exchange.giver, exchange.receiver))
    wanted = "wanted" if exchange.stage is Stage.WANTED and not exchange.giver else ""
    return giver, receiver, str(exchange.directed), wanted


def _line(group: Sequence[Exchange], by_id: Mapping[str, Exchange], desk: Desk) -> Line:
    ranked = sorted(group, key=lambda x: (x.good == _UNSPECIFIED, -len(x.steps), -x.stage.rank, x.id))
    first = ranked[0]
    told = sum(len(exchange.steps) for exchange in group)
    return Line(
        id=f"goods-{first.id}",
        text=say_parties(first),
        items=(*(_item(exchange, desk) for exchange in ranked), *_returns(ranked, by_id, desk)),
        rank=told + len(first.parties) * 2 + _TWO_WAY * any(x.return_of for x in group),
    )


def _item(exchange: Exchange, desk: Desk) -> Item:
    stage = load_wording()["stages"][exchange.stage.value]
    wants = exchange.stage is Stage.WANTED and exchange.giver is None
    name = name_good(exchange)
    purposes = list(dict.fromkeys(" ".join(w.text.split()) for w in exchange.purposes))
    purpose = f", “{purposes[0]}”" if purposes and purposes[0] not in name else ""
    return Item(
        id=exchange_item(exchange),
        text=f"{name}{'' if wants else f', {stage}'}{purpose}",
        standing=sure_of_stage(exchange),
        cites=desk.cites(desk.told(exchange.statements)),
    )


def _returns(group: Sequence[Exchange], by_id: Mapping[str, Exchange], desk: Desk) -> Iterable[Item]:
    """Yield what a source says is given for what, once for each of its wordings."""
    seen: set[tuple[Wording, ...]] = set()
    for exchange in group:
        others = [by_id[other] for other in exchange.return_of if other in by_id]
        if not others or exchange.named_by in seen:
            continue
        seen.add(exchange.named_by)
        got = join(list(dict.fromkeys(name_good(other, 1) for other in others)))
        named = f" (“{' '.join(exchange.named_by[0].text.split())}”)" if exchange.named_by else ""
        yield Item(
            id=f"return-{exchange.id}",
            text=f"a source names the return: {got}{named}",
            cites=wording_cites(exchange.named_by, desk),
        )


def _match_line(group: Sequence[Match], desk: Desk) -> Line:
    first = group[0]
    form = str(load_wording()["exchanges"]["match"])
    items = [
        Item(
            id=match_item(match),
            text=f"{name_theme(match.want.text)}: {name_theme(match.offer.text)}",
            cites=desk.cites(desk.told(match.statements)),
        )
        for match in group
    ]
    return Line(
        id=f"goods-{first.id}",
        text=capital(form.format(want=_named(first.want.party), offer=_named(first.offer.party))),
        items=tuple(items),
        group=MATCHES,
        rank=first.score,
    )
