"""Files of actors as spreadsheets and people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors.user_rows import COLUMNS, Row, parts, read_rows
from dragoman.errors import ActorsError


def cells(text: str | bytes, name: str = "mine.csv") -> list[dict]:
    data = text.encode() if isinstance(text, str) else text
    found = list(read_rows(Path(name), data))
    assert all(isinstance(r, Row) for r in found), found
    return [dict(r.cells) for r in found]


PLAIN = [{"name": "Müller", "kind": "person", "names": "A;B"}, {"name": "Peña", "kind": "group"}]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("mine.csv", "name,kind,names\nMüller,person,A;B\nPeña,group\n".encode()),
        ("mine.csv", "name,kind,names\r\nMüller,person,A;B\r\nPeña,group,\r\n".encode("utf-8-sig")),
        ("mine.csv", "name,kind,names\rMüller,person,A;B\rPeña,group,".encode()),
        ("mine.csv", "name;kind;names\nMüller;person;\"A;B\"\nPeña;group;\n".encode("cp1252")),
        ("mine.csv", "sep=;\r\nname;kind;names\r\nMüller;person;\"A;B\"\r\nPeña;group;\r\n".encode("cp1252")),
        ("mine.csv", "Name , Kind,Aliases\n Müller , person ,  A;B\n,,\n\n\"Peña\",\"group\",\"\"\n".encode("latin-1")),
        ("mine.csv", "name\tkind\tnames\nMüller\tperson\tA;B\nPeña\tgroup\n".encode("utf-16")),
        ("mine.tsv", "name\tkind\tnames\nMüller\tperson\tA;B\nPeña\tgroup\t\t\t\n".encode()),
        ("mine.csv", "# mine.csv\n\n# a comment, with a comma\nname,kind,names\nMüller,person,A;B\nPeña,group\n".encode()),
        ("mine.csv", "note,type,seen,x y z,actor,other names\nhi,person,3,,Müller,A;B\n,group,,,Peña,\n".encode()),
        ("mine.toml", '[[actor]]\nname = "Müller"\nkind = "person"\nnames = "A;B"\nseen = 3\n\n[[actor]]\nname = "Peña"\nkind = "group"\nnote = ""\n'.encode()),
    ],
)  # fmt: skip
def test_all_ways_to_write_one_table(name: str, data: bytes) -> None:
    assert cells(data, name) == PLAIN


def test_quotation_marks() -> None:
    assert cells('name,kind\n"The ""Lions"", of Oz",group\n') == [{"name": 'The "Lions", of Oz', "kind": "group"}]
    assert cells('name\tkind\n"Lions\tgroup\n5" Gang\tgroup\n', "mine.tsv") == [{"name": '"Lions', "kind": "group"}, {"name": '5" Gang', "kind": "group"}]


def test_a_cell_that_runs_over_lines() -> None:
    assert cells('name,note,kind\nA,"one\ntwo, three\n",group\nB,,person\n') == [{"name": "A", "kind": "group"}, {"name": "B", "kind": "person"}]


def test_a_quotation_mark_without_an_end_costs_one_row() -> None:
    text = 'name,kind\nA,"group\n' + "".join(f"B{n},group\n" for n in range(50))
    found = list(read_rows(Path("mine.csv"), text.encode()))
    assert isinstance(found[0], ActorsError) and found[0].line == 2
    assert [r.line for r in found[1:]] == list(range(3, 53))


def test_lines_are_those_of_the_file() -> None:
    text = '# c\nname,note\n\nA,"x\ny"\n,\nB,\n'
    assert [(r.line, r.text("name")) for r in read_rows(Path("m.csv"), text.encode())] == [(4, "A"), (7, "B")]
    toml = '# c\n[[actor]]\nname = "A"\n\n[[ actor ]]\nname = "B"\n'
    assert [(r.line, r.text("name")) for r in read_rows(Path("m.toml"), toml.encode())] == [(2, "A"), (5, "B")]


def test_toml_lists_flags_and_dates() -> None:
    (row,) = read_rows(Path("m.toml"), b'[[actor]]\nname = "A"\nnames = ["B; C", " D "]\nsectors = ["GOV", "MIL"]\nreplace = true\nfrom = 2021-11-15\nto = 2022\n')
    assert parts(row, "names") == ("B; C", "D") and row.text("sectors") == "GOV;MIL"
    assert (row.text("replace"), row.text("from"), row.text("to")) == ("yes", "2021-11-15", "2022")


@pytest.mark.parametrize(
    ("text", "says"), [("nam = 1", "did you mean 'name'?"), ("xyzzy = 1", "the keys are name"), ("name = [1]", "text in quotation marks"), ("names = [1]", "or a list of them"), ("", "nothing in it")]
)
def test_a_wrong_table_in_toml(text: str, says: str) -> None:
    found = list(read_rows(Path("m.toml"), f'[[actor]]\n{text}\n\n[[actor]]\nname = "B"\n'.encode()))
    assert isinstance(found[0], ActorsError) and says in str(found[0]) and found[0].line == 1
    assert found[1].text("name") == "B"


def test_a_list_of_unresolved_names_is_known_by_its_column() -> None:
    assert [r.listed for r in read_rows(Path("m.csv"), b"name,seen\nA,3\nB,\n")] == [True, True]
    assert [r.listed for r in read_rows(Path("m.csv"), b"name,kind\nA,3\n")] == [False]


@pytest.mark.parametrize("data", [b"name,kind\n\x00\x01\x02", b"PK\x03\x04 a spreadsheet", b"%PDF-1.7"])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(ActorsError, match="m.csv: .*; give a table of actors as .csv, .tsv or .toml"):
        list(read_rows(Path("m.csv"), data))


def test_columns_are_described() -> None:
    text = (Path(__file__).parents[2] / "docs" / "actors.md").read_text(encoding="utf-8")
    assert [c for c in COLUMNS if f"`{c}`" not in text] == []
