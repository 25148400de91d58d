"""Sentences of the brief."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.brief.names import join, name_all, with_article
from dragoman.brief.phrase import name_theme, say, whether
from dragoman.model import Event, Place, Span, Standing, Status, Theme
from tests.brief.builders import SHELLS, Told, document, putin, says, who

TEXT = "They supplied shells, visited, met, attacked, signed a pact and sent troops."


def make(
    trigger: str, kind: str, standing: Standing, status: Status = Status.ACTUAL, **fields: object
) -> tuple[Event, list[object]]:
    """Return an event told in one statement with that trigger."""
    told = Told(document("d", TEXT))
    voices = fields.pop("voices", ())
    outcome = fields.pop("outcome", None)
    statement = told.state("d", TEXT, trigger, kind, status=status, voices=voices, **fields)
    return told.event(statement, standing=standing, outcome=outcome), told.statements  # type: ignore[return-value]


SUPPLY = {"agents": who("PRK"), "targets": who("RUS"), "theme": SHELLS}
CASES = [
    (make("supplied", "AID", Standing.CONFIRMED, **SUPPLY), "North Korea supplied Russia with artillery shells"),
    (
        make("supplied", "AID", Standing.EXPECTED, Status.PLANNED, **SUPPLY),
        "North Korea is to supply Russia with artillery shells",
    ),
    (
        make("supplied", "AID", Standing.ALLEGED, Status.POSSIBLE, **SUPPLY),
        "North Korea may supply Russia with artillery shells",
    ),
    (
        make("supplied", "AID", Standing.ALLEGED, Status.POSSIBLE, voices=says("USA"), **SUPPLY),
        "North Korea is said to supply Russia with artillery shells",
    ),
    (
        make(
            "supplied",
            "AID",
            Standing.EXPECTED,
            Status.PLANNED,
            agents=who("IRN", "USA"),
            targets=who("HOUTHIS"),
            theme=SHELLS,
        ),
        "Iran and the United States are to supply the Houthis with artillery shells",
    ),
    (
        make("visited", "CONSULT", Standing.CONFIRMED, mode="visit", agents=(putin(),), targets=who("USA")),
        "Vladimir Putin visited the United States",
    ),
    (
        make("met", "CONSULT", Standing.CONFIRMED, mode="meeting", agents=(putin(),), targets=who("HOUTHIS")),
        "Vladimir Putin and the Houthis met",
    ),
    (
        make("signed", "AGREE", Standing.SINGLE_SOURCE, agents=who("RUS", "PRK"), theme=Theme(text="The pact")),
        "Russia and North Korea signed the pact",
    ),
]


@pytest.mark.parametrize(("told", "sentence"), CASES, ids=[sentence for _, sentence in CASES])
def test_sentence_is_no_stronger_than_its_standing(told: tuple[Event, list[object]], sentence: str) -> None:
    """A sentence agrees with its subject, takes articles, and says only what the standing allows."""
    assert say(told[0], told[1]) == sentence  # type: ignore[arg-type]


THIN = [
    make("supplied", "AID", Standing.CONFIRMED, agents=who("PRK"), targets=who("RUS")),
    make("supplied", "AID", Standing.DISPUTED, **SUPPLY),
    make("shells", "AID", Standing.CONFIRMED, **SUPPLY),
    make("visited", "CONSULT", Standing.CONFIRMED, mode="visit", agents=(putin(),), targets=(putin(),)),
    make("attacked", "ASSAULT", Standing.CONFIRMED, agents=(putin(),), targets=who("USA")),
    make("signed", "AGREE", Standing.CONFIRMED, agents=who("RUS", "PRK")),
    make("met", "CONSULT", Standing.CONFIRMED, mode="meeting", agents=who("RUS", "PRK"), outcome="failed"),
    make("supplied", "AID", Standing.CONFIRMED, Status.POSSIBLE, **SUPPLY),
]


@pytest.mark.parametrize("told", THIN)
def test_what_the_record_is_too_thin_for_is_left_to_the_source(told: tuple[Event, list[object]]) -> None:
    """No sentence is made where the goods, the other party, the trigger or the status don't carry it."""
    assert say(told[0], told[1]) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Russia supplied enemies of Iran", "Russia supplied Iran's foes"])
def test_part_of_someone_is_not_said_to_be_the_whole(text: str) -> None:
    """Who is given something through what is theirs is left to the source's words."""
    told = Told(document("d", text))
    at = text.index("Iran")
    target = replace(who("IRN")[0], mention=Span(at, at + 4))
    statement = told.state("d", text, "supplied", "AID", agents=who("RUS"), targets=(target,), theme=SHELLS)
    assert say(told.event(statement), [statement]) is None


def test_dispute_asks_whether() -> None:
    """What is disputed is put as a question that takes no side."""
    event, told = make("supplied", "AID", Standing.DISPUTED, **SUPPLY)
    assert whether(event, told) == "whether North Korea supplies Russia with artillery shells"  # type: ignore[arg-type]


def test_country_is_not_said_twice() -> None:
    """A place that is the country visited isn't added to the sentence; a city is."""
    place = Place(text="Ankara", country="TUR", precision="city")
    event, told = make(
        "visited", "CONSULT", Standing.CONFIRMED, mode="visit", agents=(putin(),), targets=who("TUR"), place=place
    )
    assert say(event, told) == "Vladimir Putin visited Turkey, in Ankara"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("United States", "the United States"),
        ("the West", "the West"),
        ("West", "the West"),
        ("North Korea", "North Korea"),
        ("South Africa", "South Africa"),
        ("Houthis", "the Houthis"),
        ("Hamas", "Hamas"),
        ("UN Security Council", "the UN Security Council"),
        ("African Union", "the African Union"),
        ("Amnesty International", "Amnesty International"),
        ("Honduras", "Honduras"),
        ("Netherlands", "the Netherlands"),
        ("NATO", "NATO"),
        ("Taliban", "the Taliban"),
        ("experts", "experts"),
    ],
)
def test_names_take_their_article(name: str, shown: str) -> None:
    """Names take "the" where English has it."""
    assert with_article(name) == shown


def test_many_names_are_counted() -> None:
    """Names beyond the first few are counted, and nobody is named twice."""
    assert join(list("ABCDEFG")) == "A, B, C, D and 3 more"
    assert name_all(who("RUS", "RUS", "USA")) == "Russia and the United States"


@pytest.mark.parametrize(
    ("theme", "shown"),
    [
        ("its covert shipments of arms", "covert shipments of arms"),
        ("the grain,", "grain"),
        ("a  new\nradar", "new radar"),
        ("x" * 80, "x" * 70 + " ..."),
    ],
)
def test_goods_are_named_without_their_owner(theme: str, shown: str) -> None:
    """Goods stand without articles and possessives whose owner is not in the line, and are cut where long."""
    assert name_theme(theme) == shown
