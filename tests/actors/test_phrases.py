"""Noun phrases to actors, on parses written by hand: what the words of a phrase tell, whatever read them."""

from __future__ import annotations

import pytest

from dragoman.actors.phrases import Phrases
from dragoman.actors.table import load_table
from tests.reading.parses import frames_of, token


def actor(rows: str, head: str, scheme: str = "ud", published: str | None = "2021-11-15", entities: dict[str, str] | None = None):
    frames = frames_of(rows, scheme, entities)
    return Phrases(frames.g, load_table(), published).resolve(token(frames, head))


PHRASES = {
    "country": (
        """
        Kenya      Kenya      PROPN NNP 2 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "Kenya",
        {"id": "KEN", "country": "KEN", "via": "name", "text": "Kenya"},
    ),
    "country's noun": (
        """
        Kenyan     kenyan     ADJ   JJ  2 amod
        soldiers   soldier    NOUN  NNS 3 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "soldiers",
        {"country": "KEN", "sectors": ("MIL",), "via": "noun", "text": "Kenyan soldiers"},
    ),
    "possessor": (
        """
        Kenya      Kenya      PROPN NNP 3 nmod:poss
        's         's         PART  POS 1 case
        soldiers   soldier    NOUN  NNS 4 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "soldiers",
        {"country": "KEN", "sectors": ("MIL",), "via": "noun", "text": "Kenya's soldiers"},
    ),
    "of": (
        """
        Soldiers   soldier    NOUN  NNS 4 nsubj
        of         of         ADP   IN  3 case       1 prep
        Kenya      Kenya      PROPN NNP 1 nmod       2 pobj
        slept      sleep      VERB  VBD 0 root
        """,
        "Soldiers",
        {"country": "KEN", "sectors": ("MIL",), "via": "noun", "text": "Soldiers of Kenya"},
    ),
    "sector noun alone": (
        """
        The        the        DET   DT  2 det
        soldiers   soldier    NOUN  NNS 3 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "soldiers",
        {"id": None, "country": None, "sectors": ("MIL",), "via": "noun", "text": "soldiers"},
    ),
    "people of a country": (
        """
        Many       many       ADJ   JJ  2 amod
        Kenyans    kenyan     PROPN NNPS 3 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "Kenyans",
        {"country": "KEN", "sectors": ("CVL",), "via": "demonym"},
    ),
    "office and country": (
        """
        The        the        DET   DT  3 det
        Kenyan     kenyan     ADJ   JJ  3 amod
        president  president  NOUN  NN  4 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "president",
        {"name": "Uhuru Kenyatta", "country": "KEN", "role": "president", "via": "noun"},
    ),
    "some holder of an office": (
        """
        A          a          DET   DT  3 det
        Kenyan     kenyan     ADJ   JJ  3 amod
        president  president  NOUN  NN  4 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "president",
        {"id": None, "country": "KEN", "sectors": ("GOV",)},
    ),
    "former holder": (
        """
        The        the        DET   DT  4 det
        former     former     ADJ   JJ  4 amod
        Kenyan     kenyan     ADJ   JJ  4 amod
        president  president  NOUN  NN  5 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "president",
        {"id": None, "country": "KEN", "sectors": ("ELI",)},
    ),
    "members of a group": (
        """
        Members    member     NOUN  NNS 4 nsubj
        of         of         ADP   IN  3 case       1 prep
        Hamas      Hamas      PROPN NNP 1 nmod       2 pobj
        slept      sleep      VERB  VBD 0 root
        """,
        "Members",
        {"name": "Hamas", "via": "noun", "text": "Members of Hamas"},
    ),
    "a group's fighters": (
        """
        Hamas      Hamas      PROPN NNP 2 compound
        fighters   fighter    NOUN  NNS 3 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "fighters",
        {"name": "Hamas", "via": "noun", "text": "Hamas fighters"},
    ),
    "spokesman for": (
        """
        A          a          DET   DT  2 det
        spokesman  spokesman  NOUN  NN  5 nsubj
        for        for        ADP   IN  4 case       2 prep
        Hamas      Hamas      PROPN NNP 2 nmod       3 pobj
        slept      sleep      VERB  VBD 0 root
        """,
        "spokesman",
        {"name": "Hamas", "via": "noun"},
    ),
    "a capital as a government": (
        """
        Nairobi    Nairobi    PROPN NNP 2 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "Nairobi",
        {"id": "KEN", "via": "metonym", "text": "Nairobi"},
    ),
    "no actor": (
        """
        Heavy      heavy      ADJ   JJ  2 amod
        rain       rain       NOUN  NN  3 nsubj
        fell       fall       VERB  VBD 0 root
        """,
        "rain",
        None,
    ),
    "talks are nobody": (
        """
        Kenya      Kenya      PROPN NNP 2 compound
        talks      talk       NOUN  NNS 3 nsubj
        began      begin      VERB  VBD 0 root
        """,
        "talks",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize("name", PHRASES)
def test_phrases(name: str, scheme: str) -> None:
    rows, head, expected = PHRASES[name]
    got = actor(rows, head, scheme)
    if expected is None:
        assert got is None
    else:
        assert got is not None
        assert {k: getattr(got, k) for k in expected} == expected


TITLED = """
    Estonian   estonian   ADJ   JJ  3 amod
    Culture    Culture    PROPN NNP 3 compound
    Minister   Minister   PROPN NNP 4 nmod:desc
    Juhan      Juhan      PROPN NNP 6 nsubj
    Tamme      Tamme      PROPN NNP 4 flat
    slept      sleep      VERB  VBD 0 root
"""


def test_a_title_describes_a_person_whom_the_table_does_not_know() -> None:
    got = actor(TITLED, "Juhan", entities={"Juhan Tamme": "PERSON"})
    assert (got.id, got.name, got.country, got.sectors, got.role, got.text) == (None, "Juhan Tamme", "EST", ("GOV",), "culture minister", "Estonian Culture Minister Juhan Tamme")


def test_an_apposition_describes_one_too() -> None:
    rows = """
        Juhan      Juhan      PROPN NNP 8 nsubj
        Tamme      Tamme      PROPN NNP 1 flat
        ,          ,          PUNCT ,   6 punct
        an         a          DET   DT  6 det
        Estonian   estonian   ADJ   JJ  6 amod
        journalist journalist NOUN  NN  1 appos
        ,          ,          PUNCT ,   1 punct
        slept      sleep      VERB  VBD 0 root
    """
    got = actor(rows, "Juhan", entities={"Juhan Tamme": "PERSON"})
    assert (got.name, got.country, got.sectors, got.text) == ("Juhan Tamme", "EST", ("JRN",), "Juhan Tamme")


def test_a_title_of_a_former_minister() -> None:
    rows = TITLED.replace("Estonian   estonian", "Former     former")
    got = actor(rows, "Juhan", entities={"Juhan Tamme": "PERSON"})
    assert (got.sectors, got.role) == (("ELI",), None)


def test_names_are_looked_up_on_the_published_date() -> None:
    rows = PHRASES["office and country"][0]
    assert actor(rows, "president", published="2003-06-01").name == "Mwai Kibaki"
    assert actor(rows, "president", published=None).id is None


def test_offsets_are_those_of_the_phrase() -> None:
    frames = frames_of(TITLED, entities={"Juhan Tamme": "PERSON"})
    got = Phrases(frames.g, load_table(), "2021-11-15").resolve(token(frames, "Juhan"))
    assert frames.g.doc.text[got.start : got.end] == got.text
