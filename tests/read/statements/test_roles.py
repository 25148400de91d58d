from __future__ import annotations

import pytest

from dragoman.model import Document, Statement
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader()


def read(reader: Reader, text: str, kind: str) -> Statement:
    """Return the first statement of the type."""
    document = Document(id="t", name="t", uri="t:", text=text)
    return next(s for s in reader.read(document).statements if s.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        ("Polish and Czech officials met on Monday.", "CONSULT", ["POL", "CZE"], []),
        ("A group of Algerian deputies visited Niger.", "CONSULT", ["DZA"], ["NER"]),
        ("Demonstrators in Manila blocked a road.", "PROTEST", ["PHL"], []),
        ("Egyptian warships shelled Yemen.", "ASSAULT", ["EGY"], ["YEM"]),
        ("Peru condemned Chile's decision.", "ACCUSE", ["PER"], ["CHL"]),
        ("Peru rejected an offer from Chile.", "REJECT", ["PER"], ["CHL"]),
        ("Laos cut off electricity to Vietnam.", "SANCTION", ["LAO"], ["VNM"]),
        ("Laos threatened to halt exports to Vietnam.", "THREATEN", ["LAO"], ["VNM"]),
        ("Gabon demanded that Togo free the crew.", "REQUEST", ["GAB"], ["TGO"]),
        ("Chad says it is ready to withdraw from Niger.", "AGREE", ["TCD"], ["NER"]),
        ("Japan sent doctors to help Nepal.", "AID", ["JPN"], ["NPL"]),
        ("Kenya launched an investigation into Uganda's claims.", "ACCUSE", ["KEN"], ["UGA"]),
        ("Sudanese rebels attacked Sudanese soldiers.", "ASSAULT", ["SDN"], ["SDN"]),
        ("Sudan strengthened its army.", "MOBILIZE", ["SDN"], []),
    ],
)
def test_roles_are_found_where_they_stand(
    reader: Reader, text: str, kind: str, agents: list[str], targets: list[str]
) -> None:
    """Who does it and to whom: through modifiers, groups, places, owners, and what an act holds."""
    statement = read(reader, text, kind)
    assert [a.code for a in statement.agents] == agents
    assert [t.code for t in statement.targets] == targets


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        ("Norway will send tents to refugees fleeing the war in Chad.", "AID", ["NOR"], ["TCD"]),
        ("Kenya launched an investigation into thefts committed by Ugandan soldiers.", "ACCUSE", ["KEN"], ["UGA"]),
        ("Peru condemned the anti-Chile marches.", "ACCUSE", ["PER"], ["MARCHES"]),
        ("Malian jets fired rockets at targets in Niger.", "ASSAULT", ["MLI"], ["NER"]),
        ("Thousands of people blocked roads in Macau in defiance of Thai police.", "PROTEST", ["MAC"], ["THA"]),
        ("Ghanaian police arrested a teacher.", "COERCE", ["GHA"], ["TEACHER"]),
        ("Fiji arrested 40 immigrants.", "COERCE", ["FJI"], ["IMMIGRANTS"]),
        ("Fiji sent 40 doctors.", "AID", ["FJI"], []),
        ("According to Reuters, Ghana opposes taking new loans.", "REJECT", ["GHA"], []),
    ],
)
def test_who_stands_further_off(reader: Reader, text: str, kind: str, agents: list[str], targets: list[str]) -> None:
    """Through what people flee, what was committed by whom, where a target lies; those without a name count too."""
    document = Document(id="t", name="t", uri="t:", text=text)
    found = [s for s in reader.read(document).statements if s.type == kind]
    if targets == ["MARCHES"]:
        assert all("CHL" not in [t.code for t in s.targets] for s in found)
        return
    assert [a.code for a in found[0].agents] == agents
    assert [t.code for t in found[0].targets] == targets


