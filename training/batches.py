"""Windows as tensors, with masks and padding (training only: a run has neither)."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from chunks import Chunk, NamePool, cut
from corpora import Document
from scheme import LABELS, allowed

from dragoman.reading.encoder import WordPieces

SKIP = -100  # cross_entropy's index for "not to be learnt from"


@dataclass
class Labels:
    """The labels of each head, in order."""

    tags: list[str]
    rels: list[str]
    names: list[str]

    @classmethod
    def of(cls, documents: list[Document]) -> Labels:
        sentences = [s for d in documents for s in d.sentences]
        tags = sorted({t for s in sentences for t in s.tags} | {"VERB|VBP", "VERB|VBZ"})
        return cls(tags, sorted({r for s in sentences for r in s.rels}), list(LABELS))

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self), indent=0) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class Maker:
    """Makes tensors of windows."""

    def __init__(self, pieces: WordPieces, labels: Labels):
        self.pieces = pieces
        self.tags = {t: i for i, t in enumerate(labels.tags)}
        self.rels = {r: i for i, r in enumerate(labels.rels)}
        self.names = {n: i for i, n in enumerate(labels.names)}

    def __call__(self, chunks: list[Chunk], trust: float = 0.0) -> dict[str, torch.Tensor]:
        """The windows as tensors. `trust`: how much the teachers count beside gold; where there is no gold they count alone."""
        windows = [self.pieces.window(c.words) for c in chunks]
        long = max(len(w.ids) for w in windows)
        wide = max(len(c.words) for c in chunks)
        n = len(chunks)

        def pad(rows, size, value=0):
            return torch.tensor([list(r) + [value] * (size - len(r)) for r in rows])

        heads = np.zeros((n, wide), dtype=np.int64)
        arcs = np.zeros((n, wide, wide + 1), dtype=np.float32)
        rels = np.zeros((n, wide, len(self.rels)), dtype=np.float32)
        tags = np.zeros((n, wide, len(self.tags)), dtype=np.float32)
        names = np.zeros((n, wide, len(self.names)), dtype=bool)
        names_taught = np.zeros((n, wide, len(self.names)), dtype=np.float32)
        for k, c in enumerate(chunks):
            if c.heads is not None:
                size = len(c.words)
                heads[k, :size] = c.heads
                for i in range(size):
                    share = 1.0
                    at = c.taught[c.sentence[i]]
                    if at is not None:
                        begin, said = at
                        share = 0.0 if said.alone else 1.0 - trust
                        if share < 1:
                            row, end = i - begin, begin + len(said.tags)
                            arcs[k, i, 0] += (1 - share) * said.arcs[row, 0]
                            arcs[k, i, begin + 1 : end + 1] += (1 - share) * said.arcs[row, 1:]
                            rels[k, i] += (1 - share) * said.rels[row]
                            tags[k, i] += (1 - share) * said.tags[row]
                    if share:
                        arcs[k, i, c.heads[i]] += share
                        if (rel := self.rels.get(c.rels[i])) is not None:
                            rels[k, i, rel] += share
                        if (tag := self.tags.get(c.tags[i])) is not None:
                            tags[k, i, tag] += share
            for i, label in enumerate(c.names or [None] * len(c.words)):
                for name in allowed(label):
                    names[k, i, self.names[name]] = True
                if label is None and (at := c.taught[c.sentence[i]]) is not None and at[1].names is not None:
                    names_taught[k, i] = at[1].names[i - at[0]]
        of = pad([c.sentence for c in chunks], wide, -1)
        same = of.unsqueeze(2) == of.unsqueeze(1)
        same &= (of >= 0).unsqueeze(2)
        root = torch.ones(n, wide, 1, dtype=torch.bool)
        seen = pad([[True] * len(w.ids) for w in windows], long, False)
        starts = [[SKIP] * len(c.words) if not c.starts else [float(i == 0 or c.sentence[i] != c.sentence[i - 1]) for i in range(len(c.words))] for c in chunks]
        return {
            "ids": pad([w.ids for w in windows], long), "looks": pad([w.looks for w in windows], long),
            "mask": (~seen[:, None, None, :]).float() * -1e4, "first": pad([w.first for w in windows], wide), "last": pad([w.last for w in windows], wide),
            "arcs_open": torch.cat([root, same], 2), "heads": torch.from_numpy(heads), "arcs": torch.from_numpy(arcs), "rels": torch.from_numpy(rels),
            "tags": torch.from_numpy(tags), "names": torch.from_numpy(names),
            "names_taught": torch.from_numpy(names_taught), "starts": pad(starts, wide, SKIP).float(),
        }


@dataclass
class Mix:
    """What one pass takes of each kind of document: all of `parsed` once, `news` some times over, a share of the others."""

    parsed: list[Document]
    news: list[Document]
    named: list[Document]
    silver: list[Document]
    news_times: int = 2
    named_share: float = 0.7
    silver_share: float = 0.5


def epoch(mix: Mix, maker: Maker, pool: NamePool, rng: random.Random, budget: int) -> Iterator[list[Chunk]]:
    """One pass over the corpora, cut anew, in batches of about `budget` pieces of windows of like length."""
    chunks: list[Chunk] = []
    for document in mix.parsed + mix.news * mix.news_times:
        chunks += cut(document, maker.pieces.lengths, rng, names=pool)
    for documents, share in ((mix.named, mix.named_share), (mix.silver, mix.silver_share)):
        for document in documents:
            if rng.random() < share:
                chunks += cut(document, maker.pieces.lengths, rng, limit=100, names=pool if documents is mix.silver else None)
    sized = sorted(((sum(maker.pieces.lengths(c.words)) + rng.random() * 8, i) for i, c in enumerate(chunks)))
    batches: list[list[Chunk]] = []
    batch: list[Chunk] = []
    for size, i in sized:
        if size > 400:
            continue
        if batch and (len(batch) + 1) * size > budget:
            batches.append(batch)
            batch = []
        batch.append(chunks[i])
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    yield from batches
