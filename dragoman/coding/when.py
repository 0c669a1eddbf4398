"""When an event happened: the time expression that its frame holds, or the published date where tense allows."""

from __future__ import annotations

from dragoman.reading.frames import Frame, Frames
from dragoman.reading.times import TimeMention
from dragoman.records import Time

NOTHING = Time(None, None, None, None, None, None, "none")
CLAUSES = {"ccomp", "acl", "acl:relcl", "advcl", "parataxis", "csubj", "xcomp", "advcl:relcl", "conj"}
CARRIES = {"xcomp", "advcl", "conj", "obj", "obl", "nmod", "nsubj", "nsubj:pass", "acl"}
ELSEWHEN = {"then", "previously", "formerly", "once", "earlier", "originally", "initially", "historically", "traditionally", "often",
    "regularly", "routinely", "repeatedly", "frequently", "sometimes", "always", "usually", "long"}
LIMIT = 6
NEWS_REGIONS = {"headline", "lead", "body", "caption"}


class When:
    """The time expressions of one text, asked for the time of a frame."""

    def __init__(self, frames: Frames, times: list[TimeMention], published: str | None):
        self.frames, self.published = frames, published
        self.at: dict[int, TimeMention] = {}
        for mention in times:
            for t in range(mention.start, mention.end):
                self.at.setdefault(t, mention)

    def time(self, frame: Frame, modality: str, quoted: bool, region: str) -> Time:
        """The frame's Time. `quoted`: it stands in somebody's words, whose date the article does not give."""
        found = self._stated(frame)
        if found is not None:
            return found
        if self.published and not quoted and modality == "actual" and region in NEWS_REGIONS and self._current(frame):
            return Time(None, None, None, self.published, self.published, "day", "published")
        return NOTHING

    def _stated(self, frame: Frame) -> Time | None:
        at = frame.predicate
        for start in dict.fromkeys((frame.predicate, frame.anchor)):
            found = self._below(start)
            if found is not None:
                return found
        g = self.frames.g
        at = frame.anchor
        for _ in range(LIMIT):
            above = g.head[at]
            if above >= 0 and above in self.at and g.mark(at) == "when" and self._usable(self.at[above]):
                return self.at[above].time  # "since July, when he dismissed the government"
            if above < 0 or g.base(at) not in CARRIES or g.rel[at] == "acl:relcl" or (g.base(at) == "acl" and g.tag[at] != "VB" and g.mark(at) is None):
                return None
            if g.base(at) == "conj" and g.pos[at] in ("VERB", "AUX") and g.children(at, "nsubj"):
                # a time at the head of the sentence spans both clauses
                early = [k for k in g.kids[above] if k < above and k in self.at]
                return self.at[early[0]].time if early and self._usable(self.at[early[0]]) else None
            if g.base(at) in ("obl", "nsubj", "nsubj:pass", "nmod", "obj") and g.pos[above] not in ("VERB", "AUX"):
                if g.base(at) != "nmod":
                    return None
            found = self._below(above, near=True)
            if found is not None:
                return found
            at = above
        return None

    def _usable(self, mention: TimeMention) -> bool:
        time = mention.time
        # an unresolved date ("in recent years") is the event's own all the same: it keeps others from being taken
        return time.timex in ("DATE", "TIME")

    def _below(self, head: int, near: bool = False) -> Time | None:
        """The nearest time expression under `head` that no clause parts from it. `near`: only among its own modifiers."""
        g = self.frames.g
        level = [head]
        best: TimeMention | None = None
        spare: TimeMention | None = None
        for _ in range(1 if near else 5):
            below: list[int] = []
            for at in level:
                for k in g.kids[at]:
                    mention = self.at.get(k)
                    if g.base(k) in ("obj", "nsubj", "iobj") and at == head and mention is not None:
                        continue  # "condemned the 2021 coup": what was condemned is no date of the condemning
                    if mention is not None:
                        if self._usable(mention):
                            if best is None:
                                best = mention
                        elif spare is None and mention.time.timex == "DURATION" and mention.time.from_ is not None:
                            spare = mention
                        continue
                    if g.rel[k] in CLAUSES or g.base(k) in ("punct", "case", "det", "cc", "mark", "aux"):
                        continue
                    below.append(k)
            if best is not None:
                return best.time
            level = below
        return spare.time if spare is not None else None

    def _current(self, frame: Frame) -> bool:
        """Whether tense lets the event be of the published date: past, present or present perfect, not pluperfect."""
        g = self.frames.g
        at = frame.anchor
        if any(g.lower[k] in ELSEWHEN and g.base(k) == "advmod" or (g.lemma[k] == "time" and g.case(k) == "at") for k in g.kids[at]):
            return False
        for _ in range(LIMIT):
            if g.pos[at] in ("VERB", "AUX"):
                aux = [k for k in g.kids[at] if g.base(k) == "aux"]
                if any(g.lower[k] == "had" for k in aux):
                    return False
                if g.tag[at] in ("VBD", "VBZ", "VBP") or any(g.tag[k] in ("VBD", "VBZ", "VBP") for k in g.kids[at] if g.base(k) in ("aux", "cop")):
                    return True
                if g.tag[at] == "VBN" and not aux and g.rel[at] in ("acl", "acl:relcl", "amod"):
                    return False
            elif any(g.base(k) == "cop" for k in g.kids[at]):
                return True
            if g.head[at] < 0:
                return frame.kind == "noun" or g.tag[at] in ("VBN", "VBG", "VB", "NN", "NNS", "NNP")
            if g.rel[at] == "acl:relcl":
                return False
            at = g.head[at]
        return False
