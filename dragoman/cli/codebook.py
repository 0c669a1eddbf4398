"""`dragoman codebook`: begin a codebook; check it by its examples; try it on a sentence."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.group("codebook")
def command() -> None:
    """Begin a codebook, check it by its examples, or try it on a sentence."""


@command.command("new")
@click.argument("name")
@click.option("--extends", default="plover", show_default=True, metavar="NAME|FILE", help="The codebook whose types and patterns stand beside yours.")
@click.option("--empty", is_flag=True, help="Extend none: only your own types are coded.")
def new(name: str, extends: str, empty: bool) -> None:
    """Write NAME.toml in this folder: a small codebook that works, with comments, to be changed."""
    from dragoman.coding.codebook import load_codebook
    from dragoman.coding.start import start_codebook

    path = start_codebook(Path.cwd(), name, None if empty else extends)
    book = load_codebook(path)
    click.echo(f"{path.name}: {len(book.types)} types, {len(book.patterns)} patterns{'' if empty else f', those of {extends} among them'}")
    click.echo(f"Change it in a text editor, then: dragoman codebook check {path.name}")


@command.command("check")
@click.argument("codebook", default="plover")
@click.option("--only", metavar="TYPE|ID", help="Check the patterns of one type, or one pattern.")
@click.option("--failures", type=int, default=None, help="Show at most so many failures.")
def check(codebook: str, only: str | None, failures: int | None) -> None:
    """Run the examples of every pattern: each must give what its brackets say, each `not` must not fire."""
    from dragoman.coding.check import check_codebook
    from dragoman.coding.codebook import load_codebook
    from dragoman.reading.model import load_language

    book = load_codebook(codebook)
    right = wrong = 0
    for verdict in check_codebook(book, load_language(), only):
        if not verdict.problem:
            right += 1
            continue
        wrong += 1
        if failures is None or wrong <= failures:
            click.echo(f"{verdict.pattern.rule} ({verdict.pattern.where.split(',')[0]})\n  {'not: ' if verdict.counter else ''}{verdict.example}\n  {verdict.problem}\n")
    click.echo(f"{book.label}: {len(book.patterns)} patterns, {right} examples right, {wrong} wrong ({right / max(1, right + wrong):.1%} right)")
    if wrong:
        sys.exit(1)


@command.command("try")
@click.argument("codebook")
@click.argument("sentence")
@click.option("--published", metavar="DATE", default=None, help="The date to count from.")
def try_(codebook: str, sentence: str, published: str | None) -> None:
    """Show the frames of a sentence, the events that CODEBOOK finds in it, and its near misses."""
    import dragoman
    from dragoman.article.identity import article_id
    from dragoman.coding.match import Miss
    from dragoman.columns import actor_json
    from dragoman.export.terminal import people
    from dragoman.pipeline import read_article
    from dragoman.records import Article

    coder = dragoman.load(codebook)
    reading = read_article(Article(article_id(sentence), None, None, None, published, "en", sentence), coder.nlp, coder.codebook, coder.version)
    g = reading.frames.g
    click.echo("Read as: " + " ".join(f"{g.text[i]}[{g.rel[i]}←{g.text[g.head[i]] if g.head[i] >= 0 else '·'}]" for i in range(g.n) if g.pos[i] not in ("PUNCT", "SPACE")))
    misses: list[Miss] = []
    for i in range(g.n):
        frame = reading.frames.frame(i) if g.pos[i] in ("VERB", "NOUN", "ADJ") and g.base(i) not in ("aux", "cop") else None
        if frame is not None and frame.roles:
            click.echo(f"frame {g.text[i]} ({frame.kind}): " + "; ".join(f"{r}: {', '.join(g.text[h] for h in hs)}" for r, hs in frame.roles.items()))
        reading.matcher.match(i, misses)
    for e, _ in reading.coded:
        click.echo(f"event {e.type}{'/' + e.mode if e.mode else ''} by {people([actor_json(a) for a in e.actors])} to {people([actor_json(a) for a in e.recipients])}: {e.standing}, {e.rule}")
    if not reading.coded:
        click.echo("no event")
    misses.sort(key=lambda m: m.pattern.layer)  # those of the codebook itself before those that it extends
    for m in misses[:20]:
        click.echo(f"near miss {m.pattern.rule} on “{g.text[m.frame.predicate]}”: {m.reason}")
