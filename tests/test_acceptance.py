"""The four articles that the project began from, read, weighed and briefed: every row of the design's table must show.

The articles are not part of the project: without `../shared/data/seeds` beside the checkout these tests are skipped.
What is asked is written as of any situation: who, what, whom, where, when, in whose voice, with which standing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import dragoman
from dragoman.brief import compose, render_html, render_terminal
from dragoman.model import ActorRef, Event, Standing, Status
from tests.asking import events, goods, sources, statements

SEEDS = Path(__file__).parents[2] / "shared" / "data" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not here (../shared/data/seeds)")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dragoman.Case]:
    """Return a case that holds the four articles."""
    with dragoman.open_case(tmp_path_factory.mktemp("seeds") / "seeds.case") as opened:
        report = opened.read(SEEDS)
        assert len(report.added) == 4 and not report.failed
        yield opened


def test_each_quote_stands_in_its_document(case: dragoman.Case) -> None:
    """Nothing is invented: every statement's quote is in its document, at its place, and not too long."""
    texts = {d.id: d.text for d in case.documents()}
    for s in case.statements():
        assert texts[s.document][s.evidence.start : s.evidence.end] == s.evidence.quote
        assert len(s.evidence.quote) <= 500


def test_autumn_meeting_is_one_event_with_its_conflicts(case: dragoman.Case) -> None:
    """The September 2023 meeting is confirmed and fulfilled; place and date are disputed, the doubt is stated."""
    found = [e for e in events(case, "CONSULT", "RUS PRK") if e.time.start and e.time.start.isoformat() == "2023-09-01"]
    assert [e.standing.value for e in found] == ["confirmed"]
    meeting = found[0]
    assert sources(case, meeting, 3) >= {"001", "002", "003"}
    assert meeting.fulfilled and meeting.doubt and meeting.place and meeting.place.country == "RUS"
    kinds = {d.kind.value for d in case.disputes() if meeting.id in d.events}
    assert {"place", "date"} <= kinds


def test_visit_to_pyongyang(case: dragoman.Case) -> None:
    """The June 2024 visit, told by two documents, is another event than the autumn meeting."""
    found = [e for e in events(case, "CONSULT", "RUS PRK") if e.place and e.place.country == "PRK"]
    assert any(sources(case, e, 3) >= {"000", "001"} for e in found)


@pytest.mark.parametrize(("partner", "count"), [("CHN", 3), ("KOR", 3), ("USA", 3), ("RUS", 1)])
def test_summits_are_counted(case: dragoman.Case, partner: str, count: int) -> None:
    """Three summits with each of three leaders, and one with the fourth."""
    assert any(s.count == count for s in statements(case, "CONSULT", f"PRK {partner}", prefix="001"))


def test_letters_and_planned_visit(case: dragoman.Case) -> None:
    """The two countries exchanged letters; a visit to Vietnam is planned."""
    assert any("letter" in s.evidence.quote for s in statements(case, "CONSULT", "RUS PRK", prefix="003"))
    assert any(s.status is Status.PLANNED for s in statements(case, "CONSULT", "RUS", "VNM"))


def test_arms_deal_is_disputed(case: dragoman.Case) -> None:
    """Arms from North Korea to Russia: alleged by the USA and South Korea, denied by both parties: disputed."""
    found = [e for e in events(case, "AID COOPERATE AGREE", "PRK", "RUS") if goods(e) & {"weapons", "ammunition"}]
    disputed = [e for e in found if e.standing.value == "disputed"]
    assert disputed
    assert {"USA", "KOR"} <= set(disputed[0].asserted_by) and {"PRK", "RUS"} <= set(disputed[0].denied_by)


@pytest.mark.parametrize(
    ("kinds", "agents", "targets", "good"),
    [
        ("AID", "RUS", "PRK", "food"),
        ("AID", "RUS", "PRK", "satellites"),
        ("AID", "IRN", "RUS", "drones"),
        ("WANT", "RUS", "", "ammunition"),
        ("WANT", "RUS", "", "missiles"),
        ("WANT", "PRK", "", "money"),
        ("WANT", "PRK", "", "technology"),
        ("WANT", "PRK", "", "submarines"),
        ("AGREE AID COOPERATE", "RUS IRN", "", "weapons"),
    ],
)
def test_goods(case: dragoman.Case, kinds: str, agents: str, targets: str, good: str) -> None:
    """Who gives or wants what comes out with the category of the good."""
    assert any(good in goods(s) for s in statements(case, kinds, agents, targets))


