"""Known slips of parsers, mended before anything reads the parse."""

from __future__ import annotations

from spacy.tokens import Doc

from dragoman.reading.grammar import Grammar
from dragoman.reading.quotations import find_quotations

TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "day week month year decade end midnight noon morning evening night weekend summer winter spring autumn percent phone telephone train plane ship hand vote".split()
)
MOTION = frozenset("visit trip tour journey return travel arrival departure transfer deployment dispatch withdrawal deportation extradition expulsion removal flight delivery shipment export sale supply".split())
BETWEEN = frozenset("meeting talk negotiation clash fighting battle summit agreement deal war fight dialogue contact exchange ceasefire truce conversation dispute round session".split())
ENVOYS = frozenset("ambassador envoy representative delegate adviser advisor heir emissary".split())
LOOSE = {"advcl", "obl", "advmod", "acl", "parataxis", "conj", "nmod", "ccomp", "dep"}


def parsed(doc: Doc) -> Grammar:
    """The Grammar of a parsed Doc, with known slips mended."""
    g = Grammar(doc)
    _function_words_have_no_arguments(g)
    _verbs_taken_for_modifiers(g)
    _active_without_auxiliary(g)
    _prepositions_of_titles(g)
    _goals_of_motion(g)
    _obliques_of_adverbs(g)
    _sides_of_meetings(g)
    _receivers_taken_for_compounds(g)
    _objects_of_particle_verbs(g)
    _authors_of_objects(g)
    _reattach_after_quotations(g)
    _reattach_before_coordinators(g)
    _finite_with_finite(g)
    _said_and_demanded(g)
    _second_subjects(g)
    return g


def _move(g: Grammar, k: int, above: int) -> None:
    """Hang token k on another head."""
    g.kids[g.head[k]].remove(k)
    g.head[k] = above
    g.kids[above] = sorted([*g.kids[above], k])


def _function_words_have_no_arguments(g: Grammar) -> None:
    """UD's auxiliaries, copulas and markers have no subjects or objects: "Eritrea | has armed" is the verb's."""
    for i in range(g.n):
        if g.base(i) in ("aux", "cop", "mark", "case") and g.head[i] >= 0 and g.pos[i] != "VERB":
            for k in list(g.kids[i]):
                if g.base(k) in ("nsubj", "obj", "obl", "ccomp", "xcomp", "advcl"):
                    _move(g, k, g.head[i])


def _verbs_taken_for_modifiers(g: Grammar) -> None:
    """ "Israel withheld tax money", "The ministry wiretapped reporters" read as noun phrases around a participle."""
    for v in range(g.n):
        if g.pos[v] != "VERB" or g.tag[v] not in ("VBN", "VBD") or g.head[v] < 0:
            continue
        noun = g.head[v]
        if g.rel[v] == "case" and noun < v and g.children(v, "obj"):
            g.rel[v] = "acl"  # a participle with an object is read as active (`control.py`)
        elif g.rel[v] == "amod" and noun > v and g.rel[noun] == "root":
            # a compound has no article of its own, a subject may
            subject = next((k for k in g.kids[noun] if g.rel[k] == "compound" and k < v and g.children(k, "det", "amod") and all(b == v for b in range(k + 1, v + 1))), None)
            if subject is not None:
                g.kids[noun].remove(v)
                g.head[v], g.rel[v] = -1, "root"
                for k, rel in ((subject, "nsubj"), (noun, "obj")):
                    if g.head[k] >= 0:
                        g.kids[g.head[k]].remove(k)
                    g.head[k], g.rel[k] = v, rel
                g.kids[v] = sorted([*g.kids[v], subject, noun])


def _active_without_auxiliary(g: Grammar) -> None:
    """A passive of a whole sentence has an auxiliary: "India and Pakistan de-escalated." is active. Headlines, which drop it,
    drop the full stop too."""
    for v in range(g.n):
        if g.pos[v] != "VERB" or g.rel[v] not in ("root", "conj", "ccomp", "parataxis") or g.children(v, "aux", "cop"):
            continue
        subjects = [k for k in g.kids[v] if g.rel[k] == "nsubj:pass"]
        if subjects and g.rel[v] == "root" and not any(g.rel[k] == "obl:agent" for k in g.kids[v]):
            end = g.bounds[g.sent[v]][1]
            while end > v and (g.pos[end - 1] == "SPACE" or g.text[end - 1] in "\"”’)"):
                end -= 1
            if g.text[end - 1] == ".":
                for k in subjects:
                    g.rel[k] = "nsubj"


def _prepositions_of_titles(g: Grammar) -> None:
    """ "a meeting | with former President Sheikh Sharif": the preposition is the whole phrase's, not the title's."""
    for t in range(g.n):
        if g.rel[t] in ("nmod:desc", "compound") and t < g.head[t]:
            for k in list(g.kids[t]):
                if g.base(k) == "case" and k < t and g.tag[k] != "POS":
                    _move(g, k, g.head[t])


