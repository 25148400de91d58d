"""The pair decision: what the source does to the target, as a probability for each type and for nothing at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.read.decide.marking import PAD, Marked, mark
from dragoman.read.decide.shipped import WEIGHTS, is_shipped
from dragoman.read.decide.wordpiece import WordPieces

NOTHING = "NONE"
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Pair:
    """A text of about a sentence and the spans of two actors in it, in code points."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]


class PairDecision:
    """The encoder with its words; one thread, so that it costs what it says and answers the same each time."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        import onnxruntime  # a quarter of a second, paid only by who asks

        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        self.types: tuple[str, ...] = tuple(about["types"])
        self._temperature: float = about["temperature"]
        self._pieces = WordPieces.of_lines((folder / "pieces.txt").read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "pairs.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def decide(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """Return for each pair the probability of each type, of `NOTHING` too, in the order given."""
        marked = [mark(p.text, p.source, p.target, self._pieces) for p in pairs]
        order = sorted(range(len(marked)), key=lambda i: len(marked[i].ids))
        found: dict[int, Mapping[str, float]] = {}
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            found.update(zip(chosen, self._run([marked[i] for i in chosen]), strict=True))
        return [found[i] for i in range(len(marked))]

    def _run(self, marked: Sequence[Marked]) -> Iterator[Mapping[str, float]]:
        longest = max(len(m.ids) for m in marked)
        ids = np.full((len(marked), longest), PAD, dtype=np.int64)
        for row, m in enumerate(marked):
            ids[row, : len(m.ids)] = m.ids
        given = {
            "ids": ids,
            "attention": (ids != PAD).astype(np.int64),
            "source_at": np.array([m.source_at for m in marked], dtype=np.int64),
            "target_at": np.array([m.target_at for m in marked], dtype=np.int64),
        }
        logits = self._session.run(None, given)[0].astype(np.float64) / self._temperature
        shares = np.exp(logits - logits.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        for row in shares:
            yield {kind: float(share) for kind, share in zip(self.types, row, strict=True)}


@lru_cache(maxsize=1)
def load_pair_decision() -> PairDecision | None:
    """Return the decision that the package ships, None where its weights were left out."""
    return PairDecision() if is_shipped() else None
