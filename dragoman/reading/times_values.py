"""Calendar arithmetic: what a time expression comes to, as an interval of days and a TIMEX3 value."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.reading.times_words import SEASONS


@dataclass(frozen=True, slots=True)
class Reading:
    """What the atoms from `start` to `end` (exclusive) say.

    `partial` is a date that lacks its year or month, as (kind, a, b): it can be read again against another date.
    `loose` marks a reading that follows from the published date or from another date of the text.
    `attached` marks one that only makes sense beside a noun ("last year's", "the twenty-year presence").
    """

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    grain: str | None = None
    timex: str = "DATE"
    value: str | None = None
    partial: tuple[str, int, int] | None = None
    loose: bool = False
    ends: bool = False  # "the end of the year": "before" it runs to its last day


def parse_day(text: str | None) -> date | None:
    """The day in an ISO date or date-time, or None."""
    try:
        return date.fromisoformat((text or "").strip()[:10])
    except ValueError:
        return None


def make_day(year: int, month: int, day: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date | None, days: int) -> date | None:
    """`day` moved by a number of days, or None outside the calendar."""
    if day is None:
        return None
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date | None, months: int) -> date | None:
    """`day` moved by whole months; the last of the month where the day does not exist."""
    if day is None:
        return None
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def day_reading(start: int, end: int, day: date | None, **more: object) -> Reading:
    """One day."""
    return _made(start, end, day, day, "day", day.isoformat() if day else None, **more)


def week_reading(start: int, end: int, day: date | None, **more: object) -> Reading:
    """The ISO week (Monday to Sunday) that holds `day`."""
    first = shift(day, -day.weekday()) if day else None
    last = shift(first, 6)
    if day is None or first is None or last is None:
        return _made(start, end, None, None, "week", None, **more)
    year, week, _ = day.isocalendar()
    return _made(start, end, first, last, "week", f"{year:04d}-W{week:02d}", **more)


def weekend_reading(start: int, end: int, day: date | None, **more: object) -> Reading:
    """The Saturday and Sunday of the ISO week that holds `day`."""
    week = week_reading(start, end, day, **more)
    if week.last is None:
        return replace(week, grain="day")
    return replace(week, first=shift(week.last, -1), grain="day", value=f"{week.value}-WE")


def month_reading(start: int, end: int, year: int | None, month: int, **more: object) -> Reading:
    """A calendar month; without its year only a value such as XXXX-05."""
    if year is None or not 1 <= year <= 9999:
        return _made(start, end, None, None, "month", f"XXXX-{month:02d}", **more)
    last = calendar.monthrange(year, month)[1]
    return _made(
        start, end, date(year, month, 1), date(year, month, last), "month", f"{year:04d}-{month:02d}", **more
    )


def quarter_reading(start: int, end: int, year: int | None, quarter: int, **more: object) -> Reading:
    """A quarter of a calendar year."""
    if year is None or not 1 <= year <= 9999:
        return _made(start, end, None, None, "quarter", f"XXXX-Q{quarter}", **more)
    last = 3 * quarter
    return _made(
        start,
        end,
        date(year, last - 2, 1),
        date(year, last, calendar.monthrange(year, last)[1]),
        "quarter",
        f"{year:04d}-Q{quarter}",
        **more,
    )


def season_reading(start: int, end: int, year: int | None, season: str, **more: object) -> Reading:
    """A season of a year; the winter of a year begins in its December."""
    code, first, last = SEASONS[season]
    if year is None or not 1 <= year < 9999:
        return _made(start, end, None, None, "season", f"XXXX-{code}", **more)
    last_year = year + (last < first)
    return _made(
        start,
        end,
        date(year, first, 1),
        date(last_year, last, calendar.monthrange(last_year, last)[1]),
        "season",
        f"{year:04d}-{code}",
        **more,
    )


def years_reading(start: int, end: int, first: int, last: int, grain: str, value: str, **more: object) -> Reading:
    """Whole calendar years, such as a decade or a century."""
    if first < 1 or last > 9999:
        return _made(start, end, None, None, grain, value, **more)
    return _made(start, end, date(first, 1, 1), date(last, 12, 31), grain, value, **more)


def year_reading(start: int, end: int, year: int | None, **more: object) -> Reading:
    """A calendar year."""
    if year is None or not 1 <= year <= 9999:
        return _made(start, end, None, None, "year", None, **more)
    return years_reading(start, end, year, year, "year", f"{year:04d}", **more)


def decade_reading(start: int, end: int, decade: int, **more: object) -> Reading:
    """A calendar decade: 198 is 1980 to 1989."""
    return years_reading(start, end, decade * 10, decade * 10 + 9, "decade", str(decade), **more)


def century_reading(start: int, end: int, number: int, **more: object) -> Reading:
    """A century by its number: the 20th is 1901 to 2000, TIMEX3 value 19."""
    return years_reading(
        start, end, number * 100 - 99, number * 100, "century", f"{number - 1:02d}", **more
    )


def span_reading(
    start: int, end: int, first: date | None, last: date | None, grain: str, timex: str, value: str | None
) -> Reading:
    """Days from `first` to `last`, as in "the past two weeks"."""
    return _made(start, end, first, last, grain, value, timex=timex, loose=True)


def unit_reading(start: int, end: int, unit: str, day: date | None, **more: object) -> Reading:
    """The calendar unit ("week", "month", "year", ...) that holds `day`."""
    if unit == "week":
        return week_reading(start, end, day, **more)
    if unit == "weekend":
        return weekend_reading(start, end, day, **more)
    if unit == "day":
        return day_reading(start, end, day, **more)
    if day is None:
        return _made(start, end, None, None, unit, None, **more)
    if unit == "month":
        return month_reading(start, end, day.year, day.month, **more)
    if unit == "quarter":
        return quarter_reading(start, end, day.year, (day.month + 2) // 3, **more)
    if unit == "decade":
        return decade_reading(start, end, day.year // 10, **more)
    if unit == "century":
        return century_reading(start, end, (day.year + 99) // 100, **more)
    return year_reading(start, end, day.year, **more)


def move(day: date | None, letter: str, count: float) -> date | None:
    """`day` moved by `count` units of a TIMEX3 letter."""
    if day is None:
        return None
    if abs(count) > 1e6:
        return None
    if letter in ("TS", "TM", "TH"):
        hours = count / {"TS": 3600, "TM": 60, "TH": 1}[letter]
        return shift(day, int(hours / 24))
    days = {"D": 1, "N": 1, "W": 7, "WE": 7, "2W": 14}.get(letter)
    if days:
        return shift(day, int(count * days))
    return shift_months(day, round(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[letter]))


def duration_value(letter: str, count: float | None) -> str:
    """TIMEX3 value of a length of time: ("Y", 2) is P2Y; an unknown count is X."""
    if letter == "2W":
        letter, count = "W", None if count is None else count * 2
    if count is not None and count % 1 == 0.5 and letter in ("TH", "Y", "DE", "CE"):
        letter, count = {"TH": ("TM", count * 60), "Y": ("M", count * 12), "DE": ("Y", count * 10), "CE": ("Y", count * 100)}[
            letter
        ]
    amount = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    if letter in ("TS", "TM", "TH"):
        return f"PT{amount}{letter[1]}"
    return f"P{amount}{'D' if letter == 'N' else letter}"


def part_of(reading: Reading, part: str) -> Reading:
    """The early, mid, late, beginning or end part of an interval: thirds, or first and last month of a year."""
    first, last = reading.first, reading.last
    if first is None or last is None:
        return reading
    if reading.grain == "year" and part in ("beginning", "end"):
        month = 1 if part == "beginning" else 12
        edge = month_reading(0, 0, last.year if part == "end" else first.year, month)
        return replace(reading, first=edge.first, last=edge.last)
    if reading.grain == "year":
        begin, stop = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return replace(
            reading,
            first=date(first.year, begin, 1),
            last=date(first.year, stop, calendar.monthrange(first.year, stop)[1]),
        )
    part = {"beginning": "early", "end": "late"}.get(part, part)
    if reading.grain == "month":
        if first.day != 1 or (last + timedelta(days=1)).day != 1:
            return reading  # a part already: "late early February"
        begin_day, stop_day = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return replace(reading, first=first.replace(day=begin_day), last=last.replace(day=stop_day))
    if reading.grain == "decade":
        begin, stop = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return replace(
            reading, first=date(first.year + begin, 1, 1), last=date(first.year + stop, 12, 31)
        )
    length = (last - first).days + 1
    if length < 3:
        return reading
    third = length // 3
    if part == "early":
        return replace(reading, last=shift(first, third - 1))
    if part == "late":
        return replace(reading, first=shift(last, 1 - third))
    return replace(reading, first=shift(first, third), last=shift(last, -third))


def resolve_partial(
    partial: tuple[str, int, int], reference: date | None, *, ahead: bool, start: int = 0, end: int = 0
) -> Reading:
    """Read a date that lacks its year (or month): the latest that is not after `reference`, or, when it lies ahead,
    the first that is not before it."""
    kind, a, b = partial
    if kind == "weekday":
        return _resolve_weekday(a, reference, ahead, start, end, partial)
    if reference is None:
        value = f"XXXX-{a:02d}-{b:02d}" if kind == "day" else None if kind == "ordinal" else f"XXXX-{a:02d}"
        grain = "month" if kind == "month" else "day"
        return _made(start, end, None, None, grain, value, partial=partial, loose=True)
    year = reference.year
    if kind == "month":
        if ahead and a < reference.month:
            year += 1
        elif not ahead and a > reference.month:
            year -= 1
        return month_reading(start, end, year, a, partial=partial, loose=True)
    if kind == "season":
        return _resolve_season(a, reference, ahead, start, end, partial)
    found = _nearest(partial, reference, ahead)
    return day_reading(start, end, found, partial=partial, loose=True)


def _nearest(partial: tuple[str, int, int], reference: date, ahead: bool) -> date | None:
    kind, a, b = partial
    step = 1 if ahead else -1
    for n in range(9):  # eight years hold every 29 February
        if kind == "ordinal":
            moved = shift_months(reference.replace(day=1), n * step)
            day = make_day(moved.year, moved.month, a) if moved else None
        else:
            day = make_day(reference.year + n * step, a, b)
        if day is not None and (day >= reference if ahead else day <= reference):
            return day
    return None


def _resolve_weekday(
    weekday: int, reference: date | None, ahead: bool, start: int, end: int, partial: tuple[str, int, int]
) -> Reading:
    if reference is None:
        return _made(start, end, None, None, "day", f"XXXX-WXX-{weekday + 1}", partial=partial, loose=True)
    delta = (weekday - reference.weekday()) % 7
    if not ahead and delta:
        delta -= 7
    return day_reading(start, end, shift(reference, delta), partial=partial, loose=True)


SEASON_NAMES = ("spring", "summer", "autumn", "winter")


def _resolve_season(
    index: int, reference: date, ahead: bool, start: int, end: int, partial: tuple[str, int, int]
) -> Reading:
    for year in range(reference.year - 2, reference.year + 3) if ahead else range(
        reference.year + 1, reference.year - 3, -1
    ):
        reading = season_reading(start, end, year, SEASON_NAMES[index], partial=partial, loose=True)
        if reading.first is None or reading.last is None:
            continue
        if (ahead and reading.last >= reference) or (not ahead and reading.first <= reference):
            return reading
    return season_reading(start, end, None, SEASON_NAMES[index], partial=partial, loose=True)


def _made(
    start: int, end: int, first: date | None, last: date | None, grain: str, value: str | None, **more: object
) -> Reading:
    return Reading(start, end, first, last, grain, value=value, **more)  # type: ignore[arg-type]
