"""Reads this folder's own tables: countries, organs, groups, persons, roles and nouns."""

from __future__ import annotations

import re
from pathlib import Path

from drafts import Draft, Office, family_of, fold, slug

HERE = Path(__file__).resolve().parent
# Written as news writes them, whatever the table's lines look like.
_UPPER = re.compile(
    r"\b(cia|fbi|un|us|usaid|isaf|eu|isi|mi[56]|idf|irgc|nato|fsb|svr|gru|sbu|ecb|icc|imf|iaea|who|bnd|mit|wto|wfp|gcc|oic|"
    r"osce|opec|unrwa|unicef|undp|opcw)\b"
)
_TITLE = re.compile(
    r"\b(kremlin|pentagon|mossad|shin bet|white house|state department|hamas|hezbollah|houthi|taliban|islamic state|"
    r"al-qaeda|arab league|european|african union|world bank|quds force)\b"
)
_OFFICE = re.compile(
    r"^(?P<text>[^\[@]*?)(?:\s+\[(?P<sectors>[A-Z,]*)\])?(?:\s+@(?P<country>\S+))?(?:\s+(?P<spans>(?:\d{4}|\.\.).*))?$"
)


def rows(name: str, width: int) -> list[list[str]]:
    """The lines of one of our tables, padded to `width` columns; # starts a comment line."""
    found = []
    for number, line in enumerate((HERE / name).read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > width:
            raise ValueError(f"{name}:{number}: {len(cells)} columns, expected at most {width}")
        found.append(cells + [""] * (width - len(cells)))
    return found


def split(cell: str) -> list[str]:
    """The parts of a cell that lists several."""
    return [part.strip() for part in cell.split(";") if part.strip()]


class Roles:
    """roles.tsv: every phrase to its normal form, sectors and rank; titles.tsv: those of one office of one place."""

    def __init__(self) -> None:
        self.by_phrase: dict[str, tuple[str, tuple[str, ...], int]] = {}
        for normal, phrases, sectors, rank in rows("roles.tsv", 4):
            for phrase in [normal, *split(phrases)]:
                self.by_phrase.setdefault(fold(phrase), (normal, tuple(s for s in sectors.split(",") if s), int(rank)))

        self.titles: dict[str, tuple[str, str]] = {}
        for office, place, phrases in rows("titles.tsv", 3):
            if fold(office) not in self.by_phrase:
                raise ValueError(f"titles.tsv: {office!r} is no phrase of roles.tsv")
            for phrase in [office, *split(phrases)]:
                self.by_phrase.setdefault(fold(phrase), self.by_phrase[fold(office)])
                self.titles.setdefault(fold(phrase), (fold(office), place))

    def lines(self) -> list[str]:
        """The lines of the shipped roles.tsv: phrase, normal form, sectors, rank, office, place."""
        return [
            "\t".join((phrase, normal, ",".join(sectors), str(rank), *self.titles.get(phrase, ("", ""))))
            for phrase, (normal, sectors, rank) in sorted(self.by_phrase.items())
        ]

    def get(self, text: str) -> tuple[str, tuple[str, ...], int] | None:
        """The role of a title, also when it is qualified ("first deputy ...", "acting ...")."""
        words = fold(text)
        for start in ("acting ", "interim ", "first ", "caretaker ", "transitional ", "de facto ", "senior "):
            if words not in self.by_phrase:
                words = words.removeprefix(start)
        return self.by_phrase.get(words)


def offices(cell: str, roles: Roles, where: str) -> list[Office]:
    """Parse "foreign minister 2014-08..2015-08, 2015-11..2023-06; party leader [PTY] 2019..": see README.md."""
    found = []
    for part in split(cell):
        match = _OFFICE.match(part)
        if match is None:
            raise ValueError(f"{where}: cannot read office {part!r}")
        text = _UPPER.sub(lambda m: m[0].upper(), match["text"].strip())
        text = _TITLE.sub(lambda m: m[0].title(), text)
        known = roles.get(text)
        if known is None:
            known = next((r for r in (roles.get(" ".join(text.split()[k:])) for k in range(1, 8)) if r), None)
            if known is None and not match["sectors"]:
                print(f"{where}: unknown role {text!r}")
                known = (fold(text), ("GOV",), 2)
            known = known or (fold(text), (), 2)
        normal, sectors, rank = known
        if match["sectors"] is not None:
            sectors = tuple(s for s in match["sectors"].split(",") if s)
        for span in match["spans"].split(",") if match["spans"] else [".."]:
            start, dots, end = span.strip().partition("..")
            if not dots:
                end = start
            if end and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", end) or start and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", start):
                raise ValueError(f"{where}: cannot read span {span!r}")
            found.append(Office(text, normal, start or None, end or None, sectors, rank, match["country"]))
    return found


