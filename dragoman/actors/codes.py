"""Country codes: ISO 3166 alpha-3, as the rest of the program uses them, to the codes of other data and back.

Kosovo is `KOS` here, as in PLOVER. States of the past have the codes of their time (`YUG`, `DDR`, `CSK`, ...).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Codes", "codes", "from_cameo", "from_cow", "from_fips", "from_gw", "from_iso2"]

# Codes that other data use for parts of a country, or used before; they are read and never written.
_CAMEO_READ = {
    "WSB": "PSE", "GZS": "PSE", "PAL": "PSE", "ZAR": "COD", "DRC": "COD", "ROU": "ROU", "TLS": "TLS", "KOS": "KOS",
    "XKX": "KOS", "UKR": "UKR", "BUR": "MMR",
}  # fmt: skip
_FIPS_READ = {"GZ": "PSE", "WE": "PSE", "YI": "SRB"}


@dataclass(frozen=True, slots=True)
class Codes:
    """One country's codes; None where a system has none for it. `cow` and `gw` are numbers, `cow_alpha` letters."""

    iso3: str
    iso2: str | None
    cow: int | None
    cow_alpha: str | None
    gw: int | None
    fips: str | None
    cameo: str


@lru_cache(maxsize=1)
def _table() -> dict[str, Codes]:
    found = {}
    text = (files("dragoman") / "data" / "actors" / "codes.tsv").read_text("utf-8")
    for line in text.splitlines():
        iso3, iso2, cow, alpha, gw, fips, cameo = line.split("\t")
        found[iso3] = Codes(
            iso3, iso2 or None, int(cow) if cow else None, alpha or None, int(gw) if gw else None, fips or None, cameo
        )
    return found


def codes(iso3: str) -> Codes | None:
    """All codes of a country, or None where the code is not one ("UNO")."""
    return _table().get(iso3)


@lru_cache(maxsize=8)
def _back(system: str) -> dict[str | int, str]:
    """Code to ISO3. States of today win over those of the past that share a number."""
    found: dict[str | int, str] = {}
    for iso3, row in _table().items():
        code = getattr(row, system)
        if code is not None and (code not in found or row.iso2 is not None):
            found[code] = iso3
    return found


def from_cow(number: int) -> str | None:
    """ISO3 of a Correlates of War number (255 -> "DEU")."""
    return _back("cow").get(number)


def from_gw(number: int) -> str | None:
    """ISO3 of a Gleditsch-Ward number (260 -> "DEU")."""
    return _back("gw").get(number)


def from_fips(code: str) -> str | None:
    """ISO3 of a FIPS 10-4 code ("GM" -> "DEU")."""
    return _back("fips").get(code) or _FIPS_READ.get(code)


def from_iso2(code: str) -> str | None:
    """ISO3 of an ISO 3166 alpha-2 code ("DE" -> "DEU")."""
    return _back("iso2").get(code)


def from_cameo(code: str) -> str | None:
    """ISO3 of a CAMEO country code ("ROM" -> "ROU")."""
    return _back("cameo").get(code) or _CAMEO_READ.get(code)
