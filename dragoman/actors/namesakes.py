"""Which of several actors with one name is meant: one ranking, for a name alone (`lookup`) and for one in a report.

The date and the name itself always count; what a report adds (its countries, the model's label, a title before the name,
who was named before) is optional evidence and counts before them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dragoman.actors.table import Entry, Name, Office, Role, fold, within

__all__ = ["ALIKE", "FORMS", "KINDS", "about_then", "has_held", "lately_head", "preference", "ranked"]

KINDS = (
    "country", "igo", "organ", "group", "party", "ngo", "media", "ethnic", "religious", "mnc", "person",
)  # fmt: skip
FORMS = ("name", "acronym", "alias", "adjective", "demonym", "metonym", "family")
# Titles that countries use for each other's offices.
ALIKE = {
    "prime minister": ("chancellor", "taoiseach"),
    "chancellor": ("prime minister",),
    "president": ("leader",),
    "king": ("queen", "emir", "sultan", "emperor", "grand duke"),
    "security minister": ("interior minister",),
}
# For so many years after office a person is likelier meant than an unknown namesake who is in office ...
_LATELY = 15
# ... and a head of state or government is still known by the family name alone.
_REMEMBERED = 12


def ranked(
    found: Iterable[tuple[Entry, Name]], on: str | None, *, countries: Mapping[str, float] | None = None, label: str = "",
    title: Role | None = None, of_country: str | None = None, called: Collection[str] = (), met: Collection[str] = (),
) -> list[tuple[Entry, Name]]:  # fmt: skip
    """The candidates of a name, likeliest first, each entry once by its best name; ids settle what is left.

    `countries`: how often the report names each; `label`: the model's (PERSON, ORG, LOC); `title`: that stands before the
    name; `of_country`: that the phrase names; `called`, `met`: ids of persons named, and of all that was met, before.
    """
    best: dict[str, tuple[tuple[float, ...], Entry, Name]] = {}
    for entry, name in found:
        person = entry.kind == "person"
        key = (
            0 if person and entry.id in called else 1,
            0 if not label or person == (label == "PERSON") else 1,
            0 if not person or title is None or has_held(entry, title, on) else 1,
            0 if of_country is None or entry.country_on(on) == of_country else 1,
            *preference(entry, name, on, countries or {}, met),
        )
        if entry.id not in best or key < best[entry.id][0]:
            best[entry.id] = (key, entry, name)
    return [(entry, name) for _, entry, name in sorted(best.values(), key=lambda each: (each[0], each[1].id))]


def preference(entry: Entry, name: Name, on: str | None, countries: Mapping[str, float] | None = None, met: Collection[str] = ()) -> tuple[float, ...]:
    """Sort key of a candidate: lower is likelier.

    Whole names come before family names; those valid on the date before others; what is of the report's countries before
    others; a person in office before one out of it, and the higher office first.
    """
    countries = countries or {}
    person = entry.kind == "person"
    home = entry.country or ""
    # Bodies of all the world are at home in every report.
    weight = 0.0 if person else max(countries.values(), default=0.0) if entry.kind == "igo" and name.form != "metonym" else countries.get(home, 0.0)
    abroad = bool(countries) and home not in countries
    return (
        1 if name.form == "family" else 0,
        _validity(entry, name, on),
        0 if name.form == "metonym" and entry.id in met else 1,
        -weight,
        *(_standing(entry, on, abroad) if person else (0, 0, 0)),
        # A capital that is an organisation's seat stands for that first: "Brussels".
        -1 if name.form == "metonym" and entry.kind == "igo" else KINDS.index(entry.kind),
        FORMS.index(name.form),
    )


def _validity(entry: Entry, name: Name, on: str | None) -> int:
    """0 for a name of its time ("Moscow" for the Soviet Union), 1 for one of any time, 2 for one of another time.

    Without a date what has ended is of another time.
    """
    bounds = ((entry.valid_from, entry.valid_to), (name.valid_from, name.valid_to))
    if on is None:
        return 2 if entry.kind == "country" and (entry.valid_to or name.valid_to) else 1
    if not all(within(on, *bound) for bound in bounds):
        return 2
    return 0 if entry.kind == "country" and (entry.valid_to or name.valid_to) else 1


def _standing(entry: Entry, on: str | None, abroad: bool) -> tuple[float, int, int]:
    """(tier, rank, how long ago) of a person on the date. `abroad`: of no country that the report names.

    Tiers: a known person in office; a known one who was lately; anybody else in office; all others.
    """
    tier, rank, gap = _tier(entry, on)
    return (tier + (1 if abroad else 0), rank, gap)


def _tier(entry: Entry, on: str | None) -> tuple[float, int, int]:
    if not entry.roles:
        return (2 if entry.known else 4, 9, 0)
    best = min(office.rank for office in entry.roles)
    if on is None:
        # Without a date the latest holder of the highest office is the likeliest.
        last = max(_year(office.valid_to, 2100) for office in entry.roles if office.rank == best)
        return (0 if entry.known else 1, best, 2100 - last)
    office = entry.role_on(on)
    if office is not None:
        return (0 if entry.known else 2, office.rank, 0)
    year = _year(on, 2100)
    gaps = []
    for each in entry.roles:
        start, end = _year(each.valid_from, 0), _year(each.valid_to, 2100)
        # Somebody not yet in office is named less than somebody who was.
        gaps.append(year - end if year >= end else 3 * (start - year) + 5)
    gap = min(gaps)
    if lately_head(entry, on):
        return (0.5 if entry.known else 1, best, gap)  # "Obama" is who was president, whoever else is in some office
    return (1 if entry.known and gap <= _LATELY else 3, gap // 10 * 4 + best, gap)


def lately_head(entry: Entry, on: str | None) -> bool:
    """Whether a person was head of state or government so lately, or will be so soon, that the family name tells it."""
    if on is None:
        return False
    return any(o.rank == 0 and about_then(o, on) for o in entry.roles)


def about_then(office: Office, on: str) -> bool:
    """Whether an office was held within some years of the date."""
    year = int(on[:4])
    return _year(office.valid_from, 0) - year <= _REMEMBERED and year - _year(office.valid_to, 2100) <= _REMEMBERED


def has_held(entry: Entry, role: Role, on: str | None) -> bool:
    """Whether a person holds on the date the office that a title means, or held it at some time where there is no date."""
    titles = {role.normal, fold(role.phrase), *ALIKE.get(role.normal, ())}
    return any((o.normal in titles or fold(o.text) in titles) and (on is None or o.held_on(on)) for o in entry.roles)


def _year(date: str | None, default: int) -> int:
    return int(date[:4]) if date else default
