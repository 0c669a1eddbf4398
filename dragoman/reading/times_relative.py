"""Time expressions that hang on the published date or on a date before them, and lengths and rhythms of time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.reading.times_dates import Context, modifies_noun, number_at
from dragoman.reading.times_values import (
    SEASON_NAMES,
    Reading,
    day_reading,
    duration_value,
    month_reading,
    move,
    resolve_partial,
    season_reading,
    shift,
    span_reading,
    unit_reading,
    weekend_reading,
)
from dragoman.reading.times_words import (
    DAY_PARTS,
    FREQUENCY,
    LONG_WORDS,
    MONTHS,
    NUMBERS,
    PLURAL_UNITS,
    SEASONS,
    SHORT_WEEKDAYS,
    TENS,
    UNITS,
    VAGUE_NUMBERS,
    WEEKDAYS,
)

_DASHES = ("-", "–", "—")
_BACK = frozenset({"last", "past", "previous", "preceding"})
_ON = frozenset({"next", "coming", "following", "upcoming", "forthcoming"})
_CALENDAR = frozenset({"week", "weekend", "month", "quarter", "year", "decade", "century"})
_VERB_LEADS = frozenset("to will would can could may might should must shall".split())
_ARTICLE_LEADS = frozenset("for within in lasting nearly almost over than about least half after lasted last".split())


def deictic(c: Context, i: int) -> Reading | None:
    """today, yesterday, tomorrow, tonight, overnight, the day before yesterday, recently."""
    a = c.atoms
    word = a.low[i]
    if word in ("today", "yesterday", "tomorrow"):
        if a.capital(i) and (a.capital(i - 1) or a.capital(i + 1)) and not a.opens_sentence(i):
            return None  # "Russia Today", "USA Today"
        day = shift(c.published, {"today": 0, "yesterday": -1, "tomorrow": 1}[word])
        return day_reading(i, i + 1, day, loose=True)
    if word == "tonight":
        value = f"{c.published.isoformat()}TNI" if c.published else None
        return Reading(i, i + 1, c.published, c.published, "time", "TIME", value, loose=True)
    if word == "overnight":
        if a.word(i - 1) == "an":
            return None
        first = shift(c.published, -1)
        value = f"{first.isoformat()}TNI" if first else None
        return Reading(i, i + 1, first, c.published if first else None, "time", "TIME", value, loose=True)
    return Reading(i, i + 1, None, None, None, "DATE", "PAST_REF", loose=True)  # recently, lately


def day_beside(c: Context, i: int) -> Reading | None:
    """At "the": the day before [yesterday], the day after [tomorrow], the year before."""
    a = c.atoms
    unit, side, then = a.word(i + 1), a.word(i + 2), a.word(i + 3)
    if unit not in ("day", "week", "month", "year", "night", "evening") or side not in ("before", "after", "earlier"):
        return None
    sign = 1 if side == "after" else -1
    if unit == "day" and then in ("yesterday", "tomorrow"):
        if (then == "yesterday") != (sign < 0):
            return None
        return day_reading(i, i + 4, shift(c.published, 2 * sign), loose=True)
    if not _ends_phrase(c, i + 3):
        return None
    return _beside(c, i, i + 3, unit, sign)


def _ends_phrase(c: Context, j: int) -> bool:
    a = c.atoms
    return not a.same_sentence(j - 1, j) or a.word(j) in (
        ".", ",", ";", ":", ")", "-", "–", "—", "and", "but", "when", "in", "at", "that", "as", "with", "while", '"', "”"
    )  # fmt: skip


def _beside(c: Context, start: int, end: int, unit: str, sign: int) -> Reading:
    anchor = c.near_anchor(start)
    if unit in ("night", "evening"):
        day = shift(anchor, sign)
        value = day.isoformat() + DAY_PARTS[unit] if day else None
        return Reading(start, end, day, day, "time", "TIME", value, loose=True)
    letter = UNITS[unit][0]
    return unit_reading(start, end, unit, move(anchor, letter, sign), loose=True)


def relative(c: Context, i: int, start: int) -> Reading | None:
    """this, last, next, past, previous, coming, following, same, that + unit, weekday, month, season or day part;
    `start` is the "the" before it, if there is one."""
    a = c.atoms
    word, j = a.low[i], i + 1
    if word == "this" and a.word(j) in ("past", "coming"):
        word, j = a.word(j), j + 1
    definite = start < i
    if word in _BACK or word in _ON:
        if reading := _count_of_units(c, start, j, word in _ON):
            return reading
    noun = a.word(j)
    if noun in UNITS:
        return _relative_unit(c, start, j, word, definite)
    sign = -1 if word in _BACK else 1 if word in _ON else 0
    if noun in WEEKDAYS and a.capital(j) and noun not in SHORT_WEEKDAYS:
        return _relative_weekday(c, start, j, word, sign)
    if noun in MONTHS and a.capital(j) and word in ("this", "last", "next", "past", "coming", "previous"):
        if c.published is None:
            return month_reading(start, j + 1, None, MONTHS[noun], loose=True)
        if not sign:
            return month_reading(start, j + 1, c.published.year, MONTHS[noun], loose=True)
        edge = c.published.replace(day=1) if sign < 0 else move(c.published.replace(day=1), "M", 1)
        edge = shift(edge, -1) if sign < 0 else edge
        return replace(
            resolve_partial(("month", MONTHS[noun], 0), edge, ahead=sign > 0), start=start, end=j + 1, partial=None
        )
    if noun in SEASONS and word in ("this", "last", "next", "past", "coming"):
        return _relative_season(c, start, j, word, sign)
    if noun in DAY_PARTS and noun not in ("midnight", "noon") and word in ("this", "last", "that", "same"):
        if word == "last" and noun not in ("night", "evening"):
            return None
        base = c.published if word in ("this", "last") else c.near_anchor(i)
        day = shift(base, -1 if word == "last" else 0)
        value = day.isoformat() + DAY_PARTS[noun] if day else None
        return Reading(start, j + 1, day, day, "time", "TIME", value, loose=True)
    return None


def _count_of_units(c: Context, start: int, j: int, ahead: bool) -> Reading | None:
    """The past two weeks, the next 48 hours, the last few days, the coming weeks."""
    a = c.atoms
    if a.low[j - 1] == "last" and start == j - 1 and a.word(start - 1) in _VERB_LEADS:
        return None  # "is expected to last two days"
    number, k = count(c, j)
    k += 2 * (a.word(k) in ("-", "+") and a.word(k + 1) == "plus")
    unit = a.word(k)
    if k == j:
        if unit not in PLURAL_UNITS or a.word(k + 1) == "of":
            return None
        value = "FUTURE_REF" if ahead else "PAST_REF"
        return Reading(start, k + 1, None, None, UNITS[unit][1], "DATE", value, loose=True)
    if unit not in UNITS or a.word(j) in ("a", "an"):
        return None
    letter, grain = UNITS[unit]
    value = duration_value(letter, number)
    if number is None:
        return Reading(start, k + 1, None, None, grain, "DURATION", value, loose=True)
    other = move(c.published, letter, number if ahead else -number)
    first, last = (c.published, other) if ahead else (other, c.published)
    if other is None:
        first = last = None
    return span_reading(start, k + 1, first, last, grain, "DURATION", value)


def _relative_unit(c: Context, start: int, j: int, word: str, definite: bool) -> Reading | None:
    a = c.atoms
    unit, end = a.word(j), j + 1
    if unit in PLURAL_UNITS or unit in ("second", "minute", "hour", "hours", "fortnight"):
        return None
    if word in ("previous", "preceding", "following"):
        if not definite or (unit == "day" and a.word(end) in ("'s", "’s") and False):
            return None
        return _beside(c, start, end, unit, 1 if word == "following" else -1)
    if word == "next" and unit == "day":
        return _beside(c, start, end, unit, 1) if definite else None
    if word in ("same", "that"):
        if unit not in ("day", "night", "week", "month", "year", "weekend", "evening"):
            return None
        if word == "that" and unit != "day" and a.word(end).isalpha() and not _ends_phrase(c, end):
            return None
        return _beside(c, start, end, unit, 0)
    if word == "this":
        if unit == "day":
            return None
        if unit == "weekend" and c.published and c.published.weekday() < 2 and not a.forward(start, end):
            return weekend_reading(start, end, shift(c.published, -7), loose=True)  # told on the Monday after
        return unit_reading(start, end, unit, c.published, loose=True)
    if word in ("current",):
        return unit_reading(start, end, unit, c.published, loose=True) if unit in _CALENDAR else None
    ahead = word in _ON
    if definite or word == "past":
        if a.word(end) == "of" or unit in ("night", "weekend", "quarter") and word != "past":
            if unit in ("weekend", "quarter") and a.word(end) != "of":
                return unit_reading(start, end, unit, move(c.published, UNITS[unit][0], 1 if ahead else -1), loose=True)
            return None
        if unit == "day" and word == "last":
            return None
        if unit == "weekend":
            return weekend_reading(start, end, shift(c.published, -7), loose=True)
        letter, grain = UNITS[unit]
        other = move(c.published, letter, 1 if ahead else -1)
        first, last = (c.published, other) if ahead else (other, c.published)
        if other is None:
            first = last = None
        return span_reading(start, end, first, last, grain, "DURATION", duration_value(letter, 1))
    if unit == "day":
        return None
    if unit == "night":
        if word != "last":
            return None
        day = shift(c.published, -1)
        return Reading(start, end, day, day, "time", "TIME", day.isoformat() + "TNI" if day else None, loose=True)
    return unit_reading(start, end, unit, move(c.published, UNITS[unit][0], 1 if ahead else -1), loose=True)


def _relative_weekday(c: Context, start: int, j: int, word: str, sign: int) -> Reading:
    number = WEEKDAYS[c.atoms.low[j]]
    if word in ("this", "same", "that", "current") and c.published:
        return day_reading(start, j + 1, shift(c.published, number - c.published.weekday()), loose=True)
    base = c.near_anchor(start) if word in ("following", "previous", "preceding") else c.published
    edge = shift(base, sign)
    return replace(
        resolve_partial(("weekday", number, 0), edge, ahead=sign > 0), start=start, end=j + 1, partial=None
    )


def _relative_season(c: Context, start: int, j: int, word: str, sign: int) -> Reading:
    name = "autumn" if c.atoms.low[j] == "fall" else c.atoms.low[j]
    if c.published is None:
        return season_reading(start, j + 1, None, name, loose=True)
    if not sign:
        year = c.published.year - (name == "winter" and c.published.month < 3)
        return season_reading(start, j + 1, year, name, loose=True)
    partial = ("season", SEASON_NAMES.index(name), 0)
    found = resolve_partial(partial, c.published, ahead=sign > 0)
    if found.first and found.last and found.first <= c.published <= found.last:
        year = found.first.year + sign
        found = season_reading(0, 0, year, name, loose=True)
    return replace(found, start=start, end=j + 1, partial=None)


def count(c: Context, i: int) -> tuple[float | None, int]:
    """A number in digits or words from atom i, None if vague, and the atom after it (i if there is none)."""
    a = c.atoms
    word = a.word(i)
    if word[:1].isdigit():
        plain = word.replace(",", "")
        if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > 9:
            return None, i
        value, j = float(plain), i + 1
    elif word in ("a", "an"):
        if a.word(i + 1) in VAGUE_NUMBERS:
            return None, i + 2
        if a.word(i + 1) in ("couple", "pair") and a.word(i + 2) == "of":
            return 2.0, i + 3
        value, j = 1.0, i + 1
    elif word in VAGUE_NUMBERS:
        return None, i + 1
    elif word == "couple":
        return 2.0, i + 1 + (a.word(i + 1) == "of")
    elif word in NUMBERS:
        value, j = float(NUMBERS[word]), i + 1
        k = j + (a.word(j) in _DASHES)
        if word in TENS and 0 < NUMBERS.get(a.word(k), 99) < 10:
            value, j = value + NUMBERS[a.word(k)], k + 1
    elif word in ("hundred", "dozen"):
        value, j = 1.0, i
    else:
        return None, i
    for scale, size in (("hundred", 100), ("dozen", 12), ("thousand", 1000), ("million", 1_000_000)):
        if a.word(j) == scale:
            value, j = value * size, j + 1
    if a.word(j) in ("and", "-") and a.word(j + 1) in ("a", "-", "and") and "half" in (a.word(j + 2), a.word(j + 4)):
        j += 3 if a.word(j + 2) == "half" else 5
        value += 0.5
    return value, j


def quantity(c: Context, i: int) -> Reading | None:
    """Two weeks ago, three days earlier, twenty-year, for two decades, 48 hours, half a century."""
    a = c.atoms
    word = a.low[i]
    if word in LONG_WORDS:
        unit = LONG_WORDS[word]
        return Reading(i, i + 1, grain=None, timex="DURATION", value=unit, loose=True)
    if word == "half" and a.word(i + 1) in ("a", "an", "-") and a.word(i + 2) in ("century", "decade", "year", "hour", "day"):
        number: float | None = 0.5
        k = i + 2
    elif word in UNITS and word not in PLURAL_UNITS:
        if a.word(i + 1) not in _DASHES or a.word(i + 2) != "long":
            return None
        number, k = 1.0, i
    elif word in PLURAL_UNITS:
        number, k = None, i
        long = a.word(i + 1) in _DASHES and a.word(i + 2) in ("long", "old")
        moved = a.word(i + 1) in ("ago", "later", "earlier")
        if not (long or moved or a.word(i - 1) in ("for", "in", "after", "of") or a.word(i - 1) in ("many",)):
            return None
        if not (long or moved) and (a.word(i - 1) == "of" or a.word(i - 1) == "in") and a.word(i + 1) != "of":
            if a.word(i - 1) == "in" and word not in ("years", "decades", "months", "weeks"):
                return None
            if a.word(i - 1) == "of" and word not in ("years", "decades", "months", "weeks"):
                return None
    else:
        number, k = count(c, i)
        if k == i:
            return None
    if word in ("a", "an") and a.word(k) in UNITS and a.word(k + 1) in _DASHES and a.word(k + 2) == "long":
        return None  # "a week-long series": the article belongs to the noun
    if number == 1.0 and word in ("a", "an") and a.word(k) in _DASHES:
        return None
    if a.word(i - 1) in ("aged", "age") or a.low[max(0, i - 3) : i] in (["the", "age", "of"], ["aged", "between"]):
        return None
    if a.word(i - 1) in _DASHES and (a.word(i - 3) in ("aged", "ages") or a.word(i - 2) in ("aged", "ages")):
        return None
    hyphen = a.word(k) in _DASHES
    if a.word(k) in ("-", "+") and a.word(k + 1) == "plus":
        k += 2
    else:
        k += hyphen or a.word(k) == "+"
    unit = a.word(k)
    if number and 1900 <= number <= 2100 and not hyphen and unit in UNITS and unit not in PLURAL_UNITS:
        return None  # "the World Cup 2018 day five"
    if unit not in UNITS or unit in ("quarter", "quarters") and a.word(k + 1) != "ago":
        return None
    if unit in ("second", "night") and word in ("a", "an", "one") and a.word(k + 1) not in ("ago", "later", "earlier"):
        return None
    return _measured(c, i, k + 1, number, unit)


def _measured(c: Context, i: int, end: int, number: float | None, unit: str) -> Reading | None:
    a = c.atoms
    letter, grain = UNITS[unit]
    k = end
    if a.word(k) in _DASHES and a.word(k + 1) in ("old", "olds", "long"):
        if a.word(k + 1) != "long" and unit in ("year", "month", "day", "week"):
            return None  # an age
        end = k + 2
    elif a.word(k) in ("old", "olds") or (a.word(k) == "of" and a.word(k + 1) == "age"):
        return None
    elif (shifted := _moved(c, i, k, number, unit)) is not None:
        return shifted
    elif a.low[i] in ("a", "an") and number == 1 and a.word(i - 1) not in _ARTICLE_LEADS:
        return None
    if a.low[i] in ("a", "an") and number == 1 and a.word(i - 1) == "last":
        return None
    if a.word(i - 1) == "in" and number is not None and grain != "time" and c.published and a.forward(i, end):
        if end == k and a.word(end) not in ("of", "'s", "’s"):
            reached = move(c.published, letter, number)
            return unit_reading(i, end, _grain_unit(unit), reached, loose=True)
    value = duration_value(letter, number)
    return Reading(i, end, None, None, grain, "DURATION", value, loose=True)


def _grain_unit(unit: str) -> str:
    letter = UNITS[unit][0]
    return {"D": "day", "N": "day", "W": "week", "2W": "week", "WE": "weekend", "M": "month", "Q": "quarter"}.get(
        letter, "year" if letter in ("Y", "DE", "CE") else "day"
    )


def _moved(c: Context, i: int, k: int, number: float | None, unit: str) -> Reading | None:
    """A length of time that points at a date: ago, earlier, later, from now, before that."""
    a = c.atoms
    letter, grain = UNITS[unit]
    word, after = a.word(k), a.word(k + 1)
    base: date | None = None
    if word == "ago":
        sign, end, base = -1, k + 1, c.published
    elif word == "from" and after in ("now", "today"):
        sign, end, base = 1, k + 2, c.published
    elif word in ("earlier", "later") and not (word == "later" and modifies_noun(c, k + 1)):
        sign, end, base = (-1 if word == "earlier" else 1), k + 1, c.near_anchor(i)
    elif word in ("before", "after") and _ends_phrase(c, k + 1):
        sign, end, base = (-1 if word == "before" else 1), k + 1, c.near_anchor(i)
    else:
        return None
    if number is None:
        return Reading(i, end, None, None, grain, "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", loose=True)
    reached = move(base, letter, sign * number)
    if grain == "time":
        value = reached.isoformat() if reached else None
        return Reading(i, end, reached, reached, "time", "TIME", value, loose=True)
    return unit_reading(i, end, _grain_unit(unit), reached, loose=True)


def rhythm(c: Context, i: int) -> Reading | None:
    """every Friday, each year, weekly, on Fridays, twice a week."""
    a = c.atoms
    word = a.low[i]
    if word in FREQUENCY:
        if a.capital(i) and not a.opens_sentence(i):
            return None  # the Daily Telegraph
        return _set(i, i + 1, FREQUENCY[word])
    if word.endswith("s") and word[:-1] in WEEKDAYS and a.capital(i) and word[:-1] not in SHORT_WEEKDAYS:
        return _set(i, i + 1, f"XXXX-WXX-{WEEKDAYS[word[:-1]] + 1}")
    if word in ("once", "twice", "thrice"):
        if a.word(i + 1) in ("a", "an", "per", "every", "each") and a.word(i + 2) in UNITS:
            return _set(i, i + 3, duration_value(UNITS[a.word(i + 2)][0], 1))
        return None
    if word not in ("every", "each"):
        return None
    j = i + 1
    noun = a.word(j)
    if noun == "other":
        number: float | None = 2.0
        j += 1
    else:
        number, k = count(c, j)
        number, j = (1.0, j) if k == j else (number, k)
    noun = a.word(j)
    if noun in WEEKDAYS and a.capital(j):
        end = j + 1 + (a.word(j + 1) in DAY_PARTS)
        return _set(i, end, f"XXXX-WXX-{WEEKDAYS[noun] + 1}" + DAY_PARTS.get(a.word(j + 1), ""))
    if noun in UNITS and noun not in ("second", "minute") and number is not None:
        return _set(i, j + 1, duration_value(UNITS[noun][0], number))
    if noun in MONTHS and a.capital(j):
        return _set(i, j + 1, f"XXXX-{MONTHS[noun]:02d}")
    if noun in SEASONS:
        return _set(i, j + 1, f"XXXX-{SEASONS[noun][0]}")
    if noun in DAY_PARTS:
        return _set(i, j + 1, f"XXXX-XX-XX{DAY_PARTS[noun]}")
    return None


def _set(start: int, end: int, value: str) -> Reading:
    return Reading(start, end, grain=None, timex="SET", value=value, loose=True)


def fiscal(c: Context, i: int) -> Reading | None:
    """fiscal year 2021, FY2021, FY21. Read as the calendar year of that number: states differ in when theirs begins."""
    from dragoman.reading.times_values import year_reading

    a = c.atoms
    j = i + 1
    if a.low[i] != "fy":
        if a.word(i - 1) in ("of", "a") and a.word(j) != "year":
            return None
        j += a.word(j) == "year"
    year = number_at(c, j)
    if year is None or len(a.low[j]) not in (2, 4):
        return None
    year += 2000 if year < 100 else 0
    if not 1900 <= year <= 2199:
        return None
    return year_reading(i, j + 1, year) if a.low[i] != "fy" else replace(year_reading(i, j + 1, year))
