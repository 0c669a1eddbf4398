"""Where the words that a cue introduces begin and end, as token spans."""

from __future__ import annotations

from dragoman.reading.cues import Cues
from dragoman.reading.grammar import Grammar
from dragoman.reading.quotations import Quotation

# Endings of nouns for people and bodies; nouns for things that end so too are "impersonal" in cues.tsv.
PERSONAL = ("er", "or", "ist", "man", "woman", "ant", "ent", "ian", "person", "ty", "ry", "il")
ABSTRACT = ("tion", "sion", "ment", "ness", "ism", "ence", "ance", "ing", "ship", "hood", "ity", "ure")


class Contents:
    """Content spans over one parse; (start, end) tokens, end exclusive."""

    def __init__(self, g: Grammar, cues: Cues, quotations: list[Quotation]):
        self.g, self.cues, self.quotations = g, cues, quotations

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without the white space and punctuation at its ends, and without an opening "that"."""
        g = self.g
        while start < end and (g.pos[start] in ("SPACE",) or g.text[start] in ",.;:–—-)" or (g.base(start) == "mark" and g.lower[start] in ("that",))):
            start += 1
        if end - start > 4 and g.lower[start] in ("however", "meanwhile", "though", "moreover") and g.text[start + 1] == ",":
            start += 2
        while end > start and (g.pos[end - 1] == "SPACE" or g.text[end - 1] in ",;:–—-("):
            end -= 1
        return start, end

    def clause(self, heads: list[int], cue: int) -> list[tuple[int, int]]:
        """The stretches of text that the clauses cover, on either side of the cue and its speaker."""
        g = self.g
        tokens = sorted({t for h in heads for t in g.subtree(h)} - {cue} - self._comments(heads))
        spans = [self.trim(*s) for s in self._runs(tokens, "PUNCT")]
        return [s for s in spans if s[1] - s[0] >= 2 or (s[1] > s[0] and len(spans) == 1)]

    def pieces(self, tokens: list[int]) -> list[tuple[int, int]]:
        """Contiguous stretches of a list of tokens, white space bridged, without short scraps."""
        g = self.g
        spans = [self.trim(*s) for s in self._runs([t for t in tokens if g.pos[t] != "SPACE"])]
        return [s for s in spans if sum(g.pos[t] not in ("PUNCT", "SPACE") for t in range(*s)) >= 2]

    def rest(self, head: int, own: set[int]) -> list[tuple[int, int]]:
        """The stretches of what hangs on a head, without the words of the cue and its speaker."""
        return self.pieces([t for t in self.g.subtree(head) if t not in own])

    def _runs(self, tokens: list[int], *bridges: str) -> list[tuple[int, int]]:
        runs: list[list[int]] = []
        for t in tokens:
            if runs and all(self.g.pos[b] in ("SPACE", *bridges) for b in range(runs[-1][1], t)):
                runs[-1][1] = t + 1
            else:
                runs.append([t, t + 1])
        return [(a, b) for a, b in runs]

    def _comments(self, heads: list[int]) -> set[int]:
        """Words of an aside on what was said ("..., a charge that Kigali denied"): the author's, not the speaker's."""
        g = self.g
        out: set[int] = set()
        for h in heads:
            for t in g.subtree(h):
                if t != h and g.lemma[t] in self.cues.words["noun"] and any(g.rel[k] == "acl:relcl" for k in g.kids[t]) and any(g.base(k) == "det" and g.lower[k] in ("a", "an") for k in g.kids[t]):
                    words = g.subtree(t)
                    if words[0] > 0 and g.text[words[0] - 1] in (",", "—", "–", "-"):
                        out.update(words)
        return out

    def form(self, span: tuple[int, int], cue: int | None = None) -> tuple[str, tuple[int, int]]:
        """(direct | indirect | mixed, the span widened to the quotation that it lies in). Words that stand in the same
        quotation as their cue are no direct speech of its speaker by that."""
        g = self.g
        start, end = span
        for q in self.quotations:
            if q.end < start or q.start >= end or (cue is not None and q.start < cue < q.end):
                continue
            inner = [t for t in range(start, end) if g.pos[t] not in ("PUNCT", "SPACE")]
            if cue is not None and q.words > 4 and q.start <= start + 1 and q.end < end - 1 and g.text[q.end - 1] in ".?!" and self._set_off(q):
                return "direct", (q.start + 1, q.end)  # the next sentence is not part of it
            inside = [t for t in inner if q.start < t < q.end]
            if not inside:
                continue
            if not q.clausal and q.words <= 6 and cue is not None and not self._set_off(q):
                return "mixed", span  # “minor delays”: words, not speech
            if len(inside) >= 0.9 * len(inner):
                if len(inner) > len(inside) and (q.end - q.start - 1 <= 4 or inner[0] < q.start):
                    return "mixed", span
                return "direct", (min(q.start + 1, start) if g.text[start] not in q.marks else q.start + 1, q.end)
            return "mixed", span
        return "indirect", span

    def speaks(self, head: int) -> bool:
        """Whether a noun may be who says so: a name, a pronoun for somebody, a person's or body's noun, a document."""
        g = self.g
        if g.pos[head] in ("PROPN", "NUM", "ADJ", "DET"):
            return True
        if g.pos[head] == "PRON":
            return g.lower[head] not in ("it", "this", "that", "these", "those", "which", "what")
        lemma = g.lemma[head]
        return lemma in self.cues.words["document"] or lemma in self.cues.words["speaker"] or lemma.endswith(PERSONAL) and not lemma.endswith(("ment", "ence")) and lemma not in self.cues.words["impersonal"]

    def mute(self, head: int) -> bool:
        """Whether a noun is for a deed, a thing or a day, and nobody who says so."""
        g = self.g
        if g.pos[head] == "PRON":
            return g.lower[head] in ("this", "that", "these", "those", "which", "what")
        lemma = g.lemma[head]
        return g.pos[head] == "NOUN" and not self.speaks(head) and (lemma.endswith(ABSTRACT) or lemma in self.cues.words["deed"] or g.doc[head].ent_type_ in ("DATE", "TIME"))

    def reaches(self, q: Quotation, cue: int) -> bool:
        """Whether a cue may introduce a quotation: it stands outside it, and in the quotation around it if there is one."""
        return not q.start < cue < q.end and (q.outer is None or q.outer[0] < cue < q.outer[1])

    def across(self, token: int, cue: int) -> bool:
        """Whether a token stands in a quotation that a cue stands outside of."""
        return any(q.start < token < q.end and not q.start < cue < q.end for q in self.quotations)

    def apart(self, span: tuple[int, int], cue: int) -> bool:
        """Whether a cue stands in a quotation that ends before, or begins after, the words it seems to introduce."""
        return any(q.start < cue < q.end and (span[0] >= q.end or span[1] <= q.start) for q in self.quotations)

    def _set_off(self, q: Quotation) -> bool:
        """Whether a comma or colon sets a quotation off from what introduces it."""
        g = self.g
        return (q.start > 0 and g.text[q.start - 1] in ",:") or g.text[q.end - 1] in ",?!…" or (q.end + 1 < g.n and g.text[q.end + 1] == ",")

    def _another(self, v: int, q: Quotation) -> bool:
        """Whether another verb of saying stands between verb v and a quotation, and so introduces it."""
        g = self.g
        between = range(v + 1, q.start) if q.start > v else range(q.end + 1, v)
        if q.start < v and g.rel[v] == "conj" and not g.children(v, "nsubj"):
            return True  # "said “...” and told the police, “...”": the one before is the first verb's
        return any(g.pos[t] == "VERB" and g.lemma[t] in self.cues.words["clause"] and g.head[t] != v or g.pos[t] == "VERB" and g.tag[t] == "VBG" and g.lemma[t] in self.cues.words["clause"] for t in between)

    def beside(self, v: int) -> list[tuple[int, int]]:
        """The quotations of verb v's sentence that stand outside it, before or after it."""
        start, end = self.g.bounds[self.g.sent[v]]
        spans = []
        for q in self.quotations:
            if q.start < end and q.end > start and self.reaches(q, v) and q.words >= 3 and (q.clausal or self._set_off(q)) and not self._another(v, q):
                if q.start >= start or v - q.end <= 25:
                    spans.append(self.trim(q.start + 1, q.end))
        return spans[:2]

    def adjacent(self, v: int) -> list[tuple[int, int]]:
        """The quotation that touches verb v and its subject, only punctuation, a name or an adverb between: what verbs
        that take no clause introduce (“...,” smiled the envoy)."""
        g = self.g
        own = {t for k in g.kids[v] if g.base(k) in ("nsubj", "advmod", "aux", "obl") for t in g.subtree(k)} | {v}
        first, last = min(own), max(own)
        for q in self.quotations:
            if q.words < 3 or not self.reaches(q, v):
                continue
            gap = range(q.end + 1, first) if q.end < v else range(last + 1, q.start)
            # a quotation that ends its own sentence belongs to the sentence before
            joined = g.text[q.end - 1] in ",?!…" or "," in [g.text[t] for t in gap] if q.end < v else any(g.text[t] in ",:" for t in gap)
            if joined and len(gap) <= 3 and all(g.pos[t] in ("PUNCT", "SPACE") for t in gap) and (q.end < first or q.start > last):
                return [self.trim(q.start + 1, q.end)]
        return []
