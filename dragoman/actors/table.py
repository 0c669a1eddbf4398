"""The actor table: names to actors with dates, compiled by `tables/actors/compile.py`.

The table is read once (well under a third of a second) and its rows are parsed only when somebody asks for them.
Matching is exact on folded words: `fold()` takes away case, diacritics and punctuation and nothing else.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["ActorTable", "Entry", "Name", "Office", "Role", "SectorNoun", "fold", "load_table", "within"]

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th",
        "Þ": "th", "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h",
        "ŋ": "n", "ĸ": "k", "ŧ": "t", "Ŧ": "t",
    }
)  # fmt: skip
# Taken out without leaving a gap, so that "U.S." is "us" and "Da'esh" is "daesh".
_JOINED = re.compile("[.'’‘ʼʻʿʾ`´′·]")
_GAPS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The form in which names are compared: lower case, no diacritics, words joined by single spaces.

    >>> fold("Mevlüt  Çavuşoğlu"), fold("al-Assad"), fold("U.S."), fold("Da'esh")
    ('mevlut cavusoglu', 'al assad', 'us', 'daesh')
    """
    if text.isascii():
        return _GAPS.sub(" ", _JOINED.sub("", text)).strip().casefold()
    # Case goes twice: taking marks off can uncover letters that still have a lower case of their own.
    text = _strip_marks(_strip_marks(text).casefold()).casefold().translate(_LETTERS)
    return " ".join(_GAPS.sub(" ", _JOINED.sub("", text)).split())


def _strip_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).translate(_LETTERS)


def _surface(text: str) -> str:
    """As `fold`, but with case kept: what names that depend on case are compared by."""
    return " ".join(_GAPS.sub(" ", _JOINED.sub("", _strip_marks(text))).split())