def test_china_is_said_not_to_supply(case: dragoman.Case) -> None:
    """China supplies no weapons, or perhaps: both are there, from one document."""
    statuses = {s.status for s in statements(case, "AID COOPERATE", "CHN", "RUS")}
    assert {Status.DENIED, Status.POSSIBLE} <= statuses


@pytest.mark.parametrize(
    ("kinds", "agents", "targets"),
    [
        ("AGREE", "RUS PRK", ""),
        ("SANCTION", "WEST", "RUS"),
        ("SANCTION", "WEST", "RUS PRK IRN CHN"),
        ("SUPPORT", "RUS", "UNSC"),
        ("REJECT ACCUSE", "USA", "RUS"),
        ("OPPOSE", "RUS WEST", ""),
        ("ALLY", "RUS PRK", ""),
        ("ASSAULT", "RUS", "UKR"),
        ("ASSAULT", "HAMAS", "ISR"),
        ("ASSAULT", "HEZBOLLAH", "ISR"),
        ("ASSAULT", "NATO", "SRB"),
        ("ASSAULT", "CHN", "TWN"),
        ("ASSAULT", "PRK KOR", ""),
        ("SUPPORT", "IRN", ""),
        ("SUPPORT ALLY", "USA", "KOR"),
        ("SUPPORT ALLY", "CHN", "PRK"),
        ("AID", "WEST USA", "UKR"),
    ],
)
def test_relations(case: dragoman.Case, kinds: str, agents: str, targets: str) -> None:
    """Pacts, sanctions, blocs, wars and their backers come out."""
    assert events(case, kinds, agents, targets)


def test_mutual_defence(case: dragoman.Case) -> None:
    """The parties come to each other's aid if attacked."""
    assert any("aid" in s.evidence.quote for s in statements(case, "AID SUPPORT ALLY AGREE", "RUS PRK", prefix="000"))


def test_closeness_is_disputed(case: dragoman.Case) -> None:
    """Never closer, says one; fast friends but not firm ones, says another: a dispute of characterisation."""
    assert any(d.kind.value == "characterisation" for d in case.disputes())


def test_failed_launches_stay_apart(case: dragoman.Case) -> None:
    """One failed launch told as recent and two of April are different events."""
    found = [e for e in events(case, "MOBILIZE", "PRK") if "satellites" in goods(e)]
    assert len(found) == 2 and not sources(case, found[0], 3) & sources(case, found[1], 3)


@pytest.mark.parametrize(
    ("voice", "force"),
    [
        ("USA", "alleges"),
        ("PRK", "denies"),
        ("RUS", "hints"),
        ("EXPERTS", "hints"),
        ("USA", "believes"),
        ("PRK", "says"),
    ],
)
def test_voices(case: dragoman.Case, voice: str, force: str) -> None:
    """Who says it, and in what spirit, is kept."""
    assert any(v.code == voice and v.force.value == force for s in case.statements() for v in s.voices)


def test_repost_has_the_broadcaster_as_origin(case: dragoman.Case) -> None:
    """The repost's origin is the broadcaster that it says it repeats."""
    assert [d.origin for d in case.documents() if d.name.startswith("001")] == ["BBC News"]


@pytest.mark.parametrize(
    ("giver", "receiver", "good", "stage", "certainty"),
    [
        ("PRK", "RUS", "weapons", "delivered", "disputed"),
        ("IRN", "RUS", "drones", "delivered", "held"),
        ("IRN", "RUS", "weapons", "agreed", "held"),
        ("CHN", "RUS", "weapons", "delivered", "denied"),
        ("RUS", "PRK", "food", "delivered", "alleged"),
        ("RUS", "PRK", "satellites", "offered", "held"),
        ("", "RUS", "ammunition", "wanted", "held"),
        ("", "RUS", "missiles", "wanted", "held"),
        ("", "PRK", "money", "wanted", "held"),
        ("", "PRK", "technology", "wanted", "held"),
        ("", "PRK", "submarines", "wanted", "held"),
    ],
)
def test_ledger(case: dragoman.Case, giver: str, receiver: str, good: str, stage: str, certainty: str) -> None:
    """Arms for aid, space and nuclear technology: who gives or wants what, how far it has come, how sure it is."""
    found = [
        (e.stage.value, e.certainty.value)
        for e in case.exchanges()
        if (e.giver.code if e.giver else "", e.receiver.code if e.receiver else "", e.good) == (giver, receiver, good)
    ]
    assert found == [(stage, certainty)]


