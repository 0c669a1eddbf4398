"""What the compile scripts build up before writing: drafts of entries, and how two drafts of one person are merged."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dragoman.actors.table import fold
from dragoman.actors.user import FAMILY_FIRST, PARTICLES, SUFFIXES

TWO_SURNAMES = {
    "ESP", "MEX", "COL", "VEN", "PER", "CHL", "ARG", "BOL", "ECU", "PRY", "URY", "GTM", "HND", "SLV", "NIC", "CRI",
    "PAN", "DOM", "CUB", "GNQ",
}  # fmt: skip


@dataclass
class Office:
    """A draft of dragoman.actors.table.Office. `firm` is false where a source only shows it was still held."""

    text: str
    normal: str
    from_: str | None
    to: str | None
    sectors: tuple[str, ...]
    rank: int
    country: str | None = None
    firm: bool = True


@dataclass
class Draft:
    """A draft of dragoman.actors.table.Entry. `names` maps (text, form) to (case, from, to)."""

    id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...] = ()
    names: dict[tuple[str, str], tuple[int, str | None, str | None]] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    from_: str | None = None
    to: str | None = None
    state: bool = False
    wikidata: str | None = None
    source: str = "own"

    def add(self, text: str, form: str, from_: str | None = None, to: str | None = None) -> None:
        """Add a name; a trailing ! or ^ says how its case matters, and otherwise its shape does."""
        text = " ".join(text.split())
        if text.lower().startswith("the ") and form != "family":
            text = text[4:]
        case = case_of(text.rstrip("!^"), form)
        if text.endswith("!"):
            case = 2
        elif text.endswith("^"):
            case = 1
        text = text.rstrip("!^").strip()
        if not fold(text) or set("~|\t") & set(text):
            return
        for (known, known_form), (known_case, *_) in self.names.items():
            if fold(known) != fold(text) or (known_form == "family") != (form == "family"):
                continue
            # A looser name adds to one that must be written exactly; otherwise the same words add nothing.
            looser = case < 2 and known_case == 2
            other = case == known_case == 2 and known.replace(".", "") != text.replace(".", "")
            people = form in ("demonym", "adjective") and known_form not in ("demonym", "adjective")
            if not (looser or other or people):
                return
        self.names[text, form] = (case, from_, to)

    def full_names(self) -> list[str]:
        """The names that are more than a family name."""
        return [text for text, form in self.names if form != "family"]


def case_of(text: str, form: str) -> int:
    """Short capitals and lone family names are ordinary words too often to match in any case."""
    letters = re.sub(r"[\W\d_]", "", text)
    if letters.isupper() and letters.isascii() and len(letters) <= 4 and " " not in text:
        return 2
    if form in ("family", "metonym") or " " not in text:
        return 1
    return 0


def slug(text: str) -> str:
    """The part of an id after its prefix."""
    return fold(text).replace(" ", "-")


def family_of(name: str, country: str | None) -> list[str]:
    """The family names that short mentions of a person use, as far as the shape of the name tells."""
    words = name.split()
    while len(words) > 1 and fold(words[-1]) in SUFFIXES:
        words.pop()
    if len(words) == 1:
        return words
    if country in FAMILY_FIRST:
        return [words[0]]
    if country in TWO_SURNAMES and len(words) >= 4:
        return [words[-2], " ".join(words[-2:])]
    last = words[-1]
    if len(words) > 2 and fold(words[-2]) in PARTICLES:
        return [" ".join(words[-2:]), last]
    for article in ("al-", "el-", "Al-", "El-", "ul-", "Al ", "al "):
        if last.startswith(article) and len(last) > 5:
            return [last, last[len(article) :]]
    return [last]


def same_person(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one country name the same person: the same words, or all of one's words in the other's."""
    for one in a.full_names():
        for two in b.full_names():
            x, y = fold(one).split(), fold(two).split()
            if x == y or sorted(x) == sorted(y):
                return True
            small, large = (x, y) if len(x) <= len(y) else (y, x)
            if len(small) >= 2 and small[-1] == large[-1] and set(small) <= set(large):
                return True
    return False


def overlap(a: Office, b: Office) -> bool:
    """Whether two offices' dates share a day."""
    return not ((a.to and b.from_ and a.to < b.from_[: len(a.to)]) or (b.to and a.from_ and b.to < a.from_[: len(b.to)]))


def merge(into: Draft, other: Draft) -> None:
    """Add to `into` what `other` knows more; the first draft wins where they disagree."""
    for (text, form), (_, from_, to) in other.names.items():
        into.add(text, form, from_, to)
    into.wikidata = into.wikidata or other.wikidata
    for office in other.offices:
        clash = [mine for mine in into.offices if mine.normal == office.normal and overlap(mine, office)]
        if not clash:
            # What our own tables say of heads of state and government is complete.
            if into.source == "own" and office.rank == 0:
                continue
            # A generic "minister" beside a known portfolio of the same months says nothing.
            if office.normal == "minister" and any(overlap(mine, office) for mine in into.offices):
                continue
            into.offices.append(office)
        else:
            for mine in clash:
                refine(mine, office)


def refine(mine: Office, other: Office) -> None:
    """Take the other's dates where they only say the same more exactly."""
    if other.from_ and mine.from_ and other.from_.startswith(mine.from_):
        mine.from_ = other.from_
    if other.to and mine.to and other.to.startswith(mine.to):
        mine.to = other.to
    if not mine.firm and other.firm and other.to:
        mine.to, mine.firm = other.to, True
