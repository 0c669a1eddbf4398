"""When and where a frame happened, on parses written by hand in both label schemes. Published 2021-11-15, a Monday."""

from __future__ import annotations

import pytest

from dragoman.coding.when import When
from dragoman.coding.where import Where
from dragoman.reading.places import find_places
from dragoman.reading.times import find_times
from tests.reading.parses import frames_of, token


def when(rows: str, word: str, scheme: str, *, modality: str = "actual", quoted: bool = False, region: str = "body", published: str | None = "2021-11-15"):
    frames = frames_of(rows, scheme)
    return When(frames, find_times(frames.g.doc, published), published).time(frames.frame(token(frames, word)), modality, quoted, region)


ON_FRIDAY = """
    Rebels     rebel      NOUN  NNS 2 nsubj
    struck     strike     VERB  VBD 0 root
    on         on         ADP   IN  4 case       2 prep
    Friday     Friday     PROPN NNP 2 obl        3 pobj
"""
STRUCK = """
    Rebels     rebel      NOUN  NNS 2 nsubj
    struck     strike     VERB  VBD 0 root
"""
HAD_STRUCK = """
    Rebels     rebel      NOUN  NNS 3 nsubj
    had        have       AUX   VBD 3 aux
    struck     strike     VERB  VBN 0 root
"""
SAID_ON_FRIDAY = """
    Chad       Chad       PROPN NNP 2 nsubj
    said       say        VERB  VBD 0 root
    on         on         ADP   IN  4 case       2 prep
    Friday     Friday     PROPN NNP 2 obl        3 pobj
    that       that       SCONJ IN  7 mark
    rebels     rebel      NOUN  NNS 7 nsubj
    struck     strike     VERB  VBD 2 ccomp
"""
PLANS = """
    Chad       Chad       PROPN NNP 2 nsubj
    plans      plan       VERB  VBZ 0 root
    to         to         PART  TO  4 mark       4 aux
    strike     strike     VERB  VB  2 xcomp
    on         on         ADP   IN  6 case       4 prep
    Friday     Friday     PROPN NNP 4 obl        5 pobj
"""
LIGHT = """
    Rebels     rebel      NOUN  NNS 2 nsubj
    launched   launch     VERB  VBD 0 root
    attacks    attack     NOUN  NNS 2 obj
    on         on         ADP   IN  5 case       2 prep
    Friday     Friday     PROPN NNP 2 obl        4 pobj
"""
RELATIVE = """
    Rebels     rebel      NOUN  NNS 6 nsubj
    who        who        PRON  WP  3 nsubj
    struck     strike     VERB  VBD 1 acl:relcl
    in         in         ADP   IN  5 case       3 prep
    2019       2019       NUM   CD  3 obl        4 pobj
    fled       flee       VERB  VBD 0 root
    on         on         ADP   IN  8 case       6 prep
    Friday     Friday     PROPN NNP 6 obl        7 pobj
"""


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (ON_FRIDAY, "struck", ("stated", "2021-11-12", "2021-11-12")),
        (STRUCK, "struck", ("published", "2021-11-15", "2021-11-15")),
        (HAD_STRUCK, "struck", ("none", None, None)),
        (SAID_ON_FRIDAY, "said", ("stated", "2021-11-12", "2021-11-12")),
        (LIGHT, "attacks", ("stated", "2021-11-12", "2021-11-12")),
        (RELATIVE, "struck", ("stated", "2019-01-01", "2019-12-31")),
        (RELATIVE, "fled", ("stated", "2021-11-12", "2021-11-12")),
    ],
)
def test_when(rows: str, word: str, expected: tuple, scheme: str) -> None:
    t = when(rows, word, scheme)
    assert (t.basis, t.from_, t.to) == expected


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_the_day_of_the_saying_is_not_that_of_what_was_said(scheme: str) -> None:
    assert when(SAID_ON_FRIDAY, "struck", scheme, quoted=True).basis == "none"


@pytest.mark.parametrize("more", [{"quoted": True}, {"modality": "planned"}, {"modality": "possible"}, {"region": "related"}, {"region": "footer"}, {"published": None}])
def test_the_published_date_is_taken_only_where_tense_region_and_voice_allow(more: dict) -> None:
    assert when(STRUCK, "struck", "ud", **more).basis == "none"
    for region in ("headline", "lead", "body", "caption"):
        assert when(STRUCK, "struck", "ud", region=region).basis == "published"


def test_a_stated_time_stays_also_in_a_plan_and_in_somebodys_words() -> None:
    for more in ({"modality": "planned"}, {"quoted": True}, {"region": "related"}):
        assert when(PLANS, "strike", "ud", **more).basis == "stated"
    assert when(ON_FRIDAY, "struck", "ud", published=None).from_ is None


def where(rows: str, word: str, scheme: str, quad: int = 4, **places: str) -> str | None:
    frames = frames_of(rows, scheme, dict.fromkeys(places.get("names", "").split(), "LOC"))
    place = Where(frames, find_places(frames.g.doc)).place(frames.frame(token(frames, word)), quad)
    return place and (place.name or place.text)


STRUCK_IN = """
    Rebels     rebel      NOUN  NNS 2 nsubj
    struck     strike     VERB  VBD 0 root
    a          a          DET   DT  4 det
    convoy     convoy     NOUN  NN  2 obj
    near       near       ADP   IN  6 case       {prep} prep
    Nairobi    Nairobi    PROPN NNP {ud}          5 pobj
    ,          ,          PUNCT ,   8 punct      6 punct
    Chad       Chad       PROPN NNP 2 dep
    said       say        VERB  VBD 2 parataxis
"""
STRIKES = """
    Rebels     rebel      NOUN  NNS 2 nsubj
    struck     strike     VERB  VBD 0 root
    Nairobi    Nairobi    PROPN NNP 2 obj
"""
ACCUSED = """
    Tehran     Tehran     PROPN NNP 2 nsubj
    accused    accuse     VERB  VBD 0 root
    Ankara     Ankara     PROPN NNP 2 obj
"""
AGREED_ON = """
    Chad       Chad       PROPN NNP 2 nsubj
    discussed  discuss    VERB  VBD 0 root
    the        the        DET   DT  4 det
    war        war        NOUN  NN  2 obj
    in         in         ADP   IN  6 case       4 prep
    Nairobi    Nairobi    PROPN NNP 4 nmod       5 pobj
"""


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize("head", ["2 obl", "4 nmod"])
def test_where_it_says_so_on_the_verb_or_the_object(scheme: str, head: str) -> None:
    rows = STRUCK_IN.replace("{ud}", head).replace("{prep}", head[0])
    assert where(rows, "struck", scheme, names="Nairobi Chad") == "Nairobi"


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_what_is_attacked_is_where(scheme: str) -> None:
    assert where(STRIKES, "struck", scheme, names="Nairobi") == "Nairobi"
    assert where(STRIKES, "struck", scheme, 3, names="Nairobi") is None


@pytest.mark.parametrize("scheme", ["ud", "clear"])
def test_a_government_is_no_place_and_what_is_discussed_is_elsewhere(scheme: str) -> None:
    assert where(ACCUSED, "accused", scheme, 3, names="Tehran Ankara") is None
    assert where(AGREED_ON, "discussed", scheme, 1, names="Chad Nairobi") is None
