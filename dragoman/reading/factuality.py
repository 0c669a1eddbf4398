"""Whether the text says that a frame happened: its modality and polarity.

Read from the frame's own mood (`moods.py`) and, going up, from what each word above does to what hangs on it
(`governing.py`): "plans to visit", "refused to withdraw", "urged them to stop bombing".
What *speakers* commit to is the source chain's business (`statements.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.frames import Frame, Frames
from dragoman.reading.governing import answered, called_false, effect_of
from dragoman.reading.grammar import Grammar
from dragoman.reading.moods import AUXILIARIES, CONDITIONS, HAPPENING, as_if, asked, happening, inverted, own_mood, unreal

UNDONE = {"without", "instead of", "rather than", "instead"}
# After these a meeting that is the purpose stands as they do: "flew to visit the troops".
MOTION = {"fly", "travel", "arrive", "go", "come", "meet", "gather", "visit", "return", "rush", "cross", "join", "convene", "assemble", "march", "rally"}
MEETING = set("meet visit talk speak discuss attend sign see join hold take negotiate greet congratulate celebrate mourn pay address welcome open".split())
# Who has no such will refuses.
WILL = {"plan", "intend", "intention", "want", "wish", "willing", "ready", "prepared", "inclined", "go", "desire", "appetite", "readiness", "willingness"}
# A "not" over these denies what their clause says: "do not believe that it attacked".
NEGATION_RAISING = {"think", "believe", "expect", "suppose", "seem", "appear", "imagine", "reckon", "feel"}
# Clauses of time in the present tense, under something that lies ahead itself.
AHEAD = {"before", "once", "when", "after", "as"}
PURPOSE = {"to", "in order", "in order to", "so as", "so as to"}
LIMIT = 10


@dataclass(slots=True)
class Reading:
    """What is known of an event on the way up from it. `leaning`, beside its modality: "asked" (a question, which holds
    nothing), "unreal" (told as what did not come about), "given" (a word takes it for a fact), "likely" or "unseen" (there is no sign of it)."""

    modality: str | None = None
    negative: bool = False
    leaning: str | None = None

    def take(self, own: tuple[str | None, bool]) -> None:
        """Add the mood of the word itself."""
        self.merge(own[0])
        self.negative = self.negative != own[1]

    def merge(self, modality: str | None) -> None:
        """A modality further up: the nearer one stays, but for what came to nothing."""
        if modality == "undone":
            self.modality = None
        else:
            self.modality = self.modality or modality

    @property
    def polarity(self) -> str:
        return "-" if self.negative else "+"


def factuality(frames: Frames, frame: Frame, within: tuple[int, int] | None = None) -> tuple[str, str]:
    """(modality, polarity) of a frame: actual | planned | possible | requested | conditional, and + | -.

    `within`: tokens (start, end) of a content; what stands above it, in the words of another, is left out.
    """
    found = read(frames, frame, within)
    return found.modality or "actual", found.polarity


def read(frames: Frames, frame: Frame, within: tuple[int, int] | None = None) -> Reading:
    """As `factuality`, with what leans one way or the other."""
    g = frames.g
    found = Reading()
    at = frame.predicate
    found.take(own_mood(frames, at))
    if unreal(g, at):
        found.leaning = "unreal"
    for _ in range(LIMIT):
        above = g.head[at]
        if above < 0 or (within is not None and not within[0] <= above < within[1]):
            break
        step = _conjunct if g.rel[at] == "conj" else _climb
        if not step(frames, frame, at, above, found):
            break
        at = above
    if found.modality in (None, "planned") and asked(g, at):
        found.modality, found.leaning = "possible", "asked"
    return found


def refuses(frames: Frames, frame: Frame) -> bool:
    """Whether a frame is a refusal in so many words: its own "will" or "would" with its own "not" or "never", or "no plans
    to", "not willing to", "does not intend to"."""
    modality, negated = own_mood(frames, frame.anchor)
    if negated and modality in ("planned", "conditional"):
        # "would not attack if ..." is no refusal
        return modality == "planned" or not any(frames.g.base(k) == "advcl" and frames.g.mark(k) in CONDITIONS for k in frames.g.kids[frame.anchor])
    above = frames.g.head[frame.anchor]
    if above < 0 or frames.g.base(frame.anchor) not in ("xcomp", "acl", "advcl") or frames.g.lemma[above].lower() not in WILL:
        return False
    return own_mood(frames, above)[1] or (frames.g.base(above) == "obj" and own_mood(frames, frames.g.head[above])[1])


