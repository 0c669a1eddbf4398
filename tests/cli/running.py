"""Running the command line: in a process of its own, as people do, or in this one, which need not load everything again."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, nullcontext
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

REPORT = """Title: Talks in Amman
Published: 2021-11-15
Publisher: The Example

Israel and Jordan held talks in Amman on Sunday.

Iran accused Washington of arming rebels in Syria, state media reported. "We reject the charge," a spokesman for the State Department said.
"""


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def _environment(state: Path | None) -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": "utf-8", "XDG_STATE_HOME": str(state) if state else "/dev/null/none", "COLUMNS": "120"}


def process(*args: str | Path, state: Path | None = None, cwd: Path | None = None, stdin: str | None = None) -> Done:
    """`python -m dragoman ARGS` in a process of its own. `state`: the folder of the last run; without it none is kept."""
    done = subprocess.run([sys.executable, "-m", "dragoman", *map(str, args)], capture_output=True, text=True, encoding="utf-8", env=_environment(state), cwd=cwd, input=stdin, check=False, timeout=60)
    return Done(done.returncode, done.stdout, done.stderr)


def dragoman(*args: str | Path, state: Path | None = None, cwd: Path | None = None, stdin: str | None = None) -> Done:
    """The same in this process, through the same entry point, with pipes for its three streams."""
    from dragoman.cli.main import main

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO((stdin or "").encode()), encoding="utf-8")
    code = 0
    with patch.object(sys, "argv", ["dragoman", *map(str, args)]), patch.object(sys, "stdout", out), patch.object(sys, "stderr", err), patch.object(sys, "stdin", given):
        with patch.dict(os.environ, _environment(state)), chdir(cwd) if cwd else nullcontext():
            try:
                main()
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    out.flush()
    return Done(code, out.buffer.getvalue().decode("utf-8"), err.buffer.getvalue().decode("utf-8"))


def ok(*args: str | Path, run=dragoman, **more) -> str:
    """Standard output of a command that must succeed."""
    done = run(*args, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout
