"""Mentions to actors in running text, with our model: names, offices on a date, demonyms, metonyms, sector nouns."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def mentions(coder):
    """mentions(text, published) -> {text of the mention: (name, country, sectors, role, via)}, the first of each text."""

    def run(text: str, published: str | None = "2021-11-15") -> dict[str, tuple]:
        out: dict[str, tuple] = {}
        for r in coder(text, published=published).records(("mentions",)):
            out.setdefault(r["text"], (r["name"], r["country"], " ".join(r["sectors"]), r["role"], r["via"]))
        return out

    return run


NAMES = [
    # text, published, mention, (name, country, sectors, role, via); None: not looked at
    ("Iran accused Israel.", "2021-11-15", "Iran", ("Iran", "IRN", "GOV", None, "name")),
    ("President Emmanuel Macron slept.", "2021-11-15", "President Emmanuel Macron", ("Emmanuel Macron", "FRA", "GOV", "president", "name")),
    ("Chancellor Angela Merkel slept.", "2021-11-15", "Chancellor Angela Merkel", ("Angela Merkel", "DEU", "GOV", "chancellor", "name")),
    ("Former Chancellor Angela Merkel slept.", "2022-06-01", "Former Chancellor Angela Merkel", ("Angela Merkel", "DEU", "ELI", None, "name")),
    ("Angela Merkel slept.", "2023-06-01", "Angela Merkel", ("Angela Merkel", "DEU", "ELI", None, "name")),
    ("Barack Obama slept.", "2014-06-01", "Barack Obama", ("Barack Obama", "USA", "GOV", "president", "name")),
    ("Barack Obama slept.", "2021-11-15", "Barack Obama", ("Barack Obama", "USA", "ELI", None, "name")),
    ("Foreign Minister Mevlut Cavusoglu slept.", "2021-11-15", "Foreign Minister Mevlut Cavusoglu", ("Mevlüt Çavuşoğlu", "TUR", "GOV", "foreign minister", "name")),
    ("The Taliban slept.", "2021-03-01", "Taliban", ("Taliban", "AFG", None, None, "name")),
    ("NATO met in Riga.", "2021-11-15", "NATO", ("NATO", "IGO", None, None, "name")),
    ("Hezbollah met Hamas.", "2021-11-15", "Hezbollah", ("Hezbollah", "LBN", None, None, "name")),
    ("The European Union met Serbia.", "2021-11-15", "European Union", ("European Union", "EUR", None, None, "name")),
    # a capital or a palace that stands for its government
    ("Beijing condemned Washington.", "2021-11-15", "Beijing", ("China", "CHN", "GOV", None, "metonym")),
    ("The Kremlin condemned Ankara.", "2021-11-15", "Ankara", ("Turkey", "TUR", "GOV", None, "metonym")),
    # peoples and adjectives
    ("Russian troops entered the city.", "2021-11-15", "Russian troops", (None, "RUS", "MIL", None, "noun")),
    ("Turkish police arrested a thief.", "2021-11-15", "Turkish police", (None, "TUR", "COP", None, "noun")),
    ("Two Canadian diplomats slept.", "2021-11-15", "Two Canadian diplomats", (None, "CAN", "GOV", None, "noun")),
    ("The Ethiopian government slept.", "2021-11-15", "Ethiopian government", (None, "ETH", "GOV", None, "noun")),
    ("Kenya's parliament met on Monday.", "2021-11-15", "Kenya's parliament", (None, "KEN", "LEG", None, None)),
    # nouns alone
    ("Rebels attacked the city.", "2021-11-15", "Rebels", (None, None, "REB", None, "noun")),
    ("Journalists criticized the mayor.", "2021-11-15", "Journalists", (None, None, "JRN", None, "noun")),
    ("Hamas fighters fled.", "2021-11-15", "Hamas fighters", ("Hamas", "PSE", None, None, "noun")),
    # offices without a name
    ("The French president slept.", "2021-11-15", "French president", ("Emmanuel Macron", "FRA", "GOV", "president", "noun")),
    ("The French president slept.", "2010-05-04", "French president", ("Nicolas Sarkozy", "FRA", "GOV", "president", "noun")),
    ("The president of Kenya slept.", "2021-11-15", "president of Kenya", ("Uhuru Kenyatta", "KEN", "GOV", "president", "noun")),
    ("The president of Kenya slept.", "2023-11-15", "president of Kenya", ("William Ruto", "KEN", "GOV", "president", "noun")),
    # persons whom the table does not know
    ("Estonian Culture Minister Juhan Tamme slept.", "2021-11-15", "Estonian Culture Minister Juhan Tamme", ("Juhan Tamme", "EST", "GOV", None, "name")),
]


@pytest.mark.parametrize(("text", "published", "mention", "expected"), NAMES, ids=[f"{t} {p}" for t, p, _, _ in NAMES])
def test_names_and_nouns(mentions, text: str, published: str, mention: str, expected: tuple) -> None:
    found = mentions(text, published)
    assert mention in found, found
    got = found[mention]
    exact = {4: expected[4]} if expected[4] is not None else {}
    for place in (0, 1, 2):
        if expected[place] is not None or (place == 1 and expected[0] is None and expected[1] is None):
            exact[place] = expected[place]
    if expected[3] is not None or expected[2] == "ELI":
        exact[3] = expected[3]
    assert {p: got[p] for p in exact} == exact


@pytest.mark.parametrize(
    ("text", "word"),
    [("Heavy rain fell on the roof.", "rain"), ("The decision angered nobody.", "decision"), ("The turkey was cold and the china broke.", "turkey"), ("The turkey was cold and the china broke.", "china")],
)
def test_what_is_nobody(mentions, text: str, word: str) -> None:
    assert [m for m in mentions(text) if word in m.lower()] == []


def test_without_a_date_nobody_holds_an_office(mentions) -> None:
    found = mentions("The French president met Angela Merkel.", None)
    assert found["French president"][0] != "Emmanuel Macron"
    assert found["French president"][1:3] == ("FRA", "GOV")
    assert found["Angela Merkel"][3] is None


def test_offices_of_the_events_own_date(code) -> None:
    (event,) = code("Angela Merkel criticized Iran in March 2015.", "2023-06-01")
    assert [(a["role"], a["sectors"]) for a in event["actors"]] == [("chancellor", ["GOV"])]
    (event,) = code("Angela Merkel criticized Iran.", "2023-06-01")
    assert [(a["role"], a["sectors"]) for a in event["actors"]] == [(None, ["ELI"])]


def test_an_office_alone_is_of_who_held_it_at_the_events_date(code) -> None:
    (event,) = code("The Iranian president criticized Israel in March 2010.", "2021-11-15")
    assert [(a["name"], a["role"]) for a in event["actors"]] == [("Mahmoud Ahmadinejad", "president")]
    (event,) = code("The Iranian president criticized Israel on Friday.", "2021-11-15")
    assert [a["name"] for a in event["actors"]] == ["Ebrahim Raisi"]


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Protesters sang in Moscow.", "Moscow", None),
        ("Moscow condemned the song.", "Moscow", "Russia"),
        ("Residents of Cairo sang.", "Cairo", None),
        ("Relations between Cairo and Doha are good.", "Cairo", "Egypt"),
        ("A fire broke out at the White House.", "White House", None),
        ("The White House condemned the song.", "White House", "White House"),
        ("Anger at Washington grew.", "Washington", "United States"),
    ],
)
def test_a_capital_where_something_is_is_nobody(mentions, text: str, word: str, actor: str | None) -> None:
    assert mentions(text).get(word, (None,))[0] == actor


def test_namesakes_of_countries_by_the_places_of_the_report(mentions) -> None:
    found = mentions("Georgia's governor signed a law in Atlanta. Voters in Savannah sang.")
    assert found["Georgia"][1] == "USA"
    found = mentions("Georgia's president signed a law in Tbilisi. Voters in Gori sang.")
    assert found["Georgia"][1] == "GEO"


def test_people_are_not_their_state(coder) -> None:
    records = coder("Thousands of Armenians marched.", published="2021-11-15").records(("mentions",))
    assert [(r["id"], r["country"], r["sectors"]) for r in records] == [(None, "ARM", ["CVL"])]


def test_a_short_name_is_the_person_named_before(mentions) -> None:
    found = mentions("Estonian Culture Minister Juhan Tamme criticized Russia. Tamme said that he was angry.")
    assert found["Tamme"][:3] == ("Juhan Tamme", "EST", "GOV")


def test_a_short_name_of_a_leader_needs_no_full_one(mentions) -> None:
    found = mentions("Erdogan criticized Macron.")
    assert (found["Erdogan"][0], found["Macron"][0]) == ("Recep Tayyip Erdoğan", "Emmanuel Macron")


def test_an_acronym_given_in_brackets(mentions) -> None:
    found = mentions("Kenya’s Coastal Dockers Union (CDU) went on strike. The CDU demanded higher wages.")
    assert "CDU" in found and found["CDU"][1] != "DEU", "not Germany's party"


def test_mentions_come_in_text_order_and_once(coder) -> None:
    records = coder("Iran met Iraq. Iran criticized Israel and Turkey.", published="2021-11-15").records(("mentions",))
    starts = [r["start"] for r in records]
    assert starts == sorted(starts) and len(set(starts)) == len(starts)
    assert [r["text"] for r in records] == ["Iran", "Iraq", "Iran", "Israel", "Turkey"]
    assert {r["article_id"] for r in records} == {records[0]["article_id"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indian and Pakistani troops exchanged fire.", [("Indian troops", "IND"), ("Pakistani troops", "PAK")]),
        ("The leaders of Serbia and Kosovo met.", [("leaders of Serbia", "SRB"), ("leaders of Kosovo", "KOS")]),
        ("British and EU negotiators held talks.", [("British negotiators", "GBR"), ("EU negotiators", "EUR")]),
        ("Turkish, Greek and Cypriot officials met.", [("Turkish officials", "TUR"), ("Greek officials", "GRC"), ("Cypriot officials", "CYP")]),
    ],
)
def test_a_plural_of_several_countries_is_one_actor_for_each(code, text: str, expected: list) -> None:
    assert [[(a["name"], a["country"]) for a in e["actors"]] for e in code(text)] == [expected]


def test_one_person_of_two_countries_is_one(code) -> None:
    assert all(len(e["actors"]) == 1 for e in code("A British and Irish lawyer condemned Iran."))
