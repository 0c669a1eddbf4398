"""Contexts: PLOVER's 37 themes, from the words of the evidence sentence and from the pattern."""

from __future__ import annotations

from dragoman.coding.codebook import Codebook
from dragoman.reading.grammar import Grammar


def contexts_of(g: Grammar, codebook: Codebook, start: int, end: int) -> list[str]:
    """The contexts whose cues stand among tokens start..end, the most cued first, then by name."""
    counts: dict[str, int] = {}
    cues = codebook.contexts
    for t in range(start, end):
        for form in dict.fromkeys((g.lemma[t].lower(), g.lower[t])):
            for words, context in cues.get(form, ()):
                if len(words) == 1 or all(t + k < end and words[k] in (g.lemma[t + k].lower(), g.lower[t + k]) for k in range(1, len(words))):
                    counts[context] = counts.get(context, 0) + 1
    return sorted(counts, key=lambda c: (-counts[c], c))
