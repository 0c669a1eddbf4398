"""Compile `dragoman/data/lexicons/named_times.tsv` from `named_events.tsv` and `named_feasts.tsv` beside this file.

Feasts of the Islamic and Hebrew calendars are computed for 2000 to 2030, so this needs `hijridate` (Umm al-Qura
calendar: local sightings may differ by a day) and `convertdate`. Diwali and the Lunar New Year are listed.

    python tables/gazetteer/named_times.py
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from convertdate import hebrew
from hijridate import Hijri

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "dragoman" / "data" / "lexicons" / "named_times.tsv"
YEARS = range(2000, 2031)

ISLAMIC = (  # names, month, day, last month, last day (0: to the end of the month)
    ("Ramadan|holy month of Ramadan|Muslim holy month of Ramadan|Ramzan", 9, 1, 9, 0),
    ("Eid al-Fitr|Eid ul-Fitr|Eid-ul-Fitr", 10, 1, 10, 3),
    ("Eid al-Adha|Eid ul-Adha|Feast of the Sacrifice|Eid-ul-Adha", 12, 10, 12, 13),
    ("Hajj|Haj|hajj pilgrimage", 12, 8, 12, 13),
    ("Ashura|Ashoura", 1, 10, 1, 10),
    ("Muharram", 1, 1, 1, 0),
    ("Arbaeen|Arba'een|Arbaeen pilgrimage", 2, 20, 2, 20),
    ("Mawlid|Prophet's birthday|Mawlid al-Nabi", 3, 12, 3, 12),
    ("Islamic New Year|Hijri New Year", 1, 1, 1, 1),
)
HEBREW = (  # names, month, day, length in days
    ("Passover|Pesach", 1, 15, 8),
    ("Shavuot", 3, 6, 1),
    ("Tisha B'Av", 5, 9, 1),
    ("Rosh Hashanah|Rosh Hashana|Jewish New Year", 7, 1, 2),
    ("Yom Kippur", 7, 10, 1),
    ("Sukkot", 7, 15, 7),
    ("Simchat Torah", 7, 22, 1),
    ("Hanukkah|Chanukah", 9, 25, 8),
)
DIWALI = (
    "2000-10-26 2001-11-14 2002-11-04 2003-10-25 2004-11-12 2005-11-01 2006-10-21 2007-11-09 2008-10-28 2009-10-17 "
    "2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07 2019-10-27 "
    "2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20 2026-11-08 2027-10-29 2028-10-17 2029-11-05 "
    "2030-10-26"
)
LUNAR_NEW_YEAR = (
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 "
    "2030-02-03"
)


def islamic_rows() -> list[tuple[str, str, str, str]]:
    rows = []
    for names, month, day, last_month, last_day in ISLAMIC:
        for year in range(1420, 1454):
            first = Hijri(year, month, day).to_gregorian()
            last = Hijri(year, last_month, last_day or Hijri(year, last_month, 1).month_length()).to_gregorian()
            if first.year in YEARS:
                rows.append((names, first.isoformat(), last.isoformat(), "feast"))
    return rows


def hebrew_rows() -> list[tuple[str, str, str, str]]:
    rows = []
    for names, month, day, length in HEBREW:
        for year in range(5759, 5792):
            first = date(*hebrew.to_gregorian(year, month, day))
            if first.year in YEARS:
                last = first + timedelta(length - 1)
                rows.append((names, first.isoformat(), last.isoformat(), "feast"))
    return rows


def main() -> None:
    rows = []
    for line in (HERE / "named_events.tsv").read_text(encoding="utf-8").splitlines():
        names, first, last = line.split("\t")
        rows.append((names, first, last, "event"))
    for line in (HERE / "named_feasts.tsv").read_text(encoding="utf-8").splitlines():
        names, first, last, kind = line.split("\t")
        rows.append((names, first, last, kind))
    rows += islamic_rows() + hebrew_rows()
    rows += [("Diwali|Deepavali", day, day, "feast") for day in DIWALI.split()]
    rows += [("Lunar New Year|Chinese New Year", day, day, "feast") for day in LUNAR_NEW_YEAR.split()]
    head = "# Compiled by tables/gazetteer/named_times.py; do not edit.\n# names\tfrom\tto\tkind\n"
    TARGET.write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} rows")


if __name__ == "__main__":
    main()
