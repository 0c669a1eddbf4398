"""What one report tells of its names before any is resolved, and whom it has named so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.actors.codes import SUPRANATIONAL
from dragoman.actors.names import NameMatch, find_names
from dragoman.actors.namesakes import about_then, ranked
from dragoman.actors.table import ActorTable, Entry, Name, Role, fold
from dragoman.reading.grammar import Grammar
from dragoman.reading.places import PlaceMention
from dragoman.records import Actor

# Countries besides that of the table's own whose legislature, or a house of it, is called so; of other names all are.
_HAVING = {
    "congress": frozenset("ARG BOL BRA CHL COL CRI DOM ECU FSM GTM HND IND MEX PER PHL PRY".split()),
    "senate": frozenset(
        "ARG AUS BDI BEL BHS BIH BLZ BOL BRA BRB CAN CHL CIV CMR COD COG COL CZE DOM DZA EGY ESP FRA GAB GNQ HTI IRL ITA JAM JOR KAZ KEN KHM LBR LSO "
        "MDG MEX MMR NAM NGA NLD PAK PHL POL PRY ROU RWA SEN SOM SWZ TCD THA TTO URY UZB ZWE".split()
    ),
}  # fmt: skip
_TOWNS = ("city", "admin1", "admin2")
# A party called by these words alone is of the country that the report is about.
_COMMON = frozenset("labour labor conservative conservatives democratic republican socialist socialists communist communists liberal liberals national people's party front green greens congress workers progressive".split())


class Report:
    """Names, places and persons of one text. `published`: ISO date on which offices are looked up, or None.

    `countries`: how often the report names each country, by itself, its places, bodies and persons. `provinces`: tokens
    of a name that is a country's elsewhere and here a part of another ("Georgia" in the United States).
    """

    def __init__(self, g: Grammar, table: ActorTable, published: str | None, places: Sequence[PlaceMention] = ()):
        self.g, self.table, self.published = g, table, published
        self.entity: dict[int, tuple[int, int, str]] = {}
        for ent in g.doc.ents:
            for t in range(ent.start, ent.end):
                self.entity[t] = (ent.start, ent.end, _label(ent.label_))
        self.names: dict[int, NameMatch] = find_names(g, table)
        self.provinces: dict[int, PlaceMention] = {}
        for place in places:
            self._placed(place)
        self.countries: Counter[str] = Counter()
        self._count(places)
        self._bodies = {e.country for m in self.names.values() for e, _ in m.found if e.kind == "igo"}
        self._drop_namesakes()
        # persons met so far by the last and the first word of their names, and bodies by the acronym that the text gives
        self.people: dict[str, list[Actor]] = {}
        self.first_names: dict[str, list[Actor]] = {}
        self.acronyms: dict[str, Actor] = {}
        self.met: set[str] = set()  # entries that anything in the text stood for
        self.called: set[str] = set()  # persons called by name
        # spans of persons meant by an office alone, whose holder changes with the date
        self.by_office: dict[tuple[int, int], tuple[Role, Entry | None]] = {}

    def _placed(self, p: PlaceMention) -> None:
        """Take away names of countries that the place is not: "New Guinea", Georgia of Atlanta, Victoria of Melbourne."""
        for match in {self.names[t] for t in range(p.start, p.end) if t in self.names}:
            lands = [(e, n) for e, n in match.found if e.kind == "country"]
            if not lands or any(e.valid_to for e, _ in lands):
                continue
            beyond = [t for t in (*range(p.start, match.start), *range(match.end, p.end)) if self.g.pos[t] not in ("PUNCT", "SPACE", "DET")]
            other = all(e.country != p.place.country for e, _ in lands) or (p.place.kind == "admin1" and lands[0][1].form == "metonym")
            # a city's namesake elsewhere needs to be said: "Kingston, New York"
            stated = p.place.kind == "admin1" or (p.place.kind == "city" and self.g.doc[p.end : p.end + 1].text == ",")
            if other and (stated if not beyond else p.place.kind != "country"):
                rest = tuple(each for each in match.found if each not in lands)
                for t in range(match.start, match.end):
                    del self.names[t]
                    if rest:
                        self.names[t] = NameMatch(match.start, match.end, rest)
                if p.place.kind == "admin1" and p.place.country:
                    self.provinces[p.head] = p

    def _count(self, places: Sequence[PlaceMention]) -> None:
        for start, match in self.names.items():
            if start != match.start or self.g.pos[match.end - 1] == "NOUN":  # "Maoist rebels" are of many countries
                continue
            homes = {e.country for e, _ in match.found}
            if len(homes) != 1:
                continue
            (entry, name), home = match.found[0], homes.pop()
            if home and home not in SUPRANATIONAL and not self.common(entry, name) and (entry.kind != "person" or (name.form != "family" and match.end - match.start > 1)):
                self.countries[home] += 2 if entry.kind == "country" else 1
        for p in places:
            if p.place.country and p.place.kind in _TOWNS and p.head not in self.names:
                self.countries[p.place.country] += 1

    def common(self, entry: Entry, name: Name) -> bool:
        """Whether many countries have a body of that name: "Congress", "the Labour Party", "Maoist rebels"."""
        if entry.kind == "party":
            return all(word in _COMMON for word in name.text.lower().split())
        if entry.kind == "organ":
            noun = self.table.noun(name.text)
            return noun is not None and not {"GOV", "BUS"} & set(noun.sectors)
        return False

    def elsewhere(self, entry: Entry, name: Name) -> bool:
        """Whether a common name is of a country that the report, which names others, does not name."""
        home = entry.country
        if home is None or home in SUPRANATIONAL or home in self.countries or not self.common(entry, name):
            return False
        having = _HAVING.get(name.text.lower())
        return any(having is None or country in having for country in self.countries)

    def only_country(self) -> Entry | None:
        """The country that the report is about, where it names no other."""
        return self.table.get(next(iter(self.countries))) if len(self.countries) == 1 else None

    def likely(self, entry: Entry, name: Name, start: int) -> bool:
        """Whether what only a source's list has may be meant by the name at token `start`. Of persons: one of the great offices, or who held a lesser one about
        then in a country or a body that the report names. Others of the name are likelier namesakes."""
        on = self.published
        if entry.kind == "mnc" and not entry.known and " " not in name.text:
            return self.entity.get(start, (0, 0, ""))[2] == "ORG"  # "Shire", "Vector": a firm where the model sees one
        if entry.kind != "person" or entry.known or name.form == "family" or not entry.roles or not on:
            return True
        great = any(o.rank <= 1 for o in entry.roles)
        lately = any(about_then(o, on) for o in entry.roles)
        here = any(place in self.countries or place in self._bodies for place in (entry.country, *(o.country for o in entry.roles)))
        return (here and (great or lately)) or (great and lately)

    def _drop_namesakes(self) -> None:
        """Take out of the names found the persons who are not likely meant."""
        for token, match in list(self.names.items()):
            found = tuple(pair for pair in match.found if self.likely(*pair, match.start))
            if not found:
                del self.names[token]
            elif len(found) < len(match.found):
                self.names[token] = NameMatch(match.start, match.end, found)

    # candidates -------------------------------------------------------------------------------------------------

    def ranked(self, found: Iterable[tuple[Entry, Name]], label: str = "", title: Role | None = None, of_country: str | None = None) -> list[tuple[Entry, Name]]:
        """The candidates of a name, likeliest first, with all that the report tells."""
        return ranked(found, self.published, countries=self.countries, label=label, title=title, of_country=of_country, called=self.called, met=self.met)

    def country_at(self, token: int) -> Entry | None:
        """The country that a name at the token is of, or that it is the name of."""
        match = self.names.get(token)
        if match is None:
            return None
        found = match.found if len(match.found) == 1 else self.ranked(match.found)
        for entry, _ in found:
            if entry.kind == "country":
                return entry
            if entry.kind == "organ" and entry.country and entry.country not in SUPRANATIONAL:
                return self.table.get(entry.country)  # "the State Department spokesman"
        return None

    # actors -----------------------------------------------------------------------------------------------------

    def actor(self, start: int, end: int, **fields) -> Actor:
        """An Actor record over tokens start..end."""
        doc = self.g.doc
        begin = doc[start].idx
        text = doc[start:end].text
        return Actor(text=text, start=begin, end=begin + len(text), **fields)

    def from_entry(self, entry: Entry, start: int, end: int, via: str) -> Actor:
        """The actor that a table entry is on the published date."""
        self.met.add(entry.id)
        date = self.published
        office = entry.role_on(date)
        sectors = entry.sectors_on(date)
        if entry.kind == "country":
            sectors = entry.sectors or ("GOV",)
        elif via == "metonym" and not sectors:
            sectors = ("GOV",)  # "Brussels"
        return self.actor(start, end, id=entry.id, name=entry.name, country=entry.country_on(date), sectors=tuple(sectors), role=office.text if office else None, via=via)

    def again(self, known: Actor, start: int, end: int, via: str = "name") -> Actor:
        """A known actor over tokens start..end."""
        return self.actor(start, end, id=known.id, name=known.name, country=known.country, sectors=known.sectors, role=known.role, via=via)


def last_word(text: str) -> str:
    """What a family name is compared by: "al-Abadi" and "Abadi" are one."""
    return (fold(text).split(" ") or [""])[-1]


def _label(label: str) -> str:
    return {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC", "ARMED_GROUP": "ORG"}.get(label, label)
