"""Is it English? Function words answer for nearly every report; py3langid is asked, late, about the rest."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from ..errors import LanguageUnsupported

ENOUGH_LETTERS = 40  # below this nothing can be told, and the text passes
_ENGLISH = frozenset(
    "the of and to in a an on for with by at from is was are were be been has have had that this it its as he she they "
    "his her their who which will would not but said says after before over against into about than between during "
    "more also when there or we i you our all no out up if what".split()
)
# Words that English shares with other languages ("a", "in", "me") say little and are left out of the others' lists.
_OTHERS = {
    "de": "der die das und ist nicht ein eine von zu den dem des mit sich auf für im wurde nach auch bei".split(),
    "fr": "le la les des une est et dans pour que qui sur avec par au du il elle ont été son ses aux cette".split(),
    "es": "el la los las una de que y es por con para del se su como más fue han sus este esta".split(),
    "it": "il la di che e è per con del della una gli sono nel dei delle alla ha come più anche".split(),
    "pt": "o os de que e do da em um uma para com não por mais dos das ao foi são seu sua".split(),
    "nl": "de het een van en dat is niet op te zijn met voor door aan werd ook naar bij uit".split(),
    "tr": "ve bir bu için ile olarak da de olan çok daha sonra gibi kadar ancak etti oldu dedi".split(),
    "pl": "w i na z się nie do że jest o jak przez po dla od przed oraz jego".split(),
    "sv": "och att det som en på är av för med den inte till har de ett om".split(),
    "id": "yang dan di untuk dengan dari pada ini itu tidak dalam akan oleh ke juga".split(),
}
_OTHER_SETS = {code: frozenset(words) for code, words in _OTHERS.items()}
_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay",
    "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tl": "Filipino", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000  # characters; the first pages tell


def check_language(text: str, source: str | None = None) -> str:
    """ "en" for English and for texts too short to tell; raises LanguageUnsupported, naming the language found."""
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    if letters < ENOUGH_LETTERS:
        if letters and _latin_share(words) < 0.5 and letters >= 10:
            _refuse(_ask(sample), source)
        return "en"
    english = sum(word in _ENGLISH for word in words) / len(words)
    code, other = _best_other(words)
    if english >= 0.2 and english > other and _latin_share(words) > 0.5:
        return "en"
    if _latin_share(words) < 0.5:
        _refuse(_ask(sample), source)
    # Headlines and lists of names have few function words of any language: refuse only on positive evidence.
    if other >= 0.12 and other > english * 1.5:
        _refuse(code, source)
    if english > 0.06 or len(words) < 30:
        return "en"
    guess = _ask(sample)
    if guess not in ("en", None) and english < 0.03:
        _refuse(guess, source)
    return "en"


def _best_other(words: list[str]) -> tuple[str, float]:
    shares = {code: sum(word in known for word in words) / len(words) for code, known in _OTHER_SETS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best, shares[best]


def _latin_share(words: list[str]) -> float:
    letters = "".join(words)[:4000]
    if not letters:
        return 1.0
    return sum("LATIN" in unicodedata.name(char, "") for char in letters) / len(letters)


def _refuse(code: str | None, source: str | None) -> None:
    name = _NAMES.get(code or "", f"'{code}'" if code and code != "en" else "another language than English")
    raise LanguageUnsupported(f"{source or 'the text'} is in {name}; dragoman reads English: translate it first", source)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    try:
        import py3langid
    except ImportError:  # without it, doubtful texts pass
        return None
    return py3langid


def _ask(text: str) -> str | None:
    """py3langid's answer, or None where it is not installed."""
    identifier = _identifier()
    return None if identifier is None else str(identifier.classify(text)[0])
