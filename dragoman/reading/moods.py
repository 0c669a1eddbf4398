"""What a predicate's own auxiliaries, adverbs, determiners and tense say of it: the mood it stands in.

No word above it is looked at here but those that tell what its "would" means; they are `factuality.py`'s business.
"""

from __future__ import annotations

from dragoman.reading.frames import Frames
from dragoman.reading.grammar import ONLY, Grammar
from dragoman.reading.lexicons import governors

AUXILIARIES = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "may": "possible", "might": "possible",
    "could": "possible", "can": "possible", "ca": "possible", "would": "conditional", "'d": "conditional", "should": "requested",
    "must": "requested", "ought": "requested", "need": "requested",
}  # fmt: skip
NEGATORS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "hardly"}
CONDITIONS = {"if", "unless", "in case", "whether", "lest", "provided", "should", "assuming", "supposing"}
WOULD = {"would", "'d", "’d"}
# "would later attack": who tells it looks back.
LATER = {"later", "subsequently", "eventually", "ultimately", "afterwards", "afterward", "thereafter", "again"}
# Verbs by which an event noun that is their subject happens ("talks will resume"), or their object is made to ("talks to be held").
HAPPENING = {"take place", "resume", "begin", "start", "open", "occur", "happen", "continue", "follow", "go ahead", "proceed", "conclude"}
HOLDING = {"hold", "host", "stage", "conduct", "convene", "organise", "organize", "carry out", "mount", "launch", "pay", "make"}
# What one would like to do is a wish.
LIKING = {"like", "love", "prefer", "wish"}
PAST_REPORT = {"VBD", "VBN"}


def own_mood(frames: Frames, i: int, below: int = -1) -> tuple[str | None, bool]:
    """(modality, negated) that token i's own auxiliaries, adverbs and determiners give; modality is "undone" where an
    adjective says that nothing came of it ("failed"). `below`: an argument whose own "no" has been counted ("has no plans to")."""
    g = frames.g
    modality, negated = None, False
    effects = governors()
    for k in g.kids[i]:
        lower, base = g.lower[k], g.base(k)
        if lower == "due" and k < i and any(g.base(c) == "cop" for c in g.kids[i]):
            modality = "planned"  # "is due to travel", with "due to" read as a preposition
        if base == "aux" and lower in AUXILIARIES:
            modality = AUXILIARIES[lower]
        elif base in ("advmod", "det", "cc") and lower in NEGATORS:
            negated = negated or k + 1 == g.n or g.lower[k + 1] not in ONLY
        elif base == "advmod" and lower == "longer" and any(g.lower[d] == "no" for d in g.kids[k]):
            negated = True
        elif base == "advmod":
            effect = effects.get((lower, "ADV"))
            if effect == "negative":
                negated = negated or k < i <= k + 2  # "almost attacked"; "attacked almost daily" did
            else:
                modality = modality or effect
        elif (base == "amod" and k < i) or (g.rel[k] == "acl" and g.tag[k] == "VBN" and g.pos[i] == "NOUN"):
            effect = effects.get((lower, "MOD"))
            if effect == "undone":
                modality, negated = "undone", True
            elif effect and modality != "undone":
                modality = modality or effect
            elif g.rel[k] == "acl" and g.mark(k) == "to" and g.lemma[k] in HOLDING:
                modality = modality or "planned"  # "talks to be held in May"
        elif g.rel[k] == "acl:relcl" and g.pos[i] == "NOUN" and _told_by(frames, k):
            own, not_so = own_mood(frames, k)
            modality = modality or own
            negated = negated != not_so
        elif base in ("nsubj", "obj") and k != below and (lower in ("nobody", "none", "neither") or any(g.lower[d] in ("no", "neither") and g.base(d) in ("det", "cc") for d in g.kids[k])):
            negated = True
    if modality is None and _is_to(g, i):
        if any(g.lower[k] == "yet" for k in g.kids[i]):
            negated = not negated  # "is yet to meet"
        else:
            modality = "planned"  # "is to meet"
    if modality == "possible" and negated and any(g.base(k) == "aux" and g.lower[k] == "could" for k in g.kids[i]):
        modality = None  # who "could not agree" did not
    if modality is None and imperative(g, i):
        modality = "requested"
    if modality is None and _scheduled(g, i):
        modality = "planned"
    if modality == "conditional":
        modality = _would(g, i)
    return modality, negated


