"""What the last `dragoman code` read, so that `dragoman explain EVENT_ID` needs nothing else.

Kept as one small JSON file in the user's state folder (XDG_STATE_HOME, or ~/.local/state); it holds paths and options,
no text. Where it cannot be written, nothing is lost: `explain` then asks for the inputs.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def path() -> Path:
    """Where it is kept."""
    base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "dragoman" / "last-run.json"


def remember(inputs: list[str], published: str | None, publisher: str | None, codebook: str, actors: list[str]) -> None:
    """Note the inputs (as absolute paths where they are files) and options of a run."""
    files = [str(Path(i).resolve()) if i != "-" and "://" not in i else i for i in inputs]
    book = str(Path(codebook).resolve()) if Path(codebook).exists() else codebook
    try:
        target = path()
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(".part")
        part.write_text(json.dumps({"inputs": files, "published": published, "publisher": publisher, "codebook": book, "actors": [str(Path(a).resolve()) for a in actors]}), encoding="utf-8")
        os.replace(part, target)
    except OSError:
        pass


def recall() -> dict[str, Any] | None:
    """The last run, or None."""
    try:
        return json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
