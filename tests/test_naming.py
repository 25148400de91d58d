"""What people call actors, and whom of the case they mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.case import CaseFile
from dragoman.errors import BadValue, UnknownName
from dragoman.model import ActorRef
from dragoman.naming import find_actor, settle_actors, settle_filter, suggest
from tests.brief.builders import Told, document, putin, who


def person(name: str, code: str = "USA") -> ActorRef:
    """Return a person of this name."""
    return ActorRef(code=code, actor=f"person:{name.lower().replace(' ', '-')}", name=name)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    """A case of Putin, of Ana and Ivo Marek, of Iran and the Koreas."""
    text = "Putin met Ana Marek, and Ivo Marek met Iran and the Koreas."
    told = Told(document("d1", text))
    told.state("d1", "Putin met Ana Marek", "met", "CONSULT", agents=(putin(),), targets=(person("Ana Marek"),))
    others = who("IRN", "PRK", "KOR")
    told.state("d1", "Ivo Marek met Iran", "met", "CONSULT", agents=(person("Ivo Marek"),), targets=others)
    with told.case(tmp_path) as case:
        yield case


@pytest.mark.parametrize(
    ("called", "meant"),
    [
        ("IRN", "IRN"),
        ("irn", "irn"),
        ("iran", "IRN"),
        ("Tehran", "state:IRN"),
        ("tehran", "state:IRN"),
        ("person:vladimir-putin", "person:vladimir-putin"),
        ("Putin", "person:vladimir-putin"),
        ("putin", "person:vladimir-putin"),
        ("Ivo Marek", "Ivo Marek"),
        ("France", "FRA"),
        ("Macron", "person:emmanuel-macron"),
    ],
)
def test_names_are_settled(file: CaseFile, called: str, meant: str) -> None:
    """What the case has goes before what the world knows; a code, an id or a whole name stays what it is."""
    assert settle_actors([called], file) == (meant,)


@pytest.mark.parametrize(
    ("called", "words"),
    [
        ("Marek", r"several actors .* Ana Marek \(person:ana-marek\), Ivo Marek \(person:ivo-marek\)"),
        ("Korea", "North Korea .* South Korea|South Korea .* North Korea"),
        ("ZZZ", "neither the case nor the program knows such an actor"),
        ("Ana Marik", 'did you mean "Ana Marek"'),
        ("Vladimir Putni", 'did you mean "Vladimir Putin"'),
    ],
)
def test_names_that_settle_nothing(file: CaseFile, called: str, words: str) -> None:
    """Several who go by a name are listed; for one that nobody knows, one much like it is offered."""
    with pytest.raises(UnknownName, match=words):
        settle_actors([called], file)


def test_surname_is_found_and_a_slip_answered(file: CaseFile) -> None:
    """Showing goes by surnames too."""
    assert find_actor("Putin", file) == "person:vladimir-putin"
    assert find_actor("Nobody", file) is None
    assert suggest("Putni", file) == '; did you mean "Vladimir Putin"?'


def test_type_must_be_of_the_vocabulary(file: CaseFile) -> None:
    """A type is one of the vocabulary, in any letters."""
    assert settle_filter({"types": "aid"}, file).types == ("aid",)
    with pytest.raises(BadValue, match=r"no such type \(FOO\); use one of AGREE"):
        settle_filter({"types": ("AID", "FOO")}, file)
