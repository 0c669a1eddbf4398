"""Dates that the text gives by number or by name: days, months, weekdays, years, decades, centuries, clock times.

Every function reads at an atom and answers with a Reading or None; `Context` is what they all look at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.reading.times_atoms import Atoms
from dragoman.reading.times_values import (
    Reading,
    century_reading,
    day_reading,
    decade_reading,
    make_day,
    month_reading,
    resolve_partial,
    season_reading,
    shift,
    week_reading,
    year_reading,
    years_reading,
)
from dragoman.reading.times_words import (
    COUNTED,
    DAY_PARTS,
    DECADE_WORDS,
    DOUBTFUL_MONTHS,
    FUNCTION_WORDS,
    MONTHS,
    NOT_YEAR_LEADS,
    ORDINALS,
    SEASONS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    YEAR_LEADS,
    ZONES,
)

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_MONTH_LEADS = frozenset(
    "in since last early mid late until by next this during from through of before after between till previous "
    "for past following every each end beginning start throughout to and - – — or ( ,".split()
)
_PARTS_OF_MONTHS = frozenset("middle end start beginning close month week weeks half day days rest".split())
_DETERMINERS = frozenset("the a an his her its their our this that 's ’s".split())
_DASHES = ("-", "–", "—")
_NAMED_WEEKDAYS = frozenset("black bloody ash palm cyber super holy good giving".split())


@dataclass(slots=True)
class Context:
    """What the grammar knows while it reads: the atoms, the published day, and the last date it has read."""

    atoms: Atoms
    published: date | None
    anchor: date | None = None
    anchor_sentence: int = -9
    may_is_a_name: bool = False

    def near_anchor(self, i: int) -> date | None:
        """The day that "the previous day" counts from: the last date read, if close by, or the published day."""
        if self.anchor is not None and self.atoms.sentence[i] - self.anchor_sentence <= 2:
            return self.anchor
        return self.published


def number_at(c: Context, i: int) -> int | None:
    """The whole number that the atom is in plain digits, or None."""
    word = c.atoms.word(i)
    return int(word) if 0 < len(word) <= 4 and word.isascii() and word.isdigit() else None


def ordinal_at(c: Context, i: int) -> tuple[int, int] | None:
    """An ordinal ("15th", "fifteenth", "twenty-first") and the atom after it."""
    word = c.atoms.word(i)
    if word.isascii() and word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit() and len(word) < 6:
        return int(word[:-2]), i + 1
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if word in ("twenty", "thirty"):
        j = i + 2 if c.atoms.word(i + 1) in _DASHES else i + 1
        unit = ORDINALS.get(c.atoms.word(j), 99)
        if unit < 10:
            return (20 if word == "twenty" else 30) + unit, j + 1
    return None


def tight(c: Context, i: int, count: int) -> bool:
    """Whether `count` atoms from i stand together without white space."""
    a = c.atoms
    return i + count <= len(a.low) and all(a.end[k] == a.start[k + 1] for k in range(i, i + count - 1))


def modifies_noun(c: Context, i: int) -> bool:
    """Whether the word at atom i can be a noun that the expression before it describes."""
    a = c.atoms
    word = a.word(i)
    if not word.isalpha() or a.capital(i) or not a.same_sentence(i - 1, i):
        return False
    if pos := a.doc[a.token[i]].pos_:
        return pos in ("NOUN", "PROPN", "ADJ")
    return word not in FUNCTION_WORDS and not word.endswith(("ed", "ly"))


def slashed(c: Context, i: int) -> Reading | None:
    """2021-11-15, 15/11/2021 (day first unless that is impossible), 15.11.2021."""
    a = c.atoms
    if match := _DOTTED.fullmatch(a.low[i]):
        day, month, year = map(int, match.groups())
        found = make_day(year, month, day)
        return day_reading(i, i + 1, found) if found else None
    if not (tight(c, i, 5) and a.word(i + 1) in ("-", "/") and a.word(i + 3) == a.word(i + 1)):
        return None
    first, third = number_at(c, i), number_at(c, i + 4)
    second = MONTHS.get(a.word(i + 2)) or number_at(c, i + 2)
    if first is None or second is None or third is None:
        return None
    if len(a.low[i]) == 4:
        found = make_day(first, second, third)
    else:
        if len(a.low[i + 4]) == 2:
            third += 2000 if third < 70 else 1900
        found = make_day(third, second, first) or make_day(third, first, second)
    return day_reading(i, i + 5, found) if found and 1000 <= found.year <= 2200 else None


def day_month(c: Context, i: int) -> Reading | None:
    """15 November [2021], 15th of November, 15-18 November, the fifteenth of November."""
    a = c.atoms
    ordinal = ordinal_at(c, i)
    day = ordinal[0] if ordinal else number_at(c, i)
    j = ordinal[1] if ordinal else i + 1
    if day is None or not 1 <= day <= 31:
        return None
    until = None
    if a.word(j) in (*_DASHES, "to", "and", "until") and (last := ordinal_at(c, j + 1) or (number_at(c, j + 1), j + 2)):
        until, j = last
        if until is None or not day < until <= 31:
            return None
    if a.word(j) == "of" and (ordinal or until):
        j += 1
    month = MONTHS.get(a.word(j))
    if month is None or not a.capital(j):
        return None
    if a.word(j) in ("march", "may") and a.capital(j) is False:
        return None
    return _dated(c, i, j + 1, month, day, until)


def month(c: Context, i: int) -> Reading | None:
    """November, November 2021, Nov. 15, November 15-18, 2021, November of last year."""
    a = c.atoms
    if not a.capital(i):
        return None
    number = MONTHS[a.low[i]]
    j = i + 1
    if a.word(j) == "." and number_at(c, j + 1) is not None and len(a.low[i]) <= 4:
        j += 1
    if a.word(j) == "the" and (ordinal := ordinal_at(c, j + 1)) and ordinal[0] <= 31:
        return _dated(c, i, ordinal[1], number, ordinal[0], None)
    ordinal = ordinal_at(c, j) if a.word(j)[:1].isdigit() else None
    day = ordinal[0] if ordinal else number_at(c, j)
    if day is not None and 1 <= day <= 31 and (ordinal or len(a.low[j]) < 3) and a.word(j + 1) != ":":
        follows = ordinal[1] if ordinal else j + 1
        if a.word(follows) not in COUNTED:
            until = None
            if a.word(follows) in (*_DASHES, "to", "and", "until", "through"):
                last = ordinal_at(c, follows + 1) or (number_at(c, follows + 1), follows + 2)
                after = a.word(last[1])
                if last[0] is not None and day < last[0] <= 31 and after not in COUNTED and after not in MONTHS:
                    until, follows = last
            return _dated(c, i, follows, number, day, until)
    year, end = _year_after(c, i + 1, comma=True)
    if year is not None:
        return month_reading(i, end, year, number)
    if not _month_stands_alone(c, i):
        return None
    reading = resolve_partial(
        ("month", number, 0), c.published, ahead=a.forward(i, i + 1), start=i, end=i + 1
    )
    return reading


def _month_stands_alone(c: Context, i: int) -> bool:
    a = c.atoms
    word = a.low[i]
    if word not in DOUBTFUL_MONTHS:
        return len(word) > 3 or word in ("sep", "oct", "nov", "dec", "feb", "apr", "jul", "jun")
    if a.word(i + 1) in (*_DASHES, "to", "and", "or", "/") and a.word(i + 2) in MONTHS and a.capital(i + 2):
        return True
    before, lead = a.word(i - 1), a.word(i - 1) in _MONTH_LEADS
    if before == "of" and a.word(i - 2) in _PARTS_OF_MONTHS:
        return True  # "the middle of May"
    described = before in _DETERMINERS and modifies_noun(c, i + 1)
    if word == "may":
        if c.may_is_a_name:
            return before in ("in", "last", "early", "mid", "late", "since", "until")
        return described or (lead and before not in ("to", "of", "and", "or", "(", ",", "before", "after"))
    if word in ("march", "mar", "jan"):
        return described or (lead and before not in (",", "(", "of", "after", "before") and a.word(i + 1) not in ("on",))
    if lead or described:
        return True
    return not a.capital(i + 1) and not a.capital(i - 1) and not a.opens_sentence(i)


def _dated(c: Context, start: int, end: int, month: int, day: int, until: int | None) -> Reading | None:
    year, end = _year_after(c, end, comma=True)
    if year is None:
        first = resolve_partial(
            ("day", month, until or day), c.published, ahead=c.atoms.forward(start, end), start=start, end=end
        )
        if first.first is None and c.published is not None:
            return None
        if make_day(2000, month, day) is None:
            return None
        if until is not None and first.first is not None:
            return _day_range(start, end, first.first.replace(day=day), first.first)
        return first
    found = make_day(year, month, day)
    if found is None:
        return None
    if until is not None:
        last = make_day(year, month, until)
        return _day_range(start, end, found, last) if last else None
    return day_reading(start, end, found)


def _day_range(start: int, end: int, first: date, last: date) -> Reading:
    return Reading(start, end, first, last, "day", value=f"{first.isoformat()}/{last.isoformat()}")


def _year_after(c: Context, j: int, *, comma: bool) -> tuple[int | None, int]:
    """A year that completes a date ("2021", ", 2021", "of 2021", "of last year") and the atom after it."""
    a = c.atoms
    k = j
    if a.word(k) == "." and comma:
        return None, j
    if a.word(k) in (",", "of", "in") and a.word(k + 1):
        k += 1
    year = number_at(c, k)
    if year is not None and len(a.low[k]) == 4 and 1000 <= year <= 2200 and a.word(k + 1) not in COUNTED:
        return (year, k + 1) if a.word(k - 1) != "in" else (None, j)
    if a.word(k) in ("this", "last", "next", "that") and a.word(k + 1) == "year" and a.word(k + 2) not in ("'s", "’s"):
        base = c.near_anchor(j - 1) if a.word(k) == "that" else c.published
        if base is None or a.word(k - 1) in (",", "in"):
            return None, j
        moved = base.year + {"this": 0, "that": 0, "last": -1, "next": 1}[a.word(k)]
        return moved, k + 2
    return None, j


def weekday(c: Context, i: int) -> Reading | None:
    """Monday, Monday 15 November, Mon. Nov 15, Monday last week, Monday of this week."""
    a = c.atoms
    word = a.low[i]
    if not a.capital(i):
        return None
    if a.word(i - 1) in _NAMED_WEEKDAYS and a.capital(i - 1):
        return None
    number = WEEKDAYS[word]
    j = i + 1
    while a.word(j) in (",", ".", "(", "the") and j < i + 3 and a.same_sentence(i, j):
        j += 1
    dated = None
    if a.same_sentence(i, j):
        dated = month(c, j) if a.word(j) in MONTHS else day_month(c, j) if a.word(j)[:1].isdigit() else None
        dated = dated or (slashed(c, j) if a.word(j)[:1].isdigit() else None)
    if dated is not None and dated.grain == "day":
        end = dated.end + (a.word(j - 1) == "(" and a.word(dated.end) == ")")
        return replace(dated, start=i, end=end)
    if word in SHORT_WEEKDAYS:
        return None
    j = i + 1 + (a.word(i + 1) == "of")
    if a.word(j) in ("last", "this", "next") and a.word(j + 1) == "week" and a.word(j + 2) not in ("'s", "’s"):
        week = week_reading(i, j + 2, shift(c.published, {"last": -7, "this": 0, "next": 7}[a.word(j)]))
        return day_reading(i, j + 2, shift(week.first, number), loose=True)
    return resolve_partial(
        ("weekday", number, 0), c.published, ahead=a.forward(i, i + 1), start=i, end=i + 1
    )


def year(c: Context, i: int) -> Reading | None:
    """A bare year, where the words around do not make it a count, a flight number or an hour."""
    a = c.atoms
    value = number_at(c, i)
    if value is None or len(a.low[i]) != 4 or not 1000 <= value <= 2199:
        return None
    before, after = a.word(i - 1), a.word(i + 1)
    if after in _DASHES and len(a.word(i + 2)) == 4 and (number_at(c, i + 2) or 0) >= value:
        return year_reading(i, i + 1, value)
    if any(a.word(k) in ("resolution", "resolutions") for k in range(i - 4, i)):
        return None
    if before in ("least", "about", "around", "roughly", "approximately") and after not in COUNTED:
        back = i - 3 if a.word(i - 2) == "at" else i - 2
        if a.word(back) in ("since", "in", "by", "from", "until", "before", "between"):
            return year_reading(i, i + 1, value)
    if before in NOT_YEAR_LEADS or after in COUNTED or after == "%" or (after == "-" and a.word(i + 2) == "strong"):
        return None
    if not 1900 <= value <= 2099:
        if before not in ("in", "since", "by", "until", "of", "and", "from", "year") or value > 2100:
            return None
        if before in ("of", "and", "by", "from") and modifies_noun(c, i + 1):
            return None
    if before in YEAR_LEADS or a.opens_sentence(i):
        counted = before in ("of", "to", "for", "and", "or", "that", "by", "until", "from", "the") and value % 100 == 0
        if counted and modifies_noun(c, i + 1) and after.endswith("s"):
            return None
        if a.opens_sentence(i) and after.endswith("s") and modifies_noun(c, i + 1) and value % 10 == 0:
            return None
        return year_reading(i, i + 1, value)
    if before.isalpha() and not a.capital(i - 1) and not (value % 100 == 0 and after.endswith("s")):
        return year_reading(i, i + 1, value)
    if a.capital(i - 1) and (before in MONTHS or before in SEASONS or not modifies_noun(c, i + 1)):
        return year_reading(i, i + 1, value) if before in MONTHS or before in SEASONS else None
    return None


def decade(c: Context, i: int) -> Reading | None:
    """1990s, '90s, nineties."""
    a = c.atoms
    word = a.low[i]
    if word in DECADE_WORDS:
        return decade_reading(i, i + 1, DECADE_WORDS[word])
    if len(word) == 5:
        value = int(word[:4]) // 10
        if word[2:4] == "00" and word[:2] not in ("19", "20"):
            return years_reading(i, i + 1, value * 10, value * 10 + 99, "century", word[:2])
        return decade_reading(i, i + 1, value)
    if a.word(i - 1) in ("'", "’", "‘", "the", "early", "mid", "late", "-"):
        tens = int(word[:2]) // 10
        return decade_reading(i, i + 1, (200 if tens < 2 else 190) + tens)
    return None


