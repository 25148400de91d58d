from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dragoman.model import (
    Document,
    Event,
    Evidence,
    Exchange,
    Force,
    Link,
    Span,
    Stage,
    Standing,
    Statement,
    Status,
    Theme,
    Time,
    Voice,
)
from dragoman.system.exchanges import find_exchanges
from dragoman.system.matches import find_matches
from tests.system.builders import ref

DAY = date(2021, 5, 1)


def told(
    quote: str,
    word: str,
    deed: str,
    theme: str | None = None,
    goods: Sequence[str] = (),
    *,
    id_: str = "",
    status: Status = Status.ACTUAL,
    voice: str | None = None,
    force: Force = Force.SAYS,
    links: tuple[Link, ...] = (),
    document: str = "d1",
) -> Statement:
    """Return the statement that a document makes in these words, "TCD AID NER" by `word` about `theme`."""
    agents, kind, *targets = deed.split()
    at, about = quote.index(word), quote.index(theme) if theme else 0
    return Statement(
        id=id_ or quote[:16],
        document=document,
        type=kind,
        agents=tuple(ref(code) for code in agents.split(",") if code != "?"),
        targets=tuple(ref(code) for part in targets for code in part.split(",")),
        theme=Theme(text=theme, goods=tuple(goods), span=Span(about, about + len(theme))) if theme else None,
        status=status,
        voices=(Voice(code=voice, actor=f"state:{voice}", name=voice, cue="said", force=force),) if voice else (),
        evidence=Evidence(start=0, end=len(quote), quote=quote, trigger=Span(at, at + len(word))),
        links=links,
    )


def papers(*statements: Statement) -> list[Document]:
    """Return a document for each that the statements name, with the words of its first."""
    texts = {s.document: s.evidence.quote for s in reversed(statements)}
    return [
        Document(id=id_, name=f"{id_}.txt", uri=f"/{id_}", text=text, published=DAY, publisher=f"Paper {id_}")
        for id_, text in texts.items()
    ]


def event_of(*statements: Statement, standing: Standing = Standing.SINGLE_SOURCE, denied_by: str = "") -> Event:
    """Return the event that the statements make."""
    first = statements[0]
    return Event(
        id=f"e{first.id}",
        type=first.type,
        statements=tuple(s.id for s in statements),
        standing=standing,
        agents=first.agents,
        targets=first.targets,
        theme=first.theme,
        time=Time(),
        denied_by=tuple(denied_by.split()),
    )


def ledger(*statements: Statement, events: Sequence[Event] = ()) -> dict[str, Exchange]:
    """Return the exchanges, each by "TCD>NER food"."""
    found = find_exchanges(events or [event_of(s) for s in statements], statements, papers(*statements))
    return {named(exchange): exchange for exchange in found}


def named(exchange: Exchange) -> str:
    """Return "TCD>NER food" of an exchange."""
    giver, receiver = (party.code if party else "?" for party in (exchange.giver, exchange.receiver))
    return f"{giver}{'>' if exchange.directed else '-'}{receiver} {exchange.good}"


GIVEN = told("Chad sent Niger rifles", "sent", "TCD AID NER", "rifles", ["weapons"])
WILL = told("Chad will send Niger rifles", "send", "TCD AID NER", "rifles", ["weapons"], status=Status.PLANNED)
WANTED = told("Niger needs rifles", "needs", "NER WANT", "rifles", ["weapons"])


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (GIVEN, {"TCD>NER weapons": "delivered held"}),
        (WILL, {"TCD>NER weapons": "offered held"}),
        (WANTED, {"?>NER weapons": "wanted held"}),
        (
            told("Mali says Chad sent Niger rifles", "sent", "TCD AID NER", "rifles", ["weapons"],
                 status=Status.POSSIBLE, voice="MLI", force=Force.ALLEGES),
            {"TCD>NER weapons": "delivered alleged"},
        ),
        (
            told("Chad may send Niger rifles", "send", "TCD AID NER", "rifles", ["weapons"], status=Status.POSSIBLE),
            {"TCD>NER weapons": "offered possible"},
        ),
        (
            told("Chad has not sent Niger rifles", "sent", "TCD AID NER", "rifles", ["weapons"], status=Status.DENIED),
            {"TCD>NER weapons": "delivered denied"},
        ),
        (
            told("Chad will not send Niger rifles", "send", "TCD AID NER", "rifles", ["weapons"], status=Status.DENIED),
            {"TCD>NER weapons": "offered denied"},
        ),
        (
            told("Chad and Niger signed an arms deal", "signed", "TCD,NER AGREE", "arms deal", ["weapons"]),
            {"NER-TCD weapons": "agreed held"},
        ),
        (
            told("Niger asked Chad for rifles", "asked", "NER REQUEST TCD", "rifles", ["weapons"]),
            {"TCD>NER weapons": "wanted held"},
        ),
        (
            told("Niger wants Chadian rifles", "wants", "NER WANT", "Chadian rifles", ["weapons"]),
            {"TCD>NER weapons": "wanted held"},
        ),
        (told("Chad supplied Niger", "supplied", "TCD AID NER"), {"TCD>NER unspecified": "delivered held"}),
        (
            told("Chad sent Niger wheat and tanks", "sent", "TCD AID NER", "wheat and tanks", ["food", "weapons"]),
            {"TCD>NER food": "delivered held", "TCD>NER weapons": "delivered held"},
        ),
    ],
)  # fmt: skip
def test_statement_puts_goods_at_a_stage(statement: Statement, expected: dict[str, str]) -> None:
    """What is given, offered, agreed or wanted is an exchange at its stage, as sure as the statement is."""
    assert {name: f"{x.stage} {x.certainty}" for name, x in ledger(statement).items()} == expected


