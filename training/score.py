"""Scores on gold tokens of what is shipped. No torch here: the tests use it too.

`python score.py --corpora DIR` prints the scores of dragoman/data/model.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from chunks import join
from corpora import Document, Sentence, add_names, held_out, read_conllu, read_news
from scheme import COARSE, coarse, spans

from dragoman.reading.decode import sentence_starts
from dragoman.reading.model import Reader

# What coding needs: who does what to whom, what is said, where and with whom.
CORE = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "xcomp", "nmod", "appos"})
RELS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "xcomp", "nmod", "nmod:poss", "acl:relcl", "acl", "advcl", "appos", "conj", "compound", "flat")


class Tally:
    """Adds up gold and found over sentences."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()

    def sentence(self, gold: Sentence, tags: list[str], heads: list[int], rels: list[str]) -> None:
        n = self.n
        for i, tag in enumerate(gold.tags):
            n["words"] += 1
            n["tag"] += tag == tags[i]
            (upos, _, xpos), (found_upos, _, found_xpos) = tag.partition("|"), tags[i].partition("|")
            n["upos"] += upos == found_upos
            n["xpos"] += xpos == found_xpos
            if tag.startswith("PUNCT"):
                continue
            right, named = heads[i] == gold.heads[i], rels[i] == gold.rels[i]
            n["arcs"] += 1
            n["uas"] += right
            n["las"] += right and named
            n["gold " + gold.rels[i]] += 1
            n["found " + rels[i]] += 1
            n["both " + gold.rels[i]] += right and named
            n["gold core"] += gold.rels[i] in CORE
            n["found core"] += rels[i] in CORE
            n["both core"] += right and named and rels[i] in CORE
            # The habit to watch: a finite past tense read as a participle.
            if tag == "VERB|VBD":
                n["vbd"] += 1
                n["vbd right"] += tags[i] == tag

    def starts(self, gold: set[int], found: set[int]) -> None:
        self.n["gold starts"] += len(gold)
        self.n["found starts"] += len(found)
        self.n["both starts"] += len(gold & found)

    def kinds(self, gold: list[str | None], found: list[str]) -> None:
        """Names of all eight kinds, where the gold has them."""
        a, b = set(spans(gold)), set(spans(found))
        self.n["gold kinds"] += len(a)
        self.n["found kinds"] += len(b)
        self.n["both kinds"] += len(a & b)

    def names(self, gold: list[str | None], found: list[str]) -> None:
        a, b = set(spans(gold)), set(spans(found))
        self.n["gold names"] += len(a)
        self.n["found names"] += len(b)
        self.n["both names"] += len(a & b)

    def f(self, kind: str) -> float:
        return f_score(self.n["both " + kind], self.n["gold " + kind], self.n["found " + kind])

    def scores(self) -> dict[str, float]:
        n = self.n
        out = {
            "UAS": 100 * n["uas"] / n["arcs"], "LAS": 100 * n["las"] / n["arcs"], "tags": 100 * n["tag"] / n["words"],
            "UPOS": 100 * n["upos"] / n["words"], "XPOS": 100 * n["xpos"] / n["words"], "core": self.f("core"),
            "sentences F": self.f("starts"), "VBD recall": 100 * n["vbd right"] / max(1, n["vbd"]),
        }
        if n["gold names"]:
            out["names F"] = self.f("names")
        if n["gold kinds"]:
            out["kinds F"] = self.f("kinds")
        out |= {rel: self.f(rel) for rel in RELS}
        return {k: round(v, 2) for k, v in out.items()}


def f_score(both: int, gold: int, found: int) -> float:
    return 200 * both / (gold + found) if gold + found else 0.0


def windows(document: Document, lengths, limit: int = 200) -> list[list[Sentence]]:
    """Sentences in a row, together at most `limit` pieces."""
    out: list[list[Sentence]] = []
    size = 0
    for sentence in document.sentences:
        n = sum(lengths(sentence.words))
        if not out or size + n > limit:
            out.append([])
            size = 0
        out[-1].append(sentence)
        size += n
    return out


