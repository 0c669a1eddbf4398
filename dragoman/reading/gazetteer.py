"""The gazetteer: names of places and the entries that they may stand for.

Two text tables are kept as plain bytes: the names in byte order, each with the places in the other table where its
entries begin. A look-up bisects the bytes, so that loading costs two decompressions and no Python object is made for
an entry before somebody asks for it.
`tables/gazetteer/compile.py` builds them; `data/gazetteer/SOURCE.md` says from what.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h"}
)
_DROPPED = re.compile("['’‘ʼʻ`´ʹʺ.,]")
_GAPS = re.compile(r"[\W_]+")
_PLAIN = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")
LONGEST = 7  # words in a name
# As the press shortens them; read after a comma only.
STATE_ABBREVIATIONS = {
    "ala": "Alabama", "ariz": "Arizona", "ark": "Arkansas", "calif": "California", "colo": "Colorado",
    "conn": "Connecticut", "del": "Delaware", "fla": "Florida", "ga": "Georgia", "ill": "Illinois", "ind": "Indiana",
    "kan": "Kansas", "ky": "Kentucky", "la": "Louisiana", "md": "Maryland", "mass": "Massachusetts",
    "mich": "Michigan", "minn": "Minnesota", "miss": "Mississippi", "mo": "Missouri", "mont": "Montana",
    "neb": "Nebraska", "nev": "Nevada", "nj": "New Jersey", "nm": "New Mexico", "ny": "New York",
    "nc": "North Carolina", "nd": "North Dakota", "okla": "Oklahoma", "ore": "Oregon", "pa": "Pennsylvania",
    "ri": "Rhode Island", "sc": "South Carolina", "sd": "South Dakota", "tenn": "Tennessee", "tex": "Texas",
    "tx": "Texas", "va": "Virginia", "vt": "Vermont", "wash": "Washington", "wis": "Wisconsin", "wyo": "Wyoming",
    "ca": "California", "fl": "Florida", "il": "Illinois", "mi": "Michigan", "oh": "Ohio",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GazEntry:
    """One place. `weight` is about log10 of the population, more for capitals and countries; `quality` says how the
    name leads here: 0 its own or a well-known name, 1 a spelling variant, 2 some other recorded name."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    weight: float
    geonames_id: int | None
    quality: int = 0

    @property
    def score(self) -> float:
        """Weight less what the name's quality costs: the order in which entries come to mind."""
        return self.weight - (0.0, 0.6, 1.5)[self.quality]


def fold(name: str) -> str:
    """A name as the table keys it: no accents, case, apostrophes or full stops; hyphens are spaces."""
    lowered = name.lower()
    if _PLAIN.fullmatch(lowered):
        return lowered
    lowered = _DROPPED.sub("", lowered.translate(_LETTERS))
    # Taken apart, a letter may turn out to be a capital ("𝔄").
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", lowered).lower())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return _GAPS.sub(" ", _DROPPED.sub("", bare)).strip()


class Gazetteer:
    """Look places up by name. `load_gazetteer` gives the one that ships."""

    def __init__(self, names: bytes, entries: bytes) -> None:
        self._names = names
        self._entries = entries
        self._cache: dict[str, tuple[GazEntry, ...]] = {}

    def lookup(self, name: str) -> list[GazEntry]:
        """The places of that name, the one that comes to mind first at the front; [] for an unknown name."""
        return list(self.entries(fold(name)))

    def entries(self, key: str) -> tuple[GazEntry, ...]:
        """As `lookup`, for a name that `fold` has already folded."""
        found = self._cache.get(key)
        if found is None:
            found = self._find(key)
            if len(self._cache) > 20_000:  # a long run must not keep every word it has met
                self._cache.clear()
            self._cache[key] = found
        return found

    def _find(self, key: str) -> tuple[GazEntry, ...]:
        if not key:
            return ()
        line = self._line(key.encode() + b"\t")
        if line is None:
            return ()
        found = [self._entry(int(n[:-1]), int(n[-1:])) for n in line.split(b" ")]
        return tuple(sorted(found, key=lambda e: (-e.score, e.kind, e.geonames_id or 0, e.name)))

    def _line(self, prefix: bytes) -> bytes | None:
        """What follows `prefix` in the line of the names that begins with it."""
        names = self._names
        low, high = 0, len(names)
        while low < high:
            start = names.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = names.find(b"\n", start)
            end = len(names) if end < 0 else end
            if names.startswith(prefix, start, end):
                return names[start + len(prefix) : end]
            if names[start:end] < prefix:
                low = end + 1
            else:
                high = start
        return None

    def _entry(self, at: int, quality: int) -> GazEntry:
        end = self._entries.find(b"\n", at)
        line = self._entries[at : end if end >= 0 else len(self._entries)]
        name, kind, country, admin1, lat, lon, weight, key = line.decode().split("\t")
        return GazEntry(
            name=name,
            kind=kind,
            country=country or None,
            admin1=admin1 or None,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            weight=float(weight),
            geonames_id=int(key) if key else None,
            quality=quality,
        )

    def longest_match(self, tokens: Sequence[str], i: int) -> tuple[int, list[GazEntry]] | None:
        """The longest name that the tokens from i on spell, as (token after it, its places); None if there is none."""
        pieces = [fold(token) for token in tokens[i : i + 2 * LONGEST]]
        for end in range(len(pieces), 0, -1):
            if not pieces[end - 1]:
                continue
            found = self.entries(" ".join(piece for piece in pieces[:end] if piece))
            if found:
                return i + end, list(found)
        return None


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with the program, read once."""
    folder = files("dragoman").joinpath("data/gazetteer")
    names = gzip.decompress(folder.joinpath("names.tsv.gz").read_bytes())
    entries = gzip.decompress(folder.joinpath("entries.tsv.gz").read_bytes())
    return Gazetteer(names.rstrip(b"\n"), entries.rstrip(b"\n"))


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Folded demonym -> ISO 3 country, "" for a people of no one country."""
    text = files("dragoman").joinpath("data/gazetteer/demonyms.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line)
    return {fold(word): country for country, words in rows for word in words.split()}


@lru_cache(maxsize=1)
def not_places() -> frozenset[str]:
    """Folded words that hardly ever mean the place that bears their name."""
    text = files("dragoman").joinpath("data/gazetteer/not_places.txt").read_text(encoding="utf-8")
    return frozenset(fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())