def test_food_for_arms_is_named_by_a_source(case: dragoman.Case) -> None:
    """A source says "in exchange for food and military aid": the two sides of it are tied, with its words."""
    ledger = {e.id: e for e in case.exchanges()}
    pairs = {(e.good, ledger[other].good) for e in ledger.values() for other in e.return_of}
    assert pairs & {("food", "weapons"), ("weapons", "food"), ("food", "technology"), ("technology", "food")}


def test_mutual_defence_binds_both(case: dragoman.Case) -> None:
    """If either is attacked the other must help: an attack on one binds the other, and nobody else."""
    (pact,) = [o for o in case.obligations() if o.kind.value == "pact" and o.trigger]
    assert {p.code for p in pact.bearers} == {"PRK", "RUS"} and pact.each_other
    attack = Event(id="e", type="ASSAULT", statements=(), standing=Standing.SINGLE_SOURCE)
    attack = replace(attack, agents=(_state("KOR"),), targets=(_state("PRK"),))
    assert [p.code for p in pact.bound_by(attack)] == ["RUS"]
    assert not pact.bound_by(replace(attack, targets=(_state("VNM"),)))


def test_what_would_breach_the_resolutions(case: dragoman.Case) -> None:
    """The US says that help with satellites would breach resolutions, which the one whom they bind had backed."""
    (resolution,) = [o for o in case.obligations() if o.kind.value == "resolution"]
    assert [p.code for p in resolution.bearers] == ["RUS"] and [p.code for p in resolution.backers] == ["RUS"]
    assert {v for b in resolution.breaches for v in b.voices} == {"USA"}


def test_sanctions_of_the_west(case: dragoman.Case) -> None:
    """The West sanctions four states."""
    found = [o for o in case.obligations() if o.kind.value == "sanction" and {p.code for p in o.authority} == {"WEST"}]
    assert {p.code for o in found for p in (*o.bearers, *o.beneficiaries)} - {"WEST"} == {"RUS", "PRK", "IRN", "CHN"}


@pytest.mark.parametrize(
    ("kind", "source", "target", "sign"),
    [
        ("pact", "PRK", "RUS", 1),
        ("support", "PRK", "RUS", 1),
        ("supply", "IRN", "RUS", 1),
        ("supply", "PRK", "RUS", 1),
        ("sanction", "WEST", "RUS", -1),
        ("sanction", "WEST", "PRK", -1),
        ("hostility", "RUS", "WEST", -1),
        ("war", "RUS", "UKR", -1),
        ("war", "HAMAS", "ISR", -1),
        ("war", "HEZBOLLAH", "ISR", -1),
        ("war", "NATO", "SRB", -1),
    ],
)
def test_ties(case: dragoman.Case, kind: str, source: str, target: str, sign: int) -> None:
    """Pacts, blocs, sanctions, wars and proxies stand between the right parties, with the right sign."""
    found = [t for t in case.ties() if (t.kind.value, t.source.code, t.target.code) == (kind, source, target)]
    assert {t.sign for t in found} == {sign}


def _state(code: str) -> ActorRef:
    return ActorRef(code=code, actor=f"state:{code}", name=code)


def test_brief_shows_it(case: dragoman.Case) -> None:
    """The brief shows the disputed arms and cites all four documents; the page holds each cited document's words."""
    brief = compose(case.file)
    assert {source.document.name[:3] for source in brief.sources} == {"000", "001", "002", "003"}
    assert any(line.standing == "disputed" for section in brief.sections for line in section.lines)
    assert all(len(line) <= 80 for line in render_terminal(brief).splitlines())
    page = render_html(brief)
    assert all(f'id="s{cite.statement}"' in page for s in brief.sections for line in s.lines for cite in line.cites)
