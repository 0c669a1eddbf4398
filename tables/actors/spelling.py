"""Spells the names of sources that write in capitals, and makes the spellings that news uses beside them."""

from __future__ import annotations

import gzip
import json
import re
from functools import lru_cache
from itertools import product
from pathlib import Path

from drafts import FAMILY_FIRST, PARTICLES, TWO_SURNAMES, fold

DATA = Path(__file__).resolve().parents[2] / "dragoman" / "data"
_SMALL = {
    "bin", "ibn", "bint", "ul", "ur", "us", "e", "i", "y", "de", "la", "las", "los", "van", "der", "den", "del", "della", "von", "zu", "da", "das",
    "do", "dos", "du", "ter", "ten", "ad", "ed", "of", "wa", "wal",
}  # fmt: skip
# Before a name, in some countries' lists.
TITLES = frozenset(
    "acting minister foreign prime deputy president vice general gen lt lieutenant col colonel maj major brig brigadier capt captain admiral adm dr "
    "prof professor eng engineer sir dame rev reverend mr mrs ms miss chief justice secretary of state defense defence senator senior minster "
    "finance interior premier chancellor king queen spokesman spokeswoman director cia commander sgt sergeant air marshal governor judge mullah maulana "
    "mawlawi maulawi chairman hon ayatollah hojatoleslam honorable ret retd presient retired former interim".split()
)
# What stands before these words belongs to the title too: "Russian Foreign Minister Sergey Lavrov".
_STRICT = frozenset(
    "president minister secretary ambassador leader chancellor director premier spokesman spokeswoman undersecretary sec min soviet for to mr mrs ms presient elect "
    "commissioner chairman envoy".split()
)
_NO_NAMES = frozenset("army council ministry department environment liberation office committee relations affairs party junta the".split())
# Ranks that stand before a name like a given name.
_RANKS = TITLES | frozenset(
    "pope prince princess sheikh shaikh sheik emir datuk dato tun tan sri seri haji el imam sultan pengiran rear baron saint archbishop bishop patriarch "
    "lord lady baroness nana tuanku general cardinal father sister brother rana syed sayyid malietoa mahdi moulay sidi oba emeka hajji makhdoom pir nawab".split()
)
_JOINED_ARTICLE = {"al": "al-", "el": "el-", "ad": "ad-", "an": "an-", "ar": "ar-", "as": "as-", "ash": "ash-", "az": "az-", "at": "at-"}
# Whose names have an article that is no name of its own ("An" and "As" are names in Korea and Norway).
ARABIC = frozenset(
    "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM AFG IRN PAK TCD MLI".split()
)
SLAVIC = frozenset("RUS UKR BLR KAZ KGZ TJK TKM UZB GEO ARM AZE MDA BGR LVA EST LTU SUN".split())

# Whose news spells the names below in many ways. Turks and Azeris write them in one.
MUSLIM = ARABIC | frozenset(
    "BGD IND MDV LKA IDN MYS BRN NGA NER SEN GMB GIN SLE BFA CMR ETH ERI TZA KEN UGA CIV BEN TGO GHA IMG MUS SYC CAF SSD".split()
)
# Spellings of one name in news; the first word of a group says nothing about which is right.
_ARABIC_GROUPS = """mohammed mohammad muhammad mohamed
ahmed ahmad
hussein hussain husayn hossein
yousef yusuf youssef yousuf
abdullah abdallah
abdulrahman abdelrahman abdurrahman
omar umar
osman othman uthman
khaled khalid
ibrahim ebrahim
ismail esmail ismael
suleiman sulayman sulaiman soleiman
mustafa mostafa moustafa
nasser nasir naser
faisal faysal
walid waleed
rashid rasheed
majid majeed
karim kareem
mahmoud mahmud
masoud massoud masud
tariq tarek tareq
salem salim
saleh salih
saeed said
jaafar jafar
hassan hasan
hamad hamed
mahdi mehdi
qasim qassem kassem
reza rida
zayed zayid
rafiq rafik
tawfiq tawfik toufic taufik
fuad fouad
jamil jameel
latif lateef
nabil nabeel
sharif shareef sherif cherif
haidar haider hayder
hisham hesham
ziad ziyad
riyad riad riyadh
munir mounir
samir sameer
basil bassel basel
adil adel
amir ameer
husni hosni
muhsin mohsen mohsin
nuri nouri
yahya yehia
tahir taher
usama osama
lutfi lotfi
isa issa
musa moussa mousa
hatim hatem
jabir jaber
kamal kamel
qadir kader qader
shakir shaker
wahid waheed
shafiq shafik
habib habeeb
hafiz hafez
idris idriss
mansour mansur
mubarak mubarek
rauf raouf
sadiq sadik
salman selman
zubair zubayr
bashir basheer
daoud dawood daud dawud
fahd fahad
ghassan gassan
najib najeeb
naim naeem
rahim raheem
sabah sabbah
shaaban shaban
ubayd obeid obaid
zain zayn zein""".splitlines()
_SLAVIC_GROUPS = """sergei sergey
aleksandr alexander aleksander
aleksei alexei alexey aleksey
dmitry dmitri dmitriy
yuri yury yuriy
andrei andrey
nikolai nikolay
viktor victor
vasily vasiliy vasili
anatoly anatoliy anatoli
yevgeny yevgeniy evgeny
gennady gennadiy
valery valeriy
vitaly vitaliy
grigory grigoriy
arkady arkadiy
oleksandr olexandr""".splitlines()


