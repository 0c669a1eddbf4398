"""Pronouns to whom the report has mentioned: "he", "its", "they", "we" in a quotation.

Candidates are all mentions of the last sentences, also of unknown people and of things, and a subject that follows in the same
sentence ("Before he flew to Ankara, Raisi ..."); those that grammar, sex or number exclude fall out, and `ranking.py` chooses
among the others and nobody. Inside a quotation "I" and "we" are the speaker, and "he" is not.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp

from dragoman.actors.candidates import Entity, Met, Scout, role_of
from dragoman.actors.descriptions import Descriptions
from dragoman.actors.ranking import Asked, features, nobody, weights
from dragoman.actors.table import ActorTable
from dragoman.reading.grammar import Grammar
from dragoman.reading.quotations import find_quotations
from dragoman.reading.saying import Saying
from dragoman.records import Actor

HE, SHE = {"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"}
SPEAKER = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
WE = {"we", "us", "our", "ours", "ourselves"}
PLURAL = {"they", "them", "their", "theirs", "themselves", "both"}
THING = {"it", "its", "itself"}
WEATHER = {"rain", "snow", "hail", "thunder", "drizzle", "freeze"}  # "it" stands for nothing there
REFLEXIVE = {"himself", "herself", "itself", "themselves"}
FIT = {
    "person": {"person", "name"},
    "thing": {"country", "body", "collective", "place", "thing", "name"},
    "plural": {"people", "body", "collective", "thing", "country", "name", "place"},
}  # fmt: skip
REACH = 4  # sentences that a pronoun looks back
MOST = 80  # mentions that it looks at
SURE = 0.25  # least share of the best choice; below it the pronoun is left open
ARGUMENTS = {"nsubj", "obj", "iobj", "obl"}
MUTUAL = {"meet", "discuss", "talk", "speak", "negotiate", "fight", "sign", "marry", "agree", "join", "host", "receive", "telephone", "call", "greet", "visit", "see"}


class Coreference(Descriptions):
    """Antecedents in one text; `meet` is told of each mention in text order, `pronoun` and `description` ask."""

    def __init__(self, g: Grammar, sayings: list[Saying], table: ActorTable) -> None:
        self.g, self.table, self.sayings = g, table, sayings
        self.scout = Scout(g, table)
        self.met: list[Met] = []
        self.at: dict[int, Met] = {}
        self.entities: dict[object, Entity] = {}
        self.found: dict[int, Met | None] = {}  # pronoun -> the mention that it takes up
        self.all_titles: set[str] = set()
        self.groups: dict[int, Met] = {}  # first conjunct -> the mention of all
        self.quoted = {t for q in find_quotations(g) for t in range(q.start, q.end)}
        self.speaker_of: dict[int, Saying] = {}
        for s in sayings:
            if s.speakers and s.kind not in ("carrier", "charge"):
                for t in range(s.content[0], min(s.content[1], g.n)):
                    old = self.speaker_of.get(t)
                    if old is None or (s.content[1] - s.content[0]) <= (old.content[1] - old.content[0]):
                        self.speaker_of[t] = s

    def late(self, head: int) -> tuple[Actor, ...]:
        """The actors at a head that stands after the pronoun; set by the resolver."""
        return ()

    def country_actor(self, country: str) -> Actor | None:
        """The country as an actor; set by the resolver."""
        return None

    # mentions ---------------------------------------------------------------------------------------------------

    def meet(self, head: int, actors: tuple[Actor, ...]) -> None:
        """Take note of a mention at token `head`, of the actors that it stands for."""
        if head in self.at:
            return
        m = self.scout.meet(head, actors)
        if m is None:
            return
        if self.g.pos[head] == "PRON":
            m.form, m.word = "pronoun", self.g.lower[head]
        self._note(m)
        entity = self.entities[m.key]
        if m.kind == "person":
            titles = self.scout.titles(head)
            entity.titles |= titles
            self.all_titles |= titles
        self._group(m)

    def _note(self, m: Met) -> None:
        self.met.append(m)
        self.at[m.head] = m
        entity = self.entities.setdefault(m.key, Entity())
        entity.mentions.append(m)
        if m.sex is not None and entity.sex is None:
            entity.sex = m.sex

    def _group(self, last: Met) -> None:
        """With its coordinated neighbours before it, a mention makes one of all of them: "Kenyatta and Museveni"."""
        g = self.g
        if g.rel[last.head] != "conj":
            return
        first = g.first_conjunct(last.head)
        members = tuple(self.at[c] for c in g.conjuncts(first) if c in self.at and c <= last.head)
        if len(members) < 2 or members[0].head != first:
            return
        old = self.groups.pop(first, None)
        if old is not None:
            at = next(n for n in range(len(self.met) - 1, -1, -1) if self.met[n] is old)  # near the end: the same sentence
            del self.met[at]
            self.entities[old.key].mentions.remove(old)
        m = self._together(members, "group", role_of(g, first))
        self.groups[first] = m
        self.met.append(m)
        self.entities.setdefault(m.key, Entity()).mentions.append(m)

    def _together(self, members: tuple[Met, ...], form: str, role: str) -> Met:
        kinds = {m.kind for m in members}
        kind = "people" if kinds <= {"person", "people"} else "country" if kinds == {"country"} else "body" if kinds <= {"country", "body", "collective", "people", "person"} else "thing"
        actors = tuple(dict.fromkeys(a for m in members for a in m.actors)) if kind != "thing" and all(m.actors for m in members) else ()
        return Met(members[-1].head, actors, frozenset(m.key for m in members), kind, True, None, form, role, members=members)

    # pronouns ---------------------------------------------------------------------------------------------------

    def pronoun(self, i: int) -> tuple[Actor, ...]:
        """The actors that pronoun i stands for; () where none fits."""
        word = self.g.lower[i]
        if word in SPEAKER:
            return self._speaker(i, word)
        name = "person" if word in HE | SHE else "plural" if word in PLURAL else "thing" if word in THING else None
        if name is None:
            return ()
        if i not in self.found:
            chosen = self._choose(i, name)
            self.found[i] = chosen
            if chosen is not None:
                self._again(i, chosen, word)
        m = self.found[i]
        return tuple(self._as_pronoun(a, i) for a in m.actors) if m is not None else ()

    def _again(self, i: int, m: Met, word: str) -> None:
        """A pronoun is a mention of whom it stands for, and tells the sex."""
        sex = "f" if word in SHE else "m" if word in HE else None
        entity = self.entities.setdefault(m.key, Entity())
        if sex is not None and entity.sex is None:
            entity.sex = sex
        again = replace(m, head=i, form="pronoun", role=role_of(self.g, i), sex=sex, word=word)
        self._note(again)

    def _as_pronoun(self, a: Actor, i: int) -> Actor:
        token = self.g.doc[i]
        return Actor(token.text, token.idx, token.idx + len(token.text), a.id, a.name, a.country, a.sectors, a.role, "pronoun")

    def _speaker(self, i: int, word: str) -> tuple[Actor, ...]:
        s = self.speaker_of.get(i)
        if s is None or s.form == "indirect":
            return ()
        head = s.speakers[0]
        actors = self.at[head].actors if head in self.at else self.late(head)
        if not actors:
            return ()
        a = actors[0]
        entry = self.table.get(a.id) if a.id is not None else None
        person = head not in self.at or self.at[head].kind == "person" or (entry is not None and entry.kind == "person")
        if word in WE and person and a.country and "GOV" in a.sectors:
            state = self.country_actor(a.country)
            if state is not None:
                return (self._as_pronoun(replace(state, role=None), i),)
        return (self._as_pronoun(a, i),)

    def _keys(self, heads: tuple[int, ...]) -> set[object]:
        """What the mentions at some heads are mentions of, met or still to come."""
        out = set()
        for head in heads:
            m = self.at.get(head)
            if m is None and head < self.g.n and self.g.pos[head] != "PRON":
                m = self.scout.meet(head, self.late(head))
            if m is not None:
                out.add(m.key)
        return out

    def asked(self, i: int) -> Asked:
        """Pronoun i with its clause and its statement."""
        saying = self.speaker_of.get(i)
        quoted = saying is not None and (saying.form == "direct" or (saying.form == "mixed" and i in self.quoted))
        speakers = self._keys(saying.speakers) if saying is not None else set()
        addressees = self._keys(saying.addressees) if saying is not None else set()
        return Asked(self.g, i, quoted, speakers, addressees)

    def candidates(self, i: int, name: str, a: Asked) -> list[tuple[Met, list[str]]]:
        """Whom pronoun i of a class may stand for, each with its features."""
        g, fits, here = self.g, [], self.g.sent[i]
        word = g.lower[i]
        sex = "f" if word in SHE else "m" if word in HE else None
        kinds = FIT[name]
        pool = [m for m in self._recent(here) if m.kind in kinds and m.head < i]
        if name == "plural":
            pool = [m for m in pool if m.plural or (m.kind in ("collective", "body", "name") and m.form != "pair")] + self._pairs(here, i)
            if word == "both":
                pool = [m for m in pool if m.members]
        else:
            pool = [m for m in pool if not m.plural]
        pool += self._ahead(i, name)
        others = {m.key for m in pool if g.sent[m.head] == here and self._another(a, m)}
        for m in pool:
            entity = self.entities.get(m.key) or Entity()
            if sex is not None and (m.sex or entity.sex) not in (None, sex):
                continue
            if m.key in others or (a.quoted and m.key in a.speakers) or (a.lower in REFLEXIVE and not (m.role in ("subj", "sub", "pass") and g.head[m.head] == a.verb)) or self._inside(i, m):
                continue
            fits.append((m, entity))
        order: dict[object, int] = {}
        for m, _ in fits:
            order.setdefault(m.key, len(order))
        saying = self.speaker_of.get(i)
        return [(m, features(a, m, e, order[m.key], len(order), saying is not None and saying.holds(m.head), m.head > i)) for m, e in fits]

    def _recent(self, here: int) -> list[Met]:
        """The mentions of the last sentences, the nearest first."""
        out: list[Met] = []
        for m in reversed(self.met):
            if here - self.g.sent[m.head] > REACH or len(out) == MOST:
                break
            out.append(m)
        return out

    def _pairs(self, here: int, i: int) -> list[Met]:
        """Two that do something together without "and": "Raisi met Putin. They ..." """
        g = self.g
        out: list[Met] = []
        for m in self._recent(here):
            verb = g.head[m.head]
            if here - g.sent[m.head] > 1 or m.role not in ("subj", "sub") or m.plural or verb < 0 or g.lemma[verb] not in MUTUAL or m.word is not None:
                continue
            other = next((self.at[k] for k in g.kids[verb] if k in self.at and k < i and k > m.head and (g.base(k) == "obj" or g.case(k) == "with")), None)
            if other is not None and other.kind == m.kind and other.key != m.key and not other.plural and m.kind in ("person", "country"):
                out.append(self._together((m, other), "pair", m.role))
        return out

    def _ahead(self, i: int, name: str) -> list[Met]:
        """The subject of the main clause, after a clause or phrase before it that holds the pronoun."""
        g = self.g
        below = i
        for up in g.ancestors(i):
            if g.base(below) in ("advcl", "obl") and below < up:
                subject = next((k for k in g.kids[up] if g.base(k) == "nsubj" and below < k < up + 2), None)
                if subject is not None and subject > i and g.pos[subject] in ("PROPN", "NOUN") and subject not in self.at:
                    m = self.scout.meet(subject, self.late(subject))
                    return [m] if m is not None and m.kind in FIT[name] and m.plural == (name == "plural") else []
            below = up
        return []

    def _inside(self, i: int, m: Met) -> bool:
        """Whether the pronoun stands in the mention's own phrase: "his brother" is not he."""
        g, at, steps = self.g, i, 0
        while at >= 0 and steps < 12:
            if at == m.head and not m.members:
                return True
            if g.pos[at] == "VERB" or g.base(at) in ("conj", "appos", "acl", "nsubj"):
                return False
            at, steps = g.head[at], steps + 1
        return False

    def _another(self, a: Asked, m: Met) -> bool:
        """Whether grammar makes the mention another one than the pronoun: "Assad met him" is not about one person."""
        g, i = self.g, a.i
        if a.coarse == "poss" or a.lower in REFLEXIVE or i == m.head:
            return False
        for h in [x.head for x in m.members] or [m.head]:
            if g.head[h] == g.head[i] and g.base(h) in ARGUMENTS and g.base(i) in ARGUMENTS:
                return True
            if g.first_conjunct(h) == g.first_conjunct(i):
                return True
        if m.role not in ("subj", "sub") or a.coarse == "subj" or a.verb < 0:
            return False
        if g.rel[a.verb] == "conj" and not g.children(a.verb, "nsubj") and g.head[m.head] == a.first:
            return True  # "did not recognise Kosovo but held talks with it"
        above = g.head[g.head[i]] if g.head[i] >= 0 else -1
        # "Raisi agreed to meet him"
        return above >= 0 and a.coarse in ("obj", "obl") and g.rel[g.head[i]] == "xcomp" and g.head[m.head] == above and not g.children(above, "obj", "iobj")

    def _choose(self, i: int, name: str) -> Met | None:
        if self.g.rel[i] == "expl" or (self.g.head[i] >= 0 and self.g.lemma[self.g.head[i]] in WEATHER):
            return None
        a = self.asked(i)
        found = self.candidates(i, name, a)
        if not found:
            return None
        table = weights(name)
        get = table.get
        scores = [(m, sum(get(f, 0.0) for f in fs)) for m, fs in found]
        none = sum(get(f, 0.0) for f in nobody(a, len(found)))
        top = max(none, *(s for _, s in scores))
        # For "it" and "they" all mentions of each count together; a person is as good as the best mention (measured on GAP).
        mass: dict[object, float] = {}
        for m, score in scores:
            mass[m.key] = max(mass.get(m.key, 0.0), exp(score - top)) if name == "person" else mass.get(m.key, 0.0) + exp(score - top)
        key = max(mass, key=lambda k: mass[k])
        if mass[key] <= exp(none - top) or mass[key] < SURE * (exp(none - top) + sum(mass.values())):
            return None
        return max((x for x in scores if x[0].key == key), key=lambda x: x[1])[0]

    # what was found ---------------------------------------------------------------------------------------------

    def antecedent(self, i: int) -> tuple[int, ...]:
        """The heads that pronoun i takes up: of the mention, or of each of several."""
        m = self.found.get(i)
        return () if m is None else tuple(x.head for x in m.members) or (m.head,)

    def chain(self, i: int) -> list[int]:
        """The heads of all mentions of whom or what pronoun i stands for."""
        m = self.found.get(i)
        return [] if m is None else [x.head for x in self.entities[m.key].mentions if x.head != i]

    def chains(self) -> list[list[int]]:
        """For each that was mentioned, the heads of its mentions."""
        return [[m.head for m in e.mentions] for e in self.entities.values() if e.mentions and not e.mentions[0].members]
