"""Who says a cue to whom, and whether it is said at all."""

from __future__ import annotations

from dragoman.reading.contents import Contents
from dragoman.reading.cues import Cues
from dragoman.reading.frames import Frames
from dragoman.reading.quotations import Quotation

ADDRESS = {"to", "with", "before"}
# Verbs whose object is whom they are said to, not what is said.
ADDRESSED = {"tell", "inform", "assure", "remind", "warn", "notify", "brief", "convince", "reassure", "advise", "urge", "ask", "promise", "message", "text", "email", "e-mail", "caution", "order", "instruct"}
NEGATIVE = {"not", "n't", "n’t", "never", "nor", "neither", "hardly", "no longer"}
NOBODY = {"nobody", "none", "no", "neither", "nothing", "no-one"}
UNDONE = {"decline", "refuse", "fail", "forget", "neglect", "omit", "avoid", "unable", "unwilling"}
WILLING = {"want", "wish", "able", "willing", "ready", "prepared", "agree", "dare", "care", "try"}
THINGS = {"everything", "nothing", "something", "anything", "what", "that", "this", "it", "so", "truth", "story", "lie"}


class Uttering:
    """The cues of one parse: their speakers and addressees as heads, and their denial."""

    def __init__(self, frames: Frames, cues: Cues, quotations: list[Quotation]):
        self.f, self.g, self.cues = frames, frames.g, cues
        self.at = Contents(frames.g, cues, quotations)

    def addressees(self, v: int) -> tuple[int, ...]:
        g = self.g
        found: list[int] = []
        for k in g.kids[v]:
            if g.rel[k] == "iobj" or (g.rel[k] in ("obj", "nsubj:pass") and g.lemma[v] in ADDRESSED and g.lower[k] not in THINGS and not g.children(v, "iobj")):
                found.extend(g.conjuncts(k))
            elif g.base(k) == "obl" and g.case(k) in ADDRESS:
                found.extend(c for c in g.conjuncts(k) if g.pos[c] in ("PROPN", "PRON") or (g.pos[c] == "NOUN" and (self.at.speaks(c) or k > v + 1 and g.case(k) == "to")))
            elif g.base(k) == "obl" and g.lemma[k] in self.cues.words["message"]:
                found.extend(c for o in g.kids[k] if g.base(o) == "nmod" and g.case(o) in ADDRESS for c in g.conjuncts(o))
            elif g.base(k) == "advcl" and g.lemma[k] in ("speak", "talk", "address") and g.tag[k] == "VBG":
                for o in g.kids[k]:
                    if (g.base(o) == "obl" and g.case(o) in ADDRESS) or g.rel[o] == "obj":
                        found.extend(c for c in g.conjuncts(o) if g.pos[c] in ("NOUN", "PROPN", "PRON"))
        if not found and g.lemma[v] in ADDRESSED and self.f.passive(v):
            found.extend(self.f.surface_subject(v))  # "Asked why it fell, the mayor ..."
        return tuple(dict.fromkeys(found))

    def negated(self, i: int) -> bool:
        """Whether cue i is not uttered: "did not say", "nobody said", "declined to say", "without saying"."""
        g = self.g
        if any(g.lower[k] in NEGATIVE and g.base(k) in ("advmod", "det", "mark", "cc", "cc:preconj") for k in g.kids[i]) or g.mark(i) == "without":
            return True
        for k in g.kids[i]:
            if g.base(k) == "nsubj" and (g.lower[k] in NOBODY or any(g.lower[d] in NOBODY and g.base(d) == "det" for d in g.kids[k])):
                return True
        above = g.head[i]
        return g.rel[i] == "xcomp" and above >= 0 and (g.lemma[above] in UNDONE or (g.lemma[above] in WILLING and self.negated(above)))

    def speakers(self, v: int) -> tuple[int, ...]:
        g = self.g
        frame = self.f.frame(v)
        speakers = frame.roles.get("subject", ()) if frame is not None else ()
        if self.as_saying(v):
            above = g.head[v]
            speakers = tuple(c for k in g.kids[above] if g.rel[k] == ("nsubj:pass" if self.f.passive(above) else "obj") for c in g.conjuncts(k)) or self.f.surface_subject(above)
        if not speakers and g.tag[v] in ("VBG", "VBN") and g.base(v) in ("advcl", "acl", "conj"):
            speakers = self.f.surface_subject(v) if not (frame and frame.passive) else ()
        # a title read as a second subject before the name: "Spc. | Lorraine Walsh"
        speakers = tuple(s for s in speakers if not (s + 1 in speakers and g.pos[s] == g.pos[s + 1] == "PROPN" and g.rel[s] == g.rel[s + 1]))
        return tuple(s for s in speakers if g.pos[s] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") and g.lower[s] not in ("it", "there", "which", "that") or g.lower[s] == "it" and g.rel[s] != "expl")

    def as_saying(self, v: int) -> bool:
        """Whether verb v is the "saying" of "quoted the envoy as saying"."""
        g = self.g
        return g.tag[v] == "VBG" and g.mark(v) == "as" and g.head[v] >= 0 and g.lemma[g.head[v]] in self.cues.words["carrier"]
