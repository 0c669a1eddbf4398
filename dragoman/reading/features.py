"""UD features of a word from its PTB tag, enough for tense, number and person."""

from __future__ import annotations

_BY_TAG = {
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "NN": "Number=Sing", "NNP": "Number=Sing", "NNS": "Number=Plur", "NNPS": "Number=Plur",
    "JJ": "Degree=Pos", "JJR": "Degree=Cmp", "JJS": "Degree=Sup", "RBR": "Degree=Cmp", "RBS": "Degree=Sup",
    "CD": "NumType=Card", "EX": "PronType=Dem",
    "WP": "PronType=Int,Rel", "WDT": "PronType=Int,Rel", "WP$": "Poss=Yes|PronType=Int,Rel", "WRB": "PronType=Int,Rel",
}  # fmt: skip

_PRONOUNS = {
    "i": "Case=Nom|Number=Sing|Person=1|PronType=Prs", "me": "Case=Acc|Number=Sing|Person=1|PronType=Prs",
    "my": "Number=Sing|Person=1|Poss=Yes|PronType=Prs", "mine": "Number=Sing|Person=1|Poss=Yes|PronType=Prs",
    "myself": "Number=Sing|Person=1|PronType=Prs|Reflex=Yes",
    "we": "Case=Nom|Number=Plur|Person=1|PronType=Prs", "us": "Case=Acc|Number=Plur|Person=1|PronType=Prs",
    "our": "Number=Plur|Person=1|Poss=Yes|PronType=Prs", "ours": "Number=Plur|Person=1|Poss=Yes|PronType=Prs",
    "ourselves": "Number=Plur|Person=1|PronType=Prs|Reflex=Yes",
    "you": "Person=2|PronType=Prs", "your": "Person=2|Poss=Yes|PronType=Prs", "yours": "Person=2|Poss=Yes|PronType=Prs",
    "yourself": "Number=Sing|Person=2|PronType=Prs|Reflex=Yes", "yourselves": "Number=Plur|Person=2|PronType=Prs|Reflex=Yes",
    "he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs", "him": "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "his": "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "himself": "Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs", "her": "Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "hers": "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs", "herself": "Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "it": "Gender=Neut|Number=Sing|Person=3|PronType=Prs", "its": "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "itself": "Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "they": "Case=Nom|Number=Plur|Person=3|PronType=Prs", "them": "Case=Acc|Number=Plur|Person=3|PronType=Prs",
    "their": "Number=Plur|Person=3|Poss=Yes|PronType=Prs", "theirs": "Number=Plur|Person=3|Poss=Yes|PronType=Prs",
    "themselves": "Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
}  # fmt: skip

_DETERMINERS = {
    "the": "Definite=Def|PronType=Art", "a": "Definite=Ind|PronType=Art", "an": "Definite=Ind|PronType=Art",
    "this": "Number=Sing|PronType=Dem", "that": "Number=Sing|PronType=Dem",
    "these": "Number=Plur|PronType=Dem", "those": "Number=Plur|PronType=Dem",
    "no": "PronType=Neg", "every": "PronType=Tot", "all": "PronType=Tot",
}  # fmt: skip


def features(word: str, tag: str, passive: bool = False) -> str:
    """The features as UD writes them, "" for none. `passive`: a passive subject or auxiliary hangs on the word."""
    small = word.lower()
    if tag in {"PRP", "PRP$"}:
        return _PRONOUNS.get(small, "PronType=Prs")
    if tag in {"DT", "PDT"}:
        return _DETERMINERS.get(small, "")
    if tag == "RB" and small in {"not", "n't", "n’t", "never"}:
        return "Polarity=Neg"
    found = _BY_TAG.get(tag, "")
    if tag == "VBN" and passive:
        found += "|Voice=Pass"
    return found


def every_feature_set() -> list[str]:
    """All that `features` can return."""
    found = {"", "PronType=Prs", "Polarity=Neg", _BY_TAG["VBN"] + "|Voice=Pass"}
    return sorted(found | set(_BY_TAG.values()) | set(_PRONOUNS.values()) | set(_DETERMINERS.values()))
