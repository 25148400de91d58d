"""The pair decision: what the source does to the target, as a probability for each type and for nothing at all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.read.decide.marking import Marked, mark
from dragoman.read.decide.shipped import WEIGHTS, is_shipped
from dragoman.read.decide.wordpiece import WordPieces


@dataclass(frozen=True, slots=True)
class Pair:
    """A text of about a sentence and the spans of two actors in it, in code points."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]


class PairDecision:
    """The encoder with its words, both loaded when a pair is first asked about."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        self.types: tuple[str, ...] = tuple(about["types"])
        self._temperature: float = about["temperature"]
        self._folder = folder

    @cached_property
    def _pieces(self) -> WordPieces:
        return WordPieces.of_lines((self._folder / "pieces.txt").read_text(encoding="utf-8"))

    @cached_property
    def _session(self) -> Any:
        """Return the loaded encoder: on one thread, so that it answers the same each time."""
        import onnxruntime  # a quarter of a second with the weights, paid only by who asks

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        path = str(self._folder / "pairs.onnx")
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def decide(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """Return for each pair the probability of each type, of nothing too, in the order given.

        Each is asked by itself: in company, its numbers would be rounded with those of the others.
        """
        return [self._decide(mark(pair.text, pair.source, pair.target, self._pieces)) for pair in pairs]

    def _decide(self, marked: Marked) -> Mapping[str, float]:
        ids = np.array([marked.ids], dtype=np.int64)
        given = {
            "ids": ids,
            "attention": np.ones_like(ids),
            "source_at": np.array([marked.source_at], dtype=np.int64),
            "target_at": np.array([marked.target_at], dtype=np.int64),
        }
        logits = self._session.run(None, given)[0][0].astype(np.float64) / self._temperature
        shares = np.exp(logits - logits.max())
        return dict(zip(self.types, (shares / shares.sum()).tolist(), strict=True))


@lru_cache(maxsize=1)
def load_pair_decision() -> PairDecision | None:
    """Return the decision that the package ships, None where its weights were left out."""
    return PairDecision() if is_shipped() else None
