"""Lemmas of the words that events are made of."""

from __future__ import annotations

import pytest

from dragoman.reading.lemmas import Lemmas, candidates, undouble
from dragoman.reading.model import FOLDER


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    return Lemmas.load(FOLDER / "lemmas.json")


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"), ("sought", "VBD", "seek"), ("withdrew", "VBD", "withdraw"), ("shot", "VBN", "shoot"),
        ("fled", "VBD", "flee"), ("overthrew", "VBD", "overthrow"), ("struck", "VBN", "strike"), ("led", "VBD", "lead"),
        ("met", "VBD", "meet"), ("left", "VBD", "leave"), ("held", "VBN", "hold"), ("upheld", "VBD", "uphold"),
        ("forbade", "VBD", "forbid"), ("swore", "VBD", "swear"), ("was", "VBD", "be"), ("hit", "VBD", "hit"),
    ],
)  # fmt: skip
def test_irregular_verbs(lemmas, form, tag, lemma):
    assert lemmas(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("accused", "VBD", "accuse"), ("attacked", "VBD", "attack"), ("planned", "VBN", "plan"), ("barred", "VBD", "bar"),
        ("summoning", "VBG", "summon"), ("vetoed", "VBD", "veto"), ("rallied", "VBD", "rally"), ("dying", "VBG", "die"),
        ("hoping", "VBG", "hope"), ("firing", "VBG", "fire"), ("freed", "VBN", "free"), ("ambushed", "VBD", "ambush"),
        ("signing", "VBG", "sign"), ("singing", "VBG", "sing"), ("redeployed", "VBD", "redeploy"), ("slams", "VBZ", "slam"),
        ("expelled", "VBD", "expel"), ("torches", "VBZ", "torch"), ("denies", "VBZ", "deny"), ("referred", "VBD", "refer"),
        ("waged", "VBD", "wage"), ("honoured", "VBD", "honour"), ("condoled", "VBD", "condole"), ("firebombed", "VBD", "firebomb"),
        ("organised", "VBN", "organise"), ("taped", "VBD", "tape"), ("tapped", "VBD", "tap"), ("barring", "VBG", "bar"), ("baring", "VBG", "bare"),
    ],
)  # fmt: skip
def test_regular_verbs(lemmas, form, tag, lemma):
    assert lemmas(form, tag) == lemma
    assert lemmas(form.capitalize(), tag) == lemma
    assert lemmas(form.upper(), tag) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("gunmen", "gunman"), ("crises", "crisis"), ("bases", "base"), ("allies", "ally"), ("troops", "troop"), ("ties", "tie"),
        ("hostages", "hostage"), ("lives", "life"), ("buses", "bus"), ("missiles", "missile"), ("countries", "country"),
        ("ceasefires", "ceasefire"), ("heroes", "hero"), ("watches", "watch"),
    ],
)  # fmt: skip
def test_plurals(lemmas, form, lemma):
    assert lemmas(form, "NNS") == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("Hungary", "NNP", "Hungary"), ("Americans", "NNPS", "Americans"), ("HAMAS", "NNP", "HAMAS"), ("Iranian", "JJ", "Iranian"),
        ("Azeri", "JJ", "Azeri"), ("New", "JJ", "new"), ("Ceasefire", "NN", "ceasefire"), ("worst", "JJS", "bad"),
        ("larger", "JJR", "large"), ("deadliest", "JJS", "deadly"), ("n’t", "RB", "not"), ("’s", "POS", "'s"), ("’s", "VBZ", "be"),
        ("THE", "DT", "the"), ("their", "PRP$", "their"), ("I", "PRP", "I"),
    ],
)  # fmt: skip
def test_other_words(lemmas, form, tag, lemma):
    assert lemmas(form, tag) == lemma


def test_candidates_are_likely_stems():
    assert candidates("planned", "VBD") == ["planne", "plann", "plan"]
    assert "deny" in candidates("denied", "VBD")
    assert undouble("plann") == "plan"
    assert undouble("plan") is None


def test_a_form_of_no_known_word_still_has_a_lemma(lemmas):
    assert lemmas("drombled", "VBD") == "dromble"
    assert lemmas("", "NN") == ""


@pytest.mark.parametrize("form", ["overran", "retook", "withdrew", "Overthrew", "wrote", "outgrew"])
def test_forms_that_are_only_past(lemmas, form):
    assert lemmas.only_past(form)


@pytest.mark.parametrize("form", ["let", "hit", "saw", "found", "fell", "bound", "lay", "attack", "attacked", "reset", ""])
def test_forms_that_may_be_present(lemmas, form):
    assert not lemmas.only_past(form)
