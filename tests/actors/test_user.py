"""A user's own actors: every column, what is wrong with a row, and several files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.lookup import lookup
from dragoman.actors.table import fold, load_table
from dragoman.actors.user import KINDS, SECTORS, read_own, with_own
from dragoman.errors import ActorsError

HEAD = "name,names,family,kind,country,sectors,role,from,to,id,valid_from,valid_to,wikidata,replace\n"


def read(folder: Path, text: str, name: str = "mine.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_own(path)


def rows(folder: Path, *lines: str):
    return read(folder, HEAD + "".join(line + "\n" for line in lines))


def table(folder: Path, *lines: str):
    own = rows(folder, *lines)
    assert own.problems == ()
    return with_own([folder / "mine.csv"])[0]


def test_every_column(tmp_path: Path) -> None:
    got = table(
        tmp_path,
        "Ann Njoroge,A. Njoroge;Anna Njoroge,Njoroge,person,Kenya,GOV,foreign minister,2019-03,2021-05-30,,1970,,Q123,",
        "Ann Njoroge,,,,,MIL,defence minister,2021-06,,,,,,",
    )
    entry = got.get("own:ann-njoroge")
    assert (entry.name, entry.kind, entry.country, entry.sectors, entry.wikidata, entry.valid_from, entry.known) == ("Ann Njoroge", "person", "KEN", ("GOV",), "Q123", "1970", True)
    assert [(o.text, o.normal, o.valid_from, o.valid_to, o.sectors, o.rank) for o in entry.roles] == [
        ("foreign minister", "foreign minister", "2019-03", "2021-05-30", ("GOV",), 1), ("defence minister", "defence minister", "2021-06", None, ("MIL",), 1),
    ]  # fmt: skip
    assert [(n.text, n.form) for n in entry.names] == [("Ann Njoroge", "name"), ("A. Njoroge", "alias"), ("Anna Njoroge", "alias"), ("Njoroge", "family")]
    assert [(a.id, a.role, a.sectors) for a in lookup("Njoroge", "2020-01-01", got)] == [("own:ann-njoroge", "foreign minister", ("GOV",))]
    assert lookup("Kenyan defence minister", "2022-01-01", got)[0].id == "own:ann-njoroge"


@pytest.mark.parametrize(
    ("cell", "case", "form", "text"),
    [("Zeta", 1, "alias", "Zeta"), ("ZET", 2, "acronym", "ZET"), ("ZETAS", 1, "acronym", "ZETAS"), ("Zeta Front", 0, "alias", "Zeta Front"), ("Zeta Front!", 2, "alias", "Zeta Front"), ("Zeta Front^", 1, "alias", "Zeta Front"),
     ("zeta", 0, "alias", "zeta"), ("the Zeta", 1, "alias", "Zeta"), ("The", 1, "alias", "The")],
)  # fmt: skip
def test_case_marks_and_shapes(tmp_path: Path, cell: str, case: int, form: str, text: str) -> None:
    (change,) = rows(tmp_path, f"Omega Group,{cell},,group,KEN,REB,,,,,,,,").changes
    assert [(n.text, n.form, n.case) for _, n in change.names][1] == (text, form, case)


@pytest.mark.parametrize(
    ("country", "code", "sectors"),
    [("KEN", "KEN", ("GOV",)), ("ken", "KEN", ("GOV",)), ("Kenya", "KEN", ("GOV",)), ("ivory coast", "CIV", ("GOV",)), ("UNO", "UNO", ("GOV",)), ("img", "IMG", ("GOV",)), ("Abkhazia", "GEO", ("GOV", "PRE")), ("d:abkhazia", "GEO", ("GOV", "PRE")),
     ("Kosovo", "KOS", ("GOV",)), ("-", None, ("GOV",))],
)  # fmt: skip
def test_countries(tmp_path: Path, country: str, code: str | None, sectors: tuple[str, ...]) -> None:
    entry = table(tmp_path, f"Omega Group,,,group,{country},GOV,,,,,,,,").get("own:omega-group")
    assert (entry.country, entry.sectors) == (code, sectors)


WRONG = [
    (",,,person,KEN,GOV,,,,,,,,", "name", "neither a name nor an id"),
    (",,,,KEN,GOV,,,,nosuch,,,,", "name", "no actor has the id 'nosuch'"),
    ("***,,,person,KEN,GOV,,,,,,,,", "name", "no letter or digit"),
    ("Omega,;!!;,,group,KEN,REB,,,,,,,,", "names", "no letter or digit"),
    ("Omega,,,,KEN,REB,,,,,,,,", "kind", "say what Omega is: person, country"),
    ("Omega,,,groop,KEN,REB,,,,,,,,", "kind", "did you mean 'group'?"),
    ("Omega,,,xyzzy,KEN,REB,,,,,,,,", "kind", "choose from person, country"),
    ("Omega,,,group,Kenia,REB,,,,,,,,", "country", "did you mean KEN (Kenya)?"),
    ("Omega,,,group,KNE,REB,,,,,,,,", "country", "did you mean"),
    ("Omega,,,group,Ankara,REB,,,,,,,,", "country", "no country 'Ankara'"),
    ("Omega,,,group,KEN,RBE,,,,,,,,", "sectors", "did you mean REB (rebels)?"),
    ("Omega,,,group,KEN,military,,,,,,,,", "sectors", "did you mean MIL (military)?"),
    ("Omega,,,group,KEN,REB;UNO,,,,,,,,", "sectors", "write it in the column country"),
    ("Omega,,,group,KEN,qqq,,,,,,,,", "sectors", "the sectors are COP police"),
    ("Jo Roe,,,person,KEN,GOV,mayor,15/11/2021,,,,,,", "from", "write 2021, 2021-11 or 2021-11-15"),
    ("Jo Roe,,,person,KEN,GOV,mayor,2021-02-30,,,,,,", "from", "no date"),
    ("Jo Roe,,,person,KEN,GOV,mayor,2021,2020-05,,,,,", "to", "before from, 2021"),
    ("Jo Roe,,,person,KEN,GOV,,2021,,,,,,", "from", "dates of the actor itself are valid_from"),
    ("Omega,,,group,KEN,REB,mayor,,,,,,,", "role", "only persons hold a role"),
    ("Omega,,,group,KEN,REB,,,,,2020,2019,,", "valid_to", "before valid_from"),
    ("Omega,,,group,KEN,REB,,,,,,,P31,", "wikidata", "as in Q40787"),
    ("Omega,,,group,KEN,REB,,,,my id,,,,", "id", "hyphens"),
    ("Omega,,,group,KEN,REB,,,,,,,,maybe", "replace", "write yes"),
    ("Omega,A, B,,group,KEN,REB,,,,,,,,yes", None, "15 cells, where the first line names 14 columns"),
    ('Omega,"A,,group,KEN,REB,,,,,,,,', None, "a quotation mark has no end"),
]


@pytest.mark.parametrize(("line", "column", "says"), WRONG)
def test_a_wrong_row_is_named_and_the_others_count(tmp_path: Path, line: str, column: str | None, says: str) -> None:
    own = rows(tmp_path, "Alpha Front,,,group,KEN,REB,,,,,,,,", line, "Beta Front,,,group,UGA,REB,,,,,,,,")
    assert [c.name for c in own.changes] == ["Alpha Front", "Beta Front"]
    (problem,) = own.problems
    assert (problem.file, problem.line, problem.column) == ("mine.csv", 3, column)
    assert says in str(problem) and str(problem).startswith("mine.csv, line 3" + (f", column {column}: " if column else ": ")) and "\n" not in str(problem)


def test_two_rows_of_one_id_that_disagree(tmp_path: Path) -> None:
    own = rows(tmp_path, "Jo Roe,,,person,KEN,GOV,mayor,2020,2021,,,,,", "Jo Roe,,,person,UGA,GOV,mayor,2022,,,,,,", "Jo Roe,,,person,,GOV,mayor,2023,,,,,,")
    (problem,) = own.problems
    assert problem.column == "country" and "UGA, where line 2 has KEN" in str(problem)
    (change,) = own.changes
    assert [o.valid_from for o in change.offices] == ["2020", "2023"]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [("mine.csv", "", "empty"), ("mine.csv", "\n \n", "white space"), ("mine.csv", "# only a comment\n", "the first line must name the columns"), ("mine.csv", "a,b\n1,2\n", "no column is called name"),
     ("mine.csv", "name,contry\nx,y\n", "did you mean 'country'?"), ("mine.csv", "name,kind,type\nx,y,z\n", "two columns are kind"), ("mine.toml", "x = 1\n", "[[actor]]"), ("mine.toml", "[[actor]\n", "not valid TOML")],
)  # fmt: skip
def test_a_file_that_is_no_table(tmp_path: Path, name: str, text: str, says: str) -> None:
    with pytest.raises(ActorsError, match="mine") as raised:
        read(tmp_path, text, name)
    assert says in str(raised.value) and "\n" not in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ActorsError, match="no such file"):
        read_own(tmp_path / "none.csv")
    with pytest.raises(ActorsError, match="cannot be read"):
        read_own(tmp_path)


def test_an_entry_of_the_table(tmp_path: Path) -> None:
    base = load_table()
    got = table(tmp_path, "Persia,-Islamic Republic of Iran;Land of Roses,,,,,,,,IRN,,,,", "Dubya,,,,,,,,,Q207,,,,yes")
    assert (got.get("IRN").name, got.get("IRN").kind) == ("Iran", "country"), "a name beside an id is one more name"
    assert [e.id for e in got.candidates("Persia")] == [e.id for e in got.candidates("Land of Roses")] == ["IRN"]
    assert got.candidates("Islamic Republic of Iran") == () and base.candidates("Islamic Republic of Iran")
    assert (got.get("Q207").name, [n.text for n in got.get("Q207").names]) == ("Dubya", ["Dubya"])


def test_a_new_actor_with_a_wikidata_id_for_its_id(tmp_path: Path) -> None:
    got = table(tmp_path, "Omega Group,,,group,KEN,REB,,,,Q999999999,,,,", "Alpha Group,,,group,KEN,REB,,,,Q999999998,,,-,")
    assert (got.get("Q999999999").wikidata, got.get("Q999999998").wikidata) == ("Q999999999", None)


def test_a_later_file_over_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEAD + "Omega Group,,,group,KEN,REB,,,,,,,,\nx,,,bad,,,,,,,,,,\n")
    (tmp_path / "b.toml").write_text('[[actor]]\nid = "own:omega-group"\nnames = ["Omega"]\ncountry = "UGA"\n')
    got, problems, unfilled = with_own([tmp_path / "a.csv", tmp_path / "b.toml"])
    entry = got.get("own:omega-group")
    assert (entry.country, entry.sectors, [n.text for n in entry.names], len(problems), unfilled) == ("UGA", ("REB",), ["Omega Group", "Omega"], 1, 0)
    assert [part.split(" ")[0] for part in got.label.split("; ")] == ["a.csv", "b.toml"]


def test_the_label_is_that_of_the_bytes(tmp_path: Path) -> None:
    import hashlib

    text = HEAD + "Omega Group,,,group,KEN,REB,,,,,,,,\n"
    assert read(tmp_path, text).label == f"mine.csv {hashlib.sha256(text.encode()).hexdigest()[:12]}"
    assert read(tmp_path, text + "\n").label != read(tmp_path, text).label


def test_rows_of_a_list_that_are_not_filled_in_are_left_out(tmp_path: Path) -> None:
    head = "name,kind,country,sectors,id,seen,example\n"
    own = read(tmp_path, head + "Jo Roe,,KEN,GOV,,7,x\nAnn Poe,person,KEN,GOV,,6,y\nMr Bush,,KEN,REB,Q207,5,z\n")
    assert (own.unfilled, own.problems, [c.id for c in own.changes]) == (1, (), ["own:ann-poe", "Q207"])
    bush = with_own([tmp_path / "mine.csv"])[0].get("Q207")
    assert (bush.name, bush.country, bush.sectors, "Mr Bush" in [n.text for n in bush.names]) == ("George W. Bush", "USA", load_table().get("Q207").sectors, True)


def test_words_of_kinds_and_sectors_are_the_tables_own() -> None:
    entries = list(load_table())
    assert {e.kind for e in entries} == set(KINDS)
    assert {s for e in entries for s in e.sectors} <= set(SECTORS)


# any cell -------------------------------------------------------------------------------------------------------------

CELL = (
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
    .map(lambda s: " ".join(s.split()))
    .filter(lambda s: fold(s.rstrip("!^")) and not s.startswith("-") and ";" not in s)
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(CELL, st.lists(CELL, max_size=3)), min_size=1, max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_name_comes_back_as_it_was_written(tmp_path: Path, actors, delimiter: str, end: str, encoding: str) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(["id", "kind", "name", "aliases"])
    for n, (name, others) in enumerate(actors):
        writer.writerow([f"x{n}", "group", name, ";".join(others)])
    path = tmp_path / ("mine.tsv" if delimiter == "\t" else "mine.csv")
    path.write_bytes(out.getvalue().encode(encoding))
    own = read_own(path)
    assert own.problems == ()
    assert [(c.id, c.name) for c in own.changes] == [(f"x{n}", name.rstrip("!^").strip()) for n, (name, _) in enumerate(actors)]
    got, _, _ = with_own([path])
    for n, (name, others) in enumerate(actors):
        for text in (name, *others):
            shown = text.rstrip("!^").strip()
            assert f"x{n}" in [e.id for e in got.candidates(shown)], text


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=200))
def test_any_text_below_the_headings_raises_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(("name,kind,country,sectors,role,from\n" + text).encode("utf-8", "surrogatepass"))
    try:
        own = read_own(path)
    except ActorsError as error:
        assert "\n" not in str(error)
        return
    for problem in own.problems:
        assert problem.line and problem.line >= 2
