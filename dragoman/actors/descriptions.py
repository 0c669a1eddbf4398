"""Short descriptions to the actors that the report has named: "the minister", "the group", "the two countries"."""

from __future__ import annotations

from dragoman.actors.candidates import Entity, Met
from dragoman.actors.table import ActorTable
from dragoman.reading.grammar import Grammar
from dragoman.records import Actor

PAIRS = frozenset(
    "chancellor premier king diplomat general country nation state side government capital neighbour neighbor ally leader president minister party power man rival army official candidate".split()
)
PERSON_PAIRS = frozenset("chancellor premier king diplomat general leader president minister man official candidate".split())
COUNTRY_NOUNS = {"country", "nation", "state", "republic", "kingdom", "government"}
GROUP_NOUNS = frozenset(
    "group organisation organization movement militia party bloc alliance union agency body network company ministry army military council "
    "parliament faction outfit coalition firm carmaker cartel".split()
)
# What a noun may take up again; others take up groups and parties.
KINDS_OF_NOUN = {
    "organisation": ("group", "igo", "ngo"), "organization": ("group", "igo", "ngo"), "bloc": ("igo",), "alliance": ("igo", "group", "party"), "union": ("igo", "ngo"),
    "agency": ("igo", "organ", "media", "ngo"), "body": ("igo", "organ", "ngo"), "company": ("mnc",), "firm": ("mnc",), "carmaker": ("mnc",), "cartel": ("igo", "group"),
    "ministry": ("organ",), "army": ("organ",), "military": ("organ",), "council": ("igo", "organ"), "parliament": ("organ",),
    "coalition": ("igo", "organ", "group", "party"), "network": ("group", "media"), "group": ("group", "party", "ngo"),
}  # fmt: skip
NAMED_SO = {"coalition", "alliance", "union", "council", "parliament", "army", "ministry"}  # only what bears the word in its name
FIGHTERS = {"militant", "rebel", "fighter", "insurgent", "jihadist", "extremist", "separatist", "guerrilla", "islamist"}
DIPLOMATS = {"envoy", "ambassador", "diplomat"}
PAIR_REACH = 12  # sentences that "the two countries" and "the government" look back
FAR_REACH = 60  # sentences that a description looks back


