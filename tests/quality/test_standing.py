"""Standing and profiles of events, scored by construction: `standing_cases.toml` says how its lines are read.

An event is right where its type, sides and all fields are those of a line; the events of a sentence are set against its
lines so that most fit. Run as a program it prints what is wrong (with `--unseen` also in the half that only measures).
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.coding.shown import who

FIELDS = ("sides", "standing", "event", "author", "sources")
# Shares of events that are wholly right; what is not right is listed by running this file.
FLOOR_SENTENCES, FLOOR_REPORTS, FLOOR_CONSTRUCTION = 0.93, 0.92, 0.66


def cases() -> list[tuple[str, str, list[str]]]:
    """(construction, text, lines of events), sentences first; a report's construction is "report"."""
    book = tomllib.loads((Path(__file__).parent / "standing_cases.toml").read_text("utf-8"))
    out: list[tuple[str, str, list[str]]] = []
    for construction, block in book["sentences"].items():
        for row in block.strip().splitlines():
            if row.startswith("- "):
                out[-1][2].append(row[2:])
            else:
                out.append((construction, row, []))
    for block in book["reports"].values():
        rows = block.strip().splitlines()
        out.append(("report", "\n".join(r for r in rows if not r.startswith("- ")), [r[2:] for r in rows if r.startswith("- ")]))
    return out


def commitment(holder: dict) -> str:
    return f"{holder['certainty']}{holder['polarity'] or ''}"


def parts(event: dict) -> list[str]:
    """Type, sides, and the fields of an event as a line gives them."""
    sources = " > ".join(f"{s['name'] or '~'} {s['link']} {commitment(s)}" for s in event["sources"])
    sides = f"{who(event['actors'])} > {who(event['recipients'])}".strip()
    return [event["type"] + ("/" + event["mode"] if event["mode"] else ""), sides, event["standing"], f"{event['modality']} {event['polarity']}", commitment(event["author"]), sources]


def shown(event: dict) -> str:
    type_, sides, *rest = parts(event)
    return f"{type_}: " + " | ".join([sides, *rest]).removesuffix(" | ")


def wanted(line: str) -> list[str]:
    head, *rest = line.split(" | ")
    type_, _, sides = head.partition(": ")
    return [type_, sides, *rest, *[""] * (4 - len(rest))]


def agreement(event: dict, line: str) -> list[bool]:
    """Which FIELDS of an event are as the line says; none where its type is another."""
    mine, theirs = parts(event), wanted(line)
    if theirs[0] not in (mine[0], event["type"]):
        return [False] * len(FIELDS)
    return [a == b for a, b in zip(mine[1:], theirs[1:])]


def compared(events: list[dict], lines: list[str]) -> tuple[list[tuple[str, dict | None, list[bool]]], list[dict]]:
    """(line, event or None, agreement) for each line, and the events of the lines' types that no line wants."""
    types = {wanted(line)[0].partition("/")[0] for line in lines}
    left = [e for e in events if e["type"] in types]
    pairs = sorted(((sum(agreement(e, line)), agreement(e, line)[0], -i, -j) for i, line in enumerate(lines) for j, e in enumerate(left)), reverse=True)
    taken: dict[int, int] = {}
    for score, sides, i, j in pairs:
        if score and -i not in taken and -j not in taken.values() and (sides or score >= 3):
            taken[-i] = -j
    rows = [(line, left[taken[i]], agreement(left[taken[i]], line)) if i in taken else (line, None, [False] * len(FIELDS)) for i, line in enumerate(lines)]
    return rows, [e for j, e in enumerate(left) if j not in taken.values()]


