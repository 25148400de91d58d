"""The brief as one self-contained page: works offline, prints well, shows each source's words in their paragraph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from dragoman.brief.extracts import extract
from dragoman.brief.figures.drawn import draw_figure
from dragoman.brief.records import Brief, Cite, Line, Section, by_source
from dragoman.brief.words import MOST_CHARACTERS, clip

_TEMPLATES = Path(__file__).parent / "templates"
# So many lines of a section are open on the page, the most telling; the next are folded, and what is left is counted.
MOST_OPEN = 25
MOST_FOLDED = 125
_STANDINGS = {"single-source": "one origin", "expected": "planned"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as the page has it: the lines that are open, those that are folded, and how many are left out."""

    section: Section
    open: tuple[Line, ...]
    folded: tuple[Line, ...]
    left: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the lines that the page holds."""
        return (*self.open, *self.folded)


def render_html(brief: Brief) -> str:
    """Return the page."""
    shown = [_shown(section) for section in brief.sections]
    lines = [line for part in shown for line in part.lines]
    ids = {line.id for line in lines} | {item.id for line in lines for item in line.items if item.id}
    cites: dict[int, dict[str, Cite]] = defaultdict(dict)
    in_lines = (cite for line in lines for cite in line.all_cites)
    in_rows = (cite for figure in brief.figures for row in figure.rows for cite in row.cites)
    for cite in (*in_lines, *in_rows):
        cites[cite.source].setdefault(cite.statement, cite)
    extracts = [
        extract(source, sorted(cites[source.number].values(), key=lambda c: (c.span, c.statement)))
        for source in brief.sources
        if cites[source.number]
    ]
    left = len(brief.sources) - len(extracts)
    figures = [draw_figure(figure, ids) for figure in brief.figures]
    return _template().render(
        brief=brief, figures=figures, shown=shown, extracts=extracts, left=left, most=MOST_CHARACTERS
    )


def _shown(section: Section) -> Shown:
    ranked = sorted(section.lines, key=lambda line: -line.rank)
    first = {line.id for line in ranked[:MOST_OPEN]}
    then = {line.id for line in ranked[MOST_OPEN : MOST_OPEN + MOST_FOLDED]}
    return Shown(
        section,
        tuple(line for line in section.lines if line.id in first),
        tuple(line for line in section.lines if line.id in then),
        max(0, len(section.lines) - MOST_OPEN - MOST_FOLDED),
    )


def _name_standing(standing: str) -> str:
    return _STANDINGS.get(standing, standing)


def _statements(cites: Sequence[Cite]) -> str:
    return " ".join(cite.statement for cite in cites)


def _unbroken(when: str) -> str:
    """Keep "14 Sep 2023" on one line, below a "reported" before it where there is little room."""
    reported, space, day = when.rpartition("reported ")
    return f"{reported}{space}{day.replace(' ', chr(0xA0))}"


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        by_source=by_source, clip=clip, standing=_name_standing, statements=_statements, unbroken=_unbroken
    )
    return environment.get_template("brief.html")
