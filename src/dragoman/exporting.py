"""Exporting a case: gathers what the formats need, from the case and its system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.case import Asked
from dragoman.export.formats import export_to
from dragoman.export.options import DyadOptions
from dragoman.export.selection import Selection
from dragoman.model import Reliability
from dragoman.naming import settle_filter
from dragoman.own_data import settle_own_data
from dragoman.publishers import grades_of, outlet_of
from dragoman.system import load_scale
from dragoman.world import load_world

if TYPE_CHECKING:
    from dragoman.view import View


def select(case: View, asked: Asked) -> Selection:
    """Return what the filter keeps of the case, weighed, with what formats need beside it.

    Raises:
        BadValue, UnknownName: as for any question to a case.
    """
    grades = grades_of(case.file)
    settings = settle_own_data(case.settings, case.file)
    return Selection(
        file=case.weighed,
        asked=settle_filter(asked, case.file),
        name=case.file.path.stem,
        reliability=lambda document: grades(outlet_of(document)) or Reliability.F,
        ties=lambda: case.ties(**asked),
        scale=load_scale(settings.scale),
        world=load_world(settings.actors or ()),
    )


def export_case(case: View, format: str, path: Path, *, by: str, dyads: str, asked: Asked) -> tuple[str, ...]:
    """Write the case to the file or folder, whole or not at all, and return what the format leaves out, in words."""
    selection = select(case, asked)
    export_to(format, selection, path, DyadOptions(by=by, dyads=dyads))
    return tuple(selection.notes)
