"""Country codes with the years in which they are valid, and CAMEO codes of actors."""

from __future__ import annotations

import pytest

from dragoman.actors import codes
from dragoman.actors.codes import cameo_actor, from_cow, from_fips, from_gw, from_iso2, from_iso3
from dragoman.actors.table import load_table


@pytest.mark.parametrize(
    ("number", "on", "id"),
    [
        (2, None, "USA"), (200, None, "GBR"), (255, None, "DEU"), (255, "1938-01-01", "DEU"), (255, "1975-01-01", None), (255, "1990-10-03", "DEU"),
        (260, "1975-01-01", "DEU"), (260, "1990-10-02", "DEU"), (260, "1990-10-03", None), (265, "1980-01-01", "DDR"), (265, "1991-01-01", None),
        (315, "1985-01-01", "CSK"), (315, "1993-01-01", None), (316, None, "CZE"), (317, "1993-01-01", "SVK"), (316, "1992-06-01", None),
        (345, None, "SRB"), (345, "1985-01-01", "YUG"), (345, "2004-06-01", "YUG"), (345, "2007-01-01", "SRB"), (341, "2005-01-01", None),
        (341, "2006-07-01", "MNE"), (347, "2007-12-31", None), (347, "2008-03-01", "KOS"), (365, None, "RUS"), (365, "1985-01-01", "SUN"),
        (365, "1992-01-01", "RUS"), (369, "1990-01-01", None), (369, "2000-01-01", "UKR"), (366, "1930-01-01", "EST"), (366, "1970-01-01", None),
        (490, "1985-01-01", "COD"), (484, None, "COG"), (510, None, "TZA"), (530, "1980-01-01", "ETH"), (531, "1992-01-01", None), (531, "1994-01-01", "ERI"),
        (625, "2000-01-01", "SDN"), (626, "2011-07-08", None), (626, "2011-07-09", "SSD"), (678, "1985-01-01", "YMN"), (679, "1985-01-01", None),
        (679, None, "YEM"), (679, "1990-05-22", "YEM"), (680, "1970-01-01", "YMD"), (680, "1990-05-22", None), (652, "1959-06-01", None), (652, "1970-01-01", "SYR"),
        (690, "1990-12-01", None), (690, "1995-01-01", "KWT"), (731, None, "PRK"), (732, None, "KOR"), (740, "1948-01-01", None), (771, "1971-06-01", None),
        (771, "1972-06-01", "BGD"), (770, "1960-01-01", "PAK"), (775, "1985-01-01", "MMR"), (816, None, "VNM"), (816, "1960-01-01", "VNN"), (817, "1970-01-01", "VDR"),
        (817, "1976-01-01", None), (860, "2001-01-01", None), (860, "2003-01-01", "TLS"), (713, None, "TWN"), (305, "1945-01-01", None), (232, "1992-01-01", None),
        (232, "1994-01-01", "AND"), (946, "1998-01-01", None), (946, "2000-01-01", "KIR"), (955, "1999-12-01", "TON"), (990, "1977-01-01", "WSM"), (9999, None, None),
    ],
)  # fmt: skip
def test_correlates_of_war(number: int, on: str | None, id: str | None) -> None:
    assert from_cow(number, on) == id
    if id is not None:
        assert codes.codes(id, on).cow == number


@pytest.mark.parametrize(
    ("number", "on", "id"),
    [
        (260, None, "DEU"), (260, "1995-01-01", "DEU"), (255, None, "DEU"), (255, "1995-01-01", None), (265, "1989-01-01", "DDR"), (340, None, "SRB"), (340, "2005-01-01", None),
        (340, "2010-01-01", "SRB"), (345, "2000-01-01", "YUG"), (345, "2007-01-01", None), (678, None, "YEM"), (678, "2000-01-01", "YEM"), (678, "1985-01-01", "YMN"), (679, None, None),
        (680, "1985-01-01", "YMD"), (816, "2000-01-01", "VNM"), (817, "1970-01-01", "VDR"), (970, None, "KIR"), (971, None, "NRU"), (972, None, "TON"), (973, None, "TUV"),
        (970, "1985-01-01", "KIR"), (732, "1948-12-01", "KOR"), (690, "1990-12-01", "KWT"), (652, "1959-06-01", None), (990, "1970-01-01", "WSM"), (626, "2012-01-01", "SSD"), (365, "1970-01-01", "SUN"),
    ],
)  # fmt: skip
def test_gleditsch_and_ward(number: int, on: str | None, id: str | None) -> None:
    assert from_gw(number, on) == id