@pytest.mark.parametrize(
    "statement",
    [
        told("Chad helped Niger vote", "helped", "TCD AID NER"),
        told("Chad wants nuclear talks", "wants", "TCD WANT", "nuclear talks", ["nuclear"]),
        told("Niger gave itself rifles", "gave", "NER AID NER", "rifles", ["weapons"]),
        told("Chad asked Niger to hand over rifles", "hand", "TCD ACCUSE NER", "rifles", ["weapons"]),
        told("Chad and Niger signed a trade pact", "signed", "TCD,NER AGREE", "trade pact", ["trade"]),
        told("Chad trained Nigerien troops", "trained", "TCD AID NER", "Nigerien troops", ["troops"]),
    ],
)
def test_what_moves_no_goods_between_two_is_no_exchange(statement: Statement) -> None:
    """Help without goods, talks about a good, gifts to oneself and quarrels about goods are not in the ledger."""
    assert ledger(statement) == {}


def test_help_with_what_the_receiver_owns_is_help_in_that_good() -> None:
    """ "Any help to Niger's satellite programme" is about satellites, though help alone says nothing of a good."""
    quote = "Chad gives help to Niger's satellite programme now"
    helped = told(quote, "gives", "TCD AID NER", "help", ["support"])
    at = quote.index("Niger's")
    owner = replace(helped.targets[0], mention=Span(at, at + len("Niger's")))
    exchange = ledger(replace(helped, targets=(owner,)))["TCD>NER satellites"]
    assert exchange.what == ("satellite programme",)


def test_sources_merge_into_one_exchange_with_its_history() -> None:
    """Statements of several documents about one giver, receiver and good are steps of one exchange, in time."""
    deal = told("an arms deal of Chad with Niger", "deal", "TCD AGREE NER", "arms deal", ["weapons"], document="d2")
    exchange = ledger(WILL, deal, GIVEN)["TCD>NER weapons"]
    assert [step.stage for step in exchange.steps] == [Stage.OFFERED, Stage.AGREED, Stage.DELIVERED]
    assert exchange.statements == (WILL.id, deal.id, GIVEN.id)
    assert (exchange.stage, exchange.what[0]) == (Stage.DELIVERED, "rifles")


def test_stage_is_disputed_where_one_tells_it_and_another_denies_it() -> None:
    """An allegation and a denial of one delivery make it disputed, and each is named."""
    alleged = told("Mali says Chad sent rifles to Niger", "sent", "TCD AID NER", "rifles", ["weapons"],
                   status=Status.POSSIBLE, voice="MLI", force=Force.ALLEGES)  # fmt: skip
    denied = told("Chad denies it sent rifles to Niger", "sent", "TCD AID NER", "rifles", ["weapons"],
                  status=Status.DENIED, voice="TCD", force=Force.DENIES)  # fmt: skip
    exchange = ledger(alleged, denied)["TCD>NER weapons"]
    assert f"{exchange.stage} {exchange.certainty}" == "delivered disputed"
    assert exchange.reached[0].why == "alleged by MLI; denied by TCD"


def test_denial_of_another_statement_of_the_event_makes_the_stage_disputed() -> None:
    """Where the event that tells of a delivery is disputed, so is the stage, though its denial is of the deal."""
    alleged = told("Mali says Chad sent rifles to Niger", "sent", "TCD AID NER", "rifles", ["weapons"],
                   status=Status.POSSIBLE, voice="MLI", force=Force.ALLEGES)  # fmt: skip
    event = event_of(alleged, standing=Standing.DISPUTED, denied_by="TCD NER")
    exchange = ledger(alleged, events=[event])["TCD>NER weapons"]
    assert exchange.reached[0].why == "alleged by MLI; the event is denied by TCD, NER"


def test_held_delivery_goes_before_what_is_only_possible() -> None:
    """The stage is the furthest that is held or disputed, not one that may come."""
    may = told("Chad may send more rifles to Niger", "send", "TCD AID NER", "rifles", ["weapons"],
               status=Status.POSSIBLE)  # fmt: skip
    assert f"{ledger(GIVEN, may)['TCD>NER weapons'].stage}" == "delivered"


