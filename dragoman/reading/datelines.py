"""Where a report's dateline ends: "MOSCOW (AP) -- The Kremlin ...". It is made a sentence of its own, so that the tree
of the first sentence begins with its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DASHES = frozenset({"-", "--", "---", "–", "—", "―", ":"})
_SIGNS = frozenset({",", "(", ")", "/", ".", "|", "[", "]"})
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december".split())
_SMALL = frozenset({"of", "de", "el", "la", "al", "the", "du", "upon"})
_MOST = 16


@dataclass(frozen=True, slots=True)
class Dateline:
    """A stretch of words of a window that looks like one. `sure`: an agency or a date is in it, or all of it is in capitals; else the network must
    take its first word for a place, or for no name where it is in capitals."""

    begin: int
    end: int
    sure: bool
    capitals: bool


def find_dateline(doc: Doc, paragraph: list[int], offset: int) -> Dateline | None:
    """The dateline at the beginning of a paragraph (token indices), `offset` words into its window."""
    words = [doc[i].text for i in paragraph[: _MOST + 1]]
    if not words or not words[0][:1].isupper():
        return None
    depth, agency, date, at = 0, False, False, None
    for n, word in enumerate(words):
        if n and depth == 0 and word in _DASHES:
            token = doc[paragraph[n]]
            glued = not doc[token.i - 1].whitespace_ and not token.whitespace_
            if not (glued and word == "-"):
                at = n
                break
        depth += (word in "([") - (word in ")]")
        if word in "([":
            agency = True
        small = word.lower().rstrip(".")
        if word.isdigit() and len(word) < 5:
            date = True
        elif not (word[:1].isupper() or word in _SIGNS or small in _MONTHS or depth > 0 or (n and small in _SMALL) or word == "-"):
            return None
        date = date or small in _MONTHS
    if at is None or at + 1 >= len(words) or depth:
        return None
    behind = words[at + 1]
    if not (behind[0].isupper() or behind[0].isdigit() or behind in "“\"‘'"):
        return None
    if words[at] == ":" and not (agency or words[0].isupper() or at == 1):
        return None
    capitals = words[0].isupper() and len(words[0]) > 2
    shouted = capitals and words[at] != ":" and all(w.isupper() or not w[0].isalpha() for w in words[:at])
    return Dateline(offset, offset + at + 1, ((agency or date) and at > 1) or shouted, capitals)
