"""What a name stands for when it stands alone: the actors behind `dragoman actors lookup NAME --on DATE`.

The readings are tried from the most to the least telling: the whole string as a name in the table; a country with a
title or a noun ("the Iranian president", "U.S. troops", "the foreign minister of Turkey"); a title before a name
("President Raisi"); a noun alone. All answers of the first reading that gives any are returned, best first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.actors.namesakes import ranked
from dragoman.actors.offices import described, office_holders
from dragoman.actors.table import ActorTable, Entry, Name, Office, SectorNoun, fold, load_table
from dragoman.records import Actor

__all__ = ["LEADING", "POSSESSIVE", "actor_for", "country_noun", "lookup"]

LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_TRIM = " \t\n\"“”‘’'.,;:!?()[]"


def lookup(name: str, on: str | None = None, table: ActorTable | None = None) -> list[Actor]:
    """The actors that a mention standing alone resolves to on an ISO date, best first. `table`: other than the shipped one.

    >>> lookup("Cavusoglu", "2021-11-15")[0].role
    'foreign minister'
    """
    table = (load_table() if table is None else table).on(on)
    text = _bare(name)
    readings = (_named, _office, _with_country, _titled, _noun)
    for reading in readings:
        found = list(dict.fromkeys(reading(table, text, name, on)))
        if found:
            return found
    return []


def _bare(name: str) -> str:
    text = name.strip(_TRIM)
    if re.search(r"\b[A-Z]\.[A-Z]$", text):
        text += "."
    return POSSESSIVE.sub("", LEADING.sub("", text))


def actor_for(entry: Entry, name: Name, text: str, on: str | None, start: int = 0) -> Actor:
    """The record of a mention `text` of the entry, found by its name `name`, on the date."""
    office = entry.role_on(on)
    sectors = entry.sectors_on(on) if name.form not in ("demonym", "adjective") else ()
    return Actor(
        text=text,
        start=start,
        end=start + len(text),
        id=entry.id,
        name=entry.name,
        country=entry.country_on(on),
        sectors=sectors or (("GOV",) if name.form == "metonym" else ()),
        role=office.text if office is not None else None,
        via=entry.via(name),
    )


def _named(table: ActorTable, text: str, whole: str, on: str | None) -> Iterator[Actor]:
    for entry, name in ranked(table.matches(text) or table.matches(whole), on):
        yield actor_for(entry, name, whole, on)


def _office(table: ActorTable, text: str, whole: str, on: str | None) -> Iterator[Actor]:
    """A title of one office of one place: "UN chief", "Kremlin spokesman"."""
    role = table.role(text)
    if role is None or role.office is None or role.place is None or on is None:
        return
    for entry in table.holders(role.place, role.office, on):
        office = next(o for o in entry.roles if fold(o.text) == role.office and o.held_on(on))
        yield _office_actor(entry, office, whole, on)


def _country_of(table: ActorTable, text: str) -> Entry | None:
    """The country that a modifier means: a name, an adjective or a capital."""
    for entry, _ in table.matches(text):
        if entry.kind in ("country", "igo"):
            return entry
    return None


def _splits(table: ActorTable, text: str) -> Iterator[tuple[Entry, str]]:
    """Ways to read the text as a country and a rest, the longest country first."""
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        country = _country_of(table, POSSESSIVE.sub("", " ".join(words[:count])))
        if country is not None:
            yield country, " ".join(words[count:])
    head, joint, tail = text.rpartition(" of ")
    if joint:
        # "president of Iran", and "president of Iran Ebrahim Raisi".
        words = LEADING.sub("", tail).split()
        for count in range(len(words), 0, -1):
            country = _country_of(table, " ".join(words[:count]))
            if country is not None:
                yield country, " ".join([LEADING.sub("", head), *words[count:]])
                return


def _with_country(table: ActorTable, text: str, whole: str, on: str | None) -> Iterator[Actor]:
    for country, rest in _splits(table, text):
        named = [(e, n) for e, n in _persons(table, rest, on) if e.country_on(on) == country.country]
        if named:
            yield from (actor_for(entry, name, whole, on) for entry, name in named)
            return
        role = table.role(rest)
        if role is not None and on is not None:
            holders = office_holders(table, country, role, on)
            if holders:
                for entry, office in holders:
                    yield _office_actor(entry, office, whole, on)
                return
        noun = table.noun(rest)
        if noun is not None and not (role is not None and noun.form == "person" and role.sectors):
            yield country_noun(table, country, noun, whole)
            return
        if role is not None:
            yield Actor(whole, 0, len(whole), None, None, country.country, role.sectors, role.normal, "noun")
            return


def _office_actor(entry: Entry, office: Office, text: str, on: str) -> Actor:
    """A holder named by the office: the office meant is the role, though a higher one may be held too."""
    return Actor(
        text, 0, len(text), entry.id, entry.name, entry.country_on(on), office.sectors, office.text, "noun"
    )  # fmt: skip


def country_noun(table: ActorTable, country: Entry, noun: SectorNoun, text: str) -> Actor:
    """The actor that a country and a noun make ("Turkish police"): the country's, with the noun's sectors."""
    made = described(table, country, noun)
    return Actor(text, 0, len(text), made.id, made.name, made.country, made.sectors, None, "noun")


def _persons(table: ActorTable, text: str, on: str | None) -> list[tuple[Entry, Name]]:
    """Persons whom the text names, with or without a title before the name, best first."""
    words = text.split()
    for count in range(len(words)):
        if count and table.role(" ".join(words[:count])) is None and table.noun(" ".join(words[:count])) is None:
            continue
        title = table.role(" ".join(words[:count])) if count else None
        persons = [(entry, name) for entry, name in table.matches(" ".join(words[count:])) if entry.kind == "person"]
        if persons:
            return ranked(persons, on, title=title)
    return []


def _titled(table: ActorTable, text: str, whole: str, on: str | None) -> Iterator[Actor]:
    for entry, name in _persons(table, text, on):
        yield actor_for(entry, name, whole, on)


def _noun(table: ActorTable, text: str, whole: str, on: str | None) -> Iterator[Actor]:
    noun = table.noun(text)
    role = table.role(text)
    if noun is not None:
        yield Actor(whole, 0, len(whole), noun.id, noun.lemma, noun.country, noun.sectors, None, "noun")
    elif role is not None:
        yield Actor(whole, 0, len(whole), None, None, None, role.sectors, role.normal, "noun")
