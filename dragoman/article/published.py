"""The published date, as people and machines write it -> ISO. Nothing here ever looks at the clock."""

from __future__ import annotations

import datetime
import re

from ..errors import DateInvalid

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}
_DAYS = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_ZONE = r"(?:z|utc|gmt|[a-z]{3,4}|[+-]\d{2}:?\d{2}|(?:gmt|utc)[+-]\d{1,2}(?::?\d{2})?|\([a-z]{3,5}\))"
_TIME = (
    r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?|\d{4}(?=\s*(?:gmt|utc))|\d{1,2}\s*[ap]\.?m\.?)"
    rf"(?:\s*{_ZONE}){{0,2}}"
)
_LABEL = (
    r"(?:(?:first\s+|originally\s+)?(?:published|posted|updated|last\s+updated|last\s+modified|modified|created|issued|"
    r"date|dated|publication\s+date)(?:\s+(?:on|at|date))?\s*[:\-–—]?\s*)"
)
_SEP = r"(?:\s*[,|•·–—-]\s*|\s+at\s+|\s+)"
_ISO = re.compile(
    r"(?P<year>\d{4})(?P<sep>[-/.]?)(?P<number>\d{2})(?P=sep)(?P<day>\d{2})"
    rf"(?:(?:t|\s+)(?:{_TIME}|\d{{2}}(?::?\d{{2}}){{0,2}}(?:\.\d+)?(?:\s*{_ZONE})?))?"
)
_NUMERIC = re.compile(rf"(?P<a>\d{{1,2}})(?P<sep>[-/.])(?P<b>\d{{1,2}})(?P=sep)(?P<year>\d{{4}})(?:{_SEP}{_TIME})?")
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})"
_MONTH_FIRST = rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>\d{{4}})"
_WORDY = tuple(re.compile(rf"(?:{_TIME}{_SEP})?(?:{_DAYS}(?:\s*,\s*|\s+))?(?:the\s+)?{core}(?:{_SEP}{_TIME})?") for core in (_DAY_FIRST, _MONTH_FIRST))
# "Mon Nov 15 12:00:00 +0000 2021", as C and Twitter write it.
_CTIME = re.compile(rf"{_DAYS}\s+{_MONTH}\s+(?P<day>\d{{1,2}})\s+{_TIME}\s+(?P<year>\d{{4}})")
_WITH_LABEL = re.compile(_LABEL, re.IGNORECASE)
_EARLIEST, _LATEST = 1600, 2200
_HOW = "write it as YYYY-MM-DD"


def parse_date(text: str) -> str:
    """The day that `text` names, as "YYYY-MM-DD"; of a time with a zone, the day as written.

    Raises DateInvalid for what is no full date, for days that do not exist, and for numbers that could be read
    day first or month first ("03/04/2021").
    """
    shown = " ".join(str(text).split())[:60]
    low = _WITH_LABEL.sub("", " ".join(str(text).split())[:200].lower(), count=1).strip(" .,;")
    if found := _ISO.fullmatch(low):
        return _day(found["year"], int(found["number"]), found["day"], shown)
    if found := _NUMERIC.fullmatch(low):
        return _numeric(int(found["a"]), int(found["b"]), found["year"], shown)
    for pattern in (*_WORDY, _CTIME):
        if found := pattern.fullmatch(low):
            return _day(found["year"], _MONTHS[found["month"]], found["day"], shown)
    raise DateInvalid(f"'{shown}' is not a date; {_HOW}" if shown else f"the date is empty; {_HOW}")


def _numeric(a: int, b: int, year: str, shown: str) -> str:
    if a == b or (a > 12 >= b):
        return _day(year, b, a, shown)
    if b > 12 >= a:
        return _day(year, a, b, shown)
    if a > 12:
        raise DateInvalid(f"there is no day '{shown}'; {_HOW}")
    raise DateInvalid(f"'{shown}' may be day first or month first; {_HOW}")


def _day(year: str | int, month: int, day: str | int, shown: str) -> str:
    try:
        date = datetime.date(int(year), month, int(day))
    except ValueError:
        raise DateInvalid(f"there is no day '{shown}'; {_HOW}") from None
    if not _EARLIEST <= date.year <= _LATEST:
        raise DateInvalid(f"the year of '{shown}' is not between {_EARLIEST} and {_LATEST}; {_HOW}")
    return date.isoformat()


_STARTS_LINE = tuple(re.compile(rf"(?:{_LABEL})?(?:{_DAYS}(?:\s*,\s*|\s+))?{core}(?![\d/-])", re.IGNORECASE) for core in (_DAY_FIRST, _MONTH_FIRST))
_WEEKDAY = re.compile(rf"{_DAYS}(?:\s*,|\s)", re.IGNORECASE)
# "ANKARA, Turkey, Nov. 15, 2021 (Reuters) - ..." The place is in capitals, which keeps prose out.
_DATELINE = re.compile(
    r"(?-i:[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,5}),?\s+"
    rf"(?:{_DAY_FIRST}|{_MONTH_FIRST.replace('?P<month>', '?P<month2>').replace('?P<day>', '?P<day2>').replace('?P<year>', '?P<year2>')})"
    r"\s*(?:\(|[-–—:/])",
    re.IGNORECASE,
)
_TOP_LINES = 8


_PLACE = re.compile(r"[A-Z][\w .'’-]{1,40}[,:]\s+(?=.*\d{4})")
_UPDATED = re.compile(r"(?<=\S)\s*[|•·(–—-]?\s*\b(?:last\s+)?(?:updated|modified)\b.*", re.IGNORECASE)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and nothing else, but for a label ("Published:"), a place before it ("Berlin, ")
    or a note of an update behind it."""
    return _date_line(line) is not None


def _date_line(line: str) -> str | None:
    line = _UPDATED.sub("", line.strip("*_ "))
    for text in (line, _PLACE.sub("", line, count=1)):
        try:
            return parse_date(text)
        except DateInvalid:
            continue
    return None


def find_date(text: str) -> str | None:
    """The published date that the top of a plain text gives: a date line, "Friday, July 21, 2017 ..." at the start
    of a line, or a dateline with a year. None where there is none; a date in the prose is never taken."""
    lines = [line.strip() for line in text[:6000].split("\n") if line.strip()][:_TOP_LINES]
    updated = None
    for line in lines:
        if len(line) <= 100 and (date := _date_line(line)):
            if re.match(r"\W*(?:last\s+)?(?:updated|modified)", line, re.IGNORECASE):
                updated = updated or date
                continue
            return date
        found = _DATELINE.match(line[:160])
        if found:
            groups = found.groupdict()
            day, month, year = (groups[key] or groups[key + "2"] for key in ("day", "month", "year"))
            return _quiet(year, month, day)
        labelled = _WITH_LABEL.match(line)
        if labelled or _WEEKDAY.match(line):  # a bare date may start a sentence: "May 7, 2015 was the day that ..."
            for pattern in _STARTS_LINE:
                if (found := pattern.match(line[:120])) and (date := _quiet(found["year"], found["month"], found["day"])):
                    return date
    return updated


def _quiet(year: str, month: str, day: str) -> str | None:
    try:
        return _day(year, _MONTHS[month.lower().rstrip(".")], day, "")
    except DateInvalid:
        return None
