"""Tags follow the tree only where grammar leaves no choice."""

from __future__ import annotations

from dragoman.reading.tag_repairs import repair_tags


def repaired(rows: str) -> list[str]:
    """Rows of `word tag head rel`, heads counted from 0, a root's its own."""
    words, tags, heads, rels = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    return repair_tags(list(words), list(tags), [int(h) for h in heads], list(rels), {"overran", "retook", "left"}.__contains__)


def test_a_participle_with_a_subject_is_a_past_tense():
    assert repaired("Troops NOUN|NNS 1 nsubj\nheld VERB|VBN 1 root\nit PRON|PRP 1 obj")[1] == "VERB|VBD"


def test_a_participle_with_an_auxiliary_stays():
    tags = ["NOUN|NNS", "AUX|VBP", "VERB|VBN"]
    assert repaired("Troops NOUN|NNS 2 nsubj\nhave AUX|VBP 2 aux\nheld VERB|VBN 2 root") == tags
    assert repaired("Troops NOUN|NNS 2 nsubj\nhave AUX|VBP 2 aux\nheld VERB|VBD 2 root") == tags


def test_an_absolute_participle_stays():
    assert repaired("leaders NOUN|NNS 1 nsubj\ngone VERB|VBN 2 advcl\nfled VERB|VBD 2 root")[1] == "VERB|VBN"


def test_a_bare_let_behind_a_singular_is_past():
    assert repaired("Oslo PROPN|NNP 1 nsubj\nlet VERB|VB 1 root\nhim PRON|PRP 1 obj")[1] == "VERB|VBD"
    assert repaired("They PRON|PRP 1 nsubj\nlet VERB|VB 1 root\nhim PRON|PRP 1 obj")[1] == "VERB|VBP"


def test_orders_stay():
    assert repaired("Let VERB|VB 0 root\nhim PRON|PRP 0 obj")[0] == "VERB|VB"


def test_a_form_that_is_only_past_is_no_present():
    assert repaired("Rebels NOUN|NNS 1 nsubj\noverran VERB|VBP 1 root\nit PRON|PRP 1 obj")[1] == "VERB|VBD"
    assert repaired("Troops NOUN|NNS 2 nsubj\nwill AUX|MD 2 aux\noverran VERB|VB 2 root")[2] == "VERB|VB"
    assert repaired("They PRON|PRP 1 nsubj\nhit VERB|VBP 1 root\nit PRON|PRP 1 obj")[1] == "VERB|VBP"
