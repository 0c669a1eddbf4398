"""The gazetteer: that names lead where they should, and that it stays small and fast."""

from __future__ import annotations

import time
from importlib.resources import files

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.reading.gazetteer import Gazetteer, demonyms, fold, load_gazetteer, not_places

FIRST = (
    ("Tehran", "city", "IRN"),
    ("Kyiv", "city", "UKR"),
    ("Kiev", "city", "UKR"),
    ("Mosul", "city", "IRQ"),
    ("Basra", "city", "IRQ"),
    ("Raqqa", "city", "SYR"),
    ("al-Raqqa", "city", "SYR"),
    ("Ar Raqqah", "city", "SYR"),
    ("Dayr az Zawr", "city", "SYR"),
    ("Deir ez-Zor", "city", "SYR"),
    ("Deir al-Zour", "city", "SYR"),
    ("Kobani", "city", "SYR"),
    ("Qamishli", "city", "SYR"),
    ("Tikrit", "city", "IRQ"),
    ("Fallujah", "city", "IRQ"),
    ("Sana'a", "city", "YEM"),
    ("Sanaa", "city", "YEM"),
    ("Aden", "city", "YEM"),
    ("Hodeidah", "city", "YEM"),
    ("Benghazi", "city", "LBY"),
    ("Tripoli", "city", "LBY"),
    ("Khan Younis", "city", "PSE"),
    ("Gaza City", "city", "PSE"),
    ("Stepanakert", "city", "AZE"),
    ("Mekelle", "city", "ETH"),
    ("El Fasher", "city", "SDN"),
    ("Mecca", "city", "SAU"),
    ("Bombay", "city", "IND"),
    ("New York", "city", "USA"),
    ("Paris", "city", "FRA"),
    ("Ninewa", "admin1", "IRQ"),
    ("Helmand", "admin1", "AFG"),
    ("Rakhine", "admin1", "MMR"),
    ("Gaza Strip", "admin1", "PSE"),
    ("Crimea", "admin1", "UKR"),
    ("Chechnya", "admin1", "RUS"),
    ("U.S.", "country", "USA"),
    ("Türkiye", "country", "TUR"),
    ("Czech Republic", "country", "CZE"),
    ("Burma", "country", "MMR"),
    ("Côte d’Ivoire", "country", "CIV"),
    ("Georgia", "country", "GEO"),
    ("Kosovo", "country", "KOS"),
    ("Persian Gulf", "sea", None),
    ("Bab el-Mandeb", "strait", None),
    ("Strait of Hormuz", "strait", None),
    ("Suez Canal", "strait", "EGY"),
    ("Euphrates", "river", None),
    ("Incirlik Air Base", "base", "TUR"),
    ("Guantanamo Bay", "base", "CUB"),
    ("Donbas", "region", "UKR"),
    ("South Caucasus", "region", None),
    ("Golan Heights", "region", "SYR"),
    ("Nagorno-Karabakh", "region", "AZE"),
    ("Horn of Africa", "region", None),
    ("Darfur", "region", "SDN"),
    ("Sahel", "region", None),
)


@pytest.mark.parametrize(("name", "kind", "country"), FIRST)
def test_first_place_of_a_name(name, kind, country):
    found = load_gazetteer().lookup(name)
    assert found
    assert (found[0].kind, found[0].country) == (kind, country)
    assert found[0].lat is not None and found[0].lon is not None


def test_unknown_names_lead_nowhere():
    gazetteer = load_gazetteer()
    assert gazetteer.lookup("Qwxzzy") == []
    assert gazetteer.lookup("") == []
    assert gazetteer.lookup("\t") == []


def test_longest_match():
    gazetteer = load_gazetteer()
    end, found = gazetteer.longest_match(["to", "Deir", "ez", "-", "Zor", "city"], 1)
    assert end == 5 and found[0].country == "SYR"
    end, found = gazetteer.longest_match(["New", "York", "City", "Hall"], 0)
    assert end == 3
    assert gazetteer.longest_match(["qwxzzy"], 0) is None


def test_fold():
    assert fold("Şanlıurfa") == "sanliurfa"
    assert fold("Sana'a") == fold("Sana’a") == "sanaa"
    assert fold("Deir ez-Zor") == "deir ez zor"
    assert fold("U.S.") == "us"
    assert fold("İzmir") == "izmir"


def test_every_line_is_found_and_sound():
    gazetteer = load_gazetteer()
    lines = gazetteer._names.split(b"\n")
    assert lines == sorted(lines)
    for line in lines[:: len(lines) // 500]:
        key = line.split(b"\t")[0].decode()
        found = gazetteer.entries(key)
        assert found
        for entry in found:
            assert entry.kind in {
                "city", "admin1", "admin2", "country", "region", "sea", "river", "base", "strait", "facility"
            }  # fmt: skip
            assert entry.lat is None or -90 <= entry.lat <= 90
            assert entry.lon is None or -180 <= entry.lon <= 180


def test_small_tables():
    assert demonyms()["iranian"] == "IRN"
    assert "said" in not_places() and "mosul" not in not_places()


def test_small_and_fast():
    folder = files("dragoman").joinpath("data/gazetteer")
    packed = [folder.joinpath(name).read_bytes() for name in ("names.tsv.gz", "entries.tsv.gz")]
    assert sum(map(len, packed)) < 8_000_000
    load_gazetteer.cache_clear()
    begin = time.process_time()
    load_gazetteer()
    assert time.process_time() - begin < 1.5  # 0.2 s on a laptop


def test_bisection_on_tiny_tables():
    entries = b"A\tcity\tXXX\t\t1.0\t2.0\t3.0\t7\nB\tcity\tYYY\t\t\t\t2.0\t"
    second = entries.index(b"\n") + 1
    names = f"a\t00 {second}1\nab\t{second}0\nb\t00".encode()
    gazetteer = Gazetteer(names, entries)
    assert [e.name for e in gazetteer.lookup("a")] == ["A", "B"]
    assert [e.name for e in gazetteer.lookup("AB")] == ["B"]
    assert [e.geonames_id for e in gazetteer.lookup("b")] == [7]
    assert gazetteer.lookup("aa") == [] and gazetteer.lookup("c") == [] and gazetteer.lookup("A B") == []
    assert Gazetteer(b"", b"").lookup("a") == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30))
@example("𝔄")
def test_any_name(name):
    load_gazetteer().lookup(name)
    assert fold(fold(name)) == fold(name)
