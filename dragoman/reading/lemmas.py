"""Lemmas from a table of (tag, form), then from rules for regular endings, then from the ending's commonest script.

Proper nouns keep their surface form ("Hungary", "Americans"): the actor tables look names up as they are written.
"""

from __future__ import annotations

import json
from pathlib import Path

_KEPT = frozenset({"NNP", "NNPS", "ADD", "FW", "GW", "SYM", "NFP", "$", "LS"})
_VERBS = frozenset({"VBD", "VBN", "VBG", "VBZ"})
_NOUNS = frozenset({"NNS"})
_DEGREES = frozenset({"JJR", "JJS", "RBR", "RBS"})
_SIGNS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
# Endings of peoples and places: an unknown adjective with one of them keeps its capital ("Azeri").
_PREFIXES = ("re", "un", "over", "under", "out", "dis", "mis", "de", "co", "pre")
_PEOPLES = ("ian", "ean", "can", "ish", "ese", "i", "ch", "ite", "an")


def undouble(stem: str) -> str | None:
    """ "plann" -> "plan"; None where nothing is doubled."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouwy":
        return stem[:-1]
    return None


def candidates(form: str, tag: str) -> list[str]:
    """What a regular inflected `form` may come from, likeliest first."""
    out: list[str | None] = []
    if tag in {"VBD", "VBN"} and form.endswith("ed"):
        if form.endswith("ied"):
            out.append(form[:-3] + "y")
        out += [form[:-1], form[:-2], undouble(form[:-2])]
        if form.endswith("cked"):
            out.append(form[:-3])  # panicked
    elif tag == "VBG" and form.endswith(("ing", "in", "in'")):
        stem = form[: form.rindex("in")]
        out += [stem + "e", stem, undouble(stem)]
        if stem.endswith("y"):
            out.append(stem[:-1] + "ie")
        if stem.endswith("ck"):
            out.append(stem[:-1])
    elif tag in {"VBZ", "NNS"} and form.endswith("s"):
        if form.endswith("ies"):
            out += [form[:-3] + "y", form[:-1]]
        elif form.endswith("ves") and tag == "NNS":
            out += [form[:-1], form[:-3] + "f", form[:-3] + "fe"]
        elif form.endswith(("ses", "zes", "xes", "ches", "shes", "oes")):
            out += [form[:-1], form[:-2]]
            if tag == "NNS" and form.endswith("ses"):
                out.append(form[:-2] + "is")  # crises
            if form.endswith(("sses", "zzes")):
                out.append(form[:-3])
        else:
            out.append(form[:-1])
    elif tag in _DEGREES and form.endswith(("er", "est")):
        stem = form[:-2] if form.endswith("er") else form[:-3]
        if stem.endswith("i"):
            out.append(stem[:-1] + "y")
        out += [stem + "e", stem, undouble(stem)]
    return [c for c in out if c and len(c) > 1]


class Lemmas:
    """The lemma of a word and its PTB tag."""

    def __init__(self, table: dict):
        self._forms: dict[str, dict[str, str]] = table["forms"]
        self._known = {kind: frozenset(words) for kind, words in table["known"].items()}
        self._endings: dict[str, dict[str, list]] = table["endings"]
        self._capital = frozenset(table["capital"])
        self._cache: dict[tuple[str, str, bool], str] = {}

    @classmethod
    def load(cls, path: Path | str) -> Lemmas:
        """Read the table that `training/lemma_table.py` wrote."""
        return cls(json.loads(Path(path).read_text(encoding="utf-8")))

    def __call__(self, form: str, tag: str, first: bool = False) -> str:
        """The lemma. `first`: the word begins its sentence, so that its capital says little."""
        key = (form, tag, first)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) > 100_000:
                self._cache.clear()
            found = self._cache[key] = self._lemma(form, tag, first)
        return found

    def only_past(self, form: str) -> bool:
        """Whether a verb of this form can only be past ("overran", "retook"; not "let", "saw", "found")."""
        small = form.lower()
        bases, pasts = self._known["VB"], self._forms["VBD"]
        if small in bases:
            return False
        if small in pasts:
            return pasts[small] != small
        rests = (small[len(prefix) :] for prefix in _PREFIXES if small.startswith(prefix))
        return any(len(rest) > 2 and rest in pasts and rest not in bases for rest in rests)

    def _lemma(self, form: str, tag: str, first: bool) -> str:
        if tag in _KEPT:
            return form
        form = form.translate(_SIGNS)
        small = form.lower()
        forms = self._forms.get(tag, {})
        if small in forms:
            return forms[small]
        if tag in {"JJ", "NN"}:
            return self._plain(form, small, tag)
        if tag in _VERBS | _NOUNS | _DEGREES:
            if form[:1].isupper() and not first and tag == "NNS" and form[1:].islower() and small not in self._known["NNS"]:
                regular = self._regular(small, tag)  # "Azeris" of an unseen people
                if regular not in self._known["NNS"]:
                    return regular.capitalize()
            return self._regular(small, tag)
        return small

    def _plain(self, form: str, small: str, tag: str) -> str:
        if form == small or form in self._capital:
            return form
        capitalized = small.capitalize()
        if capitalized in self._capital:
            return capitalized
        if small in self._known["JJ"] or small in self._known["NNS"]:
            return small
        if form.isupper():
            return form  # an abbreviation
        return form if tag == "JJ" and small.endswith(_PEOPLES) else small

    def _regular(self, small: str, tag: str) -> str:
        options = candidates(small, tag)
        known = self._known["VB" if tag in _VERBS else "NNS" if tag in _NOUNS else "JJ"]
        for option in options:
            if option in known:
                return option
        for parts in ("-",):  # "over-reached": the part that is inflected
            head, sep, tail = small.rpartition(parts)
            if sep and tail:
                return head + sep + self._regular(tail, tag)
        # A prefix: "redeployed", "outgunned".
        for prefix in _PREFIXES:
            if small.startswith(prefix):
                for option in options:
                    if option[len(prefix) :] in known and len(option) > len(prefix) + 2:
                        return option
                if small[len(prefix) :] in self._forms.get(tag, {}) and len(small) > len(prefix) + 2:
                    return prefix + self._forms[tag][small[len(prefix) :]]
        # A noun and a known verb: "firebombed".
        if tag in _VERBS:
            for option in options:
                for cut in range(3, len(option) - 3):
                    if option[cut:] in known and option[:cut] in self._known["NNS"]:
                        return option
        for size in range(min(5, len(small) - 1), 0, -1):
            script = self._endings.get(tag, {}).get(small[-size:])
            if script is not None:
                cut, add = script
                return small[: len(small) - cut] + add
        return small
