"""Pronouns and short descriptions to the actors that the report has named: "he", "they", "the minister", "the two countries".

Candidates are the actors met before, ranked by distance in sentences, grammatical role and fit of number and kind.
Inside a quotation "I" and "we" are the speaker, and "he" is not.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.table import fold
from dragoman.reading.grammar import Grammar
from dragoman.reading.statements import Saying
from dragoman.records import Actor

PERSON = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
SPEAKER = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
PLURAL = {"they", "them", "their", "theirs", "themselves", "both"}
THING = {"it", "its", "itself"}
WEATHER = {"rain", "snow", "hail", "thunder", "drizzle", "freeze"}  # "it" stands for nothing there
FEMALE = {"she", "her", "hers", "herself"}
WOMEN = frozenset(
    "angela hillary theresa margaret sanna jacinda condoleezza aung benazir golda indira cristina dilma michelle ursula christine kamala giorgia "
    "liz elizabeth sheikh ellen mary maria marine nancy federica catherine anna yulia yuliya julia sarah susan samantha madeleine nikki tzipi "
    "penny maia kaja mette magdalena ana isabel laura claudia sonia park zuzana jeanine annalena melanie helen emma karen fatou asma malala "
    "natalia svetlana sviatlana maryam masih narges shirin leila fatima aisha amina rania queen".split()
)
COLLECTIVE = {"country", "organ", "group", "igo", "ngo", "mnc", "party", "media"}
PAIRS = {"chancellor", "premier", "king", "diplomat", "general", "country", "nation", "state", "side", "government", "capital", "neighbour", "neighbor", "ally", "leader", "president", "minister", "party", "power", "man", "rival", "army", "official"}
PERSON_PAIRS = {"chancellor", "premier", "king", "diplomat", "general", "leader", "president", "minister", "man", "official"}
COUNTRY_NOUNS = {"country", "nation", "state", "republic", "kingdom", "government"}
GROUP_NOUNS = {"group", "organisation", "organization", "movement", "militia", "party", "bloc", "alliance", "union", "agency", "body", "network", "company", "ministry", "army", "military", "council", "parliament", "faction", "outfit", "coalition"}
# What a noun may take up again; others take up groups and parties.
KINDS_OF_NOUN = {
    "organisation": ("group", "igo", "ngo"), "organization": ("group", "igo", "ngo"), "bloc": ("igo",), "alliance": ("igo", "group", "party"), "union": ("igo", "ngo"),
    "agency": ("igo", "organ", "media", "ngo"), "body": ("igo", "organ", "ngo"), "company": ("mnc",), "ministry": ("organ",), "army": ("organ",), "military": ("organ",),
    "council": ("igo", "organ"), "parliament": ("organ",), "coalition": ("igo", "organ", "group", "party"), "network": ("group", "media"),
}  # fmt: skip
REACH = 4  # sentences that a pronoun looks back
PAIR_REACH = 12  # sentences that "the two countries" and "the government" look back
FAR_REACH = 60  # sentences that a description looks back


@dataclass(frozen=True, slots=True)
class Met:
    """An actor that the text named at token `head`."""

    head: int
    actor: Actor
    person: bool
    plural: bool
    collective: bool
    subject: bool
    woman: bool | None


class Coreference:
    """Antecedents in one text; `meet` is told of each actor in text order, `pronoun` and `description` ask."""

    def __init__(self, g: Grammar, sayings: list[Saying], kind_of) -> None:
        self.g = g
        self.met: list[Met] = []
        self.sayings = sayings
        self.kind_of = kind_of  # actor id -> kind of its table entry, or None
        self.speaker_of: dict[int, Saying] = {}
        self.women: dict[str, bool] = {}
        for s in sayings:
            if s.speakers and s.kind not in ("carrier", "charge"):
                for t in range(s.content[0], min(s.content[1], g.n)):
                    old = self.speaker_of.get(t)
                    if old is None or (s.content[1] - s.content[0]) <= (old.content[1] - old.content[0]):
                        self.speaker_of[t] = s

    def meet(self, head: int, actor: Actor) -> None:
        """Take note of an actor named at token `head`."""
        g = self.g
        kind = self.kind_of(actor.id)
        plural = g.tag[head] in ("NNS", "NNPS")
        noun_person = actor.via == "noun" and not plural and g.lemma[head] not in GROUP_NOUNS | COUNTRY_NOUNS and actor.role is not None
        person = kind == "person" or (kind is None and actor.via == "name" and actor.id is None and self._is_person(head)) or noun_person
        collective = kind in COLLECTIVE or (actor.via in ("noun", "name") and kind is None and not plural and not person) or actor.via == "metonym"
        woman = None
        if person and actor.name:
            first = fold(actor.name).split(" ")[0] if actor.name else ""
            woman = True if first in WOMEN or g.lower[max(0, head - 1)] in ("mrs.", "ms.", "ms", "mrs") else self.women.get(actor.name)
        rel = g.base(head)
        self.met.append(Met(head, actor, person, plural, collective, rel == "nsubj", woman))

    def _is_person(self, head: int) -> bool:
        ent = self.g.doc[head].ent_type_
        return ent in ("PERSON", "PER")

    # pronouns ---------------------------------------------------------------------------------------------------

    def pronoun(self, i: int) -> tuple[Actor, ...]:
        """The actors that pronoun i stands for; () where none fits."""
        g = self.g
        word = g.lower[i]
        if word in SPEAKER:
            return self._speaker(i, word)
        if word in PERSON:
            found = self._best(i, lambda m: 1.0 if m.person and not m.plural and m.woman in (None, word in FEMALE) else None)
            if found is not None and found.actor.name and word in FEMALE | {"he", "him", "his"}:
                self.women.setdefault(found.actor.name, word in FEMALE)
            return (self._as_pronoun(found, i),) if found else ()
        if word in PLURAL:
            pair = self._coordinated(i)
            if pair:
                return pair
            found = self._best(i, lambda m: 1.5 if m.plural else (0.3 if m.collective else None))
            return (self._as_pronoun(found, i),) if found else ()
        if word in THING:
            if g.rel[i] == "expl" or (g.head[i] >= 0 and g.lemma[g.head[i]] in WEATHER):
                return ()
            found = self._best(i, lambda m: 1.0 if m.collective and not m.plural else None)
            return (self._as_pronoun(found, i),) if found else ()
        return ()

    def _as_pronoun(self, m: Met | None, i: int) -> Actor:
        a = m.actor
        token = self.g.doc[i]
        return Actor(token.text, token.idx, token.idx + len(token.text), a.id, a.name, a.country, a.sectors, a.role, "pronoun")

    def _speaker(self, i: int, word: str) -> tuple[Actor, ...]:
        s = self.speaker_of.get(i)
        if s is None or s.form == "indirect":
            return ()
        head = s.speakers[0]
        for m in self.met:
            if m.head == head:
                break
        else:
            # a speaker named after the quotation has not been met yet
            actor = self.late(head)
            if actor is None:
                return ()
            m = Met(head, actor, True, False, False, True, None)
        if word in ("we", "us", "our", "ours", "ourselves") and m.person and m.actor.country and "GOV" in m.actor.sectors:
            state = self.country_actor(m.actor.country)
            if state is not None:
                token = self.g.doc[i]
                return (Actor(token.text, token.idx, token.idx + len(token.text), state.id, state.name, state.country, state.sectors, None, "pronoun"),)
        return (self._as_pronoun(m, i),)

    def late(self, head: int) -> Actor | None:
        """The actor at a head that stands after the pronoun; set by the resolver."""
        return None

    def country_actor(self, country: str) -> Actor | None:
        """The country as an actor; set by the resolver."""
        return None

    def _best(self, i: int, fit) -> Met | None:
        g = self.g
        here = g.sent[i]
        saying = self.speaker_of.get(i)
        quoted = saying is not None and saying.form in ("direct", "mixed")
        speakers = set(saying.speakers) if saying is not None else set()
        speaker_actors = {(m.actor.id, m.actor.name) for m in self.met if m.head in speakers}
        clause = g.head[i]
        verb = next((a for a in g.ancestors(i) if g.pos[a] == "VERB"), -1)
        best, best_score = None, -1e9
        for m in reversed(self.met):
            distance = here - g.sent[m.head]
            if distance > REACH:
                break
            if m.head >= i:
                continue
            score = fit(m)
            if score is None:
                continue
            key = (m.actor.id, m.actor.name)
            if quoted and key in speaker_actors:
                continue
            if m.subject and g.rel[i] != "nmod:poss" and verb >= 0 and g.rel[verb] == "conj" and not g.children(verb, "nsubj") and g.head[m.head] == g.first_conjunct(verb):
                continue  # "did not recognise Kosovo but held talks with it": it is not the subject of both
            if g.head[m.head] == clause and g.rel[i] != "nmod:poss" and g.base(m.head) in ("nsubj", "obj", "iobj", "obl") and g.base(i) in ("nsubj", "obj", "iobj", "obl"):
                continue  # "Assad met him": him is not Assad
            score -= 1.2 * distance
            if m.subject:
                # the subject of the main clause is what the next sentence goes on about
                score += 1.5 if g.head[m.head] >= 0 and g.head[g.head[m.head]] < 0 else 1.0
            if distance == 0:
                score += 0.5
            if g.rel[i] == "nmod:poss" and m.subject and verb >= 0 and g.head[m.head] == verb:
                score += 1.0  # "unless Israel lifts its blockade"
            if not quoted and saying is not None and saying.kind in ("clause", "according") and key in speaker_actors and g.base(i) in ("nsubj", "nmod"):
                score += 2.0  # "the ministry said that it ..."
            if g.base(m.head) in ("nmod", "obl") and distance > 0:
                score -= 0.5
            if m.actor.via == "demonym":
                score -= 1.0
            score -= 0.002 * (i - m.head)
            if score > best_score:
                best, best_score = m, score
        return best

    def _coordinated(self, i: int) -> tuple[Actor, ...]:
        """Persons or countries joined by "and" as the subject of this or the last sentence: "they"."""
        g = self.g
        for m in reversed(self.met):
            if g.sent[i] - g.sent[m.head] > 1 or m.head >= i:
                if g.sent[i] - g.sent[m.head] > 1:
                    break
                continue
            if m.plural:
                return ()
            if g.rel[m.head] == "conj" and g.base(g.first_conjunct(m.head)) == "nsubj":
                group = [x for x in self.met if g.first_conjunct(x.head) == g.first_conjunct(m.head) and x.head < i]
                if len(group) > 1:
                    return tuple(self._as_pronoun(x, i) for x in group)
            elif m.subject:
                return ()
        return ()

    # descriptions -----------------------------------------------------------------------------------------------

    def description(self, head: int, lemma: str, text_start: int, text_end: int, plural: bool, number: int | None, role: str | None) -> tuple[Actor, ...]:
        """The actors that "the minister", "the group" or "the two countries" stands for, from those met before."""
        g = self.g
        begin = g.doc[text_start].idx
        text = g.doc[text_start:text_end].text

        def again(a: Actor) -> Actor:
            return Actor(text, begin, begin + len(text), a.id, a.name, a.country, a.sectors, a.role, "noun")

        here = g.sent[head]
        people = lemma in PERSON_PAIRS
        if plural and lemma in PAIRS and (number == 2 or lemma in ("side", "neighbour", "neighbor") or (people and number is None and role is not None)):
            return tuple(again(a) for a in self._pair(head, people, lemma in ("side", "party", "rival"), role, lemma))
        if plural:
            return ()
        if lemma in COUNTRY_NOUNS:
            state = self._country_spoken_of(head)
            return (again(state),) if state is not None else ()
        if lemma in GROUP_NOUNS:
            kinds = KINDS_OF_NOUN.get(lemma, ("group", "party"))
            for m in reversed(self.met):
                if m.head < head and here - g.sent[m.head] <= 4 and self.kind_of(m.actor.id) in kinds and not (lemma in ("coalition", "alliance", "union", "council", "parliament", "army", "ministry") and lemma not in (m.actor.name or "").lower()):
                    return (again(m.actor),)
            return ()
        if role is not None:
            for m in reversed(self.met):
                if m.head < head and here - g.sent[m.head] <= FAR_REACH and m.person and m.actor.role and m.actor.via == "name" and (m.actor.role == role or m.actor.role.endswith(" " + lemma) or m.actor.role == lemma):
                    return (again(m.actor),)
        return ()

    def _pair(self, head: int, people: bool, bodies: bool, role: str | None, lemma: str) -> list[Actor]:
        """The two persons or countries that the report is most about, among those met lately, in the order they came."""
        g = self.g
        counts: dict[str, float] = {}
        actors: dict[str, Actor] = {}
        first: dict[str, int] = {}
        for m in self.met:
            distance = g.sent[head] - g.sent[m.head]
            if m.head >= head or distance > PAIR_REACH or (g.base(m.head) in ("obl", "nmod") and g.case(m.head) in ("in", "at", "near")):
                continue
            kind = self.kind_of(m.actor.id)
            who: Actor | None = None
            if people:
                fits = kind == "person" and m.actor.role is not None and (role is None or m.actor.role.endswith(lemma) or lemma in ("leader", "official", "man"))
                who = m.actor if fits else None
            elif bodies and kind in ("group", "party"):
                who = m.actor
            elif m.actor.country and len(m.actor.country) == 3 and (kind in ("country", "person", "organ") or m.actor.via in ("demonym", "noun")):
                who = self.country_actor(m.actor.country)
            if who is not None and who.id is not None:
                counts[who.id] = counts.get(who.id, 0.0) + 1.0 / (1 + distance)
                actors[who.id] = who
                first.setdefault(who.id, m.head)
        if len(counts) < 2:
            return []
        best = sorted(counts, key=lambda i: (-counts[i], first[i]))[:2]
        return [actors[i] for i in sorted(best, key=lambda i: first[i])]

    def _country_spoken_of(self, head: int) -> Actor | None:
        """The country that the text before `head` is most about: each mention counts, near ones and subjects more."""
        g = self.g
        counts: dict[str, float] = {}
        for m in self.met:
            distance = g.sent[head] - g.sent[m.head]
            country = m.actor.country
            if m.head >= head or distance > PAIR_REACH or not country or len(country) != 3 or self.kind_of(m.actor.id) not in ("country", "person", "organ", None):
                continue
            counts[country] = counts.get(country, 0.0) + (1.5 if m.subject else 1.0) / (1 + 0.5 * distance)
        if not counts:
            return None
        return self.country_actor(min(counts, key=lambda c: (-counts[c], c)))
