"""Whose words a statement is."""

from __future__ import annotations

import pytest

from dragoman.model import Document
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader()


@pytest.mark.parametrize(
    ("text", "trigger", "voices"),
    [
        ("Chad bombed Niger, the defence minister of Mali said.", "bombed", ["MLI"]),
        ("Chad bombed Niger, a harbour spokesman said Monday.", "bombed", ["harbour spokesman"]),
        (
            "Chad bombed Niger, a harbour spokesman said. He said Chad arrested two Malians.",
            "arrested",
            ["harbour spokesman"],
        ),
        ("Chad bombed Niger, the report said.", "bombed", ["report"]),
        ("Chad bombed Niger, dealers said.", "bombed", ["dealers"]),
        ("Chad has bombed Niger, the army press service LUMA said Wednesday.", "bombed", ["LUMA"]),
        ("Chad bombed Niger, the Lagos Courier reported on Tuesday.", "bombed", ["Lagos Courier"]),
        ("Chad bombed Niger: state media", "bombed", ["state media"]),
        ("Chad blamed one country: Niger.", "blamed", []),
        ("Some of the protesters said Chad had bombed Niger.", "bombed", ["protesters"]),
        ("The figures show that Chad bombed Niger.", "bombed", []),
        ("Mali said it respected Chad's decision to attack Niger.", "attack", ["MLI"]),
        ('"I would like to thank Chad for supporting Niger," the envoy of Mali said.', "thank", ["MLI"]),
        ("Chad bombed Niger.", "bombed", []),
        ('"Chad bombed Niger," Luma quoted a harbour spokesman as saying.', "bombed", ["harbour spokesman", "Luma"]),
        ("Chad bombed Niger, the daily Luma said, citing a diplomat.", "bombed", ["diplomat", "LUMA"]),
        (
            '"The orders could serve as a pretext" for Chad to bomb Niger, the envoy of Mali told a radio.',
            "bomb",
            ["MLI"],
        ),
        (
            "Chad has much debt, having bombed Niger, according to official statistics.",
            "bombed",
            ["official statistics"],
        ),
        ("Mali welcomed the treaty that Chad signed with Niger.", "signed", []),
        ("Mali criticised Chad for bombing Niger.", "bombing", ["MLI"]),
        ("Chad bombed Niger, a report by Luma Monitor said.", "bombed", ["Luma Monitor"]),
        ("A report from the government of Mali said Chad bombed Niger.", "bombed", ["MLI"]),
        ("A poll found that Malians oppose Chad.", "oppose", ["poll"]),
        ("The website of the ministry says Chad bombed Niger.", "bombed", ["ministry"]),
        ("Ken Luma posted on Facebook that Chad had bombed Niger.", "bombed", ["Ken Luma"]),
        ("A spokesman for Ken Luma said Chad bombed Niger.", "bombed", ["Ken Luma's spokesman"]),
        ("Mali recognised Chad's cooperation with Niger.", "cooperation", ["MLI"]),
        ("They said Chad had bombed Niger.", "bombed", ["they"]),
        ("Ministers of Mali met to discuss cooperation between Chad and Niger.", "cooperation", []),
    ],
)
def test_who_says_it_is_never_lost(text: str, trigger: str, voices: list[str], reader: Reader) -> None:
    """A speaker without a name goes by the words of the text; figures and decisions are no speakers."""
    statements = reader.read(Document(id="t", name="t", uri="t:", text=text)).statements
    found = next(s for s in statements if text[s.evidence.trigger.start : s.evidence.trigger.end] == trigger)
    assert [v.code if v.code in voices else v.name for v in found.voices] == voices


def test_a_denial_of_part_in_a_deed_points_to_that_deed(reader: Reader) -> None:
    """Who denies any role in the killings denies what was told of as killing, and nothing else told before."""
    text = "Chad shot ten Malians, an aide said. Chad agreed to meet Niger. Chad denied any role in the {}."
    for deed, statuses in (("shootings", ["denied"]), ("floods", [])):
        told = text.format(deed)
        found = reader.read(Document(id="t", name="t", uri="t:", text=told)).statements
        assert [s.status for s in found if s.type == "ASSAULT" and s.evidence.start > 60] == statuses
