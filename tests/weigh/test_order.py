"""The same result in whatever order statements and documents come."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Statement
from dragoman.weigh import weigh
from tests.weigh.builders import report, told

DOCUMENTS = [
    report("a", "2024-06-01"),
    report("b", "2024-06-03"),
    report("c", None),
    report("d", "2024-07-20"),
    report("e", "2023-06-02"),
]
STATUSES = ["actual", "planned", "possible", "denied", "wanted"]

statements = st.builds(
    told,
    st.sampled_from([d.id for d in DOCUMENTS]),
    st.sampled_from(
        [
            "CONSULT PRK+RUS",
            "CONSULT RUS PRK",
            "AID PRK RUS",
            "AID RUS PRK",
            "AGREE PRK+RUS",
            "ASSAULT RUS UKR",
            "ASSAULT RUS",
            "ASSAULT UKR RUS",
            "ALLY PRK RUS",
            "OPPOSE PRK RUS",
            "MOBILIZE PRK",
            "REJECT RUS",
            "WANT RUS",
            "CONSULT USA+KOR+RUS",
        ]
    ),
    by=st.sampled_from([None, None, "RUS", "USA", "Lavrov/RUS", "USA, KOR"]),
    force=st.sampled_from(["says", "denies", "alleges"]),
    when=st.sampled_from([None, None, "2024-06-01", "2024-06-02", "2024", "2023-06-01", "2024-05-01..2024-05-31"]),
    where=st.sampled_from([None, None, "Vladivostok", "Vostochny", "Odesa", "RUS"]),
    theme=st.sampled_from([None, "shells", "a letter", "the grain deal"]),
    goods=st.sampled_from(["", "weapons", "ammunition", "food"]),
    number=st.sampled_from([None, None, "5 dead", "9 dead"]),
    word=st.sampled_from(["did", "war", "attack", "visited"]),
    status=st.sampled_from(STATUSES),
    mode=st.sampled_from([None, "visit", "meeting", "call"]),
    count=st.sampled_from([1, 1, 3]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(statements, max_size=25, unique_by=lambda s: s.id), st.randoms())
def test_order_makes_no_difference(told_of: list[Statement], random: object) -> None:
    """Events and disputes, with their ids and reasons, are the same for any order of the input."""
    shuffled, documents = list(told_of), list(DOCUMENTS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(documents)  # type: ignore[attr-defined]
    first = weigh(told_of, DOCUMENTS)
    assert weigh(shuffled, documents) == first
    covered = [s for event in first.events for s in event.statements]
    assert sorted(set(covered)) == sorted(s.id for s in told_of)