# Ukrainians by their Russian names, and the other way round.
_UKRAINIAN = ("igor ihor", "volodymyr vladimir", "mykola nikolai", "serhiy sergei", "oleksandr aleksandr", "andriy andrei", "dmytro dmitry")


def _groups(lines: list[str]) -> dict[str, tuple[str, ...]]:
    return {word: tuple(line.split()) for line in lines for word in line.split()}


# Greeks are called by the short form, Georgians and Armenians in two transcriptions.
_GREEK = ("georgios george giorgos", "konstantinos costas kostas", "ioannis yannis giannis", "dimitrios dimitris", "athanasios thanassis", "nikolaos nikos",
          "panagiotis panayiotis", "evangelos vangelis", "michail michalis", "apostolos tolis", "efstathios stathis", "antonios antonis")  # fmt: skip
_KOREAN = ("choe choi", "pak park", "yi lee", "no roh", "kang gang", "chong chung jung", "cho jo", "chon jeon", "paek baek", "yu yoo")
# Endings that transcriptions write in several ways, by country.
_ENDINGS = {
    "UKR": (("skyy", "skyi"), ("skyy", "sky"), ("tskyy", "tsky"), ("yy", "yi"), ("iy", "ii")),
    "RUS": (("skiy", "sky"), ("tskiy", "tsky"), ("skiy", "ski"), ("noy", "noi")),
    "TKM": (("ow", "ov"), ("owa", "ova"), ("yew", "yev"), ("yewa", "yeva"), ("ayew", "ayev")),
    "IRN": (("zadeh", "zade"), ("pur", "pour"), ("iyan", "ian")),
    "ARM": (("yan", "ian"), ("ian", "yan")),
    "KAZ": (("ayev", "aev"), ("skiy", "sky"), ("beyev", "beev")), "KGZ": (("ayev", "aev"), ("beyev", "beev")), "UZB": (("ayev", "aev"),),
    "TJK": (("ayev", "aev"), ("zoda", "zade")), "AZE": (("zada", "zadeh"), ("zade", "zadeh"), ("ayev", "aev")), "BLR": (("skiy", "sky"), ("kiy", "ki")),
    "MKD": (("ski", "sky"),),
}  # fmt: skip


_SPELLED = (_groups(_ARABIC_GROUPS), _groups(_SLAVIC_GROUPS), _groups(list(_UKRAINIAN)))
# Given names that half a country bears: two of them name nobody.
COMMON = frozenset(word for line in _ARABIC_GROUPS for word in line.split()) | frozenset(
    "ali abdul abdel abd khan shah bin al el singh kumar kim lee li wang zhang nguyen tran john david james robert michael peter paul smith jones "
    "williams brown maria jose juan carlos luis jean ali ben ould abu haji hassan amin rahman rahim latif malik hamid jan gul noor nur din".split()
)


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Words of common English: what the language model's lemma table and our sector nouns know."""
    table = json.loads((DATA / "model" / "lemmas.json").read_text("utf-8"))
    found = {fold(word) for words in table["known"].values() for word in words}
    found |= {fold(form) for forms in table["forms"].values() for pair in forms.items() for form in pair}
    for line in (DATA / "actors" / "nouns.tsv").read_text("utf-8").splitlines():
        found |= {word for key in line.split("\t")[4:] for word in key.split()}
    found |= {a + b + c for a in ("north", "south", "mid", "") for b in ("east", "west", "north", "south", "") for c in ("ern", "") if a + b}
    return frozenset(found)


