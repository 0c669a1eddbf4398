"""Scores from raw text: tokens, sentence ends, tags, trees and names as a user gets them, F over words that are the same characters
(Zeman et al., CoNLL 2018 shared task; punctuation left out of the trees). No torch here. `python score_raw.py --corpora DIR` prints them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from corpora import Document
from score import CORE, f_score, held_documents, show


def text_of(document: Document) -> tuple[str, list[list[tuple[int, int]]]]:
    """A document's text, its paragraphs apart, and each word's characters by sentence."""
    text, spans = "", []
    for s in document.sentences:
        if text:
            text = text.rstrip() + ("\n\n" if s.paragraph else " ")
        mine = []
        for word, glued in zip(s.words, s.glued, strict=True):
            word = word.replace(" ", "\u00a0")
            mine.append((len(text), len(text) + len(word)))
            text += word + ("" if glued else " ")
        spans.append(mine)
    return text.rstrip(), spans


def measure_raw(nlp, documents: Iterable[Document]) -> dict[str, float]:
    """Scores of a pipeline on the documents' raw text."""
    n: Counter[str] = Counter()
    texts = [text_of(d) for d in documents]
    for document, (_, spans), doc in zip(documents, texts, nlp.pipe(text for text, _ in texts), strict=True):
        found = [t for t in doc if not t.is_space]
        by_span = {(t.idx, t.idx + len(t)): t for t in found}
        n["found words"] += len(found)
        firsts = (next((t.idx for t in s if not t.is_space), None) for s in doc.sents)
        starts = {i for i in firsts if i is not None}
        n["found starts"] += len(starts)
        for t in found:
            if t.pos_ != "PUNCT":
                n["found arcs"] += 1
                n["found core"] += t.dep_ in CORE
        for s, mine in zip(document.sentences, spans, strict=True):
            n["gold starts"] += 1
            n["both starts"] += mine[0][0] in starts
            for i, span in enumerate(mine):
                t = by_span.get(span)
                n["gold words"] += 1
                n["both words"] += t is not None
                tag = t is not None and f"{t.pos_}|{t.tag_}" == s.tags[i]
                n["both tags"] += tag
                if s.tags[i].startswith("PUNCT"):
                    continue
                n["gold arcs"] += 1
                n["gold core"] += s.rels[i] in CORE
                if t is None:
                    continue
                head = None if t.head.i == t.i else (t.head.idx, t.head.idx + len(t.head))
                gold = None if s.heads[i] == 0 else mine[s.heads[i] - 1]
                if head == gold:
                    n["both heads"] += 1
                    if t.dep_.lower() == s.rels[i]:
                        n["both arcs"] += 1
                        n["both core"] += t.dep_ in CORE
    return {
        "words": round(f_score(n["both words"], n["gold words"], n["found words"]), 2),
        "sentences": round(f_score(n["both starts"], n["gold starts"], n["found starts"]), 2),
        "tags": round(f_score(n["both tags"], n["gold words"], n["found words"]), 2),
        "UAS": round(f_score(n["both heads"], n["gold arcs"], n["found arcs"]), 2),
        "LAS": round(f_score(n["both arcs"], n["gold arcs"], n["found arcs"]), 2),
        "core": round(f_score(n["both core"], n["gold core"], n["found core"]), 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    args = parser.parse_args()
    from dragoman.reading.model import load_language

    nlp = load_language(1)
    for name, documents in held_documents(args.corpora).items():
        show(name, measure_raw(nlp, documents))


if __name__ == "__main__":
    main()
