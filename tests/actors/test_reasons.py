"""Why a name resolves as it does."""

from __future__ import annotations

import pytest

from dragoman.actors.extended import Change, ExtendedTable
from dragoman.actors.reasons import candidates
from dragoman.actors.table import Name, load_table
from dragoman.columns import COLUMNS


@pytest.mark.parametrize(
    ("name", "on", "id", "form", "role", "codes"),
    [
        ("Cavusoglu", "2021-11-15", None, "family", "foreign minister", {"cameo": "TURGOV", "cow": 640, "gw": 640}),
        ("President Raisi", "2021-11-15", "Q5947347", "family", "president", {"cameo": "IRNGOV", "cow": 630, "gw": 630}),
        ("German chancellor", "1985-01-01", "Q2518", "office", "chancellor", {"cameo": "DEUGOV", "cow": 260, "gw": 260}),
        ("Turkish police", None, "TUR:police", "noun", None, {"cameo": "TURCOP", "cow": 640, "gw": 640}),
        ("Ankara", "2021-11-15", "TUR", "metonym", None, {"cameo": "TUR", "cow": 640, "gw": 640}),
        ("Iranian", "2021-11-15", "IRN", "adjective", None, {"cameo": "IRN", "cow": 630, "gw": 630}),
        ("UN", "2021-11-15", None, "acronym", None, {"cameo": "IGOUNO", "cow": None, "gw": None}),
        ("Serbia", "2010-01-01", "SRB", "name", None, {"cameo": "SRB", "cow": 345, "gw": 340}),
    ],
)  # fmt: skip
def test_the_best(name, on, id, form, role, codes) -> None:
    best = candidates(name, on)[0]
    assert (best["form"], best["role"], best["codes"]["cow"], best["codes"]["gw"]) == (form, role, codes["cow"], codes["gw"])
    assert best["codes"]["cameo"].startswith(codes["cameo"]) and (id is None or best["id"] == id)
    contract = [column for column, _, _ in COLUMNS["mention"] if column != "article_id"]
    assert list(best)[: len(contract)] == contract


def test_offices_are_told_with_their_dates() -> None:
    offices = candidates("Mevlüt Çavuşoğlu", "2021-11-15")[0]["offices"]
    held = [o for o in offices if o["held"]]
    assert [o["role"] for o in held] == ["foreign minister"] and held[0]["from"] <= "2021" and len(offices) >= 2
    assert [o["from"] or "" for o in offices] == sorted((o["from"] or "" for o in offices), reverse=True)
    assert {o["held"] for o in candidates("Mevlüt Çavuşoğlu")[0]["offices"]} == {None}, "without a date nobody knows"


def test_who_a_name_of_ones_own_wins_over() -> None:
    table = ExtendedTable(load_table(), [Change("own:x", "Taliban", (("taliban", Name("Taliban", "name")),), kind="group")], "mine 1")
    assert [c["id"] for c in candidates("Taliban", None, table)] == ["own:x"]
    more = candidates("Taliban", None, table, overruled=True)
    assert [c["id"] for c in more] == ["own:x", *(c["id"] for c in candidates("Taliban"))]


def test_nobody() -> None:
    assert candidates("Xyzzy Plugh", "2021-11-15") == []
