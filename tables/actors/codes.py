"""Compiles codes.tsv: ISO3 to ISO2, COW, GW, FIPS and CAMEO codes, with the time in which each is valid."""

from __future__ import annotations

import re
from pathlib import Path

from handwritten import rows

# CountryInfo's codes that are not ISO's.
_OLD = {"TMP": "TLS", "KSV": "KOS"}
# CAMEO kept codes that ISO has since changed.
_CAMEO = {"ROU": "ROM", "TLS": "TMP", "KOS": "KSV"}
_FIPS = {"PSE": "WE"}
# CountryInfo has the number of Congo-Kinshasa for Congo-Brazzaville, and that of Papua New Guinea for Guinea.
_MISTAKEN = ("COG", "GIN")
PAST = ("YUG", "DDR", "CSK", "SUN", "VDR", "VNN", "YMD", "YMN")
_SPAN = re.compile(r"(?P<code>\S+) (?P<from>[\d-]*)\.\.(?P<to>[\d-]*)")
Span = tuple[str, str, str]  # code, from, to


def spans_of_years() -> dict[tuple[str, str], list[Span]]:
    """code_years.tsv: (id, system) to its codes with their time; GW as COW where only COW has a line."""
    found: dict[tuple[str, str], list[Span]] = {}
    for id, system, cell in rows("code_years.tsv", 3):
        spans = []
        for part in cell.split(", "):
            match = _SPAN.fullmatch(part)
            if match is None or (id, system) in found:
                raise ValueError(f"code_years.tsv: cannot read {id} {system}: {part!r}")
            spans.append((match["code"], match["from"], match["to"]))
        found[id, system] = spans
    for (id, system), spans in list(found.items()):
        if system == "cow" and (id, "gw") not in found:
            # Gleditsch and Ward are told from 1946 on; their list does not end where an occupation begins.
            code, from_, to = spans[-1][0].partition("/")[0], spans[0][1], spans[-1][2]
            start = from_ if from_ > "1946" else spans[-1][1] if len(spans) > 1 and spans[-1][1] >= "1956" else ""
            found[id, "gw"] = [(code, start, to)]
    return found


def cow_numbers(facts: Path) -> dict[str, str]:
    """ISO3 to COW number as CountryInfo has them, which code_years.tsv is held against."""
    text = (facts / "countryinfo/CountryInfo.120116.txt").read_bytes().decode("utf-8", "replace")
    found = {}
    for block in re.split(r"<Country>", text[text.index("<Doc>") :])[1:]:
        iso = re.search(r"<CountryCode>([A-Z]{3})", block)
        number = re.search(r"<COW-Numeric>(\d+)", block)
        if iso and number and number[1] != "000":
            found[_OLD.get(iso[1], iso[1])] = str(int(number[1]))
    return found


def _iso_by(system: str) -> dict[str, str]:
    """Number to ISO3; of states that share a number, the one of today."""
    found: dict[str, str] = {}
    for (id, of), spans in sorted(spans_of_years().items()):
        for code, _, to in spans if of == system else ():
            number = code.partition("/")[0]
            if number not in found or (not to and id not in PAST):
                found[number] = id
    return found


def iso_by_cow() -> dict[str, str]:
    """COW number to ISO3."""
    return _iso_by("cow")


def iso_by_gw() -> dict[str, str]:
    """Gleditsch-Ward number to ISO3; UCDP's place lists name states of the past, which are today's countries' here."""
    today = {"751": "IND", "680": "YEM", "678": "YEM", "340": "SRB", "345": "SRB", "315": "CZE", "816": "VNM", "817": "VNM"}
    return iso_by_cow() | _iso_by("gw") | today


def code_lines(facts: Path, codes: dict[str, dict[str, str]]) -> list[str]:
    """Lines of codes.tsv: id, system, code, from, to; in one system the last is that of today, or the last there was."""
    years = spans_of_years()
    unknown = {id for id, _ in years} - set(codes) - set(PAST)
    if unknown:
        raise ValueError(f"code_years.tsv: no country {sorted(unknown)}")
    for id, number in sorted(cow_numbers(facts).items()):
        if id not in _MISTAKEN and number not in [code.partition("/")[0] for code, *_ in years.get((id, "cow"), ())]:
            raise ValueError(f"code_years.tsv: CountryInfo has COW number {number} for {id}, ours are {years.get((id, 'cow'))}")
    lines = []
    for id in sorted({*codes, *PAST} - {""}):
        facts_of = codes.get(id, {})
        fips = _FIPS.get(id) or facts_of.get("fips", "")
        plain = {"iso3": id, "iso2": facts_of.get("iso2", ""), "fips": fips if re.fullmatch(r"[A-Z]{2}", fips) else "", "cameo": _CAMEO.get(id, id)}
        came = years.get((id, "iso3"), ())
        if len(came) == 1 and plain["iso2"]:  # both of ISO's codes came with the state
            years.setdefault((id, "iso2"), [(plain["iso2"], *came[0][1:])])
        for system in ("iso3", "iso2", "cow", "gw", "fips", "cameo"):
            spans = years.get((id, system)) or ([(plain[system], "", "")] if plain.get(system) else [])
            lines += ["\t".join((id, system, *span)) for span in spans]
    return lines
