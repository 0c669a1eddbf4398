"""Words: spaCy's English tokenizer, changed to cut as Universal Dependencies does (EWT, GUM).

Compounds are cut at the hyphen ("U.S. - led"), words with a prefix and Arabic or Korean names are not
("anti-government", "al-Assad", "Ban Ki-moon"). spaCy guarantees that the tokens spell the text again.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Prefixes that UD leaves on their word. "self", "all" and "so" are words of their own there.
PREFIXES = (
    "anti arch bi co contra counter cross cyber de e ex extra hyper infra inter intra macro mega mid mini mis mono "
    "multi neo non out over para photo post pre pro proto pseudo quasi re semi socio sub super supra trans tri ultra "
    "un under uni vice"
).split()
ARTICLES = "al el an ar as ash at az ad ul ur us Al El An Ar As Ash At Az Ad Ul Ur".split()
ABBREVIATIONS = (
    "U.S. U.N. U.K. E.U. U.A.E. U.S.A. U.S.S.R. D.C. L.A. N.Y. P.L.O. P.M. a.m. p.m. A.M. Gen. Lt. Col. Maj. Capt. "
    "Cpl. Sgt. Cmdr. Adm. Brig. Pvt. Gov. Sen. Rep. Reps. Sens. Pres. Prof. Dr. Mr. Mrs. Ms. Messrs. Rev. Fr. St. Ste. "
    "Mt. Ft. Hon. Jr. Sr. Inc. Corp. Ltd. Co. Cos. Bros. No. Nos. vs. etc. i.e. e.g. cf. al. approx. est. dept. Dept. "
    "Assn. Univ. Ave. Blvd. Rd. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. "
    "Thurs. Fri. Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. "
    "Mo. Mont. Neb. Nev. N.C. N.D. N.H. N.J. N.M. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Va. Vt. Wash. Wis. W.Va. Wyo. "
    "a.k.a. Ph.D. B.A. M.A. B.C. A.D. Supt. Insp. Det. Amb. Atty. Spc. Secy. Msgr."
).split()

AGENCIES = "TASS Xinhua SANA IRNA APA Trend Interfax BelTA Ukrinform MTI ANSA".split()

_LETTER = r"[^\W\d_]"
_DASHES = "-‐‑–—―−~"
# The first syllable of a Korean or Chinese given name. The second must not be an English word that ends compounds.
_SYLLABLES = (
    "Bum Byung Chang Chee Chi Ching Chol Chul Chun Chung Dae Dong Eun Geun Gi Gyu Hae Hee Ho Hong Hsien Hui Hwa Hyo Hyon "
    "Hyun Il Ing Jae Jeong Jin Jong Joo Joon Jun Jung Ka Kai Keun Ki Kook Kuk Kwang Kyong Kyung Kyu Man Min Mong Moo "
    "Mun Myong Myung Nak Nam Pil Pyo Pyong Ryong Sang Seok Seon Seung Shin Shui Sik Siu Song Soo Soon Suk Sun Sung "
    "Tae Tong Ui Un Wai Won Woo Wook Yi Ying Yo Yon Yong Yoo Yoon Young Yu Yul Yun"
).split()
_COMPOUNDING = (
    "aged aid and array at backed based born bound branch by class day deal door end era filled for founded free going "
    "haired hand held hit in join last led level lift like line list long made minded of off old on only on or out "
    "owned part powered rich run scale side size starved style term time to tolerance turn type up wide wing year"
).split()
# Words that stay whole although they hold a hyphen. The pattern ends in `$` because spaCy calls `.match`.
_WHOLE = "|".join(
    (
        rf"(?!UN[-‐‑])(?i:{'|'.join(PREFIXES)})[-‐‑]\w+(?:/\d+)?",
        r"pan[-‐‑]\w+",
        rf"(?:{'|'.join(ARTICLES)})[-‐‑][^\W\d_a-z]\w*(?:['’](?!s$)\w+)*(?:[-‐‑]\w+)*",  # al-Assad, al-Shabaab
        r"(?:Abd|Abdal|Abdel|Abdol|Abdul|Abu|Ibn|Umm|Ould)[-‐‑][^\W\d_a-z]\w+",
        # Arabic, Persian and Urdu joins: Tehreek-e-Taliban, Jamaat-ud-Dawa, Saif-al-Islam; Tehrik-i
        r"[^\W\d_a-z]\w+[-‐‑](?:al|el|ul|ur|ud|uz|us|e|i|as|ad|ar|eddin)(?:[-‐‑]\w+)?",
        rf"(?:{'|'.join(_SYLLABLES)})[-‐‑](?!(?:{'|'.join(w for w in _COMPOUNDING if w not in ('in', 'un'))})$)[A-Z]?[a-z]{{1,5}}",
        r"[A-Z][A-Za-z]*\d{0,2}[-‐‑]\d{1,3}[A-Za-z]?s?",  # F-16s, S-400, MiG-29, Hwasong-15
        r"COVID[-‐‑]19",
        r"(?:\d{3}[-‐‑])?\d{3}[-‐‑]\d{4}",  # telephones
        r"(?:1?\d|2\d|3[01])/1?\d(?:/\d{2,4})?",  # dates, 9/11
    )
)


class PatientTokenizer(Tokenizer):
    """spaCy's time grows with the square of a text without white space: such text is cut into slices first."""

    def __call__(self, text: str) -> Doc:
        if not _ENDLESS.search(text):
            return super().__call__(text)
        words: list[str] = []
        spaces: list[bool] = []
        for part in _slices(text):
            for token in super().__call__(part):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)


