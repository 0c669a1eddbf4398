"""Reads the Phoenix actor dictionaries of 2014 (PETRARCH): more spellings of persons, firms, NGOs, bodies and armed groups.

A block is a name, further names on lines that begin with "+", and codes in brackets, some with dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cabinets import supranational
from drafts import Draft, Office, fold, slug
from spelling import COMMON, body_name, is_ordinary, lexicon, person_name, place_names

RECORD_END = "2014-01"  # when the dictionaries were generated
CABINETS_END = "2011-02"  # when the lists of governments in them end
_DATES = re.compile(r"(?P<open>[<>]?)\s*(?P<from>\d{6,8})(?:\s*-\s*(?P<to>\d{6,8}))?$")
_OLD = {"KSV": "KOS", "TMP": "TLS", "ROM": "ROU", "PAL": "PSE", "IMY": "IMN", "GZA": "PSE"}
# What an agent code of CAMEO adds to the sectors of an NGO.
_NGO_SECTORS = {"HLH": "MED", "EDU": "EDU", "MED": "JRN", "REL": "REL", "BUS": "BUS", "LAB": "LAB", "AGR": "AGR", "REF": "REF"}
_RELIGIONS = {"CHR", "MOS", "MUS", "JEW", "BUD", "HIN", "SIK", "CTH", "PRO", "BAH"}
# Words of a body: a name without one may be a person's.
_BODY = re.compile(
    r"\b(?:a[cz]adem|action|agenc|aid|alliance|assembl|associa|assoc|bank|board|bureau|cent(?:er|re|ro)|chamber|charit|church|club|coalition|"
    r"college|comit|commission|committee|communit|confedera|conference|congress|consortium|convention|cooperat|council|development|doctors|"
    r"education|federa|fellowship|forum|fund|global|group|health|help|human|initiative|institut|international|internationale|league|lawyers|"
    r"medic|ministr|mission|movement|network|organi[sz]ation|parliament|partners|peace|program|project|relief|research|rights|save|school|"
    r"secretariat|service|societ|solidarit|sorelle|survey|system|trust|union|universit|vision|volunt|watch|women|workers|world|youth)",
    re.IGNORECASE,
)  # fmt: skip




_SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "de", "la", "le", "les", "des", "du", "et", "to", "with", "&"}
_OFFICES = re.compile(
    r"(?i)^(?:un |u\.n\. |united nations |nato |eu |deputy )*(?:secretary|spokes|chief|head|president|director|commissioner|ambassador|envoy|official|member|"
    r"troops|force|peacekeep|soldier|convoy|staff|observer|inspector|representative)|chief$"
)
_BRITISH = (
    (" and ", " & "), ("Organization", "Organisation"), ("Organisation", "Organization"), ("Center", "Centre"), ("Defense", "Defence"),
    ("Labor", "Labour"), ("Programme", "Program"), ("United Nations ", "UN "), ("Centre", "Center"),
)  # fmt: skip


@dataclass
class Block:
    """One block of a dictionary: names as written, codes with what stands after them."""

    names: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    @property
    def dated(self) -> bool:
        """Whether a code has dates, as those of persons have."""
        return any(re.search(r"\d{6}", code) for code in self.codes)


def blocks(facts: Path, name: str) -> list[Block]:
    """The blocks of one of the three dictionaries."""
    text = (facts / f"petrarch-dictionaries/Phoenix.{name}.actors.txt").read_bytes().decode("utf-8", "replace")
    found: list[Block] = []
    for line in text.splitlines():
        body = re.split(r"[#;]", line, maxsplit=1)[0]
        comment = line[len(body) :].strip("#; \t")
        body = body.strip()
        head, bracket, rest = body.partition("[")
        names = [part.strip("_ ") for part in head.split("+") if part.strip("_ ")]
        if names and (not found or found[-1].codes and not body.startswith("+")):
            found.append(Block())
        if names:
            found[-1].names += names
        if bracket and found:
            found[-1].codes += [code.strip() for code in re.findall(r"([^\[\]]+)\]?", rest)]
        if comment and found:
            found[-1].comments.append(comment)
    return [block for block in found if block.codes]


def _day(text: str) -> str:
    """An ISO day; years of two digits are 1930 to 2029."""
    if len(text) == 6:
        text = ("19" if text[:2] >= "30" else "20") + text
    if len(text) == 7:
        return text[:4]
    month = text[4:6] if "01" <= text[4:6] <= "12" else "01"
    return f"{text[:4]}-{month}-{text[6:8]}"


def span(code: str) -> tuple[str, str | None, str | None, bool] | None:
    """(code, from, to, firm) of "AFGGOV 030101-041231"; an open end is not firm and closes where the record does."""
    letters, _, dates = code.partition(" ")
    match = _DATES.fullmatch(dates.strip())
    if not match:
        return None
    start, end = _day(match["from"]), _day(match["to"]) if match["to"] else None
    if match["open"] == "<":
        return letters, None, start, True
    if end is None:
        return letters, start, max(RECORD_END if start[:7] > CABINETS_END else CABINETS_END, start[:7]), False
    # "2003-01" is where the record of governments begins.
    return (letters, start, end, True) if start <= end else None


def persons(facts: Path, countries: set[str]) -> list[Draft]:
    """The persons of the dictionary of countries: names as the source groups them, and offices in the state by day."""
    found = []
    for block in blocks(facts, "Countries"):
        if not block.dated:
            continue
        offices: list[Office] = []
        country = None
        for code in block.codes:
            told = span(code)
            letters = code.partition(" ")[0]
            home = next((_OLD.get(c, c) for c in (letters[3:6], letters[:3]) if _OLD.get(c, c) in countries), None)
            country = country or home
            if told is None or home is None or letters.endswith("ELI"):
                continue
            sectors, normal = _state_sectors(letters[letters.index("GOV") :] if "GOV" in letters else letters[3:])
            if normal is None:
                continue
            _, start, end, firm = told
            offices.append(Office(normal, normal, start and start[:7], end and end[:7], sectors, 2, firm=firm))
        spelled = [person_name(name, country) for name in block.names]
        # A title, a demonym or a body is no name of a person; nor is a lone family name here.
        spelled = [name for name in spelled if len(name.split()) > 1 and plausible(name)]
        # Guinea's list holds Guinea-Bissau's ministers too, unmarked.
        if country is None or country == "GIN" or not spelled or not offices or _BODY.search(" ".join(spelled)) or fold(spelled[0]) in place_names():
            continue
        draft = Draft("p:" + slug(spelled[0]), spelled[0], "person", country, source="phoenix")
        draft.offices = offices
        for name in spelled:
            draft.add(name, "name" if name == spelled[0] else "alias")
        found.append(draft)
    return found


def plausible(name: str) -> bool:
    """Whether words can be a person's name: some word is no common English, and none is only a mark."""
    words = fold(name).split()
    telling = [w for w in words if len(w) > 1 and (not is_ordinary(w) or lexicon().get(w, 0) & 3)]
    return len(words) > 1 and len(name) < 60 and bool(telling) and not set(words) & {"government", "official", "regime", "general", "office", "department"}


