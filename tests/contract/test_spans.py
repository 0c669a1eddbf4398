"""`text[start:end] == span text` for every span of every record, over reports and over arbitrary text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.columns import records_of
from dragoman.errors import DragomanError
from dragoman.intake import read_inputs
from dragoman.settings import RECORDS

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PIECES = [
    "Iranian President Ebrahim Raisi", "accused", "Washington", "of creating", "Daesh", "“", "”", "‘", "’", "\n", "\n\n", ",", ".", "said", "that", "Turkey", "on Monday",
    "in Tehran", "denied", "the transfer of", "fighters", "he", "they", "the two countries", "according to", "police", "U.S.", "—", "…", "🙂", "é", "e\u0301", "\t", "  ",
    "will meet", "between 2014 and 2017", "not", "reportedly", "(", ")", "\u200b", "\u00a0", "李", "Straße", "İstanbul", "last year", "killed", "two people",
]  # fmt: skip


def spans(value, path=""):
    """Every dict with text, start and end inside a record."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys() and value.get("record") != "article":
            yield path, value
        for key, inner in value.items():
            yield from spans(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from spans(inner, f"{path}[{number}]")


def check(result) -> int:
    records = records_of(result, RECORDS)
    text = result.article.text
    seen = 0
    for record in records:
        for path, span in spans(record, record["record"]):
            if span["start"] is None:
                assert span["text"] is None and span["end"] is None, path
                continue
            seen += 1
            assert text[span["start"] : span["end"]] == span["text"], path
            assert span["text"], path
        if record["record"] == "article":
            for region in record["regions"]:
                assert 0 <= region["start"] < region["end"] <= len(text)
    return seen


def test_every_span_of_the_examples(coder) -> None:
    seen = 0
    for _, result in coder.code(read_inputs([str(EXAMPLES)])):
        assert not isinstance(result, DragomanError), result
        seen += check(result)
    assert seen > 300


@pytest.mark.parametrize("name", ["raisi-cavusoglu.txt", "wikinews-gum.jsonl", "conflict-reports-re3d.jsonl"])
def test_every_span_of_the_shared_reports(coder, shared, name: str) -> None:
    articles = 0
    for _, result in coder.code(read_inputs([str(shared / "articles" / name)])):
        assert not isinstance(result, DragomanError), result
        check(result)
        articles += 1
    assert articles


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.sampled_from([" ", "", "\n"]), st.sampled_from([None, "2021-11-15"]))
def test_every_span_of_any_text(coder, pieces: list[str], joint: str, published: str | None) -> None:
    try:
        result = coder(joint.join(pieces), published=published).results[0]
    except DragomanError:
        return
    check(result)
