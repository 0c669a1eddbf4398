"""How sure a rule-coded event is: the share of such events that were right on labelled pairs, by what they rest on."""

from __future__ import annotations

from dragoman.coding.match import Match
from dragoman.reading.frames import Frames

BASE = 0.86
# Each adjustment is the difference in precision between matches with and without the property.
VERB, SPECIAL, NOUN, PRONOUN, UNKNOWN, FAR, NO_ACTOR = 0.02, 0.03, -0.06, -0.08, -0.04, -0.06, -0.1
FAR_TOKENS = 15


def confidence(match: Match, frames: Frames) -> float:
    """A number from 0.3 to 0.98, to two places."""
    value = BASE
    value += NOUN if match.frame.kind == "noun" else VERB
    if match.pattern.weight:
        value += SPECIAL
    people = match.actors + match.recipients
    if any(a.via == "pronoun" for a in people):
        value += PRONOUN
    if any(a.id is None and a.via == "name" for a in people):
        value += UNKNOWN
    heads = match.actor_heads + match.recipient_heads
    if any(abs(h - match.frame.predicate) > FAR_TOKENS for h in heads):
        value += FAR
    if not match.actors:
        value += NO_ACTOR
    return round(min(0.98, max(0.3, value)), 2)
