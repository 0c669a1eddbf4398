"""Turn documents into the windows that training sees: 1..k sentences in a row, some of them disguised."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, replace
from pathlib import Path

from corpora import Document, Sentence, Taught
from scheme import spans

SMALL = frozenset("a an the of in on at to for and or but as by with from 's ’s n't is vs over".split())


@dataclass
class Chunk:
    """A window and its gold, None where a head must not learn."""

    words: list[str]
    sentence: list[int]  # of each word
    tags: list[str] | None
    heads: list[int] | None  # 1-based in the window, 0 = root
    rels: list[str] | None
    names: list[str | None] | None
    starts: bool
    taught: list[tuple[int, Taught] | None]  # of each sentence: its first word, what the teachers say


def join(sentences: list[Sentence]) -> Chunk:
    """Sentences in a row as one window."""
    words, of, tags, heads, rels, names, taught = [], [], [], [], [], [], []
    parsed = all(s.heads is not None for s in sentences)
    for n, s in enumerate(sentences):
        base = len(words)
        words += s.words
        of += [n] * len(s.words)
        taught.append((base, s.taught) if s.taught is not None else None)
        if parsed:
            tags += s.tags
            heads += [h + base if h else 0 for h in s.heads]
            rels += s.rels
        names += s.names if s.names is not None else [None] * len(s.words)
    known = any(label is not None for label in names)
    ends = all(s.ends_known for s in sentences)
    return Chunk(words, of, tags if parsed else None, heads if parsed else None, rels if parsed else None, names if known else None, ends, taught)


def cut(document: Document, lengths, rng: random.Random, limit: int = 160, single: float = 0.4, names=None) -> list[Chunk]:
    """Cut a document into windows of at most `limit` pieces, at random places. `lengths(words)` counts pieces."""
    out: list[Chunk] = []
    i, sentences = 0, document.sentences
    while i < len(sentences):
        most = 1 if rng.random() < single else rng.randint(2, 8)
        taken, size = [], 0
        while i < len(sentences) and len(taken) < most:
            n = sum(lengths(sentences[i].words))
            if taken and size + n > limit:
                break
            taken.append(sentences[i])
            size += n
            i += 1
        if names is not None:
            taken = [names.swap(s, rng) for s in taken]
        if taken[0].lemmas is None and len(taken) == 1 and rng.random() < 0.1:
            taken = [replace(taken[0], words=capitals(taken[0].words, rng))]
        alone = len(taken) == 1 and taken[0].lemmas is not None
        if alone and len(taken[0].words) > 3 and rng.random() < 0.16:
            taken = [headline(taken[0], rng)]
        elif rng.random() < 0.3:
            taken = typographic(taken)
        out.append(join(taken))
    return out


def drop(sentence: Sentence, gone: set[int]) -> Sentence:
    """The sentence without some of its leaves."""
    new = {0: 0}
    for i in range(len(sentence.words)):
        if i not in gone:
            new[i + 1] = len(new)
    keep = [i for i in range(len(sentence.words)) if i not in gone]
    pick = lambda xs: None if xs is None else [xs[i] for i in keep]  # noqa: E731
    return replace(
        sentence, words=pick(sentence.words), tags=pick(sentence.tags), heads=[new[sentence.heads[i]] for i in keep],
        rels=pick(sentence.rels), lemmas=pick(sentence.lemmas), names=pick(sentence.names), taught=None,
    )


def headline(sentence: Sentence, rng: random.Random) -> Sentence:
    """The sentence as a headline: capitals, no full stop, often no articles, verbs in the present."""
    has_child = set(sentence.heads)
    gone = set()
    last = len(sentence.words) - 1
    if sentence.words[last] == "." and last + 1 not in has_child:
        gone.add(last)
    terse = rng.random() < 0.5
    words, tags = list(sentence.words), list(sentence.tags)
    if terse:
        for i, (word, rel) in enumerate(zip(words, sentence.rels, strict=True)):
            if rel == "det" and word.lower() in {"a", "an", "the"} and i + 1 not in has_child:
                gone.add(i)
        for i, tag in enumerate(tags):
            if tag == "VERB|VBD" and sentence.rels[i] in {"root", "conj", "parataxis"}:
                subject = [j for j, h in enumerate(sentence.heads) if h == i + 1 and sentence.rels[j] == "nsubj"]
                plural = any(
                    tags[j].endswith(("NNS", "NNPS")) or words[j].lower() in {"i", "we", "you", "they"}
                    or any(h == j + 1 and sentence.rels[c] == "conj" for c, h in enumerate(sentence.heads))
                    for j in subject
                )
                lemma = sentence.lemmas[i]
                words[i], tags[i] = (lemma, "VERB|VBP") if plural else (third_person(lemma), "VERB|VBZ")
    if len(gone) >= len(words) - 1:
        gone = set()
    words = capitals(words, rng)
    if rng.random() < 0.5:
        words = ["‘" if w in {'"', "``"} and i % 2 == 0 else "’" if w in {'"', "''"} else w for i, w in enumerate(words)]
    return drop(replace(sentence, words=words, tags=tags), gone)


def capitals(words: list[str], rng: random.Random) -> list[str]:
    """The words as in a headline: mostly each with a capital, sometimes all capitals, sometimes as they are."""
    style = rng.random()
    if style < 0.65:
        return [w if (w.lower() in SMALL and i) or not w.islower() else w[0].upper() + w[1:] for i, w in enumerate(words)]
    if style < 0.85:
        return [w.upper() for w in words]
    return [words[0][0].upper() + words[0][1:], *words[1:]]


def third_person(lemma: str) -> str:
    """ "carry" -> "carries"."""
    if lemma in {"be", "have", "do", "go"}:
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def typographic(sentences: list[Sentence]) -> list[Sentence]:
    """The same sentences with a printer's quotation marks, apostrophes and dashes."""
    out, opened = [], {'"': False, "'": False}
    for s in sentences:
        words = []
        for i, (w, tag) in enumerate(zip(s.words, s.tags or [""] * len(s.words), strict=True)):
            if w in {'"', "``", "''"}:
                words.append("”" if opened['"'] else "“")
                opened['"'] = not opened['"']
            elif w == "'" and not tag.endswith("POS"):
                words.append("’" if opened["'"] else "‘")
                opened["'"] = not opened["'"]
            elif w in {"--", "-"} and tag != "PUNCT|HYPH" and 0 < i < len(s.words) - 1:
                words.append("—" if len(w) == 2 else "–")
            else:
                words.append(w.replace("'", "’"))
        out.append(replace(s, words=words))
    return out


