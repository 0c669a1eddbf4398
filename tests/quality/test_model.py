"""Floors under the language model's scores on held-out corpora. They may be raised, not lowered.

Reads the corpora at CORPORA, or ../shared/train beside the repository; skipped where they are absent. Gold tokens and
gold sentences (for trees), int8 model as shipped; training/README.md has the whole table.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CORPORA = Path(os.environ.get("CORPORA", ROOT.parent / "shared/train"))

pytestmark = pytest.mark.skipif(not (CORPORA / "ud-ewt").is_dir(), reason=f"no corpora at {CORPORA.name}: set CORPORA")

FLOORS = {
    "EWT test": {"UAS": 91.4, "LAS": 88.8, "tags": 95.9, "sentences F": 91.5, "names F": 77.8, "lemmas": 97.8, "nsubj": 94.2, "obj": 93.5, "VBD recall": 95.5},
    "GUM news held out": {"UAS": 90.9, "LAS": 88.4, "tags": 96.8, "sentences F": 94.0, "lemmas": 98.0, "nsubj": 92.5, "obj": 93.5, "VBD recall": 99.0},
}


@pytest.fixture(scope="module")
def scores() -> dict[str, dict[str, float]]:
    sys.path.insert(0, str(ROOT / "training"))
    try:
        from score import held_documents, measure_reader
    finally:
        sys.path.remove(str(ROOT / "training"))
    from dragoman.reading.model import Reader

    documents = held_documents(CORPORA)
    reader = Reader()
    return {name: measure_reader(reader, documents[name]) for name in FLOORS}


@pytest.mark.parametrize("corpus", FLOORS)
def test_scores_do_not_fall(scores, corpus):
    low = {k: (scores[corpus][k], floor) for k, floor in FLOORS[corpus].items() if scores[corpus][k] < floor}
    assert not low, f"below the floor (score, floor): {low}"
