"""How far a noun phrase reaches around its head."""

from __future__ import annotations

import pytest

from dragoman.reading.mentions import extent, is_head, words_of
from tests.reading.parses import frames_of, token

PHRASES = {
    "title and name": (
        """
        Former     former     ADJ   JJ  4 amod
        Latvian    latvian    ADJ   JJ  4 amod
        President  President  PROPN NNP 4 compound
        Juris      Juris      PROPN NNP 6 nsubj      5 compound
        Kalns      Kalns      PROPN NNP 4 flat       6 nsubj
        resigned   resign     VERB  VBD 0 root
        """,
        {"ud": "Juris", "clear": "Kalns"},
        None,
    ),
    "article": (
        """
        The        the        DET   DT  3 det
        border     border     NOUN  NN  3 compound
        guards     guard      NOUN  NNS 4 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "guards",
        "border guards",
    ),
    "numeral": (
        """
        Some       some       DET   DT  3 det
        thirty     thirty     NUM   CD  3 nummod
        monks      monk       NOUN  NNS 4 nsubj
        fled       flee       VERB  VBD 0 root
        """,
        "monks",
        "thirty monks",
    ),
    "possessor": (
        """
        Kenya      Kenya      PROPN NNP 4 nmod:poss
        's         's         PART  POS 1 case
        navy       navy       NOUN  NN  4 compound
        chief      chief      NOUN  NN  5 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "chief",
        "Kenya's navy chief",
    ),
    "pronoun that owns": (
        """
        Their      their      PRON  PRP$ 2 nmod:poss
        envoy      envoy      NOUN  NN  3 nsubj
        slept      sleep      VERB  VBD 0 root
        """,
        "envoy",
        "Their envoy",
    ),
    "of": (
        """
        The        the        DET   DT  2 det
        leader     leader     NOUN  NN  6 nsubj
        of         of         ADP   IN  5 case       2 prep
        the        the        DET   DT  5 det
        strikers   striker    NOUN  NNS 2 nmod       3 pobj
        slept      sleep      VERB  VBD 0 root
        """,
        "leader",
        "leader of the strikers",
    ),
    "relative clause left out": (
        """
        Seven      seven      NUM   CD  2 nummod
        sailors    sailor     NOUN  NNS 6 nsubj
        who        who        PRON  WP  4 nsubj
        deserted   desert     VERB  VBD 2 acl:relcl
        Tuesday    Tuesday    PROPN NNP 4 obl:unmarked  4 npadvmod
        slept      sleep      VERB  VBD 0 root
        """,
        "sailors",
        "Seven sailors",
    ),
    "apposition left out": (
        """
        Juris      Juris      PROPN NNP 6 nsubj
        ,          ,          PUNCT ,   4 punct      1 punct
        a          a          DET   DT  4 det
        baker      baker      NOUN  NN  1 appos
        ,          ,          PUNCT ,   4 punct      1 punct
        slept      sleep      VERB  VBD 0 root
        """,
        "Juris",
        "Juris",
    ),
    "other prepositions left out": (
        """
        Monks      monk       NOUN  NNS 4 nsubj
        from       from       ADP   IN  3 case       1 prep
        Lhasa      Lhasa      PROPN NNP 1 nmod       2 pobj
        slept      sleep      VERB  VBD 0 root
        """,
        "Monks",
        "Monks",
    ),
}


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize("name", PHRASES)
def test_extent(name: str, scheme: str) -> None:
    rows, head, expected = PHRASES[name]
    if isinstance(head, dict):
        head, expected = head[scheme], "Former Latvian President Juris Kalns"
    frames = frames_of(rows, scheme)
    start, end = extent(frames.g, token(frames, head))
    assert words_of(frames.g, start, end) == expected


def test_without_of() -> None:
    frames = frames_of(PHRASES["of"][0])
    start, end = extent(frames.g, token(frames, "leader"), with_of=False)
    assert words_of(frames.g, start, end) == "leader"


def test_a_phrase_does_not_reach_over_a_paragraph() -> None:
    frames = frames_of(
        """
        Tunisian   tunisian   ADJ   JJ  3 amod
        break      break      NOUN  NN  3 dep
        police     police     NOUN  NNS 0 root
        """
    )
    assert extent(frames.g, 2) == (0, 3)
    frames.g.text[1], frames.g.pos[1] = "\n\n", "SPACE"
    assert extent(frames.g, 2) == (2, 3)


def test_heads() -> None:
    frames = frames_of(PHRASES["title and name"][0])
    assert [frames.g.text[i] for i in range(frames.g.n) if is_head(frames.g, i)] == ["Juris"]
    frames = frames_of(PHRASES["title and name"][0], "clear")
    assert [frames.g.text[i] for i in range(frames.g.n) if is_head(frames.g, i)] == ["Kalns"]
    frames = frames_of(PHRASES["pronoun that owns"][0])
    assert [frames.g.text[i] for i in range(frames.g.n) if is_head(frames.g, i)] == ["Their", "envoy"]
