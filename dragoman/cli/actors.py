"""`dragoman actors`: look up who a name stands for."""

from __future__ import annotations

import json
import sys

import click


@click.group("actors")
def command() -> None:
    """Look up who a name stands for, on a date."""


@command.command("lookup")
@click.argument("name")
@click.option("--on", metavar="DATE", default=None, help="The date, YYYY-MM-DD: offices are those held on it.")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True)
def lookup_(name: str, on: str | None, format_: str) -> None:
    """The actors that NAME, standing alone, resolves to, best first."""
    from dragoman.actors.lookup import lookup
    from dragoman.article.published import parse_date
    from dragoman.columns import actor_json

    found = lookup(name, parse_date(on) if on else None)
    if format_ == "json":
        click.echo(json.dumps([actor_json(a) for a in found], ensure_ascii=False))
    else:
        for a in found:
            click.echo("\t".join(str(x) for x in (a.name, a.id or "-", a.country or "-", " ".join(a.sectors) or "-", a.role or "-", a.via)))
    if not found:
        click.echo(f"dragoman: nobody in the actor table is called {name!r}", err=True)
        sys.exit(1)
