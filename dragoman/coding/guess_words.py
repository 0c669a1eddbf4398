"""A guess for codebooks with types of their own: naive Bayes over the codebook's example sentences.

Multinomial naive Bayes with add-one smoothing (Manning, Raghavan, Schütze: Introduction to Information Retrieval,
chapter 13), on word stems; a word on the path of the parse between source and target counts more.
"""

from __future__ import annotations

import math
import re

from dragoman.coding.codebook import Codebook
from dragoman.reading.grammar import Grammar

WORD = re.compile(r"[A-Za-z]{3,}")
BRACKETED = re.compile(r"[\[{][^\]}]*[\]}]")
ON_PATH = 3.0
NEAR_PATH = 1.5
# A guess must not fall on a type only because it has few examples.
SMOOTHING = 0.3
LEMMA_WEIGHT = 4
CAUTION = 6.0


def stem(word: str) -> str:
    """A rough stem: enough to bring the forms of one verb together."""
    word = word.lower()
    for suffix in ("ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ers", "ies", "ied", "ed", "es", "er", "s", "e", "y"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


class WordGuesser:
    """Trained on the examples of a codebook in a few milliseconds."""

    def __init__(self, codebook: Codebook):
        self.types = sorted({p.type for p in codebook.patterns})
        counts: dict[str, dict[str, float]] = {t: {} for t in self.types}
        for p in codebook.patterns:
            words = [stem(w) for e in p.examples for w in WORD.findall(BRACKETED.sub(" ", e))]
            words += [stem(w) for lemma in p.lemmas for w in lemma.split() if len(w) > 2 for _ in range(LEMMA_WEIGHT)]
            for w in words:
                counts[p.type][w] = counts[p.type].get(w, 0.0) + 1.0
        vocabulary = sorted({w for c in counts.values() for w in c})
        self.vocabulary = set(vocabulary)
        self.logs: dict[str, dict[str, float]] = {}
        for t in self.types:
            total = sum(counts[t].values()) + SMOOTHING * len(vocabulary)
            self.logs[t] = {w: math.log((counts[t].get(w, 0.0) + SMOOTHING) / total) for w in vocabulary}

    def __call__(self, g: Grammar, source: set[int], target: set[int]) -> dict[str, float]:
        """The share of each type for a parsed sentence, source and target tokens; the shares add up to 1."""
        path = self._path(g, source, target)
        near = {k for t in path for k in g.kids[t]} | {g.head[t] for t in path if g.head[t] >= 0}
        scores = dict.fromkeys(self.types, 0.0)
        for i in range(g.n):
            if i in source or i in target or g.pos[i] in ("PUNCT", "SPACE", "DET", "PROPN"):
                continue
            w = stem(g.lemma[i])
            if w not in self.vocabulary or len(w) < 3:
                continue
            weight = ON_PATH if i in path else NEAR_PATH if i in near else 0.5
            for t in self.types:
                scores[t] += weight * self.logs[t][w]
        # the words are not independent, and the scores so much too far apart
        top = max(scores.values(), default=0.0)
        shares = {t: math.exp((v - top) / CAUTION) for t, v in scores.items()}
        total = sum(shares.values())
        return {t: v / total for t, v in shares.items()}

    def _path(self, g: Grammar, source: set[int], target: set[int]) -> set[int]:
        if not source or not target:
            return set()
        top = lambda tokens: min(tokens, key=lambda t: (len(list(g.ancestors(t))), t))  # noqa: E731
        a, b = top(source), top(target)
        left, right = [a, *g.ancestors(a)], [b, *g.ancestors(b)]
        common = next((x for x in left if x in set(right)), None)
        if common is None:
            return set(left) | set(right)
        return (set(left[: left.index(common) + 1]) | set(right[: right.index(common) + 1])) - source - target
