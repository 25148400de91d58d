"""The formats that a case is exported in, by name: what each is, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import BadValue
from dragoman.export.options import DyadOptions
from dragoman.export.whole import whole_file, whole_folder

if TYPE_CHECKING:
    from dragoman.export.selection import Selection

DYADS = "dyads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`what` it is in words; `module` has `export_NAME`, which yields its text or, for a folder, fills one.

    Modules are imported when their format is asked for: most runs need one, or none.
    """

    what: str
    module: str
    is_folder: bool = False

    def load(self, name: str) -> Callable[..., Any]:
        """Return the function that writes the format."""
        export: Callable[..., Any] = getattr(import_module(f"dragoman.export.{self.module}"), f"export_{name}")
        return export


FORMATS: Mapping[str, Format] = {
    "plover": Format(what="PLOVER records, one JSON object a line", module="plover_records"),
    "cameo": Format(what="CAMEO-coded rows in the columns of ICEWS", module="cameo"),
    DYADS: Format(what="a row a directed dyad and period, zeros included (CSV, or Parquet)", module="dyads"),
    "ftm": Format(what="FollowTheMoney entities, one JSON object a line", module="ftm"),
    "graphml": Format(what="the graph of ties, for Cytoscape, igraph, networkx", module="graph"),
    "gexf": Format(what="the graph of ties, for Gephi", module="graph"),
    "claims": Format(what="schema.org claims and their reviews, as JSON-LD", module="claims"),
    "csv": Format(
        what="a folder of tables: documents, statements, events, disputes", module="csv_tables", is_folder=True
    ),
    "parquet": Format(what="the same tables as Parquet files", module="parquet", is_folder=True),
}


def find_format(name: str) -> Format:
    """Return the format of that name.

    Raises:
        BadValue: there is none; the message lists those there are.
    """
    if name not in FORMATS:
        raise BadValue(f"nothing is exported as {name}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def is_text(name: str, path: Path | None) -> bool:
    """Say whether the format is one text, which can be printed; a table of dyads is Parquet where its name says so."""
    return not find_format(name).is_folder and not (name == DYADS and _is_parquet(path))


def export_lines(name: str, selection: Selection, dyads: DyadOptions) -> Iterator[str]:
    """Yield the text of an export, piece by piece.

    Raises:
        BadValue: the format is none, or is no text.
    """
    form = find_format(name)
    if form.is_folder:
        raise BadValue(f"{name} writes several files; name the folder for them: -o FOLDER")
    yield from form.load(name)(selection, dyads) if name == DYADS else form.load(name)(selection)


def export_to(name: str, selection: Selection, path: Path, dyads: DyadOptions) -> None:
    """Write an export to the file or folder, whole or not at all.

    Raises:
        BadValue: the format is none; a folder of that name is there and holds something else.
        MissingPart: what the format needs is not installed.
    """
    form = find_format(name)
    if form.is_folder:
        with whole_folder(path) as folder:
            form.load(name)(selection, folder)
        return
    with whole_file(path) as partial:
        if is_text(name, path):
            with partial.open("w", encoding="utf-8", newline="") as file:
                file.writelines(export_lines(name, selection, dyads))
        else:
            from dragoman.export.dyads import export_dyads_as_parquet

            export_dyads_as_parquet(selection, dyads, partial)


def _is_parquet(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() == ".parquet"