class NamePool:
    """Names of people and places, by length: to put into sentences in place of others of the same length, so that
    the network learns where a name stands and not which names there are."""

    def __init__(self, documents: list[Document], facts: Path | None):
        pools: dict[tuple[str, int], set[tuple[str, ...]]] = {}

        def add(kind: str, name: tuple[str, ...]) -> None:
            if name and all(w[:1].isupper() and w.replace("-", "").isalpha() and (not w.isupper() or len(w) < 2) for w in name):
                pools.setdefault((kind, len(name)), set()).add(name)

        for document in documents:
            for s in document.sentences:
                for begin, end, kind in spans(s.names or []):
                    if kind == "PERSON":
                        add(kind, tuple(s.words[begin:end]))
        if facts is not None:
            for row in rows(facts / "world-leaders-2021/wikidata.csv"):
                add("PERSON", tuple(row["officeholderLabel"].split()))
                add("PERSON", tuple(row["officeholderLabel"].split()[-1:]))
            for row in rows(facts / "country-codes/country-codes.csv"):
                add("GPE", tuple((row["CLDR display name"] or "").replace("-", " - ").split()))
                add("GPE", tuple((row["Capital"] or "").split()))
        self._pools = {k: sorted(p) for k, p in pools.items()}

    def swap(self, s: Sentence, rng: random.Random, chance: float = 0.2) -> Sentence:
        """The sentence with some of its people and places renamed."""
        if not s.names or not s.heads:
            return s
        words = None
        for begin, end, kind in spans(s.names):
            pool = self._pools.get((kind, end - begin))
            if not pool or rng.random() >= chance or "-" in s.words[begin:end]:
                continue
            if all(t == "PROPN|NNP" for t in s.tags[begin:end]) and all(w[:1].isupper() for w in s.words[begin:end]):
                words = words or list(s.words)
                words[begin:end] = rng.choice(pool)
        return s if words is None else replace(s, words=words)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
