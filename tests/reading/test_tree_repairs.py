"""Slips of parsers in the tree, mended before anything reads the parse."""

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


def heads(rows: str, scheme: str = "ud") -> dict[str, str]:
    """Word -> the word it hangs on, after repair."""
    g = parsed(doc_of(rows, scheme))
    assert all(i in g.kids[h] for i, h in enumerate(g.head) if h >= 0) and all(k == sorted(k) for k in g.kids)
    return {g.text[i]: g.text[h] for i, h in enumerate(g.head) if h >= 0}


def test_what_stands_before_and_belongs_to_the_first_verb() -> None:
    rows = """
    Monks      monk       NOUN  NNS 2 nsubj
    fought     fight      VERB  VBD 0 root
    until      until      ADP   IN  4 case
    June       June       PROPN NNP 6 obl
    and        and        CCONJ CC  6 cc
    left       leave      VERB  VBD 2 conj
    in         in         ADP   IN  8 case
    July       July       PROPN NNP 6 obl
    """
    found = heads(rows)
    assert (found["June"], found["July"], found["left"]) == ("fought", "left", "fought")


def test_a_past_tense_goes_with_a_past_tense_not_with_an_infinitive() -> None:
    rows = """
    Zog        Zog        PROPN NNP 2 nsubj
    failed     fail       VERB  VBD 0 root
    to         to         PART  TO  4 mark
    win        win        VERB  VB  2 xcomp
    and        and        CCONJ CC  6 cc
    {verb} 4 conj
    """
    assert heads(rows.replace("{verb}", "resigned resign VERB VBD"))["resigned"] == "failed"
    assert heads(rows.replace("{verb}", "govern govern VERB VB"))["govern"] == "win"


def test_what_is_demanded_is_not_what_was_said() -> None:
    rows = """
    Oslo       Oslo       PROPN NNP 2 nsubj
    said       say        VERB  VBD 0 root
    monks      monk       NOUN  NNS 6 nsubj:pass
    had        have       AUX   VBD 6 aux
    been       be         AUX   VBN 6 aux:pass
    jailed     jail       VERB  VBN 2 ccomp
    {comma} 9 punct
    and        and        CCONJ CC  9 cc
    demanded   demand     VERB  VBD 6 conj
    answers    answer     NOUN  NNS 9 obj
    """
    assert heads(rows.replace("{comma}", ", , PUNCT ,"))["demanded"] == "said"
    assert heads(rows.replace("{comma}", "then then ADV RB"))["demanded"] == "jailed"


def test_a_second_subject_behind_an_active_verb_is_its_object() -> None:
    rows = """
    Oslo       Oslo       PROPN NNP 2 nsubj
    urged      urge       VERB  VBD 0 root
    Bern       Bern       PROPN NNP 2 nsubj
    to         to         PART  TO  5 mark
    leave      leave      VERB  VB  2 xcomp
    """
    g = parsed(doc_of(rows))
    assert [g.rel[i] for i in (0, 2)] == ["nsubj", "obj"]
    before = parsed(doc_of(rows.replace("Bern       Bern       PROPN NNP 2 nsubj", "monks      monk       NOUN  NNS 2 obj")))
    assert [before.rel[i] for i in (0, 2)] == ["nsubj", "obj"]


# The raid angered Chad, with officials summoning the envoy.   with the officials hung on "angered"
ABSOLUTE = """
    The        the        DET   DT  2 det
    raid       raid       NOUN  NN  3 nsubj
    angered    anger      VERB  VBD 0 root
    Chad       Chad       PROPN NNP 3 obj
    ,          ,          PUNCT ,   8 punct
    with       with       SCONJ IN  8 mark
    officials  official   NOUN  NNS 3 nsubj
    summoning  summon     VERB  VBG 3 advcl
    the        the        DET   DT  10 det
    envoy      envoy      NOUN  NN  8 obj
    .          .          PUNCT .   3 punct
"""


def test_a_second_subject_goes_to_the_verb_behind_it_that_has_none() -> None:
    g = parsed(doc_of(ABSOLUTE))
    assert g.text[g.head[6]] == "summoning"
    assert g.text[g.head[1]] == "angered"


def above(rows: str, i: int) -> str:
    """The word that token i hangs on when the parse is mended."""
    g = parsed(doc_of(rows))
    return g.text[g.head[i]]


MEETING = """
    Envoys     envoy      NOUN  NNS 2 nsubj
    held       hold       VERB  VBD 0 root
    a          a          DET   DT  4 det
    meeting    meeting    NOUN  NN  2 obj
    with       with       ADP   IN  6 case
    President  president  NOUN  NN  7 nmod:desc
    Sharif     Sharif     PROPN NNP 4 nmod
"""


def test_a_titles_preposition_is_its_names() -> None:
    before, after = Grammar(doc_of(MEETING)), parsed(doc_of(MEETING))
    assert before.case(6) is None and after.case(6) == "with" and after.case(5) is None


VISIT = """
    The        the        DET   DT  2 det
    visit      visit      NOUN  NN  7 nsubj
    of         of         ADP   IN  4 case
    ministers  minister   NOUN  NNS 2 nmod
    to         to         ADP   IN  6 case
    Damascus   Damascus   PROPN NNP 4 nmod
    ended      end        VERB  VBD 0 root
"""


def test_where_to_is_the_visits() -> None:
    g = parsed(doc_of(VISIT))
    assert above(VISIT, 5) == "visit" and 5 not in g.kids[3]
    for word, lemma in (("ministers", "envoy"), ("visit", "fate")):
        rows = VISIT.replace(f"{word:11}{'minister' if word == 'ministers' else word:11}", f"{word:11}{lemma:11}")
        assert above(rows, 5) == "ministers"


CLOSER = """
    Armenia    Armenia    PROPN NNP 2 nsubj
    moved      move       VERB  VBD 0 root
    closer     closer     ADV   RBR 2 advmod
    to         to         ADP   IN  5 case
    Iran       Iran       PROPN NNP 3 obl
"""


def test_the_phrase_behind_an_adverb_is_the_verbs() -> None:
    assert above(CLOSER, 4) == "moved" and parsed(doc_of(CLOSER)).rel[4] == "obl"
    assert above(CLOSER.replace("2 advmod", "5 advmod").replace("3 obl", "2 obl"), 4) == "moved"


HELD = """
    Talks      talk       NOUN  NNS 3 nsubj:pass
    were       be         AUX   VBD 3 aux:pass
    held       hold       VERB  VBN 0 root
    at         at         ADP   IN  5 case
    court      court      NOUN  NN  3 obl
    between    between    ADP   IN  7 case
    Iran       Iran       PROPN NNP 5 nmod
    and        and        CCONJ CC  9 cc
    Iraq       Iraq       PROPN NNP 7 conj
"""


def test_between_whom_is_the_talks() -> None:
    assert above(HELD, 6) == "Talks"
    for rows in (HELD.replace("talk       NOUN", "cow        NOUN"), HELD.replace("Iraq       Iraq       PROPN NNP 7 conj", "Iraq       Iraq       PROPN NNP 7 nmod")):
        assert above(rows, 6) == "court"


ARREST = """
    Arrest     arrest     NOUN  NN  6 nsubj
    of         of         ADP   IN  3 case
    nuns       nun        NOUN  NNS 1 nmod
    by         by         ADP   IN  5 case
    police     police     NOUN  NN  3 nmod
    angered    anger      VERB  VBD 0 root
    Oslo       Oslo       PROPN NNP 6 obj
"""


def test_by_whom_is_the_deeds() -> None:
    assert above(ARREST, 4) == "Arrest"
