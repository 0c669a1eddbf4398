"""`--actors` wherever it is an option, and `dragoman actors`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import dragoman, ok

TABLE = "name,names,kind,country,sectors\nOmega Peace Forum,OPF,ngo,Kenya,SOC\n"
TEXT = "Turkey condemned the OPF on Friday. Legesse Hagos praised Israel, a senior official said.\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def events(out: str) -> list[dict]:
    return [r for r in map(json.loads, out.splitlines()) if r["record"] == "event"]


def test_code(mine: Path) -> None:
    event = events(ok("code", "-", "--actors", mine, stdin=TEXT))[0]
    assert [a["id"] for a in event["recipients"]] == ["own:omega-peace-forum"] and event["version"]["actors"].startswith("mine.csv ")
    plain = events(ok("code", "-", stdin=TEXT))[0]
    assert "actors" not in plain["version"] and plain["event_id"] == event["event_id"]
    assert "own:omega-peace-forum" not in [a["id"] for a in plain["recipients"]]


def test_several_tables(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text('[[actor]]\nid = "own:omega-peace-forum"\ncountry = "UGA"\n')
    event = events(ok("code", "-", "--actors", mine, "--actors", tmp_path / "more.toml", stdin=TEXT))[0]
    assert event["recipients"][0]["country"] == "UGA" and "; more.toml " in event["version"]["actors"]


def test_a_wrong_row(mine: Path) -> None:
    mine.write_text(TABLE.replace("Omega", "Beta,,groop,,\nOmega"))
    done = dragoman("code", "-", "--actors", mine, stdin=TEXT)
    assert done.returncode == 1 and "mine.csv, line 2, column kind: no kind 'groop'; did you mean 'group'?" in done.stderr
    assert events(done.stdout)[0]["recipients"][0]["id"] == "own:omega-peace-forum"
    done = dragoman("code", "-", "--actors", mine, "--strict", stdin=TEXT)
    assert (done.returncode, done.stdout) == (1, "") and done.stderr.count("\n") == 1 and "line 2" in done.stderr


@pytest.mark.parametrize("args", [("code", "-"), ("explain", "abc", "-"), ("actors", "lookup", "Iran")])
def test_a_table_that_is_not_there(args: tuple[str, ...], tmp_path: Path) -> None:
    done = dragoman(*args, "--actors", tmp_path / "none.csv", stdin=TEXT)
    assert done.returncode == 1 and "none.csv: no such file" in done.stderr and done.stderr.count("\n") == 1


def test_explain_takes_them_from_the_last_run(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(TEXT)
    event = events(ok("code", "r.txt", "--actors", "mine.csv", cwd=tmp_path, state=tmp_path / "state"))[0]
    assert "Omega Peace Forum" in ok("explain", event["event_id"], state=tmp_path / "state")
    assert "Omega Peace Forum" in ok("explain", event["event_id"], tmp_path / "r.txt", "--actors", mine)
    assert "Omega Peace Forum" not in ok("explain", event["event_id"], tmp_path / "r.txt")


def test_relate(mine: Path, tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("id\tsentence\tsource\ttarget\n1\tTurkey condemned the OPF.\tTurkey\tOPF\n")
    assert "\tACCUSE\t" in ok("relate", tmp_path / "t.tsv", "--actors", mine)
    (tmp_path / "bad.csv").write_text("x\n")
    assert dragoman("relate", tmp_path / "t.tsv", "--actors", tmp_path / "bad.csv").returncode == 1


def test_lookup(mine: Path) -> None:
    head, line = ok("actors", "lookup", "OPF", "--actors", mine).splitlines()
    assert head.split("\t") == ["name", "id", "country", "sectors", "role", "matched", "codes", "wikidata"]
    assert line.split("\t") == ["Omega Peace Forum", "own:omega-peace-forum", "KEN", "SOC", "-", "acronym", "CAMEO NGOKEN COW 501 GW 501", "-"]
    assert dragoman("actors", "lookup", "OPF").returncode == 1


def test_lookup_shows_ten_and_all(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("name,kind,country,id\n" + "".join(f"Zyx Front,group,KEN,z{n:02}\n" for n in range(13)))
    done = dragoman("actors", "lookup", "Zyx Front", "--actors", path)
    assert len(done.stdout.splitlines()) == 11 and "3 more; --all shows them" in done.stderr
    assert [line.split("\t")[1] for line in ok("actors", "lookup", "Zyx Front", "--actors", path, "--all").splitlines()[1:]] == [f"z{n:02}" for n in range(13)]
    assert len(json.loads(ok("actors", "lookup", "Zyx Front", "--actors", path, "--format", "json"))) == 13


def test_lookup_of_what_was_won_over(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,kind,country\nTaliban,group,KEN\n")
    assert [c["id"] for c in json.loads(ok("actors", "lookup", "Taliban", "--actors", path, "--format", "json"))] == ["own:taliban"]
    both = json.loads(ok("actors", "lookup", "Taliban", "--actors", path, "--format", "json", "--all"))
    assert both[0]["id"] == "own:taliban" and both[1]["id"] == json.loads(ok("actors", "lookup", "Taliban", "--format", "json"))[0]["id"]


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_the_loop(tmp_path: Path, format_: str) -> None:
    """Code, list whom nobody knows, fill in, code again: they are known."""
    rows = tmp_path / ("rows.jsonl" if format_ == "jsonl" else "rows")
    ok("code", "-", "--format", format_, "--records", "events,statements,mentions", "-o", rows, stdin=TEXT)
    done = dragoman("actors", "unresolved", rows, "-o", tmp_path / "todo.csv")
    assert done.returncode == 0 and done.stdout == "" and "left out (--descriptions)" in done.stderr
    text = (tmp_path / "todo.csv").read_text(encoding="utf-8")
    assert {line.split(",")[0] for line in text.splitlines()} == {"name", "Legesse Hagos", "OPF"}, "no descriptions"
    (tmp_path / "todo.csv").write_text(text.replace("Legesse Hagos,,,", "Legesse Hagos,,person,"), encoding="utf-8")
    again = dragoman("code", "-", "--actors", tmp_path / "todo.csv", stdin=TEXT)
    assert again.returncode == 0 and "1 row of --actors not filled in yet" in again.stderr
    assert "own:legesse-hagos" in [a["id"] for e in events(again.stdout) for a in e["actors"]]


def test_unresolved_as_each_format_and_by_name(tmp_path: Path) -> None:
    ok("code", "-", "--records", "events", "-o", tmp_path / "rows.jsonl", stdin=TEXT)
    rows = tmp_path / "rows.jsonl"
    assert ok("actors", "unresolved", rows).startswith("name,names,kind,country")
    assert ok("actors", "unresolved", rows, "--format", "toml").startswith("[[actor]]\nname = ")
    assert " in    1  Legesse Hagos" in ok("actors", "unresolved", rows, "--format", "table")
    assert "official  (a description)" in ok("actors", "unresolved", rows, "--format", "table", "--descriptions")
    ok("actors", "unresolved", rows, "-o", tmp_path / "new" / "todo.toml")
    assert (tmp_path / "new" / "todo.toml").read_text(encoding="utf-8").startswith("[[actor]]")
    done = dragoman("actors", "unresolved", rows, "--top", "1")
    assert len(done.stdout.splitlines()) == 2


def test_unresolved_of_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "rows.txt").write_text("Talks in Amman\n")
    for path in (tmp_path / "rows.txt", tmp_path / "none"):
        done = dragoman("actors", "unresolved", path)
        assert done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    (tmp_path / "rows.jsonl").write_text('{"record":"event","article_id":"a","actors":[],"recipients":[]}\n')
    (tmp_path / "blocked").write_text("")
    assert dragoman("actors", "unresolved", tmp_path / "rows.jsonl", "-o", tmp_path / "blocked" / "x.csv").returncode == 1
