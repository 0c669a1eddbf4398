"""Places that a report names, each resolved to an entry of the gazetteer.

First candidates: what the language model labels as a place, and capitalised words that the gazetteer knows and that
stand as a place does (after "in", before a comma and a country, ...). Then resolution: every name gets one sense in a
report, by how well known each place of that name is, by what the text says it lies in ("Paris, Texas"), by its kind
("Idlib province"), and by the countries of the other places in the report.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.reading.gazetteer import (
    STATE_ABBREVIATIONS,
    GazEntry,
    Gazetteer,
    demonyms,
    fold,
    load_gazetteer,
    not_places,
)
from dragoman.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACE_LABELS = frozenset({"LOC", "GPE", "FAC", "LOCATION", "PLACE"})
_OTHER_LABELS = frozenset(
    {"PERSON", "PER", "ORG", "NORP", "MISC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE"}
)
_LINKS = frozenset(
    "of the and de la el al du des da do dos di del ez au ad an ar as az et ibn bin le les sur en upon on under aux y - ' ’ "
    "– . St. an- al- ash".split()
)
_ARTICLES = frozenset({"al", "el", "ad", "as", "ar", "ez", "ash", "an", "az", "at"})
_TAILS = frozenset(
    "peninsula strip air base airbase airport airfield crossing border camp refugee dam canal valley desert mountains "
    "basin delta region heights corridor plant nuclear power hospital prison mosque compound naval facility enclave "
    "exclave plateau gorge river".split()
)
_LOCATIVE = frozenset(
    "in at near from to into inside outside around across toward towards through throughout between within over off "
    "above below beyond along via against leaving entering visited visiting reached entered left".split()
)
# Kind word -> what the place may be; the first is the best fit.
_KINDS: dict[str, tuple[str, ...]] = {
    "province": ("admin1", "admin2"),
    "governorate": ("admin1",),
    "oblast": ("admin1",),
    "state": ("admin1",),
    "prefecture": ("admin1", "admin2"),
    "department": ("admin1", "admin2"),
    "region": ("region", "admin1"),
    "territory": ("admin1", "region"),
    "emirate": ("admin1",),
    "county": ("admin2",),
    "district": ("admin2", "city"),
    "municipality": ("admin2", "city"),
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "capital": ("city",),
    "port": ("city",),
    "suburb": ("city",),
    "island": ("region", "admin1"),
    "peninsula": ("region",),
    "river": ("river",),
    "republic": ("country", "admin1"),
    "kingdom": ("country",),
}
_ORGANISATIONS = frozenset(
    "bank voice university council institute church party federation association museum academy college cathedral "
    "archbishop bishop duke prince princess earl".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central earth".split())
_TITLES = frozenset("mr mrs ms dr sir lord lady president king queen sheikh senator judge general prof".split())


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: tokens [start, end), the head token, and the record with what it resolves to."""

    start: int
    end: int
    head: int
    place: Place


@dataclass(slots=True)
class _Candidate:
    start: int
    end: int
    key: str
    entries: tuple[GazEntry, ...]
    kinds: tuple[str, ...] = ()
    kind: str | None = None  # of a place that is not in the gazetteer
    within: list[GazEntry] = field(default_factory=list)  # what the text says it lies in
    people: str | None = None  # country of a demonym before it: "the Syrian town of"


def find_places(doc: Doc, *, country_hint: str | None = None) -> list[PlaceMention]:
    """All places that a report names, in text order and without overlaps.

    Without names in `doc.ents` the gazetteer alone decides. `country_hint` (ISO 3) breaks ties between places of one
    name. A place that the model names and the gazetteer does not know has only its text.
    """
    found = _Finder(doc, load_gazetteer()).candidates()
    _link(doc, found)
    chosen = _resolve(found, _peoples(doc), country_hint)
    text, parsed = doc.text, doc.has_annotation("DEP")
    return [_mention(doc, text, parsed, c, entry) for c, entry in zip(found, chosen, strict=True)]


