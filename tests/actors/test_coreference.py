"""Pronouns and short descriptions, with our model."""

from __future__ import annotations

import pytest

from tests.coding.shown import check

CASES = {
    "he": ("President Emmanuel Macron landed in Kigali. He condemned Russia.", "ACCUSE/disapprove: Emmanuel Macron > Russia"),
    "she": ("Chancellor Angela Merkel slept. She condemned Russia.", "ACCUSE/disapprove: Angela Merkel > Russia"),
    "it": ("Iran held a parade. It condemned Israel.", "ACCUSE/disapprove: Iran > Israel"),
    "they": ("The rebels slept. They attacked Ethiopia.", "ASSAULT: rebels > Ethiopia"),
    "they, two": ("Armenia and Azerbaijan slept. They condemned Russia.", "ACCUSE/disapprove: Armenia; Azerbaijan > Russia"),
    "the two countries": ("Armenia thanked Azerbaijan. The two countries condemned Russia.", "ACCUSE/disapprove: Armenia; Azerbaijan > Russia"),
    "the minister": ("Turkish Foreign Minister Mevlut Cavusoglu landed in Baku. The minister condemned Russia.", "ACCUSE/disapprove: Mevlüt Çavuşoğlu > Russia"),
    "the group": ("Hezbollah held a parade. The group condemned Israel.", "ACCUSE/disapprove: Hezbollah > Israel"),
    "not the object's own": ("President Bashar al-Assad slept. Vladimir Putin condemned him.", "ACCUSE/disapprove: Vladimir Putin > Bashar al-Assad"),
    "its": ("Kenya slept. Its army attacked Somalia.", "ASSAULT: Its army > Somalia"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_who_is_meant(code, name: str) -> None:
    text, expected = CASES[name]
    check([e for e in code(text) if e["type"] in ("ACCUSE", "ASSAULT")], expected)


def people(event: dict, role: str = "actors") -> list[tuple]:
    return [(a["text"], a["name"], a["via"]) for a in event[role]]


def test_what_is_owned_has_the_country_of_its_owner(code) -> None:
    (event,) = [e for e in code("Kenya slept. Its army attacked Somalia.") if e["type"] == "ASSAULT"]
    assert [(a["country"], a["sectors"]) for a in event["actors"]] == [("KEN", ["MIL"])]


def test_a_pronoun_keeps_its_own_text_and_place(code) -> None:
    text = "President Emmanuel Macron landed in Kigali. He condemned Russia."
    (event,) = [e for e in code(text) if e["type"] == "ACCUSE"]
    (actor,) = event["actors"]
    assert (actor["text"], actor["start"], actor["via"], actor["country"]) == ("He", text.index("He "), "pronoun", "FRA")


def test_sex_tells_two_persons_apart(code) -> None:
    text = "Angela Merkel met Emmanuel Macron in Paris. {} condemned Russia on Friday."
    assert people([e for e in code(text.format("She")) if e["type"] == "ACCUSE"][0]) == [("She", "Angela Merkel", "pronoun")]
    assert people([e for e in code(text.format("He")) if e["type"] == "ACCUSE"][0]) == [("He", "Emmanuel Macron", "pronoun")]


def test_i_and_we_in_a_quotation_are_the_speakers(code) -> None:
    events = code("“I condemn Russia,” President Emmanuel Macron said.")
    assert people(events[0]) == [("I", "Emmanuel Macron", "pronoun")]
    assert events[0]["sources"][0]["name"] == "Emmanuel Macron"
    events = code("“We condemn Russia,” President Emmanuel Macron said.")
    assert [(a["name"], a["country"]) for a in events[0]["actors"]] == [("France", "FRA")]


def test_a_pronoun_without_anybody_before_it_is_nobody(coder) -> None:
    result = coder("He slept. It rained. They left.", published="2021-11-15")
    assert result.results[0].mentions == ()


def test_it_that_fills_a_place_is_nobody(coder) -> None:
    result = coder("Iran held a parade. It rained on Monday.", published="2021-11-15")
    assert [m.text for m in result.results[0].mentions] == ["Iran"]


def test_the_two_countries_need_two(code) -> None:
    events = code("Rain fell. The two countries condemned Russia.")
    assert [a for e in events for a in e["actors"] if a["id"]] == []


def test_they_do_not_look_back_for_ever(code) -> None:
    text = "The rebels slept. " + "Rain fell on the roof. " * 8 + "They condemned Russia."
    assert [e for e in code(text) if e["actors"]] == []


WHO = [
    # a pronoun in a clause before its subject
    ("Before he flew to Ankara, Iranian President Ebrahim Raisi slept.", "he", "Ebrahim Raisi"),
    ("In his speech, Emmanuel Macron praised Kigali.", "his", "Emmanuel Macron"),
    # people that our tables do not know
    ("Maria Lopez, a nurse, was shot in Oaxaca. Her brother wept.", "Her", "Maria Lopez"),
    ("Police arrested Joseph Kamau on Friday. His lawyer, Grace Wanjiru, wept. She went home.", "She", "Grace Wanjiru"),
    ("Police arrested Joseph Kamau on Friday. His lawyer, Grace Wanjiru, wept. He went home.", "He", "Joseph Kamau"),
    # the subject of two verbs is not the object of the second
    ("Turkish Foreign Minister Mevlut Cavusoglu met Sergei Lavrov and thanked him.", "him", "Sergei Lavrov"),
    # a subject goes on
    ("Vladimir Putin met Xi Jinping in Sochi. He praised the talks.", "He", "Vladimir Putin"),
    # what one does harm to is another's
    ("Armenia accused Azerbaijan of shelling its positions.", "its", "Armenia"),
    ("Germany asked Russia to withdraw its troops.", "its", "Russia"),
    # the mixed quotation is not the whole clause
    ("Mahamat Idriss Deby told reporters that he was taken “from Lebanon in May”.", "he", "Mahamat Idriss Déby"),
    # the speaker is not "he"
    ("Alexander Lukashenko met Vladimir Putin in Sochi. “He is tired,” Lukashenko said.", "He", "Vladimir Putin"),
    # two that meet
    ("Ebrahim Raisi met Vladimir Putin in Moscow. They discussed Syria.", "They", "Ebrahim Raisi; Vladimir Putin"),
    ("Police surrounded the house. They let nobody in.", "They", "Police"),
]  # fmt: skip


@pytest.mark.parametrize("text,word,expected", WHO, ids=[f"{text[:30]} {word}" for text, word, _ in WHO])
def test_whom_a_pronoun_stands_for(coder, text: str, word: str, expected: str) -> None:
    mentions = coder(text, published="2021-11-15").results[0].mentions
    assert "; ".join(sorted(m.name for m in mentions if m.via == "pronoun" and m.text == word)) == expected


NOBODY = [
    ("It is hard to say who won, Emmanuel Macron said.", "It"),
    ("Iran denied that it was clear who shot the guard.", "it"),
    ("Emmanuel Macron met Vladimir Putin. She smiled.", "She"),
    ("Two missiles fell into the sea near Japan. They flew 400 kilometres.", "They"),
]


@pytest.mark.parametrize("text,word", NOBODY)
def test_a_pronoun_that_is_nobody(coder, text: str, word: str) -> None:
    mentions = coder(text, published="2021-11-15").results[0].mentions
    assert [m.name for m in mentions if m.via == "pronoun" and m.text == word] == []


def test_the_time_of_a_pronoun_does_not_grow_with_the_text(coder) -> None:
    """A pronoun looks at no more candidates in a long text than in a short one."""
    from dragoman.actors import coreference

    sizes = []
    old = coreference.Coreference.candidates

    def counted(self, i, name, a):
        found = old(self, i, name, a)
        sizes.append(len(found))
        return found

    coreference.Coreference.candidates = counted
    try:
        once = "Iran thanked Iraq. It praised Oman. Its army left Syria.\n\n"
        for times in (3, 40):
            sizes.clear()
            coder(once * times, published="2021-11-15")
            if times == 3:
                most = max(sizes)
        assert len(sizes) >= 80 and max(sizes) <= most + 2
    finally:
        coreference.Coreference.candidates = old
