"""The organs that every state has, and bodies by their own names, in the compiled table."""

from __future__ import annotations

import pytest

from dragoman.actors.lookup import lookup
from dragoman.actors.table import load_table


@pytest.fixture(scope="module")
def table():
    return load_table()


@pytest.mark.parametrize(
    ("names", "id", "sectors"),
    [
        (("Turkish Foreign Ministry", "Ministry of Foreign Affairs of Turkey", "Turkey's foreign ministry"), "TUR:foreign-ministry", ("GOV",)),
        (("Kenyan parliament", "Parliament of Kenya", "National Assembly of Kenya"), "KEN:parliament", ("LEG",)),
        (("Bundestag", "German parliament", "Germany's parliament"), "DEU:parliament", ("LEG",)),
        (("Bank of England", "British central bank", "Britain's central bank"), "GBR:central-bank", ("GOV",)),
        (("Philippine defense ministry", "Ministry of Defense of the Philippines"), "PHL:defence-ministry", ("MIL",)),
        (("Ugandan military", "Armed Forces of Uganda", "Uganda's armed forces"), "UGA:armed-forces", ("MIL",)),
        (("Kosovo police", "Kosovo's police"), "KOS:police", ("COP",)),
        (("Taiwanese navy", "Taiwan's navy"), "TWN:navy", ("MIL",)),
    ],
)  # fmt: skip
def test_names_of_an_organ_share_its_id(names, id, sectors):
    for name in names:
        actor = lookup(name, "2020-06-01")[0]
        assert (actor.id, actor.sectors) == (id, sectors), name


@pytest.mark.parametrize("id", ["AUT:navy", "CRI:army", "USA:prime-ministers-office", "GBR:presidency", "FRA:supreme-court"])
def test_no_organ_that_a_state_does_not_have(table, id):
    assert table.get(id) is None


@pytest.mark.parametrize("name", ["Ministry of Defence", "Foreign Ministry", "Parliament", "Navy", "Supreme Court"])
def test_no_generated_name_without_its_country(table, name):
    assert not [entry for entry in table.candidates(name) if entry.kind == "organ"]


def test_generated_names_need_a_capital(table):
    assert table.candidates("Polish navy")
    assert not table.candidates("polish navy")


@pytest.mark.parametrize(
    ("name", "country", "sectors"),
    [
        ("British Red Cross", "GBR", ("SOC", "MED")), ("Sasna Tsrer", "ARM", ("REB",)), ("UNTAC", "UNO", ("MIL",)),
        ("Carabineros", "CHL", ("COP",)), ("IG Metall", "DEU", ("LAB",)), ("Awami League", "BGD", ("PTY",)),
        ("Nepali Congress", "NPL", ("PTY",)), ("riot police officer", None, ("COP",)), ("striking nurses", None, ("LAB",)),
    ],
)  # fmt: skip
def test_bodies_and_nouns(name, country, sectors):
    actor = lookup(name, "2015-06-01")[0]
    assert (actor.country, actor.sectors) == (country, sectors)


@pytest.mark.parametrize(("name", "state"), [("TASS", True), ("Xinhua", True), ("BBC", False), ("Deutsche Welle", False), ("NPR", False)])
def test_media_that_a_state_controls(table, name, state):
    assert [entry.state_controlled for entry in table.candidates(name) if entry.kind == "media"][0] is state
