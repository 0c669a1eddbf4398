"""What pronoun resolution is measured and trained on: our own reports, GAP and OntoGUM, each read into plain records.

GAP (Webster et al., 2018): Apache-2.0. OntoGUM (Zhu et al., 2021): annotations CC BY 4.0; its layer `coref-ontogum-conll-open`
has no texts, so they are put together again from the trees in `dep-open`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dragoman.actors.table import fold, load_table

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests/quality/coreference_cases.tsv"
PUBLISHED = "2021-11-15"
MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
PRONOUNS = frozenset("he him his himself she her hers herself it its itself they them their theirs themselves both i me my mine myself we us our ours ourselves".split())


class Marked(NamedTuple):
    """One marked mention: where it begins in the plain text, its words and the sets of actors that are right."""

    start: int
    words: str
    right: tuple[frozenset[str], ...]

    @property
    def pronoun(self) -> bool:
        return self.words.lower() in PRONOUNS


class Report(NamedTuple):
    name: str
    text: str
    marked: tuple[Marked, ...]


def reports(path: Path = CASES) -> list[Report]:
    """Our own reports in the order of the file: odd places are for developing, even ones only measured."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
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
    """Whether an actor is the one that a case wants: by id or any name; outside the table also by words of the name."""
    if wanted == actor.id or fold(wanted) == fold(actor.name or ""):
        return True
    entry = load_table().get(actor.id) if actor.id is not None else None
    if entry is not None and any(fold(n.text) == fold(wanted) for n in entry.names if n.form != "metonym"):
        return True
    # a country's body may be marked by its noun alone ("police")
    names = [actor.name or ""] if actor.id is None else [n.text for n in entry.names] if entry is not None and entry.kind == "organ" else []
    return any(f" {fold(wanted)} " in f" {fold(name)} " for name in names)


def outcome(found: tuple, right: tuple[frozenset[str], ...]) -> str:
    """ "right", "nobody" (rightly), "wrong" (somebody else) or "missed" (nobody where there is somebody)."""
    for choice in right:
        if len(found) == len(choice) and all(any(is_it(a, w) for a in found) for w in choice):
            return "right" if found else "nobody"
    return "wrong" if found else "missed"


class Pair(NamedTuple):
    """One example of GAP: a pronoun and two names by offset, and whether each is who is meant."""

    name: str
    text: str
    pronoun: str
    at: int
    names: tuple[tuple[int, int], tuple[int, int]]
    right: tuple[bool, bool]


def gap(path: Path) -> list[Pair]:
    """The examples of a file of GAP."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Pair(
            r["ID"], r["Text"], r["Pronoun"], int(r["Pronoun-offset"]),
            tuple((int(r[f"{x}-offset"]), int(r[f"{x}-offset"]) + len(r[x])) for x in "AB"), (r["A-coref"] == "TRUE", r["B-coref"] == "TRUE"),
        )
        for r in rows
    ]  # fmt: skip


@dataclass
class Chains:
    """One document of OntoGUM. `chains`: for each entity its mentions as (start, end, head) characters of the text."""

    name: str
    text: str
    chains: list[list[tuple[int, int, int]]]


def split_of(folder: Path) -> dict[str, str]:
    """Document -> split, from `splits.md` above the layer's folder."""
    out, split = {}, ""
    for line in (folder.parent / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            split = line[3:].strip()
        elif line.strip().startswith("* "):
            out[line.strip()[2:]] = split
    return out


def gum(folder: Path, splits: frozenset[str], genres: frozenset[str] | None = None) -> Iterator[Chains]:
    """The documents of the splits (and genres, None: all) of OntoGUM, whose layer is at `folder`."""
    where = split_of(folder)
    for path in sorted(folder.glob("GUM_*.conll")):
        if where.get(path.stem) in splits and (genres is None or path.stem.split("_")[1] in genres):
            yield _document(path, folder.parent / "dep-open" / f"{path.stem}.conllu")


def _document(path: Path, trees: Path) -> Chains:
    text, tokens, base = "", [], 0  # tokens: (start, end, head token)
    for block in trees.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newpar") for line in lines) and text:
            text = text.rstrip() + "\n\n"
        after: dict[int, bool] = {}  # last word of a contraction -> whether a space follows
        inside: set[int] = set()
        for line in lines:
            columns = line.split("\t")
            if len(columns) == 10 and "-" in columns[0]:
                a, b = map(int, columns[0].split("-"))
                inside |= set(range(a, b))
                after[b] = "SpaceAfter=No" not in columns[9]
        base = len(tokens)
        for line in lines:
            columns = line.split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                number = int(columns[0])
                tokens.append((len(text), len(text) + len(columns[1]), base + int(columns[6]) - 1 if columns[6] != "0" else -1))
                space = number not in inside and after.get(number, "SpaceAfter=No" not in columns[9])
                text += columns[1] + (" " if space else "")
    opened: dict[str, list[int]] = {}
    chains: dict[str, list[tuple[int, int, int]]] = {}
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for at, row in enumerate(rows):
        for opens, name, closes in re.findall(r"(\()?(\d+)(\))?", row[2]):
            if opens:
                opened.setdefault(name, []).append(at)
            if closes:
                start = opened[name].pop()
                head = next(t for t in range(start, at + 1) if not start <= tokens[t][2] <= at)
                chains.setdefault(name, []).append((tokens[start][0], tokens[at][1], tokens[head][0]))
    assert len(rows) == len(tokens), path
    return Chains(path.stem, text.rstrip(), list(chains.values()))
