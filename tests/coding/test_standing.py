"""Standing, confidence and contexts."""

from __future__ import annotations

import pytest

from dragoman.coding.standing import standing
from dragoman.reading.cues import NONE, Commitment
from dragoman.records import Source


def by(*stances: str) -> tuple[Source, ...]:
    return tuple(Source("X", None, "X", 0, 1, None, s, "certain", "-" if s == "denies" else "+") for s in stances)


@pytest.mark.parametrize(
    ("sources", "polarity", "modality", "expected"),
    [
        (by(), "+", "actual", "reported"),
        (by(), "-", "actual", "denied"),
        (by("affirms"), "+", "actual", "alleged"),
        (by("hedged"), "+", "actual", "alleged"),
        (by("doubts"), "+", "actual", "alleged"),
        (by("denies"), "+", "actual", "denied"),
        (by("affirms", "denies"), "+", "actual", "denied"),
        (by("affirms"), "-", "actual", "denied"),
        (by(), "+", "planned", "planned"),
        (by("affirms"), "+", "planned", "planned"),
        (by(), "+", "possible", "hypothetical"),
        (by(), "+", "requested", "hypothetical"),
        (by("affirms"), "+", "conditional", "hypothetical"),
        (by(), "-", "requested", "hypothetical"),
    ],
)
def test_standing(sources, polarity: str, modality: str, expected: str) -> None:
    assert standing(sources, polarity, modality, NONE if sources or modality != "actual" else Commitment(3, 1 if polarity == "+" else -1)) == expected


def test_what_the_article_vouches_for_is_reported_whoever_else_says_so() -> None:
    assert standing(by("affirms"), "+", "actual", Commitment(3, 1)) == "reported"
    assert standing(by("affirms"), "+", "actual", Commitment(3, -1)) == "denied"
    assert standing(by("affirms"), "+", "actual", Commitment(2, 1)) == "alleged"


def test_who_did_not_deny_denies_nothing() -> None:
    assert standing((Source("X", None, "X", 0, 1, None, "denies", "none"),), "+", "actual", NONE) == "alleged"


def test_what_lowers_confidence(code) -> None:
    def of(text: str) -> float:
        return [e for e in code(text) if e["type"] == "ACCUSE"][0]["confidence"]

    plain = of("Iran condemned Israel.")
    assert of("Iran held a parade. It condemned Israel.") < plain, "a pronoun"
    assert of("Lurdes Zamot condemned Israel.") < plain, "somebody whom the table does not know"
    assert 0.3 <= of("Lurdes Zamot condemned Israel.") <= plain <= 0.98


def test_contexts_come_from_words_and_patterns(code) -> None:
    def contexts(text: str) -> list[str]:
        return code(text)[0]["contexts"]

    assert "terrorism" in contexts("Iran condemned the terrorist attack in Kabul.")
    assert "asylum" in contexts("Germany granted asylum to forty Afghan journalists.")
    assert "election" in contexts("France praised Tunisia for its election.")
    assert contexts("Iran condemned Israel.") in ([], ["diplomatic"])


def test_contexts_are_those_of_plover(code) -> None:
    from dragoman.coding.codebook import load_codebook

    known = set(
        "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations human_rights rights_freedoms repression "
        "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology "
        "terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
    )
    book = load_codebook("plover")
    cued = {context for cues in book.contexts.values() for _, context in cues}
    assert cued == known
    assert {c for p in book.patterns for c in p.contexts} <= known
