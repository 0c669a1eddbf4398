"""Puts the sources' minor persons and bodies into the table: what it holds already under another spelling is merged.

Minor entries come last: they take no id, no name and no office from the entries that were there before.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from drafts import TWO_SURNAMES, Draft, Office, fold, merge, same_person
from handwritten import rows
from spelling import COMMON, place_names, short_form, sounds, variants

MOST_SPELLINGS = 10  # that a person gets for the pattern of the name alone
_BODIES = ("UNO", "EUR", "IGO")


class Known:
    """The persons of each country, found by the sound of any of their words."""

    def __init__(self, persons: list[Draft]) -> None:
        self.persons = persons
        self._places: dict[tuple[str | None, str], list[int]] = {}
        self._by_name: dict[str, list[Draft]] = {}
        for draft in persons:
            self.note(draft)

    def note(self, draft: Draft) -> None:
        """Index the names of a draft of `persons`."""
        number = next((k for k in range(len(self.persons) - 1, -1, -1) if self.persons[k] is draft), -1)
        for name in draft.full_names():
            named = self._by_name.setdefault(fold(name), [])
            if draft not in named:
                named.append(draft)
            for key in sounds(name):
                bucket = self._places.setdefault((draft.country, key), [])
                if number not in bucket[-1:]:
                    bucket.append(number)

    def match(self, draft: Draft) -> Draft | None:
        """The person whom the draft most likely names; None if that is nobody here."""
        near: dict[int, None] = {}
        for name in draft.full_names():
            for key in sounds(name):
                # China's list has Hong Kong's officials.
                for country in (draft.country, *_BODIES, *(("HKG",) if draft.country == "CHN" else ())):
                    near |= dict.fromkeys(self._places.get((country, key), ()))
        scored = [(likeness(self.persons[n], draft), -n) for n in near]
        # Who is an international body's in our tables was some country's first; there the names must be the same.
        scored = [(score, n) for score, n in scored if score >= 2 or self.persons[-n].country == draft.country]
        best = max(scored, default=(0.0, 0))
        return self.persons[-best[1]] if best[0] > 0 else None

    def anywhere(self, draft: Draft) -> Draft | None:
        """The only person of any country who bears the draft's very name."""
        found = [d for name in draft.full_names() for d in self._by_name.get(fold(name), ())]
        return found[0] if found and all(d is found[0] for d in found) else None


def likeness(a: Draft, b: Draft) -> float:
    """How sure it is that two drafts of one country are one person; 0 where it is not."""
    if any(fold(x) == fold(y) for x in a.full_names() for y in b.full_names()):
        return 3.0
    if same_person(a, b) and near_in_time(a, b, 12):
        return 2.0
    return max((_alike(x, y, a, b) for x in a.full_names() for y in b.full_names()), default=0.0)


def _alike(one: str, two: str, a: Draft, b: Draft) -> float:
    """From 0 to 2: how alike two full names are, given what the dates of the two persons' offices say."""
    x, y = sounds(one), sounds(two)
    if len(x) < 2 or len(y) < 2:
        return 0.0
    ratio = SequenceMatcher(None, " ".join(sorted(fold(one).split())), " ".join(sorted(fold(two).split())), autojunk=False).ratio()
    # "Yim Chhaili" and "Yim Chhai Ly"; "Tim Groser" and "Timothy John Groser"; names of three words with one spelt otherwise.
    whole = SequenceMatcher(None, fold(one).replace(" ", ""), fold(two).replace(" ", ""), autojunk=False).ratio()
    if whole >= 0.94 and x[0][0] == y[0][0] and near_in_time(a, b, 3):
        return 1 + whole / 2
    short, long = sorted((x[0], y[0]), key=len)
    if x[-1] == y[-1] and x[-1] not in _COMMON_SOUNDS and long.startswith(short) and len(short) > 2 and near_in_time(a, b, 3):
        return 1 + ratio / 2
    if len(x) == len(y) == 3 and len(set(x) & set(y)) == 2 and ratio >= 0.93 and near_in_time(a, b, 12):
        return 1 + ratio / 2
    if sorted(x) == sorted(y) and ratio > 0.7 and near_in_time(a, b, 12):
        return 1 + ratio / 2
    shared = set(x) & set(y)
    if not shared:
        return 0.0
    mine, other = [w for w in x if w not in shared], [w for w in y if w not in shared]
    # Words that are left must be spellings of each other, or be left out on one side.
    if mine and other and (len(mine) != len(other) or not all(spelled_alike(p, q) for p, q in zip(mine, other, strict=True))):
        return 0.0
    if not mine or not other:
        telling = [w for w in shared if w not in _COMMON_SOUNDS]
        # A second surname comes and goes in the same years.
        surname = a.country in TWO_SURNAMES and x[0] == y[0] and near_in_time(a, b, 8)
        return ratio if len(shared) >= 2 and telling and ratio > 0.55 and (surname or same_time(a, b)) else 0.0
    return ratio if ratio >= 0.8 and (same_time(a, b) or ratio >= 0.9 and near_in_time(a, b, 3)) else 0.0


