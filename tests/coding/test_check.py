"""A codebook's examples as its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.check import check_codebook, parse_example
from dragoman.coding.codebook import load_codebook
from tests.coding.books import PATTERNS, write


def verdicts(coder, folder: Path, patterns: list[dict], only: str | None = None) -> dict[str, str]:
    return {f"{v.pattern.id}: {'not ' if v.counter else ''}{v.example}": v.problem for v in check_codebook(load_codebook(write(folder, patterns)), coder.nlp, only)}


def one(coder, tmp_path: Path, **more) -> str:
    base = {"id": "scold", "type": "QUARREL", "verb": ["condemn", "scold"], "recipient": "object", **more}
    (problem,) = verdicts(coder, tmp_path / "book", [base]).values()
    return problem


def test_brackets() -> None:
    e = parse_example("[Iran] accused {Washington} and {London}.")
    assert e.text == "Iran accused Washington and London."
    assert [e.text[a:b] for a, b in e.actors] == ["Iran"]
    assert [e.text[a:b] for a, b in e.recipients] == ["Washington", "London"]
    nested = parse_example("[the army of {Iran}] slept")
    assert [nested.text[a:b] for a, b in (*nested.actors, *nested.recipients)] == ["the army of Iran", "Iran"]


@pytest.mark.parametrize("example", ["[Iran slept.", "Iran] slept.", "[Iran} slept.", "[{Iran]} slept."])
def test_brackets_that_do_not_match(example: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        parse_example(example)


def test_a_right_codebook(coder, tmp_path: Path) -> None:
    found = verdicts(coder, tmp_path / "toy", PATTERNS)
    assert set(found.values()) == {""}
    assert len(found) == len(PATTERNS) + 1, "the counter-example counts too"


def test_only_one_type_or_pattern(coder, tmp_path: Path) -> None:
    assert {k.split(":")[0] for k in verdicts(coder, tmp_path / "a", PATTERNS, "HARM")} == {"shell", "fire"}
    assert {k.split(":")[0] for k in verdicts(coder, tmp_path / "b", PATTERNS, "aid")} == {"aid"}
    assert {k.split(":")[0] for k in verdicts(coder, tmp_path / "c", PATTERNS, "toy:QUARREL/loud#scold-law")} == {"scold-law"}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"example": ["[Iran] condemned [Israel]."]}, ["QUARREL", "condemned", "actors [Iran]", "recipients [Israel]", "instead of [Iran, Israel]"]),
        ({"example": ["Rain fell on [Iran]."]}, ["none of the pattern's words", "fell"]),
        ({"example": ["[Iran] condemned {Israel}."], "object": ["law"]}, ["condemned", "object must be one of law", "subject: Iran"]),
        ({"example": ["[Iran] condemned {Israel}."], "needs": ["recipient"], "recipient": "with"}, ["no recipient in with"]),
        ({"example": ["[Iran condemned {Israel}."]}, ["not closed"]),
        ({"example": []}, ["no example"]),
    ],
)
def test_words_that_say_why(coder, tmp_path: Path, more: dict, says: list[str]) -> None:
    problem = one(coder, tmp_path, **more)
    assert [w for w in says if w not in problem] == [], problem


def test_a_counter_example_that_fires(coder, tmp_path: Path) -> None:
    found = verdicts(coder, tmp_path / "toy", [{**PATTERNS[0], "not": ["Iran condemned Israel.", "Rain fell."]}])
    assert [bool(p) for k, p in found.items() if ": not " in k] == [True, False]
    assert "must not fire" in found["scold: not Iran condemned Israel."]


def test_another_pattern_took_the_word(coder, tmp_path: Path) -> None:
    harm = {"id": "z", "type": "HARM", "verb": ["condemn"], "recipient": "object", "object": ["*"], "near": ["israel"], "example": ["[Iran] condemned {Israel}."]}
    found = verdicts(coder, tmp_path / "toy", [PATTERNS[0], harm])
    (problem,) = [p for k, p in found.items() if k.startswith("scold")]
    assert "a more special pattern took “condemned”" in problem and "HARM" in problem
