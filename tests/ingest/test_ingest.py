"""Files of every format -> documents."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UnreadableFile
from dragoman.ingest import ingest
from dragoman.ingest.assembly import make_document
from dragoman.ingest.raw import Raw
from dragoman.model import DateSource, Document
from tests.ingest.builders import PAGE, make_docx, make_pdf

WORDS = "Negotiators from the two river states met for a third day without agreeing on the dam, officials said."


def read_one(path: Path, data: bytes, base: Path | None = None) -> Document:
    """Write the bytes and return the one document that they give."""
    path.write_bytes(data)
    (found,) = ingest(str(path), base=base)
    assert isinstance(found, Document), found
    return found


def refuse(path: Path, data: bytes) -> str:
    """Write the bytes and return the reason why they are refused."""
    path.write_bytes(data)
    (found,) = ingest(str(path))
    assert isinstance(found, UnreadableFile)
    return str(found)


def test_text_stays_exactly_as_decoded(tmp_path: Path) -> None:
    """Line ends, odd spaces and all else stay, so that offsets point into what the file holds; a BOM goes."""
    text = f"Dam talks stall\r\n\r\n{WORDS}\r\n\tCafé \u00a0– “end”\n\n"
    assert read_one(tmp_path / "a.txt", b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_charsets_are_read(tmp_path: Path, charset: str) -> None:
    """UTF-8, UTF-16 with its mark, and the old Western European charset are told apart."""
    text = f"{WORDS} The café said “no” – twice."
    assert read_one(tmp_path / "a.txt", text.encode(charset)).text == text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("a.txt", b"\x01\x02\x03\x04\x05" * 20, "binary"),
        ("a.txt", "Переговоры о плотине снова закончились ничем".encode("cp1251"), "UTF-8"),
        ("a.txt", b"abc \x81 def", "cp1252"),
        ("a.rtf", rb"{\rtf1\ansi The parties met.}", "Rich Text"),
        ("a.txt", b"", "holds no text"),
        ("a.txt", b" \r\n\t\n", "holds no text"),
        ("a.md", b"\xef\xbb\xbf", "holds no text"),
        ("a.html", b"<html><body></body></html>", "holds no text"),
        ("a.pdf", b"not a pdf at all", "damaged"),
        ("a.pdf", make_pdf([[]]), "holds no text"),
        ("a.docx", b"PK\x03\x04 not a zip", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """The message names the file, says what is wrong and what to do."""
    message = refuse(tmp_path / name, data)
    assert name in message and reason in message and message.endswith(".")
    assert "b'" not in message and 'b"' not in message  # what a library says of bytes tells a reader nothing


@pytest.mark.parametrize("name", ["a.csv", "a.TSV"])
def test_table_is_refused_with_the_way_to_read_it(tmp_path: Path, name: str) -> None:
    """A table is not taken for prose; the message names the part of the guide that tells how to read it."""
    guide = Path("docs/how-to.md").read_text("utf-8")
    section = refuse(tmp_path / name, b"date,text\n2023-09-14,The parties met.\n").split("`")[-2]
    assert f"\n## {section}\n" in guide


@pytest.mark.parametrize("tabs", [False, True])
def test_command_of_the_guide_makes_documents_of_a_table(tmp_path: Path, tabs: bool) -> None:
    """The command that the guide gives makes JSON lines of a table, each row a document with its date and title."""
    guide = Path("docs/how-to.md").read_text("utf-8")
    (code,) = re.findall(r'python -c "(.*?)" > articles\.jsonl', guide)
    if tabs:
        new, old = re.findall(r"`(newline='[^`]*)`", guide)
        code = code.replace(old, new)
    rows = [["title", "date", "text", "url"], ["Dam talks stall", "2023-09-14", f'{WORDS}\nA "second" line, é.', ""]]
    with (tmp_path / "articles.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter="\t" if tabs else ",").writerows(rows)
    made = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    found = read_one(tmp_path / "articles.jsonl", made.stdout)
    assert (found.title, found.published, found.text) == ("Dam talks stall", date(2023, 9, 14), rows[1][2])


def test_libraries_print_nothing_of_a_damaged_file(tmp_path: Path) -> None:
    """What is wrong with a PDF is told by the message alone; its library writes nothing beside it."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 garbage")
    code = "import sys; from dragoman.ingest import ingest; print(*ingest(sys.argv[1]))"
    told = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.pdf")], capture_output=True, check=True)
    assert told.stderr == b""
    assert b"is damaged or no PDF" in told.stdout


