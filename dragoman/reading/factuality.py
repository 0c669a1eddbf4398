"""Whether the text says that a frame happened: its modality and polarity.

Read from the frame's own auxiliaries, negation and modifiers and, going up, from what each word above does to the
clause below it (`data/lexicons/governors.tsv`): "plans to visit", "refused to withdraw", "urged them to stop bombing".
What *speakers* commit to is the source chain's business (`statements.py`).
"""

from __future__ import annotations

from dragoman.reading.frames import Frame, Frames
from dragoman.reading.lexicons import governors

AUXILIARIES = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "may": "possible", "might": "possible",
    "could": "possible", "can": "possible", "ca": "possible", "would": "conditional", "'d": "conditional", "should": "requested",
    "must": "requested", "ought": "requested", "need": "requested",
}  # fmt: skip
NEGATORS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "hardly", "barely"}
CONDITIONS = {"if", "unless", "in case", "whether", "lest", "provided", "should"}
UNDONE = {"without", "instead of", "rather than", "instead"}
# After these in the past the purpose was as good as carried out: "flew to visit the troops".
MOTION = {"fly", "travel", "arrive", "go", "come", "meet", "gather", "visit", "return", "rush", "cross", "join", "convene", "assemble", "march", "rally"}
# Verbs by which an event noun that is their subject happens ("talks will resume").
HAPPENING = {"take place", "resume", "begin", "start", "open", "occur", "happen", "continue", "follow", "go ahead", "proceed", "conclude"}
# Who has no such will refuses.
WILL = {"plan", "intend", "intention", "want", "wish", "willing", "ready", "prepared", "inclined", "go", "desire", "appetite", "readiness", "willingness"}
PAST_REPORT = {"VBD", "VBN"}
# A "not" over these denies what their clause says: "do not believe that it attacked".
NEGATION_RAISING = {"think", "believe", "expect", "suppose", "seem", "appear", "imagine", "reckon", "feel"}
LIMIT = 10


def _own(frames: Frames, i: int, below: int = -1) -> tuple[str | None, bool]:
    """(modality, negated) that token i's own auxiliaries, adverbs and determiners give. `below`: an argument whose own
    "no" has been counted ("has no plans to")."""
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
            negated = True
        elif base == "advmod":
            modality = modality or (effects.get((lower, "ADV")))
        elif base == "amod" and k < i:
            effect = effects.get((lower, "MOD"))
            if effect == "negative":
                negated = True
            elif effect:
                modality = modality or effect
        elif base in ("nsubj", "obj") and k != below and (lower in ("nobody", "none", "neither") or any(g.lower[d] in ("no", "neither") and g.base(d) in ("det", "cc") for d in g.kids[k])):
            negated = True
    if modality is None and any(g.rel[k] == "mark" and g.lower[k] == "to" for k in g.kids[i]) and any(g.base(k) in ("aux", "cop") and g.lower[k] in ("is", "are", "was", "were") and k < i for k in g.kids[i]):
        modality = "planned"  # "is to meet"
    if modality == "possible" and negated and any(g.base(k) == "aux" and g.lower[k] == "could" for k in g.kids[i]):
        modality = None  # who "could not agree" did not
    if modality is None and _imperative(frames, i):
        modality = "requested"
    if modality == "conditional":
        # "would" after a past verb of saying is a future in the past
        for up in g.ancestors(i):
            if g.pos[up] == "VERB" and g.tag[up] in PAST_REPORT and g.base(i) in ("ccomp", "conj", "acl", "parataxis"):
                modality = "planned"
                break
    return modality, negated


def _imperative(frames: Frames, i: int) -> bool:
    """Whether verb i is an order: a bare form without a subject that heads its sentence, or a clause of direct speech."""
    g = frames.g
    if g.pos[i] != "VERB" or g.tag[i] != "VB" or g.base(i) not in ("root", "parataxis", "ccomp"):
        return False
    if any(g.base(k) in ("nsubj", "csubj", "expl", "mark") or (g.base(k) == "aux" and g.lemma[k] != "do") or g.rel[k] == "aux:pass" for k in g.kids[i]):
        return False
    return g.base(i) == "root" or g.mark(i) is None and not g.children(g.head[i], "aux")


