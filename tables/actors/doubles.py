"""Takes out what the sources say twice: one term of one office under two spellings of a name."""

from __future__ import annotations

from difflib import SequenceMatcher

from drafts import Draft, Office, fold

# Offices that one person holds at a time.
SINGLE = {
    "president", "prime minister", "foreign minister", "defence minister", "interior minister", "king", "emir",
    "sultan", "chancellor", "finance minister", "supreme leader",
}  # fmt: skip
_TRUST = {"own": 0, "world-leaders-2021": 1, "countryinfo": 2, "reign": 3}


def _months(office: Office) -> tuple[int, int]:
    """First and last month of a term, counted from the year 0."""

    def month(date: str | None, default: int, within_year: int) -> int:
        if not date:
            return default
        return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) > 4 else within_year)

    return month(office.from_, 0, 0), month(office.to, 12 * 2100, 11)


def _shared(a: Office, b: Office) -> float:
    """The part of a's months that are b's too."""
    (a0, a1), (b0, b1) = _months(a), _months(b)
    return max(0, min(a1, b1) - max(a0, b0) + 1) / max(1, a1 - a0 + 1)


def alike(a: Draft, b: Draft) -> bool:
    """Whether two persons' names look like two spellings of one."""
    best = 0.0
    for one in a.full_names():
        for two in b.full_names():
            x, y = sorted(fold(one).split()), sorted(fold(two).split())
            best = max(best, SequenceMatcher(None, " ".join(x), " ".join(y), autojunk=False).ratio())
    return best >= 0.6


def drop_doubles(persons: list[Draft]) -> list[Draft]:
    """Remove an office that a better source gives to somebody else in the same months.

    Where the two names are alike, the worse source's spelling is kept as another name of the better one's person.
    """
    posts: dict[tuple[str | None, str], list[tuple[Draft, Office]]] = {}
    for draft in persons:
        for office in draft.offices:
            if office.normal in SINGLE or office.rank == 0:
                normal = "leader" if office.normal not in SINGLE else office.normal
                posts.setdefault((office.country or draft.country, normal), []).append((draft, office))
    for held in posts.values():
        held.sort(key=lambda pair: (_TRUST[pair[0].source], pair[0].id))
        for place, (draft, office) in enumerate(held):
            if draft.source == "own":
                continue
            for other, term in held[:place]:
                if other is draft or term not in other.offices or office not in draft.offices:
                    continue
                better = _TRUST[other.source] < _TRUST[draft.source]
                if _shared(office, term) < 0.6:
                    continue
                same = alike(other, draft)
                if same:
                    for (text, form), (_, from_, to) in draft.names.items():
                        other.add(text, "alias" if form == "name" else form, from_, to)
                if same or better:
                    draft.offices.remove(office)
    return [draft for draft in persons if draft.offices or draft.source == "own"]
