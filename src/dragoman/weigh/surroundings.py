"""What stands around a statement in its text: the words of its sentence, and the names in the sentences beside it.

Two reports of one happening name the same people and towns near it; two happenings of the same parties do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dragoman.model import Document, Statement
from dragoman.weigh.vocabulary import content_words, load_families
from dragoman.world import load_world

# So far around a statement (characters) the text still speaks of the same thing, by and large: two sentences.
AROUND_CHARACTERS = 250
# A sentence reaches at most so far beyond the evidence.
SENTENCE_CHARACTERS = 200
# Words that begin with the same letters as a party's name are the party itself ("Iraqi" of Iraq).
SAME_PARTY_LETTERS = 4
SHORTEST_NAME = 3
# A capitalised word that doesn't begin a sentence, a quotation or a line.
_NAME = re.compile(r"(?<![.!?:\"'\n] )(?<![\w\n\"'/-])(?<!^)([A-Z][\w-]{2,})")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s|\n")


def names_around(statement: Statement, document: Document) -> frozenset[str]:
    """Return the names near the statement, in lower case, but those of its parties, of the outlet and titles."""
    evidence = statement.evidence
    around = document.text[max(0, evidence.start - AROUND_CHARACTERS) : evidence.end + AROUND_CHARACTERS]
    own = _own_letters(statement) | _letters(name for name in (document.publisher, document.origin) if name)
    empty = load_families().empty_names
    found = {name.lower() for name in _NAME.findall(around)}
    return frozenset(n for n in found if n not in empty and n[:SAME_PARTY_LETTERS] not in own)


def words_around(statement: Statement, document: Document) -> frozenset[str]:
    """Return the stems of the words of the statement's sentence that say something, its parties' names left out."""
    everyday, own = load_families().everyday_words, _own_letters(statement)
    words = content_words(_sentence(statement, document.text))
    return frozenset(w for w in words if w not in everyday and w[:SAME_PARTY_LETTERS] not in own)


def _sentence(statement: Statement, text: str) -> str:
    start, end = statement.evidence.start, statement.evidence.end
    before = text[max(0, start - SENTENCE_CHARACTERS) : start]
    after = text[end : end + SENTENCE_CHARACTERS]
    begins = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after) if not text[start:end].rstrip().endswith((".", "!", "?")) else None
    return before[begins:] + text[start:end] + (after[: stop.start()] if stop else "")


def _own_letters(statement: Statement) -> set[str]:
    """Return the first letters of the names of the parties, and of the states for which persons and bodies act."""
    refs = (*statement.agents, *statement.targets)
    return _letters(ref.name for ref in refs) | {letters for ref in refs for letters in _letters_of_code(ref.code)}


@lru_cache(maxsize=4096)
def _letters_of_code(code: str) -> frozenset[str]:
    actor = load_world().by_code(code)
    return _first_letters(actor.name) if actor else frozenset()


def _letters(names: Iterable[str]) -> set[str]:
    return {letters for name in names for letters in _first_letters(name)}


@lru_cache(maxsize=65536)
def _first_letters(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", name.lower())
    return frozenset(word[:SAME_PARTY_LETTERS] for word in words if len(word) >= SHORTEST_NAME)