class _Finder:
    """Candidates of one doc."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.doc = doc
        self.gazetteer = gazetteer
        self.size = len(doc)
        self.whole = doc.text  # spaCy builds it anew at every access
        self.blocked = [False] * self.size
        self.names: dict[int, tuple[int, str]] = {}
        for ent in doc.ents:
            if ent.label_ in _PLACE_LABELS or ent.label_ in _OTHER_LABELS:
                self.names[ent.start] = (ent.end, ent.label_)
            if ent.label_ in _OTHER_LABELS:
                self.blocked[ent.start : ent.end] = [True] * (ent.end - ent.start)
        self.labelled = bool(self.names)
        self.tagged = doc.has_annotation("POS")
        self.stop = not_places()
        self.peoples = demonyms()

    def candidates(self) -> list[_Candidate]:
        found: list[_Candidate] = []
        i = 0
        while i < self.size:
            token = self.doc[i]
            if token.is_space or not (token.text[0].isupper() or token.lower_ in _ARTICLES or token.text[0] in "'‘"):
                i += 1
                continue
            here = self._border(i)
            if here is None and i in self.names:
                end, label = self.names[i]
                here = self._named(i, end) if label in _PLACE_LABELS else self._mislabelled(i, end)
            elif here is None and not self.blocked[i]:
                here = self._unlabelled(i)
            if here is None:
                i = self.names[i][0] if i in self.names and self.blocked[i] else i + 1
                continue
            found.append(here)
            i = max(here.end, i + 1)
        return found

    def _text(self, start: int, end: int) -> str:
        last = self.doc[end - 1]
        return self.whole[self.doc[start].idx : last.idx + len(last.text)]

    def _lower(self, i: int) -> str:
        return self.doc[i].lower_ if 0 <= i < self.size else ""

    def _match(self, start: int, limit: int) -> tuple[int, str, tuple[GazEntry, ...]] | None:
        """The longest name from `start`, not beyond token `limit`: (end, key, entries)."""
        end, ends = start, []
        while end < min(limit, start + 12):
            token = self.doc[end]
            lower = token.lower_
            if token.is_space or (token.text == "." and end > start):
                break
            if lower in ("'s", "’s"):
                pass  # inside a name ("People's Republic"), never its end
            elif lower.startswith(("d'", "d’", "l'", "l’")) and end > start:
                ends.append(end + 1)
            elif token.text[0].isupper() or token.text[0] in "'‘’" or token.text[0].isdigit():
                ends.append(end + 1)
            elif lower in _TAILS and end > start:
                ends.append(end + 1)
            elif lower not in _LINKS and not (lower == "," and self._lower(end + 1) in ("d.c.", "d.c")):
                break
            end += 1
        for stop in reversed(ends):
            key = fold(self._text(start, stop))
            entries = self.gazetteer.entries(key) if key else ()
            if entries:
                return stop, key, entries
        return None

    def _border(self, i: int) -> _Candidate | None:
        """The Turkish-Syrian border."""
        j = i + 1
        pieces = [self._lower(i)]
        if "-" in pieces[0] or "–" in pieces[0]:
            pieces = pieces[0].replace("–", "-").split("-")
        elif self._lower(j) in ("-", "–") and j + 1 < self.size:
            pieces.append(self._lower(j + 1))
            j += 2
        if len(pieces) != 2 or self._lower(j) not in ("border", "frontier", "borders"):
            return None
        if not all(self._country(piece) for piece in pieces):
            return None
        return _Candidate(i, j + 1, fold(self._text(i, j + 1)), (), kind="region")

    def _country(self, word: str) -> str | None:
        key = fold(word)
        if self.peoples.get(key):
            return self.peoples[key]
        entries = self.gazetteer.entries(key)
        if entries and entries[0].kind == "country":
            return entries[0].country
        return "" if key in ("afghan", "azeri") else None

    def _named(self, start: int, end: int) -> _Candidate | None:
        """A span that the model calls a place."""
        while start < end - 1 and (self._lower(start) in ("the", "a", "an") or self.doc[start].is_space):
            start += 1
        while end - 1 > start and (self._lower(end - 1) in ("'s", "’s", "'", "’", ",", ".") or self.doc[end - 1].is_space):
            end -= 1
        words = fold(self._text(start, end)).split(" ")
        if "$" in self.doc[end - 1].text or words[-1] in self.peoples or not self.doc[start].text[0].isalpha():
            return None
        if all(word in _DIRECTIONS or word in self.peoples or word in _KINDS for word in words):
            return None  # "the West", "the Islamic republic"
        whole = self._match(start, self.size)
        if whole is None or whole[0] < end:
            inner = self._with_kind(start, end)
            if inner is not None:
                return inner
            if whole is not None and (self._lower(whole[0]) in (",", "(", "and", "-", "/", "–") or whole[0] >= end):
                return self._kinded(start, *whole)
            after = start
            while after < end and self._lower(after) not in (",", "("):
                after += 1
            return _Candidate(start, after, fold(self._text(start, after)), (), self._kinds(start, after))
        return self._kinded(start, *whole)

    def _with_kind(self, start: int, end: int) -> _Candidate | None:
        """ "Ninewa Province", where the gazetteer has only Ninewa; "Lake X" and the like are left alone."""
        kinds = _KINDS.get(self._lower(end - 1))
        if kinds is None or end - start < 2:
            return None
        key = fold(self._text(start, end - 1))
        entries = self.gazetteer.entries(key)
        return _Candidate(start, end, key, entries, kinds) if entries else None

    def _kinded(self, start: int, end: int, key: str, entries: tuple[GazEntry, ...]) -> _Candidate:
        kinds = self._kinds(start, end)
        if end < self.size and self.doc[end].text[0].isupper() and self._lower(end) in _KINDS and not self.doc[end].is_space:
            if self._lower(end) not in ("state", "republic") or end + 1 not in self.names:
                kinds, end = _KINDS[self._lower(end)], end + 1
        return _Candidate(start, end, key, entries, kinds)

    def _kinds(self, start: int, end: int) -> tuple[str, ...]:
        """What the words beside say that it is: "Idlib province", "the port city of Hodeidah"."""
        after = self._lower(end)
        if after in _KINDS and after not in ("capital", "port", "island", "state", "republic", "kingdom"):
            return _KINDS[after]
        if self._lower(start - 1) == "of":
            return _KINDS.get(self._lower(start - 2).rstrip("s"), _KINDS.get(self._lower(start - 2), ()))
        return _KINDS.get(self._lower(start - 1), ()) if self._lower(start - 1) in ("city", "province", "capital") else ()

    def _mislabelled(self, start: int, end: int) -> _Candidate | None:
        """A name that the model gives to a person or organisation but that is, whole, a well-known place where
        a place is meant."""
        found = self._match(start, end)
        if found is None or found[0] != end or found[1] in self.stop or found[1] in self.peoples:
            return None
        best = found[2][0]
        if best.quality > 1 or best.score < 4.8:
            return None
        if best.kind == "country" and best.weight > 8 or self._stands_as_place(start, end, best):
            return self._kinded(start, *found)
        return None

    def _unlabelled(self, i: int) -> _Candidate | None:
        found = self._match(i, self.size)
        if found is None:
            return self._state(i)
        end, key, entries = found
        while any(self.blocked[i:end]) and end > i + 1:  # never into a person's name
            shorter = self._match(i, end - 1)
            if shorter is None:
                return None
            end, key, entries = shorter
        token, best = self.doc[i], entries[0]
        acronym = token.text.isupper() and len(key) < 5
        if "$" in token.text or (acronym and end == i + 1 and best.score < 6):
            return None
        if key in self.peoples or (key in self.stop and not acronym) or best.quality == 2 and best.score < 4.5:
            return None
        if end == i + 1 and self.tagged and token.pos_ not in ("PROPN", "NOUN", "X", ""):
            return None
        strong = best.kind == "country" or best.kind not in ("city", "admin1", "admin2", "country")
        if best.kind == "country" and best.weight < 8 and self.labelled:
            strong = False
        if not strong and not self._stands_as_place(i, end, best):
            return None
        if strong and self._within_name(i, end, best.kind == "country"):
            return None
        if len(key) < 3 and best.kind != "country":
            return None
        return self._kinded(i, end, key, entries)

    def _state(self, i: int) -> _Candidate | None:
        """A state's abbreviation after a comma: "Austin, Tex."."""
        key = fold(self.doc[i].text)
        if key not in STATE_ABBREVIATIONS or self._lower(i - 1) != ",":
            return None
        entries = tuple(e for e in self.gazetteer.lookup(STATE_ABBREVIATIONS[key]) if e.country == "USA" and e.kind == "admin1")
        return _Candidate(i, i + 1, fold(STATE_ABBREVIATIONS[key]), entries, ("admin1",)) if entries else None

    def _stands_as_place(self, start: int, end: int, best: GazEntry) -> bool:
        if self._within_name(start, end):
            return False
        before, after = self._lower(start - 1), self._lower(end)
        if before == "the" and best.kind == "city":
            return False
        locative = before in _LOCATIVE or (before == "of" and self._lower(start - 2).rstrip("s") in _KINDS)
        locative = locative or (before == "," and start >= 2 and self.doc[start - 2].text[0].isupper())
        locative = locative or after in ("province", "governorate", "district", "oblast", "county")
        if self._kinds(start, end):
            return best.score > 2
        if self.labelled:
            return best.score >= (4.5 if locative else 6.0)
        if locative:
            return best.score >= 3.3 or (before == "," and best.score >= 3.0)
        return best.score >= (5.3 if self._opens_sentence(start) else 4.7)

    def _within_name(self, start: int, end: int, country: bool = False) -> bool:
        """Whether capitalised words beside it make it a part of a longer name: "Michael Jordan", "Paris Club"."""
        if self._lower(start - 1) in _TITLES or self._lower(start - 1).rstrip(".") in _TITLES:
            return True
        if self._lower(start - 1) == "of" and self._lower(start - 2) in _ORGANISATIONS:
            return self.doc[start - 2].text[0].isupper()
        if self.labelled or country:
            return False
        after = self.doc[end] if end < self.size else None
        if after is not None and after.text[0].isupper() and after.is_alpha and self._near(end):
            if fold(after.text) not in self.peoples and not self._time_word(after) and after.lower_ not in _KINDS:
                entries = self.gazetteer.entries(fold(after.text))
                if not (entries and entries[0].score > 5 and fold(after.text) not in self.stop):
                    return True
        before = self.doc[start - 1] if start else None
        if before is None or not before.text[0].isupper() or not before.is_alpha or not self._near(start):
            return False
        if self._opens_sentence(start - 1) and fold(before.text) in self.stop:
            return False
        return fold(before.text) not in self.peoples and before.lower_ not in _KINDS and before.lower_ not in _LOCATIVE

    def _near(self, i: int) -> bool:
        return self.doc[i - 1].whitespace_ == " "

    def _opens_sentence(self, i: int) -> bool:
        return i == 0 or self.doc[i - 1].is_space or self.doc[i - 1].text in (".", "!", "?", '"', "“", ":")

    def _time_word(self, token: Token) -> bool:
        return token.lower_ in (
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
            "august september october november december".split()
        )


