"""What the pages on reading show is what the reader finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import dragoman
from dragoman.model import Reading, Statement

PAGES = Path(__file__).parents[1] / "docs" / "reading"
PUBLISHED = date(2021, 6, 9)  # a Wednesday

# What stands between quotes on the page, a sentence that holds it with the word of the event in square brackets, and
# what the page says of that word; where the page shows a part only, the sentence gives it parties.
TYPES = [
    ("fired on the crowd", "Egypt [fired] on the crowd.", "ASSAULT actual"),
    ("fired the minister on Monday", "President Erdogan [fired] the minister on Monday.", "none"),
    ("fired up the crowd", "President Erdogan [fired] up the crowd on Monday.", "none"),
    ("recalled its ambassador", "France [recalled] its ambassador to Germany.", "SANCTION actual"),
    ("recalled the war", "France [recalled] the war with Germany.", "none"),
    ("recalled", "France recalled the [war] with Germany.", "ASSAULT actual"),
    ("pressed Turkey for talks", "Syria [pressed] Turkey for talks.", "REQUEST actual"),
    ("pressed a suit", "Syria's envoy [pressed] a suit in Turkey.", "none"),
    ("will meet", "Egypt will [meet] Turkey.", "CONSULT planned"),
    ("met", "Egypt [met] Turkey.", "CONSULT actual"),
    ("refused to meet", "Egypt [refused] to meet Turkey.", "REJECT actual"),
    ("signed a pact with", "Egypt [signed] a pact with Turkey.", "AGREE actual"),
    ("promised to sign a pact with", "Egypt promised to [sign] a pact with Turkey.", "AGREE planned"),
    ("asked for food", "Egypt [asked] for food from Turkey.", "REQUEST actual"),
    ("sent food", "Egypt [sent] food to Turkey.", "AID actual"),
    ("stopped sending food", "Egypt stopped [sending] food to Turkey.", "AID denied ended"),
]

PLACES = [
    ("Peru shelled Quito on Monday", "Peru [shelled] Quito on Monday.", "Quito ECU"),
    ("In Quito, Peru said it had shelled a port", "In Quito, Peru said it had [shelled] a port.", "none"),
    ("Talks between Lima and Quito were held in Oslo", "Talks between Lima and Quito were [held] in Oslo.", "Oslo NOR"),
    ("Egypt shelled Tripoli, Lebanon", "Egypt [shelled] Tripoli, Lebanon.", "Tripoli LBN"),
    (
        "VIENNA (Agency) - Iran and France held talks.",
        "VIENNA (Agency) - Iran and France [held] talks.",
        "none",
    ),
]

STATUSES = [
    ("denied supplying arms", "Iran denied [supplying] arms to Syria.", "denied"),
    ("did not deny supplying arms", "Iran did not deny [supplying] arms to Syria.", "possible"),
    ("ruled out an attack", "Turkey ruled out an [attack] on Syria.", "denied"),
    ("has not ruled out an attack", "Turkey has not ruled out an [attack] on Syria.", "possible"),
    ("cleared the possibility of an attack", "Turkey cleared the possibility of an [attack] on Syria.", "denied"),
    ("cleared the way for an attack", "Turkey cleared the way for an [attack] on Syria.", "possible"),
    ("rejected calls to attack", "Syria rejected calls to [attack] Turkey.", "denied"),
    ("repeated calls to attack", "Syria repeated calls to [attack] Turkey.", "wanted"),
    ("said it would meet Iran", "Russia said it would [meet] Iran.", "planned"),
    ("would meet Iran if asked", "Russia would [meet] Iran if asked.", "possible"),
    ("wondered if Chad had bombed Niger", "Mali wondered if Chad had [bombed] Niger.", "possible"),
    ("until Chad frees them", "Mali will not talk to Chad until Chad [frees] them.", "possible"),
    ("until Chad freed them", "Mali did not talk to Chad until Chad [freed] them.", "actual"),
    ("I would like to thank them", 'Putin met Iran and Syria. He said: "I would like to [thank] them."', "actual"),
    ("I would like to meet them", 'Putin praised Iran and Syria. He said: "I would like to [meet] them."', "wanted"),
    ("tried to attack", "Russia tried to [attack] Syria.", "actual failed"),
    ("is trying to attack", "Russia is trying to [attack] Syria.", "wanted"),
    ("the reason for the attack", "Oil was the reason for the [attack] on Syria.", "actual"),
    ("no reason for an attack", "There is no reason for an [attack] on Syria.", "possible"),
    ("no fears of an attack", "There are no fears of an [attack] on Syria.", "possible"),
    ("I think they should attack", "I think they should [attack] Syria.", "wanted"),
    ("they do not all agree", "Russia and Iran met. They do not all [agree].", "denied"),
    ("not all of them attacked", "Not all of them [attacked] Syria.", "actual"),
    ("the summit slated for May", "The Russian [summit] with Iran, slated for May, is dear to Egypt.", "planned"),
    ("leaves on Monday for talks", "Putin leaves on Monday for [talks] with Iran.", "planned"),
    ("anyone who attacks will be punished", "Anyone who [attacks] Syria will be punished.", "possible"),
]

MAYOR = "Iran shelled Iraq, a mayor said Monday, adding that Syria would help Iraq"
VOICES = [
    (MAYOR, "Iran [shelled] Iraq, a mayor said Monday, adding that Syria would help Iraq.", "mayor said"),
    (MAYOR, "Iran shelled Iraq, a mayor said Monday, adding that Syria would [help] Iraq.", "mayor adding"),
    (
        "Mali says Chad denies that it bombed Niger",
        "Mali says Chad denies that it [bombed] Niger.",
        "Chad denies, Mali says",
    ),
    ("Mali respects Chad's decision to bomb Niger", "Mali respects Chad's decision to [bomb] Niger.", "none"),
    (
        "Reports, denied by Chad, that it bombed Niger",
        "Reports, denied by Chad, that it [bombed] Niger spread.",
        "Chad denied",
    ),
    ("The figures show that Chad bombed Niger", "The figures show that Chad [bombed] Niger.", "none"),
    (
        "Chad bombed Niger, Luma said, citing a diplomat",
        "Chad [bombed] Niger, Luma said, citing a diplomat.",
        "diplomat citing, Luma said",
    ),
    ("Mali welcomed the treaty that Chad signed", "Mali welcomed the treaty that Chad [signed] with Niger.", "none"),
    ("A report by Luma said that Chad bombed Niger", "A report by Luma said that Chad [bombed] Niger.", "Luma said"),
    ("They said that Chad bombed Niger", "They said that Chad [bombed] Niger.", "they said"),
]
TURNS = "Luma: Did Mali help you?\n\nKost: Chad [bombed] Niger.\n\nLuma: Who saw it?\n\nKost: Mali saw it."
VOICES += [
    ("Luma: Did Mali help you?", TURNS, "Kost"),
    ("Kost: Chad bombed Niger.", TURNS, "Kost"),
]


@cache
def read(text: str) -> Reading:
    """Read a text of that day."""
    return dragoman.read_text(text, published=PUBLISHED)


def told_at(marked: str) -> Statement | None:
    """Return the statement whose word stands in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    found = read(marked.replace("[", "").replace("]", "")).statements
    return next((s for s in found if s.evidence.trigger.start < end and s.evidence.trigger.end > start), None)


