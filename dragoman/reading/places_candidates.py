"""What in a report may be a place, before anybody asks which: the candidates of `places.py`.

Two sources: what the language model labels as a place, and capitalised words that the gazetteer knows and that stand
as a place does (after "in", before a comma and a country, beside "province", ...).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.reading.gazetteer import (
    STATE_ABBREVIATIONS,
    GazEntry,
    Gazetteer,
    demonyms,
    fold,
    not_places,
)
from dragoman.reading.times_words import FUNCTION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PLACE_LABELS = frozenset({"LOC", "GPE", "FAC", "LOCATION", "PLACE"})
_OTHER_LABELS = frozenset(
    {"PERSON", "PER", "ORG", "NORP", "MISC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE", "ARMED_GROUP"}
)
_LINKS = frozenset(
    "of the and de la el al du des da do dos di del ez au ad an ar as az es et ibn bin le les sur en upon on under aux y - ' ’ "
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
_BUILDINGS = frozenset(
    "airport university hospital square stadium prison port bridge station hall zoo mosque cathedral airfield jail "
    "harbour harbor embassy".split()
)
_DIRECTIONS = frozenset("north south east west northern southern eastern western central earth".split())
_TITLES = frozenset("mr mrs ms dr sir lord lady president king queen sheikh senator judge general prof".split())


@dataclass(slots=True)
class Candidate:
    """Tokens [start, end) that may name a place, and what they may stand for."""

    start: int
    end: int
    key: str
    entries: tuple[GazEntry, ...]
    kinds: tuple[str, ...] = ()
    kind: str | None = None  # of a place that is not in the gazetteer
    within: list[GazEntry] = field(default_factory=list)  # what the text says it lies in
    people: str | None = None  # country of a demonym before it: "the Syrian town of"


class Finder:
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
        self.placed = {start for start, (_, label) in self.names.items() if label in _PLACE_LABELS}
        self.labelled = bool(self.names)
        self.tagged = doc.has_annotation("POS")
        self.stop = not_places()
        self.peoples = demonyms()

    def candidates(self) -> list[Candidate]:
        found: list[Candidate] = []
        i = 0
        while i < self.size:
            token = self.doc[i]
            if token.is_space or not (token.text[0].isupper() or self._begins_small(i)):
                i += 1
                continue
            here = self._border(i) or self._across(i)
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

    def _begins_small(self, i: int) -> bool:
        """Whether a name may begin here without a capital: "al-Raqqa", or where the model says so."""
        lower = self.doc[i].lower_
        return i in self.placed or lower in _ARTICLES or lower[0] in "'‘" or lower.partition("-")[0] in _ARTICLES

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
            elif token.text[0].isupper() or lower.partition("-")[0] in _ARTICLES and "-" in lower or token.text[0] in "'‘’" or token.text[0].isdigit():
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

    def _border(self, i: int) -> Candidate | None:
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
        return Candidate(i, j + 1, fold(self._text(i, j + 1)), (), kind="region")

    def _country(self, word: str) -> str | None:
        key = fold(word)
        if self.peoples.get(key):
            return self.peoples[key]
        entries = self.gazetteer.entries(key)
        if entries and entries[0].kind == "country":
            return entries[0].country
        return "" if key in ("afghan", "azeri") else None

    def _across(self, i: int) -> Candidate | None:
        """A well-known name of several words of which the model took only a part for a place: "British Columbia"."""
        if i in self.names and not self.blocked[i]:
            return None
        places = self.placed
        if not any(i < start <= i + 3 for start in places):
            return None
        found = self._match(i, self.size)
        if found is None or found[2][0].quality or found[2][0].score < 5 or self._lower(i - 1) in _TITLES:
            return None
        return self._kinded(i, *found) if any(i < start < found[0] for start in places) else None

    def _named(self, start: int, end: int) -> Candidate | None:
        """A span that the model calls a place."""
        while start < end - 1 and (not self._opens_name(start) or self.doc[start].is_space):
            start += 1
        while end - 1 > start and (self._lower(end - 1) in ("'s", "’s", "'", "’", ",", ".") or self.doc[end - 1].is_space):
            end -= 1
        words = fold(self._text(start, end)).split(" ")
        if "$" in self.doc[end - 1].text or words[-1] in self.peoples or not self.doc[start].text[0].isalpha():
            return None
        vague = all(word in _DIRECTIONS or word in self.peoples or word in _KINDS for word in words)
        if vague and not (len(words) > 1 and self.gazetteer.entries(" ".join(words))):
            return None  # "the West", "the Islamic republic"
        if self._lower(start - 1).rstrip(".") in _TITLES and start + 1 == end:
            return None
        if (state := self._state(start)) is not None and end == start + 1:
            return state
        while end - 1 > start and self._lower(end - 1) in _KINDS and self.doc[end - 1].text[0].islower():
            end -= 1  # "Kandahar province": the name is Kandahar
        key = fold(self._text(start, end))
        whole = self._match(start, self.size)
        if key in self.stop and not self._kinds(start, end):
            if whole is None:
                return None
            if whole[0] == end and whole[2][0].score < 5:
                return None  # "Google", "UN"
        if whole is None or whole[0] < end:
            inner = self._with_kind(start, end) or self._with_direction(start, end) or self._building(start, end)
            if inner is not None:
                return inner
            if whole is not None and (self._lower(whole[0]) in (",", "(", "and", "-", "/", "–") or whole[0] >= end):
                return self._kinded(start, *whole)
            after = start
            while after < end and self._lower(after) not in (",", "("):
                after += 1
            return Candidate(start, after, fold(self._text(start, after)), (), self._kinds(start, after))
        return self._kinded(start, *whole)

    def _with_kind(self, start: int, end: int) -> Candidate | None:
        """ "Ninewa Province", where the gazetteer has only Ninewa; "Lake X" and the like are left alone."""
        if self._lower(start) in _KINDS and self._lower(start + 1) == "of" and end - start > 2:
            rest = self._match(start + 2, end)  # "the State of Texas"
            if rest is not None and rest[0] == end:
                return Candidate(start, end, rest[1], rest[2], _KINDS[self._lower(start)])
        kinds = _KINDS.get(self._lower(end - 1))
        if kinds is None or end - start < 2:
            return None
        key = fold(self._text(start, end - 1))
        entries = self.gazetteer.entries(key)
        return Candidate(start, end, key, entries, kinds) if entries else None

    def _opens_name(self, i: int) -> bool:
        lower = self._lower(i)
        return self.doc[i].text[0].isupper() and lower != "the" or lower.partition("-")[0] in _ARTICLES or lower[0] in "'‘"

    def _with_direction(self, start: int, end: int) -> Candidate | None:
        """ "Eastern China", where the gazetteer has only China."""
        if self._lower(start).partition("-")[0] not in _DIRECTIONS or end - start < 2:
            return None
        begin = start + 1
        while begin < end - 1 and (self._lower(begin) in _DIRECTIONS or self._lower(begin) == "-"):
            begin += 1
        rest = self._match(begin, end)
        return Candidate(start, end, rest[1], rest[2]) if rest is not None and rest[0] == end else None

    def _building(self, start: int, end: int) -> Candidate | None:
        """ "Da Nang International Airport": in the city whose name it begins with."""
        if self._lower(end - 1) not in _BUILDINGS:
            return None
        town = self._match(start, end)
        if town is None or town[0] >= end or town[1] in self.stop or town[2][0].kind != "city" or town[2][0].score < 4.5:
            return None
        return Candidate(start, end, town[1], town[2], ("city",), kind="facility")

    def _kinded(self, start: int, end: int, key: str, entries: tuple[GazEntry, ...]) -> Candidate:
        kinds = self._kinds(start, end)
        if end < self.size and self.doc[end].text[0].isupper() and self._lower(end) in _KINDS and not self.doc[end].is_space:
            if self._lower(end) not in ("state", "republic") or end + 1 not in self.names:
                kinds, end = _KINDS[self._lower(end)], end + 1
        return Candidate(start, end, key, entries, kinds)

    def _kinds(self, start: int, end: int) -> tuple[str, ...]:
        """What the words beside say that it is: "Idlib province", "the port city of Hodeidah"."""
        after = self._lower(end)
        if after in _KINDS and after not in ("capital", "port", "island", "state", "republic", "kingdom"):
            return _KINDS[after]
        if self._lower(start - 1) == "of":
            return _KINDS.get(self._lower(start - 2).rstrip("s"), _KINDS.get(self._lower(start - 2), ()))
        return _KINDS.get(self._lower(start - 1), ()) if self._lower(start - 1) in ("city", "province", "capital") else ()

    def _mislabelled(self, start: int, end: int) -> Candidate | None:
        """A name that the model gives to a person or organisation but that is, whole, a well-known place where
        a place is meant."""
        found = self._match(start, end)
        if found is None or (found[0] != end and self._lower(found[0]) != "and") or found[1] in self.stop or found[1] in self.peoples:
            return None
        best = found[2][0]
        if best.quality > 1 or best.score < 4.8 or self._within_name(start, end):
            return None
        if best.kind == "country" and best.weight > 8 or " " in found[1] or self._stands_as_place(start, end, best):
            return self._kinded(start, *found)
        return None

    def _unlabelled(self, i: int) -> Candidate | None:
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

    def _state(self, i: int) -> Candidate | None:
        """A state's abbreviation after a comma: "Austin, Tex."."""
        key = fold(self.doc[i].text)
        if key not in STATE_ABBREVIATIONS or self._lower(i - 1) != ",":
            return None
        entries = tuple(e for e in self.gazetteer.lookup(STATE_ABBREVIATIONS[key]) if e.country == "USA" and e.kind == "admin1")
        return Candidate(i, i + 1, fold(STATE_ABBREVIATIONS[key]), entries, ("admin1",)) if entries else None

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
            return best.score > 1.9
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
        key = fold(self._text(start, end))
        if self.labelled or (country and key not in ("jordan", "chad", "georgia", "israel")):
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
        if self._opens_sentence(start - 1) and before.lower_ in FUNCTION_WORDS:
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
