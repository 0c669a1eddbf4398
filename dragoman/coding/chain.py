"""Source chains: on whose word the article gives an event, outermost first."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.participants import Participants
from dragoman.coding.profile import profile
from dragoman.reading.cues import Commitment
from dragoman.reading.frames import Frame, Frames
from dragoman.reading.mentions import extent
from dragoman.reading.statements import Saying
from dragoman.records import Source, Span


def token_span(frames: Frames, start: int, end: int) -> Span:
    """Tokens start..end as a Span of the article's text."""
    doc = frames.g.doc
    text = doc[start:end].text
    return Span(text, doc[start].idx, doc[start].idx + len(text))


class Chains:
    """The statements of one text, asked for the chain above a frame."""

    def __init__(self, frames: Frames, sayings: list[Saying], participants: Participants):
        self.frames, self.sayings, self.participants = frames, sayings, participants

    def above(self, frame: Frame) -> list[Saying]:
        """The statements that hold the frame's predicate, outermost first; one that the frame itself makes is none."""
        own = {frame.predicate, frame.anchor}
        found = [s for s in self.sayings if s.holds(frame.predicate) and s.cue not in own and s.verb not in own]
        depth = {id(s): sum(o is not s and s.cue is not None and o.holds(s.cue) and not (o.cue is not None and s.holds(o.cue)) for o in found) for s in found}
        found.sort(key=lambda s: (s.kind == "hedge", s.kind != "carrier", depth[id(s)], -(s.content[1] - s.content[0]), s.kind == "cited", s.cue if s.cue is not None else -1))
        return found

    def sources(self, frame: Frame, refused: bool = False) -> tuple[tuple[Source, ...], Commitment]:
        """The source chain of a frame, outermost first, hedges last, and what the author is committed to (see `profile`)."""
        above = self.above(frame)
        author, commitments = profile(self.frames, frame, above, refused)
        voices = [s for s in above if s.kind != "hedge"]
        out: list[Source] = []
        for s in above:
            cue = token_span(self.frames, *s.cue_span) if s.cue_span else None
            if s.kind == "hedge":
                if cue is not None:
                    out.append(Source(None, None, cue.text, cue.start, cue.end, cue, s.stance, s.commits.speaker.certainty, s.commits.speaker.polarity, "hedge"))
                continue
            committed = commitments[id(s)]
            for head in s.speakers:
                source = self._source(head, cue, s.stance)
                if not any((o.id, o.name) == (source.id, source.name) for o in out):
                    out.append(replace(source, certainty=committed.certainty, polarity=committed.polarity, link=self._link(s, source, voices)))
        return tuple(out), author

    def _link(self, s: Saying, source: Source, voices: list[Saying]) -> str:
        if s is voices[-1]:
            return "first-hand"
        cited = any(o.kind == "cited" and o.content == s.content for o in voices)
        return "carrier" if s.kind == "carrier" or cited or source.state_controlled is not None else "speaker"

    def _source(self, head: int, cue: Span | None, stance: str) -> Source:
        actors = self.participants.of(head)
        if actors:
            a = actors[0]
            return Source(a.name or a.text, a.id, a.text, a.start, a.end, cue, stance, state_controlled=self.participants.resolver.state_controlled(a.id))
        start, end = extent(self.frames.g, head)
        span = token_span(self.frames, start, end)
        return Source(span.text, None, span.text, span.start, span.end, cue, stance)
