"""What changed between two weighings."""

from __future__ import annotations

from datetime import date

from dragoman.model import Change, ChangeKind, Document, Statement
from dragoman.weigh import weigh
from dragoman.weigh.changes import Told, find_changes
from tests.weigh.builders import report, told
from tests.weigh.test_ruled import ruling

A, B, C = report("a", "2024-06-10"), report("b", "2024-06-12"), report("c", "2024-06-14")


def changed(before: list[Statement], after: list[Statement], *documents: Document, **rules: object) -> list[Change]:
    """Return what changed from what some statements tell to what others do; `rules` are rulings of now."""
    listed = documents or (A, B, C)
    first, second = weigh(before, listed), weigh(after, listed, **rules)  # type: ignore[arg-type]
    days = {d.id: d.published or date.max for d in listed}
    return list(
        find_changes(
            Told(first.events, first.disputes), Told(second.events, second.disputes), {s.id: s for s in after}, days
        )
    )


def brief(changes: list[Change]) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    """Return the changes in short: kind, was, now, documents."""
    return [(c.kind.value, c.was, c.now, c.documents) for c in changes]


VISIT = told("a", "CONSULT RUS PRK", when="2024-06-09", mode="visit")
AGAIN = told("b", "CONSULT RUS PRK", when="2024-06-09", mode="visit")
GIFT = told("a", "AID PRK RUS", goods="weapons", when="2024-06-01", by="USA")
DENIAL = told("b", "AID PRK RUS", goods="weapons", when="2024-06-01", by="PRK", force="denies", status="denied")


def test_nothing_changed() -> None:
    """What is the same is no change."""
    assert changed([VISIT, AGAIN], [VISIT, AGAIN]) == []


def test_new_event() -> None:
    """An event of which nothing was told before is new."""
    assert brief(changed([], [VISIT])) == [("new", None, "single-source", ("a",))]


def test_standing_changed() -> None:
    """A standing changes with the documents that bring another origin."""
    assert brief(changed([VISIT], [VISIT, AGAIN])) == [("standing", "single-source", "confirmed", ("b",))]


def test_plan_came_true() -> None:
    """A plan that is told as done changes its standing and is fulfilled."""
    plan = told("a", "CONSULT RUS PRK", when="2024-06-12", mode="visit", status="planned")
    done = told("c", "CONSULT RUS PRK", when="2024-06-12", mode="visit")
    assert brief(changed([plan], [plan, done])) == [
        ("standing", "expected", "single-source", ("c",)),
        ("fulfilled", None, "single-source", ("c",)),
    ]


def test_dispute_arose_and_was_settled() -> None:
    """A denial makes a dispute; where the denial is taken out, the dispute is no more."""
    found = changed([GIFT], [GIFT, DENIAL])
    assert [c.kind for c in found] == [ChangeKind.STANDING, ChangeKind.DISPUTE]
    assert {c.documents for c in found} == {("b",)}
    assert found[1].now == "occurrence"
    back = changed([GIFT, DENIAL], [GIFT])
    assert ChangeKind.SETTLED in [c.kind for c in back]


def test_toll_told_anew() -> None:
    """A toll that grows is told with the value before, the value now and the document that tells it."""
    first = told("a", "ASSAULT RUS UKR", when="2024-06-09", where="Odesa", number="5 dead", word="struck")
    later = told("b", "ASSAULT RUS UKR", when="2024-06-09", where="Odesa", number="9 dead", word="struck")
    (update,) = [c for c in changed([first], [first, later]) if c.kind is ChangeKind.UPDATED]
    assert (update.was, update.now, update.documents) == ("5 dead", "9 dead", ("b",))


def test_events_joined_by_a_ruling() -> None:
    """Events that a person joined say who did, and that no document was new."""
    found = changed([VISIT, GIFT], [VISIT, GIFT], rulings=[ruling(1, "merge", [VISIT], [GIFT])])
    joined = next(c for c in found if c.kind is ChangeKind.JOINED)
    assert (joined.was or "").split() == sorted(f"e{s.id[:12]}" for s in (VISIT, GIFT))
    assert joined.ruled == "joined by anna on 2026-03-06 (ruling 1)"
    assert joined.documents == ()


def test_events_parted_by_a_ruling() -> None:
    """An event that a person parted names the events that it is now."""
    found = changed([VISIT, AGAIN], [VISIT, AGAIN], rulings=[ruling(1, "split", [AGAIN], [VISIT])])
    parted = next(c for c in found if c.kind is ChangeKind.PARTED)
    assert (parted.now or "").split() == sorted(f"e{s.id[:12]}" for s in (VISIT, AGAIN))
    assert "parted by anna" in (parted.ruled or "")


def test_gone() -> None:
    """An event of which nothing is told any more is gone."""
    assert brief(changed([VISIT], [])) == [("gone", "single-source", None, ())]


def test_order_of_time() -> None:
    """Changes come in the order of the days on which their documents count."""
    later = told("c", "CONSULT USA+KOR", when="2024-06-13")
    assert [c.day for c in changed([], [later, VISIT])] == [date(2024, 6, 10), date(2024, 6, 14)]


def test_the_day_on_which_it_turned() -> None:
    """Of several new documents that one is named which made the standing, or the dispute, what it is."""
    third = told("c", "CONSULT RUS PRK", when="2024-06-09", mode="visit")
    plan = told("a", "CONSULT RUS PRK", when="2024-06-09", mode="visit", status="planned")
    assert brief(changed([plan], [plan, AGAIN, third])) == [
        ("fulfilled", None, "confirmed", ("b",)),
        ("standing", "expected", "confirmed", ("c",)),
    ]
    late = told("c", "AID PRK RUS", goods="weapons", when="2024-06-01", by="PRK", force="denies", status="denied")
    (dispute,) = [c for c in changed([], [GIFT, late]) if c.kind is ChangeKind.DISPUTE]
    assert (dispute.day, dispute.documents) == (date(2024, 6, 14), ("c",))
