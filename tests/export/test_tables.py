"""Records as CSV, Parquet, Arrow, pandas and polars: the same values come back."""

from __future__ import annotations

import csv
import io
import json

import pandas
import polars
import pyarrow
import pyarrow.csv
import pyarrow.parquet
import pytest

from dragoman.columns import COLUMNS, arrow_schema, row
from dragoman.export.jsonl import line
from dragoman.export.tables import CsvTable, ParquetTable, cell, to_arrow
from dragoman.settings import RECORDS

NASTY = (
    'Talks "fail"; again, in Berlin\n\n'
    "Iranian President Ebrahim Raisi said on Monday: “Turkey’s army, with its tanks, attacked villages in Syria;\n"
    'they call it a "mission".” Turkey denied that its army had attacked villages.\n\n'
    "Chancellor Angela Merkel met President Emmanuel Macron in Berlin on 12 November 2021.\n"
    "\tThe ministry’s budget — 3,5 Mio. € — was cut 🙂, officials said.\n"
)


@pytest.fixture(scope="module")
def result(coder):
    return coder(NASTY, published="2021-11-15", publisher='The "Post", Ltd.', title='Talks "fail";\nagain', url="https://example.org/a?b=1,2&c=\"x\"")


@pytest.fixture(scope="module")
def records(result):
    found = result.records(RECORDS)
    kinds = {r["record"] for r in found}
    assert kinds == set(COLUMNS), "the text must give records of all kinds"
    return found


def of(records: list[dict], kind: str) -> list[dict]:
    return [r for r in records if r["record"] == kind]


def as_csv(records: list[dict], kind: str) -> str:
    out = io.StringIO(newline="")
    table = CsvTable(out, kind)
    table.write(of(records, kind)[:1])
    table.write(of(records, kind)[1:])
    table.close()
    return out.getvalue()


def same(got: str, value) -> bool:
    """Whether a CSV cell holds a value."""
    if value is None or value in ([], ()):
        return got == ""
    if isinstance(value, (list, dict)):
        return json.loads(got) == value
    if isinstance(value, float):
        return float(got) == value
    return got == str(value)


@pytest.mark.parametrize("kind", COLUMNS)
def test_csv_read_back_with_the_csv_module(records, kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(records, kind), newline="")))
    wanted = [row(r) for r in of(records, kind)]
    assert len(rows) == len(wanted) > 0
    for got, want in zip(rows, wanted):
        assert list(got) == [name for name, _, _ in COLUMNS[kind]]
        assert {n for n, v in got.items() if not same(v, want.get(n))} == set()


@pytest.mark.parametrize("kind", COLUMNS)
def test_csv_read_back_with_pandas_and_polars(records, kind: str) -> None:
    text = as_csv(records, kind)
    wanted = [row(r) for r in of(records, kind)]
    by_pandas = pandas.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    by_polars = polars.read_csv(text.encode(), infer_schema=False).with_columns(polars.all().fill_null(""))
    for rows in (by_pandas.to_dict("records"), by_polars.to_dicts()):
        assert len(rows) == len(wanted)
        for got, want in zip(rows, wanted):
            assert {n for n, v in got.items() if not same(v, want.get(n))} == set()


@pytest.mark.parametrize("kind", COLUMNS)
def test_parquet_has_the_schema_of_the_columns_and_the_values(records, kind: str) -> None:
    out = io.BytesIO()
    table = ParquetTable(out, kind)
    for r in of(records, kind):
        table.write([r])
    table.close()
    got = pyarrow.parquet.read_table(io.BytesIO(out.getvalue()))
    assert got.schema.equals(arrow_schema(kind))
    assert got.schema.names == [name for name, _, _ in COLUMNS[kind]]
    assert {f.name: f.metadata[b"description"].decode() for f in got.schema} == {name: text for name, _, text in COLUMNS[kind]}
    wanted = [row(r) for r in of(records, kind)]
    for mine, want in zip(got.to_pylist(), wanted, strict=True):
        assert mine == {n: want.get(n) for n in mine}


def test_parquet_in_several_groups(records, monkeypatch) -> None:
    monkeypatch.setattr(ParquetTable, "GROUP", 2)
    times = of(records, "time") * 3
    out = io.BytesIO()
    table = ParquetTable(out, "time")
    for r in times:
        table.write([r])
    table.close()
    file = pyarrow.parquet.ParquetFile(io.BytesIO(out.getvalue()))
    assert file.num_row_groups > 1
    assert file.read().column("start").to_pylist() == [t["start"] for t in times]


def test_an_empty_table_has_its_columns() -> None:
    out = io.StringIO(newline="")
    CsvTable(out, "event").close()
    assert out.getvalue().strip().split(",") == [name for name, _, _ in COLUMNS["event"]]
    binary = io.BytesIO()
    ParquetTable(binary, "event").close()
    assert pyarrow.parquet.read_table(io.BytesIO(binary.getvalue())).schema.names == [name for name, _, _ in COLUMNS["event"]]


def test_json_lines_are_the_records(records) -> None:
    text = "".join(map(line, records))
    assert text.count("\n") == len(records)
    assert [json.loads(x) for x in text.splitlines()] == records
    assert "🙂" in text and "\\u" not in text, "text is written as it is"


def test_cells() -> None:
    assert [cell(v) for v in (None, [], {}, 0, 0.5, "", "a", ["ä", 1], {"a": None})] == ["", "", "", 0, 0.5, "", "a", '["ä",1]', '{"a":null}']


def test_frames_of_a_result(result, records) -> None:
    for name, kind in (("events", "event"), ("statements", "statement"), ("articles", "article"), ("mentions", "mention"), ("times", "time"), ("places", "place")):
        arrow = result.to_arrow(name)
        assert arrow.schema.equals(arrow_schema(kind))
        assert arrow.num_rows == len(of(records, kind))
        assert list(result.to_pandas(name).columns) == list(result.to_polars(name).columns) == arrow.schema.names
        assert len(result.to_pandas(name)) == result.to_polars(name).height == arrow.num_rows
    frame = result.to_polars("events")
    assert frame["predicate"].to_list() == [r["predicate"]["text"] for r in of(records, "event")]
    assert frame["actors"].dtype == polars.List and frame["cameo"].dtype == polars.String


def test_arrow_of_no_records_has_the_schema() -> None:
    assert to_arrow([], arrow_schema("event")).schema.equals(arrow_schema("event"))
    assert pyarrow.Table is type(to_arrow([], arrow_schema("place")))
