"""Writes SOURCE.md beside the shipped table."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

_SOURCES = [
    ("country-codes/country-codes.csv", "Country Codes, datahub.io core", "PDDL 1.0",
     "official English names, capitals, ISO and FIPS codes, Wikidata ids of countries"),
    ("countryinfo/CountryInfo.120116.txt", "CountryInfo, P. A. Schrodt, Penn State", "CC BY-SA 3.0",
     "names and terms of heads of state and government since about 1960 and of members of government 2003-2011; COW numbers, against which ours are checked"),
    ("petrarch-dictionaries/Phoenix.Countries.actors.txt", "Phoenix actor dictionaries, Open Event Data Alliance, 2014: countries", "MIT",
     "other spellings of the persons of CountryInfo, and some officials more"),
    ("petrarch-dictionaries/Phoenix.International.actors.txt", "the same: international actors", "MIT",
     "names and countries of firms, NGOs and bodies of states; terms of these bodies' officials"),
    ("petrarch-dictionaries/Phoenix.MilNonState.actors.txt", "the same: militarised non-state actors", "MIT", "names and countries of armed groups"),
    ("reign/leaderlist_3_21.csv", "REIGN dataset, One Earth Future", "MIT", "months of leaders' terms since 1950"),
    ("world-leaders-2021/wikidata.csv", "World leaders 2021, from Wikidata", "CC0", "names, Q-ids and years of leaders"),
    ("world-leaders-2021/wikipedia.csv", "World leaders 2021, from Wikipedia", "CC BY-SA",
     "which offices are a state's; names, Q-ids and years of leaders"),
    ("ucdp-actors/ucdp-actor-221.csv", "UCDP Actor Dataset 22.1", "CC BY 4.0",
     "names, acronyms, ids and countries of armed and communal groups"),
]  # fmt: skip


def source_note(facts: Path, built: dict[str, str], counts: Counter[str], nouns: int, roles: int) -> str:
    """The text of SOURCE.md."""
    lines = [
        "# Actor table",
        "",
        "Compiled by `tables/actors/compile.py` from our own tables in `tables/actors/*.tsv` and from facts (names,",
        "offices, dates, codes) of the public sources below. No file of theirs is copied.",
        "Our own tables are written by hand from general knowledge, and win where a source disagrees.",
        "",
        "| source | licence | what was taken | sha256 of the file read |",
        "|---|---|---|---|",
    ]
    for path, title, licence, taken in _SOURCES:
        digest = hashlib.sha256((facts / path).read_bytes()).hexdigest()
        lines.append(f"| {title} (`{path}`) | {licence} | {taken} | `{digest}` |")
    lines += ["", "Shipped files:", "", "| file | sha256 |", "|---|---|"]
    lines += [f"| `{name}` | `{digest}` |" for name, digest in built.items()]
    lines += ["", "Actors: " + ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())) + f"; {nouns} sector nouns; {roles} titles.", ""]
    lines += [
        "Dates: a term that a source shows as still running when its record ends (CountryInfo: February 2011; REIGN:",
        "March 2021; the Phoenix dictionaries: January 2014; the leaders of 2021: 2022) ends there, or where a successor's begins, unless our own tables know better.",
        "What such a list says of a lesser office is a month at best, and of the Phoenix officials not which office it was.",
        "Spellings that news has for a name besides the sources' are made by rule (`tables/actors/spelling.py`).",
        "Terms in our own tables are to the month where known, else to the year; an open end means that no end was",
        "known to us when they were written. What lies after 2022 was not checked against any of the sources.",
        "Codes: the times in which codes are valid are written by hand in `tables/actors/code_years.tsv`, as the State System",
        "Membership list of the Correlates of War, the Gleditsch-Ward list and ISO 3166 have them.",
        "",
    ]
    return "\n".join(lines)
