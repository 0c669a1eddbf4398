"""Help is quick, complete, and needs nothing heavy."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from dragoman import __version__
from dragoman.cli.main import COMMANDS
from dragoman.settings import SETTINGS
from tests.cli.running import dragoman, ok

HEAVY = {"spacy", "pandas", "polars", "onnxruntime", "pyarrow", "numpy", "trafilatura", "rich"}


@pytest.mark.parametrize("args", [("--help",), ("code", "--help"), ("actors", "lookup", "--help"), ("codebook", "check", "--help")])
def test_help_answers_in_under_a_third_of_a_second(args: tuple[str, ...]) -> None:
    best = 9.0
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dragoman", *args], capture_output=True, check=True)
        best = min(best, time.perf_counter() - began)
        if best < 0.3:
            break
    assert best < 0.3


@pytest.mark.parametrize("args", [("--help",), ("--version",), *((name, "--help") for name in COMMANDS)])
def test_help_imports_nothing_heavy(args: tuple[str, ...]) -> None:
    code = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print('LOADED', *(m for m in {sorted(HEAVY)!r} if m in sys.modules)))\n"
        f"sys.argv = ['dragoman', *{list(args)!r}]\n"
        "from dragoman.cli.main import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].strip() == "LOADED"


def test_the_main_help_names_every_command() -> None:
    text = ok("--help")
    for name, (_, help) in COMMANDS.items():
        assert name in text and help in " ".join(text.split())
    assert ok("-h") == text


def test_the_help_of_code_names_every_setting() -> None:
    text = " ".join(ok("code", "--help").split())
    for name, setting in SETTINGS.items():
        assert f"--{name}" in text
        assert setting.help in text


def test_version() -> None:
    assert ok("--version").strip().endswith(__version__)


def test_an_unknown_command_says_which_there_are() -> None:
    done = dragoman("cod")
    assert done.returncode == 2 and "no command 'cod'" in done.stderr and "codebook" in done.stderr
    assert dragoman("code").returncode == 2, "no input"
