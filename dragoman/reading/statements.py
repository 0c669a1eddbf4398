"""Statements: whose words the text gives, where they begin and end, and which statement sits in which.

Found from the parse (clauses under verbs of saying and thinking, "X, he said", "as X put it", "according to X", "in the
view of X", "denied any role in", "is convinced that"), and from quotation marks (`quotations.py`), which widen a content to
its whole quotation and find words that no verb introduces (`voices.py`).
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.cues import NONE, Commitment, Cue, Cues, cues
from dragoman.reading.frames import Frames
from dragoman.reading.quotations import Quotation, find_quotations
from dragoman.reading.saying import SAYS_SO, Saying
from dragoman.reading.uttering import ADDRESSED, Uttering
from dragoman.reading.voices import uncued

RAISING = {"say", "report", "believe", "think", "allege", "claim", "suspect", "understand", "rumor", "rumour", "know", "fear", "estimate", "presume", "suppose", "assume", "consider", "find", "feel"}
UNTRUE = {"falsely", "wrongly", "mistakenly", "incorrectly", "erroneously", "untruthfully"}
ASKING = {"ask", "wonder", "inquire", "enquire", "question", "query"}
WONDERING = {"if", "whether"}
ACCORDING = {"according to", "in the words of", "as per"}
CHARGED = ("of", "for", "over", "with")


def find_statements(frames: Frames, regions: list[tuple[int, int]] | None = None) -> list[Saying]:
    """All statements of a parsed text, in text order (outer before inner where they begin together).

    `regions`: (start, end) token ranges that no quotation may cross; None: the paragraphs of the text.
    """
    finder = _Finder(frames, cues(), find_quotations(frames.g, regions))
    found = finder.find()
    found += uncued(finder.at, found)
    unique: dict[tuple, Saying] = {}
    for s in found:
        unique.setdefault((s.cue, s.content, s.kind), s)
    return sorted(unique.values(), key=lambda s: (s.content[0], -s.content[1], s.cue if s.cue is not None else -1))


class _Finder(Uttering):
    def __init__(self, frames: Frames, cues: Cues, quotations: list[Quotation]):
        super().__init__(frames, cues, quotations)
        self.out: list[Saying] = []

    def find(self) -> list[Saying]:
        g, words = self.g, self.cues.words
        for i in range(g.n):
            pos, base = g.pos[i], g.base(i)
            if pos == "VERB":
                self._verb(i)
            elif pos in ("NOUN", "PROPN", "PRON") and base in ("obl", "nmod", "parataxis", "advmod") and g.case(i) in ACCORDING and g.lemma[i] not in self.cues.words["measure"]:
                self._according(i, next(k for k in g.kids[i] if g.base(k) == "case"), g.conjuncts(i), SAYS_SO)
            elif pos == "NOUN":
                self._noun(i)
                self._view(i)
            elif pos == "ADJ":
                self._adjective(i)
            if base == "obl" and g.case(i) == "for" and (pos in ("PROPN", "PRON") or (pos == "NOUN" and self.at.speaks(i))):
                self._for(i)
            if pos == "ADV" and g.lower[i] in words["adverb"]:
                self._hedge(i)
            elif pos in ("ADJ", "VERB", "ADV") and base == "amod" and (g.lower[i] in words["adjective-hedge"] or (g.lower[i] == "called" and i >= 2 and g.lower[i - 2] == "so")):
                self._hedge_noun(i)
        self._cited()
        return self.out

    def _add(self, speakers: tuple[int, ...], addressees: tuple[int, ...], cue: int, spans: list[tuple[int, int]], commits: Cue, kind: str, verb: int | None) -> None:
        if verb is not None and any(self.g.lower[k] in UNTRUE for k in self.g.kids[verb]):
            commits = Cue(commits.speaker, Commitment(3, -commits.speaker.sign))  # "falsely claimed": the author says it is not so
        if kind not in ("noun", "according", "hedge", "cited") and self.negated(cue):
            commits = unsaid(commits)
        if verb is not None and self.g.lemma[verb] in self.cues.words["evidential"] and not any(self.at.speaks(s) for s in speakers):
            return
        for span in spans:
            if span[1] > span[0] and not self.at.apart(span, cue):
                form, content = self.at.form(span, cue) if kind != "hedge" else ("indirect", span)
                self.out.append(Saying(speakers, addressees, cue, self._cue_span(cue, kind), content, form, kind, verb, commits))

    def _cue_span(self, cue: int, kind: str) -> tuple[int, int]:
        g = self.g
        start, end = cue, cue + 1
        if kind == "according":
            while end < g.n and g.rel[end] == "fixed":
                end += 1
            return start, end
        for k in g.kids[cue]:
            if g.rel[k] == "compound:prt" and k == end:
                end += 1
        return start, end

    # verbs ------------------------------------------------------------------------------------------------------

    def _verb(self, v: int) -> None:
        g = self.g
        names = self.f.names(v)
        passive = self.f.passive(v)
        if passive and g.lemma[v] in self.cues.words["carrier"]:
            self._carrier(v)
            return
        if not passive and any(self.as_saying(k) for k in g.kids[v]):
            self._passed_on(v, next(k for k in g.kids[v] if self.as_saying(k)))
            return
        for read in (self._as_put, self._feeling, self._clausal, self._quoting, self._asking, self._raised, self._labelling, self._infinitive, self._nominal, self._charging):
            if read(v, names, passive):
                return

    def _clausal(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "said that ...", "..., he said", "as officials have admitted"."""
        g = self.g
        if g.lemma[v] == "slip" and g.head[v] >= 0 and g.lemma[g.head[v]] == "let":
            names = ("let slip",)
        cue = self.cues.find("clause", names)
        if cue is None:
            return False
        inverted, objects = False, []
        below = [k for k in g.kids[v] if g.base(k) == "ccomp" and g.mark(k) not in WONDERING]
        if cue.reporter.level == 3:
            below = [k for k in below if g.is_finite(k)]  # "saw troops attack" is no thought
        spans = self.at.clause(below, v)
        if not spans and g.base(v) == "advcl" and g.mark(v) == "as" and g.tag[v] != "VBG" and g.head[v] >= 0 and not passive:
            # "As officials have admitted, they created ..."
            own = set(g.subtree(v))
            for k in g.kids[g.head[v]]:
                if g.rel[k] == "parataxis":
                    own.update(g.subtree(k))  # "..., he said": outside the words
            spans = self.at.rest(g.head[v], own)
            spans = [s for s in spans if s[0] <= g.head[v] < s[1]]
        if not spans and g.rel[v] == "parataxis" and g.head[v] >= 0 and g.children(v, "nsubj") and not g.children(v, "obj"):
            own = set(g.subtree(v))
            spans = self.at.rest(g.head[v], own)
        if not spans and g.rel[v] == "acl:relcl" and g.lower[g.head[v]] == "what":
            spans = self._equated(g.head[v])
        if not spans:
            own_below = [k for k in g.kids[v] if g.rel[k] == "parataxis" and (g.pos[k] in ("VERB", "AUX") or g.children(k, "cop", "nsubj"))]
            # who knows or suspects is quoted by other verbs; "joined to counter the advance" says nothing
            objects = [k for k in g.kids[v] if g.rel[k] == "obj" and g.pos[k] in ("NOUN", "PROPN") and not self.at.across(k, v)]
            inverted = bool(objects) and g.lemma[objects[0]] in self.cues.words["document"] and not g.children(v, "nsubj") and g.is_finite(v)
            told = not objects or inverted or g.lemma[v] in ADDRESSED
            beside = cue.speaker.level == 3 and cue.reporter.level < 3 and told and not (g.tag[v] == "VB" and g.mark(v) == "to" and g.lemma[v] != "quote")
            spans = self.at.clause(own_below, v) if own_below else self.at.beside(g.head[v] if self.as_saying(v) else v) if beside else []
            if cue.speaker.sign < 0 and spans:
                cue = SAYS_SO  # "denied it: “She was never held”" stands by the words
        spans = [s for s in spans if s[1] - s[0] > 2 or any(g.pos[t] not in ("PROPN", "PUNCT") for t in range(*s))]  # a nickname
        speakers = self.speakers(v) or (tuple(objects[:1]) if inverted else ())  # "“...,” read a statement"
        if not spans or (not speakers and g.mark(v) == "to"):
            return False  # "to be clear, ...": the author's own
        self._add(speakers, self.addressees(v), v, spans, cue, "clause", v)
        return True

    def _as_put(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "As Macron put it, ..."."""
        g = self.g
        if g.lemma[v] != "put" or g.base(v) != "advcl" or g.mark(v) != "as" or g.head[v] < 0:
            return False
        own = set(g.subtree(v))
        spans = [s for s in self.at.rest(g.head[v], own) if s[0] <= g.head[v] < s[1]]
        self._add(self.speakers(v), (), v, spans, SAYS_SO, "clause", v)
        return bool(spans)

    def _feeling(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "are convinced that they fled": a participle that is an adjective by sense."""
        return passive and self.g.lower[v] in self.cues.words["adjective"] and self._adjective(v)

    def _quoting(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "...," smiled the envoy: verbs that take a quotation and no clause."""
        g = self.g
        cue = self.cues.find("quote", names)
        if cue is None or passive or g.children(v, "obj") or g.base(v) not in ("root", "parataxis", "conj", "advcl", "ccomp"):
            return False
        speakers = tuple(s for s in self.speakers(v) if self.at.speaks(s))
        spans = self.at.adjacent(v) if speakers else []
        if not spans:
            return False
        self._add(speakers, self.addressees(v), v, spans, cue, "quote", v)
        return True

    def _asking(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "asked whether the troops had left", "explained how they fled"."""
        g = self.g
        cue = self.cues.find("question", names)
        told = self.cues.find("clause", names) if cue is None else None  # "recounted how they fled"
        if (cue is None and told is None) or (passive and g.lemma[v] not in ADDRESSED):
            return False
        below = [k for k in g.kids[v] if cue is not None and g.base(k) in ("ccomp", "advcl") and (g.mark(k) == "whether" or (g.mark(k) == "if" and k > v and g.lemma[v] in ASKING) or (g.base(k) == "ccomp" and (g.mark(k) == "if" or self._open(k, v))))]
        # "explained how they fled", with "how" as the object and the clause under it
        below += [k for k in g.kids[v] if k > v and g.tag[k] in ("WP", "WRB", "WDT") and any(g.rel[c] in ("acl:relcl", "advcl:relcl") for c in g.kids[k])]
        spans = self.at.clause(below, v)
        speakers = self.speakers(v)
        if not spans or not (speakers or passive):
            return False
        known = self.cues.find("clause", names)
        if known is not None and (g.mark(below[0]) not in WONDERING or known.speaker.sign < 0):
            cue = known  # who explains how it was done holds that it was; who doubts whether, doubts that
        self._add(speakers, self.addressees(v), v, spans[:1], cue, "question", v)
        return True

    def _open(self, clause: int, v: int) -> bool:
        """Whether a clause asks who, what, why or how."""
        g = self.g
        words = g.subtree(clause)
        return bool(words) and words[0] > v and g.tag[words[0]] in ("WP", "WRB", "WDT", "WP$")

    def _raised(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "are said to have fled": somebody says so, nobody is named."""
        g = self.g
        if not passive or g.lemma[v] not in RAISING:
            return False
        cue = self.cues.find("clause", names) or SAYS_SO
        self._add((), (), v, self.at.clause([k for k in g.kids[v] if g.rel[k] == "xcomp"], v), Cue(cue.reporter if cue.reporter.level else _weaker(cue.speaker), NONE), "hedge", v)
        return True

    def _infinitive(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "vowed to return", "denied having left"."""
        g = self.g
        cue = self.cues.find("infinitive", names)
        if cue is None or passive:
            return False
        heads = [k for k in g.kids[v] if g.rel[k] == "xcomp" or (g.base(k) == "advcl" and g.tag[k] == "VBG" and k > v and cue.stance == "denies")]
        return self._below(v, heads, cue, "infinitive", self.addressees(v))

    def _nominal(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "denied any role in", "confirmed the arrest"."""
        g = self.g
        cue = self.cues.find("nominal", names)
        if cue is None:
            return False
        heads = [k for k in g.kids[v] if g.rel[k] == "obj" or (passive and g.rel[k] == "nsubj:pass")]
        heads = [k for k in heads if self._sayable(k)]
        if g.lemma[v] == "claim":
            heads = [k for k in heads if g.lemma[k] not in ("life", "victim", "casualty")]  # what floods do
        if g.lemma[v] == "threaten":
            heads = [k for k in heads if g.lemma[k] in self.cues.words["threat"]]
        speakers = self.speakers(v)
        if speakers and all(self.at.mute(s) for s in speakers):
            return False  # "the attack affirms the need for"
        if g.lemma[v] == "deny" and (g.children(v, "iobj") or any(g.lemma[k] in self.cues.words["granted"] for k in heads)):
            return False  # "denied them visas" gives nothing and says nothing
        if any(g.rel[k] == "xcomp" for k in g.kids[v]) or (passive and g.children(v, "obj")):
            return False  # "urged both sides to talk": the object is whom it is said to; "declared a park" makes it one
        if self.negated(v) and cue.speaker.sign > 0 and not cue.reporter.level:
            return False  # "did not report the number"
        if g.lemma[v] in self.cues.words["claims"]:
            heads = [k for k in heads if g.lemma[k] in self.cues.words["noun"]]
        return self._below(v, heads, cue, "nominal", ())

    def _sayable(self, k: int) -> bool:
        """Whether a noun may be what is said, and not somebody or some place that it is done to."""
        g = self.g
        told = g.lemma[k] in self.cues.words["noun"] or g.lemma[k] in self.cues.words["document"]
        return told or not (g.doc[k].ent_type_ in ("PER", "PERSON", "LOC", "GPE", "ORG", "NORP") or (g.pos[k] == "NOUN" and self.at.speaks(k)))

    def _below(self, v: int, heads: list[int], cue: Cue, kind: str, addressees: tuple[int, ...]) -> bool:
        g = self.g
        heads = [k for k in heads if g.pos[k] in ("VERB", "NOUN", "PROPN", "ADJ", "AUX") and g.lower[k] not in ("which", "that", "who")]
        spans = self.at.clause(heads, v)
        if not spans:
            return False
        self._add(self.speakers(v), addressees, v, spans[:1], cue, kind, v)
        return True

    def _labelling(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "described the raid as a crime", "called the vote a farce"."""
        g = self.g
        cue = self.cues.find("as", names) or self.cues.find("naming", names)
        speakers = self.speakers(v)
        named = g.lemma[v] in self.cues.words["naming"]
        if cue is None or passive or not speakers or not (named or all(self.at.speaks(s) for s in speakers)):
            return False
        objects = [k for k in g.kids[v] if g.rel[k] == "obj"]
        if named:
            heads = [k for k in g.kids[v] if g.rel[k] in ("xcomp", "ccomp") and g.pos[k] in ("NOUN", "PROPN", "ADJ") and k > v and not g.mark(k)]
            objects = objects or [o for k in heads for o in g.kids[k] if g.base(o) == "nsubj"]
        else:
            heads = [k for k in g.kids[v] if (g.base(k) == "obl" and g.case(k) == "as") or (g.base(k) == "advcl" and g.mark(k) == "as")]
        if not heads or not objects:
            return False
        words = sorted({t for k in objects + heads for t in g.subtree(k)})
        self._add(speakers, (), v, [self.at.trim(words[0], words[-1] + 1)], cue, "as", v)
        return True

    def _charging(self, v: int, names: tuple[str, ...], passive: bool) -> bool:
        """ "accused them of shelling the town"."""
        g = self.g
        cue = self.cues.find("charge", names)
        if cue is None:
            return False
        heads = [k for k in g.kids[v] if g.base(k) in ("advcl", "obl", "xcomp") and (g.mark(k) or g.case(k)) in CHARGED and g.rel[k] != "obl:agent"]
        if not heads:
            heads = [c for k in g.kids[v] if g.rel[k] in ("obj", "nsubj:pass") for c in g.kids[k] if g.base(c) in ("acl", "nmod") and (g.mark(c) or g.case(c)) in CHARGED[:3] and (g.pos[c] == "VERB" or g.pos[k] in ("PROPN", "PRON") or self.at.speaks(k)) and g.pos[c] in ("VERB", "NOUN") and g.rel[c] != "acl:relcl"]
        spans = self.at.clause(heads, v)
        if not spans:
            return False
        start, end = spans[0][0], spans[-1][1]
        while start < end and g.lower[start] in CHARGED:
            start += 1
        self._add(self.speakers(v), (), v, [(start, end)], cue, "charge", v)
        return True

    def _carrier(self, v: int) -> None:
        """ "..., cited by Iranian media" and "was quoted by IRNA as saying": who passes the words on."""
        g = self.g
        agents = [k for k in g.kids[v] if g.rel[k] == "obl:agent" or (g.base(k) == "obl" and g.case(k) in ("by", "in"))]
        speakers = tuple(c for k in agents[:1] for c in g.conjuncts(k))
        if not speakers:
            return
        start, end = g.bounds[g.sent[v]]
        own = set(g.subtree(v)) if not any(g.base(k) in ("advcl", "xcomp", "ccomp") for k in g.kids[v]) else {v, *[t for k in agents for t in g.subtree(k)]}
        tokens = [t for t in range(start, end) if t not in own and g.pos[t] not in ("PUNCT", "SPACE")]
        spans = self.at.pieces([t for t in range(start, end) if t not in own])
        if spans:
            # a speaker before it belongs to the words, however short: "Raisi, cited by IRNA, said ..."
            spans = [self.at.trim(tokens[0], spans[-1][1])] if tokens[0] < v else spans
            self._add(speakers, (), v, spans[:1], SAYS_SO, "carrier", v)

    def _passed_on(self, v: int, saying: int) -> None:
        """ "IRNA quoted the envoy as saying that ...": IRNA passes on what the envoy says."""
        spans = self.at.clause([k for k in self.g.kids[saying] if self.g.base(k) == "ccomp"], saying) or self.at.clause([k for k in self.g.kids[v] if self.g.base(k) == "ccomp"], v) or self.at.beside(v)
        self._add(self.speakers(v), self.addressees(v), v, spans, SAYS_SO, "carrier", v)

    def _cited(self) -> None:
        """ "..., the agency said, citing police": the police's words, which the agency passes on."""
        g = self.g
        for v in range(g.n):
            if g.lemma[v] not in self.cues.words["carrier"] or g.tag[v] != "VBG" or g.pos[v] != "VERB":
                continue
            sources = tuple(c for k in g.kids[v] if g.rel[k] == "obj" for c in g.conjuncts(k) if self.at.speaks(c))
            if not sources:
                continue
            own = set(g.subtree(v))
            carried = [s for s in self.out if s.cue is not None and g.sent[s.cue] == g.sent[v] and s.cue != v and s.speakers and s.kind in ("clause", "according", "quote")]
            if carried:
                near = min(carried, key=lambda s: (abs(s.cue - v), s.cue))
                spans = self.at.pieces([t for t in range(*near.content) if t not in own])
                # the carrier's own content is the same words
                self.out = [replace(s, content=spans[0]) if s is near and len(spans) == 1 else s for s in self.out]
            else:
                spans = self.at.pieces([t for t in range(*g.bounds[g.sent[v]]) if t not in own])
            self.out = [s for s in self.out if s.cue != v]
            self._add(sources, (), v, spans[:1], SAYS_SO, "cited", None)

    # other words ------------------------------------------------------------------------------------------------

    def _according(self, i: int, cue: int, speakers: tuple[int, ...], commits: Cue) -> None:
        g = self.g
        above = g.head[i]
        if above < 0:
            return
        own = set(g.subtree(i))
        own.update(t for k in g.kids[above] if g.base(k) == "advcl" and g.tag[k] == "VBG" and g.lemma[k] in self.cues.words["carrier"] for t in g.subtree(k))
        root = above
        # "according to X" mostly vouches for its whole sentence; in a clause of its own, for that clause
        for up in g.ancestors(above):
            if g.base(root) in ("ccomp", "acl", "parataxis") and g.rel[root] != "acl:relcl" and g.children(root, "nsubj"):
                break
            root = up
        if not g.children(root, "nsubj") and g.pos[root] not in ("VERB", "AUX"):
            root = above
        spans = self.at.rest(root, own)
        if spans:
            longest = max(spans, key=lambda s: s[1] - s[0])
            spans = [s for s in spans if s == longest or s[1] - s[0] >= 4]
        self._add(tuple(c for c in speakers if g.pos[c] in ("NOUN", "PROPN", "PRON")), (), cue, spans, commits, "according", None)

    def _view(self, n: int) -> None:
        """ "in the view of the ministry", "by Kyiv's reckoning", "in his words"."""
        g = self.g
        cue = self.cues.find("view", (g.lemma[n],))
        if cue is None or g.base(n) not in ("obl", "parataxis", "nmod") or g.case(n) not in ("in", "by", "to"):
            return
        owners = [k for k in g.kids[n] if g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and g.case(k) == "of")]
        if owners and not any(g.base(k) == "amod" and g.lower[k] != "own" for k in g.kids[n]):
            self._according(n, n, g.conjuncts(owners[0]), cue)

    def _for(self, i: int) -> None:
        """ "For Kyiv, the deal is dead": whose view a sentence gives that says what something is."""
        g = self.g
        above = g.head[i]
        words = g.subtree(i)
        start, _ = g.bounds[g.sent[i]]
        while start < words[0] and g.pos[start] in ("SPACE", "PUNCT"):
            start += 1
        opens = words[0] == start and "," in (g.text[words[-1]], g.text[words[-1] + 1] if words[-1] + 1 < g.n else "")
        if opens and g.rel[above] == "root" and g.pos[above] in ("NOUN", "ADJ", "PRON") and g.children(above, "cop") and g.children(above, "nsubj"):
            self._according(i, words[0], g.conjuncts(i), self.cues.words["view"]["view"] or SAYS_SO)

    def _adjective(self, i: int) -> bool:
        """ "is adamant that they fled"."""
        g = self.g
        cue = self.cues.find("adjective", (g.lower[i],))
        if cue is None:
            return False
        subjects = tuple(s for k in g.kids[i] if g.base(k) == "nsubj" for s in g.conjuncts(k))
        above = g.head[i]
        if above >= 0 and g.rel[i] == "xcomp" and g.lemma[above] == "make":
            subjects = self.speakers(above)  # "made it clear that"
        spans = self.at.clause([k for k in g.kids[i] if g.base(k) == "ccomp" and g.is_finite(k)], i)
        if not spans or not subjects or any(g.lower[s] in ("it", "this", "that", "what") for s in subjects):
            return False
        self._add(subjects, (), i, spans, cue, "adjective", None)
        return True

    def _noun(self, n: int) -> None:
        g = self.g
        cue = self.cues.find("noun", (g.lemma[n],))
        if cue is None:
            return
        heads = [k for k in g.kids[n] if g.base(k) in ("acl", "ccomp") and g.rel[k] != "acl:relcl" and g.mark(k) == "that"]
        if not heads and g.lemma[n] in ("accusation", "allegation", "claim", "charge", "suspicion", "denial", "report", "rumor", "rumour"):
            heads = [k for k in g.kids[n] if g.base(k) == "nmod" and g.case(k) == "of" and g.pos[k] == "NOUN"]
        if not heads and g.base(n) == "nsubj" and g.head[n] >= 0 and g.lemma[g.head[n]] == "be":
            heads = [k for k in g.kids[g.head[n]] if g.base(k) == "ccomp" and g.mark(k) == "that"]  # "their view is that ..."
        spans = self.at.clause(heads, n) or self._equated(n)
        if not spans:
            return
        start, end = spans[0]
        if g.lower[start] == "of":
            start += 1
        frame = self.f.frame(n)
        own = [k for k in g.kids[n] if g.base(k) == "nmod" and g.case(k) in ("by", "from") and k not in heads]
        speakers = g.conjuncts(own[0]) if own else frame.roles.get("subject", ()) if frame else ()
        lent = frame is not None and frame.light is not None and g.head[n] == frame.light and g.lemma[frame.light] in self.cues.words["voicing"]
        speakers = tuple(s for s in speakers if not self.at.mute(s) and not start <= s < end and (lent or own or n in (g.head[s], g.head[g.first_conjunct(s)])))
        self._add(tuple(speakers), (), n, [(start, end)], cue, "noun", None)

    def _equated(self, n: int) -> list[tuple[int, int]]:
        """The clause that noun or pronoun n is said to be: "their view is that ...", "what they said was that ..."."""
        g = self.g
        above = g.head[n]
        if g.rel[n] != "nsubj:outer" or above < 0 or g.mark(above) != "that":
            return []
        own = set(g.subtree(n)) | {k for k in g.kids[above] if g.rel[k] == "cop" and k < above and not any(n < c < k for c in g.kids[above] if g.rel[c] == "mark")}
        return self.at.rest(above, own)[:1]

    def _hedge(self, i: int) -> None:
        g = self.g
        above = g.head[i]
        if above < 0:
            return
        spans = self.at.clause([above], i)
        spans = [(spans[0][0], spans[-1][1])] if spans else []
        self._add((), (), i, spans, Cue(self.cues.words["adverb"][g.lower[i]].speaker, NONE), "hedge", None)

    def _hedge_noun(self, i: int) -> None:
        g = self.g
        noun = g.head[i]
        if noun > i:
            tokens = [t for t in g.subtree(noun) if t > i]
            spans = self.at.pieces(tokens) or [(noun, noun + 1)]
            cue = self.cues.words["adjective-hedge"].get(g.lower[i]) or self.cues.words["adjective-hedge"]["so-called"]
            self._add((), (), i, [s for s in spans if s[0] <= noun < s[1]] or [(noun, noun + 1)], cue, "hedge", None)


def unsaid(cue: Cue) -> Cue:
    """What a cue commits to where it is denied: who doesn't think that it rained doubts the rain, who never said so is
    committed to nothing; whoever writes "did not know that it had rained" still takes the rain for a fact."""
    reporter = cue.reporter if cue.reporter.level == 3 else NONE
    speaker = Commitment(2, -cue.speaker.sign) if cue.speaker.level == 2 else NONE
    return Cue(speaker, reporter)


def _weaker(commitment: Commitment) -> Commitment:
    """What an author keeps of a commitment of people whom they don't name: nothing of a claim, a doubt of a doubt."""
    return NONE if commitment.level == 3 else commitment
