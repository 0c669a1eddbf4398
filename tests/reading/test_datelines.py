"""Datelines are sentences of their own; what only looks like one is not cut."""

from __future__ import annotations

import pytest

from dragoman.reading.model import load_language


@pytest.fixture(scope="module")
def nlp():
    return load_language()


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("OSLO --", "A Norwegian court freed the captain on Monday."),
        ("OSLO (Reuters) -", "The navy said it had found the boat."),
        ("DAKAR, Senegal (AP) —", "Police fired tear gas at students."),
        ("Dakar, April 3 (AFP) –", "Police fired tear gas at students."),
        ("RIGA:", "The prime minister met the ambassador."),
        ("New York, May 2, AP -", "Two envoys arrived for the talks."),
    ],
)
def test_a_dateline_is_cut_off(nlp, line, rest):
    doc = nlp(f"{line} {rest}")
    assert [s.text for s in doc.sents] == [line, rest]
    assert list(doc.sents)[1].root.pos_ == "VERB"


@pytest.mark.parametrize(
    "text",
    [
        "The Norway-Sweden border was closed on Monday.",
        "Norway - the larger of the two - closed the border.",
        "The minister left early – nobody knew why.",
        "U.S.-led forces left the town.",
        "Hansen, Lund and Berg - all of them unarmed - were freed.",
    ],
)
def test_other_dashes_cut_nothing(nlp, text):
    assert len(list(nlp(text).sents)) == 1
