"""Parses written by hand, so that tests of grammar don't depend on what a language model reads.

One token a line: word, lemma, UPOS, XPOS, head (from 1 within the sentence, 0 for the root), UD relation; and, where
the `en_core_web_*` models' ClearNLP parse differs, its head and label in two more columns. A line `---` ends a
sentence, `¶` ends it with an empty line after it.
"""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.util import get_lang_class

from dragoman.reading.frames import Frames
from dragoman.reading.repairs import parsed

_TIGHT_BEFORE = {",", ".", ";", ":", "?", "!", ")", "”", "’", "'s", "’s", "n't", "n’t", "'"}
_TIGHT_AFTER = {"(", "“", "‘"}
_CLEAR = {"root": "ROOT", "nsubj:pass": "nsubjpass", "aux:pass": "auxpass", "obj": "dobj", "nmod:poss": "poss", "acl:relcl": "relcl", "iobj": "dative", "compound:prt": "prt"}
VOCAB = get_lang_class("en")().vocab


def doc_of(rows: str, scheme: str = "ud", entities: dict[str, str] | None = None) -> Doc:
    """A Doc of hand-written rows. `scheme`: ud | clear. `entities`: text of a name -> its label.

    In the clear scheme a row of six columns keeps its head, and its UD label is put into ClearNLP's word.
    """
    columns: dict[str, list] = {k: [] for k in ("words", "lemmas", "pos", "tags", "heads", "deps", "sent_starts", "spaces")}
    base, first = 0, True
    lines = [line.split() for line in rows.strip().splitlines() if line.strip()]
    for line in lines:
        if line == ["---"] or line == ["¶"]:
            if line == ["¶"]:
                columns["spaces"][-1] = False
                _add(columns, "\n\n", "\n\n", "SPACE", "_SP", len(columns["words"]) - 1, "dep", False, False)
            base, first = len(columns["words"]), True
            continue
        word, lemma, pos, tag, head, rel = line[:6]
        if scheme == "clear":
            if len(line) == 8:
                head, rel = line[6:]
            else:
                rel = _CLEAR.get(rel, rel)
        here = len(columns["words"])
        if columns["words"] and word in _TIGHT_BEFORE and columns["words"][-1] != "\n\n":
            columns["spaces"][-1] = False
        _add(columns, word, lemma, pos, tag, base + int(head) - 1 if int(head) else here, rel, first, word not in _TIGHT_AFTER)
        first = False
    doc = Doc(VOCAB, **columns)
    spans = []
    for name, label in (entities or {}).items():
        at = doc.text.index(name)
        span = doc.char_span(at, at + len(name), label=label)
        assert span is not None, name
        spans.append(span)
    doc.set_ents(spans)
    return doc


def _add(columns: dict[str, list], word: str, lemma: str, pos: str, tag: str, head: int, rel: str, first: bool, space: bool) -> None:
    for key, value in zip(columns, (word, lemma, pos, tag, head, rel, first, space)):
        columns[key].append(value)


def frames_of(rows: str, scheme: str = "ud", entities: dict[str, str] | None = None) -> Frames:
    """The frames of hand-written rows, after the parser's known slips are mended."""
    return Frames(parsed(doc_of(rows, scheme, entities)))


def token(frames: Frames, word: str) -> int:
    """The token written `word`; `word#2` is the second one."""
    word, _, number = word.partition("#")
    found = [i for i, text in enumerate(frames.g.text) if text == word]
    assert len(found) >= int(number or 1), f"no {word!r} in {frames.g.text}"
    return found[int(number or 1) - 1]


def roles(frames: Frames, word: str) -> dict[str, str]:
    """The frame of a word as words: role -> its heads joined by spaces; "clause": the clauses below."""
    frame = frames.frame(token(frames, word))
    assert frame is not None, f"{word!r} has no frame"
    text = frames.g.text
    out = {name: " ".join(text[h] for h in heads) for name, heads in frame.roles.items() if heads}
    if frame.complements:
        out["clause"] = " ".join(text[c] for c in frame.complements)
    return out
