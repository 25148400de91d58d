"""Which language a text is in: English, which is read, or another, which is kept under its ISO 639-1 code."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.model import Language

# Of the words of English prose, 20 to 30 in a hundred are among these; of other languages' prose under 5.
_COMMON = frozenset(
    ("the", "and", "of", "to", "that", "with", "for", "from", "by", "this", "which", "is", "are", "has", "have", "its")
)
LEAST_COMMON = 0.12
# Below this many letters an identifier guesses: "Kim Jong Un" comes out as German.
LEAST_LETTERS = 60
# In a text with fewer letters than this names weigh too much: only its words in small letters are identified, and of
# fewer letters than `LEAST_SMALL` of these nothing can be said.
SHORT_LETTERS = 300
LEAST_SMALL = 20
SAMPLE = 4000
# The languages that news is written in and that the identifier tells apart well.
_LANGUAGES = (
    "am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo "
    "lt lv mk ml mn mr ms mt my ne nl nn no pa pl ps pt ro ru sk sl sq sr sv sw ta te th tl tr ug uk ur uz vi zh"
)


def find_language(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code of the text's language; short texts are taken to be as declared, else English."""
    sample = text[:SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if sum(word in _COMMON for word in words) >= LEAST_COMMON * max(1, len(words)) > 0 and len(words) > 4:
        return Language.ENGLISH.value
    if sum(map(len, words)) < LEAST_LETTERS and sample.isascii():
        return _code(declared) or Language.ENGLISH.value
    if sum(map(len, words)) < SHORT_LETTERS and sample.isascii():
        small = [word for word in re.findall(r"[^\W\d_]+", sample) if word.islower()]
        if sum(map(len, small)) < LEAST_SMALL:
            return _code(declared) or Language.ENGLISH.value
        sample = " ".join(small)
    found = _identify(sample)
    return "no" if found == "nn" else found


def _code(declared: str | None) -> str | None:
    code = re.split(r"[-_]", (declared or "").strip().lower())[0]
    return code if len(code) == 2 and code.isalpha() else None


def _identify(sample: str) -> str:
    import py3langid  # loads numpy and its weights, half a second that English texts need not wait for

    _restrict_languages()
    return str(py3langid.classify(sample)[0])


@lru_cache(maxsize=1)
def _restrict_languages() -> None:
    import py3langid

    py3langid.set_languages(_LANGUAGES.split())