def _obliques_of_adverbs(g: Grammar) -> None:
    """ "moved closer | to the EU", "came back | to the table": the phrase is the verb's, as it is without the adverb."""
    for a in range(g.n):
        verb = g.head[a]
        if g.pos[a] == "ADV" and g.rel[a] == "advmod" and verb >= 0 and g.pos[verb] == "VERB" and a > verb:
            for k in list(g.kids[a]):
                if g.base(k) in ("obl", "nmod") and k > a:
                    _move(g, k, verb)
                    g.rel[k] = "obl"


def _sides_of_meetings(g: Grammar) -> None:
    """ "a meeting was held at the palace | between the king and the rebels": the sides are the meeting's."""
    for k in range(g.n):
        place = g.head[k]
        if g.base(k) != "nmod" or place < 0 or g.base(place) != "obl" or g.case(k) != "between" or not any(g.rel[c] == "conj" for c in g.kids[k]):
            continue
        verb = g.head[place]
        if g.case(place) in ("at", "in", "on") and g.pos[place] in ("NOUN", "PROPN"):
            nouns = [c for c in g.kids[verb] if g.rel[c] in ("obj", "nsubj:pass") or (g.rel[c] == "nsubj" and g.pos[verb] == "VERB")]
            nouns = [c for c in nouns if g.pos[c] == "NOUN" and c < place and g.lemma[c].lower() in BETWEEN]
            if nouns:
                _move(g, k, nouns[-1])


def _adopt(g: Grammar, noun: int, k: int, cases: tuple[str, ...]) -> None:
    """Hang on `noun` what stands behind token k, under it, with one of these prepositions."""
    for below in list(g.kids[k]):
        if g.base(below) == "nmod" and g.case(below) in cases and below > k:
            _move(g, below, noun)


def _goals_of_motion(g: Grammar) -> None:
    """ "the visit of the minister | to Damascus": where to and from are the visit's, not the minister's."""
    for i in range(g.n):
        if g.pos[i] == "NOUN":
            for k in list(g.kids[i]):
                if g.base(k) == "nmod" and g.case(k) == "of":
                    _adopt(g, i, k, ("by",))  # "the arrest of two nuns | by police"
        if g.lemma[i].lower() in MOTION and g.pos[i] == "NOUN":
            for k in list(g.kids[i]):
                if g.base(k) == "nmod" and g.case(k) in ("of", "by") and g.lemma[k] not in ENVOYS:
                    _adopt(g, i, k, ("to", "from", "into"))


def _receivers_taken_for_compounds(g: Grammar) -> None:
    """ "denied | the American diplomats | entry": a noun with an article of its own is no compound, but who gets the object."""
    for k in range(g.n):
        noun = g.head[k]
        if g.rel[k] == "compound" and noun > k and g.rel[noun] == "obj" and g.pos[k] in ("NOUN", "PROPN") and g.children(k, "det") and g.head[noun] >= 0:
            _move(g, k, g.head[noun])
            g.rel[k] = "iobj"


def _objects_of_particle_verbs(g: Grammar) -> None:
    """ "called out | Saudi Arabia" read as what somebody is called: behind a particle stands the object."""
    for k in range(g.n):
        v = g.head[k]
        if g.rel[k] == "xcomp" and g.pos[k] in ("PROPN", "NOUN") and v >= 0 and not g.children(v, "obj") and any(g.rel[p] == "compound:prt" and v < p < k for p in g.kids[v]):
            g.rel[k] = "obj"


def _authors_of_objects(g: Grammar) -> None:
    """ "welcomed the decision | by Saudi Arabia": "by" behind the object of an active verb belongs to the object."""
    for v in range(g.n):
        if g.pos[v] != "VERB" or any(g.rel[k] in ("aux:pass", "nsubj:pass") for k in g.kids[v]):
            continue
        for k in list(g.kids[v]):
            if g.base(k) == "obl" and g.case(k) == "by" and g.pos[k] in ("NOUN", "PROPN") and not g.doc[k].like_num:
                before = [o for o in g.kids[v] if g.rel[o] == "obj" and o < k]
                case = next((c for c in g.kids[k] if g.base(c) == "case"), None)
                if before and case is not None and max(g.subtree(before[-1])) == case - 1 and not _is_time(g, k):
                    _move(g, k, before[-1])
                    g.rel[k] = "nmod"


def _is_time(g: Grammar, k: int) -> bool:
    return g.lower[k] in TIMES or g.lemma[k].lower() in TIMES


