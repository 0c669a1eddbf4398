"""The report that the project began from, line by line: what a reader of it would write down."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def records(shared):
    report = shared / "articles" / "raisi-cavusoglu.txt"
    done = subprocess.run([sys.executable, "-m", "dragoman", "code", str(report), "--published", "2021-11-15", "--publisher", "Sputnik", "--format", "jsonl"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


@pytest.fixture(scope="module")
def events(records):
    return [r for r in records if r["record"] == "event"]


def names(people) -> list[str]:
    return [p["name"] or p["text"] for p in people]


def countries(people) -> list[str]:
    return [p["country"] for p in people]


def find(events, type_: str, actor: str | None = None, recipient: str | None = None, **fields) -> list[dict]:
    """Events of a type whose actors and recipients include a name or a country."""
    out = []
    for e in events:
        if e["type"] != type_ or any(e[k] != v for k, v in fields.items()):
            continue
        if actor and actor not in names(e["actors"]) + countries(e["actors"]):
            continue
        if recipient and recipient not in names(e["recipients"]) + countries(e["recipients"]):
            continue
        out.append(e)
    return out


def test_raisi_asks_turkey(events) -> None:
    (event,) = find(events, "REQUEST", "Ebrahim Raisi", "TUR", region="body")
    assert event["standing"] == "reported"
    assert (event["time"]["from"], event["time"]["to"]) == ("2021-11-15", "2021-11-15")
    assert event["actors"][0]["role"] == "president"


def test_raisi_accuses_the_united_states(events) -> None:
    (event,) = [e for e in find(events, "ACCUSE", "Ebrahim Raisi", "USA", region="body") if e["predicate"]["text"] == "accused"]
    assert event["standing"] == "reported"
    assert event["time"]["from"] == "2021-11-15"
    assert event["recipients"][0]["via"] == "metonym"


def test_the_creation_of_daesh_is_a_claim_within_a_claim(events) -> None:
    created = [e for e in events if e["predicate"]["text"] == "created" and e["actors"][0]["country"] == "USA"]
    (event,) = created
    assert names(event["recipients"]) == ["Islamic State"]
    assert event["standing"] == "alleged"
    assert [s["name"] for s in event["sources"]] == ["Iranian media", "Ebrahim Raisi", "American officials"]


def test_the_accusation_holds_the_creation_too(events) -> None:
    accusation = find(events, "ACCUSE", "Ebrahim Raisi", "USA", region="body")[0]
    (event,) = [e for e in events if e["predicate"]["text"] == "creating"]
    assert event["parent"] == accusation["event_id"]
    assert event["standing"] == "alleged"
    assert [s["name"] for s in event["sources"]] == ["Ebrahim Raisi"]


def test_raisi_and_cavusoglu_meet_in_tehran(events) -> None:
    (event,) = [e for e in find(events, "CONSULT", "Ebrahim Raisi") if "Mevlüt Çavuşoğlu" in names(e["actors"]) + names(e["recipients"])]
    assert event["place"]["name"] == "Tehran"
    assert event["place"]["country"] == "IRN"
    assert event["time"]["from"] == "2021-11-15"


def test_iran_helped_syria_and_iraq_from_2014_to_2017(events) -> None:
    (event,) = find(events, "AID", "IRN", "IRQ")
    assert set(countries(event["recipients"])) == {"SYR", "IRQ"}
    assert (event["time"]["from"], event["time"]["to"]) == ("2014-01-01", "2017-12-31")
    assert event["standing"] == "reported"


def test_erdogans_visit_is_planned(events) -> None:
    (event,) = [e for e in events if "Recep Tayyip Erdoğan" in names(e["actors"]) and e["recipients"] and e["recipients"][0]["country"] == "IRN"]
    assert event["standing"] == "planned"
    assert event["time"]["to"] == "2021-12-31"
    assert event["time"]["basis"] == "stated"


def test_the_ambassador_was_summoned_the_year_before(events) -> None:
    (event,) = [e for e in find(events, "ACCUSE", "IRN", "TUR", region="body") if e["predicate"]["text"] == "summoning"]
    assert event["mode"] == "disapprove"
    assert (event["time"]["from"], event["time"]["to"]) == ("2020-01-01", "2020-12-31")


def test_the_transfer_of_fighters_is_denied(events) -> None:
    (denial,) = find(events, "REJECT", "TUR", region="body")
    assert denial["standing"] == "reported"
    (event,) = [e for e in events if e["predicate"]["text"] == "transfer"]
    assert event["standing"] == "denied"
    assert countries(event["actors"]) == ["TUR"]
    assert [(s["name"], s["stance"]) for s in event["sources"]] == [("Turkey", "denies")]


def test_links_and_footnote_are_no_body(records, events) -> None:
    article = next(r for r in records if r["record"] == "article")
    text = article["text"]
    related = [text[r["start"] : r["end"]] for r in article["regions"] if r["region"] == "related"]
    for words in ("Set Up Mechanism", "Extend Military Presence", "Summons Turkish Envoy"):
        assert any(words in line for line in related), words
    footers = " ".join(text[r["start"] : r["end"]] for r in article["regions"] if r["region"] == "footer")
    assert "outlawed in Russia" in footers
    for event in events:
        if event["region"] == "body":
            sentence = event["evidence"]["text"]
            assert not any(line in sentence for line in related)
    assert {e["region"] for e in events} >= {"body", "related"}
    assert article["publisher"] == "Sputnik"
