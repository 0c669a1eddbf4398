"""Scores of a network on gold tokens: windows of whole paragraphs as in a run, trees over gold sentences."""

from __future__ import annotations

from collections import Counter

import torch
from batches import Labels, Maker
from chunks import join
from corpora import Document, Sentence, spans

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
            if tag.startswith("PUNCT"):
                continue
            right, named = heads[i] == gold.heads[i], rels[i] == gold.rels[i]
            n["arcs"] += 1
            n["uas"] += right
            n["las"] += right and named
            n["gold " + gold.rels[i]] += 1
            n["found " + rels[i]] += 1
            n["both " + gold.rels[i]] += right and named
            # The habit to watch: a finite past tense read as a participle.
            if tag == "VERB|VBD":
                n["vbd"] += 1
                n["vbd right"] += tags[i] == tag

    def starts(self, gold: set[int], found: set[int]) -> None:
        self.n["gold starts"] += len(gold)
        self.n["found starts"] += len(found)
        self.n["both starts"] += len(gold & found)

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
            "sentences F": self.f("starts"), "VBD recall": 100 * n["vbd right"] / max(1, n["vbd"]),
        }
        if n["gold names"]:
            out["names F"] = self.f("names")
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
            tag, arc, name, start, dependents, heads = network(b["ids"], b["shapes"], b["mask"], b["first"], b["last"])
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
                    tally.names(s.names, [labels.names[x] for x in name[row, at : at + n]])
                at += n
            tally.starts(gold_starts, {0} | {i for i in range(at) if start[row, i] > 0})
    return tally.scores()


def show(name: str, scores: dict[str, float]) -> None:
    print(name, " ".join(f"{k} {v:.1f}" for k, v in scores.items()), flush=True)
