"""Modality and polarity, from parses written by hand in both label schemes."""

from __future__ import annotations

import pytest

from dragoman.reading.factuality import factuality
from tests.reading.parses import frames_of, token

A, N = ("actual", "+"), ("actual", "-")


def finite(*auxiliaries: str, verb: str = "attack VERB VB", mark: str = ".") -> str:
    """ "Rebels AUXILIARIES attack Goma.", {v} standing for the verb. """
    word, pos, tag = verb.split()
    rows = ["Rebels rebel NOUN NNS {v} nsubj", *auxiliaries, f"{word} attack {pos} {tag} 0 root", "Goma Goma PROPN NNP {v} obj", f"{mark} {mark} PUNCT . {{v}} punct"]
    return "\n".join(row.replace("{v}", str(len(auxiliaries) + 2)) for row in rows)


FINITE = {
    "past": (finite(verb="attacked VERB VBD"), A),
    "will": (finite("will will AUX MD {v} aux"), ("planned", "+")),
    "'ll": (finite("'ll will AUX MD {v} aux"), ("planned", "+")),
    "may": (finite("may may AUX MD {v} aux"), ("possible", "+")),
    "could": (finite("could could AUX MD {v} aux"), ("possible", "+")),
    "should": (finite("should should AUX MD {v} aux"), ("requested", "+")),
    "must": (finite("must must AUX MD {v} aux"), ("requested", "+")),
    "would": (finite("would would AUX MD {v} aux"), ("conditional", "+")),
    "have": (finite("have have AUX VBP {v} aux", verb="attacked VERB VBN"), A),
    "did not": (finite("did do AUX VBD {v} aux", "not not PART RB {v} advmod {v} neg"), N),
    "didn't": (finite("did do AUX VBD {v} aux", "n't not PART RB {v} advmod {v} neg"), N),
    "never": (finite("never never ADV RB {v} advmod {v} neg", verb="attacked VERB VBD"), N),
    "will not": (finite("will will AUX MD {v} aux", "not not PART RB {v} advmod {v} neg"), ("planned", "-")),
    "wo n't": (finite("wo will AUX MD {v} aux", "n't not PART RB {v} advmod {v} neg"), ("planned", "-")),
    "are to": (finite("are be AUX VBP {v} aux", "to to PART TO {v} mark {v} aux"), ("planned", "+")),
    "possibly": (finite("possibly possibly ADV RB {v} advmod", verb="attacked VERB VBD"), ("possible", "+")),
    "question": (finite("did do AUX VBD {v} aux", mark="?"), ("possible", "+")),
}


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize("name", FINITE)
def test_auxiliaries_and_negation(name: str, scheme: str) -> None:
    rows, expected = FINITE[name]
    frames = frames_of(rows, scheme)
    verb = next(i for i in range(frames.g.n) if frames.g.pos[i] == "VERB")
    assert factuality(frames, frames.frame(verb)) == expected


