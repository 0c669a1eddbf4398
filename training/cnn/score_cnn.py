"""Score a CNN pipeline beside what is shipped: `python score_cnn.py MODEL [MODEL ...]`; `--speed` times them as well.

Gold words; trees and tags over gold sentences, sentence starts and names over whole documents. As in ../score.py.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
import spacy
from corpora import Document, held_out
from scheme import coarse
from score import Tally, held_documents, measure_reader
from spacy.attrs import LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.reading.features import features
from dragoman.reading.lemmas import Lemmas
from dragoman.reading.model import FOLDER, Reader, load_language
from dragoman.reading.tokenizer import make_tokenizer

SHOWN = ("UAS", "LAS", "tags", "ccomp", "acl:relcl", "appos", "conj", "nsubj", "obl", "VBD recall", "sentences F", "names F")


@Language.component("cnn_finish")
def finish(doc: Doc) -> Doc:
    """What the shipped reader sets besides: both tags, lemmas and features, with its own tables."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    passive = {t.head.i for t in doc if t.dep_ in {"aux:pass", "nsubj:pass", "csubj:pass"}}
    columns = np.zeros((len(doc), 4), dtype=np.uint64)
    for i, t in enumerate(doc):
        upos, _, xpos = t.tag_.partition("|")
        word = t.text
        columns[i] = (
            strings.add(xpos), strings.add(upos), strings.add(LEMMAS(word, xpos, bool(t.is_sent_start))),
            morphology.add(features(word, xpos, i in passive)),
        )
    return doc.from_array([TAG, POS, LEMMA, MORPH], columns)


LEMMAS = Lemmas.load(FOLDER / "lemmas.json")


def measure(nlp: Language, documents: list[Document]) -> dict[str, float]:
    """Scores of the pipeline."""
    tally = Tally()
    for document in documents:
        words, starts, names = [], [], []
        for s in document.sentences:
            starts += [True] + [False] * (len(s.words) - 1)
            words += s.words
            names += s.names if s.names is not None else [None] * len(s.words)
        free, doc = Doc(nlp.vocab, words=words), Doc(nlp.vocab, words=words, sent_starts=starts)
        for _, component in nlp.pipeline:
            free, doc = component(free), component(doc)
        tally.starts({i for i, x in enumerate(starts) if x}, {t.i for t in free if t.is_sent_start})
        if any(names):
            tally.names(coarse(names), [t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else "") for t in free])
        at = 0
        for s in document.sentences:
            tokens = doc[at : at + len(s.words)]
            tally.sentence(
                s, [t.tag_ for t in tokens], [0 if t.head.i == t.i else t.head.i - at + 1 for t in tokens],
                ["root" if t.dep_ == "ROOT" else t.dep_ for t in tokens],
            )
            at += len(s.words)
    return tally.scores()


def held_texts(folder: Path) -> list[str]:
    """GUM's held-out documents as raw text, sentence after sentence."""
    held = held_out(folder)
    files = [p.read_text(encoding="utf-8") for p in sorted((folder / "gum/dep-open").glob("*.conllu")) if p.stem in held]
    return [" ".join(re.findall("^# text = (.*)$", f, re.M)) for f in files]


def time_them(pipelines: dict[str, Language], texts: list[str], words: int, rounds: int = 5) -> None:
    """Words per second of processor time from raw text, one thread, in turns; the median of the rounds."""
    seconds: dict[str, list[float]] = {name: [] for name in pipelines}
    for nlp in pipelines.values():
        list(nlp.pipe(texts[:3]))
    for _ in range(rounds):
        for name, nlp in pipelines.items():
            began = time.process_time()
            for _ in nlp.pipe(texts):
                pass
            seconds[name].append(time.process_time() - began)
    for name, found in seconds.items():
        print(f"{name}: {words / statistics.median(found):.0f} words/s ({words / max(found):.0f} to {words / min(found):.0f})", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../../shared/train")))
    parser.add_argument("--speed", action="store_true", help="time them too; set OMP_NUM_THREADS=1")
    args = parser.parse_args()
    documents = {k: v for k, v in held_documents(args.corpora).items() if k != "EWT dev"}
    pipelines = {str(m): spacy.load(m) for m in args.models}
    reader = Reader()
    for part, docs in documents.items():
        for name, scores in [("shipped", measure_reader(reader, docs)), *((n, measure(nlp, docs)) for n, nlp in pipelines.items())]:
            print(part, name, " | ".join(f"{k} {scores[k]:.1f}" for k in SHOWN if k in scores), flush=True)
    for name, model in [("shipped", FOLDER), *((str(m), m) for m in args.models)]:
        print(f"{name}: {sum(f.stat().st_size for f in model.rglob('*') if f.is_file()) / 1e6:.1f} MB")
    if args.speed:
        for nlp in pipelines.values():
            nlp.tokenizer = make_tokenizer(nlp)
            nlp.add_pipe("cnn_finish")
        words = sum(len(s.words) for d in documents["GUM held out"] for s in d.sentences)
        time_them({"shipped": load_language(1)} | pipelines, held_texts(args.corpora), words)


if __name__ == "__main__":
    main()
