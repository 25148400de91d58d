"""Origins: the independent roots of statements, with copies of one text counted once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from zlib import crc32

from dragoman.model import Document, Statement, Voice

SHINGLE_WORDS = 6
# A document that holds this share of another's shingles repeats it; two agencies on one event share under a tenth.
COPY_SHARE = 0.4
# Only shingles whose hash is divisible by this are compared: enough for articles, and near-linear in their number.
SAMPLING = 4
# Fewer shared ones than this are a formula or a short quotation, even where both texts are short.
FEWEST_SHARED = 6
# A shingle in more documents than this is a formula ("the spokesman said on condition of anonymity"), not a copy.
FORMULA_DOCUMENTS = 50
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "one", "who", "some", "others"))
_WORD = re.compile(r"\w+")
# Between two speakers of one breath there is at most this much: "and", a comma, an article, a title.
LONGEST_JOIN = 30
_JOIN = re.compile(r"['s]*(?:\s*,|\s+and|\s+as well as|\s+along with|\s*$)(?!.*\b(?:said|says|told|that)\b)", re.DOTALL)


def origins_of(documents: Sequence[Document]) -> dict[str, str]:
    """Return the name of each document's origin: the agency it credits, else its outlet, and for a copy its source's.

    The source of a copy is the earliest document that credits nobody else, else the first by id.
    """
    roots = find_copies(documents)
    by_id = {d.id: d for d in documents}
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[roots[document.id]].append(document)
    named: dict[str, str] = {}
    for members in groups.values():
        credit = next((d.origin for d in _by_age(members) if d.origin), None)
        name = credit or own_name(_by_age(members)[0])
        named.update((d.id, name) for d in members)
    return {d: canonical_outlet(name) for d, name in named.items() if d in by_id}


def find_copies(documents: Sequence[Document]) -> dict[str, str]:
    """Return for each document the id of the document it shares its text with (its own when it is no copy)."""
    shingles = {d.id: shingles_of(d) for d in documents}
    holders: dict[int, list[str]] = defaultdict(list)
    for document in sorted(shingles):
        for shingle in shingles[document]:
            holders[shingle].append(document)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for owners in holders.values():
        if 1 < len(owners) <= FORMULA_DOCUMENTS:
            for i, first in enumerate(owners):
                for second in owners[i + 1 :]:
                    shared[first, second] += 1
    parent = {d: d for d in shingles}
    for (first, second), count in sorted(shared.items()):
        if count >= COPY_SHARE * max(1, min(len(shingles[first]), len(shingles[second]))) and count >= FEWEST_SHARED:
            parent[_root(parent, second)] = _root(parent, first)
    return {d: _root(parent, d) for d in shingles}


def own_name(document: Document) -> str:
    """Return what an origin without credit is called: its outlet, else its author, else the document's own name."""
    return document.publisher or document.author or document.name


def canonical_outlet(name: str) -> str:
    """Return one spelling for an outlet's names ("BBC News" and "the BBC" are the BBC)."""
    return re.sub(r"^(the)\s+|\s+(news|online|world service|\.com)$", "", name.strip(), flags=re.IGNORECASE) or name


def speakers_apart(statement: Statement, text: str) -> tuple[Voice, ...]:
    """Return the innermost speakers: the first voice, and those who say it in one breath with it ("Kyiv and Riga say").

    A chain ("Kirby said that Putin had said") has one innermost speaker; the others only pass the word on.
    """
    voices = statement.voices
    kept = list(voices[:1])
    for voice in voices[1:]:
        if voice.cue == kept[-1].cue and _in_one_breath(kept[-1], voice, text):
            kept.append(voice)
    return tuple(kept)


def _in_one_breath(first: Voice, second: Voice, text: str) -> bool:
    if first.mention is None or second.mention is None:
        return True
    between = text[min(first.mention.end, second.mention.end) : max(first.mention.start, second.mention.start)]
    return len(between) <= LONGEST_JOIN and bool(_JOIN.match(between))


def origins_of_statement(
    statement: Statement, speakers: Sequence[Voice], outlets: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the roots of a statement: the innermost speakers whom it quotes, else the origin of its document.

    Of "he" and "they" nobody knows who they are: what they say is the document's word.
    """
    return tuple(dict.fromkeys(v.name for v in speakers if is_named(v))) or (outlets[statement.document],)


def interests_of(statement: Statement, speakers: Sequence[Voice], outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Return whose side says the statement: the codes of the innermost speakers, else the outlet."""
    return tuple(dict.fromkeys(v.code for v in speakers if is_named(v))) or (outlets[statement.document],)


def is_named(voice: Voice) -> bool:
    """Say whether the speaker is more than a pronoun."""
    return voice.name.lower() not in _PRONOUNS


def _by_age(documents: Sequence[Document]) -> list[Document]:
    return sorted(documents, key=lambda d: (d.published or date.max, bool(d.origin), d.id))


def shingles_of(document: Document) -> set[int]:
    """Return the sampled runs of words by which the document's text is held against others."""
    if document.is_coded:
        return set()
    words = [w.lower() for w in _WORD.findall(document.text)]
    hashes = (crc32(" ".join(words[i : i + SHINGLE_WORDS]).encode()) for i in range(len(words) - SHINGLE_WORDS + 1))
    return {h for h in hashes if h % SAMPLING == 0}


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key
