"""Frames: one predicate with its participants, after undoing grammar.

Passive, agent "by", control and raising, relative clauses, participles, coordination of verbs and of participants,
light verbs ("held talks with"), nominalisations ("the arrest of X by Y", "Turkish strikes on Z") and possessors are
undone here, once, so that a codebook can say "subject" and "object". Participants are token indices of heads.

A frame is made when it is asked for and kept: a codebook asks only for the words that it knows.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.control import RELATIVES, SHARES, Control
from dragoman.reading.grammar import Grammar
from dragoman.reading.lexicons import groups

PREPOSITIONS = {
    "upon": "on", "onto": "on", "toward": "towards", "amongst": "among", "out of": "from", "along with": "with",
    "together with": "with", "alongside": "with", "away from": "from", "such as": "as", "because of": "over",
    "due to": "over", "in favour of": "for", "in favor of": "for", "in support of": "for", "on behalf of": "behalf",
    "in front of": "outside", "next to": "near", "as to": "about", "regarding": "about", "concerning": "about", "vis-a-vis": "with",
}  # fmt: skip
CLAUSE_MARKS = {"of", "for", "from", "to", "against", "over", "that", "on", "with", "into", "about", "in", "if", "whether", "at"}
# Moves that one makes with what is one's own.
OWN_FORCES = {"withdrawal", "pullout", "deployment", "redeployment", "recall", "mobilisation", "mobilization", "evacuation", "pullback"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate and its participants, all as token indices.

    `kind`: verb | noun | adjective. `names`: the lemmas it may be known by, longest first ("call off", "call").
    `roles`: "subject", "object", "indirect" or a preposition -> heads. `complements`: heads of the clauses below.
    `light`: the light verb above a noun, or None. `anchor`: the token where modality and polarity are read.
    """

    predicate: int
    kind: str
    names: tuple[str, ...]
    roles: dict[str, tuple[int, ...]]
    complements: tuple[int, ...]
    passive: bool
    light: int | None
    anchor: int


