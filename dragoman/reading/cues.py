"""What a cue of saying commits people to: `data/lexicons/cues.tsv`, read once.

A commitment is how firmly somebody stands behind a content, and on which side of it: FactBank's values (Saurí and
Pustejovsky 2009), certain, probable and possible, each positive or negative, or none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.reading.lexicons import rows

LEVELS = ("none", "possible", "probable", "certain")


@dataclass(frozen=True, slots=True)
class Commitment:
    """`level`: index into LEVELS. `sign`: 1 where the content is held true, -1 where untrue; 0 at level 0."""

    level: int
    sign: int

    def over(self, inner: Commitment) -> Commitment:
        """The commitment to what lies within a content that is itself committed to as `inner`: to doubt a denial is to
        lean to its opposite."""
        level = min(self.level, inner.level)
        return Commitment(level, self.sign * inner.sign) if level else NONE

    @property
    def certainty(self) -> str:
        """none | possible | probable | certain."""
        return LEVELS[self.level]

    @property
    def polarity(self) -> str | None:
        """+ | -, or None without a commitment."""
        return {1: "+", -1: "-"}.get(self.sign)


NONE = Commitment(0, 0)
CERTAIN = Commitment(3, 1)


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue commits its `speaker` to, and whoever uses it, its `reporter`."""

    speaker: Commitment
    reporter: Commitment

    @property
    def stance(self) -> str:
        """How the speaker stands to the content: affirms | denies | doubts | hedged."""
        if self.speaker.sign < 0:
            return "denies" if self.speaker.level == 3 else "doubts"
        return "affirms" if self.speaker.level == 3 else "hedged"


class Cues:
    """The lexicon by kind. `words[kind]`: lemma -> Cue (of the kinds without commitments: lemma -> None)."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, Cue | None]] = {}
        for speaker, reporter, kind, lemmas in rows("cues"):
            cue = None if speaker == "-" else Cue(_commitment(speaker), _commitment(reporter))
            table = self.words.setdefault(kind, {})
            for lemma in lemmas.split():
                table.setdefault(lemma.replace("_", " "), cue)

    def find(self, kind: str, names: tuple[str, ...]) -> Cue | None:
        """The cue that the first of the names has as that kind, or None."""
        table = self.words[kind]
        return next((table[name] for name in names if name in table), None)


def _commitment(text: str) -> Commitment:
    if text == "none":
        return NONE
    return Commitment(LEVELS.index(text[:-1]), 1 if text[-1] == "+" else -1)


@cache
def cues() -> Cues:
    """The lexicon of cues."""
    return Cues()
