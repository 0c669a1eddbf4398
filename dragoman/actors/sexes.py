"""Whether a name, a title or a common noun is a man's or a woman's, for "he" and "she"."""

from __future__ import annotations

from functools import cache

from dragoman.actors.table import fold
from dragoman.reading.lexicons import rows

FEMALE_WORDS = frozenset(
    "mrs mrs. ms ms. miss madam madame lady dame queen princess duchess baroness countess empress woman women girl girls lady mother mothers wife wives "
    "daughter daughters sister sisters aunt niece grandmother granddaughter widow bride girlfriend stepmother mum mom nun actress spokeswoman "
    "businesswoman congresswoman chairwoman councilwoman policewoman servicewoman assemblywoman anchorwoman forewoman sportswoman saleswoman stateswoman "
    "heiress hostess waitress stewardess goddess priestess heroine sheikha begum señora senora frau mademoiselle seamstress midwife headmistress".split()
)
MALE_WORDS = frozenset(
    "mr mr. sir lord king prince duke baron count emperor sultan emir shah man men boy boys father fathers husband husbands son sons brother brothers "
    "uncle nephew grandfather grandson widower groom boyfriend stepfather dad monk spokesman businessman congressman chairman councilman policeman "
    "serviceman assemblyman anchorman foreman sportsman salesman statesman fisherman gunman tribesman clergyman hitman pope cardinal archbishop bishop "
    "imam ayatollah mullah mufti rabbi priest friar abbot señor senor herr monsieur waiter actor hero landlord headmaster patriarch tsar".split()
)


@cache
def _names() -> dict[str, str]:
    out: dict[str, str] = {}
    for sex, words in rows("first_names"):
        for word in words.split():
            out[fold(word.replace("_", " "))] = sex
    return out


def sex_of_name(name: str) -> str | None:
    """ "f", "m", "either" or None (not in the list) for a person's whole name, by its first words.

    >>> sex_of_name("Ursula von der Leyen"), sex_of_name("Tsai Ing-wen"), sex_of_name("Jean-Luc Picard"), sex_of_name("Zyx")
    ('f', 'f', 'm', None)
    """
    words = fold(name).split()
    table = _names()
    for count in range(min(3, len(words)), 0, -1):
        sex = table.get(" ".join(words[:count]))
        if sex is not None:
            return sex
    return None


def sex_of_word(word: str) -> str | None:
    """ "f" or "m" for a title or common noun in lower case that tells, else None.

    >>> sex_of_word("spokeswoman"), sex_of_word("mr."), sex_of_word("minister")
    ('f', 'm', None)
    """
    return "f" if word in FEMALE_WORDS else "m" if word in MALE_WORDS else None
