"""Known slips of parsers, mended before anything reads the parse.

`repair_tags` (called by the reader, before the Doc is made) makes tags agree with the tree where grammar leaves no
choice: a participle with a subject and no auxiliary is a past tense ("Troops held the bridge"), a past tense behind
"has" is a participle. `parsed` gives the Grammar of a Doc with what hangs wrongly on a quotation moved.
"""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.reading.grammar import Grammar
from dragoman.reading.quotations import find_quotations

LOOSE = {"advcl", "obl", "advmod", "acl", "parataxis", "conj", "nmod", "ccomp", "dep"}


def parsed(doc: Doc) -> Grammar:
    """The Grammar of a parsed Doc, with known slips mended."""
    g = Grammar(doc)
    _reattach_after_quotations(g)
    return g


def _said_and_demanded(g: Grammar) -> None:
    """ "She said the men had been taken, and demanded their release": a simple past after ", and" goes with the past
    verb of saying, not with the pluperfect or future that was said."""
    for v in range(g.n):
        first = g.head[v]
        if g.rel[v] != "conj" or first < 0 or g.pos[v] != "VERB" or g.tag[v] != "VBD" or g.base(first) != "ccomp" or g.children(v, "nsubj", "aux"):
            continue
        cue = g.head[first]
        shifted = any(g.base(k) == "aux" and g.lower[k] in ("had", "would", "will", "could") for k in g.kids[first])
        comma = any(g.text[k] == "," for k in g.kids[v] if k < v)
        if cue >= 0 and g.tag[cue] == "VBD" and cue < first and shifted and comma:
            _move(g, v, cue)


def _reattach_after_quotations(g: Grammar) -> None:
    """ "They left," he said, speaking in Tehran: what follows the verb of saying outside the quotation is the verb's."""
    quotations = find_quotations(g)
    if not quotations:
        return
    inside = [False] * g.n
    for q in quotations:
        for t in range(q.start + 1, min(q.end, g.n)):
            inside[t] = True
    for q in quotations:
        number = g.sent[min(q.end, g.n) - 1]
        cue = _cue(g, g.bounds[number], inside, q.start, q.end)
        if cue is None:
            continue
        for k in range(cue + 1, g.bounds[number][1]):
            above = g.head[k]
            if above >= 0 and q.start < above < q.end and not inside[k] and g.base(k) in LOOSE:
                g.head[k] = cue
                g.kids[above].remove(k)
                g.kids[cue] = sorted([*g.kids[cue], k])
                if g.rel[k] in ("conj", "ccomp"):
                    g.rel[k] = "advcl"


def _cue(g: Grammar, sentence: tuple[int, int], inside: list[bool], start: int, end: int) -> int | None:
    """The verb outside a quotation that introduces it: above its clause, or in parataxis under it."""
    for i in range(*sentence):
        if g.pos[i] == "VERB" and not inside[i]:
            if any(g.base(k) == "ccomp" and start < k < end for k in g.kids[i]):
                return i
            if g.rel[i] == "parataxis" and start < g.head[i] < end:
                return i
    return None


_HAVE = frozenset("have has had having 've ’ve 's ’s 'd ’d".split())
_BE = frozenset("be is are was were been being am 's ’s 're ’re 'm ’m".split())
_SUBJECTS = frozenset({"nsubj", "csubj"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_FINITE = frozenset({"root", "conj", "parataxis", "ccomp", "acl:relcl", "advcl"})
_PLURAL = ("|NNS", "|NNPS")


def repair_tags(words: list[str], tags: list[str], heads: list[int], rels: list[str]) -> list[str]:
    """The tags (UPOS|XPOS), repaired. `heads` are indices, a root's its own."""
    kids: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        if head != i:
            kids.setdefault(head, []).append(i)
    out = list(tags)
    for i, tag in enumerate(tags):
        if tag not in _VERBS:
            continue
        mine = kids.get(i, ())
        subjects = [k for k in mine if rels[k] in _SUBJECTS]
        auxiliaries = [k for k in mine if rels[k] in _AUXILIARIES]
        if tag == "VERB|VBN" and subjects and not auxiliaries and rels[i] in _FINITE and not _bare(i, words, rels, mine):
            out[i] = "VERB|VBD"
        elif tag == "VERB|VBD" and auxiliaries:
            last = words[max(auxiliaries)].lower()
            if last in _HAVE or (last in _BE and rels[max(auxiliaries)] == "aux:pass"):
                out[i] = "VERB|VBN"
        elif tag == "VERB|VB" and rels[i] in {"root", "parataxis"} and subjects and not auxiliaries:
            if any(rels[k] == "mark" for k in mine):
                continue
            subject = subjects[-1]
            small = words[subject].lower()
            plural = tags[subject].endswith(_PLURAL) or small in {"i", "you", "we", "they", "these", "those", "who", "which", "that"}
            plural = plural or any(rels[k] == "conj" for k in kids.get(subject, ()))
            # A singular subject takes "lets": a bare "let" is past.
            out[i] = "VERB|VBP" if plural else "VERB|VBD" if words[i].lower() in _SAME_PAST else tag
    return out


_VERBS = frozenset({"VERB|VBN", "VERB|VBD", "VERB|VB"})
_SAME_PAST = frozenset("let put set cut hit hurt shut cost quit split spread burst cast bet beset upset thrust shed rid broadcast".split())


def _bare(i: int, words: list[str], rels: list[str], kids) -> bool:
    """Whether a participle may have a subject without an auxiliary: "with two men killed", "its leader gone, the ..." """
    return rels[i] == "advcl" or any(rels[k] == "mark" and words[k].lower() in {"with", "without"} for k in kids)
