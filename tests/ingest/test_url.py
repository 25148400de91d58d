"""Reading from web addresses, at a real server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import UnreadableFile
from dragoman.ingest import ingest
from dragoman.model import Document
from tests.ingest.builders import PAGE, make_pdf

WORDS = "The parties met for a third day without agreeing on the dam, the ministers of both sides said on leaving."
ANSWERS = {
    "/page": ("text/html; charset=utf-8", PAGE.format(charset="utf-8").encode()),
    "/old": ("text/plain; charset=iso-8859-2", "Ministrů bylo pět, a žádný z nich nic neřekl.".encode("iso-8859-2")),
    "/paper": ("application/pdf", make_pdf([[WORDS]])),
    "/list.jsonl": ("text/plain", b'{"text": "One dam."}\n{"text": "Two dams."}'),
    "/picture": ("image/png", b"\x89PNG\r\n\x1a\n\0\0"),
    "/large": ("text/plain", b"a" * 3_000_000),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self._answer(301, "text/plain", b"", location="/page")
        elif self.path == "/round":
            self._answer(302, "text/plain", b"", location="/round")
        elif self.path == "/agent":
            self._answer(200, "text/plain", f"{WORDS} {self.headers['User-Agent']}".encode())
        elif self.path in ANSWERS:
            self._answer(200, *ANSWERS[self.path])
        else:
            self._answer(404, "text/plain", b"no")

    def _answer(self, status: int, kind: str, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Serve ANSWERS and yield the site's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def read_one(address: str) -> Document:
    """Return the one document at the address."""
    (found,) = ingest(address)
    assert isinstance(found, Document), found
    return found


def test_page_is_read_and_named_by_its_address(site: str) -> None:
    """The document's name is the address that the user gave; its URI the one that answered."""
    document = read_one(f"{site}/moved")
    assert (document.name, document.uri) == (f"{site}/moved", f"{site}/page")
    assert document.publisher == "The Harbour Post"


def test_format_follows_the_declared_type(site: str) -> None:
    """PDF, declared charsets and lists sent as plain text are read for what they are."""
    assert read_one(f"{site}/paper").pages == (0,)
    assert "žádný" in read_one(f"{site}/old").text
    assert len(list(ingest(f"{site}/list.jsonl"))) == 2


def test_reader_says_who_it_is(site: str) -> None:
    """Servers are told the program's name and version."""
    assert "dragoman/" in read_one(f"{site}/agent").text


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/none", "404"), ("/round", "can't be reached"), ("/picture", "binary"), ("/large", "larger than 1 MB")],
)
def test_what_cannot_be_had_is_said(site: str, path: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the address and the reason."""
    monkeypatch.setattr("dragoman.ingest.MOST_BYTES", 1_000_000)
    (found,) = ingest(site + path)
    assert isinstance(found, UnreadableFile)
    assert site + path in str(found) and reason in str(found)


def test_password_in_an_address_is_not_kept(site: str) -> None:
    """What stands before the @ is used to ask and then forgotten."""
    document = read_one(site.replace("http://", "http://ann:secret@") + "/page")
    assert "secret" not in document.name + document.uri


def test_unreachable_server_is_said() -> None:
    """A server that doesn't answer is a reason, not a crash."""
    (found,) = ingest("http://127.0.0.1:9/")
    assert isinstance(found, UnreadableFile)
