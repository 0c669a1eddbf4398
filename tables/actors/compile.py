"""Compiles the actor table: python tables/actors/compile.py --facts ../shared/facts

Our own tables in this folder come first; the public sources add persons, names and dates that ours do not have.
Run by hand; the results under dragoman/data/actors are committed. Same input, same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from pathlib import Path

import cabinets
import handwritten
import organs
import phoenix
import sources
from codes import code_lines, iso_by_cow, iso_by_gw
from doubles import SINGLE, drop_doubles
from drafts import Draft, Office, fold, merge, overlap, same_person
from minor import add_bodies, add_minor, add_spellings
from source_note import source_note
from write import entry_line, name_lines, write

from dragoman.actors.codes import SUPRANATIONAL

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "dragoman" / "data" / "actors"


def main() -> None:
    """Read everything, merge persons, settle ids and names, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, required=True, help="folder of the public sources")
    facts = parser.parse_args().facts
    roles = handwritten.Roles()
    codes = sources.country_codes(facts)
    names = sources.iso_by_name(codes)

    table = handwritten.countries(codes)
    for path in sorted(HERE.glob("bodies_*.tsv")):
        table += handwritten.bodies(path.name)
    organs.add_organs(table)
    persons: list[Draft] = []
    for path in sorted(HERE.glob("persons_*.tsv")):
        add_persons(persons, handwritten.persons(path.name, roles))
    add_persons(persons, sources.world_leaders(facts, roles, names, ("wikidata.csv", "wikipedia.csv")))
    add_persons(persons, sources.countryinfo(facts, roles))
    add_reign(persons, sources.reign(facts), iso_by_cow())
    nominal(persons, table)
    for draft in persons:
        join_terms(draft)
    persons = drop_doubles(persons)
    close_terms(persons)
    add_groups(table, sources.ucdp(facts, iso_by_gw()))
    isos = {draft.id for draft in table if draft.kind == "country"}
    peoples = {fold(t) for d in table if d.kind in ("country", "ethnic", "religious") for t, _ in d.names}
    for bodies in (phoenix.groups(facts, isos, peoples), phoenix.igos(facts), phoenix.ngos(facts, isos), phoenix.firms(facts, isos)):
        add_bodies(table, bodies)
    for draft in table:
        if draft.kind in ("igo", "ngo", "group", "organ", "party"):
            phoenix.spell_british(draft)
        if draft.kind == "group":
            phoenix.spell_group(draft)
    minor: list[Draft] = []
    for drafts, names_only in (
        (cabinets.members(facts, roles), False), (phoenix.persons(facts, isos), True), (phoenix.officials(facts), False),
    ):  # fmt: skip
        nominal(drafts, table)
        minor += add_minor(persons, drafts, names_only)
    for draft in minor:
        join_terms(draft)
    add_spellings(persons, table + persons)
    table += persons
    table = settle(table)

    OUT.mkdir(parents=True, exist_ok=True)
    write(OUT, "entries.tsv.gz", [entry_line(draft) for draft in table])
    write(OUT, "names.tsv.gz", name_lines(table))
    nouns = handwritten.nouns()
    seen: set[str] = set()
    lines = []
    for lemma, sectors, form, keys in nouns:
        keys = [key for key in keys if key not in seen]
        seen.update(keys)
        if keys:
            # Peacekeepers and the like have no sector: they stand for a supranational body.
            country = sectors if sectors in SUPRANATIONAL else ""
            lines.append("\t".join((lemma, "" if country else sectors, country, form, *keys)))
    write(OUT, "nouns.tsv", lines)
    write(OUT, "roles.tsv", roles.lines())
    write(OUT, "codes.tsv", code_lines(facts, codes))
    counts = Counter(draft.kind for draft in table)
    built = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(OUT.iterdir()) if p.name != "SOURCE.md"}
    (OUT / "SOURCE.md").write_text(source_note(facts, built, counts, len(lines), len(roles.by_phrase)), "utf-8")
    print(len(table), dict(counts), "offices", sum(len(d.offices) for d in table), "nouns", len(lines))
    print("own persons", sum(1 for d in persons if d.source == "own"), "sources", Counter(d.source for d in persons))


