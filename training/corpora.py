"""Read the corpora as documents of sentences. Each reader says which of the heads its sentences may train."""

from __future__ import annotations

import collections
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from scheme import Tables, name_in, spans

IGNORE = None  # a name label that must not be learnt from


@dataclass
class Taught:
    """What teachers say about a sentence of n words (teach.py): probabilities, float16."""

    arcs: np.ndarray  # [n, n + 1], column 0 the root
    rels: np.ndarray  # [n, labels] for the sentence's heads
    tags: np.ndarray  # [n, tags]
    names: np.ndarray | None  # [n, names]
    alone: bool  # whether there is no gold beside it: the sentence's trees are the teachers'


@dataclass
class Sentence:
    """One sentence. `tags`, `heads`, `rels`, `lemmas` are None where the corpus has no trees."""

    words: list[str]
    tags: list[str] | None = None  # UPOS|XPOS
    heads: list[int] | None = None  # 1-based, 0 = root
    rels: list[str] | None = None
    lemmas: list[str] | None = None
    names: list[str | None] | None = None  # O, B-PERSON, I-PERSON, ...; None = not to be learnt from
    ends_known: bool = True  # False where the sentence was cut by guess
    taught: Taught | None = None
    ident: str = ""  # for the names of UNER, which come in files of their own
    misc: list[str] = field(default_factory=list)  # CoNLL-U's last column
    glued: list[bool] = field(default_factory=list)  # of each word: whether no white space follows
    paragraph: bool = True  # whether it begins one


@dataclass
class Document:
    """Consecutive sentences of one text."""

    name: str
    sentences: list[Sentence] = field(default_factory=list)


