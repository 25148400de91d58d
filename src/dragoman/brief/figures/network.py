"""What the network shows: the most tied actors, the ties between them, and the clusters that the program found."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, join, with_article
from dragoman.brief.pictures.network import Edge, Network, Node
from dragoman.brief.records import Figure, Row
from dragoman.brief.ties import say_tie, sure_of, tie_cites, tie_item, tie_wording
from dragoman.brief.times import say_month
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Cluster, Party, System, Tie
from dragoman.world import load_world

MOST_ACTORS = 24
MOST_LINES = 45
UNKNOWN = 0.35  # what a tie counts for an actor whom the world's data doesn't know: a firm, a person
_SURE = {"expected": "planned"}
_COLUMNS = ("Who", "Sign", "Ties", "Strength", "How sure", "Told of")


def network_figure(system: System, desk: Desk) -> Figure | None:
    """Return the network of the ties, None where there are none."""
    ties = [tie for tie in system.ties if tie.strength > 0 and tie_cites(tie, desk)]
    if not ties:
        return None
    parties = _most_tied(ties)
    groups = _groups(ties, parties)
    parties = [party for party in parties if any(party in group[0].parties for group in groups)]
    number = {party.code: i for i, party in enumerate(parties)}
    rows = tuple(_row(group, desk) for group in groups)
    network = Network(
        nodes=tuple(Node(name=party.name) for party in parties),
        edges=tuple(_edge(i, group, number, rows[i]) for i, group in enumerate(groups)),
        clusters=tuple(_members(system.clusters, number)),
    )
    shown = [tie for group in groups for tie in group]
    left = len({p.code for tie in ties for p in tie.parties}) - len(parties)
    return Figure(
        key="network",
        title="Network",
        told=_told(shown, parties),
        columns=_COLUMNS,
        rows=rows,
        subject=network,
        note=_note(left, len(ties) - len(shown)),
    )


def _most_tied(ties: Sequence[Tie]) -> list[Party]:
    """Return the actors with the strongest ties, those first whom the world's data knows."""
    world = load_world()
    weights: dict[str, float] = defaultdict(float)
    parties: dict[str, Party] = {}
    for tie in ties:
        known = [world.by_code(party.code) is not None for party in tie.parties]
        for party in tie.parties:
            parties[party.code] = party
            weights[party.code] += tie.strength * (1 if all(known) else UNKNOWN)
    ranked = sorted(parties, key=lambda code: (-round(weights[code], 6), code))
    return [parties[code] for code in ranked[:MOST_ACTORS]]


def _groups(ties: Sequence[Tie], parties: Sequence[Party]) -> list[list[Tie]]:
    """Put the ties of a pair that have one sign and are as sure together: one line tells them, the strongest first."""
    codes = {party.code for party in parties}
    groups: dict[tuple[object, ...], list[Tie]] = defaultdict(list)
    for tie in sorted(ties, key=lambda tie: (-tie.strength, tie.id)):
        pair = frozenset(party.code for party in tie.parties)
        if pair <= codes:
            groups[(pair, tie.sign, sure_of(tie))].append(tie)
    return sorted(groups.values(), key=lambda group: (-_together(group), group[0].id))[:MOST_LINES]


def _together(group: Sequence[Tie]) -> float:
    """Return how strong several ties are taken together, from 0 to 1: as if each could hold by itself."""
    return 1 - math.prod(1 - min(tie.strength, 1) for tie in group)


def _row(group: Sequence[Tie], desk: Desk) -> Row:
    first, strength = group[0], _together(group)
    sign = {1: "friendly", -1: "hostile"}.get(first.sign, "neither")
    sure = sure_of(first)
    cites = {cite.statement: cite for tie in group for cite in tie_cites(tie, desk)}
    return Row(
        id=f"network-{first.id}",
        cells=(
            capital(join([with_article(party.name) for party in first.parties])),
            sign,
            "; ".join(f"{_word(tie)}: {say_tie(tie)}" for tie in group),
            f"{_strength(strength)} ({strength:.2f})",
            _SURE.get(sure, sure) or "told as so",
            _when(group),
        ),
        cites=tuple(cites.values()),
        told_in=tie_item(first) if len(group) == 1 else "",
    )


def _word(tie: Tie) -> str:
    return str(tie_wording()[tie.kind.value]["word"])


def _strength(value: float) -> str:
    return str(next(word for least, word in load_wording()["strengths"] if value >= least))


def _when(group: Sequence[Tie]) -> str:
    days = [day for tie in group for day in (tie.start, tie.last) if day]
    if not days:
        return "time not told"
    first, last = say_month(min(days)), say_month(max(days))
    return first if first == last else f"{first} to {last}"


def _edge(row: int, group: Sequence[Tie], number: dict[str, int], told: Row) -> Edge:
    first = group[0]
    one_way = all(tie.directed and tie.source == first.source for tie in group)
    sure = sure_of(first)
    return Edge(
        row=row,
        says=f"{told.cells[2]} ({', '.join((told.cells[1], *told.cells[3:]))})",
        kinds=tuple(dict.fromkeys(_word(tie) for tie in group)),
        source=number[first.source.code],
        target=number[first.target.code],
        directed=one_way,
        sign=first.sign,
        strength=_together(group),
        sure=_SURE.get(sure, sure),
    )


def _members(clusters: Sequence[Cluster], number: dict[str, int]) -> list[tuple[int, ...]]:
    found = [tuple(sorted(number[p.code] for p in c.members if p.code in number)) for c in clusters]
    return [members for members in found if len(members) > 1]


def _told(ties: Sequence[Tie], parties: Sequence[Party]) -> str:
    signs = [sum(tie.sign == sign for tie in ties) for sign in (1, -1, 0)]
    kinds = [f"{n} {word}" for n, word in zip(signs, ("friendly", "hostile", "neither"), strict=True) if n]
    first = join([party.name for party in parties[:3]])
    counted = f"{len(ties)} {'tie' if len(ties) == 1 else 'ties'} ({', '.join(kinds)})"
    return f"{counted} between {len(parties)} actors; most tied: {first}."


def _note(actors: int, ties: int) -> str:
    if not actors and not ties:
        return ""
    parts = [f"{actors} less tied {'actor' if actors == 1 else 'actors'}"] if actors else []
    parts += [f"{ties} {'tie' if ties == 1 else 'ties'}"] if ties else []
    return f"Not shown: {' and '.join(parts)}; dragoman ties lists all."