def add_persons(persons: list[Draft], more: list[Draft]) -> None:
    """Add drafts, merging those that name a person we have. Families of names are compared within one country."""
    known: dict[tuple[str | None, str], list[Draft]] = {}
    for draft in persons:
        for text in draft.full_names():
            for word in fold(text).split():
                bucket = known.setdefault((draft.country, word), [])
                if draft not in bucket[-1:]:
                    bucket.append(draft)
    for draft in more:
        seen: dict[int, Draft] = {}
        for text in draft.full_names():
            for word in fold(text).split():
                for other in known.get((draft.country, word), ()):
                    seen[id(other)] = other
        matches = [o for o in seen.values() if same_person(o, draft) and (o.source, draft.source) != ("own", "own")]
        # Of namesakes (the two presidents Bush) the one who held the same office then.
        matches.sort(key=lambda o: -sum(overlap(a, b) for a in o.offices for b in draft.offices if a.normal == b.normal))
        match = matches[0] if matches else None
        if match is None:
            match = next((o for o in persons if draft.wikidata and o.wikidata == draft.wikidata), None)
        same = next((o for o in seen.values() if o.source == draft.source == "own" and fold(o.name) == fold(draft.name)), None)
        if same is not None:
            print("own tables name twice:", draft.name, draft.country)
        if match is not None:
            merge(match, draft)
            continue
        persons.append(draft)
        for text in draft.full_names():
            for word in fold(text).split():
                known.setdefault((draft.country, word), []).append(draft)


def add_reign(persons: list[Draft], leaders: list[tuple[str, str, str, str | None]], iso: dict[str, str]) -> None:
    """REIGN's months: it names by family name, so it refines persons of that country whom it can only mean."""
    by_country: dict[str | None, list[Draft]] = {}
    for draft in persons:
        by_country.setdefault(draft.country, []).append(draft)
    for cow, name, start, end in leaders:
        country = iso.get(cow)
        if country is None:
            continue
        words = [w for w in fold(name).split() if len(w) > 2]
        term = Office("leader", "leader", start, end, ("GOV",), 0, firm=end is not None)
        matched = []
        for draft in by_country.get(country, ()):
            spelled = {word for text, _ in draft.names for word in fold(text).split()}
            if words and set(words) <= spelled and any(o.rank == 0 and overlap(o, term) for o in draft.offices):
                matched.append(draft)
        if len(matched) == 1:
            for office in matched[0].offices:
                if office.rank > 0 or not overlap(office, term):
                    continue
                if office.from_ and start.startswith(office.from_):
                    office.from_ = start
                if office.to and end and end.startswith(office.to) or not office.firm and end:
                    office.to, office.firm = end, True
                elif not office.firm and end is None:
                    office.to = None
        elif not matched and len(name.split()) > 1 and start > "1970" and "Military" not in name and "," not in name:
            draft = Draft("p:" + fold(name).replace(" ", "-"), name, "person", country, source="reign")
            draft.add(name, "name")
            draft.offices.append(Office("leader", "leader", start, end or "2021-03", ("GOV",), 0, firm=end is not None))
            persons.append(draft)


def nominal(persons: list[Draft], table: list[Draft]) -> None:
    """Persons of entities that are not states in PLOVER: the nominal sovereign is the country, PRE a sector.

    Their offices keep the entity as the place: a dependency's prime minister must not answer for the sovereign's.
    """
    entity = {draft.id: draft for draft in table if draft.kind == "country" and draft.country != draft.id}
    for draft in persons:
        home = entity.get(draft.country or "")
        for office in draft.offices:
            place = entity.get(office.country or (home.id if home else ""))
            if place is not None:
                office.country = f"{place.id}={place.country}"
                # A governor of the Caymans is not a head of state.
                office.rank = max(office.rank, 1 if place.id.startswith("d:") else 2)
                if "PRE" in place.sectors and "PRE" not in office.sectors:
                    office.sectors = (*office.sectors, "PRE")
        if home is not None:
            draft.country = home.country


def join_terms(draft: Draft) -> None:
    """Put together what several sources say of one term of one person."""
    joined: list[Office] = []
    for office in sorted(draft.offices, key=lambda o: (o.normal, o.from_ or "", o.to or "9999")):
        last = joined[-1] if joined else None
        same = last is not None and last.normal == office.normal and last.country == office.country
        if same and last is not None and draft.source != "own" and (overlap(last, office) or not last.firm):
            if last.to is not None and (office.to is None or office.to > last.to or not last.firm):
                last.to, last.firm = office.to, office.firm
        else:
            joined.append(office)
    draft.offices = joined


