"""The table for people."""

from __future__ import annotations

import io

import pytest

from dragoman.export.terminal import TerminalTable, people, when


def printed(records: list[dict]) -> str:
    out = io.StringIO()
    table = TerminalTable(out)
    table.write(records)
    table.close()
    return out.getvalue()


@pytest.fixture(scope="module")
def result(coder):
    return coder("Iran accused Washington of arming rebels in Syria on Monday.\n\nThe [bold] minister slept.", published="2021-11-15", publisher="The [Post]", title="Iran [again]")


def test_an_article_and_its_events(result) -> None:
    records = result.records(("articles", "statements", "events", "times"))
    text = printed(records)
    assert "Iran [again]" in text and "The [Post]" in text and "2021-11-15" in text, "brackets are text, not mark-up"
    event = next(r for r in records if r["record"] == "event" and r["type"] == "ACCUSE")
    for part in ("ACCUSE/allege", "Iran [IRN GOV]", "United States [USA", event["standing"], event["event_id"], event["rule"], event["evidence"]["text"]):
        assert part in text, part
    assert "1 time" in text and "1 times" not in text
    assert "\x1b" not in text, "no colours where it is not a terminal"


def test_an_article_without_events_says_so(coder) -> None:
    text = printed(coder("It rained all day and nobody was outside.", title="Rain").records(("articles", "events")))
    assert "Rain" in text and "no events" in text


def test_nothing_for_nothing() -> None:
    assert printed([]) == ""


def test_people() -> None:
    one = {"name": None, "text": "rebels", "country": None, "sectors": []}
    two = {"name": "Iran", "text": "Tehran", "country": "IRN", "sectors": ["GOV", "MIL", "COP"]}
    assert people([one, two]) == "rebels, Iran [IRN GOV MIL]"
    assert people([]) == "–"


@pytest.mark.parametrize(
    ("from_", "to", "said"), [("2021-01-01", "2021-01-01", "2021-01-01"), ("2021-01-01", "2021-12-31", "2021-01-01 – 2021-12-31"), (None, "2021-12-31", "… – 2021-12-31"), ("2021-01-01", None, "2021-01-01 – …"), (None, None, "?")]
)
def test_when(from_, to, said) -> None:
    assert when({"time": {"from": from_, "to": to}}) == said
