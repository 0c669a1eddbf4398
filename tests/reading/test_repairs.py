"""Slips of parsers that are mended before anything reads the parse."""

from __future__ import annotations

from dragoman.reading.grammar import Grammar
from dragoman.reading.repairs import parsed
from tests.reading.parses import doc_of

# “We won,” he said, speaking in Accra.   with the participle and the place hung on the verb inside the quotation
SLIPPED = """
    “          "          PUNCT ``  3 punct
    We         we         PRON  PRP 3 nsubj
    won        win        VERB  VBD 7 ccomp
    ,          ,          PUNCT ,   3 punct
    ”          "          PUNCT ''  3 punct
    he         he         PRON  PRP 7 nsubj
    said       say        VERB  VBD 0 root
    ,          ,          PUNCT ,   9 punct
    speaking   speak      VERB  VBG 3 advcl
    in         in         ADP   IN  11 case
    Accra      Accra      PROPN NNP 9 obl
    .          .          PUNCT .   7 punct
"""


def test_what_follows_the_verb_of_saying_hangs_on_it() -> None:
    before, after = Grammar(doc_of(SLIPPED)), parsed(doc_of(SLIPPED))
    assert before.text[before.head[8]] == "won"
    assert after.text[after.head[8]] == "said"
    assert 8 in after.kids[6] and 8 not in after.kids[2]
    assert after.kids[6] == sorted(after.kids[6])


def test_also_where_the_verb_of_saying_is_in_parataxis() -> None:
    rows = SLIPPED.replace("won        win        VERB  VBD 7 ccomp", "won        win        VERB  VBD 0 root").replace("said       say        VERB  VBD 0 root", "said       say        VERB  VBD 3 parataxis")
    g = parsed(doc_of(rows))
    assert g.text[g.head[8]] == "said"


def test_what_is_inside_the_quotation_stays() -> None:
    rows = """
    “          "          PUNCT ``  3 punct
    We         we         PRON  PRP 3 nsubj
    fled       flee       VERB  VBD 8 ccomp
    in         in         ADP   IN  5 case
    June       June       PROPN NNP 3 obl
    ,          ,          PUNCT ,   3 punct
    ”          "          PUNCT ''  3 punct
    said       say        VERB  VBD 0 root
    Amadou     Amadou     PROPN NNP 8 nsubj
    """
    before, after = Grammar(doc_of(rows)), parsed(doc_of(rows))
    assert (after.head, after.rel, after.kids) == (before.head, before.rel, before.kids)


def test_scare_quotes_move_nothing() -> None:
    rows = """
    The        the        DET   DT  4 det
    “          "          PUNCT ``  4 punct
    fair       fair       ADJ   JJ  4 amod
    vote       vote       NOUN  NN  6 nsubj
    ”          "          PUNCT ''  4 punct
    angered    anger      VERB  VBD 0 root
    monks      monk       NOUN  NNS 6 obj
    in         in         ADP   IN  9 case
    Lhasa      Lhasa      PROPN NNP 4 nmod
    """
    before, after = Grammar(doc_of(rows)), parsed(doc_of(rows))
    assert after.head == before.head and after.kids == before.kids
