"""The organs that every state has, by rule: organs_rule.tsv's forms with every country's adjectives and names.

"Turkish Foreign Ministry", "Ministry of Foreign Affairs of Turkey" and what the program composes of "Turkey's foreign
ministry" are one id. A body that our own tables name by one of these forms gets the others.
"""

from __future__ import annotations

import re

from drafts import Draft, fold
from handwritten import rows, split

# Members of the United Nations have ISO codes of their own and no sovereign above them; these stand beside them.
_BESIDE = {"KOS", "TWN", "PSE", "VAT"}
_NOT_STATES = {"HKG", "ATA"}
# Adjectives that are not what a state's organs are called by.
_LOOSE = {
    "aussie", "kiwi", "bajan", "zionist", "persian", "magyar", "scottish", "welsh", "english", "northern irish", "hellenic",
    "nepalis", "mosotho", "batswana", "motswana", "tobagonian", "kampuchean", "zairian", "zairean", "rhodesian", "ceylonese",
    "srilankan", "byelorussian", "filipina", "rumanian", "croat", "serb", "kazak", "kirghiz", "tadjik", "nigerois", "burkinan",
    "ghanian", "liechtensteiner", "luxembourger", "greek cypriot", "kosovo albanian", "west german", "n korean", "s korean",
    "moldavian", "myanmarese", "tahitian",
}  # fmt: skip
# Other names in use after "of" and before "army"; names of the past are left out.
_ALSO = {
    "TUR": ("Türkiye",), "MMR": ("Burma",), "CIV": ("Côte d'Ivoire",), "CZE": ("Czechia",), "SWZ": ("Swaziland",),
    "COD": ("DR Congo", "DRC", "Congo"), "COG": ("Congo-Brazzaville",), "ARE": ("UAE", "Emirates"), "GBR": ("UK", "Britain"),
    "USA": ("US", "U.S."), "BIH": ("Bosnia",), "MKD": ("Macedonia",), "CPV": ("Cabo Verde",), "TLS": ("Timor-Leste",),
    "TTO": ("Trinidad",), "PRK": ("DPRK",), "SAU": ("Saudi",),
}  # fmt: skip
_THE = re.compile(
    r"(Bahamas|Gambia|Netherlands|Philippines|Maldives|Seychelles|Comoros|Emirates|United |Islands|Republic|Congo$|UK$|US$|U\.S\.$|UAE$|DRC$|"
    r"Kingdom|State|Federation|Union|Commonwealth|Sultanate|Principality|Federated|Confederation)"
)


def of_country(name: str) -> str:
    """The name as it stands after "of", with the article that it needs."""
    needs = _THE.search(name) and not re.match(r"DR |Congo|United Arab Emirates of|Trinidad", name)
    return f"the {name}" if needs else name


def modifiers(country: Draft) -> list[str]:
    """What stands before the organ's noun: the adjectives, then the names."""
    found = [text for text, form in country.names if form == "adjective" and fold(text) not in _LOOSE]
    return list(dict.fromkeys([*found, country.name, *_ALSO.get(country.id, ())]))


def places(country: Draft, formal: str) -> list[str]:
    """What stands after "of": the names in use and the formal one."""
    names = [country.name, *(n for n in _ALSO.get(country.id, ()) if n not in ("Saudi", "Emirates", "Trinidad")), formal]
    return list(dict.fromkeys(of_country(name) for name in names if name))


def formal_name(country: Draft) -> str:
    """The long name of the state, from the names that the country has."""
    long = re.compile(r"\b(Republic|Kingdom|Federation|State|Sultanate|Principality|Union|Grand Duchy|Commonwealth)\b.* of |Republic$|Federation$|Confederation$")
    return next((text for text, form in country.names if form in ("name", "alias") and long.search(text)), "")


def rules() -> list[tuple[str, str, list[str], str, set[str]]]:
    """The lines of organs_rule.tsv: slug, sectors, forms, "+" (only), "-" (not) or "", and the countries."""
    found = []
    for slug, sectors, forms, where in rows("organs_rule.tsv", 4):
        if where[:1] not in ("", "+", "-"):
            raise ValueError(f"organs_rule.tsv: {slug}: {where!r} begins with neither + nor -")
        found.append((slug, sectors, split(forms), where[:1], set(where[1:].split())))
    return found


def add_organs(table: list[Draft]) -> None:
    """Add to the table, which holds the countries and our own bodies, the organs of every state."""
    states = [d for d in table if d.kind == "country" and re.fullmatch("[A-Z]{3}", d.id) and d.country == d.id]
    states = [d for d in states if d.id not in _NOT_STATES and (d.to is None or d.id in _BESIDE)]
    by_id = {draft.id: draft for draft in table}
    owner: dict[tuple[str | None, str], Draft] = {}
    for draft in table:
        if draft.kind in ("organ", "group"):
            for text, _ in draft.names:
                owner.setdefault((draft.country, fold(text)), draft)
    every = {code for *_, codes in rules() for code in codes} - {d.id for d in states}
    if every:
        raise ValueError(f"organs_rule.tsv: no such states: {sorted(every)}")
    for slug, sectors, forms, sign, codes in rules():
        for state in states:
            if sign == "+" and state.id not in codes or sign == "-" and state.id in codes:
                continue
            spelled = list(_spelled(forms, state))
            # A form with the adjective that our own table gives a body decides whose all the others are.
            mine = by_id.get(f"{state.id}:{slug}") or next((o for t in spelled[:12] if (o := owner.get((state.id, fold(t))))), None)
            if mine is None:
                mine = Draft(f"{state.id}:{slug}", spelled[0], "organ", state.id, tuple(sectors.split(",")))
                table.append(mine)
                by_id[mine.id] = mine
            for text in spelled:
                if owner.setdefault((state.id, fold(text)), mine) is mine:
                    mine.add(text + "^", "alias" if mine.names else "name")


def _spelled(forms: list[str], state: Draft) -> list[str]:
    before, after = modifiers(state), places(state, formal_name(state))
    found = [form.replace("{a}", word) for word in before for form in forms if "{a}" in form]
    found += [form.replace("{of}", word) for word in after for form in forms if "{of}" in form]
    return list(dict.fromkeys(found))
