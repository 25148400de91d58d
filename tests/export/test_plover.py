from __future__ import annotations

import pytest

from dragoman.export.plover import to_plover
from dragoman.model import Document
from dragoman.read.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The reader, loaded once."""
    return Reader()


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Japan will send food to Laos.", ["AGREE JPN > LAO"]),
        ("Japan sent food to Laos.", ["AID JPN > LAO"]),
        ("Japan will not send food to Laos.", ["REJECT JPN > LAO"]),
        ("Laos will attack Vietnam.", ["THREATEN LAO > VNM"]),
        ("Laos promised to attack Vietnam.", ["THREATEN LAO > VNM"]),
        ("Laos said Vietnam must leave.", ["REQUEST LAO > VNM"]),
        ("Laos asked Japan to send food to Nepal.", ["REQUEST LAO > JPN"]),
        ("Egypt decided to free the Libyan sailors.", ["RETREAT EGY > LBY"]),
        ("Egypt imposed sanctions on Libya.", ["COERCE EGY > LBY"]),
        ("Egypt wants weapons.", []),
        ("Israeli troops killed two men in Lebanon.", ["ASSAULT ISR > LBN"]),
        ("Egyptian students marched against corruption.", ["PROTEST EGY > EGY"]),
    ],
)
def test_status_folds_into_the_type(reader: Reader, text: str, events: list[str]) -> None:
    """Intent, demand, refusal and decision become PLOVER's types; what is only held in another act gives no event."""
    found = to_plover(reader.read(Document(id="t", name="t", uri="t:", text=text)).statements, reader.world)
    shown = [f"{e.type} {'/'.join(c[:3] for c in e.source)} > {'/'.join(c[:3] for c in e.target)}" for e in found]
    assert shown == events


def test_codes_carry_the_sector(reader: Reader) -> None:
    """Codes are the country and the sector; groups have PLOVER's own."""
    text = "Hezbollah attacked Israeli soldiers."
    (event,) = to_plover(reader.read(Document(id="t", name="t", uri="t:", text=text)).statements, reader.world)
    assert (event.source, event.target) == (("LBNINSHEZ",), ("ISRMIL",))


def test_two_who_go_to_a_third_also_meet(reader: Reader) -> None:
    """The talks of two delegations are not swallowed by their trip to where they talk."""
    text = "Polish and Czech envoys returned to Geneva this week for talks on trade."
    found = to_plover(reader.read(Document(id="t", name="t", uri="t:", text=text)).statements, reader.world)
    assert {tuple(c[:3] for c in (*e.source, *e.target)) for e in found} == {("POL", "CZE", "CHE"), ("POL", "CZE")}
