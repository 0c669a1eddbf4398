"""Who is committed to what of an event: every source of its chain, and the article itself.

Each speaker is committed to a content as the cue says ("doubted", "suspects", "denied"), and to an event in it as far as
the content itself holds it for done. Whoever tells of the speaker is committed only where the cue commits them too: who
writes "learned that they fled" vouches for the flight, who writes "claimed" doesn't (FactBank: Saurí and Pustejovsky 2009).
Who is said not to have said something is committed to nothing by it.
"""

from __future__ import annotations

from dragoman.reading.cues import CERTAIN, NONE, Commitment
from dragoman.reading.factuality import NEGATION_RAISING, read
from dragoman.reading.frames import Frame, Frames
from dragoman.reading.governing import answered, called_false
from dragoman.reading.lexicons import governors
from dragoman.reading.moods import own_mood
from dragoman.reading.saying import Saying

# What a content holds of its own event; what is asked for or only would be is held by nobody.
HELD = {"actual": 3, "planned": 2, "possible": 1}
LIKELY = {"probably", "likely", "presumably"}


def profile(frames: Frames, frame: Frame, above: list[Saying], refused: bool = False) -> tuple[Commitment, dict[int, Commitment]]:
    """(the author's commitment, commitments by id() of the statement) to a frame that stands in the statements `above`,
    outermost first. `refused`: it is the refusal of what the frame says, and that is made."""
    order = {id(s): n for n, s in enumerate(above)}
    inward = sorted(above, key=lambda s: (s.content[1] - s.content[0], s.kind != "hedge", s.kind != "cited", s.kind == "carrier", -order[id(s)]))
    voices = [s for s in inward if s.kind != "hedge"]
    held = CERTAIN if refused else _held(frames, frame, voices)
    found: dict[int, Commitment] = {}
    claimed: tuple[Saying, Commitment] | None = None
    for n, s in enumerate(inward):
        if s.kind == "hedge":
            held = s.commits.speaker.over(held)
            continue
        speaker, reporter = _given(frames, frame, s) or _said(frames, s, inward[n + 1] if n + 1 < len(inward) else None)
        if claimed is not None and s.kind == "nominal" and claimed[0].cue is not None and frames.g.head[claimed[0].cue] == s.verb:
            held = claimed[1]  # who rejects a claim rejects what it claims
        found[id(s)] = speaker.over(held)
        claimed = (s, held) if s.kind == "noun" else None
        # who cites somebody says the same words after them
        held = found[id(s)] if s.kind == "cited" else reporter.over(held)
    return held, found


def _given(frames: Frames, frame: Frame, s: Saying) -> tuple[Commitment, Commitment] | None:
    """What a statement commits its speaker and its reporter to where its words take the frame for a fact, else None."""
    if s.verb is not None and frames.g.head[frame.predicate] == s.verb and answered(frames, frame.predicate, s.verb):
        return CERTAIN, CERTAIN  # who rejects a demand denies nothing of its being made
    if s.kind == "nominal" and read(frames, frame, s.content).leaning == "given":
        return CERTAIN, CERTAIN  # "announced an end to the attacks"
    return (CERTAIN, NONE) if _aside(frames, frame, s) else None


def _aside(frames: Frames, frame: Frame, s: Saying) -> bool:
    """Whether a frame stands in a relative clause within what somebody doubts, denies or hopes: they take it for a fact."""
    g = frames.g
    at = frame.predicate
    while s.commits.speaker != CERTAIN and s.holds(at) and s.holds(g.head[at]):
        if g.rel[at] == "acl:relcl" and g.mark(at) != "that":
            return True
        at = g.head[at]
    return False


def _said(frames: Frames, s: Saying, outer: Saying | None) -> tuple[Commitment, Commitment]:
    """What a statement commits its speaker and its reporter to, as far as it was made."""
    speaker, reporter = s.commits.speaker, s.commits.reporter
    if s.kind == "noun" and s.cue is not None:
        if called_false(frames, s.cue):
            return speaker, Commitment(3, -1)
        if frames.g.lemma[s.cue] == "doubt" and own_mood(frames, s.cue)[1]:
            return CERTAIN, NONE if s.speakers else CERTAIN  # "there is no doubt that they fled"
    if s.verb is None or s.kind not in ("clause", "infinitive", "nominal", "charge"):
        return speaker, reporter
    frame = frames.frame(s.verb)
    if frame is None:
        return speaker, reporter
    made = read(frames, frame, outer.content if outer is not None and outer.holds(s.verb) else None)
    if made.negative and speaker.sign < 0 and frames.g.lemma[s.verb] in NEGATION_RAISING:
        return speaker, NONE  # "does not believe that they fled": the statement has it that they doubt it
    if made.negative and frames.g.lemma[s.verb] == "doubt":
        return CERTAIN, NONE
    if made.negative or made.leaning == "asked" or made.modality in ("conditional", "requested"):
        # "did not know that they fled": the flight is presupposed all the same
        return NONE, reporter if reporter.level == 3 else NONE
    return speaker, reporter


def _held(frames: Frames, frame: Frame, voices: list[Saying]) -> Commitment:
    """What the innermost words hold of the event; `voices`: the statements above it, from within."""
    g = frames.g
    innermost = voices[0] if voices else None
    found = read(frames, frame, innermost.content if innermost is not None else None)
    if found.leaning == "asked":
        return NONE
    if innermost is not None and found.modality is None and innermost.kind in ("clause", "noun"):
        if read(frames, frame, voices[1].content if len(voices) > 1 else None).modality == "requested":
            return NONE  # "their call that all respect the truce"
    if found.leaning == "unreal":
        return Commitment(2, 1 if found.negative else -1)
    level = HELD.get(found.modality or "actual", 0)
    if found.modality == "possible" and (found.leaning == "likely" or any(g.lower[k] in LIKELY for k in g.kids[frame.anchor])):
        level = 2
    if found.leaning == "unseen":
        level = min(level, 2)
    if innermost is not None and innermost.kind in ("infinitive", "nominal") and innermost.verb is not None and found.leaning != "given":
        if any(governors().get((name, "VERB")) == "planned" for name in frames.names(innermost.verb)):
            level = min(level, 2)  # promised, not done
    if not level:
        return NONE
    return CERTAIN if level == 3 and not found.negative else Commitment(level, -1 if found.negative else 1)