def _peoples(doc: Doc) -> dict[str, float]:
    """How often each country's demonyms are used."""
    table, seen = demonyms(), defaultdict(float)
    for token in doc:
        if token.is_alpha and token.text[0].isupper() and (country := table.get(token.lower_)):
            seen[country] += 1.0
    return seen


def _link(doc: Doc, found: list[_Candidate]) -> None:
    """Note what the text says each place lies in: "Paris, Texas", "Aleppo in Syria", "Iraq's Mosul"."""
    table = demonyms()
    for a, b in zip(found, found[1:], strict=False):
        gap = [t.lower_ for t in doc[a.end : b.start] if not t.is_space]
        if gap in ([","], ["("], ["in"], ["in", "the"], [",", "in"], [",", "the"], ["in", "northern"], ["in", "southern"]):
            a.within.extend(b.entries)
        if gap in (["'s"], ["’s"], ["'"], ["’"]) or (len(gap) < 6 and gap[:1] in (["'s"], ["’s"]) and gap[-1:] == ["of"]):
            b.within.extend(a.entries)
    for c in found:
        for token in doc[max(0, c.start - 5) : c.start]:
            if token.text in (".", ";") or token.is_space:
                c.people = None
            elif country := table.get(token.lower_):
                c.people = country


def _holds(outer: GazEntry, inner: GazEntry) -> bool:
    if outer is inner or outer.country != inner.country or outer.country is None:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1 == outer.admin1 and inner.kind in ("city", "admin2", "facility", "base")
    return outer.kind == "admin2" and inner.kind == "city" and inner.admin1 == outer.admin1


