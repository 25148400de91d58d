"""What a brief holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.brief.records import Brief, Line, Section
from dragoman.model import DisputeKind, Standing, Theme, Time
from tests.brief.builders import DAY, Told, arms_case, brief_of, document, putin, says, who


@pytest.fixture
def brief(tmp_path: Path) -> Brief:
    """Return the brief of the arms case."""
    return brief_of(arms_case(tmp_path))


def section(brief: Brief, key: str) -> Section:
    """Return the section of that key."""
    return next(s for s in brief.sections if s.key == key)


def texts(brief: Brief, key: str) -> list[str]:
    """Return the lines of a section: their own words, or the source's."""
    return [line.text or (line.words.text if line.words else "") for line in section(brief, key).lines]


def test_every_line_rests_on_words_that_stand_in_the_document(brief: Brief) -> None:
    """Each line has a cite, and each cite's quote and each shown sentence stands verbatim at its span."""
    by_number = {source.number: source.document.text for source in brief.sources}
    lines: list[Line] = [line for part in brief.sections for line in part.lines]
    assert len(lines) >= 7
    for line in lines:
        assert line.all_cites, line
        for cite in line.all_cites:
            assert cite.span.of(by_number[cite.source]) == cite.quote
        for words in [line.words, *(item.words for item in line.items)]:
            assert words is None or words.span.of(by_number[words.source]) == words.text


def test_sections_hold_what_belongs_there(brief: Brief) -> None:
    """Events go to what happened, what is planned, what is disputed; goods and ties are listed by who."""
    assert texts(brief, "happened") == ["Vladimir Putin and North Korea met", "Russia and North Korea signed a treaty"]
    assert texts(brief, "planned") == ["Vladimir Putin is to visit Turkey"]
    assert texts(brief, "disputed") == ["Whether North Korea supplies Russia with artillery shells"]
    assert sorted(texts(brief, "goods")) == [
        "Iran to the Houthis",
        "North Korea to Russia",
        "Russia wants",
        "Russia wants, North Korea has or offers",
    ]
    assert texts(brief, "stances") == ["Sanctions", "Supplies", "Dealings"]


def test_dispute_shows_both_sides_with_their_words(brief: Brief) -> None:
    """A dispute names who alleges and who denies, each with the words and the source."""
    (line,) = section(brief, "disputed").lines
    assert [item.text for item in line.items] == ["alleged by the United States", "denied by Russia"]
    assert all(item.words and item.cites for item in line.items)


def test_dated_first_undated_last(brief: Brief) -> None:
    """What happened goes by time; a time that nobody tells and no report dates comes last, under its own heading."""
    assert [(line.when, line.group) for line in section(brief, "happened").lines] == [
        ("13 Sep 2023", ""),
        ("", "Undated"),
    ]


def test_doubt_about_the_link_stays_visible_but_short(brief: Brief) -> None:
    """A doubtful link is said on the line, in few words."""
    assert section(brief, "happened").lines[1].notes == ("may be two events: told about 40 days apart",)


def test_what_was_not_cited_is_counted(brief: Brief) -> None:
    """Documents without findings and unread ones are told of; sources carry their date's origin and their own."""
    assert brief.silent == 1
    assert brief.unread == ("d3.txt",)
    assert [(s.name, s.date, s.repeats) for s in brief.sources] == [
        ("Meridian", "2023-09-20 (unknown)", ""),
        ("The Note", "no date", "repeats Northlight"),
    ]


def test_about_names_states_and_puts_both_first(tmp_path: Path) -> None:
    """Asked about two states, the brief is named after them and holds only what involves one; both come first."""
    brief = brief_of(arms_case(tmp_path), about=["IRN", "RUS"])
    assert brief.title == "Iran and Russia: a brief"
    assert texts(brief, "happened") == ["Vladimir Putin and North Korea met", "Russia and North Korea signed a treaty"]
    brief = brief_of(arms_case(tmp_path), about=["TUR"])
    assert [len(part.lines) for part in brief.sections] == [0, 1, 0, 0, 1, 0]


def test_since_leaves_out_what_was_before(tmp_path: Path) -> None:
    """Since a day after the meeting, the meeting is gone."""
    assert "Vladimir Putin and North Korea met" not in texts(
        brief_of(arms_case(tmp_path), since=date(2024, 1, 1)), "happened"
    )


def test_near_duplicates_are_one_line_with_all_cites(tmp_path: Path) -> None:
    """Two events of one type, time and parties make one line that cites both."""
    told = Told(document("d1", "Putin met Kim."), document("d2", "Putin and Kim met again."))
    for source in ("d1", "d2"):
        told.event(
            told.state(source, "met", "met", "CONSULT", mode="meeting", agents=(putin(),), targets=who("PRK"), time=DAY)
        )
    brief = brief_of(told.case(tmp_path))
    assert len(section(brief, "happened").lines) == 1
    assert [cite.source for cite in section(brief, "happened").lines[0].all_cites] == [1, 2]


