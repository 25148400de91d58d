from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.case.codec import decode, encode
from dragoman.model import Actor, ActorKind, DateSource, Document, Span, Statement, Term, Time
from tests.case.builders import FULL, make_dispute, make_document, make_event, make_statement


@pytest.mark.parametrize(
    "record",
    [
        FULL,
        make_statement(),
        make_event("e1", "s1", time=FULL.time, theme=FULL.theme),
        make_dispute("x1", "e1"),
        make_document(published_by=DateSource.METADATA, furniture=(Span(1, 2), Span(4, 9)), pages=(0, 10)),
        Actor(id="person:x", kind=ActorKind.PERSON, code="RUS", name="X", terms=(Term(state="RUS", role="head"),)),
    ],
)
def test_record_survives(record: object) -> None:
    """Every record comes back from JSON as it was."""
    assert decode(type(record), encode(record)) == record


@given(st.builds(Time), st.text(), st.integers(1, 9), st.floats(0, 1))
def test_any_values_survive(time: Time, words: str, count: int, confidence: float) -> None:
    """Whatever days, words and numbers a statement holds come back as they were."""
    record = make_statement(time=time, outcome=words, count=count, confidence=confidence)
    assert decode(Statement, encode(record)) == record


def test_defaults_are_left_out() -> None:
    """A field that holds its default takes no room."""
    assert set(json.loads(encode(make_document()))) == {"id", "name", "uri", "text"}


def test_unknown_field_is_passed_over() -> None:
    """A field that a later version wrote does not keep this one from reading the rest."""
    plain = json.loads(encode(make_document())) | {"mood": "grim"}
    assert decode(Document, json.dumps(plain)) == make_document()
