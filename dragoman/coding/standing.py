"""Standing: one word for how far an event is vouched for, from its sources, polarity and modality.

denied: it did not happen, by the article or by a speaker who says so; planned, hypothetical: it has not happened yet, or
need not ("asked them not to leave" denies nothing); alleged: somebody other than the article says that it did; reported:
the article says so itself, or tells of somebody who knows it.
"""

from __future__ import annotations

from dragoman.reading.cues import Commitment
from dragoman.records import Source


def standing(sources: tuple[Source, ...], polarity: str, modality: str, author: Commitment) -> str:
    """reported | alleged | denied | planned | hypothetical."""
    if author.level == 3 and modality == "actual":
        # the article vouches for it, whoever else does: "Kyiv learned that ..."
        return "reported" if author.sign > 0 else "denied"
    if any(s.stance == "denies" and s.polarity == "-" for s in sources) or (polarity == "-" and modality == "actual"):
        return "denied"
    if modality == "planned":
        return "planned"
    if modality in ("possible", "requested", "conditional"):
        return "hypothetical"
    # who leaves it to others whom they don't name alleges it too: "reports that"
    return "alleged" if sources or author.level < 3 else "reported"
