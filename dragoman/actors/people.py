"""Persons by name: of the table, met before in the report, or unknown and described by a title or an apposition."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.modifiers import Modifiers
from dragoman.actors.names import NameMatch
from dragoman.actors.namesakes import has_held, lately_head
from dragoman.actors.offices import office_holders
from dragoman.actors.report import Report, last_word
from dragoman.actors.table import Entry, Name, Role
from dragoman.records import Actor


class People:
    """The persons whom one report names."""

    def __init__(self, report: Report, modifiers: Modifiers):
        self.report, self.modifiers = report, modifiers
        self.g, self.table = report.g, report.table

    def well_known(self, entry: Entry, match: NameMatch, head: int, begin: int) -> bool:
        """Whether a person may be meant by the family name alone: in a great office on the date, called by the title of
        an office that is or was theirs, or the only one of the name who was head of state or government lately."""
        on = self.report.published
        office = entry.role_on(on)
        if office is not None:
            return office.rank <= 1 or office.normal == "opposition leader"
        role, _ = self.modifiers.title(head, begin, match.start)
        if role is not None and has_held(entry, role, None):
            return True
        heads = [e.id for e, _ in match.found if e.kind == "person" and lately_head(e, on)]
        return heads == [entry.id]

    def known(self, word: str) -> list[Actor]:
        """The persons met before whose family name, else whose first name, is the word."""
        key = last_word(word)
        return self.report.people.get(key) or self.report.first_names.get(key) or []

    def remember(self, actor: Actor, last: int) -> None:
        """Take note of a person just named; `last`: the last token of the name."""
        if actor.id is not None:
            self.report.called.add(actor.id)
        key = last_word(self.g.text[last])
        first = last_word(actor.name.split(" ")[0]) if actor.name else key
        for name, people in ((key, self.report.people), (first, self.report.first_names)):
            known = people.setdefault(name, [])
            if all((a.id, a.name) != (actor.id, actor.name) for a in known):
                known.append(actor)

    def prefer(self, known: list[Actor], role: Role | None, country: str | None) -> Actor:
        """Of several met persons of one name, the one of the title's country and office, else in office, else the last."""
        for actor in reversed(known):
            if country is not None and actor.country == country and (role is None or actor.role == role.phrase):
                return actor
        return next((a for a in reversed(known) if a.role is not None), known[-1])

    def by_short_name(self, match: NameMatch, head: int, begin: int, stop: int) -> Actor | None:
        """The person met before whose family name, or first name, the match is."""
        known = self.known(self.g.text[match.start])
        return self.report.again(self.prefer(known, None, None), begin, stop) if known else None

    def of_table(self, entry: Entry, match: NameMatch, head: int, begin: int, stop: int) -> Actor:
        """A person of the table over tokens begin..stop."""
        actor = self.report.from_entry(entry, begin, stop, "name")
        role, country = self.modifiers.title(head, begin, match.start)
        actor = self._dated(actor, entry, role, begin, match.start)
        if actor.role is None and not actor.sectors and role is not None:
            actor = replace(actor, role=role.phrase, sectors=role.sectors, country=actor.country or (country.country if country else None))
        self.remember(actor, match.end - 1)
        return actor

    def _dated(self, actor: Actor, entry: Entry, role: Role | None, begin: int, name_start: int) -> Actor:
        """With what the words before the name say of its time: a "former" or "then" president is not in office, though
        another office of theirs may be."""
        if not self.modifiers.former(begin, name_start):
            return actor
        office = entry.role_on(self.report.published)
        if office is not None and (role is None or role.normal != office.normal) and not any(self.g.lower[t] == "late" for t in range(begin, name_start)):
            return actor
        return replace(actor, role=None, sectors=("ELI",))

    def named(self, head: int, entity: tuple[int, int, str], start: int, end: int) -> Actor | None:
        """The person whose name the model has found."""
        g = self.g
        s, e, _ = entity
        # the name may begin after a title that the entity took in
        begin, stop = min(start, s), max(e, head + 1)
        words = [g.text[t] for t in range(s, e) if g.pos[t] not in ("PUNCT", "SPACE") or g.text[t] == "-"]
        if not words:
            return None
        role, country = self.modifiers.title(head, begin, s)
        home = country.country if country is not None else None
        if len([w for w in words if w != "-"]) == 1 and (known := self.known(g.text[e - 1] or words[-1])):
            held = role is not None and not any(a.role for a in known)
            other = self._of_table(words, s, head, begin, role, home) if held else None
            if other is None:
                return self.report.again(self.prefer(known, role, home), begin, stop)
        chosen = self._of_table(words, s, head, begin, role, home)
        if chosen is not None:
            actor = self.report.from_entry(chosen, begin, stop, "name")
            actor = self._dated(actor, chosen, role, begin, s)
            self.remember(actor, e - 1)
            return actor
        actor = self._unknown(role, home, begin, s, e, stop)
        if len(words) > 1 or role is not None:
            self.remember(actor, e - 1)
        return actor

    def _of_table(self, words: list[str], s: int, head: int, begin: int, role: Role | None, home: str | None) -> Entry | None:
        """The table's person of a name: the whole one, a family name that tells enough, first and last word."""
        found = _persons(self.table.matches(" ".join(words).replace(" - ", "-")))
        if len(words) == 1:
            single = self.report.names.get(s)
            family = [(x, n) for x, n in found if n.form == "family"]
            found = [(x, n) for x, n in found if n.form != "family"]
            found = found or [(x, n) for x, n in family if (home is None or x.country == home) and single is not None and self.well_known(x, single, head, begin)]
        if not found and len(words) >= 3:
            found = _persons(self.table.matches(f"{words[0]} {words[-1]}"))
        best = self.report.ranked([pair for pair in found if self.report.likely(*pair, s)], "PERSON", role, home)
        return best[0][0] if best else None

    def _unknown(self, role: Role | None, home: str | None, begin: int, s: int, e: int, stop: int) -> Actor:
        """Somebody whom the table does not know, by the title."""
        sectors = role.sectors if role else ()
        if self.modifiers.former(begin, s) and "GOV" in sectors:
            sectors, role = ("ELI",), None
        return self.report.actor(begin, stop, id=None, name=self.g.doc[s:e].text, country=home, sectors=sectors, role=role.phrase if role else None, via="name")

    def in_office(self, role: Role, country: Entry | None, on: str | None) -> Entry | None:
        """Who held the office of a title on the date; the title may name the place itself ("UN chief")."""
        if on is None:
            return None
        if role.office is not None and role.place is not None and (country is None or country.country == role.place or country.kind != "country"):
            holders = self.table.holders(role.place, role.office, on)
            if holders:
                return holders[0]
        if country is None:
            return None
        found = office_holders(self.table, country, role, on)
        return found[0][0] if found else None


def _persons(found: tuple[tuple[Entry, Name], ...]) -> list[tuple[Entry, Name]]:
    return [(entry, name) for entry, name in found if entry.kind == "person"]
