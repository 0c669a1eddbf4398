"""Known slips of parsers, mended before anything reads the parse."""

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
