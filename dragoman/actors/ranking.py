"""How well a candidate suits a pronoun: what is seen of the two, and a table of weights trained on it (`antecedents.tsv`).

A log-linear ranker: the score of a candidate is the sum of the weights of its features, one table for each class of
pronoun (person, thing, plural). "Nobody" competes with its own features. `training/coreference` trains the table.
"""

from __future__ import annotations

from functools import cache

from dragoman.actors.candidates import Entity, Met, role_of
from dragoman.reading.grammar import Grammar
from dragoman.reading.lexicons import rows

CLASSES = ("person", "thing", "plural")
# What countries have, and what bodies have: "its border", "its spokesman".
OF_COUNTRIES = frozenset(
    "border territory soil airspace capital ambassador embassy president government army navy neighbour neighbor people citizen economy coast waters water troops sovereignty "
    "parliament constitution independence currency population ally nuclear airline consulate envoy region province sea island partner position military".split()
)
OF_BODIES = frozenset(
    "spokesman spokeswoman spokesperson fighter member website leader chief head statement headquarters founder chairman director employee worker staff office report militant supporter".split()
)
# Verbs whose subject acts with a will: no thing does.
WILLED = frozenset(
    "say tell ask accuse deny demand urge warn want refuse agree announce reject call vow promise threaten condemn claim insist add believe think know hope plan decide "
    "seek offer order blame criticise criticize praise thank fear expect pledge attack invade expel arrest recall sign withdraw apologise apologize admit confirm "
    "declare support oppose meet visit resign try respond answer reply accept launch appeal".split()
)
# Deeds against what is another's: "accused Azerbaijan of shelling its positions".
HARM = frozenset(
    "attack shell bomb invade violate threaten seize occupy kill raid strike target enter cross breach undermine insult harm hurt destroy block ignore steal "
    "hack burn arrest capture damage hit ambush storm loot confiscate ban expel execute detain murder wound assault bombard besiege dismiss reject deny".split()
)


@cache
def weights(name: str) -> dict[str, float]:
    """Feature -> weight for one class of pronouns."""
    column = CLASSES.index(name) + 1
    return {row[0]: float(row[column]) for row in rows("antecedents") if row[column] != "0"}


def _coarse(role: str) -> str:
    return "subj" if role in ("subj", "sub", "pass") else role if role in ("obj", "obl", "poss") else "rest"


def verb_of(g: Grammar, i: int) -> int:
    """The verb, or other predicate, of the clause in which token i stands; -1 where there is none."""
    seen = 0
    while seen < 100:
        seen += 1
        head = g.head[i]
        if head < 0:
            return i if g.pos[i] in ("VERB", "AUX") else -1
        if g.pos[head] in ("VERB", "AUX") or g.base(i) in ("nsubj", "csubj") or any(g.base(k) == "nsubj" for k in g.kids[head]):
            return head
        i = head
    return -1


class Asked:
    """A pronoun with what its clause says of it, computed once for all candidates."""

    def __init__(self, g: Grammar, i: int, quoted: bool, speakers: set[object], addressees: set[object]):
        self.i, self.g, self.quoted, self.speakers, self.addressees = i, g, quoted, speakers, addressees
        self.lower = g.lower[i]
        self.role = role_of(g, i)
        self.coarse = _coarse(self.role)
        self.verb = verb_of(g, i)
        self.above: dict[int, int] = {}  # clause above -> how far
        at, far = self.verb, 0
        while at >= 0 and far < 6:
            self.above[at] = far
            up = verb_of(g, at) if g.head[at] >= 0 else -1
            at, far = (up if up != at else -1), far + 1
        self.owned = g.lemma[g.head[i]].lower() if self.coarse == "poss" and g.head[i] >= 0 else ""
        self.deed = g.lemma[self.verb] if self.verb >= 0 else ""
        self.first = g.first_conjunct(self.verb) if self.verb >= 0 else -1
        self.sex = "f" if self.lower in ("she", "her", "hers", "herself") else "m" if self.lower in ("he", "him", "his", "himself") else None
        # the verb whose object is what the pronoun owns, if it is a deed of harm
        head = g.head[i] if self.coarse == "poss" else -1
        self.harm = g.head[head] if head >= 0 and g.base(head) == "obj" and g.lemma[g.head[head]] in HARM else -1
        # an infinitive's subject is the object of the verb above it, if there is one: "asked Pyongyang to stop its tests"
        self.controller = -1
        if self.verb >= 0 and g.base(self.verb) in ("xcomp", "advcl", "ccomp", "acl") and not g.children(self.verb, "nsubj") and g.head[self.verb] >= 0:
            self.controller = next((k for k in g.children(g.head[self.verb], "obj", "iobj") if k < self.verb), -1)


