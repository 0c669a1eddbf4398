"""`dragoman doctor`: is everything in place?"""

from __future__ import annotations

import platform
import sys
import time
from importlib.metadata import PackageNotFoundError, version

import click

PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy", "pyarrow", "trafilatura", "lxml_html_clean", "py3langid", "htmldate", "rich", "click")
EXTRAS = {"pandas": "to_pandas()", "polars": "to_polars()", "feedparser": "feeds", "fastwarc": ".warc.gz files"}
SENTENCE = "Iranian President Ebrahim Raisi accused Washington of creating Daesh on Monday."


@click.command("doctor")
def command() -> None:
    """Check Python, packages, tables and the language model, and code one sentence; exit code 1 where something is wrong."""
    import dragoman

    wrong = 0
    click.echo(f"dragoman {dragoman.__version__}, Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    for name in PACKAGES:
        try:
            click.echo(f"  ok    {name} {version(name)}")
        except PackageNotFoundError:
            wrong += 1
            click.echo(f"  WRONG {name} is missing: install dragoman again (pip install dragoman)")
    for name, use in EXTRAS.items():
        try:
            click.echo(f"  ok    {name} {version(name)}")
        except PackageNotFoundError:
            click.echo(f"  –     {name} is not installed; only needed for {use}")
    for title, test in (("actor table", _actors), ("gazetteer", _gazetteer), ("codebook", _codebook), ("language model", _model), ("one sentence", _sentence)):
        began = time.perf_counter()
        try:
            said = test()
            click.echo(f"  ok    {title}: {said} ({(time.perf_counter() - began) * 1000:.0f} ms)")
        except Exception as error:  # a doctor reports every illness
            wrong += 1
            click.echo(f"  WRONG {title}: {error}")
    click.echo("all in place" if not wrong else f"{wrong} thing{'s' if wrong > 1 else ''} wrong")
    sys.exit(1 if wrong else 0)


def _actors() -> str:
    from dragoman.actors.table import load_table

    return f"{len(load_table())} actors"


def _gazetteer() -> str:
    from dragoman.reading.gazetteer import load_gazetteer

    found = load_gazetteer().lookup("Tehran")
    return f"knows Tehran as {found[0].country}" if found else _fail("it does not know Tehran: install dragoman again")


def _codebook() -> str:
    from dragoman.coding.codebook import load_codebook

    book = load_codebook()
    return f"{book.label}, {len(book.patterns)} patterns"


def _model() -> str:
    from dragoman.reading.model import load_language

    meta = load_language().meta
    return f"{meta.get('name')} {meta.get('version')}"


def _sentence() -> str:
    import dragoman

    events = dragoman.load()(SENTENCE, published="2021-11-15").events
    return ", ".join(f"{e.type} {e.standing}" for e in events) if events else _fail("no event found in a sentence that has one: install dragoman again")


def _fail(message: str) -> str:
    raise RuntimeError(message)


