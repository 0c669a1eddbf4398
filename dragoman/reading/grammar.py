"""One view of a parse, in Universal Dependencies terms, whatever model made it.

Our model writes UD labels; the `en_core_web_*` models write ClearNLP labels (`nsubjpass`, `dobj`, `prep` + `pobj`,
`attr`). `Grammar` turns the second into the first and offers plain lists, so that frames, statements and the
resolver never ask which model read the text.
UD v2: https://universaldependencies.org/u/dep/ ; ClearNLP labels: Choi and Palmer, 2012.
"""

from __future__ import annotations

from spacy.tokens import Doc

CLEAR_RENAMED = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "dative": "iobj",
    "poss": "nmod:poss", "relcl": "acl:relcl", "prt": "compound:prt", "neg": "advmod", "npadvmod": "obl:unmarked",
    "oprd": "xcomp", "quantmod": "advmod", "preconj": "cc:preconj", "predet": "det:predet", "nn": "compound",
    "number": "compound", "num": "nummod", "intj": "discourse", "meta": "dep", "ROOT": "root", "acomp": "xcomp",
    "complm": "mark", "infmod": "acl", "partmod": "acl", "rcmod": "acl:relcl", "possessive": "case",
}  # fmt: skip
# After these a "not" denies nothing: "not only".
ONLY = {"only", "just", "merely", "simply", "solely", "necessarily"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"}


class Grammar:
    """Heads, UD relations, children, lemmas and tags of a Doc as plain lists, indexed by token.

    `head[i]` is -1 for a root and for white space; `kids[i]` lists children left to right; `sent[i]` is the number
    of the token's sentence.
    """

    __slots__ = ("doc", "n", "head", "rel", "kids", "lemma", "pos", "tag", "text", "lower", "sent", "bounds", "scheme", "_case", "_conj", "_marks")

    def __init__(self, doc: Doc):
        self.doc = doc
        self.n = len(doc)
        self.text = [t.text for t in doc]
        self.lower = [t.lower_ for t in doc]
        self.pos = [t.pos_ for t in doc]
        self.tag = [t.tag_ for t in doc]
        self.lemma = [t.lemma_ if p == "PROPN" else t.lemma_.lower() for t, p in zip(doc, self.pos)]
        self.head = [t.head.i if t.head.i != t.i and not t.is_space else -1 for t in doc]
        self.rel = [t.dep_ for t in doc]
        self.sent = [0] * self.n
        self.bounds: list[tuple[int, int]] = []
        for number, sentence in enumerate(doc.sents):
            self.bounds.append((sentence.start, sentence.end))
            for i in range(sentence.start, sentence.end):
                self.sent[i] = number
        labels = set(self.rel)
        self.scheme = "clear" if labels & {"pobj", "dobj", "prep", "nsubjpass", "attr", "ROOT", "poss"} else "ud"
        if self.scheme == "clear":
            self._from_clear()
        for i in range(self.n):
            if self.pos[i] == "SPACE":
                self.head[i], self.rel[i] = -1, "space"
        self.kids: list[list[int]] = [[] for _ in range(self.n)]
        for i, h in enumerate(self.head):
            if h >= 0:
                self.kids[h].append(i)
        self._case: dict[int, str | None] = {}
        self._conj: dict[int, tuple[int, ...]] = {}
        self._marks: dict[int, str | None] = {}

    def _from_clear(self) -> None:
        head, rel, pos = self.head, self.rel, self.pos
        for i in range(self.n):
            rel[i] = "mark" if rel[i] == "aux" and self.tag[i] == "TO" else CLEAR_RENAMED.get(rel[i], rel[i])
        # Copulas: ClearNLP hangs the predicate on "be", UD hangs "be" on the predicate.
        for i in range(self.n):
            if rel[i] in ("attr", "xcomp") and head[i] >= 0 and self.lemma[head[i]] == "be" and pos[i] in NOMINAL | {"ADJ"}:
                be = head[i]
                head[i], rel[i] = head[be], rel[be]
                for k in range(self.n):
                    if head[k] == be and k != i:
                        head[k] = i
                head[be], rel[be], pos[be] = i, "cop", "AUX"
            elif rel[i] == "attr":
                rel[i] = "xcomp"
        # Prepositions: pobj climbs to the preposition's head, the preposition becomes its case (or mark of a clause).
        for i in range(self.n):
            if rel[i] in ("pobj", "pcomp") and head[i] >= 0:
                prep = head[i]
                chain = [prep]
                while head[prep] >= 0 and rel[prep] in ("prep", "agent") and rel[head[prep]] in ("prep", "agent"):
                    prep = head[prep]  # "out of", "from behind"
                    chain.append(prep)
                above = head[prep]
                verbal = above < 0 or pos[above] in ("VERB", "AUX", "ADJ", "ADV")
                if rel[i] == "pcomp" and pos[i] == "VERB":
                    label, small = ("advcl" if verbal else "acl"), "mark"
                elif rel[prep] == "agent":
                    label, small = "obl:agent", "case"
                elif rel[prep] == "iobj":
                    label, small = "obl", "case"
                else:
                    label, small = ("obl" if verbal else "nmod"), "case"
                head[i], rel[i] = above, label
                first = min(chain)
                for p in chain:  # "according to", "out of": one preposition of two words
                    head[p], rel[p] = (i, small) if p == first else (first, "fixed")
        for i in range(self.n):
            if rel[i] in ("prep", "agent"):
                rel[i] = "advmod"  # a stranded preposition
            elif rel[i] == "attr":
                rel[i] = "xcomp"
        # A loop would send every walk round for ever; cut any that the moves above made.
        for i in range(self.n):
            seen, at = set(), i
            while at >= 0 and at not in seen:
                seen.add(at)
                at = head[at]
            if at >= 0:
                head[at] = -1

    def base(self, i: int) -> str:
        """The relation of token i without its subtype."""
        return self.rel[i].split(":", 1)[0]

    def children(self, i: int, *relations: str) -> list[int]:
        """Children of i whose relation, or its base, is one of `relations`, left to right."""
        return [k for k in self.kids[i] if self.rel[k] in relations or self.rel[k].split(":", 1)[0] in relations]

    def case(self, i: int) -> str | None:
        """The preposition that governs noun i, in lower case, words of a fixed one joined ("according to"); of
        several, the first. None where there is none; a possessive 's is not one."""
        if i not in self._case:
            found = None
            for k in self.kids[i]:
                if self.rel[k].split(":", 1)[0] == "case" and self.tag[k] != "POS" and k < i:
                    words = [self.lower[k]] + [self.lower[f] for f in self.kids[k] if self.rel[f] == "fixed"]
                    if words == ["out"] and self.lower[k + 1] == "of":
                        words.append("of")
                    found = " ".join(words)
                    break
            if found is None:
                # the preposition may hang on another part of the name: "to | Sierra | Leone"
                for k in self.kids[i]:
                    if self.base(k) in ("flat", "compound") and self.pos[k] == "PROPN":
                        for c in self.kids[k]:
                            if self.rel[c] == "case" and self.tag[c] != "POS" and c < min(i, k):
                                found = self.lower[c]
            self._case[i] = found
        return self._case[i]

    def mark(self, i: int) -> str | None:
        """The word that introduces clause i ("that", "to", "if", "of", "after", ...), in lower case, or None."""
        if i not in self._marks:
            found = None
            for k in self.kids[i]:
                if self.rel[k] == "mark" or (self.rel[k].split(":", 1)[0] == "case" and self.pos[i] == "VERB"):
                    words = [self.lower[k]] + [self.lower[f] for f in self.kids[k] if self.rel[f] == "fixed"]
                    word = " ".join(words)
                    if found is None or found == "to":
                        found = word
                elif self.rel[k] == "advmod" and self.tag[k] == "WRB" and found is None:
                    found = self.lower[k]
            self._marks[i] = found
        return self._marks[i]

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Token i and all that is coordinated with it under it, left to right."""
        if i not in self._conj:
            out, queue = [i], [i]
            while queue:
                at = queue.pop()
                for k in self.kids[at]:
                    if self.rel[k] == "conj" and k not in out and not self._excepted(k):
                        out.append(k)
                        queue.append(k)
            self._conj[i] = tuple(sorted(out))
        return self._conj[i]

    def _excepted(self, k: int) -> bool:
        """Whether coordinated noun k is set against the others: "Turkey, not Russia", "Turkey rather than Russia"."""
        if self.pos[k] not in NOMINAL:
            return False
        links = [c for c in self.kids[k] if c < k and self.base(c) in ("cc", "advmod", "case")]
        return any(self.lower[c] in ("not", "rather", "instead") and self.lower[c + 1] not in ONLY for c in links)

    def first_conjunct(self, i: int) -> int:
        """The head of the coordination that i stands in, or i."""
        seen = 0
        while self.rel[i] == "conj" and self.head[i] >= 0 and seen < 50:
            i = self.head[i]
            seen += 1
        return i

    def subtree(self, i: int) -> list[int]:
        """All tokens at and under i, in text order."""
        out, queue = [], [i]
        while queue:
            at = queue.pop()
            out.append(at)
            queue.extend(self.kids[at])
        return sorted(out)

    def ancestors(self, i: int):
        """Heads above i, nearest first."""
        seen = 0
        while self.head[i] >= 0 and seen < 200:
            i = self.head[i]
            seen += 1
            yield i

    def is_finite(self, i: int) -> bool:
        """Whether verb i, with its auxiliaries, is a finite clause."""
        if self.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        return any(self.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in self.kids[i] if self.base(k) in ("aux", "cop"))
