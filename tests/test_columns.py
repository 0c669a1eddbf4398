"""The columns: each is described, each is filled by some record, and no key of a record goes unwritten."""

from __future__ import annotations

import dataclasses
import typing

import pytest

from dragoman import records as vocabulary
from dragoman.columns import COLUMNS, KIND_OF, arrow_schema, records_of, row
from dragoman.records import Actor, Article, Author, Event, Place, Region, Result, Source, Span, Statement, Time
from dragoman.settings import RECORDS

ACTOR = Actor("the minister", 4, 16, "Q1", "Ann Lee", "UTO", ("GOV", "PTY"), "foreign minister", "noun")
SPAN = Span("said", 20, 24)
TIME = Time("on Monday", 30, 39, "2021-11-15", "2021-11-15", "day", "stated", "DATE", "2021-11-15")
PLACE = Place("Goma", 50, 54, "Goma", "city", "COD", "North Kivu", -1.67, 29.23, 216281)
ARTICLE = Article("a" * 16, "Title", "https://example.org", "The Post", "2021-11-15", "en", "text", (Region("lead", 0, 4),), "a" * 16)
EVENT = Event(
    event_id="e" * 16, article_id="a" * 16, title="Title", url="https://example.org", publisher="The Post", published="2021-11-15", region="lead",
    type="ACCUSE", mode="allege", contexts=("legal",), cameo="0112", quad=3, score=-2.0, predicate=SPAN, evidence=SPAN, actors=(ACTOR, ACTOR), recipients=(ACTOR,),
    time=TIME, place=PLACE, polarity="+", modality="actual", sources=(Source("IRNA", "m", "it", 1, 3, SPAN, "affirms", "certain", "+", "carrier", True), Source("Ann Lee", "Q1", "she", 1, 4, SPAN, "affirms", "certain", "+")),
    author=Author("possible", "+", True), standing="alleged", parent="f" * 16,
    rule="plover:ACCUSE/allege#x", confidence=0.9, story_id="s" * 16, version={"dragoman": "0.1.0", "codebook": "plover 1"},
)  # fmt: skip
STATEMENT = Statement("s" * 16, "a" * 16, ACTOR, (ACTOR,), SPAN, SPAN, "direct", "p" * 16, "e" * 16)
FULL = Result(ARTICLE, (EVENT,), (STATEMENT,), (ACTOR,), (TIME,), (PLACE,))


@pytest.fixture(scope="module")
def by_kind() -> dict[str, dict]:
    return {r["record"]: r for r in records_of(FULL, RECORDS)}


def test_each_kind_of_record_has_columns() -> None:
    assert set(KIND_OF) == set(RECORDS)
    assert set(KIND_OF.values()) == set(COLUMNS)


@pytest.mark.parametrize("kind", COLUMNS)
def test_columns_are_named_once_and_described(kind: str) -> None:
    names = [name for name, _, _ in COLUMNS[kind]]
    assert len(names) == len(set(names))
    assert [name for name, _, text in COLUMNS[kind] if not text.strip()] == []
    assert arrow_schema(kind).names == names


@pytest.mark.parametrize("kind", COLUMNS)
def test_every_column_is_filled_by_a_full_record(by_kind, kind: str) -> None:
    flat = row(by_kind[kind])
    assert [name for name, _, _ in COLUMNS[kind] if flat.get(name) in (None, "", [], {})] == []


@pytest.mark.parametrize("kind", COLUMNS)
def test_no_value_of_a_record_is_lost_in_its_row(by_kind, kind: str) -> None:
    def leaves(value) -> list:
        if isinstance(value, dict):
            return [x for v in value.values() for x in leaves(v)]
        if isinstance(value, list):
            return [x for v in value for x in leaves(v)]
        return [value]

    record = {k: v for k, v in by_kind[kind].items() if k != "record"}
    written = row(by_kind[kind])
    assert set(written) == {name for name, _, _ in COLUMNS[kind]}
    found = set(map(str, leaves(written))) | set((written.get("version") or "").replace("; ", " ").split(" ")) | {(written.get("version") or "").split("; ")[-1].removeprefix("codebook ")}
    kept = {"timex", "value"} if kind == "event" else set()  # TIMEX3 is in the time record
    lost = []
    for key, value in record.items():
        inner = {k: v for k, v in value.items() if k not in kept} if isinstance(value, dict) else value
        lost += [(key, leaf) for leaf in leaves(inner) if str(leaf) not in found]
    assert lost == []


