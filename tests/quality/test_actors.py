"""Who is meant: the marked mentions of `actor_cases.tsv`, scored by kind. Floors may be raised, not lowered.

Even cases were looked at while rules were written; odd ones only measured.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.actors.table import fold

FLOORS = {0: 0.965, 1: 0.905}
KIND_FLOORS = {
    "namesake": 0.97, "metonym": 0.94, "by-country": 0.72, "acronym": 0.84, "person": 0.97, "title": 0.91, "demonym": 0.97, "organ": 0.95,
    "group-in": 0.85, "unnamed": 0.95, "list": 0.88, "past-state": 0.9, "vague": 0.88,
}  # fmt: skip
MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
ANSWER = re.compile(r"(?P<who>[^@(]+?)??(?:@(?P<country>[A-Z]{3}|-))?(?:/(?P<sectors>[A-Z,]+|-))?(?: \((?P<role>.+)\))?$")
ID = re.compile(r"[A-Z]{3}(:.+)?$|Q\d+$|[a-z]+:.+")


@dataclass(frozen=True)
class Case:
    number: int
    kind: str
    published: str
    text: str
    marks: tuple[tuple[int, int, str], ...]  # start, end, the answers


def read_cases() -> list[Case]:
    """The cases of the file in order, with the marks taken out of their texts."""
    cases = []
    for line in (Path(__file__).parent / "actor_cases.tsv").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        kind, published, marked = line.split("\t")
        text, marks, at = "", [], 0
        for m in MARK.finditer(marked):
            text += marked[at : m.start()]
            marks.append((len(text), len(text) + len(m[1]), m[2]))
            text, at = text + m[1], m.end()
        cases.append(Case(len(cases), kind, published or "2021-11-15", text + marked[at:], tuple(marks)))
    return cases


def mentions_at(records: list[dict], start: int, end: int) -> list[dict]:
    """The mention records of a marked span: those of exactly its words but an article, else those that end with it."""
    same_end = [m for m in records if m["end"] == end and m["start"] < end]
    inside = [m for m in same_end if m["start"] >= start]
    if inside:
        first = min(m["start"] for m in inside)
        return [m for m in inside if m["start"] == first]
    if same_end:
        return same_end[:1]
    return [m for m in records if m["start"] <= start and m["end"] > end][:1]


def fits(m: dict, answer: str) -> bool:
    """Whether a mention record is as one answer says."""
    parts = ANSWER.match(answer)
    assert parts, answer
    who, country, sectors, role = parts["who"], parts["country"], parts["sectors"], parts["role"]
    if who is not None:
        if ID.match(who):
            good = m["id"] == who
        else:
            good = fold(m["name"] or "") == fold(who)
    else:
        # Described, not named: no state and no person of the table.
        good = m["id"] is None or (":" in m["id"] and not m["id"].startswith(("p:", "g:", "d:")))
    if country is not None:
        good = good and (m["country"] or "-") == country
    if sectors is not None:
        good = good and set(m["sectors"]) == (set() if sectors == "-" else set(sectors.split(",")))
    if role is not None:
        good = good and (m["role"] or "-") == role
    return good


def right(records: list[dict], start: int, end: int, answers: str) -> bool:
    """Whether the mentions at a marked span are those of one of its answers."""
    found = mentions_at(records, start, end)
    for answer in answers.split(" or "):
        wanted = answer.split(" + ")
        if wanted == ["~"]:
            if not found or all(m["id"] is None and m["country"] is None and not m["sectors"] and m["role"] is None and m["via"] == "noun" for m in found):
                return True
        elif len(found) == len(wanted) and all(fits(m, w) for m, w in zip(found, wanted, strict=True)):
            return True
    return False


def measure(coder) -> dict[Case, list[bool]]:
    """For each case, whether each of its marks is right."""
    out = {}
    for case in read_cases():
        records = coder(case.text, published=case.published).records(("mentions",))
        out[case] = [right(records, *mark) for mark in case.marks]
    return out


@pytest.fixture(scope="module")
def outcome(coder) -> dict[Case, list[bool]]:
    return measure(coder)


@pytest.mark.parametrize("half", FLOORS, ids=("even", "odd"))
def test_the_share_of_mentions_that_is_right(outcome, half: int) -> None:
    marks = [good for case, goods in outcome.items() if case.number % 2 == half for good in goods]
    assert sum(marks) / len(marks) >= FLOORS[half]


def test_every_kind_holds_its_floor(outcome) -> None:
    by_kind = defaultdict(list)
    for case, goods in outcome.items():
        by_kind[case.kind] += goods
    low = {k: sum(g) / len(g) for k, g in by_kind.items() if sum(g) / len(g) < KIND_FLOORS.get(k, 0.0)}
    assert not low, f"below the floor: {low}"


def test_the_cases_are_many_and_own_shapes() -> None:
    cases = read_cases()
    assert len(cases) >= 350 and len({c.text for c in cases}) == len(cases)
    assert min(Counter(c.kind for c in cases).values()) >= 10


if __name__ == "__main__":
    import sys

    import dragoman

    coder = dragoman.load()
    halves, kinds = defaultdict(list), defaultdict(lambda: ([], []))
    for case, goods in measure(coder).items():
        halves[case.number % 2] += goods
        kinds[case.kind][case.number % 2].extend(goods)
        if case.number % 2 == 0 and not all(goods) and "-q" not in sys.argv:
            records = coder(case.text, published=case.published).records(("mentions",))
            print(case.number, case.kind, case.published, case.text)
            for mark, good in zip(case.marks, goods, strict=True):
                if not good:
                    got = [(m["id"], m["name"], m["country"], ",".join(m["sectors"]), m["role"], m["via"]) for m in mentions_at(records, *mark[:2])]
                    print(f"    {case.text[mark[0] : mark[1]]!r}: want {mark[2]}; got {got}")
    for kind, (even, odd) in kinds.items():
        print(f"{kind:12} even {sum(even)}/{len(even)} odd {sum(odd)}/{len(odd)} both {(sum(even) + sum(odd)) / (len(even) + len(odd)):.2f}")
    for half, goods in sorted(halves.items()):
        print(("even", "odd")[half], f"{sum(goods)} of {len(goods)}, {sum(goods) / len(goods):.3f}")
