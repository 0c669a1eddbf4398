"""Mentions: how far a noun phrase reaches around its head."""

from __future__ import annotations

from dragoman.reading.grammar import Grammar

LEFT = {"amod", "compound", "nmod:poss", "nmod:desc", "nummod", "flat", "advmod", "det:predet", "nmod:unmarked", "goeswith"}
RIGHT = {"flat", "compound", "goeswith", "fixed", "nummod"}
NOT_HEADS = {"amod", "compound", "flat", "fixed", "goeswith", "nmod:desc", "case", "det", "mark", "cc", "punct", "aux", "cop"}


def is_head(g: Grammar, i: int) -> bool:
    """Whether token i heads a noun phrase or is a pronoun that stands for one."""
    return g.pos[i] in ("NOUN", "PROPN", "PRON") and g.rel[i] not in NOT_HEADS


def extent(g: Grammar, head: int, with_of: bool = True) -> tuple[int, int]:
    """(start, end) tokens of the noun phrase of `head`, end exclusive, without its article, appositions and clauses.

    `with_of`: take in an "of" phrase ("members of the Taliban"), without its clauses.
    """
    start, end = head, head + 1
    for k in reversed([k for k in g.kids[head] if k < head]):
        if g.rel[k] in LEFT or g.base(k) in ("amod", "compound", "nummod"):
            first = min(_modifier(g, k))
            if first < start and all(g.pos[t] != "SPACE" or "\n" not in g.text[t] for t in range(first, start)):
                start = first
        elif g.base(k) == "det" and k == start - 1 and g.tag[k] not in ("DT", "PDT"):
            start = k
    for k in g.kids[head]:
        if k > head and (g.rel[k] in RIGHT or g.base(k) == "flat") and k <= end + 1:
            end = max(end, max(_modifier(g, k)) + 1)
    if with_of and g.pos[head] in ("NOUN", "PROPN"):
        for k in g.kids[head]:
            if k >= end and g.base(k) == "nmod" and g.case(k) == "of" and k - end <= 6:
                inner = extent(g, k, with_of=True)
                if inner[0] - end <= 3:
                    end = max(end, inner[1])
                break
    while start >= 2 and g.text[start - 1] == "-" and not g.doc[start - 1].whitespace_ and not g.doc[start - 2].whitespace_:
        start -= 2  # "a 34-year-old"
    while start < head and (g.base(start) in ("det", "punct", "case") or g.pos[start] in ("PUNCT", "SPACE")):
        start += 1
    if start > 0 and g.lower[start] in ("least", "most") and g.lower[start - 1] == "at":
        start -= 1
    while end > head + 1 and (g.pos[end - 1] in ("SPACE",) or g.text[end - 1] in ",;:"):
        end -= 1
    return start, end


def _modifier(g: Grammar, k: int) -> list[int]:
    out, queue = [], [k]
    while queue:
        at = queue.pop()
        out.append(at)
        queue.extend(c for c in g.kids[at] if g.base(c) not in ("acl", "appos", "parataxis", "advcl"))
    return out


def words_of(g: Grammar, start: int, end: int) -> str:
    """The text of tokens start..end, as it stands in the document."""
    return g.doc[start:end].text
