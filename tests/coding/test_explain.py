"""Why an event is what it is, in words a reviewer can follow."""

from __future__ import annotations

import pytest

from dragoman.article.identity import article_id
from dragoman.coding.explain import explain
from dragoman.pipeline import read_article
from dragoman.records import Article


@pytest.fixture(scope="module")
def explained(coder):
    def run(text: str, type_: str) -> str:
        article = Article(article_id(text), None, None, None, "2021-11-15", "en", text)
        reading = read_article(article, coder.nlp, coder.codebook, coder.version)
        event, match = next((e, m) for e, m in reading.coded if e.type == type_)
        return explain(event, match, reading)

    return run


def test_a_claim(explained) -> None:
    text = explained("Iranian President Ebrahim Raisi said that Israel had attacked a port in Syria last year.", "ASSAULT")
    for part in (
        "ASSAULT", "alleged", "Israel had attacked a port in Syria last year.", "the verb “attacked”", "subject: “Israel”", "object: “port", "plover:ASSAULT", "as in:",
        "“Israel” (42–48): Israel (ISR)", "“last year”", "2020-01-01 to 2020-12-31", "polarity +, modality actual", "Ebrahim Raisi", "affirms, by “said”",
    ):  # fmt: skip
        assert part in text, part + "\n" + text


def test_a_light_verb_a_place_and_nobodys_word(explained) -> None:
    text = explained("Kenya and Uganda held talks in Nairobi.", "CONSULT")
    for part in ("the noun “talks”", "carried by the verb “held”", "“Nairobi”", "KEN", "published date, 2021-11-15", "the article's own", "Recipients: none in the text"):
        assert part in text, part + "\n" + text


def test_pronouns_and_hedges(explained) -> None:
    text = explained("Iran held a parade. It reportedly attacked Israel.", "ASSAULT")
    assert "as what the pronoun stands for" in text and "nobody named: the author keeps a distance" in text


def test_an_event_within_another(explained) -> None:
    assert "Stands in the clause of event " in explained("Iran accused Washington of arming the rebels.", "AID")