def _conjunct(frames: Frames, frame: Frame, at: int, above: int, found: Reading) -> bool:
    """What the first of two coordinated words shares with the second; whether to go on up from it."""
    g = frames.g
    links = {" ".join([g.lower[k], *(g.lower[f] for f in g.kids[k] if g.rel[f] == "fixed")]) for k in g.kids[at] if g.base(k) == "cc"}
    if links & UNDONE:
        found.negative = not found.negative
    if g.pos[above] not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    verb = g.pos[at] in ("VERB", "AUX")
    if verb and g.children(at, "nsubj"):
        return True
    own, negated = own_mood(frames, above)
    if not any(g.base(k) == "aux" and g.lower[k] in AUXILIARIES for k in g.kids[at]):
        found.merge(own)
    but = any(g.base(k) == "cc" and g.lower[k] in ("but", "yet") and above < k < at for k in g.kids[at] + g.kids[above])
    shares = not verb or not g.is_finite(at) or (negated and g.lower[at - 1] == "or")
    if shares and not but and not links & (UNDONE | {"nor"}):
        found.negative = found.negative != negated
    return True


def _climb(frames: Frames, frame: Frame, at: int, above: int, found: Reading) -> bool:
    """What the word above says of what hangs on it; whether to go on up from it."""
    g = frames.g
    rel, base = g.rel[at], g.base(at)
    mark = g.mark(at) if g.pos[at] in ("VERB", "AUX", "ADJ", "NOUN") else None
    if not _as_clause(frames, at, above, mark, found):
        return False
    if _apart(g, at, mark):
        if base == "nsubj" and rel != "nsubj:pass":
            _of_subject(frames, frame, at, above, found)
        if rel != "nsubj:pass":
            return False
    adverb = None
    if base == "advcl" and g.pos[above] == "ADV" and g.base(above) == "advmod" and g.head[above] >= 0:
        adverb, above = g.lower[above], g.head[above]  # "stopped short of attacking"
    # who "commits massacres" does them: a light verb promises nothing
    effect = None if above == frame.light and g.lemma[above] == "commit" else effect_of(frames, at, above, adverb)
    if effect == "presupposed":
        found.leaning = found.leaning or "given"
        return False
    if (at == frame.predicate or found.modality == "requested") and answered(frames, at, above):
        return False  # who turns down a call to leave does not ask anybody to stay
    if effect == "doubted":
        if own_mood(frames, above)[1]:
            return False  # "no doubt that they fled"
        effect = "feared"
    _apply(frames, effect, at, above, found)
    held = g.lemma[at] in MEETING and g.lemma[above] in MOTION
    if effect is None and mark in PURPOSE and (base == "acl" or (base == "advcl" and g.tag[at] == "VB" and not held)):
        found.merge("possible")  # a purpose is neither a deed nor a promise
    if base == "obl" and effect is None and above != frame.light:
        if frame.kind != "noun" or at != frame.predicate or g.case(at) not in ("on", "during", "for", "at"):
            return False
        found.merge(own_mood(frames, above)[0])  # "will travel to Kyiv for talks": the talks lie ahead as the journey does
        return True
    if base == "ccomp" and effect is None and g.pos[above] in ("VERB", "AUX") and g.is_finite(at) and g.lower[at] != "be":
        # a clause with a tense of its own stands for itself, whatever becomes of the saying
        if g.lemma[above] in NEGATION_RAISING and own_mood(frames, above)[1]:
            found.negative = not found.negative
        return False
    if base in ("xcomp", "ccomp", "obj", "nmod", "acl", "advcl") or (base == "csubj" and effect is not None) or rel in ("nsubj:pass", "obl"):
        _hand_down(frames, at, above, effect, held, found)
    return True


def _as_clause(frames: Frames, at: int, above: int, mark: str | None, found: Reading) -> bool:
    """What kind of clause `at` is: a condition, a question, a "without"; whether to go on up from it."""
    g = frames.g
    base = g.base(at)
    if _condition(frames, at, above, mark):
        found.modality = "conditional"
        found.leaning = "unreal" if unreal(g, at) else None
    elif base in ("ccomp", "csubj", "acl", "advcl") and (mark == "whether" or (mark == "if" and base in ("ccomp", "csubj"))):
        found.modality, found.leaning = "possible", "asked"  # "has not said whether it will"
    if base == "ccomp" and asked(g, at):
        if found.modality in (None, "planned"):
            found.modality, found.leaning = "possible", "asked"
        return False
    if mark in UNDONE:
        found.negative = not found.negative
    return True


