"""English, or refused by name; reports full of foreign names pass."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article.language import check_language
from dragoman.errors import LanguageUnsupported


@pytest.mark.parametrize(
    "text",
    [
        "Iran",
        "Attaque à Kaboul",
        "Erdogan, Putin, Raisi Meet in Tehran",
        "Tehran Slams Riyadh, Abu Dhabi, Manama, Tel Aviv Over Yemen",
        "Mahmoud Abbas, Ismail Haniyeh, Khalifa Haftar, Fayez al-Sarraj, Hassan Rouhani, Qassem Soleimani, Esmail Qaani",
        "Al-Shabaab militants attack military base near Baidoa, Somalia",
        "The Frente Polisario and the Partido Nacionalista de la Costa met in Las Palmas de Gran Canaria on Monday.",
        "“Vive la France et vive la République!” he cried. The crowd answered with the Marseillaise, and then it left.",
        "12:30",
    ],
)
def test_english_passes(text):
    assert check_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "El presidente de Colombia anunció el lunes que el gobierno y las FARC firmaron un acuerdo de paz.",
            "Spanish",
        ),
        ("Le président français a condamné l'attaque et a appelé à la fin des combats dans la région.", "French"),
        ("Der Bundeskanzler traf am Montag den türkischen Präsidenten und sprach über die Lage in Syrien.", "German"),
        ("Cumhurbaşkanı pazartesi günü Tahran'da İran Cumhurbaşkanı ile bir araya geldi ve görüştü.", "Turkish"),
        ("Президент России встретился с президентом Турции в Сочи в понедельник.", "Russian"),
        (
            "Il presidente del consiglio ha incontrato il ministro della difesa e gli ambasciatori della NATO.",
            "Italian",
        ),
    ],
)
def test_other_languages_are_refused_by_name(text, name):
    with pytest.raises(LanguageUnsupported, match=name):
        check_language(text, "a.txt")


def test_other_scripts_are_refused():
    with pytest.raises(LanguageUnsupported):
        check_language("習近平国家主席は北京でプーチン大統領と会談した。")


@settings(deadline=None)  # the first call may load a library
@given(st.text(max_size=200))
def test_any_text_passes_or_is_refused(text):
    try:
        assert check_language(text) == "en"
    except LanguageUnsupported as error:
        assert "\n" not in str(error)
