"""A user's own actors: rows of a CSV, TSV or TOML file -> changes to the table. `docs/actors.md` describes the columns.

A wrong row is an error of its own, with file, line, column and what to do; the other rows count.
"""

from __future__ import annotations

import hashlib
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from dragoman.actors.codes import SUPRANATIONAL
from dragoman.actors.extended import Change, ExtendedTable
from dragoman.actors.table import ActorTable, Entry, Name, Office, fold, load_table
from dragoman.actors.user_rows import Row, parts, read_rows
from dragoman.errors import ActorsError

__all__ = ["KINDS", "OwnActors", "SECTORS", "read_own", "with_own"]

KINDS = ("person", "country", "organ", "group", "party", "igo", "ngo", "mnc", "media", "ethnic", "religious")
SECTORS = {
    "COP": "police", "GOV": "government", "JUD": "courts", "LEG": "legislature", "MIL": "military", "PRM": "paramilitary", "PTY": "party",
    "REB": "rebels", "SPY": "intelligence", "UAF": "armed force", "UNK": "unidentified", "AGR": "farmers", "BUS": "business", "CRM": "criminals",
    "CVL": "civilians", "EDU": "education", "ELI": "former officials", "JRN": "media", "LAB": "labour", "MED": "health", "REF": "refugees",
    "OPP": "opposition", "PRE": "partially recognised", "REL": "religion", "SOC": "civil society",
}  # fmt: skip
_MEANT = {name: code for code, name in SECTORS.items()} | {
    "journalists": "JRN", "press": "JRN", "army": "MIL", "parliament": "LEG", "judiciary": "JUD", "insurgents": "REB", "militia": "PRM", "company": "BUS",
    "medical": "MED", "hospital": "MED", "students": "EDU", "university": "EDU", "union": "LAB", "workers": "LAB", "church": "REL", "religious": "REL",
    "ministry": "GOV", "ngo": "SOC", "protesters": "CVL", "gang": "CRM", "court": "JUD", "political party": "PTY",
}  # fmt: skip
_YES, _NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_PREFIXES = ("acting ", "interim ", "first ", "caretaker ", "transitional ", "de facto ", "senior ")
FAMILY_FIRST = frozenset(("CHN", "TWN", "KOR", "PRK", "HKG"))
PARTICLES = frozenset(("al", "el", "ul", "bin", "ben", "abu", "ould", "van", "von", "der", "de", "da", "dos", "du", "della", "ter"))
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class OwnActors:
    """What a file holds. `label`: its name and the beginning of its SHA-256, as events record it. `unfilled`: rows of a
    list of unresolved names that nobody has filled in yet."""

    label: str
    changes: tuple[Change, ...]
    problems: tuple[ActorsError, ...]
    unfilled: int


def with_own(paths: Iterable[str | Path], table: ActorTable | None = None) -> tuple[ActorTable, list[ActorsError], int]:
    """The table with the actors of these files, a later file over an earlier one; the wrong rows; how many rows of lists of
    unresolved names are not filled in.

    Raises ActorsError where a file as a whole cannot be read.
    """
    table = load_table() if table is None else table
    problems: list[ActorsError] = []
    unfilled = 0
    for path in paths:
        own = read_own(path, table)
        table = ExtendedTable(table, own.changes, own.label)
        problems += own.problems
        unfilled += own.unfilled
    return table, problems, unfilled


def read_own(path: str | Path, table: ActorTable | None = None) -> OwnActors:
    """The actors of one file, for `table`, whose titles, countries and ids they are read by.

    Raises ActorsError where the file as a whole cannot be read.
    """
    table = load_table() if table is None else table
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        what = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        raise ActorsError(f"{what}; give a table of actors as .csv, .tsv or .toml", str(path)) from None
    people: dict[str, _Draft] = {}
    problems: list[ActorsError] = []
    unfilled = 0
    for row in read_rows(path, data):
        if isinstance(row, ActorsError):
            problems.append(row)
        elif row.listed and not any(row.text(c) for c in ("id", "kind", "role")):
            unfilled += 1
        else:
            try:
                _add(people, row, table)
            except ActorsError as error:
                problems.append(error)
    label = f"{path.name} {hashlib.sha256(data).hexdigest()[:12]}"
    return OwnActors(label, tuple(_change(draft) for draft in people.values()), tuple(problems), unfilled)


