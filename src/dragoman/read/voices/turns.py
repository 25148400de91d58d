"""Turns of talk: an interview or a transcript in which labels say who speaks ("((Luma))", "Luma:", "Q:").

What follows a label, up to the next one, is said by whom it names; a label must come back, or be one only talk has,
so that a lone "Warning: ..." makes no conversation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from dragoman.read.voices.cues import load_cues
from dragoman.read.voices.other_cues import SPEAKER_WORDS, names_speaker
from dragoman.read.voices.quotes import paragraphs
from dragoman.read.voices.verb_cues import Found

# A turn of an interview changes the speaker at least once.
FEWEST_SPEAKERS = 2


@dataclass(frozen=True, slots=True)
class Label:
    """The tokens that name a speaker, `start` up to `end`, within all that the label takes, `first` up to `after`."""

    first: int
    start: int
    end: int
    after: int
    sure: bool  # of a form that nothing but talk has


def find_turns(doc: Doc) -> Iterator[Found]:
    """Yield each turn of the talk as an attribution, from the text alone."""
    blocks = list(paragraphs(doc))
    labels = [label for start, end in blocks for label in _labels_in(doc, start, end)]
    if not _is_talk(doc, labels):
        return
    ends = [label.first for label in labels[1:]]
    # The writer may close in his own words: the last turn is no longer than its paragraph.
    ends += [end for start, end in blocks if labels and start <= labels[-1].first < end]
    for label, end in zip(labels, ends, strict=True):
        said = {i for i in range(label.after, end) if not doc[i].is_space}
        marks = {*range(label.first, label.start), *range(label.end, label.after)}
        if said:
            yield _turn(doc, label, marks, said)


def _turn(doc: Doc, label: Label, marks: set[int], said: set[int]) -> Found:
    mark = doc[label.end]
    return Found(
        head=mark,
        verb=mark,
        cue=marks,
        source=set(range(label.start, label.end)),
        content=said,
        construction="turn",
        spoken=True,
    )


def _is_talk(doc: Doc, labels: Sequence[Label]) -> bool:
    """Say whether the labels take turns: two speakers at least, who speak again or in an open form.

    Where most labels stand once they head the items of a list ("BANGKOK: ...", "AREA: ...").
    """
    names = Counter(doc[label.start : label.end].text.lower() for label in labels)
    if len(names) < FEWEST_SPEAKERS:
        return False
    again = sum(count for count in names.values() if count > 1)
    return all(label.sure for label in labels) or again * 2 >= len(labels)


def _labels_in(doc: Doc, start: int, end: int) -> Iterator[Label]:
    """Yield the labels of a paragraph: one with a colon at its start, those in double brackets wherever they stand."""
    while start < end and doc[start].is_space:
        start += 1
    for index in range(start + 1, min(start + SPEAKER_WORDS + 1, end - 1)):
        if doc[index].text == ":":
            known = doc[start:index].text.lower() in load_cues().turn_labels
            if known or names_speaker(doc, start, index):
                yield Label(start, start, index, index + 1, known)
                return
    yield from _bracketed(doc, start, end)


def _bracketed(doc: Doc, start: int, end: int) -> Iterator[Label]:
    opened: int | None = None
    for index, after in pairwise(range(start, end)):
        pair = doc[index].text + doc[after].text[:1]
        if pair == "((":
            opened = index
        elif pair == "))" and opened is not None:  # the parser may keep "):" in one piece
            inner = opened + 2
            if inner < index and index - inner <= SPEAKER_WORDS and doc[inner].text[:1].isupper():
                last = after + 1
                while last < end and doc[last].text == ":":
                    last += 1
                yield Label(opened, inner, index, last, True)
            opened = None
