"""Text without gold that may be trained on: GAP's passages and our own codebook's examples."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_UNMARKED = str.maketrans("", "", "[]{}")  # actors and recipients are marked in the examples


def passages(path: Path) -> Iterator[str]:
    """The passages of one of GAP's files."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["Text"]


def examples() -> Iterator[str]:
    """The examples and counter-examples of the codebook that ships, in the order of its files."""
    from dragoman.coding.codebook import load_codebook

    for pattern in load_codebook("plover").patterns:
        for example in (*pattern.examples, *pattern.counter):
            yield example.translate(_UNMARKED)
