"""Time expressions of a report, each as an interval of days: the only door to the other `times_*` modules.

`find_times` reads one pass over the words. A table says which words can begin an expression, so that most words cost
one look-up. What a preposition adds is kept in the interval: "since 1979" runs to the published day, "before May"
has no beginning. Days named after "before" and "after" belong to the interval (a report says "after Monday" for the
hours too); months, years and longer do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.reading.named_times import named_times
from dragoman.reading.times_atoms import Atoms, atoms
from dragoman.reading.times_dates import Context, modifies_noun, month
from dragoman.reading.times_grammar import STARTERS, point
from dragoman.reading.times_values import Reading, parse_day, resolve_partial, shift
from dragoman.reading.times_words import MONTHS
from dragoman.records import Time

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DASHES = ("-", "–", "—")
_OPEN = frozenset({"since", "before", "after", "until", "till", "by", "prior", "up", "starting", "beginning", "effective"})
_APPROXIMATE = frozenset({"about", "around", "approximately", "roughly", "nearly", "almost", "just", "early", "shortly"})
_DETERMINERS = frozenset("the a an his her its their our this that 's ’s".split())


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: tokens [start, end), its head token, and what it says as a record."""

    start: int
    end: int
    head: int
    time: Time


def find_times(doc: Doc, published: str | None) -> list[TimeMention]:
    """All time expressions of a report, in text order and without overlaps.

    `published` is the ISO day that "yesterday" counts from. Without it, relative expressions stay unresolved
    (`from_` and `to` None, basis "none"); absolute ones are read all the same. The Doc needs no annotation: tags,
    trees and sentence bounds are used where they are there.
    """
    a = atoms(doc)
    c = Context(a, parse_day(published))
    low = a.low
    c.may_is_a_name = any(
        low[i] == "may" and low[i - 1] in ("theresa", "mrs", "ms", "minister") for i in range(1, len(low))
    )
    named = named_times()
    parsed = doc.has_annotation("DEP")
    found: list[TimeMention] = []
    i, size = 0, len(low)
    while i < size:
        word = low[i]
        reading: Reading | None = None
        if word in _OPEN:
            reading = _opened(c, i)
        elif word in ("between", "from"):
            reading = _between(c, i)
        if reading is None and (word in STARTERS or word[0].isdigit() or word in named):
            reading = point(c, i)
            if reading is not None:
                reading = _joined(c, reading)
        if reading is None:
            i += 1
            continue
        found.append(_mention(a, reading, parsed))
        if reading.timex in ("DATE", "TIME") and reading.first is not None and reading.first == reading.last:
            c.anchor, c.anchor_sentence = reading.first, a.sentence[i]
        i = reading.end
    return found


def _opened(c: Context, i: int) -> Reading | None:
    """An expression after since, before, after, until or by: an interval with one end open."""
    a = c.atoms
    word, j = a.low[i], i + 1
    if word in ("prior", "up"):
        if a.word(j) != "to":
            return None
        word, j = ("before" if word == "prior" else "until"), j + 1
    if word in ("starting", "beginning", "effective"):
        j += a.word(j) in ("on", "from", "in", "with")
        word = "starting"
    if a.word(j) == "at" and a.word(j + 1) in ("least", "latest"):
        j += 2
    if a.word(j) == "the" and a.word(j + 1) in ("latest",):
        return None
    while a.word(j) in _APPROXIMATE and a.word(j) != "early" and j < i + 4:
        j += 1
    base = point(c, j)
    if base is None or base.timex not in ("DATE", "TIME") or not a.same_sentence(i, base.start):
        return None
    base = _joined(c, base)
    if base.first is None and base.last is None or _beside_noun(c, base):
        return None
    coarse = base.grain not in ("day", "time")
    if word == "since":
        last = c.published
        if base.first and last and last < base.first:
            last = None
        return replace(base, last=last, partial=None)
    if word == "starting":
        return replace(base, last=None, partial=None)
    if word == "by":
        return replace(base, first=None, partial=None)
    if word in ("until", "till"):
        return replace(base, start=i, first=None, partial=None)
    if word == "before":
        edge = base.last if base.ends or not coarse or base.first is None else shift(base.first, -1)
        return replace(base, start=i, first=None, last=edge, partial=None)
    edge = base.first if not coarse or base.last is None else shift(base.last, 1)
    return replace(base, start=i, first=edge, last=None, partial=None)


def _beside_noun(c: Context, reading: Reading) -> bool:
    """Whether the expression only describes a noun ("after Monday's attack", "before the 2019 elections"): then the
    preposition is not its own."""
    a = c.atoms
    follows = a.word(reading.end)
    if follows in ("'s", "’s"):
        return True
    if not modifies_noun(c, reading.end):
        return False
    if a.word(reading.start - 1) in _DETERMINERS:
        return True
    return bool(a.doc[a.token[reading.end]].pos_) and a.end[reading.end - 1] + 1 >= a.start[reading.end] and (
        reading.partial is not None or reading.grain == "year"
    )


