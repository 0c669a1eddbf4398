"""`dragoman codebook check` and `codebook try`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import dragoman, ok, process
from tests.coding.books import PATTERNS, write


def test_a_right_codebook(tmp_path: Path) -> None:
    out = ok("codebook", "check", write(tmp_path / "toy"))
    assert out.strip() == f"toy 7: {len(PATTERNS)} patterns, {len(PATTERNS) + 1} examples right, 0 wrong (100.0% right)"


def test_a_wrong_example_says_why(tmp_path: Path) -> None:
    wrong = {**PATTERNS[0], "example": ["[Iran] condemned [Israel].", "[Iran] denounced {Israel}."]}
    done = process("codebook", "check", write(tmp_path / "toy", [wrong, *PATTERNS[1:]]))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    for part in ("toy:QUARREL#scold (patterns-0.toml)", "[Iran] condemned [Israel].", "with actors [Iran] and recipients [Israel] instead of [Iran, Israel]", "1 wrong"):
        assert part in done.stdout, done.stdout
    assert "denounced" not in done.stdout, "what is right is not shown"


def test_only_some_and_so_many(tmp_path: Path) -> None:
    wrong = [{**p, "example": ["Rain fell on [Iran]."]} for p in PATTERNS]
    folder = write(tmp_path / "toy", wrong)
    one = dragoman("codebook", "check", folder, "--only", "meet").stdout
    assert "toy:TALK#meet" in one and "scold" not in one and "0 examples right, 1 wrong" in one
    some = dragoman("codebook", "check", folder, "--failures", "2").stdout
    assert some.count("Rain fell") == 2 and f"{len(PATTERNS)} wrong" in some


def test_a_malformed_codebook_is_one_line(tmp_path: Path) -> None:
    done = dragoman("codebook", "check", write(tmp_path / "toy", [{**PATTERNS[0], "type": "SULK"}]))
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "patterns-0.toml, pattern scold" in done.stderr and "SULK" in done.stderr


def test_try(tmp_path: Path) -> None:
    out = ok("codebook", "try", write(tmp_path / "toy"), "Iran condemned a law of Israel.")
    for part in ("Iran[nsubj←condemned]", "frame condemned (verb): ", "subject: Iran", "object: law", "event QUARREL/loud by Iran [IRN GOV] to Israel [ISR GOV]: reported, toy:QUARREL/loud#scold-law"):
        assert part in out, out
    out = ok("codebook", "try", tmp_path / "toy", "Iran fired a salute at Israel.")
    assert "no event" in out and "near miss toy:HARM#fire on “fired”: object must be one of" in out


def test_new(tmp_path: Path) -> None:
    done = dragoman("codebook", "new", "mine", cwd=tmp_path)
    assert done.returncode == 0 and "mine.toml: 17 types" in done.stdout and "dragoman codebook check mine.toml" in done.stdout
    assert "mine 1: 3 patterns, 5 examples right, 0 wrong" in (dragoman("codebook", "new", "alone", "--empty", cwd=tmp_path).stdout + dragoman("codebook", "check", "alone.toml", cwd=tmp_path).stdout).replace("alone 1", "mine 1")
    again = dragoman("codebook", "new", "mine", cwd=tmp_path)
    assert again.returncode == 1 and "there already" in again.stderr and "Traceback" not in again.stderr
    unknown = dragoman("codebook", "new", "other", "--extends", "nothing", cwd=tmp_path)
    assert unknown.returncode == 1 and "nothing" in unknown.stderr
