"""Measure whom pronouns are tied to: our own reports, GAP and OntoGUM.

python bench/coreference.py [--show] [--gap FILE] [--gum FOLDER [--split dev] [--genre news]]

Our reports: of the marked mentions, how many have the actors that they should have or rightly nobody (accuracy), of those
given somebody how many rightly (precision), of those that are somebody how many found (recall). GAP: F1 over the two names of
each example, and the ratio of feminine to masculine (bias). OntoGUM: of the pronouns with a noun in their chain, how many are
tied to a mention of it, and B cubed over the mentions that both sides make.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "training/coreference")]

import documents  # noqa: E402
from reader import Outcome, Reader, case_outcomes, chain_counts, pair_answers, pair_scores  # noqa: E402


def case_scores(outcomes: list[Outcome]) -> str:
    """The line of figures for some marked mentions of our own reports."""
    count = Counter(o.result for o in outcomes)
    given, somebody = count["right"] + count["wrong"], sum(o.wanted != "-" for o in outcomes)
    good = count["right"] + count["nobody"]
    return f"accuracy {good / len(outcomes):.3f} precision {count['right'] / max(given, 1):.3f} recall {count['right'] / max(somebody, 1):.3f} ({good}/{len(outcomes)})"


def cases(reader: Reader, show: bool) -> None:
    """Print the figures of our own reports, and the failures of those for developing."""
    found = [case_outcomes(reader(report.text), report) for report in documents.reports()]
    for name, half in (("developing", found[::2]), ("measured", found[1::2])):
        flat = [o for outcomes in half for o in outcomes]
        print(f"{name}: pronouns {case_scores([o for o in flat if o.pronoun])}; descriptions {case_scores([o for o in flat if not o.pronoun])}")
        if show and name == "developing":
            for o in flat:
                if o.result in ("wrong", "missed"):
                    print(f"  {o.report} {o.words}: {o.wanted}, not {o.found}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="list the failures among our reports for developing")
    parser.add_argument("--gap", type=Path, help="a file of GAP")
    parser.add_argument("--gum", type=Path, help="the folder coref-ontogum-conll-open")
    parser.add_argument("--split", default="dev", help="splits of GUM, by comma (default: dev)")
    parser.add_argument("--genre", help="genres of GUM, by comma (default: all)")
    args = parser.parse_args()
    reader = Reader()
    cases(reader, args.show)
    if args.gap:
        pairs = documents.gap(args.gap)
        scores = pair_scores(pairs, [pair_answers(reader(p.text, None), p) for p in pairs])
        print(f"{args.gap.stem}: " + " ".join(f"{k} {v:.2f}" for k, v in scores.items()))
    if args.gum:
        genres = frozenset(args.genre.split(",")) if args.genre else None
        total: Counter = Counter()
        for doc in documents.gum(args.gum, frozenset(args.split.split(",")), genres):
            total += chain_counts(reader(doc.text, None), doc)
        p, r = total["b_p"] / max(total["b_n"], 1), total["b_r"] / max(total["b_n"], 1)
        print(
            f"OntoGUM {args.split} {args.genre or ''}: pronouns {total['pronouns']} right {100 * total['right'] / max(total['pronouns'], 1):.1f} "
            f"precision {100 * total['right'] / max(total['answered'], 1):.1f}; B cubed P {100 * p:.1f} R {100 * r:.1f} F {200 * p * r / max(p + r, 1e-9):.1f}"
        )


if __name__ == "__main__":
    main()