def test_two_days_are_two_lines(tmp_path: Path) -> None:
    """The same parties on another day are another line."""
    told = Told(document("d1", "Putin met Kim."), document("d2", "Putin and Kim met again."))
    later = Time(start=date(2024, 6, 19), end=date(2024, 6, 19), precision="day", text="on 19 June 2024")
    for source, time in (("d1", DAY), ("d2", later)):
        told.event(
            told.state(
                source, "met", "met", "CONSULT", mode="meeting", agents=(putin(),), targets=who("PRK"), time=time
            )
        )
    assert len(section(brief_of(told.case(tmp_path)), "happened").lines) == 2


def test_days_of_reports_make_no_dispute(tmp_path: Path) -> None:
    """Two reports that came out on different days, neither telling the day, don't differ about it."""
    told = Told(
        document("d1", "Putin met Kim.", published=date(2024, 6, 1)),
        document("d2", "Putin and Kim met.", published=date(2024, 7, 1)),
    )
    first, second = (
        told.state(source, "met", "met", "CONSULT", mode="meeting", agents=(putin(),), targets=who("PRK"))
        for source in ("d1", "d2")
    )
    event = told.event(first, second, standing=Standing.CONFIRMED)
    told.dispute(DisputeKind.DATE, event, ("June", first, ("d1",)), ("July", second, ("d2",)))
    brief = brief_of(told.case(tmp_path))
    assert section(brief, "disputed").lines == ()
    assert section(brief, "happened").lines[0].notes == ()


def test_empty_case_makes_an_empty_brief(tmp_path: Path) -> None:
    """A case without documents gives a brief that says so in each section."""
    brief = brief_of(Told().case(tmp_path))
    assert all(not part.lines and part.empty for part in brief.sections)
    assert brief.title == "Brief"


def test_wishes_of_a_state_and_its_president_are_one_line(tmp_path: Path) -> None:
    """Who holds an office acts for the state: wishes are listed under the state, the same goods once with all cites."""
    told = Told(document("d1", "Putin wants shells."), document("d2", "Russia needs shells. It seeks a way out."))
    shells = Theme(text="shells", goods=("ammunition",))
    told.event(told.state("d1", "Putin wants shells", "wants", "WANT", agents=(putin(),), theme=shells))
    told.event(told.state("d2", "Russia needs shells", "needs", "WANT", agents=who("RUS"), theme=shells))
    told.event(told.state("d2", "It seeks a way", "seeks", "WANT", agents=who("RUS"), theme=Theme(text="a way")))
    (line,) = section(brief_of(told.case(tmp_path)), "goods").lines
    assert line.text == "Russia wants"
    assert [(i.text, i.words.text if i.words else "", [c.source for c in i.cites]) for i in line.items] == [
        ("shells", "", [1, 2]),
        ("", "It seeks a way out.", [2]),
    ]


def test_what_involves_both_comes_first(tmp_path: Path) -> None:
    """Asked about two states, what involves both is most telling, whatever else has more sources."""
    text = "Russia met Iran. Iran attacked Turkey."
    told = Told(document("d1", text), document("d2", text))
    met = told.event(told.state("d1", "Russia met Iran", "met", "CONSULT", mode="meeting", agents=who("RUS", "IRN")))
    attacks = [
        told.state(d, "Iran attacked Turkey", "attacked", "ASSAULT", agents=who("IRN"), targets=who("TUR"))
        for d in ("d1", "d2")
    ]
    told.event(*attacks, standing=Standing.CONFIRMED)
    lines = section(brief_of(told.case(tmp_path), about=["RUS", "IRN"]), "happened").lines
    assert max(lines, key=lambda line: line.rank).id == f"happened-{met.id}"


def test_sentence_that_tells_two_events_is_shown_once(tmp_path: Path) -> None:
    """Two events that are shown by the same sentence make one line with the cites of both."""
    text = "Russia condemned Iran and urged Turkey to wait."
    told = Told(document("d1", text))
    told.event(told.state("d1", "Russia condemned Iran", "condemned", "ACCUSE", agents=who("RUS"), targets=who("IRN")))
    told.event(told.state("d1", "urged Turkey", "urged", "REQUEST", agents=who("RUS"), targets=who("TUR")))
    (line,) = section(brief_of(told.case(tmp_path)), "happened").lines
    assert line.words is not None
    assert line.words.text == text
    assert len(line.cites) == 2


def test_sentence_both_done_and_planned_is_shown_as_done(tmp_path: Path) -> None:
    """A sentence that tells a deed and a plan stands under what happened only, and is marked there."""
    told = Told(document("d1", "Russia condemned Iran and will urge Turkey to wait."))
    told.event(told.state("d1", "Russia condemned Iran", "condemned", "ACCUSE", agents=who("RUS"), targets=who("IRN")))
    plan = told.state("d1", "will urge Turkey", "urge", "REQUEST", agents=who("RUS"), targets=who("TUR"))
    told.event(plan, standing=Standing.EXPECTED)
    brief = brief_of(told.case(tmp_path))
    (line,) = section(brief, "happened").lines
    assert line.marks == ("in part planned",)
    assert len(line.cites) == 2
    assert section(brief, "planned").lines == ()


