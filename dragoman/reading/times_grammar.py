"""One time expression at one place: `point` reads the longest that begins at an atom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.reading.named_times import named_at, named_times
from dragoman.reading.times_dates import (
    Context,
    century,
    clock,
    day_month,
    day_of_month,
    decade,
    modifies_noun,
    month,
    number_at,
    ordinal_at,
    season,
    slashed,
    tight,
    weekday,
    with_day_part,
    year,
)
from dragoman.reading.times_relative import day_beside, deictic, fiscal, quantity, relative, rhythm
from dragoman.reading.times_values import (
    Reading,
    month_reading,
    part_of,
    quarter_reading,
    shift,
    unit_reading,
    weekend_reading,
    year_reading,
)
from dragoman.reading.times_words import (
    DAY_PARTS,
    DECADE_WORDS,
    FREQUENCY,
    FUNCTION_WORDS,
    LONG_WORDS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PLURAL_UNITS,
    SEASONS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)

_DASHES = ("-", "–", "—")
_PARTS = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "beginning": "beginning",
    "start": "beginning",
    "outset": "beginning",
    "onset": "beginning",
    "outbreak": "beginning",
    "end": "end",
    "close": "end",
    "conclusion": "end",
    "ending": "end",
}
_LEADS = frozenset("last past previous preceding next coming following upcoming forthcoming same current this that".split())
_LONG_UNITS = ("hour", "day", "week", "month", "year", "decade", "century")
_CLOCK_LEADS = frozenset("at by before around until since after from past shortly about till".split())
_DEPTH = 4


def point(c: Context, i: int, depth: int = 0) -> Reading | None:
    """The longest time expression that begins at atom i, without prepositions and ranges."""
    a = c.atoms
    word = a.word(i)
    if not word or depth > _DEPTH:
        return None
    best: Reading | None = None
    for reader in (_numeric,) if word[0].isdigit() else _READERS.get(word, ()):
        found = reader(c, i, depth)
        if found is not None and (best is None or found.end > best.end):
            best = found
    if word in named_times():
        found = named_at(a, i, c.published)
        if found is not None and (best is None or found.end >= best.end):
            best = found
    return with_day_part(c, best) if best is not None else None


def _numeric(c: Context, i: int, depth: int) -> Reading | None:
    if (dated := slashed(c, i) or day_month(c, i)) is not None:
        return dated
    if (time := clock(c, i)) is not None:
        return _clocked(c, i, time, depth)
    found = year(c, i)
    if found is not None:
        named = named_at(c.atoms, i + 1, c.published, year=int(c.atoms.low[i]))
        if named is not None:
            return replace(named, start=i)
        if (other := named_at(c.atoms, i + 1, None)) is not None:
            return replace(found, end=other.end)  # a feast of a year that the table does not hold
        if tight(c, i, 3) and c.atoms.word(i + 1) in ("-", "–", "/") and len(c.atoms.word(i + 2)) == 2:
            return _short_range(c, i, found)
        return found
    word = c.atoms.low[i]
    if word.endswith("s") and word[0].isdigit():
        return decade(c, i)
    return century(c, i) or _ordinal_part(c, i, depth) or quantity(c, i)


def _short_range(c: Context, i: int, first: Reading) -> Reading:
    """2014-17."""
    low = c.atoms.low
    tail = number_at(c, i + 2)
    if tail is None or first.first is None or tail <= first.first.year % 100:
        return first
    if low[i + 1] == "-" and c.atoms.word(i + 3) == "-":
        return first
    last = year_reading(i, i + 3, first.first.year // 100 * 100 + tail)
    return replace(last, first=first.first, value=f"{first.value}/{last.value}")


def _clocked(c: Context, i: int, time: tuple[str, int], depth: int) -> Reading:
    """A clock time with the day that follows it ("9 a.m. on Monday"), or the day last named in the sentence."""
    a = c.atoms
    value, end = time
    j = end
    while a.word(j) in ("on", ",", "(") and j < end + 2:
        j += 1
    if a.same_sentence(i, j) and (
        a.word(j) in WEEKDAYS or a.word(j) in MONTHS or a.word(j)[:1].isdigit()
        or a.word(j) in ("today", "yesterday", "tomorrow", "last", "next", "this")
    ):  # fmt: skip
        day = point(c, j, depth + 1)
        if day is not None and day.grain == "day" and day.timex == "DATE":
            prefix = day.first.isoformat() if day.first else "XXXX-XX-XX"
            return replace(day, start=i, grain="time", timex="TIME", value=prefix + value, partial=None)
    if c.anchor is not None and c.anchor_sentence == a.sentence[i]:
        return Reading(i, end, c.anchor, c.anchor, "time", "TIME", c.anchor.isoformat() + value, loose=True)
    return Reading(i, end, None, None, "time", "TIME", value, loose=True)


def _clock_word(c: Context, i: int, depth: int) -> Reading | None:
    """Noon, midnight, dawn after a preposition."""
    word = c.atoms.low[i]
    if c.atoms.word(i - 1) not in _CLOCK_LEADS:
        return None
    value = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}.get(word, DAY_PARTS[word])
    return _clocked(c, i, (value, i + 1), depth)


def _month(c: Context, i: int, depth: int) -> Reading | None:
    return month(c, i)


def _weekday(c: Context, i: int, depth: int) -> Reading | None:
    return weekday(c, i)


def _season(c: Context, i: int, depth: int) -> Reading | None:
    return season(c, i)


def _deictic(c: Context, i: int, depth: int) -> Reading | None:
    return deictic(c, i)


def _relative(c: Context, i: int, depth: int) -> Reading | None:
    a = c.atoms
    if a.word(i - 1) == "the":
        return None  # read with its article or not at all: "the last week of the war"
    if (found := relative(c, i, i)) is not None:
        return found
    if a.low[i] in ("last", "next", "this") and a.word(i + 1) in named_times():
        named = named_at(a, i + 1, c.published, ahead=a.low[i] == "next")
        return replace(named, start=i) if named else None
    if a.low[i] == "this" and a.word(i + 1) == "year" and a.word(i + 2) in ("'s", "’s"):
        named = named_at(a, i + 3, c.published, year=c.published.year) if c.published else None
        return replace(named, start=i) if named else None
    return None


def _quantity(c: Context, i: int, depth: int) -> Reading | None:
    return quantity(c, i)


def _rhythm(c: Context, i: int, depth: int) -> Reading | None:
    return rhythm(c, i)


def _fiscal(c: Context, i: int, depth: int) -> Reading | None:
    return fiscal(c, i)


def _decade(c: Context, i: int, depth: int) -> Reading | None:
    return decade(c, i) if c.atoms.word(i - 1) in ("the", "early", "mid", "late", "-", "roaring") else None


def _ordinal(c: Context, i: int, depth: int) -> Reading | None:
    return century(c, i) or day_month(c, i) or _ordinal_part(c, i, depth)


def _the(c: Context, i: int, depth: int) -> Reading | None:
    a = c.atoms
    j = i + 1
    word = a.word(j)
    if not word:
        return None
    found: Reading | None = None
    if word in ("day", "week", "month", "year", "night", "evening"):
        found = day_beside(c, i)
    if found is None and word in DAY_PARTS and a.word(j + 1) == "of":
        found = _part_of_day(c, i, j, depth)
    if found is None and word in _LEADS:
        found = relative(c, j, i)
    if found is None and word in ("past", "future") and (
        not a.word(j + 1)[:1].isalnum() or (a.word(j + 1) in FUNCTION_WORDS and a.word(j + 1) != "of")
    ):
        found = Reading(i, j + 1, None, None, None, "DATE", "PAST_REF" if word == "past" else "FUTURE_REF", loose=True)
    if found is None and word in ("near", "recent", "distant") and a.word(j + 1) in ("past", "future"):
        value = "PAST_REF" if a.word(j + 1) == "past" else "FUTURE_REF"
        found = Reading(i, j + 2, None, None, None, "DATE", value, loose=True)
    if found is None and word == "weekend":
        found = _weekend(c, i)
    if found is None and (word in _PARTS or word in ("small", "first", "second", "third", "fourth", "latter", "last")):
        found = _part(c, j, depth) or _ordinal_part(c, j, depth)
    if found is None:
        found = _the_named(c, j)
    if found is not None and found.grain == "century" and a.low[found.end - 2] in _DASHES:
        return None  # "the 19th-century fort": the article belongs to the noun
    return replace(found, start=i) if found is not None else None


def _the_named(c: Context, j: int) -> Reading | None:
    a = c.atoms
    word = a.low[j]
    if word in named_times() and (named := named_at(a, j, c.published)) is not None:
        return named
    if word in ("'", "’", "‘") and a.word(j + 1)[-1:] == "s":
        return decade(c, j + 1) if a.word(j + 1)[:1].isdigit() else None
    if word[0].isdigit():
        if len(word) == 4 and word.isdigit():
            return named_at(a, j + 1, c.published, year=int(word)) if year(c, j) else None
        if word.endswith("0s"):
            return decade(c, j)
        return century(c, j) or day_month(c, j) if word[-1].isalpha() and day_month(c, j) else (
            century(c, j) or day_of_month(c, j)
        )
    if word in DECADE_WORDS:
        return decade(c, j)
    if word in ORDINALS or word in ("twenty", "thirty"):
        return century(c, j) or day_month(c, j)
    return None


def _part_of_day(c: Context, i: int, j: int, depth: int) -> Reading | None:
    """The night of 15 November."""
    day = point(c, j + 2, depth + 1)
    if day is None or day.grain != "day" or day.timex != "DATE":
        return None
    prefix = day.first.isoformat() if day.first else "XXXX-XX-XX"
    value = prefix + DAY_PARTS[c.atoms.low[j]]
    return replace(day, start=i, grain="time", timex="TIME", value=value, partial=None)


def _weekend(c: Context, i: int) -> Reading | None:
    if c.published is None:
        return Reading(i, i + 2, None, None, "day", "DATE", None, loose=True)
    weeks = 0 if c.published.weekday() >= 5 or c.atoms.forward(i, i + 2) else -7
    return weekend_reading(i, i + 2, shift(c.published, weeks), loose=True)


def _base(c: Context, k: int, depth: int) -> Reading | None:
    """What a part is a part of: "2016", "last year", or "the year", which is the current one."""
    a = c.atoms
    if a.word(k) == "the" and a.word(k + 1) in ("day", "week", "month", "quarter", "year", "decade", "century"):
        if a.word(k + 2) in ("'s", "’s", "of", "before", "after"):
            return None
        return unit_reading(k, k + 2, a.word(k + 1), c.published, loose=True)
    if a.word(k) in ("a", "an"):
        return None
    found = point(c, k, depth + 1)
    if found is None or found.timex in ("SET", "DURATION"):
        return None
    return found


def _part(c: Context, i: int, depth: int) -> Reading | None:
    """early 2016, mid-June, late last year, early on Sunday, the end of the year, end-2016."""
    a = c.atoms
    word = a.low[i]
    part = _PARTS.get(word)
    k = i + 1
    if word in ("small", "early") and a.word(k) == "hours" and a.word(k + 1) == "of":
        day = _base(c, k + 2, depth)
        if day is None or day.grain != "day":
            return None
        value = (day.first.isoformat() if day.first else "XXXX-XX-XX") + "TMO"
        return replace(day, start=i, grain="time", timex="TIME", value=value, partial=None)
    if part is None:
        return None
    if word in ("early", "late", "mid"):
        if a.word(k) in (*_DASHES, "in", "on", "of") and (a.word(k) not in ("in", "on") or word != "mid"):
            k += 1
        elif a.word(k) == "the":
            return None
    elif a.word(k) == "of" or (a.word(k) in _DASHES and word == "end"):
        k += 1
    else:
        return None
    base = _base(c, k, depth)
    if base is None:
        return None
    if word in ("early", "late", "mid"):
        if base.timex == "TIME" or base.grain == "day":
            return replace(base, start=i) if word != "mid" else None
        return replace(part_of(base, part), start=i, partial=None)
    if base.value and "/" in base.value and base.first and part in ("beginning", "end"):
        edge = base.first if part == "beginning" else base.last
        return replace(base, start=i, first=edge, last=edge, grain="day" if edge else base.grain, ends=True)
    return replace(part_of(base, part), start=i, partial=None, ends=part == "end")


def _ordinal_part(c: Context, i: int, depth: int) -> Reading | None:
    """first half of 2016, third quarter of the year, last week of May, first months of 2020."""
    a = c.atoms
    word, noun = a.low[i], a.word(i + 1)
    number = {"latter": 2, "last": -1}.get(word) or (ordinal_at(c, i) or (0, 0))[0]
    if noun not in ("half", "quarter", "week", "weeks", "days", "months", "day", "weekend") or not number:
        return None
    k = i + 2 + (a.word(i + 2) == "of")
    if noun != "quarter" and a.word(i + 2) != "of":
        return None
    base = _base(c, k, depth)
    if base is None or base.first is None or base.last is None:
        return None
    if noun == "half" and number in (1, 2) and base.grain in ("year", "month", "century", "decade"):
        if base.grain == "month":
            middle = base.first.replace(day=15)
        else:
            middle = base.first.replace(year=base.first.year + (base.last.year - base.first.year + 1) // 2)
            middle = middle.replace(month=6, day=30) if base.grain == "year" else middle.replace(month=12, day=31)
        value = f"{base.value}-H{number}" if base.grain == "year" else base.value
        half = (base.first, middle) if number == 1 else (shift(middle, 1), base.last)
        return replace(base, start=i, first=half[0], last=half[1], value=value, partial=None)
    if noun == "quarter" and base.grain == "year":
        return replace(quarter_reading(i, base.end, base.first.year, 4 if number < 0 else min(number, 4)))
    if noun == "week" and base.grain == "month" and number in (-1, 1, 2, 3, 4):
        begin = shift(base.last, -6) if number < 0 else shift(base.first, 7 * number - 7)
        value = f"{begin.isoformat()}/{shift(begin, 6).isoformat()}" if begin else None  # type: ignore[union-attr]
        return Reading(i, base.end, begin, shift(begin, 6), "week", "DATE", value)
    if noun == "day" and number in (-1, 1) and base.grain in ("month", "year"):
        day = base.first if number == 1 else base.last
        return Reading(i, base.end, day, day, "day", "DATE", day.isoformat())
    if noun in ("weeks", "days", "months") and number in (-1, 1):
        return replace(part_of(base, "early" if number == 1 else "late"), start=i, partial=None)
    return None


def _quarter(c: Context, i: int, depth: int) -> Reading | None:
    """Q1 2021."""
    a = c.atoms
    number = number_at(c, i + 1)
    if number not in (1, 2, 3, 4) or not tight(c, i, 2):
        return None
    k = i + 2 + (a.word(i + 2) in ("of", "-", "/"))
    value = number_at(c, k)
    if value is not None and 1900 <= value <= 2199:
        return quarter_reading(i, k + 1, value, number)
    if c.published is None:
        return quarter_reading(i, i + 2, None, number, loose=True)
    year_of = c.published.year - (number > (c.published.month + 2) // 3 and not a.forward(i, i + 2))
    return quarter_reading(i, i + 2, year_of, number, loose=True)


def _comparative(c: Context, i: int, depth: int) -> Reading | None:
    """earlier this month, later this week, earlier on Sunday, later in 2019."""
    a = c.atoms
    earlier = a.low[i] == "earlier"
    k = i + 1 + (a.word(i + 1) in ("in", "on"))
    if not a.same_sentence(i, k) or (k == i + 1 and a.word(k) not in ("this", "today", "that", "last", "next", "yesterday", *WEEKDAYS)):
        return None
    base = _base(c, k, depth)
    if base is None or base.timex not in ("DATE", "TIME"):
        return None
    now = c.published
    current = now and base.first and base.last and base.first <= now <= base.last and base.loose
    if not current or base.grain in ("day", "time"):
        return replace(base, start=i, partial=None)
    if earlier:
        return replace(base, start=i, last=now, partial=None)
    return replace(base, start=i, first=now, partial=None)


def _year_end(c: Context, i: int, depth: int) -> Reading | None:
    """year-end."""
    a = c.atoms
    if a.word(i + 1) not in _DASHES or a.word(i + 2) != "end" or modifies_noun(c, i + 3):
        return None
    current = c.published.year if c.published else None
    found = month_reading(i, i + 3, current, 12, loose=True) if current else None
    return replace(year_reading(i, i + 3, current, loose=True), first=found.first if found else None, ends=True)


_Reader = Callable[[Context, int, int], Reading | None]


def _readers() -> dict[str, tuple[_Reader, ...]]:
    table: dict[str, list[_Reader]] = {}

    def add(words: object, reader: _Reader) -> None:
        for word in words:  # type: ignore[attr-defined]
            table.setdefault(word, []).append(reader)

    add(["the"], _the)
    add(MONTHS, _month)
    add(WEEKDAYS, _weekday)
    add(SEASONS, _season)
    add(["today", "yesterday", "tomorrow", "tonight", "overnight", "recently", "lately"], _deictic)
    add([*_LEADS, "recent"], _relative)
    add(["recent"], _recent)
    add([*NUMBERS, *VAGUE_NUMBERS, *PLURAL_UNITS, *LONG_WORDS, *_LONG_UNITS, "a", "an", "half", "couple", "hundred", "dozen"], _quantity)
    add([*FREQUENCY, "every", "each", "once", "twice", "thrice"], _rhythm)
    add([day + "s" for day in WEEKDAYS], _rhythm)
    add(["fiscal", "financial", "fy"], _fiscal)
    add(DECADE_WORDS, _decade)
    add([*ORDINALS, "twenty", "thirty", "last", "latter"], _ordinal)
    add([*_PARTS, "small"], _part)
    add(["earlier", "later"], _comparative)
    add(["q"], _quarter)
    add(["year"], _year_end)
    add(["noon", "midnight", "dawn", "dusk", "midday", "daybreak", "sunset"], _clock_word)
    add(["'", "’", "‘"], _apostrophe_decade)
    return {word: tuple(readers) for word, readers in table.items()}


def _recent(c: Context, i: int, depth: int) -> Reading | None:
    """recent years."""
    unit = c.atoms.word(i + 1)
    if unit in PLURAL_UNITS or unit == "times":
        grain = UNITS[unit][1] if unit in UNITS else None
        return Reading(i, i + 2, None, None, grain, "DATE", "PAST_REF", loose=True)
    return None


def _apostrophe_decade(c: Context, i: int, depth: int) -> Reading | None:
    word = c.atoms.word(i + 1)
    if len(word) == 3 and word[:2].isdigit() and word.endswith("0s") and tight(c, i, 2):
        found = decade(c, i + 1)
        return replace(found, start=i) if found else None
    return None


_READERS = _readers()
STARTERS = frozenset(_READERS)