@dataclass(slots=True)
class _Draft:
    """The rows of one id, gathered. A field is None where no row gives it."""

    row: Row
    shipped: Entry | None
    name: str
    kind: str | None
    country: str | None
    sectors: tuple[str, ...] | None
    names: dict[tuple[str, str, str], Name]  # by folded form, form, and how it may be written
    dropped: dict[str, None]
    derived: dict[str, None]
    offices: list[Office]
    valid: tuple[str | None, str | None]
    wikidata: str | None
    afresh: bool


def _add(people: dict[str, _Draft], row: Row, table: ActorTable) -> None:
    """Read a row whole before any of it counts, then add it to those of its id."""
    name = row.text("name").rstrip("!^").strip() if row.text("name") else ""
    if name and not fold(name):
        raise row.wrong("name", f"{name!r} has no letter or digit; give the name as reports write it")
    id = row.text("id") or ("own:" + fold(name).replace(" ", "-") if name else "")
    if not id:
        raise row.wrong("name", "neither a name nor an id; give one of them")
    if re.search(r"\s", id):
        raise row.wrong("id", f"{id!r} has a space in it; write it with hyphens, or leave it empty")
    shipped, before = table.get(id), people.get(id)
    if not name and shipped is None and before is None:
        raise row.wrong("name", f"empty, and no actor has the id {id!r}; give the name, or the id of an actor that `dragoman actors lookup` finds")
    kind = _kind(row)
    country, nominal = _country(row, table)
    sectors = _sectors(row)
    if nominal:
        sectors = (*(s for s in sectors or () if s != "PRE"), "PRE") if sectors or kind != "person" else sectors
    if row.listed and row.text("id") and shipped is not None:
        # whoever gives a guess of `actors unresolved` a known id says who it is, and has not looked at the guess
        kind = country = sectors = None
    if kind is None and before is None and shipped is None:
        if not row.text("role") and not row.text("family"):
            raise row.wrong("kind", f"empty; say what {name} is: {', '.join(KINDS)}")
        kind = "person"
    is_person = (kind or (before.kind if before and before.kind else shipped.kind if shipped else kind)) == "person"
    office = _office(row, table, sectors, is_person)
    wikidata = _wikidata(row)
    valid = (_date(row, "valid_from"), _date(row, "valid_to"))
    _in_order(row, "valid_from", "valid_to", *valid)
    afresh = _yes(row, "replace")
    names, dropped, derived = _names(row, name, country or (shipped.country if shipped else None), is_person)
    if before is None:
        shown = name or (shipped.name if shipped else id)
        people[id] = _Draft(row, shipped, shown, kind, country, sectors, names, dropped, derived, [office] if office else [], valid, wikidata, afresh)
        return
    for column, mine, theirs in (("kind", kind, before.kind), ("country", country, before.country)):
        if mine is not None and theirs is not None and mine != theirs:
            raise row.wrong(column, f"{mine}, where line {before.row.line} has {theirs} for the same id {id!r}; give each actor an id of its own, or mend one of the two")
    before.kind, before.country = before.kind or kind, country if before.country is None else before.country
    before.sectors = sectors if before.sectors is None else before.sectors
    # what one row gives, no other row only derives
    given = ({n.text for n in before.names.values()} - set(before.derived)) | ({n.text for n in names.values()} - set(derived))
    before.derived = {text: None for text in [*before.derived, *derived] if text not in given}
    for key, each in names.items():
        before.names.setdefault(key, each)
    before.dropped.update(dropped)
    before.offices += [office] if office else []
    before.valid = (before.valid[0] or valid[0], before.valid[1] or valid[1])
    before.wikidata = wikidata if before.wikidata is None else before.wikidata
    before.afresh = before.afresh or afresh


def _change(d: _Draft) -> Change:
    if d.shipped is None and d.wikidata is None and re.fullmatch(r"Q[1-9]\d*", d.row.text("id")):
        d.wikidata = d.row.text("id")
    return Change(
        d.row.text("id") or "own:" + fold(d.name).replace(" ", "-"), d.name, tuple((key, name) for (key, *_), name in d.names.items()), tuple(d.dropped), d.kind, d.country, d.sectors,
        tuple(d.offices), d.valid[0], d.valid[1], d.wikidata, d.afresh, frozenset(d.derived),
    )  # fmt: skip


