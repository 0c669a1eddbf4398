"""Who is committed to what of an event: every source of its chain, and the article itself.

Each speaker is committed to a content as the cue says ("doubted", "suspects", "denied"), and to an event in it as far as
the content itself holds it for done. Whoever tells of the speaker is committed only where the cue commits them too: who
writes "learned that they fled" vouches for the flight, who writes "claimed" doesn't (FactBank: Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from dragoman.reading.cues import CERTAIN, NONE, Commitment
from dragoman.reading.factuality import factuality
from dragoman.reading.frames import Frame, Frames
from dragoman.reading.lexicons import governors
from dragoman.reading.statements import Saying

# What a content holds of its own event; what is asked for or only would be is held by nobody.
HELD = {"actual": 3, "planned": 2, "possible": 1}
LIKELY = {"probably", "likely", "presumably"}


def profile(frames: Frames, frame: Frame, above: list[Saying]) -> tuple[Commitment, dict[int, Commitment]]:
    """(the author's commitment, commitments by id() of the statement) to a frame that stands in the statements `above`."""
    inward = sorted(above, key=lambda s: (s.content[1] - s.content[0], s.kind != "hedge", s.kind != "cited", s.kind == "carrier"))
    held = _held(frames, frame, next((s for s in inward if s.kind != "hedge"), None))
    found: dict[int, Commitment] = {}
    for s in inward:
        if s.kind == "hedge":
            held = s.commits.speaker.over(held)
        else:
            found[id(s)] = s.commits.speaker.over(held)
            # who cites somebody says the same words after them
            held = found[id(s)] if s.kind == "cited" else s.commits.reporter.over(held)
    return held, found


def _held(frames: Frames, frame: Frame, innermost: Saying | None) -> Commitment:
    g = frames.g
    modality, polarity = factuality(frames, frame, innermost.content if innermost is not None else None)
    level = HELD.get(modality, 0)
    if modality == "possible" and any(g.lower[k] in LIKELY for k in g.kids[frame.anchor]):
        level = 2
    if innermost is not None and innermost.kind in ("infinitive", "nominal") and innermost.verb is not None:
        if any(governors().get((name, "VERB")) == "planned" for name in frames.names(innermost.verb)):
            level = min(level, 2)  # promised, not done
    if not level:
        return NONE
    return CERTAIN if level == 3 and polarity == "+" else Commitment(level, 1 if polarity == "+" else -1)