def test_two_of_one_state_both_take_part(reader: Reader) -> None:
    """A person and a body of one state are two who fail to agree, and two leaders of one state may meet."""
    text = "Donald Trump and the US Congress could not reach an agreement."
    statement = read(reader, text, "AGREE")
    assert [a.actor for a in statement.agents] == ["person:donald-trump", "body:us-congress"]
    statement = read(reader, "Theresa May met Boris Johnson.", "CONSULT")
    assert [t.actor for t in statement.targets] == ["person:boris-johnson"]


def test_a_trip_for_talks_has_no_host(reader: Reader) -> None:
    """Where two delegations travel together, the land where they talk is only the place."""
    text = "Polish and Czech envoys returned to Geneva this week for talks on trade."
    found = reader.read(Document(id="t", name="t", uri="t:", text=text)).statements
    talks = [s for s in found if s.mode != "visit"]
    assert [sorted(a.code for a in s.agents) for s in talks] == [["CZE", "POL"]]


def test_a_new_accord_has_parties_of_its_own(reader: Reader) -> None:
    """An accord that is new in its sentence is not that of those who met in the one before."""
    text = "Japan's foreign minister met Peru's envoy on Monday. An accord on fishing was signed in 1990."
    found = reader.read(Document(id="t", name="t", uri="t:", text=text)).statements
    assert not [s for s in found if s.type == "AGREE" and s.agents]


def test_what_aides_do_is_not_their_leaders(reader: Reader) -> None:
    """The owner of a thing stands behind it ("his troops"), not behind persons ("his cousin")."""
    document = Document(id="t", name="t", uri="t:", text="Emmanuel Macron flew home. His cousin criticised Peru.")
    statements = reader.read(document).statements
    assert not [a for s in statements if s.type == "ACCUSE" for a in s.agents if a.actor == "person:emmanuel-macron"]


def test_an_army_sent_to_help_is_not_sent_against_those_it_helps(reader: Reader) -> None:
    """Whom soldiers help is not whom they are sent against."""
    text = "Rwanda has sent troops over the border to help the M23 rebels."
    assert not read(reader, text, "MOBILIZE").targets


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        ("Peru denounced the army. Alexei Navalny flew home, and France lamented his arrest.", "COERCE", [], ["RUS"]),
        ("Shinzo Abe was known in Peru. His murder shocked Chile.", "ASSAULT", [], ["JPN"]),
        ("Chad's murder of Malian monks shocked Niger.", "ASSAULT", ["TCD"], ["MLI"]),
        ("Niger lamented Mali's bombing by Chad.", "ASSAULT", ["TCD"], ["MLI"]),
        ("The resignation of Shinzo Abe surprised Chile.", "CONCEDE", ["JPN"], []),
        ("Shinzo Abe flew to Peru on Monday for talks with Alan Garcia.", "CONSULT", ["JPN"], ["PER"]),
        ("Fiji finalised talks with Tonga on fish.", "CONSULT", ["FJI"], ["TON"]),
        ("Boko Haram kidnapped up to 16 girls in Chad.", "COERCE", ["BOKO-HARAM"], ["TCD"]),
        ("Fiji will help in rebuilding Tonga.", "AID", ["FJI"], ["TON"]),
        ("Canada announced aid totaling $3 million for Haiti.", "AID", ["CAN"], ["HTI"]),
        ("Ghanaian troops headed for Liberia.", "MOBILIZE", ["GHA"], ["LBR"]),
        ("Ghanaian troops left for Liberia.", "MOBILIZE", ["GHA"], ["LBR"]),
        ("Ghanaian troops left Liberia.", "RETREAT", ["GHA"], []),
        ("Ghana, along with Togo, condemned Mali.", "ACCUSE", ["GHA", "TGO"], ["MLI"]),
    ],
)
def test_who_undergoes_what_a_noun_tells(
    reader: Reader, text: str, kind: str, agents: list[str], targets: list[str]
) -> None:
    """Who owns an arrest or a murder underwent it, who owns a resignation did it; travellers talk; lists go on."""
    document = Document(id="t", name="t", uri="t:", text=text)
    found = [s for s in reader.read(document).statements if s.type == kind][-1]
    assert [a.code for a in found.agents] == agents
    assert [t.code for t in found.targets] == targets
