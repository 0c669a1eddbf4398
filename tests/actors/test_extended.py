"""A user's actors over a table: what wins, what changes, what stays as it was, and what it costs."""

from __future__ import annotations

import pickle
import time

import pytest

from dragoman.actors.extended import Change, ExtendedTable
from dragoman.actors.lookup import lookup
from dragoman.actors.table import Name, Office, fold, load_table


@pytest.fixture(scope="module")
def base():
    return load_table()


def named(*texts: str, form: str = "alias", case: int = 0) -> tuple[tuple[str, Name], ...]:
    return tuple((fold(t), Name(t, form, case)) for t in texts)


def group(id: str, *texts: str, **more) -> Change:
    return Change(id, texts[0], named(*texts), kind="group", **more)


def ids(table, name: str) -> list[str]:
    return [e.id for e in table.candidates(name)]


def test_a_new_actor_is_found_everywhere(base) -> None:
    table = ExtendedTable(base, [group("own:x", "Blue Lantern Brigade of the Upper Valley", "BLB", country="KEN", sectors=("REB",))])
    assert len(table) == len(base) + 1
    assert table.get("own:x").country == "KEN"
    assert ids(table, "blue lantern brigade of the upper valley") == ids(table, "BLB")[:1] == ["own:x"]
    assert table.longest_match(["the", "Blue", "Lantern", "Brigade", "of", "the", "Upper", "Valley", "said"], 1)[0] == 7
    assert [e.id for e in table][-1] == "own:x"
    assert base.longest_match(["Blue", "Lantern", "Brigade"], 0) is None and base.get("own:x") is None


def test_a_longer_name_than_any_with_its_first_word(base) -> None:
    text = "United Front of " + " ".join(f"Word{n}" for n in range(20))
    table = ExtendedTable(base, [group("own:x", text)])
    assert table.longest_match(text.split(), 0)[0] == 23
    assert table.longest_match(["United", "States"], 0)[1][0].id == "USA"


def test_a_name_of_the_user_wins_and_the_table_keeps_its_own(base) -> None:
    assert ids(base, "Taliban") and "own:x" not in ids(base, "Taliban")
    table = ExtendedTable(base, [group("own:x", "Taliban", sectors=("SOC",))])
    assert ids(table, "Taliban") == ["own:x"]
    assert [a.id for a in lookup("Taliban", "2021-11-15", table)] == ["own:x"]
    assert "own:x" not in ids(base, "Taliban"), "the table beneath is never changed"


def test_a_name_that_does_not_fit_as_written_does_not_win(base) -> None:
    table = ExtendedTable(base, [Change("own:x", "IRAN", named("IRAN", case=2), kind="group")])
    assert ids(table, "Iran") == ids(base, "Iran") and ids(table, "IRAN") == ["own:x"]


def test_dates_of_an_actor_bound_where_it_wins(base) -> None:
    table = ExtendedTable(base, [group("own:x", "Taliban", valid_from="2010", valid_to="2012-06")])
    for date, wins in (("2009-12-31", False), ("2010-01-01", True), ("2012-06-30", True), ("2012-07-01", False), (None, True)):
        assert (ids(table.on(date), "Taliban") == ["own:x"]) is wins, date
        assert ("own:x" in ids(table.on(date), "Taliban")) is wins, date
    assert table.on(None) is table
    alone = ExtendedTable(base, [group("own:y", "Zzyzx Front", valid_to="2012")])
    assert ids(alone.on("2020-01-01"), "Zzyzx Front") == ["own:y"], "nobody else is called so"


def test_a_family_name_that_nobody_gave_wins_over_none(base) -> None:
    names = (*named("Ann Merkel", form="name"), *named("Merkel", form="family", case=1))
    table = ExtendedTable(base, [Change("own:ann", "Ann Merkel", names, kind="person", derived=frozenset({"Merkel"}))])
    assert set(ids(base, "Merkel")) | {"own:ann"} == set(ids(table, "Merkel"))
    given = ExtendedTable(base, [Change("own:ann", "Ann Merkel", names, kind="person")])
    assert ids(given, "Merkel") == ["own:ann"]


def test_what_is_given_takes_the_place_of_what_was(base) -> None:
    old = base.get("IRN")
    table = ExtendedTable(base, [Change("IRN", "Persia", named("Persia", "Land of Roses"), dropped=(fold("Islamic Republic of Iran"),), wikidata="Q1")])
    new = table.get("IRN")
    assert (new.name, new.kind, new.country, new.sectors, new.wikidata) == (old.name, old.kind, old.country, old.sectors, "Q1")
    assert ids(table, "Land of Roses") == ids(table, "Iran") == ids(table, "Iranians") == ["IRN"]
    assert ids(table, "Islamic Republic of Iran") == [] and ids(base, "Islamic Republic of Iran") == ["IRN"]
    assert base.get("IRN") is old
    for name in new.names:
        assert new in table.candidates(name.text), name


