"""Statement records and source chains, with our model."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def said(coder):
    def run(text: str) -> list:
        return list(coder(text, published="2021-11-15").statements)

    return run


def test_speaker_addressee_cue_and_content(said) -> None:
    (s,) = said("Turkish Foreign Minister Mevlut Cavusoglu told reporters that Greece had attacked a boat.")
    assert (s.speaker.name, [a.text for a in s.addressees], s.cue.text, s.content.text, s.form, s.parent) == (
        "Mevlüt Çavuşoğlu", ["reporters"], "told", "Greece had attacked a boat", "indirect", None,
    )  # fmt: skip


def test_a_speaker_whom_the_table_does_not_know_keeps_his_words(said) -> None:
    (s,) = said("The baker said that rain had spoiled the bread.")
    assert (s.speaker.text, s.speaker.id, s.speaker.via) == ("baker", None, "noun")


def test_one_in_another_names_it_as_its_parent(said) -> None:
    outer, inner = said("Kenya said that Uganda had claimed that rebels attacked a village.")
    assert (outer.speaker.name, inner.speaker.name) == ("Kenya", "Uganda")
    assert (outer.parent, inner.parent) == (None, outer.statement_id)
    assert outer.content.start <= inner.content.start < inner.content.end <= outer.content.end


def test_a_saying_that_is_an_event_names_it(coder) -> None:
    result = coder("Iran accused Israel of bombing a port.", published="2021-11-15")
    accuse = next(e for e in result.events if e.type == "ACCUSE")
    statement = next(s for s in result.statements if s.cue.text == "accused")
    assert statement.event_id == accuse.event_id
    assert statement.content.text.startswith("bombing a port")


def test_a_quotation_over_two_paragraphs(said) -> None:
    text = "“The rebels fled,” President Yoweri Museveni said. “They left their guns.\n\n“We burned the guns on Friday,” he added.\n"
    found = said(text)
    assert {s.speaker.name for s in found} == {"Yoweri Museveni"}
    quoted = " ".join(s.content.text for s in found)
    for words in ("The rebels fled", "They left their guns", "We burned the guns on Friday"):
        assert words in quoted
    assert {s.form for s in found} == {"direct"}


def test_hedges_are_no_statements(said) -> None:
    assert said("The army reportedly killed six rebels.") == []


def test_ids_differ_and_stay(said) -> None:
    text = "Kenya said that Uganda had claimed that rebels attacked a village. Kenya said that rain fell."
    ids = [s.statement_id for s in said(text)]
    assert len(set(ids)) == len(ids) >= 3
    assert ids == [s.statement_id for s in said(text)]


def chain(code, text: str, type_: str = "ASSAULT") -> list[tuple]:
    (event,) = [e for e in code(text) if e["type"] == type_]
    return [(s["name"], s["cue"]["text"] if s["cue"] else None, s["stance"]) for s in event["sources"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a village.", []),
        ("Kenya said that rebels attacked a village.", [("Kenya", "said", "affirms")]),
        ("Kenya said that Uganda had claimed that rebels attacked a village.", [("Kenya", "said", "affirms"), ("Uganda", "claimed", "affirms")]),
        ("Kenya denied that its army had attacked a village.", [("Kenya", "denied", "denies")]),
        ("Kenya accused Uganda of attacking a village.", [("Kenya", "accused", "affirms")]),
        ("Rebels attacked a village, according to Kenya.", [("Kenya", "according to", "affirms")]),
        ("Kenya believes that rebels attacked a village.", [("Kenya", "believes", "hedged")]),
        ("Rebels allegedly attacked a village.", [("allegedly", "allegedly", "hedged")]),
    ],
)
def test_source_chains_outermost_first(code, text: str, expected: list[tuple]) -> None:
    assert [(name or cue, cue, stance) for name, cue, stance in chain(code, text)] == expected


def test_what_a_saying_does_is_not_on_its_own_word(code) -> None:
    (event,) = [e for e in code("Kenya accused Uganda of attacking a village.") if e["type"] == "ACCUSE"]
    assert event["sources"] == [] and event["standing"] == "reported"
