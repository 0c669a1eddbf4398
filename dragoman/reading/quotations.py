"""Quotations: stretches between quotation marks, also those that run over sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.grammar import Grammar

OPENING, CLOSING, EITHER = {"“", "„", "«", "``"}, {"”", "»", "''"}, {'"', "＂"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` (the opening mark) to `end` (the closing mark, or where the paragraph ends).

    `words`: tokens inside that are not punctuation. `clausal`: it holds a finite verb, so it is somebody's sentence
    and not a word in scare quotes. `paragraph`, `previous`: token ranges of its paragraph and the one before.
    """

    start: int
    end: int
    words: int
    clausal: bool
    marks: str
    paragraph: tuple[int, int]
    previous: tuple[int, int] | None
    opens_paragraph: bool


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
    """All quotations in double marks, in text order. `ranges`: token ranges that none may cross (default: paragraphs)."""
    out: list[Quotation] = []
    previous: tuple[int, int] | None = None
    for begin, end in ranges if ranges is not None else paragraphs(g):
        opened: int | None = None
        first = next((t for t in range(begin, end) if g.pos[t] != "SPACE"), begin)
        for t in range(begin, end):
            mark = g.text[t]
            if opened is None and (mark in OPENING or mark in EITHER):
                opened = t
            elif opened is not None and (mark in CLOSING or mark in EITHER):
                out.append(_quotation(g, opened, t, (begin, end), previous, first))
                opened = None
        if opened is not None and end - opened > 4:
            out.append(_quotation(g, opened, end, (begin, end), previous, first))
        previous = (begin, end)
    return out


def _quotation(g: Grammar, start: int, end: int, paragraph: tuple[int, int], previous: tuple[int, int] | None, first: int) -> Quotation:
    words = sum(g.pos[t] not in ("PUNCT", "SPACE") for t in range(start + 1, end))
    clausal = any(g.tag[t] in ("VBD", "VBZ", "VBP", "MD") or (g.pos[t] == "VERB" and g.tag[t] == "VB") for t in range(start + 1, end))
    return Quotation(start, end, words, clausal, g.text[start], paragraph, previous, start == first)
