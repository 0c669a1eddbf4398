"""One view of a parse, from Universal Dependencies and from ClearNLP labels."""

from __future__ import annotations

import pytest

from dragoman.reading.grammar import Grammar
from tests.reading.parses import doc_of, frames_of, token

ROWS = """
    Ministers  minister   NOUN  NNS 9 nsubj
    from       from       ADP   IN  3 case       1 prep
    Ghana      Ghana      PROPN NNP 1 nmod       2 pobj
    ,          ,          PUNCT ,   5 punct      3 punct
    Togo       Togo       PROPN NNP 3 conj
    and        and        CCONJ CC  7 cc         5 cc
    Benin      Benin      PROPN NNP 3 conj       5 conj
    have       have       AUX   VBP 9 aux
    condemned  condemn    VERB  VBN 0 root
    the        the        DET   DT  11 det
    coup       coup       NOUN  NN  9 obj
    .          .          PUNCT .   9 punct
    ---
    They       they       PRON  PRP 2 nsubj
    left       leave      VERB  VBD 0 root
"""


@pytest.fixture(params=["ud", "clear"])
def scheme(request) -> str:
    return request.param


def words(g: Grammar, tokens) -> list[str]:
    return [g.text[t] for t in tokens]


def test_both_schemes_give_the_same_heads_and_relations() -> None:
    ud, clear = Grammar(doc_of(ROWS)), Grammar(doc_of(ROWS, "clear"))
    assert (ud.scheme, clear.scheme) == ("ud", "clear")
    skip = {"conj", "cc", "punct"}  # UD hangs them on the first conjunct, ClearNLP on the one before
    same = [i for i in range(ud.n) if ud.rel[i] not in skip]
    assert [(ud.head[i], ud.rel[i]) for i in same] == [(clear.head[i], clear.rel[i]) for i in same]
    assert len(same) >= 9


def test_conjuncts_are_found_however_they_are_chained(scheme: str) -> None:
    g = Grammar(doc_of(ROWS, scheme))
    assert words(g, g.conjuncts(2)) == ["Ghana", "Togo", "Benin"]
    assert [g.first_conjunct(i) for i in (2, 4, 6, 8)] == [2, 2, 2, 8]


def test_sentences_are_numbered(scheme: str) -> None:
    g = Grammar(doc_of(ROWS, scheme))
    assert g.bounds == [(0, 12), (12, 14)]
    assert [g.sent[i] for i in (0, 11, 12, 13)] == [0, 0, 1, 1]
    assert g.head[8] == -1 and g.head[13] == -1


def test_subtree_and_ancestors(scheme: str) -> None:
    g = Grammar(doc_of(ROWS, scheme))
    assert words(g, g.subtree(0)) == ["Ministers", "from", "Ghana", ",", "Togo", "and", "Benin"]
    assert words(g, g.ancestors(2)) == ["Ministers", "condemned"]


def test_prepositions_are_cases_of_their_nouns(scheme: str) -> None:
    g = Grammar(doc_of(ROWS, scheme))
    assert (g.case(2), g.case(0), g.case(10)) == ("from", None, None)


def test_a_preposition_of_two_words(scheme: str) -> None:
    g = Grammar(
        doc_of(
            """
        It         it         PRON  PRP 2 nsubj
        rained     rain       VERB  VBD 0 root
        ,          ,          PUNCT ,   6 punct      2 punct
        according  accord     VERB  VBG 6 case       2 prep
        to         to         ADP   IN  4 fixed      4 prep
        sailors    sailor     NOUN  NNS 2 obl        5 pobj
        """,
            scheme,
        )
    )
    assert (g.head[5], g.base(5), g.case(5)) == (1, "obl", "according to")


def test_a_possessive_is_no_preposition(scheme: str) -> None:
    g = Grammar(
        doc_of(
            """
        Cuba       Cuba       PROPN NNP 3 nmod:poss
        's         's         PART  POS 1 case
        offer      offer      NOUN  NN  0 root
        """,
            scheme,
        )
    )
    assert g.case(0) is None and g.rel[0] == "nmod:poss"


