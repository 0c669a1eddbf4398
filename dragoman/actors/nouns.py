"""Common nouns to actors: offices without a name, "Turkish police", "Hamas fighters", "a spokesman for the ministry"."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.modifiers import NO_HOLDER, Modifiers
from dragoman.actors.offices import Described, described
from dragoman.actors.people import People
from dragoman.actors.report import Report
from dragoman.actors.table import Entry, Role, SectorNoun
from dragoman.reading.mentions import extent
from dragoman.records import Actor

# With a country and nothing else to tell, these are of its government.
GENERIC = {
    "people", "man", "woman", "person", "child", "country", "nation", "state", "government", "side", "leader", "official", "member", "group",
    "party", "head", "authority", "force", "resident", "family", "victim", "administration", "regime",
}  # fmt: skip
FOLLOW = {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "envoy", "delegation", "member", "fighter", "ambassador", "lawyer", "leader", "head", "chief", "commander", "delegate", "negotiator", "adviser", "advisor", "aide"}
# They speak for a person without being him.
SERVANTS = {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "envoy", "lawyer", "adviser", "advisor", "aide", "delegate", "negotiator", "ambassador"}
# Whom they are sent to is not whom they speak for.
SENT_TO = {"ambassador", "envoy", "representative", "delegate", "delegation"}
# Parts of a body that act in its name: "the African Union mission".
PARTS = {"mission", "office", "command", "wing", "branch", "bureau", "headquarters", "secretariat", "leadership", "camp", "team", "delegation", "side", "arm", "convoy", "patrol", "base", "unit"}
# What acts for the body that owns it: "coast guard vessels".
VESSELS = {"vessel", "ship", "warship", "boat", "gunboat", "frigate", "destroyer", "submarine", "carrier", "jet", "warplane", "plane", "aircraft", "helicopter", "gunship", "drone", "tank", "bomber", "fighter jet"}
KIN = {"wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "widow", "nephew", "niece", "cousin", "uncle", "aunt", "spouse", "son-in-law", "daughter-in-law", "brother-in-law", "grandson", "granddaughter", "relative", "family", "child"}
# Of an agreement, a war or a case, not of politics: "all relevant parties".
SIDES = {"relevant", "third", "warring", "concerned", "interested", "involved", "signatory", "conflicting", "guilty", "injured", "contracting", "belligerent", "aggrieved"}


class Nouns:
    """The actors of the common nouns of one report. `resolve`: the actor of another head."""

    def __init__(self, report: Report, modifiers: Modifiers, people: People, resolve: Callable[[int], Actor | None]):
        self.report, self.modifiers, self.people, self.resolve = report, modifiers, people, resolve
        self.g, self.table = report.g, report.table

    def actor(self, head: int, start: int, end: int) -> Actor | None:
        """The actor of the noun phrase of `head`, from its own words; None where they don't tell."""
        g, report = self.g, self.report
        if g.pos[head] not in ("NOUN", "PROPN"):
            return None
        while end + 1 < g.n and g.text[end] == "-" and g.lower[end + 1] in ("elect", "designate"):
            end += 2
        role_at = self.modifiers.role_of(head, start, end)
        noun_at = self.modifiers.sector_noun(head, start)
        lemma = g.lemma[head].lower()
        if (role_at is None and noun_at is None) or (lemma in VESSELS and noun_at is not None and noun_at[0].form != "person"):
            owner = self._owner(head, start, end, lemma)
            if owner is not None or noun_at is None:
                return owner
        if noun_at is not None and noun_at[0].lemma == "party" and self._is_side(head, start):
            return None
        role, role_from = role_at or (None, head)
        noun, noun_from = noun_at or (None, head)
        former = self.modifiers.former(start, role_from)
        if role is not None and noun is not None and noun_from < role_from and noun.sectors and not former:
            role, role_from = Role(role.phrase, role.normal, noun.sectors, max(role.rank, 2)), noun_from
        country = self.modifiers.country_of(head, start)
        singular = g.tag[head] in ("NN", "NNP")
        if role is not None and singular and not former:
            holder = self._holder(role, country, head, start, role_from)
            if holder is not None:
                actor = report.from_entry(holder, start, end, "noun")
                report.by_office[actor.start, actor.end] = role, country
                return actor
        text = g.doc[start:end].text
        home = country.country if country is not None else None
        body = self.modifiers.body(head, start)
        if body is not None and noun is not None and noun.form != "organ" and lemma not in KIN:
            entry, _ = body
            if entry.kind in ("ethnic", "religious"):
                return report.actor(start, end, id=None, name=text, country=home, sectors=noun.sectors, role=None, via="noun")
            said = role.phrase if role and singular else None
            return report.actor(start, end, id=entry.id, name=entry.name, country=entry.country_on(report.published), sectors=tuple(entry.sectors or noun.sectors), role=said, via="noun")
        sectors = (role.sectors if role else ()) or (noun.sectors if noun else ())
        if noun is not None and noun.lemma in GENERIC and country and not sectors:
            sectors = ("GOV",)
        said = role.phrase if role and singular else None
        if lemma in KIN:
            owner = self._relation(head)
            if owner is not None:
                return report.actor(start, end, id=None, name=text, country=owner.country, sectors=("ELI",), role=None, via="noun")
        if former and "GOV" in sectors:
            return report.actor(start, end, id=None, name=text, country=home, sectors=("ELI",), role=None, via="noun")
        follow = self._followed(head) if g.lemma[head] in FOLLOW else None
        if follow is not None:
            said = role.phrase if role else g.lemma[head]
            if g.lemma[head] in SERVANTS and (follow.role is not None or self._is_person(follow)):
                return report.actor(start, end, id=None, name=text, country=home or follow.country, sectors=("GOV",) if "GOV" in follow.sectors and g.lemma[head] != "lawyer" else sectors or follow.sectors, role=said, via="noun")
            return report.actor(start, end, id=follow.id, name=follow.name, country=follow.country, sectors=follow.sectors or sectors, role=said, via="noun")
        if country is None and noun is not None and noun.form == "organ" and g.text[head][:1].isupper() and start < end and not self.modifiers.indefinite(head):
            country = report.only_country()  # "Kenya was tense. The Supreme Court ..."
        if home is None and noun is not None:
            home = noun.country  # peacekeepers and the nuclear watchdog are of no country
        if not sectors and home is None:
            return None
        if country is not None and noun is not None and (role is None or noun.form != "person"):
            return self._of_country(country, noun, sectors, head, start, end, former)
        return report.actor(start, end, id=None, name=text, country=home, sectors=tuple(sectors), role=said, via="noun")

    # offices ----------------------------------------------------------------------------------------------------

    def _holder(self, role: Role, country: Entry | None, head: int, start: int, role_from: int) -> Entry | None:
        g = self.g
        if (role.rank > 1 and role.office is None) or self.modifiers.indefinite(head):
            return None
        if g.lower[head] in NO_HOLDER or any(g.lower[t] in NO_HOLDER for t in (*range(start, role_from), *(k for k in g.kids[head] if k > head and g.base(k) == "amod"))) and "elect" not in role.phrase:
            return None
        return self.people.in_office(role, country, self.report.published)

    # bodies of a country ----------------------------------------------------------------------------------------

    def _of_country(self, country: Entry, noun: SectorNoun, sectors: tuple[str, ...], head: int, start: int, end: int, former: bool) -> Actor:
        """ "Turkish police", "the defence ministry of Ukraine": the country's body, or some of its people."""
        report, text = self.report, self.g.doc[start:end].text
        own = self.modifiers.country_of(head, start, with_in=False) is not None or noun.form == "organ"  # police in a country need not be its own
        if own and country.id == country.country and noun.lemma in ("force", "forces") and sectors == ("UAF",):
            sectors = ("MIL",)
        made: Described | None = None
        if own and not former and not self.modifiers.indefinite(head) and (sectors == noun.sectors or not noun.sectors) and self._whole(noun, head, start):
            made = described(self.table, country, noun)
        if made is None or made.id is None:
            extra = tuple(s for s in country.sectors if s == "PRE" and s not in sectors)
            return report.actor(start, end, id=None, name=text, country=country.country, sectors=tuple(sectors) + extra, role=None, via="noun")
        if made.entry is not None:
            return report.from_entry(made.entry, start, end, "noun")
        return report.actor(start, end, id=made.id, name=text if made.id == country.id else made.name, country=made.country, sectors=made.sectors or tuple(sectors), role=None, via="noun")

    def _whole(self, noun: SectorNoun, head: int, start: int) -> bool:
        """Whether nothing but the country and the noun stands in the phrase, and it means one body: "Turkish border police"
        and "Turkish armies" are others."""
        g = self.g
        if g.tag[head] in ("NNS", "NNPS") and not noun.lemma.endswith(g.lower[head]):
            return False
        if any(k > head and g.base(k) == "nmod" and g.case(k) in ("of", "for") and self.modifiers.country_in([k]) is None for k in g.kids[head]):
            return False  # "Ministry of Culture"
        size = len(noun.lemma.replace("-", " ").split())
        before = self.modifiers.words(start, head + 1)[:-size]
        for t in before:
            if t in self.report.names or g.tag[t] == "POS" or g.base(t) in ("det", "case"):
                continue
            if g.rel[t] == "nmod:poss" or g.tag[t] == "PRP$":
                continue
            return False
        return True

    # relations --------------------------------------------------------------------------------------------------

    def _is_side(self, head: int, start: int) -> bool:
        """Whether "party" is one to something, not a political one."""
        g = self.g
        if any(g.lower[t] in SIDES for t in range(max(0, start - 1), head)):
            return True
        return g.tag[head] == "NNS" and any(g.base(k) == "nmod" and g.case(k) in ("to", "in") and k not in self.report.names for k in g.kids[head])

    def _is_person(self, actor: Actor) -> bool:
        entry = self.table.get(actor.id) if actor.id is not None else None
        return entry is not None and entry.kind == "person"

    def _relation(self, head: int) -> Actor | None:
        """Whose wife, son or brother somebody is, where that is an official or was one."""
        g = self.g
        for k in g.kids[head]:
            if g.rel[k] == "nmod:poss" or (g.base(k) == "nmod" and g.case(k) == "of"):
                if g.pos[k] not in ("NOUN", "PROPN"):
                    continue
                owner = self.resolve(k)
                if owner is not None and (owner.role is not None or self._is_person(owner)) and {"GOV", "ELI", "LEG", "MIL"} & set(owner.sectors):
                    return owner
        return None

    def _owner(self, head: int, start: int, end: int, lemma: str) -> Actor | None:
        """The body that a part of it or its vessels act for: "the African Union mission", "coast guard vessels"."""
        g = self.g
        if lemma in PARTS or lemma in VESSELS:
            body = self.modifiers.body(head, start)
            if body is not None and body[0].kind not in ("ethnic", "religious") and (lemma in PARTS or "MIL" in body[0].sectors or "COP" in body[0].sectors or body[0].kind == "group"):
                return self.report.from_entry(body[0], start, end, "noun")
        if lemma in VESSELS:
            for k in reversed([k for k in g.kids[head] if g.rel[k] == "compound" and k < head]):
                noun_at = self.modifiers.sector_noun(k, extent(g, k, with_of=False)[0])
                country = self.modifiers.country_in(range(start, k))
                if noun_at is not None and country is not None and {"MIL", "COP"} & set(noun_at[0].sectors):
                    made = described(self.table, country, noun_at[0])
                    return self.report.actor(start, end, id=made.id, name=made.name, country=made.country, sectors=made.sectors, role=None, via="noun")
        return None

    def _followed(self, head: int) -> Actor | None:
        """Whom a spokesman or a member speaks for."""
        g = self.g
        cases = ("for", "of", "from", "with") if g.lemma[head] in SENT_TO else ("for", "of", "to", "from", "with")
        for k in g.kids[head]:
            if g.base(k) == "nmod" and g.case(k) in cases:
                below = self.resolve(k)
                if below is not None and below.via in ("name", "noun", "metonym") and g.pos[k] in ("NOUN", "PROPN"):
                    return below
            if g.rel[k] == "nmod:poss" and g.lemma[head] in SERVANTS and g.pos[k] == "NOUN":
                below = self.resolve(k)
                if below is not None:
                    return below
            if g.rel[k] in ("compound", "nmod:poss") and k < head and k in self.report.names:
                body = self.modifiers.body(head, k)
                if body is not None:
                    return self.report.from_entry(body[0], k, k + 1, "name")
        # "foreign ministry spokesman"
        for k in reversed([k for k in g.kids[head] if g.rel[k] == "compound" and k < head]):
            noun_at = self.modifiers.sector_noun(k, extent(g, k, with_of=False)[0])
            if noun_at is not None:
                country = self.modifiers.country_of(head, extent(g, head)[0])
                return self.report.actor(k, k + 1, id=None, name=None, country=country.country if country else None, sectors=noun_at[0].sectors, via="noun")
        return None