def _resolve(
    found: list[_Candidate], peoples: dict[str, float], country_hint: str | None
) -> list[GazEntry | None]:
    """One entry for each candidate: first the clear ones, whose countries then vote on the others."""
    groups: dict[str, list[_Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.key].append(candidate)
    chosen: dict[str, GazEntry | None] = {key: _best(group, {}, {}, None) for key, group in groups.items()}
    for _ in range(2):
        towns: dict[str, float] = defaultdict(float)
        states: dict[str, float] = defaultdict(float)
        provinces: dict[tuple[str, str], float] = defaultdict(float)
        votes: dict[str, tuple[str, float]] = {}
        for key, group in groups.items():
            entry = chosen[key]
            if entry is None or entry.country is None:
                continue
            rivals = {e.country for e in group[0].entries if e.score > entry.score - 2 and e.kind != "admin2"}
            sure = (1.0 if len(rivals) == 1 or any(c.within for c in group) else 0.4) * min(len(group), 3)
            votes[key] = (entry.country, sure)
            (states if entry.kind == "country" else towns)[entry.country] += sure
            if entry.admin1:
                provinces[entry.country, entry.admin1] += sure
        for country, count in peoples.items():
            states[country] += min(count, 3.0)
        for key, group in groups.items():
            if len(group[0].entries) < 2:
                continue
            own_country, own = votes.get(key, ("", 0.0))
            local, broad = dict(towns), dict(states)
            entry = chosen[key]
            if own_country and entry is not None:
                side = broad if entry.kind == "country" else local
                side[own_country] = side.get(own_country, 0.0) - own
            chosen[key] = _best(group, local, broad, country_hint, provinces if entry and entry.admin1 else {})
    return [_own(c, chosen[c.key]) for c in found]


def _own(candidate: _Candidate, entry: GazEntry | None) -> GazEntry | None:
    """The report's sense of the name, unless the words right here say another kind or another whole."""
    if entry is None or not candidate.entries:
        return None
    if candidate.kinds and entry.kind not in candidate.kinds:
        fitting = [e for e in candidate.entries if e.kind in candidate.kinds and e.country == entry.country]
        if fitting:
            return min(fitting, key=lambda e: candidate.kinds.index(e.kind))
    return entry


def _best(
    group: list[_Candidate],
    towns: dict[str, float],
    states: dict[str, float],
    hint: str | None,
    provinces: dict[tuple[str, str], float] | None = None,
) -> GazEntry | None:
    entries = group[0].entries
    if not entries:
        return None
    all_towns, all_states = sum(max(v, 0.0) for v in towns.values()), sum(max(v, 0.0) for v in states.values())
    against_country = any(e.kind == "country" for e in entries)

    def score(entry: GazEntry) -> float:
        total = entry.score
        country = entry.country or ""
        if all_towns > 0:
            total += 3.5 * max(towns.get(country, 0.0), 0.0) / all_towns * min(1.0, all_towns / 2)
        if all_states > 0 and not against_country:
            total += 3.0 * max(states.get(country, 0.0), 0.0) / all_states * min(1.0, all_states / 2)
        if provinces and entry.admin1 and provinces.get((country, entry.admin1), 0.0) > 1.0 and entry.kind != "admin1":
            total += 1.0
        if hint and country == hint:
            total += 0.7
        for c in group:
            if any(_holds(outer, entry) for outer in c.within):
                total += 3.0 if against_country else 6.0
                break
        for c in group:
            if c.people and c.people == country and entry.kind != "country":
                total += 3.0
                break
        for c in group:
            if c.kinds:
                total += 4.0 - 1.5 * c.kinds.index(entry.kind) if entry.kind in c.kinds else -1.5
                break
        return total

    return max(entries, key=lambda e: (score(e), -entries.index(e)))


def _mention(doc: Doc, whole: str, parsed: bool, c: _Candidate, entry: GazEntry | None) -> PlaceMention:
    first, last = doc[c.start], doc[c.end - 1]
    start, end = first.idx, last.idx + len(last.text)
    head = c.end - 1
    if parsed:
        for token in doc[c.start : c.end]:
            if token.is_space or token.is_punct:
                continue
            if not c.start <= token.head.i < c.end or token.head.i == token.i:
                head = token.i
                break
    text = whole[start:end]
    if entry is None:
        name = text if c.kind else None
        return PlaceMention(c.start, c.end, head, Place(text, start, end, name=name, kind=c.kind))
    place = Place(
        text=text,
        start=start,
        end=end,
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
    )
    return PlaceMention(c.start, c.end, head, place)
