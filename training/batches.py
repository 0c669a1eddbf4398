"""Windows as tensors, with masks and padding (training only: a run has neither)."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from chunks import Chunk, NamePool, cut
from corpora import Document

from dragoman.reading.encoder import WordPieces

NAMES = ["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
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
        return cls(tags, sorted({r for s in sentences for r in s.rels}), NAMES)

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

    def __call__(self, chunks: list[Chunk]) -> dict[str, torch.Tensor]:
        windows = [self.pieces.window(c.words) for c in chunks]
        long = max(len(w.ids) for w in windows)
        wide = max(len(c.words) for c in chunks)

        def pad(rows, size, value=0):
            return torch.tensor([list(r) + [value] * (size - len(r)) for r in rows])

        def gold(lists, index):
            return pad([[SKIP] * len(c.words) if x is None else [index.get(v, SKIP) for v in x] for c, x in zip(chunks, lists, strict=True)], wide, SKIP)

        of = pad([c.sentence for c in chunks], wide, -1)
        same = of.unsqueeze(2) == of.unsqueeze(1)
        same &= (of >= 0).unsqueeze(2)
        root = torch.ones(len(chunks), wide, 1, dtype=torch.bool)
        seen = pad([[True] * len(w.ids) for w in windows], long, False)
        starts = [[SKIP] * len(c.words) if not c.starts else [float(i == 0 or c.sentence[i] != c.sentence[i - 1]) for i in range(len(c.words))] for c in chunks]
        return {
            "ids": pad([w.ids for w in windows], long), "shapes": pad([w.shapes for w in windows], long),
            "mask": (~seen[:, None, None, :]).float() * -1e4, "first": pad([w.first for w in windows], wide), "last": pad([w.last for w in windows], wide),
            "arcs_open": torch.cat([root, same], 2),
            "tags": gold([c.tags for c in chunks], self.tags),
            "heads": pad([[SKIP] * len(c.words) if c.heads is None else c.heads for c in chunks], wide, SKIP),
            "rels": gold([c.rels for c in chunks], self.rels), "names": gold([c.names for c in chunks], self.names),
            "starts": pad(starts, wide, SKIP).float(),
        }


def epoch(parsed: list[Document], named: list[Document], maker: Maker, pool: NamePool, rng: random.Random, budget: int) -> Iterator[list[Chunk]]:
    """One pass over the corpora, cut anew, in batches of about `budget` pieces of windows of like length."""
    chunks: list[Chunk] = []
    for document in parsed:
        chunks += cut(document, maker.pieces.lengths, rng, names=pool)
    for document in named:
        if rng.random() < 0.7:
            chunks += cut(document, maker.pieces.lengths, rng, limit=100)
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
