"""One statement, as tokens of a parse."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.cues import CERTAIN, NONE, Cue

# Plain "said": the speaker stands by the words, whoever tells of it does not.
SAYS_SO = Cue(CERTAIN, NONE)


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement as token indices. `speakers`, `addressees`: heads. `cue`: token index and its words' (start, end).

    `content`: (start, end) tokens, end exclusive. `kind`: the cue's kind in `cues.tsv`, or "quote" (words that no
    cue introduces), "according", "label" ("Kyiv: ...") or "hedge". `hedge`s have no speaker: the author does not vouch
    for the content. `commits`: whom the cue commits to what.
    """

    speakers: tuple[int, ...]
    addressees: tuple[int, ...]
    cue: int | None
    cue_span: tuple[int, int] | None
    content: tuple[int, int]
    form: str
    kind: str
    verb: int | None
    commits: Cue

    @property
    def stance(self) -> str:
        """How the speakers stand to the content: affirms | denies | doubts | hedged."""
        return "hedged" if self.kind == "hedge" else self.commits.stance

    def holds(self, token: int) -> bool:
        """Whether a token lies in the content."""
        return self.content[0] <= token < self.content[1]