def _between(c: Context, i: int) -> Reading | None:
    """between 2014 and 2017, from May to July, from 2003 onwards."""
    a = c.atoms
    j = i + 1
    while a.word(j) in ("about", "around", "at", "least", "as", "early") and j < i + 3 and point(c, j) is None:
        j += 1
    first = point(c, j)
    if first is None or first.timex not in ("DATE", "TIME"):
        return None
    k = first.end
    if a.low[i] == "from" and a.word(k) in ("on", "onward", "onwards", "forward") and first.first:
        if a.word(k) != "on" or point(c, k + 1) is None:
            return replace(first, start=i, end=k + 1, last=None, partial=None)
    joiners = ("and",) if a.low[i] == "between" else ("to", "until", "till", "through", *_DASHES)
    if a.word(k) not in joiners:
        if first.value and "/" in first.value and first.grain in ("day", "year"):
            return replace(first, start=i)  # "between 15 and 18 November" is read as one date
        return None
    joined = _span(c, first, k)
    return replace(joined, start=i) if joined else None


def _span(c: Context, first: Reading, k: int) -> Reading | None:
    """`first` joined to the expression after atom k."""
    a = c.atoms
    j = k + 1
    if a.word(j) in ("the", "this") and a.word(j + 1) in ("present", "day"):
        j += 1
    if a.word(j) in ("present", "now", "date") and first.first and c.published and first.first <= c.published:
        end = j + 1 + (a.word(j) == "present" and a.word(j + 1) == "day")
        return replace(first, end=end, last=c.published, value=f"{first.value}/", partial=None)
    while a.word(j) in ("at", "least", "about", "around", "late") and j < k + 3 and point(c, j) is None:
        j += 1
    last = point(c, j)
    if last is None or last.timex not in ("DATE", "TIME") or not a.same_sentence(first.start, last.start):
        return None
    begin, finish = first, last
    if begin.partial and finish.first:
        again = resolve_partial(begin.partial, finish.first, ahead=False, start=begin.start, end=begin.end)
        begin = again if begin.timex == "DATE" else replace(begin, first=again.first, last=again.last)
    elif finish.partial and begin.first:
        again = resolve_partial(finish.partial, begin.first, ahead=True, start=finish.start, end=finish.end)
        finish = again if finish.timex == "DATE" else replace(finish, first=again.first, last=again.last)
    if begin.first is None or finish.last is None:
        if c.published is not None or begin.timex == "TIME":
            return None
        value = f"{begin.value}/{finish.value}" if begin.value and finish.value else None
        return replace(finish, start=first.start, first=None, last=None, value=value, partial=None)
    if begin.first > finish.last:
        return None
    return replace(
        finish, start=first.start, first=begin.first, last=finish.last, value=f"{begin.value}/{finish.value}",
        partial=None, ends=False,
    )  # fmt: skip


def _joined(c: Context, first: Reading) -> Reading:
    """Read on after an expression: "2014-2017", "Monday to Friday"; "May and June 2019" lends May its year."""
    a = c.atoms
    k = first.end
    follows = a.word(k)
    if first.timex != "DATE" or not a.same_sentence(first.start, k):
        return first
    if follows in (*_DASHES, "to", "through") and first.grain in ("day", "month", "year", "decade", "season"):
        j = k + 1
        opens = a.word(j)[:1].isdigit() or opens_date(c, j)
        tail = point(c, j) if opens else None
        if tail is not None and tail.grain == first.grain and tail.timex == "DATE":
            return _span(c, first, k) or first
        if follows == "-" and a.word(j) == "present" and first.first and c.published:
            return _span(c, first, k) or first
    if first.partial and first.partial[0] == "month" and follows in ("and", "or", ","):
        if a.word(k + 1) in MONTHS and (tail := month(c, k + 1)) and not tail.partial and tail.first:
            return resolve_partial(first.partial, tail.first, ahead=False, start=first.start, end=first.end)
    return first


def opens_date(c: Context, j: int) -> bool:
    """Whether a capitalised month or weekday stands at atom j."""
    return c.atoms.capital(j) and c.atoms.word(j) in STARTERS


def _mention(a: Atoms, reading: Reading, parsed: bool) -> TimeMention:
    doc = a.doc
    start, end = a.token[reading.start], a.token[reading.end - 1] + 1
    first, last = a.start[reading.start], a.end[reading.end - 1]
    resolved = reading.first is not None or reading.last is not None
    time = Time(
        text=a.text[first:last],
        start=first,
        end=last,
        from_=reading.first.isoformat() if reading.first else None,
        to=reading.last.isoformat() if reading.last else None,
        grain=reading.grain,
        basis="stated" if resolved else "none",
        timex=reading.timex,
        value=reading.value,
    )
    return TimeMention(start, end, _head(doc, start, end, parsed), time)


def _head(doc: Doc, start: int, end: int, parsed: bool) -> int:
    content = [t for t in doc[start:end] if not t.is_space and not t.is_punct and t.lower_ not in ("'s", "’s")]
    last = content[-1].i if content else end - 1
    if not parsed:
        return last
    for token in content:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token.i if token.pos_ not in ("ADP", "SCONJ", "ADV", "DET") else last
    return last
