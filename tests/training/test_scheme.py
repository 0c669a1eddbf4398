"""Labels of names that leave kinds open, and the tables that settle them."""

from __future__ import annotations

import pytest
from scheme import LABELS, Tables, allowed, coarse, spans


def test_open_labels():
    assert allowed("B-PLACE") == ("B-GPE", "B-LOC", "B-FAC")
    assert allowed("I-GROUP") == ("I-ORG", "I-ARMED_GROUP")
    assert allowed("B-PERSON") == ("B-PERSON",)
    assert allowed("O") == ("O",)
    assert allowed(None) == ()
    assert set(allowed("B-OTHER")) == {"O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT"}
    for label in (None, *LABELS, "B-PLACE", "I-GROUP", "I-OTHER"):
        assert set(allowed(label)) <= set(LABELS)


def test_coarse():
    assert coarse(["B-GPE", "B-FAC", "I-FAC", "B-ARMED_GROUP", "B-NORP", "O", None]) == ["B-LOC", "B-LOC", "I-LOC", "B-ORG", "O", "O", None]


def test_spans():
    assert spans(["B-ORG", "I-ORG", "B-ORG", "O", "I-ORG", "B-GPE", "I-LOC"]) == [(0, 2, "ORG"), (2, 3, "ORG"), (5, 6, "GPE")]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables()


@pytest.mark.parametrize(
    ("name", "open_kind", "kind"),
    [
        ("Syria", "PLACE", "GPE"), ("United States of America", "PLACE", "GPE"), ("Atlantic City", "PLACE", "GPE"), ("Gulf of Aden", "PLACE", "LOC"),
        ("Tigris River", "PLACE", "LOC"), ("Middle East", "PLACE", "LOC"), ("Ben Gurion Airport", "PLACE", "FAC"), ("Blorptown Annex", "PLACE", "PLACE"),
        ("Hezbollah", "GROUP", "ARMED_GROUP"), ("Islamic State", "GROUP", "ARMED_GROUP"), ("World Bank", "GROUP", "GROUP"), ("Iran", "GROUP", "GPE"),
    ],
)  # fmt: skip
def test_kinds_by_the_tables(tables, name, open_kind, kind):
    assert tables.kind_of(name.split(), open_kind) == kind


def test_peoples_among_other_words(tables):
    words, tags = ["Iranian", "forces", "left", "World", "War"], ["ADJ|JJ", "NOUN|NNS", "VERB|VBD", "PROPN|NNP", "PROPN|NNP"]
    assert tables.settle(words, ["O"] * 5, tags) == ["B-NORP", "O", "O", "B-OTHER", "B-OTHER"]
    assert tables.settle(["Monday", "March"], ["O", "O"], ["PROPN|NNP"] * 2) == ["O", "O"]
    assert tables.settle(["President", "Assad"], ["O", "B-PERSON"], ["PROPN|NNP"] * 2) == ["O", "B-PERSON"]
