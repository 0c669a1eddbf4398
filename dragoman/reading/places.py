"""Places that a report names, each resolved to an entry of the gazetteer.

`places_candidates.py` finds what may be a place; here each is resolved. Every name gets one sense in a report, by how
well known each place of that name is, by what the text says it lies in ("Paris, Texas"), by its kind ("Idlib
province"), and by the countries of the other places in the report.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.reading.gazetteer import GazEntry, demonyms, load_gazetteer
from dragoman.reading.places_candidates import Candidate, Finder
from dragoman.records import Place

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Marks that a tokeniser may leave on a word ("Iraq."); an abbreviation keeps its last full stop.
_TRIMMED = frozenset(".,;:'’‘\"“”()\u200e\u200f\u200b \n\t")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: tokens [start, end), the head token, and the record with what it resolves to."""

    start: int
    end: int
    head: int
    place: Place


def find_places(doc: Doc, *, country_hint: str | None = None) -> list[PlaceMention]:
    """All places that a report names, in text order and without overlaps.

    Without names in `doc.ents` the gazetteer alone decides. `country_hint` (ISO 3) breaks ties between places of one
    name. A place that the model names and the gazetteer does not know has only its text.
    """
    found = Finder(doc, load_gazetteer()).candidates()
    _link(doc, found)
    chosen = _resolve(found, _peoples(doc), country_hint)
    text, parsed = doc.text, doc.has_annotation("DEP")
    return [_mention(doc, text, parsed, c, entry) for c, entry in zip(found, chosen, strict=True)]


def _peoples(doc: Doc) -> dict[str, float]:
    """How often each country's demonyms are used."""
    table = demonyms()
    seen: dict[str, float] = defaultdict(float)
    for token in doc:
        if token.is_alpha and token.text[0].isupper() and (country := table.get(token.lower_)):
            seen[country] += 1.0
    return seen


def _link(doc: Doc, found: list[Candidate]) -> None:
    """Note what the text says each place lies in: "Paris, Texas", "Aleppo in Syria", "Iraq's Mosul"."""
    table = demonyms()
    gaps = [[t.lower_ for t in doc[a.end : b.start] if not t.is_space] for a, b in zip(found, found[1:], strict=False)]
    for n, gap in enumerate(gaps):
        a, b = found[n], found[n + 1]
        before = gaps[n - 1] if n else []
        after = gaps[n + 1] if n + 1 < len(gaps) else []
        in_list = before == [","] or after in ([","], ["and"], ["or"], [",", "and"], [",", "or"])
        if gap == [","] and in_list and _is_whole(a) and _is_whole(b):
            continue  # "Virginia, Illinois and Wyoming"
        if gap in ([","], ["("], ["in"], ["in", "the"], [",", "in"], [",", "the"], ["in", "northern"], ["in", "southern"]):
            a.within.extend(b.entries)
        if gap in (["'s"], ["’s"], ["'"], ["’"]) or (len(gap) < 6 and gap[:1] in (["'s"], ["’s"]) and gap[-1:] == ["of"]):
            b.within.extend(a.entries)
    for c in found:
        for token in doc[max(0, c.start - 5) : c.start]:
            if token.text in (".", ";") or token.is_space:
                c.people = None
            elif country := table.get(token.lower_):
                c.people = country


def _is_whole(c: Candidate) -> bool:
    return any(e.kind in ("country", "admin1") and e.score > 5 for e in c.entries)


def _holds(outer: GazEntry, inner: GazEntry) -> bool:
    if outer is inner or outer.country != inner.country or outer.country is None:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1 == outer.admin1 and inner.kind in ("city", "admin2", "facility", "base")
    return outer.kind == "admin2" and inner.kind == "city" and inner.admin1 == outer.admin1


