"""`dragoman explain`: by the whole id and its beginning, with the reports named and after the last run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import REPORT, dragoman, ok, process


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A run that was kept: (folder of its state, report, its ACCUSE event)."""
    folder = tmp_path_factory.mktemp("run")
    report = folder / "amman.txt"
    report.write_text(REPORT, encoding="utf-8")
    out = ok("code", "amman.txt", "--records", "events", state=folder / "state", cwd=folder, run=process)
    return folder / "state", report, next(e for e in map(json.loads, out.splitlines()) if e["type"] == "ACCUSE")


def test_after_the_last_run_from_any_folder(run, tmp_path: Path) -> None:
    state, _, event = run
    text = ok("explain", event["event_id"], state=state, cwd=tmp_path, run=process)
    for part in (event["event_id"], "ACCUSE/allege", event["rule"], "Iran accused Washington of arming rebels in Syria", "United States"):
        assert part in text


def test_by_the_beginning_of_the_id(run, tmp_path: Path) -> None:
    state, report, event = run
    whole = ok("explain", event["event_id"], report)
    assert ok("explain", event["event_id"][:6], report) == whole
    assert ok("explain", event["event_id"][:6], state=state) == whole


def test_an_event_that_is_not_there(run) -> None:
    _, report, _ = run
    done = dragoman("explain", "ffffffffffffffff", report)
    assert done.returncode == 1 and "no event ffffffffffffffff" in done.stderr and done.stdout == ""


def test_without_a_last_run(tmp_path: Path) -> None:
    done = dragoman("explain", "abc", state=tmp_path / "nothing")
    assert done.returncode == 1 and "no run to look in" in done.stderr and done.stderr.count("\n") == 1


def test_the_options_of_the_last_run_are_kept(tmp_path: Path) -> None:
    report = tmp_path / "r.txt"
    report.write_text("Kenya attacked Somalia on Friday.\n")
    out = ok("code", report, "--published", "2021-11-15", "--records", "events", state=tmp_path / "s")
    (event,) = map(json.loads, out.splitlines())
    assert "2021-11-12" in ok("explain", event["event_id"], state=tmp_path / "s")


def test_after_standard_input(tmp_path: Path) -> None:
    ok("code", "-", state=tmp_path / "s", stdin="Kenya attacked Somalia.\n")
    done = dragoman("explain", "abc", state=tmp_path / "s")
    assert done.returncode == 1 and "standard input" in done.stderr


def test_a_state_that_cannot_be_kept_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert ok("code", "-", state=tmp_path / "file", stdin="Kenya attacked Somalia.\n")
