"""Matches to Event records: who, when, where, on whose word, how certain; and which of two that say the same is kept."""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.resolver import Resolver
from dragoman.coding.chain import Chains, token_span
from dragoman.coding.codebook import Codebook
from dragoman.coding.confidence import confidence
from dragoman.coding.contexts import contexts_of
from dragoman.coding.match import Match
from dragoman.coding.standing import standing
from dragoman.coding.when import When
from dragoman.coding.where import Where
from dragoman.reading.cues import NONE
from dragoman.reading.factuality import factuality
from dragoman.reading.frames import Frames
from dragoman.reading.grammar import Grammar
from dragoman.records import Actor, Article, Author, Event, Source, Span
from dragoman.settling.identity import content_id

UNCODED_REGIONS = {"footer", "byline", "heading"}
# Verbs that only say that something lies ahead: the event is what they govern, not the planning.
PLANNING = {"plan", "intend", "aim", "expect", "prepare", "hope", "want", "seek", "schedule", "mean", "wish", "look", "set", "due", "be", "go"}
PARTICLES = {"off", "out", "up", "down", "back", "away"}
CLAUSE_LINKS = {"ccomp", "xcomp", "advcl", "acl", "parataxis", "obl", "obj", "nmod"}


def build_events(
    article: Article, matches: list[Match], frames: Frames, resolver: Resolver, chains: Chains, when: When, where: Where, codebook: Codebook, version: dict[str, str]
) -> list[tuple[Event, Match]]:
    """The events of one article in text order, each with the match that it came from."""
    g = frames.g
    kept = [m for m in without_repeats(matches, g, codebook) if region_at(article, g.doc[m.frame.predicate].idx) not in UNCODED_REGIONS]
    made: list[tuple[Event, Match]] = []
    by_token: dict[int, Event] = {}
    published_by_state = resolver.state_controlled_name(article.publisher)
    for m in kept:
        predicate = _predicate_span(frames, m)
        region = region_at(article, predicate.start)
        turned = (m.modality, m.polarity) == ("actual", "+") != factuality(frames, m.frame)
        sources, author = chains.sources(m.frame, refused=turned)
        if m.pattern.claimed:
            sources += tuple(Source(a.name or a.text, a.id, a.text, a.start, a.end, predicate, "affirms", "certain", "+") for a in m.actors[:1])
            author = NONE
        quoted = any(s.stance != "hedged" or s.name for s in sources)
        time = when.time(m.frame, m.modality, quoted, region)
        place = where.place(m.frame, m.pattern.quad, _who(resolver, m))
        date = time.from_ or time.to
        actors, recipients = m.actors, m.recipients
        if time.basis == "stated" and date:
            actors = tuple(resolver.on_date(a, date) for a in actors)
            recipients = tuple(resolver.on_date(a, date) for a in recipients)
        start, end = _sentence(g, m.frame.predicate)
        evidence = token_span(frames, start, end)
        contexts = tuple(dict.fromkeys([*m.pattern.contexts, *contexts_of(g, codebook, start, end)]))
        event = Event(
            event_id=content_id(article.article_id, codebook.name, m.pattern.type, m.pattern.mode, predicate.start, predicate.end),
            article_id=article.article_id, title=article.title, url=article.url, publisher=article.publisher, published=article.published,
            region=region, type=m.pattern.type, mode=m.pattern.mode, contexts=contexts, cameo=m.pattern.cameo, quad=m.pattern.quad, score=m.pattern.score,
            predicate=predicate, evidence=evidence, actors=actors, recipients=recipients, time=time, place=place, polarity=m.polarity, modality=m.modality,
            sources=sources, author=Author(author.certainty, author.polarity, published_by_state), standing=standing(sources, m.polarity, m.modality, author), parent=None, rule=m.pattern.rule,
            confidence=confidence(m), story_id=None, version=version,
        )  # fmt: skip
        made.append((event, m))
        by_token[m.frame.predicate] = event
        by_token.setdefault(m.frame.anchor, event)
    return [(replace(e, parent=_parent(g, chains, m, by_token, e)), m) for e, m in made]


def region_at(article: Article, offset: int) -> str:
    """The region that holds an offset; "body" where none does."""
    for r in article.regions:
        if r.start <= offset < r.end:
            return r.region
    return "body"


def _who(resolver: Resolver, m: Match) -> tuple[int, ...]:
    """The heads of a match that are somebody themselves, not things that belong to somebody."""
    return tuple(h for h in m.actor_heads + m.recipient_heads if resolver.actors(h))


def _predicate_span(frames: Frames, m: Match) -> Span:
    g, p = frames.g, m.frame.predicate
    end = p + 1
    if end < g.n:
        # "called off": a particle, also where the parser has it as the preposition of the object
        own = end in g.kids[p] and g.rel[end] == "compound:prt"
        if own or (g.lower[end] in PARTICLES and f"{g.lemma[p]} {g.lower[end]}" in m.pattern.lemmas):
            end += 1
    return token_span(frames, p, end)


def _sentence(g: Grammar, i: int) -> tuple[int, int]:
    start, end = g.bounds[g.sent[i]]
    while start < end - 1 and g.pos[start] == "SPACE":
        start += 1
    while end > start + 1 and g.pos[end - 1] == "SPACE":
        end -= 1
    return start, end


