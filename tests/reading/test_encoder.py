"""What the network gets to see of a word."""

from __future__ import annotations

import pytest

from dragoman.reading.encoder import LEXICON, LOOKS, SHAPES, WordPieces, read_lexicon, shape
from dragoman.reading.model import FOLDER


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces(FOLDER / "tokenizer.json", FOLDER / "lexicon.txt")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("troops", "lower"), ("Iran", "title"), ("NATO", "upper"), ("A", "letter"), ("McCain", "mixed"), ("F-16", "digits"), ("...", "punct"), ("Al-Shabaab", "mixed")],
)  # fmt: skip
def test_shapes(word, kind):
    assert SHAPES[shape(word)] == kind


def known(pieces: WordPieces, word: str) -> set[str]:
    bits = pieces.cut(word)[1] // len(SHAPES)
    return {kind for i, kind in enumerate(LEXICON) if bits >> i & 1}


def test_the_lexicon_speaks_of_words_with_a_capital_alone(pieces):
    assert "given" in known(pieces, "Fatima")
    assert "place" in known(pieces, "Goma")
    assert "body" in known(pieces, "Hezbollah")
    assert known(pieces, "BAGHDAD") == known(pieces, "Baghdad") >= {"place"}
    assert known(pieces, "goma") == set()
    assert known(pieces, "Qwxzzy") == set()


def test_every_look_has_a_row(pieces):
    assert all(0 < bits < 1 << len(LEXICON) for bits in read_lexicon(FOLDER / "lexicon.txt").values())
    assert LOOKS == len(SHAPES) * 2 ** len(LEXICON)


def test_windows_hold_each_word_once(pieces):
    words = ["Hezbollah", "shelled", "Qwxzzyville", "."]
    window = pieces.window(words)
    assert len(window.first) == len(window.last) == len(words)
    assert len(window.ids) == len(window.looks) == sum(pieces.lengths(words)) + 2
    assert [b - a + 1 for a, b in zip(window.first, window.last, strict=True)] == pieces.lengths(words)
    assert {window.looks[i] for i in range(window.first[2], window.last[2] + 1)} == {pieces.cut("Qwxzzyville")[1]}


def test_without_a_lexicon_a_look_is_a_shape():
    bare = WordPieces(FOLDER / "tokenizer.json")
    assert bare.cut("Goma")[1] == shape("Goma")
