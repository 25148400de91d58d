"""The rows of the design's acceptance table, on four articles of the project's own about another situation.

`examples/pact` has the structure of those that the project began from: a meeting announced, held and told a year off,
arms alleged and denied, a pact with a clause of mutual defence, sanctions, blocs, proxies, and voices with their cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.model import Status
from tests.asking import events, goods, sources, statements

PACT = Path(__file__).parents[1] / "examples" / "pact"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dragoman.Case]:
    """Return a case that holds the four articles."""
    with dragoman.open_case(tmp_path_factory.mktemp("pact") / "pact.case") as opened:
        report = opened.read(PACT)
        assert len(report.added) == 4 and not report.failed
        yield opened


def test_each_document_says_where_it_comes_from(case: dragoman.Case) -> None:
    """Outlet and day are those that the text states; the repost's origin is the broadcaster."""
    told = {d.name[:6]: (d.publisher, str(d.published), d.origin) for d in case.documents()}
    assert told == {
        "pact-1": ("Bosphorus Courier", "2021-06-04", None),
        "pact-2": ("Caspian Notebook", "2022-03-03", "Deutsche Welle"),
        "pact-3": ("The Frontier Dispatch", "2022-06-17", None),
        "pact-4": ("The Lyceum Review", "2021-06-25", None),
    }


def test_meeting_is_one_event_with_its_conflicts(case: dragoman.Case) -> None:
    """The announced meeting is confirmed and fulfilled; its place and date are disputed, the doubt is stated."""
    (meeting,) = [e for e in events(case, "CONSULT", "TUR AZE") if e.standing.value == "confirmed"]
    assert sources(case, meeting, 6) == {"pact-1", "pact-2", "pact-3", "pact-4"}
    assert meeting.fulfilled and meeting.doubt and meeting.place and meeting.place.country == "AZE"
    assert {d.kind.value for d in case.disputes() if meeting.id in d.events} == {"place", "date"}


@pytest.mark.parametrize(("partner", "count"), [("RUS", 3), ("FRA", 2), ("ARM", 1)])
def test_summits_are_counted(case: dragoman.Case, partner: str, count: int) -> None:
    """Three summits with one leader, two with another, one with the third."""
    assert [s.count for s in statements(case, "CONSULT", f"AZE {partner}", prefix="pact-2")] == [count]


def test_letters_and_planned_visit(case: dragoman.Case) -> None:
    """Letters were exchanged in May; a visit to a third country is planned."""
    assert any("letters" in s.evidence.quote for s in statements(case, "CONSULT", "TUR AZE", prefix="pact-1"))
    assert [s.status for s in statements(case, "CONSULT", "TUR", "UZB")] == [Status.PLANNED]


def test_arms_are_disputed(case: dragoman.Case) -> None:
    """Arms and fighters alleged by two states and denied by both parties are one disputed event of two documents."""
    (disputed,) = [e for e in events(case, "AID", "TUR", "AZE") if e.standing.value == "disputed"]
    assert set(disputed.asserted_by) >= {"ARM", "FRA"} and set(disputed.denied_by) == {"TUR", "AZE"}
    assert sources(case, disputed, 6) >= {"pact-1", "pact-2"}
    assert "occurrence" in {d.kind.value for d in case.disputes() if disputed.id in d.events}


@pytest.mark.parametrize(
    ("kinds", "agents", "targets", "good"),
    [
        ("COOPERATE", "ISR", "AZE", "drones"),
        ("AID", "TUR", "AZE", "satellites"),
        ("AID", "TUR", "AZE", "drones"),
        ("AID", "AZE", "TUR", "energy"),
        ("AID", "IRN", "ARM", "energy"),
        ("COOPERATE", "RUS", "TUR", "nuclear"),
        ("WANT", "AZE", "", "drones"),
        ("WANT", "AZE", "", "ammunition"),
        ("WANT", "AZE", "", "missiles"),
        ("WANT", "AZE", "", "satellites"),
        ("WANT", "TUR", "", "energy"),
        ("WANT", "TUR", "", "money"),
    ],
)
def test_goods(case: dragoman.Case, kinds: str, agents: str, targets: str, good: str) -> None:
    """Who gives or wants what comes out with the category of the good."""
    assert any(good in goods(s) for s in statements(case, kinds, agents, targets))


def test_writer_in_doubt_says_both(case: dragoman.Case) -> None:
    """A third state supplies no weapons, or perhaps it does: both are there, from one document."""
    assert {s.status for s in statements(case, "AID", "PAK", "AZE")} == {Status.DENIED, Status.POSSIBLE}


@pytest.mark.parametrize(
    ("kinds", "agents", "targets"),
    [
        ("AGREE", "TUR AZE", ""),
        ("SANCTION", "WEST", "RUS IRN BLR"),
        ("SANCTION", "USA", "TUR"),
        ("SUPPORT", "TUR", "OSCE"),
        ("SUPPORT", "TUR", "MILITIAS"),
        ("SUPPORT", "RUS", "ARM"),
        ("ALLY", "TUR AZE", ""),
        ("ASSAULT", "AZE", "ARM"),
        ("ASSAULT", "MILITIAS", "KURDS"),
    ],
)
def test_relations(case: dragoman.Case, kinds: str, agents: str, targets: str) -> None:
    """Pacts, sanctions, blocs, wars and their backers come out."""
    assert events(case, kinds, agents, targets)


def test_pact_binds_both(case: dragoman.Case) -> None:
    """If either party is attacked, the other must help: an obligation with its words, told by two documents."""
    duties = [o for o in case.obligations() if o.kind.value == "pact" and o.trigger]
    assert any({"TUR", "AZE"} <= {p.code for p in o.bearers} for o in duties)


def test_two_way_exchange_is_named_by_its_source(case: dragoman.Case) -> None:
    """Drones for gas is a two-way exchange because a source says so, and for no other reason."""
    exchanges = {(e.giver and e.giver.code, e.receiver and e.receiver.code, e.good): e for e in case.exchanges()}
    drones, gas = exchanges["TUR", "AZE", "drones"], exchanges["AZE", "TUR", "energy"]
    assert gas.id in drones.return_of or drones.id in gas.return_of
    assert not any(e.return_of for key, e in exchanges.items() if key[2] not in ("drones", "energy"))


def test_what_would_breach_the_embargo(case: dragoman.Case) -> None:
    """A source says which transfer would violate the embargo: the sanction carries that breach with its voice."""
    breaches = [b for o in case.obligations() for b in o.breaches]
    assert any("USA" in b.voices for b in breaches)


def test_closeness_is_disputed(case: dragoman.Case) -> None:
    """They stand together, says one; friends but not firm ones, says another: a dispute of characterisation."""
    assert "characterisation" in {d.kind.value for d in case.disputes()}


@pytest.mark.parametrize(
    ("voice", "force"),
    [("ARM", "alleges"), ("FRA", "alleges"), ("TUR", "denies"), ("AZE", "denies"), ("USA", "warns"), ("USA", "says")],
)
def test_voices(case: dragoman.Case, voice: str, force: str) -> None:
    """Who says it, and in what spirit, is kept."""
    assert any(v.code == voice and v.force.value == force for s in case.statements() for v in s.voices)


def test_what_is_not_known_is_not_told_as_known(case: dragoman.Case) -> None:
    """A weapon of which there is no sign is not told as one that is being built."""
    assert not [s for s in statements(case, "MOBILIZE", "TUR") if "nuclear" in goods(s) and s.status is Status.ACTUAL]
