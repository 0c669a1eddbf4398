"""Times that have a name: wars, crises, treaties, holidays. The table is `data/lexicons/named_times.tsv`.

A row gives the names (separated by "|"), the first and last day, and its kind. `event` rows give whole dates,
`yearly` rows month and day ("12-25"), `easter` rows days from Easter Sunday, `nth` rows "month-nth-weekday"
("11-4-3": the fourth Thursday of November). Feasts of a lunar calendar have one `feast` row for each year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from dragoman.reading.times_atoms import _PIECE, Atoms
from dragoman.reading.times_values import Reading, make_day, parse_day, shift

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class _Name:
    words: tuple[str, ...]
    spans: tuple[tuple[date, date | None], ...]  # dated occurrences, oldest first
    rules: tuple[tuple[str, str, str], ...]  # (kind, from, to) of yearly occurrences


def words_of(name: str) -> tuple[str, ...]:
    """A name as the atoms that it is matched by: lower-case, no hyphens, no leading article."""
    pieces = [p.group().lower() for p in _PIECE.finditer(name)]
    pieces = [p.replace(".", "") if len(p) > 1 else p for p in pieces]
    words = [p.replace("’", "'") for p in pieces if p not in ("-", "–", "—", "/")]
    return tuple(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=1)
def named_times() -> dict[str, tuple[_Name, ...]]:
    """The table, by first word; the longest names first."""
    text = files("dragoman").joinpath("data/lexicons/named_times.tsv").read_text(encoding="utf-8")
    spans: dict[tuple[str, ...], list[tuple[date, date | None]]] = {}
    rules: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        names, first, last, kind = line.split("\t")[:4]
        for name in names.split("|"):
            key = words_of(name)
            if kind in ("event", "feast"):
                begin = parse_day(first)
                if begin is None:
                    raise ValueError(f"named_times.tsv: no first day for {name!r}")
                spans.setdefault(key, []).append((begin, parse_day(last)))
            else:
                rules.setdefault(key, []).append((kind, first, last))
    index: dict[str, list[_Name]] = {}
    for key in sorted({*spans, *rules}):
        dated = sorted(spans.get(key, ()), key=lambda span: span[0])
        index.setdefault(key[0], []).append(_Name(key, tuple(dated), tuple(rules.get(key, ()))))
    return {first: tuple(sorted(found, key=lambda n: -len(n.words))) for first, found in index.items()}


def named_at(
    a: Atoms, i: int, published: date | None, *, ahead: bool | None = None, year: int | None = None
) -> Reading | None:
    """The named time at atom i. `year` is a year that the text gives beside it."""
    for name in named_times().get(a.word(i), ()):
        end = _match(a, i, name.words)
        if end is None:
            continue
        stated, after = (year, end) if year is not None else _year_after(a, end)
        if len(name.words) == 1 and name.rules and _surname(a, i):
            continue
        found = _occurrence(name, published, stated, _ahead(a, i, end) if ahead is None else ahead)
        if found is None and stated is not None and year is None:
            found, after = _occurrence(name, published, None, False), end
        if found is None and year is not None:
            return None
        if found is None and published is not None:
            continue  # nothing of that name had happened, or was near, when the report came out
        return _reading(i, after, _in_year(_as_known(found, published), stated))
    return None


def _in_year(span: tuple[date, date | None] | None, year: int | None) -> tuple[date, date | None] | None:
    """Of something that began in the year before, only what lies in the stated year: "the revolution of 1979"."""
    if span and year and span[1] and span[0].year < year == span[1].year:
        return date(year, 1, 1), span[1]
    return span


def _as_known(span: tuple[date, date | None] | None, published: date | None) -> tuple[date, date | None] | None:
    """A war that ended after the report came out is open-ended in the report."""
    if span and published and span[1] and span[0] <= published < span[1] and (span[1] - span[0]).days > 62:
        return span[0], None
    return span


def _surname(a: Atoms, i: int) -> bool:
    return a.capital(i - 1) and a.same_sentence(i - 1, i) and not a.opens_sentence(i - 1) and a.word(i - 1).isalpha()


def _ahead(a: Atoms, i: int, end: int) -> bool:
    """Whether the next feast is meant: "before the beginning of Ramadan", "until Christmas", "Easter will"."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if a.word(j) in ("before", "until", "till", "by", "upcoming", "ahead") and a.same_sentence(j, i):
            return True
        if a.word(j) not in ("the", "of", "start", "beginning", "end", "holy", "month", "muslim"):
            break
    return a.forward(i, end)


