"""Text -> units: a unit is a line, or the lines of one paragraph that was wrapped by hand at 60 to 100 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_BULLET = re.compile(r"(?:[-–—•*·▪◦‣●■]|\d{1,2}[.)]|\(?[a-z]\)|\.)\s+\S")
_LIST_MARK = re.compile(r"list \d+ of \d+|end of list")  # screen-reader marks around links
_CLOSED = re.compile(r"""(?:[.!?…]|\.\.\.)["'”’»)\]*]*(?:\s*(?:\[\w{1,12}\]|\(\w{1,12}\)|\d{1,2}))?$""")
_OPEN = re.compile(r"""[:;,–—-]["'”’)]*$""")


@dataclass(slots=True)
class Unit:
    """A stretch of whole lines, without the white space at its ends."""

    start: int
    end: int
    text: str  # with single spaces, for looking at; not for offsets
    blank_before: bool
    blank_after: bool = True
    words: int = 0
    closed: bool = False  # ends as a sentence does
    open: bool = False  # ends as something that goes on does: a colon, a comma
    bullet: bool = False

    @property
    def prose(self) -> bool:
        """A whole sentence or more."""
        return self.closed and self.words >= 4 and not self.text.isupper()


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str
    blank_before: bool


def split_units(text: str) -> list[Unit]:
    """The units of `text`, in order; together they hold all its characters that are not white space."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    units = [Unit(group[0].start, group[-1].end, " ".join(line.text for line in group), group[0].blank_before) for group in groups]
    for number, unit in enumerate(units):
        unit.blank_after = number + 1 == len(units) or units[number + 1].blank_before
        unit.words = sum(any(map(str.isalnum, word)) for word in unit.text.split())
        unit.closed = bool(_CLOSED.search(unit.text[-60:]))
        unit.open = not unit.closed and bool(_OPEN.search(unit.text[-8:]))
        unit.bullet = bool(_BULLET.match(unit.text))
    return units


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    blank = True
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            indent = len(line) - len(line.lstrip())
            start = at + indent
            yield _Line(start, start + len(stripped), indent, " ".join(stripped.split()), blank)
        blank = not stripped
        at += len(line) + 1


def _wrap_width(lines: list[_Line]) -> int | None:
    """The width at which the text was wrapped by hand, or None where each line is a paragraph of its own."""
    breaks = goes_on = width = 0
    for before, line in zip(lines, lines[1:], strict=False):
        if not line.blank_before:
            breaks += 1
            if _mid_sentence(before, line):
                goes_on += 1
                width = max(width, len(before.text))
    if breaks < 2 or goes_on * 5 < breaks * 2 or not _NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    return width


def _mid_sentence(before: _Line, line: _Line) -> bool:
    """The line break stands inside a sentence, as the small letter after it tells."""
    return line.text[0].islower() and before.text[-1] not in ":;" and not _CLOSED.search(before.text[-60:])


def _continues(before: _Line, line: _Line, width: int | None) -> bool:
    if line.blank_before or _BULLET.match(line.text) or _LIST_MARK.fullmatch(line.text):
        return False
    if _mid_sentence(before, line):
        return True
    if width is None or len(before.text) > width + 3 or line.indent > before.indent + 1:
        return False
    first = line.text.split(" ", 1)[0]
    return len(before.text) + 1 + len(first) > width  # the next word would not have fitted
