"""What people ruled about which statements tell of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Ruling, RulingKind, Span, Statement
from dragoman.ruling import anchor_of
from dragoman.weigh import Weighed, weigh
from dragoman.weigh.ruled import find_again
from dragoman.weigh.shelves import MemoryShelves
from dragoman.weigh.weigh import _Given, weigh_again
from tests.weigh.builders import report, told

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
NAMES = "abcdef"
DOCUMENTS = [report(name) for name in NAMES]


def ruling(number: int, kind: str, *sides: list[Statement], is_undone: bool = False) -> Ruling:
    """Return a ruling of Anna's about the statements."""
    return Ruling(
        number=number,
        kind=RulingKind(kind),
        sides=tuple(tuple(anchor_of(s) for s in side) for side in sides),
        made_by="anna",
        made_at=NOON + timedelta(days=number),
        is_undone=is_undone,
    )


def ruled(statements: list[Statement], *rulings: Ruling) -> Weighed:
    """Weigh the statements by the rulings."""
    return weigh(statements, DOCUMENTS, rulings)


def groups(found: Weighed, *statements: Statement) -> list[set[int]]:
    """Return the events as sets of the statements' places in the list, the one with the earliest first."""
    place = {s.id: i for i, s in enumerate(statements)}
    return sorted(({place[s] for s in event.statements} for event in found.events), key=min)


AID = told("a", "AID PRK RUS", goods="weapons", when="2024-03-01")
TALKS = told("b", "CONSULT USA+KOR", when="2024-05-05", where="Geneva")
MEETING = [told(name, "CONSULT PRK+RUS", when="2023-09-13") for name in NAMES]


def test_merge_joins_what_excludes_each_other() -> None:
    """What a person joined is one event, whatever speaks against it, and says who joined it and when."""
    (event,) = ruled([AID, TALKS], ruling(1, "merge", [AID], [TALKS])).events
    assert "joined by anna on 2026-03-06 (ruling 1)" in event.reasons


def test_merge_within_a_document() -> None:
    """Two statements of one document are joined too."""
    other = replace(TALKS, document="a", id="f" * 16)
    assert groups(ruled([AID, other], ruling(1, "merge", [AID], [other])), AID, other) == [{0, 1}]


def test_split_takes_out() -> None:
    """Statements that were taken out form an event of their own, also those of a document that tells of both."""
    first, second, third = MEETING[:3]
    again = told("a", "CONSULT PRK+RUS", when="2023-09-13", word="talked")
    found = ruled([first, second, third, again], ruling(1, "split", [third, again], [first, second]))
    assert groups(found, first, second, third, again) == [{0, 1}, {2, 3}]
    taken = next(event for event in found.events if third.id in event.statements)
    left = next(event for event in found.events if first.id in event.statements)
    assert "parted by anna on 2026-03-06 (ruling 1) from the rest" in taken.reasons
    assert "parted by anna on 2026-03-06 (ruling 1) from others" in left.reasons


def test_split_of_states_told_in_the_same_terms() -> None:
    """Lasting states, which are one where they are told in the same terms, are parted too."""
    first, second = told("a", "ALLY PRK RUS"), told("b", "ALLY PRK RUS")
    assert groups(ruled([first, second], ruling(1, "split", [second], [first])), first, second) == [{0}, {1}]


def test_what_comes_later_joins_one_side_only() -> None:
    """A further report never joins what was parted."""
    first, second, third = MEETING[:3]
    found = ruled([first, second, third], ruling(1, "split", [second], [first]))
    assert len(found.events) == 2


def test_the_latest_ruling_holds() -> None:
    """A later merge overrides a split, and a later split a merge."""
    first, second = MEETING[:2]
    apart, joined = ruling(1, "split", [second], [first]), ruling(2, "merge", [first], [second])
    assert len(ruled([first, second], apart, joined).events) == 1
    joined, apart = ruling(1, "merge", [AID], [TALKS]), ruling(2, "split", [TALKS], [AID])
    assert len(ruled([AID, TALKS], joined, apart).events) == 2


def test_what_a_split_leaves_of_a_merge() -> None:
    """One statement taken out of what was joined leaves the rest joined."""
    third = told("c", "SANCTION USA IRN", when="2024-06-01")
    joined, apart = ruling(1, "merge", [AID], [TALKS], [third]), ruling(2, "split", [TALKS], [AID, third])
    assert groups(ruled([AID, TALKS, third], joined, apart), AID, TALKS, third) == [{0, 2}, {1}]


def test_undone_rulings_count_for_nothing() -> None:
    """What was undone is as if it had not been ruled."""
    undone = ruling(1, "merge", [AID], [TALKS], is_undone=True)
    assert ruled([AID, TALKS], undone) == ruled([AID, TALKS])