@pytest.mark.parametrize(
    ("id", "on", "iso3", "iso2"),
    [
        ("ROU", "2001-06-01", "ROM", "RO"), ("ROU", "2002-06-01", "ROU", "RO"), ("ROU", None, "ROU", "RO"), ("COD", "1990-01-01", "ZAR", "ZR"), ("COD", "1998-01-01", "COD", "CD"),
        ("MMR", "1985-01-01", "BUR", "BU"), ("MMR", "1990-01-01", "MMR", "MM"), ("TLS", "2001-01-01", "TMP", "TP"), ("TLS", None, "TLS", "TL"), ("YUG", "1999-01-01", "YUG", "YU"),
        ("YUG", "2004-01-01", "SCG", "CS"), ("YUG", None, "SCG", "CS"), ("SRB", "2004-01-01", None, None), ("SRB", None, "SRB", "RS"), ("CSK", None, "CSK", "CS"), ("BFA", "1980-01-01", "HVO", "HV"),
        ("BEN", "1976-01-01", "DHY", "DY"), ("ZWE", "1979-01-01", "RHO", "RH"), ("BLR", "1990-01-01", "BYS", "BY"), ("YMN", "1985-01-01", "YEM", "YE"), ("YEM", None, "YEM", "YE"),
        ("KOS", None, "XKX", "XK"), ("DDR", "1980-01-01", "DDR", "DD"), ("SUN", "1980-01-01", "SUN", "SU"), ("SSD", "2005-01-01", None, None), ("VNM", "1990-01-01", "VNM", "VN"), ("VNN", "1970-01-01", "VDR", "VD"), ("EST", "1980-01-01", None, None),
    ],
)  # fmt: skip
def test_iso_3166(id: str, on: str | None, iso3: str | None, iso2: str | None) -> None:
    found = codes.codes(id, on)
    assert (found.id, found.iso3, found.iso2) == (id, iso3, iso2)


@pytest.mark.parametrize(
    ("code", "on", "id"),
    [
        ("ZAR", None, "COD"), ("ROM", None, "ROU"), ("BUR", None, "MMR"), ("TMP", None, "TLS"), ("SCG", None, "YUG"), ("YEM", None, "YEM"), ("YEM", "1985-01-01", "YMN"), ("VNM", None, "VNM"), ("VDR", None, "VNN"),
        ("XKX", None, "KOS"), ("KOS", None, "KOS"), ("ZAR", "2000-01-01", None), ("DEU", "1950-01-01", "DEU"), ("ZZZ", None, None),
    ],
)  # fmt: skip
def test_from_iso3(code: str, on: str | None, id: str | None) -> None:
    assert from_iso3(code, on) == id


@pytest.mark.parametrize(
    ("code", "on", "id"), [("CS", "1980-01-01", "CSK"), ("CS", "2004-01-01", "YUG"), ("CS", None, "YUG"), ("DD", "1980-01-01", "DDR"), ("AI", None, "AIA"), ("AI", "1970-01-01", "AIA")]
)
def test_from_iso2_of_codes_used_twice(code: str, on: str | None, id: str) -> None:
    # AI was French Afars and Issas before 1977; Anguilla has it since 1985: a code without a start of its own is read as today's
    assert from_iso2(code, on) == id


@pytest.mark.parametrize(
    ("code", "on", "id"),
    [("GM", None, "DEU"), ("GE", "1980-01-01", "DEU"), ("GC", "1980-01-01", "DDR"), ("UR", "1980-01-01", "SUN"), ("RS", "2000-01-01", "RUS"), ("CZ", "1980-01-01", "CSK"), ("EZ", None, "CZE"),
     ("YS", "1980-01-01", "YMD"), ("YM", None, "YEM"), ("OD", None, "SSD"), ("YI", None, "SRB"), ("YI", "2005-01-01", "YUG"), ("WE", None, "PSE"), ("GZ", None, "PSE")],
)  # fmt: skip
def test_fips(code: str, on: str | None, id: str) -> None:
    assert from_fips(code, on) == id


