"""Names of the actor table found in a text, in one pass, the longest first."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.table import ActorTable, Entry, Name
from dragoman.reading.grammar import Grammar


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Tokens start..end are a name of the table; `found` holds the entries with the name of each that matched."""

    start: int
    end: int
    found: tuple[tuple[Entry, Name], ...]


def find_names(g: Grammar, table: ActorTable) -> dict[int, NameMatch]:
    """Token -> the match that covers it. Only words with a capital or a digit begin a name."""
    out: dict[int, NameMatch] = {}
    i, n = 0, g.n
    while i < n:
        text = g.text[i]
        if g.pos[i] in ("SPACE", "PUNCT") or not (text[:1].isupper() or (len(text) > 2 and text[:3].lower() in ("al-", "el-"))):
            i += 1
            continue
        found = table.longest_match(g.text, i)
        if found is None:
            i += 1
            continue
        length, _ = found
        end = i + length
        while end > i + 1 and (g.pos[end - 1] in ("SPACE", "PUNCT") or g.tag[end - 1] == "POS"):
            end -= 1
        # "CJTF-OIR" is no CJTF
        cut = end + 1 < n and g.text[end] == "-" and text.isupper() and g.text[end + 1].isupper()
        if g.sent[end - 1] == g.sent[i] and not cut:
            matches = table.matches(g.doc[i:end].text)
            if matches:
                match = NameMatch(i, end, matches)
                for t in range(i, end):
                    out[t] = match
                i = end
                continue
        i += 1
    return out