def _told_by(frames: Frames, k: int) -> bool:
    """Whether relative clause k says that its noun, an event, happens: "talks that will be held"."""
    g = frames.g
    if frames.passive(k):
        return not HOLDING.isdisjoint(frames.names(k)) and any(g.rel[c] == "nsubj:pass" and g.tag[c] in ("WDT", "WP") for c in g.kids[k])
    return not HAPPENING.isdisjoint(happening(g, k)) and any(g.base(c) == "nsubj" and g.tag[c] in ("WDT", "WP") for c in g.kids[k])


def happening(g: Grammar, v: int) -> set[str]:
    """The names by which verb v may say that its subject happens: alone, with its object or adverb ("take place")."""
    return {g.lemma[v], *(f"{g.lemma[v]} {g.lemma[k]}" for k in g.kids[v] if g.base(k) in ("obj", "advmod", "compound"))}


def _is_to(g: Grammar, i: int) -> bool:
    """ "is to meet"."""
    if not any(g.rel[k] == "mark" and g.lower[k] == "to" for k in g.kids[i]):
        return False
    return any(g.base(k) in ("aux", "cop") and g.lower[k] in ("is", "are", "was", "were") and k < i for k in g.kids[i])


def imperative(g: Grammar, i: int) -> bool:
    """Whether verb i is an order: a bare form without a subject that heads its sentence, or a clause of direct speech."""
    if g.pos[i] != "VERB" or g.tag[i] != "VB" or g.base(i) not in ("root", "parataxis", "ccomp"):
        return False
    if any(g.base(k) in ("nsubj", "csubj", "expl", "mark") or (g.base(k) == "aux" and g.lemma[k] != "do") or g.rel[k] == "aux:pass" for k in g.kids[i]):
        return False
    return g.base(i) == "root" or g.mark(i) is None and not g.children(g.head[i], "aux")


def asked(g: Grammar, i: int) -> bool:
    """Whether clause i is what a question asks, one in quotation marks too. Who "fought the wars?" takes the wars for a fact."""
    start, end = g.bounds[g.sent[i]]
    if g.head[i] < 0:
        last = end - 1
        while last > start and (g.pos[last] == "SPACE" or g.text[last] in "\"'”’)"):
            last -= 1
        if g.text[last] != "?":
            return False
        # of several clauses the last one asks: "They attacked, but why?"
        if not _turned_round(g, i) and any(k > i and g.base(k) in ("conj", "parataxis") and g.pos[k] in ("VERB", "AUX", "ADV", "ADJ") for k in g.kids[i]):
            return False
    elif not any(g.text[k] == "?" for k in g.kids[i]):
        return False
    # an open question asks about a place in the event, not about the event
    return not any(g.tag[t] in ("WP", "WRB", "WDT", "WP$") and (g.head[t] == i or g.head[g.head[t]] == i) for t in range(start, i))


def inverted(g: Grammar, i: int) -> bool:
    """Whether clause i is a condition by its order: "had they attacked", "should it attack", "were it to attack"."""
    if g.base(i) != "advcl" or g.mark(i) not in (None, "to"):
        return False
    subject = next((k for k in g.kids[i] if g.base(k) == "nsubj"), None)
    first = next((k for k in g.kids[i] if g.base(k) in ("aux", "cop") or g.rel[k] == "aux:pass"), None)
    return subject is not None and first is not None and first < subject and g.lower[first] in ("had", "should", "were")


