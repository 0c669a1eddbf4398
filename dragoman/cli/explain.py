"""`dragoman explain`: why an event was coded as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.own import actors_option, table_of
from dragoman.errors import DragomanError, SettingError


@click.command("explain")
@click.argument("event_id")
@click.argument("inputs", nargs=-1)
@click.option("--published", metavar="DATE", help="As for `code`; taken from the last run where no inputs are given.")
@click.option("--codebook", default=None, metavar="NAME|FILE", help="As for `code`.")
@actors_option("As for `code`; taken from the last run where no inputs are given.")
def command(event_id: str, inputs: tuple[str, ...], published: str | None, codebook: str | None, actors: tuple[Path, ...]) -> None:
    """Show an event's sentence, frame, rule, actors and why they resolved so, and its source chain.

    EVENT_ID: the id in the output (its first characters are enough). INPUTS: the reports; left out, those of the last `dragoman code`.
    """
    from dragoman.cli.lastrun import recall

    last = recall() if not inputs else None
    if not inputs:
        if last is None:
            raise SettingError("no run to look in: give the reports after the event id, as in `dragoman explain EVENT_ID reports/`")
        inputs = tuple(last["inputs"])
        published = published or last["published"]
        codebook = codebook or last["codebook"]
        actors = actors or tuple(map(Path, last.get("actors", ())))
        if "-" in inputs:
            raise SettingError("the last run read standard input, which is gone: give the report as a file after the event id")
    import dragoman
    from dragoman.article.build import build_article
    from dragoman.coding.explain import explain
    from dragoman.intake import read_inputs
    from dragoman.pipeline import read_article

    coder = dragoman.load(codebook or "plover", actors=table_of(actors)[0])
    publisher = last["publisher"] if last else None
    for raw in read_inputs(list(inputs), defaults={"published": published, "publisher": publisher}):
        if isinstance(raw, DragomanError):
            continue
        try:
            article = build_article(raw)
        except DragomanError:
            continue
        reading = read_article(article, coder.nlp, coder.codebook, coder.version, coder.table)
        for event, match in reading.coded:
            if event.event_id.startswith(event_id):
                click.echo(explain(event, match, reading))
                return
    click.echo(f"dragoman: no event {event_id} in {', '.join(inputs)}; ids depend on text, published date and codebook: give the same as for `code`", err=True)
    sys.exit(1)
