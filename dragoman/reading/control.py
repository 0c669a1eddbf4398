"""Subjects that are not spoken: passives, relative clauses, control and raising, participles, coordination.

Who does what a verb says is often named elsewhere: "urged Turkey to stop", "the men who came", "was arrested and charged".
UD's `xcomp`, `acl`, `advcl` and `conj` mark such verbs; this file finds the noun that they lean on.
"""

from __future__ import annotations

from dragoman.reading.grammar import Grammar
from dragoman.reading.lexicons import groups

RELATIVES = {"who", "which", "that", "whom", "whose"}
# Marks of a gerund whose subject is the object above it ("accused Iran of arming") where there is one.
OBJECT_MARKS = {"of", "from", "for", "over", "into", "against"}
# "charged him with taking money"
CHARGES = {"charge", "task", "credit", "entrust", "tax"}
# Nouns for a share in what stands under them: whoever has the share does the thing.
SHARES = {"role", "part", "involvement", "hand", "participation", "complicity", "share", "responsibility", "collusion"}
# What is written or said, and speaks for whoever issues it; and verbs whose subject is not that.
DOCUMENTS = set("statement letter resolution communique communiqué message note memo memorandum tweet post petition motion bill declaration ultimatum decree order report appeal article speech joint-statement press-release warning law lawsuit complaint".split())
RECEIVING = set("receive get see read reject dismiss obtain welcome criticise criticize condemn denounce ignore cite quote discuss oppose leak burn".split())
MAX_DEPTH = 12  # control and coordination chains longer than this are parse errors


