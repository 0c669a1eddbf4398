"""`dragoman code`: formats, destinations, kinds of record."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet
import pytest

from dragoman.columns import COLUMNS, KIND_OF, arrow_schema
from tests.cli.running import REPORT, dragoman, ok, process


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "amman.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def lines(report) -> list[dict]:
    """The records as JSON lines, which the other formats must match."""
    return [json.loads(x) for x in ok("code", report, "--format", "jsonl", "--records", ",".join(KIND_OF), run=process).splitlines()]


def of(records: list[dict], kind: str) -> list[dict]:
    return [r for r in records if r["record"] == kind]


def test_json_lines(lines) -> None:
    assert [r["record"] for r in lines][0] == "article"
    assert {r["record"] for r in lines} == set(COLUMNS)
    (article,) = of(lines, "article")
    assert (article["title"], article["published"], article["publisher"]) == ("Talks in Amman", "2021-11-15", "The Example")
    talks = of(lines, "event")[0]
    assert (talks["type"], [a["country"] for a in talks["actors"]], talks["time"]["from"], talks["place"]["name"]) == ("CONSULT", ["ISR", "JOR"], "2021-11-14", "Amman")


def test_in_a_pipe_the_default_is_json_lines_of_three_kinds(report, lines) -> None:
    got = [json.loads(x) for x in ok("code", report).splitlines()]
    assert got == [r for r in lines if r["record"] in ("event", "statement", "article")]


@pytest.mark.parametrize("kinds", ["events", "statements,articles", "times,places,mentions"])
def test_kinds_of_record(report, lines, kinds: str) -> None:
    got = [json.loads(x) for x in ok("code", report, "--records", kinds).splitlines()]
    assert got == [r for r in lines if r["record"] in {KIND_OF[k] for k in kinds.split(",")}]


def test_a_table(report, lines) -> None:
    text = ok("code", report, "--format", "table")
    for word in ("Talks in Amman", "CONSULT", "Israel [ISR GOV]", "Amman", "2021-11-14", of(lines, "event")[0]["event_id"]):
        assert word in text
    assert "\x1b[" not in text


def test_csv_to_standard_output(report, lines) -> None:
    rows = list(csv.DictReader(io.StringIO(ok("code", report, "--format", "csv", "--records", "events"), newline="")))
    assert list(rows[0]) == [name for name, _, _ in COLUMNS["event"]]
    assert [r["event_id"] for r in rows] == [e["event_id"] for e in of(lines, "event")]
    assert json.loads(rows[0]["actors"]) == of(lines, "event")[0]["actors"]


def test_one_csv_file_by_its_name(report, lines, tmp_path: Path) -> None:
    out = tmp_path / "new" / "events.csv"
    assert ok("code", report, "-o", out) == ""
    with open(out, newline="", encoding="utf-8") as file:
        assert [r["event_id"] for r in csv.DictReader(file)] == [e["event_id"] for e in of(lines, "event")]
    assert [p.name for p in out.parent.iterdir()] == ["events.csv"], "nothing is left beside it"


@pytest.mark.parametrize("format_", ["csv", "parquet"])
def test_a_folder_of_tables(report, lines, tmp_path: Path, format_: str) -> None:
    out = tmp_path / "tables"
    ok("code", report, "--format", format_, "--records", "events,statements,articles,mentions,times,places", "-o", out)
    assert sorted(p.name for p in out.iterdir()) == sorted(f"{k}.{format_}" for k in KIND_OF)
    for name, kind in KIND_OF.items():
        path = out / f"{name}.{format_}"
        if format_ == "csv":
            with open(path, newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
        else:
            table = pyarrow.parquet.read_table(path)
            assert table.schema.equals(arrow_schema(kind))
            rows = table.to_pylist()
        assert len(rows) == len(of(lines, kind)) > 0


def test_one_parquet_file_by_its_name(report, lines, tmp_path: Path) -> None:
    ok("code", report, "-o", tmp_path / "e.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "e.parquet")["event_id"].to_pylist() == [e["event_id"] for e in of(lines, "event")]
    ok("code", report, "--records", "places", "-o", tmp_path / "p.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "p.parquet")["text"].to_pylist() == [p["text"] for p in of(lines, "place")]


def test_json_lines_to_a_file(report, lines, tmp_path: Path) -> None:
    ok("code", report, "-o", tmp_path / "out.jsonl")
    got = [json.loads(x) for x in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert got == [r for r in lines if r["record"] in ("event", "statement", "article")]


def test_a_folder_that_cannot_be_a_file(report, tmp_path: Path) -> None:
    done = dragoman("code", report, "-o", tmp_path, "--format", "jsonl")
    assert done.returncode == 1 and "is a folder" in done.stderr and done.stderr.count("\n") == 1


def test_a_file_that_cannot_be_written(report, tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("")
    done = dragoman("code", report, "-o", tmp_path / "blocked" / "out.jsonl")
    assert done.returncode == 1 and "cannot write" in done.stderr and "Traceback" not in done.stderr


def test_the_summary_is_on_stderr_unless_quiet(report) -> None:
    assert "1 article coded, 0 rejected" in dragoman("code", report).stderr
    assert dragoman("code", report, "--quiet").stderr == ""


def test_options_fill_what_reports_do_not_say() -> None:
    out = ok("code", "-", "--published", "2021-11-15", "--publisher", "The Pipe", stdin="Kenya attacked Somalia on Friday.\n")
    article, event = (json.loads(x) for x in out.splitlines())
    assert (article["published"], article["publisher"], event["publisher"]) == ("2021-11-15", "The Pipe", "The Pipe")
    assert event["time"]["from"] == "2021-11-12"


def test_a_codebook_of_ones_own(tmp_path: Path) -> None:
    from tests.coding.books import write

    out = ok("code", "-", "--codebook", write(tmp_path / "toy"), "--records", "events", stdin="Kenya attacked Somalia. Turkey thanked Qatar.\n")
    (event,) = (json.loads(x) for x in out.splitlines())
    assert (event["type"], event["rule"], event["version"]["codebook"]) == ("HARM", "toy:HARM#shell", "toy 7")


def test_nothing_to_code(tmp_path: Path) -> None:
    done = dragoman("code", tmp_path)
    assert done.returncode == 1 and done.stdout == "" and "dragoman:" in done.stderr and "Traceback" not in done.stderr


def test_a_reader_that_goes_away_early(report) -> None:
    command = f"{sys.executable} -m dragoman code {report} | head -c 50"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=os.environ, check=False)
    assert len(done.stdout) == 50 and "Traceback" not in done.stderr
