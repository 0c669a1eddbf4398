"""Statements beside GUM's attribution relations: are cue, source and content found?

    python bench/attribution.py FOLDER [--genre news] [--only DOCS.txt] [--misses]

FOLDER: GUM's `.conllu` files, whose `Discourse=` marks where elementary discourse units (EDUs) begin and how they relate
(RST; Zeldes 2017). An attribution relation joins the unit that says who says so ("the minister said") to the unit said;
its signals `sem-atsrc` name the source's tokens. Read end to end from the plain text, with paragraphs as GUM has them.

Of every gold relation: `found` (a statement has its cue in the saying unit and its content covers four fifths of the said
one), `cue` (a statement has its cue there), `source` (of those with a source signalled, and found: the speaker shares a
token). `precision`: of the statements by a clause whose content holds a whole unit, those whose cue is in a saying unit or
content in a said one. GUM leaves out contents below the clause. Credits of photographs (in its figures) are no statements here.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path

import dragoman


@dataclass
class Document:
    """Text of one document; `units`: EDU number -> (start, end) characters; `relations`: (saying, said, source spans)."""

    name: str
    text: str
    units: dict[int, tuple[int, int]]
    relations: list[tuple[int, int, list[tuple[int, int]]]]
    published: str | None


def read_document(path: Path) -> Document:
    """One GUM file, paragraphs joined by empty lines."""
    text, places, starts, signals, published = "", [], {}, [], None
    space, fresh, figure = "", True, False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar"):
            fresh = True
        if line.startswith("# newpar_block"):
            figure = "figure" in line or "caption" in line
        elif match := re.match(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)", line):
            published = match[1]
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        if fresh and text:
            space = "\n\n"
        text += space + cells[1]
        fresh = False
        places.append((len(text) - len(cells[1]), len(text)))
        space = "" if "SpaceAfter=No" in cells[9] else " "
        for found in re.finditer(r"(?:Discourse=|;)([a-z-]+(?:_m)?):(\d+)(?:->(\d+))?:\d+:?([^|;]*)", cells[9]):
            starts[int(found[2])] = len(places) - 1
            if found[1].startswith("attribution-") and not figure:
                tokens = [int(t) - 1 for group in re.findall(r"sem-atsrc-([\d,-]+)-", found[4]) for t in _numbers(group)]
                signals.append((int(found[2]), int(found[3]), tokens))
        if "Discourse=ROOT:" in cells[9]:
            starts[int(re.search(r"ROOT:(\d+)", cells[9])[1])] = len(places) - 1
    order = sorted(starts.items(), key=lambda each: each[1])
    ends = [start for _, start in order[1:]] + [len(places)]
    units = {unit: (places[start][0], places[end - 1][1]) for (unit, start), end in zip(order, ends, strict=True)}
    # "that" opens the unit said, and not our content
    units = {unit: (start + 5 if text[start:end].lower().startswith("that ") and end - start > 5 else start, end) for unit, (start, end) in units.items()}
    relations = [(a, b, [places[t] for t in tokens if t < len(places)]) for a, b, tokens in signals]
    return Document(path.stem, text, units, relations, published)


def _numbers(group: str) -> list[int]:
    found: list[int] = []
    for part in group.split(","):
        ends = [int(x) for x in part.split("-") if x]
        found.extend(range(ends[0], ends[-1] + 1) if ends else [])
    return found


def covered(inner: tuple[int, int], outer: list[tuple[int, int]]) -> float:
    """The share of the characters of `inner` that the spans cover."""
    inside = sum(max(0, min(inner[1], e) - max(inner[0], s)) for s, e in outer)
    return inside / max(1, inner[1] - inner[0])


def score(document: Document, statements, misses: bool) -> dict[str, int]:
    """Counts for one document. `statements`: its Statement records."""
    text, units = document.text, document.units
    count = dict.fromkeys(("gold", "found", "cue", "content", "sourced", "source", "said", "right"), 0)
    for saying, said, sources in document.relations:
        if saying not in units or said not in units:
            continue
        count["gold"] += 1
        start, end = units[saying]
        here = [s for s in statements if s.cue is not None and start <= s.cue.start < end]
        ours = [s for s in here if covered(units[said], [(s.content.start, s.content.end)]) >= 0.8]
        count["cue"] += bool(here)
        count["found"] += bool(ours)
        anyone = [s for s in statements if covered(units[said], [(s.content.start, s.content.end)]) >= 0.8]
        count["content"] += bool(anyone)
        if sources and ours:
            count["sourced"] += 1
            speakers = [s.speaker for s in ours if s.speaker is not None]
            count["source"] += any(a.start < e and b < a.end for a in speakers for b, e in sources)
        if misses and not ours:
            print(f"{document.name}\t{'content' if anyone else 'cue' if here else 'none'}\t{text[start:end]!r} -> {text[slice(*units[said])]!r}")
    saying_units = [units[a] for a, _, _ in document.relations if a in units]
    said_units = [units[b] for _, b, _ in document.relations if b in units]
    for s in statements:
        whole = any(covered(u, [(s.content.start, s.content.end)]) > 0.95 for u in units.values())
        if s.cue is None or not whole:
            continue
        count["said"] += 1
        right = any(a <= s.cue.start < b for a, b in saying_units) or any(covered(u, [(s.content.start, s.content.end)]) >= 0.8 for u in said_units)
        count["right"] += right
        if misses and not right:
            print(f"{document.name}\textra\t{s.speaker.text if s.speaker else None} | {s.cue.text} | {s.content.text!r}")
    return count


def main() -> None:
    """Print the shares as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--genre", default="news", help="documents GUM_GENRE_*")
    parser.add_argument("--only", type=Path, help="a file with the names of the documents to read")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was too much")
    args = parser.parse_args()
    coder = dragoman.load(threads=1)
    total: dict[str, int] = {}
    wanted = set(args.only.read_text().split()) if args.only else None
    for path in sorted(args.folder.glob(f"GUM_{args.genre}_*.conllu")):
        if wanted is not None and path.stem not in wanted:
            continue
        document = read_document(path)
        result = coder(document.text, published=document.published)
        assert result.article.text == document.text, path
        for key, value in score(document, result.statements, args.misses).items():
            total[key] = total.get(key, 0) + value
    share = lambda a, b: round(total[a] / max(1, total[b]), 3)  # noqa: E731
    print(json.dumps({"found": share("found", "gold"), "cue": share("cue", "gold"), "content": share("content", "gold"), "source": share("source", "sourced"), "precision": share("right", "said"), "relations": total["gold"], "statements": total["said"]}))


if __name__ == "__main__":
    main()
