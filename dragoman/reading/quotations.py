"""Quotations: stretches between quotation marks, also those that run over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.reading.grammar import Grammar

OPENING, CLOSING, EITHER = {"“", "„", "«", "``"}, {"”", "»", "''"}, {'"', "＂"}
SINGLE = {"‘", "’", "'", "‚", "‹", "›", "`"}
GAP = set(" \t\n\u00a0([{-–—/")
AFTER = GAP | set(".,;:?!…)]}”’»\"'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` (the opening mark) to `end` (the closing mark, or where the paragraph ends).

    `words`: tokens inside that are not punctuation. `clausal`: it holds a finite verb, so it is somebody's sentence
    and not a word in scare quotes. `paragraph`, `previous`: token ranges of its paragraph and the one before.
    `outer`: (start, end) of the quotation that it stands in, in the other kind of marks, or None.
    """

    start: int
    end: int
    words: int
    clausal: bool
    marks: str
    paragraph: tuple[int, int]
    previous: tuple[int, int] | None
    opens_paragraph: bool
    outer: tuple[int, int] | None = None


def paragraphs(g: Grammar) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs: what lies between white-space tokens that hold a line break."""
    out, start = [], 0
    for i in range(g.n):
        if g.pos[i] == "SPACE" and "\n" in g.text[i]:
            if i > start:
                out.append((start, i))
            start = i + 1
    if start < g.n:
        out.append((start, g.n))
    return out


def find_quotations(g: Grammar, ranges: list[tuple[int, int]] | None = None) -> list[Quotation]:
    """All quotations, outer ones before those in them. `ranges`: token ranges that none may cross (default: paragraphs)."""
    out: list[Quotation] = []
    previous: tuple[int, int] | None = None
    ranges = ranges if ranges is not None else paragraphs(g)
    open_ended = False
    for number, (begin, end) in enumerate(ranges):
        first = next((t for t in range(begin, end) if g.pos[t] != "SPACE"), begin)
        following = number + 1 < len(ranges) and _opens(g, *ranges[number + 1])
        pairs = list(_pairs(g, begin, end, open_ended, following))
        for start, close, outer in pairs:
            out.append(_quotation(g, start, close, (begin, end), previous, start <= first, outer))
        open_ended = any(close == end for _, close, _ in pairs)
        previous = (begin, end)
    return out


def _opens(g: Grammar, begin: int, end: int) -> bool:
    first = next((t for t in range(begin, end) if g.pos[t] != "SPACE"), None)
    return first is not None and (g.text[first] in OPENING or g.text[first] in EITHER or g.text[first] == "‘")


def _closes(g: Grammar, t: int) -> bool:
    """Whether a double mark can only close: it follows a word or point at once, and white space comes after it."""
    return g.text[t] in CLOSING or (g.text[t] in EITHER and t > 0 and not g.doc[t - 1].whitespace_ and g.pos[t - 1] != "SPACE" and (bool(g.doc[t].whitespace_) or t + 1 == g.n or g.pos[t + 1] == "SPACE"))


def _pairs(g: Grammar, begin: int, end: int, open_ended: bool, following: bool) -> Iterator[tuple[int, int, tuple[int, int] | None]]:
    """(opening mark, closing mark or end, the pair around it) of the quotations of one paragraph. `open_ended`: the
    paragraph before ends in a quotation, which this one may close without a mark at its beginning; `following`: the next
    one opens with a mark, so this one may leave its own unclosed, however short."""
    t = begin
    if open_ended and begin > 0 and g.pos[begin - 1] == "SPACE" and not _opens(g, begin, end):
        mark = next((k for k in range(begin, end) if g.text[k] in CLOSING or g.text[k] in OPENING or g.text[k] in EITHER), None)
        if mark is not None and _closes(g, mark):
            yield begin - 1, mark, None
            t = mark + 1
    while t < end:
        if (g.text[t] in OPENING or g.text[t] in EITHER) and not (g.text[t] in EITHER and _closes(g, t)):
            close = next((k for k in range(t + 1, end) if g.text[k] in CLOSING or g.text[k] in EITHER), None)
            if close is None and end - t <= 4 and not following:
                break
            inside = _single_pairs(g, t + 1, end if close is None else close)
        elif (close := _single(g, t, end)) is not None:
            inside = _double_pairs(g, t + 1, close)
        else:
            t += 1
            continue
        yield t, end if close is None else close, None
        for a, b in inside:
            yield a, b, (t, end if close is None else close)
        t = end if close is None else close + 1


def _double_pairs(g: Grammar, begin: int, end: int) -> Iterator[tuple[int, int]]:
    opened = None
    for t in range(begin, end):
        if opened is None and (g.text[t] in OPENING or g.text[t] in EITHER):
            opened = t
        elif opened is not None and (g.text[t] in CLOSING or g.text[t] in EITHER):
            yield opened, t
            opened = None


def _single_pairs(g: Grammar, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs of single marks between two tokens."""
    t = begin
    while t < end:
        close = _single(g, t, end)
        if close is not None:
            yield t, close
            t = close
        t += 1


def _single(g: Grammar, t: int, end: int) -> int | None:
    """The token that closes a quotation in single marks which token t opens; None where t opens none: an apostrophe
    ("the farmers’ cows", "the ’70s", "don’t") looks the same, but stands elsewhere and is tagged otherwise."""
    if g.text[t] not in SINGLE or g.tag[t] == "POS" or g.doc[t].whitespace_:
        return None
    text, at = g.doc.text, g.doc[t].idx
    if (at > 0 and text[at - 1] not in GAP and text[at - 1] not in "“\"") or t + 1 >= end or g.text[t + 1][0].isdigit():
        return None
    if g.text[t] == "’" and g.tag[t] != "``":
        return None
    possible = None
    for k in range(t + 2, end):
        if g.text[k] == "‘" and g.text[t] == "‘":
            break
        if g.text[k] not in SINGLE or g.text[k] == "‘":
            continue
        after = g.doc[k].idx + len(g.text[k])
        if after < len(text) and text[after] not in AFTER:
            continue
        if g.tag[k] != "POS" or g.text[k - 1] in ",.?!…":
            return k
        possible = k  # "the workers’" may close one, if nothing else does
    return possible if g.text[t] == "‘" else None


def _quotation(g: Grammar, start: int, end: int, paragraph: tuple[int, int], previous: tuple[int, int] | None, opens: bool, outer: tuple[int, int] | None) -> Quotation:
    words = sum(g.pos[t] not in ("PUNCT", "SPACE") for t in range(start + 1, end))
    clausal = any(g.tag[t] in ("VBD", "VBZ", "VBP", "MD") or (g.pos[t] == "VERB" and g.tag[t] == "VB") for t in range(start + 1, end))
    return Quotation(start, end, words, clausal, g.text[start], paragraph, previous, opens, outer)
