"""Whether the sentence of a statement says that it corrects what was told before."""

from __future__ import annotations

import re

from dragoman.model import Evidence
from dragoman.weigh.vocabulary import load_families

_END = re.compile(r"[.!?][\"'”’)]*\s")
# So many characters on either side of the evidence are looked at for the sentence's ends.
_REACH = 300


def is_correction(evidence: Evidence, text: str) -> bool:
    """Say whether the words of the sentence around the evidence name a correction ("revised down from 202")."""
    before = text[max(0, evidence.start - _REACH) : evidence.start]
    ends = list(_END.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    after = text[evidence.end : evidence.end + _REACH]
    end = _END.search(after)
    sentence = before + text[evidence.start : evidence.end] + (after[: end.start()] if end else after)
    return bool(load_families().corrections.search(sentence))
