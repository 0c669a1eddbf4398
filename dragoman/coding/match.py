"""Frames against patterns: which pattern of the codebook a frame is, with its participants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.coding.codebook import Codebook, Condition, Pattern, planned, refused
from dragoman.coding.participants import Participants
from dragoman.reading.factuality import refuses
from dragoman.reading.frames import Frame, Frames
from dragoman.records import Actor

# With a possessive they are the actor's own, whatever is done with them.
FORCES = {"troop", "troops", "force", "forces", "soldier", "army", "navy", "fleet", "contingent", "garrison", "warship", "personnel", "peacekeeper", "military"}
KIND_OF_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Match:
    """A frame, the pattern that it matched, and who takes part. `actor_heads`, `recipient_heads`: the role heads."""

    frame: Frame
    pattern: Pattern
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    actor_heads: tuple[int, ...]
    recipient_heads: tuple[int, ...]
    modality: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a pattern that knows the predicate did not match: for `codebook check` and `codebook try`."""

    frame: Frame
    pattern: Pattern
    reason: str


class Matcher:
    """Matches the frames of one text against a codebook."""

    def __init__(self, frames: Frames, participants: Participants, codebook: Codebook, factuality: Callable[[Frame], tuple[str, str]]):
        self.frames, self.participants, self.codebook, self.factuality = frames, participants, codebook, factuality
        self.g = frames.g
        self._near_words: dict[tuple[int, int], set[str]] = {}

    def candidates(self, i: int) -> list[tuple[Frame, Pattern, str | None]]:
        """The frames at token i with the patterns that know them, a codebook's own before those that it extends, then the
        most special first; the third is the particle or the like that a name of two words ends in ("call in": "in")."""
        g = self.g
        kind = KIND_OF_POS.get(g.pos[i])
        if kind is None or g.base(i) in ("aux", "cop") or self._in_name(i):
            return []
        index = self.codebook.index
        found: dict[str, tuple[int, Pattern, Frame, str | None]] = {}
        readings = [(kind, self.frames.names(i), self.frames.frame)]
        if kind == "verb" and g.tag[i] in ("VBG", "VBN"):
            readings += [("noun", (g.lower[i],), self.frames.reread), ("adjective", (g.lower[i],), self.frames.reread)]
        for k, names, make in readings:
            for name in names:
                for p in index.get((k, name), ()):
                    frame = make(i)
                    if frame is None or frame.kind != k:
                        break
                    two = " " in name
                    special = p.weight + (1 if two else 0)
                    if p.rule not in found or special > found[p.rule][0]:
                        found[p.rule] = (special, p, frame, name.split(" ")[-1] if two and k == "verb" else None)
        return [(frame, p, particle) for _, p, frame, particle in sorted(found.values(), key=lambda x: (x[1].layer, -x[0], x[1].place))]

    def _in_name(self, i: int) -> bool:
        """Whether noun i is part of a name or only qualifies another noun ("attack helicopters"): no predicate then."""
        g = self.g
        if g.pos[i] == "NOUN":
            return g.rel[i] in ("compound", "nmod:desc") or (g.rel[i] == "conj" and g.rel[g.first_conjunct(i)] == "compound")
        return g.pos[i] == "PROPN" and self.participants.is_name(i)

    def match(self, i: int, misses: list[Miss] | None = None) -> Match | None:
        """The match of token i's frame with the most special pattern that holds, or None. Misses are added to the list."""
        known: dict[str, tuple[str, str]] = {}
        seen: dict[tuple[str, str | None, str], set[str]] = {}  # the words of a role are asked for by many patterns
        for frame, pattern, particle in self.candidates(i):
            if frame.kind not in known:
                known[frame.kind] = self.factuality(frame)
            modality, polarity = known[frame.kind]
            reason = self._holds(pattern, frame, modality, particle, seen, misses is not None)
            if reason is None:
                result = self._participants(pattern, frame, modality, polarity, particle)
                if isinstance(result, Match):
                    return self._turned(result)
                reason = result
            if misses is not None:
                misses.append(Miss(frame, pattern, reason))
        return None

    def _turned(self, m: Match) -> Match:
        """The match itself, or what it is where the act lies ahead or will not be done: "will visit" agrees to visit, "will
        not release them" refuses, it does not release."""
        if m.modality == "planned" and m.polarity == "+" and m.actors and not any(c.role == "modality" for c in m.pattern.conditions):
            pattern = planned(m.pattern, self.codebook)
            return m if pattern is None else replace(m, pattern=pattern)
        if m.polarity != "-" or m.modality not in ("planned", "conditional") or not m.actors or not refuses(self.frames, m.frame):
            return m
        pattern = refused(m.pattern, self.codebook)
        if pattern is None:
            return m
        if m.pattern.symmetric:  # of those who will not meet, the subject refuses
            own = {(a.start, a.end) for h in m.frame.roles.get("subject", ()) for a in self.participants.of(h)}
            refusing = tuple(a for a in m.actors if (a.start, a.end) in own)
            if refusing:
                others = tuple(a for a in m.actors if a not in refusing)
                m = replace(m, actors=refusing, recipients=m.recipients + others)
        return replace(m, pattern=pattern, polarity="+", modality="actual")

    def _holds(self, pattern: Pattern, frame: Frame, modality: str, particle: str | None, seen: dict[tuple[str, str | None, str], set[str]], explain: bool) -> str | None:
        """None where every condition holds; else why not, in words where `explain`."""
        if pattern.refused and not refuses(self.frames, frame):
            return "it is not refused in so many words"
        for c in pattern.conditions:
            key = (frame.kind, particle, c.role)
            words = seen.get(key)
            if words is None:
                words = seen[key] = self._words(c, frame, modality, particle)
            found = bool(words) if c.any or not (c.words or c.negated) else not c.words.isdisjoint(words)
            wanted = not c.negated and bool(c.any or c.words)
            if found is not wanted:
                return _why(c, words) if explain else "a condition does not hold"
            if c.role == "complement" and not c.negated and pattern.quad in (1, 2) and self._negated(frame):
                return "the clause below is negated"  # "said it would not lift the ban" lifts nothing
        return None

    def _negated(self, frame: Frame) -> bool:
        """Whether every clause below a frame says that it is not so."""
        below = [f for h in frame.complements if (f := self.frames.frame(h)) is not None]
        return bool(below) and all(refuses(self.frames, f) for f in below)

    def _words(self, c: Condition, frame: Frame, modality: str, particle: str | None) -> set[str]:
        if c.role == "modality":
            return {modality}
        if c.role == "form":
            return {"passive" if frame.passive else "active", "infinitive" if self.g.tag[frame.predicate] == "VB" else "finite"}
        if c.role == "near":
            return self._near(frame)
        if c.role == "modifier":
            return {self.g.lemma[m].lower() for k in self.g.kids[frame.predicate] if self.g.base(k) in ("amod", "compound") or self.g.rel[k] == "nmod:desc" for m in self.g.conjuncts(k)}
        if c.role == "complement_modality":
            below = [f for h in frame.complements if (f := self.frames.frame(h)) is not None]
            return {self.factuality(f)[0] for f in below}
        if c.role == "complement":
            return {name for h in frame.complements for name in self.frames.names(h)}
        heads = self.frames.role(frame, c.role, particle)
        return {name for h in heads for name in self._head_names(h)}

    def _head_names(self, h: int) -> list[str]:
        g = self.g
        names = [g.lemma[h].lower(), g.lower[h]]
        if g.pos[h] == "PROPN" and names[1].endswith("s"):
            names.append(names[1][:-1])  # "Truckers" at the head of a sentence, read as a name
        if self.participants.is_place(h):
            names.append("#place")
        for actor in self.participants.itself(h):
            names += [f"#{sector.lower()}" for sector in actor.sectors]
        for k in g.kids[h]:
            if (g.base(k) in ("compound", "amod") or g.rel[k] == "nmod:desc") and k < h:
                names.append(f"{g.lemma[k].lower()} {g.lemma[h].lower()}")
                if g.pos[h] == "PROPN" and g.rel[k] in ("nmod:desc", "compound"):
                    names.append(g.lemma[k].lower())  # "President Sahle-Work" is a president
            if g.rel[k] == "flat" and k > h:
                names.append(f"{g.lower[h]} {g.lower[k]}")
                names.append(g.lower[k])
            # "members of the militia", "a number of missiles", "two of the soldiers": the kind is the noun below
            if g.base(k) == "nmod" and g.case(k) == "of" and g.lemma[h].lower() in QUANTITIES:
                names.extend(self._head_names(k))
        return names

    def _near(self, frame: Frame) -> set[str]:
        g = self.g
        out = self._near_words.get((frame.anchor, frame.predicate))
        if out is not None:
            return out
        out = self._near_words[frame.anchor, frame.predicate] = set()
        for t in self._own_words(frame.anchor) + ([] if frame.anchor == frame.predicate else self._own_words(frame.predicate)):
            out.add(g.lemma[t].lower())
            if self.participants.is_place(t):
                out.add("#place")
            if t + 1 < g.n:
                out.add(f"{g.lemma[t].lower()} {g.lemma[t + 1].lower()}")
        above = g.head[frame.predicate]
        if above >= 0 and (frame.kind == "noun" or (g.base(frame.predicate) == "advcl" and g.tag[frame.predicate] == "VBG" and g.mark(frame.predicate) is None)):
            out.add(g.lemma[above].lower())  # "crashed, killing five"
        return out

    def _own_words(self, head: int) -> list[int]:
        """The words under a predicate without its relative clauses, asides and the verbs coordinated with it."""
        g = self.g
        out, queue = [], [head]
        while queue:
            at = queue.pop()
            out.append(at)
            for k in g.kids[at]:
                rel = g.rel[k]
                aside = rel in ("acl:relcl", "parataxis") or (rel == "acl" and g.mark(k) is None) or (rel == "conj" and g.pos[k] in ("VERB", "AUX")) or (rel == "advcl" and g.is_finite(k))
                if not aside:
                    queue.append(k)
        return out

    def _own_forces(self, h: int) -> bool:
        g = self.g
        return g.lemma[h].lower() in FORCES and any(g.rel[k] == "nmod:poss" and g.tag[k] == "PRP$" for k in g.kids[h])

    def _roles(self, paths: tuple[str, ...], frame: Frame, all_paths: bool, particle: str | None, climb: bool = True, quad: int | None = None) -> tuple[tuple[Actor, ...], tuple[int, ...]]:
        actors: list[Actor] = []
        heads_used: list[int] = []
        # "condemned the violence in Syria" is aimed at Syria; an attack in Syria is not
        inside = quad == 3
        for path in paths:
            heads = self.frames.role(frame, path, particle)
            found: list[Actor] = []
            for h in heads:
                if quad is not None and self._own_forces(h):
                    continue  # "withdraw its troops from Chad" is not aimed at the troops
                if path == "in" and paths[0] != "in" and quad == 4 and self.participants.is_location(h):
                    continue  # "strikes in Syria" are not strikes on Syria
                # what a clause below is about must be somebody, or somebody's: "cooperation must grow" asks nobody for anything
                far = path.startswith("complement.")
                for a in (self.participants.owned(h) if far else self.participants.of(h, inside=inside)) if climb else self.participants.itself(h):
                    if not any(a == b or ((a.id or a.name) is not None and (a.id, a.name, a.sectors, a.role) == (b.id, b.name, b.sectors, b.role)) for b in (*found, *actors)):
                        found.append(a)
            if found or (heads and not heads_used):
                heads_used.extend(heads)
            if all_paths and path == "between" and len(found) > 1:
                return tuple(found), tuple(heads)  # "between A and B" names all the sides
            actors.extend(found)
            if found and not all_paths:
                break
        return tuple(actors), tuple(heads_used)

    def _participants(self, pattern: Pattern, frame: Frame, modality: str, polarity: str, particle: str | None) -> Match | str:
        actors, actor_heads = self._roles(pattern.actor, frame, pattern.symmetric, particle, climb=frame.kind != "adjective")
        recipients, recipient_heads = self._roles(pattern.recipient, frame, False, particle, quad=pattern.quad)
        spans = {(a.start, a.end) for a in actors}
        same = {(a.id, a.name, a.sectors) for a in actors if a.id is not None or a.name is not None}
        recipients = tuple(r for r in recipients if (r.start, r.end) not in spans and (r.id, r.name, r.sectors) not in same)
        if "actor" in pattern.needs and not actors:
            return f"no actor in {' or '.join(pattern.actor)}"
        if "recipient" in pattern.needs and not recipients:
            return f"no recipient in {' or '.join(pattern.recipient) or 'any role'}"
        if not actors and not recipients:
            return "neither actor nor recipient"
        if pattern.symmetric and len(actors) < 2 and not recipients and not _plural(self.g, actor_heads):
            return "only one side"
        if pattern.refused:
            modality, polarity = "actual", "+"  # the refusal itself has happened
        if pattern.polarity == "-":
            polarity = "-" if polarity == "+" else "+"
        return Match(frame, pattern, actors, recipients, actor_heads, recipient_heads, modality, polarity)


