"""Scores of a network in training: windows of whole paragraphs as in a run, best heads over gold sentences."""

from __future__ import annotations

import torch
from batches import Labels, Maker
from chunks import join
from corpora import Document
from scheme import coarse
from score import Tally, windows


@torch.no_grad()
def measure(network, documents: list[Document], maker: Maker, labels: Labels) -> dict[str, float]:
    """Scores by best heads (no tree decoder), quick enough to run during training."""
    network.eval()
    tally = Tally()
    groups = sorted((w for d in documents for w in windows(d, maker.pieces.lengths)), key=lambda w: sum(len(s.words) for s in w))
    for k in range(0, len(groups), 8):
        part = groups[k : k + 8]
        b = maker([join(w) for w in part])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tag, arc, name, start, dependents, heads = network(b["ids"], b["looks"], b["mask"], b["first"], b["last"])
            best = arc.float().masked_fill(~b["arcs_open"], -1e4).argmax(-1)
            rel = network.labels(dependents, heads, best).argmax(-1)
        tag, name = tag.argmax(-1), name.argmax(-1)
        for row, sentences in enumerate(part):
            at, gold_starts = 0, set()
            for s in sentences:
                n = len(s.words)
                gold_starts.add(at)
                found = [int(h) for h in best[row, at : at + n]]
                tally.sentence(
                    s, [labels.tags[t] for t in tag[row, at : at + n]], [h - at if h else 0 for h in found],
                    [labels.rels[r] for r in rel[row, at : at + n]],
                )
                if s.names is not None:
                    tally.names(coarse(s.names), coarse([labels.names[x] for x in name[row, at : at + n]]))
                at += n
            tally.starts(gold_starts, {0} | {i for i in range(at) if start[row, i] > 0})
    return tally.scores()
