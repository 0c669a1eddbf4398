"""Statements and source chains in sentences and reports of our own, each with all that should come out.

The even half of the cases was looked at while the rules were written; the odd half only measures.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.statement_notation import Case, faults, overlap, paired, read_cases

HERE = Path(__file__).parent
CASES = read_cases(HERE / "statement_cases.txt")
REPORTS = read_cases(HERE / "statement_reports.txt")


@pytest.fixture(scope="module")
def coded(coder):
    made: dict[str, object] = {}

    def run(case: Case):
        if case.text not in made:
            made[case.text] = coder(case.text, published="2021-11-15")
        return made[case.text]

    return run


def whole(cases: list[Case], coded) -> tuple[float, list[str]]:
    """The share of cases that are wholly right, and what is wrong in the others."""
    listed = [(c, faults(c, coded(c))) for c in cases]
    wrong = ["\n".join([f"{c.group}: {c.text[:300]}", *f]) for c, f in listed if f]
    return 1 - len(wrong) / len(cases), wrong


def micro(cases: list[Case], coded) -> dict[str, float]:
    """F1 over all statements of the cases: of found ones (cue or most of the content shared), and of each part."""
    wanted = sum(len(c.lines) for c in cases)
    given = sum(len(coded(c).statements) for c in cases)
    right = dict.fromkeys(("found", "speaker", "cue", "content", "stance"), 0.0)
    for c in cases:
        for line, s, parts in paired(c, list(coded(c).statements)):
            if line is not None and s is not None:
                right["found"] += 1
                right["content"] += overlap(line.content, s.content.text)
                for part in ("speaker", "cue", "stance"):
                    right[part] += parts[part]
    return {k: round(2 * v / (wanted + given), 3) for k, v in right.items()}