def _key(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(sorted({a.id or a.name or a.text.lower() for a in actors}))


def without_repeats(matches: list[Match], g: Grammar, codebook: Codebook) -> list[Match]:
    """One match for what one construction says twice: a light verb and its noun, "plans to travel for a visit"."""
    by_predicate = {m.frame.predicate: m for m in matches}
    dropped: set[int] = set()
    for m in matches:
        light = m.frame.light
        if light is not None and light in by_predicate:
            verb = by_predicate[light]
            special = any(c.role not in ("modality", "form", "complement", "subject") and not c.negated for c in verb.pattern.conditions)
            if verb.pattern.layer != m.pattern.layer:  # a codebook's own pattern before one of the codebook that it extends
                special = verb.pattern.layer < m.pattern.layer
            dropped.add(m.frame.predicate if special else light)
    for m in matches:
        # "lifted its restrictions": the noun is a word of the verb's pattern, and has nobody of its own
        above = g.head[m.frame.predicate]
        verb = by_predicate.get(above)
        if m.frame.kind == "noun" and verb is not None and above not in dropped and g.rel[m.frame.predicate] in ("obj", "nsubj:pass") and set(_key(m.actors)) <= set(_key(verb.actors)):
            lemma = g.lemma[m.frame.predicate].lower()
            if any(c.role in ("object", "near") and not c.negated and lemma in c.words for c in verb.pattern.conditions):
                dropped.add(m.frame.predicate)
    for m in matches:
        p = m.frame.predicate
        if p in dropped:
            continue
        at = p
        for _ in range(6):
            above = g.head[at]
            if above < 0 or g.base(at) not in CLAUSE_LINKS or g.rel[at] == "acl:relcl":
                break
            other = by_predicate.get(above)
            if other is not None and above not in dropped and other.pattern.type == m.pattern.type and _key(other.actors) == _key(m.actors) and (_key(other.recipients) == _key(m.recipients) or not m.recipients or not other.recipients):
                # the fuller of the two says more; the outer one where they are equal
                fuller = len(m.recipients) + (m.pattern.mode is not None) > len(other.recipients) + (other.pattern.mode is not None)
                dropped.add(above if fuller or g.lemma[above] in PLANNING else p)
                break
            if other is not None and above not in dropped and _content(other, m, codebook):
                # "agreed to withdraw", "threatened to shell Haifa": the act of speech; what it is about is its content
                dropped.add(p)
                met = tuple(a for a in m.actors if a not in other.actors) if m.pattern.symmetric else ()
                if not other.recipients and (m.recipients or met):
                    by_predicate[above] = replace(other, recipients=m.recipients or met, recipient_heads=m.recipient_heads)
                break
            at = above
    kept = [by_predicate[m.frame.predicate] for m in matches if m.frame.predicate not in dropped]
    takes = {m.frame.predicate: _absorbed(m, codebook) for m in kept}
    return [m for m in kept if not any(m.pattern.type in takes[o.frame.predicate] and _beside(m, o, g) for o in kept)]


def _absorbed(m: Match, codebook: Codebook) -> set[str]:
    """The types that are part of a match where the same actors do both ("marched to demand": only the march)."""
    described = codebook.types.get(m.pattern.type, {})
    return {*described.get("absorbs", ()), *described.get("modes", {}).get(m.pattern.mode, {}).get("absorbs", ())}


def _beside(m: Match, other: Match, g: Grammar) -> bool:
    """Whether two matches are of the same actors, both done, and joined in one sentence by coordination or by a clause."""
    if m.polarity != other.polarity or other.modality != "actual" or g.sent[m.frame.predicate] != g.sent[other.frame.predicate] or _key(m.actors) != _key(other.actors):
        return False
    for a, b in ((m, other), (other, m)):
        at = a.frame.predicate
        for _ in range(4):
            above = g.head[at]
            if above < 0 or g.base(at) not in CLAUSE_LINKS | {"conj"} or g.rel[at] == "acl:relcl":
                break
            if above in (b.frame.predicate, b.frame.anchor):
                return True
            at = above
    return False


def _content(act: Match, m: Match, codebook: Codebook) -> bool:
    """Whether a match is only what a verbal act of the same actors is about: what is agreed, refused or threatened."""
    # who refuses to meet is one side of the meeting
    same = _key(act.actors) == _key(m.actors) or (act.pattern.quad == 3 and m.pattern.symmetric and set(_key(act.actors)) < set(_key(m.actors)))
    if act.pattern.quad not in (1, 3) or m.modality == "actual" and m.polarity == "+" or not same:
        return False
    if act.pattern.quad == 1:
        return m.modality == "planned" and m.pattern.quad in (1, 2)
    if m.polarity == "-":
        return m.pattern.quad in (1, 2) and not act.pattern.say  # refused; what is denied ("denied backing the rebels") stays
    return m.pattern.quad == 4 and m.modality in ("possible", "planned")  # threatened


def _parent(g: Grammar, chains: Chains, m: Match, by_token: dict[int, Event], event: Event) -> str | None:
    """The event that holds this one: the one whose clause or quotation it stands in."""
    at = m.frame.anchor
    for _ in range(10):
        above = g.head[at]
        if above < 0:
            break
        if g.rel[at] in ("conj", "acl:relcl", "appos") or g.base(at) in ("nsubj", "dep"):
            if g.rel[at] != "conj":
                break
            at = above
            continue
        found = by_token.get(above)
        if found is not None and found.event_id != event.event_id:
            return found.event_id
        at = above
    for s in reversed(chains.above(m.frame)):
        if s.cue is not None and s.cue in by_token and by_token[s.cue].event_id != event.event_id:
            return by_token[s.cue].event_id
    return None