class Frames(Control):
    """The frames of one parsed text, made on demand. `frame(i)` gives the frame of token i, or None."""

    def __init__(self, grammar: Grammar):
        super().__init__(grammar)
        self._frames: dict[int, Frame | None] = {}
        self._reread: dict[int, Frame | None] = {}
        self._carried = groups("light_verbs")["carried"]
        nouns = groups("noun_roles")
        self._patient, self._agent_of, self._borrow, self._travel, self._given = (nouns[k] for k in ("patient", "agent_of", "borrow", "travel", "given"))

    def frame(self, i: int) -> Frame | None:
        """The frame whose predicate is token i; None where the token can't be one."""
        if i not in self._frames:
            self._frames[i] = None  # a loop through coordination finds nothing rather than never ending
            self._frames[i] = self._make(i)
        return self._frames[i]

    def _make(self, i: int) -> Frame | None:
        g = self.g
        pos = g.pos[i]
        if pos == "VERB" or (pos == "AUX" and g.base(i) not in ("aux", "cop")):
            return self._verb(i)
        if pos in ("NOUN", "PROPN"):
            return self._noun(i)
        if pos == "ADJ":
            return self._adjective(i)
        return None

    def reread(self, i: int) -> Frame | None:
        """Another reading of a verb form: a gerund with an owner or an "of" is a noun ("the summoning of the envoy"),
        a participle after "be" an adjective ("is opposed to"). None where token i is neither."""
        g = self.g
        if i not in self._reread:
            made = None
            if g.pos[i] == "VERB" and g.tag[i] == "VBG" and (any(g.base(k) in ("det", "amod") or g.rel[k] == "nmod:poss" or g.case(k) in ("of", "between") for k in g.kids[i]) or g.base(i) == "nsubj"):
                made = self._noun(i)
            elif g.pos[i] == "VERB" and g.tag[i] in ("VBN", "VBG") and any(g.base(k) == "cop" or g.rel[k] == "aux:pass" for k in g.kids[i]):
                made = self._adjective(i)
            self._reread[i] = made
        return self._reread[i]

    def _oblique(self, roles: dict[str, list[int]], k: int, v: int) -> None:
        """File oblique k, and what is coordinated with it, under its preposition."""
        g = self.g
        last = None
        for c in g.conjuncts(k):
            if g.pos[c] in ("VERB", "AUX") or (c != k and g.rel[c] != "conj"):
                continue
            preposition = g.case(c) or last
            last = preposition
            if preposition is None:
                continue
            target = self._dereference(c, v)
            first = preposition.split(" ")[0]
            roles.setdefault(PREPOSITIONS.get(preposition, preposition if " " in preposition else first), []).append(target)
            if preposition == "out of":
                roles.setdefault("out", []).append(target)

    def _verb(self, v: int) -> Frame:
        g = self.g
        passive = self.passive(v)
        surface = self.surface_subject(v)
        roles: dict[str, list[int]] = {}
        agent = [k for k in g.kids[v] if g.rel[k] == "obl:agent"]
        if passive and not agent:
            agent = [k for k in g.children(v, "obl") if g.case(k) == "by" and g.pos[k] in ("PROPN", "NOUN", "PRON")][:1]
        for k in g.kids[v]:
            if g.base(k) in ("obl", "nmod") and k not in agent:
                self._oblique(roles, k, v)
        direct = [k for k in g.kids[v] if g.rel[k] == "obj"]
        given = [k for k in g.kids[v] if g.rel[k] == "iobj"]
        if len(direct) == 2 and not given:
            given = [direct.pop(0)]  # "grant | Belarus | a credit" read as two objects
        if given and not direct:
            direct, given = given, []  # "thanked | Iran" read as an indirect object
        if not direct and not passive:
            # "handed over | the general" read as an oblique without preposition
            particles = [k for k in g.kids[v] if g.rel[k] == "compound:prt" and k > v]
            direct = [k for k in g.kids[v] if particles and k > particles[0] and g.base(k) == "obl" and g.case(k) is None and g.pos[k] in ("NOUN", "PROPN") and not g.doc[k].ent_type_ == "DATE"][:1]
        objects = self._expand([self._dereference(k, v) for k in direct])
        indirect = self._expand([self._dereference(k, v) for k in given])
        if passive:
            subject = self._expand(agent)
            if objects and not any(g.rel[k] == "nsubj:pass" and g.lower[k] in RELATIVES for k in g.kids[v]):
                indirect = indirect or surface  # "Syria was given arms"
            else:
                objects = surface
        else:
            subject = surface
            if not objects:
                objects = self._gapped_object(v)
        for name, heads in (("subject", subject), ("object", objects), ("indirect", indirect)):
            if heads:
                roles[name] = list(heads)
        return Frame(v, "verb", self.names(v), {k: tuple(dict.fromkeys(h)) for k, h in roles.items()}, self._complements(v), passive, None, v)

    def _gapped_object(self, v: int) -> tuple[int, ...]:
        """The object that a relative clause or a coordination leaves unspoken."""
        g = self.g
        if g.rel[v] == "acl:relcl" and g.head[v] >= 0 and g.children(v, "nsubj"):
            relatives = [k for k in g.kids[v] if g.lower[k] in RELATIVES]
            if not relatives and not any(g.case(k) is None and g.base(k) == "obl" for k in g.kids[v]) and not any(g.tag[k] == "WRB" for k in g.kids[v]):
                return (g.head[v],)
        if g.rel[v] == "conj" and g.head[v] >= 0:  # "beat and arrested dozens", the object hung on the first
            shared = [o for o in g.kids[g.head[v]] if g.rel[o] == "obj" and o > v]
            if shared:
                return self._expand(shared)
        for k in g.kids[v]:  # "condemned and vetoed the resolution"
            if g.rel[k] == "conj" and g.pos[k] == "VERB" and k - v <= 2 and not g.children(k, "nsubj"):
                shared = [o for o in g.kids[k] if g.rel[o] == "obj"]
                if shared:
                    return self._expand(shared)
        return ()

    def _complements(self, v: int) -> tuple[int, ...]:
        g = self.g
        out: list[int] = []
        for k in g.kids[v]:
            base = g.base(k)
            clause = base in ("ccomp", "xcomp") or (base in ("advcl", "acl") and g.rel[k] != "acl:relcl" and g.mark(k) in CLAUSE_MARKS)
            if clause and not (base == "advcl" and g.mark(k) in ("if", "whether", "in", "at") and g.is_finite(k)):
                out.extend(c for c in g.conjuncts(k) if c not in out)
        if not out:
            # The clause may hang on the object ("accused Iran | of arming") or on an oblique ("called on Iran | to leave").
            for k in g.kids[v]:
                if g.base(k) in ("obj", "obl", "iobj", "nmod"):
                    for c in g.kids[k]:
                        if g.base(c) in ("acl", "advcl", "xcomp") and g.rel[c] != "acl:relcl" and g.mark(c) in ("of", "from", "to", "for"):
                            out.extend(x for x in g.conjuncts(c) if x not in out)
        return tuple(out)

    # nouns ------------------------------------------------------------------------------------------------------

    def _noun(self, n: int) -> Frame:
        g = self.g
        lemma = g.lemma[n].lower()
        roles: dict[str, list[int]] = {}
        owners = self._expand([self._dereference(k, n) for k in g.kids[n] if g.rel[k] == "nmod:poss"])
        named = tuple(k for k in g.kids[n] if g.base(k) in ("amod", "compound", "nmod:desc") and k < n and g.text[k][:1].isupper())
        named = tuple(dict.fromkeys(c for k in named for c in g.conjuncts(k)))
        for k in g.kids[n]:
            if g.base(k) in ("nmod", "obl") and g.rel[k] != "nmod:poss":
                self._oblique(roles, k, n)
        first = g.first_conjunct(n)
        for k in g.kids[first] if first != n else ():
            if g.base(k) == "nmod" and g.rel[k] != "nmod:poss" and k > n:
                self._oblique(roles, k, n)
        light, light_object, borrowed = self._light(first)
        by = roles.pop("by", None)
        of = roles.get("of")
        subject: tuple[int, ...] = ()
        objects: tuple[int, ...] = ()
        if by:
            subject = tuple(by)
            objects = tuple(of or ()) or owners or named
        elif owners and of:
            subject, objects = owners, tuple(of)
        elif owners:
            if lemma in self._patient and not any(p in roles for p in ("on", "against", "in")):
                objects = owners
            else:
                subject = owners
        elif of:
            if lemma in self._agent_of and not (lemma == "support" and "in" in (g.case(n), g.case(first))):
                subject = tuple(of)
            else:
                objects = tuple(of)
                subject = named
        else:
            subject = named
        if light is not None:
            verb = self.frame(light)
            if verb is not None:
                if light_object:
                    if not objects:
                        objects = verb.roles.get("subject", ())
                    subject = subject or tuple(roles.get("from", ()))
                elif of and subject == tuple(of) and lemma in self._given and verb.roles.get("subject"):
                    subject, objects = verb.roles["subject"], objects or subject
                elif not subject or (verb.roles.get("subject") and (subject == named or all(g.pos[x] == "PRON" for x in subject))):
                    if subject == named and named and not objects:
                        roles.setdefault("named", []).extend(named)
                    subject = verb.roles.get("subject", ()) or subject
                for name, heads in verb.roles.items():
                    heads = tuple(h for h in heads if h != first)
                    if heads and name not in ("subject", "object", "indirect") and name not in roles:
                        roles[name] = list(heads)
                if verb.roles.get("indirect"):
                    roles["indirect"] = list(verb.roles["indirect"])
        elif not subject and borrowed is not None and not self.passive(borrowed):
            subject = self.surface_subject(borrowed)  # not who "was killed in a raid": the raid is not theirs
        if not subject and lemma in OWN_FORCES:
            subject = tuple(k for o in objects for k in g.kids[o] if g.rel[k] == "nmod:poss")  # "the withdrawal of its troops"
        if not subject and g.base(n) == "nmod" and g.case(n) == "in" and g.head[n] >= 0 and g.lemma[g.head[n]] in SHARES:
            subject = self._noun_controller(g.head[n], 0)  # "denied any role in the transfer"
        if not subject and roles.get("from") and lemma not in self._borrow:
            subject = tuple(roles["from"])
        cop = [k for k in g.kids[n] if g.rel[k] == "cop"]
        if cop:
            own = self._expand([self._dereference(k, n) for k in g.children(n, "nsubj")][:1])
            if own:
                roles.setdefault("copula", []).extend(own)
                if not subject and g.case(n) in ("in", "on", "at", "under"):
                    subject = own  # "are in contact with", "is on a visit to"
        if subject:
            roles["subject"] = list(subject)
        if objects:
            roles["object"] = list(objects)
        complements = tuple(c for k in g.kids[n] if g.base(k) in ("acl", "ccomp", "advcl") and g.rel[k] != "acl:relcl" and (g.mark(k) in CLAUSE_MARKS or g.tag[k] == "VB") for c in g.conjuncts(k))
        if not complements and light is not None:
            complements = self._complements(light)
        names = self.names(n) if g.pos[n] != "VERB" else (g.lower[n],)
        return Frame(n, "noun", names, {k: tuple(dict.fromkeys(h)) for k, h in roles.items()}, complements, False, light, light if light is not None else n)

    def _borrows(self, n: int) -> bool:
        """Whether a noun in a phrase takes the subject of what it stands under: "arrived on a visit"."""
        case, lemma = self.g.case(n), self.g.lemma[n]
        return lemma in self._borrow and (case in ("on", "during", "in") or (case in ("for", "at") and lemma in self._travel))

    def _light(self, n: int) -> tuple[int | None, bool, int | None]:
        """(light verb above noun n, whether its subject undergoes the noun, verb whose subject the noun may borrow)."""
        g = self.g
        above, rel = g.head[n], g.rel[n]
        if above < 0:
            return None, False, None
        if rel == "acl:relcl":
            return None, False, None
        if g.pos[above] in ("VERB", "AUX"):
            names = self.names(above)
            if rel in ("obj", "nsubj:pass"):
                if any(name in self._light_object for name in names) and not self.passive(above):
                    return above, True, None
                if any(name in self._light_subject for name in names):
                    return above, False, None
            if rel == "obl" or g.base(n) == "obl":
                if "come" in names and g.case(n) == "under":
                    return above, True, None
                if g.case(n) in ("in", "into") and g.lemma[above] in ("engage", "enter", "participate", "take", "join", "lock", "involve"):
                    return above, False, None
                if self._borrows(n):
                    return None, False, above
        if g.base(n) in ("obl", "nmod") and self._borrows(n) and any(g.rel[k] == "cop" for k in g.kids[above]) and g.children(above, "nsubj"):
            return None, False, above  # "was in Jakarta for talks", "is due in Khartoum for talks"
        # "talks that Iran held with", "strikes launched by": the clause under the noun lends its subject
        for k in g.kids[n]:
            if g.rel[k] in ("acl", "acl:relcl") and g.pos[k] == "VERB" and g.mark(k) != "to" and any(name in self._carried for name in self.names(k)):
                return k, False, None
        return None, False, None

    # adjectives -------------------------------------------------------------------------------------------------

    def _adjective(self, a: int) -> Frame | None:
        g = self.g
        subject = self.surface_subject(a)
        if not subject and g.rel[a] == "amod" and g.head[a] >= 0 and any(g.base(k) in ("obl", "nmod", "advcl", "xcomp", "ccomp") for k in g.kids[a]):
            subject = (g.head[a],)
        if not subject and g.rel[a] == "xcomp" and g.head[a] >= 0:
            subject = self.surface_subject(g.head[a])
        roles: dict[str, list[int]] = {}
        for k in g.kids[a]:
            if g.base(k) in ("obl", "nmod"):
                self._oblique(roles, k, a)
        if subject:
            roles["subject"] = list(subject)
        return Frame(a, "adjective", tuple(dict.fromkeys((g.lower[a], g.lemma[a]))), {k: tuple(dict.fromkeys(h)) for k, h in roles.items()}, self._complements(a), False, None, a)

    # what hangs under a participant -----------------------------------------------------------------------------

    def under(self, head: int, name: str) -> tuple[int, ...]:
        """What stands under noun `head` in role `name`: a preposition; "of" takes possessors and named modifiers too."""
        g = self.g
        roles: dict[str, list[int]] = {}
        for k in g.kids[head]:
            if g.base(k) == "nmod" and g.rel[k] != "nmod:poss" or g.base(k) == "obl":
                self._oblique(roles, k, head)
        out = list(roles.get(name, ()))
        if name == "of":
            out = [c for k in g.kids[head] if g.rel[k] == "nmod:poss" for c in g.conjuncts(k)] + out
            out += [c for k in g.kids[head] if g.base(k) in ("amod", "compound") and g.text[k][:1].isupper() for c in g.conjuncts(k)]
        return tuple(dict.fromkeys(out))

    def role(self, frame: Frame, path: str, particle: str | None = None) -> tuple[int, ...]:
        """Heads in role `path` of a frame: "subject", "with", "object.of", "complement.object"; () where there are none.

        A preposition that a verb or noun lacks is looked for under its object: attachment is the parser's commonest
        slip. `particle`: the predicate is known with this particle ("call in"), so what the parser hung on it as a
        preposition is the object.
        """
        name, _, rest = path.partition(".")
        if name == "complement":
            found: list[int] = []
            for c in frame.complements:
                below = self.frame(c)
                if below is not None:
                    found.extend(self.role(below, rest or "subject"))
            return tuple(dict.fromkeys(found))
        heads = frame.roles.get(name, ())
        if not heads and name == "object" and particle is not None:
            heads = frame.roles.get(PREPOSITIONS.get(particle, particle), ())
        if not heads and name == "of" and frame.kind == "verb":
            # "warned | Finland of an attack"
            heads = tuple(k for o in frame.roles.get("object", ()) for k in self.g.kids[o] if self.g.rel[k] == "nmod" and self.g.case(k) == "of")
        if not heads and name not in ("subject", "object", "indirect", "of", "in"):
            heads = tuple(x for o in frame.roles.get("object", ()) for x in self.under(o, name))
        if rest:
            heads = tuple(dict.fromkeys(x for h in heads for x in self.under(h, rest)))
        return heads