def century(c: Context, i: int) -> Reading | None:
    """19th century, twenty-first-century."""
    ordinal = ordinal_at(c, i)
    if ordinal is None or not 1 <= ordinal[0] <= 30:
        return None
    j = ordinal[1] + (c.atoms.word(ordinal[1]) in _DASHES)
    if c.atoms.word(j) not in ("century", "centuries"):
        return None
    return century_reading(i, j + 1, ordinal[0])


def day_of_month(c: Context, i: int) -> Reading | None:
    """The 15th, where no noun follows."""
    a = c.atoms
    word = a.word(i)
    ordinal = ordinal_at(c, i) if word[:1].isdigit() else None
    if ordinal is None or not 1 <= ordinal[0] <= 31:
        return None
    if a.word(i - 2) not in ("on", "by", "until", "since", "before", "after", "from", "and", "to", ","):
        return None
    j = ordinal[1]
    follows = a.word(j)
    if follows == "of" and a.word(j + 1) in ("this", "last", "next", "the") and a.word(j + 2) == "month":
        moved = {"this": 0, "the": 0, "last": -1, "next": 1}[a.word(j + 1)]
        from dragoman.reading.times_values import shift_months

        base = shift_months(c.published.replace(day=1), moved) if c.published else None
        return day_reading(i, j + 3, make_day(base.year, base.month, ordinal[0]) if base else None, loose=True)
    if follows.isalnum() and a.same_sentence(i, j) and (follows not in FUNCTION_WORDS or follows == "of"):
        return None
    return resolve_partial(
        ("ordinal", ordinal[0], 0), c.published, ahead=a.forward(i, j), start=i, end=j
    )


