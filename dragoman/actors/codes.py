"""Country codes: the program's own (ISO 3166 alpha-3, Kosovo `KOS` as in PLOVER) to the codes of other data and back, on a date.

States of the past have ids of their own (`YUG`, `DDR`, `CSK`, ...). Without a date the codes are those of today, and of a
state of the past its last. `tables/actors/code_years.tsv` has the times and says where they are from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dragoman.actors.table import within

__all__ = ["SUPRANATIONAL", "Codes", "cameo_actor", "codes", "from_cameo", "from_cow", "from_fips", "from_gw", "from_iso2", "from_iso3"]

# Codes that other data use for parts of a country, or used before; they are read and never written.
_CAMEO_READ = {
    "WSB": "PSE", "GZS": "PSE", "PAL": "PSE", "ZAR": "COD", "DRC": "COD", "ROU": "ROU", "TLS": "TLS", "KOS": "KOS",
    "XKX": "KOS", "UKR": "UKR", "BUR": "MMR", "SCG": "SRB",
}  # fmt: skip
_FIPS_READ = {"GZ": "PSE", "WE": "PSE", "YI": "SRB"}
_ISO3_READ = {"KOS": "KOS", "KSV": "KOS"}

# PLOVER's codes as CAMEO has them. PLOVER's MED is health, CAMEO's the media; its party is the opposition or the government, which
# PTY does not tell and CAMEO's later dictionaries keep. Paramilitaries of the government's side have no code of their own.
_CAMEO_SECTORS = {
    "COP": "COP", "GOV": "GOV", "JUD": "JUD", "LEG": "LEG", "MIL": "MIL", "PRM": "UAF", "PTY": "PTY", "REB": "REB", "SPY": "SPY", "UAF": "UAF",
    "AGR": "AGR", "BUS": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "JRN": "MED", "LAB": "LAB", "MED": "HLH", "REF": "REF",
    "OPP": "OPP", "REL": "REL", "SOC": "CVL",
}  # fmt: skip
_CAMEO_PLACES = {"UNO": "IGOUNO", "EUR": "IGOEUREEC", "IGO": "IGO", "NGO": "NGO", "ISM": "NGM", "IMG": "IMG", "MNC": "MNC"}
# Bodies that are at home in one country: the kind stands before the country, and says what the sector would.
# What PLOVER has in the place of a country for who is of none.
SUPRANATIONAL = ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC")
_CAMEO_KINDS = {"ngo": ("NGO", "CVL"), "mnc": ("MNC", "BUS")}
_ROLES = 3  # the most that a CAMEO code has after the country

Span = tuple[str, str, str]  # code, from, to


@dataclass(frozen=True, slots=True)
class Codes:
    """One country's codes on a date; None where a system has none for it then.

    `id`: the program's own. `iso3`, `iso2`: what ISO 3166 had (Kosovo's are of its user-assigned range). `cow` and `gw` are
    numbers, `cow_alpha` letters. `cameo`: CAMEO never changed a code.
    """

    id: str
    iso3: str | None
    iso2: str | None
    cow: int | None
    cow_alpha: str | None
    gw: int | None
    fips: str | None
    cameo: str


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[Span]]]:
    found: dict[str, dict[str, list[Span]]] = {}
    text = (files("dragoman") / "data" / "actors" / "codes.tsv").read_text("utf-8")
    for line in text.splitlines():
        id, system, code, from_, to = line.split("\t")
        found.setdefault(id, {}).setdefault(system, []).append((code, from_, to))
    return found


def _on(spans: Sequence[Span], on: str | None) -> str | None:
    """The code that is valid on the date; without one, the last."""
    if on is None:
        return spans[-1][0] if spans else None
    return next((code for code, from_, to in spans if within(on, from_, to)), None)


@lru_cache(maxsize=4096)
def codes(id: str, on: str | None = None) -> Codes | None:
    """All codes of a country, on an ISO date; None where the id is not of a country ("UNO").

    >>> codes("DEU").cow, codes("DEU", on="1975-06-01").cow, codes("COD", on="1990-01-01").iso3
    (255, 260, 'ZAR')
    """
    systems = _table().get(id)
    if systems is None:
        return None
    found = {system: _on(spans, on) for system, spans in systems.items()}
    number, _, letters = (found.get("cow") or "").partition("/")
    gw = found.get("gw")
    return Codes(id, found.get("iso3"), found.get("iso2"), int(number) if number else None, letters or None, int(gw) if gw else None, found.get("fips"), found.get("cameo") or id)


@lru_cache(maxsize=8)
def _back(system: str) -> dict[str, list[tuple[str, str, str]]]:
    """Code to the ids that have or had it, with the time; those that ended last come first, today's before all."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for id, systems in _table().items():
        for code, from_, to in systems.get(system, ()):
            found.setdefault(code.partition("/")[0], []).append((id, from_, to))
    for spans in found.values():
        spans.sort(key=lambda span: (span[2] or "9999", span[1]), reverse=True)
    return found


def _from(system: str, code: str, on: str | None) -> str | None:
    spans = _back(system).get(code, ())
    if on is None:
        return spans[0][0] if spans else None
    return next((id for id, from_, to in spans if within(on, from_, to)), None)


def from_cow(number: int, on: str | None = None) -> str | None:
    """The country of a Correlates of War number (255 -> "DEU"); on a date, if it was in the state system then.

    >>> from_cow(365), from_cow(365, on="1985-01-01"), from_cow(260, on="2001-01-01")
    ('RUS', 'SUN', None)
    """
    return _from("cow", str(number), on)


def from_gw(number: int, on: str | None = None) -> str | None:
    """The country of a Gleditsch-Ward number (260 -> "DEU")."""
    return _from("gw", str(number), on)


def from_fips(code: str, on: str | None = None) -> str | None:
    """The country of a FIPS 10-4 code ("GM" -> "DEU")."""
    return (_FIPS_READ.get(code) if on is None else None) or _from("fips", code, on)


def from_iso2(code: str, on: str | None = None) -> str | None:
    """The country of an ISO 3166 alpha-2 code ("DE" -> "DEU")."""
    return _from("iso2", code, on)


def from_iso3(code: str, on: str | None = None) -> str | None:
    """The country of an ISO 3166 alpha-3 code, also of one withdrawn ("ZAR" -> "COD")."""
    return _from("iso3", code, on) or _ISO3_READ.get(code)


def from_cameo(code: str) -> str | None:
    """The country of a CAMEO country code ("ROM" -> "ROU")."""
    return _from("cameo", code, None) or _CAMEO_READ.get(code)


def cameo_actor(country: str | None, sectors: Sequence[str] = (), kind: str | None = None) -> str:
    """The CAMEO code of an actor: country and roles, at most three, primary first; "" where nothing is known.

    A country as such is its code alone; `kind` (of the actor table) tells it from its government.

    >>> cameo_actor("TUR", ("GOV",)), cameo_actor("TUR", ("GOV",), "country"), cameo_actor("UNO", (), "igo")
    ('TURGOV', 'TUR', 'IGOUNO')
    """
    place = _CAMEO_PLACES.get(country or "")
    state = codes(country) if country and place is None else None
    prefix = place or (state.cameo if state is not None else "")
    if kind == "country":
        return prefix
    body, said = _CAMEO_KINDS.get(kind or "", ("", ""))
    if state is not None:
        prefix = body + prefix
    roles = [code for sector in sectors if (code := _CAMEO_SECTORS.get(sector)) and code != said]
    return prefix + "".join(list(dict.fromkeys(roles))[:_ROLES])
