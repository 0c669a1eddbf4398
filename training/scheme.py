"""The scheme of names: eight kinds, and labels that leave some of them open.

The corpora do not agree on what a name is, and most know places and organizations only as such. A gold label may therefore stand
for several of ours: PLACE is a GPE, a LOC or a FAC; GROUP an ORG or an ARMED_GROUP; OTHER a NORP, an EVENT or no name. Training asks
only that the right label is among them (the probabilities of the open ones are added up). Tables of names settle many of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

KINDS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "ARMED_GROUP")
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
OPEN = {"PLACE": ("GPE", "LOC", "FAC"), "GROUP": ("ORG", "ARMED_GROUP"), "OTHER": ("NORP", "EVENT")}
# As most name corpora know them; what they do not count as names is None.
COARSE = {"PERSON": "PERSON", "ORG": "ORG", "ARMED_GROUP": "ORG", "GROUP": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "PLACE": "LOC"}

_NATURE = frozenset(
    "river rivers sea ocean lake mount mountain mountains mt. gulf bay strait straits desert valley peninsula island islands isles isle coast canyon "
    "falls cape channel canal basin plateau plains heights hills hill volcano glacier forest reef delta archipelago sahel europe asia africa "
    "america americas caribbean balkans caucasus levant maghreb sahara antarctica arctic pacific atlantic mediterranean himalayas alps andes "
    "earth moon mars east west north south bank hemisphere donbas scandinavia oceania eurasia".split()
)
_BUILT = frozenset(
    "airport bridge base airbase street avenue ave road rd st. boulevard blvd highway hotel inn hospital stadium arena building center centre tower towers "
    "palace square camp prison jail port harbor harbour station house theater theatre museum church mosque cathedral temple synagogue hall dam plant "
    "plaza mall cemetery embassy consulate checkpoint crossing refinery pipeline terminal school university college library garden gardens park "
    "drive lane court restaurant cafe room ballroom wall gate barracks fort castle monument memorial pier tunnel metro railway zoo".split()
)


def allowed(label: str | None) -> tuple[str, ...]:
    """The labels of ours that a gold label leaves open; none where nothing is to be learnt."""
    if label is None:
        return ()
    if label == "O":
        return ("O",)
    place, _, kind = label.partition("-")
    if kind == "OTHER":
        return ("O", *(f"{p}-{k}" for k in OPEN[kind] for p in "BI"))
    return tuple(f"{place}-{k}" for k in OPEN.get(kind, (kind,)))


def name_in(misc: str) -> str:
    """The name label in the last column of our treebank's rows, "O" without one."""
    return next((m[5:] for m in misc.split("|") if m.startswith("Name=")), "O")


def coarse(labels: list[str | None]) -> list[str | None]:
    """Labels with PERSON, ORG and LOC alone, as the corpora that we measure on have them."""
    out: list[str | None] = []
    for label in labels:
        if label is None or label == "O":
            out.append(label)
            continue
        kind = COARSE.get(label[2:])
        out.append(f"{label[0]}-{kind}" if kind else "O")
    return out


def spans(labels: list[str | None]) -> list[tuple[int, int, str]]:
    """(begin, end, kind) of each name."""
    out = []
    for i, label in enumerate(labels):
        if label and label[0] == "B":
            j = i + 1
            while j < len(labels) and labels[j] == "I" + label[1:]:
                j += 1
            out.append((i, j, label[2:]))
    return out


_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)


def _may_be_other(words: list[str], labels: list[str | None], tags: list[str], i: int) -> bool:
    """Whether a word outside all names may be of an event's name (several proper nouns) or a people's (a plural)."""
    proper = [
        0 <= k < len(words) and labels[k] == "O" and tags[k].endswith(("|NNP", "|NNPS")) and words[k].lower().rstrip(".") not in _DATES
        for k in (i - 1, i, i + 1)
    ]
    return proper[1] and (proper[0] or proper[2] or tags[i].endswith("|NNPS"))


# Adjectives of the actor table that mostly mean something else, or a place.
_NO_PEOPLES = frozenset("West Pan Black Emirates English Georgia Orthodox Reformed Brethren Friends".split())


class Tables:
    """What our own tables know of names: peoples, armed groups, places."""

    def __init__(self) -> None:
        from dragoman.actors.table import load_table
        from dragoman.reading.gazetteer import load_gazetteer

        self.gazetteer = load_gazetteer()
        self.peoples: set[str] = set()
        self.armed: set[str] = set()
        for entry in load_table():
            for name in entry.names:
                words = name.text.split()
                if name.form in ("adjective", "demonym") or entry.kind in ("ethnic", "religious"):
                    if len(words) == 1 and name.text.istitle() and name.text not in _NO_PEOPLES:
                        self.peoples.add(name.text)
                elif entry.kind == "group":
                    self.armed.add(" ".join(words).lower())

    def settle(self, words: list[str], labels: list[str | None], tags: list[str] | None = None) -> list[str | None]:
        """The labels, with the kinds of names made exact where that is known, and the names of peoples among the other words."""
        out = list(labels)
        for begin, end, kind in spans(labels):
            if kind in ("PLACE", "GROUP"):
                exact = self.kind_of(words[begin:end], kind)
                out[begin:end] = [f"B-{exact}"] + [f"I-{exact}"] * (end - begin - 1)
        for i, (word, label) in enumerate(zip(words, labels, strict=True)):
            if label == "O" or (label is not None and label[2:] == "OTHER"):
                if word in self.peoples and (tags is None or tags[i].endswith(("|JJ", "|NNP", "|NNPS", "|NNS", "|NN"))):
                    out[i] = "B-NORP"
                elif label == "O" and tags is not None and _may_be_other(words, labels, tags, i):
                    out[i] = "B-OTHER"  # an event or a people, or no name
        return out

    def kind_of(self, words: list[str], kind: str) -> str:
        """The kind of a name that is a PLACE or a GROUP, made exact where a table or its last word says it."""
        text = " ".join(words).replace(" - ", "-")
        if kind == "GROUP":
            if text.lower() in self.armed:
                return "ARMED_GROUP"
            found = self.gazetteer.lookup(text)
            return "GPE" if found and found[0].kind == "country" else kind  # a state that acts
        last, first = words[-1].lower(), words[0].lower()
        if last in _BUILT and len(words) > 1:
            return "FAC"
        found = self.gazetteer.lookup(text)
        if found and found[0].kind == "country":
            return "GPE"
        if last in _NATURE or (len(words) > 1 and first in ("lake", "mount", "mt.", "gulf", "strait", "bay", "sea", "valley", "isle", "river")):
            return "LOC"
        if found:
            best = found[0]
            if best.kind in ("country", "admin1", "admin2", "city"):
                return "GPE"
            if best.kind in ("sea", "river", "strait", "region"):
                return "LOC"
            return "FAC"
        return kind