def season(c: Context, i: int) -> Reading | None:
    """Spring 2019, the spring of 2019, in the spring, winter."""
    a = c.atoms
    word = a.low[i]
    before, j = a.word(i - 1), i + 1
    year_at = j + (a.word(j) in ("of", ","))
    value = number_at(c, year_at)
    if value is not None and len(a.low[year_at]) == 4 and 1000 <= value < 2200:
        end = year_at + 1
        if word == "winter" and a.word(end) in ("-", "–", "/") and tight(c, end - 1, 3) and number_at(c, end + 1):
            end += 2
        return season_reading(i, end, value, word)
    if a.word(j) == "of" and a.word(j + 1) in ("last", "this", "next") and a.word(j + 2) == "year":
        base = c.published.year + {"last": -1, "this": 0, "next": 1}[a.word(j + 1)] if c.published else None
        return season_reading(i, j + 3, base, word, loose=True)
    if a.word(j) == "of" or (a.capital(i) and not a.opens_sentence(i)) or modifies_noun(c, j):
        return None
    if before == "the" and a.word(i - 2) in ("in", "during", "by", "since", "until", "over", "through", "throughout"):
        index = ("spring", "summer", "autumn", "winter").index("autumn" if word == "fall" else word)
        return resolve_partial(("season", index, 0), c.published, ahead=a.forward(i, j), start=i, end=j)
    return None