def countries(codes: dict[str, dict[str, str]]) -> list[Draft]:
    """countries.tsv with official names and capitals from the country-codes table, and capitals.tsv."""
    found = []
    dated: dict[str, list[list[str]]] = {}
    for iso, *metonym in rows("capitals.tsv", 4):
        dated.setdefault(iso, []).append(metonym)
    for iso, name, others, adjectives, people, metonyms, from_, to, country, sectors in rows("countries.tsv", 10):
        draft = Draft(iso, name, "country", country or iso, tuple((sectors or "GOV").split(",")))
        draft.from_, draft.to = from_ or None, to or None
        facts = codes.get(iso, {})
        draft.wikidata = facts.get("wikidata") or None
        draft.add(name, "name")
        draft.name = name.rstrip("!^")
        for other in split(others):
            draft.add(other, "acronym" if other.rstrip("!").replace(".", "").isupper() else "alias")
        for other in facts.get("names", "").split(";"):
            if other and fold(other) not in {"korea", "saint martin"}:
                draft.add(other, "alias")
        for word in split(adjectives):
            draft.add(word, "adjective")
        for word in split(people):
            draft.add(word, "demonym")
        for word in [facts.get("capital", ""), *split(metonyms)]:
            if word:
                draft.add(word, "metonym")
        for word, since, until in dated.get(iso, ()):
            draft.names = {key: value for key, value in draft.names.items() if fold(key[0]) != fold(word)}
            draft.add(word, "metonym", since or None, until or None)
        found.append(draft)
    return found


def bodies(name: str) -> list[Draft]:
    """organs, groups, igos, ngos, media, parties, peoples: id, name, names, kind, country, sectors, from, to, Q, flags, metonyms."""
    found = []
    for id_, title, others, kind, country, sectors, from_, to, wikidata, flags, metonyms in rows(name, 11):
        main = title.rstrip("!^")
        draft = Draft(id_ or wikidata, main, kind, country or None, tuple(s for s in sectors.split(",") if s))
        if not draft.id:
            draft.id = {"group": "g:", "party": "party:"}.get(kind, kind + ":") + slug(main)
        draft.from_, draft.to = from_ or None, to or None
        draft.wikidata = wikidata or (id_ if re.fullmatch(r"Q\d+", id_) else None)
        draft.state = "state" in flags
        draft.add(title, "metonym" if main in split(metonyms) else "name")
        for other in split(others):
            draft.add(other, "acronym" if other.rstrip("!").replace(".", "").isupper() else "alias")
        for other in split(metonyms):
            draft.add(other, "metonym")
        found.append(draft)
    return found


def persons(name: str, roles: Roles) -> list[Draft]:
    """A table of persons: country, name, family names, other names, Q-id, offices, sectors outside office."""
    found = []
    for country, title, family, others, wikidata, held, sectors in rows(name, 7):
        where = f"{name}: {title}"
        draft = Draft(wikidata or "p:" + slug(title), title, "person", country or None, wikidata=wikidata or None)
        draft.offices = offices(held, roles, where)
        draft.sectors = tuple(s for s in sectors.split(",") if s)
        draft.add(title, "name")
        families = split(family) or family_of(title, country)
        for other in split(others):
            draft.add(other, "alias")
        if families != ["-"]:
            spelled = [f for f in families if fold(f) in fold(title)]
            for one in families:
                draft.add(one, "family")
                # Other spellings of the family name are spellings of the whole name too.
                if one not in spelled and spelled and "!" not in one:
                    draft.add(title.replace(spelled[0], one), "alias")
            for one in families:
                bare = re.sub(r"^(?:al|el|Al|El)[- ]", "", one)
                if len(bare) > 3:
                    draft.add(bare, "family")
        found.append(draft)
    return found


def nouns(name: str = "nouns.tsv") -> list[tuple[str, str, str, list[str]]]:
    """Sector nouns: (lemma, sectors, form, folded keys). Plurals are made here; UNK says that no sector is meant."""
    found = []
    for sectors, form, lemmas in rows(name, 3):
        for group in split(lemmas):
            spellings = [part.strip() for part in group.split("=")]
            keys = dict.fromkeys(fold(word) for lemma in spellings for word in (lemma, plural(lemma)))
            found.append((spellings[0], "" if sectors == "UNK" else sectors, form, list(keys)))
    return found


_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "police": "police", "troops": "troops",
    "people": "people", "personnel": "personnel", "clergy": "clergy", "staff": "staff", "wife": "wives",
    "chief": "chiefs", "attorney general": "attorneys general", "media": "media", "youth": "youths",
    "elite": "elites", "press": "press", "navy": "navies", "mujahideen": "mujahideen", "fedayeen": "fedayeen",
}  # fmt: skip


def plural(lemma: str) -> str:
    """The plural of the last word of a compound; of the first where it is "X of Y"."""
    if " of " in lemma or "-in-" in lemma:
        head, joint, rest = lemma.partition(" of " if " of " in lemma else "-in-")
        return plural(head) + joint + rest
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    start, gap, last = lemma.rpartition(" ")
    for single, many in _IRREGULAR.items():
        if last == single:
            return start + gap + many
    for single, many in (("man", "men"), ("woman", "women")):
        if last.endswith(single) and last not in ("human", "german", "shaman", "talisman", "ottoman"):
            return start + gap + last.removesuffix(single) + many
    if last.endswith("s") and not last.endswith("ss"):
        return lemma
    if re.search(r"(s|x|z|ch|sh)$", last):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", last):
        return lemma[:-1] + "ies"
    return lemma + "s"
