"""Words are cut as UD cuts them, and nothing of the text is lost."""

from __future__ import annotations

import pickle
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.tokenizer import make_tokenizer


@pytest.fixture(scope="module")
def tokenizer():
    return make_tokenizer(spacy.blank("en"))


def cut(tokenizer, text: str) -> str:
    return " ".join(t.text for t in tokenizer(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-led troops", "U.S. - led troops"),
        ("the UN-backed cabinet", "the UN - backed cabinet"),
        ("a so-called deal", "a so - called deal"),
        ("the self-proclaimed state", "the self - proclaimed state"),
        ("Iran-Turkey talks", "Iran - Turkey talks"),
        ("a 71-percent rise", "a 71 - percent rise"),
        ("Nagorno-Karabakh", "Nagorno - Karabakh"),
        ("then-President Lula", "then - President Lula"),
    ],
)
def test_compounds_are_cut_at_the_hyphen(tokenizer, text, expected):
    assert cut(tokenizer, text) == expected


@pytest.mark.parametrize(
    "word",
    [
        "pro-Beijing", "anti-government", "ex-minister", "co-operation", "non-NATO", "mid-2019", "re-elected", "post-9/11",
        "al-Assad", "el-Sissi", "al-Shabaab", "Abdel-Fattah", "Ki-moon", "Jong-un", "Jae-in", "Kai-shek", "Tehreek-e-Taliban",
        "Jamaat-ud-Dawa", "F-16s", "S-400", "MiG-29", "9/11", "3,000", "10:30", "O'Brien", "Ba'athist",
    ],
)  # fmt: skip
def test_words_that_stay_whole(tokenizer, word):
    assert cut(tokenizer, f"({word}, he said)") == f"( {word} , he said )"


@pytest.mark.parametrize("word", "U.S. U.N. Gen. Lt. Col. Sen. a.m. p.m. Nov. Sept. Inc. Dr. St. vs. a.k.a.".split())
def test_abbreviations_keep_their_stop(tokenizer, word):
    assert cut(tokenizer, f"the {word} of") == f"the {word} of"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey’s", "Turkey ’s"),
        ("Turkey's", "Turkey 's"),
        ("al-Qaida's", "al-Qaida 's"),
        ("the U.N.'s envoy", "the U.N. 's envoy"),
        ("the two countries’ armies", "the two countries ’ armies"),
        ("They didn’t and can't.", "They did n’t and ca n't ."),
        ("We’re sure they've left", "We ’re sure they 've left"),
        ("cannot", "can not"),
    ],
)
def test_possessives_and_contractions(tokenizer, text, expected):
    assert cut(tokenizer, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the ‘separatists’ fled", "the ‘ separatists ’ fled"),
        ("“No,” she said.", "“ No , ” she said ."),
        ("talks—long awaited—began", "talks — long awaited — began"),
        ("talks – if any – failed", "talks – if any – failed"),
        ("2014–2017", "2014 – 2017"),
        ("(ISIS)*", "( ISIS ) *"),
        ("Really?!", "Really ?!"),
        ("MOSCOW, November 18. /TASS/. Talks", "MOSCOW , November 18 . / TASS / . Talks"),
        ("Call 713-664-7478 and/or write.", "Call 713-664-7478 and / or write ."),
        ("See http://example.org/UN/EU now", "See http://example.org/UN/EU now"),
        ("$$$ and $5", "$$$ and $ 5"),
    ],
)
def test_signs(tokenizer, text, expected):
    assert cut(tokenizer, text) == expected


SIGNS = st.sampled_from(list(" \n\t.,;:!?'\"’‘“”–—-()[]/…$%&*\u00a0\u2028"))
WORDS = st.sampled_from("U.S. Gen. al-Assad pro-Beijing so-called didn’t Turkey’s 9/11 Kim 3,000 O'Brien Ankara’s co- -led a.m.".split())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(SIGNS, WORDS, st.text(max_size=4)), max_size=30).map("".join))
def test_the_tokens_spell_the_text(tokenizer, text):
    doc = tokenizer(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text


@pytest.mark.parametrize("blank", [" ", "\n", "  ", "", " \n"])
def test_endless_words_take_no_endless_time(tokenizer, blank):
    text = f"It said:{blank}" + "'\"’-" * 5_000 + f"{blank}and left.{blank}" + "x" * 1001
    began = time.process_time()
    doc = tokenizer(text)
    assert doc.text == text
    assert time.process_time() - began < 10


def test_the_tokenizer_can_be_sent_to_another_process(tokenizer):
    copied = pickle.loads(pickle.dumps(tokenizer))
    assert cut(copied, "al-Assad's U.S.-led") == cut(tokenizer, "al-Assad's U.S.-led") == "al-Assad 's U.S. - led"