def test_since_leaves_out_open_plans_and_counts_what_is_undated(tmp_path: Path) -> None:
    """A plan without an end that was last told of before the day is left out; events without a date are counted."""
    told = Told(document("d1", "Russia will visit Turkey. Iran met Russia.", published=date(2023, 9, 20)))
    plan = told.state("d1", "Russia will visit Turkey", "visit", "CONSULT", agents=who("RUS"), targets=who("TUR"))
    told.event(plan, standing=Standing.EXPECTED, time=Time(start=date(2023, 9, 20), precision="interval"))
    told.event(told.state("d1", "Iran met Russia", "met", "CONSULT", agents=who("IRN"), targets=who("RUS")))
    case = told.case(tmp_path)
    assert section(brief_of(case, since=date(2023, 9, 1)), "planned").lines
    later = brief_of(case, since=date(2024, 1, 1))
    assert section(later, "planned").lines == ()
    assert later.summary.endswith("0 events since 1 Jan 2024, 0 disputes; 1 undated event left out.")


def test_one_source_that_confirms_says_why(tmp_path: Path) -> None:
    """Where one document tells what two origins say, the line names them; and how often it happened."""
    told = Told(document("d1", "Russia held three meetings with Iran."))
    met = told.state(
        "d1",
        "Russia held three meetings with Iran",
        "meetings",
        "CONSULT",
        agents=who("RUS"),
        targets=who("IRN"),
        count=3,
    )
    told.event(met, standing=Standing.CONFIRMED, origins=("RUS", "Meridian"))
    (line,) = section(brief_of(told.case(tmp_path)), "happened").lines
    assert line.marks == ("3 times", "2 origins: Russia and Meridian")


def test_denied_goods_say_who_denies(tmp_path: Path) -> None:
    """Goods that someone is only said to have, or not to have, are listed with whose word it is."""
    told = Told(document("d1", "Iran has no missiles, the United States said."))
    theme = Theme(text="missiles", goods=("missiles",))
    held = told.state("d1", "Iran has no missiles", "has", "HOLD", agents=who("IRN"), theme=theme, voices=says("USA"))
    told.event(held, standing=Standing.DENIED, denied_by=("USA",))
    (line,) = section(brief_of(told.case(tmp_path)), "goods").lines
    assert [item.standing for item in line.items] == ["denied by the United States"]


def test_dispute_without_a_sentence_asks_by_its_type(tmp_path: Path) -> None:
    """A dispute that no sentence fits asks what the type says, or whether this is so beside the words in question."""
    text = "Russia shelled Iran. Russia says it did not. Turkey rejected it. Turkey says it never rejected it."
    told = Told(document("d1", text))
    for quote, denial, fields in (
        ("Russia shelled Iran", "it did not", {"type": "ASSAULT", "agents": who("RUS"), "targets": who("IRN")}),
        ("Turkey rejected it", "it never rejected it", {"type": "REJECT", "agents": who("TUR"), "targets": ()}),
    ):
        kind, parties = fields["type"], {"agents": fields["agents"], "targets": fields["targets"]}
        first = told.state("d1", quote, quote.split()[1], kind, voices=says("IRN"), **parties)
        second = told.state("d1", denial, "not" if "not" in denial else "never", kind, voices=says("RUS"), **parties)
        event = told.event(first, second, standing=Standing.DISPUTED)
        told.dispute(DisputeKind.OCCURRENCE, event, ("so", first, ("IRN",)), ("not so", second, ("RUS",)))
    lines = section(brief_of(told.case(tmp_path)), "disputed").lines
    assert [line.text for line in lines] == ["Whether Russia attacked Iran", "Whether this is so"]
    assert lines[1].words is not None


def test_wished_war_is_told_as_a_wish(tmp_path: Path) -> None:
    """An attack that someone merely wishes for is listed with what is alleged, as a wish."""
    told = Told(document("d1", "Russia wishes to invade Iran."))
    wish = told.state("d1", "Russia wishes to invade Iran", "invade", "ASSAULT", agents=who("RUS"), targets=who("IRN"))
    told.event(wish, standing=Standing.WANTED)
    (line,) = section(brief_of(told.case(tmp_path)), "disputed").lines
    assert line.standing == "wanted"


@pytest.mark.parametrize(
    ("quote", "marks"),
    [
        ("Russia held two long summits with Iran", ("3 times",)),
        ("three with Iran", ("3 times",)),
        ("Russia met three ministers of Iran", ()),
        ("a three-plus-three meeting of Russia with Iran", ()),
    ],
)
def test_only_deeds_are_counted_as_times(tmp_path: Path, quote: str, marks: tuple[str, ...]) -> None:
    """A line says how often where the number counts the deed, and not those who took part."""
    told = Told(document("d1", quote))
    told.event(
        told.state("d1", quote, "with" if "with" in quote else "met", "CONSULT", agents=who("RUS", "IRN"), count=3)
    )
    (line,) = section(brief_of(told.case(tmp_path)), "happened").lines
    assert line.marks == marks
