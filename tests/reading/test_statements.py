"""Whose words the text gives, from parses written by hand."""

from __future__ import annotations

import pytest

from dragoman.reading.statements import find_statements
from tests.reading.parses import frames_of


def said(rows: str, scheme: str = "ud") -> list[dict]:
    """The statements of hand-written rows in words."""
    frames = frames_of(rows, scheme)
    doc, g = frames.g.doc, frames.g
    out = []
    for s in find_statements(frames):
        one = {
            "by": " ".join(g.text[h] for h in s.speakers), "to": " ".join(g.text[h] for h in s.addressees),
            "cue": doc[slice(*s.cue_span)].text if s.cue_span else None, "words": doc[slice(*s.content)].text, "form": s.form, "stance": s.stance,
        }  # fmt: skip
        out.append(one)
    return out


def st(by: str, cue: str | None, words: str, form: str = "indirect", stance: str = "affirms", to: str = "") -> dict:
    return {"by": by, "to": to, "cue": cue, "words": words, "form": form, "stance": stance}


# name: (parse, its statements, outermost first)
CASES = {
    "said that": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        said       say        VERB  VBD 0 root
        that       that       SCONJ IN  5 mark
        monks      monk       NOUN  NNS 5 nsubj
        fled       flee       VERB  VBD 2 ccomp
        .          .          PUNCT .   2 punct
        """,
        [st("Sofia", "said", "monks fled")],
    ),
    "said without that": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        said       say        VERB  VBD 0 root
        monks      monk       NOUN  NNS 4 nsubj
        fled       flee       VERB  VBD 2 ccomp
        .          .          PUNCT .   2 punct
        """,
        [st("Sofia", "said", "monks fled")],
    ),
    "told somebody that": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        told       tell       VERB  VBD 0 root
        Minsk      Minsk      PROPN NNP 2 iobj
        that       that       SCONJ IN  6 mark
        monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 2 ccomp
        .          .          PUNCT .   2 punct
        """,
        [st("Sofia", "told", "monks fled", to="Minsk")],
    ),
    "words first, cue in parataxis": (
        """
        Monks      monk       NOUN  NNS 2 nsubj
        fled       flee       VERB  VBD 0 root       5 ccomp
        ,          ,          PUNCT ,   2 punct      5 punct
        Sofia      Sofia      PROPN NNP 5 nsubj
        said       say        VERB  VBD 2 parataxis  0 ROOT
        .          .          PUNCT .   2 punct      5 punct
        """,
        [st("Sofia", "said", "Monks fled")],
    ),
    "direct, words first": (
        """
        “          "          PUNCT ``  3 punct
        Monks      monk       NOUN  NNS 3 nsubj
        fled       flee       VERB  VBD 7 ccomp
        ,          ,          PUNCT ,   3 punct      7 punct
        ”          "          PUNCT ''  3 punct      7 punct
        Sofia      Sofia      PROPN NNP 7 nsubj
        said       say        VERB  VBD 0 root
        .          .          PUNCT .   7 punct
        """,
        [st("Sofia", "said", "Monks fled,", "direct")],
    ),
    "direct, cue first": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        said       say        VERB  VBD 0 root
        ,          ,          PUNCT ,   2 punct
        “          "          PUNCT ``  6 punct
        Monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 2 ccomp
        .          .          PUNCT .   6 punct      2 punct
        ”          "          PUNCT ''  6 punct      2 punct
        """,
        [st("Sofia", "said", "Monks fled.", "direct")],
    ),
    "mixed": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        called     say        VERB  VBD 0 root
        that       that       SCONJ IN  7 mark
        they       they       PRON  PRP 7 nsubj
        were       be         AUX   VBD 7 cop
        “          "          PUNCT ``  7 punct
        cowards    coward     NOUN  NNS 2 ccomp
        ”          "          PUNCT ''  7 punct
        """,
        [st("Sofia", "called", "they were “cowards”", "mixed")],
    ),
    "as somebody put it": (
        """
        As         as         SCONJ IN  3 mark
        Sofia      Sofia      PROPN NNP 3 nsubj
        admitted   admit      VERB  VBD 6 advcl
        ,          ,          PUNCT ,   3 punct      6 punct
        monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 0 root
        .          .          PUNCT .   6 punct
        """,
        [st("Sofia", "admitted", "monks fled.")],
    ),
    "according to": (
        """
        Monks      monk       NOUN  NNS 2 nsubj
        fled       flee       VERB  VBD 0 root
        ,          ,          PUNCT ,   6 punct      2 punct
        according  accord     VERB  VBG 6 case       2 prep
        to         to         ADP   IN  4 fixed      4 prep
        Sofia      Sofia      PROPN NNP 2 obl        5 pobj
        .          .          PUNCT .   2 punct
        """,
        [st("Sofia", "according to", "Monks fled")],
    ),
    "denied that": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        denied     deny       VERB  VBD 0 root
        that       that       SCONJ IN  5 mark
        monks      monk       NOUN  NNS 5 nsubj
        fled       flee       VERB  VBD 2 ccomp
        """,
        [st("Sofia", "denied", "monks fled", stance="denies")],
    ),
    "denied having done": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        denied     deny       VERB  VBD 0 root
        having     have       AUX   VBG 4 aux
        expelled   expel      VERB  VBN 2 xcomp
        monks      monk       NOUN  NNS 4 obj
        """,
        [st("Sofia", "denied", "having expelled monks", stance="denies")],
    ),
    "denied a noun": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        denied     deny       VERB  VBD 0 root
        any        any        DET   DT  4 det
        role       role       NOUN  NN  2 obj
        in         in         ADP   IN  7 case       4 prep
        the        the        DET   DT  7 det
        theft      theft      NOUN  NN  4 nmod       5 pobj
        """,
        [st("Sofia", "denied", "any role in the theft", stance="denies")],
    ),
    "accused of": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        accused    accuse     VERB  VBD 0 root
        Minsk      Minsk      PROPN NNP 2 obj
        of         of         SCONJ IN  5 mark       2 prep
        expelling  expel      VERB  VBG 2 advcl      4 pcomp
        monks      monk       NOUN  NNS 5 obj
        """,
        [st("Sofia", "accused", "expelling monks")],
    ),
    "vowed to": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        vowed      vow        VERB  VBD 0 root
        to         to         PART  TO  4 mark       4 aux
        expel      expel      VERB  VB  2 xcomp
        monks      monk       NOUN  NNS 4 obj
        """,
        [st("Sofia", "vowed", "to expel monks")],
    ),
    "believed": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        believes   believe    VERB  VBZ 0 root
        monks      monk       NOUN  NNS 4 nsubj
        fled       flee       VERB  VBD 2 ccomp
        """,
        [st("Sofia", "believes", "monks fled", stance="hedged")],
    ),
    "nested": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        said       say        VERB  VBD 0 root
        Minsk      Minsk      PROPN NNP 4 nsubj
        claimed    claim      VERB  VBD 2 ccomp
        monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 4 ccomp
        """,
        [st("Sofia", "said", "Minsk claimed monks fled"), st("Minsk", "claimed", "monks fled")],
    ),
    "the claim that": (
        """
        Sofia      Sofia      PROPN NNP 3 nmod:poss
        's         's         PART  POS 1 case
        claim      claim      NOUN  NN  7 nsubj
        that       that       SCONJ IN  6 mark
        monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 3 acl
        angered    anger      VERB  VBD 0 root
        Minsk      Minsk      PROPN NNP 7 obj
        """,
        [st("Sofia", "claim", "monks fled")],
    ),
    "reportedly": (
        """
        Monks      monk       NOUN  NNS 3 nsubj
        reportedly reportedly ADV   RB  3 advmod
        fled       flee       VERB  VBD 0 root
        .          .          PUNCT .   3 punct
        """,
        [st("", "reportedly", "fled.", stance="hedged")],
    ),
    "are said to": (
        """
        Monks      monk       NOUN  NNS 3 nsubj:pass
        are        be         AUX   VBP 3 aux:pass
        said       say        VERB  VBN 0 root
        to         to         PART  TO  6 mark       6 aux
        have       have       AUX   VB  6 aux
        fled       flee       VERB  VBN 3 xcomp
        """,
        [st("", "said", "to have fled", stance="hedged")],
    ),
    "alleged noun": (
        """
        Minsk      Minsk      PROPN NNP 2 nsubj
        probes     probe      VERB  VBZ 0 root
        the        the        DET   DT  5 det
        alleged    alleged    ADJ   JJ  5 amod
        theft      theft      NOUN  NN  2 obj
        of         of         ADP   IN  7 case       5 prep
        icons      icon       NOUN  NNS 5 nmod       6 pobj
        """,
        [st("", "alleged", "theft of icons", stance="hedged")],
    ),
    "cited by": (
        """
        Sofia      Sofia      PROPN NNP 7 nsubj
        ,          ,          PUNCT ,   3 punct      1 punct
        cited      cite       VERB  VBN 1 acl
        by         by         ADP   IN  5 case       3 agent
        Tass       Tass       PROPN NNP 3 obl:agent  4 pobj
        ,          ,          PUNCT ,   3 punct      1 punct
        said       say        VERB  VBD 0 root
        monks      monk       NOUN  NNS 9 nsubj
        fled       flee       VERB  VBD 7 ccomp
        """,
        [st("Tass", "cited", "Sofia, cited by Tass, said monks fled"), st("Sofia", "said", "monks fled")],
    ),
    "a question asked": (
        """
        Sofia      Sofia      PROPN NNP 2 nsubj
        asked      ask        VERB  VBD 0 root
        whether    whether    SCONJ IN  5 mark
        monks      monk       NOUN  NNS 5 nsubj
        fled       flee       VERB  VBD 2 ccomp
        """,
        [st("Sofia", "asked", "whether monks fled", stance="hedged")],
    ),
    "no statement": (
        """
        Monks      monk       NOUN  NNS 2 nsubj
        fled       flee       VERB  VBD 0 root
        to         to         ADP   IN  4 case       2 prep
        Sofia      Sofia      PROPN NNP 2 obl        3 pobj
        """,
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize("name", CASES)
def test_statements(name: str, scheme: str) -> None:
    rows, expected = CASES[name]
    assert said(rows, scheme) == expected


def test_it_as_a_filler_says_nothing() -> None:
    got = said(
        """
        It         it         PRON  PRP 3 expl
        was        be         AUX   VBD 3 aux:pass
        said       say        VERB  VBN 0 root
        that       that       SCONJ IN  6 mark
        monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 3 ccomp
        """
    )
    assert got == [st("", "said", "monks fled")]


SPLIT = """
    “          "          PUNCT ``  3 punct
    Monks      monk       NOUN  NNS 3 nsubj
    fled       flee       VERB  VBD 0 root
    ,          ,          PUNCT ,   3 punct
    ”          "          PUNCT ''  3 punct
    Sofia      Sofia      PROPN NNP 7 nsubj
    said       say        VERB  VBD 3 parataxis
    ,          ,          PUNCT ,   7 punct
    “          "          PUNCT ``  3 punct
    without    without    ADP   IN  12 case
    any        any        DET   DT  12 det
    warning    warning    NOUN  NN  3 obl
    .          .          PUNCT .   3 punct
    ”          "          PUNCT ''  3 punct
"""


def test_a_split_quotation_gives_both_halves_to_the_speaker() -> None:
    got = said(SPLIT)
    assert [(s["by"], s["words"], s["form"]) for s in got] == [("Sofia", "Monks fled,", "direct"), ("Sofia", "without any warning.", "direct")]


OVER_SENTENCES = """
    “          "          PUNCT ``  3 punct
    Monks      monk       NOUN  NNS 3 nsubj
    fled       flee       VERB  VBD 7 ccomp
    ,          ,          PUNCT ,   3 punct
    ”          "          PUNCT ''  3 punct
    Sofia      Sofia      PROPN NNP 7 nsubj
    said       say        VERB  VBD 0 root
    .          .          PUNCT .   7 punct
    ---
    “          "          PUNCT ``  3 punct
    Rebels     rebel      NOUN  NNS 3 nsubj
    burned     burn       VERB  VBD 0 root
    three      three      NUM   CD  5 nummod
    temples    temple     NOUN  NNS 3 obj
    .          .          PUNCT .   3 punct
    ---
    Nobody     nobody     PRON  NN  2 nsubj
    helped     help       VERB  VBD 0 root
    .          .          PUNCT .   2 punct
    ”          "          PUNCT ''  2 punct
"""


def test_a_quotation_without_a_cue_is_the_speakers_before_it() -> None:
    got = said(OVER_SENTENCES)
    assert [(s["by"], s["cue"], s["words"], s["form"]) for s in got] == [
        ("Sofia", "said", "Monks fled,", "direct"),
        ("Sofia", None, "Rebels burned three temples. Nobody helped.", "direct"),
    ]  # fmt: skip


def test_a_quotation_that_opens_the_next_paragraph_goes_on() -> None:
    head, _, tail = OVER_SENTENCES.partition("---")
    got = said(head + "¶" + tail)
    assert [(s["by"], s["words"]) for s in got] == [("Sofia", "Monks fled,"), ("Sofia", "Rebels burned three temples. Nobody helped.")]


def test_scare_quotes_are_nobodys_statement() -> None:
    got = said(
        """
        The        the        DET   DT  4 det
        “          "          PUNCT ``  4 punct
        fair       fair       ADJ   JJ  4 amod
        vote       vote       NOUN  NN  6 nsubj
        ”          "          PUNCT ''  4 punct
        angered    anger      VERB  VBD 0 root
        monks      monk       NOUN  NNS 6 obj
        """
    )
    assert got == []


def test_the_words_of_two_speakers() -> None:
    got = said(
        """
        Sofia      Sofia      PROPN NNP 4 nsubj
        and        and        CCONJ CC  3 cc
        Minsk      Minsk      PROPN NNP 1 conj
        said       say        VERB  VBD 0 root
        monks      monk       NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 4 ccomp
        """
    )
    assert got == [st("Sofia Minsk", "said", "monks fled")]
