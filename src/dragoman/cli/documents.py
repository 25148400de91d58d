"""`dragoman documents`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID
from dragoman.model import DateSource, Document, Reliability
from dragoman.publishers import grades_of, outlet_of
from dragoman.view import View
from dragoman.wire import document_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="PUBLISHED", width=11),
    Column(heading="PUBLISHER", width=16),
    Column(heading="R", width=1),
    Column(heading="NAME", width=0),
    Column(heading="TITLE", width=0),
)
# A sign behind the date where the document does not state it itself.
_DATE_SIGNS = {DateSource.INFERRED: "?", DateSource.CORRECTED: "!"}


@click.command()
@filters
@formats
@opens_case()
@earlier
def documents(case: View, asked: Asked, form: str, limit: int | None) -> None:
    """List the documents and what is known of them.

    A date is followed by ? where it is inferred, by ! where someone corrected it; > says that a document without a date
    appeared no earlier, < that it appeared no later, as its words show ("dragoman show" has them). Where the publisher
    is not known, the author or the origin stands in its place. R is how far it is trusted, from A to F, as `dragoman
    publishers set` has it.

    \b
    Examples:
      dragoman documents
      dragoman documents --actor PRK --until 2023 --format jsonl
    """
    readers = case.file.readers()
    given = grades_of(case.file)

    def items() -> Iterator[Item]:
        for document in case.documents(**asked):
            grade = given(outlet_of(document)) or Reliability.F
            wire = document_to_wire(document, readers.get(document.id), grade)
            yield Item(wire=wire, row=_row(document, grade))

    if not write_items(items(), form, _COLUMNS, limit):
        click.echo("No document matches.", err=True)


def _when(document: Document) -> str:
    """Return the nearest end of when a document without a date appeared."""
    dating = document.dating
    if dating is None:
        return "-"
    return f">{dating.earliest}" if dating.earliest else f"<{dating.latest}"


def _row(document: Document, grade: Reliability) -> tuple[str, ...]:
    day = document.published
    published = f"{day}{_DATE_SIGNS.get(document.published_by, '')}" if day else _when(document)
    title = document.title or ""
    language = "" if document.language == "en" else f"[{document.language}{'' if document.is_read else ', unread'}] "
    return (
        document.id[:SHORT_ID],
        published,
        outlet_of(document) or "-",
        grade,
        document.name,
        f"{language}{title}",
    )