def perfect_would(g: Grammar, i: int) -> bool:
    """ "would have attacked": it did not."""
    words = [g.lower[k] for k in g.kids[i] if g.base(k) in ("aux", "cop")]
    return bool(WOULD & set(words)) and "have" in words


def unreal(g: Grammar, i: int) -> bool:
    """Whether clause i tells of what was not so: "had they attacked, it would have ...", "if they had ..., it would have ..."."""
    if perfect_would(g, i):
        return True
    above = g.head[i]
    past = any(g.base(k) == "aux" and g.lower[k] in ("had", "'d", "’d") for k in g.kids[i])
    return past and above >= 0 and (perfect_would(g, above) or as_if(g, i) or (g.lemma[above] == "wish" and g.base(i) == "ccomp"))


def as_if(g: Grammar, i: int) -> bool:
    """ "as if they had attacked", "as though"."""
    marks = [g.lower[k] for k in g.kids[i] if g.base(k) == "mark"] + [g.lower[f] for k in g.kids[i] if g.base(k) == "mark" for f in g.kids[k]]
    return "as" in marks and bool({"if", "though"} & set(marks))


def _turned_round(g: Grammar, i: int) -> bool:
    """Whether clause i has its auxiliary before its subject."""
    subject = next((k for k in g.kids[i] if g.base(k) == "nsubj"), None)
    return subject is not None and any(k < subject and g.base(k) in ("aux", "cop") for k in g.kids[i])


def _scheduled(g: Grammar, i: int) -> bool:
    """A present with a day that lies ahead: "leaves tomorrow", "is meeting her next week"."""
    if g.pos[i] != "VERB" or not (g.tag[i] in ("VBZ", "VBP") or (g.tag[i] == "VBG" and any(g.base(k) == "aux" and g.tag[k] in ("VBZ", "VBP") for k in g.kids[i]))):
        return False
    for k in g.kids[i]:
        if g.lower[k] == "tomorrow" and g.base(k) in ("obl", "advmod"):
            return True
        if g.base(k) == "obl" and g.case(k) is None and any(g.lower[d] == "next" and g.base(d) in ("amod", "det") for d in g.kids[k]):
            return True
    return False


def _would(g: Grammar, i: int) -> str | None:
    """What the "would" of clause i says: conditional, planned (a future seen from the past), or None where it came about."""
    if g.lemma[i] in LIKING and any(g.base(k) in ("xcomp", "ccomp") for k in g.kids[i]):
        return None  # the wish itself is there
    if perfect_would(g, i) or any(g.base(k) == "advcl" and (g.mark(k) in CONDITIONS or inverted(g, k)) for k in g.kids[i]):
        return "conditional"
    base = g.base(i)
    if base in ("ccomp", "acl") and g.mark(i) == "that" and g.rel[i] != "acl:relcl":
        return "planned"
    later = any(g.base(k) in ("advmod", "obl") and (g.lower[k] in LATER or _in_year(g, k)) for k in g.kids[i])
    went_on = g.lemma[i] == "go" and any(g.lower[k] == "on" and g.base(k) in ("advmod", "compound") for k in g.kids[i])
    if (later or went_on) and (base == "root" or g.rel[i] == "acl:relcl"):
        return None
    if base == "advcl" and g.mark(i) in ("before", "after", "until", "when", "where") and g.tag[g.head[i]] == "VBD":
        return None  # "left before they would cross"
    if base in ("ccomp", "conj", "acl", "parataxis") and any(g.pos[up] == "VERB" and g.tag[up] in PAST_REPORT for up in g.ancestors(i)):
        return "planned"  # "would" after a past verb of saying is a future in the past
    return "conditional"


def _in_year(g: Grammar, k: int) -> bool:
    return g.case(k) == "in" and len(g.lower[k]) == 4 and g.lower[k].isdigit()