@lru_cache(maxsize=1)
def lexicon() -> dict[str, int]:
    """Words of names: 1 given names, 2 family names, 4 places."""
    lines = (DATA / "model" / "lexicon.txt").read_text("utf-8").splitlines()
    return {word: int(bits) for word, bits in (line.split() for line in lines)}


@lru_cache(maxsize=1)
def place_names() -> frozenset[str]:
    """All names of the gazetteer, folded."""
    data = gzip.decompress((DATA / "gazetteer" / "names.tsv.gz").read_bytes()).decode("utf-8")
    return frozenset(fold(line.partition("\t")[0]) for line in data.splitlines())


def is_ordinary(word: str) -> bool:
    """Whether a folded word, or its singular, is common English."""
    known = ordinary_words()
    if word in known or word.isdigit() or len(word) < 2:
        return True
    endings = (("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ed", ""), ("ed", "e"), ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"))
    return any(word.endswith(end) and word[: -len(end)] + new in known for end, new in endings)


def _cased(word: str) -> str:
    """One word of a person's name: O'Brien, McDonald, A.G., Al-Assad."""
    if re.fullmatch(r"(?:[A-Za-z]\.)+", word) or re.fullmatch("(?i)(?:ii|iii|iv|vi|vii|viii|ix)", word):
        return word.upper()
    word = re.sub(r"[^\W\d_]+", lambda m: m[0][0].upper() + m[0][1:].lower(), word)
    # "Mace" and "Machado" are no sons of anybody; "Mc" always is.
    word = re.sub(r"\bMc([a-z]{3,})", lambda m: "Mc" + m[1].capitalize(), word)
    return re.sub(r"(?<=[a-z]{2})'([A-Z])(?=[a-z]?$)", lambda m: "'" + m[1].lower(), word)


def person_name(raw: str, country: str | None) -> str:
    """A person's name from the source's capitals, without titles; empty where nothing of a name is left."""
    text = re.sub(r"\([^)]*\)", " ", raw.replace("_", " ").replace("`", "'"))
    words = [w.strip(",;\"") for w in text.split()]
    words = [w for w in words if w and not re.fullmatch(r"[\W\d]+", w)]
    while len(words) > 2 and all(part in TITLES for part in re.split("[-.]", words[0].lower().strip("."))):
        words.pop(0)
    if {w.lower() for w in words} & _NO_NAMES:
        return ""
    last = max((k for k, w in enumerate(words) if set(re.split("[-.]", w.lower())) & _STRICT), default=-1)
    words = words[last + 1 :]
    if last >= 0 and len(words) < 2 or "of" in map(str.lower, words) and words[0].lower() not in ("lord", "lady", "baroness", "baron"):
        return ""
    if words and (words[0].lower() in ("in", "charge", "relations", "and") or any("\ufffd" in w or "\x00" in w for w in words)):
        return ""
    shown: list[str] = []
    for place, word in enumerate(words):
        low = word.lower()
        if place and country in ARABIC and low in _JOINED_ARTICLE and place + 1 < len(words) or low == "al" and place + 1 < len(words):
            shown.append(_JOINED_ARTICLE[low])
        elif place and low in _SMALL and place + 1 < len(words):
            shown.append(low)
        else:
            shown.append(_cased(word))
    # "al-" joins the next word.
    return " ".join(shown).replace("- ", "-").replace(" -", "-").strip()


_UPPER = frozenset(
    "USA UK UN EU US NATO AIDS HIV TV IT II III IV BP HSBC AIG IBM AMD ABB SAP UPS UBS ING KKR TNT CNOOC NGO YMCA YWCA ASEAN OAS WHO ILO FAO BBC "
    "CNN IRA ETA PKK LG SK KT PLC NV SA AG SE LP LLC ADM AES AMR ATP BHP CBS CIT CME CSX CVS DTE EMC ESB FMC FPL GATX".split()
)
_LOWER = frozenset("of the and for in on to at by with from de la le les du des et y e del dos da das do der und für en el los las per para a au aux di".split())
_SHORT = frozenset("one two six ten pax aum big red new ex los las del sun bay ira eta bio gas oil max eco neo ben von van den der mac don san".split()) - {"ira", "eta"}
_SUFFIXES = {
    "inc": "Inc.", "incorporated": "Incorporated", "corp": "Corp.", "corporation": "Corporation", "ltd": "Ltd.", "limited": "Limited",
    "co": "Co.", "company": "Company", "plc": "PLC", "nv": "N.V.", "sa": "S.A.", "lp": "L.P.", "llc": "LLC", "ag": "AG", "se": "SE",
}  # fmt: skip


def body_name(raw: str) -> str:
    """A body's name from the source's capitals: small words small, acronyms and legal forms as they are written."""
    text = re.sub(r"\s*\([^)]*\)?", " ", raw.replace("_", " ")).strip(" ,;+-\"")
    words = text.split()
    if words and words[0].lower() == "the":
        words.pop(0)
    shown = []
    for place, word in enumerate(words):
        bare = re.sub(r"[^\w]", "", word)
        low = bare.lower()
        if place and low in _SUFFIXES and (place == len(words) - 1 or fold(words[-1]) in _SUFFIXES):
            shown.append(_SUFFIXES[low])
        elif place and word.lower() in _LOWER:
            shown.append(word.lower())
        elif bare.upper() in _UPPER or re.fullmatch(r"(?:\w[.&/+])+\w?\.?", word) or not re.search("[aeiouyAEIOUY]", bare):
            shown.append(word.upper())
        elif 1 < len(low) <= 3 and low not in _SHORT | _LOWER and not is_ordinary(low) and lexicon().get(low, 0) & 3 == 0 and "'" not in word:
            shown.append(word.upper())
        else:
            # "L'Europe" and "Jama'at", "al-Qaeda" and "23rd".
            word = re.sub(r"[^\W\d_]+(?:(?<=[^\W\d_]{2})'[^\W\d_]+)?|(?<=\d)(?i:st|nd|rd|th)\b", _capital, word)
            shown.append("al-" + word[3:] if place and word.startswith("Al-") else word)
    return " ".join(shown).rstrip(",")


def _capital(match: re.Match[str]) -> str:
    text = match[0]
    if match.start() and match.string[match.start() - 1].isdigit():
        return text.lower()
    return text[0].upper() + text[1:].lower()


def sound(word: str) -> str:
    """A folded word as it sounds, more or less: spellings of one name that differ in transliteration are equal."""
    word = re.sub(r"^abd(?:ul|el|al|ol)$", "abdl", word)
    for old, new in (
        ("ph", "f"), ("ck", "k"), ("q", "k"), ("dzh", "j"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ey", "i"),
        ("ai", "i"), ("ay", "i"), ("ie", "i"), ("iy", "i"), ("y", "i"), ("w", "v"), ("x", "ks"), ("e", "a"), ("o", "u"), ("z", "s"),
    ):  # fmt: skip
        word = word.replace(old, new)
    word = re.sub(r"c(?!h)", "k", word)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word.removesuffix("h") if len(word) > 3 else word


def sounds(name: str) -> tuple[str, ...]:
    """The sounds of a name's words, articles and initials left out."""
    return tuple(sound(w) for w in fold(name).split() if len(w) > 1 and w not in ("al", "el", "bin", "ibn", "ul", "ould", "de", "del", "la"))


def short_form(name: str, country: str | None) -> str | None:
    """What news makes of a name of three words and more: "William J. Burns" is "William Burns"."""
    words = name.split()
    if re.search(r'[("\d,]|\bof\b', name) or all(is_ordinary(fold(w)) for w in (words[0], words[-1])):
        return None
    if len(words) < 3 or country in FAMILY_FIRST or country in ("VNM", "KHM", "MMR", "HUN", "IDN", "MYS", "THA", "LAO", "SGP", "BTN", "ETH", "ERI"):
        return None
    if re.fullmatch("(?i)[ivx]+", words[-1]) or fold(words[0]) in _RANKS:
        return None
    if fold(words[-1]) in ("jr", "sr", "junior", "filho", "neto"):
        words = words[:-1]
    if country in MUSLIM and re.match("(?i)(?:al|el)-", words[-1]) and not set(fold(words[-1]).split()[1:]) & COMMON and not re.match("(?i)ab[du]", words[0]):
        # "Muhammad Ali al-Sitri" is Muhammad al-Sitri.
        return f"{words[0]} {words[-1]}"
    if len(words) < 3 or fold(words[0]) in COMMON | PARTICLES or len(words[0].strip(".")) < 3 or re.match("(?i)ab[du]", words[0]):
        return None
    if country in TWO_SURNAMES and len(words) >= 4:
        last, middle = [words[-2]], words[1:-2]
    elif country in TWO_SURNAMES and len(words) == 3:
        # "Juan Pérez García" is called Juan Pérez; "Juan Carlos Pérez" is not.
        if not lexicon().get(fold(words[1]), 0) & 1:
            return " ".join(words[:2])
        return None
    else:
        cut = len(words) - 1
        while cut > 1 and (fold(words[cut - 1]) in PARTICLES or fold(words[cut - 1]) in _SMALL or fold(words[cut - 1]) in ("st", "saint", "la", "le", "san")):
            cut -= 1
        last, middle = words[cut:], words[1:cut]
    # "Jean Claude Juncker" is no Jean Juncker.
    if not middle or fold(words[0]) in ("jean", "marie", "anne", "jose", "maria", "ana", "hans", "karl"):
        return None
    if any(fold(w) in _SMALL | PARTICLES for w in middle):
        return None
    return " ".join([words[0], *last])


def _spellings(country: str | None) -> dict[str, tuple[str, ...]]:
    """The names that the country's news spells in several ways."""
    if country == "UKR":
        return _SPELLED[2]
    if country in SLAVIC:
        return _SPELLED[1]
    return _SPELLED[0] if country in MUSLIM else {}


def variants(name: str, country: str | None) -> list[str]:
    """Other spellings of a person's name that reports use, the likeliest first."""
    if re.search(r'[("\d,]|\bof\b', name):
        return []
    found: list[str] = []
    words = name.split()
    if country in ("GRC", "CYP", "KOR"):
        groups = _groups(list(_GREEK if country != "KOR" else _KOREAN))
    else:
        groups = _spellings(country)
    choices: list[tuple[str, ...]] = []
    swapped = 0
    for word in words:
        bare = word[3:] if word.lower().startswith(("al-", "el-")) else word
        group = groups.get(fold(bare), ())
        if group and swapped < 2:
            swapped += 1
            rest = [word[: -len(bare)] + g.capitalize() for g in group if g != fold(bare)]
            choices.append((word, *rest[:3]))
        else:
            choices.append((word,))
    for picked in product(*choices):
        changed = sum(a != b for a, b in zip(picked, words, strict=True))
        if changed == 1 or changed == 2 and swapped == 2:
            found.append((changed, " ".join(picked)))  # type: ignore[arg-type]
    found = [text for _, text in sorted(found, key=lambda pair: pair[0])][:8]  # type: ignore[index]
    out = []
    for text in [name, *found]:
        out.append(text)
        if country in MUSLIM and re.search(r"\b[Aa]bd[ -]?(?:al|el|ul|ol|ur|ar|us|as)?[ -]", text):
            base = re.sub(r"\b[Aa]bd(?:[ -]?(?:al|el|ul|ol))[ -](\w)", lambda m: "Abdul " + m[1].upper(), text)
            out += [base, base.replace("Abdul ", "Abdel "), re.sub(r"Abdul (\w)", lambda m: "Abdul" + m[1].lower(), base)]
        if country in ("AFG", "IRN", "TJK") and re.search(r"(?<=\w)[ou]llah\b", text):
            out.append(re.sub(r"(?<=\w)([ou])llah\b", lambda m: ("u" if m[1] == "o" else "o") + "llah", text))
        if " bin " in text and len(text.split()) > 3:
            out.append(text.replace(" bin ", " "))
        if re.search(r" (?:al|el)-\w{4,}$", text) and len(text.split()) > 1:
            out.append(re.sub(r" (?:al|el)-(\w+)$", lambda m: " " + m[1], text))
        for old, new in _ENDINGS.get(country or "", ()):
            if text.endswith(old):
                out.append(text.removesuffix(old) + new)
    if country in TWO_SURNAMES and len(words) == 4 and lexicon().get(fold(words[1]), 0) & 1 and words[2].lower() not in _SMALL | PARTICLES:
        out.append(" ".join(words[:3]))
    if country in ("JPN", "HUN") and len(words) == 2:
        out.append(f"{words[1]} {words[0]}")
    if country in ("KOR", "TWN") and len(words) == 3 and all(len(w) < 7 for w in words):
        out.append(f"{words[1]}-{words[2].lower()} {words[0]}")
    return [text for text in dict.fromkeys(out) if fold(text) != fold(name)]
