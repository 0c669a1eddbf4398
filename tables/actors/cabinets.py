"""The members of government and the lesser posts in CountryInfo that `sources.countryinfo` leaves out, by months."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from drafts import Draft, Office, fold, slug
from handwritten import Roles
from sources import countryinfo_lines, government_offices, span_ends
from spelling import is_ordinary, lexicon, person_name

# The first word of a portfolio to the role that all countries' offices of the kind compare by.
_PORTFOLIOS = (
    ("agricultur", "agriculture minister"), ("education", "education minister"), ("health", "health minister"),
    ("public health", "health minister"), ("labor", "labour minister"), ("labour", "labour minister"),
    ("transport", "transport minister"), ("energy", "energy minister"), ("oil", "energy minister"),
    ("petroleum", "energy minister"), ("trade", "trade minister"), ("commerce", "trade minister"),
    ("economy", "economy minister"), ("economic", "economy minister"), ("emergency", "emergencies minister"),
    ("foreign", "foreign minister"), ("justice", "justice minister"), ("finance", "finance minister"),
    ("information", "information minister"), ("security", "security minister"), ("public security", "security minister"),
)  # fmt: skip
_DIRECTIONS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "new"}
_JUDGES = re.compile(r"chief justice|supreme court|constitutional court|supreme peoples? court|high court")
_SPEAKERS = re.compile(r"\b(?:speaker|chairman|president),? (?:of (?:the )?)?(?:\w+ )?(?:national assembly|parliament|house|senate|peoples assembly)")


# Posts under <Leaders> that are no heads of state or government: text and the role they compare by.
_POSTS = {
    "governors": ("governor", "governor"), "governors general": ("governor-general", "governor-general"),
    "captains regent": ("captain regent", "official"), "administrators": ("administrator", "governor"),
    "commissioners": ("commissioner", "governor"), "high commissioners": ("high commissioner", "governor"),
    "high commissioners and governors general": ("high commissioner", "governor"), "vice presidents": ("vice president", "vice president"),
    "executive vice presidents": ("vice president", "vice president"), "lieutenant governors": ("lieutenant governor", "governor"),
    "ministers of state": ("minister of state", "minister"), "cabinet chiefs": ("cabinet chief", "minister"),
    "revolutionary junta": ("junta member", "official"), "junta": ("junta member", "official"),
    "military junta": ("junta member", "official"), "junta of commanders": ("junta member", "official"),
    "resident commissioners": ("resident commissioner", "governor"),
}  # fmt: skip


def members(facts: Path, roles: Roles) -> list[Draft]:
    """Everybody under <Government> and <Leaders> whom `sources.countryinfo` does not take, with the source's titles."""
    found: dict[tuple[str, str], Draft] = {}
    for iso, block, post, match, spans in countryinfo_lines(facts):
        # Guinea's block holds Guinea-Bissau's ministers too, unmarked; territories without a code are nobody's.
        if iso in ("", "GIN"):
            continue
        titles = match["titles"] or ""
        if block == "Leaders":
            titles = _POSTS[post][0] if post in _POSTS else ""
            if not titles or iso == "KOS":
                continue
        # Hong Kong's secretaries stand among China's ministers.
        where = "HKG" if iso == "CHN" and re.search("Secretary|Legislative Council|Hong Kong", titles) else iso
        if block == "Government" and where == iso and list(government_offices(titles, spans, roles)):
            continue
        held = list(_offices(titles, spans, where, roles, _POSTS.get(post) if block == "Leaders" else None))
        spelled = [person_name(part, where) for part in re.findall(r"[^{}]+", match["names"]) if part.strip()]
        spelled = [name for name in spelled if len(name.split()) > 1]
        if not held or not spelled:
            continue
        draft = found.get((where, fold(spelled[0])))
        if draft is None:
            draft = Draft("p:" + slug(spelled[0]), spelled[0], "person", where, source="cabinets")
            found[where, fold(spelled[0])] = draft
        for name in spelled:
            draft.add(name, "name" if name == spelled[0] else "alias")
        draft.offices += [office for office in held if office not in draft.offices]
    return list(found.values())