def _state_sectors(rest: str) -> tuple[tuple[str, ...], str | None]:
    """Sectors and role of a code of a state's official; the portfolio letters only tell that it is a ministry."""
    for letters, sectors, role in (
        ("GOVSPY", ("GOV", "SPY"), "official"), ("GOVLEG", ("LEG",), "member of parliament"), ("GOVPTY", (), None),
        ("GOV", ("GOV",), "official"), ("MIL", ("MIL",), "commander"), ("SPY", ("SPY",), "official"), ("COP", ("COP",), "official"),
        ("LEG", ("LEG",), "member of parliament"),
    ):  # fmt: skip
        if rest.startswith(letters):
            return sectors, role
    return (), None


def officials(facts: Path) -> list[Draft]:
    """Persons of international bodies, by the dates of their offices; which office it was the source does not say."""
    found: dict[tuple[str, str], Draft] = {}
    for block in blocks(facts, "International"):
        offices, country = [], None
        for code in block.codes:
            told = span(code)
            body = supranational(code)
            if told is None or body is None:
                continue
            country = country or body
            _, start, end, firm = told
            # The six months of a presidency of the Council are a national minister's.
            if "EUREEC" in code and firm and start and end and int(end[:4]) * 12 + int(end[5:7]) - int(start[:4]) * 12 - int(start[5:7]) < 8:
                continue
            offices.append(Office("official", "official", start and start[:7], end and end[:7], ("GOV",), 2, firm=firm))
        spelled = [person_name(name, None) for name in block.names]
        spelled = [name for name in spelled if len(name.split()) > 1 and plausible(name)]
        if not offices or country is None or not spelled or _BODY.search(" ".join(spelled)):
            continue
        draft = found.setdefault((country, fold(spelled[0])), Draft("p:" + slug(spelled[0]), spelled[0], "person", country, source="phoenix"))
        draft.offices += [office for office in offices if office not in draft.offices]
        for name in spelled:
            draft.add(name, "name" if name == spelled[0] else "alias")
    return list(found.values())


