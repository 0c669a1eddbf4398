"""The network: words in, scores out. `WordPieces` is used in training too, so that both see the same input."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession

# What the uncased encoder cannot see of a word.
SHAPES = ("lower", "title", "upper", "letter", "mixed", "digits", "punct", "special")
# What a lexicon knows of a word with a capital: it is a given name, a family name, a place, an organization (bits 0 to 3).
LEXICON = ("given", "family", "place", "body")
LOOKS = len(SHAPES) << len(LEXICON)  # shapes and lexicon together
MOST_PIECES = 10  # of one word; URLs would fill the window otherwise
_CACHE = 50_000


def shape(word: str) -> int:
    """The index in SHAPES of how `word` is written."""
    if word.islower():
        return 0
    if any(c.isdigit() for c in word):
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6
    if len(letters) == 1:
        return 3
    if word.isupper():
        return 2
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 1
    return 4


def read_lexicon(path: Path | str) -> dict[str, int]:
    """Words in small letters, with their bits."""
    with open(path, encoding="utf-8") as file:
        return {word: int(bits) for word, bits in (line.split() for line in file)}


@dataclass(frozen=True, slots=True)
class Pieces:
    """The network's input for one window."""

    ids: list[int]
    looks: list[int]  # shape + len(SHAPES) * lexicon bits, of the word that a piece belongs to
    first: list[int]  # index of each word's first piece
    last: list[int]


class WordPieces:
    """Cuts words into the encoder's pieces. Each word is cut alone, so a word's pieces never depend on context."""

    def __init__(self, path: Path | str, lexicon: Path | str | None = None):
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.start = self._tokenizer.token_to_id("[CLS]")
        self.end = self._tokenizer.token_to_id("[SEP]")
        self.unknown = self._tokenizer.token_to_id("[UNK]")
        self._lexicon = read_lexicon(lexicon) if lexicon is not None else {}
        self._cache: dict[str, tuple[tuple[int, ...], int]] = {}

    def cut(self, word: str) -> tuple[tuple[int, ...], int]:
        """The ids and the look of one word."""
        found = self._cache.get(word)
        if found is None:
            ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids[:MOST_PIECES]
            look = shape(word)
            if not word.islower():
                look += len(SHAPES) * self._lexicon.get(word.lower(), 0)
            found = (tuple(ids) or (self.unknown,), look)
            if len(self._cache) >= _CACHE:
                self._cache.clear()
            self._cache[word] = found
        return found

    def window(self, words: list[str]) -> Pieces:
        """The input for these words, in one window."""
        ids, looks, first, last = [self.start], [len(SHAPES) - 1], [], []
        for word in words:
            pieces, kind = self.cut(word)
            first.append(len(ids))
            ids.extend(pieces)
            looks.extend([kind] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(self.end)
        looks.append(len(SHAPES) - 1)
        return Pieces(ids, looks, first, last)

    def lengths(self, words: list[str]) -> list[int]:
        """How many pieces each word has."""
        return [len(self.cut(w)[0]) for w in words]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says about the n words of a window."""

    tags: np.ndarray  # [n] index of the best tag
    arcs: np.ndarray  # [n, n + 1] of each word to the root (column 0) and to each word
    names: np.ndarray  # [n, BIO labels]
    starts: np.ndarray  # [n] above 0: a sentence begins here
    parts: np.ndarray  # [n, labels, r]: a word's part of the label scores
    heads: np.ndarray  # [n + 1, r]: a head's part


def open_network(path: Path | str) -> InferenceSession:
    """An ONNX network on one thread of the CPU, whatever the machine has: so its results are the same everywhere."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Encoder:
    """The ONNX network. One window a run: int8 scales are taken over all that is in a run, so a batch would make
    the result of one text depend on the texts beside it."""

    def __init__(self, model: Path | str, pieces: WordPieces):
        self._session = open_network(model)
        self.pieces = pieces

    def __call__(self, words: list[str]) -> Scores:
        """Scores for one window of words."""
        import numpy as np

        window = self.pieces.window(words)
        feed = {
            "ids": np.array([window.ids], dtype=np.int64),
            "looks": np.array([window.looks], dtype=np.int64),
            "first": np.array(window.first, dtype=np.int64),
            "last": np.array(window.last, dtype=np.int64),
        }
        return Scores(*self._session.run(None, feed))
