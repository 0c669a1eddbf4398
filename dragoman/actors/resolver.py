"""Mentions to actors, for one text: one pass in text order, names first, then what refers back to them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from dragoman.actors.codes import SUPRANATIONAL
from dragoman.actors.coreference import SPEAKER, Coreference
from dragoman.actors.descriptions import COUNTRY_NOUNS, GROUP_NOUNS, PAIRS
from dragoman.actors.phrases import Phrases
from dragoman.actors.sites import only_place
from dragoman.actors.table import ActorTable, Entry, Name
from dragoman.reading.grammar import Grammar
from dragoman.reading.mentions import extent, is_head
from dragoman.reading.places import PlaceMention
from dragoman.reading.saying import Saying
from dragoman.records import Actor

NUMBERS = {"two": 2, "both": 2, "2": 2, "three": 3, "four": 4}
_LANDS = ("country", "igo")
RELATIVES = {"who", "which", "that", "whom", "whose"}


class Resolver:
    """The actors of one text.

    `g`: the parse; `sayings`: its statements (for "I" and "he" in quotations); `published`: ISO date on which offices
    are looked up, or None (then nobody's office is given, and "the president" stays a description); `places`: those that
    the text names, which tell Georgia from Georgia.
    """

    def __init__(self, g: Grammar, table: ActorTable, sayings: list[Saying], published: str | None, places: Sequence[PlaceMention] = ()):
        self.g, self.table, self.published = g, table, published
        self.phrases = Phrases(g, table, published, places)
        self._found: dict[int, tuple[Actor, ...]] = {}
        self._read: set[int] = set()  # heads read in the pass; others are asked for one by one
        self._kinds: dict[str, str | None] = {}
        self.coreference = Coreference(g, sayings, table)
        self.coreference.late = self._late  # type: ignore[method-assign]
        self.coreference.country_actor = self._country  # type: ignore[method-assign]
        for i in range(g.n):
            if is_head(g, i) or (g.pos[i] in ("DET", "NUM") and g.lower[i] in ("both", "they", "those") and g.base(i) in ("nsubj", "obj")):
                found = self._resolve(i)
                self._found[i] = found
                self._read.add(i)
                self.coreference.meet(i, found)

    def _kind(self, id: str | None) -> str | None:
        if id is None:
            return None
        if id not in self._kinds:
            entry = self.table.get(id)
            self._kinds[id] = entry.kind if entry is not None else None
        return self._kinds[id]

    def _late(self, head: int) -> tuple[Actor, ...]:
        if self.g.pos[head] == "PRON":
            return self.coreference.pronoun(head) if self.g.lower[head] not in SPEAKER else ()
        actor = self.phrases.resolve(head)
        return (actor,) if actor is not None else ()

    def _country(self, country: str) -> Actor | None:
        entry = self.table.get(country)
        if entry is None:
            return None
        return Actor("", 0, 0, entry.id, entry.name, entry.country, entry.sectors or ("GOV",), None, "name")

    def actors(self, head: int) -> tuple[Actor, ...]:
        """The actors that the noun phrase or pronoun at token `head` stands for; () where it names none."""
        if head not in self._found:
            self._found[head] = self._resolve(head)
        return self._found[head]

    def _resolve(self, i: int) -> tuple[Actor, ...]:
        g = self.g
        if (g.pos[i] == "PRON" or g.tag[i] in ("PRP", "PRP$")) and g.text[i] != "US":
            if g.lower[i] in RELATIVES and g.tag[i] in ("WDT", "WP", "WP$"):
                return ()
            return self.coreference.pronoun(i)
        if g.pos[i] in ("DET", "NUM") and i not in self.phrases.names:
            return self.coreference.pronoun(i) if g.lower[i] == "both" else ()
        back = self._description(i)
        if back:
            return back
        counterpart = self._counterpart(i)
        if counterpart is not None:
            return (counterpart,)
        actor = self.phrases.resolve(i)
        if actor is None:
            return ()
        if actor.via == "noun" and actor.country is None:
            actor = self._owned(i, actor)
        if actor.via == "name" and self._kind(actor.id) in ("organ", "group") and self._of_others(i, actor):
            actor = replace(actor, id=None, name=actor.text, country=None, sectors=())
            actor = self._owned(i, actor)
        several = self._several(i, actor)
        if several:
            return several
        if actor.via in ("name", "noun") and self._kind(actor.id) not in ("person", "country"):
            self.phrases.note_acronym(i, actor)
        return (actor,)

    def _owned(self, i: int, actor: Actor) -> Actor:
        """ "its army", "our troops": with the country of whom the pronoun stands for."""
        countries = self._possessors(i)
        return replace(actor, country=next(iter(countries))) if len(countries) == 1 else actor

    def _of_others(self, i: int, actor: Actor) -> bool:
        """Whether a body is said to be of another country than the one that the table has: Japan's "its SDF"."""
        owners = self._possessors(i)
        return bool(owners) and None not in owners and actor.country not in owners and actor.country not in SUPRANATIONAL

    def _possessors(self, i: int) -> set[str | None]:
        """The countries of whom the possessive pronoun before a noun stands for; none without one."""
        pronoun = next((k for k in self.g.kids[i] if self.g.rel[k] == "nmod:poss" and self.g.tag[k] == "PRP$"), None)
        return {owner.country for owner in self.actors(pronoun)} if pronoun is not None else set()

    def _description(self, i: int) -> tuple[Actor, ...]:
        """ "the minister", "the two countries": a common noun with a definite article and no name in it."""
        g = self.g
        if g.pos[i] not in ("NOUN", "PROPN"):
            return ()
        lemma = g.lemma[i].lower()
        start, end = extent(g, i)
        plural = g.tag[i] in ("NNS", "NNPS")
        definite = any(g.base(k) == "det" and g.lower[k] in ("the", "this", "that", "both", "these") for k in g.kids[i]) or (start > 0 and g.lower[start - 1] in ("the", "both", "these"))
        if g.pos[i] == "PROPN" and (end - start > 3 or any(g.base(k) == "flat" for k in g.kids[i])):
            return ()
        if not (definite or lemma in ("side",)):
            return ()
        role = self.table.role(g.doc[start : i + 1].text) or self.table.role(lemma)
        if not (lemma in COUNTRY_NOUNS or lemma in GROUP_NOUNS or lemma in PAIRS or role is not None or self.coreference.called(lemma)):
            return ()
        if any(t in self.phrases.names for t in range(start, end)) or any(g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and k > i and g.case(k) in ("of", "in", "for")) for k in g.kids[i]):
            return ()
        former = g.lower[start] in ("former", "ex")
        if former:
            role = self.table.role(lemma)
        number = None
        for t in range(max(0, start - 1), i):
            number = NUMBERS.get(g.lower[t], number)
        if any(g.base(k) == "amod" and g.tag[k] == "JJ" and g.lower[k] in ("other", "neighbouring", "neighboring", "foreign", "new", "many", "most") for k in g.kids[i]):
            return ()
        return self.coreference.description(i, lemma, start, end, plural, number, role.phrase if role else None, former)

    def _several(self, i: int, actor: Actor) -> tuple[Actor, ...]:
        """ "the leaders of Serbia and Kosovo", "Indian and Pakistani troops", "Hamas and Fatah militants": one actor for each
        country or body that a plural names."""
        g = self.g
        if actor.via != "noun" or g.tag[i] != "NNS":
            return ()
        of = [c for k in g.kids[i] if g.base(k) == "nmod" and g.case(k) in ("of", "from") for c in g.conjuncts(k)]
        before = [c for k in g.kids[i] if k < i and (g.base(k) in ("amod", "compound") or g.rel[k] == "nmod:desc") for c in g.conjuncts(k) if c < i]
        start, end = extent(g, i)
        for tokens in (of, before):
            owners: dict[str, tuple[Entry, str]] = {}  # and how the text names each
            for t in tokens:
                match = self.phrases.names.get(t)
                entry = self._owner(match.found) if match is not None else None
                if entry is not None:
                    owners.setdefault(entry.id, (entry, g.doc[match.start : match.end].text))
            if len(owners) > 1 and len({e.kind in _LANDS for e, _ in owners.values()}) == 1:
                if next(iter(owners.values()))[0].kind not in _LANDS:
                    return tuple(self.phrases.from_entry(e, start, end, "noun") for e, _ in owners.values())
                noun = g.doc[max(tokens) + 1 : i + 1].text if tokens is before else g.doc[start : i + 1].text
                case = next((g.case(k) for k in g.kids[i] if k in tokens), "of")
                return tuple(replace(actor, id=None, name=f"{text} {noun}" if tokens is before else f"{noun} {case} {text}", country=e.country or e.id) for e, text in owners.values())
        return ()

    def _owner(self, found: tuple[tuple[Entry, Name], ...]) -> Entry | None:
        ranked = [e for e, _ in self.phrases.report.ranked(found)]
        return next((e for e in ranked if e.kind in _LANDS), next((e for e in ranked if e.kind in ("group", "party")), None))

    def _counterpart(self, i: int) -> Actor | None:
        """ "his Iraqi counterpart": who holds in the country the office of him."""
        g = self.g
        if g.lemma[i] != "counterpart" or self.published is None or any(g.base(k) == "appos" for k in g.kids[i]):
            return None
        start, end = extent(g, i)
        country = self.phrases.country_of(i, start, end)
        owner = next((a for k in g.kids[i] if g.rel[k] == "nmod:poss" for a in self.actors(k)), None)
        office = self.table.role(owner.role) if owner is not None and owner.role else None
        if country is None or office is None:
            return None
        holder = self.table.holder(country, office.normal, self.published)
        return self.phrases.from_entry(holder, start, end, "noun") if holder is not None else None

    def on_date(self, actor: Actor, date: str | None) -> Actor:
        """The actor with the office, sectors and country of another date (the event's own); who is meant by an office alone
        ("the Iranian president") is who held it then."""
        if date is None or actor.id is None or date == self.published:
            return actor
        entry = self.table.get(actor.id)
        if (actor.start, actor.end) in self.phrases.report.by_office and actor.via == "noun":
            entry = self.phrases.people.in_office(*self.phrases.report.by_office[actor.start, actor.end], date) or entry
            actor = replace(actor, id=entry.id, name=entry.name) if entry is not None else actor
        if entry is None or entry.kind != "person":
            return actor
        office = entry.role_on(date)
        sectors = entry.sectors_on(date)
        if not sectors and office is None:
            return replace(actor, role=None)
        return replace(actor, role=office.text if office else None, sectors=tuple(sectors), country=entry.country_on(date))

    def state_controlled(self, id: str | None) -> bool | None:
        """Whether a state controls the medium of that id; None for what is no medium of the table."""
        entry = self.table.get(id) if id is not None else None
        return entry.state_controlled if entry is not None and entry.kind == "media" else None

    def state_controlled_name(self, publisher: str | None) -> bool | None:
        """The same for a publisher by name."""
        media = [e for e in self.table.candidates(publisher) if e.kind == "media"] if publisher else []
        return media[0].state_controlled if media else None

    def all_mentions(self, used: Container[tuple[int, int]] = ()) -> list[Actor]:
        """Every actor mention of the text, in text order.

        One that two tokens head stands once, by what tells most. A capital or a building that is only where something is
        stands for nobody, and an adjective is part of its noun's mention, unless an event took it for an actor: `used` has
        the spans of those.
        """
        spans: dict[tuple[int, int], tuple[Actor, ...]] = {}
        for head in sorted(self._found, key=lambda h: (h not in self._read, h)):
            found = self._found[head]
            if not found:
                continue
            span = found[0].start, found[0].end
            if span not in used and (head not in self._read or (found[0].via == "metonym" and only_place(self.g, head))):
                continue
            if span not in spans or (head in self._read and _told(found) > _told(spans[span])):
                spans[span] = found
        return sorted((a for found in spans.values() for a in dict.fromkeys(found)), key=lambda a: (a.start, a.end))


def _told(actors: tuple[Actor, ...]) -> tuple[bool, bool, int, bool]:
    first = actors[0]
    return first.id is not None, first.country is not None, len(first.sectors), first.role is not None