def close_terms(persons: list[Draft]) -> None:
    """A term whose end the source did not know ends where a successor's begins, if that is not much later."""
    posts: dict[tuple[str | None, str], list[tuple[Draft, Office]]] = {}
    for draft in persons:
        for office in draft.offices:
            if office.normal in SINGLE:
                posts.setdefault((office.country or draft.country, office.normal), []).append((draft, office))
    for held in posts.values():
        for draft, office in held:
            if office.firm and (office.to is not None or draft.source == "own"):
                continue
            # "2003-01" is where CountryInfo's record of governments begins, not where a term does.
            later = [o.from_ for d, o in held if d is not draft and o.from_ and o.from_ != "2003-01" and o.from_ > (office.from_ or "")]
            after = min(later, default=None)
            if after and (office.to is None or after < office.to or int(after[:4]) - int(office.to[:4]) <= 4):
                office.to = after


def add_groups(table: list[Draft], groups: list[Draft]) -> None:
    """UCDP's groups: one that our own tables name gets UCDP's other names, and keeps our id.

    The same name in the same country is the same group; ucdp_same.tsv lists those that this does not find.
    """
    told = {f"ucdp:{number}": id_ for number, id_ in handwritten.rows("ucdp_same.tsv", 2)}
    by_id = {draft.id: draft for draft in table}
    own: dict[str, Draft] = {}
    for draft in table:
        if draft.kind in ("group", "party", "ethnic", "organ"):
            for text, form in draft.names:
                if form != "family":
                    own.setdefault(fold(text), draft)
    for group in groups:
        # Two-letter acronyms are shared by groups all over the world.
        mine = next((own[fold(t)] for t, _ in group.names if fold(t) in own and len(fold(t)) > 3), None)
        if group.id in told:
            mine = by_id[told[group.id]]
        elif mine is not None and not (mine.country == group.country or mine.country == "IMG" or group.country is None):
            mine = None
        if mine is not None:
            for (text, form), (_, from_, to) in group.names.items():
                mine.add(text, form, from_, to)
        else:
            table.append(group)


# Words that stand alone in any report without naming anybody: no group, paper or person is called so for short.
ORDINARY = frozenset(
    "union council resistance liberation guardian independent sun front alliance movement army opposition coalition brotherhood revolution "
    "solidarity unity justice freedom hope change action wave star post times standard mirror globe record nation people state independence "
    "democracy republic peace future reform renewal progress victory martyrs youth students workers".split()
)


def settle(table: list[Draft]) -> list[Draft]:
    """Make ids unique, drop family names that are a country's or a body's name, sort by id."""
    for draft in table:
        if draft.kind == "person" and draft.wikidata:
            draft.id = draft.wikidata
    taken: dict[str, int] = {}
    for draft in table:
        if draft.id in taken:
            taken[draft.id] += 1
            draft.id = f"{draft.id}-{(draft.country or 'x').lower().rpartition(':')[2]}"
            while draft.id in taken:
                draft.id += "-2"
        taken[draft.id] = 1
    for draft in table:
        if draft.kind in ("group", "person", "party", "ngo") or draft.name == "Libération":
            for text, form in list(draft.names):
                if fold(text) in ORDINARY and len(draft.names) > 1:
                    del draft.names[text, form]
    # "Jordan" and "Israel" are countries when they stand alone.
    strong = {fold(t) for d in table if d.kind in ("country", "igo") for t, _ in d.names}
    for draft in table:
        if draft.kind != "person":
            continue
        for text, form in list(draft.names):
            if form == "family" and (fold(text) in strong or len(fold(text)) < 2):
                del draft.names[text, form]
        if not draft.sectors:
            draft.sectors = last_sectors(draft)
    return sorted((d for d in table if d.names), key=lambda d: d.id)


def last_sectors(draft: Draft) -> tuple[str, ...]:
    """What a person counts as where no date is known: the sectors of the latest office."""
    if not draft.offices:
        return ()
    last = max(draft.offices, key=lambda o: (o.to or "9999", o.from_ or ""))
    return last.sectors


if __name__ == "__main__":
    main()
