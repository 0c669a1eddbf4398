"""`--actors FILE`: the user's own actors, as an option of the commands that ask who somebody is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.settings import SETTINGS

if TYPE_CHECKING:
    from dragoman.actors.table import ActorTable


def actors_option(help: str = SETTINGS["actors"].help) -> Callable:
    """The option; it may be given several times."""
    return click.option("--actors", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help=help)


def table_of(paths: tuple[Path, ...], strict: bool = False) -> tuple[ActorTable, int]:
    """The table with the actors of these files, and how many of their rows are wrong. Wrong rows are named on stderr.

    Raises ActorsError where a file as a whole cannot be read, and, if `strict`, for the first wrong row.
    """
    from dragoman.actors.user import with_own

    table, problems, unfilled = with_own(paths)
    if strict and problems:
        raise problems[0]
    for problem in problems:
        click.echo(f"dragoman: {problem}", err=True)
    if unfilled:
        click.echo(f"dragoman: {unfilled} row{'s' if unfilled != 1 else ''} of --actors not filled in yet, left out: give each a kind or an id", err=True)
    return table, len(problems)
