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
    _reattach_before_coordinators(g)
    _finite_with_finite(g)
    _said_and_demanded(g)
    _second_subjects(g)
    return g


def _move(g: Grammar, k: int, above: int) -> None:
    """Hang token k on another head."""
    g.kids[g.head[k]].remove(k)
    g.head[k] = above
    g.kids[above] = sorted([*g.kids[above], k])


def _reattach_before_coordinators(g: Grammar) -> None:
    """What stands before "and" belongs to what the coordination begins with: "fought from 2014 to 2017, and left"."""
    for v in range(g.n):
        if g.rel[v] != "conj" or g.head[v] < 0 or g.pos[v] != "VERB":
            continue
        first = g.head[v]
        coordinator = next((k for k in g.kids[v] if g.base(k) == "cc" and first < k < v), None)
        if coordinator is None:
            continue
        for k in list(g.kids[v]):
            if first < k < coordinator and g.base(k) in ("obl", "advmod", "nmod", "obj", "advcl"):
                _move(g, k, first)


def _finite_with_finite(g: Grammar) -> None:
    """ "failed to win and resigned": a past tense is not coordinated with an infinitive but with the verb above it."""
    for v in range(g.n):
        if g.rel[v] != "conj" or g.tag[v] not in ("VBD", "VBZ") or g.head[v] < 0 or g.pos[v] != "VERB" or g.children(v, "nsubj"):
            continue
        first = g.head[v]
        if g.tag[first] != "VB" or g.mark(first) != "to":
            continue
        above = next((a for a in g.ancestors(first) if g.pos[a] == "VERB" and g.tag[a] in ("VBD", "VBZ", "VBP")), None)
        if above is not None:
            _move(g, v, above)


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


def _second_subjects(g: Grammar) -> None:
    """ "urged Iran to leave" with Iran read as a second subject: what follows an active verb that has its subject before
    it is its object."""
    for v in range(g.n):
        if g.pos[v] != "VERB":
            continue
        subjects = [k for k in g.kids[v] if g.rel[k] == "nsubj"]
        if len(subjects) == 2 and subjects[1] < v:
            # "Police | beat dozens of people, Amnesty reported": the first is the subject of what was reported
            said = next((k for k in g.kids[v] if g.rel[k] == "ccomp" and subjects[0] < k < subjects[1] and not g.children(k, "nsubj")), None)
            if said is not None:
                _move(g, subjects[0], said)
            continue
        if len(subjects) == 2 and subjects[0] < v < subjects[1] and not any(g.rel[k] in ("obj", "aux:pass") for k in g.kids[v]):
            g.rel[subjects[1]] = "obj"


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
                _move(g, k, cue)
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