class Descriptions:
    """The part of `Coreference` that answers for descriptions, over the mentions that it keeps."""

    g: Grammar
    table: ActorTable
    met: list[Met]
    entities: dict[object, Entity]
    all_titles: set[str]

    def kind_of(self, id: str | None) -> str | None:
        """The kind of a table entry, or None."""
        entry = self.table.get(id) if id is not None else None
        return entry.kind if entry is not None else None

    def country_actor(self, country: str) -> Actor | None:
        """The country as an actor."""
        raise NotImplementedError

    def called(self, lemma: str) -> bool:
        """Whether the text called somebody by name so: "General Bajwa ..., the general"."""
        return lemma in self.all_titles or lemma in FIGHTERS

    def description(self, head: int, lemma: str, text_start: int, text_end: int, plural: bool, number: int | None, role: str | None, former: bool = False) -> tuple[Actor, ...]:
        """The actors that "the minister", "the group" or "the two countries" stands for, from those met before."""
        g = self.g
        begin = g.doc[text_start].idx
        text = g.doc[text_start:text_end].text

        def again(a: Actor) -> Actor:
            return Actor(text, begin, begin + len(text), a.id, a.name, a.country, a.sectors, a.role, "noun")

        people = lemma in PERSON_PAIRS
        if plural and lemma in PAIRS and (number == 2 or lemma in ("side", "neighbour", "neighbor") or (people and number is None and role is not None)):
            return tuple(again(a) for a in self._pair(head, people, lemma in ("side", "party", "rival"), role, lemma))
        if plural:
            found = self._body(head, lemma, ("group",)) if lemma in FIGHTERS and number is None and text_end - text_start == 1 else None
        elif former and (lemma in COUNTRY_NOUNS or lemma in GROUP_NOUNS):
            return ()
        elif lemma in COUNTRY_NOUNS:
            found = self._country_spoken_of(head)
        elif lemma in GROUP_NOUNS:
            found = self._body(head, lemma, KINDS_OF_NOUN.get(lemma, ("group", "party")))
        else:
            found = self._person(head, lemma, role, former, role is None or text_end - text_start == 1)
        return (again(found),) if found is not None else ()

    def _lately(self, head: int) -> list[Met]:
        """The mentions of the last PAIR_REACH sentences before `head`, in text order."""
        out = []
        for m in reversed(self.met):
            if self.g.sent[head] - self.g.sent[m.head] > PAIR_REACH:
                break
            if m.head < head:
                out.append(m)
        return out[::-1]

    def _body(self, head: int, lemma: str, kinds: tuple[str, ...]) -> Actor | None:
        for m in reversed(self.met):
            if self.g.sent[head] - self.g.sent[m.head] > 4:
                break
            if m.head < head and m.actor is not None and m.kind != "person" and self.kind_of(m.actor.id) in kinds and (lemma not in NAMED_SO or lemma in (m.actor.name or "").lower()):
                return m.actor
        return None

    def _person(self, head: int, lemma: str, role: str | None, former: bool, short: bool) -> Actor | None:
        """Who was called so, or holds such an office; "the former president": who held it or was called so."""
        g = self.g
        for m in reversed(self.met):
            if g.sent[head] - g.sent[m.head] > FAR_REACH:
                break
            a = m.actor
            if m.head >= head or m.kind != "person" or a is None or (a.via != "name" and m.form != "pronoun"):
                continue
            titles = self.entities[m.key].titles
            if former:
                entry = self.table.get(a.id) if a.id is not None else None
                if (lemma in titles and "former" in titles) or (
                    entry is not None and (a.role or "").split(" ")[-1] != lemma and any(o.normal == role or o.normal.endswith(lemma) for o in entry.roles)
                ):
                    return a
            elif (short and (lemma in titles or (lemma in DIPLOMATS and titles & DIPLOMATS))) or (role is not None and a.role and (a.role == role or a.role.endswith(" " + lemma) or a.role == lemma)):
                return a
        return None

    def _pair(self, head: int, people: bool, bodies: bool, role: str | None, lemma: str) -> list[Actor]:
        """The two persons or countries that the report is most about, among those met lately, in the order they came."""
        g = self.g
        counts: dict[str, float] = {}
        actors: dict[str, Actor] = {}
        first: dict[str, int] = {}
        for m in self._lately(head):
            distance = g.sent[head] - g.sent[m.head]
            a = m.actor
            if a is None or m.members or m.form == "pronoun" or (g.base(m.head) in ("obl", "nmod") and g.case(m.head) in ("in", "at", "near")):
                continue
            kind = self.kind_of(a.id)
            who: Actor | None = None
            if people:
                named = m.kind == "person" and a.via == "name"
                titles = self.entities[m.key].titles
                called = (a.role is not None and (role is None or a.role.endswith(lemma))) or lemma in titles
                who = a if named and (called or lemma in ("leader", "official", "man", "candidate") and (a.role is not None or lemma in ("man", "candidate"))) else None
            elif bodies and kind in ("group", "party"):
                who = a
            elif a.country and len(a.country) == 3 and (kind in ("country", "person", "organ") or a.via in ("demonym", "noun")):
                who = self.country_actor(a.country)
            key = who.id or who.name if who is not None else None
            if who is not None and key is not None:
                counts[key] = counts.get(key, 0.0) + 1.0 / (1 + distance)
                actors[key] = who
                first.setdefault(key, m.head)
        if len(counts) < 2:
            return []
        best = sorted(counts, key=lambda i: (-counts[i], first[i]))[:2]
        return [actors[i] for i in sorted(best, key=lambda i: first[i])]

    def _country_spoken_of(self, head: int) -> Actor | None:
        """The country that the text before `head` is most about: each mention counts, near ones and subjects more."""
        g = self.g
        counts: dict[str, float] = {}
        for m in self._lately(head):
            distance = g.sent[head] - g.sent[m.head]
            a = m.actor if not m.members and m.form != "pronoun" else None
            country = a.country if a is not None else None
            if a is None or not country or len(country) != 3 or self.kind_of(a.id) not in ("country", "person", "organ", None):
                continue
            counts[country] = counts.get(country, 0.0) + (1.5 if g.base(m.head) == "nsubj" else 1.0) / (1 + 0.5 * distance)
        if not counts:
            return None
        return self.country_actor(min(counts, key=lambda c: (-counts[c], c)))
