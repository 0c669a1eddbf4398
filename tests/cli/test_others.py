"""`dragoman doctor`, `relate`, `actors lookup`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import dragoman as package
from tests.cli.running import dragoman, ok, process

TABLE = "id\tsentence\tsource\ttarget\n1\tIran condemned Israel.\tIran\tIsrael\nb\tTwo nuns were arrested by Kenyan police.\tKenyan police\tTwo nuns\n3\tThe choir of Peru passed the band of Chile.\tchoir of Peru\tband of Chile\n4\t\t\t\n"


def test_doctor() -> None:
    out = ok("doctor", run=process)
    assert f"dragoman {package.__version__}" in out and "all in place" in out and "WRONG" not in out
    for part in ("actor table", "gazetteer", "codebook", "language model", "one sentence", "spacy", "onnxruntime"):
        assert part in out


def rows(text: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


def test_relate(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text(TABLE, encoding="utf-8")
    out = ok("relate", table, run=process)
    got = rows(out)
    assert list(got[0]) == ["id", "type", "mode", "quad", "coded", "rule", "confidence"]
    assert all(0 < float(r["confidence"]) <= 1 for r in got)
    assert [r["id"] for r in got] == ["1", "b", "3", "4"]
    assert [(r["type"], r["mode"], r["quad"], r["coded"]) for r in got[:2]] == [("ACCUSE", "disapprove", "3", "true"), ("COERCE", "arrest", "4", "true")]
    assert got[0]["rule"].startswith("plover:ACCUSE/disapprove#")
    assert [(r["coded"], r["rule"], r["mode"]) for r in got[2:]] == [("false", "", "")] * 2 and all(r["type"] for r in got)
    assert ok("relate", table, "-o", tmp_path / "out.tsv") == ""
    assert (tmp_path / "out.tsv").read_text(encoding="utf-8") == out


def test_relate_with_more_columns_in_another_order(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text('target\tnote\tid\tsource\tsentence\nIsrael\tx\t9\tIran\tIran condemned Israel over the "peace" march.\n', encoding="utf-8")
    assert [(r["id"], r["type"]) for r in rows(ok("relate", table))] == [("9", "ACCUSE")]


def test_relate_without_its_columns(tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("id\ttext\n1\tx\n")
    done = dragoman("relate", table)
    assert done.returncode == 1 and "no column sentence, source, target" in done.stderr and done.stderr.count("\n") == 1
    done = dragoman("relate", tmp_path / "missing.tsv")
    assert done.returncode == 1 and "no such file" in done.stderr and "missing.tsv" in done.stderr


def test_actors_lookup() -> None:
    best = json.loads(ok("actors", "lookup", "Cavusoglu", "--on", "2021-11-15", "--format", "json", run=process))[0]
    assert list(best)[:9] == ["text", "start", "end", "id", "name", "country", "sectors", "role", "via"]
    assert (best["text"], best["start"], best["end"], best["name"], best["country"], best["sectors"], best["role"]) == ("Cavusoglu", 0, 9, "Mevlüt Çavuşoğlu", "TUR", ["GOV"], "foreign minister")
    later = json.loads(ok("actors", "lookup", "Cavusoglu", "--on", "2025-01-15", "--format", "json"))[0]
    assert later["id"] == best["id"] and later["role"] is None and "GOV" not in later["sectors"]
    assert "Mevlüt Çavuşoğlu\t" in ok("actors", "lookup", "Cavusoglu")


def test_actors_lookup_of_nobody() -> None:
    done = dragoman("actors", "lookup", "Xyzzy Plugh", "--format", "json")
    assert done.returncode == 1 and json.loads(done.stdout) == [] and "Xyzzy Plugh" in done.stderr
    done = dragoman("actors", "lookup", "Iran", "--on", "2021-02-30")
    assert done.returncode == 1 and "YYYY-MM-DD" in done.stderr and "Traceback" not in done.stderr