def test_pin_holds() -> None:
    """What was pinned stays together although its statements are read otherwise now."""
    first, second = MEETING[:2]
    pin = ruling(1, "pin", [first, second])
    moved = replace(second, time=told("b", "CONSULT PRK+RUS", when="2019-04-25").time, id="0" * 16)
    assert len(ruled([first, moved]).events) == 2
    (event,) = ruled([first, moved], pin).events
    assert "held together by anna on 2026-03-06 (ruling 1)" in event.reasons


def test_a_great_pin_costs_little() -> None:
    """A thousand statements that were pinned are tied together by about as many comparisons."""
    from dragoman.weigh.ruled import marks_of, pairs

    many = [replace(AID, id=f"{number:016x}") for number in range(1000)]
    marks = marks_of([ruling(1, "pin", many)], many)
    assert len(list(pairs(range(1000), [marks[s.id] for s in many]))) < 1000


def test_found_again_after_another_reading() -> None:
    """A statement is found again where its words overlap: the same id, else its type, else its parties decide."""
    meant = anchor_of(AID)
    same = replace(AID, id="1" * 16)
    other_type = replace(same, id="2" * 16, type="COOPERATE")
    other_party = replace(same, id="3" * 16, targets=TALKS.targets or TALKS.agents)
    elsewhere = replace(same, evidence=replace(same.evidence, trigger=Span(90, 95)))
    assert find_again(meant, [same, other_type, other_party, AID]) == [AID]
    assert find_again(meant, [same, other_type, other_party]) == [same]
    assert find_again(meant, [other_type]) == [other_type]
    assert find_again(meant, [elsewhere]) == []


OF_ANY_KIND = [
    *MEETING,
    AID,
    TALKS,
    told("c", "ALLY PRK RUS"),
    told("d", "ALLY PRK RUS"),
    told("a", "CONSULT PRK+RUS", by="RUS", force="denies", when="2023-09-13"),
    told("e", "AID PRK RUS", goods="weapons", status="possible", by="USA"),
]
sides = st.lists(st.sampled_from(OF_ANY_KIND), min_size=1, max_size=4, unique_by=lambda s: s.id)
rulings = st.lists(st.tuples(st.sampled_from(["merge", "split", "pin"]), sides, sides), max_size=4)


def one_by_one(told_of: list[Statement], listed: list[Ruling]) -> Weighed:
    """Weigh half of the documents, then ruling by ruling, then the other documents one by one."""
    shelves = MemoryShelves()
    known, later = DOCUMENTS[::2], DOCUMENTS[1::2]
    anchored = {anchor.document for ruling in listed for side in ruling.sides for anchor in side}
    steps = [(known, listed[:0], {d.id for d in known})]
    steps += [(known, listed[: count + 1], anchored) for count in range(len(listed))]
    for count in range(len(later)):
        steps.append((known + later[: count + 1], listed, {later[count].id}))
    for documents, made, changed in steps:
        by_id = {d.id: d for d in documents}
        told_now = [s for s in told_of if s.document in by_id]
        weigh_again(shelves, _Given(told_now, by_id, tuple(made)), changed)
        shelves.is_fresh = False
    return Weighed(*shelves.weighed())


@settings(max_examples=60, deadline=None)
@given(rulings, st.randoms())
def test_order_makes_no_difference(made: list[tuple[str, list[Statement], list[Statement]]], random: object) -> None:
    """Events are the same in whatever order statements and rulings come, and the last ruling always holds."""
    listed = []
    for number, (kind, first, second) in enumerate(made, 1):
        rest = [s for s in second if s not in first] or [s for s in OF_ANY_KIND if s not in first]
        listed.append(ruling(number, kind, *([first + rest] if kind == "pin" else [first, rest])))
    found = ruled(OF_ANY_KIND, *listed)
    shuffled, mixed = list(OF_ANY_KIND), list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert ruled(shuffled, *mixed) == found
    assert one_by_one(shuffled, listed) == found
    if listed:
        last = listed[-1]
        ids = [{a.statement for a in side} for side in last.sides]
        for event in found.events:
            held = [side & set(event.statements) for side in ids]
            if last.kind is RulingKind.SPLIT:
                assert not (held[0] and held[1])
                assert held[0] in (set(), ids[0])
            else:
                assert not any(held) or held == ids


def test_split_holds_through_what_lasts() -> None:
    """Two meetings that were parted stay so, though each was joined to a supply that is one with the other's."""
    here, there = MEETING[0], MEETING[1]
    offer = OF_ANY_KIND[-1]
    listed = [
        ruling(1, "merge", [here], [AID]),
        ruling(2, "merge", [there], [offer]),
        ruling(3, "split", [here], [there]),
    ]
    found = ruled(OF_ANY_KIND, *listed)
    assert not any({here.id, there.id} <= set(event.statements) for event in found.events)
