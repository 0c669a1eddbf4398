"""Train the weights of `dragoman/actors/ranking.py`: python training/coreference/train.py --corpora FOLDER

FOLDER holds gap/gap-development.tsv and gap/gap-validation.tsv (Apache-2.0) and gum/coref-ontogum-conll-open with gum/dep-open
(CC BY 4.0; its splits train and dev); our own reports on odd places of the list, and `reports.tsv`, are used too. The score of a choice is the
sum of the weights of its features; the loss is the negative logarithm of the share that right choices have, plus the square
of the weights. The features of a mention depend on how pronouns before it were resolved, so it goes over the texts again
with the new weights (`--rounds`). Deterministic: full batches, weights begin at nought.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import documents
import numpy as np
from reader import THIRD, Reader, gold_at, name_tokens, token_at

from dragoman.actors import coreference, ranking

TABLE = Path(__file__).resolve().parent.parent.parent / "dragoman/data/lexicons/antecedents.tsv"
MORE = Path(__file__).with_name("reports.tsv")
LEAST = 4  # times that a feature must be seen
HEADER = """# Weights of the ranker of antecedents. Columns: feature, weight for "he" and "she", for "it", for "they".
# Made by training/coreference/train.py; the features are those of actors/ranking.py.
"""


@dataclass
class Example:
    """One pronoun: the features of each candidate, of nobody (last), and which choices are right (1), wrong (0) or unknown (-1)."""

    name: str
    rows: list[list[str]]
    right: list[int]
    weight: float


class Recorder:
    """Keeps what the resolver saw at each pronoun of a text."""

    def __init__(self) -> None:
        self.seen: dict[int, tuple] = {}
        recorder, choose = self, coreference.Coreference._choose

        def record(self, i, name):
            a = self.asked(i)
            found = self.candidates(i, name, a)
            recorder.seen[i] = (
                name,
                [(m, fs) for m, fs in found],
                ranking.nobody(a, len(found)),
                [dict.fromkeys(x.head for x in self.entities[m.key].mentions) if m.key in self.entities else {m.head: None} for m, _ in found],
            )
            return choose(self, i, name)

        coreference.Coreference._choose = record


def of_gap(reader: Reader, recorder: Recorder, pairs: list[documents.Pair], weight: float) -> list[Example]:
    """Examples of GAP: names that are meant are right, the other name is wrong; with neither meant, both are wrong."""
    out = []
    for pair in pairs:
        recorder.seen = {}
        r = reader(pair.text, None)
        i = token_at(r, pair.at)
        if i not in recorder.seen:
            continue
        name, found, none, heads = recorder.seen[i]
        right = []
        for (m, _), entity in zip(found, heads):
            places = {r.g.doc[t].idx for h in {*entity, m.head} for t in name_tokens(r, h)}
            inside = [any(a <= p < b for p in places) for a, b in pair.names]
            right.append(1 if any(x and y for x, y in zip(inside, pair.right)) else 0 if any(inside) or any(pair.right) else -1)
        rows = [fs for _, fs in found] + [none]
        right.append(0 if any(pair.right) else -1)
        if 1 in right or -1 in right and 0 in right:
            out.append(Example(name, rows, right, weight))
    return out


def of_gum(reader: Reader, recorder: Recorder, docs, weight: float) -> list[Example]:
    """Examples of OntoGUM: mentions of the pronoun's chain are right; nobody where none of them is a candidate."""
    out = []
    for doc in docs:
        recorder.seen = {}
        r = reader(doc.text, None)
        g = r.g
        chain_of: dict[int, int] = {}
        ends: dict[int, list[tuple[int, int]]] = {}
        for n, chain in enumerate(doc.chains):
            for _, end, head in sorted(chain, key=lambda x: x[0] - x[1]):
                chain_of[head] = n
                ends.setdefault(head, []).append((end, n))
        for i, (name, found, none, _) in recorder.seen.items():
            if g.lower[i] not in THIRD:
                continue
            gold = chain_of.get(g.doc[i].idx)
            right = []
            for m, _ in found:
                if m.members:
                    whole = [n for end, n in ends.get(g.doc[m.members[0].head].idx, ()) if end > g.doc[m.members[-1].head].idx]
                    right.append(int(gold is not None and gold in whole))
                else:
                    right.append(int(gold is not None and gold_at(r, m.head, chain_of) == gold))
            right.append(int(1 not in right))
            out.append(Example(name, [fs for _, fs in found] + [none], right, weight))
    return out