def clock(c: Context, i: int) -> tuple[str, int] | None:
    """A time on the clock as (TIMEX3 time, atom after): 9 a.m., 9:30, 21:00 GMT, 5 o'clock."""
    a = c.atoms
    word = a.low[i]
    hour = number_at(c, i)
    minute, j = 0, i + 1
    if hour is None:
        match = re.fullmatch(r"(\d{1,2})\.(\d\d)", word)  # 9.30 a.m.
        if not match or a.word(i + 1) not in ("am", "pm"):
            return None
        hour, minute = int(match[1]), int(match[2])
    elif len(word) == 4:
        if a.word(i + 1) in ZONES and a.word(i - 1) in ("at", "by", "from", "until", "around", "about", "("):
            hour, minute = divmod(hour, 100)
            return (f"T{hour:02d}:{minute:02d}", i + 2) if hour < 24 and minute < 60 else None
        return None
    elif a.word(j) == ":" and len(a.word(j + 1)) == 2 and (found := number_at(c, j + 1)) is not None and tight(c, i, 3):
        minute, j = found, j + 2
        if a.word(j) == ":" and number_at(c, j + 1) is not None:
            j += 2
    elif a.word(j) == "o'clock" or a.word(j) == "o’clock":
        return (f"T{hour:02d}:00", j + 1) if hour <= 24 else None
    elif a.word(j) not in ("am", "pm"):
        return None
    half = a.word(j)
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
        j += 1
    elif a.word(i - 1) not in ("at", "by", "from", "until", "around", "about", "(", ",", "to", "-", "–", "before", "after", "since"):
        if a.word(j) not in ZONES and a.word(j) != "on":
            return None
    if hour > 24 or minute > 59:
        return None
    if a.word(j) in ("local", "eastern") and a.word(j + 1) == "time":
        j += 2
    elif a.word(j) in ZONES:
        j += 1
    return f"T{hour:02d}:{minute:02d}", j


