"""The network behind the guess: a sentence with its source and target marked in, a type out.

The network is `data/guess/network.onnx`, trained by `training/relations/train_guess.py` on our own sentences and on the
codebook's examples. Markers around the two phrases: Baldini Soares and others, Matching the Blanks, ACL 2019, section 3.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.reading.decode import log_softmax
from dragoman.reading.encoder import SHAPES, WordPieces, open_network

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Doc

# Pieces of the vocabulary that no text has: before and behind the source, before and behind the target.
SOURCE_MARKS, TARGET_MARKS = (1, 2), (3, 4)
LONGEST = 160  # pieces
BEFORE = 40  # pieces of a longer sentence that are kept before the first mark


def words_of(doc: Doc, source: set[int], target: set[int]) -> tuple[list[str], set[int], set[int]]:
    """The words of a sentence without its white space, and which of them are the tokens of source and target."""
    keep = [t.i for t in doc if not t.is_space]
    at = {t: k for k, t in enumerate(keep)}
    return [doc[i].text for i in keep], {at[t] for t in source if t in at}, {at[t] for t in target if t in at}


def marked(words: list[str], source: set[int], target: set[int], pieces: WordPieces) -> tuple[list[int], list[int], list[int]]:
    """The network's input: ids, looks, and where the source's and the target's first mark stand (0 where there is none).

    `source`, `target`: indices of words; each is marked from its first to its last word.
    """
    no_look = len(SHAPES) - 1
    opens: dict[int, list[tuple[int, int]]] = {}
    closes: dict[int, list[int]] = {}
    for which, (tokens, (before, behind)) in enumerate(((source, SOURCE_MARKS), (target, TARGET_MARKS))):
        if tokens:
            opens.setdefault(min(tokens), []).append((which, before))
            closes.setdefault(max(tokens), []).append(behind)
    ids, looks, at = [], [], [-1, -1]
    for i, word in enumerate(words):
        for which, mark in opens.get(i, ()):
            at[which] = len(ids)
            ids.append(mark)
            looks.append(no_look)
        cut, look = pieces.cut(word)
        ids.extend(cut)
        looks.extend([look] * len(cut))
        for mark in closes.get(i, ()):
            ids.append(mark)
            looks.append(no_look)
    room = LONGEST - 2
    start = min(max(0, min((a for a in at if a >= 0), default=0) - BEFORE), max(0, len(ids) - room)) if len(ids) > room else 0
    ids, looks = ids[start : start + room], looks[start : start + room]
    return [pieces.start, *ids, pieces.end], [no_look, *looks, no_look], [a - start + 1 if start <= a < start + len(ids) else 0 for a in at]


class GuessNetwork:
    """The trained network; `types` in the order of its outputs."""

    def __init__(self, folder: Path | str | None = None):
        data = Path(str(files("dragoman") / "data"))
        folder = Path(folder) if folder is not None else data / "guess"
        about = json.loads((folder / "guess.json").read_text(encoding="utf-8"))
        self.types: tuple[str, ...] = tuple(about["types"])
        self.temperature: float = about["temperature"]
        self.pieces = WordPieces(data / "model" / "tokenizer.json", data / "model" / "lexicon.txt")
        self._session = open_network(folder / "network.onnx")

    def scores(self, ids: list[int], looks: list[int], at: list[int]) -> np.ndarray:
        """The network's scores of the types, [types], for an input that `marked` made."""
        import numpy as np

        feed = {"ids": np.array([ids], dtype=np.int64), "looks": np.array([looks], dtype=np.int64), "at": np.array(at, dtype=np.int64)}
        return self._session.run(None, feed)[0].astype(np.float64)

    def __call__(self, doc: Doc, source: set[int], target: set[int]) -> dict[str, float]:
        """The probability of each type for a sentence, given the tokens of source and target."""
        import numpy as np

        scores = self.scores(*marked(*words_of(doc, source, target), self.pieces)) / self.temperature
        shares = np.exp(log_softmax(scores[None]))[0]
        return dict(zip(self.types, shares.tolist(), strict=True))
