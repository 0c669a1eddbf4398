"""The network: a MiniLM encoder with six small heads. Written out in full so that its graph exports cleanly."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from dragoman.reading.encoder import LOOKS, SHAPES

HIDDEN, LAYERS, HEADS = 384, 6, 12


class Layer(nn.Module):
    """One BERT layer, query, key and value in one product."""

    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.down = nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        b, n, _ = x.shape
        size = HIDDEN // HEADS
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, size).permute(2, 0, 3, 1, 4)
        # Plain products: they export cleanly, and torch's fused attention is slower backwards on a CPU in bfloat16.
        scores = torch.matmul(q * size**-0.5, k.transpose(2, 3))
        if mask is not None:
            scores = scores + mask
        mixed = torch.matmul(scores.softmax(-1), v)
        mixed = mixed.transpose(1, 2).reshape(b, n, HIDDEN)
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Looks(nn.Module):
    """How a word is written and what the lexicon knows of it, each a vector; their sum."""

    def __init__(self, size: int):
        super().__init__()
        self.shapes = nn.Embedding(len(SHAPES), size)
        self.lexicon = nn.Embedding(LOOKS // len(SHAPES), size)

    def forward(self, looks: torch.Tensor) -> torch.Tensor:
        return self.shapes(looks % len(SHAPES)) + self.lexicon(looks // len(SHAPES))


class Bert(nn.Module):
    """The encoder. A word's look is added to its pieces, because the vocabulary is uncased; these vectors start
    at zero, so that training begins from the encoder as it came."""

    def __init__(self, vocabulary: int, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(512, HIDDEN)
        self.looks = Looks(HIDDEN)
        nn.init.zeros_(self.looks.shapes.weight)
        nn.init.zeros_(self.looks.lexicon.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: torch.Tensor, looks: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.looks(looks)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, folder: Path) -> None:
        """Take the weights of a Hugging Face BERT of this size."""
        from safetensors.torch import load_file

        old = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        new = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": old["embeddings.LayerNorm.weight"], "norm.bias": old["embeddings.LayerNorm.bias"],
            "looks.shapes.weight": self.looks.shapes.weight.data, "looks.lexicon.weight": self.looks.lexicon.weight.data,
        }
        for i in range(LAYERS):
            o, n = f"encoder.layer.{i}.", f"layers.{i}."
            for kind in ("weight", "bias"):
                new[f"{n}qkv.{kind}"] = torch.cat([old[f"{o}attention.self.{x}.{kind}"] for x in ("query", "key", "value")])
                for ours, theirs in (
                    ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):
                    new[f"{n}{ours}.{kind}"] = old[f"{o}{theirs}.{kind}"]
        self.load_state_dict(new)


class Network(nn.Module):
    """Encoder and heads: tags, arcs, labels, names, sentence starts."""

    def __init__(self, vocabulary: int, tags: int, rels: int, names: int, arc: int = 256, rel: int = 64, dropout: float = 0.25):
        super().__init__()
        self.bert = Bert(vocabulary)
        size = HIDDEN + 32
        self.look = Looks(32)
        self.root = nn.Parameter(torch.zeros(size))
        self.tag = nn.Linear(size, tags)
        self.name = nn.Sequential(nn.Linear(size, 96), nn.GELU(), nn.Dropout(dropout), nn.Linear(96, names))
        self.start = nn.Sequential(nn.Linear(size, 48), nn.GELU(), nn.Dropout(dropout), nn.Linear(48, 1))

        def head(n: int) -> nn.Module:
            return nn.Sequential(nn.Linear(size, n), nn.GELU(), nn.Dropout(dropout))

        self.arc_head, self.arc_dep, self.rel_head, self.rel_dep = head(arc), head(arc), head(rel), head(rel)
        self.arcs = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.rels = nn.Parameter(torch.randn(rels, rel + 1, rel + 1) * 0.02)

    def states(self, ids, looks, mask, first, last) -> torch.Tensor:
        """One vector a word: the mean of its first and last piece, with its look."""
        x = self.bert(ids, looks, mask)
        if mask is None:  # batch of one
            x = x[0]
            w = (x[first] + x[last]) * 0.5
            return torch.cat([w, self.look(looks[0][first])], -1)[None]
        at = lambda index: torch.gather(x, 1, index.unsqueeze(-1).expand(-1, -1, HIDDEN))  # noqa: E731
        w = (at(first) + at(last)) * 0.5
        w = torch.cat([w, self.look(torch.gather(looks, 1, first))], -1)
        return F.dropout(w, 0.2, self.training)

    def forward(self, ids, looks, mask, first, last):
        w = self.states(ids, looks, mask, first, last)
        root = self.root.expand(w.shape[0], 1, -1)
        with_root = torch.cat([root, w], 1)
        arc = torch.matmul(torch.matmul(one(self.arc_dep(w)), self.arcs), self.arc_head(with_root).transpose(1, 2))
        return self.tag(w), arc, self.name(w), self.start(w).squeeze(-1), one(self.rel_dep(w)), one(self.rel_head(with_root))

    def labels(self, dependents, heads, chosen) -> torch.Tensor:
        """Label scores of each word for its chosen head."""
        heads = torch.gather(heads, 1, chosen.unsqueeze(-1).expand(-1, -1, heads.shape[-1]))
        r, n, _ = self.rels.shape
        mixed = torch.matmul(dependents, self.rels.permute(1, 0, 2).reshape(n, r * n)).view(*dependents.shape[:2], r, n)
        return torch.matmul(mixed, heads.unsqueeze(-1)).squeeze(-1)


def one(x: torch.Tensor) -> torch.Tensor:
    """`x` with a constant 1 behind it."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Single(nn.Module):
    """What is exported: one window, no padding, tags already chosen (or, for a teacher, their scores), and of the label scores all
    but the last small product, for which the heads must be known."""

    def __init__(self, network: Network, teacher: bool = False):
        super().__init__()
        self.network = network
        self.teacher = teacher
        r, n, _ = network.rels.shape
        self.size = (-1, r, n)
        self.register_buffer("rels", network.rels.detach().permute(1, 0, 2).reshape(n, r * n).contiguous())

    def forward(self, ids, looks, first, last):
        tag, arc, name, start, dependents, heads = self.network(ids, looks, None, first, last)
        parts = torch.matmul(dependents[0], self.rels).view(*self.size)
        return tag[0] if self.teacher else tag[0].argmax(-1), arc[0], name[0], start[0], parts, heads[0]
