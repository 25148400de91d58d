"""The pictures of a brief: what they show, and what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from dragoman.brief import compose, render_html
from dragoman.brief.pictures.draw import draw
from dragoman.brief.pictures.shapes import NARROW, WIDE
from dragoman.brief.records import Brief, Figure
from dragoman.case import CaseFile
from dragoman.model import (
    Cluster,
    Exchange,
    Instrument,
    Modality,
    Obligation,
    Party,
    Place,
    Quoted,
    Stage,
    StageCertainty,
    Standing,
    Status,
    Step,
    System,
    Theme,
    Time,
    TriggerBy,
    Wording,
)
from dragoman.pipeline import system_of
from tests.brief.builders import Told, arms_case, brief_of, document, putin, who

TALKS = """On 19 June 2024 Vladimir Putin visited North Korea, in Pyongyang. In 2000 he had been there before.

Russia attacked Iran in May 2023. Iran sent drones to Russia. Turkey may visit Tehran. The West imposed sanctions
on Russia in March 2022. Russia and North Korea signed a treaty in Pyongyang on 19 June 2024."""
PYONGYANG = Place(text="Pyongyang", country="PRK", lat=39.03, lon=125.75, precision="city")
TEHRAN = Place(text="Tehran", country="IRN", lat=35.69, lon=51.42, precision="city")


def day(value: str) -> Time:
    """Return a told day."""
    found = date.fromisoformat(value)
    return Time(start=found, end=found, precision="day", text=value)


def talks_case(folder: Path) -> CaseFile:
    """Return a case with days, months and years, two cities and a country, ties of both signs, and goods."""
    told = Told(document("d1", TALKS, title="Talks", publisher="Meridian", published=date(2024, 6, 20)))
    visit = {"agents": (putin(),), "targets": who("PRK"), "mode": "visit", "place": PYONGYANG}
    told.event(
        told.state("d1", "Vladimir Putin visited North Korea", "visited", "CONSULT", time=day("2024-06-19"), **visit),
        standing=Standing.CONFIRMED,
    )
    told.event(
        told.state(
            "d1", "In 2000 he had been there", "been", "CONSULT", **visit,
            time=Time(start=date(2000, 1, 1), end=date(2000, 12, 31), precision="year", text="In 2000"),
        )
    )  # fmt: skip
    told.event(
        told.state(
            "d1", "Russia attacked Iran in May 2023", "attacked", "ASSAULT", agents=who("RUS"), targets=who("IRN"),
            time=Time(start=date(2023, 5, 1), end=date(2023, 5, 31), precision="month", text="May 2023"),
            place=Place(text="Iran", country="IRN", precision="country"),
        )
    )  # fmt: skip
    drones = Theme(text="drones", goods=("drones",))
    told.event(
        told.state(
            "d1", "Iran sent drones to Russia", "sent", "AID", agents=who("IRN"), targets=who("RUS"), theme=drones
        )
    )
    told.event(
        told.state(
            "d1", "Turkey may visit Tehran", "visit", "CONSULT", agents=who("TUR"), targets=who("IRN"), mode="visit",
            place=TEHRAN, status=Status.PLANNED,
        ),
        standing=Standing.EXPECTED,
    )  # fmt: skip
    told.event(
        told.state(
            "d1", "The West imposed sanctions", "imposed", "SANCTION", agents=who("WEST"), targets=who("RUS"),
            mode="sanctions", time=Time(start=date(2022, 3, 1), end=None, precision="month", text="March 2022"),
        )
    )  # fmt: skip
    told.event(
        told.state(
            "d1", "Russia and North Korea signed a treaty", "signed", "AGREE", agents=who("RUS", "PRK"),
            theme=Theme(text="a treaty"), time=day("2024-06-19"), mode="pact", place=PYONGYANG,
        )
    )  # fmt: skip
    return told.case(folder)


def figures(brief: Brief) -> dict[str, Figure]:
    """Return the pictures by key."""
    return {figure.key: figure for figure in brief.figures}


def svgs(page: str) -> Iterator[ElementTree.Element]:
    """Yield the pictures of a page, parsed as XML."""
    for found in re.findall(r"<svg.*?</svg>", page, re.S):
        yield ElementTree.fromstring(found)


def test_each_picture_is_there_when_it_has_something_to_show(tmp_path: Path) -> None:
    """A case with days, places, ties and goods has a timeline, a network, exchanges and a map."""
    assert list(figures(brief_of(talks_case(tmp_path)))) == ["timeline", "network", "exchanges", "places"]


def test_empty_case_shows_no_picture(tmp_path: Path) -> None:
    """Without documents, and without days, places, ties and goods, there is no empty picture."""
    assert not brief_of(Told().case(tmp_path)).figures
    assert "<svg" not in render_html(brief_of(Told().case(tmp_path)))


def test_marks_and_rows_are_one_to_one(tmp_path: Path) -> None:
    """Each row of a table has its mark, narrow and wide, and each mark its row with cites."""
    for figure in brief_of(talks_case(tmp_path)).figures:
        for width in (NARROW, WIDE):
            assert sorted(mark.row for mark in draw(figure.subject, width).marks) == list(range(len(figure.rows)))
        assert all(row.cites and len(row.cells) == len(figure.columns) for row in figure.rows), figure.key


def test_two_clicks_lead_from_a_mark_to_its_words(tmp_path: Path) -> None:
    """Each mark leads to a line or a row of the page, and there a number to the marked words."""
    page = render_html(brief_of(talks_case(tmp_path)))
    links = {link.get("href", "") for svg in svgs(page) for link in svg.iter("a")}
    assert links
    for link in links:
        (target,) = re.findall(rf'<(?:li|tr)[^>]* id="{re.escape(link[1:])}".*?</(?:li|tr)>', page, re.S)
        cited = re.findall(r'class="cite" href="#(s\w+)"', target)
        assert cited, link
        assert all(f'<a id="{anchor}"></a>' in page for anchor in cited)


def test_pictures_are_well_formed_and_named(tmp_path: Path) -> None:
    """Each picture is XML with a title and a description of its own, and each of its marks says what it is."""
    found = list(svgs(render_html(brief_of(talks_case(tmp_path)))))
    assert len(found) == 8
    for svg in found:
        title, told = svg.find("title"), svg.find("desc")
        assert title is not None and title.text and told is not None and told.text
        assert svg.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
        assert all(link.findtext("title") for link in svg.iter("a"))


def test_words_stand_clear_of_each_other(tmp_path: Path) -> None:
    """No two labels of a picture overlap and none leaves it, narrow or wide."""
    for figure in brief_of(talks_case(tmp_path)).figures:
        for width in (NARROW, WIDE):
            drawing = draw(figure.subject, width)
            assert all(box.within(drawing.width + 1, drawing.height + 1) for box in drawing.boxes), figure.key
            for i, box in enumerate(drawing.boxes):
                assert not any(box.overlaps(other) for other in drawing.boxes[:i]), (figure.key, width, box)


def test_pictures_are_the_same_each_time(tmp_path: Path) -> None:
    """The same case gives the same page, to the last digit."""
    case = talks_case(tmp_path)
    assert render_html(brief_of(case)) == render_html(brief_of(case))


def test_timeline_shows_how_well_a_time_is_known(tmp_path: Path) -> None:
    """A day is a day; a month, a year and an open time are periods; what is only reported stands at its report."""
    figure = figures(brief_of(talks_case(tmp_path)))["timeline"]
    manners = {moment.label: moment.manner for moment in figure.subject.moments}  # type: ignore[union-attr]
    assert manners["Vladimir Putin visited North Korea, in Pyongyang"] == "day"
    assert manners["Russia attacked Iran"] == "period"
    assert sorted(set(manners.values())) == ["day", "period", "reported"]
    assert [row.cells[0] for row in figure.rows][:3] == ["2000", "since 2022", "May 2023"]


def test_map_counts_places_and_shows_who_went_where(tmp_path: Path) -> None:
    """Events are counted by place; a country alone is drawn as rough; a visit leads from the visitor's capital."""
    places = figures(brief_of(talks_case(tmp_path)))["places"].subject
    assert [(s.name, s.count, s.rough) for s in places.spots] == [  # type: ignore[union-attr]
        ("Pyongyang", 3, False),
        ("Iran", 1, True),
        ("Tehran", 1, False),
    ]
    assert [(w.kind, w.sure) for w in places.ways] == [("visit", True), ("visit", False)]  # type: ignore[union-attr]


