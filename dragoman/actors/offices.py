"""Who held an office on a date, and what actors a country and a noun make: for names alone and for reports alike."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.namesakes import ALIKE
from dragoman.actors.table import ActorTable, Entry, Office, Role, SectorNoun, fold

__all__ = ["STATE_NOUNS", "Described", "described", "office_holders"]

# Who is meant where a text says only "leader": the first of these offices that somebody holds.
_LEADERS = ("supreme leader", "leader", "president", "prime minister", "chancellor", "king", "emir", "sultan", "pope", "governor")
# Countries whose prime minister, not president or crown, is meant by "leader".
_PREMIERS = frozenset(
    "ALB AND ARM AUS AUT BEL BGD BGR BHS BRB BTN CAN CZE DEU DNK ESP EST ETH FIN FJI GBR GEO GRC HRV HUN IND IRL IRQ "
    "ISL ISR ITA JAM JPN KHM LBN LIE LTU LUX LVA MDA MKD MLT MNE MNG MUS MYS NLD NOR NPL NZL PAK PNG POL PRT ROU SGP "
    "SLB SRB SVK SVN SWE THA TTO KOS LBY VUT WSM".split()
)
# States of the past whose successor was a state beside them: its leaders were not theirs.
_BESIDE = frozenset(("DDR", "YMD", "VDR", "VNN"))
# Nouns for the state itself, which has the country's id.
STATE_NOUNS = frozenset(("government", "administration", "regime", "state", "federal government", "central government", "national government", "interim government", "transitional government", "caretaker government"))
# Sectors of which a country has one body, whatever its noun's number: "troops", "security forces".
_OF_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))


def office_holders(table: ActorTable, country: Entry, role: Role, on: str) -> list[tuple[Entry, Office]]:
    """Who held the role that a title means, with the office, likeliest first; alike titles of other countries count too.

    For states of the past, whose persons the table keeps under the successor, the successor's holders on that date.
    """
    places = [country.id]
    if country.kind != "country":
        places.append(country.country or "")
    elif country.valid_to is not None and country.id not in _BESIDE and not country.id.startswith("d:"):
        places.append(country.country or "")
    for place in places:
        held = [found for title in _wanted(role, country) if (found := _holding(table, place, title, on))]
        if held:
            # "leader" is what a source may call others too: whom our own tables know comes first
            return next((found for found in held if found[0][0].known), held[0]) if role.normal == "leader" else held[0]
    return []


def _wanted(role: Role, country: Entry) -> tuple[str, ...]:
    if role.normal != "leader":
        return (role.office or fold(role.phrase), fold(role.normal), *ALIKE.get(role.normal, ()))
    if country.id in _PREMIERS:
        return ("leader", "prime minister", "chancellor", *_LEADERS)
    return _LEADERS


def _holding(table: ActorTable, place: str, title: str, on: str) -> list[tuple[Entry, Office]]:
    found = []
    for entry in table.holders(place, title, on):
        for office in entry.roles:
            here = (office.place or office.country or entry.country) == place
            if here and fold(title) in (fold(office.normal), fold(office.text)) and office.held_on(on):
                found.append((entry, office))
                break
    return found


@dataclass(frozen=True, slots=True)
class Described:
    """What a country and a noun make: `entry` where the table has the body, else id and name made from both."""

    entry: Entry | None
    id: str | None
    name: str
    country: str | None
    sectors: tuple[str, ...]


def described(table: ActorTable, country: Entry, noun: SectorNoun) -> Described:
    """The actor of a country and a sector noun ("Turkish police", "Peru's Congress", "the defence ministry of Ukraine").

    One id for all ways to say it: the entry's, where the table has the body; the country's for its government; else
    made from both. Persons and crowds are many and have none.
    """
    adjective = next((n.text for n in country.names if n.form == "adjective" and n.case < 2), country.name)
    name = f"{adjective} {noun.lemma}"
    sectors = noun.sectors + tuple(s for s in country.sectors if s == "PRE")
    if noun.lemma in STATE_NOUNS:
        return Described(None, country.id, name, country.country, sectors or ("GOV",))
    if noun.form != "organ" and not (noun.form == "collective" and (_OF_STATE & set(noun.sectors) or not (noun.lemma.endswith("s") or "JRN" in noun.sectors))):
        return Described(None, None, name, country.country, sectors)
    id = f"{country.id}:{noun.id.removeprefix('n:')}"
    own = table.get(id)
    for entry in (own,) if own is not None else (e for text in (name, f"{noun.lemma} of {country.name}") for e in table.candidates(text)):
        if entry.kind == "organ" and entry.country == country.country:
            return Described(entry, entry.id, entry.name, entry.country, entry.sectors)
    return Described(None, id, name, country.country, sectors)
