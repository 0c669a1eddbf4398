"""How sure a rule-coded event is.

Read off labelled pairs of source and target (`tests/quality/test_relations.py`; 475 even pairs that a rule joined, 2026-11):
87 in 100 had the right type; each number below is how much more or less right those were that have the property. Those
for who takes part are judgements, since the pairs name their participants.
"""

from __future__ import annotations

from dragoman.coding.match import Match

BASE = 0.87  # verbs, adjectives; something that happened
NOUN = -0.05
NOT_ACTUAL = -0.22
QUAD = {1: -0.05, 2: 0.06, 3: 0.04, 4: -0.04}
PRONOUN, UNKNOWN, NO_ACTOR = -0.06, -0.04, -0.08  # judgements


def confidence(match: Match) -> float:
    """A number from 0.3 to 0.98, to two places."""
    value = BASE + QUAD.get(match.pattern.quad or 0, 0.0)
    if match.frame.kind == "noun":
        value += NOUN
    if match.modality in ("planned", "possible", "conditional"):
        value += NOT_ACTUAL
    if any(a.via == "pronoun" for a in match.actors + match.recipients):
        value += PRONOUN
    if any(a.id is None and a.via == "name" for a in match.actors + match.recipients):
        value += UNKNOWN
    if not match.actors:
        value += NO_ACTOR
    return round(min(0.98, max(0.3, value)), 2)