def _kind(row: Row) -> str | None:
    kind = row.text("kind").lower()
    if kind and kind not in KINDS:
        close = get_close_matches(kind, KINDS, 1, 0.6)
        raise row.wrong("kind", f"no kind {kind!r}; {f'did you mean {close[0]!r}? The kinds are' if close else 'choose from'} {', '.join(KINDS)}")
    return kind or None


def _country(row: Row, table: ActorTable) -> tuple[str | None, bool]:
    """The country's code ("" for none), and whether a state that few recognise was named, whose nominal sovereign that is."""
    text = row.text("country")
    if not text:
        return None, False
    if text == NOTHING:
        return "", False
    if text.upper() in SUPRANATIONAL:
        return text.upper(), False
    entry = table.get(text.upper()) or table.get(text) or next((e for e, n in table.matches(text) if e.kind == "country" and n.form not in ("metonym", "demonym", "adjective")), None)
    if entry is None or entry.kind != "country":
        names = {n.text: e.id for e in table if e.kind == "country" for n in e.names if n.form in ("name", "alias")}
        wanted = text.upper() if len(text) <= 3 else text
        close = get_close_matches(wanted, [e for e in names.values() if len(e) == 3] if len(text) <= 3 else list(names), 1, 0.6)
        meant = f"; did you mean {names.get(close[0], close[0])}{f' ({close[0]})' if close[0] in names else ''}?" if close else ";"
        raise row.wrong("country", f"no country {text!r}{meant} Write its ISO code of three letters or its English name, or {', '.join(SUPRANATIONAL)}")
    return entry.country or entry.id, "PRE" in entry.sectors


def _sectors(row: Row) -> tuple[str, ...] | None:
    found = []
    if row.text("sectors") == NOTHING:
        return ()
    for word in parts(row, "sectors", ";,"):
        code = word.upper()
        if code in SUPRANATIONAL and code not in SECTORS:
            raise row.wrong("sectors", f"{code} stands in the place of a country; write it in the column country")
        if code not in SECTORS:
            swapped = [c for c in SECTORS if sorted(c) == sorted(code)]
            likely = [_MEANT[c] for c in get_close_matches(word.lower(), _MEANT, 1, 0.8)] + swapped + get_close_matches(code, SECTORS, 1, 0.6)
            meant = likely[0] if likely else None
            raise row.wrong("sectors", f"no sector {word!r}; " + (f"did you mean {meant} ({SECTORS[meant]})?" if meant else "the sectors are " + ", ".join(f"{c} {n}" for c, n in SECTORS.items())))
        found.append(code)
    return tuple(dict.fromkeys(found)) if found else None


def _date(row: Row, column: str) -> str | None:
    """A year, month or day; "" where the cell says that there is none."""
    text = row.text(column)
    if not text:
        return None
    if text == NOTHING:
        return ""
    found = _DATE.fullmatch(text)
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, None, None)
    if found is None or not year or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= monthrange(year, month or 1)[1]):
        raise row.wrong(column, f"{text!r} is no date; write 2021, 2021-11 or 2021-11-15")
    return text


def _in_order(row: Row, first: str, last: str, from_: str | None, to: str | None) -> None:
    if from_ and to and to[: len(from_)] < from_[: len(to)]:
        raise row.wrong(last, f"{to} is before {first}, {from_}; mend one of them")


def _wikidata(row: Row) -> str | None:
    text = row.text("wikidata")
    if not text:
        return None
    if text == NOTHING:
        return ""
    found = re.fullmatch(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)", text, re.IGNORECASE)
    if found is None:
        raise row.wrong("wikidata", f"{text!r} is no Wikidata id; write it as in Q40787")
    return found[1].upper()


def _yes(row: Row, column: str) -> bool:
    text = row.text(column).lower()
    if text not in (*_YES, *_NO):
        raise row.wrong(column, f"{text!r}; write yes, or leave it empty")
    return text in _YES


