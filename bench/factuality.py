"""Whether what a predicate says happened: our reading beside the judgements of It-Happened (UDS) over EWT.

    python bench/factuality.py --events it-happened.tsv --treebank en_ewt-ud-dev.conllu --split dev [--misses]

The judgements (White et al. 2016; Rudinger et al. 2018) say of a predicate whether it happened, with a confidence of 0 to 4,
by one or more people; they count by `happened` (+) or not (-) weighed by confidence, and are clear where all agree and the
mean confidence is 3 or more. Printed: agreement of sign on the clear ones, the same for what did not happen alone (F1),
and Pearson's correlation of our value (-1, 0, 1) with the mean judgement over all. The treebank's sentences are read from their plain text.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import defaultdict
from pathlib import Path

import dragoman
from dragoman.reading.factuality import factuality
from dragoman.reading.frames import Frames
from dragoman.reading.repairs import parsed


def sentences(path: Path) -> list[list[tuple[str, str, bool]]]:
    """The treebank's sentences as (form, lemma, space after) tokens."""
    found, current = [], []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            current.append((cells[1], cells[2].lower(), "SpaceAfter=No" not in cells[9]))
        elif not line.strip() and current:
            found.append(current)
            current = []
    return found


def judgements(path: Path, split: str) -> dict[tuple[int, int, str], list[float]]:
    """(sentence number, token number, lemma) -> judgements from -4 to 4; both numbers from 1, as UD 1.2 counts."""
    found = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["Split"] == split and row["Is.Predicate"] == "True" and row["Happened"] in ("true", "false"):
                value = float(row["Confidence"]) * (1 if row["Happened"] == "true" else -1)
                found[int(row["Sentence.ID"].split()[1]), int(row["Pred.Token"]), row["Pred.Lemma"].lower()].append(value)
    return found


def place(number: int, token: int, lemma: str, bank: list) -> int | None:
    """The sentence of the treebank that a judgement is of: versions of EWT differ by a sentence or two."""
    for shift in (0, -1, 1, -2, 2):
        i = number - 1 + shift
        if 0 <= i < len(bank) and token - 1 < len(bank[i]) and bank[i][token - 1][1] == lemma:
            return i
    return None


def main() -> None:
    """Print the figures as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=Path, required=True)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    bank = sentences(args.treebank)
    wanted = defaultdict(list)
    lost = 0
    for (number, token, lemma), values in sorted(judgements(args.events, args.split).items()):
        at = place(number, token, lemma, bank)
        if at is None:
            lost += 1
        else:
            wanted[at].append((token - 1, values))
    coder = dragoman.load(threads=1)
    pairs, clear = [], []
    for at, predicates in sorted(wanted.items()):
        text, starts = "", []
        for form, _, space in bank[at]:
            starts.append(len(text))
            text += form + (" " if space else "")
        frames = Frames(parsed(coder.nlp(text.strip())))
        tokens = {frames.g.doc[i].idx: i for i in range(frames.g.n)}
        for token, values in predicates:
            i = tokens.get(starts[token])
            frame = frames.frame(i) if i is not None else None
            if frame is None:
                lost += 1
                continue
            modality, polarity = factuality(frames, frame)
            ours = 0 if modality != "actual" else -1 if polarity == "-" else 1
            mean = sum(values) / len(values)
            pairs.append((ours, mean))
            if all(v > 0 for v in values) or all(v < 0 for v in values):
                if abs(mean) >= 3:
                    clear.append((ours > 0, mean > 0))
                    if args.misses and clear[-1][0] != clear[-1][1]:
                        print(f"{modality}{polarity}\t{mean:+.1f}\t{text[starts[token]:].split()[0]}\t{text.strip()}")
    right = sum(a == b for a, b in clear)
    hit = sum(not a and not b for a, b in clear)
    f1 = 2 * hit / max(1, sum(not a for a, _ in clear) + sum(not b for _, b in clear))
    print(json.dumps({"sign": round(right / len(clear), 3), "not_happened_f1": round(f1, 3), "pearson": round(pearson(pairs), 3), "clear": len(clear), "always_happened": round(sum(b for _, b in clear) / len(clear), 3), "all": len(pairs), "lost": lost}))


def pearson(pairs: list[tuple[float, float]]) -> float:
    """Pearson's correlation of the pairs."""
    n = len(pairs)
    mx, my = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    cov = sum((a - mx) * (b - my) for a, b in pairs)
    return cov / math.sqrt(sum((a - mx) ** 2 for a, _ in pairs) * sum((b - my) ** 2 for _, b in pairs))


if __name__ == "__main__":
    main()
