"""A file of coded events -> documents: one a day (and part of a day), each of the rows as they stand in the file.

A day, since that is what a row dates: the document then has a date as an article has, and a file of a year is neither
one document that nobody can page through nor a hundred thousand of one line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dragoman.coded.forms import Form, find_form
from dragoman.coded.rows import BadRow
from dragoman.errors import UnreadableFile
from dragoman.ingest.assembly import make_id
from dragoman.ingest.decode import decode
from dragoman.model import CODED, DateSource, Document

MOST_BYTES = 200_000_000  # a year of ICEWS has 150 MB
MOST_ROWS = 2_000  # of one document: a page that can still be shown, a reading that can still be stored at once
MOST_TOLD = 20  # bad rows of a file that are told one by one
MOST_FIRST_BYTES = 100_000  # within which the first line of such a file ends
Rows = dict[tuple[str, date | None], list[str]]  # by dataset and day


def sniff_coded(data: bytes) -> Form | None:
    """Return the form of the coded events that the first line of the data shows, None where they show none."""
    first = data[:MOST_FIRST_BYTES].lstrip(b"\xef\xbb\xbf\r\n").partition(b"\n")[0]
    is_likely = first[:1] == b"{" or b"\t" in first or first[:3] == b"id,"
    return find_form(first.decode("utf-8", "replace")) if is_likely else None


def read_coded(data: bytes, form: Form, name: str, uri: str) -> Iterator[Document | UnreadableFile]:
    """Yield the documents of the rows, by day; and before them what is wrong with which rows, which are left out."""
    lines = decode(data, name).lstrip("\ufeff").split("\n")
    header = lines[0].rstrip("\r") if form.has_header else None
    rows: Rows = defaultdict(list)
    bad = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip() or (number == 1 and header is not None):
            continue
        try:
            row = form.parse(line.rstrip("\r"))
            rows[row.dataset or form.dataset, row.start].append(line.rstrip("\r"))
        except BadRow as error:
            bad += 1
            if bad <= MOST_TOLD:
                yield UnreadableFile(f"Line {number} of {name} {error}: it is left out.")
    if bad > MOST_TOLD:
        yield UnreadableFile(f"{bad - MOST_TOLD} more lines of {name} can't be used either.")
    yield from _documents(rows, header, name, uri)


def _documents(rows: Rows, header: str | None, name: str, uri: str) -> Iterator[Document]:
    for (dataset, day), lines in sorted(rows.items(), key=lambda item: (item[0][1] or date.max, item[0][0])):
        for part, start in enumerate(range(0, len(lines), MOST_ROWS), start=1):
            some = lines[start : start + MOST_ROWS]
            suffix = f"#{day or 'undated'}" + (f".{part}" if part > 1 else "")
            text = "\n".join([*([header] if header is not None else []), *some])
            title = f"{dataset}, {day or 'undated'}"
            yield Document(
                id=make_id(text, title, dataset, None, day),
                name=name + suffix,
                uri=uri + suffix,
                text=text,
                title=title,
                publisher=dataset,
                published=day,
                published_by=DateSource.METADATA if day else DateSource.UNKNOWN,
                kind=CODED,
            )
