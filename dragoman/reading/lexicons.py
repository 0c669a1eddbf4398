"""Word lists of `data/lexicons`, read once when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/lexicons/NAME.tsv` without comments and empty lines, each a tuple of its columns."""
    text = (files("dragoman") / "data" / "lexicons" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """A lexicon of two columns, key and lemmas, as key -> lemmas ("call_off" stands for "call off")."""
    out: dict[str, set[str]] = {}
    for key, words in rows(name):
        out.setdefault(key, set()).update(word.replace("_", " ") for word in words.split())
    return {key: frozenset(words) for key, words in out.items()}


@cache
def governors() -> dict[tuple[str, str], str]:
    """(lemma, part of speech) -> what the word does to the event that it governs; see `governors.tsv`."""
    out: dict[tuple[str, str], str] = {}
    for effect, pos, words in rows("governors"):
        for word in words.split():
            out.setdefault((word.replace("_", " "), pos), effect)
    return out
