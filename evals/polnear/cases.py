"""The cases written for the project: sentences with what they attribute, near misses beside them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from dragoman.model import Attribution, Document
from dragoman.read.parse import parse
from dragoman.read.voices.find import cue_head, find_attributions, source_head

CASES = Path(__file__).with_name("cases.jsonl")
# As in the scorer: a content counts when it shares at least half of the words that either of the two has.
CONTENT_OVERLAP = 0.5


@dataclass
class CaseScores:
    """Counts over all cases; a source or a content can only be right where the cue is."""

    expected: int = 0
    found: int = 0
    cues: int = 0
    sources: int = 0
    contents: int = 0

    @property
    def cue_f1(self) -> float:
        return 2 * self.cues / (self.expected + self.found)

    @property
    def source_f1(self) -> float:
        return 2 * self.sources / (self.expected + self.found)

    @property
    def content_f1(self) -> float:
        return 2 * self.contents / (self.expected + self.found)


def score_cases(nlp: Language) -> tuple[CaseScores, list[str]]:
    """Return the counts, and a line for each thing that is not as expected."""
    scores, wrong = CaseScores(), []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        doc = parse(Document(id="case", name="case", uri="case", text=text), nlp)
        found = {cue_head(doc, a).text: (a, source_head(doc, a)) for a in find_attributions(doc)}
        scores.expected += len(case["told"])
        scores.found += len(found)
        for told in case["told"]:
            word = next((w for w in told["cue"].split() if w in found), None)
            if word is None:
                wrong.append(f"cue: {told['cue']!r} in {text}")
                continue
            scores.cues += 1
            attribution, speaker = found.pop(word)
            if (speaker is None and not told["source"]) or (speaker is not None and speaker.text in told["source"]):
                scores.sources += 1
            else:
                wrong.append(f"source: {speaker} for {told['source']!r} in {text}")
            if has_content(attribution, told["content"], text):
                scores.contents += 1
            else:
                wrong.append(f"content: {[piece.of(text) for piece in attribution.content]} in {text}")
        wrong += [f"nothing is said: {word!r} in {text}" for word in found]
    return scores, wrong


def has_content(attribution: Attribution, pieces: list[str], text: str) -> bool:
    found = words(" ".join(piece.of(text) for piece in attribution.content))
    expected = words(" ".join(pieces))
    return len(found & expected) >= CONTENT_OVERLAP * len(found | expected)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


if __name__ == "__main__":
    from dragoman.read.parse import load_parser

    counts, differences = score_cases(load_parser())
    print("\n".join(differences))
    print(json.dumps({"cue_f1": counts.cue_f1, "source_f1": counts.source_f1, "content_f1": counts.content_f1}))
