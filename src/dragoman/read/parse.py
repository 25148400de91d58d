"""Document -> one spaCy Doc whose token offsets are those of the document's text.

The text is cut into blocks (paragraphs, headings, list items), each of which starts a sentence, so that none runs
over a paragraph's end. Furniture is tokenised but not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.model import Document, Span
from dragoman.read.mend import mend
from dragoman.read.version import DEFAULT_PIPELINE

# Typographic signs that the parser has seen little of, each with its plain twin of the same length.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "…": "."})
_PARAGRAPH_END = re.compile(r"\n[ \t\u00a0]*\n\s*|\n(?=[ \t]*(?:\d{1,2}[.)]|[-*•·])[ \t]+\S)")
_LINE_END = re.compile(r"\n\s*")
_MARKER = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-*•·]|#{1,6}|>)[ \t]+")


@lru_cache(maxsize=2)
def load_parser(name: str = DEFAULT_PIPELINE, whole_words: tuple[str, ...] = ()) -> Language:
    """Return the installed spaCy pipeline `name`; the tokenizer keeps each of `whole_words` ("Jae-in") in one piece.

    The same one is returned each time: it takes a second to load, and reading changes nothing of it.
    """
    nlp = spacy.load(name, disable=["senter"])
    for word in whole_words:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
    return nlp


def is_wrapped(text: str) -> bool:
    """Say whether lines are broken at a fixed width, so that a line's end is no paragraph's end."""
    lines = [line.strip() for line in text.split("\n")]
    broken = [a for a, b in pairwise(lines) if a and b]
    running = [a for a in broken if len(a) > 45 and a[-1] not in ".!?:\"”'"]
    return len(broken) >= 4 and len(running) > len(broken) / 2 and max(map(len, broken)) < 130


def cut_blocks(document: Document) -> Iterator[tuple[Span, bool]]:
    """Yield consecutive spans that cover the text, each with whether it is to be read (False: furniture, markers)."""
    text = document.text
    cuts = {0, len(text)}
    for match in (_PARAGRAPH_END if is_wrapped(text) else _LINE_END).finditer(text):
        cuts.add(match.end())
        marker = _MARKER.match(text, match.end())
        if marker:
            cuts.add(marker.end())
    first = _MARKER.match(text)
    if first:
        cuts.add(first.end())
    for span in document.furniture:
        cuts.update((span.start, span.end))
    cuts.update(document.pages)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        span = Span(start, end)
        is_furniture = any(f.contains(span) for f in document.furniture)
        is_marker = bool(_MARKER.fullmatch(text, start, end))
        yield span, not (is_furniture or is_marker or not text[start:end].strip())


def parse(document: Document, nlp: Language, recase: Callable[[str], str] = str) -> Doc:
    """Return the parse of the whole document; `recase` gives a block the case of running text, at the same length."""
    plain = document.text.translate(_PLAIN)
    parts: list[Doc] = []
    for is_read, blocks in groupby(cut_blocks(document), key=lambda block: block[1]):
        texts = [span.of(plain) for span, _ in blocks]
        parts.append(_begin(nlp, [recase(text) for text in texts] if is_read else ["".join(texts)]))
        if is_read:
            parts[-1] = nlp(parts[-1])
            mend(parts[-1])
    if len(parts) < 2:
        return _with_sentences(parts[0] if parts else nlp.make_doc(""))
    doc = Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor"])  # type: ignore[call-arg]
    assert doc is not None
    return _with_sentences(doc)


def _with_sentences(doc: Doc) -> Doc:
    """Make one sentence of a text of which nothing is read: furniture alone."""
    if not doc.has_annotation("SENT_START"):
        for token in doc:
            token.is_sent_start = token.i == 0
    return doc


def _begin(nlp: Language, blocks: Sequence[str]) -> Doc:
    """Return the tokens of consecutive blocks, each of which starts a sentence whatever the parser thinks."""
    doc = nlp.make_doc("".join(blocks))
    starts, at = set(), 0
    for block in blocks:
        starts.add(at)
        at += len(block)
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


def text_of(doc: Doc) -> str:
    """Return the text of the Doc, put together once: spaCy does so from all tokens each time that it is asked."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def is_parsed(token: Token) -> bool:
    """Say whether the token was parsed (furniture is not)."""
    return bool(token.dep_)
