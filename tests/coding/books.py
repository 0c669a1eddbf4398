"""A small codebook of our own, for tests of loading and matching."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HEAD = """
name = "toy"
version = "7"

[types.QUARREL]
quad = 3
score = -2
[types.QUARREL.modes.loud]
score = -4
description = "With shouting."

[types.TALK]
quad = 1
score = 1.5
[types.TALK.modes.phone]

[types.HELP]
quad = 2
needs_recipient = true

[types.HARM]
quad = 4
score = -9
"""

WORDS = """
[classes]
weapon = ["rocket", "drone", "Shell"]
"""

PATTERNS: list[dict[str, Any]] = [
    {"id": "scold", "type": "QUARREL", "cameo": "111", "verb": ["criticize", "condemn", "denounce"], "recipient": "object", "example": ["[Iran] condemned {Israel}."]},
    {"id": "scold-law", "type": "QUARREL", "mode": "loud", "verb": ["condemn"], "recipient": "object", "object": ["law"], "example": ["[Iran] condemned a law of {Israel}."]},
    {"id": "meet", "type": "TALK", "verb": ["meet"], "actor": ["subject", "object", "with"], "symmetric": True, "example": ["[Iran] met [Israel]."]},
    {"id": "talks", "type": "TALK", "noun": ["talk"], "actor": ["subject", "with", "between"], "symmetric": True, "example": ["[Iran] held talks with [Israel]."]},
    {"id": "phone", "type": "TALK", "mode": "phone", "verb": ["phone"], "recipient": "object", "example": ["[Iran] phoned {Israel}."]},
    {"id": "aid", "type": "HELP", "verb": ["help", "assist"], "recipient": "object", "example": ["[Iran] helped {Syria}."], "not": ["The rain helped."]},
    {"id": "shell", "type": "HARM", "verb": ["attack", "shell", "bomb"], "recipient": "object", "example": ["[Iran] attacked {Israel}."], "contexts": ["military"]},
    {"id": "fire", "type": "HARM", "verb": ["fire", "launch"], "object": ["@weapon"], "recipient": ["at", "on", "into"], "example": ["[Iran] fired rockets at {Israel}."]},
]  # fmt: skip


def toml(value: Any) -> str:
    """A value as TOML; strings, lists of strings, booleans and numbers look as in JSON."""
    return json.dumps(value)


def block(pattern: dict[str, Any], quoted: bool = True) -> str:
    return "[[pattern]]\n" + "".join(f"{toml(key) if '.' in key and quoted else key} = {toml(value)}\n" for key, value in pattern.items()) + "\n"


def write(folder: Path, patterns: list[dict[str, Any]] | None = None, head: str = HEAD, words: str = WORDS, files: list[list[int]] | None = None, names: list[str] | None = None) -> Path:
    """A codebook in `folder`. `files`: which patterns go into which file, in which order; one file by default."""
    patterns = PATTERNS if patterns is None else patterns
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "codebook.toml").write_text(head)
    (folder / "words.toml").write_text(words)
    for number, group in enumerate(files if files is not None else [list(range(len(patterns)))]):
        name = names[number] if names else f"patterns-{number}"
        (folder / f"{name}.toml").write_text("".join(block(patterns[i]) for i in group))
    return folder
