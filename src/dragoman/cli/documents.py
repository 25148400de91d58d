"""`dragoman documents`."""

from __future__ import annotations

import click

from dragoman.case import Asked
from dragoman.cli.options import earlier, filters, formats, opens_case
from dragoman.cli.output import Column, Item, write_items
from dragoman.cli.words import SHORT_ID
from dragoman.model import DateSource, Document
from dragoman.view import View
from dragoman.wire import document_to_wire

_COLUMNS = (
    Column(heading="ID", width=SHORT_ID),
    Column(heading="PUBLISHED", width=11),
    Column(heading="PUBLISHER", width=16),
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
    is not known, the author or the origin stands in its place.

    \b
    Examples:
      dragoman documents
      dragoman documents --actor PRK --until 2023 --format jsonl
    """
    readers = case.file.readers()
    items = (Item(wire=document_to_wire(d, readers.get(d.id)), row=_row(d)) for d in case.documents(**asked))
    if not write_items(items, form, _COLUMNS, limit):
        click.echo("No document matches.", err=True)


def _when(document: Document) -> str:
    """Return the nearest end of when a document without a date appeared."""
    dating = document.dating
    if dating is None:
        return "-"
    return f">{dating.earliest}" if dating.earliest else f"<{dating.latest}"


def _row(document: Document) -> tuple[str, ...]:
    day = document.published
    published = f"{day}{_DATE_SIGNS.get(document.published_by, '')}" if day else _when(document)
    title = document.title or ""
    language = "" if document.language == "en" else f"[{document.language}{'' if document.is_read else ', unread'}] "
    return (
        document.id[:SHORT_ID],
        published,
        document.publisher or document.author or document.origin or "-",
        document.name,
        f"{language}{title}",
    )