# Funds that are traded like firms, and act in no news.
_FUNDS = re.compile(
    r"\b(?:funds?|portfolio|income|municipal|muni|etf|acquisition|dividend|equity|opportunit\w+|yield|term|royalty|realty|reit|properties|property|"
    r"trust|bancorp\w*|bancshares|savings|mlp|notes?|infrastructure|convertible)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(r",? (?:Inc\.|Incorporated|Corp\.|Corporation|Ltd\.|Limited|Co\.|Company|PLC|N\.V\.|S\.A\.|L\.P\.|LLC|AG|SE)$")
_FORMS = (
    ("Corp.", "Corporation"), ("Corporation", "Corp."), ("Co.", "Company"), ("Company", "Co."), ("Ltd.", "Limited"), ("Limited", "Ltd."),
    ("Incorporated", "Inc."),
)  # fmt: skip
_GROUPS = re.compile(r" (?:Holdings?|Group|Companies|Enterprises|Industries|International)$")


def firms(facts: Path, countries: set[str]) -> list[Draft]:
    """Firms with the country that the code names, else MNC."""
    found: dict[str, Draft] = {}
    for block in blocks(facts, "International"):
        code = block.codes[0].partition(" ")[0]
        if not code.startswith("MNC"):
            continue
        name = re.sub(r" \w$", "", body_name(block.names[0]))
        country = next((c for c in (code[6:9], code[3:6]) if c in countries), None)
        short = _LEGAL.sub("", _LEGAL.sub("", name))
        if len(fold(name)) < 4 or _FUNDS.search(name) or _is_place(short) or not _telling(short):
            continue
        draft = found.setdefault(fold(short), Draft("mnc:" + slug(name), name, "mnc", country or "MNC", ("BUS",), source="phoenix"))
        for text in [name, *(body_name(other) for other in block.names[1:])]:
            _add_body(draft, text)
        _add_body(draft, short)
        shorter = _GROUPS.sub("", short)
        if shorter != short and _telling(shorter) and not _is_place(shorter) and (" " in shorter or not _borne(shorter)):
            _add_body(draft, shorter)
        for text in [t for t, _ in draft.names]:
            for one, other in _FORMS:
                if text.endswith(" " + one):
                    _add_body(draft, text.removesuffix(one) + other)
            if "Pharmaceuticals" in text.split()[1:]:
                _add_body(draft, text.replace(" Pharmaceuticals", " Pharma"))
            if " and " in text:
                _add_body(draft, text.replace(" and ", " & "))
            elif " & " in text:
                _add_body(draft, text.replace(" & ", " and "))
    return [draft for draft in found.values() if draft.names]


def ngos(facts: Path, countries: set[str]) -> list[Draft]:
    """Non-governmental organizations, with the country that the code names, else NGO."""
    found: dict[str, Draft] = {}
    acronyms = {
        (block.codes[0], name.strip("_ ")) for block in blocks(facts, "International") for name in block.names if re.fullmatch(r"[A-Z]{3,8}_?", name)
    }
    for code, names in _organisations(facts, "NGO"):
        name = names[0]
        parts = [code[i : i + 3] for i in range(3, len(code), 3)]
        country = next((_OLD.get(c, c) for c in parts[:2] if _OLD.get(c, c) in countries), "NGO")
        if re.match(r"(?:International|World|Global|Young (?:Wo)?men's)\b", name):
            country = "NGO"
        sectors = ["SOC", *(s for c, s in _NGO_SECTORS.items() if c in parts)]
        if _RELIGIONS & set(parts) and "REL" not in sectors:
            sectors.append("REL")
        draft = found.setdefault(fold(name), Draft("ngo:" + slug(name), name, "ngo", country, tuple(sectors), source="phoenix"))
        _spell(draft, names)
        # The dictionary lists many acronyms by themselves, with the code of the full name.
        letters = "".join(word[0] for word in re.split(r"[ -]", name) if word.lower() not in _SMALL_WORDS).upper()
        if (code, letters) in acronyms and not is_ordinary(letters.lower()):
            draft.add(letters + "!", "acronym")
    return [draft for draft in found.values() if draft.names]


def igos(facts: Path) -> list[Draft]:
    """Bodies of states: of the United Nations, of the European Union, and others."""
    found: dict[str, Draft] = {}
    for code, names in _organisations(facts, "IGO"):
        name = names[0]
        draft = found.setdefault(fold(name), Draft("igo:" + slug(name), name, "igo", supranational(code), source="phoenix"))
        _spell(draft, names)
    return [draft for draft in found.values() if draft.names]


_GROUP_WORDS = (
    "Mujahideen Mujahidin Mujahedeen Mujahedin", "Jaish Jaysh Jeish", "Harakat Harakah", "Hizb Hezb", "Tehrik Tehreek", "Jamaat Jama'at Jamaah",
    "Shuhada Shohada", "Kataib Kata'ib", "Sunna Sunnah", "Defence Defense", "Tahrir Tahreer", "Fatah Fateh",
)  # fmt: skip


def spell_group(draft: Draft) -> None:
    """Add to an armed group's names the other spellings of the words that groups are called by."""
    for text in [text for text, form in draft.names if form in ("name", "alias") and len(text.split()) > 1]:
        for words in _GROUP_WORDS:
            spelled = words.split()
            for old in spelled:
                if re.search(rf"\b{old}\b", text):
                    for new in spelled:
                        _add_body(draft, re.sub(rf"\b{old}\b", new, text))
                    break


def _organisations(facts: Path, kind: str) -> Iterator[tuple[str, list[str]]]:
    """Code and names of the bodies of one kind. An acronym alone names too many: without the full name it is left out."""
    for block in blocks(facts, "International"):
        code = block.codes[0].partition(" ")[0]
        name = body_name(block.names[0])
        if not code.startswith(kind) or block.dated or not _BODY.search(name) or len(name.split()) < 2:
            continue
        if not (_is_place(name) or _is_person(name) or not _telling(name) or _OFFICES.search(name)):
            yield code, [name, *(body_name(n) for n in block.names[1:] if not _OFFICES.search(body_name(n)))]


def _spell(draft: Draft, names: list[str]) -> None:
    for name in names:
        _add_body(draft, name)
    spell_british(draft)


def spell_british(draft: Draft) -> None:
    """Add to a body's names how the other half of the English world writes them."""
    for other in [text for text, form in draft.names if form in ("name", "alias")]:
        for old, new in _BRITISH:
            if old in other and len(fold(other.replace(old, new)).split()) > 2:
                _add_body(draft, other.replace(old, new))


def groups(facts: Path, countries: set[str], peoples: set[str]) -> list[Draft]:
    """Armed groups of the dictionary of militants: those of one country, or of a movement.

    `peoples`: folded names and adjectives of countries and peoples; with a common noun they name no group.
    """
    found: dict[str, Draft] = {}
    for block in blocks(facts, "MilNonState"):
        code = block.codes[0].partition(" ")[0]
        if not code.endswith("REB"):
            continue
        country = _OLD.get(code[:3], code[:3])
        country = country if country in countries else "IMG"
        spelled = [body_name(name) for name in block.names]
        spelled = [n for n in spelled if _group(n, peoples)]
        if not spelled or block.names[0].strip("_ ") and body_name(block.names[0]) != spelled[0]:
            continue
        draft = found.setdefault(fold(spelled[0]), Draft("g:" + slug(spelled[0]), spelled[0], "group", country, ("REB",), source="phoenix"))
        for name in spelled:
            _add_body(draft, name)
        for raw in block.names:
            inner = re.search(r"\(([A-Z0-9-]{3,8})\)", raw)
            if inner and not is_ordinary(inner[1].lower()) and not _is_place(inner[1]) and len(inner[1]) < 7:
                draft.add(inner[1] + "!", "acronym")
    return list(found.values())


def _group(name: str, peoples: set[str]) -> bool:
    words = fold(name).split()
    if len(words) <= 2 and all(w in peoples or is_ordinary(w) for w in words):
        return False
    if not words or _is_place(name) or _is_person(name):
        return False
    if len(words) == 1:
        return len(words[0]) > 3 and not _borne(name) and not is_ordinary(words[0])
    return any(not is_ordinary(w) for w in words) or len(words) > 2


def _add_body(draft: Draft, text: str) -> None:
    """Add a name; one of common English words only must be written exactly so."""
    words = fold(text).split()
    if not words or len(fold(text)) < 4 or words[-1] in _SMALL_WORDS:
        return
    if len(words) == 1 and (is_ordinary(words[0]) or _borne(text)):
        return
    form = "name" if not draft.names else "acronym" if text.isupper() and " " not in text else "alias"
    exact = all(is_ordinary(w) or w in COMMON for w in words) or len(words) == 1 and text.isupper()
    draft.add(text + ("!" if exact else ""), form)


def _telling(name: str) -> bool:
    """Whether a body's name is more than one or two ordinary words."""
    words = fold(name).split()
    return len(words) > 2 or any(not is_ordinary(w) for w in words)


def _borne(word: str) -> bool:
    """Whether a lone word is a given name, a family name or a place."""
    return bool(lexicon().get(fold(word), 0) & 7) or fold(word) in place_names()


def _is_place(name: str) -> bool:
    return fold(name) in place_names()


def _is_person(name: str) -> bool:
    """A given name, perhaps initials, and a family name, and no word of a body."""
    words = [w for w in fold(name).split() if len(w) > 1]
    if _BODY.search(name) or not 2 <= len(words) <= 4 or re.search(r"(?i)\b(?:army|front|brigade|force|faction|command|jihad|liberation|party|of|the)", name):
        return False
    return bool(lexicon().get(words[0], 0) & 1 and (lexicon().get(words[-1], 0) & 2 or words[-1] in COMMON or not is_ordinary(words[-1])))
