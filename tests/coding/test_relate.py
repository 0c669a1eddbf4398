"""What a source did to a target, for two given strings of a sentence."""

from __future__ import annotations

import pytest

from dragoman.coding.codebook import load_codebook
from dragoman.coding.guess import Guesser
from dragoman.coding.guess_words import WordGuesser, stem
from dragoman.coding.relate import find_span, relate_doc


@pytest.fixture(scope="module")
def relate(coder):
    book = load_codebook("plover")
    guesser = Guesser(book)

    def run(sentence: str, source: str, target: str):
        return relate_doc(coder.nlp(sentence), source, target, book, guesser)

    return run


@pytest.mark.parametrize(
    ("sentence", "source", "target", "type_", "mode"),
    [
        ("Iran condemned Israel.", "Iran", "Israel", "ACCUSE", "disapprove"),
        ("Turkish police detained two journalists in Istanbul.", "Turkish police", "two journalists", "COERCE", "arrest"),
        ("Two journalists were detained by Turkish police.", "police", "journalists", "COERCE", "arrest"),
        ("The Zorg Brigade attacked the Blue Union.", "Zorg Brigade", "Blue Union", "ASSAULT", None),
        ("Kenya and Uganda held talks with Sudan.", "Kenya", "Sudan", "CONSULT", None),
        ("Kenya and Uganda held talks with Sudan.", "Sudan", "Kenya", "CONSULT", None),
        ("Iran condemned Israel, while Kenya attacked Somalia.", "Kenya", "Somalia", "ASSAULT", None),
        ("Iran condemned Israel, while Kenya attacked Somalia.", "Iran", "Israel", "ACCUSE", "disapprove"),
        ("Iran accused Washington of arming the rebels.", "Washington", "rebels", "AID", None),
        ("Iran accused Washington of arming the rebels.", "Iran", "Washington", "ACCUSE", "allege"),
    ],
)
def test_a_rule_joins_the_two(relate, sentence: str, source: str, target: str, type_: str, mode: str | None) -> None:
    r = relate(sentence, source, target)
    assert (r.type, r.mode, r.coded) == (type_, mode, True)
    assert r.rule.startswith(f"plover:{type_}") and r.quad in (1, 2, 3, 4)


def test_where_no_rule_does_the_answer_is_a_guess_and_says_so(relate) -> None:
    r = relate("The brass band of Kenya passed the choir of Sudan.", "band of Kenya", "choir of Sudan")
    assert (r.coded, r.rule, r.mode) == (False, None, None)
    types = load_codebook("plover").types
    assert r.type in types and r.quad == types[r.type]["quad"]


@pytest.mark.parametrize(("source", "target"), [("Iran", "nowhere in it"), ("", "Israel"), ("", ""), ("Iran", "Iran"), ("Israel", "Iran")])
def test_odd_pairs_get_an_answer(relate, source: str, target: str) -> None:
    r = relate("Iran condemned Israel.", source, target)
    assert r.type in load_codebook("plover").types
    assert not (r.coded and r.rule is None)


def test_who_did_it_is_not_who_suffered_it(relate) -> None:
    assert not relate("Iran condemned Israel.", "Israel", "Iran").coded


def test_an_empty_sentence(relate) -> None:
    assert relate("", "a", "b").coded is False


def test_the_same_twice(relate) -> None:
    pair = ("The ministry in Oslo sketched a wider pact for Malawi.", "Oslo", "Malawi")
    assert relate(*pair) == relate(*pair)


def test_spans(coder) -> None:
    doc = coder.nlp("Niger borders Nigeria; Niger is dry.")
    words = lambda tokens: [doc[t].text for t in sorted(tokens)]  # noqa: E731
    assert words(find_span(doc, "Niger")) == ["Niger"] and min(find_span(doc, "Niger")) == 0
    assert min(find_span(doc, "Niger", avoid={0})) == 4
    assert words(find_span(doc, "Nigeria")) == ["Nigeria"]
    assert words(find_span(doc, "Niger is dry")) == ["Niger", "is", "dry"]
    assert find_span(doc, "Chad") == set() and find_span(doc, "") == set()


GUESSES = [
    ("Zorgland bombed the villages of Blueland.", "Zorgland", "Blueland", "ASSAULT"),
    ("Zorgland jailed the monks of Blueland.", "Zorgland", "Blueland", "COERCE"),
    ("Zorgland visited Blueland for talks.", "Zorgland", "Blueland", "CONSULT"),
]


@pytest.mark.parametrize(("sentence", "source", "target", "type_"), GUESSES)
def test_both_guesses(coder, sentence: str, source: str, target: str, type_: str) -> None:
    from dragoman.reading.repairs import parsed

    book = load_codebook("plover")
    doc = coder.nlp(sentence)
    spans = find_span(doc, source), find_span(doc, target)
    for shares in (WordGuesser(book)(parsed(doc), *spans), Guesser(book).shares(doc, parsed(doc), *spans)):
        assert sum(shares.values()) == pytest.approx(1.0) and set(shares) == set(book.types)
        assert max(shares, key=shares.get) == type_


def test_a_codebook_without_plovers_types_is_guessed_from_its_examples(coder, tmp_path) -> None:
    from tests.coding.books import write

    book = load_codebook(write(tmp_path / "toy"))
    r = relate_doc(coder.nlp("Iran lambasted Israel in a speech."), "Iran", "Israel", book, Guesser(book))
    assert r.type in book.types and not r.coded and 0 < r.confidence < 1


def test_confidence_is_stated(relate) -> None:
    sure = relate("Iran condemned Israel.", "Iran", "Israel")
    guess = relate("The brass band of Kenya passed the choir of Sudan.", "band of Kenya", "choir of Sudan")
    assert 0.85 < sure.confidence <= 1 and 0 < guess.confidence < sure.confidence


def test_stems_bring_forms_together() -> None:
    assert len({stem(w) for w in ("negotiate", "negotiated", "negotiates", "negotiation", "negotiations")}) <= 2
    assert stem("negotiations") == stem("negotiation") and stem("accused") == stem("accuses")
    assert stem("ban") == "ban"