_COMMON_SOUNDS = {s for word in COMMON for s in sounds(word)}


def spelled_alike(one: str, two: str) -> bool:
    """Whether two words by their sound may be one name; short ones differ in meaning too easily."""
    if min(len(one), len(two)) < 4:
        return False
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.74


def same_time(a: Draft, b: Draft) -> bool:
    """Whether some office of each begins or ends in the same month, or one begins when the other of the same kind ends."""
    for mine in a.offices:
        for other in b.offices:
            starts = mine.from_ and other.from_ and mine.from_[:7] == other.from_[:7] and other.from_ != "2003-01"
            ends = mine.to and other.to and mine.to[:7] == other.to[:7] and mine.firm and other.firm
            follows = mine.from_ != other.from_ and (_next(mine, other) or _next(other, mine))
            both = mine.text == other.text and other.from_ == mine.from_ and mine.to == other.to
            if starts or ends or follows or both:
                return True
    return False


def _next(one: Office, two: Office) -> bool:
    return bool(one.to and two.from_ and 0 <= _month(two.from_) - _month(one.to) <= 2)


def _month(date: str) -> int:
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) > 4 else 0)


def near_in_time(a: Draft, b: Draft, years: int) -> bool:
    """Whether the two held offices within so many years of each other; true where one's dates are unknown."""
    ends_a, ends_b = _ends(a), _ends(b)
    if ends_a is None or ends_b is None:
        return True
    return max(ends_a[0], ends_b[0]) - min(ends_a[1], ends_b[1]) <= years


def _ends(draft: Draft) -> tuple[int, int] | None:
    dated = [o for o in draft.offices if o.from_ or o.to]
    if not dated:
        return None
    return (
        min(int((o.from_ or o.to or "0")[:4]) for o in dated),
        max(int((o.to or "2100")[:4]) for o in dated),
    )


def add_minor(persons: list[Draft], more: list[Draft], names_only: bool = False) -> list[Draft]:
    """Merge drafts into the persons they name and return those that are new. `persons` grows by these.

    `names_only`: of persons that are there the drafts add spellings, and say nothing new of offices.
    """
    known = Known(persons)
    new = []
    for draft in more:
        match = known.match(draft)
        if match is None and draft.country in _BODIES:
            match = known.anywhere(draft)
            if match is not None and not near_in_time(match, draft, 25):
                match = None
        if match is None:
            # A head of state or government whom nothing else knows is a slip of the source.
            draft.offices = [office for office in draft.offices if office.rank > 0]
            if not draft.offices:
                continue
            drop_strangers(draft)
            persons.append(draft)
            new.append(draft)
            known.note(draft)
            continue
        drop_strangers(draft, match)
        if names_only:
            draft.offices = []
        else:
            draft.offices = [o for o in draft.offices if not told(match, o)]
        spellings = {text for text, _ in match.names}
        if draft.country != match.country:
            for office in draft.offices:
                office.country = office.country or draft.country
        # The name of one is an alias of the other.
        draft.names = {(text, "alias" if form == "name" else form): v for (text, form), v in draft.names.items()}
        merge(match, draft)
        if spellings != {text for text, _ in match.names}:
            known.note(match)
    return new


def told(person: Draft, office: Office) -> bool:
    """Whether a minor office adds nothing to what is known of the person's months then."""
    if office.rank == 0:
        return True
    start, end = _month(office.from_ or "1900"), _month(office.to or "2100")
    for mine in person.offices:
        a, b = _month(mine.from_ or "1900"), _month(mine.to or "2100")
        shared = min(b, end) - max(a, start) + 1
        known = person.source == "own" and mine.rank <= office.rank and shared * 2 >= end - start
        if shared > 0 and (known or mine.rank < office.rank or office.text in ("minister", "official")):
            return True
        if shared > 0 and mine.normal == office.normal and mine.country == office.country:
            mine.from_ = min(mine.from_ or "1900", office.from_ or "1900") if person.source == "cabinets" else mine.from_
            return True
    return False


