"""Pronouns and short descriptions in our own news reports: how many get the actors that they stand for.

`coreference_cases.tsv`: reports with marked mentions. Those on odd places of the list were looked at while the resolver
was made, those on even places were only counted.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.actors.table import fold

CASES = Path(__file__).with_name("coreference_cases.tsv")
MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
PRONOUNS = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves both i me my mine myself we us our ours ourselves".split())


class Marked(NamedTuple):
    """One marked mention: where it begins in the plain text, its words and the sets of actors that are right."""

    start: int
    words: str
    right: tuple[frozenset[str], ...]


class Report(NamedTuple):
    name: str
    text: str
    marked: tuple[Marked, ...]


def reports() -> list[Report]:
    """The cases in the order of the file."""
    out = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, text = line.split("\t")
        plain, at, marked = "", 0, []
        for m in MARK.finditer(text):
            plain += text[at : m.start()]
            choices = tuple(frozenset() if c == "-" else frozenset(c.split(";")) for c in m.group(2).split("/"))
            marked.append(Marked(len(plain), m.group(1), choices))
            plain += m.group(1)
            at = m.end()
        out.append(Report(name, (plain + text[at:]).rstrip(), tuple(marked)))
    return out


def is_it(actor, wanted: str) -> bool:
    """Whether an actor is the one that a case wants: by id or name, for actors outside the table also by words of the name."""
    if wanted == actor.id or fold(wanted) == fold(actor.name or ""):
        return True
    words = f" {fold(wanted)} "
    return (actor.id is None or (":" in actor.id and not actor.id.startswith("Q"))) and words in f" {fold(actor.name or '')} "


def is_right(found: list, choice: frozenset[str]) -> bool:
    return len(found) == len(choice) and all(any(is_it(a, w) for a in found) for w in choice)


def outcome(found: list, right: tuple[frozenset[str], ...]) -> str:
    """"right", "nobody" (rightly), "wrong" (somebody else), "missed" (nobody where there is somebody)."""
    if any(is_right(found, choice) for choice in right):
        return "right" if found else "nobody"
    return "wrong" if found else "missed"


class Score(NamedTuple):
    accuracy: float
    precision: float
    recall: float
    marks: int


def score(outcomes: list[str]) -> Score:
    """Of all marks how many are as they should be; of those given somebody how many rightly; of somebodies how many found."""
    count = {o: outcomes.count(o) for o in ("right", "nobody", "wrong", "missed")}
    given = count["right"] + count["wrong"]
    return Score((count["right"] + count["nobody"]) / len(outcomes), count["right"] / max(given, 1), 0.0, len(outcomes))
