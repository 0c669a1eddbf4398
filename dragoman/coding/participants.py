"""From a role's head to the actors it stands for: the noun itself, or the one that it belongs to.

"condemned the decision of the Supreme Court": the decision is nobody, the court is. The "by", the owner, the "of" and
the adjective of a noun are tried in that order.
"""

from __future__ import annotations

from dragoman.actors.resolver import Resolver
from dragoman.reading.frames import Frames
from dragoman.records import Actor

OWNERS = ("by", "of", "from", "between", "against", "on", "with", "to", "towards")
DEPTH = 3


class Participants:
    """Actors of heads, for the frames of one text."""

    def __init__(self, frames: Frames, resolver: Resolver):
        self.frames, self.resolver = frames, resolver
        self._known: dict[tuple[int, bool], tuple[Actor, ...]] = {}

    def itself(self, head: int) -> tuple[Actor, ...]:
        """The actors that noun `head` itself stands for, without looking below it."""
        return self.resolver.actors(head)

    def owned(self, head: int) -> tuple[Actor, ...]:
        """The actors that noun `head` stands for, or those of its possessor or adjective ("Turkish jets")."""
        found = self.itself(head)
        for k in self.frames.g.kids[head] if not found else ():
            if self.frames.g.rel[k] == "nmod:poss" or (self.frames.g.base(k) in ("amod", "compound") and self.frames.g.text[k][:1].isupper()):
                found = found or self.itself(k)
        return found

    def is_name(self, token: int) -> bool:
        """Whether a token is part of a name, of the table or by the language model."""
        return token in self.resolver.phrases.names or token in self.resolver.phrases.entity

    def is_place(self, token: int) -> bool:
        """Whether the language model or the table takes a token for (part of) the name of a place or country."""
        entity = self.resolver.phrases.entity.get(token)
        return entity is not None and entity[2] == "LOC" or self.is_location(token)

    def is_location(self, head: int) -> bool:
        """Whether noun `head` names a country or a place, and so says where after "in"."""
        return any(a.via in ("name", "metonym") and a.id is not None and a.id == a.country for a in self.resolver.actors(head))

    def of(self, head: int, depth: int = 0, inside: bool = False) -> tuple[Actor, ...]:
        """The actors that noun `head` stands for, in text order; () where none is found. `inside`: the country that
        something happens in counts too ("the violence in Syria")."""
        key = (head, inside)
        if key in self._known:
            return self._known[key]
        self._known[key] = ()
        found = self.resolver.actors(head)
        if not found and depth < DEPTH:
            found = self._below(head, depth, inside)
        self._known[key] = found
        return found

    def _below(self, head: int, depth: int, inside: bool) -> tuple[Actor, ...]:
        g = self.frames.g
        if g.pos[head] not in ("NOUN", "PROPN", "VERB", "NUM", "ADJ", "DET", "PRON", "SYM"):
            return ()
        if g.pos[head] in ("SYM", "NUM"):  # "$20 million in aid to Malawi"
            for h in self.frames.under(head, "in"):
                if not self.resolver.actors(h) and (found := self.of(h, depth + 1, inside)):
                    return found
        for name in (*OWNERS, "in") if inside else OWNERS:
            below: list[Actor] = []
            for h in self.frames.under(head, name):
                if h == head or (name in ("on", "with", "to", "towards", "in", "against") and not self._actor_like(h)):
                    continue
                below.extend(a for a in self.of(h, depth + 1, inside) if a not in below)
                if below and name == "of" and self.frames.g.rel[h] != "conj" and not self.frames.g.children(h, "conj"):
                    break  # a possessor before an adjective: one owner, not all that could be one
            if below:
                return tuple(below)
        frame = self.frames.frame(head)
        if frame is not None and frame.kind == "noun" and frame.light is None:
            for h in frame.roles.get("subject", ()):
                if h != head:
                    found = self.of(h, depth + 1, inside)
                    if found:
                        return found
        for k in g.kids[head]:
            found = ()
            if g.base(k) == "appos":
                found = self.of(k, depth + 1, inside)
            elif (g.rel[k] == "acl:relcl" and g.tag[k] != "VB") or (g.rel[k] == "acl" and g.tag[k] == "VBN"):  # "the petition filed by X"
                below = self.frames.frame(k)
                agents = below.roles.get("subject", ()) if below is not None and below.passive else ()
                found = tuple(a for h in agents if h != head for a in self.of(h, depth + 1, inside))
            if found:
                return found
        return ()

    def _actor_like(self, head: int) -> bool:
        return any(a.via in ("name", "metonym", "demonym", "noun") for a in self.resolver.actors(head))
