"""Read documents with coreference (CoNLL-U with Entity annotations) into text, chains and the items of the task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

SORTS = ("person", "place", "organization")
DEFINITE = {"the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "our", "my", "your"}
_PIECE = re.compile(r"(\(?)([^()]+)(\)?)")


@dataclass
class Token:
    form: str
    upos: str
    start: int
    end: int


@dataclass
class GoldMention:
    chain: str
    sort: str
    tokens: list[Token]
    core: list[Token]  # the least that names: "Cres Eastman" of "Professor Cres Eastman of Sydney"

    @property
    def head(self) -> Token:
        return self.core[0]

    @property
    def is_pronoun(self) -> bool:
        return self.head.upos == "PRON" and len(self.tokens) == 1

    @property
    def is_named(self) -> bool:
        kinds = {token.upos for token in self.core}
        return "PROPN" in kinds and not kinds & {"NOUN", "ADJ", "VERB", "PRON"}

    @property
    def is_definite(self) -> bool:
        return self.head.upos == "NOUN" and self.tokens[0].form.lower() in DEFINITE


@dataclass
class GoldDocument:
    name: str
    text: str
    published: date | None
    mentions: list[GoldMention]

    def items(self) -> Iterator[tuple[GoldMention, list[GoldMention]]]:
        """Yield each pronoun or definite description whose chain is also named, with the named mentions."""
        chains: dict[str, list[GoldMention]] = {}
        for mention in self.mentions:
            chains.setdefault(mention.chain, []).append(mention)
        for mention in self.mentions:
            named = [m for m in chains[mention.chain] if m.is_named]
            holds_name = any(m.tokens[0] in mention.tokens for m in named)  # names itself: no question of reference
            if named and mention.sort in SORTS and not holds_name and (mention.is_pronoun or mention.is_definite):
                yield mention, named


@dataclass
class _Builder:
    text: str = ""
    open: list[tuple[str, str, str, list[Token]]] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)


def read_gold(path: Path) -> GoldDocument:
    """Return the document of one file; paragraphs are joined by blank lines, sentences by spaces."""
    published, built = None, _Builder()
    spaced, inside = "", 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::dateCreated"):
            published = date.fromisoformat(line.split("=")[1].strip())
        elif line.startswith("# newpar") and "_block" not in line and built.text:
            spaced = "\n\n"
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if "-" in columns[0]:
                inside = int(columns[0].split("-")[1])
                written, after = columns[1], columns[9]
                built.text += spaced + written
                spaced = "" if "SpaceAfter=No" in after else " "
                end = len(built.text)
                start = end - len(written)
                continue
            if "." in columns[0]:
                continue
            form, upos, misc = columns[1], columns[3], columns[9]
            if int(columns[0]) <= inside:  # part of a word written together: "boy's"
                token = Token(form, upos, start, start + len(form))
                start += len(form)
                if int(columns[0]) == inside:
                    inside = 0
            else:
                built.text += spaced + form
                token = Token(form, upos, len(built.text) - len(form), len(built.text))
                spaced = "" if "SpaceAfter=No" in misc else " "
            _annotate(built, token, misc)
    return GoldDocument(path.stem, built.text, published, sorted(built.mentions, key=lambda m: m.tokens[0].start))


def _annotate(built: _Builder, token: Token, misc: str) -> None:
    """Open and close the mentions that the token's annotation opens ("(1-person-...") and closes ("...)", "1)")."""
    entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    closing = []
    for bracket, content, end in _PIECE.findall(entity):
        fields = content.split("-")
        if bracket:
            built.open.append((fields[0], fields[1], fields[5], []))
        if end:
            closing.append(fields[0])
    for _, _, _, tokens in built.open:
        tokens.append(token)
    for chain in closing:
        at = max(i for i, row in enumerate(built.open) if row[0] == chain)
        _, sort, heads, tokens = built.open.pop(at)
        core = [tokens[int(h) - 1] for h in heads.split(",") if h.isdigit() and int(h) <= len(tokens)]
        built.mentions.append(GoldMention(chain, sort, tokens, core or tokens[:1]))
