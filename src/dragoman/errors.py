"""Every error that Dragoman raises on purpose.

DragomanError            anything below; `code` is stable and meant for programs
├── InputError           what the user gave can't be used
│   ├── UnreadableFile   a file or address can't be turned into a document
│   ├── UnknownName      nothing in the case or the vocabulary goes by this name
│   └── BadValue         an option or a field has a value outside its range
├── CaseError            the case file can't be used
│   ├── NotACase         the file is not a case file, or is damaged
│   ├── NewerCase        the case was written by a newer version
│   └── CaseBusy         another process is writing to the case
├── DataError            vocabulary or world data breaks its own rules
└── MissingPart          a library that this needs is not installed
"""

from __future__ import annotations


class DragomanError(Exception):
    """Something that a person can be told in one sentence: what, where, what to do."""

    code = "error"


class InputError(DragomanError):
    """What the user gave can't be used."""

    code = "input"


class UnreadableFile(InputError):
    """A file or address can't be turned into a document."""

    code = "unreadable-file"


class UnknownName(InputError):
    """Nothing in the case or the vocabulary goes by this name."""

    code = "unknown-name"


class BadValue(InputError):
    """An option or a field has a value outside its range."""

    code = "bad-value"


class CaseError(DragomanError):
    """The case file can't be used."""

    code = "case"


class NotACase(CaseError):
    """The file is not a case file, or is damaged."""

    code = "not-a-case"


class NewerCase(CaseError):
    """The case was written by a newer version."""

    code = "newer-case"


class CaseBusy(CaseError):
    """Another process is writing to the case."""

    code = "case-busy"


class DataError(DragomanError):
    """Vocabulary or world data breaks its own rules."""

    code = "data"


class MissingPart(DragomanError):
    """A library that is needed for what was asked, and for nothing else, is not installed."""

    code = "missing-part"