# name: (parse, word, (modality, polarity))
CASES = {
    "plans to": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        plans      plan       VERB  VBZ 0 root
        to         to         PART  TO  4 mark       4 aux
        evict      evict      VERB  VB  2 xcomp
        squatters  squatter   NOUN  NNS 4 obj
        """,
        "evict",
        ("planned", "+"),
    ),
    "refused to": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        refused    refuse     VERB  VBD 0 root
        to         to         PART  TO  4 mark       4 aux
        evict      evict      VERB  VB  2 xcomp
        squatters  squatter   NOUN  NNS 4 obj
        """,
        "evict",
        N,
    ),
    "did not refuse to": (
        """
        Turin      Turin      PROPN NNP 4 nsubj
        did        do         AUX   VBD 4 aux
        not        not        PART  RB  4 advmod     4 neg
        refuse     refuse     VERB  VB  0 root
        to         to         PART  TO  6 mark       6 aux
        evict      evict      VERB  VB  4 xcomp
        squatters  squatter   NOUN  NNS 6 obj
        """,
        "evict",
        A,
    ),
    "managed to": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        managed    manage     VERB  VBD 0 root
        to         to         PART  TO  4 mark       4 aux
        evict      evict      VERB  VB  2 xcomp
        squatters  squatter   NOUN  NNS 4 obj
        """,
        "evict",
        A,
    ),
    "urged X to": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        urged      urge       VERB  VBD 0 root
        Milan      Milan      PROPN NNP 2 obj
        to         to         PART  TO  5 mark       5 aux
        evict      evict      VERB  VB  2 xcomp
        squatters  squatter   NOUN  NNS 5 obj
        """,
        "evict",
        ("requested", "+"),
    ),
    "urged X not to": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        urged      urge       VERB  VBD 0 root
        Milan      Milan      PROPN NNP 2 obj
        not        not        PART  RB  6 advmod     6 neg
        to         to         PART  TO  6 mark       6 aux
        evict      evict      VERB  VB  2 xcomp
        squatters  squatter   NOUN  NNS 6 obj
        """,
        "evict",
        ("requested", "-"),
    ),
    "urged X to stop": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        urged      urge       VERB  VBD 0 root
        Milan      Milan      PROPN NNP 2 obj
        to         to         PART  TO  5 mark       5 aux
        stop       stop       VERB  VB  2 xcomp
        evicting   evict      VERB  VBG 5 xcomp
        squatters  squatter   NOUN  NNS 6 obj
        """,
        "evicting",
        A,  # what is to stop goes on
    ),
    "threatened to": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        threatened threaten   VERB  VBD 0 root
        to         to         PART  TO  4 mark       4 aux
        evict      evict      VERB  VB  2 xcomp
        squatters  squatter   NOUN  NNS 4 obj
        """,
        "evict",
        ("possible", "+"),
    ),
    "is ready to": (
        """
        Vienna     Vienna     PROPN NNP 3 nsubj      2 nsubj
        is         be         AUX   VBZ 3 cop        0 ROOT
        ready      ready      ADJ   JJ  0 root       2 acomp
        to         to         PART  TO  5 mark       5 aux
        mediate    mediate    VERB  VB  3 xcomp
        """,
        "mediate",
        ("planned", "+"),
    ),
    "is unable to": (
        """
        Vienna     Vienna     PROPN NNP 3 nsubj      2 nsubj
        is         be         AUX   VBZ 3 cop        0 ROOT
        unable     unable     ADJ   JJ  0 root       2 acomp
        to         to         PART  TO  5 mark       5 aux
        mediate    mediate    VERB  VB  3 xcomp
        """,
        "mediate",
        N,
    ),
    "a plan to": (
        """
        Vienna     Vienna     PROPN NNP 2 nsubj
        backed     back       VERB  VBD 0 root
        a          a          DET   DT  4 det
        plan       plan       NOUN  NN  2 obj
        to         to         PART  TO  6 mark       6 aux
        partition  partition  VERB  VB  4 acl
        Zog        Zog        PROPN NNP 6 obj
        """,
        "partition",
        ("planned", "+"),
    ),
    "a demand for": (
        """
        Vienna     Vienna     PROPN NNP 2 nsubj
        repeated   repeat     VERB  VBD 0 root
        its        its        PRON  PRP$ 4 nmod:poss
        demand     demand     NOUN  NN  2 obj
        for        for        ADP   IN  6 case       4 prep
        withdrawal withdrawal NOUN  NN  4 nmod       5 pobj
        """,
        "withdrawal",
        ("requested", "+"),
    ),
    "if": (
        """
        If         if         SCONJ IN  3 mark
        Milan      Milan      PROPN NNP 3 nsubj
        attacks    attack     VERB  VBZ 7 advcl
        ,          ,          PUNCT ,   3 punct      7 punct
        Turin      Turin      PROPN NNP 7 nsubj
        will       will       AUX   MD  7 aux
        retaliate  retaliate  VERB  VB  0 root
        """,
        "attacks",
        ("conditional", "+"),
    ),
    "unless": (
        """
        Turin      Turin      PROPN NNP 3 nsubj
        will       will       AUX   MD  3 aux
        march      march      VERB  VB  0 root
        unless     unless     SCONJ IN  6 mark
        Milan      Milan      PROPN NNP 6 nsubj
        yields     yield      VERB  VBZ 3 advcl
        """,
        "yields",
        ("conditional", "+"),
    ),
    "purpose": (
        """
        Turin      Turin      PROPN NNP 2 nsubj
        hired      hire       VERB  VBD 0 root
        men        man        NOUN  NNS 2 obj
        to         to         PART  TO  5 mark       5 aux
        kill       kill       VERB  VB  2 advcl
        Zog        Zog        PROPN NNP 5 obj
        """,
        "kill",
        ("possible", "+"),
    ),
    "purpose of a journey made": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        flew       fly        VERB  VBD 0 root
        home       home       ADV   RB  2 advmod
        to         to         PART  TO  5 mark       5 aux
        visit      visit      VERB  VB  2 advcl
        troops     troops     NOUN  NNS 5 obj
        """,
        "visit",
        A,
    ),
    "would in reported past": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        said       say        VERB  VBD 0 root
        he         he         PRON  PRP 5 nsubj
        would      would      AUX   MD  5 aux
        visit      visit      VERB  VB  2 ccomp
        Rome       Rome       PROPN NNP 5 obj
        """,
        "visit",
        ("planned", "+"),
    ),
    "said that": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        said       say        VERB  VBD 0 root
        rebels     rebel      NOUN  NNS 4 nsubj
        fled       flee       VERB  VBD 2 ccomp
        """,
        "fled",
        A,  # on whose word is the source chain's business
    ),
    "whether it will": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        asked      ask        VERB  VBD 0 root
        whether    whether    SCONJ IN  6 mark
        rebels     rebel      NOUN  NNS 6 nsubj
        will       will       AUX   MD  6 aux
        flee       flee       VERB  VB  2 ccomp
        """,
        "flee",
        ("possible", "+"),
    ),
    "told somebody that": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        told       tell       VERB  VBD 0 root
        Pius       Pius       PROPN NNP 2 iobj
        that       that       SCONJ IN  6 mark
        rebels     rebel      NOUN  NNS 6 nsubj
        fled       flee       VERB  VBD 2 ccomp
        """,
        "fled",
        A,
    ),
    "told somebody to": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        told       tell       VERB  VBD 0 root
        Pius       Pius       PROPN NNP 2 obj
        to         to         PART  TO  5 mark       5 aux
        leave      leave      VERB  VB  2 xcomp
        """,
        "leave",
        ("requested", "+"),
    ),
    "demanded that": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        demanded   demand     VERB  VBD 0 root
        that       that       SCONJ IN  5 mark
        Pius       Pius       PROPN NNP 5 nsubj
        leave      leave      VERB  VB  2 ccomp
        """,
        "leave",
        ("requested", "+"),
    ),
    "whether": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        asked      ask        VERB  VBD 0 root
        whether    whether    SCONJ IN  5 mark
        rebels     rebel      NOUN  NNS 5 nsubj
        fled       flee       VERB  VBD 2 ccomp
        """,
        "fled",
        ("possible", "+"),
    ),
    "condemned the attack": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        condemned  condemn    VERB  VBD 0 root
        the        the        DET   DT  4 det
        attack     attack     NOUN  NN  2 obj
        """,
        "attack",
        A,
    ),
    "will condemn the attack": (
        """
        Zog        Zog        PROPN NNP 3 nsubj
        will       will       AUX   MD  3 aux
        condemn    condemn    VERB  VB  0 root
        the        the        DET   DT  5 det
        attack     attack     NOUN  NN  3 obj
        """,
        "attack",
        A,  # only the condemning lies ahead
    ),
    "stopped shelling": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        stopped    stop       VERB  VBD 0 root
        shelling   shell      VERB  VBG 2 xcomp
        Rome       Rome       PROPN NNP 3 obj
        """,
        "shelling",
        A,
    ),
    "cancelled the visit": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        cancelled  cancel     VERB  VBD 0 root
        a          a          DET   DT  4 det
        visit      visit      NOUN  NN  2 obj
        to         to         ADP   IN  6 case       4 prep
        Rome       Rome       PROPN NNP 4 nmod       5 pobj
        """,
        "visit",
        N,
    ),
    "the visit was postponed": (
        """
        Zog        Zog        PROPN NNP 3 nmod:poss
        's         's         PART  POS 1 case
        visit      visit      NOUN  NN  5 nsubj:pass
        was        be         AUX   VBD 5 aux:pass
        postponed  postpone   VERB  VBN 0 root
        """,
        "visit",
        N,
    ),
    "planned visit": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        discussed  discuss    VERB  VBD 0 root
        a          a          DET   DT  5 det
        planned    planned    ADJ   JJ  5 amod
        visit      visit      NOUN  NN  2 obj
        """,
        "visit",
        ("planned", "+"),
    ),
    "failed attack": (
        """
        The        the        DET   DT  3 det
        failed     failed     ADJ   JJ  3 amod
        attack     attack     NOUN  NN  4 nsubj
        stunned    stun       VERB  VBD 0 root
        Rome       Rome       PROPN NNP 4 obj
        """,
        "attack",
        N,
    ),
    "no attack": (
        """
        There      there      PRON  EX  2 expl
        was        be         VERB  VBD 0 root
        no         no         DET   DT  4 det
        attack     attack     NOUN  NN  2 nsubj      2 attr
        """,
        "attack",
        N,
    ),
    "nobody": (
        """
        Nobody     nobody     PRON  NN  2 nsubj
        attacked   attack     VERB  VBD 0 root
        Rome       Rome       PROPN NNP 2 obj
        """,
        "attacked",
        N,
    ),
    "no rebels": (
        """
        No         no         DET   DT  2 det
        rebels     rebel      NOUN  NNS 3 nsubj
        attacked   attack     VERB  VBD 0 root
        Rome       Rome       PROPN NNP 3 obj
        """,
        "attacked",
        N,
    ),
    "without": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        left       leave      VERB  VBD 0 root
        without    without    SCONJ IN  4 mark       2 prep
        meeting    meet       VERB  VBG 2 advcl      3 pcomp
        Pius       Pius       PROPN NNP 4 obj
        """,
        "meeting",
        N,
    ),
    "negated first of two": (
        """
        Zog        Zog        PROPN NNP 4 nsubj
        did        do         AUX   VBD 4 aux
        not        not        PART  RB  4 advmod     4 neg
        stay       stay       VERB  VB  0 root
        but        but        CCONJ CC  6 cc         4 cc
        fled       flee       VERB  VBD 4 conj
        """,
        "fled",
        A,
    ),
    "negation before but, with a participle's tag": (
        """
        Zog        Zog        PROPN NNP 4 nsubj
        did        do         AUX   VBD 4 aux
        not        not        PART  RB  4 advmod     4 neg
        stay       stay       VERB  VB  0 root
        but        but        CCONJ CC  6 cc         4 cc
        held       hold       VERB  VBN 4 conj
        Rome       Rome       PROPN NNP 6 obj
        """,
        "held",
        A,
    ),
    "neither": (
        """
        Neither    neither    CCONJ CC  2 cc:preconj 2 preconj
        Zog        Zog        PROPN NNP 5 nsubj
        nor        nor        CCONJ CC  4 cc         2 cc
        Pius       Pius       PROPN NNP 2 conj
        attacked   attack     VERB  VBD 0 root
        Rome       Rome       PROPN NNP 5 obj
        """,
        "attacked",
        N,
    ),
    "negation over two": (
        """
        Zog        Zog        PROPN NNP 4 nsubj
        did        do         AUX   VBD 4 aux
        not        not        PART  RB  4 advmod     4 neg
        arrest     arrest     VERB  VB  0 root
        or         or         CCONJ CC  6 cc         4 cc
        deport     deport     VERB  VB  4 conj
        monks      monk       NOUN  NNS 6 obj
        """,
        "deport",
        N,
    ),
    "will over two": (
        """
        Zog        Zog        PROPN NNP 3 nsubj
        will       will       AUX   MD  3 aux
        fly        fly        VERB  VB  0 root
        home       home       ADV   RB  3 advmod
        and        and        CCONJ CC  6 cc         3 cc
        meet       meet       VERB  VB  3 conj
        Pius       Pius       PROPN NNP 6 obj
        """,
        "meet",
        ("planned", "+"),
    ),
    "relative clause of a plan": (
        """
        Zog        Zog        PROPN NNP 5 nsubj
        ,          ,          PUNCT ,   4 punct      1 punct
        who        who        PRON  WP  4 nsubj
        fled       flee       VERB  VBD 1 acl:relcl
        plans      plan       VERB  VBZ 0 root
        revenge    revenge    NOUN  NN  5 obj
        """,
        "fled",
        A,
    ),
    "light verb in the future": (
        """
        Rome       Rome       PROPN NNP 3 nsubj
        will       will       AUX   MD  3 aux
        hold       hold       VERB  VB  0 root
        talks      talk       NOUN  NNS 3 obj
        with       with       ADP   IN  6 case       4 prep
        Bern       Bern       PROPN NNP 4 nmod       5 pobj
        """,
        "talks",
        ("planned", "+"),
    ),
    "light verb negated": (
        """
        Rome       Rome       PROPN NNP 4 nsubj
        did        do         AUX   VBD 4 aux
        not        not        PART  RB  4 advmod     4 neg
        launch     launch     VERB  VB  0 root
        the        the        DET   DT  6 det
        attack     attack     NOUN  NN  4 obj
        """,
        "attack",
        N,
    ),
    "by doing": (
        """
        Zog        Zog        PROPN NNP 2 nsubj
        replied    reply      VERB  VBD 0 root
        by         by         SCONJ IN  4 mark       2 prep
        expelling  expel      VERB  VBG 2 advcl      3 pcomp
        monks      monk       NOUN  NNS 4 obj
        """,
        "expelling",
        A,
    ),
    "negation above a clause of time": (
        """
        Zog        Zog        PROPN NNP 4 nsubj
        did        do         AUX   VBD 4 aux
        not        not        PART  RB  4 advmod     4 neg
        resign     resign     VERB  VB  0 root
        after      after      SCONJ IN  6 mark       4 prep
        losing     lose       VERB  VBG 4 advcl      5 pcomp
        Rome       Rome       PROPN NNP 6 obj
        """,
        "losing",
        A,
    ),
}  # fmt: skip


@pytest.mark.parametrize("scheme", ["ud", "clear"])
@pytest.mark.parametrize("name", CASES)
def test_what_stands_above_a_frame(name: str, scheme: str) -> None:
    rows, word, expected = CASES[name]
    frames = frames_of(rows, scheme)
    assert factuality(frames, frames.frame(token(frames, word))) == expected