def of_cases(reader: Reader, recorder: Recorder, reports: list[documents.Report], weight: float) -> list[Example]:
    """Examples of our own reports: candidates with the actors wanted are right, or those without any, and nobody."""
    out = []
    for report in reports:
        recorder.seen = {}
        r = reader(report.text)
        for mark in report.marked:
            i = token_at(r, mark.start)
            if i not in recorder.seen or not mark.pronoun:
                continue
            name, found, none, _ = recorder.seen[i]
            right = [int(documents.outcome(m.actors, mark.right) in ("right", "nobody")) for m, _ in found]
            right.append(int(frozenset() in mark.right or 1 not in right))
            out.append(Example(name, [fs for _, fs in found] + [none], right, weight))
    return out


def fit(examples: list[Example], decay: float, steps: int = 400, rate: float = 0.05) -> dict[str, float]:
    """The weights of one class of pronouns, by Adam over full batches."""
    counts: dict[str, int] = {}
    for e in examples:
        for row in e.rows:
            for f in row:
                counts[f] = counts.get(f, 0) + 1
    names = sorted(f for f, n in counts.items() if n >= LEAST)
    number = {f: n for n, f in enumerate(names)}
    owner, row_of, column, right, first, at = [], [], [], [], [], 0
    for k, e in enumerate(examples):
        first.append(at)
        for row, good in zip(e.rows, e.right):
            for f in row:
                if f in number:
                    row_of.append(at)
                    column.append(number[f])
            owner.append(k)
            right.append(good)
            at += 1
    owner, row_of, column, right = (np.array(x) for x in (owner, row_of, column, right))
    starts, importance = np.array(first), np.array([e.weight for e in examples])
    closed = np.array([1 in e.right for e in examples])  # else what is unknown may be right
    good = np.where(closed[owner], right == 1, right != 0).astype(float)
    w, m, v = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, steps + 1):
        score = np.bincount(row_of, w[column], at)
        score -= np.maximum.reduceat(score, starts)[owner]
        share = np.exp(score)
        share /= np.add.reduceat(share, starts)[owner]
        mass = np.maximum(np.add.reduceat(share * good, starts), 1e-9)
        slope = (share - share * good / mass[owner]) * importance[owner]
        gradient = np.bincount(column, slope[row_of], len(names)) / importance.sum() + decay * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, w))


def write(tables: dict[str, dict[str, float]], path: Path = TABLE) -> None:
    """The table of weights, two decimals."""
    names = sorted({f for t in tables.values() for f in t})
    lines = []
    for f in names:
        cells = [f"{round(tables[c].get(f, 0.0), 2) + 0.0:g}" for c in ranking.CLASSES]
        if any(c != "0" for c in cells):
            lines.append("\t".join([f, *cells]))
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--decay", type=float, default=2e-3)
    args = parser.parse_args()
    reader, recorder = Reader(), Recorder()
    pairs = documents.gap(args.corpora / "gap/gap-development.tsv") + documents.gap(args.corpora / "gap/gap-validation.tsv")
    docs = list(documents.gum(args.corpora / "gum/coref-ontogum-conll-open", frozenset(("train", "dev"))))
    news = [d for d in docs if "_news_" in d.name]
    rest = [d for d in docs if "_news_" not in d.name]
    own = documents.reports()[::2] + documents.reports(MORE)
    tables: dict[str, dict[str, float]] = {c: {} for c in ranking.CLASSES}
    for number in range(args.rounds):
        write(tables)  # what the texts are read with: nothing at first
        ranking.weights.cache_clear()
        ranking.rows.cache_clear()
        examples = of_gap(reader, recorder, pairs, 1.0) + of_gum(reader, recorder, rest, 0.7) + of_gum(reader, recorder, news, 2.0) + of_cases(reader, recorder, own, 3.0)
        tables = {c: fit([e for e in examples if e.name == c], args.decay) for c in ranking.CLASSES}
        print(f"round {number + 1}: {len(examples)} pronouns, {sum(len(t) for t in tables.values())} weights")
    write(tables)


if __name__ == "__main__":
    main()
