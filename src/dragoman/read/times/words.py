"""Text -> the words that dates and times are made of, each with its class ("month") and value (9).

The grammar is written over one letter a word, so a whole document becomes a string in which ordinary words are dots.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import yaml
from spacy.tokens import Doc, Token

from dragoman.read.parse import text_of

OTHER = "."
_FIRST_LETTER = 0x100  # letters from here on stand for classes: never mistaken for the signs of a regular expression
_NUMERIC = ("year", "small", "number", "decade", "clock", "iso", "slashed")  # classes told by the shape of the word
_LEX = (
    r"\d{4}-\d{2}-\d{2}\b|\d{1,2}/\d{1,2}/\d{2,4}\b|\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+"
    r"|\d+(?:st|nd|rd|th|s)\b|[qQ][1-4]\b|\d+|[aApP]\.[mM]\.?|[oO]'clock\b|[A-Za-z]+|\n[ \t]*\n|[^\s\w]"
)
_YEARS = range(1000, 2101)  # four figures outside these are numbers, not years
_ROUND = 50  # "2000 troops", but hardly "1989 troops"
_SURE_YEARS = range(1900, 2051)  # these are years even where no preposition says so


class Word(NamedTuple):
    """One word at `start` up to `end`, in lower case, with its class, the class's letter and its value."""

    start: int
    end: int
    text: str
    cls: str
    letter: str
    value: Any


class Vocabulary(NamedTuple):
    """The words and phrases of time with their classes; the letter of each class; the lexer that knows the phrases."""

    entries: dict[str, tuple[str, Any]]
    letters: dict[str, str]
    lexer: re.Pattern[str]
    lists: dict[str, Any]