def test_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the limit is not even opened."""
    monkeypatch.setattr("dragoman.ingest.MOST_BYTES", 1_000_000)
    assert "larger than 1 MB" in refuse(tmp_path / "a.txt", b"a" * 1_000_001)


def test_missing_file_is_named(tmp_path: Path) -> None:
    """A wrong name is said to be one."""
    (found,) = ingest(str(tmp_path / "none.txt"))
    assert isinstance(found, UnreadableFile)
    assert "There is no file" in str(found)
    (found,) = ingest(str(tmp_path))
    assert "not a file" in str(found)


def test_document_is_named_by_its_path_below_the_folder_given(tmp_path: Path) -> None:
    """Two files of one name in different folders keep different names."""
    (tmp_path / "north").mkdir()
    document = read_one(tmp_path / "north" / "a.txt", WORDS.encode(), base=tmp_path)
    assert document.name == "north/a.txt"
    assert document.uri == (tmp_path / "north" / "a.txt").resolve().as_uri()
    assert read_one(tmp_path / "b.txt", WORDS.encode()).name == "b.txt"


def test_markdown_front_matter_is_the_header(tmp_path: Path) -> None:
    """Front matter gives the fields, stays in the text and is furniture."""
    front = "---\ntitle: Dam talks stall\nauthor: [Ann Lee, Bo Ek]\ndate: 2022-06-03\npublisher: The Harbour Post\n---"
    document = read_one(tmp_path / "a.md", f"{front}\n\n# Dam talks stall\n\n{WORDS}\n".encode())
    assert (document.title, document.author) == ("Dam talks stall", "Ann Lee, Bo Ek")
    assert (document.publisher, document.published) == ("The Harbour Post", date(2022, 6, 3))
    assert document.published_by is DateSource.METADATA
    assert [span.of(document.text) for span in document.furniture] == [front]


def test_markdown_without_front_matter_is_text(tmp_path: Path) -> None:
    """A heading is the title; a rule is not front matter."""
    document = read_one(tmp_path / "a.md", f"# Dam talks stall\n\n---\n\n{WORDS}\n\n---\n".encode())
    assert document.title == "Dam talks stall"
    assert document.published_by is DateSource.UNKNOWN


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_html_gives_the_main_text_and_the_metadata(tmp_path: Path, charset: str) -> None:
    """Menus, comments and the footer are left out; the charset is the one that the page declares."""
    document = read_one(tmp_path / "a.html", PAGE.format(charset=charset).encode(charset))
    assert "café" in document.text and "third day" in document.text
    assert "fine article" not in document.text and "Copyright" not in document.text
    assert (document.title, document.publisher) == ("Dam talks stall", "The Harbour Post")
    assert (document.author, document.published) == ("Ann Lee", date(2022, 6, 3))


def test_html_without_metadata_has_its_outlet_in_the_title(tmp_path: Path) -> None:
    """A page's title ends with the outlet's name; a date within the text is not the page's."""
    head = "<head><title>Dam talks stall - BBC News</title></head>"
    page = f"<html>{head}<body><p>{WORDS} On 3 June 2022.</p></body></html>"
    document = read_one(tmp_path / "a.html", page.encode())
    assert (document.title, document.publisher, document.published) == ("Dam talks stall", "BBC News", None)


