"""Whom and what a text has mentioned, as candidates for what refers back: kind, number, sex and place in the sentence of each mention."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.actors.sexes import sex_of_name, sex_of_word
from dragoman.actors.table import ActorTable, fold
from dragoman.reading.grammar import Grammar
from dragoman.reading.mentions import extent
from dragoman.records import Actor

BODIES = {"organ", "group", "igo", "ngo", "mnc", "party", "media"}
# Labels of the language models for names -> kind.
LABELS = {"PERSON": "person", "PER": "person", "ORG": "body", "ARMED_GROUP": "body", "GPE": "country", "LOC": "place", "FAC": "place", "NORP": "people", "EVENT": "thing"}
FORMS = {"person": "person", "collective": "collective", "organ": "body"}  # of sector nouns
PERSON_ENDINGS = ("man", "woman", "er", "or", "ist", "ian", "ant", "eer")
THING_NOUNS = frozenset(
    "number paper letter matter order offer power order water weather summer winter october november december september river tower computer chapter paper "
    "manner corner border barrier order danger answer career centre center error terror honor labor favor sector factor border motor reactor tractor "
    "corridor color harbor vapor floor door list plan restaurant grant plant instant moment other another gender quarter character register newspaper "
    "shoulder finger letter disorder helicopter trailer container server printer cancer hunger anger banner dinner supper layer buffer "
    "cover discover remainder reminder ladder folder powder thunder wonder murder surrender tender cluster disaster theater theatre poster cabinet budget "
    "missile drone vaccine encounter career frontier hamper dossier atelier trigger meter matter litter shelter transfer".split()
)
PERSON_NOUNS = frozenset(
    "man woman boy girl child baby person mother father parent wife husband son daughter brother sister uncle aunt cousin nephew niece grandmother grandfather "
    "friend lawyer doctor nurse teacher student pupil farmer villager driver pilot priest bishop imam pope judge prosecutor suspect victim witness "
    "resident neighbour neighbor candidate successor predecessor rival counterpart host guest aide assistant hostage prisoner detainee inmate patient author "
    "actor actress singer director professor rector coach player boss chief colleague partner refugee migrant immigrant attacker bomber gunman killer "
    "hijacker kidnapper rescuer volunteer guard officer citizen native bride widow orphan lady gentleman guy hero king queen prince princess".split()
)
PLURAL_PERSONS = frozenset("people persons men women children families couples others".split())
# Nouns that are neither whom nor what a pronoun takes up: times and measures.
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "day week month year hour minute second morning afternoon evening night today tomorrow yesterday weekend decade century time percent % "
    "kilometre kilometer km mile metre meter dollar euro ton tonne way course example fact end".split()
)


@dataclass(slots=True, eq=False)
class Met:
    """One mention at token `head`, of the actors that it stands for (none: a thing, or somebody outside our tables).

    `kind`: person, people, country, body, collective, place, thing or name (nobody knows of what). `key`: what it is a mention of.
    `members`: for several together, a mention of each. `form`: name, demonym, definite, indefinite, bare, pronoun, group or pair.
    """

    head: int
    actors: tuple[Actor, ...]
    key: object
    kind: str
    plural: bool
    sex: str | None
    form: str
    role: str
    weak: bool = False
    members: tuple[Met, ...] = ()
    word: str | None = None  # of a pronoun
    likely: str | None = None  # sex by a first name that stands alone, which may be a family name

    @property
    def actor(self) -> Actor | None:
        """The actor, of several the first."""
        return self.actors[0] if self.actors else None


@dataclass(slots=True)
class Entity:
    """What the mentions of one key have in common."""

    mentions: list[Met] = field(default_factory=list)
    sex: str | None = None
    titles: set[str] = field(default_factory=set)


def role_of(g: Grammar, i: int) -> str:
    """The part that mention i plays: subj (of the main clause), sub (another subject), pass, obj, obl, poss, nmod, appos, conj or other."""
    rel = g.rel[i]
    base = g.base(i)
    if rel == "nsubj:pass":
        return "pass"
    if base == "nsubj":
        verb = g.head[i]
        return "subj" if verb >= 0 and (g.head[verb] < 0 or g.base(verb) == "parataxis") else "sub"
    if rel == "nmod:poss":
        return "poss"
    if base in ("obj", "iobj"):
        return "obj"
    return base if base in ("obl", "nmod", "appos", "conj") else "other"


class Scout:
    """Makes the record of each mention of one text."""

    def __init__(self, g: Grammar, table: ActorTable):
        self.g, self.table = g, table
        self.names = {t: ent.text for ent in g.doc.ents for t in range(ent.start, ent.end)}

    def meet(self, head: int, actors: tuple[Actor, ...]) -> Met | None:
        """The record of the mention at `head`; None for what no pronoun takes up."""
        g = self.g
        lemma = g.lemma[head].lower()
        actor = actors[0] if actors else None
        if actor is None and (lemma in TIMES or g.pos[head] == "PRON" or g.doc[head].ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL")):
            return None
        plural = g.tag[head] in ("NNS", "NNPS")
        kind, weak = self._kind(head, actors, lemma, plural)
        if kind in ("country", "body", "place", "person") and actor is not None and actor.id is not None and actor.via in ("name", "metonym"):
            plural = False  # "the United Nations"
        if plural and kind == "person":
            kind = "people"
        if len(actors) > 1:
            plural = True
        sex = self._titled(head) if kind in ("person", "name") else None
        likely = None
        name = (actor.name if actor is not None and actor.name and actor.via != "noun" else self._name(head)) if kind in ("person", "name") else None
        if sex is None and name:
            likely = sex_of_name(name)
            likely = likely if likely != "either" else None
            if " " in name.strip():
                sex, likely = likely, None
        return Met(head, actors, self._key(head, actors, lemma, kind, plural), kind, plural, sex, self._form(head, actor), role_of(g, head), weak, likely=likely)

    def _kind(self, head: int, actors: tuple[Actor, ...], lemma: str, plural: bool) -> tuple[str, bool]:
        g = self.g
        actor = actors[0] if actors else None
        noun = self.table.noun(lemma) if g.pos[head] == "NOUN" else None
        if actor is not None:
            entry = self.table.get(actor.id) if actor.id is not None else None
            if actor.via == "noun" and noun is not None and noun.form == "person":
                return ("people" if plural else "person"), False
            if actor.via == "noun" and not plural and actor.role is not None and (noun is None or noun.form == "person"):
                return "person", False
            if actor.via == "demonym":
                return ("people", False) if plural else ("country", False)
            if entry is not None:
                kind = "person" if entry.kind == "person" else "country" if entry.kind == "country" else "body" if entry.kind in BODIES else "people"
                return kind, False
            if actor.via == "noun" and noun is not None:
                return FORMS.get(noun.form, "thing"), False
            if actor.via == "noun":
                return ("people", True) if plural else ("person", True) if _means_person(lemma) else ("body", True)
        if g.pos[head] == "PROPN" or actor is not None:
            label = g.doc[head].ent_type_
            if label in LABELS:
                return LABELS[label], False
            if sex_of_name(g.text[head]) is not None:
                return "person", True
            if actor is not None and actor.sectors:
                return "body", True
            return "name", True
        if noun is not None:
            return FORMS.get(noun.form, "thing"), False
        if g.lower[head] in PLURAL_PERSONS:
            return "people", False
        if lemma in PERSON_NOUNS or self.table.role(lemma) is not None:
            return "person", False
        return ("person", True) if _means_person(lemma) else ("thing", False)

    def _titled(self, head: int) -> str | None:
        """The sex that a title or noun in the phrase, or its apposition, tells."""
        g = self.g
        beside = [k for k in g.kids[head] if g.base(k) in ("compound", "flat", "appos", "amod") or (g.base(k) == "nmod" and g.case(k) is None and g.rel[k] != "nmod:poss")]
        if g.rel[head] == "appos":
            beside.append(g.head[head])
        if head > 0 and g.pos[head] == "PROPN":
            beside.append(head - 1)
        for t in [head, *beside]:
            sex = sex_of_word(g.lower[t]) or sex_of_word(g.lemma[t].lower())
            if sex is not None and (t != head or g.pos[t] != "PROPN"):
                return sex
        return None

    def _name(self, head: int) -> str | None:
        g = self.g
        if g.pos[head] != "PROPN":
            return None
        return self.names.get(head, g.text[head])

    def _form(self, head: int, actor: Actor | None) -> str:
        g = self.g
        if actor is not None and actor.via in ("demonym",):
            return "demonym"
        if g.pos[head] == "PROPN":
            return "name"
        for k in g.kids[head]:
            if g.base(k) == "det" or g.rel[k] == "nmod:poss":
                return "indefinite" if g.lower[k] in ("a", "an", "some", "any", "no", "another", "each", "every") else "definite"
        return "bare"

    def _key(self, head: int, actors: tuple[Actor, ...], lemma: str, kind: str, plural: bool) -> object:
        actor = actors[0] if actors else None
        if len(actors) > 1:
            return tuple(a.id or a.name for a in actors)
        if actor is not None and actor.id is not None:
            return actor.id if actor.via != "noun" or kind not in ("person", "people") or self._is_person(actor.id) else (actor.id, lemma)
        if actor is not None and actor.name and actor.via != "noun":
            return f"name {fold(actor.name)}"
        if self.g.pos[head] == "PROPN":
            return f"name {fold(self._name(head) or self.g.text[head])}"
        if self._form(head, actor) == "indefinite":
            return head
        return ("noun", lemma, plural, actor.country if actor is not None else None)

    def _is_person(self, id: str) -> bool:
        entry = self.table.get(id)
        return entry is not None and entry.kind == "person"

    def _is_title(self, lemma: str) -> bool:
        noun = self.table.noun(lemma)
        return lemma == "former" or (noun.form == "person" if noun is not None else _means_person(lemma) or self.table.role(lemma) is not None)

    def titles(self, head: int) -> set[str]:
        """Nouns that the text calls a person by: before the name and in an apposition ("General", "a nurse", "former")."""
        g = self.g
        start, end = extent(g, head)
        words = set(range(start, end))
        for k in [k for k in g.kids[head] if g.base(k) == "appos"] + ([g.head[head]] if g.rel[head] == "appos" else []):
            words |= {k, *(m for m in g.kids[k] if g.base(m) in ("amod", "compound"))}
        return {w for t in words if g.pos[t] in ("NOUN", "PROPN", "ADJ") and self._is_title(w := g.lemma[t].lower())}


def _means_person(lemma: str) -> bool:
    return lemma in PERSON_NOUNS or (lemma.endswith(PERSON_ENDINGS) and lemma not in THING_NOUNS and len(lemma) > 4)