RECORD_KEYS = {Event: "event", Statement: "statement", Article: "article", Actor: "mention", Time: "time", Place: "place"}


@pytest.mark.parametrize("record", RECORD_KEYS, ids=lambda r: r.__name__)
def test_every_field_of_a_record_is_in_its_json(by_kind, record) -> None:
    fields = {f.name.rstrip("_") for f in dataclasses.fields(record)}
    assert fields <= set(by_kind[RECORD_KEYS[record]])


def test_the_contract_of_an_event(by_kind) -> None:
    event = by_kind["event"]
    assert list(event) == [
        "record", "event_id", "article_id", "title", "url", "publisher", "published", "region", "type", "mode", "contexts", "cameo", "quad", "score", "predicate",
        "evidence", "actors", "recipients", "time", "place", "polarity", "modality", "sources", "author", "standing", "parent", "rule", "confidence", "story_id", "version",
    ]  # fmt: skip
    assert list(event["actors"][0]) == ["text", "start", "end", "id", "name", "country", "sectors", "role", "via"]
    assert list(event["time"])[:7] == ["text", "start", "end", "from", "to", "grain", "basis"]
    assert list(event["place"]) == ["text", "start", "end", "name", "kind", "country", "admin1", "lat", "lon", "geonames_id"]
    assert list(event["sources"][0]) == ["name", "id", "text", "start", "end", "cue", "stance", "certainty", "polarity", "link", "state_controlled"]
    assert list(event["author"]) == ["certainty", "polarity", "state_controlled"]
    assert event["cameo"] == "0112" and event["actors"][0]["sectors"] == ["GOV", "PTY"]


def test_the_contract_of_the_other_records(by_kind) -> None:
    assert list(by_kind["statement"]) == ["record", "statement_id", "article_id", "speaker", "addressees", "cue", "content", "form", "stance", "parent", "event_id"]
    assert list(by_kind["article"]) == ["record", "article_id", "title", "url", "publisher", "published", "language", "text", "regions", "duplicate_of"]
    assert list(by_kind["mention"])[:2] == list(by_kind["time"])[:2] == list(by_kind["place"])[:2] == ["record", "article_id"]


def test_nothing_is_null_or_empty_not_missing() -> None:
    bare = Event(
        event_id="e", article_id="a", title=None, url=None, publisher=None, published=None, region="body", type="ACCUSE", mode=None, contexts=(), cameo=None, quad=None,
        score=None, predicate=SPAN, evidence=SPAN, actors=(), recipients=(), time=Time(None, None, None, None, None, None, "none"), place=None, polarity="+", modality="actual",
        sources=(), author=Author("certain", "+"), standing="reported", parent=None, rule="r", confidence=0.5, story_id=None, version={},
    )  # fmt: skip
    (event,) = records_of(Result(ARTICLE, (bare,)), ("events",))
    assert set(event) == set(records_of(FULL, ("events",))[0])
    assert (event["place"], event["actors"], event["mode"], event["time"]["from"]) == (None, [], None, None)
    flat = row(event)
    assert set(flat) == {name for name, _, _ in COLUMNS["event"]}
    assert flat["actor"] is None and flat["lat"] is None and flat["source_chain"] is None


def test_names_and_countries_of_several_actors(by_kind) -> None:
    other = {**by_kind["event"], "actors": [*by_kind["event"]["actors"][:1], {**by_kind["event"]["actors"][0], "name": None, "text": "rebels", "country": None}]}
    flat = row(other)
    assert (flat["actor"], flat["actor_country"]) == ("Ann Lee; rebels", "UTO")


def test_records_asked_for_and_no_others() -> None:
    assert [r["record"] for r in records_of(FULL, ("times", "events"))] == ["event", "time"]
    assert records_of(FULL, ()) == []


def test_records_are_frozen_and_slotted() -> None:
    classes = [c for c in vars(vocabulary).values() if dataclasses.is_dataclass(c)]
    assert len(classes) >= 9
    for c in classes:
        assert c.__dataclass_params__.frozen and "__slots__" in vars(c), c
        assert typing.get_type_hints(c)