def _resolve(
    found: list[Candidate], peoples: dict[str, float], country_hint: str | None
) -> list[GazEntry | None]:
    """One entry for each candidate: first the clear ones, whose countries then vote on the others."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.key].append(candidate)
    chosen: dict[str, GazEntry | None] = {key: _best(group, {}, {}, None) for key, group in groups.items()}
    for _ in range(2):
        towns: dict[str, float] = defaultdict(float)
        states: dict[str, float] = defaultdict(float)
        provinces: dict[tuple[str, str], float] = defaultdict(float)
        votes: dict[str, tuple[str, float]] = {}
        for key, group in groups.items():
            entry = chosen[key]
            if entry is None or entry.country is None:
                continue
            rivals = {e.country for e in group[0].entries if e.score > entry.score - 2 and e.kind != "admin2"}
            sure = (1.0 if len(rivals) == 1 or any(c.within for c in group) else 0.4) * min(len(group), 3)
            votes[key] = (entry.country, sure)
            (states if entry.kind == "country" else towns)[entry.country] += sure
            if entry.admin1:
                provinces[entry.country, entry.admin1] += sure
        for country, count in peoples.items():
            states[country] += min(count, 3.0)
        for key, group in groups.items():
            if len(group[0].entries) < 2:
                continue
            own_country, own = votes.get(key, ("", 0.0))
            local, broad, near = dict(towns), dict(states), dict(provinces)
            entry = chosen[key]
            if own_country and entry is not None:
                side = broad if entry.kind == "country" else local
                side[own_country] = side.get(own_country, 0.0) - own
                if entry.admin1:
                    near[own_country, entry.admin1] -= own
            chosen[key] = _best(group, local, broad, country_hint, near)
    return [_own(c, chosen[c.key]) for c in found]


def _own(candidate: Candidate, entry: GazEntry | None) -> GazEntry | None:
    """The report's sense of the name, unless the words right here say another kind or another whole."""
    if entry is None or not candidate.entries:
        return None
    if candidate.kinds and entry.kind not in candidate.kinds:
        fitting = [e for e in candidate.entries if e.kind in candidate.kinds and e.country == entry.country]
        if fitting:
            return min(fitting, key=lambda e: candidate.kinds.index(e.kind))
    return entry


def _best(
    group: list[Candidate],
    towns: dict[str, float],
    states: dict[str, float],
    hint: str | None,
    provinces: dict[tuple[str, str], float] | None = None,
) -> GazEntry | None:
    entries = group[0].entries
    if not entries:
        return None
    all_towns, all_states = sum(max(v, 0.0) for v in towns.values()), sum(max(v, 0.0) for v in states.values())
    against_country = any(e.kind == "country" for e in entries)
    lands = {e.country for e in entries if e.kind == "country"}

    def score(entry: GazEntry) -> float:
        total = entry.score
        country = entry.country or ""
        abroad = bool(lands) and country not in lands
        if all_towns > 0:
            total += 3.5 * max(towns.get(country, 0.0), 0.0) / all_towns * min(1.0, all_towns / 2)
        if all_states > 0 and not against_country:
            total += 2.0 * max(states.get(country, 0.0), 0.0) / all_states * min(1.0, all_states)
        if provinces and entry.admin1 and provinces.get((country, entry.admin1), 0.0) > 0.3:
            total += 2.5 if entry.kind == "admin1" and abroad else 1.0
        if hint and country == hint:
            total += 0.7
        for c in group:
            if any(_holds(outer, entry) for outer in c.within):
                total += 3.0 if against_country else 6.0
                break
        for c in group:
            if c.people and c.people == country and entry.kind != "country":
                total += 3.0
                break
        for c in group:
            if c.kinds:
                total += 4.0 - 1.5 * c.kinds.index(entry.kind) if entry.kind in c.kinds else -1.5
                break
        return total

    return max(entries, key=lambda e: (score(e), -entries.index(e)))


def _mention(doc: Doc, whole: str, parsed: bool, c: Candidate, entry: GazEntry | None) -> PlaceMention:
    first, last = doc[c.start], doc[c.end - 1]
    start, end = first.idx, last.idx + len(last.text)
    head = c.end - 1
    if parsed:
        for token in doc[c.start : c.end]:
            if token.is_space or token.is_punct:
                continue
            if not c.start <= token.head.i < c.end or token.head.i == token.i:
                head = token.i
                break
    while end - start > 1 and whole[end - 1] in _TRIMMED and "." not in whole[start : end - 1]:
        end -= 1
    while end - start > 1 and whole[start] in _TRIMMED:
        start += 1
    text = whole[start:end]
    if entry is None:
        name = text if c.kind else None
        return PlaceMention(c.start, c.end, head, Place(text, start, end, name=name, kind=c.kind))
    building = c.kind == "facility"  # it lies in the town that the entry is
    place = Place(
        text=text,
        start=start,
        end=end,
        name=text if building else entry.name,
        kind=c.kind if building else entry.kind,
        country=entry.country,
        admin1=entry.admin1,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=None if building else entry.geonames_id,
    )
    return PlaceMention(c.start, c.end, head, place)
