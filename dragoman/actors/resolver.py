"""Mentions to actors, for one text: one pass in text order, names first, then what refers back to them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.coreference import COUNTRY_NOUNS, GROUP_NOUNS, PAIRS, Coreference
from dragoman.actors.phrases import Phrases
from dragoman.actors.table import ActorTable
from dragoman.reading.grammar import Grammar
from dragoman.reading.mentions import extent, is_head
from dragoman.reading.statements import Saying
from dragoman.records import Actor

NUMBERS = {"two": 2, "both": 2, "2": 2, "three": 3, "four": 4}
RELATIVES = {"who", "which", "that", "whom", "whose"}


class Resolver:
    """The actors of one text.

    `g`: the parse; `sayings`: its statements (for "I" and "he" in quotations); `published`: ISO date on which offices
    are looked up, or None (then nobody's office is given, and "the president" stays a description).
    """

    def __init__(self, g: Grammar, table: ActorTable, sayings: list[Saying], published: str | None):
        self.g, self.table, self.published = g, table, published
        self.phrases = Phrases(g, table, published)
        self._found: dict[int, tuple[Actor, ...]] = {}
        self._kinds: dict[str, str | None] = {}
        self.coreference = Coreference(g, sayings, self._kind)
        self.coreference.late = self._late  # type: ignore[method-assign]
        self.coreference.country_actor = self._country  # type: ignore[method-assign]
        for i in range(g.n):
            if is_head(g, i) or (g.pos[i] in ("DET", "NUM") and g.lower[i] in ("both", "they", "those") and g.base(i) in ("nsubj", "obj")):
                found = self._resolve(i)
                self._found[i] = found
                for actor in found:
                    if actor.via != "pronoun":
                        self.coreference.meet(i, actor)

    def _kind(self, id: str | None) -> str | None:
        if id is None:
            return None
        if id not in self._kinds:
            entry = self.table.get(id)
            self._kinds[id] = entry.kind if entry is not None else None
        return self._kinds[id]

    def _late(self, head: int) -> Actor | None:
        return self.phrases.resolve(head)

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
        several = self._several(i, actor)
        if several:
            return several
        if actor.via in ("name", "noun") and self._kind(actor.id) not in ("person", "country"):
            self.phrases.note_acronym(i, actor)
        return (actor,)

    def _owned(self, i: int, actor: Actor) -> Actor:
        """ "its army", "our troops": with the country of whom the pronoun stands for."""
        for k in self.g.kids[i]:
            if self.g.rel[k] == "nmod:poss" and self.g.tag[k] == "PRP$":
                countries = {owner.country for owner in self.actors(k)}
                if len(countries) == 1:
                    return replace(actor, country=countries.pop())
        return actor

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
        role = self.table.role(g.doc[start : i + 1].text) or self.table.role(lemma)
        if not (definite or lemma in ("side",)) or not (lemma in COUNTRY_NOUNS or lemma in GROUP_NOUNS or lemma in PAIRS or role is not None):
            return ()
        if any(t in self.phrases.names for t in range(start, end)) or any(g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and k > i and g.case(k) in ("of", "in", "for")) for k in g.kids[i]):
            return ()
        if g.lower[max(0, start)] in ("former", "ex"):
            return ()
        number = None
        for t in range(max(0, start - 1), i):
            number = NUMBERS.get(g.lower[t], number)
        if any(g.base(k) == "amod" and g.tag[k] == "JJ" and g.lower[k] in ("other", "neighbouring", "neighboring", "foreign", "new", "many", "most") for k in g.kids[i]):
            return ()
        return self.coreference.description(i, lemma, start, end, plural, number, role.phrase if role else None)

    def _several(self, i: int, actor: Actor) -> tuple[Actor, ...]:
        """ "the leaders of Serbia and Kosovo", "Indian and Pakistani troops": one actor for each country that a plural
        names."""
        g = self.g
        if actor.via != "noun" or g.tag[i] != "NNS":
            return ()
        of = [c for k in g.kids[i] if g.base(k) == "nmod" and g.case(k) == "of" for c in g.conjuncts(k)]
        before = [c for k in g.kids[i] if k < i and (g.base(k) in ("amod", "compound") or g.rel[k] == "nmod:desc") for c in g.conjuncts(k) if c < i]
        for tokens in (of, before):
            countries: dict[str, str] = {}  # and how the text names each
            for t in tokens:
                match = self.phrases.names.get(t)
                entry = next((e for e, _ in match.found if e.kind in ("country", "igo")), None) if match is not None else None
                if entry is not None:
                    countries.setdefault(entry.country or entry.id, g.doc[match.start : match.end].text)
            if len(countries) > 1:
                noun = " ".join(g.text[max(tokens) + 1 : i + 1] if tokens is before else g.text[i : i + 1])
                return tuple(replace(actor, id=None, name=f"{text} {noun}" if tokens is before else f"{noun} of {text}", country=c) for c, text in countries.items())
        return ()

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
        """The actor with the office, sectors and country of another date (the event's own)."""
        if date is None or actor.id is None or date == self.published:
            return actor
        entry = self.table.get(actor.id)
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

    def all_mentions(self) -> list[Actor]:
        """Every actor mention of the text, in text order; one that two tokens head stands once."""
        found = dict.fromkeys(a for i in sorted(self._found) for a in self._found[i])
        return sorted(found, key=lambda a: (a.start, a.end))
