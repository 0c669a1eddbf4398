"""Time of frames and of coding beside the bare language model, and how it grows with the number of patterns.

    python bench/coding.py [INPUT ...] [--repeat N]

One process, one thread, the same articles. `frames`: building every frame of every predicate; `matching`: every frame
against the codebook, with participants and factuality; both as shares of the language model's time. `matching_by_entries`:
matching alone with codebooks of growing size (pairs of a predicate and a pattern), as a ratio to the shipped one. The patterns added are for predicates of
their own, as a bigger codebook's are: cost may not grow with patterns that a text does not call.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import replace
from pathlib import Path

import dragoman
from dragoman.article import build_article
from dragoman.coding.codebook import Codebook
from dragoman.coding.match import Matcher
from dragoman.errors import DragomanError
from dragoman.intake import read_inputs
from dragoman.pipeline import read_doc
from dragoman.reading.factuality import factuality
from dragoman.reading.frames import Frames

GROWTH = (1, 2, 5, 10)


def grown(book: Codebook, times: int) -> Codebook:
    """The codebook with its patterns `times` over, the copies for words that no text has."""
    patterns, index = list(book.patterns), dict(book.index)
    for n in range(1, times):
        for (kind, lemma), entries in book.index.items():
            copies = tuple(replace(p, rule=f"{p.rule}~{n}", lemmas=(f"{lemma}~{n}",)) for p in entries)
            index[kind, f"{lemma}~{n}"] = copies
            patterns.extend(copies)
    return replace(book, patterns=tuple(patterns), index=index)


def main() -> None:
    """Print the figures as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="*", default=[str(Path(__file__).parent.parent / "examples")])
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    coder = dragoman.load(threads=1)
    articles = [build_article(raw) for raw in read_inputs(args.inputs) if not isinstance(raw, DragomanError)]
    books = {n: grown(coder.codebook, n) for n in GROWTH}

    def parsed() -> list:
        docs = []
        for article in articles:
            doc = coder.nlp.make_doc(article.text)
            doc._.regions = list(article.regions)
            docs.append(coder.nlp(doc))
        return docs

    def timed(work) -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    docs = parsed()
    readings = [read_doc(doc, article, coder.codebook, coder.version) for article, doc in zip(articles, docs, strict=True)]

    def build_frames() -> None:
        for reading in readings:
            frames = Frames(reading.frames.g)
            for i in range(frames.g.n):
                frames.frame(i)

    def match(book: Codebook) -> None:
        for reading in readings:
            frames = Frames(reading.frames.g)
            matcher = Matcher(frames, reading.matcher.participants, book, lambda f, frames=frames: factuality(frames, f))
            for i in range(frames.g.n):
                matcher.match(i)

    times: dict[str, list[float]] = {"model": [], "frames": [], **{f"match{n}": [] for n in GROWTH}}
    for _ in range(args.repeat):
        times["model"].append(timed(parsed))
        times["frames"].append(timed(build_frames))
        for n in GROWTH:
            times[f"match{n}"].append(timed(lambda n=n: match(books[n])))
    median = {k: statistics.median(v) for k, v in times.items()}
    print(json.dumps({
        "words": sum(sum(not t.is_space for t in doc) for doc in docs),
        "frames_to_model": round(median["frames"] / median["model"], 3),
        "frames_and_matching_to_model": round(median["match1"] / median["model"], 3),
        "matching_by_entries": {sum(map(len, books[n].index.values())): round(median[f"match{n}"] / median["match1"], 2) for n in GROWTH},
    }))  # fmt: skip


if __name__ == "__main__":
    main()
