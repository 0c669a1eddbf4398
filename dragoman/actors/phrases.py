"""Noun phrases to actors: names, demonyms, offices, sector nouns and what stands around them.

"Iranian President Ebrahim Raisi", "Turkish police", "the French foreign minister", "Hamas fighters", "a spokesman for
the ministry". What a phrase leaves open (pronouns, "the minister", "the two countries") is `coreference.py`'s.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.names import NameMatch, find_names
from dragoman.actors.table import ActorTable, Entry, Name, Role, SectorNoun, fold, within
from dragoman.reading.grammar import Grammar
from dragoman.reading.mentions import extent
from dragoman.records import Actor

BODY_KINDS = ("organ", "group", "igo", "ngo", "mnc", "party", "media", "ethnic", "religious")
GENERIC = {
    "people", "man", "woman", "person", "child", "country", "nation", "state", "government", "side", "leader", "official", "member", "group",
    "party", "head", "authority", "force", "resident", "family", "victim",
}  # fmt: skip
FOLLOW = {
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "representative",
    "envoy",
    "delegation",
    "member",
    "fighter",
    "ambassador",
    "lawyer",
    "leader",
    "head",
    "chief",
    "commander",
    "delegate",
    "negotiator",
    "adviser",
    "advisor",
    "aide",
}
# Parts of a body that act in its name: "the African Union mission".
PARTS = {"mission", "office", "command", "wing", "branch", "bureau", "headquarters", "secretariat", "leadership", "camp", "team", "delegation", "side", "arm", "convoy", "patrol", "base", "unit"}
LATELY = 12  # years that a head of state is still known by the family name alone
FORMER = {"former", "ex", "ex-", "late", "then", "outgoing", "onetime", "ousted", "deposed"}


class Phrases:
    """Actors of the noun phrases of one text. `published`: ISO date on which offices are looked up, or None."""

    def __init__(self, g: Grammar, table: ActorTable, published: str | None):
        self.g, self.table, self.published = g, table, published
        self.names: dict[int, NameMatch] = find_names(g, table)
        self.places = {e.country for m in self.names.values() for e, _ in m.found if e.kind in ("country", "igo")}
        self._drop_namesakes()
        # countries that the report names without doubt: they tell namesakes apart
        self.countries = {e.country for m in self.names.values() for e, _ in m.found[:1] if e.kind == "country" and len(m.found) == 1}
        self.entity: dict[int, tuple[int, int, str]] = {}
        for ent in g.doc.ents:
            for t in range(ent.start, ent.end):
                self.entity[t] = (ent.start, ent.end, _label(ent.label_))
        # persons met so far by the last word of their names, and bodies by the acronym that the text gives or implies
        self.people: dict[str, list[Actor]] = {}
        self.met: set[str] = set()  # entries that anything in the text stood for; seen_ids: persons called by name
        self.seen_ids: set[str] = set()
        self.first_names: dict[str, list[Actor]] = {}
        self.acronyms: dict[str, Actor] = {}

    # entries to actors ------------------------------------------------------------------------------------------

    def span_actor(self, start: int, end: int, **fields) -> Actor:
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
        return self.span_actor(start, end, id=entry.id, name=entry.name, country=entry.country_on(date), sectors=tuple(sectors), role=office.text if office else None, via=via)

    def choose(self, found: tuple[tuple[Entry, Name], ...], start: int, end: int) -> tuple[Entry, Name] | None:
        """Of several entries with one name, the one that the report and the date favour."""
        label = self.entity.get(start, (0, 0, ""))[2]
        best, best_score = None, -99.0
        for order, (entry, name) in enumerate(found):
            score = -0.1 * order
            if entry.kind == "person":
                if name.form != "family" and not self._likely(entry):
                    continue  # a match that was made for a person's name alone
                office = entry.role_on(self.published)
                score += 2.0 if office is not None else 0.0
                score -= 0.3 * (office.rank if office else 2)
                if name.form == "family":
                    score -= 1.5
                    if any(o.rank == 0 and self._lately(o.valid_from, o.valid_to) for o in entry.roles):
                        score += 3.0  # "Obama" is who was president, whoever else is in some office
                    if entry.id in self.seen_ids:
                        score += 4.0
                if label in ("LOC", "ORG"):
                    score -= 2.5
                if label == "PERSON":
                    score += 2.0
            else:
                if label == "PERSON":
                    score -= 2.5
                if entry.kind == "country":
                    score += 1.5
            if (entry.valid_from or entry.valid_to) and self.published and not within(self.published, entry.valid_from, entry.valid_to):
                score -= 2.0
            if entry.id in self.met:
                # "Brussels" is the Union in a report on the Union
                score += 2.0 if name.form == "metonym" else 0.5
            if entry.country in self.countries and entry.kind != "country":
                score += 1.0
            if score > best_score:
                best, best_score = (entry, name), score
        return best

    def _likely(self, entry: Entry) -> bool:
        """Whether a person whom only a source's list has may be meant: one of the great offices, or who held a lesser one about
        then in a country or a body that the report names. Others of the name are likelier namesakes."""
        if entry.kind != "person" or entry.known or not entry.roles or not self.published:
            return True
        great = any(o.rank <= 1 for o in entry.roles)
        lately = any(self._lately(o.valid_from, o.valid_to) for o in entry.roles)
        here = any(place in self.places for place in (entry.country, *(o.country for o in entry.roles)))
        return (here and (great or lately)) or (great and lately)

    def _drop_namesakes(self) -> None:
        """Take out of the names found the persons who are not likely meant."""
        for token, match in list(self.names.items()):
            found = tuple(pair for pair in match.found if pair[1].form == "family" or self._likely(pair[0]))
            if not found:
                del self.names[token]
            elif len(found) < len(match.found):
                self.names[token] = replace(match, found=found)

    def note_acronym(self, head: int, actor: Actor) -> None:
        """Remember the acronym of a body just named: the one in brackets after it, or its initials."""
        g = self.g
        start, end = extent(g, head)
        words = [g.text[t] for t in range(start, head + 1) if g.pos[t] not in ("PUNCT", "SPACE")]
        for t in range(end, min(end + 2, g.n - 2)):
            if g.text[t] == "(" and g.text[t + 1].isupper() and 2 <= len(g.text[t + 1]) <= 8 and g.text[t + 2] == ")":
                self.acronyms.setdefault(g.text[t + 1], actor)
                return
        if len(words) >= 3 and all(w.isalpha() for w in words):
            self.acronyms.setdefault("".join(w[0] for w in words).upper(), actor)

    # phrases ----------------------------------------------------------------------------------------------------

    def resolve(self, head: int) -> Actor | None:
        """The actor of the noun phrase of `head`, from its own words; None where they don't tell."""
        g = self.g
        pos = g.pos[head]
        if pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X") and head not in self.names:
            return None
        match = self.names.get(head)
        start, end = extent(g, head)
        if g.text[head] in self.acronyms:
            meant = self.acronyms[g.text[head]]
            return self.span_actor(head, head + 1, id=meant.id, name=meant.name, country=meant.country, sectors=meant.sectors, role=None, via="name")
        entity = self.entity.get(head)
        if match is None:
            for k in g.kids[head]:
                if g.base(k) in ("flat", "compound") and k > head and k in self.names and g.pos[k] == "PROPN":
                    match = self.names[k]
                    break
        single = entity is not None and entity[1] - entity[0] == 1 and match is not None and not self.people.get(_last_word(g.text[head]))
        if entity and entity[2] == "PERSON" and not single and (match is None or not _covers(match, entity) or not any(e.kind == "person" for e, _ in match.found)):
            person = self._person(head, entity, start, end)
            if person is not None:
                return person
        if match is not None:
            chosen = self.choose(match.found, match.start, match.end)
            if chosen is not None and chosen[0].kind in ("organ", "party", "group") and start < match.start:
                # "Peru's Congress" is not that of the United States
                country = self._country_in(range(start, match.start))
                if country is not None and chosen[0].country is not None and len(chosen[0].country) == 3 and country != chosen[0].country:
                    chosen = None
            if chosen is not None:
                actor = self._named(head, match, chosen, start, end)
                if actor is not None:
                    return actor
        named = self._apposed(head)
        if named is not None:
            return named
        noun = self._noun(head, start, end)
        if noun is not None:
            return noun
        if entity and entity[2] in ("ORG",) and pos == "PROPN":
            return self._organisation(head, entity, start, end)
        return None

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

    def _named(self, head: int, match: NameMatch, chosen: tuple[Entry, Name], start: int, end: int) -> Actor | None:
        g = self.g
        entry, name = chosen
        begin, stop = min(start, match.start), max(end, match.end)
        if entry.kind == "country" and name.form == "metonym" and self.published and not within(self.published, entry.valid_from, entry.valid_to):
            return None  # "Aden" stands for no state today
        if entry.kind == "country":
            if name.form in ("demonym", "adjective") or g.tag[head].startswith("JJ"):
                if g.tag[head] in ("NNS", "NNPS", "NN") and g.base(head) not in ("amod", "compound") and name.form == "demonym":
                    actor = self.from_entry(entry, begin, stop, "demonym")
                    return _with(actor, sectors=("CVL",))
                return self.from_entry(entry, match.start, match.end, "demonym")
            via = "metonym" if name.form == "metonym" else "name"
            if g.pos[head] == "NOUN" and match.end - 1 < head:
                return None  # "Iran talks": the talks are no actor
            return self.from_entry(entry, match.start, match.end, via)
        if entry.kind == "person" and name.form == "family" and match.end - match.start == 1:
            word = _last_word(g.text[match.start])
            known = self.people.get(word) or self.first_names.get(word)
            if known:
                same = self._prefer(known, None, None)
                return self.span_actor(min(begin, match.start), max(stop, match.end), id=same.id, name=same.name, country=same.country, sectors=same.sectors, role=same.role, via="name")
            if not self._well_known(entry, match, head, begin):
                return None  # many share a family name: only the holder of a great office goes without a first name
        if entry.kind == "person":
            full = (min(begin, match.start), max(stop, match.end))
            actor = self.from_entry(entry, *full, "name")
            former = any(g.lower[k] in FORMER for k in range(full[0], match.start))
            if former and actor.sectors != ("ELI",):
                actor = _with(actor, role=None, sectors=("ELI",))
            elif actor.role is None and not actor.sectors:
                role, country = self._title(head, full[0], match.start)
                if role is not None:
                    actor = _with(actor, role=role.phrase, sectors=role.sectors, country=actor.country or country)
            self._remember(actor, match.end - 1)
            return actor
        if entry.kind in ("ethnic", "religious") and name.form == "adjective" and g.pos[head] == "NOUN" and match.end - 1 < head:
            return None
        if match.end - 1 < head and g.pos[head] == "NOUN":
            return None
        via = "metonym" if name.form == "metonym" else "name"
        rivals = {e.country for e, _ in match.found if e.kind in ("group", "ethnic", "religious", "party")}
        if len(rivals) > 1 and entry.country not in self.countries and entry.kind in ("group", "ethnic", "religious", "party"):
            # "Muslims", "the Democratic Party": namesakes in several countries, and the report names none of them
            return self.span_actor(match.start, match.end, id=None, name=g.doc[match.start : match.end].text, country=None, sectors=entry.sectors, via=via)
        return self.from_entry(entry, match.start if g.pos[head] == "PROPN" else begin, max(match.end, head + 1), via)

    def _well_known(self, entry: Entry, match: NameMatch, head: int, begin: int) -> bool:
        """Whether a person may be meant by the family name alone: in a great office on the date, called by the title of
        an office that is or was theirs, or the only one of the name who was head of state or government lately."""
        office = entry.role_on(self.published)
        if office is not None:
            return office.rank <= 1
        role, _ = self._title(head, begin, match.start)
        if role is not None and any(o.normal == role.normal for o in entry.roles):
            return True
        heads = [e for e, n in match.found if e.kind == "person" and any(o.rank == 0 and self._lately(o.valid_from, o.valid_to) for o in e.roles)]
        return [e.id for e in heads] == [entry.id]

    def _lately(self, from_: str | None, to: str | None) -> bool:
        if self.published is None:
            return False
        year = int(self.published[:4])
        return (from_ is None or int(from_[:4]) - year <= LATELY) and (to is None or year - int(to[:4]) <= LATELY)

    def _remember(self, actor: Actor, last: int) -> None:
        if actor.id is not None:
            self.seen_ids.add(actor.id)
        key = _last_word(self.g.text[last])
        first = _last_word(actor.name.split(" ")[0]) if actor.name else key
        for name, people in ((key, self.people), (first, self.first_names)):
            known = people.setdefault(name, [])
            if all((a.id, a.name) != (actor.id, actor.name) for a in known):
                known.append(actor)

    def _title(self, head: int, start: int, end: int) -> tuple[Role | None, str | None]:
        """The office and the country that stand before a name ("French Foreign Minister"), or in its apposition."""
        g = self.g
        words = [g.text[t] for t in range(start, end) if g.pos[t] not in ("PUNCT", "SPACE")]
        country = self._country_in(range(start, end))
        for a in range(len(words)):
            for b in range(len(words), a, -1):
                role = self.table.role(" ".join(words[a:b]))
                if role is not None:
                    return role, country
        for k in [x for x in g.kids[head] if g.base(x) == "appos"] + ([g.head[head]] if g.rel[head] == "appos" else []):
            s, e = extent(g, k)
            role = self._role_of(k, s, e)
            if role is not None:
                return role, self.country_of(k, s, e) or country
            noun = self._sector_noun(k, s)
            if noun is not None:
                return Role(noun.lemma, noun.lemma, noun.sectors, 2), self.country_of(k, s, e) or country
        if words:
            for a in range(len(words)):
                noun = self.table.noun(" ".join(words[a:]))
                if noun is not None:
                    return Role(noun.lemma, noun.lemma, noun.sectors, 2), country
        return None, country

    def _person(self, head: int, entity: tuple[int, int, str], start: int, end: int) -> Actor | None:
        """A person by name: of the table, met before in the report, or unknown and described by title or apposition."""
        g = self.g
        s, e, _ = entity
        # the name may begin after a title that the entity took in
        begin, stop = min(start, s), max(e, head + 1)
        words = [g.text[t] for t in range(s, e) if g.pos[t] not in ("PUNCT", "SPACE") or g.text[t] == "-"]
        if not words:
            return None
        last = _last_word(g.text[e - 1]) or _last_word(words[-1])
        role, country = self._title(head, begin, s)
        known = self.people.get(last) or self.first_names.get(last) or []
        if len([w for w in words if w != "-"]) == 1 and known:
            actor = self._prefer(known, role, country)
            return self.span_actor(begin, stop, id=actor.id, name=actor.name, country=actor.country, sectors=actor.sectors, role=actor.role, via="name")
        # a name of the table inside the entity that ends it ("Sergey V. Lavrov")
        whole = self.table.matches(" ".join(words).replace(" - ", "-"))
        persons = [(x, n) for x, n in whole if x.kind == "person"]
        if not persons and len(words) == 1:
            persons = [(x, n) for x, n in self.table.matches(words[0]) if x.kind == "person" and n.form == "family"]
            persons = [(x, n) for x, n in persons if (country is None or x.country == country)]
            single = self.names.get(s)
            persons = [(x, n) for x, n in persons if single is not None and self._well_known(x, single, head, begin)]
        if not persons and len(words) >= 3:
            persons = [(x, n) for x, n in self.table.matches(f"{words[0]} {words[-1]}") if x.kind == "person"]
        if persons:
            chosen = self.choose(tuple(persons), s, e)
            if chosen is not None:
                actor = self.from_entry(chosen[0], begin, stop, "name")
                self._remember(actor, e - 1)
                return actor
        sectors = role.sectors if role else ()
        if any(g.lower[t] in FORMER for t in range(begin, s)) and "GOV" in sectors:
            sectors, role = ("ELI",), None
        actor = self.span_actor(begin, stop, id=None, name=g.doc[s:e].text, country=country, sectors=sectors, role=role.phrase if role else None, via="name")
        if len(words) > 1 or role is not None:
            self._remember(actor, e - 1)
        return actor

    def _prefer(self, known: list[Actor], role: Role | None, country: str | None) -> Actor:
        for actor in reversed(known):
            if country is not None and actor.country == country and (role is None or actor.role == role.phrase):
                return actor
        return known[-1]

    def _organisation(self, head: int, entity: tuple[int, int, str], start: int, end: int) -> Actor:
        s, e, _ = entity
        begin, stop = min(start, s), max(e, head + 1)
        noun = self._sector_noun(head, start)
        return self.span_actor(s, stop, id=None, name=self.g.doc[s:e].text, country=self.country_of(head, begin, stop), sectors=noun.sectors if noun else (), role=None, via="name")

    # common nouns -----------------------------------------------------------------------------------------------

    def _country_in(self, tokens) -> str | None:
        for t in tokens:
            match = self.names.get(t)
            if match is not None:
                for entry, _ in match.found:
                    if entry.kind == "country":
                        return entry.country or entry.id
                    if entry.kind == "organ" and entry.country and len(entry.country) == 3:
                        return entry.country  # "the State Department spokesman"
        return None

    def country_of(self, head: int, start: int, end: int) -> str | None:
        """The country that a noun phrase names: in its modifiers, its possessor, its "of" or "in"."""
        g = self.g
        found = self._country_in(range(start, head))
        if found:
            return found
        for k in g.kids[head]:
            if g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and g.case(k) in ("of", "in", "from", "for")):
                match = self.names.get(k)
                if match is not None:
                    for entry, _ in match.found:
                        if entry.kind == "country":
                            return entry.country or entry.id
                s, e = extent(g, k, with_of=False)
                inner = self._country_in(range(s, e))
                if inner:
                    return inner
        return None

    def _role_of(self, head: int, start: int, end: int) -> Role | None:
        g = self.g
        words = [g.text[t] for t in range(start, head + 1) if g.pos[t] not in ("PUNCT", "SPACE")]
        for a in range(len(words)):
            role = self.table.role(" ".join(words[a:]))
            if role is not None:
                return role
        return None

    def _sector_noun(self, head: int, start: int) -> SectorNoun | None:
        g = self.g
        words = [g.text[t] for t in range(start, head + 1) if g.pos[t] not in ("SPACE",)]
        for a in range(len(words)):
            noun = self.table.noun(" ".join(words[a:]))
            if noun is not None:
                return noun
        return self.table.noun(g.lemma[head])

    def _noun(self, head: int, start: int, end: int) -> Actor | None:
        g = self.g
        if g.pos[head] not in ("NOUN", "PROPN"):
            return None
        role = self._role_of(head, start, end)
        noun = self._sector_noun(head, start)
        if role is None and noun is None:
            part_of = self._body(head, start) if g.lemma[head].lower() in PARTS else None
            if part_of is None:
                return None
            entry, _ = part_of
            return self.from_entry(entry, start, end, "noun") if entry.kind not in ("ethnic", "religious") else None
        country = self.country_of(head, start, end)
        singular = g.tag[head] in ("NN", "NNP")
        former = any(g.lower[t] in FORMER for t in range(start, head))
        body = self._body(head, start)
        if role is not None and role.rank <= 1 and singular and country and self.published and not former and not self._indefinite(head):
            holder = self.table.holder(country, role.normal, self.published)
            if holder is not None:
                return self.from_entry(holder, start, end, "noun")
        text = g.doc[start:end].text
        if body is not None and noun is not None and (noun.form != "organ"):
            entry, _ = body
            sectors = entry.sectors or noun.sectors
            name = entry.name if entry.kind not in ("ethnic", "religious") else text
            if entry.kind in ("ethnic", "religious"):
                return self.span_actor(start, end, id=None, name=text, country=country, sectors=noun.sectors, role=None, via="noun")
            return self.span_actor(start, end, id=entry.id, name=name, country=entry.country_on(self.published), sectors=tuple(sectors), role=role.phrase if role and singular else None, via="noun")
        sectors = (role.sectors if role else ()) or (noun.sectors if noun else ())
        if noun is not None and noun.lemma in GENERIC and country and not sectors:
            sectors = ("GOV",)
        if former and "GOV" in sectors:
            sectors = ("ELI",)
        follow = self._followed(head) if g.lemma[head] in FOLLOW else None
        if follow is not None:
            return self.span_actor(start, end, id=follow.id, name=follow.name, country=follow.country, sectors=follow.sectors or sectors, role=role.phrase if role else g.lemma[head], via="noun")
        if not sectors and country is None:
            return None
        identity = None
        if country and noun is not None and noun.lemma in ("government", "authority", "administration", "regime", "state", "official") and not former:
            identity = country if noun.lemma in ("government", "administration", "regime", "state") else None
        return self.span_actor(start, end, id=identity, name=text, country=country, sectors=tuple(sectors), role=role.phrase if role and singular else None, via="noun")

    def _indefinite(self, head: int) -> bool:
        g = self.g
        return any(g.base(k) == "det" and g.lower[k] in ("a", "an", "another", "some", "any", "each", "every", "no") for k in g.kids[head]) or any(
            g.lower[k] in ("deputy", "vice", "assistant", "senior", "next", "new", "future", "acting") for k in g.kids[head]
        )

    def _body(self, head: int, start: int) -> tuple[Entry, Name] | None:
        """An organisation or a people among the modifiers or in the "of": "Hamas fighters", "members of the Taliban"."""
        g = self.g
        seen = []
        for t in range(start, head):
            match = self.names.get(t)
            if match is not None and match.end <= head and match not in seen:
                seen.append(match)
        for k in g.kids[head]:
            if (g.base(k) == "nmod" and g.case(k) in ("of", "from") and k > head) or g.rel[k] == "nmod:poss":
                match = self.names.get(k)
                if match is not None:
                    seen.append(match)
        for match in seen:
            for entry, name in match.found:
                if entry.kind in BODY_KINDS:
                    return entry, name
        return None

    def _followed(self, head: int) -> Actor | None:
        """Whom a spokesman or a member speaks for."""
        g = self.g
        for k in g.kids[head]:
            if g.base(k) == "nmod" and g.case(k) in ("for", "of", "to", "from", "with"):
                below = self.resolve(k)
                if below is not None and below.via in ("name", "noun", "metonym") and g.pos[k] in ("NOUN", "PROPN"):
                    return below
            if g.rel[k] in ("compound", "nmod:poss") and k < head and k in self.names:
                entries = [x for x in self.names[k].found if x[0].kind in BODY_KINDS]
                if entries:
                    return self.from_entry(entries[0][0], k, k + 1, "name")
        # "foreign ministry spokesman"
        compounds = [k for k in g.kids[head] if g.rel[k] == "compound" and k < head]
        for k in reversed(compounds):
            noun = self._sector_noun(k, extent(g, k, with_of=False)[0])
            if noun is not None:
                return self.span_actor(k, k + 1, id=None, name=None, country=self.country_of(head, extent(g, head)[0], head), sectors=noun.sectors, via="noun")
        return None


def _covers(match: NameMatch, entity: tuple[int, int, str]) -> bool:
    return match.start <= entity[0] and match.end >= entity[1] or match.end - match.start >= 2 and match.end >= entity[1]


def _last_word(text: str) -> str:
    """What a family name is compared by: "al-Abadi" and "Abadi" are one."""
    return (fold(text).split(" ") or [""])[-1]


def _with(actor: Actor, **changes) -> Actor:
    return replace(actor, **changes)


def _label(label: str) -> str:
    return {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC", "ARMED_GROUP": "ORG"}.get(label, label)
