"""The same input gives the same bytes: from two runs, in any order of inputs, under any hash seed, with any number of threads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def run(inputs: list[str], seed: str = "0", threads: str = "1") -> bytes:
    env = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads}
    done = subprocess.run([sys.executable, "-m", "dragoman", "code", *inputs, "--format", "jsonl", "--records", "events,statements,articles,mentions,times,places", "--quiet"], capture_output=True, env=env, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout
    return done.stdout


def by_article(output: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in output.decode().splitlines():
        found.setdefault(json.loads(line)["article_id"], []).append(line)
    return found


def test_two_runs_two_hash_seeds_and_thread_counts() -> None:
    first = run([str(EXAMPLES)], seed="1")
    assert run([str(EXAMPLES)], seed="1") == first
    assert run([str(EXAMPLES)], seed="4242", threads="2") == first


def test_order_of_inputs_changes_only_the_order_of_articles() -> None:
    files = sorted(str(p) for p in EXAMPLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl", ".csv"))
    forward, backward = run(files), run(files[::-1])
    assert by_article(forward) == by_article(backward)
    assert sorted(forward.splitlines()) == sorted(backward.splitlines())