def _offices(
    titles: str, spans: list[tuple[str, str]], iso: str, roles: Roles, post: tuple[str, str] | None
) -> Iterator[Office]:
    parts = [part for part in titles.split(" & ") if part.strip()]
    text, normal, sectors, rank = _office(parts[0] if len(parts) == 1 else "Minister", roles)
    if post is not None:
        text, normal = post
        sectors, rank = ("GOV",), 1 if normal == "vice president" else 2
    elif not parts:
        # The list of the United States names no offices.
        text = normal = "official"
    for code, span in spans:
        start, end, firm = span_ends(span)
        country = supranational(code)
        held = ("LEG",) if not parts and code.endswith("LEG") else ("JUD",) if not parts and code.endswith("JUD") else sectors
        if code and not country and code[:3] not in (iso, {"KOS": "KSV", "TLS": "TMP", "ROU": "ROM"}.get(iso)):
            # A colonial official's other post, or a slip of the source.
            if len(code) > 6 and code[3:6] == iso:
                pass
            elif iso != "HKG":
                continue
        yield Office(text, normal, start and start[:7], end and end[:7], held, rank, country, firm=firm)


def supranational(code: str) -> str | None:
    """Whom a code of an international body stands for: UNO, EUR or IGO; None for a country's code."""
    if not code.startswith("IGO"):
        return None
    return code[3:6] if code[3:6] in ("UNO", "EUR") else "IGO"


def _office(title: str, roles: Roles) -> tuple[str, str, tuple[str, ...], int]:
    """(text, normal form, sectors, rank) of one title as the source writes it."""
    title = re.sub(r'"[^"]*"?|_|\bActing\b', " ", title)
    title = re.sub(r"\s*\([^)]*\)?", "", " ".join(title.split())).strip(" ,.")
    simple = fold(title)
    known = roles.get(simple)
    if known is not None:
        return known[0], *known
    shown = _lowered(title) or "minister"
    if _JUDGES.search(simple):
        return shown, "chief justice" if "chief justice" in simple else "judge", ("JUD",), 2
    if "deputy" not in simple and _SPEAKERS.search(simple):
        return shown, "parliament speaker", ("GOV", "LEG"), 2
    if re.search(r"\bspeaker\b", simple) and "deputy" not in simple:
        return shown, "parliament speaker", ("GOV", "LEG"), 2
    if re.search(r"\bintelligence (?:service|agency)|\bsecurity services?\b|state security committee", simple) and "deputy" not in simple:
        return shown, "intelligence chief", ("GOV", "SPY"), 2
    if re.match(r"ambassador to|permanent representative", simple):
        return shown, "ambassador", ("GOV",), 2
    if "national bank" in simple or "reserve bank" in simple or "monetary authority" in simple:
        return shown, "central bank governor", ("GOV",), 2
    if re.match(r"(?:\w+ )?(?:deputy|vice) (?:prime minister|premier|chancellor)\b", simple):
        return shown, "deputy prime minister", ("GOV",), 1
    junior = re.search(r"\bstate for|deputy|vice|assistant|under ?secretary|delegate", simple)
    portfolio = re.sub(r"^(?:federal )?(?:minister|secretary)(?: of state)? (?:of|for) (?:the )?(?:national )?(?:public )?", "", simple)
    if portfolio != simple and not junior:
        for start, role in _PORTFOLIOS:
            if portfolio.startswith(start):
                found = roles.get(role)
                assert found is not None
                # "Minister of Foreign Trade", "Minister of Security Council Affairs".
                if role not in ("foreign minister", "security minister") and found[2] == 2:
                    return shown, role, found[1], 2
                break
    if re.search(r"chief of (?:the )?(?:general |defen[cs]e )?staff|commander|armed forces", simple) and "minist" not in simple:
        return shown, "army chief" if "chief" in simple else "commander", ("MIL",), 2
    minister = re.match(r"(?:\w+ )?(?:minist|secretary)|(?:chief|head),? (?:federal )?(?:department|ministry)", simple)
    normal = "minister" if minister or not simple else "official"
    return shown, normal, ("GOV",), 2


def _lowered(title: str) -> str:
    """The title in running text: ordinary words small, names of places and acronyms as they are."""
    words = title.split()
    shown: list[str] = []
    for word in reversed(words):
        low = fold(word)
        named = lexicon().get(low, 0) & 4 and not is_ordinary(low) or low in _DIRECTIONS and shown and shown[-1][:1].isupper()
        shown.append(word if named or word.isupper() and len(word) > 1 else word.lower())
    return " ".join(reversed(shown))
