"""A codebook's examples as its tests: what each must give, and why one does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.article.identity import article_id
from dragoman.coding.codebook import Codebook, Pattern, planned
from dragoman.coding.match import Miss
from dragoman.records import Actor, Article

if TYPE_CHECKING:
    from spacy.language import Language

    from dragoman.pipeline import Reading

MARKS = re.compile(r"[\[\]{}]")


@dataclass(frozen=True, slots=True)
class Example:
    """An example without its brackets, and the (start, end) spans that they stood around."""

    text: str
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One example of one pattern, and what is wrong with its outcome ("" where nothing is)."""

    pattern: Pattern
    example: str
    counter: bool
    problem: str


def parse_example(marked: str) -> Example:
    """ "[Iran] accused {Washington}." -> the plain sentence and the spans of actors and recipients.

    Raises ValueError where a bracket is not closed.
    """
    out: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {"[": [], "{": []}
    opened: list[tuple[str, int]] = []
    length = 0
    for ch in marked:
        if ch in "[{":
            opened.append((ch, length))
        elif ch in "]}":
            if not opened or {"]": "[", "}": "{"}[ch] != opened[-1][0]:
                raise ValueError(f"the brackets of the example don't match: {marked}")
            kind, start = opened.pop()
            spans[kind].append((start, length))
        else:
            out.append(ch)
            length += 1
    if opened:
        raise ValueError(f"a bracket of the example is not closed: {marked}")
    return Example("".join(out), tuple(spans["["]), tuple(spans["{"]))


def check_codebook(codebook: Codebook, nlp: Language, only: str | None = None) -> Iterator[Verdict]:
    """Run every example and counter-example of a codebook, in the order of its patterns.

    `only`: a type, or the id of a pattern, to check no others.
    """
    from dragoman.pipeline import read_doc

    jobs: list[tuple[Pattern, Pattern, str, bool]] = []  # the pattern, what it must give, an example, whether a counter-example
    for p in sorted(codebook.patterns, key=lambda p: p.rule):
        if only and only not in (p.type, p.id, p.rule):
            continue
        jobs.extend((p, p, e, False) for e in p.examples)
        jobs.extend((p, planned(p, codebook) or p, e, False) for e in p.ahead)
        jobs.extend((p, p, e, True) for e in p.counter)
        if not p.examples:
            yield Verdict(p, "", False, "the pattern has no example; add one: it is the pattern's test")
    texts = [MARKS.sub("", e) for _, _, e, _ in jobs]
    version = {"dragoman": "", "codebook": codebook.label, "model": ""}
    for (pattern, given, marked, counter), doc in zip(jobs, nlp.pipe(texts)):
        try:
            example = parse_example(marked)
        except ValueError as error:
            yield Verdict(pattern, marked, counter, str(error))
            continue
        article = Article(article_id(example.text), None, None, None, None, "en", example.text, ())
        reading = read_doc(doc, article, codebook, version)
        problem = _counter(pattern, reading) if counter else _problem(pattern, given, example, reading)
        yield Verdict(pattern, marked, counter, problem)


def _counter(pattern: Pattern, reading: Reading) -> str:
    fired = [e for e, m in reading.coded if m.pattern.rule == pattern.rule]
    return f"the pattern must not fire here, but did on “{fired[0].predicate.text}”" if fired else ""


def _problem(pattern: Pattern, given: Pattern, example: Example, reading: Reading) -> str:
    same = [e for e, m in reading.coded if (e.type, e.mode) == (given.type, given.mode)]
    for event in same:
        if _covers(event.actors, example.actors) and _covers(event.recipients, example.recipients):
            return ""
    if same:
        e = same[0]
        return (
            f"found {e.type}{'/' + e.mode if e.mode else ''} on “{e.predicate.text}”, but with actors {_names(e.actors)} and recipients {_names(e.recipients)} "
            f"instead of {_spans(example.text, example.actors)} and {_spans(example.text, example.recipients)}"
        )
    misses: list[Miss] = []
    for i in range(reading.frames.g.n):
        reading.matcher.match(i, misses)
    why = [m for m in misses if m.pattern.rule == pattern.rule]
    others = ", ".join(f"{e.type}{'/' + e.mode if e.mode else ''} on “{e.predicate.text}” ({e.rule.split('#')[1]})" for e, _ in reading.coded) or "no event"
    g = reading.frames.g
    if why:
        m = why[0]
        roles = "; ".join(f"{r}: {', '.join(g.text[h] for h in hs)}" for r, hs in m.frame.roles.items()) or "no participants"
        return f"the frame of “{g.text[m.frame.predicate]}” was seen with {roles}; but {m.reason}. Found: {others}"
    known = [g.text[i] for i in range(g.n) if any(p.rule == pattern.rule for _, p, _ in reading.matcher.candidates(i))]
    if known:
        return f"a more special pattern took “{known[0]}”. Found: {others}"
    tags = " ".join(f"{g.text[i]}/{g.lemma[i]}/{g.pos[i]}" for i in range(g.n) if g.pos[i] in ("VERB", "NOUN", "ADJ"))
    return f"none of the pattern's words was read as a {pattern.kind}; read: {tags}. Found: {others}"


def _covers(actors: tuple[Actor, ...], spans: tuple[tuple[int, int], ...]) -> bool:
    over = lambda a, s: a.start < s[1] and a.end > s[0]  # noqa: E731
    return all(any(over(a, s) for a in actors) for s in spans) and all(any(over(a, s) for s in spans) for a in actors)


def _names(actors: tuple[Actor, ...]) -> str:
    return "[" + ", ".join(a.text for a in actors) + "]"


def _spans(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return "[" + ", ".join(text[a:b] for a, b in spans) + "]"
