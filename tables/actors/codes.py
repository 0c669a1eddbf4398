"""Compiles codes.tsv: ISO3 to ISO2, COW, GW, FIPS and CAMEO codes."""

from __future__ import annotations

import re
from pathlib import Path

# Where the Gleditsch-Ward number is not the Correlates of War one.
_GW = {"DEU": "260", "YEM": "678", "KIR": "970", "TON": "972", "TUV": "973", "NRU": "971"}
# CountryInfo has no numbers for these.
_COW = {
    "SRB": ("345", "SER"), "MNE": ("341", "MNG"), "KOS": ("347", "KOS"), "SSD": ("626", "SSD"), "TLS": ("860", "ETM"),
    "PSE": ("", ""), "YUG": ("345", "YUG"), "DDR": ("265", "GDR"), "CSK": ("315", "CZE"), "SUN": ("365", "RUS"),
    "VDR": ("817", "RVN"), "YMD": ("680", "YPR"), "YMN": ("678", "YAR"), "TWN": ("713", "TAW"), "ROU": ("360", "ROM"),
    "COD": ("490", "DRC"), "COG": ("484", "CON"), "TUV": ("947", "TUV"), "KIR": ("946", "KIR"), "TON": ("955", "TON"),
    "USA": ("2", "USA"), "BRN": ("835", "BRU"), "GNB": ("404", "GNB"), "PNG": ("910", "PNG"), "GIN": ("438", "GUI"),
    "NRU": ("970", "NAU"), "DEU": ("255", "GMY"), "YEM": ("679", "YEM"),
}  # fmt: skip
# CountryInfo's codes that are not ISO's.
_OLD = {"TMP": "TLS", "KSV": "KOS"}
# CAMEO kept codes that ISO has since changed.
_CAMEO = {"ROU": "ROM", "TLS": "TMP", "KOS": "KSV"}
_FIPS = {"KOS": "KV", "PSE": "WE", "SSD": "OD", "SRB": "RI", "MNE": "MJ"}


def cow_numbers(facts: Path) -> dict[str, tuple[str, str]]:
    """ISO3 to COW number and letters."""
    text = (facts / "countryinfo/CountryInfo.120116.txt").read_bytes().decode("utf-8", "replace")
    found = {}
    for block in re.split(r"<Country>", text[text.index("<Doc>") :])[1:]:
        iso = re.search(r"<CountryCode>([A-Z]{3})", block)
        number = re.search(r"<COW-Numeric>(\d+)", block)
        alpha = re.search(r"<COW-Alpha>([A-Z]{3})", block)
        if iso and number and alpha and number[1] != "000":
            found[_OLD.get(iso[1], iso[1])] = (str(int(number[1])), alpha[1])
    return found | _COW


def iso_by_cow(facts: Path) -> dict[str, str]:
    """COW number to ISO3; of states that share a number, the one of today."""
    past = {"YUG", "DDR", "CSK", "SUN", "VDR", "YMD", "YMN"}
    found = {}
    for iso, (number, _) in sorted(cow_numbers(facts).items()):
        if number and (number not in found or iso not in past):
            found[number] = iso
    return found


def iso_by_gw(facts: Path) -> dict[str, str]:
    """Gleditsch-Ward number to ISO3."""
    found = dict(iso_by_cow(facts))
    found |= {number: iso for iso, number in _GW.items()}
    # Numbers of UCDP's place lists for states of the past, by today's country.
    found |= {"751": "IND", "680": "YEM", "678": "YEM", "340": "SRB", "345": "SRB", "315": "CZE", "816": "VNM", "817": "VNM"}
    return found


def code_lines(facts: Path, codes: dict[str, dict[str, str]]) -> list[str]:
    """Lines of codes.tsv: iso3, iso2, COW number, COW letters, GW number, FIPS, CAMEO."""
    cow = cow_numbers(facts)
    lines = []
    for iso in sorted(set(codes) | {"YUG", "DDR", "CSK", "SUN", "VDR", "YMD", "YMN"}):
        if not iso:
            continue
        facts_of = codes.get(iso, {})
        number, alpha = cow.get(iso, ("", ""))
        gw = _GW.get(iso, number)
        fips = _FIPS.get(iso) or facts_of.get("fips", "")
        fips = fips if re.fullmatch(r"[A-Z]{2}", fips) else ""
        lines.append("\t".join((iso, facts_of.get("iso2", ""), number, alpha, gw, fips, _CAMEO.get(iso, iso))))
    return lines