def test_event_says_who_gives_where_a_statement_does_not() -> None:
    """ "Chad and Niger discussed supplying rifles" takes its direction from the event that it was joined to."""
    both = told("Chad and Niger discussed supplying rifles", "supplying", "TCD,NER AID", "rifles", ["weapons"],
                status=Status.POSSIBLE)  # fmt: skip
    joined = event_of(GIVEN, both)
    assert set(ledger(GIVEN, both, events=[joined])) == {"TCD>NER weapons"}
    assert set(ledger(both)) == {"NER-TCD weapons"}


def test_only_a_source_makes_two_exchanges_the_return_of_each_other() -> None:
    """A link by the words of a source joins them, with its words; two gifts the two ways alone do not."""
    quote = "Chad sent Niger rifles in return for wheat"
    sent = told(quote, "sent", "TCD AID NER", "rifles", ["weapons"], id_="one")
    back = told(quote, "return", "NER AID TCD", "wheat", ["food"], id_="two")
    apart = ledger(sent, back)
    assert not any(exchange.return_of for exchange in apart.values())
    linked = ledger(sent, replace(back, links=(Link(kind="in-exchange-for", statement="one"),)))
    rifles, wheat = linked["TCD>NER weapons"], linked["NER>TCD food"]
    assert (rifles.return_of, wheat.return_of) == ((wheat.id,), (rifles.id,))
    assert "in return for wheat" in wheat.named_by[0].text


def test_purpose_is_what_the_sentence_says_after_the_good() -> None:
    """ "For use in the war" is kept with its place; of a list it belongs to the good before it alone."""
    quote = "Chad sent Niger rifles for use in the war on bandits, and wheat."
    sent = told(quote, "sent", "TCD AID NER", "rifles for use in the war on bandits, and wheat", ["weapons", "food"])
    found = ledger(sent)
    (purpose,) = found["TCD>NER weapons"].purposes
    assert quote[purpose.start : purpose.end] == purpose.text == "for use in the war on bandits"
    assert found["TCD>NER food"].purposes == ()


def matches(*statements: Statement) -> list[str]:
    """Return the matches as "NER wants weapons: TCD 1.0"."""
    events = [event_of(s) for s in statements]
    found = find_matches(find_exchanges(events, statements, papers(*statements)), events, statements)
    return [f"{m.want.party.code} wants {m.good}: {m.offer.party.code} {m.score}" for m in found]


def test_want_meets_what_another_gives_to_the_one_who_wants() -> None:
    """A want is matched with what is given or offered to the one who wants it."""
    assert matches(WANTED, GIVEN) == ["NER wants weapons: TCD 1.0"]


def test_wider_good_may_be_the_one_wanted() -> None:
    """Arms may be the shells that are wanted: a match of lower score."""
    shells = told("Niger needs shells", "needs", "NER WANT", "shells", ["ammunition"])
    assert matches(shells, GIVEN) == ["NER wants ammunition: TCD 0.6"]


@pytest.mark.parametrize(
    "other",
    [
        told("Chad has not sent Niger rifles", "sent", "TCD AID NER", "rifles", ["weapons"], status=Status.DENIED),
        told("Chad sent Mali rifles", "sent", "TCD AID MLI", "rifles", ["weapons"]),
        told("Chad sent Niger wheat", "sent", "TCD AID NER", "wheat", ["food"]),
        told("Chad has rifles", "has", "TCD HOLD", "rifles", ["weapons"]),
        told("Niger has rifles", "has", "NER HOLD", "rifles", ["weapons"]),
    ],
)
def test_no_match_with_a_denial_another_receiver_or_a_stranger(other: Statement) -> None:
    """What is denied, given to another, of another kind, had by who has no dealings, or one's own, meets no want."""
    assert matches(WANTED, other) == []


def test_what_one_has_meets_the_want_of_who_deals_with_it() -> None:
    """What somebody is told to have meets a want told beside it, when the two deal with each other."""
    has = told("Chad has rifles", "has", "TCD HOLD", "rifles", ["weapons"])
    met = told("Chad met Niger", "met", "TCD CONSULT NER")
    assert matches(WANTED, has, met) == ["NER wants weapons: TCD 0.5"]


def test_matches_the_two_ways_know_of_each_other() -> None:
    """A match knows those between the same two the other way round, and calls neither an exchange."""
    wheat = told("Chad wants wheat", "wants", "TCD WANT", "wheat", ["food"])
    back = told("Niger will send Chad wheat", "send", "NER AID TCD", "wheat", ["food"], status=Status.PLANNED)
    statements = (WANTED, GIVEN, wheat, back)
    events = [event_of(s) for s in statements]
    exchanges = find_exchanges(events, statements, papers(*statements))
    one, other = find_matches(exchanges, events, statements)
    assert (one.back, other.back) == ((other.id,), (one.id,))
    assert not any(exchange.return_of for exchange in exchanges)


def test_order_of_statements_changes_nothing() -> None:
    """The ledger is the same whatever the order of statements and documents."""
    assert ledger(WILL, GIVEN, WANTED) == ledger(WANTED, GIVEN, WILL)
