"""Reads the public sources under --facts: each function turns one of them into drafts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from drafts import Draft, Office, family_of, fold, slug
from handwritten import Roles

# country-codes has no Kosovo; Wikidata and REIGN name some countries in their own way.
_COUNTRY_NAMES = {
    "ivory coast": "CIV", "cote d ivoire": "CIV", "republic of the congo": "COG", "congo": "COG",
    "democratic republic of the congo": "COD", "the bahamas": "BHS", "the gambia": "GMB", "east timor": "TLS",
    "czech republic": "CZE", "people s republic of china": "CHN", "republic of china": "TWN", "taiwan": "TWN",
    "kingdom of denmark": "DNK", "kingdom of the netherlands": "NLD", "republic of ireland": "IRL",
    "state of palestine": "PSE", "palestine": "PSE", "kosovo": "KOS", "united states of america": "USA",
    "united states": "USA", "st kitts and nevis": "KNA", "sao tome and principe": "STP", "north macedonia": "MKD",
    "federated states of micronesia": "FSM", "micronesia": "FSM", "vatican city": "VAT", "eswatini": "SWZ",
    "cape verde": "CPV", "russia": "RUS", "moldova": "MDA", "syria": "SYR", "iran": "IRN", "north korea": "PRK",
    "south korea": "KOR", "laos": "LAO", "vietnam": "VNM", "bolivia": "BOL", "venezuela": "VEN", "tanzania": "TZA",
    "united kingdom": "GBR", "brunei": "BRN", "turkey": "TUR", "abkhazia": "d:abkhazia",
    "south ossetia": "d:south-ossetia", "transnistria": "d:transnistria", "somaliland": "d:somaliland",
    "northern cyprus": "d:northern-cyprus", "sahrawi arab democratic republic": "d:western-sahara",
    "artsakh": "d:nagorno-karabakh", "republic of artsakh": "d:nagorno-karabakh", "hong kong": "HKG",
}  # fmt: skip


def country_codes(facts: Path) -> dict[str, dict[str, str]]:
    """ISO3 to official names (joined by ;), capital, Wikidata id, ISO2, FIPS."""
    found = {}
    with (facts / "country-codes/country-codes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            iso = row["ISO3166-1-Alpha-3"]
            names = []
            for column in ("UNTERM English Short", "UNTERM English Formal", "official_name_en", "CLDR display name"):
                name = re.sub(r"\s*\(.*?\)|^the ", "", row[column]).strip().replace("’", "'")
                if name and name not in names:
                    names.append(name)
            found[iso] = {
                "names": ";".join(names),
                "capital": row["Capital"].strip(),
                "wikidata": row["wikidata_id"].rpartition("/")[2],
                "iso2": row["ISO3166-1-Alpha-2"].strip(),
                "fips": row["FIPS"].strip(),
                "name": row["CLDR display name"] or row["UNTERM English Short"],
            }
    found["KOS"] = {
        "names": "Kosovo", "capital": "Pristina", "wikidata": "Q1246", "iso2": "XK", "fips": "KV", "name": "Kosovo",
    }  # fmt: skip
    return found


def iso_by_name(codes: dict[str, dict[str, str]]) -> dict[str, str]:
    """Folded country name to ISO3."""
    found = {}
    for iso, facts in codes.items():
        for name in [facts["name"], *facts["names"].split(";")]:
            found.setdefault(fold(name), iso)
    return found | _COUNTRY_NAMES


def _leader_role(label: str, roles: Roles) -> tuple[str, tuple[str, ...], int] | None:
    whole = fold(label)
    if "executive yuan" in whole or "council of ministers" in whole:
        return roles.get("prime minister")
    if "national assembly" in whole or "parliament" in whole:
        return roles.get("parliament speaker")
    # Offices that several hold at a time, or that are not of a state.
    if re.search("commission|swiss|captain|co prince|presidential council|presidency of bosnia", whole):
        return None
    text = fold(re.split(r"\bof\b(?! State| Government)", label)[0]).replace("federal ", "")
    special = {
        "druk gyalpo": "king", "yang di pertuan agong": "king", "monarch": "king", "king": "king", "pope": "pope",
        "taoiseach": "prime minister", "president": "president", "military leader": "leader",
        "sultan": "sultan", "emir": "emir", "emperor": "emperor", "grand duke": "grand duke", "chairman": "",
    }  # fmt: skip
    if text in special:
        return roles.get(special[text]) if special[text] else None
    return roles.get(text)


def world_leaders(facts: Path, roles: Roles, names: dict[str, str], tables: tuple[str, ...]) -> list[Draft]:
    """The leaders of 2021 and about, from Wikidata and Wikipedia: full names, Q-ids, years."""
    found: dict[str, Draft] = {}
    for table in tables:
        with (facts / "world-leaders-2021" / table).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                row = {key.lower(): value for key, value in row.items()}
                name = re.sub(r"\s*\(.*?\)", "", row["officeholderlabel"]).strip()
                iso = names.get(fold(row["country"]))
                role = _leader_role(row["positionlabel"], roles)
                # Without a year an office says nothing; coalitions and rival governments are not the state's.
                if iso is None or role is None or re.fullmatch(r"Q\d+", name) or not row["start_year"]:
                    continue
                if re.search("(?i)coalition|interim government|salvation", row["positionlabel"]):
                    continue
                if name in ("Elizabeth II", "Charles III") and iso != "GBR":
                    continue
                q = row["officeholder"]
                draft = found.get(q) or Draft(q, name, "person", iso, wikidata=q, source="world-leaders-2021")
                found[q] = draft
                draft.add(name, "name")
                for one in family_of(name, iso):
                    draft.add(one, "family")
                normal, sectors, rank = role
                text = "king" if normal == "king" else role[0]
                office = Office(text, normal, row["start_year"] or None, row["end_year"] or None, sectors, rank)
                office.firm = bool(row["end_year"])
                if not any(o.normal == normal and o.from_ == office.from_ for o in draft.offices):
                    draft.offices.append(office)
    return list(found.values())


ENTRY = re.compile(r"^\s*(?P<names>[^\[#]+?)\s*(?P<spans>\[.*?)?(?:#\s*(?P<titles>.*))?$")
SPAN = re.compile(r"\[(?:(?P<code>[A-Z]+) )?(?P<span>[<>]?\d{8}(?: ?- ?\d{8})?)\]")
# The portfolios that are kept of <Government>: what political news names ministers by.
_TITLES = {
    "foreign": "foreign minister", "external": "foreign minister", "defense": "defence minister",
    "interior": "interior minister", "internal affairs": "interior minister", "home affairs": "interior minister",
    "finance": "finance minister", "justice": "justice minister", "information": "information minister",
}  # fmt: skip


def _title(text: str) -> str | None:
    """The role that one title of <Government> means, or None for portfolios that are left out."""
    text = text.strip().removesuffix("Acting").replace('"Acting"', "").strip().strip('"').strip()
    simple = fold(text)
    if simple in {"president", "prime minister", "vice president", "king", "emir", "sultan", "queen"}:
        return simple
    if re.fullmatch(r"(first |second )?(deputy prime minister|vice premier)( state council)?", simple):
        return "deputy prime minister"
    if "permanent representative to the un" in simple:
        return "ambassador to the un"
    if simple == "ambassador to the us":
        return "ambassador to the us"
    if "central bank" in simple and ("governor" in simple or "president" in simple):
        return "central bank governor"
    if not re.match(r"minister (of|for) |secretary (of|for) ", simple) or "state for" in simple:
        return None
    rest = re.sub(r"^(minister|secretary) (of|for) (the )?(national )?", "", simple)
    for word, role in _TITLES.items():
        if rest.startswith(word) and "trade" not in rest.split()[:2]:
            return role
    return None


def _day(text: str) -> str:
    month = text[4:6] if "01" <= text[4:6] <= "12" else "01"
    return f"{text[:4]}-{month}-{text[6:8]}"


def countryinfo_lines(facts: Path) -> Iterator[tuple[str, str, str, re.Match[str], list[tuple[str, str]]]]:
    """Everybody under <Leaders> and <Government> of CountryInfo: (ISO3, block, folded post of <Leaders>, the entry's parts, its
    spans with their codes)."""
    text = (facts / "countryinfo/CountryInfo.120116.txt").read_bytes().decode("utf-8", "replace")
    iso, block, post = "", "", ""
    for line in text[text.index("<Doc>") :].splitlines():
        tag = re.match(r"\s*<(/?)([^>]+)>(?:([A-Z]{3,6})</)?", line)
        if tag:
            if tag[2] == "Country":
                iso, block = "", ""
            elif tag[2] == "CountryCode" and tag[3]:
                # "DNKFRO" is a part of Denmark that has a code of its own.
                iso, block = {"KSV": "KOS", "TMP": "TLS", "IMY": "IMN"}.get(tag[3][-3:], tag[3][-3:]), ""
            elif tag[2] in ("Leaders", "Government"):
                block = "" if tag[1] else tag[2]
            elif block == "Leaders":
                post = "" if tag[1] else fold(tag[2])
            continue
        # The halves of Bosnia repeat the ministers of the whole.
        match = ENTRY.match(line) if block and iso not in ("BHF", "SPR", "TIB", "ANT") else None
        if match and match["spans"]:
            yield iso, block, post, match, [(m["code"] or "", m["span"]) for m in SPAN.finditer(match["spans"])]


def countryinfo(facts: Path, roles: Roles) -> list[Draft]:
    """Heads of state and government since about 1960 (days), and the main ministers of 2003 to early 2011 (months)."""
    found: dict[tuple[str, str], Draft] = {}
    for iso, block, post, match, spans in countryinfo_lines(facts):
        if iso == "KOS":
            continue  # it has Kiribati's leaders
        if block == "Leaders":
            held = list(_leader_offices(post, spans, roles))
        else:
            # Hong Kong's secretaries stand among China's ministers.
            # Guinea's block holds Guinea-Bissau's ministers too, unmarked.
            if iso == "GIN" or iso == "CHN" and "Secretary" in (match["titles"] or ""):
                continue
            held = list(government_offices(match["titles"] or "", spans, roles))
        if not held:
            continue
        spelled = [_name(part) for part in re.findall(r"[^{}]+", match["names"]) if part.strip()]
        if not spelled:
            continue
        draft = found.get((iso, fold(spelled[0])))
        if draft is None:
            draft = Draft("p:" + slug(spelled[0]), spelled[0], "person", iso, source="countryinfo")
            found[iso, fold(spelled[0])] = draft
        for name in spelled:
            if len(name.split()) > 1:
                draft.add(name, "name" if name == spelled[0] else "alias")
        draft.offices.extend(held)
    for draft in found.values():
        if not draft.names:
            draft.add(draft.name, "name")
        # A lone family name is worth its ambiguity only for those whom news names so.
        if any(office.rank == 0 or office.normal in ("foreign minister", "defence minister") for office in draft.offices):
            for one in family_of(draft.name, draft.country):
                draft.add(one, "family")
    return list(found.values())


def _name(text: str) -> str:
    words = text.strip().strip("_").replace("_", " ").split()
    while words and words[0] in ("ACTING", "MINISTER", "FOREIGN", "GENERAL", "DR.", "GEN.", "PRESIDENT", "PRIME"):
        words.pop(0)
    small = {"BIN", "AL", "IBN", "UL", "DE", "LA", "VAN", "DER", "DEL", "VON", "DA", "DOS", "DU"}
    shown = [w.lower() if w in small and i else re.sub(r"[A-Z]+", lambda m: m[0].capitalize(), w) for i, w in enumerate(words)]
    return " ".join(shown) or text.strip("_").title()


def _leader_offices(post: str, spans: list[tuple[str, str]], roles: Roles) -> Iterator[Office]:
    post = fold(post)
    single = {
        "prime ministers": "prime minister", "presidents": "president", "kings": "king", "emirs": "emir",
        "sultans": "sultan", "chancellors": "chancellor", "premiers": "prime minister", "queens": "queen",
        "heads of state": "president", "heads of government": "prime minister", "chief ministers": "governor",
    }.get(post, post)  # fmt: skip
    role = roles.get(single)
    if role is None:
        if not re.match(r"(president|chair|head|general secretar|first secretar|leader|supreme|rul)", post):
            return
        role = roles.get("leader")
        single = "leader"
    assert role is not None
    for _, span in spans:
        start, end, firm = span_ends(span)
        yield Office(single, role[0], start, end, role[1], role[2], firm=firm)


def span_ends(span: str) -> tuple[str | None, str | None, bool]:
    """The ends of a span. "<" was in office when the record begins (January 2003), ">" when it ends (February 2011)."""
    if span.startswith("<"):
        return "2003-01", _day(span[1:])[:7], True
    if span.startswith(">"):
        return _day(span[1:]), "2011-02", False
    start, end = re.findall(r"\d{8}", span)
    return _day(start), _day(end), True


def government_offices(titles: str, spans: list[tuple[str, str]], roles: Roles) -> Iterator[Office]:
    parts = [part for part in titles.split(" & ") if part.strip()]
    kept = [_title(part) for part in parts]
    if not any(kept):
        return
    for _, span in spans:
        # With several titles the source does not say which span is whose: then only "minister" is sure.
        single = kept[0] if len(parts) == 1 else "minister"
        if len(parts) > 1 and len(set(kept)) == 1:
            single = kept[0]
        role = roles.get(single or "")
        if role is None:
            continue
        start, end, firm = span_ends(span)
        yield Office(single or "", role[0], start and start[:7], end and end[:7], role[1], role[2], firm=firm)


def reign(facts: Path) -> list[tuple[str, str, str, str | None]]:
    """(COW number, leader as REIGN names him, from day, to month) of every leader since 1950."""
    found = []
    with (facts / "reign/leaderlist_3_21.csv").open(encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            name = re.sub(r"\s*\(.*?\)|\"", "", row["leader"]).strip()
            if not row["syear"] or not name:
                continue
            start = f"{int(row['syear']):04d}-{int(row['smonth']):02d}-{int(row['sdate'] or 1):02d}"
            end = f"{int(row['eyear']):04d}-{int(row['emonth']):02d}" if row["eyear"] and row["emonth"] else None
            found.append((row["ccode"], name, start, end))
    return found


def ucdp(facts: Path, iso_by_gw: dict[str, str]) -> list[Draft]:
    """Armed groups and communal groups: id, names in English and their own tongue, acronyms, place."""
    found = []
    with (facts / "ucdp-actors/ucdp-actor-221.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            name = " ".join(row["NameData"].split())
            if row["Org"] not in ("1", "3") or re.match(r"(Government|Non)\b", name):
                continue
            places = [iso_by_gw.get(code.strip(), "") for code in row["GWNOLoc"].split(",")]
            kind = "group" if row["Org"] == "1" else "ethnic"
            columns = ("NameOrigFullEng", "NewNameFullEng", "NameOrigFull", "NewNameFullMotherTongue", "NameOrig", "NewName")
            names = [" ".join(row[c].split()) for c in columns]
            # Some cells list a group's names of several years.
            names = [part.strip() for n in names for part in n.split(", ") if part and part.lower() != "n/a"]
            title = name
            if re.fullmatch(r"[A-Z0-9][\w/&' -]{0,12}", name) and name.upper() == name and names:
                title = names[0]
            draft = Draft(f"ucdp:{row['ActorId']}", title, kind, places[0] or None, source="ucdp")
            draft.sectors = ("REB",) if row["Org"] == "1" else ("CVL",)
            if re.search(r"\b(clan|subclan)\b", name) or "(" in title and row["Org"] == "3":
                title = draft.name = re.sub(r"\s*\(.*?\)", "", title).strip()
            draft.add(title, "name")
            for one in [name, *names]:
                short = one.rstrip()
                draft.add(short, "acronym" if short.upper() == short else "alias")
            found.append(draft)
    return found