class Score:
    """Counts over cases: events wanted and found, and those right by field, by construction and by half."""

    def __init__(self, code):
        self.total, self.right, self.fields, self.halves = Counter(), Counter(), Counter(), Counter()
        self.wrong: dict[int, list[tuple[str, list[str], list[str]]]] = defaultdict(list)
        for number, (construction, text, lines) in enumerate(cases()):
            rows, extra = compared(code(text), lines)
            kind = "report" if construction == "report" else "sentence"
            for _, event, fits in rows:
                self.total[construction] += 1
                self.right[construction] += all(fits)
                self.fields.update(f for f, good in zip(FIELDS, fits) if good)
                self.fields["found"] += event is not None
                self.halves[kind, number % 2, "all"] += 1
                self.halves[kind, number % 2, "right"] += all(fits)
            # what nobody wanted counts as one more that is wrong
            self.total[construction] += len(extra)
            self.halves[kind, number % 2, "all"] += len(extra)
            self.fields["more"] += len(extra)
            bad = [f"want {line}\n        got  {shown(e) if e else 'nothing'}" for line, e, fits in rows if not all(fits)]
            if bad or extra:
                self.wrong[number % 2].append((construction, text, bad + [f"more {shown(e)}" for e in extra]))

    def share(self, kind: str) -> float:
        """The share of right events in the sentences or in the reports."""
        return sum(self.halves[kind, h, "right"] for h in (0, 1)) / sum(self.halves[kind, h, "all"] for h in (0, 1))

    def table(self) -> str:
        wanted_ = sum(self.total.values()) - self.fields["more"]
        lines = [f"{c}: {self.right[c]} of {self.total[c]}" for c in self.total]
        lines.append(f"found {self.fields['found'] / wanted_:.3f}, " + ", ".join(f"{f} {self.fields[f] / wanted_:.3f}" for f in FIELDS) + f", more {self.fields['more']}")
        for kind in ("sentence", "report"):
            halves = [f"{self.halves[kind, h, 'right']}/{self.halves[kind, h, 'all']} = {self.halves[kind, h, 'right'] / self.halves[kind, h, 'all']:.3f}" for h in (0, 1)]
            lines.append(f"{kind}s: worked on {halves[0]}, only measured {halves[1]}, both {self.share(kind):.3f}")
        return "\n".join(lines)


@pytest.fixture(scope="module")
def score(code) -> Score:
    return Score(code)


@pytest.fixture(scope="module")
def code(coder):
    return lambda text: coder(text, published="2021-11-15").records(("events",))


def test_the_cases_are_many_and_well_formed() -> None:
    found = cases()
    sentences = [text for construction, text, _ in found if construction != "report"]
    assert len(sentences) >= 230 and len(set(sentences)) == len(sentences)
    assert len(found) - len(sentences) >= 12
    commitments = {"none", *(f"{level}{sign}" for level in ("certain", "probable", "possible") for sign in "+-")}
    for _, text, lines in found:
        assert lines, text
        for line in lines:
            _, _, standing, event, author, sources = wanted(line)
            assert standing in ("reported", "alleged", "denied", "planned", "hypothetical"), line
            assert event in [f"{m} {p}" for m in ("actual", "planned", "possible", "requested", "conditional") for p in "+-"], line
            assert author in commitments and all(s.split()[-1] in commitments and s.split()[-2] in ("first-hand", "speaker", "carrier", "hedge") for s in sources.split(" > ") if s), line


def test_events_in_sentences(score) -> None:
    assert score.share("sentence") >= FLOOR_SENTENCES, score.table()


def test_events_in_reports(score) -> None:
    assert score.share("report") >= FLOOR_REPORTS, score.table()


def test_every_construction(score) -> None:
    poor = {c: f"{score.right[c]} of {score.total[c]}" for c in score.total if score.right[c] / score.total[c] < FLOOR_CONSTRUCTION}
    assert poor == {}, score.table()


if __name__ == "__main__":
    import dragoman

    coder = dragoman.load(threads=1)
    result = Score(lambda text: coder(text, published="2021-11-15").records(("events",)))
    for half in (0, 1) if "--unseen" in sys.argv else (0,):
        for construction, text, problems in result.wrong[half]:
            print(f"[{construction}] {text}", *("    " + p for p in problems), sep="\n")
    print(result.table())