def within(date: str, from_: str | None, to: str | None) -> bool:
    """Whether an ISO date lies in an inclusive interval whose ends may be days, months or years, or open."""
    if from_ and date[: len(from_)] < from_:
        return False
    return not (to and date[: len(to)] > to)


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry. `form`: name | alias | acronym | family | demonym | adjective | metonym.

    `case`: 0 any case will do; 1 needs a capital ("Turkey", not "turkey"); 2 exactly as written ("WHO", not "Who").
    """

    text: str
    form: str
    case: int = 0
    valid_from: str | None = None
    valid_to: str | None = None

    @property
    def case_sensitive(self) -> bool:
        """True where the name is an ordinary word too, so that its capitals matter."""
        return self.case > 0

    def fits(self, surface: str) -> bool:
        """Whether the name may be written as `surface` (which folds to the same words)."""
        if self.case == 0:
            return True
        if self.case == 2:
            return _surface(surface) == _surface(self.text)
        return any(ch.isupper() for ch in surface) or not any(ch.isupper() for ch in self.text)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: `text` as this country says it, `normal` as all countries' offices compare."""

    text: str
    normal: str
    valid_from: str | None
    valid_to: str | None
    sectors: tuple[str, ...]
    rank: int  # 0 heads of state and government, 1 the great ministries, 2 other offices, 3 no office of a state
    country: str | None = None  # whom the holder stands for, where that is not the person's own country
    place: str | None = None  # id of the country, region or body that the office is of, where not `country`

    def held_on(self, date: str) -> bool:
        """Whether the office was held on the ISO date."""
        return within(date, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class Role:
    """What a title means: "top diplomat" is the role "foreign minister".

    A title that names one office of one body or country ("UN chief") has that `office` and `place`, for `holder`.
    """

    phrase: str
    normal: str
    sectors: tuple[str, ...]
    rank: int
    office: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class SectorNoun:
    """A common noun that names actors of some sector. `form`: person | collective | organ.

    `sectors` is empty where the noun alone does not tell ("leader", "group", "spokesman").
    """

    id: str
    lemma: str
    sectors: tuple[str, ...]
    form: str
    country: str | None = None  # a supranational code: "peacekeepers" are IGO


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor. `kind`: country, person, organ, group, igo, ngo, mnc, party, ethnic, religious or media."""

    id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    names: tuple[Name, ...]
    roles: tuple[Office, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    state_controlled: bool = False
    wikidata: str | None = None
    known: bool = False  # of our own tables: likelier meant than a namesake that only a source's list has

    def via(self, name: Name) -> str:
        """How a mention by that name of it leads here: name | noun ("Turkish police") | demonym | metonym."""
        if name.form == "metonym":
            return "metonym"
        if name.form in ("demonym", "adjective"):
            return "demonym"
        made = self.kind == "organ" and name.form in ("name", "alias") and " " in name.text
        # made of a country and a common noun
        return "noun" if made and name.text[:1].isupper() and name.text.rpartition(" ")[2].islower() else "name"

    def role_on(self, date: str | None) -> Office | None:
        """The highest office that the person held on the date; the later of two equal ones."""
        if date is None:
            return None
        held = [office for office in self.roles if office.held_on(date)]
        if not held:
            return None
        best = min(office.rank for office in held)
        return max((o for o in held if o.rank == best), key=lambda o: (o.valid_from or "", o.text))

    def sectors_on(self, date: str | None) -> tuple[str, ...]:
        """The sectors on the date: of the office then held, ELI after the last one or a great one, none known before or
        between."""
        if not self.roles or date is None:
            return self.sectors
        office = self.role_on(date)
        if office is not None:
            return office.sectors
        state = [o for o in self.roles if o.rank < 3]
        if any(o.rank <= 1 and o.valid_to and date[: len(o.valid_to)] > o.valid_to for o in state) or all(o.valid_to and date[: len(o.valid_to)] > o.valid_to for o in state or self.roles):
            # A rebel or an activist who led no state stays what he was.
            return ("ELI",) if state else self.sectors
        return ()

    def country_on(self, date: str | None) -> str | None:
        """The country or supranational code on the date: a UN envoy is UNO while in office."""
        office = self.role_on(date)
        return office.country if office is not None and office.country else self.country


class ActorTable:
    """The compiled table. Rows stay text until they are asked for. `label`: the user's own tables in it, for the record."""

    label = ""

    def __init__(self, entries: str, names: str, nouns: str, roles: str) -> None:
        self._rows = entries.splitlines()
        self._parsed: dict[int, Entry] = {}
        self._by_id: dict[str, int] | None = None
        # Cut at once: two cells a line, tens of thousands of lines.
        cells = names.replace("\n", "\t").split("\t")
        self._index: dict[str, str] = dict(zip(cells[::2], cells[1::2], strict=False))
        self._starts: dict[str, int] | None = None
        self._nouns: dict[str, SectorNoun] = {}
        for line in nouns.splitlines():
            lemma, sectors, country, form, *keys = line.split("\t")
            noun = SectorNoun("n:" + fold(lemma).replace(" ", "-"), lemma, _listed(sectors), form, country or None)
            for key in keys:
                self._nouns[key] = noun
        self._roles: dict[str, Role] = {}
        for line in roles.splitlines():
            phrase, normal, sectors, rank, office, place = line.split("\t")
            self._roles[phrase] = Role(phrase, normal, _listed(sectors), int(rank), office or None, place or None)
        self._homes: dict[str, dict[int, None]] | None = None
        self._holders: dict[str, dict[str, list[tuple[Entry, Office]]]] = {}
        # what a title or a noun phrase can have at its head: asked before all ways to cut a phrase are tried
        self._role_words = {word for phrase in self._roles for word in phrase.split(" ")}
        self._noun_ends = {key.rpartition(" ")[2] for key in self._nouns}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterable[Entry]:  # type: ignore[override]
        return (self._entry(number) for number in range(len(self._rows)))

    def _entry(self, number: int) -> Entry:
        entry = self._parsed.get(number)
        if entry is None:
            entry = self._parsed[number] = _parse(self._rows[number])
        return entry

    def get(self, id: str) -> Entry | None:
        """The entry of that id."""
        if self._by_id is None:
            self._by_id = {row[: row.index("\t")]: number for number, row in enumerate(self._rows)}
        number = self._by_id.get(id)
        return None if number is None else self._entry(number)

    def on(self, date: str | None) -> ActorTable:
        """The table as it reads on a date: a user's own names may be valid for a time only (`extended.py`)."""
        return self

    def matches(self, name: str) -> tuple[tuple[Entry, Name], ...]:
        """All entries with that name and the name that matched, in the table's fixed order."""
        refs = self._index.get(fold(name))
        if refs is None:
            return ()
        found = []
        for ref in refs.split(" "):
            number, _, place = ref.partition(".")
            entry = self._entry(int(number))
            matched = entry.names[int(place)]
            if matched.fits(name):
                found.append((entry, matched))
        return tuple(found)

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """All entries with that name, in the table's fixed order; each entry once."""
        return tuple(dict.fromkeys(entry for entry, _ in self.matches(name)))

    def family(self, name: str) -> tuple[Entry, ...]:
        """The persons who are called so for short ("Cavusoglu")."""
        return tuple(dict.fromkeys(entry for entry, form in self.matches(name) if form.form == "family"))

    def names_starting(self, token: str) -> int:
        """The number of words of the longest name that starts with the (folded) word; 0 if none does."""
        if self._starts is None:
            starts: dict[str, int] = {}
            for key in self._index:
                words = key.count(" ") + 1
                first = key.partition(" ")[0] if words > 1 else key
                if words > starts.get(first, 0):
                    starts[first] = words
            self._starts = starts
        return self._starts.get(token, 0)

    def longest_match(self, tokens: Sequence[str], i: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The longest name that starts at token `i`: how many tokens it covers, and its entries.

        Tokens may be cut anywhere: "al-Assad" and "al", "-", "Assad" match alike. A name never ends inside a token.
        """
        first = fold(tokens[i])
        if not first:
            return None
        words = first.split(" ")
        limit = self.names_starting(words[0])
        ends = [(1, len(words))]  # tokens used, words gathered
        for j in range(i + 1, len(tokens)):
            if len(words) >= limit:
                break
            more = fold(tokens[j])
            if more:
                words.extend(more.split(" "))
                ends.append((j - i + 1, len(words)))
        for length, count in reversed(ends):
            if count <= limit and " ".join(words[:count]) in self._index:
                entries = self.candidates(" ".join(tokens[i : i + length]))
                if entries:
                    return length, entries
        return None

    def demonym(self, word: str) -> str | None:
        """The country that an adjective or a people's name ("Iranian", "Turks", "Emirati") stands for."""
        for entry, name in self.matches(word):
            if entry.kind == "country" and name.form in ("demonym", "adjective"):
                return entry.id
        return None

    def noun(self, lemma: str) -> SectorNoun | None:
        """The sector noun, singular or plural, one word or a compound ("riot police")."""
        return self._nouns.get(fold(lemma))

    def nouns(self) -> tuple[SectorNoun, ...]:
        """All sector nouns, each once."""
        return tuple(dict.fromkeys(self._nouns.values()))

    def may_head(self, word: str, lemma: str) -> tuple[bool, bool]:
        """Whether a phrase with that head can be a title, and whether it can be a sector noun."""
        both = (*fold(word).split(" "), fold(lemma))
        return any(w in self._role_words for w in both), any(w in self._noun_ends for w in both)

    def role(self, phrase: str) -> Role | None:
        """The role that a title or a description of an office means."""
        return self._roles.get(fold(phrase))

    def holders(self, country: str, role: str, date: str) -> tuple[Entry, ...]:
        """All who held the role (its normal form, or the office's own words) on the date, the latest comer first."""
        found = []
        wanted = fold(role)
        for entry, office in self._offices(country).get(wanted, ()):
            if office.held_on(date):
                found.append((office.valid_from or "", entry))
        # Two passes: ids ascending, then (stable) the latest start first.
        found.sort(key=lambda pair: pair[1].id)
        found.sort(key=lambda pair: pair[0], reverse=True)
        return tuple(dict.fromkeys(entry for _, entry in found))

    def _offices(self, country: str) -> dict[str, list[tuple[Entry, Office]]]:
        """The offices held in a country, by their names; only its rows are parsed."""
        offices = self._holders.get(country)
        if offices is None:
            if self._homes is None:
                self._homes = _places(self._rows)
            offices = self._holders[country] = {}
            for number in self._homes.get(country, ()):
                entry = self._entry(number)
                for office in entry.roles:
                    if (office.place or office.country or entry.country) == country:
                        for key in {fold(office.normal), fold(office.text)}:
                            offices.setdefault(key, []).append((entry, office))
        return offices

    def holder(self, country: str, role: str, date: str) -> Entry | None:
        """Who held the role in the country (ISO3, or UNO, EUR, ...) on the date."""
        held = self.holders(country, role, date)
        return held[0] if held else None


def _places(rows: list[str]) -> dict[str, dict[int, None]]:
    """The rows of persons that belong to a place or have an office there."""
    found: dict[str, dict[int, None]] = {}
    for number, row in enumerate(rows):
        if "\tperson\t" in row:
            found.setdefault(row.split("\t", 4)[3], {})[number] = None
            for part in row.rpartition("\t")[2].split("|"):
                scope = part.rpartition("~")[2]
                for place in scope.split("=") if scope else ():
                    found.setdefault(place, {})[number] = None
    return found


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def _parse(row: str) -> Entry:
    """One line of entries.tsv.gz; `tables/actors/write.py` says how it is written."""
    id, name, kind, country, sectors, wikidata, from_, to, flags, names, roles = row.split("\t")
    return Entry(
        id=id,
        name=name,
        kind=kind,
        country=country or None,
        sectors=_listed(sectors),
        names=tuple(_parse_name(part) for part in names.split("|")),
        roles=tuple(_parse_office(part) for part in roles.split("|")) if roles else (),
        valid_from=from_ or None,
        valid_to=to or None,
        state_controlled="s" in flags,
        wikidata=wikidata or None,
        known="k" in flags,
    )


_FORMS = {
    "n": "name", "a": "alias", "c": "acronym", "f": "family", "d": "demonym", "j": "adjective", "m": "metonym",
}  # fmt: skip


def _parse_name(part: str) -> Name:
    text, mark, from_, to = part.split("~")
    return Name(text, _FORMS[mark[0]], int(mark[1]), from_ or None, to or None)


def _parse_office(part: str) -> Office:
    text, normal, from_, to, sectors, rank, scope = part.split("~")
    place, _, country = scope.rpartition("=")
    return Office(text, normal or text, from_ or None, to or None, _listed(sectors), int(rank), country or None, place or None)


@lru_cache(maxsize=1)
def load_table() -> ActorTable:
    """The table that ships with the program, read once."""
    folder = files("dragoman") / "data" / "actors"

    def text(name: str) -> str:
        data = (folder / name).read_bytes()
        return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")

    return ActorTable(text("entries.tsv.gz"), text("names.tsv.gz"), text("nouns.tsv"), text("roles.tsv"))
