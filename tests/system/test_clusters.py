from __future__ import annotations

from dragoman.model import Event, System
from tests.system.builders import event, system_of

FOUR = [
    event("RUS,PRK,IRN,CHN ALLY", id_="e1"),
    event("IRN AID RUS"),
    event("PRK AID RUS"),
    event("CHN SUPPORT PRK"),
    event("CHN SUPPORT IRN"),
]
WESTERN = [
    event("USA AID UKR"),
    event("GBR AID UKR"),
    event("USA,GBR ALLY"),
    event("WEST SUPPORT UKR"),
    event("USA SUPPORT GBR"),
]
AGAINST = [
    event("WEST SANCTION/sanctions RUS,PRK,IRN,CHN"),
    event("RUS ASSAULT UKR"),
    event("USA ACCUSE RUS"),
]


def codes(system: System) -> list[set[str]]:
    """Return the members of each cluster."""
    return [{party.code for party in cluster.members} for cluster in system.clusters]


def test_two_camps() -> None:
    """Friends make a cluster, and their enemies another."""
    assert codes(system_of(*FOUR, *WESTERN, *AGAINST)) == [{"CHN", "IRN", "PRK", "RUS"}, {"GBR", "UKR", "USA", "WEST"}]


def test_what_stands_behind_a_cluster() -> None:
    """A cluster lists the ties within and against others, and says in words what holds it together."""
    system = system_of(*FOUR, *WESTERN, *AGAINST)
    four = system.clusters[0]
    by_id = {tie.id: tie for tie in system.ties}
    members = set(four.members)
    assert four.within and all(set(by_id[id_].parties) <= members and by_id[id_].sign > 0 for id_ in four.within)
    assert four.against and all(len(set(by_id[id_].parties) & members) == 1 for id_ in four.against)
    assert "friendly bonds within, the strongest" in four.why
    assert "hostile bonds with others, the most with" in four.why


def test_blocs_that_texts_name() -> None:
    """A cluster is set beside those named in one breath, and beside blocs that the events name, in words."""
    four, western = system_of(*FOUR, *WESTERN, *AGAINST).clusters
    assert [(b.bloc, b.what) for b in four.blocs][:2] == [
        (None, "4 of 4 are named together as close"),
        (None, "4 of 4 are punished together"),
    ]
    assert four.blocs[0].named == ("se1",)
    assert [(b.bloc and b.bloc.code, b.what) for b in western.blocs] == [("WEST", "3 of 4 are members of the West")]
    assert [party.code for party in western.blocs[0].others] == ["UKR"]


def test_too_few_ties() -> None:
    """Of a handful of ties no cluster and no broker is claimed, and a note says so."""
    system = system_of(event("USA AID UKR"), event("GBR AID UKR"))
    assert system.clusters == ()
    assert system.brokers == ()
    assert [note.partition(":")[0] for note in system.notes] == ["no clusters", "no brokers"]
    assert "too few ties to tell (bonds between known parties: 2" in system.notes[0]


def test_no_camps() -> None:
    """Where everyone is everyone's friend nothing parts the parties but one group of them all."""
    everyone = [event(f"{a},{b} ALLY") for a, b in pairs("USA GBR FRA DEU ITA".split())]
    assert codes(system_of(*everyone)) in ([], [{"USA", "GBR", "FRA", "DEU", "ITA"}])


def pairs(members: list[str]) -> list[tuple[str, str]]:
    """Return every pair."""
    return [(a, b) for number, a in enumerate(members) for b in members[number + 1 :]]


def test_unknown_parties() -> None:
    """Ties of those whom only a text introduced are listed, and nothing is concluded from them."""
    strangers: list[Event] = [event(f"MINISTRY-{n} AID OFFICE-{n}", f"2024-06-0{d}") for n in range(9) for d in (1, 2)]
    system = system_of(*strangers)
    assert len(system.ties) == 9
    assert system.clusters == ()


def test_balance() -> None:
    """A friend of two enemies is in an unstable triangle; two friends with one enemy are in a stable one."""
    unstable = system_of(event("CHN AID PAK"), event("CHN AID IND"), event("IND ASSAULT PAK")).triangles
    assert [(t.stable, t.why) for t in unstable] == [
        (False, "unstable: China is a friend of both India and Pakistan, who are enemies")
    ]
    stable = system_of(event("USA AID UKR"), event("USA SANCTION RUS"), event("RUS ASSAULT UKR")).triangles
    assert [(t.stable, t.why) for t in stable] == [
        (True, "stable: Ukraine and United States are friends, with Russia as their enemy")
    ]
    enemies = system_of(event("IRQ ASSAULT IRN"), event("USA ASSAULT IRQ"), event("USA SANCTION IRN")).triangles
    assert [t.stable for t in enemies] == [False]


def test_what_stands_behind_a_triangle() -> None:
    """Each bond of a triangle leads to its ties."""
    system = system_of(event("CHN AID PAK"), event("CHN AID IND"), event("IND ASSAULT PAK"))
    ids = {tie.id for tie in system.ties}
    (triangle,) = system.triangles
    assert all(set(bond.ties) and set(bond.ties) <= ids for bond in triangle.bonds)


def test_alleged_ties_bind_nobody() -> None:
    """What is only alleged or planned makes a tie, and no bond."""
    from dragoman.model import Standing

    system = system_of(event("CHN AID RUS", standing=Standing.ALLEGED))
    assert len(system.ties) == 1
    assert system.bonds == ()


def test_broker() -> None:
    """Who alone is a friend of two camps stands between them, and enemies are named first."""
    camps = [event(f"{a},{b} ALLY") for camp in ("USA GBR FRA".split(), "IRN SYR IRQ".split()) for a, b in pairs(camp)]
    between = [event("QAT AID USA"), event("QAT AID IRN")]
    system = system_of(*camps, *between, event("USA SANCTION IRN"))
    qatar = next(broker for broker in system.brokers if broker.party.code == "QAT")
    assert [party.code for party in qatar.between[0]] == ["IRN", "USA"]
    assert "it is a friend of both Iran and United States, who are enemies" in qatar.why
    by_id = {tie.id: tie for tie in system.ties}
    assert {by_id[id_].target.code for id_ in qatar.ties} == {"USA", "IRN"}


def test_bloc_and_member() -> None:
    """Nobody stands between a bloc and its own member."""
    near = [event("UKR,WEST ALLY"), event("UKR,USA ALLY")]
    others = [event(f"{a},{b} ALLY") for a, b in pairs("IRN SYR IRQ RUS".split())]
    assert not [b for b in system_of(*near, *others).brokers if b.party.code == "UKR"]