def _asked(frames: Frames, i: int) -> bool:
    """Whether clause i, the root of its sentence, is what a question asks. Who "fought the wars?" takes the wars for a fact."""
    g = frames.g
    start, end = g.bounds[g.sent[i]]
    last = end - 1
    while last > start and (g.pos[last] == "SPACE" or g.text[last] in "\"'”’)"):
        last -= 1
    if g.text[last] != "?":
        return False
    # an open question asks about a place in the event, not about the event
    return not any(g.tag[t] in ("WP", "WRB", "WDT", "WP$") and (g.head[t] == i or g.head[g.head[t]] == i) for t in range(start, i))


def _happening(frames: Frames, v: int) -> list[str]:
    g = frames.g
    return [g.lemma[v], *(f"{g.lemma[v]} {g.lemma[k]}" for k in g.kids[v] if g.base(k) in ("obj", "advmod", "compound"))]


def refuses(frames: Frames, frame: Frame) -> bool:
    """Whether a frame is a refusal in so many words: its own "will" or "would" with its own "not" or "never", or "no plans
    to", "not willing to", "does not intend to"."""
    modality, negated = _own(frames, frame.anchor)
    if negated and modality in ("planned", "conditional"):
        # "would not attack if ..." is no refusal
        return modality == "planned" or not any(frames.g.base(k) == "advcl" and frames.g.mark(k) in CONDITIONS for k in frames.g.kids[frame.anchor])
    above = frames.g.head[frame.anchor]
    if above < 0 or frames.g.base(frame.anchor) not in ("xcomp", "acl", "advcl") or frames.g.lemma[above].lower() not in WILL:
        return False
    return _own(frames, above)[1] or (frames.g.base(above) == "obj" and _own(frames, frames.g.head[above])[1])


def factuality(frames: Frames, frame: Frame, within: tuple[int, int] | None = None) -> tuple[str, str]:
    """(modality, polarity) of a frame: actual | planned | possible | requested | conditional, and + | -.

    `within`: tokens (start, end) of a content; what stands above it, in the words of another, is left out.
    """
    g = frames.g
    effects = governors()
    modality: str | None = None
    negative = False
    at = frame.predicate
    own, negated = _own(frames, at)
    modality, negative = own, negated
    for _ in range(LIMIT):
        above = g.head[at]
        if above < 0 or (within is not None and not within[0] <= above < within[1]):
            break
        rel, base = g.rel[at], g.base(at)
        mark = g.mark(at) if g.pos[at] in ("VERB", "AUX", "ADJ", "NOUN") else None
        if base in ("advcl", "acl", "ccomp") and mark in CONDITIONS and not (base == "ccomp"):
            modality = "conditional"
        if base == "ccomp" and mark in ("if", "whether"):
            modality = "possible"  # "has not said whether it will"
        if mark in UNDONE:
            negative = not negative
        if rel == "conj":
            if g.pos[above] in ("VERB", "AUX", "ADJ", "NOUN"):
                has_own = bool(g.children(at, "nsubj")) and g.pos[at] in ("VERB", "AUX")
                if not has_own:
                    own, negated = _own(frames, above)
                    if not any(g.base(k) == "aux" and g.lower[k] in AUXILIARIES for k in g.kids[at]):
                        modality = modality or own
                    but = any(g.base(k) == "cc" and g.lower[k] in ("but", "yet") and above < k < at for k in g.kids[at] + g.kids[above])
                    if not but and (g.pos[at] not in ("VERB", "AUX") or not g.is_finite(at) or negated and g.lower[at - 1] in ("or", "nor")):
                        negative = negative != negated
                at = above
                continue
            break
        if rel == "acl:relcl" or (rel == "acl" and g.tag[at] in ("VBN", "VBG", "VBD") and mark is None) or (base == "amod" and g.tag[at] == "VBN") or base in ("parataxis", "appos", "nsubj", "root", "dep", "vocative", "discourse"):
            if base == "nsubj" and rel != "nsubj:pass":
                # "closer cooperation would serve ...": what only would be done is not there yet
                own, negated = _own(frames, above)
                happens = frame.kind == "noun" and at == frame.predicate and any(name in HAPPENING for name in _happening(frames, above))
                if own in ("conditional", "possible", "requested") or (happens and own == "planned"):
                    modality = modality or own
                if happens:  # "talks will (not) take place"
                    negative = negative != negated
            if rel != "nsubj:pass":
                break
        # who "commits massacres" does them: a light verb promises nothing
        effect = None if above == frame.light and g.lemma[above] == "commit" else _effect(frames, at, above, effects)
        if effect == "presupposed":
            break
        if effect == "negative":
            negative = not negative
        elif effect in ("planned", "possible", "requested"):
            modality = modality or effect
        if base in ("advcl", "xcomp") and mark == "to" and g.tag[at] == "VB" and effect is None and not (g.lemma[above] in MOTION and g.tag[above] in ("VBD", "VBN")):
            if base == "advcl":
                modality = modality or "possible"  # a purpose is neither a deed nor a promise
        if base == "acl" and mark == "to" and effect is None:
            modality = modality or "possible"
        if base == "obl" and effect is None and above != frame.light:
            if frame.kind == "noun" and at == frame.predicate and g.case(at) in ("on", "during", "for", "at"):
                # "will travel to Kyiv for talks": the talks lie ahead as the journey does
                own, _ = _own(frames, above)
                modality = modality or own
                at = above
                continue
            break
        if base == "ccomp" and effect is None and g.pos[above] in ("VERB", "AUX") and g.is_finite(at) and g.lower[at] != "be":
            # a clause with a tense of its own stands for itself, whatever becomes of the saying
            if g.lemma[above] in NEGATION_RAISING and _own(frames, above)[1]:
                negative = not negative
            break
        own, negated = _own(frames, above, at)
        passes = base in ("xcomp", "ccomp", "obj", "nmod", "acl", "advcl") or rel in ("nsubj:pass", "obl")
        if passes and (base != "ccomp" or effect is not None):
            modality = modality or own
            if base != "ccomp" and base != "advcl":
                negative = negative != negated
        at = above
    if g.head[at] < 0 and modality in (None, "planned") and _asked(frames, at):
        modality = "possible"
    return modality or "actual", "-" if negative else "+"


