"""Which of several actors of one name is meant: by date, and by what a report tells."""

from __future__ import annotations

import pytest

from dragoman.actors.lookup import lookup
from dragoman.actors.namesakes import ranked
from dragoman.actors.offices import described, office_holders
from dragoman.actors.table import Entry, Name, Office, load_table


def body(id: str, country: str | None, kind: str = "party", text: str = "Labour Party") -> tuple[Entry, Name]:
    name = Name(text, "name")
    return Entry(id, text, kind, country, ("PTY",), (name,)), name


def person(id: str, text: str, offices: tuple[Office, ...] = (), country: str = "GBR", known: bool = True) -> tuple[Entry, Name]:
    name = Name(text.split()[-1], "family", 1)
    return Entry(id, text, "person", country, (), (Name(text, "name"), name), offices, known=known), name


def first(found, on=None, **evidence) -> str:
    return ranked(found, on, **evidence)[0][0].id


def test_the_countries_of_the_report_choose_between_bodies() -> None:
    parties = [body("a", "GBR"), body("b", "NZL"), body("c", "NGA")]
    assert first(parties) == "a"
    assert first(parties, countries={"NZL": 2}) == "b"
    assert first(parties, countries={"NZL": 1, "NGA": 3}) == "c"
    assert first(parties, countries={"NZL": 3}, of_country="NGA") == "c"


def test_a_person_named_before_is_meant_again() -> None:
    people = [person("a", "Joe Biden", (Office("president", "president", "2021-01", "2025-01", ("GOV",), 0),)), person("b", "Hunter Biden")]
    assert first(people, "2021-11-15") == "a"
    assert first(people, "2021-11-15", called={"b"}) == "b"


def test_the_models_label_counts_before_the_table() -> None:
    country = Entry("JOR", "Jordan", "country", "JOR", ("GOV",), (Name("Jordan", "name", 1),))
    found = [(country, country.names[0]), person("p", "Jim Jordan", country="USA")]
    assert first(found) == "JOR"
    assert first(found, label="PERSON") == "p"
    assert first(found, label="LOC") == "JOR"


def test_ids_settle_what_is_left_whatever_the_order() -> None:
    found = [body("b", None), body("a", None)]
    assert [e.id for e, _ in ranked(found, None)] == [e.id for e, _ in ranked(found[::-1], None)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "on", "id"),
    [
        ("Moscow", "1985-03-11", "SUN"), ("Moscow", "1992-03-11", "RUS"), ("Moscow", None, "RUS"),
        ("the Kremlin", "1989-06-05", "SUN"), ("Prague", "1990-01-02", "CSK"), ("Prague", "1993-02-01", "CZE"),
        ("Belgrade", "1999-04-10", "YUG"), ("Belgrade", "2021-11-15", "SRB"), ("Bonn", "1987-09-07", "DEU"),
        ("Saigon", "1975-04-10", "VDR"), ("Hanoi", "1970-01-01", "VNN"), ("Hanoi", "1990-01-01", "VNM"),
        ("Sanaa", "1985-02-04", "YMN"), ("Sanaa", "2015-01-01", "YEM"), ("East Berlin", "1988-01-01", "DDR"),
    ],
)  # fmt: skip
def test_a_capital_stands_for_the_state_of_its_time(name: str, on: str | None, id: str) -> None:
    assert lookup(name, on)[0].id == id


def test_a_body_of_a_country_has_one_id() -> None:
    table = load_table()
    ids = {lookup(text)[0].id for text in ("Turkish police", "Turkey's police", "the police of Turkey")}
    assert ids == {"TUR:police"}
    made = described(table, table.get("TUR"), table.noun("police"))
    assert (made.country, made.sectors) == ("TUR", ("COP",))
    assert described(table, table.get("TUR"), table.noun("government")).id == "TUR"
    # persons and crowds are many
    assert described(table, table.get("TUR"), table.noun("journalist")).id is None
    assert described(table, table.get("TUR"), table.noun("students")).id is None


def test_leaders_of_states_of_the_past() -> None:
    table = load_table()
    leader = table.role("leader")

    def who(place: str, on: str) -> list[str]:
        return [e.name for e, _ in office_holders(table, table.get(place), leader, on)]

    assert who("SUN", "1987-01-01") == ["Mikhail Gorbachev"]
    assert "Helmut Kohl" not in who("DDR", "1987-01-01"), "the other Germany's"
