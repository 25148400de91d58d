"""Web addresses: the only place where Dragoman uses the network, and only for what the user names."""

from __future__ import annotations

from importlib.metadata import version

import httpx

from dragoman.errors import UnreadableFile

TIMEOUT_SECONDS = 20.0
MOST_REDIRECTS = 5
_ACCEPT = "text/html, application/pdf, text/plain, text/markdown, application/x-ndjson, */*;q=0.1"


def fetch(address: str, most_bytes: int) -> tuple[bytes, str, str | None, str]:
    """Return the bytes at an address, their media type, the charset the server declares, and the final address."""
    headers = {"User-Agent": f"dragoman/{version('dragoman')}", "Accept": _ACCEPT}
    try:
        with (
            httpx.Client(
                follow_redirects=True, max_redirects=MOST_REDIRECTS, timeout=TIMEOUT_SECONDS, headers=headers
            ) as client,
            client.stream("GET", address) as response,
        ):
            response.raise_for_status()
            data = _read_body(response, address, most_bytes)
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        raise UnreadableFile(f"{address} answers {status}: check the address, or save the page as a file.") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreadableFile(f"{address} can't be reached ({error}): check the address and the network.") from error
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return data, media_type, response.charset_encoding, str(response.url)


def _read_body(response: httpx.Response, address: str, most_bytes: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > most_bytes:
            raise UnreadableFile(f"{address} is larger than {most_bytes // 1_000_000} MB: save the part that matters.")
    return bytes(body)