def test_network_has_a_line_for_each_sign_of_a_pair(tmp_path: Path) -> None:
    """Friendly and hostile ties of one pair are two lines; an arrow says who does it."""
    network = figures(brief_of(talks_case(tmp_path)))["network"].subject
    names = [node.name for node in network.nodes]  # type: ignore[union-attr]
    edges = {
        (names[e.source], names[e.target], e.sign, e.directed)
        for e in network.edges  # type: ignore[union-attr]
    }
    assert ("Russia", "Iran", -1, True) in edges
    assert ("Iran", "Russia", 1, True) in edges


def test_narrowed_brief_narrows_its_pictures(tmp_path: Path) -> None:
    """What a brief about some actors, or since a day, leaves out is not in its pictures either."""
    case = talks_case(tmp_path)
    turkey = figures(brief_of(case, about=["TUR"]))
    assert [row.cells[0] for row in turkey["network"].rows] == ["Iran and Turkey"]
    assert len(turkey["timeline"].rows) == 1
    assert "exchanges" not in turkey
    late = figures(brief_of(case, since=date(2024, 1, 1)))
    assert [row.cells[0] for row in late["timeline"].rows if "2023" in row.cells[0] or row.cells[0] == "2000"] == []
    assert all(row.cells[-1] != "May 2023" for row in late["network"].rows)