def _effect(frames: Frames, at: int, above: int, effects: dict[tuple[str, str], str]) -> str | None:
    """What the word above does to what hangs on it, or None."""
    g = frames.g
    rel, base = g.rel[at], g.base(at)
    pos = g.pos[above]
    if pos in ("VERB", "AUX"):
        lemma = g.lemma[above]
        if g.tag[at] == "VBG" and lemma in ("discuss", "debate", "explore", "negotiate"):
            return "possible"  # "discussed reopening the embassies"
        if lemma in ("be", "have", "go") and base == "xcomp" and g.mark(at) == "to":
            if lemma == "go" and g.tag[above] != "VBG":
                return None
            if lemma == "have":
                return "actual" if g.tag[above] in ("VBD", "VBN") else "requested"  # who "had to flee" fled
            return "planned"
        if base in ("advcl", "obl") and g.mark(at) not in ("to", "for", "from", "of", "about", "against") and g.case(at) not in ("for", "from", "to", "about", "of", "against"):
            return None
        if rel == "nsubj:pass" or base in ("xcomp", "ccomp", "obj", "advcl", "obl"):
            for name in frames.names(above):
                found = effects.get((name, "VERB"))
                if found:
                    if base == "ccomp" and found in ("negative",) and lemma not in ("deny",):
                        return None
                    if base == "advcl" and found == "planned" and g.mark(at) not in ("to", "for"):
                        return None
                    if base == "ccomp" and lemma in ("tell", "insist", "advise", "persuade") and g.is_finite(at):
                        return None  # "told her that they fled" asks for nothing
                    if base == "ccomp" and found == "possible" and lemma in ("warn", "threaten", "fear", "suspect", "doubt", "imagine", "suppose", "seem", "appear"):
                        return "possible"
                    if base == "ccomp" and found == "planned" and lemma in ("announce", "decide", "determine", "agree", "hope", "wish", "expect", "propose", "vow", "pledge", "promise"):
                        return None if lemma in ("announce", "decide", "determine", "agree") else "planned"
                    return found
        return None
    if pos in ("NOUN", "PROPN") and base in ("acl", "nmod", "ccomp", "xcomp", "obl"):
        if base == "nmod" and g.case(at) not in ("of", "for", "to", "on", "against", "in", "about"):
            return None
        found = effects.get((g.lemma[above].lower(), "NOUN"))
        if found and base == "nmod" and g.rel[at] == "nmod:poss":
            return None
        return found
    if pos == "ADJ" and base in ("xcomp", "ccomp", "advcl", "obl", "acl", "csubj"):
        if g.lemma[above] == "able" and any(g.base(k) == "cop" and g.tag[k] in ("VBD", "VBN") for k in g.kids[above]):
            return "actual"  # who "was able to leave" left
        return effects.get((g.lemma[above], "ADJ"))
    return None