def drop_strangers(draft: Draft, match: Draft | None = None) -> None:
    """Take out aliases that are no spelling of the name beside them: the source sometimes joins two persons."""
    names = draft.full_names()
    base = [names[0], *(match.full_names() if match is not None else ())]
    keep = {names[0]}
    for name in names[1:]:
        if any(_spelling(name, other) for other in base):
            keep.add(name)
    draft.names = {key: value for key, value in draft.names.items() if key[1] == "family" or key[0] in keep}


def _spelling(one: str, two: str) -> bool:
    x, y = sorted(fold(one).split()), sorted(fold(two).split())
    ratio = SequenceMatcher(None, " ".join(x), " ".join(y), autojunk=False).ratio()
    small, large = sorted((set(sounds(one)), set(sounds(two))), key=len)
    return ratio >= 0.72 or len(small) > 1 and small <= large


def add_spellings(persons: list[Draft], table: list[Draft]) -> None:
    """Give persons the other spellings that news has for their names, where these are nobody else's."""
    taken: dict[str, Draft] = {}
    for draft in table:
        for text, _ in draft.names:
            taken.setdefault(fold(text), draft)
    wanted: dict[str, list[Draft]] = {}
    offered: list[tuple[Draft, str]] = []
    for draft in persons:
        names = [name for name in draft.full_names() if len(name.split()) > 1]
        # Our own tables say themselves how a person is called for short.
        short = short_form(draft.name, draft.country) if draft.source != "own" else None
        texts = [*([short] if short else [])]
        for name in [*names[:1], *([short] if short else []), *names[1:]]:
            texts += variants(name, draft.country)
        for text in dict.fromkeys(texts):
            words = fold(text).split()
            if len(words) > 1 and not all(w in COMMON for w in words) and len(words[-1]) > 2 and fold(text) not in taken and fold(text) not in place_names():
                claims = wanted.setdefault(fold(text), [])
                if not any(draft is other for other in claims):
                    claims.append(draft)
                offered.append((draft, text))
    given: dict[int, int] = {}
    for draft, text in offered:
        if len(wanted[fold(text)]) == 1 and given.get(id(draft), 0) < MOST_SPELLINGS:
            before = len(draft.names)
            draft.add(text, "alias")
            given[id(draft)] = given.get(id(draft), 0) + len(draft.names) - before


def add_bodies(table: list[Draft], more: list[Draft]) -> None:
    """Add bodies; one that the table has under any of its names gives it its other names.

    phoenix_same.tsv lists those that this does not find, and names that stand for nobody.
    """
    same = {fold(name): id_ for name, id_ in rows("phoenix_same.tsv", 2)}
    by_name = {fold(draft.name): draft for draft in table}
    own: dict[str, list[Draft]] = {}
    for draft in table:
        for text, form in draft.names:
            if form != "family":
                own.setdefault(fold(text), []).append(draft)
    for body in more:
        meant = by_name.get(fold(same.get(fold(body.name), "-")))
        body.names = {key: value for key, value in body.names.items() if same.get(fold(key[0])) != "-"}
        if fold(body.name) in same and meant is None:
            continue
        homes = [d for text, _ in body.names for d in own.get(fold(text), ()) if len(fold(text)) > 3]
        mine = meant or next((d for d in homes if joins(d, body)), None)
        free = {key: value for key, value in body.names.items() if fold(key[0]) not in own}
        if mine is None and homes:
            # Something else bears the name: a body that is left with its other names only is not worth that doubt.
            if fold(body.name) in own:
                continue
        body.names = free
        if mine is not None:
            for (text, form), (case, from_, to) in free.items():
                mine.add(text + ("!" if case == 2 else ""), "alias" if form == "name" else form, from_, to)
                own.setdefault(fold(text), []).append(mine)
        elif free:
            table.append(body)
            for text, _ in free:
                own.setdefault(fold(text), []).append(body)


def joins(known: Draft, body: Draft) -> bool:
    """Whether a body of the table is the one of the source that bears the same name."""
    alike = {"igo": ("igo", "ngo", "organ"), "ngo": ("ngo", "igo", "religious", "media", "organ"), "mnc": ("mnc", "media"), "group": ("group", "party", "ngo")}
    if known.kind not in alike[body.kind]:
        return False
    open_ended = ("IMG", "NGO", "MNC", None, "ISM", "IGO", "UNO")
    return known.country == body.country or known.country in open_ended or body.country in open_ended or body.kind == "mnc"
