"""The language model as a spaCy pipeline: `load_language()`.

One component, "dragoman_reader", sets everything that the encoder reads off a text: sentences, tags, lemmas,
features, a UD tree and names. `doc._.regions` may be set before it runs; no sentence crosses a region or paragraph.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import minibatch
from spacy.vocab import Vocab

from dragoman.errors import ModelError
from dragoman.reading.datelines import Dateline
from dragoman.reading.decode import best_labels, name_spans, sentence_starts, tidy_names, tree, whole_names
from dragoman.reading.encoder import Encoder, WordPieces
from dragoman.reading.features import every_feature_set, features
from dragoman.reading.lemmas import Lemmas
from dragoman.reading.tag_repairs import repair_tags
from dragoman.reading.tokenizer import make_tokenizer
from dragoman.reading.windows import Window, cut_windows

FACTORY = "dragoman_reader"
FOLDER = Path(__file__).resolve().parent.parent / "data" / "model"

if not Doc.has_extension("regions"):
    Doc.set_extension("regions", default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one window, word by word. `heads` are indices in the window, a root's is its own."""

    starts: list[int]
    tags: list[str]  # UPOS|XPOS
    heads: list[int]
    rels: list[str]
    names: list[tuple[int, int, str]]


class Reader:
    """Encoder and decoder: words of a window -> Reading. Safe to call from several threads."""

    def __init__(self, folder: Path = FOLDER):
        try:
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self.pieces = WordPieces(folder / "tokenizer.json", folder / "lexicon.txt")
            self.encoder = Encoder(folder / "model.onnx", self.pieces)
            self.lemmas = Lemmas.load(folder / "lemmas.json")
        except Exception as error:  # onnxruntime and tokenizers raise kinds of their own
            raise ModelError(f"the language model in {folder} cannot be read ({error}); install dragoman again") from error
        self.tags: list[str] = labels["tags"]
        self.rels: list[str] = labels["rels"]
        self.names: list[str] = labels["names"]
        self.threshold: float = labels.get("start_threshold", 0.0)
        self._root = self.rels.index("root")

    def read(self, words: list[str], forced: Iterable[int] = (0,), datelines: Iterable[Dateline] = ()) -> Reading:
        """Read one window. `forced`: words that begin a sentence in any case; `datelines`: what may be one."""
        scores = self.encoder(words)
        forced = set(forced)
        for line in datelines:
            kind = self.names[int(scores.names[line.begin].argmax())][2:]
            if line.sure or kind in ("GPE", "LOC") or (line.capitals and not kind):
                scores.starts[line.begin : line.end] = -1.0
                forced.add(line.end)
        starts = sentence_starts(scores.starts, forced, words, self.threshold)
        return self.structure(words, scores, starts)

    def structure(self, words: list[str], scores, starts: list[int]) -> Reading:
        """Scores -> trees and names, given where sentences begin."""
        chosen: list[int] = []
        for begin, end in zip(starts, [*starts[1:], len(words)], strict=True):
            columns = np.concatenate(([0], np.arange(begin + 1, end + 1)))
            chosen += [h + begin if h else 0 for h in tree(scores.arcs[begin:end][:, columns])]
        found = best_labels(scores.parts, scores.heads, chosen, self._root)
        tags = [self.tags[i] for i in scores.tags]
        heads, rels = [h - 1 if h else i for i, h in enumerate(chosen)], [self.rels[i] for i in found]
        names = whole_names(tidy_names(name_spans(scores.names, self.names, starts), words, tags), heads, rels, tags)
        return Reading(starts, repair_tags(words, tags, heads, rels, self.lemmas.only_past), heads, rels, names)


@cache
def shared_reader(folder: Path = FOLDER) -> Reader:
    """The one Reader of this process: its arrays are big and never change."""
    return Reader(folder)