def type_of(found: Statement) -> str:
    """Write type, status and outcome."""
    return " ".join(filter(None, (found.type, found.status, found.outcome)))


def status_of(found: Statement) -> str:
    """Write status and outcome."""
    return " ".join(filter(None, (found.status, found.outcome)))


def place_of(found: Statement) -> str:
    """Write the place and its country."""
    return f"{found.place.text} {found.place.country}" if found.place else "none"


def voices_of(found: Statement) -> str:
    """Write the voices, the innermost first, each with its cue."""
    return ", ".join(f"{voice.name} {voice.cue}".rstrip(": ") for voice in found.voices) or "none"


TABLES: dict[str, tuple[Callable[[Statement], str], list[tuple[str, str, str]]]] = {
    "events": (type_of, TYPES),
    "place": (place_of, PLACES),
    "status": (status_of, STATUSES),
    "voices": (voices_of, VOICES),
}
ROWS = [(page, write, text, claim) for page, (write, rows) in TABLES.items() for _, text, claim in rows]


@pytest.mark.parametrize(("page", "write", "text", "claim"), ROWS)
def test_examples_hold(page: str, write: Callable[[Statement], str], text: str, claim: str) -> None:
    """Every row of a page's table is what the reader makes of a sentence that holds its words."""
    found = told_at(text)
    if found is None:
        assert (page, claim) == ("events", "none")
    else:
        assert write(found) == claim


