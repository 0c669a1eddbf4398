"""Statements: whose words the text gives, where they begin and end, and which statement sits in which.

Found from the parse (clauses under verbs of saying, "X, he said", "as X put it", "according to X", "denied any role in"),
and from quotation marks (`quotations.py`), which widen a content to its whole quotation and find words that no verb introduces.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.reading.frames import Frames
from dragoman.reading.lexicons import rows
from dragoman.reading.quotations import Quotation, find_quotations

ADDRESS = {"to", "with", "before"}
RAISING = {"say", "report", "believe", "think", "allege", "claim", "suspect", "understand", "rumor", "rumour"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement as token indices. `speakers`, `addressees`: heads. `cue`: token index and its words' (start, end).

    `content`: (start, end) tokens, end exclusive. `kind`: the cue's kind in `cues.tsv`, or "quote" (words that no
    cue introduces), "according" or "hedge". `hedge`s have no speaker: the author does not vouch for the content.
    """

    speakers: tuple[int, ...]
    addressees: tuple[int, ...]
    cue: int | None
    cue_span: tuple[int, int] | None
    content: tuple[int, int]
    form: str
    stance: str
    kind: str
    verb: int | None

    def holds(self, token: int) -> bool:
        """Whether a token lies in the content."""
        return self.content[0] <= token < self.content[1]


class _Cues:
    """`cues.tsv` by kind: lemma -> stance."""

    def __init__(self) -> None:
        self.by: dict[str, dict[str, str]] = {}
        for stance, kind, words in rows("cues"):
            table = self.by.setdefault(kind, {})
            for word in words.split():
                table.setdefault(word.replace("_", " "), stance)

    def find(self, kind: str, names: tuple[str, ...]) -> str | None:
        table = self.by[kind]
        for name in names:
            if name in table:
                return table[name]
        return None


@cache
def _cues() -> _Cues:
    return _Cues()


def find_statements(frames: Frames, regions: list[tuple[int, int]] | None = None) -> list[Saying]:
    """All statements of a parsed text, in text order (outer before inner where they begin together).

    `regions`: (start, end) token ranges that no quotation may cross; None: the paragraphs of the text.
    """
    return _Finder(frames, _cues(), find_quotations(frames.g, regions)).find()