@pytest.mark.parametrize("id", ["VAT", "PSE", "HKG", "ESH", "GRL", "COK"])
def test_neither_list_has_them(id: str) -> None:
    assert (codes.codes(id).cow, codes.codes(id).gw, codes.codes(id).cow_alpha) == (None, None, None)


@pytest.mark.parametrize("number", range(1, 1000))
def test_one_state_at_a_time_has_a_number(number: int) -> None:
    for system in ("cow", "gw"):
        spans = codes._back(system).get(str(number), [])
        for day in [f"{year}-07-01" for year in range(1950, 2026)] if len(spans) > 1 else []:
            assert sum(codes.within(day, from_, to) for _, from_, to in spans) <= 1, (system, number, day)


def test_every_number_leads_back_and_letters_are_one_states() -> None:
    letters: dict[str, set[str]] = {}
    for id in codes._table():
        today = codes.codes(id)
        if today.cow is not None:
            assert id in [each for each, *_ in codes._back("cow")[str(today.cow)]]
            letters.setdefault(today.cow_alpha, set()).add(id)
    shared = {alpha: ids for alpha, ids in letters.items() if len(ids) > 1}
    assert shared == {"RUS": {"RUS", "SUN"}, "YUG": {"SRB", "YUG"}, "DRV": {"VNM", "VNN"}}


def test_how_many_states_there_were() -> None:
    """The number of members of the COW state system in some years, as its list has them."""
    members = {year: sum(codes.codes(id, f"{year}-12-31").cow is not None for id in codes._table()) for year in (1992, 2000, 2012, 2016)}
    assert members[2012] == members[2016] == 195
    assert members[1992] < members[2000] < members[2012]


def test_countries_of_the_table_have_codes() -> None:
    without = [e.id for e in load_table() if e.kind == "country" and len(e.id) == 3 and codes.codes(e.id) is None]
    assert without == ["UAR"], "the union of Egypt and Syria is Egypt in all lists"
    assert codes.codes("UNO") is None and codes.codes("d:abkhazia") is None


@pytest.mark.parametrize(
    ("country", "sectors", "kind", "code"),
    [
        ("TUR", ("GOV",), "organ", "TURGOV"), ("IRN", ("MIL",), "organ", "IRNMIL"), ("UNO", ("GOV",), "igo", "IGOUNOGOV"), ("UNO", (), "igo", "IGOUNO"), ("SYR", ("REB",), "group", "SYRREB"),
        ("TUR", ("GOV",), "country", "TUR"), ("ROU", ("COP",), "organ", "ROMCOP"), ("KOS", ("LEG",), "organ", "KSVLEG"), ("TLS", ("GOV",), None, "TMPGOV"), ("USA", ("GOV", "MIL"), "person", "USAGOVMIL"),
        ("GBR", ("JRN",), "media", "GBRMED"), ("KEN", ("MED",), "organ", "KENHLH"), ("COL", ("AGR", "CVL"), None, "COLAGRCVL"), ("EUR", (), "igo", "IGOEUREEC"), ("IGO", (), "igo", "IGO"), ("NGO", ("SOC",), "ngo", "NGO"),
        ("GBR", ("SOC",), "ngo", "NGOGBR"), ("USA", ("BUS",), "mnc", "MNCUSA"), ("MNC", ("BUS",), "mnc", "MNC"), ("IMG", ("REB",), "group", "IMGREB"), ("ISM", (), None, "NGM"), ("GEO", ("GOV", "PRE"), None, "GEOGOV"),
        ("FRA", ("ELI",), "person", "FRAELI"), ("ITA", ("PTY", "OPP"), "party", "ITAPTYOPP"), (None, ("REB",), None, "REB"), (None, (), None, ""), ("ZZZ", ("GOV",), None, "GOV"), ("IRQ", ("PRM",), "group", "IRQUAF"),
        ("ETH", ("UNK",), None, "ETH"), ("PSE", ("REF",), None, "PSEREF"), ("MEX", ("GOV", "MIL", "COP", "SPY"), None, "MEXGOVMILCOP"), ("EGY", ("REL",), "religious", "EGYREL"),
    ],
)  # fmt: skip
def test_cameo_actor(country, sectors, kind, code) -> None:
    assert cameo_actor(country, sectors, kind) == code
