"""Gold and silver as spaCy's binary corpora: `python corpus.py --out DIR` writes gold, silver, dev and train.spacy.

Gold: EWT train and GUM's documents that are not held out. Silver: open text, read by the shipped model.
One tag holds both of UD's ("VERB|VBD"), as in the shipped model.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from corpora import Corpora, Document, load
from open_text import examples, passages
from scheme import coarse, spans
from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from dragoman.reading.model import load_language

ATTRS = ("ORTH", "TAG", "HEAD", "DEP", "SPACY", "ENT_IOB", "ENT_TYPE")
CHUNK = 8  # sentences in one training document


def make_doc(vocab: Vocab, words: list[str], tags: list[str], heads: list[int], rels: list[str], names: list[str | None] | None) -> Doc:
    """A training document. `heads` are indices. Without `spaces` spaCy trains on these words, not on its own tokens."""
    doc = Doc(vocab, words=words, tags=tags, heads=heads, deps=["ROOT" if r == "root" else r for r in rels])
    if names is not None:
        names = coarse(names)
        unknown = [Span(doc, i, i + 1) for i, label in enumerate(names) if label is None]
        doc.set_ents([Span(doc, b, e, label=k) for b, e, k in spans(names)], missing=unknown, default="outside")
    return doc


def gold(documents: list[Document], vocab: Vocab) -> Iterator[Doc]:
    """The treebanks' documents, cut every few sentences."""
    for document in documents:
        for k in range(0, len(document.sentences), CHUNK):
            words, tags, heads, rels, names = [], [], [], [], []
            for s in document.sentences[k : k + CHUNK]:
                at = len(words)
                words += s.words
                tags += s.tags
                heads += [at + (h - 1 if h else i) for i, h in enumerate(s.heads)]
                rels += s.rels
                names += s.names if s.names is not None else [None] * len(s.words)
            yield make_doc(vocab, words, tags, heads, rels, names)


def open_text(folder: Path, corpora: Corpora, vocab: Vocab) -> Iterator[str | Doc]:
    """Text without trees; the names corpora come as words."""
    for document in corpora.named:
        if all(s.ends_known for s in document.sentences):  # re3d's documents follow as whole texts
            yield Doc(vocab, words=[w for s in document.sentences for w in s.words])
    for path in sorted((folder / "re3d-open").glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)["text"]
    for path in sorted((folder / "gap").glob("*.tsv")):
        yield from passages(path)
    yield from examples()


def silver(texts: Iterator[str | Doc], vocab: Vocab) -> Iterator[Doc]:
    """What the shipped model reads in them, cut every few sentences."""
    nlp = load_language(2)
    for parsed in nlp.pipe(Doc(nlp.vocab, words=[w.text for w in t]) if isinstance(t, Doc) else t for t in texts):
        sentences = [[t for t in s if not t.is_space] for s in parsed.sents]
        sentences = [s for s in sentences if s]
        for k in range(0, len(sentences), CHUNK):
            tokens = [t for s in sentences[k : k + CHUNK] for t in s]
            where = {t.i: n for n, t in enumerate(tokens)}
            yield make_doc(
                vocab, [t.text for t in tokens], [f"{t.pos_}|{t.tag_}" for t in tokens], [where[t.head.i] for t in tokens],
                [t.dep_ for t in tokens], [t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else "") for t in tokens],
            )


def write(path: Path, docs: list[Doc]) -> None:
    DocBin(attrs=ATTRS, docs=docs).to_disk(path)
    print(f"{path.name}: {len(docs)} documents, {sum(map(len, docs))} words", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../../shared/train")))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--repeat", type=int, default=2, help="times that the gold stands in the training corpus")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    corpora = load(args.corpora)
    known = list(gold(corpora.parsed, vocab))
    write(args.out / "gold.spacy", known)
    write(args.out / "dev.spacy", list(gold(corpora.ewt_dev, vocab)))
    began = time.perf_counter()
    found = list(silver(open_text(args.corpora, corpora, vocab), vocab))
    print(f"silver: {time.perf_counter() - began:.0f} s")
    write(args.out / "silver.spacy", found)
    write(args.out / "train.spacy", known * args.repeat + found)


if __name__ == "__main__":
    main()
