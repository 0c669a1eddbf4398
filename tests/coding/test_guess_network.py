"""The guess's input: marks stand around the two phrases, whatever the sentence's length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.guess_network import LONGEST, SOURCE_MARKS, TARGET_MARKS, GuessNetwork, marked


@pytest.fixture(scope="module")
def network() -> GuessNetwork:
    return GuessNetwork()


def test_marks_stand_around_the_phrases(network) -> None:
    ids, looks, at = marked(["Iran", "accused", "the", "United", "States"], {0}, {3, 4}, network.pieces)
    assert len(ids) == len(looks)
    assert (ids[at[0]], ids[at[1]]) == (SOURCE_MARKS[0], TARGET_MARKS[0])
    assert [i for i in ids if i in (*SOURCE_MARKS, *TARGET_MARKS)] == [1, 2, 3, 4]
    assert ids[-2] == TARGET_MARKS[1] and ids[0] == network.pieces.start and ids[-1] == network.pieces.end


def test_one_phrase_inside_the_other(network) -> None:
    ids, _, at = marked(["Iran", "'s", "army"], {0}, {0, 1, 2}, network.pieces)
    assert {*SOURCE_MARKS, *TARGET_MARKS} <= set(ids) and ids[at[0]] == 1 and ids[at[1]] == 3


words = st.lists(st.sampled_from(["Iran", "accused", "unbelievably", "\U0001f4a5", "x" * 90, "the"]), min_size=1, max_size=400)


@given(words, st.data())
def test_any_sentence_fits(network, sentence: list[str], data) -> None:
    index = st.integers(0, len(sentence) - 1)
    source, target = (set(data.draw(st.lists(index, max_size=3))) for _ in range(2))
    ids, looks, at = marked(sentence, source, target, network.pieces)
    assert len(ids) == len(looks) <= LONGEST
    for tokens, where, mark in ((source, at[0], SOURCE_MARKS[0]), (target, at[1], TARGET_MARKS[0])):
        assert 0 <= where < len(ids) and (where == 0 or ids[where] == mark)
        assert where > 0 or not tokens or len(sentence) > 20  # a mark may lie outside what is kept of a long sentence