class Control:
    """Names of predicates and their surface subjects, for one parsed text."""

    def __init__(self, grammar: Grammar):
        self.g = grammar
        light = groups("light_verbs")
        self._light_subject, self._light_object = light["subject"], light["object"]
        self._control = groups("control")

    # names ------------------------------------------------------------------------------------------------------

    def names(self, i: int) -> tuple[str, ...]:
        """Lemmas that predicate i may be known by: with its particle, with its adverb of place, alone."""
        g = self.g
        lemma = g.lemma[i]
        out = []
        for k in g.kids[i]:
            if g.rel[k] == "compound:prt":
                out.append(f"{lemma} {g.lower[k]}")
            elif g.rel[k] == "advmod" and k == i + 1 and g.lower[k] in ("back", "down", "out", "off", "away", "in", "up", "over", "forward", "together", "on", "aside", "home", "ahead"):
                out.append(f"{lemma} {g.lower[k]}")
            elif g.base(k) in ("obl", "nmod") and g.case(k) and self._follows(i, k):
                # "call on Turkey": the parser gives a case where the dictionary has a particle
                out.append(f"{lemma} {g.case(k)}")
                if g.case(k) == "out of":
                    out.append(f"{lemma} out")  # "walked | out of talks"
        if g.pos[i] == "VERB" and i >= 2 and g.text[i - 1] == "-":
            out.append(f"{g.lower[i - 2]}-{lemma}")  # "test-fired": hyphens are tokens of their own
        if g.pos[i] in ("NOUN", "PROPN"):
            lemma = lemma.lower()
            out = [f"{g.lemma[k].lower()} {lemma}" for k in g.kids[i] if g.base(k) in ("compound", "amod") and k < i]
            # hyphens are tokens of their own: "cyber-attack", "cease-fire"
            if i >= 2 and g.text[i - 1] == "-":
                out += [f"{g.lower[i - 2]}{lemma}", f"{g.lower[i - 2]}-{lemma}"]
        out.append(lemma)
        return tuple(dict.fromkeys(out))

    # verbs ------------------------------------------------------------------------------------------------------

    def _follows(self, v: int, noun: int) -> bool:
        """Whether the preposition of a noun stands right behind verb v, or behind one adverb: "called again on Turkey"."""
        g = self.g
        case = next((k for k in g.kids[noun] if g.base(k) == "case" and k < noun), noun)
        return case == v + 1 or (case == v + 2 and g.pos[v + 1] == "ADV")

    def passive(self, v: int, depth: int = 0) -> bool:
        """Whether verb v is a passive, reduced ones ("fighters detained by police") included."""
        g = self.g
        kids = g.kids[v]
        if any(g.rel[k] in ("aux:pass", "nsubj:pass", "csubj:pass") for k in kids):
            return True
        if g.tag[v] != "VBN":
            return False
        if any(g.base(k) == "aux" for k in kids):
            return False  # a perfect
        if any(g.base(k) == "nsubj" for k in kids):
            return False  # a past tense read as a participle
        if any(g.rel[k] == "obl:agent" for k in kids):
            return True
        has_object = any(g.rel[k] == "obj" for k in kids)
        if g.rel[v] == "conj" and g.head[v] >= 0 and g.pos[g.head[v]] == "VERB" and depth < MAX_DEPTH:
            return self.passive(g.head[v], depth + 1)
        if g.rel[v] in ("acl", "advcl", "acl:relcl"):
            return not has_object  # "police detained two men" misread as noun + participle is active
        return g.rel[v] in ("amod", "xcomp") and not has_object

    def _expand(self, heads: list[int]) -> tuple[int, ...]:
        out: list[int] = []
        for h in heads:
            for c in self.g.conjuncts(h):
                if c not in out and self.g.pos[c] not in ("VERB", "AUX", "ADV"):
                    out.append(c)
            if h not in out:
                out.insert(0, h)
        return tuple(out)

    def _relative_head(self, v: int) -> int | None:
        """The noun that the relative clause of verb v describes."""
        g = self.g
        seen = 0
        while g.rel[v] in ("conj", "xcomp", "ccomp") and g.head[v] >= 0 and seen < MAX_DEPTH:
            v = g.head[v]
            seen += 1
        return g.head[v] if g.rel[v] in ("acl:relcl", "acl") and g.head[v] >= 0 else None

    def _dereference(self, k: int, v: int) -> int:
        """A relative pronoun's noun; any other token itself."""
        g = self.g
        if g.lower[k] in RELATIVES and (g.tag[k] in ("WDT", "WP", "WP$") or g.rel[v] == "acl:relcl"):
            noun = self._relative_head(v)
            if noun is not None:
                return noun
        return k

    def surface_subject(self, v: int, depth: int = 0) -> tuple[int, ...]:
        """Heads of the subject of v as its form has it (a passive's patient), inherited where it is not spoken."""
        g = self.g
        if depth > MAX_DEPTH:
            return ()
        own = [self._dereference(k, v) for k in g.children(v, "nsubj")]
        own = [k for k in own if g.rel[k] != "expl"]
        if own:
            return self._expand(own[-1:] if g.pos[v] in ("NOUN", "PROPN") else own[:1])
        rel, above = g.rel[v], g.head[v]
        if above < 0:
            return ()
        base = rel.split(":", 1)[0]
        if base == "conj":
            if g.pos[above] in ("VERB", "AUX", "ADJ") or g.children(above, "nsubj"):
                return self.surface_subject(above, depth + 1)
            return ()
        if rel == "xcomp":
            return self._controller(v, above, depth)
        if rel in ("acl:relcl", "acl"):
            if g.mark(v) == "to" or g.tag[v] == "VB":
                return self._noun_controller(above, depth)
            if g.mark(v) in ("of", "for", "from", "in", "about"):
                return self._noun_controller(above, depth)
            if rel == "acl:relcl" and g.children(v, "nsubj"):
                return ()
            if rel == "acl" and g.tag[v] == "VBG" and g.lemma[above].lower() in DOCUMENTS:
                return self._author(above, depth) or (above,)
            return (above,)
        if rel == "advcl" or base == "advcl":
            return self._adverbial_controller(v, above, depth)
        if rel in ("parataxis", "ccomp", "dep") and g.pos[above] == "VERB" and g.tag[v] in ("VBG", "VBN", "VBD") and not g.is_finite(v):
            return self.surface_subject(above, depth + 1)
        return ()

    def _controller(self, v: int, above: int, depth: int) -> tuple[int, ...]:
        g = self.g
        lemma = g.lemma[above]
        if g.pos[above] in ("VERB", "AUX"):
            if self.passive(above):
                return self.surface_subject(above, depth + 1)
            objects = [k for k in g.kids[above] if g.rel[k] in ("obj", "iobj") and k < v]
            if objects and lemma not in self._control["subject"]:
                return self._expand([self._dereference(objects[0], above)])
            for preposition in ("on", "to", "with", "from", "for"):
                if lemma in self._control[preposition]:
                    found = [k for k in g.children(above, "obl", "nmod") if g.case(k) in (preposition, "upon") and k < v]
                    if found:
                        return self._expand(found[:1])
        return self.surface_subject(above, depth + 1)

    def _owners(self, noun: int, cases: tuple[str, ...]) -> tuple[int, ...]:
        """The possessor of a noun, or what stands under it with one of these prepositions."""
        g = self.g
        owners = [k for k in g.kids[noun] if g.rel[k] == "nmod:poss"] or [k for k in g.children(noun, "nmod") if g.case(k) in cases]
        return self._expand(owners[:1])

    def _noun_controller(self, noun: int, depth: int) -> tuple[int, ...]:
        """Who would do what the clause under a noun says: "Turkey's decision to leave", "made a pledge to help"."""
        g = self.g
        owners = self._owners(noun, ("by", "of", "from", "on"))
        if owners:
            return owners
        named = [k for k in g.kids[noun] if g.base(k) in ("amod", "compound") and g.text[k][:1].isupper()]
        if named:
            return (named[0],)
        above = g.head[noun]
        if above >= 0 and g.rel[noun] in ("obj", "nsubj:pass", "obl", "xcomp") and g.pos[above] == "VERB":
            if g.rel[noun] == "nsubj:pass":
                return tuple(k for k in g.children(above, "obl:agent"))
            # "made a pledge to help", but not "discussed the campaign to free the city"
            if g.rel[noun] != "obj" or g.lemma[noun] in SHARES or any(name in self._light_subject for name in self.names(above)):
                return self.surface_subject(above, depth + 1)
        return ()

    def _author(self, document: int, depth: int) -> tuple[int, ...]:
        """Who says what a document says: "passed a resolution condemning Iran", "a letter from Oslo urging"."""
        g = self.g
        owners = self._owners(document, ("by", "from", "of"))
        if owners:
            return owners
        above = g.head[document]
        if above < 0 or g.pos[above] != "VERB":
            return ()
        if g.rel[document] == "nsubj:pass":
            return tuple(k for k in g.children(above, "obl:agent"))
        if g.rel[document] == "obj" and g.lemma[above] not in RECEIVING:
            return self.surface_subject(above, depth + 1)
        return ()

    def _adverbial_controller(self, v: int, above: int, depth: int) -> tuple[int, ...]:
        g = self.g
        if g.is_finite(v):
            return ()
        if g.pos[above] == "ADV" and g.base(above) == "advmod" and g.head[above] >= 0:
            above = g.head[above]  # "stopped | short of leaving"
        if g.pos[above] not in ("VERB", "AUX", "ADJ") and not g.children(above, "nsubj"):
            return self._noun_controller(above, depth)
        mark = g.mark(v)
        if g.pos[above] == "VERB" and not self.passive(above):
            objects = [k for k in g.kids[above] if g.rel[k] in ("obj", "iobj") and k < v]
            takes_object = mark in OBJECT_MARKS or (mark == "with" and g.lemma[above] in CHARGES) or (mark == "to" and g.lemma[above] in self._control["object_purpose"])
            if objects and takes_object:
                return self._expand([self._dereference(objects[0], above)])
            if mark == "to" or mark is None:
                for preposition in ("on", "to", "with", "from", "for"):
                    if mark == "to" and g.lemma[above] in self._control[preposition]:
                        found = [k for k in g.children(above, "obl", "nmod") if g.case(k) in (preposition, "upon") and k < v]
                        if found:
                            return self._expand(found[:1])
        return self.surface_subject(above, depth + 1)
