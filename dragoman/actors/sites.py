"""Whether a capital or a building stands in its sentence for whom it houses, or is only where something is."""

from __future__ import annotations

from dragoman.reading.grammar import Grammar

_WHERE = {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "within", "into", "through", "toward", "over", "beyond", "above", "off", "via", "onto", "round", "beside", "opposite"}
# "confidence in Beijing", "anger at Washington", "control over Kabul"
_FELT = {"confidence", "trust", "faith", "interest", "anger", "influence", "pressure", "believe", "invest", "fire", "aim", "direct", "dismay", "fury", "frustration", "criticism"}
_MOTION = {
    "fly", "travel", "go", "return", "arrive", "come", "drive", "march", "move", "flee", "visit", "trip", "tour", "journey", "flight", "walk", "escape", "head", "leave", "depart", "sail",
    "trek", "relocate", "evacuate", "transfer", "road", "train", "highway", "deport", "extradite", "bring", "take", "emigrate", "migrate", "bear", "rush", "advance",
}  # fmt: skip
_PARTS = {
    "resident", "street", "suburb", "outskirt", "outskirts", "centre", "center", "city", "capital", "north", "south", "east", "west", "airport", "airspace", "district", "neighbourhood",
    "neighborhood", "people", "skyline", "university", "port", "mayor", "square", "inhabitant", "battle", "siege", "fall", "bombing", "storming", "archbishop", "bishop",
}  # fmt: skip
_DONE_TO_PLACES = {
    "visit", "leave", "reach", "enter", "storm", "bomb", "shell", "bombard", "besiege", "flee", "tour", "strike", "photograph", "surround", "evacuate", "guard", "encircle", "occupy",
    "attack", "hit", "rock", "shake", "paralyse", "paralyze", "flood", "capture", "seize", "recapture", "retake", "overrun",
}  # fmt: skip


def only_place(g: Grammar, head: int) -> bool:
    """Whether a name at `head` that may stand for a government is only a place there: "in Moscow", "flew to Riyadh"."""
    if g.rel[head] == "conj":
        first = g.first_conjunct(head)
        if first != head and not g.case(head):
            return only_place(g, first)
    case, above = g.case(head), g.head[head]
    lemma = g.lemma[above].lower() if above >= 0 else ""
    if case in _WHERE or (case or "").startswith(("outside", "close", "north", "south", "east", "west")):
        return lemma not in _FELT
    if case in ("to", "from", "for", "towards"):
        return lemma in _MOTION and not (case == "for" and lemma not in ("leave", "depart", "head"))
    if case == "of":
        return lemma in _PARTS
    if g.base(head) == "obj":
        return lemma in _DONE_TO_PLACES
    if g.rel[head] == "nsubj:pass":
        return lemma in _DONE_TO_PLACES
    if g.rel[head] == "nmod:poss":
        return lemma in _PARTS
    return False
