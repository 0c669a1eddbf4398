"""Moods and leanings: what came to nothing, what only would have been, what is asked, what was still to come."""

from __future__ import annotations

import pytest

from dragoman.reading.factuality import read
from tests.reading.parses import frames_of, token

# name: (parse, word, (modality, negative, leaning))
CASES = {
    "almost": ("Zog Zog PROPN NNP 3 nsubj\nalmost almost ADV RB 3 advmod\nstruck strike VERB VBD 0 root\nRome Rome PROPN NNP 3 obj", "struck", (None, True, None)),
    "not only": ("Not not PART RB 5 advmod\nonly only ADV RB 5 advmod\ndid do AUX VBD 5 aux\nZog Zog PROPN NNP 5 nsubj\nstrike strike VERB VB 0 root", "strike", (None, False, None)),
    "no longer": ("Zog Zog PROPN NNP 4 nsubj\nno no DET DT 3 advmod\nlonger long ADV RBR 4 advmod\nrules rule VERB VBZ 0 root", "rules", (None, True, None)),
    "a day ahead": ("Zog Zog PROPN NNP 2 nsubj\nleaves leave VERB VBZ 0 root\ntomorrow tomorrow NOUN NN 2 obl:unmarked", "leaves", ("planned", False, None)),
    "next week": ("Zog Zog PROPN NNP 2 nsubj\nleaves leave VERB VBZ 0 root\nnext next ADJ JJ 4 amod\nweek week NOUN NN 2 obl:unmarked", "leaves", ("planned", False, None)),
    "would later": ("Zog Zog PROPN NNP 4 nsubj\nwould would AUX MD 4 aux\nlater later ADV RB 4 advmod\nstrike strike VERB VB 0 root", "strike", (None, False, None)),
    "would go on to": ("Zog Zog PROPN NNP 3 nsubj\nwould would AUX MD 3 aux\ngo go VERB VB 0 root\non on ADV RB 3 advmod\nto to PART TO 6 mark\nstrike strike VERB VB 3 advcl", "strike", (None, False, None)),
    "would have": ("Zog Zog PROPN NNP 4 nsubj\nwould would AUX MD 4 aux\nhave have AUX VB 4 aux\nstruck strike VERB VBN 0 root", "struck", ("conditional", False, "unreal")),
    "would like to": ("Zog Zog PROPN NNP 3 nsubj\nwould would AUX MD 3 aux\nlike like VERB VB 0 root\nto to PART TO 5 mark\nstrike strike VERB VB 3 xcomp", "strike", ("planned", False, None)),
    "had they": (
        "Had have AUX VBD 3 aux\nZog Zog PROPN NNP 3 nsubj\nstruck strike VERB VBN 7 advcl\n, , PUNCT , 3 punct\nwe we PRON PRP 7 nsubj\nwould would AUX MD 7 aux\nwait wait VERB VB 0 root",
        "struck",
        ("conditional", False, None),
    ),
    "as if": (
        "They they PRON PRP 2 nsubj\nran run VERB VBD 0 root\nas as SCONJ IN 7 mark\nif if SCONJ IN 7 mark\nZog Zog PROPN NNP 7 nsubj\nhad have AUX VBD 7 aux\nstruck strike VERB VBN 2 advcl",
        "struck",
        ("conditional", False, "unreal"),
    ),
    "until": (
        "They they PRON PRP 3 nsubj\nwill will AUX MD 3 aux\nstay stay VERB VB 0 root\nuntil until SCONJ IN 6 mark\nZog Zog PROPN NNP 6 nsubj\nstrikes strike VERB VBZ 3 advcl",
        "strikes",
        ("conditional", False, None),
    ),
    "before, in the past": (
        "They they PRON PRP 2 nsubj\nfled flee VERB VBD 0 root\nbefore before SCONJ IN 5 mark\nZog Zog PROPN NNP 5 nsubj\nstruck strike VERB VBD 2 advcl",
        "struck",
        (None, False, None),
    ),
    "a question": ("Did do AUX VBD 3 aux\nZog Zog PROPN NNP 3 nsubj\nstrike strike VERB VB 0 root\n? ? PUNCT . 3 punct", "strike", ("possible", False, "asked")),
    "a question after another clause": (
        "Zog Zog PROPN NNP 2 nsubj\nstruck strike VERB VBD 0 root\n, , PUNCT , 5 punct\nyou you PRON PRP 5 nsubj\nknow know VERB VBP 2 parataxis\n? ? PUNCT . 2 punct",
        "struck",
        (None, False, None),
    ),
    "unclear whether": (
        "It it PRON PRP 3 expl\nis be AUX VBZ 3 cop\nunclear unclear ADJ JJ 0 root\nwhether whether SCONJ IN 6 mark\nZog Zog PROPN NNP 6 nsubj\nstruck strike VERB VBD 3 csubj",
        "struck",
        ("possible", False, "asked"),
    ),
    "fears that it will": (
        "Rome Rome PROPN NNP 2 nsubj\nfears fear VERB VBZ 0 root\nthat that SCONJ IN 6 mark\nZog Zog PROPN NNP 6 nsubj\nwill will AUX MD 6 aux\nstrike strike VERB VB 2 ccomp",
        "strike",
        ("possible", False, None),
    ),
    "foiled an attempt": (
        "Rome Rome PROPN NNP 2 nsubj\nfoiled foil VERB VBD 0 root\nan a DET DT 4 det\nattempt attempt NOUN NN 2 obj\nto to PART TO 6 mark\nstrike strike VERB VB 4 acl",
        "strike",
        (None, True, None),
    ),
    "did not rule out": (
        "Zog Zog PROPN NNP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nrule rule VERB VB 0 root\nout out ADP RP 4 compound:prt\nstriking strike VERB VBG 4 xcomp",
        "striking",
        ("possible", False, None),
    ),
    "never succeeded in": (
        "Zog Zog PROPN NNP 3 nsubj\nnever never ADV RB 3 advmod\nsucceeded succeed VERB VBD 0 root\nin in SCONJ IN 5 mark\nstriking strike VERB VBG 3 advcl",
        "striking",
        (None, True, None),
    ),
    "stopped short of": (
        "Zog Zog PROPN NNP 2 nsubj\nstopped stop VERB VBD 0 root\nshort short ADV RB 2 advmod\nof of SCONJ IN 5 mark\nstriking strike VERB VBG 3 advcl",
        "striking",
        (None, True, None),
    ),
    "has yet to": (
        "Zog Zog PROPN NNP 2 nsubj\nhas have VERB VBZ 0 root\nyet yet ADV RB 2 advmod\nto to PART TO 5 mark\nstrike strike VERB VB 2 xcomp",
        "strike",
        (None, True, None),
    ),
    "neither nor": (
        "Zog Zog PROPN NNP 3 nsubj\nneither neither CCONJ CC 3 cc:preconj\nfought fight VERB VBD 0 root\nnor nor CCONJ CC 5 cc\nstruck strike VERB VBD 3 conj",
        "struck",
        (None, True, None),
    ),
    "rather than": (
        "Zog Zog PROPN NNP 2 nsubj\nfled flee VERB VBD 0 root\nrather rather ADV RB 5 cc\nthan than ADP IN 3 fixed\nstrike strike VERB VB 2 conj",
        "strike",
        (None, True, None),
    ),
    "not true that": (
        "It it PRON PRP 4 expl\nis be AUX VBZ 4 cop\nnot not PART RB 4 advmod\ntrue true ADJ JJ 0 root\nthat that SCONJ IN 7 mark\nZog Zog PROPN NNP 7 nsubj\nstruck strike VERB VBD 4 csubj",
        "struck",
        (None, True, None),
    ),
    "rejected the demand": (
        "Rome Rome PROPN NNP 2 nsubj\nrejected reject VERB VBD 0 root\nthe the DET DT 4 det\ndemand demand NOUN NN 2 obj",
        "demand",
        (None, False, None),
    ),
    "no sign of": (
        "There there PRON EX 2 expl\nis be VERB VBZ 0 root\nno no DET DT 4 det\nsign sign NOUN NN 2 nsubj\nof of ADP IN 7 case\nan a DET DT 7 det\nattack attack NOUN NN 4 nmod",
        "attack",
        (None, True, "unseen"),
    ),
    "talks that will be held": (
        "Talks talk NOUN NNS 6 nsubj\nthat that PRON WDT 5 nsubj:pass\nwill will AUX MD 5 aux\nbe be AUX VB 5 aux:pass\nheld hold VERB VBN 1 acl:relcl\nmatter matter VERB VBP 0 root",
        "Talks",
        ("planned", False, None),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_mood_and_leaning(name: str) -> None:
    rows, word, expected = CASES[name]
    frames = frames_of(rows, "ud")
    found = read(frames, frames.frame(token(frames, word)))
    assert ((found.modality if found.modality != "actual" else None), found.negative, found.leaning) == expected


def test_a_conjunct_that_is_counted_out_is_none() -> None:
    rows = "Zog Zog PROPN NNP 6 nsubj\n, , PUNCT , 4 punct\nnot not PART RB 4 advmod\nRome Rome PROPN NNP 1 conj\n, , PUNCT , 1 punct\nstruck strike VERB VBD 0 root"
    frames = frames_of(rows, "ud")
    assert frames.frame(token(frames, "struck")).roles["subject"] == (0,)