def test_pdf_keeps_its_pages_and_drops_running_heads(tmp_path: Path) -> None:
    """Offsets say which page a word is on; lines that all pages repeat are furniture."""
    pages = [
        [f"The Harbour Institute {number}", f"The parties met {number} times{end}"]
        for number, end in ((1, "."), (2, ", not more."), (3, ", at most."))
    ]
    document = read_one(tmp_path / "a.pdf", make_pdf(pages))
    assert document.page_of(document.text.index("met 2")) == 2
    assert [span.of(document.text) for span in document.furniture] == [page[0] for page in pages]


def test_docx_keeps_title_tables_and_pages(tmp_path: Path) -> None:
    """The style Title gives the title; a page break starts a page."""
    document = read_one(tmp_path / "a.docx", make_docx([WORDS, "The second page."], "Dam talks stall", break_after=0))
    assert document.title == "Dam talks stall"
    assert document.text == f"Dam talks stall\n\n{WORDS}\n\nThe second page."
    assert document.page_of(document.text.index("The second")) == 2


def test_jsonl_gives_a_document_a_line_and_names_bad_ones(tmp_path: Path) -> None:
    """A bad line is named with its number and the rest goes on."""
    good = {"text": WORDS, "title": "Dam talks stall", "published": "2022-06-03", "language": "en", "kind": "report"}
    lines = [
        good,
        "{",
        [],
        {"text": 3},
        {"text": WORDS, "title": 7},
        {"text": " "},
        {"text": WORDS, "published": "soon"},
    ]
    addressed = {"text": WORDS, "uri": "https://example.org/dam"}
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in [*lines, addressed]))
    found = list(ingest(str(path)))
    documents = [each for each in found if isinstance(each, Document)]
    assert [document.name for document in documents] == ["a.jsonl#1", "https://example.org/dam"]
    assert (documents[0].published, documents[0].kind) == (date(2022, 6, 3), "report")
    errors = [str(each) for each in found if isinstance(each, UnreadableFile)]
    assert [
        any(f"Line {number} " in error or f"#{number} " in error for error in errors) for number in range(2, 8)
    ] == [True] * 6


def test_jsonl_text_of_broken_unicode_is_mended(tmp_path: Path) -> None:
    """Half a surrogate pair, which no file can hold, becomes the replacement character."""
    document = read_one(tmp_path / "a.jsonl", b'{"text": "The \\ud800 dam\\u0000"}')
    assert document.text == "The \ufffd dam\ufffd"


def test_file_without_ending_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    """What the user names is read for what it is."""
    assert read_one(tmp_path / "page", PAGE.format(charset="utf-8").encode()).publisher == "The Harbour Post"
    assert read_one(tmp_path / "paper", make_pdf([["The parties met."]])).pages == (0,)


@given(st.text(min_size=1, max_size=300), st.text(max_size=40))
def test_same_text_gives_the_same_id_and_spans_within_it(text: str, title: str) -> None:
    """The id follows from text and header alone; the text is kept as it is."""
    raw = Raw(text=f"{text}x", title=title or None, language="en")
    one, other = make_document(raw, "a.txt", "file:///a.txt"), make_document(raw, "b.txt", "file:///b.txt")
    assert one.id == other.id and len(one.id) == 16
    assert one.text == raw.text
    assert all(span.end <= len(one.text) for span in one.furniture)


def test_header_is_part_of_the_id() -> None:
    """The same words under another date are another document."""
    one = make_document(Raw(text=WORDS), "a", "file:///a")
    other = make_document(Raw(text=WORDS, published=date(2022, 6, 3)), "a", "file:///a")
    assert one.id != other.id


def test_other_language_is_kept_under_its_code(tmp_path: Path) -> None:
    """A document that is not English is stored and not read."""
    text = "Die Minister der beiden Staaten trafen sich am Dienstag in der Hauptstadt und sprachen über den Fluss."
    document = read_one(tmp_path / "a.txt", text.encode())
    assert document.language == "de" and not document.is_read