class _Finder:
    def __init__(self, frames: Frames, cues: _Cues, quotations: list[Quotation]):
        self.f, self.g, self.cues, self.quotations = frames, frames.g, cues, quotations
        self.out: list[Saying] = []

    def find(self) -> list[Saying]:
        g = self.g
        for i in range(g.n):
            pos = g.pos[i]
            if pos == "VERB":
                self._verb(i)
            elif pos in ("NOUN", "PROPN", "PRON") and g.base(i) in ("obl", "nmod", "parataxis", "advmod") and g.case(i) in ("according to", "in the words of", "as per"):
                self._according(i)
            elif pos == "NOUN":
                self._noun(i)
            if pos == "ADV" and g.lower[i] in self.cues.by["adverb"]:
                self._hedge(i)
            elif pos in ("ADJ", "VERB", "ADV") and g.base(i) == "amod" and (g.lower[i] in self.cues.by["adjective"] or (g.lower[i] == "called" and i >= 2 and g.lower[i - 2] == "so")):
                self._hedge_noun(i)
        self._quotes()
        unique: dict[tuple, Saying] = {}
        for s in self.out:
            unique.setdefault((s.cue, s.content, s.kind), s)
        return sorted(unique.values(), key=lambda s: (s.content[0], -s.content[1], s.cue if s.cue is not None else -1))

    # content spans ----------------------------------------------------------------------------------------------

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        g = self.g
        while start < end and (g.pos[start] in ("SPACE",) or g.text[start] in ",.;:–—-)" or (g.base(start) == "mark" and g.lower[start] in ("that",))):
            start += 1
        while end > start and (g.pos[end - 1] == "SPACE" or g.text[end - 1] in ",;:–—-("):
            end -= 1
        return start, end

    def _clause(self, heads: list[int], cue: int) -> list[tuple[int, int]]:
        """The stretches of text that the clauses cover, on either side of the cue and its speaker."""
        g = self.g
        tokens = sorted({t for h in heads for t in g.subtree(h)} - {cue} - self._comments(heads))
        if not tokens:
            return []
        pieces: list[list[int]] = [[tokens[0], tokens[0] + 1]]
        for t in tokens[1:]:
            between = range(pieces[-1][1], t)
            if all(g.pos[b] in ("PUNCT", "SPACE") for b in between):
                pieces[-1][1] = t + 1
            else:
                pieces.append([t, t + 1])
        spans = [self._trim(a, b) for a, b in pieces]
        spans = [s for s in spans if s[1] - s[0] >= 2 or (s[1] > s[0] and len(spans) == 1)]
        return spans

    def _comments(self, heads: list[int]) -> set[int]:
        """Words of an aside on what was said ("..., a charge that Kigali denied"): the author's, not the speaker's."""
        g = self.g
        out: set[int] = set()
        for h in heads:
            for t in g.subtree(h):
                if t != h and g.lemma[t] in self.cues.by["noun"] and any(g.rel[k] == "acl:relcl" for k in g.kids[t]) and any(g.base(k) == "det" and g.lower[k] in ("a", "an") for k in g.kids[t]):
                    words = g.subtree(t)
                    if words[0] > 0 and g.text[words[0] - 1] in (",", "—", "–", "-"):
                        out.update(words)
        return out

    def _form(self, span: tuple[int, int]) -> tuple[str, tuple[int, int]]:
        """(direct | indirect | mixed, the span widened to the quotation that it lies in)."""
        g = self.g
        start, end = span
        for q in self.quotations:
            inner = [t for t in range(start, end) if g.pos[t] not in ("PUNCT", "SPACE")]
            inside = [t for t in inner if q.start < t < q.end]
            if not inside:
                continue
            if len(inside) >= 0.9 * len(inner):
                if q.end - q.start - 1 <= 4 and len(inner) > len(inside):
                    return "mixed", span
                return "direct", (min(q.start + 1, start) if g.text[start] not in q.marks else q.start + 1, q.end)
            return "mixed", span
        return "indirect", span

    def _add(self, speakers: tuple[int, ...], addressees: tuple[int, ...], cue: int | None, spans: list[tuple[int, int]], stance: str, kind: str, verb: int | None) -> None:
        if verb is not None and self.g.lemma[verb] in self.cues.by["evidential"] and not any(self._can_speak(s) for s in speakers):
            return
        for span in spans:
            if span[1] <= span[0]:
                continue
            form, content = self._form(span) if kind != "hedge" else ("indirect", span)
            cue_span = self._cue_span(cue, kind) if cue is not None else None
            self.out.append(Saying(speakers, addressees, cue, cue_span, content, form, stance, kind, verb))

    def _can_speak(self, head: int) -> bool:
        """Whether a noun may be who says so: a name, a pronoun for somebody, a person's or body's noun, a document."""
        g = self.g
        if g.pos[head] in ("PROPN", "NUM", "ADJ", "DET"):
            return True
        if g.pos[head] == "PRON":
            return g.lower[head] not in ("it", "this", "that", "these", "those", "which", "what")
        lemma = g.lemma[head]
        return lemma in self.cues.by["document"] or lemma.endswith(("er", "or", "ist", "man", "woman", "ant", "ent", "ian", "person", "ty", "ry", "il")) and lemma not in ("matter", "number", "manner", "agreement", "movement", "moment", "event", "incident", "effort", "factor")

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

    def _addressees(self, v: int) -> tuple[int, ...]:
        g = self.g
        found: list[int] = []
        for k in g.kids[v]:
            if g.rel[k] == "iobj" or (g.rel[k] == "obj" and g.lemma[v] in ("tell", "inform", "assure", "remind", "warn", "notify", "brief", "convince", "reassure", "advise", "urge", "ask")):
                found.extend(g.conjuncts(k))
            elif g.base(k) == "obl" and g.case(k) in ADDRESS:
                found.extend(c for c in g.conjuncts(k) if g.pos[c] in ("NOUN", "PROPN", "PRON"))
            elif g.base(k) == "advcl" and g.lemma[k] in ("speak", "talk", "address") and g.tag[k] == "VBG":
                for o in g.kids[k]:
                    if (g.base(o) == "obl" and g.case(o) in ADDRESS) or g.rel[o] == "obj":
                        found.extend(c for c in g.conjuncts(o) if g.pos[c] in ("NOUN", "PROPN", "PRON"))
        return tuple(dict.fromkeys(found))

    # cues -------------------------------------------------------------------------------------------------------

    def _speakers(self, v: int) -> tuple[int, ...]:
        g = self.g
        frame = self.f.frame(v)
        speakers = frame.roles.get("subject", ()) if frame is not None else ()
        if not speakers and g.tag[v] in ("VBG", "VBN") and g.base(v) in ("advcl", "acl", "conj"):
            speakers = self.f.surface_subject(v) if not (frame and frame.passive) else ()
        return tuple(s for s in speakers if g.pos[s] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET") and g.lower[s] not in ("it", "there", "which", "that") or g.lower[s] == "it" and g.rel[s] != "expl")

    def _verb(self, v: int) -> None:
        g, cues = self.g, self.cues
        names = self.f.names(v)
        stance = cues.find("clause", names)
        passive = self.f.passive(v)
        if passive and g.lemma[v] in cues.by["carrier"]:
            self._carrier(v)
            return
        if stance is not None:
            clauses = [k for k in g.kids[v] if g.base(k) == "ccomp" and g.mark(k) not in ("if", "whether")]
            spans = self._clause(clauses, v)
            kind = "clause"
            if not spans and g.base(v) in ("advcl",) and g.mark(v) == "as" and g.head[v] >= 0 and not passive:
                # "As officials have admitted, they created ..."
                own = set(g.subtree(v))
                for k in g.kids[g.head[v]]:
                    if g.rel[k] == "parataxis":
                        own.update(g.subtree(k))  # "..., he said": outside the words
                spans = self._pieces([t for t in g.subtree(g.head[v]) if t not in own])
                spans = [s for s in spans if s[0] <= g.head[v] < s[1]]
            if not spans and g.base(v) in ("parataxis", "conj", "dep") and g.head[v] >= 0 and g.rel[v] == "parataxis" and g.children(v, "nsubj") and not g.children(v, "obj"):
                own = set(g.subtree(v))
                root = g.head[v]
                spans = self._pieces([t for t in g.subtree(root) if t not in own])
            if not spans:
                spans = self._inverted(v)
            if spans:
                self._add(self._speakers(v), self._addressees(v), v, spans, stance, kind, v)
                return
            if passive and g.lemma[v] in RAISING:
                # "are said to have fled": somebody says so, nobody is named
                self._add((), (), v, self._clause([k for k in g.kids[v] if g.rel[k] == "xcomp"], v), "hedged", "hedge", v)
                return
        for kind, relation in (("infinitive", "xcomp"), ("nominal", "obj")):
            stance = cues.find(kind, names)
            if stance is None or passive and kind == "infinitive":
                continue
            heads = [k for k in g.kids[v] if g.rel[k] == relation or (kind == "infinitive" and g.base(k) == "advcl" and g.tag[k] == "VBG" and stance == "denies") or (kind == "nominal" and passive and g.rel[k] == "nsubj:pass")]
            if kind == "nominal" and g.lemma[v] in self.cues.by["claims"]:
                heads = [k for k in heads if g.lemma[k] in self.cues.by["noun"]]
            heads = [k for k in heads if g.pos[k] in ("VERB", "NOUN", "PROPN", "ADJ", "AUX") and g.lower[k] not in ("which", "that", "who")]
            spans = self._clause(heads, v)
            if spans:
                self._add(self._speakers(v), self._addressees(v) if kind == "infinitive" else (), v, spans[:1], stance, kind, v)
                return
        stance = cues.find("charge", names)
        if stance is not None:
            heads = [k for k in g.kids[v] if g.base(k) in ("advcl", "obl", "xcomp") and (g.mark(k) or g.case(k)) in ("of", "for", "over", "with") and g.rel[k] != "obl:agent"]
            if not heads:
                heads = [c for k in g.kids[v] if g.rel[k] in ("obj", "nsubj:pass") for c in g.kids[k] if g.base(c) in ("acl", "nmod") and (g.mark(c) or g.case(c)) in ("of", "for", "over") and g.pos[c] in ("VERB", "NOUN") and g.rel[c] != "acl:relcl"]
            spans = self._clause(heads, v)
            if spans:
                spans = [(spans[0][0], spans[-1][1])] if len(spans) > 1 else spans
                start = spans[0][0]
                while start < spans[0][1] and g.lower[start] in ("of", "for", "over", "with"):
                    start += 1
                self._add(self._speakers(v), (), v, [(start, spans[0][1])], stance, "charge", v)

    def _pieces(self, tokens: list[int]) -> list[tuple[int, int]]:
        """Contiguous stretches of a list of tokens, white space and commas bridged, without short scraps."""
        g = self.g
        tokens = [t for t in tokens if g.pos[t] not in ("SPACE",)]
        if not tokens:
            return []
        pieces = [[tokens[0], tokens[0] + 1]]
        for t in tokens[1:]:
            if all(g.pos[b] == "SPACE" for b in range(pieces[-1][1], t)):
                pieces[-1][1] = t + 1
            else:
                pieces.append([t, t + 1])
        spans = [self._trim(a, b) for a, b in pieces]
        return [s for s in spans if sum(g.pos[t] not in ("PUNCT", "SPACE") for t in range(*s)) >= 2]

    def _inverted(self, v: int) -> list[tuple[int, int]]:
        """The content of a cue that heads its sentence with no clause under it: a quotation or parataxis beside it."""
        g = self.g
        own = [k for k in g.kids[v] if g.rel[k] == "parataxis" and (g.pos[k] in ("VERB", "AUX") or g.children(k, "cop", "nsubj"))]
        if own:
            return self._clause(own, v)
        start, end = g.bounds[g.sent[v]]
        spans = []
        for q in self.quotations:
            if q.start < end and q.end > start and not q.start < v < q.end and q.words >= 3:
                if q.start >= start or v - q.end <= 25:
                    spans.append(self._trim(q.start + 1, q.end))
        return spans[:2]

    def _according(self, i: int) -> None:
        g = self.g
        above = g.head[i]
        if above < 0:
            return
        case = next(k for k in g.kids[i] if g.base(k) == "case")
        own = set(g.subtree(i))
        start, end = g.bounds[g.sent[i]]
        root = above
        # "according to X" mostly vouches for its whole sentence; in a clause of its own, for that clause
        for up in g.ancestors(above):
            if g.base(root) in ("ccomp", "acl", "parataxis") and g.rel[root] != "acl:relcl" and g.children(root, "nsubj"):
                break
            root = up
        if not g.children(root, "nsubj") and g.pos[root] not in ("VERB", "AUX"):
            root = above
        spans = self._pieces([t for t in g.subtree(root) if t not in own])
        if spans:
            longest = max(spans, key=lambda s: s[1] - s[0])
            spans = [s for s in spans if s == longest or s[1] - s[0] >= 4]
        speakers = tuple(c for c in g.conjuncts(i) if g.pos[c] in ("NOUN", "PROPN", "PRON"))
        self._add(speakers, (), case, spans, "affirms", "according", None)

    def _noun(self, n: int) -> None:
        g = self.g
        stance = self.cues.find("noun", (g.lemma[n],))
        if stance is None:
            return
        heads = [k for k in g.kids[n] if g.base(k) in ("acl", "ccomp") and g.rel[k] != "acl:relcl" and g.mark(k) == "that"]
        if not heads and g.lemma[n] in ("accusation", "allegation", "claim", "charge", "suspicion", "denial", "report", "rumor", "rumour"):
            heads = [k for k in g.kids[n] if g.base(k) == "nmod" and g.case(k) == "of" and g.pos[k] == "NOUN"]
        spans = self._clause(heads, n)
        if not spans:
            return
        frame = self.f.frame(n)
        speakers = frame.roles.get("subject", ()) if frame else ()
        self._add(tuple(speakers), (), n, spans[:1], stance, "noun", None)

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
        spans = self._pieces([t for t in range(start, end) if t not in own])
        if spans:
            # a speaker before it belongs to the words, however short: "Raisi, cited by IRNA, said ..."
            spans = [self._trim(tokens[0], spans[-1][1])] if tokens[0] < v else spans
            self._add(speakers, (), v, spans[:1], "affirms", "carrier", v)

    def _hedge(self, i: int) -> None:
        g = self.g
        above = g.head[i]
        if above < 0:
            return
        spans = self._clause([above], i)
        spans = [(spans[0][0], spans[-1][1])] if spans else []
        self._add((), (), i, spans, "hedged", "hedge", None)

    def _hedge_noun(self, i: int) -> None:
        g = self.g
        noun = g.head[i]
        if noun > i:
            tokens = [t for t in g.subtree(noun) if t > i]
            spans = self._pieces(tokens) or [(noun, noun + 1)]
            self._add((), (), i, [s for s in spans if s[0] <= noun < s[1]] or [(noun, noun + 1)], "hedged", "hedge", None)

    def _quotes(self) -> None:
        """Give to a quotation that no cue introduces the speaker of the words before it in its paragraph, or after."""
        said = [s for s in self.out if s.kind in ("clause", "according") and s.speakers]
        for q in self.quotations:
            if q.words < 4 or not q.clausal:
                continue
            if any(s.content[0] <= q.start + 1 and s.content[1] >= q.end - 1 or (q.start <= s.content[0] and s.content[1] <= q.end + 1 and s.kind in ("clause", "according", "quote")) for s in self.out):
                continue
            if any(s.holds(q.start + 1) for s in said):
                continue
            near = [s for s in said if s.form in ("direct", "mixed") and s.cue is not None and q.paragraph[0] <= s.cue < q.paragraph[1]]
            before = [s for s in near if s.cue < q.start]
            source = before[-1] if before else (near[0] if near else None)
            if source is None:
                earlier = [s for s in said if s.form == "direct" and s.cue is not None and s.cue < q.start and q.opens_paragraph and q.previous and q.previous[0] <= s.cue < q.previous[1]]
                source = earlier[-1] if earlier else None
            if source is not None:
                self.out.append(replace(source, cue=None, cue_span=None, content=self._trim(q.start + 1, q.end), form="direct", kind="quote"))
