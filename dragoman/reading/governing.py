"""What a word does to the event in the clause or noun that hangs on it (`data/lexicons/governors.tsv`)."""

from __future__ import annotations

from dragoman.reading.cues import cues
from dragoman.reading.frames import Frames
from dragoman.reading.lexicons import governors
from dragoman.reading.moods import LIKING, WOULD, own_mood

# Verbs that deny what a clause says; under others that mean no ("failed that ...") a clause stands for itself.
DENIALS = {"deny", "refute", "dispute", "disprove", "rebut", "disclaim", "contradict", "debunk"}
# Announced or agreed that it "will": the clause's own tense says the rest.
SETTLING = {"announce", "decide", "determine", "agree"}
# What is said in so many words: whoever turns it down answers to what was said.
SPOKEN = {"request", "appeal", "invitation", "offer", "criticism", "protest", "ultimatum", "plea", "condemnation", "overture"}
ANSWERS = {"reject", "refuse", "decline", "deny", "dismiss", "ignore", "rebuff", "turn down", "spurn", "dispute", "oppose", "resist", "refute", "rebut", "repudiate", "disown"}
# What is said of a claim that does not hold.
FALSE = {"false", "untrue", "baseless", "unfounded", "groundless"}
PREPOSITIONS = ("to", "for", "from", "of", "about", "against")
NOUN_PREPOSITIONS = ("of", "for", "to", "on", "against", "in", "about")


def effect_of(frames: Frames, at: int, above: int, adverb: str | None = None) -> str | None:
    """The effect of the word above on what hangs on it, or None. `adverb`: one that stands between ("stopped *short* of")."""
    pos = frames.g.pos[above]
    if pos in ("VERB", "AUX"):
        return _of_verb(frames, at, above, adverb)
    if pos in ("NOUN", "PROPN"):
        return _of_noun(frames, at, above)
    if pos in ("ADJ", "ADP"):
        return _of_adjective(frames, at, above)
    return None


def called_false(frames: Frames, noun: int) -> bool:
    """Whether a claim is said not to be so: "the claim that ... is false", "is not true"."""
    g = frames.g
    above = g.head[noun]
    if g.rel[noun] != "nsubj" or above < 0 or g.lemma[noun] not in cues().words["noun"] or g.lemma[above] not in FALSE | {"true"}:
        return False
    return (g.lemma[above] in FALSE) != own_mood(frames, above)[1]


def answered(frames: Frames, at: int, above: int) -> bool:
    """Whether noun `at` is something said that the verb above answers: "rejected France's demand"."""
    g = frames.g
    if g.pos[at] != "NOUN" or g.rel[at] not in ("obj", "nsubj:pass", "nmod") or ANSWERS.isdisjoint(frames.names(above)) and g.lemma[above] not in ("refusal", "rejection"):
        return False
    return g.lemma[at] in SPOKEN or g.lemma[at] in cues().words["noun"]


def _of_verb(frames: Frames, at: int, above: int, adverb: str | None) -> str | None:
    g = frames.g
    effects = governors()
    base, lemma, mark = g.base(at), g.lemma[above], g.mark(at)
    joined = mark or g.case(at)
    if joined:
        adverbs = [adverb] if adverb else [g.lower[k] for k in g.kids[above] if g.base(k) in ("advmod", "xcomp") and above < k < at]
        for name in (*(f"{lemma} {a} {joined}" for a in adverbs), f"{lemma} {joined}"):
            if (name, "VERB") in effects:
                return effects[name, "VERB"]
    if g.tag[at] == "VBG" and lemma in ("discuss", "debate", "explore", "negotiate"):
        return "possible"  # "discussed reopening the embassies"
    if lemma in LIKING and any(g.base(k) == "aux" and g.lower[k] in WOULD for k in g.kids[above]):
        return "planned"
    if lemma in ("be", "have") and base in ("xcomp", "advcl") and mark == "to" and any(g.lower[k] == "yet" for k in g.kids[above] + g.kids[at]):
        return "negative"  # "has yet to attack"
    if lemma in ("be", "have", "go") and base == "xcomp" and mark == "to":
        if lemma == "go" and g.tag[above] != "VBG":
            return None
        if lemma == "have":
            return "actual" if g.tag[above] in ("VBD", "VBN") else "requested"  # who "had to flee" fled
        return "planned"
    beside = g.tag[at] == "VBG" and mark is None and all(g.rel[t] == "compound:prt" for t in range(above + 1, at))  # "ruled out | attacking"
    if base in ("advcl", "obl") and mark not in PREPOSITIONS and g.case(at) not in PREPOSITIONS and not beside:
        return None
    if g.rel[at] != "nsubj:pass" and base not in ("xcomp", "ccomp", "obj", "advcl", "obl"):
        return None
    found = next((effects[name, "VERB"] for name in frames.names(above) if (name, "VERB") in effects), None)
    if base == "ccomp" and found is not None:
        return _of_clause(frames, at, lemma, found)
    if base == "advcl" and found == "planned" and mark not in ("to", "for"):
        return None
    return found


def _of_clause(frames: Frames, at: int, lemma: str, found: str) -> str | None:
    """What is left of a verb's effect on a clause with a subject of its own."""
    if found in ("negative", "undone") and lemma not in DENIALS:
        return None
    if lemma in ("tell", "insist", "advise", "persuade") and frames.g.is_finite(at):
        return None  # "told her that they fled" asks for nothing
    if lemma == "ask" and any(frames.g.tag[t] in ("WP", "WRB", "WDT", "WP$") for t in frames.g.subtree(at)[:2]):
        return None  # "asked why they fled"
    if found == "planned" and lemma in SETTLING:
        return None
    return found


def _of_noun(frames: Frames, at: int, above: int) -> str | None:
    g = frames.g
    base = g.base(at)
    if base not in ("acl", "nmod", "ccomp", "xcomp", "obl") or g.rel[at] == "nmod:poss":
        return None
    if g.rel[at] == "acl:relcl" and g.mark(at) != "that":
        return None  # "the call that all leave" is no relative clause, whatever its label
    if base == "nmod" and g.case(at) not in NOUN_PREPOSITIONS:
        return None
    return governors().get((g.lemma[above].lower(), "NOUN"))


def _of_adjective(frames: Frames, at: int, above: int) -> str | None:
    g = frames.g
    base, joined = g.base(at), g.mark(at) or g.case(at)
    if base not in ("xcomp", "ccomp", "advcl", "obl", "acl", "csubj") or (base in ("advcl", "obl") and joined not in (*PREPOSITIONS, "that", None)):
        return None
    if g.lemma[above] == "able" and any(g.base(k) == "cop" and g.tag[k] in ("VBD", "VBN") for k in g.kids[above]):
        return "actual"  # who "was able to leave" left
    return governors().get((g.lemma[above], "ADJ"))