def test_a_name_that_differs_in_how_it_is_written_is_one_more(base) -> None:
    who = next(e for e in base.candidates("WHO") if any(n.text == "WHO" and n.case == 2 for n in e.names))
    table = ExtendedTable(base, [Change(who.id, "", named("WhO", case=2))])
    assert who.id in ids(table, "WhO") and who.id in ids(table, "WHO") and ids(base, "WhO") == []
    assert len(ExtendedTable(base, [Change(who.id, "", named("WHO", case=2))]).get(who.id).names) == len(who.names)


def test_an_entry_made_afresh_has_its_new_names_and_offices_only(base) -> None:
    office = Office("mayor", "mayor", "2020", None, ("GOV",), 2)
    table = ExtendedTable(base, [Change("Q207", "Dubya", named("Dubya"), offices=(office,), afresh=True)])
    entry = table.get("Q207")
    assert (entry.name, [n.text for n in entry.names], entry.roles, entry.country) == ("Dubya", ["Dubya"], (office,), "USA")
    assert "Q207" not in ids(table, "George W. Bush") and "Q207" in ids(base, "George W. Bush")


def test_an_office_takes_the_place_of_the_same_office_at_the_same_time(base) -> None:
    office = Office("president", "president", "2001", "2008", ("GOV",), 0)
    other = Office("lecturer", "lecturer", "2010", None, ("EDU",), 3)
    roles = ExtendedTable(base, [Change("Q207", "", offices=(office, other))]).get("Q207").roles
    assert [o for o in roles if o.normal == "president"] == [office] and other in roles
    later = Office("president", "president", "2030", None, ("GOV",), 0)
    assert len([o for o in ExtendedTable(base, [Change("Q207", "", offices=(later,))]).get("Q207").roles if o.normal == "president"]) == 2


def test_the_users_holder_of_an_office_comes_first(base) -> None:
    office = Office("foreign minister", "foreign minister", "2010", None, ("GOV",), 1)
    table = ExtendedTable(base, [Change("own:m", "Jane Roe", named("Jane Roe"), kind="person", country="TUR", offices=(office,))])
    assert table.holder("TUR", "foreign minister", "2021-11-15").id == "own:m"
    assert table.holder("TUR", "foreign minister", "2009-11-15").id == base.holder("TUR", "foreign minister", "2009-11-15").id
    assert base.holder("TUR", "foreign minister", "2021-11-15").name == "Mevlüt Çavuşoğlu"


def test_one_over_another(base) -> None:
    one = ExtendedTable(base, [group("own:x", "Zzyzx Front", country="KEN"), group("own:y", "Yyzzx Front")], "one 1")
    two = ExtendedTable(one, [Change("own:x", "Zzyzx", named("Zzyzx Army"), country="UGA"), group("own:z", "Yyzzx Front")], "two 2")
    assert two.label == "one 1; two 2" and (one.get("own:x").country, two.get("own:x").country) == ("KEN", "UGA")
    assert ids(two, "Zzyzx Front") == ids(two, "Zzyzx Army") == ["own:x"] and ids(one, "Zzyzx Army") == []
    assert ids(two, "Yyzzx Front") == ["own:z", "own:y"]


def test_it_travels_to_other_processes_without_the_shipped_table(base) -> None:
    table = ExtendedTable(ExtendedTable(base, [group("own:x", "Zzyzx Front")], "a 1"), [group("own:y", "Yyzzx Front")], "b 2")
    data = pickle.dumps(table)
    assert len(data) < 5000
    again = pickle.loads(data)
    assert (again.label, ids(again, "Zzyzx Front"), ids(again, "Yyzzx Front"), len(again)) == ("a 1; b 2", ["own:x"], ["own:y"], len(table))


def test_five_thousand_actors_are_laid_over_it_quickly(base) -> None:
    changes = [Change(f"own:{n}", f"Lantern{n} Front", named(f"Lantern{n} Front", f"LF{n}"), kind="group", country="KEN", sectors=("REB",)) for n in range(5000)]
    ExtendedTable(base, changes)
    best = 9.0
    for _ in range(8):
        began = time.process_time()  # its own time: a busy machine is no slower table
        table = ExtendedTable(base, changes)
        best = min(best, time.process_time() - began)
        if best < 0.05:
            break
    assert best < 0.05
    assert ids(table, "Lantern4999 Front") == ["own:4999"] and table.longest_match(["LF17", "said"], 0)[0] == 1
