"""Words a second of `dragoman code` beside the bare language model on the same text, and peak memory.

    python bench/speed.py [INPUT ...] [--repeat N]

Each repeat runs the language model alone and then the whole program over the same articles, in this order, in one
process on one thread; the ratio of the two is the figure to compare, seconds depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
from pathlib import Path

import dragoman
from dragoman.article import build_article
from dragoman.errors import DragomanError
from dragoman.intake import read_inputs
from dragoman.pipeline import read_doc, result_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="*", default=[str(Path(__file__).parent.parent / "examples")])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    began = time.perf_counter()
    coder = dragoman.load(threads=args.threads)
    loaded = time.perf_counter() - began
    articles = [build_article(raw) for raw in read_inputs(args.inputs) if not isinstance(raw, DragomanError)]

    def parse():
        for article in articles:
            doc = coder.nlp.make_doc(article.text)
            doc._.regions = list(article.regions)
            yield article, coder.nlp(doc)

    docs = list(parse())  # also warms up
    words = sum(sum(not t.is_space for t in doc) for _, doc in docs)
    for article, doc in docs:
        result_of(read_doc(doc, article, coder.codebook, coder.version))
    model, rest = [], []
    for _ in range(args.repeat):
        t0 = time.perf_counter()
        docs = list(parse())
        t1 = time.perf_counter()
        for article, doc in docs:
            result_of(read_doc(doc, article, coder.codebook, coder.version))
        t2 = time.perf_counter()
        model.append(t1 - t0)
        rest.append(t2 - t1)
    m, r = statistics.median(model), statistics.median(rest)
    print(json.dumps({
        "articles": len(articles), "words": words, "threads": args.threads, "load_seconds": round(loaded, 2),
        "model_words_per_second": round(words / m), "code_words_per_second": round(words / (m + r)), "all_the_rest_to_model": round(r / m, 3),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }, indent=1))  # fmt: skip


if __name__ == "__main__":
    main()
