from __future__ import annotations

from datetime import date

import pytest

from dragoman.coded.cameo import cameo_code, cameo_meaning
from dragoman.coded.forms import find_form
from dragoman.coded.plover import filed_type, plover_types, quad_of, read_mode, write_mode
from dragoman.coded.rows import BadRow
from dragoman.ontology import load_ontology
from tests.coded.builders import ICEWS_HEADER, gdelt_row, icews_row, plover_row


@pytest.mark.parametrize(
    ("line", "dataset"),
    [
        (ICEWS_HEADER, "ICEWS"),
        (gdelt_row(second=False), "GDELT"),
        (gdelt_row(second=True), "GDELT"),
        ("Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tRecipient Name", "POLECAT"),
        (plover_row(), "PLOVER records"),
        ("date\ttext", None),
        ("Event ID\tEvent Date\tSource Name", None),
        ('{"text": "The parties met.", "event": "summit"}', None),
        ('{"text": "The parties met.", "source": "the agency"}', None),
        ('{"text": "They marched.", "date": "2020-02-01", "event_type": "PROTEST", "source": "the agency"}', None),
        ("The parties met.", None),
        ("{not JSON", None),
    ],
)
def test_first_line_shows_the_form(line: str, dataset: str | None) -> None:
    """A header, a count of columns or the fields of an object tell whose rows they are; all else is no such file."""
    form = find_form(line)
    assert (form and form.dataset) == dataset


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("042", "CONSULT/visit"),
        ("42", "CONSULT/visit"),
        ("0333", "AGREE/promise"),
        ("333", "AGREE/promise"),
        ("1831", "ASSAULT/bombing"),
        ("1411", "PROTEST/demonstration"),
        ("010", "None/None"),
        ("14", "None/None"),
        ("20", "REQUEST/None"),
        ("202", "ASSAULT/massacre"),
        ("x", "no code"),
        ("", "no code"),
        ("99999", "no code"),
    ],
)
def test_cameo_code_means_a_type(code: str, meaning: str) -> None:
    """A code means what its nearest listed beginning means; two digits have lost a zero; some have no type."""
    found = cameo_meaning(code)
    assert (f"{found.type}/{found.mode}" if found else "no code") == meaning


def test_every_code_of_the_tables_is_of_the_vocabulary() -> None:
    """What the tables of codes name are types, modes and contexts that the program has, both ways."""
    ontology = load_ontology()
    contexts = {context for words in ontology.contexts.values() for context in words}
    for root in range(1, 21):
        for more in ["", *map(str, range(10)), *(f"{a}{b}" for a in range(10) for b in range(10))]:
            found = cameo_meaning(f"{root:02d}{more}")
            if found is not None and found.type is not None:
                assert quad_of(found.type)
                assert found.mode is None or (found.type, found.mode) in ontology.modes
                assert set(found.contexts) <= contexts
    for kind in plover_types():
        assert cameo_meaning(cameo_code(kind, None, ())) is not None


@pytest.mark.parametrize("kind", plover_types())
def test_code_that_is_written_is_read_as_the_same_type(kind: str) -> None:
    """A mode's code is read back as a type that PLOVER files alike."""
    for own, mode in load_ontology().modes:
        if filed_type(own, mode) == kind:
            found = cameo_meaning(cameo_code(kind, mode, ()))
            assert found is not None and found.type is not None
            assert filed_type(found.type, found.mode) == kind, (own, mode)
            assert read_mode(kind, write_mode(kind, mode)) in (None, mode) or write_mode(kind, mode) is not None


def test_row_of_icews() -> None:
    """Names, countries, sectors, the code with its words, day and place are taken from their columns."""
    form = find_form(ICEWS_HEADER)
    assert form is not None
    line = icews_row()
    row = form.parse(line)
    assert (row.type, row.mode, row.start, row.what) == ("CONSULT", "visit", date(2014, 2, 14), "Make a visit")
    (agent,), (target,) = row.agents, row.targets
    assert (agent.text, agent.country, agent.sectors) == ("John Kerry", "United States", ("GOV",))
    assert agent.span is not None
    assert agent.span.of(line) == "John Kerry"
    assert row.trigger.of(line) == "visit"
    assert (target.text, row.place and (row.place.text, row.place.lat)) == ("China", ("Beijing", 39.9075))


