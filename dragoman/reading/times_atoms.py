"""A Doc as a row of atoms: the pieces that the time grammar reads.

Tokenisers disagree on "mid-June", "2014-17", "9am" and "15/11/2021", so tokens are cut further here, at hyphens,
slashes and between digits and letters. Every atom knows its token and its characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.reading.times_words import FUTURE_CUES, PAST_VERBS, PLAN_CUES

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PIECE = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d+\.\d+|\d+(?:st|nd|rd|th)\b|(?:\d\d)?\d0s\b"
    r"|\d+|[oO]['’]clock|['’]s\b|['’]ll\b|[^\W\d_]+(?:\.[^\W\d_]+)*\.?|\S",
    re.IGNORECASE,
)
# How far from a date its verb is looked for.
_REACH = 30


@dataclass(slots=True)
class Atoms:
    """Parallel lists, one item an atom: lower-case form, token index, start and end offset, sentence number."""

    doc: Doc
    text: str  # spaCy builds doc.text anew at every access
    low: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)

    def word(self, i: int) -> str:
        """The atom's lower-case form, or "" outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def capital(self, i: int) -> bool:
        """Whether the atom begins with an upper-case letter."""
        return 0 <= i < len(self.low) and self.text[self.start[i]].isupper()

    def opens_sentence(self, i: int) -> bool:
        """Whether the atom is the first of its sentence."""
        return i == 0 or self.sentence[i] != self.sentence[i - 1]

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether both atoms exist and lie in one sentence."""
        return 0 <= i < len(self.low) and 0 <= j < len(self.low) and self.sentence[i] == self.sentence[j]

    def forward(self, start: int, end: int) -> bool:
        """Whether what is dated by atoms [start, end) lies ahead: told by the nearest verb before it, or else by
        the first one after it."""
        low, sentence = self.low, self.sentence
        here = sentence[start]
        j = start - 1
        while j >= max(0, start - _REACH) and sentence[j] == here:
            verdict = self._verdict(j)
            if verdict is not None:
                return verdict
            j -= 1
        j = end
        while j < min(len(low), end + _REACH) and sentence[j] == here:
            verdict = self._verdict(j)
            if verdict is not None:
                return verdict
            j += 1
        return False

    def _verdict(self, j: int) -> bool | None:
        """True for a word that points ahead, False for a verb in the past, None for any other word."""
        word = self.low[j]
        if word in FUTURE_CUES:
            return True
        following = self.word(j + 1)
        if word in PLAN_CUES and following in ("to", "for", "on", "in", "next", "by"):
            return True
        if following == "to" and word in ("is", "are", "was", "were", "be") and self.word(j + 2) not in ("the", "a"):
            return True
        if word in PAST_VERBS or (len(word) > 4 and word.endswith("ed") and self._past(j)):
            near = self.low[max(0, j - 4) : j]
            if "to" in near and ("be" in near or any(w in PLAN_CUES for w in near)):
                return True  # "is to be held", "expected to have left"
            return any(w in FUTURE_CUES for w in near)
        return None

    def _past(self, j: int) -> bool:
        """Whether an -ed word is a verb: by its tag, or else by its small letter."""
        tag = self.doc[self.token[j]].tag_
        if not tag:
            return not self.capital(j) or self.opens_sentence(j)
        return tag in ("VBD", "VBN")


def atoms(doc: Doc) -> Atoms:
    """Cut a Doc into atoms. White space gives none; a paragraph break ends a sentence."""
    row = Atoms(doc, doc.text)
    low, tokens, starts, ends, sentences = row.low, row.token, row.start, row.end, row.sentence
    sentenced = doc.has_annotation("SENT_START")
    sentence, broken = 0, False
    for token in doc:
        text = token.text
        if token.is_space:
            broken = broken or "\n" in text
            continue
        if broken or (sentenced and token.is_sent_start):
            sentence += 1
            broken = False
        base = token.idx
        if text.isalpha():
            low.append(text.lower())
            tokens.append(token.i)
            starts.append(base)
            ends.append(base + len(text))
            sentences.append(sentence)
            continue
        for piece in _PIECE.finditer(text):
            form = piece.group().lower()
            if len(form) > 1 and form[0].isalpha():
                form = form.replace(".", "")
            low.append(form)
            tokens.append(token.i)
            starts.append(base + piece.start())
            ends.append(base + piece.end())
            sentences.append(sentence)
        if not sentenced and text in (".", "!", "?"):
            broken = True
    return row
