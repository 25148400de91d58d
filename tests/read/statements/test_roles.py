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
