"""Make of trained weights what the package ships: `python train/export.py DIR [--to FOLDER]`.

Reads DIR/pairs.pt, writes pairs.onnx (weights as 8-bit integers), pieces.txt (the encoder's word pieces) and about.json
(types, the digest of the training data) into src/dragoman/read/decide/weights, and prints on how many training
sentences the shipped model names the type that the trained one names.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from datetime import date
from pathlib import Path

import torch
from examples import TYPES, Example, read_examples
from fit import BASE, PairModel, marked_examples, probabilities, tensors
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.read.decide.pairs import Pair, PairDecision

SHIPPED = Path(__file__).parents[1] / "src" / "dragoman" / "read" / "decide" / "weights"
CHECKED = 256
AXES = {
    "ids": {0: "n", 1: "length"},
    "attention": {0: "n", 1: "length"},
    "source_at": {0: "n"},
    "target_at": {0: "n"},
    "logits": {0: "n"},
}


def export(model: PairModel, to: Path, examples: list[Example]) -> None:
    """Write the model as ONNX with weights as 8-bit integers; two sentences show it the shapes."""
    inputs = tensors([m for m, _ in marked_examples(examples[:2])])
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            inputs,
            str(whole),
            input_names=list(AXES)[:-1],
            output_names=["logits"],
            dynamic_axes=AXES,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, to, weight_type=QuantType.QInt8, per_channel=True)


def agreement(model: PairModel, folder: Path, examples: list[Example]) -> float:
    """Return the share of examples for which both name the same type."""
    whole = probabilities(model, [m for m, _ in marked_examples(examples)]).argmax(-1).tolist()
    shipped = PairDecision(folder).decide([Pair(e.text, e.source, e.target) for e in examples])
    same = [TYPES[a] == max(b, key=b.__getitem__) for a, b in zip(whole, shipped, strict=True)]
    return sum(same) / len(same)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--to", type=Path, default=SHIPPED)
    options = parser.parse_args()
    saved = torch.load(options.weights / "pairs.pt")
    model = PairModel()
    model.load_state_dict(saved["state"])
    model.eval()
    examples = read_examples()
    options.to.mkdir(parents=True, exist_ok=True)
    export(model, options.to / "pairs.onnx", examples)
    shutil.copy(BASE / "vocab.txt", options.to / "pieces.txt")
    about = {
        "types": TYPES,
        "temperature": saved["temperature"],
        "data": saved["data"],
        "sentences": saved["n"],
        "weights": hashlib.sha256((options.to / "pairs.onnx").read_bytes()).hexdigest(),
        "trained": date.today().isoformat(),
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
    }
    (options.to / "about.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
    same = agreement(model, options.to, examples[:: max(1, len(examples) // CHECKED)])
    print(json.dumps({"same_type": round(same, 4), "bytes": (options.to / "pairs.onnx").stat().st_size}))


if __name__ == "__main__":
    main()