def features(a: Asked, m: Met, entity: Entity, rank: int, of: int, quoted: bool, ahead: bool) -> list[str]:
    """What speaks for and against candidate m. `rank`: how many other entities were mentioned later; `of`: how many fit;
    `quoted`: m stands in the same quotation; `ahead`: m follows the pronoun."""
    g, i = a.g, a.i
    distance = g.sent[i] - g.sent[m.head]
    near = "0" if distance == 0 else "1"
    out = [f"distance {min(distance, 4)}", f"rank {min(rank, 4)}", f"role {m.role} {near}", f"form {m.form}", f"kind {m.kind}"]
    if of == 1:
        out.append("only")
    coarse = _coarse(m.role)
    out.append(f"{a.coarse} to {coarse} {near}")
    if a.role == m.role:
        out.append(f"same role {near}")
    if ahead:
        out.append("ahead")
    elif distance == 0:
        words = i - m.head
        out.append("words 1" if words <= 4 else "words 2" if words <= 10 else "words 3" if words <= 20 else "words 4")
    verb = verb_of(g, m.head)
    if distance == 0 and verb >= 0:
        far = a.above.get(verb)
        if far is not None and coarse == "subj":
            out.append(f"subject {min(far, 3)} above {a.coarse}")
        elif far is not None:
            out.append(f"other {min(far, 3)} above")
        elif coarse == "subj" and g.head[verb] >= 0 and verb_of(g, verb) == a.verb:
            out.append(f"subject below {a.coarse} {'before' if verb < a.verb else 'after'}")
        elif coarse == "subj" and g.first_conjunct(verb) == a.first:
            out.append(f"subject beside {a.coarse}")
    elif distance == 1 and coarse == "subj" and a.coarse == "subj" and m.role == "subj":
        out.append("subject goes on" if a.role == "subj" else "subject goes on below")
    if a.controller >= 0 and distance == 0:
        if m.head == a.controller:
            out.append(f"controls {a.coarse}")
        elif coarse == "subj" and verb == g.head[a.verb]:
            out.append(f"controls not {a.coarse}")
    if a.harm >= 0 and distance == 0 and (m.head == a.controller or (coarse == "subj" and verb == a.harm)):
        out.append("harms its own")
    if m.role in ("obl", "nmod"):
        case = g.case(m.head)
        if case in ("in", "at", "near", "across", "from", "to", "into"):
            out.append(f"in {m.kind}")
        elif case in ("by", "with", "for", "of"):
            out.append(f"{case} {m.kind}")
    if verb >= 0 and verb != a.verb and g.lemma[verb] == a.deed and coarse == a.coarse == "subj":
        out.append("same deed")
    if m.key in a.speakers:
        out.append("speaker" if a.coarse == "subj" else "speaker not subject")
    elif m.key in a.addressees:
        out.append("addressee")
    if m.form == "pronoun":
        out.append(f"again {a.coarse} {coarse} {near}" if m.word == a.lower or coarse == a.coarse else "pronoun before")
    count = len(entity.mentions)
    out.append("mentions 1" if count == 1 else "mentions 2" if count == 2 else "mentions 3" if count < 5 else "mentions 5")
    if entity.mentions and g.sent[entity.mentions[0].head] == 0:
        out.append("topic")
    if m.weak:
        out.append("weak")
    if a.sex is not None:
        known = m.sex or entity.sex or (m.likely if m.likely == a.sex else None)
        out.append(f"sex {a.sex}" if known else f"sex unlike {a.sex}" if m.likely else f"sex unknown {a.sex}")
    if a.quoted:
        out.append("both quoted" if quoted else "quoted")
    if m.plural:
        out.append(f"plural {m.kind}")
    if m.actor is not None:
        out.append("actor")
        if m.actor.via == "metonym":
            out.append("metonym")
    if a.coarse == "subj" and a.deed in WILLED:
        out.append(f"willed {m.kind}")
    elif a.coarse == "subj" and a.verb >= 0 and g.pos[a.verb] == "ADJ":
        out.append(f"is {m.kind}")
    if a.owned in OF_COUNTRIES:
        out.append(f"country's {m.kind}")
    elif a.owned in OF_BODIES:
        out.append(f"body's {m.kind}")
    if m.form == "indefinite" and distance == 0 and ahead:
        out.append("indefinite ahead")
    return out


def nobody(a: Asked, candidates: int) -> list[str]:
    """What speaks for a pronoun that stands for nobody that the text has named."""
    g, i = a.g, a.i
    out = ["nobody", f"nobody {a.coarse}", f"nobody {a.lower}", f"candidates {min(candidates, 3)}"]
    if a.quoted:
        out.append("nobody quoted")
    if g.rel[i] == "expl":
        out.append("filler")
    if a.lower == "it" and a.verb >= 0:
        v = a.verb
        below = [k for k in g.kids[v] if g.base(k) in ("csubj", "ccomp", "xcomp", "advcl", "acl") and k > i]
        if g.pos[v] in ("ADJ", "NOUN") and g.base(i) in ("nsubj", "expl"):
            out.append("it is so")
            if below:
                out.append("it is so that")
        elif below and g.base(i) == "nsubj" and g.rel[i] != "nsubj:pass":
            out.append("it does that")
        elif below and g.rel[i] == "nsubj:pass":
            out.append("it is said that")
        if g.base(i) == "obj" and not any(t > i and g.pos[t] not in ("PUNCT", "SPACE") for t in g.kids[v]):
            out.append("does it")
        if g.base(i) == "obj" and g.lemma[v] in ("deny", "regret", "confirm", "say", "do", "make", "call", "find", "reject", "know"):
            out.append("deny it")
        if g.lemma[v] in ("rain", "snow", "hail", "drizzle", "freeze", "seem", "appear", "happen", "turn", "take", "mean", "matter"):
            out.append("it rains")
    return out
