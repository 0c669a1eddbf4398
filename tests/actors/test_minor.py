"""Minor persons and bodies of the table: how many, what is known of some, what must not be there, when they are meant."""

from __future__ import annotations

import re

import pytest

from dragoman.actors.lookup import lookup
from dragoman.actors.table import fold, load_table


@pytest.fixture(scope="module")
def table():
    return load_table()


def test_floors(table):
    rows = sum(len(entry.names) for entry in table)
    names = {fold(name.text) for entry in table for name in entry.names}
    assert len(table) >= 28000
    assert rows >= 61000
    assert len(names) >= 60000


@pytest.mark.parametrize(
    ("name", "country", "normal", "before", "inside", "after"),
    [
        ("Kapil Sibal", "IND", "minister", "2004-06-01", "2010-01-01", "2012-01-01"),
        ("Aristobulo Isturiz", "VEN", "education minister", None, "2005-05-05", "2007-06-01"),
        ("Beatrix Karl", "AUT", "minister", "2010-01-01", "2010-06-01", "2011-06-01"),
        ("Zhou Shengxian", "CHN", "minister", "2008-01-01", "2009-01-01", "2011-06-01"),
        ("Oleksandr Medvedko", "UKR", "prosecutor", "2006-01-01", "2008-01-01", "2011-01-01"),
        ("Obaidullah Ramin", "AFG", "agriculture minister", "2004-12-01", "2006-02-01", "2009-06-01"),
        ("Wilfred E. Jacobs", "ATG", "governor-general", "1980-01-01", "1990-01-01", "1994-01-01"),
    ],
)
def test_offices_and_their_dates(table, name, country, normal, before, inside, after):
    found = [e for e in table.candidates(name) if e.country == country and any(o.normal == normal for o in e.roles)]
    assert len(found) == 1
    entry = found[0]
    assert entry.role_on(inside).normal == normal
    assert entry.role_on(after) is None
    if before is not None:
        assert entry.role_on(before) is None


def test_no_minor_office_is_open(table):
    """The lists of governments end in 2011, the dictionaries in 2014: nobody whom only they have is still in office."""
    for entry in table:
        if entry.kind == "person" and not entry.known and entry.wikidata is None:
            assert all(office.valid_to is not None for office in entry.roles if office.rank >= 2), entry.id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Mohammad Hanif Atmar", "Mohammad Haneef Atmar"),
        ("Sergey Viktorovich Lavrov", "Sergei Lavrov"),
        ("Kofi Atta Annan", "Kofi Annan"),
        ("Anthony Norman Albanese", "Anthony Albanese"),
    ],
)
def test_spellings_are_the_known_persons(table, name, id):
    """A person of our own tables is not in the table a second time under a source's spelling."""
    found = table.candidates(name)
    assert [entry.name for entry in found] == [id]
    assert found[0].known


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Citrix Systems", "mnc", "USA"), ("Grupo Televisa", "mnc", "MEX"), ("Gerber Scientific", "mnc", "USA"),
        ("Marie Stopes International", "ngo", "NGO"), ("Haitian Movement for Rural Development", "ngo", "HTI"),
        ("Organisation of Eastern Caribbean States", "igo", "IGO"), ("Tupac Katari Guerrilla Army", "group", "BOL"),
    ],
)  # fmt: skip
def test_bodies(table, name, kind, country):
    entry = table.candidates(name)[0]
    assert (entry.kind, entry.country) == (kind, country)


@pytest.mark.parametrize(
    "phrase",
    [
        "troops", "Troops", "Police", "Rebels", "Foreign Minister", "FOREIGN_MINISTER", "Prime Minister", "Syrian Mujahideen", "Aid Workers",
        "UN Peacekeeper", "Non Government Organisation", "Northwestern", "New York and", "Progressive", "Gap", "Target", "Visa",
    ],
)  # fmt: skip
def test_no_common_phrase_is_a_name(table, phrase):
    """None came in with the firms, groups and officials; "police" and the like are sector nouns."""
    assert [e.id for e in table.candidates(phrase) if e.kind in ("person", "mnc", "ngo", "group")] == []


def test_no_title_in_a_minor_persons_name(table):
    title = re.compile(r"\b(?:minister|secretary|ambassador|spokesman|army|ministry|council|department)\b", re.IGNORECASE)
    for entry in table:
        if entry.kind == "person" and not entry.known and all(office.rank >= 2 for office in entry.roles):
            for name in entry.names:
                assert not title.search(name.text), (entry.id, name.text)
                assert name.form == "family" or " " in name.text or entry.name == name.text, (entry.id, name.text)


def test_known_persons_come_first():
    """The name of a minor person is a known one's too: the known one is meant."""
    assert lookup("Karzai", "2013-01-01")[0].name == "Hamid Karzai"
    assert lookup("Sergei Lavrov", "2015-01-01")[0].role == "foreign minister"


def test_spellings_lead_to_one_person(table):
    for one, two in (("Oleksandr Medvedko", "Aleksandr Medvedko"), ("Kamei Yoshiyuki", "Yoshiyuki Kamei"), ("Badr Shabab al-Azmi", "Badr al-Azmi")):
        assert table.candidates(one)[0].id == table.candidates(two)[0].id