def measure_reader(reader: Reader, documents: list[Document]) -> dict[str, float]:
    """Scores of what is shipped, on gold tokens: windows as in a run, trees over gold sentences, names and starts as
    the network finds them, lemmas from the tags that it gave."""
    tally = Tally()
    lemmas = right = 0
    own = any("Name=" in m for d in documents for s in d.sentences for m in s.misc)  # our own treebank: eight kinds, paragraphs
    for document in documents:
        for window in windows(document, reader.pieces.lengths):
            chunk = join(window)
            scores = reader.encoder(chunk.words)
            gold_starts, at = [], 0
            for s in window:
                gold_starts.append(at)
                at += len(s.words)
            paragraphs = {b for b, s in zip(gold_starts, window, strict=True) if s.paragraph} if own else set()
            found = set(sentence_starts(scores.starts, {0} | paragraphs, chunk.words, reader.threshold))
            reading = reader.structure(chunk.words, scores, gold_starts)
            tally.starts(set(gold_starts), found)
            labels, kinds = ["O"] * at, ["O"] * at
            for begin, end, kind in reading.names:
                kinds[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
                if (kind := COARSE.get(kind)) is None:
                    continue
                labels[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
            for begin, s in zip(gold_starts, window, strict=True):
                n = len(s.words)
                tags = reading.tags[begin : begin + n]
                heads = [0 if h == begin + i else h - begin + 1 for i, h in enumerate(reading.heads[begin : begin + n])]
                tally.sentence(s, tags, heads, reading.rels[begin : begin + n])
                if s.names is not None:
                    tally.names(coarse(s.names), labels[begin : begin + n])
                    if own:
                        tally.kinds(s.names, kinds[begin : begin + n])
                for i, (word, tag, lemma) in enumerate(zip(s.words, s.tags, s.lemmas, strict=True)):
                    upos, _, xpos = tag.partition("|")
                    if lemma != "_" and upos not in {"PUNCT", "SYM", "X", "PROPN"} and xpos not in {"NNP", "NNPS"}:
                        lemmas += 1
                        right += reader.lemmas(word, tags[i].partition("|")[2], i == 0) == lemma
    return tally.scores() | {"lemmas": round(100 * right / lemmas, 2)}


def speed(reader: Reader, documents: list[Document]) -> float:
    """Words a second of the network alone, on one thread, in windows as in a run."""
    batches = [join(w).words for d in documents for w in windows(d, reader.pieces.lengths)][:120]
    for words in batches[:10]:
        reader.encoder(words)
    began = time.perf_counter()
    for words in batches:
        reader.encoder(words)
    return sum(map(len, batches)) / (time.perf_counter() - began)


def held_documents(folder: Path) -> dict[str, list[Document]]:
    """What is measured on."""
    out = {}
    for part in ("dev", "test"):
        out[f"EWT {part}"] = read_conllu(folder / f"ud-ewt/en_ewt-ud-{part}.conllu")
        add_names(out[f"EWT {part}"], folder / f"uner-ewt/en_ewt-ud-{part}.iob2")
    held = held_out(folder)
    gum = [p for p in sorted((folder / "gum/dep-open").glob("*.conllu")) if p.stem in held]
    out["GUM held out"] = [d for p in gum for d in read_conllu(p)]
    out["GUM news held out"] = [d for p in gum if "_news_" in p.stem for d in read_conllu(p)]
    out["news"] = read_news("test")
    return out


def show(name: str, scores: dict[str, float]) -> None:
    """Print one line of scores."""
    print(name, " ".join(f"{k} {v:.1f}" for k, v in scores.items()), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    args = parser.parse_args()
    reader = Reader()
    documents = held_documents(args.corpora)
    for name, docs in documents.items():
        show(name, measure_reader(reader, docs))
    print(f"{speed(reader, documents['GUM held out']):.0f} words/s on one thread, network alone")


if __name__ == "__main__":
    main()
