"""Scores become well-formed structure, whatever the scores."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.decode import best_labels, is_tree, name_spans, sentence_starts, tidy_names, tree, whole_names

LABELS = ["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


def score_of(scores: np.ndarray, heads) -> float:
    scores = scores.copy()
    n = len(scores)
    scores[np.arange(n), np.arange(1, n + 1)] = -1e9
    logs = scores - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True)) - scores.max(1, keepdims=True)
    return float(sum(logs[i, h] for i, h in enumerate(heads)))


@pytest.mark.parametrize("seed", range(30))
def test_the_best_tree_is_found(seed):
    rng = np.random.default_rng(seed)
    n = 2 + seed % 4
    scores = rng.normal(size=(n, n + 1)) * 2
    every = (heads for heads in itertools.product(range(n + 1), repeat=n) if is_tree(list(heads)))
    best = max(every, key=lambda heads: score_of(scores, heads))
    assert tree(scores) == list(best)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(0, 10**6))
def test_always_one_tree_with_one_root(n, seed):
    heads = tree(np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32))
    assert is_tree(heads)


def test_is_tree():
    assert is_tree([0])
    assert is_tree([2, 0, 2])
    assert not is_tree([0, 0])
    assert not is_tree([2, 1])
    assert not is_tree([0, 3, 2])


def test_names_are_well_formed():
    # I-ORG behind B-PERSON is the best label of its word, but no name.
    scores = np.full((3, 7), -5.0)
    scores[0, 1] = scores[1, 4] = scores[2, 0] = 5.0
    scores[1, 2] = 1.0
    assert name_spans(scores, LABELS, [0]) == [(0, 2, "PERSON")]


def test_names_do_not_cross_sentences():
    scores = np.full((2, 7), -5.0)
    scores[0, 5] = scores[1, 6] = 5.0
    assert name_spans(scores, LABELS, [0]) == [(0, 2, "LOC")]
    assert all(end - begin == 1 for begin, end, _ in name_spans(scores, LABELS, [0, 1]))


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 30), st.integers(0, 10**6))
def test_names_never_overlap(n, seed):
    spans = name_spans(np.random.default_rng(seed).normal(size=(n, 7)) * 3, LABELS, [0])
    assert all(0 <= begin < end <= n for begin, end, _ in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_sentence_starts_keep_quotation_marks_with_their_words():
    words = ["He", "left", ".", "“", "We", "stay", ".", "”", "Then", "rain"]
    scores = np.array([1.0, -1, -1, 1, 1, -1, -1, 1, 1, -1])
    assert sentence_starts(scores, {0}, words) == [0, 3, 8]


def test_no_sentence_begins_behind_a_title_or_an_initial():
    words = ["said", "Sgt.", "Nora", "B.", "Lund", ".", "Then"]
    assert sentence_starts(np.array([1.0, -1, 1, -1, 1, -1, 1]), {0}, words) == [0, 6]


def test_what_is_no_name_is_left_out():
    words = ["Iranian", "envoys", "in", "Oslo", "of", "Gen.", "Lund"]
    tags = ["ADJ|JJ", "NOUN|NNS", "ADP|IN", "PROPN|NNP", "ADP|IN", "PROPN|NNP", "PROPN|NNP"]
    spans = [(0, 1, "ORG"), (3, 5, "LOC"), (5, 6, "PERSON"), (6, 7, "PERSON")]
    assert tidy_names(spans, words, tags) == [(3, 4, "LOC"), (6, 7, "PERSON")]


def test_a_name_is_whole_where_the_tree_says_so():
    #        Lewis Tom Martin met Abu Dhabi 's men
    heads = [3, 3, 1, 3, 7, 4, 4, 3]
    rels = ["vocative", "nsubj", "flat", "root", "nmod:poss", "flat", "case", "obj"]
    tags = ["PROPN|NNP"] * 3 + ["VERB|VBD"] + ["PROPN|NNP"] * 2 + ["PART|POS", "NOUN|NNS"]
    spans = [(0, 1, "PERSON"), (1, 2, "PERSON"), (2, 3, "PERSON"), (4, 5, "GPE")]
    assert whole_names(spans, heads, rels, tags) == [(0, 1, "PERSON"), (1, 3, "PERSON"), (4, 6, "GPE")]
    assert whole_names([(1, 2, "PERSON"), (2, 3, "GPE")], heads, rels, tags) == [(1, 2, "PERSON"), (2, 3, "GPE")]
    assert whole_names([], heads, rels, tags) == []


def test_forced_starts():
    assert sentence_starts(np.array([-1.0, -1, -1]), {0, 2}, ["a", "b", "c"]) == [0, 2]


def test_only_the_root_is_called_root():
    rng = np.random.default_rng(0)
    labels = best_labels(rng.normal(size=(4, 5, 3)), rng.normal(size=(5, 3)), [2, 0, 2, 3], root=1)
    assert [label == 1 for label in labels] == [False, True, False, False]