def with_day_part(c: Context, reading: Reading) -> Reading:
    """Add what follows a day: "morning", "at 9 a.m.", ", 9:30"."""
    a = c.atoms
    if reading.grain != "day" or reading.timex != "DATE" or reading.last != reading.first:
        return reading
    j = reading.end
    if not a.same_sentence(reading.start, j):
        return reading
    prefix = reading.first.isoformat() if reading.first else (reading.value or "XXXX-XX-XX")
    word = a.word(j)
    if word in ("late", "early") and a.word(j + 1) in DAY_PARTS:
        j, word = j + 1, a.word(j + 1)
    if word in DAY_PARTS:
        return replace(reading, end=j + 1, grain="time", timex="TIME", value=prefix + DAY_PARTS[word])
    if word in ("at", ",", "around", "by", "about"):
        j += 1
        if word == "," and a.word(j) == "at":
            j += 1
        while a.word(j) in ("about", "around", "approximately"):
            j += 1
    if a.word(j)[:1].isdigit() and (found := clock(c, j)):
        return replace(reading, end=found[1], grain="time", timex="TIME", value=prefix + found[0])
    if word == "at" and a.word(j) in ("noon", "midnight", "dawn", "dusk", "midday", "sunset", "daybreak"):
        return replace(reading, end=j + 1, grain="time", timex="TIME", value=prefix + DAY_PARTS[a.word(j)])
    return reading