def _why(c: Condition, words: set[str]) -> str:
    """Why a condition does not hold for the words that its role has."""
    if c.negated:
        return f"except_{c.role}: found {', '.join(sorted(words & c.words) or sorted(words))}"
    if not c.words and not c.any:
        return f"{c.role} must be empty, found {', '.join(sorted(words))}"
    return f"{c.role} must be one of {', '.join(sorted(c.words)[:8])}{'...' if len(c.words) > 8 else ''}; found {', '.join(sorted(words)[:12]) or 'nothing'}"


QUANTITIES = {
    "member", "number", "group", "dozen", "hundred", "thousand", "score", "lot", "series", "couple", "handful", "majority", "part", "some", "one",
    "two", "three", "four", "five", "six", "several", "many", "most", "all", "batch", "round", "piece", "ton", "tonne", "million", "billion", "type",
    "kind", "form", "amount", "load", "shipment", "consignment", "package", "set", "wave", "string", "barrage", "spate", "act", "case", "pair", "team", "unit", "swathe", "swath", "rest", "area", "stretch",
    "control", "portion", "$", "dollar", "euro", "pound", "yen", "yuan", "chunk", "half", "third", "quarter", "percent",
}  # fmt: skip


def _plural(g, heads: tuple[int, ...]) -> bool:
    return len(heads) > 1 or any(g.tag[h] in ("NNS", "NNPS") or g.lower[h] in ("they", "them", "both", "we") for h in heads)
