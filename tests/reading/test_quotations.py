"""Quotations: where they begin and end, over sentences and paragraphs."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.reading.grammar import Grammar
from dragoman.reading.quotations import find_quotations, paragraphs
from tests.reading.parses import VOCAB

VERBS = {"fled": "VBD", "won": "VBD", "is": "VBZ", "go": "VB"}


def grammar(text: str) -> Grammar:
    """Tokens of a text with blanks between them; a ¶ is an empty line."""
    words = ["\n\n" if w == "¶" else w for w in text.split()]
    pos = ["SPACE" if w == "\n\n" else "VERB" if w in VERBS else "PUNCT" if not w[0].isalnum() else "NOUN" for w in words]
    return Grammar(Doc(VOCAB, words=words, pos=pos, tags=[VERBS.get(w, "NN") for w in words], lemmas=words, heads=list(range(len(words))), deps=["root"] * len(words)))


def inside(text: str) -> list[str]:
    g = grammar(text)
    return [" ".join(g.text[q.start + 1 : q.end]) for q in find_quotations(g)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("he said “ monks fled ” .", ["monks fled"]),
        ('he said " monks fled " .', ["monks fled"]),
        ("he said „ monks fled ” .", ["monks fled"]),
        ("he said « monks fled » .", ["monks fled"]),
        ("he said `` monks fled '' .", ["monks fled"]),
        ('" Monks fled , " he said , " and rebels won . "', ["Monks fled ,", "and rebels won ."]),
        ("“ Monks fled . Rebels won . ” ¶ “ Nobody won ”", ["Monks fled . Rebels won .", "Nobody won"]),
        ("he said monks fled .", []),
        ("the 5 ” pipe", []),
    ],
)
def test_where_they_begin_and_end(text: str, quoted: list[str]) -> None:
    assert inside(text) == quoted


def test_one_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert inside("“ Monks fled and rebels won ¶ “ Nobody won ” he said") == ["Monks fled and rebels won", "Nobody won"]


def test_one_stray_mark_does_not_swallow_the_rest_of_the_report() -> None:
    assert inside('a 5 " pipe ¶ he said " monks fled " . ¶ Rain fell .') == ["monks fled"]


def test_what_is_known_of_a_quotation() -> None:
    g = grammar("“ Monks fled . ” ¶ the “ fair vote ” won")
    sentence, scare = find_quotations(g)
    assert (sentence.words, sentence.clausal, sentence.opens_paragraph, sentence.previous) == (2, True, True, None)
    assert (scare.words, scare.clausal, scare.opens_paragraph, scare.previous) == (2, False, False, (0, 5))
    assert scare.paragraph == (6, g.n) and g.text[scare.start] == "“" and g.text[scare.end] == "”"


def test_none_crosses_a_range_that_it_is_given() -> None:
    g = grammar("he said “ monks fled and rebels won far away ” .")
    assert [(q.start, q.end) for q in find_quotations(g)] == [(2, 10)]
    assert [(q.start, q.end) for q in find_quotations(g, [(0, 8), (8, g.n)])] == [(2, 8)]


def test_paragraphs() -> None:
    assert paragraphs(grammar("a b ¶ c ¶ ¶ d e")) == [(0, 2), (3, 4), (6, 8)]
    assert paragraphs(grammar("¶ a ¶")) == [(1, 2)]


def marked(text: str) -> Grammar:
    """Tokens split at blanks and at "_", which leaves no white space; "w/TAG" gives a tag."""
    words, tags, spaces = [], [], []
    for piece in text.split():
        parts = piece.split("_")
        for n, part in enumerate(parts):
            word, _, tag = part.partition("/")
            words.append(word)
            tags.append(tag or VERBS.get(word, "NN"))
            spaces.append(n == len(parts) - 1)
    pos = ["PUNCT" if not w[0].isalnum() else "VERB" if w in VERBS else "NOUN" for w in words]
    return Grammar(Doc(VOCAB, words=words, spaces=spaces, pos=pos, tags=tags, lemmas=words, heads=list(range(len(words))), deps=["root"] * len(words)))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("he said ‘/``_monks fled_,_’/'' and ran_.", ["monks fled ,"]),
        ("he said '/``_monks fled_'/'' and ran_.", ["monks fled"]),
        # apostrophes
        ("the monks_’/POS cows fled_.", []),
        ("in the ’/``_70s monks_’/POS cows fled_.", []),
        ("he said ‘/``_the monks_’/POS cows fled_’/'' today", ["the monks ’ cows fled"]),
        ("he said ‘/``_flee the monks_’/POS_,_x", ["flee the monks"]),
        # one in another
        ("“_she said ‘/``_go now_’/'' and won_”", ["she said ‘ go now ’ and won", "go now"]),
        ("‘/``_she said “_go now_” and won_’/''", ["she said “ go now ” and won", "go now"]),
    ],
)
def test_single_marks_and_apostrophes(text: str, quoted: list[str]) -> None:
    g = marked(text)
    found = find_quotations(g)
    assert [" ".join(g.text[q.start + 1 : q.end]) for q in found] == quoted
    assert all(q.outer == (found[0].start, found[0].end) for q in found[1:])


def test_a_quotation_goes_on_in_a_paragraph_without_an_opening_mark() -> None:
    assert inside("he said “ monks fled and rebels won ¶ and nobody won ” .") == ["monks fled and rebels won", "and nobody won"]