class ReaderComponent:
    """The spaCy component."""

    def __init__(self, nlp: Language, name: str, threads: int = 0):
        self.name = name
        self.threads = threads or min(2, os.cpu_count() or 1)
        self.vocab: Vocab = nlp.vocab
        self.reader = shared_reader()
        self._pool: ThreadPoolExecutor | None = None
        self._pool_of: int | None = None
        self._lock = threading.Lock()
        # Known before any memory zone opens, or the first zone would take them along when it closes.
        for label in [*self.reader.rels, *(x for tag in self.reader.tags for x in tag.split("|")), *self.reader.names, "_SP", "SPACE", "dep"]:
            self.vocab.strings.add(label.removeprefix("B-"))
        for found in every_feature_set():
            self.vocab.morphology.add(found)

    def __getstate__(self) -> dict:
        """For worker processes: the network and the threads are made anew there."""
        return {"name": self.name, "threads": self.threads, "vocab": self.vocab}

    def __setstate__(self, state: dict) -> None:
        self.__dict__.update(state, reader=shared_reader(), _pool=None, _pool_of=None, _lock=threading.Lock())

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Read many docs, the windows of a batch on a few threads. A window's result depends on it alone, so
        neither the batch nor the number of threads changes it."""
        for docs in minibatch(stream, batch_size):
            jobs: list[tuple[Doc, Window]] = []
            for doc in docs:
                jobs += [(doc, w) for w in cut_windows(doc, self.reader.pieces, doc._.regions)]
            words = [([doc[i].text for i in w.tokens], w.forced, w.datelines) for doc, w in jobs]
            readings = iter(self._map(words))
            at = 0
            for doc in docs:
                mine: list[tuple[Window, Reading]] = []
                while at < len(jobs) and jobs[at][0] is doc:
                    mine.append((jobs[at][1], next(readings)))
                    at += 1
                self.annotate(doc, mine)
                yield doc

    def _map(self, words: list[tuple[list[str], frozenset[int], tuple[Dateline, ...]]]) -> Iterable[Reading]:
        if self.threads == 1 or len(words) < 2:
            return [self.reader.read(*w) for w in words]
        with self._lock:
            if self._pool is None or self._pool_of != os.getpid():  # threads do not survive a fork
                self._pool = ThreadPoolExecutor(self.threads, thread_name_prefix="dragoman-reader")
                self._pool_of = os.getpid()
        return self._pool.map(lambda w: self.reader.read(*w), words)

    def annotate(self, doc: Doc, readings: Sequence[tuple[Window, Reading]]) -> None:
        """Put what was read on the doc."""
        n = len(doc)
        if not n:
            return
        strings, morphology, lemmas = self.vocab.strings, self.vocab.morphology, self.reader.lemmas
        heads = np.zeros(n, dtype=np.int64)
        columns = {kind: np.zeros(n, dtype=np.uint64) for kind in (DEP, TAG, POS, LEMMA, MORPH)}
        spans: list[Span] = []
        for window, reading in readings:
            tokens = window.tokens
            starts = set(reading.starts)
            passive = {h for h, rel in zip(reading.heads, reading.rels, strict=True) if rel in _PASSIVE}
            for k, i in enumerate(tokens):
                upos, _, xpos = reading.tags[k].partition("|")
                if xpos in _PROPER:
                    upos = "PROPN"  # UD calls the "United" of a name a verb
                word = doc[i].text
                heads[i] = tokens[reading.heads[k]] - i
                columns[DEP][i] = strings.add(reading.rels[k])
                columns[TAG][i] = strings.add(xpos)
                columns[POS][i] = strings.add(upos)
                lemma = lemmas(word, xpos, k in starts)
                if lemma == "be" and reading.rels[k] == "aux" and reading.tags[reading.heads[k]].endswith("|VBN"):
                    lemma = "have"  # "he's left"
                columns[LEMMA][i] = strings.add(lemma)
                columns[MORPH][i] = morphology.add(features(word, xpos, k in passive))
            for begin, end, kind in reading.names:
                spans.append(Span(doc, tokens[begin], tokens[end - 1] + 1, label=kind))
        self._hang_spaces(doc, heads, columns)
        order = [HEAD, *columns]
        doc.from_array(order, np.stack([heads.astype(np.uint64), *columns.values()], axis=1))
        doc.set_ents(spans, default="outside")

    def _hang_spaces(self, doc: Doc, heads: np.ndarray, columns: dict[int, np.ndarray]) -> None:
        """White space hangs on the word before it, at the text's beginning on the word behind it."""
        strings = self.vocab.strings
        dep, tag, pos, root = (strings.add(x) for x in ("dep", "_SP", "SPACE", "root"))
        empty = self.vocab.morphology.add("")
        first = next((t.i for t in doc if not t.is_space), None)
        before = first
        for token in doc:
            i = token.i
            if not token.is_space:
                before = i
                continue
            target = 0 if before is None else before
            heads[i] = target - i
            columns[DEP][i] = root if target == i else dep
            columns[TAG][i], columns[POS][i], columns[MORPH][i] = tag, pos, empty
            columns[LEMMA][i] = token.orth

    # The model is part of the package: there is nothing to write beside it.
    def to_disk(self, path, exclude=()) -> None:
        """Nothing to save."""

    def from_disk(self, path, exclude=()) -> ReaderComponent:
        """Nothing to load."""
        return self

    def to_bytes(self, exclude=()) -> bytes:
        """Nothing to save."""
        return b""

    def from_bytes(self, data: bytes, exclude=()) -> ReaderComponent:
        """Nothing to load."""
        return self


_PASSIVE = frozenset({"aux:pass", "nsubj:pass", "csubj:pass"})
_PROPER = frozenset({"NNP", "NNPS"})


@Language.factory(
    FACTORY,
    default_config={"threads": 0},
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "token.is_sent_start", "doc.sents", "doc.ents"],
)
def make_reader(nlp: Language, name: str, threads: int) -> ReaderComponent:
    """The reader for `nlp`. `threads`: windows read at once, 0 = min(2, cores)."""
    return ReaderComponent(nlp, name, threads)


def load_language(threads: int = 0) -> Language:
    """A spaCy pipeline with our tokenizer and the reader."""
    import spacy

    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    nlp.add_pipe(FACTORY, config={"threads": threads})
    meta = model_meta()
    nlp.meta.update({"name": meta["name"], "version": meta["version"], "license": meta["license"], "description": meta["description"]})
    return nlp


@cache
def model_meta(folder: Path = FOLDER) -> dict:
    """meta.json: name, version, licence, sha256 of the files, scores."""
    try:
        return json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the language model in {folder} cannot be read ({error}); install dragoman again") from error
