"""Build data/model/places.txt: one-word names of places that are no names of people, to tip the scales where the network
wavers ("Rebels attacked Goma"). From dragoman/data/gazetteer (GeoNames, CC BY 4.0).

`python place_list.py --corpora DIR --facts DIR`
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from chunks import rows
from corpora import load, spans

DATA = Path(__file__).resolve().parent.parent / "dragoman/data"
LEAST = {"country": 0.0, "admin1": 0.0, "city": 4.6}  # log10 of the people who live there


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--facts", type=Path, default=Path(os.environ.get("FACTS", "../../shared/facts")))
    args = parser.parse_args()
    people: Counter[str] = Counter()
    places: Counter[str] = Counter()
    corpora = load(args.corpora)
    common: set[str] = set()
    for document in corpora.parsed + corpora.named:
        for s in document.sentences:
            common.update(w for w in s.words if w.islower())
            for begin, end, kind in spans(s.names or []):
                if kind == "PERSON":
                    people.update(s.words[begin:end])
                elif kind == "LOC" and end - begin == 1:
                    places[s.words[begin]] += 1
    for table in ("wikidata", "wikipedia"):
        for row in rows(args.facts / f"world-leaders-2021/{table}.csv"):
            people.update((row.get("officeholderLabel") or row.get("officeholderlabel") or "").replace("-", " ").split())
    found = set()
    with gzip.open(DATA / "gazetteer/entries.tsv.gz", "rt", encoding="utf-8") as file:
        for line in file:
            name, kind, *rest = line.rstrip("\n").split("\t")
            if kind in LEAST and float(rest[4] or 0) >= LEAST[kind] and name.isalpha() and name.istitle() and len(name) > 3:
                if people[name] <= places[name] and name.lower() not in common:
                    found.add(name)
    (DATA / "model/places.txt").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    print(len(found))


if __name__ == "__main__":
    main()
