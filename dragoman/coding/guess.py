"""A best guess of the event type for two strings in a sentence: by the trained network where the codebook has PLOVER's
types, else by the words of the codebook's examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.codebook import Codebook
from dragoman.reading.grammar import Grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Guesser:
    """Guesses the type of a marked pair. What it needs is loaded with the first guess."""

    def __init__(self, codebook: Codebook):
        self.codebook = codebook
        self._network = self._words = None

    def shares(self, doc: Doc, g: Grammar, source: set[int], target: set[int]) -> dict[str, float]:
        """The probability of each type for a parsed sentence, given the tokens of source and target."""
        if self._network is None and self._words is None:
            from dragoman.coding.guess_network import GuessNetwork

            network = GuessNetwork()
            if set(network.types) <= set(self.codebook.types):
                self._network = network
            else:
                from dragoman.coding.guess_words import WordGuesser

                self._words = WordGuesser(self.codebook)
        if self._words is not None:
            return self._words(g, source, target)
        return self._network(doc, source, target)