def test_alleged_arms_are_drawn_as_disputed(tmp_path: Path) -> None:
    """Arms that one side alleges and the other denies are an arrow with the sign of the disputed."""
    exchanges = figures(brief_of(arms_case(tmp_path)))["exchanges"].subject
    flows = [f for card in exchanges.cards for bundle in card.bundles for f in bundle.flows]  # type: ignore[union-attr]
    assert ("artillery shells", "delivered", "disputed") in [(f.what, f.stage, f.sure) for f in flows]


def test_exchange_that_a_source_names_is_bracketed(tmp_path: Path) -> None:
    """Goods that a source says are given for one another stand together, with its words."""
    case = talks_case(tmp_path)
    exchanges = figures(compose(case, system=System(exchanges=swap(case))))["exchanges"].subject
    (card,) = exchanges.cards  # type: ignore[union-attr]
    (bundle,) = card.bundles
    assert [flow.what for flow in bundle.flows] == ["drones", "money"]
    assert "for one another, a source says" in bundle.says


def test_cluster_is_told_with_the_sentences_behind_it(tmp_path: Path) -> None:
    """A cluster is named with why it is one, under a heading that says whose finding it is, and cites its ties."""
    case = talks_case(tmp_path)
    system = system_of(case)
    friends = tuple(
        Party(code=code, name=name) for code, name in (("RUS", "Russia"), ("PRK", "Korea"), ("IRN", "Iran"))
    )
    within = tuple(tie.id for tie in system.ties if tie.sign > 0)
    cluster = Cluster(id="k1", members=friends, within=within, against=(), why="3 friendly bonds")
    brief = compose(case, system=System(ties=system.ties, clusters=(cluster,)))
    line = next(line for s in brief.sections for line in s.lines if line.id == "stances-k1")
    assert (line.text, line.notes) == ("A cluster: Russia, Korea and Iran", ("3 friendly bonds",))
    assert line.group == "What the program makes of it"
    assert line.cites


def test_duty_has_its_trigger_and_a_sanction_is_no_duty(tmp_path: Path) -> None:
    """Who must do what once something happens is drawn; sanctions are listed among what binds, not as duties."""
    case = talks_case(tmp_path)
    start = TALKS.index("Russia and North Korea")
    quote = (
        Quoted(document="d1", clause="c0000000000000001", start=start, end=start + 22, text=TALKS[start : start + 22]),
    )
    russia, iran = Party(code="RUS", name="Russia"), Party(code="IRN", name="Iran")
    duty = Obligation(
        id="o1", kind=Instrument.PACT, name="the treaty", modality=Modality.MUST, act="send help", bearers=(russia,),
        quotes=quote, trigger=TriggerBy(text="if Iran is attacked"),
    )  # fmt: skip
    sanction = Obligation(
        id="o2", kind=Instrument.SANCTION, name="sanctions", modality=Modality.MUST_NOT, act="sanctions",
        bearers=(russia,), quotes=quote, beneficiaries=(iran,), authority=(russia,),
    )  # fmt: skip
    brief = compose(case, system=System(obligations=(duty, sanction)))
    (drawn,) = figures(brief)["duties"].subject.duties  # type: ignore[union-attr]
    assert (drawn.trigger, drawn.bearers, drawn.modality, drawn.act) == (
        "Iran is attacked",
        "Russia",
        "must",
        "send help",
    )
    lines = next(section.lines for section in brief.sections if section.key == "bound")
    assert [line.text for line in lines] == ["Russia must: “send help”, if Iran is attacked", "Sanctions"]
    assert [item.text for item in lines[1].items] == ["Russia on Iran"]


def swap(case: CaseFile) -> tuple[Exchange, Exchange]:
    """Return drones for money, as a source names it."""
    statement = next(s for s in case.statements() if s.type == "AID")
    evidence = statement.evidence
    words = Wording(text=evidence.quote, statement=statement.id, document="d1", start=evidence.start, end=evidence.end)
    step = Step(stage=Stage.DELIVERED, status="actual", statement=statement.id, document="d1")
    iran, russia = Party(code="IRN", name="Iran"), Party(code="RUS", name="Russia")
    common = {"stage": Stage.DELIVERED, "certainty": StageCertainty.HELD, "steps": (step,), "named_by": (words,)}
    return (
        Exchange(id="x1", giver=iran, receiver=russia, good="drones", return_of=("x2",), **common),  # type: ignore[arg-type]
        Exchange(id="x2", giver=russia, receiver=iran, good="money", return_of=("x1",), **common),  # type: ignore[arg-type]
    )
