"""Build data/model/lemmas.json from the treebanks, PropBank's verbs and the irregular words of `irregular.py`.

`python lemma_table.py --corpora DIR --out FILE`. The table holds only what the rules of `dragoman.reading.lemmas`
get wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tarfile
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import irregular
from corpora import Document, held_out, read_conllu

from dragoman.reading.lemmas import _KEPT, Lemmas

INFLECTED = ("VBD", "VBN", "VBG", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS")


def propbank_verbs(path: Path) -> set[str]:
    """The verbs that PropBank has frames for."""
    found: set[str] = set()
    with tarfile.open(path) as archive:
        for member in archive:
            if member.name.endswith(".xml") and "/._" not in member.name:
                text = archive.extractfile(member).read().decode("utf-8", "replace")
                found.update(re.findall(r'<alias pos="v">([a-z]+)</alias>', text))
    return found


def inflections(verb: str) -> dict[str, list[str]]:
    """The regular forms of a verb, those that are right first ("wagged", not "waged", of "wag")."""
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return {"VBD": [verb + verb[-1] + "ed"], "VBN": [verb + verb[-1] + "ed"], "VBG": [verb + verb[-1] + "ing"]}
    e, y = verb.endswith("e"), verb.endswith("y") and verb[-2:-1] not in "aeiou"
    past = [verb + "d"] if e else [verb[:-1] + "ied"] if y else [verb + "ed", verb + verb[-1] + "ed"]
    ing = [verb[:-1] + "ing"] if e and not verb.endswith(("ee", "ye", "oe")) else [verb + "ing"]
    if not e and not y:
        ing.append(verb + verb[-1] + "ing")
    return {"VBD": past, "VBN": past, "VBG": ing}


def build(documents: list[Document], verbs: set[str]) -> dict:
    """The table."""
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    lemma_counts: dict[str, Counter[str]] = {"VB": Counter(), "NNS": Counter(), "JJ": Counter()}
    capital: Counter[str] = Counter()
    for document in documents:
        for s in document.sentences:
            for form, tag, lemma in zip(s.words, s.tags, s.lemmas, strict=True):
                upos, _, xpos = tag.partition("|")
                if xpos in _KEPT or lemma == "_" or upos in {"X", "PROPN"}:
                    continue
                pairs[xpos, form.lower().replace("’", "'")][lemma.replace("’", "'")] += 1
                if upos in {"VERB", "AUX"} and lemma.isalpha() and lemma.islower():
                    lemma_counts["VB"][lemma] += 1
                elif upos == "NOUN" and lemma.islower():
                    lemma_counts["NNS"][lemma] += 1
                elif upos in {"ADJ", "ADV"} and lemma.islower():
                    lemma_counts["JJ"][lemma] += 1
                if xpos in {"JJ", "NN"} and lemma[:1].isupper() and lemma[1:].islower() and form[:1].isupper():
                    capital[lemma] += 1
    known = {k: {w for w in c if re.fullmatch(r"[a-z][a-z-]+", w)} for k, c in lemma_counts.items()}
    known["VB"] |= verbs | irregular.more_verbs()
    known["VB"] |= irregular.british(known["VB"])
    known["NNS"] |= set(irregular.nouns().values())
    # A word that also has a small lemma is not one that always wears a capital ("Internet" is; "March" is a name).
    proper = {w for w in capital if capital[w] > lemma_counts["JJ"][w.lower()] + lemma_counts["NNS"][w.lower()]}
    for words in known.values():
        words -= {w.lower() for w in proper}
    endings: dict[str, dict[str, list]] = {}
    for tag in INFLECTED:
        scripts: dict[str, Counter] = defaultdict(Counter)
        for (xpos, form), lemmas in pairs.items():
            lemma = lemmas.most_common(1)[0][0]
            if xpos != tag or not form.isalpha() or not lemma.islower():
                continue
            same = len(os.path.commonprefix([form, lemma]))
            for size in range(1, min(5, len(form) - 1) + 1):
                if len(form) - same <= size:
                    scripts[form[-size:]][len(form) - same, lemma[same:]] += 1
        endings[tag] = {}
        for ending, found in scripts.items():
            script, times = found.most_common(1)[0]
            if times >= (1 if len(ending) < 3 else 3):
                endings[tag][ending] = list(script)
        for ending in [e for e in endings[tag] if len(e) > 1 and endings[tag].get(e[1:]) == endings[tag][e]]:
            endings[tag][ending] = None  # the shorter ending says the same
        endings[tag] = {e: s for e, s in sorted(endings[tag].items()) if s is not None}
    forms: dict[str, dict[str, str]] = defaultdict(dict)
    for tag, words in irregular.verbs().items():
        forms[tag] |= words
    forms["NNS"] |= irregular.nouns()
    table = {"forms": forms, "known": {k: sorted(v) for k, v in known.items()}, "endings": endings, "capital": sorted(proper)}
    rules = Lemmas(table)
    for (tag, form), lemmas in sorted(pairs.items()):
        lemma, times = lemmas.most_common(1)[0]
        if rules(form, tag) == lemma or form in forms.get(tag, {}) or (lemma.capitalize() in proper):
            continue
        if times >= 2 or (tag in INFLECTED and form not in known["NNS"] and lemma in known["VB" if tag[0] == "V" else "NNS" if tag[0] == "N" else "JJ"]):
            forms[tag][form] = lemma
    # Regular forms that the rules would take for a rarer verb: "singing" is of "sing", not of "singe".
    for verb in sorted(known["VB"]):
        for tag, words in inflections(verb).items():
            for n, form in enumerate(words):
                found = rules(form, tag)
                if n == 0 and found != verb and lemma_counts["VB"][verb] > lemma_counts["VB"][found] and form not in forms[tag]:
                    forms[tag][form] = verb
    table["forms"] = {tag: dict(sorted(words.items())) for tag, words in sorted(forms.items())}
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    held = held_out(args.corpora)
    documents = read_conllu(args.corpora / "ud-ewt/en_ewt-ud-train.rebuilt.conllu")
    for path in sorted((args.corpora / "gum/dep-open").glob("*.conllu")):
        if path.stem not in held:
            documents += read_conllu(path)
    table = build(documents, propbank_verbs(args.corpora / "propbank-frames/frames.tar.gz"))
    args.out.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    lemmas = Lemmas(table)
    print(args.out.stat().st_size, {k: len(v) for k, v in table["forms"].items()}, {k: len(v) for k, v in table["known"].items()}, len(table["capital"]))
    for part in ("test", "dev"):
        n = right = kept = 0
        wrong: Counter = Counter()
        for document in read_conllu(args.corpora / f"ud-ewt/en_ewt-ud-{part}.conllu"):
            for s in document.sentences:
                for i, (form, tag, lemma) in enumerate(zip(s.words, s.tags, s.lemmas, strict=True)):
                    upos, _, xpos = tag.partition("|")
                    if lemma == "_" or upos in {"PUNCT", "SYM", "X"}:
                        continue
                    if xpos in _KEPT:
                        kept += 1
                        continue
                    n += 1
                    found = lemmas(form, xpos, i == 0)
                    right += found == lemma
                    if found != lemma:
                        wrong[form, xpos, lemma, found] += 1
        print(f"EWT {part}, gold tags, without proper nouns: lemmas {100 * right / n:.2f} of {n}")
        print(wrong.most_common(40) if part == "dev" else "")


if __name__ == "__main__":
    main()
