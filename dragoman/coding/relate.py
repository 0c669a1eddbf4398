"""`relate`: what a source did to a target in a sentence, for two given strings.

The codebook answers where one of its rules joins the two; elsewhere a guess is made (`guess.py`) and marked as one. Of
several rules the guess helps to choose, and it has a veto where a rule joins the two only loosely.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.actors.coreference import SPEAKER
from dragoman.actors.resolver import Resolver
from dragoman.actors.table import ActorTable, load_table
from dragoman.coding.codebook import Codebook
from dragoman.coding.events import without_repeats
from dragoman.coding.guess import Guesser
from dragoman.coding.match import Match, Matcher
from dragoman.coding.participants import Participants
from dragoman.reading.factuality import factuality
from dragoman.reading.frames import Frames
from dragoman.reading.grammar import Grammar
from dragoman.reading.mentions import extent
from dragoman.reading.repairs import parsed
from dragoman.reading.statements import find_statements
from dragoman.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Doc

OF_WHERE = {"from", "in", "of", "on", "at", "near"}
SOURCE, TARGET = "relate:source", "relate:target"
# By level (`_level`): what a looser join costs, and below which share of the guess a rule does not count. Chosen on what was
# held out of our own pairs (`training/relations`) and on the even development pairs.
COST = (0.0, 0.7, 1.0, 0.7)
VETO = (0.01, 0.05, 0.1, 0.05)
FAINT = 1e-3  # a share below this says no more
# Logistic regression of being right on the logit of the guess's share, by level; the same for the guess itself. Fitted on what
# was held out of our own pairs and on the even development pairs, 1,103 pairs that a rule joined and 315 guesses.
STATED, SLOPE, BASE_CONFIDENCE = (1.33, 1.61, 1.01, 0.0), 0.5, 0.86
GUESS_STATED, GUESS_SLOPE = -0.71, 0.72


@dataclass(frozen=True, slots=True)
class Relation:
    """The answer for one pair. `coded`: a codebook rule joined the two; else `type` is a best guess and `rule` None.
    `confidence`: the share of such answers that have the right type."""

    type: str
    mode: str | None
    quad: int | None
    coded: bool
    rule: str | None
    confidence: float


class _Pair(Participants):
    """Participants in which the source and the target are actors whatever the table knows of them."""

    def __init__(self, frames: Frames, resolver: Resolver, source: set[int], target: set[int]):
        super().__init__(frames, resolver)
        self.source, self.target = source, target
        self.identity = {}
        for tokens, name in ((source, SOURCE), (target, TARGET)):
            for t in sorted(tokens):
                for a in resolver.actors(t):
                    self.identity.setdefault((a.id, a.name), name)
        self.said_by_source = [s for s in resolver.coreference.sayings if source & {t for h in s.speakers for t in frames.g.subtree(h)}]

    def of(self, head: int, depth: int = 0, inside: bool = False) -> tuple[Actor, ...]:
        return self._given(head) or super().of(head, depth, inside)

    def itself(self, head: int) -> tuple[Actor, ...]:
        return self._given(head) or super().itself(head)

    def _given(self, head: int) -> tuple[Actor, ...]:
        """The source or the target, where the noun or pronoun at `head` is one of them."""
        g = self.frames.g
        if g.pos[head] in ("NOUN", "PROPN") and (both := self._coordinated(head)):
            return both
        if head in self.source:
            return (self._actor(head, SOURCE),)
        if head in self.target:
            return (self._actor(head, TARGET),)
        if g.pos[head] in ("NOUN", "PROPN", "NUM"):
            start, end = extent(g, head)
            phrase = set(range(start, end))
            for k in g.kids[head]:  # "pilots from Greece", "guards on the border of Syria" stand for Greece and Syria
                if k >= end and g.base(k) == "nmod" and g.case(k) in OF_WHERE:
                    phrase.update(g.subtree(k))
            for tokens, name in ((self.source, SOURCE), (self.target, TARGET)):
                if tokens & phrase and not (self.source & phrase and self.target & phrase):
                    return (self._actor(head, name),)
        if g.pos[head] == "PRON":
            # "X said it had ...", ""we will ...," X said": the speaker; elsewhere whoever the pronoun is taken for
            speaking = g.lower[head] in SPEAKER
            if any(s.holds(head) and (speaking or s.form == "indirect") for s in self.said_by_source) and g.base(head) == "nsubj":
                return (self._actor(head, SOURCE),)
            for a in () if speaking else self.resolver.actors(head):
                if (a.id, a.name) in self.identity:
                    name = self.identity[a.id, a.name]
                    return (self._actor(head, name),)
        return ()

    def _actor(self, head: int, name: str) -> Actor:
        """The source or the target at `head`, with the sectors and the country that the table knows of it."""
        known = self.resolver.actors(head)
        start = replace(known[0], id=name, name=name) if known else Actor(self.frames.g.text[head], head, head, name, name)
        return replace(start, text=self.frames.g.text[head], start=head, end=head)

    def _coordinated(self, head: int) -> tuple[Actor, ...]:
        """ "British and EU negotiators": both, where one qualifies the noun at `head` beside the other."""
        g = self.frames.g
        for t in (*self.source, *self.target):
            above = g.head[t]
            if g.rel[t] == "conj" and above >= 0 and {t in self.source, above in self.source} == {True, False} and {t in self.target, above in self.target} == {True, False}:
                if g.head[above] == head and g.base(above) in ("amod", "compound", "nmod"):
                    return (self._actor(head, SOURCE), self._actor(head, TARGET))
        return ()


def find_span(doc: Doc, text: str, avoid: set[int] = frozenset()) -> set[int]:
    """The tokens of the first occurrence of `text` in the doc that shares none with `avoid`; empty where there is none."""
    whole = doc.text
    at = whole.find(text)
    first: set[int] = set()
    while at >= 0 and text:
        tokens = {t.i for t in doc if t.idx < at + len(text) and t.idx + len(t.text) > at and not t.is_space}
        before = whole[at - 1] if at else " "
        after = whole[at + len(text)] if at + len(text) < len(whole) else " "
        if tokens and not tokens & avoid:
            if not (before.isalnum() or after.isalnum()):
                return tokens
            first = first or tokens
        at = whole.find(text, at + 1)
    return first


def find_pair(doc: Doc, source: str, target: str) -> tuple[set[int], set[int]]:
    """The tokens of source and target, apart where the text has them apart."""
    target_tokens = find_span(doc, target)
    source_tokens = find_span(doc, source, target_tokens) or find_span(doc, source)
    if source_tokens & target_tokens:
        target_tokens = find_span(doc, target, source_tokens) or target_tokens - source_tokens
    return source_tokens, target_tokens


def relate_doc(doc: Doc, source: str, target: str, codebook: Codebook, guesser: Guesser, table: ActorTable | None = None) -> Relation:
    """The relation of `source` to `target` in a parsed sentence."""
    g = parsed(doc)
    frames = Frames(g)
    source_tokens, target_tokens = find_pair(doc, source, target)
    resolver = Resolver(g, load_table() if table is None else table, find_statements(frames), None)
    pair = _Pair(frames, resolver, source_tokens, target_tokens)
    matcher = Matcher(frames, pair, codebook, lambda frame: factuality(frames, frame))
    shares = guesser.shares(doc, g, source_tokens, target_tokens)
    best: tuple[tuple[float, int, int, str], Match, int] | None = None
    matches = [m for i in range(g.n) if (m := matcher.match(i)) is not None]
    for m in without_repeats(matches, g, codebook):
        level = _level(m, g, source_tokens, target_tokens)
        if level is None:
            continue
        share = shares.get(m.pattern.type)
        # types that the guess does not know are for the rules alone
        if share is not None and share < VETO[level]:
            continue
        cost = COST[level] - (math.log(share + FAINT) if share is not None else 0.0)
        key = (cost, _distance(g, m.frame.anchor, source_tokens, target_tokens), -m.pattern.weight, m.pattern.rule)
        if best is None or key < best[0]:
            best = (key, m, level)
    if best is not None:
        _, m, level = best
        p = m.pattern
        return Relation(p.type, p.mode, p.quad, True, p.rule, _logistic(STATED[level], SLOPE, shares[p.type]) if p.type in shares else BASE_CONFIDENCE)
    type_ = max(shares, key=lambda t: (shares[t], t))
    return Relation(type_, None, codebook.types.get(type_, {}).get("quad"), False, None, _logistic(GUESS_STATED, GUESS_SLOPE, shares[type_]))


def _logistic(stated: float, slope: float, share: float) -> float:
    """The share of answers that are right, given the guess's share of the type."""
    logit = stated + slope * math.log((share + FAINT) / (1 - share + FAINT))
    return round(1 / (1 + math.exp(-logit)), 2)