CLAUSES = {
    "to": """
        Oslo       Oslo       PROPN NNP 2 nsubj
        hopes      hope       VERB  VBZ 0 root
        to         to         PART  TO  4 mark       4 aux
        help       help       VERB  VB  2 xcomp
    """,
    "that": """
        Oslo       Oslo       PROPN NNP 2 nsubj
        says       say        VERB  VBZ 0 root
        that       that       SCONJ IN  5 mark
        they       they       PRON  PRP 5 nsubj
        help       help       VERB  VBP 2 ccomp
    """,
    "of": """
        Oslo       Oslo       PROPN NNP 2 nsubj
        thinks     think      VERB  VBZ 0 root
        of         of         SCONJ IN  4 mark       2 prep
        help       help       VERB  VBG 2 advcl      3 pcomp
    """,
    "if": """
        Oslo       Oslo       PROPN NNP 2 nsubj
        wins       win        VERB  VBZ 0 root
        if         if         SCONJ IN  5 mark
        they       they       PRON  PRP 5 nsubj
        help       help       VERB  VBP 2 advcl
    """,
    "when": """
        Oslo       Oslo       PROPN NNP 2 nsubj
        wins       win        VERB  VBZ 0 root
        when       when       ADV   WRB 5 advmod
        they       they       PRON  PRP 5 nsubj
        help       help       VERB  VBP 2 advcl
    """,
}


@pytest.mark.parametrize("mark", CLAUSES)
def test_marks_of_clauses(mark: str, scheme: str) -> None:
    g = Grammar(doc_of(CLAUSES[mark], scheme))
    i = g.text.index("help")
    assert g.mark(i) == mark
    assert g.head[i] == 1
    assert g.mark(1) is None


def test_a_copula_hangs_on_its_predicate(scheme: str) -> None:
    g = Grammar(
        doc_of(
            """
        The        the        DET   DT  2 det
        strike     strike     NOUN  NN  5 nsubj      3 nsubj
        is         be         AUX   VBZ 5 cop        0 ROOT
        a          a          DET   DT  5 det
        crime      crime      NOUN  NN  0 root       3 attr
        against    against    ADP   IN  7 case       5 prep
        peace      peace      NOUN  NN  5 nmod       6 pobj
        .          .          PUNCT .   5 punct      3 punct
        """,
            scheme,
        )
    )
    assert (g.head[4], g.rel[2], g.head[2], g.head[1], g.rel[1]) == (-1, "cop", 4, 4, "nsubj")
    assert words(g, g.kids[4]) == ["strike", "is", "a", "peace", "."]


def test_a_copula_in_a_clause_below(scheme: str) -> None:
    g = Grammar(
        doc_of(
            """
        Police     police     NOUN  NNS 2 nsubj
        said       say        VERB  VBD 0 root
        he         he         PRON  PRP 5 nsubj      4 nsubj
        was        be         AUX   VBD 5 cop        2 ccomp
        safe       safe       ADJ   JJ  2 ccomp      4 acomp
        """,
            scheme,
        )
    )
    assert (g.head[4], g.rel[4], g.head[3], g.rel[3], g.head[2]) == (1, "ccomp", 4, "cop", 4)


def test_a_particle_an_agent_and_the_two_objects() -> None:
    g = Grammar(
        doc_of(
            """
        Arms       arms       NOUN  NNS 3 nsubj:pass
        were       be         AUX   VBD 3 aux:pass
        handed     hand       VERB  VBN 0 root
        over       over       ADP   RP  3 compound:prt
        by         by         ADP   IN  6 case       3 agent
        rebels     rebel      NOUN  NNS 3 obl:agent  5 pobj
        """,
            "clear",
        )
    )
    assert [g.rel[i] for i in (0, 1, 3, 4, 5)] == ["nsubj:pass", "aux:pass", "compound:prt", "case", "obl:agent"]
    assert g.head[5] == 2


def test_is_finite(scheme: str) -> None:
    g = Grammar(doc_of(ROWS, scheme))
    assert g.is_finite(8) and g.is_finite(13)
    g = Grammar(doc_of(CLAUSES["to"], scheme))
    assert not g.is_finite(3)


def test_white_space_takes_no_part() -> None:
    g = Grammar(
        doc_of(
            """
        Rain       rain       NOUN  NN  2 nsubj
        fell       fall       VERB  VBD 0 root
        ¶
        Snow       snow       NOUN  NN  2 nsubj
        melted     melt       VERB  VBD 0 root
        """
        )
    )
    assert g.text[2] == "\n\n" and g.head[2] == -1 and g.rel[2] == "space" and all(2 not in kids for kids in g.kids)


def test_lemmas_are_lower_case_save_for_names() -> None:
    frames = frames_of(
        """
        Tear       Tear       NOUN  NN  2 nsubj
        hit        Hit        VERB  VBD 0 root
        Niger      Niger      PROPN NNP 2 obj
        """
    )
    assert frames.g.lemma == ["tear", "hit", "Niger"]
    assert token(frames, "hit") == 1