@lru_cache(maxsize=1)
def load_times() -> Vocabulary:
    """Return the vocabulary of times.yaml."""
    source = resources.files("dragoman.ontology").joinpath("times.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    entries: dict[str, tuple[str, Any]] = {}
    classes = dict.fromkeys(_NUMERIC)
    for group in ("words", "phrases"):
        for cls, words in data[group].items():
            classes[cls] = None
            values = words if isinstance(words, dict) else dict.fromkeys(words)
            entries.update({str(word): (cls, value) for word, value in values.items()})
    phrases = sorted((re.escape(p) for ws in data["phrases"].values() for p in ws if not p.isalpha()), key=len)
    lexer = re.compile("|".join((r"\b(?:" + "|".join(reversed(phrases)) + r")\b", _LEX)), re.IGNORECASE)
    letters = {cls: chr(_FIRST_LETTER + i) for i, cls in enumerate(classes)}
    return Vocabulary(entries, letters, lexer, data)


@lru_cache(maxsize=16)
def word_list(name: str) -> frozenset[str]:
    """Return one of the vocabulary's lists of words."""
    return frozenset(load_times().lists[name])


class Tokens:
    """Finds the spaCy token at an offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, offset: int) -> Token:
        """Return the token that holds the character at `offset`."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]


def lex(doc: Doc, tokens: Tokens) -> list[Word]:
    """Return the words of the text that is read, with ambiguous ones settled by their neighbours and the parse."""
    vocabulary = load_times()
    words: list[Word] = []
    entries, letters = vocabulary.entries, vocabulary.letters
    text = text_of(doc)
    lowered = text.lower()
    if len(lowered) != len(text):  # a rare sign whose small form is longer
        lowered = text
    for match in vocabulary.lexer.finditer(lowered):
        word = match[0]
        entry = entries.get(word)
        if entry is None:
            entry = _shape(word) if word[0].isdigit() else ("other", None)
        words.append(Word(*match.span(), word, entry[0], letters.get(entry[0], OTHER), entry[1]))
    return [_settle(words, i, doc, tokens) if word.cls in _DOUBTFUL else word for i, word in enumerate(words)]


def _shape(word: str) -> tuple[str, Any]:
    if "-" in word:
        return "iso", word
    if "/" in word:
        return "slashed", word
    if ":" in word:
        return "clock", word
    if word.endswith("s"):
        return ("decade", word[:-1]) if re.fullmatch(r"(?:1\d|20)?\d0s", word) else ("other", None)
    if not word[-1].isdigit():
        return "ord", int(word[:-2])
    if "," in word or "." in word:
        return "number", float(word.replace(",", ""))
    if len(word) == 4 and int(word) in _YEARS:
        return "year", int(word)
    return ("small", int(word)) if int(word) <= 31 and len(word) <= 2 else ("number", float(word))


def _other(word: Word) -> Word:
    return word._replace(cls="other", letter=OTHER)


def _cased(doc: Doc, word: Word) -> bool:
    return text_of(doc)[word.start].isupper()


def _beside(words: list[Word], at: int) -> tuple[Word | None, Word | None]:
    return (words[at - 1] if at else None), (words[at + 1] if at + 1 < len(words) else None)


_DATE_PARTS = frozenset(("small", "year", "ord", "weekday", "number"))


def _keep_month(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """A month that is also a name or a verb: "May", "March", "April", "June", "August"."""
    before, after = _beside(words, at)
    word = words[at]
    if not _cased(doc, word):
        return False
    if after and after.cls in _DATE_PARTS and after.text != "first":
        return after.cls != "number"
    if before and before.cls in _DATE_PARTS and before.cls != "year":
        return True
    token = tokens.at(word.start)
    if token.tag_ in ("MD", "VB", "VBP", "VBD"):
        return False
    if token.i and _is_name_before(token):
        return False
    follows = token.nbor() if token.i + 1 < len(token.doc) else None
    if word.text == "march" and follows is not None and follows.lower_ in ("on", "for", "of", "against"):
        return bool(before and before.text in word_list("month_leads"))
    if (
        follows is not None
        and follows.pos_ == "PROPN"
        and follows.ent_type_ == "PERSON"
        and token.ent_type_ == "PERSON"
    ):
        return False
    return (
        word.text in ("april", "june", "july", "august")
        or bool(before and before.text in word_list("month_leads"))
        or (token.ent_type_ == "DATE" or (token.tag_ == "NNP" and word.text == "march"))
    )


def _is_name_before(token: Token) -> bool:
    before = token.nbor(-1)
    if before.lower_ in load_times().entries:
        return False
    return before.pos_ == "PROPN" and before.ent_type_ in ("PERSON", "") and token.ent_type_ != "DATE"


def _keep_abbreviation(words: list[Word], at: int, doc: Doc, _tokens: Tokens) -> bool:
    """ "Jan", "Mar", "Sun", "Sat": only with a dot or a figure beside them."""
    before, after = _beside(words, at)
    word = words[at]
    if not _cased(doc, word):
        return False
    dates = (*_DATE_PARTS, "month", "monabbr")
    if (after and after.cls in dates) or (before and before.cls in ("small", "ord") and word.cls == "monabbr"):
        return True
    dotted = bool(after and after.text == "." and after.start == word.end)
    if word.cls == "wdabbr":
        nearby = words[at + 2] if at + 2 < len(words) else None
        return bool(after and after.text in ".," and nearby and nearby.cls in dates)
    led = before is not None and before.text in word_list("month_leads")
    return dotted and (led or (at + 2 < len(words) and words[at + 2].cls in dates))


def _keep_season(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """A season, not a verb, a fall from power, or the name of a movement ("Prague Spring")."""
    before, after = _beside(words, at)
    if after and after.cls == "year":
        return True
    token = tokens.at(words[at].start)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not before:
        return False
    if before.text not in word_list("season_leads") and before.cls != "hyphen":
        return False
    if before.cls == "hyphen":
        return at > 1 and words[at - 2].cls == "early"
    if after and after.text == "of":
        return at + 2 < len(words) and words[at + 2].cls in ("year", "last", "this", "next", "num", "decade")
    return words[at].text != "fall" or before.text not in ("the", "of") or token.ent_type_ == "DATE"


def _keep_year(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """A year, not a quantity ("2000 troops"), a sum, or a resolution's number."""
    before, after = _beside(words, at)
    word = words[at]
    if _is_listed(words, at) or (before and before.text == "." and before.end == word.start):
        return False
    if after and (
        after.text in word_list("not_year_after")
        or after.cls in ("units", "zone")
        or (after.text == "." and _glued(words, at))
    ):
        return False
    if before and (before.cls in ("month", "monabbr", "season", "small", "ord", "fiscal") or before.text in ("(", "'")):
        return True
    if at > 2 and words[at - 1].cls == "comma" and words[at - 3].cls in ("month", "monabbr", "dot"):
        return True  # "September 11, 2001"
    if _counts_noun(tokens.at(word.start), word):
        return False
    if before and before.text in word_list("year_leads"):
        return True
    if before and before.cls == "other" and _cased(doc, before) and before.end + 1 == word.start:
        return False  # a name with a number: "Vision 2030", "Windows 2000"
    return word.value in _SURE_YEARS


def _is_listed(words: list[Word], at: int) -> bool:
    """Say whether a sign or a noun before it, or before the numbers joined to it, makes it no year."""
    before = at - 1
    while before > 0 and words[before].cls in ("comma", "and", "or", "year", "number"):
        before -= 1
    lead = words[before].text if before >= 0 else ""
    return lead in word_list("not_year_leads") and (
        before == at - 1 or lead.startswith(("resolution", "nos", "number"))
    )


def _glued(words: list[Word], at: int) -> bool:
    return at + 2 < len(words) and words[at + 2].start == words[at].end + 1 and words[at + 2].text[0].isdigit()


def _counts_noun(token: Token, word: Word) -> bool:
    """Say whether the figures count the plural noun that they stand before; among likely years only round ones can."""
    if word.value in _SURE_YEARS and word.value % _ROUND:
        return False
    head = token.head
    counts = token.dep_ == "nummod" and head.i > token.i and head.tag_ == "NNS" and head.i - token.i <= 3
    led = token.i > 0 and token.nbor(-1).lower_ in ("in", "the", "since", "until", "by")
    return counts and not (led and word.value in _SURE_YEARS)


def _keep_plain(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """Units and parts of the day are small words; with a capital they name a show or a film ("High Noon")."""
    word = words[at]
    return not _cased(doc, word) or text_of(doc)[word.start : word.end].isupper() or at == 0 or _starts(tokens, word)


def _starts(tokens: Tokens, word: Word) -> bool:
    return bool(tokens.at(word.start).is_sent_start)


def _keep_last(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """ "last" is a verb too."""
    return tokens.at(words[at].start).pos_ != "VERB"


def _keep_adverb(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """ "quarterly dividend", "the party daily Granma": kinds of things, not how often something happens."""
    token = tokens.at(words[at].start)
    modifies = token.dep_ in ("amod", "compound", "nmod")
    return not modifies or (token.head.pos_ == "NOUN" and words[at].text != "quarterly")


def _keep_decade(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """ "the 80s", "the '60s and '70s"; not a man "in his 80s"."""
    before, _ = _beside(words, at)
    return len(str(words[at].value)) != 2 or bool(before and before.cls in ("the", "apos", "early", "and", "hyphen"))


def _keep_soon(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """ "soon" alone; not "as soon as he came", "soon after"."""
    _, after = _beside(words, at)
    return words[at].text != "soon" or not (after and after.text in ("as", "after", "before"))


def _keep_clock(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> bool:
    """An hour, not a score or a runner's time: it says "a.m." or a zone, or something tells it ("at 7:30")."""
    before, after = _beside(words, at)
    told = bool(before and (before.text in word_list("clock_leads") or before.cls in ("weekday", "deictic", "approx")))
    return told or bool(after and after.cls in ("ampm", "zone", "weekday", "deictic", "in"))


_DOUBTFUL = {
    "clock": _keep_clock,
    "decade": _keep_decade,
    "ref": _keep_soon,
    "adverbset": _keep_adverb,
    "last": _keep_last,
    "unit": _keep_plain,
    "units": _keep_plain,
    "clockword": _keep_plain,
    "month": _keep_month,
    "monabbr": _keep_abbreviation,
    "wdabbr": _keep_abbreviation,
    "season": _keep_season,
    "year": _keep_year,
}
_SURE_MONTHS = frozenset(["january", "february", "september", "october", "november", "december", "july"])


def _settle(words: list[Word], at: int, doc: Doc, tokens: Tokens) -> Word:
    word = words[at]
    if word.cls == "month" and word.text in _SURE_MONTHS:
        return word
    if _DOUBTFUL[word.cls](words, at, doc, tokens):
        return word
    if word.cls == "year":
        return word._replace(cls="number", letter=load_times().letters["number"], value=float(word.value))
    return _other(word)