def _hand_down(frames: Frames, at: int, above: int, effect: str | None, held: bool, found: Reading) -> None:
    """Let the mood and the negation of the word above reach the event: "will refuse to attack", "did not manage to"."""
    own, negated = own_mood(frames, above, at)
    base = frames.g.base(at)
    if base != "ccomp" or effect is not None:
        found.merge(own)
    if not negated:
        return
    if base not in ("ccomp", "advcl") or held or effect in ("negative", "undone") or (effect is not None and not frames.g.is_finite(at)):
        found.negative = not found.negative
        if effect == "sign":
            found.modality, found.leaning = None, "unseen"
        elif effect == "excluded":
            found.modality = "possible"  # "did not rule out attacking"


def _apart(g: Grammar, at: int, mark: str | None) -> bool:
    """Whether what hangs there stands for itself: a relative clause, a participle, an apposition, a subject."""
    rel, base = g.rel[at], g.base(at)
    if (rel == "acl:relcl" and mark != "that") or (rel == "acl" and g.tag[at] in ("VBN", "VBG", "VBD") and mark is None) or (base == "amod" and g.tag[at] == "VBN"):
        return True
    return base in ("parataxis", "appos", "nsubj", "root", "dep", "vocative", "discourse")


def _of_subject(frames: Frames, frame: Frame, at: int, above: int, found: Reading) -> None:
    """What a verb says of an event that is its subject: "closer cooperation would serve", "talks will not take place"."""
    g = frames.g
    if at != frame.predicate and called_false(frames, at):
        found.negative = not found.negative
    own, negated = own_mood(frames, above)
    happens = frame.kind == "noun" and at == frame.predicate and not HAPPENING.isdisjoint(happening(g, above))
    if own in ("conditional", "possible", "requested") or (happens and own == "planned"):
        found.merge(own)  # what only would be done is not there yet
    if happens:
        found.negative = found.negative != negated


def _condition(frames: Frames, at: int, above: int, mark: str | None) -> bool:
    """Whether clause `at` is one on which something hangs, or that lies ahead of something that lies ahead."""
    g = frames.g
    base = g.base(at)
    if base in ("advcl", "acl") and mark in CONDITIONS:
        return True
    if base != "advcl":
        return False
    if inverted(g, at) or as_if(g, at) or (mark == "as" and g.lower[above] == "long"):
        return True
    present = g.tag[at] in ("VBZ", "VBP") or any(g.base(k) in ("aux", "cop") and g.tag[k] in ("VBZ", "VBP") for k in g.kids[at])
    if not present or not (mark in AHEAD or mark in ("until", "till")):
        return False
    matrix = g.head[above] if g.lower[above] == "soon" and g.head[above] >= 0 else above
    if mark == "as" and matrix == above:
        return False
    return mark in ("until", "till") or own_mood(frames, matrix)[0] in ("planned", "requested", "possible", "conditional")


def _apply(frames: Frames, effect: str | None, at: int, above: int, found: Reading) -> None:
    if effect in ("negative", "undone", "excluded", "dissuaded"):
        found.negative = not found.negative
        if effect == "undone" and found.modality in ("planned", "possible"):
            found.modality = None  # of what was planned nothing is left
        elif effect == "dissuaded":
            found.merge("requested")
        elif effect == "excluded" and not frames.g.is_finite(at):
            found.merge("planned")
    elif effect == "feared":
        found.modality = "possible" if found.modality in (None, "planned") else found.modality
    elif effect == "conditional":
        found.modality = "conditional"
    elif effect in ("likely", "unlikely"):
        found.merge("possible")
        found.leaning = found.leaning or "likely"
        found.negative = found.negative != (effect == "unlikely")
    elif effect == "sign" and not frames.g.is_finite(at):
        found.merge("possible")  # "signs of an attack"; a clause says it in so many words
    elif effect in ("planned", "possible", "requested"):
        found.merge(effect)
    if effect == "planned" and unreal(frames.g, at):
        found.modality, found.leaning = "conditional", "unreal"  # "wishes that it had attacked"