@pytest.mark.parametrize("page", TABLES)
def test_every_row_is_tested(page: str) -> None:
    """What a page's table quotes is what the rows here try, no more and no less."""
    lines = (PAGES / f"{page}.md").read_text(encoding="utf-8").splitlines()
    quoted = {quote for line in lines if line.startswith("|") for quote in re.findall(r'"([^"]+)"', line)}
    assert quoted == {quote for quote, _, _ in TABLES[page][1]}


def test_who_is_struck_beside_the_place() -> None:
    """Of a city that shares a capital's name the state beside it is the target; a dateline is nobody."""
    shelled, held = told_at(PLACES[3][1]), told_at(PLACES[4][1])
    assert shelled is not None
    assert [actor.code for actor in shelled.targets] == ["LBN"]
    assert held is not None
    assert {actor.code for actor in (*held.agents, *held.targets)} == {"IRN", "FRA"}


@pytest.mark.parametrize(
    ("line", "speaker"), [("Police: two held", "Police"), ("Two held: state media", "state media")]
)
def test_lines_with_their_speaker(line: str, speaker: str) -> None:
    """A line that begins or ends in its speaker is an attribution, though it may make no statement."""
    assert line in " ".join((PAGES / "voices.md").read_text(encoding="utf-8").split())
    (found,) = read(line).attributions
    assert [span.of(line) for span in found.source] == [speaker]


DAYS = [
    ("Peru [met] Chile last week.", "2021-05-31", "2021-06-06"),
    ("Peru [met] Chile on Monday.", "2021-06-07", "2021-06-07"),
    ("Peru and Chile will [meet] on Monday.", "2021-06-14", "2021-06-14"),
    ("Peru [met] Chile in May.", "2021-05-01", "2021-05-31"),
    ("Peru signed a pact on 4 March 2021. On the following day, Peru [met] Chile.", "2021-03-05", "2021-03-05"),
    ("Peru signed a pact in 2016. Peru [met] Chile that year.", "2016-01-01", "2016-12-31"),
    ("Peru [held] talks with Chile on Monday.", "2021-06-07", "2021-06-07"),
    ("Peru has [met] Chile since 2000.", "2000-01-01", None),
    ("Peru [praised] Chile for the 2016 treaty.", None, None),
    ("Peru [met] Chile recently.", None, None),
    ("Peru [met] Chile at a two-day summit.", None, None),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_days(text: str, first: str | None, last: str | None) -> None:
    """The expressions that the page on time names mean the days that it says."""
    found = told_at(text)
    assert found is not None
    assert [day and day.isoformat() for day in (found.time.start, found.time.end)] == [first, last]


def test_inferred_date(tmp_path: Path) -> None:
    """The note without a date that the page on time shows must have appeared after the day that it tells of."""
    page = (PAGES / "time.md").read_text(encoding="utf-8")
    shown = re.search(r"(no date; inferred: after \S+, from '([^']+)')", page)
    assert shown is not None
    note = tmp_path / "note.txt"
    note.write_text(shown[2], encoding="utf-8")
    with dragoman.open_case(tmp_path / "note.case") as case:
        case.read(note, workers=1)
        (document,) = case.documents()
    assert document.date_in_words == shown[1]


WHOM = [
    ("The Turkish foreign minister [met] Putin.", "TUR"),
    ("Officials in Paris [met] Putin.", "FRA"),
    ("Kim Jong Un spoke. Kim's army [shelled] South Korea.", "PRK"),
    ("Iran shelled Hamas. The group [condemned] Iran.", "HAMAS"),
    ("Putin met Macron. He [praised] Iran.", "RUS"),
    ('Putin said: "Our forces [shelled] Syria."', "RUS"),
    ("Iran and Syria held talks. Both [praised] Egypt.", "IRN SYR"),
    ("Iran and Syria held talks. The two countries [signed] a pact.", "IRN SYR"),
    ("Egyptian warships [shelled] Syria.", "EGY"),
    ("A Jordanian official [met] Putin.", "JOR"),
]


@pytest.mark.parametrize(("text", "agents"), WHOM)
def test_whom_it_means(text: str, agents: str) -> None:
    """Descriptions, pronouns and owners are who the pages on reference and events say."""
    found = told_at(text)
    assert found is not None
    assert " ".join(actor.code for actor in found.agents) == agents
