"""Names in results that resolved to nobody: counted once, in every format, and ready to be given back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman.actors.unresolved import COLUMNS, as_csv, as_toml, unresolved
from dragoman.actors.user import read_own, with_own
from dragoman.columns import records_of
from dragoman.errors import InputMissing, InputUnreadable
from dragoman.export.jsonl import line
from dragoman.export.tables import CsvTable, ParquetTable
from dragoman.records import Actor, Article, Author, Event, Result, Source, Span, Statement, Time

TIME = Time(None, None, None, None, None, None, "none")


def actor(text: str, start: int, id: str | None = None, via: str = "name", **more) -> Actor:
    return Actor(text, start, start + len(text), id, more.pop("name", text), via=via, **more)


def event(article: str, evidence: str, actors=(), recipients=(), sources=()) -> Event:
    span = Span("met", 0, 3)
    return Event(
        "e" + evidence[:3], article, None, None, None, None, "body", "CONSULT", None, (), None, 1, 1.0, span, Span(evidence, 0, len(evidence)),
        tuple(actors), tuple(recipients), TIME, None, "+", "actual", tuple(sources), Author("certain", "+"), "reported", None, "r", 0.5, None, {"dragoman": "1"},
    )  # fmt: skip


def result(article: str, events=(), statements=(), mentions=()) -> Result:
    return Result(Article(article, None, None, None, None, "en", "text"), tuple(events), tuple(statements), tuple(mentions))


ROE = actor("Jane Roe", 4, country="KEN", sectors=("GOV",), role="spokesman")
GRP = actor("the Omega Group's", 30)
KNOWN = actor("Iran", 50, "IRN")
OFFICIAL = actor("a senior official", 60, via="noun", sectors=("GOV",))
RESULTS = [
    result(
        "a1",
        [
            event(
                "a1",
                "Jane Roe met the Omega Group's  leaders\nin Oz.",
                [ROE, KNOWN],
                [GRP],
                [Source("Jane Roe", None, "Jane Roe", 4, 12, None, "affirms"), Source(None, None, "reportedly", 90, 100, None, "hedged")],
            )
        ],
        [Statement("s1", "a1", ROE, (OFFICIAL,), None, Span("we met", 70, 76), "direct", None, None)],
        [ROE, KNOWN, GRP, OFFICIAL, actor("she", 80, via="pronoun", name="Jane Roe")],
    ),
    result("a2", [event("a2", "Officials met the =Omega Group=; it, too, said nothing.", [actor("Omega Group", 20, country="KEN")], [actor("an official", 40, via="noun", name="an official")])]),
]


def written(folder: Path, format_: str) -> Path:
    kinds = ("articles", "events", "statements", "mentions")
    if format_ == "jsonl":
        path = folder / "out.jsonl"
        path.write_text("".join(line(r) for each in RESULTS for r in records_of(each, kinds)), encoding="utf-8")
        return path
    path = folder / format_
    path.mkdir()
    for kind in kinds:
        with open(path / f"{kind}.{format_}", **({"mode": "w", "newline": "", "encoding": "utf-8"} if format_ == "csv" else {"mode": "wb"})) as out:
            table = (CsvTable if format_ == "csv" else ParquetTable)(out, kind.removesuffix("s"))
            table.write([r for each in RESULTS for r in records_of(each, (kind,))])
            table.close()
    return path


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_every_format_gives_the_same(tmp_path: Path, format_: str) -> None:
    found = unresolved(written(tmp_path, format_))
    assert [(u.name, u.seen, u.articles, u.named, u.country, u.sectors) for u in found] == [
        ("Omega Group", 2, 2, True, "KEN", ()), ("Jane Roe", 2, 1, True, "KEN", ("GOV",)), ("official", 1, 1, False, "", ()), ("senior official", 1, 1, False, "", ("GOV",)),
    ]  # fmt: skip
    group, roe, *_ = found
    assert (dict(group.roles), dict(roe.roles), roe.called) == ({"recipient": 1, "actor": 1}, {"actor": 1, "speaker": 1, "mention": 1}, "spokesman")
    assert (roe.example, roe.article_id) == ("Jane Roe met the Omega Group's leaders in Oz.", "a1")


@pytest.mark.parametrize("as_", [as_csv, as_toml])
def test_what_is_filled_in_is_a_table_of_actors(tmp_path: Path, as_) -> None:
    found = unresolved(written(tmp_path, "jsonl"))
    path = tmp_path / ("mine.csv" if as_ is as_csv else "mine.toml")
    path.write_text(as_(found), encoding="utf-8")
    own = read_own(path)
    assert (own.changes, own.problems, own.unfilled) == ((), (), 4), "nothing is filled in yet"
    if as_ is as_csv:
        rows = list(csv.DictReader(io.StringIO(as_(found))))
        assert tuple(rows[0]) == COLUMNS
        rows[0]["kind"], rows[1]["id"] = "group", "Q207"
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
        text = out.getvalue()
    else:
        first, second, *rest = as_(found).split("\n\n")
        text = "\n\n".join((first.replace('kind = ""', 'kind = "group"'), second.replace('id = ""', 'id = "Q207"'), *rest))
    path.write_text(text, encoding="utf-8")
    table, problems, _ = with_own([path])
    assert problems == []
    (entry,) = table.candidates("Omega Group")
    assert (entry.id, entry.kind, entry.country) == ("own:omega-group", "group", "KEN")
    assert [e.id for e in table.candidates("Jane Roe")] == ["Q207"] and table.get("Q207").country == "USA", "a guess changes nobody who is known"


def test_odd_names_come_back(tmp_path: Path) -> None:
    names = ['The "Lions", of Oz', "=SUM(A1)", "Ça ira!", "x\\y", "5\x7f Gang", "O'Neil & Söhne; GmbH", "# Party"]
    lines = [
        {"record": "mention", "article_id": "a", "text": n, "start": k, "end": k + 1, "id": None, "name": n, "country": None, "sectors": [], "role": None, "via": "name"} for k, n in enumerate(names)
    ]
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    found = unresolved(path)
    for as_, name in ((as_csv, "mine.csv"), (as_toml, "mine.toml")):
        text = as_(found)
        text = text.replace(",,,,,,,,,,1,1", ",,group,,,,,,,,1,1").replace('kind = ""', 'kind = "group"')
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
        own = read_own(tmp_path / name)
        assert own.problems == () and own.unfilled == 0
        assert sorted(c.name for c in own.changes) == sorted(u.name.rstrip("!") for u in found)


def test_a_name_by_its_capitals(tmp_path: Path) -> None:
    names = [("Caspian Observer", "noun", None), ("Foreign Secretary", "noun", "foreign secretary"), ("Opposition parties", "noun", None), ("Cabinet", "noun", None), ("Ann Poe", "name", "mayor")]
    path = tmp_path / "r.jsonl"
    path.write_text(
        "".join(
            json.dumps({"record": "mention", "article_id": "a", "text": n, "start": k, "end": k + 1, "id": None, "name": n, "country": None, "sectors": [], "role": role, "via": via}) + "\n"
            for k, (n, via, role) in enumerate(names)
        )
    )
    assert {u.name for u in unresolved(path) if u.named} == {"Caspian Observer", "Ann Poe"}


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("r.txt", "\nTalks in Amman\n  CONSULT Israel\n", "cannot be read back"),
        ("r.jsonl", '{"record":"event"\n', "line 1: not JSON"),
        ("r.csv", "article_id,event_id,actors,recipients\na,b,[{,\n", "not as `dragoman code` wrote it"),
        ("r.parquet", "PAR1 no more", "not a whole Parquet file"),
        ("r.csv", "", "is not what"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputUnreadable, match=name) as raised:
        unresolved(tmp_path / name)
    assert says in str(raised.value) and "\n" not in str(raised.value)


def test_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(InputMissing):
            unresolved(path)
