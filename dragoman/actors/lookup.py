"""What a name stands for when it stands alone: the actors behind `dragoman actors lookup NAME --on DATE`.

The readings are tried from the most to the least telling: the whole string as a name in the table; a country with a
title or a noun ("the Iranian president", "U.S. troops", "the foreign minister of Turkey"); a title before a name
("President Raisi"); a noun alone. All answers of the first reading that gives any are returned, best first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.actors.table import ActorTable, Entry, Name, Office, Role, SectorNoun, fold, load_table, within
from dragoman.records import Actor

__all__ = ["actor_for", "country_noun", "lookup", "office_holders", "preference"]

_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_TRIM = " \t\n\"“”‘’'.,;:!?()[]"
_VIA = {"metonym": "metonym", "demonym": "demonym", "adjective": "demonym"}
_KINDS = (
    "country", "igo", "organ", "group", "party", "ngo", "media", "ethnic", "religious", "mnc", "person",
)  # fmt: skip
_FORMS = ("name", "acronym", "alias", "adjective", "demonym", "metonym", "family")
# Who is meant where a text says only "leader": the first of these offices that somebody holds.
_LEADERS = ("supreme leader", "leader", "president", "prime minister", "chancellor", "king", "emir", "sultan", "pope", "governor")
# For so many years after office a person is likelier meant than an unknown namesake who is in office.
_LATELY = 15
# Titles that countries use for each other's offices.
_ALIKE = {
    "prime minister": ("chancellor", "taoiseach"),
    "chancellor": ("prime minister",),
    "president": ("leader",),
    "king": ("queen", "emir", "sultan", "emperor", "grand duke"),
    "security minister": ("interior minister",),
}
# Countries whose prime minister, not president or crown, is meant by "leader".
_PREMIERS = frozenset(
    "ALB AND ARM AUS AUT BEL BGD BGR BHS BRB BTN CAN CZE DEU DNK ESP EST ETH FIN FJI GBR GEO GRC HRV HUN IND IRL IRQ "
    "ISL ISR ITA JAM JPN KHM LBN LIE LTU LUX LVA MDA MKD MLT MNE MNG MUS MYS NLD NOR NPL NZL PAK PNG POL PRT ROU SGP "
    "SLB SRB SVK SVN SWE THA TTO KOS LBY VUT WSM".split()
)


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
    return _POSSESSIVE.sub("", _LEADING.sub("", text))


def actor_for(entry: Entry, name: Name, text: str, on: str | None, start: int = 0) -> Actor:
    """The record of a mention `text` of the entry, found by its name `name`, on the date."""
    office = entry.role_on(on)
    return Actor(
        text=text,
        start=start,
        end=start + len(text),
        id=entry.id,
        name=entry.name,
        country=entry.country_on(on),
        sectors=entry.sectors_on(on) if name.form not in ("demonym", "adjective") else (),
        role=office.text if office is not None else None,
        via=_VIA.get(name.form, "name"),
    )


def preference(entry: Entry, name: Name, on: str | None) -> tuple[int, ...]:
    """Sort key of a candidate: lower is likelier. The entry's id settles what is left.

    Whole names come before family names; those valid on the date before others; a person in office before one out of
    it, and the higher office first.
    """
    valid = 0
    if on is not None:
        bounds = ((entry.valid_from, entry.valid_to), (name.valid_from, name.valid_to))
        valid = 0 if all(within(on, *bound) for bound in bounds) else 1
    return (
        1 if name.form == "family" else 0,
        valid,
        *(_standing(entry, on) if entry.kind == "person" else (0, 0, 0)),
        # A capital that is an organisation's seat stands for that first: "Brussels".
        -1 if name.form == "metonym" and entry.kind == "igo" else _KINDS.index(entry.kind),
        _FORMS.index(name.form),
    )


def _standing(entry: Entry, on: str | None) -> tuple[int, int, int]:
    """(tier, rank, how long ago) of a person on the date.

    Tiers: a known person in office; a known one who was lately; anybody else in office; all others.
    """
    if not entry.roles:
        return (2 if entry.known else 4, 9, 0)
    best = min(office.rank for office in entry.roles)
    if on is None:
        # Without a date the latest holder of the highest office is the likeliest.
        last = max(_year(office.valid_to, 2100) for office in entry.roles if office.rank == best)
        return (0 if entry.known else 1, best, 2100 - last)
    office = entry.role_on(on)
    if office is not None:
        return (0 if entry.known else 2, office.rank, 0)
    year = _year(on, 2100)
    gaps = []
    for each in entry.roles:
        start, end = _year(each.valid_from, 0), _year(each.valid_to, 2100)
        # Somebody not yet in office is named less than somebody who was.
        gaps.append(year - end if year >= end else 3 * (start - year) + 5)
    gap = min(gaps)
    return (1 if entry.known and gap <= _LATELY else 3, gap // 10 * 4 + best, gap)


def _year(date: str | None, default: int) -> int:
    return int(date[:4]) if date else default


def _named(table: ActorTable, text: str, whole: str, on: str | None) -> Iterator[Actor]:
    best: dict[str, tuple[tuple[int, ...], Entry, Name]] = {}
    for entry, name in table.matches(text) or table.matches(whole):
        key = preference(entry, name, on)
        if entry.id not in best or key < best[entry.id][0]:
            best[entry.id] = (key, entry, name)
    for _, entry, name in sorted(best.values(), key=lambda found: (found[0], found[1].id)):
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
        country = _country_of(table, _POSSESSIVE.sub("", " ".join(words[:count])))
        if country is not None:
            yield country, " ".join(words[count:])
    head, joint, tail = text.rpartition(" of ")
    if joint:
        # "president of Iran", and "president of Iran Ebrahim Raisi".
        words = _LEADING.sub("", tail).split()
        for count in range(len(words), 0, -1):
            country = _country_of(table, " ".join(words[:count]))
            if country is not None:
                yield country, " ".join([_LEADING.sub("", head), *words[count:]])
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
            yield country_noun(country, noun, whole)
            return
        if role is not None:
            yield Actor(whole, 0, len(whole), None, None, country.country, role.sectors, role.normal, "noun")
            return


def office_holders(table: ActorTable, country: Entry, role: Role, on: str) -> list[tuple[Entry, Office]]:
    """Who held the role that a title means, with the office; titles alike in other countries count as well.

    For states of the past, whose persons the table keeps under the successor, the successor's holders on that date.
    """
    if role.normal == "leader":
        wanted: tuple[str, ...] = _LEADERS
        if country.id in _PREMIERS:
            wanted = ("leader", "prime minister", "chancellor", *_LEADERS)
    else:
        own = role.office or fold(role.phrase)
        wanted = (own, fold(role.normal), *_ALIKE.get(role.normal, ()))
    places = [country.id]
    if country.kind != "country" or country.valid_to is not None:
        places.append(country.country or "")
    for place in places:
        for title in wanted:
            found = []
            for entry in table.holders(place, title, on):
                for office in entry.roles:
                    here = (office.place or office.country or entry.country) == place
                    if here and fold(title) in (fold(office.normal), fold(office.text)) and office.held_on(on):
                        found.append((entry, office))
                        break
            if found:
                return found
    return []


def _office_actor(entry: Entry, office: Office, text: str, on: str) -> Actor:
    """A holder named by the office: the office meant is the role, though a higher one may be held too."""
    return Actor(
        text, 0, len(text), entry.id, entry.name, entry.country_on(on), office.sectors, office.text, "noun"
    )  # fmt: skip


def country_noun(country: Entry, noun: SectorNoun, text: str, start: int = 0) -> Actor:
    """The actor that a country and a noun make ("Turkish police"): the country's, with the noun's sectors."""
    extra = tuple(s for s in country.sectors if s == "PRE")
    adjective = next((n.text for n in country.names if n.form == "adjective" and n.case < 2), country.name)
    return Actor(
        text=text,
        start=start,
        end=start + len(text),
        id=f"{country.id}:{noun.id.removeprefix('n:')}",
        name=f"{adjective} {noun.lemma}",
        country=country.country,
        sectors=noun.sectors + extra,
        role=None,
        via="noun",
    )


def _persons(table: ActorTable, text: str, on: str | None) -> list[tuple[Entry, Name]]:
    """Persons whom the text names, with or without a title before the name, best first."""
    words = text.split()
    for count in range(len(words)):
        if count and table.role(" ".join(words[:count])) is None and table.noun(" ".join(words[:count])) is None:
            continue
        found: dict[str, tuple[tuple[int, ...], Entry, Name]] = {}
        wanted = table.role(" ".join(words[:count])) if count else None
        for entry, name in table.matches(" ".join(words[count:])):
            if entry.kind == "person":
                # A title that the person has, or had, tells namesakes apart.
                fit = 0 if wanted is None or _fits(entry, wanted, on) else 1
                key = (fit, *preference(entry, name, on))
                if entry.id not in found or key < found[entry.id][0]:
                    found[entry.id] = (key, entry, name)
        if found:
            ranked = sorted(found.values(), key=lambda each: (each[0], each[1].id))
            return [(entry, name) for _, entry, name in ranked]
    return []


def _fits(entry: Entry, role: Role, on: str | None) -> bool:
    titles = {role.normal, fold(role.phrase), *_ALIKE.get(role.normal, ())}
    return any(
        (office.normal in titles or fold(office.text) in titles) and (on is None or office.held_on(on))
        for office in entry.roles
    )


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
