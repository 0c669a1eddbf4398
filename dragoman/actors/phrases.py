"""Noun phrases to actors: names, demonyms, offices, sector nouns and what stands around them.

"Iranian President Ebrahim Raisi", "Turkish police", "the French foreign minister", "Hamas fighters", "a spokesman for
the ministry". Persons are `people.py`'s, common nouns `nouns.py`'s; what a phrase leaves open (pronouns, "the minister",
"the two countries") is `coreference.py`'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.codes import SUPRANATIONAL
from dragoman.actors.modifiers import Modifiers
from dragoman.actors.names import NameMatch
from dragoman.actors.nouns import Nouns
from dragoman.actors.people import People
from dragoman.actors.report import Report
from dragoman.actors.sites import only_place
from dragoman.actors.table import ActorTable, Entry, Name, fold, within
from dragoman.reading.grammar import Grammar
from dragoman.reading.mentions import extent
from dragoman.reading.places import PlaceMention
from dragoman.records import Actor

# Kinds of which several countries have one by the same name.
_NATIONAL = ("organ", "group", "party", "ethnic", "religious")
# Small words that an acronym may leave out.
_SMALL = {"of", "the", "and", "for", "in", "de", "to", "on"}


class Phrases:
    """Actors of the noun phrases of one text. `published`: ISO date on which offices are looked up, or None; `places`:
    those that the text names, which tell countries from their namesakes."""

    def __init__(self, g: Grammar, table: ActorTable, published: str | None, places: Sequence[PlaceMention] = ()):
        self.g, self.table, self.published = g, table, published
        self.report = Report(g, table, published, places)
        self.names, self.entity = self.report.names, self.report.entity
        self.modifiers = Modifiers(self.report)
        self.people = People(self.report, self.modifiers)
        self.nouns = Nouns(self.report, self.modifiers, self.people, self.resolve)

    def resolve(self, head: int) -> Actor | None:
        """The actor of the noun phrase of `head`, from its own words; None where they don't tell."""
        g, report = self.g, self.report
        pos = g.pos[head]
        if pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X") and head not in self.names:
            return None
        start, end = extent(g, head)
        if g.text[head] in report.acronyms:
            meant = report.acronyms[g.text[head]]
            return report.actor(head, head + 1, id=meant.id, name=meant.name, country=meant.country, sectors=meant.sectors, role=None, via="name")
        entity = self.entity.get(head)
        match = self._match(head)
        if entity and entity[2] == "PERSON" and not self._short(entity, match, head) and (match is None or not _covers(match, entity) or not any(e.kind == "person" for e, _ in match.found)):
            person = self.people.named(head, entity, start, end)
            if person is not None:
                return person
        if head in report.provinces:
            return self._province(head)
        if match is not None:
            for entry, name in self._candidates(head, match, start):
                actor = self._named(head, match, entry, name, start, end)
                if actor is not None:
                    return actor
                if entry.kind != "person":
                    break
            party = self._common_party(match, head)
            if party is not None:
                return party
        named = self._apposed(head)
        if named is not None:
            return named
        noun = self.nouns.actor(head, start, end)
        if noun is not None and not (entity and entity[2] == "LOC" and noun.id is None and not noun.sectors):  # a camp by name
            return noun
        if entity and entity[2] == "ORG" and pos == "PROPN":
            return self._organisation(head, entity, start, end)
        return None

    def country_of(self, head: int, start: int, end: int) -> str | None:
        """The code of the country that a noun phrase names: in its modifiers, its possessor, its "of" or "in"."""
        country = self.modifiers.country_of(head, start)
        return country.country if country is not None else None

    def from_entry(self, entry: Entry, start: int, end: int, via: str) -> Actor:
        """The actor that a table entry is on the published date."""
        return self.report.from_entry(entry, start, end, via)

    def note_acronym(self, head: int, actor: Actor) -> None:
        """Remember the acronym of a body just named: the one in brackets after it, or its initials."""
        g, acronyms = self.g, self.report.acronyms
        start, end = extent(g, head)
        for t in range(end, min(end + 2, g.n - 2)):
            if g.text[t] == "(" and g.text[t + 1].isupper() and 2 <= len(g.text[t + 1]) <= 8 and g.text[t + 2] == ")":
                acronyms.setdefault(g.text[t + 1], actor)
                return
        words = [g.text[t] for t in self.modifiers.words(start, end)]
        if len(words) >= 3 and all(w.isalpha() for w in words) and words[0][0].isupper():
            for initials in ("".join(w[0] for w in words if w not in _SMALL).upper(), "".join(w[0] for w in words).upper()):
                if len(initials) >= 3:
                    acronyms.setdefault(initials, actor)

    # names ------------------------------------------------------------------------------------------------------

    def _match(self, head: int) -> NameMatch | None:
        match = self.names.get(head)
        if match is None:
            for k in self.g.kids[head]:
                if self.g.base(k) in ("flat", "compound") and k > head and k in self.names and self.g.pos[k] == "PROPN":
                    return self.names[k]
        return match

    def _short(self, entity: tuple[int, int, str], match: NameMatch | None, head: int) -> bool:
        """Whether an entity is one word with a name in the table and nobody of that name was met."""
        return entity[1] - entity[0] == 1 and match is not None and not self.report.people.get(fold(self.g.text[head]).rpartition(" ")[2])

    def _candidates(self, head: int, match: NameMatch, start: int) -> list[tuple[Entry, Name]]:
        """Whom a name may stand for here, likeliest first."""
        label = self.entity.get(match.start, (0, 0, ""))[2]
        own = self.modifiers.country_in(range(start, match.start)) if start < match.start else None
        home = own.country if own is not None else None
        title = self.modifiers.title(head, start, match.start)[0] if start < match.start and len(match.found) > 1 else None
        found = self.report.ranked(match.found, label, title, home)
        if home is not None:
            # "Peru's Congress" is not that of the United States
            found = [(e, n) for e, n in found if e.kind not in ("organ", "party", "group") or e.country in (None, home) or e.country in SUPRANATIONAL]
        last = match.end - 1
        if self.g.pos[last] == "NOUN":  # "Maoist rebels in India"
            land = self.modifiers.country_of(last, start)
            found = [(e, n) for e, n in found if e.kind not in ("party", "group") or land is None or e.country in (None, land.country) or e.country in SUPRANATIONAL or e.country in self.report.countries]
        return [(e, n) for e, n in found if not self.report.elsewhere(e, n)]

    def _common_party(self, match: NameMatch, head: int) -> Actor | None:
        """A party of a name that many countries' have, of a country whose party of the name the table lacks."""
        if match.end - 1 != head or self.g.text[head].islower() or not all(e.kind == "party" and self.report.elsewhere(e, n) for e, n in match.found):
            return None
        country = self.report.only_country()
        return self.report.actor(match.start, match.end, id=None, name=self.g.doc[match.start : match.end].text, country=country.country if country else None, sectors=("PTY",), role=None, via="name")

    def _province(self, head: int) -> Actor | None:
        """A part of a country that shares its name with another country, where it acts: "Georgia sued"."""
        place = self.report.provinces[head]
        if only_place(self.g, head):
            return None
        return self.report.actor(place.start, place.end, id=None, name=place.place.name, country=place.place.country, sectors=("GOV",), role=None, via="name")

    def _named(self, head: int, match: NameMatch, entry: Entry, name: Name, start: int, end: int) -> Actor | None:
        g = self.g
        begin, stop = min(start, match.start), max(end, match.end)
        if entry.kind == "country":
            return self._country(head, match, entry, name, begin, stop)
        if entry.kind == "person":
            if name.form == "family" and match.end - match.start == 1:
                met = self.people.by_short_name(match, head, begin, stop)
                if met is not None:
                    return met
                if not self.people.well_known(entry, match, head, begin):
                    return None  # many share a family name: only the holder of a great office goes without a first name
            return self.people.of_table(entry, match, head, begin, stop)
        if match.end - 1 < head and g.pos[head] == "NOUN":
            return None
        via = "name" if name.form in ("demonym", "adjective") else entry.via(name)
        if entry.kind in _NATIONAL:
            rivals = {e.country for e, _ in match.found if e.kind in _NATIONAL}
            if len(rivals) > 1 and entry.country not in self.report.countries and entry.kind != "organ":
                # "Muslims", "the Democratic Party": namesakes in several countries, and the report names none of them
                return self.report.actor(match.start, match.end, id=None, name=g.doc[match.start : match.end].text, country=None, sectors=entry.sectors, via=via)
        return self.report.from_entry(entry, match.start if g.pos[head] == "PROPN" else begin, max(match.end, head + 1), via)

    def _country(self, head: int, match: NameMatch, entry: Entry, name: Name, begin: int, stop: int) -> Actor | None:
        g, report = self.g, self.report
        if name.form == "metonym":
            if name.valid_to if self.published is None else not (within(self.published, entry.valid_from, entry.valid_to) and within(self.published, name.valid_from, name.valid_to)):
                return None  # "Aden" stands for no state today
            if self.entity.get(match.start, (0, 0, ""))[2] == "PERSON":
                return None  # "Queen Victoria"
        if name.form in ("demonym", "adjective") or g.tag[head].startswith("JJ"):
            if g.tag[head] in ("NNS", "NNPS", "NN") and g.base(head) not in ("amod", "compound") and name.form == "demonym":
                # people, not their state
                report.met.add(entry.id)
                return report.actor(begin, stop, id=None, name=g.doc[begin:stop].text, country=entry.country, sectors=("CVL",), role=None, via="demonym")
            return report.from_entry(entry, match.start, match.end, "demonym")
        if g.pos[head] == "NOUN" and match.end - 1 < head:
            return None  # "Iran talks": the talks are no actor
        return report.from_entry(entry, match.start, match.end, "metonym" if name.form == "metonym" else "name")

    def _apposed(self, head: int) -> Actor | None:
        """The person whose name stands beside a description: "his Iraqi counterpart, Fuad Hussein"."""
        g = self.g
        if g.pos[head] not in ("NOUN", "PROPN"):
            return None
        for k in g.kids[head]:
            if g.base(k) == "appos" and g.pos[k] == "PROPN" and (self.entity.get(k, (0, 0, ""))[2] == "PERSON" or self._is_person_name(k)):
                return self.resolve(k)
        return None

    def _is_person_name(self, token: int) -> bool:
        match = self.names.get(token)
        return match is not None and match.end - match.start > 1 and any(e.kind == "person" for e, _ in match.found)

    def _organisation(self, head: int, entity: tuple[int, int, str], start: int, end: int) -> Actor:
        s, e, _ = entity
        begin, stop = min(start, s), max(e, head + 1)
        noun_at = self.modifiers.sector_noun(head, start)
        sectors = noun_at[0].sectors if noun_at is not None else ()
        return self.report.actor(s, stop, id=None, name=self.g.doc[s:e].text, country=self.country_of(head, begin, stop), sectors=sectors, role=None, via="name")


def _covers(match: NameMatch, entity: tuple[int, int, str]) -> bool:
    return match.start <= entity[0] and match.end >= entity[1] or match.end - match.start >= 2 and match.end >= entity[1]
