"""What stands around the head of a noun phrase: its country, title, office, sector noun and body."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors.report import Report
from dragoman.actors.table import Entry, Name, Role, SectorNoun
from dragoman.reading.mentions import extent

BODY_KINDS = ("organ", "group", "igo", "ngo", "mnc", "party", "media", "ethnic", "religious")
FORMER = {"former", "ex", "late", "then", "onetime", "ousted", "deposed", "erstwhile"}
# Of somebody who does not hold the office, or not yet, or not alone.
NO_HOLDER = {
    "deputy", "vice", "assistant", "senior", "junior", "next", "future", "elect", "designate", "incoming", "first", "second", "third", "last", "previous",
    "founding", "self-proclaimed", "self-declared", "proclaimed", "would-be", "shadow", "aspiring", "presumptive", "possible", "potential", "several", "other",
}  # fmt: skip
_SOME = {"a", "an", "another", "some", "any", "each", "every", "no", "one"}
# "Russian-backed separatists" are not Russia's own.
_NOT_OWN = {"backed", "allied", "made", "funded", "trained", "sponsored", "supplied", "supported", "friendly", "aligned", "armed", "linked", "inspired", "brokered", "financed"}
# Strangers where they are.
_STRANGERS = {"diplomat", "ambassador", "envoy", "embassy", "consulate", "correspondent", "tourist", "peacekeeper", "expatriate", "consul"}


class Modifiers:
    """What the words of a noun phrase say beside its head, in one report."""

    def __init__(self, report: Report):
        self.report, self.g, self.table = report, report.g, report.table
        self._heads: dict[int, tuple[bool, bool]] = {}

    def words(self, start: int, end: int) -> list[int]:
        """The tokens of start..end that are words."""
        return [t for t in range(start, end) if self.g.pos[t] not in ("PUNCT", "SPACE")]

    # countries --------------------------------------------------------------------------------------------------

    def country_in(self, tokens: Iterable[int]) -> Entry | None:
        """The first country that one of the tokens names, by itself, an adjective or a body of its own."""
        for t in tokens:
            if t in self.report.names and not self._not_own(t):
                country = self.report.country_at(t)
                if country is not None:
                    return country
        return None

    def _not_own(self, t: int) -> bool:
        g = self.g
        return t + 2 < g.n and g.text[t + 1] == "-" and g.lower[t + 2] in _NOT_OWN

    def country_of(self, head: int, start: int, with_in: bool = True) -> Entry | None:
        """The country that a noun phrase names: in its modifiers, its possessor, its "of" or "in"."""
        g = self.g
        found = self.country_in(range(start, head))
        if found is not None:
            return found
        cases = ("of", "in", "from", "for") if with_in and g.lemma[head].lower() not in _STRANGERS else ("of", "from", "for")
        if not with_in:
            cases = ("of",)
        for k in g.kids[head]:
            if g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and g.case(k) in cases):
                at = [k] if k in self.report.names and self.report.country_at(k) is not None else range(*extent(g, k, with_of=False))
                inner = self.country_in(at)
                if inner is None and g.case(k) == "of":  # "Ministry of Foreign Affairs of Japan"
                    inner = self.country_in(c for c in g.kids[k] if g.base(c) == "nmod" and g.case(c) == "of")
                if inner is not None:
                    return inner
        return None

    # offices and nouns ------------------------------------------------------------------------------------------

    def _may_head(self, head: int) -> tuple[bool, bool]:
        found = self._heads.get(head)
        if found is None:
            found = self._heads[head] = self.table.may_head(self.g.text[head], self.g.lemma[head])
        return found

    def role_of(self, head: int, start: int, end: int) -> tuple[Role, int] | None:
        """The office that a phrase names, with the token that its words begin at; "of" and after it are tried first."""
        g = self.g
        if not self._may_head(head)[0]:
            return None
        tokens = self.words(start, head + 1)
        after = head + 1
        while after + 1 < end and g.text[after] == "-" and g.lower[after + 1] in ("elect", "designate"):
            after += 2
        if after == head + 1 and end > after:
            for t in tokens:
                role = self.table.role(g.doc[t:end].text)
                if role is not None:
                    return role, t
        tail = [g.text[t] for t in self.words(head + 1, after)]
        for t in tokens:
            words = [g.text[x] for x in tokens if x >= t]
            if words[-1] in ("elect", "designate"):  # "Chancellor-designate"
                words, tail = words[:-1], words[-1:]
            role = self.table.role(" ".join(words + tail)) or self.table.role(" ".join(words))
            if role is None and g.tag[head] in ("NNS", "NNPS"):  # "defence ministers"
                role = self.table.role(" ".join([*words[:-1], g.lemma[head]]))
            if role is not None:
                return role, t
        return None

    def sector_noun(self, head: int, start: int) -> tuple[SectorNoun, int] | None:
        """The sector noun that a phrase ends with, the longest first, with the token that its words begin at."""
        g = self.g
        if not self._may_head(head)[1]:
            return None
        tokens = [t for t in range(start, head + 1) if g.pos[t] != "SPACE"]
        for t in tokens:
            noun = self.table.noun(" ".join(g.text[x] for x in tokens if x >= t))
            if noun is not None:
                return noun, t
        noun = self.table.noun(g.lemma[head])
        return (noun, head) if noun is not None else None

    def title(self, head: int, start: int, end: int) -> tuple[Role | None, Entry | None]:
        """The office and the country that stand before a name ("French Foreign Minister"), or in its apposition."""
        g = self.g
        words = [g.text[t] for t in self.words(start, end)]
        country = self.country_in(range(start, end))
        for a in range(len(words)):
            for b in range(len(words), a, -1):
                role = self.table.role(" ".join(words[a:b]))
                if role is not None:
                    return role, country
        beside = [k for k in g.kids[head] if g.base(k) == "appos"] + ([g.head[head]] if g.rel[head] == "appos" else [])
        for k in beside:
            s, e = extent(g, k)
            role_at = self.role_of(k, s, e)
            noun_at = self.sector_noun(k, s) if role_at is None else None
            if role_at is not None or noun_at is not None:
                role = role_at[0] if role_at is not None else Role(noun_at[0].lemma, noun_at[0].lemma, noun_at[0].sectors, 2)
                return role, self.country_of(k, s) or country
        for a in range(len(words)):
            noun = self.table.noun(" ".join(words[a:]))
            if noun is not None:
                return Role(noun.lemma, noun.lemma, noun.sectors, 2), country
        return None, country

    def former(self, start: int, end: int) -> bool:
        """Whether words before an office say that it is over: "former", "ex-", "then-", "late"."""
        g = self.g
        if start >= 2 and g.text[start - 1] == "-" and g.lower[start - 2] in FORMER:
            return True
        return any(g.lower[t] in FORMER or g.lower[t].startswith(("ex-", "then-")) for t in range(start, end))

    def indefinite(self, head: int) -> bool:
        """Whether the phrase means some of several: "a", "another", a number."""
        g = self.g
        return any((g.base(k) in ("det", "nummod") and g.lower[k] in _SOME) or g.base(k) == "nummod" for k in g.kids[head])

    # bodies -----------------------------------------------------------------------------------------------------

    def body(self, head: int, start: int) -> tuple[Entry, Name] | None:
        """An organisation or a people among the modifiers or in the "of": "Hamas fighters", "members of the Taliban"."""
        g = self.g
        seen = []
        for t in range(start, head):
            match = self.report.names.get(t)
            if match is not None and match.end <= head and match not in seen and not self._not_own(match.end - 1):
                seen.append(match)
        for k in g.kids[head]:
            if (g.base(k) == "nmod" and g.case(k) in ("of", "from") and k > head) or g.rel[k] == "nmod:poss":
                match = self.report.names.get(k)
                if match is not None:
                    seen.append(match)
        for match in seen:
            best = self.report.ranked(match.found)[0]
            if best[0].kind in BODY_KINDS:
                return best
        return None
