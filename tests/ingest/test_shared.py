"""What ingesting makes of real articles, where this checkout has them beside it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from dragoman.ingest import ingest
from dragoman.ingest.assembly import make_document
from dragoman.ingest.raw import Raw
from dragoman.model import DateSource, Document

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the articles for measuring are not beside this checkout")


@needs_data
@pytest.mark.parametrize(
    ("number", "author", "published", "origin"),
    [
        ("000", "Nicholas Bishop", None, None),
        ("001", None, date(2024, 6, 18), "BBC News"),
        ("002", None, date(2024, 9, 19), None),
        ("003", "Armita Rohani", None, None),
    ],
)
def test_seed_articles(number: str, author: str | None, published: date | None, origin: str | None) -> None:
    """The four articles that the project began from give what they state of themselves, and no more."""
    (path,) = (DATA / "seeds").glob(f"{number}_*.txt")
    (document,) = ingest(str(path), base=path.parent)
    assert isinstance(document, Document)
    assert (document.author, document.published, document.origin) == (author, published, origin)
    assert document.published_by is (DateSource.STATED if published else DateSource.UNKNOWN)
    assert document.language == "en"


@needs_data
def test_stated_dates_are_right() -> None:
    """Every date that is read from the head of a Wikinews article is the one in the site's own listing."""
    with (DATA / "corpora" / "wikinews_2019.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = [(make_document(Raw(text=row["text"]), row["url"], row["url"]).published, row["date"]) for row in rows]
    stated = [(str(day), listed) for day, listed in found if day]
    assert len(stated) > 0.95 * len(rows)
    assert all(day == listed for day, listed in stated)


@needs_data
def test_newswire_holds_next_to_no_furniture() -> None:
    """Agencies' clean texts have datelines and bylines only: anything else that is taken for furniture is a mistake."""
    with (DATA / "corpora" / "newswire_1997_2006.jsonl").open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in list(file)[::4]]
    documents = [make_document(Raw(text=text, language="en"), "a", "file:///a") for text in texts if text.strip()]
    taken = [span.of(each.text) for each in documents for span in each.furniture]
    wrong = [words for words in taken if not words.lower().startswith("by ") and not words.rstrip(" -").endswith(")")]
    assert len(wrong) <= 0.005 * len(documents), wrong
