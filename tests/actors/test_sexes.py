"""Sexes of names and nouns."""

from __future__ import annotations

import pytest

from dragoman.actors.sexes import sex_of_name, sex_of_word
from dragoman.reading.lexicons import rows

NAMES = {
    "f": "Ursula von der Leyen|Sanna Marin|Sheikh Hasina|Tsai Ing-wen|Samia Suluhu Hassan|Ngozi Okonjo-Iweala|Aminata Touré|Michelle Bachelet|Zarghona Ahmadi|Salome Zourabichvili",
    "m": "Jean-Luc Mélenchon|Abiy Ahmed|Xi Jinping|Recep Tayyip Erdoğan|Narendra Modi|Fumio Kishida|Uhuru Kenyatta|Volodymyr Zelensky|Moqtada al-Sadr|Kassym-Jomart Tokayev",
    "either": "Robin Cook|Andrea Nahles|Kim Campbell",
}


@pytest.mark.parametrize("sex", NAMES)
def test_names(sex: str) -> None:
    assert {name: sex_of_name(name) for name in NAMES[sex].split("|")} == dict.fromkeys(NAMES[sex].split("|"), sex)


def test_a_name_that_is_not_in_the_list_tells_nothing() -> None:
    assert sex_of_name("Zyx Abc") is None and sex_of_name("") is None


def test_the_list_is_large_and_of_one_mind() -> None:
    table: dict[str, set[str]] = {}
    for sex, words in rows("first_names"):
        assert sex in ("f", "m", "either")
        for word in words.split():
            assert word.isascii() and word == word.lower()
            table.setdefault(word, set()).add(sex)
    assert len(table) > 7000 and sum("f" in s for s in table.values()) > 3000
    assert [w for w, s in table.items() if len(s) > 1] == []


def test_words() -> None:
    assert [sex_of_word(w) for w in ("mrs", "queen", "mr.", "king", "minister")] == ["f", "f", "m", "m", None]
