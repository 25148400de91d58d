"""Where the weights of the trained decision are, and whether they are there."""

from __future__ import annotations

from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights"


def is_shipped() -> bool:
    """Say whether this installation has the weights; without them the vocabulary decides alone."""
    return (WEIGHTS / "pairs.onnx").is_file() and (WEIGHTS / "about.json").is_file()
