"""Give a heading in capitals the case of running text, at the same length, so that the parser can read it."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.model import FormUse
from dragoman.world import World

# A block with this share of capitals among its letters is set in capitals.
CAPITALS_SHARE = 0.8
FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+")


def recaser(world: World) -> Callable[[str], str]:
    """Return a function that recases a block when it is in capitals: names keep theirs, all else becomes small."""

    def recase(block: str) -> str:
        matches = list(_WORD.finditer(block))
        if len(matches) < FEWEST_WORDS or not _is_capitals(block):
            return block
        words = [m.group() for m in matches]
        cased = _case_words(words, world)
        pieces, at = [], 0
        for match, word in zip(matches, cased, strict=True):
            pieces += [block[at : match.start()], word]
            at = match.end()
        recased = "".join([*pieces, block[at:]])
        return recased if len(recased) == len(block) else block

    return recase


def _is_capitals(block: str) -> bool:
    letters = [c for c in block if c.isalpha()]
    return sum(c.isupper() for c in letters) >= CAPITALS_SHARE * len(letters)


def _case_words(words: list[str], world: World) -> list[str]:
    title = [word.capitalize() for word in words]
    small = [word.lower() for word in words]
    cased = [title[0], *small[1:]]
    at = 0
    while at < len(words):
        count, _ = world.longest(title, at)
        if count:
            cased[at : at + count] = title[at : at + count]
        elif any(form.use is FormUse.ACRONYM for form in world.forms(words[at])):
            count = 1
            cased[at] = words[at]
        at += max(1, count)
    return cased