def _match(a: Atoms, i: int, words: tuple[str, ...]) -> int | None:
    j, plain = i, False
    for n, word in enumerate(words):
        while n and a.word(j) in ("-", "–", "—", "/"):
            j += 1
        if a.word(j).replace("’", "'") != word or not a.same_sentence(i, j):
            return None
        plain = plain or a.capital(j) or word[0].isdigit()
        j += 1
    return j if plain or len(words) > 2 else None


def _year_after(a: Atoms, end: int) -> tuple[int | None, int]:
    j = end + (a.word(end) in ("of", "in", "("))
    if _YEAR.fullmatch(a.word(j)) and 1000 <= int(a.word(j)) <= 2200:
        closed = a.word(end) == "(" and a.word(j + 1) == ")"
        if a.word(j + 1) in ("-", "–", "/") and a.word(j + 2).isdigit() and a.end[j] == a.start[j + 1]:
            return int(a.word(j)), j + 3  # "the war of 1980-88"
        if a.word(end) == "(" and not closed:
            return None, end
        return int(a.word(j)), j + 1 + closed
    return None, end


def _occurrence(
    name: _Name, published: date | None, year: int | None, ahead: bool
) -> tuple[date, date | None] | None:
    spans = list(name.spans)
    if name.rules:
        years = [year] if year else range(published.year - 2, published.year + 3) if published else []
        for rule in name.rules:
            spans.extend(span for y in years if (span := _yearly(rule, y)))
        spans.sort(key=lambda span: span[0])
    if year is not None:
        inside = [s for s in spans if s[0].year <= year <= (s[1] or date.max).year]
        return inside[-1] if inside else None
    if published is None:
        return spans[0] if len(spans) == 1 and not name.rules else None
    if ahead:
        coming = [s for s in spans if s[1] is None or s[1] >= published]
        if coming:
            return coming[0]
    past = [s for s in spans if s[0] <= published]
    if past:
        return past[-1]
    soon = shift(published, 400)
    return spans[0] if spans and not name.rules and (soon is None or spans[0][0] <= soon) else None


def _yearly(rule: tuple[str, str, str], year: int) -> tuple[date, date] | None:
    kind, first, last = rule
    if not 1 <= year <= 9998:
        return None
    if kind == "easter":
        begin, end = shift(easter(year), int(first)), shift(easter(year), int(last))
    elif kind == "nth":
        month, nth, weekday = map(int, first.split("-"))
        start = date(year, month, 1)
        begin = end = start + timedelta((weekday - start.weekday()) % 7 + 7 * (nth - 1))
    else:
        begin = make_day(year, *map(int, first.split("-")))
        end = make_day(year, *map(int, last.split("-")))
        if begin and end and end < begin:
            end = make_day(year + 1, end.month, end.day)
    return (begin, end) if begin and end else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the Meeus/Jones/Butcher rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _reading(start: int, end: int, span: tuple[date, date | None] | None) -> Reading:
    if span is None:
        return Reading(start, end, None, None, None, "DATE", None, loose=True)
    first, last = span
    days = (last - first).days if last else 9999
    grain = "day" if days == 0 else "week" if days < 11 else "month" if days < 63 else "year"
    grain = "decade" if last and days > 3700 else grain
    value = first.isoformat() if days == 0 else f"{first.isoformat()}/{last.isoformat() if last else ''}"
    return Reading(start, end, first, last, grain, "DATE", value)
