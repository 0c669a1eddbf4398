"""Source chains: on whose word the article gives an event, outermost first."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.participants import Participants
from dragoman.coding.profile import profile
from dragoman.reading.cues import Commitment, cues
from dragoman.reading.frames import Frame, Frames
from dragoman.reading.mentions import extent
from dragoman.reading.saying import Saying
from dragoman.records import Actor, Source, Span

READ = {"see", "obtain", "read", "review", "view", "examine", "publish", "leak", "cite", "quote", "verify", "intercept"}


def token_span(frames: Frames, start: int, end: int) -> Span:
    """Tokens start..end as a Span of the article's text."""
    doc = frames.g.doc
    text = doc[start:end].text
    return Span(text, doc[start].idx, doc[start].idx + len(text))


def voice(head: int, frames: Frames, participants: Participants) -> Actor | None:
    """The actor who speaks where noun `head` is said to; None: only the words themselves say who. "My uncle" is not I, and
    "a letter seen by Sky News" is not the words of Sky News."""
    g = frames.g
    found = participants.of(head)
    if found and found[0].id is None and found[0].start <= g.doc[head].idx < found[0].end and _named(head, frames) is not None:
        return None
    if not found or found[0].start == g.doc[head].idx:
        return found[0] if found else None
    at = found[0].start
    owner = any(g.rel[k] == "nmod:poss" and g.pos[k] == "PRON" and g.doc[k].idx == at for k in g.kids[head])
    reader = any(g.base(k) == "acl" and g.lemma[k] in READ and any(g.doc[t].idx == at for t in g.subtree(k)) for k in g.kids[head])
    return None if reader or (owner and g.lemma[head] not in cues().words["document"]) else found[0]


def spoken(head: int, frames: Frames) -> Span:
    """The words for who speaks where the table knows nobody: "the newspaper | Dagens Nyheter" by its name."""
    name = _named(head, frames)
    return token_span(frames, *extent(frames.g, name if name is not None else head))


def _named(head: int, frames: Frames) -> int | None:
    """The name that follows the noun for a paper, an agency or a group."""
    g = frames.g
    if g.pos[head] != "NOUN" or not (g.lemma[head] in cues().words["document"] or g.lemma[head] == "group"):
        return None
    return next((k for k in g.kids[head] if g.base(k) in ("appos", "flat") and g.pos[k] == "PROPN" and k == head + 1), None)


class Chains:
    """The statements of one text, asked for the chain above a frame."""

    def __init__(self, frames: Frames, sayings: list[Saying], participants: Participants):
        self.frames, self.sayings, self.participants = frames, sayings, participants
        self._above: dict[tuple[int, int], list[Saying]] = {}

    def above(self, frame: Frame) -> list[Saying]:
        """The statements that hold the frame's predicate, outermost first; one that the frame itself makes is none."""
        key = frame.predicate, frame.anchor
        if key not in self._above:
            self._above[key] = self._holding(frame.predicate, set(key))
        return self._above[key]

    def _holding(self, predicate: int, own: set[int]) -> list[Saying]:
        found = [s for s in self.sayings if s.holds(predicate) and s.cue not in own and s.verb not in own]
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
                source = replace(source, certainty=committed.certainty, polarity=committed.polarity, link=self._link(s, source, voices))
                same = next((n for n, o in enumerate(out) if (o.id, o.name) == (source.id, source.name)), None)
                if same is None:
                    out.append(source)
                else:
                    # "said that he knew": one voice, whose inner words count, in its outer place
                    out[same] = replace(out[same], stance=source.stance, certainty=source.certainty, polarity=source.polarity, link=source.link)
        return tuple(out), author

    def _link(self, s: Saying, source: Source, voices: list[Saying]) -> str:
        if s is voices[-1]:
            return "first-hand"
        cited = any(o.kind == "cited" and o.content == s.content for o in voices)
        return "carrier" if s.kind == "carrier" or cited or source.state_controlled is not None else "speaker"

    def _source(self, head: int, cue: Span | None, stance: str) -> Source:
        a = voice(head, self.frames, self.participants)
        if a is not None:
            return Source(a.name or a.text, a.id, a.text, a.start, a.end, cue, stance, state_controlled=self.participants.resolver.state_controlled(a.id))
        span = spoken(head, self.frames)
        return Source(span.text, None, span.text, span.start, span.end, cue, stance)
