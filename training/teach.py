"""Let trained networks read the corpora and open text, for a new one to learn from: the mean of their probabilities (born-again and
self-training, Furlanello et al. 2018; for parsers Kuncoro et al. 2016).

`python teach.py --teachers DIR DIR --out taught.pt`. The open text is that of the names corpora, half of GAP's passages, and the examples of
our own codebook.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import torch
from corpora import Corpora, Document, Sentence, Taught, load
from export import export, quantize, trained
from lexicon import FILE
from open_text import examples, passages
from scheme import LABELS
from score import windows

from dragoman.reading.decode import log_softmax, sentence_starts, tree
from dragoman.reading.encoder import Encoder, WordPieces


@dataclass
class Teachings:
    """What teachers say of each sentence of the parsed and named corpora, in order, and of further text."""

    sentences: list[Taught]
    trees: list[tuple[list[str], list[int], list[str]] | None]  # tags, heads, labels where there is no gold
    silver: list[Document]

    def save(self, path: Path) -> None:
        torch.save(self, path)

    @classmethod
    def load(cls, path: Path) -> Teachings:
        return torch.load(path, weights_only=False)

    def give(self, corpora: Corpora) -> list[Document]:
        """Put it on the sentences of the corpora; returns the further text."""
        every = [s for d in corpora.parsed + corpora.named for s in d.sentences]
        if len(every) != len(self.sentences):
            raise ValueError(f"taught on {len(self.sentences)} sentences, the corpora have {len(every)}: run teach.py again")
        for sentence, said, found in zip(every, self.sentences, self.trees, strict=True):
            sentence.taught = said
            if found is not None:
                sentence.tags, sentence.heads, sentence.rels = found
        return self.silver


def open_text(corpora: Path, teacher: Teacher) -> list[Document]:
    """Text without gold, cut into sentences by a teacher."""
    import spacy

    from dragoman.reading.tokenizer import make_tokenizer

    tokenizer = make_tokenizer(spacy.blank("en"))
    texts = [(f"gap-{n}", text) for n, text in enumerate(passages(corpora / "gap/gap-development.tsv"))]
    own = dict.fromkeys(text for text in examples() if len(text.split()) > 3)
    texts += [(f"codebook-{n}", text) for n, text in enumerate(own)]
    out = []
    for name, text in texts:
        words = [t.text for t in tokenizer(text) if not t.is_space][:300]
        starts = sentence_starts(teacher.encoder(words).starts, {0}, words)
        out.append(Document(name, [Sentence(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]))
    return out


class Teacher:
    """A trained network, exported and in int8, which is four times as fast as torch here."""

    def __init__(self, folder: Path):
        self.labels, network = trained(folder)
        with tempfile.TemporaryDirectory() as work:
            export(network, Path(work) / "full.onnx", teacher=True)
            quantize(Path(work) / "full.onnx", Path(work) / "small.onnx")
            self.encoder = Encoder(Path(work) / "small.onnx", WordPieces(folder / "tokenizer.json", FILE))

    def __call__(self, words: list[str]):
        scores = self.encoder(words)
        names = softmax(scores.names) if len(self.labels.names) == len(LABELS) else None
        return scores, names


def softmax(scores: np.ndarray) -> np.ndarray:
    """Scores as probabilities, row by row."""
    return np.exp(log_softmax(scores))


def teach(teachers: list[Teacher], documents: list[Document], threads: int) -> list[tuple[Taught, tuple[list[str], list[int], list[str]]]]:
    """For each sentence what the teachers say, and their tree of it."""
    groups = [w for d in documents for w in windows(d, teachers[0].encoder.pieces.lengths)]
    with ThreadPoolExecutor(threads) as pool:
        return [x for found in pool.map(lambda g: read(teachers, g), groups) for x in found]


def read(teachers: list[Teacher], sentences: list[Sentence]) -> list[tuple[Taught, tuple[list[str], list[int], list[str]]]]:
    """What the teachers say about the sentences of one window."""
    said = [t([w for s in sentences for w in s.words]) for t in teachers]
    labels = teachers[0].labels
    root = labels.rels.index("root")
    out, at = [], 0
    for s in sentences:
        n = len(s.words)
        here = slice(at, at + n)
        columns = [0, *range(at + 1, at + n + 1)]
        arcs = np.mean([softmax(x.arcs[here][:, columns]) for x, _ in said], axis=0)
        tags = np.mean([softmax(x.tags[here]) for x, _ in said], axis=0)
        named = [names[here] for _, names in said if names is not None]
        found = s.heads or tree(np.log(arcs + 1e-9))
        chosen = [h + at if h else 0 for h in found]
        rels = np.mean([softmax(np.einsum("nlr,nr->nl", x.parts[here], x.heads[chosen])) for x, _ in said], axis=0)
        free = rels.copy()
        free[:, root] = -1
        best = [root if h == 0 else int(r) for h, r in zip(found, free.argmax(-1), strict=True)]
        half = [x.astype(np.float16) for x in (arcs, rels, tags)]
        taught = Taught(*half, np.mean(named, axis=0).astype(np.float16) if named else None, s.heads is None)
        out.append((taught, ([labels.tags[i] for i in tags.argmax(-1)], found, [labels.rels[i] for i in best])))
        at += n
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="folders that train.py wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    corpora = load(args.corpora)
    teachers = [Teacher(folder) for folder in args.teachers]
    if any(t.labels.tags != teachers[0].labels.tags or t.labels.rels != teachers[0].labels.rels for t in teachers):
        raise SystemExit("the teachers were trained on other labels")
    known = teach(teachers, corpora.parsed + corpora.named, args.threads)
    every = [s for d in corpora.parsed + corpora.named for s in d.sentences]
    silver = open_text(args.corpora, teachers[0])
    further = iter(teach(teachers, silver, args.threads))
    for sentence in (s for d in silver for s in d.sentences):
        sentence.taught, (sentence.tags, sentence.heads, sentence.rels) = next(further)
    trees = [None if s.heads is not None else found for s, (_, found) in zip(every, known, strict=True)]
    Teachings([said for said, _ in known], trees, silver).save(args.out)
    print(f"{len(every)} sentences of the corpora, {sum(len(d.sentences) for d in silver)} of other text")


if __name__ == "__main__":
    main()