def _office(row: Row, table: ActorTable, sectors: tuple[str, ...] | None, is_person: bool) -> Office | None:
    """The office of a row, with the sectors and rank that its title has in the table; those of the row come first."""
    text = row.text("role")
    from_, to = (_date(row, column) or None for column in ("from", "to"))
    if not text:
        for column in ("from", "to"):
            if row.text(column):
                raise row.wrong(column, f"a date of a role, and the row has none; dates of the actor itself are valid_{column}")
        return None
    if not is_person:
        raise row.wrong("role", "only persons hold a role; leave it empty, or write person as the kind")
    _in_order(row, "from", "to", from_, to)
    known = _role(table, text)
    rank = known.rank if known is not None else (2 if sectors and set(sectors) & {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"} else 3)
    return Office(text, known.normal if known else fold(text), from_, to, sectors or (known.sectors if known else ()), rank)


def _role(table: ActorTable, text: str):
    """The role of a title, also when it is qualified ("acting ...", "Bavarian interior minister")."""
    words = fold(text)
    for prefix in _PREFIXES:
        if table.role(words) is None:
            words = words.removeprefix(prefix)
    tokens = words.split()
    return next((role for k in range(len(tokens)) if (role := table.role(" ".join(tokens[k:]))) is not None), None)


def _names(row: Row, name: str, country: str | None, is_person: bool) -> tuple[dict[tuple[str, str, str], Name], dict[str, None], dict[str, None]]:
    """The names that a row gives, those that it takes away ("-Old Name"), and of the first those that were only found."""
    names: dict[tuple[str, str, str], Name] = {}
    dropped: dict[str, None] = {}
    derived: dict[str, None] = {}
    given = [("name", row.text("name"), "name")] if name else []
    given += [("names", part, "") for part in parts(row, "names") if part != NOTHING]
    given += [("family", part, "family") for part in parts(row, "family") if part != NOTHING]
    for column, text, form in given:
        if column != "name" and text.startswith(NOTHING) and not text[1:2].isspace():
            if fold(text):
                dropped[fold(text)] = None
            continue
        key, made = _name(row, column, text, form)
        names.setdefault((key, made.form, _written(made)), made)
    if is_person and name and not parts(row, "family"):
        for text in _family(name, country):
            key, made = _name(row, "name", text, "family")
            if (key, "name", _written(made)) not in names:
                derived[made.text] = None
                names.setdefault((key, made.form, _written(made)), made)
    return names, dropped, derived


def _name(row: Row, column: str, text: str, form: str) -> tuple[str, Name]:
    """One name: "!" after it says that it must be written exactly so, "^" that it needs a capital; its shape says it otherwise."""
    bare = text.rstrip("!^").strip()
    if bare.lower().startswith("the ") and form != "family" and fold(bare[4:]):
        bare = bare[4:].lstrip()
    key = fold(bare)
    if not key:
        raise row.wrong(column, f"{text!r} has no letter or digit; give names as reports write them, joined by semicolons")
    letters = re.sub(r"[\W\d_]", "", bare)
    form = form or ("acronym" if letters.isupper() and letters.isascii() and " " not in bare else "alias")
    case = 2 if letters.isupper() and letters.isascii() and len(letters) <= 4 and " " not in bare else 1 if form == "family" or " " not in bare else 0
    case = case if any(ch.isupper() for ch in bare) else 0
    mark = text[len(text.rstrip("!^")) :]
    return key, Name(bare, form, 2 if "!" in mark else 1 if "^" in mark else case)


def _written(name: Name) -> str:
    return name.text if name.case == 2 else str(name.case)


def _family(name: str, country: str | None) -> list[str]:
    """What short mentions of a person use, as far as the shape of the name tells."""
    words = name.split()
    while len(words) > 1 and fold(words[-1]) in SUFFIXES:
        words.pop()
    if len(words) == 1:
        return []
    if country in FAMILY_FIRST:
        return [words[0]]
    last = words[-1]
    if len(words) > 2 and fold(words[-2]) in PARTICLES:
        return [" ".join(words[-2:]), last]
    article = re.match(r"(?:al|el|ul)-(?=.{3})", last, re.IGNORECASE)
    return [last, last[article.end() :]] if article else [last] if fold(last) else []
