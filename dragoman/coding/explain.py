"""Why an event is what it is, in words a reviewer can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.match import Match
from dragoman.reading.frames import Frames
from dragoman.reading.mentions import extent
from dragoman.records import Actor, Event

if TYPE_CHECKING:
    from dragoman.pipeline import Reading

VIA = {
    "name": "by its name", "noun": "from the noun phrase", "pronoun": "as what the pronoun stands for", "demonym": "by its demonym",
    "metonym": "as a capital or a building that stands for it",
}  # fmt: skip


def explain(event: Event, match: Match, reading: Reading) -> str:
    """The explanation of one event of a reading, as plain text."""
    frames, pattern = reading.frames, match.pattern
    lines = [
        f"{event.type}{'/' + event.mode if event.mode else ''}   {event.standing}   confidence {event.confidence}   {event.event_id}",
        "",
        f"Sentence ({event.region}, characters {event.evidence.start}–{event.evidence.end}):",
        f"  {' '.join(event.evidence.text.split())}",
        "",
        f"Frame: the {match.frame.kind} “{event.predicate.text}” ({event.predicate.start}–{event.predicate.end}), {'passive' if match.frame.passive else 'active'}",
    ]
    for role, heads in match.frame.roles.items():
        lines.append(f"  {role}: " + ", ".join(_phrase(frames, h) for h in heads))
    if match.frame.light is not None:
        lines.append(f"  carried by the verb “{frames.g.text[match.frame.light]}”")
    if match.frame.complements:
        lines.append("  clauses below: " + ", ".join(frames.g.text[c] for c in match.frame.complements))
    lines += ["", f"Rule: {event.rule}  (CAMEO {event.cameo or '–'}, quad {event.quad}, score {event.score})"]
    lines.append(f"  the {pattern.kind} is one of: {', '.join(pattern.lemmas[:12])}{', ...' if len(pattern.lemmas) > 12 else ''}")
    for c in pattern.conditions:
        words = ", ".join(sorted(c.words)[:8]) + (", ..." if len(c.words) > 8 else "") if c.words else ("anything" if c.any else "nothing")
        lines.append(f"  and {c.role} {'is none of' if c.negated else 'is one of'}: {words}")
    if pattern.examples:
        lines.append(f"  as in: {pattern.examples[0]}")
    lines.append("")
    for title, people in (("Actors", event.actors), ("Recipients", event.recipients)):
        lines.append(f"{title}:" + ("" if people else " none in the text"))
        lines += [f"  {_actor(a)}" for a in people]
    time = event.time
    lines.append("")
    if time.basis == "stated":
        lines.append(f"When: “{time.text}” ({time.start}–{time.end}), counted from {event.published or 'an unknown published date'}: {time.from_ or '…'} to {time.to or '…'}")
    elif time.basis == "published":
        lines.append(f"When: no time of its own; its tense lets it be of the published date, {time.from_}")
    else:
        lines.append("When: the text does not say")
    if event.place is not None:
        p = event.place
        lines.append(f"Where: “{p.text}” ({p.start}–{p.end}): {p.name or 'not in the gazetteer'}" + (f", {p.kind}, {p.country}, {p.lat}, {p.lon}" if p.name else ""))
    else:
        lines.append("Where: the text does not say")
    lines.append(f"Did it happen: polarity {event.polarity}, modality {event.modality}")
    if event.sources:
        lines.append("On whose word, outermost first:")
        for s in event.sources:
            who = s.name or "nobody named: the author keeps a distance"
            lines.append(f"  {who} ({s.start}–{s.end}) {s.stance}" + (f", by “{s.cue.text}” ({s.cue.start}–{s.cue.end})" if s.cue else ""))
    else:
        lines.append("On whose word: the article's own")
    if event.parent:
        lines.append(f"Stands in the clause of event {event.parent}")
    return "\n".join(lines)


def _phrase(frames: Frames, head: int) -> str:
    start, end = extent(frames.g, head)
    return f"“{' '.join(frames.g.doc[start:end].text.split())}”"


def _actor(a: Actor) -> str:
    codes = " ".join(x for x in (a.country, *a.sectors) if x)
    known = f"{a.name or 'not in the actor table'}{' (' + a.id + ')' if a.id else ''}"
    return f"“{a.text}” ({a.start}–{a.end}): {known}" + (f", {codes}" if codes else "") + (f", {a.role}" if a.role else "") + (f"; {VIA[a.via]}" if a.via else "")