def _level(m: Match, g: Grammar, source: set[int], target: set[int]) -> int | None:
    """0: the rule has source and target in its roles; 1: source in its role, target elsewhere in the frame; None: neither."""
    actors = {a.id for a in m.actors}
    recipients = {a.id for a in m.recipients}
    if SOURCE in actors and TARGET in recipients:
        return 0
    if SOURCE in actors and TARGET in actors:
        return 0 if m.pattern.symmetric else None if recipients else 2  # "A and B have agreed to share data"
    if SOURCE in actors and not target:
        return 1
    if TARGET in recipients and not source:
        return 1
    if SOURCE in actors:
        inside = set(g.subtree(m.frame.anchor)) | set(g.subtree(m.frame.predicate))
        subject = {t for h in m.actor_heads for t in g.subtree(h)}
        if target & (inside - subject):
            return 1 if not recipients else 2
    if TARGET in recipients and not actors:
        return 3
    return None


def _distance(g: Grammar, predicate: int, source: set[int], target: set[int]) -> int:
    """Steps in the tree from the predicate to the nearest source and target words."""
    return sum(min((_steps(g, predicate, t) for t in tokens), default=99) for tokens in (source, target))


def _steps(g: Grammar, a: int, b: int) -> int:
    up = {a: 0}
    for n, h in enumerate(g.ancestors(a), 1):
        up[h] = n
    if b in up:
        return up[b]
    for n, h in enumerate(g.ancestors(b), 1):
        if h in up:
            return up[h] + n
    return 50
