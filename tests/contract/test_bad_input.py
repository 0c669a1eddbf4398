"""Bad input: one clear line that names the input and says what to do, a non-zero exit code, and the others still coded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Iranian President Ebrahim Raisi accused Washington of arming rebels in Syria on Monday.\n\nTurkish police detained two journalists in Istanbul, officials said.\n"


def run(*args: str, stdin: bytes | None = None) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "dragoman", "code", *args], capture_output=True, input=stdin, check=False)


BAD = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (b"\x00\x01\x02\xff" * 200, "binary"),
    "latin.txt": (b"The minister said caf\xe9 owners in Paris were angry at the government.", "UTF-8"),
    "german.txt": ("Der iranische Präsident hat am Montag die Vereinigten Staaten beschuldigt, die Terroristen zu unterstützen. Die Regierung in Ankara wies die Vorwürfe zurück und forderte eine Entschuldigung.".encode(), "German"),
    "dated.jsonl": (json.dumps({"text": GOOD, "published": "2021-13-45"}).encode(), "YYYY-MM-DD"),
}  # fmt: skip


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("inputs")
    (folder / "good.txt").write_text(GOOD)
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    names = [*BAD, "missing.txt", "good.txt"]
    done = run(*(str(folder / n) for n in names), "--published", "2021-11-15", "--format", "jsonl")
    return done, done.stderr.decode().splitlines()


@pytest.mark.parametrize("name", [*BAD, "missing.txt"])
def test_each_bad_input_gets_one_clear_line(outcome, name: str) -> None:
    done, lines = outcome
    mine = [line for line in lines if name in line]
    assert len(mine) == 1, lines
    assert "Traceback" not in mine[0]
    word = BAD[name][1] if name in BAD else "no such file"
    assert word.lower() in mine[0].lower()


def test_the_good_input_is_still_coded_and_the_exit_code_tells(outcome) -> None:
    done, _ = outcome
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert sum(r["record"] == "article" for r in records) == 1
    assert {r["type"] for r in records if r["record"] == "event"} >= {"ACCUSE", "COERCE"}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--published", "2021-02-30"), "YYYY-MM-DD"),
        (("--published", "yesterday-ish"), "YYYY-MM-DD"),
        (("--codebook", "nosuchbook"), "no codebook named 'nosuchbook'"),
        (("--records", "events,opinions"), "opinions"),
    ],
)
def test_a_wrong_option_is_one_line(tmp_path: Path, args: tuple[str, ...], says: str) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    done = run(str(tmp_path / "good.txt"), *args)
    assert done.returncode != 0
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert done.stdout == b""


def test_standard_input(tmp_path: Path) -> None:
    done = run("-", "--published", "2021-11-15", "--records", "events", stdin=GOOD.encode())
    assert done.returncode == 0, done.stderr
    assert {json.loads(line)["record"] for line in done.stdout.splitlines()} == {"event"}
