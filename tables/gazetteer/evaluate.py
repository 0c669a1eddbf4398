"""Score `find_places` against a gold file of places in news reports.

    python tables/gazetteer/evaluate.py GOLD.jsonl [--blank] [--show N]

GOLD has one report a line: `text`, and `places` with `start`, `end`, `lat`, `lon`. Recognition counts a gold place as
found when a mention overlaps it, and a mention as right when it overlaps a gold place; exact counts equal bounds.
Accuracy@161km is the share of found gold places that resolve to within 161 km (100 miles); over all gold places it
also counts those not found.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dragoman.reading.places import find_places


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def language(blank: bool):
    """The shipped language model, or a bare tokeniser."""
    if blank:
        import spacy

        return spacy.blank("en")
    from dragoman.reading.model import load_language

    return load_language()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--blank", action="store_true", help="without the language model")
    parser.add_argument("--show", type=int, default=0, help="print the N commonest errors of each sort")
    options = parser.parse_args()
    nlp = language(options.blank)
    gold = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    found = right = exact = total = mentions = near = 0
    spent = 0.0
    distances: list[float] = []
    missed, spurious, far = Counter(), Counter(), Counter()
    for row in gold:
        doc = nlp(row["text"])
        begin = time.perf_counter()
        places = [m.place for m in find_places(doc)]
        spent += time.perf_counter() - begin
        mentions += len(places)
        total += len(row["places"])
        spans = {(p["start"], p["end"]) for p in row["places"]}
        exact += sum((p.start, p.end) in spans for p in places)
        for p in places:
            if any(p.start < end and start < p.end for start, end in spans):
                right += 1
            else:
                spurious[p.text] += 1
        for g in row["places"]:
            over = [p for p in places if p.start < g["end"] and g["start"] < p.end]
            if not over:
                missed[g["text"]] += 1
                continue
            found += 1
            p = next((p for p in over if (p.start, p.end) == (g["start"], g["end"])), over[0])
            if p.lat is None or p.lon is None:
                far[f"{g['text']} -> unresolved ({p.text})"] += 1
                continue
            distance = kilometres((p.lat, p.lon), (g["lat"], g["lon"]))
            distances.append(distance)
            if distance <= 161:
                near += 1
            else:
                far[f"{g['text']} -> {p.name} {p.kind} {p.country} {distance:.0f} km"] += 1

    def f1(hits: int, hits_gold: int) -> str:
        precision, recall = hits / max(mentions, 1), hits_gold / total
        return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f}"

    print(f"{len(gold)} reports, {total} gold places, {mentions} mentions, {spent * 1000 / len(gold):.1f} ms a report")
    print("recognition, overlap:", f1(right, found))
    print("recognition, exact:  ", f1(exact, exact))
    print(f"accuracy@161km: {near / max(found, 1):.3f} of found, {near / total:.3f} of all")
    if distances:
        print(f"median error {sorted(distances)[len(distances) // 2]:.1f} km")
    for title, counter in (("missed", missed), ("spurious", spurious), ("far", far)):
        if options.show:
            print(f"-- {title} ({sum(counter.values())})")
            for text, count in counter.most_common(options.show):
                print(f"   {count}  {text}")


if __name__ == "__main__":
    main()
