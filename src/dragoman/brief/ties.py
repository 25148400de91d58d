"""Who stands with whom, and against whom: a line for each kind of tie, a pair an item, the strongest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.brief.desk import Desk
from dragoman.brief.names import capital, with_article
from dragoman.brief.records import Cite, Item, Line
from dragoman.brief.vocabulary import load_wording
from dragoman.model import Certainty, Tie

MOST_ITEMS = 40  # of one kind; the others are counted, and `dragoman ties` lists them
MOST_WHOLE = 16  # more wars than this are cut in the terminal like other ties
# Strong ties come first among the lines; wars before what is said.
_RANK = 10.0


def tie_lines(ties: Sequence[Tie], desk: Desk) -> tuple[Line, ...]:
    """Return a line for each kind of tie."""
    rows = load_wording()["ties"]
    found = ((row, [tie for tie in ties if tie.kind.value == row["kind"]]) for row in rows)
    return tuple(_line(row, of_kind, desk, place) for place, (row, of_kind) in enumerate(found) if of_kind)


def tie_item(tie: Tie) -> str:
    """Return the id of the tie's item on the page."""
    return f"tie-{tie.id}"


def say_tie(tie: Tie) -> str:
    """Return the pair as its kind has it: "Russia against Ukraine"."""
    row = tie_wording()[tie.kind.value]
    form = row["pair"] if tie.directed else row.get("both", row["pair"])
    return str(form).format(a=with_article(tie.source.name), b=with_article(tie.target.name))


def tie_wording() -> Mapping[str, Mapping[str, Any]]:
    """Return how each kind of tie is said."""
    return {row["kind"]: row for row in load_wording()["ties"]}


def sure_of(tie: Tie) -> str:
    """Return how sure the tie is where it is less than told as so, in the words of standings."""
    words = {Certainty.PLANNED: "expected", Certainty.DISPUTED: "disputed", Certainty.ALLEGED: "alleged"}
    return words.get(tie.certainty, "")


def tie_cites(tie: Tie, desk: Desk) -> tuple[Cite, ...]:
    """Return the cites of the statements that tell of the tie."""
    return desk.cites(desk.told(tie.statements))


def _line(row: Mapping[str, Any], ties: Sequence[Tie], desk: Desk, place: int) -> Line:
    ranked = sorted(ties, key=lambda tie: (-tie.strength, tie.id))
    left = len(ranked) - MOST_ITEMS
    return Line(
        id=f"stances-{row['kind']}",
        text=row["name"],
        items=tuple(_item(tie, desk) for tie in ranked[:MOST_ITEMS]),
        notes=(f"{left} weaker ones left out: dragoman ties --kind {row['kind']}",) if left > 0 else (),
        rank=_RANK * ranked[0].strength - place,
        whole=bool(row.get("whole")) and len(ranked) <= MOST_WHOLE,
    )


def _item(tie: Tie, desk: Desk) -> Item:
    trend = load_wording()["trends"].get(tie.trend.value)
    ended = f", ended {tie.end}" if tie.end else ""
    said = f"{say_tie(tie)}{f', {trend}' if trend else ''}{ended}"
    return Item(id=tie_item(tie), text=capital(said), standing=sure_of(tie), cites=tie_cites(tie, desk))
