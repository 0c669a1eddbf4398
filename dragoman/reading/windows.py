"""Cut a Doc's words into the windows that the encoder reads: a paragraph each, small neighbours together, never
across regions. Which window a word is in depends on its own text alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.datelines import Dateline, find_dateline

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.reading.encoder import WordPieces
    from dragoman.records import Region

SHARED_WORDS = 120  # paragraphs share a window up to here
MOST_WORDS = 200
MOST_PIECES = 400  # the encoder has places for 512

_CLOSERS = frozenset("”’\"')]»")
_STOPS = frozenset({".", "?", "!", "…", "..."})
_PROSE = frozenset({"body", "lead"})


@dataclass(frozen=True, slots=True)
class Window:
    """Words (indices of tokens) and which of them, counted in the window, must begin a sentence."""

    tokens: tuple[int, ...]
    forced: frozenset[int]
    datelines: tuple[Dateline, ...] = ()


def cut_windows(doc: Doc, pieces: WordPieces, regions: Sequence[Region] | None) -> list[Window]:
    """The windows of `doc`, in text order."""
    windows: list[Window] = []
    tokens: list[int] = []
    forced: set[int] = set()
    datelines: list[Dateline] = []
    shared: str | None = None  # region of the window that is still open, None = closed
    size = 0

    def close() -> None:
        if tokens:
            windows.append(Window(tuple(tokens), frozenset(forced), tuple(datelines)))
        datelines.clear()
        tokens.clear()
        forced.clear()

    for region, paragraph in paragraphs(doc, regions):
        lengths = pieces.lengths([doc[i].text for i in paragraph])
        total = sum(lengths)
        prose = region in _PROSE and _ends(doc, paragraph)
        if not (prose and shared == region and len(tokens) + len(paragraph) <= SHARED_WORDS and size + total <= MOST_PIECES):
            close()
            size = 0
        for n, part in enumerate(_parts(doc, paragraph, lengths)):
            if n:
                close()
                size = 0
            forced.add(len(tokens))
            if n == 0 and (dateline := find_dateline(doc, part, len(tokens))) is not None:
                datelines.append(dateline)
            tokens.extend(part)
        size += total
        shared = region if prose else None
    close()
    return windows


def paragraphs(doc: Doc, regions: Sequence[Region] | None) -> list[tuple[str, list[int]]]:
    """(region, words) of each paragraph: broken at line breaks and where a region begins or ends."""
    out: list[tuple[str, list[int]]] = []
    hard_wrapped = is_hard_wrapped(doc.text)
    begins = {r.start: r.region for r in regions} if regions else {}
    bounds = sorted({r.start for r in regions} | {r.end for r in regions}) if regions else []
    at, region, fresh = 0, "body", True
    for token in doc:
        if token.is_space:
            breaks = token.text.count("\n")
            if breaks > 1 or (breaks and not hard_wrapped) or "\u2029" in token.text:
                fresh = True
            continue
        while at < len(bounds) and bounds[at] <= token.idx:
            region = begins.get(bounds[at], region)
            fresh = True
            at += 1
        if fresh:
            out.append((region, []))
            fresh = False
        out[-1][1].append(token.i)
    return out


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks stand inside sentences, as in text wrapped at 60 to 80 columns."""
    lines = text.split("\n")
    broken = [a for a, b in zip(lines, lines[1:], strict=False) if a.strip() and b.strip()]
    if len(broken) < 3:
        return False
    sizes = [len(line) for line in broken]
    open_ended = sum(not line.rstrip().endswith((".", "!", "?", "”", '"')) for line in broken)
    return max(sizes) <= 100 and min(sizes) >= 45 and max(sizes) - min(sizes) <= 30 and open_ended * 2 > len(broken)


def _ends(doc: Doc, paragraph: list[int]) -> bool:
    """Whether the paragraph ends as prose does; a heading or a link doesn't, and stays alone."""
    return any(doc[i].text in _STOPS for i in paragraph[-3:])


def _parts(doc: Doc, paragraph: list[int], lengths: list[int]) -> list[list[int]]:
    """The paragraph in parts that fit the encoder, cut behind a full stop if there is one."""
    parts: list[list[int]] = []
    at = 0
    while len(paragraph) - at > MOST_WORDS or sum(lengths[at:]) > MOST_PIECES:
        most, total = 0, 0
        while most < min(len(paragraph) - at, MOST_WORDS) and total + lengths[at + most] <= MOST_PIECES:
            total += lengths[at + most]
            most += 1
        cut = _cut_at(doc, paragraph[at : at + most + 1], most)
        parts.append(paragraph[at : at + cut])
        at += cut
    if at < len(paragraph):
        parts.append(paragraph[at:])
    return parts


def _cut_at(doc: Doc, words: list[int], most: int) -> int:
    """Where to cut: behind the last sentence that ends in the window, else behind its last comma, else at its end."""
    for marks in (_STOPS, {";", ":", ","}):
        for at in range(most, most // 3, -1):
            n = at - 1
            while n > 0 and marks is _STOPS and doc[words[n]].text in _CLOSERS:
                n -= 1
            if doc[words[n]].text in marks and not (at < len(words) and doc[words[at]].text in _CLOSERS):
                return at
    return max(most, 1)