def make_tokenizer(nlp: Language) -> Tokenizer:
    """The tokenizer for an English `nlp`."""
    defaults = nlp.Defaults
    apostrophes = "'’‘`´"
    dashes = rf"(?<=[\w.%)\]”\"'’])[{_DASHES}]+(?=[\w(\[“\"'‘$€£])"
    infixes = [
        r"\.\.+", "…",
        dashes,
        rf"(?<={_LETTER}{_LETTER})\.(?=[A-Z][a-z])",  # a missing space after a full stop
        rf"(?<={_LETTER}),(?={_LETTER})",
        rf"(?<=\w)[:;<>=/](?={_LETTER})",
        r"[“”„«»\"‹›]",
        r"(?<=[\w,.?!])[()\[\]{}](?=\w)",
        r"(?<=[0-9])[+*^](?=[0-9-])",
    ]
    runs = r"[!?]+", r"[=_*~<>$]{2,}"
    prefixes = [*runs, *defaults.prefixes, f"[{_DASHES}]+", "[‘‹›]", r"[\[\](){}]"]
    # A closing single quote is a token of its own, but not the ’ of a possessive or contraction.
    suffixes = [
        *runs,
        *[s for s in defaults.suffixes if s not in ("'s", "'S", "’s", "’S")],
        f"[{_DASHES}]+", rf"(?<=[\w.])[{apostrophes}](?i:s)", "[‘’‹›]",
    ]
    rules = {k: v for k, v in defaults.tokenizer_exceptions.items() if not re.fullmatch(r"\d+\s?[ap]\.?m\.?", k)}
    rules = {k: v for k, v in rules.items() if k not in _NOT_ABBREVIATIONS}
    for word in ABBREVIATIONS:
        rules[word] = [{ORTH: word}]
    for agency in AGENCIES:  # "MOSCOW, November 18. /TASS/."
        rules[f"/{agency}/"] = [{ORTH: "/"}, {ORTH: agency}, {ORTH: "/"}]
        rules[f"/{agency}/."] = [*rules[f"/{agency}/"], {ORTH: "."}]
    return PatientTokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(prefixes).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=re.compile(rf"(?:{_WHOLE})$").match,
        url_match=defaults.url_match,
    )


_ENDLESS = re.compile(r"\S{1000,}")
_SLICE = 250


def _slices(text: str) -> list[str]:
    """The text, cut inside its endless stretches. A slice keeps the blank behind it, as spaCy's tokens do."""
    cuts = [0]
    for found in _ENDLESS.finditer(text):
        end = found.end() + (text[found.end() : found.end() + 1] == " ")
        cuts += [*range(found.start(), found.end() - 1, _SLICE), end]
    cuts.append(len(text))
    return [text[a:b] for a, b in zip(cuts, cuts[1:]) if a < b]


# spaCy's exceptions that are words of the news as well.
_NOT_ABBREVIATIONS = frozenset(
    ("Ill", "ill", "Id", "id", "Were", "were", "Well", "well", "Shell", "shell", "Hell", "hell", "Wed", "wed", "Shed", "shed", "Its", "its", "Lets", "lets",
     "Whore", "whore", "Cant", "cant", "Wont", "wont", "Dont", "dont", "and/or")
)