def _reattach_before_coordinators(g: Grammar) -> None:
    """What stands before "and" belongs to what the coordination begins with: "fought from 2014 to 2017, and left"."""
    for v in range(g.n):
        if g.rel[v] != "conj" or g.head[v] < 0 or g.pos[v] != "VERB":
            continue
        first = g.head[v]
        coordinator = next((k for k in g.kids[v] if g.base(k) == "cc" and first < k < v), None)
        if coordinator is None:
            continue
        for k in list(g.kids[v]):
            if first < k < coordinator and g.base(k) in ("obl", "advmod", "nmod", "obj", "advcl"):
                _move(g, k, first)


def _finite_with_finite(g: Grammar) -> None:
    """ "failed to win and resigned": a past tense is not coordinated with an infinitive but with the verb above it."""
    for v in range(g.n):
        if g.rel[v] != "conj" or g.tag[v] not in ("VBD", "VBZ") or g.head[v] < 0 or g.pos[v] != "VERB" or g.children(v, "nsubj"):
            continue
        first = g.head[v]
        if g.tag[first] != "VB" or g.mark(first) != "to":
            continue
        above = next((a for a in g.ancestors(first) if g.pos[a] == "VERB" and g.tag[a] in ("VBD", "VBZ", "VBP")), None)
        if above is not None:
            _move(g, v, above)


def _said_and_demanded(g: Grammar) -> None:
    """ "She said the men had been taken, and demanded their release": a simple past after ", and" goes with the past
    verb of saying, not with the pluperfect or future that was said."""
    for v in range(g.n):
        first = g.head[v]
        if g.rel[v] != "conj" or first < 0 or g.pos[v] != "VERB" or g.tag[v] != "VBD" or g.base(first) != "ccomp" or g.children(v, "nsubj", "aux"):
            continue
        cue = g.head[first]
        shifted = any(g.base(k) == "aux" and g.lower[k] in ("had", "would", "will", "could") for k in g.kids[first])
        comma = any(g.text[k] == "," for k in g.kids[v] if k < v)
        if cue >= 0 and g.tag[cue] == "VBD" and cue < first and shifted and comma:
            _move(g, v, cue)


def _second_subjects(g: Grammar) -> None:
    """ "urged Iran to leave" with Iran read as a second subject: what follows an active verb that has its subject before
    it is its object."""
    for v in range(g.n):
        if g.pos[v] != "VERB":
            continue
        subjects = [k for k in g.kids[v] if g.rel[k] == "nsubj"]
        if len(subjects) == 2 and subjects[1] < v:
            # "Police | beat dozens of people, Amnesty reported": the first is the subject of what was reported
            said = next((k for k in g.kids[v] if g.rel[k] == "ccomp" and subjects[0] < k < subjects[1] and not g.children(k, "nsubj")), None)
            if said is not None:
                _move(g, subjects[0], said)
            continue
        if len(subjects) != 2 or not subjects[0] < v < subjects[1]:
            continue
        if not any(g.rel[k] in ("obj", "aux:pass") for k in g.kids[v]):
            g.rel[subjects[1]] = "obj"
            continue
        # "irked Tehran, with authorities | summoning the envoy": the verb behind it wants a subject
        after = next((k for k in g.kids[v] if k > subjects[1] and g.pos[k] == "VERB"), None)
        if after is not None and g.base(after) in ("advcl", "ccomp", "conj", "parataxis") and not g.children(after, "nsubj", "nsubj:pass"):
            _move(g, subjects[1], after)


def _reattach_after_quotations(g: Grammar) -> None:
    """ "They left," he said, speaking in Tehran: what follows the verb of saying outside the quotation is the verb's."""
    quotations = find_quotations(g)
    if not quotations:
        return
    inside = [False] * g.n
    for q in quotations:
        for t in range(q.start + 1, min(q.end, g.n)):
            inside[t] = True
    for q in quotations:
        number = g.sent[min(q.end, g.n) - 1]
        cue = _cue(g, g.bounds[number], inside, q.start, q.end)
        if cue is None:
            continue
        for k in range(cue + 1, g.bounds[number][1]):
            above = g.head[k]
            if above >= 0 and q.start < above < q.end and not inside[k] and g.base(k) in LOOSE:
                _move(g, k, cue)
                if g.rel[k] in ("conj", "ccomp"):
                    g.rel[k] = "advcl"


def _cue(g: Grammar, sentence: tuple[int, int], inside: list[bool], start: int, end: int) -> int | None:
    """The verb outside a quotation that introduces it: above its clause, or in parataxis under it."""
    for i in range(*sentence):
        if g.pos[i] == "VERB" and not inside[i]:
            if any(g.base(k) == "ccomp" and start < k < end for k in g.kids[i]):
                return i
            if g.rel[i] == "parataxis" and start < g.head[i] < end:
                return i
    return None
