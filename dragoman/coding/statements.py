"""Sayings to Statement records."""

from __future__ import annotations

from dragoman.coding.chain import spoken, token_span, voice
from dragoman.coding.participants import Participants
from dragoman.reading.frames import Frames
from dragoman.reading.saying import Saying
from dragoman.records import Actor, Article, Event, Statement
from dragoman.settling.identity import content_id


def build_statements(article: Article, sayings: list[Saying], frames: Frames, participants: Participants, events: dict[int, Event]) -> list[Statement]:
    """The statements of one article in text order. `events`: predicate token -> the event coded there."""
    kept = [s for s in sayings if s.kind != "hedge" and s.content[1] > s.content[0]]
    ids = {}
    for s in kept:
        content = token_span(frames, *s.content)
        ids[id(s)] = content_id(article.article_id, "statement", content.start, content.end, s.cue_span, s.speakers)
    out = []
    for s in kept:
        parent = None
        if s.cue is not None:
            holders = [h for h in kept if h is not s and h.cue != s.cue and (h.holds(s.cue) or (h.kind == "carrier" and h.content == s.content and h.cue < s.cue))]
            if holders:
                parent = min(holders, key=lambda h: h.content[1] - h.content[0])
        event = events.get(s.cue) if s.cue is not None else None
        out.append(
            Statement(
                statement_id=ids[id(s)], article_id=article.article_id, speaker=_actor(s.speakers[0], frames, participants) if s.speakers else None,
                addressees=_addressees(s, frames, participants), cue=token_span(frames, *s.cue_span) if s.cue_span else None,
                content=token_span(frames, *s.content), form=s.form, parent=ids[id(parent)] if parent is not None else None,
                event_id=event.event_id if event is not None else None, stance=s.stance,
            )  # fmt: skip
        )
    return out


def _addressees(s: Saying, frames: Frames, participants: Participants) -> tuple[Actor, ...]:
    """The actors told, each once; somebody whom the table doesn't know as his words."""
    found = [a for h in s.addressees for a in (participants.of(h) if voice(h, frames, participants) is not None else (_actor(h, frames, participants),))]
    return tuple({(a.start, a.end): a for a in found}.values())


def _actor(head: int, frames: Frames, participants: Participants) -> Actor:
    found = voice(head, frames, participants)
    if found is not None:
        return found
    span = spoken(head, frames)
    return Actor(span.text, span.start, span.end, via="pronoun" if frames.g.pos[head] == "PRON" else "noun")
