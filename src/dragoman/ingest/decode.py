"""Bytes -> str: UTF-8 first, then the charset that the file declares, then cp1252 where that can be right."""

from __future__ import annotations

import codecs

from dragoman.errors import UnreadableFile

# Western European prose has 2 to 8 letters of a hundred outside ASCII; text in another 8-bit charset (Cyrillic,
# Greek, Arabic) has most of its letters there, and would come out as gibberish.
MOST_HIGH_BYTES = 0.2
# Control characters other than tabs and line ends: prose has none, binary data about one byte in ten.
MOST_CONTROLS = 0.01
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r")
_HIGH = bytes(range(128, 256))


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """Return the text that the bytes spell, without a byte order mark; raise UnreadableFile when they spell none."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], charset, where)
    if data.startswith(b"{\\rtf"):
        raise UnreadableFile(f"{where} is Rich Text, which is not read: save it as .docx or as plain text.")
    if b"\0" in data or _share(data, _CONTROLS) > MOST_CONTROLS:
        raise UnreadableFile(f"{where} is not a text but binary data: give the file its right ending, or leave it out.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_old(data, where, declared)


def _decode_old(data: bytes, where: str, declared: str | None) -> str:
    if declared and _is_charset(declared):
        return _decode_as(data, declared, where)
    if _share(data, _HIGH) > MOST_HIGH_BYTES:
        raise UnreadableFile(f"{where} is in a charset that can't be told: save it as UTF-8.")
    return _decode_as(data, "cp1252", where)


def _decode_as(data: bytes, charset: str, where: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        at = f"byte {error.start}"
        raise UnreadableFile(f"{where} can't be read as {charset} ({at}): save it as UTF-8.") from error


def _is_charset(name: str) -> bool:
    try:
        b"".decode(name)
    except (LookupError, ValueError):
        return False
    return True


def _share(data: bytes, kinds: bytes) -> float:
    return 1 - len(data.translate(None, kinds)) / max(1, len(data))
