"""Where an event happened: the place that its frame says, never just the nearest name."""

from __future__ import annotations

from dragoman.reading.frames import Frame, Frames
from dragoman.reading.places import PlaceMention
from dragoman.records import Place

LOCATIVE = {"in", "at", "near", "outside", "inside", "off", "across", "around", "along", "throughout", "within", "above", "through"}
# "on" and "over" say where only for what one can be on: "on the border", "over the Black Sea".
SURFACES = {"sea", "river", "strait", "region", "base", "facility"}
TARGETED = {"on", "against", "at", "object", "into", "to"}
FINENESS = {"facility": 0, "base": 0, "city": 1, "admin2": 2, "strait": 2, "river": 3, "admin1": 3, "region": 4, "sea": 4, "country": 5}
# Nouns that an "of" names the place of.
SITES = set("city town village capital port harbour harbor airport suburb outskirts district province region island camp base area neighbourhood neighborhood centre center".split())
VISITS = {"visit", "travel", "arrive", "trip", "tour", "fly", "head", "host", "return"}
# Quad classes of words. What is talked about ("discussed the conflict in Ukraine") is elsewhere than the talking.
VERBAL = {1, 3}
LIMIT = 4


class Where:
    """The places of one text, asked for the place of a frame."""

    def __init__(self, frames: Frames, places: list[PlaceMention]):
        self.frames = frames
        self.at: dict[int, PlaceMention] = {}
        for mention in places:
            for t in range(mention.start, mention.end):
                self.at.setdefault(t, mention)

    def place(self, frame: Frame, quad: int | None, participants: tuple[int, ...] = ()) -> Place | None:
        """The frame's Place; None where the text does not say. `quad`: the quad class of the event, words or deeds.
        `participants`: heads of those who take part."""
        g = self.frames.g
        found = self._locatives(frame.predicate)
        if frame.anchor != frame.predicate:
            found += self._locatives(frame.anchor)
        named = [h for heads in frame.roles.values() for h in heads if g.pos[h] == "PROPN"]
        for h in dict.fromkeys([*named, *participants]):
            if h not in self.at:
                # "met Cavusoglu in Tehran": where somebody who takes part is said to be
                for k in (h, *(k for k in g.kids[h] if g.base(k) == "appos")):
                    found += self._locatives(k)
        if quad not in VERBAL:
            for h in frame.roles.get("object", ()):
                found += self._locatives(h)
        if not found and frame.passive:
            for h in frame.roles.get("subject", ()):  # "were shot by soldiers in Khartoum"
                found += self._locatives(h)
        if not found and (g.lemma[frame.predicate].lower() in VISITS):
            for name in ("to", "in", "object"):
                found += [m for h in frame.roles.get(name, ()) if (m := self._named(h)) is not None]
        if not found and quad not in VERBAL:  # a deed is done where that is to which it is done
            for name in TARGETED:
                found += [m for h in frame.roles.get(name, ()) if (m := self._named(h)) is not None and m.place.kind != "country"]
        if not found:
            at = frame.anchor
            for _ in range(LIMIT):
                above = g.head[at]
                if above < 0 or g.base(at) not in ("xcomp", "conj", "advcl", "obj", "nsubj", "obl") or g.rel[at] == "acl:relcl":
                    break
                if g.base(at) == "conj" and g.children(at, "nsubj") and g.pos[at] == "VERB":
                    break
                found = self._locatives(above)
                if found:
                    break
                at = above
        if not found:
            return None
        return min(found, key=lambda m: (FINENESS.get(m.place.kind or "", 6), m.start)).place

    def _named(self, head: int) -> PlaceMention | None:
        """The place that noun `head` is: "Goma", "the city of Goma", "the airport of Goma"."""
        g = self.frames.g
        if head not in self.at and g.lemma[head].lower() in SITES:
            for k in g.kids[head]:
                if g.base(k) == "nmod" and g.case(k) == "of" and k in self.at:
                    return self.at[k]
        return self.at.get(head)

    def _locatives(self, head: int) -> list[PlaceMention]:
        g = self.frames.g
        out = []
        for k in g.kids[head]:
            if g.base(k) not in ("obl", "nmod"):
                continue
            case = g.case(k)
            for c in g.conjuncts(k):
                mention = self.at.get(c)
                if mention is not None and (case in LOCATIVE or (case in ("on", "over", "between") and mention.place.kind in SURFACES)):
                    out.append(mention)
                elif case in LOCATIVE:
                    # "in northern parts of Syria", "at a base in Homs"
                    for below in g.kids[c]:
                        if below in self.at and (g.case(below) in LOCATIVE | {"of"} or g.base(below) in ("compound", "nmod")):
                            out.append(self.at[below])
        return out
