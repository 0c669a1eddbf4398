"""Build data/model/lexicon.txt: for words that names are made of, which names: bits of encoder.LEXICON, one `word bits` a line.

Given names and family names from Faker's lists (MIT) for some fifty countries, and of the people in our actor table; places from
dragoman/data/gazetteer (GeoNames, CC BY 4.0); organizations, armed groups, parties and media of one word from dragoman/data/actors.
`python lexicon.py --corpora DIR`
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import os
import pkgutil
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import held_out, read_conllu

from dragoman.reading.encoder import LEXICON

DATA = Path(__file__).resolve().parent.parent / "dragoman/data"
FILE = DATA / "model/lexicon.txt"
LEAST = {"country": 0.0, "admin1": 0.0, "region": 0.0, "sea": 0.0, "city": 4.2}  # log10 of the people who live there
COMMON = 12  # a word that the treebanks have as often in small letters is none of a name's


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    bits: dict[str, int] = {}

    def add(kind: str, word: str) -> None:
        if len(word) > 1 and word[:1].isupper() and word.replace("-", "").replace("'", "").replace("’", "").isalpha():
            bits[word.lower()] = bits.get(word.lower(), 0) | 1 << LEXICON.index(kind)

    import faker.providers.person as person

    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            kind = "given" if attribute.startswith("first_") else "family" if attribute.startswith("last_") else None
            values = getattr(provider, attribute)
            if kind and isinstance(values, (tuple, list, dict)):
                for value in values:
                    if isinstance(value, str) and " " not in value:
                        add(kind, value)
    with gzip.open(DATA / "gazetteer/entries.tsv.gz", "rt", encoding="utf-8") as file:
        for line in file:
            name, kind, *rest = line.rstrip("\n").split("\t")
            if kind in LEAST and float(rest[4] or 0) >= LEAST[kind] and " " not in name:
                add("place", name)
    from dragoman.actors.table import load_table

    for entry in load_table():
        if entry.kind == "person":
            words = entry.name.split()
            if len(words) > 1:
                add("given", words[0])
                add("family", words[-1])
        elif entry.kind in ("group", "media", "party", "mnc", "igo", "ngo", "organ"):
            for name in entry.names:
                if " " not in name.text and name.form in ("name", "alias", "acronym"):
                    add("body", name.text)
        elif entry.kind == "country":
            for name in entry.names:
                if " " not in name.text and name.form in ("name", "alias", "acronym", "metonym"):
                    add("place", name.text)
    small: Counter[str] = Counter()
    for path in (args.corpora / "ud-ewt/en_ewt-ud-train.rebuilt.conllu", *sorted((args.corpora / "gum/dep-open").glob("*.conllu"))):
        if path.stem in held_out(args.corpora):
            continue
        small.update(w for d in read_conllu(path) for s in d.sentences for w in s.words if w.islower())
    kept = {word: b for word, b in bits.items() if small[word] < COMMON}
    args.out.write_text("".join(f"{word} {b}\n" for word, b in sorted(kept.items())), encoding="utf-8")
    print(f"{len(kept)} words, " + ", ".join(f"{kind} {sum(b >> i & 1 for b in kept.values())}" for i, kind in enumerate(LEXICON)))


if __name__ == "__main__":
    main()