def read_conllu(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file."""
    documents: list[Document] = []
    rows: list[list[str]] = []
    ident, glued_until, paragraph = "", (0, False), True
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc"):
            documents.append(Document(line.partition("=")[2].strip()))
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            ident = line.partition("=")[2].strip()
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                if int(row[0]) <= glued_until[0]:  # of a word like "don't", which has a row of its own
                    space = int(row[0]) == glued_until[0] and glued_until[1]
                    row[9] = row[9].replace("SpaceAfter=No", "_") if space else row[9] + "|SpaceAfter=No"
                rows.append(row)
            elif "-" in row[0]:
                glued_until = (int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9])
        elif not line and rows:
            if not documents:
                documents.append(Document(path.stem))
            documents[-1].sentences.append(
                Sentence(
                    [r[1] for r in rows], [f"{r[3]}|{r[4]}" for r in rows], [int(r[6]) for r in rows], [r[7] for r in rows], [r[2] for r in rows],
                    ident=ident, misc=[r[9] for r in rows], glued=["SpaceAfter=No" in r[9] for r in rows], paragraph=paragraph,
                )
            )
            rows, glued_until, paragraph = [], (0, False), False
    return documents


def add_names(documents: list[Document], path: Path) -> tuple[int, int]:
    """Put UNER's names on the sentences that they were made for. Returns (sentences with names, all sentences)."""
    kinds = {"PER": "PERSON", "ORG": "GROUP", "LOC": "PLACE"}
    found: dict[str, tuple[list[str], list[str]]] = {}
    ident, words, labels = "", [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# sent_id"):
            ident = line.partition("=")[2].strip()
        elif line and line[0] != "#":
            row = line.split("\t")
            words.append(row[1])
            position, _, kind = row[2].partition("-")
            labels.append(f"{position}-{kinds[kind]}" if kind in kinds else "O")  # OTH and the stray B-O too
        elif not line and words:
            found[ident] = (words, labels)
            words, labels = [], []
    hits = total = 0
    for document in documents:
        for sentence in document.sentences:
            total += 1
            gold = found.get(sentence.ident)
            if gold and gold[0] == sentence.words:
                sentence.names = mend(gold[1])
                hits += 1
    return hits, total


def add_gum_names(documents: list[Document], places: set[str]) -> int:
    """Names from GUM's entities: of a mention of a person, organization, place or event, the proper nouns at its head.
    Other proper nouns are left out of the loss. `places`: names that count as places even where they act ("Iran")."""
    kinds = {"person": "PERSON", "organization": "GROUP", "place": "PLACE", "event": "EVENT"}
    total = 0
    for document in documents:
        for s in document.sentences:
            proper = [t.endswith(("|NNP", "|NNPS")) for t in s.tags]
            labels: list[str | None] = [IGNORE if p else "O" for p in proper]
            opened: dict[str, list[tuple[int, list[str]]]] = {}
            mentions: list[tuple[int, int, list[str]]] = []
            for i, misc in enumerate(s.misc):
                found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
                for mark in re.findall(r"\([^()]+\)?|[^()]+\)", found.group(1)) if found else ():
                    fields = mark.strip("()").split("-")
                    if mark.startswith("("):
                        opened.setdefault(fields[0], []).append((i, fields))
                        if not mark.endswith(")"):
                            continue
                    if opened.get(fields[0]):
                        begin, fields = opened[fields[0]].pop()
                        mentions.append((begin, i + 1, fields))
            taken: set[int] = set()
            for begin, end, fields in sorted(mentions, key=lambda m: m[0] - m[1]):
                if len(fields) < 6 or fields[1] not in kinds | {"time": ""}:
                    continue
                if fields[1] == "time":
                    for i in range(begin, end):
                        labels[i] = "O"
                    continue
                heads = [begin + int(x) - 1 for x in fields[5].split(",") if x.isdigit()]
                if not heads or not all(begin <= h < end for h in heads) or not proper[heads[0]] or not proper[heads[-1]]:
                    continue
                # The run of proper nouns about the head; "of", "the", "and" may join the parts of what is no person.
                joins = {"-"} if fields[1] == "person" else {"-", "of", "the", "for", "and"}
                first, last = heads[0], heads[0] + 1
                while last < end and (proper[last] or (s.words[last] in joins and any(proper[last + 1 : min(last + 3, end)]))):
                    last += 1
                while first > begin and (proper[first - 1] or (s.words[first - 1] in joins and any(proper[max(begin, first - 3) : first - 1]))):
                    first -= 1
                if heads[-1] >= last:
                    continue
                if fields[1] == "person":
                    while first < last - 1 and s.words[first].lower() in _TITLES:
                        labels[first] = "O"
                        first += 1
                if taken.intersection(range(first, last)):
                    continue
                if s.words[first] in {"University", "College", "Institute", "Ministry"}:
                    fields[1] = "organization"
                kind = "PLACE" if " ".join(s.words[first:last]) in places else kinds[fields[1]]
                for i in range(first, last):
                    labels[i] = ("I-" if i > first else "B-") + kind
                taken.update(range(first, last))
                total += 1
            s.names = mend(labels)
    return total


def mend(labels: list[str | None]) -> list[str | None]:
    """The same labels, with B- at each name's beginning."""
    out: list[str | None] = []
    for i, label in enumerate(labels):
        if label and label.startswith("I-"):
            before = labels[i - 1] if i else None
            if not before or before[2:] != label[2:]:
                label = "B-" + label[2:]
        out.append(label)
    return out


def merge_words(sentence: Sentence, tokenize) -> Sentence:
    """Join words that our tokenizer keeps together ("al", "-", "Assad"), so that training sees what a run sees."""
    glued = sentence.glued
    groups: list[list[int]] = []
    i = 0
    while i < len(sentence.words):
        j = i
        while j < len(sentence.words) - 1 and glued[j]:
            j += 1
        chunk = list(range(i, j + 1))
        i = j + 1
        if len(chunk) < 3:
            groups += [[k] for k in chunk]
            continue
        ends, at = set(), 0
        for token in tokenize("".join(sentence.words[k] for k in chunk)):
            at += len(token)
            ends.add(at)
        group: list[int] = []
        at = 0
        pending: list[list[int]] = []
        for k in chunk:
            group.append(k)
            at += len(sentence.words[k])
            if at in ends:
                pending.append(group)
                group = []
        groups += pending + ([group] if group else [])
    if len(groups) == len(sentence.words):
        return sentence
    # Only joins around a hyphen are wanted; anything else stays as the corpus has it.
    kept: list[list[int]] = []
    for group in groups:
        if len(group) > 1 and not any(sentence.words[k] == "-" for k in group):
            kept += [[k] for k in group]
        else:
            kept.append(group)
    groups = kept
    where = {k: g for g, group in enumerate(groups) for k in group}
    words, tags, heads, rels, lemmas, names = [], [], [], [], [], []
    for g, group in enumerate(groups):
        outer = [k for k in group if sentence.heads[k] == 0 or where[sentence.heads[k] - 1] != g]
        # The word that the others hang on; a punct never is it.
        top = next((k for k in outer if not sentence.rels[k].startswith("punct")), outer[0])
        words.append("".join(sentence.words[k] for k in group))
        tags.append(sentence.tags[top])
        heads.append(0 if sentence.heads[top] == 0 else where[sentence.heads[top] - 1] + 1)
        rels.append(sentence.rels[top])
        lemmas.append(sentence.lemmas[top] if len(group) == 1 else words[-1])
        if sentence.names is not None:
            names.append(sentence.names[group[0]])
    return Sentence(words, tags, heads, rels, lemmas, names if sentence.names is not None else None)


def read_columns(path: Path, kinds: dict[str, str], separator: str, tokenize) -> list[Document]:
    """A names corpus of `word label` lines. `kinds` maps its labels to ours."""
    documents: list[Document] = []
    words: list[str] = []
    labels: list[str | None] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        parts = line.split(separator)
        if len(parts) < 2 or not parts[0].strip():
            if words:
                documents.append(Document(path.stem, [Sentence(words, names=mend(labels))]))
            words, labels = [], []
            continue
        position, _, kind = parts[1].strip().partition("-")
        label = f"{position}-{kinds[kind]}" if kind else "O"
        for n, piece in enumerate(tokenize(parts[0])):
            words.append(piece)
            labels.append(label if n == 0 or not label or label == "O" else "I-" + label[2:])
    return documents


_TITLES = frozenset(
    "president prime minister secretary general gen. foreign ambassador mr mr. mrs mrs. ms ms. dr dr. sir king queen "
    "prince lord lady special envoy deputy vice commander lt. lt col. col maj. capt. sgt. chairman spokesman "
    "spokesperson spokeswoman representative senator high vice-president imam sheikh pope staff state defence defense "
    "chancellor premier professor judge justice pope saint st. senator governor director chief executive of the for affairs international development".split()
)
_PRONOUNS = frozenset("i we he she it they you who this that".split())
_GENERIC = frozenset(
    "soldiers coalition government army forces sailors marines airmen ministers ministry parliament embassy council "
    "mission department command police opposition regime state party commission partners members".split()
)
_JOINS = frozenset("of the and for al- bin ibn de la du".split())


def read_re3d(folder: Path, tokenizer, peoples: set[str]) -> list[Document]:
    """re3d's documents, cut into sentence-like pieces. Only names spelt with capitals are learnt from; where the
    annotators' idea of a name is not ours ("U.S. service members"), the capitals are left out of the loss."""
    documents = []
    kinds = {"Organisation": "GROUP", "Person": "PERSON", "Location": "PLACE"}
    entities: dict[str, list[dict]] = collections.defaultdict(list)
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        if line.strip():
            entity = json.loads(line)
            entities[entity["documentId"]].append(entity)
    for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        raw = json.loads(line)
        document = Document(raw["_id"])
        tokens = list(tokenizer(raw["text"]))
        labels: list[str | None] = []
        begins_sentence = True
        for token in tokens:
            capital = token.text[:1].isupper()
            # A capital in mid-sentence that nobody annotated may still be a name.
            labels.append(IGNORE if capital and not begins_sentence and token.text not in peoples else "O")
            if not token.is_space:
                begins_sentence = token.text in {".", "?", "!", ":", "”", '"', "“"}
            elif "\n" in token.text:
                begins_sentence = True
        by_length = sorted(entities[raw["_id"]], key=lambda e: e["begin"] - e["end"])
        nations = {e["begin"] for e in by_length if e["type"] == "Nationality"}
        named: set[int] = set()  # tokens in a longer name, which the names inside it must not undo
        for entity in by_length:
            inside = [i for i, t in enumerate(tokens) if entity["begin"] <= t.idx and t.idx + len(t) <= entity["end"] and not t.is_space]
            if not inside or named.intersection(inside):
                continue
            for i in inside:
                labels[i] = IGNORE if tokens[i].text[:1].isupper() and tokens[i].text not in peoples else "O"
            kind = kinds.get(entity["type"])
            if kind is None or entity.get("confidence") != 1:
                continue
            if inside and tokens[inside[0]].lower_ in {"the", "a", "an"}:
                inside = inside[1:]
            if kind == "PERSON":
                while inside and tokens[inside[0]].lower_ in _TITLES:
                    inside = inside[1:]
            if len(inside) == 2 and tokens[inside[0]].idx in nations and tokens[inside[1]].is_upper:
                inside = inside[1:]  # "Kurdish YPG"
            words = [tokens[i].text for i in inside]
            if len(words) == 1 and words[0].lower() in _GENERIC:
                continue
            if len(words) == 1 and words[0].lower() in _PRONOUNS:
                labels[inside[0]] = "O"
                continue
            if not words or not words[0][:1].isupper() or not words[-1][:1].isupper():
                continue
            if not all(w[:1].isupper() or w.lower() in _JOINS or w == "-" for w in words):
                continue
            if kind == "PERSON" and any(w.lower() in _JOINS for w in words):
                continue
            named.update(inside)
            for n, i in enumerate(inside):
                labels[i] = f"{'I' if n else 'B'}-{kind}"
        words, kept = [], []
        for i, token in enumerate(tokens):
            if not token.is_space:
                words.append(token.text)
                kept.append(labels[i])
            broken = token.is_space and "\n" in token.text
            if words and (broken or i == len(tokens) - 1 or (token.text in {".", "?", "!"} and len(words) > 8)):
                document.sentences.append(Sentence(words, names=mend(kept), ends_known=False))
                words, kept = [], []
        documents.append(document)
    return documents


@dataclass
class Corpora:
    """All that is trained and measured on."""

    parsed: list[Document]
    named: list[Document]
    news: list[Document]  # our own
    news_test: list[Document]
    ewt_dev: list[Document]
    ewt_test: list[Document]
    gum_held: list[Document]


def load(folder: Path) -> Corpora:
    """Read everything below `folder`."""
    import spacy

    from dragoman.reading.tokenizer import make_tokenizer

    tokenizer = make_tokenizer(spacy.blank("en"))

    def tokenize(text: str) -> list[str]:
        return [t.text for t in tokenizer(text)]

    ewt = {}
    for part, name in (("train", "train.rebuilt"), ("dev", "dev"), ("test", "test")):
        ewt[part] = read_conllu(folder / f"ud-ewt/en_ewt-ud-{name}.conllu")
        suffix = "train.prelim-2022-12-02" if part == "train" else part
        hits, total = add_names(ewt[part], folder / f"uner-ewt/en_ewt-ud-{suffix}.iob2")
        print(f"EWT {part}: names on {hits} of {total} sentences", flush=True)
    held = held_out(folder)
    gum_train, gum_held = [], []
    for path in sorted((folder / "gum/dep-open").glob("*.conllu")):
        if path.stem in held:
            gum_held += read_conllu(path)
        else:
            gum_train += read_conllu(path)
    parsed = ewt["train"] + gum_train
    places = {" ".join(s.words[a:b]) for d in ewt["train"] for s in d.sentences for a, b, k in spans(s.names or []) if k == "PLACE"}
    print(f"GUM: {add_gum_names(gum_train, places)} names", flush=True)
    tables = Tables()
    peoples = tables.peoples
    split: list[Document] = []  # as the treebank has them, too: others may cut "al-Assad" at the hyphen
    for document in parsed:
        new = [merge_words(s, tokenize) for s in document.sentences]
        split += [Document(f"{document.name}-split", [a]) for a, b in zip(document.sentences, new, strict=True) if len(a.words) != len(b.words)]
        document.sentences = new
    print(f"sentences with joined words: {len(split)}", flush=True)
    parsed = parsed + split
    wikigold = {"PER": "PERSON", "ORG": "GROUP", "LOC": "PLACE", "MISC": "OTHER"}
    named = read_columns(folder / "wikigold/CONLL-format/data/wikigold.conll.txt", wikigold, " ", tokenize)
    politics = {
        "politician": "PERSON", "person": "PERSON", "organisation": "GROUP", "politicalparty": "ORG", "country": "GPE",
        "location": "PLACE", "election": "EVENT", "event": "EVENT", "misc": "OTHER",
    }
    for part in ("train", "dev", "test"):
        named += read_columns(folder / f"crossner/politics/{part}.txt", politics, "\t", tokenize)
    for sub in sorted((folder / "re3d-open").iterdir()):
        if sub.is_dir():
            named += read_re3d(sub, tokenizer, peoples)
    for s in (s for d in parsed + named for s in d.sentences):
        if s.names is not None:
            s.names = tables.settle(s.words, s.names, s.tags)
    news, news_test = read_news("train"), read_news("test")
    return Corpora(parsed, named, news, news_test, ewt["dev"], ewt["test"], gum_held)


def read_news(part: str) -> list[Document]:
    """Our own news sentences: "train" or "test"."""
    documents = []
    for path in sorted((Path(__file__).resolve().parent / "news").glob(f"{part}-*.conllu")):
        documents += read_conllu(path)
    for document in documents:
        for before, s in zip(document.sentences, document.sentences[1:], strict=False):
            # A headline stands in a line of its own.
            s.paragraph = before is document.sentences[0] and before.words[-1] not in {".", "?", "!", "”", '"', "-", "–", "—"}
    for s in (s for d in documents for s in d.sentences):
        s.names = [name_in(misc) for misc in s.misc]
    return documents


def held_out(folder: Path) -> set[str]:
    """The documents of GUM's dev and test parts."""
    text = (folder / "gum/splits.md").read_text(encoding="utf-8").split("## train")[0]
    return set(re.findall(r"^\s*\*\s*(GUM_\w+)", text, re.M))


def count(documents: list[Document]) -> tuple[int, int, int]:
    """Documents, sentences, words."""
    return (
        len(documents), sum(len(d.sentences) for d in documents),
        sum(len(s.words) for d in documents for s in d.sentences),
    )


__all__ = ["Corpora", "Document", "Sentence", "count", "held_out", "load", "replace"]