@pytest.mark.parametrize("second", [False, True])
def test_row_of_gdelt(second: bool) -> None:
    """Both versions' columns are found: the code, the actors with country and sector, the place by its full name."""
    line = gdelt_row(second=second)
    form = find_form(line)
    assert form is not None
    row = form.parse(line)
    assert (row.type, row.mode, row.start) == ("CONSULT", "negotiation", date(2014, 8, 29))
    assert row.trigger.of(line) == "046"
    assert [(a.text, a.country, a.sectors) for a in row.agents] == [("RUSSIA", "RUS", ("GOV",))]
    assert row.place is not None
    assert (row.place.text, row.place.country, row.place.precision) == ("Moscow", "Russia", "city")


def test_record_of_plover() -> None:
    """The fields of the specification and those of coders that name them otherwise give the same row."""
    line = plover_row()
    form = find_form(line)
    assert form is not None
    row = form.parse(line)
    assert (row.type, row.mode, row.contexts) == ("CONSULT", "meeting", ("diplomatic", "military"))
    assert [a.text for a in row.agents] == ["Francois Hollande", "Angela Merkel"]
    other = plover_row(
        date=None,
        event=None,
        recipient=None,
        event_date="2015-02-11",
        event_type="CONSULT",
        target=[{"code": "UKR", "sector": "GOV"}],
        event_mode="third-party",
        mode=None,
    )
    again = form.parse(other)
    assert (again.type, again.mode, again.start, again.targets[0].country) == (row.type, row.mode, row.start, "UKR")


def test_row_of_polecat() -> None:
    """Types, modes and contexts are PLOVER's; "None" is nothing, and semicolons part recipients."""
    cells = {
        "Event ID": "9",
        "Event Date": "2022-02-28",
        "Event Type": "SANCTION",
        "Event Mode": "expel",
        "Contexts": "diplomatic;intelligence",
        "Actor Name": "United States",
        "Actor Country": "USA",
        "Primary Actor Sector": "GOV",
        "Recipient Name": "Russia; None",
        "Recipient Country": "RUS",
        "Primary Recipient Sector": "None",
        "City": "None",
        "Country": "USA",
    }
    form = find_form("\t".join(cells))
    assert form is not None
    line = "\t".join(cells.values())
    row = form.parse(line)
    assert (row.type, row.mode, row.contexts) == ("SANCTION", "expulsion", ("diplomatic", "intelligence"))
    assert [(a.text, a.country, a.sectors) for a in row.agents] == [("United States", "USA", ("GOV",))]
    assert [(a.text, a.country) for a in row.targets] == [("Russia", "RUS")]
    assert row.place is not None and (row.place.text, row.place.precision) == ("USA", "country")
    with pytest.raises(BadRow, match="no type of PLOVER in 'COMMENT'"):
        form.parse(line.replace("SANCTION", "COMMENT"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (icews_row(Event_Date=""), "no day"),
        (icews_row(Event_Date="soon"), "no day in 'soon'"),
        (icews_row(CAMEO_Code="visit"), "no CAMEO code in 'visit'"),
        ("1\t2", "2 columns"),
    ],
)
def test_bad_row_says_why(line: str, reason: str) -> None:
    """A row without a day or a code, or of other columns, is refused with what is wrong."""
    form = find_form(ICEWS_HEADER)
    assert form is not None
    with pytest.raises(BadRow, match=reason):
        form.parse(line)


@pytest.mark.parametrize("code", ["999", "X", "---", ""])
def test_what_is_no_code_means_nothing(code: str) -> None:
    """A number beyond CAMEO's roots is refused, not read as its nearest beginning."""
    assert cameo_meaning(code) is None
