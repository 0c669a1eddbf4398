"""`dragoman actors`: who a name stands for; which names in results stand for nobody yet."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from dragoman.cli.own import actors_option, table_of
from dragoman.errors import SettingError

SHOWN = 10


@click.group("actors")
def command() -> None:
    """Look up who a name stands for, on a date; list the names in results that stand for nobody yet."""


@command.command("lookup")
@click.argument("name")
@click.option("--on", metavar="DATE", default=None, help="The date, YYYY-MM-DD: offices and codes are those of it.")
@actors_option()
@click.option("--all", "all_", is_flag=True, help=f"All candidates, not the first {SHOWN}, and those that a name of --actors wins over.")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True)
def lookup_(name: str, on: str | None, actors: tuple[Path, ...], all_: bool, format_: str) -> None:
    """The actors that NAME, standing alone, resolves to, best first, and why: the form of the name that matched, offices
    and their dates, CAMEO, COW and Gleditsch-Ward codes, Wikidata. JSON has all of them, with all their offices."""
    from dragoman.actors.reasons import candidates
    from dragoman.article.published import parse_date

    table, _ = table_of(actors)
    found = candidates(name, parse_date(on) if on else None, table, overruled=all_)
    if format_ == "json":
        click.echo(json.dumps(found, ensure_ascii=False))
    elif found:
        shown = found if all_ else found[:SHOWN]
        _print([("name", "id", "country", "sectors", "role", "matched", "codes", "wikidata"), *map(_line, shown)])
        if len(found) > len(shown):
            click.echo(f"dragoman: {len(found) - len(shown)} more; --all shows them", err=True)
    if not found:
        click.echo(f"dragoman: nobody in the actor table is called {name!r}", err=True)
        sys.exit(1)


def _line(a: dict[str, Any]) -> tuple[str, ...]:
    held = [o for o in a["offices"] if o["held"] or o["held"] is None]
    first = [o for o in held if o["role"] == a["role"]]
    role = "; ".join(_office(o) for o in (first or held[:2])) or a["role"] or "-"
    codes = " ".join(f"{system.upper()} {code}" for system, code in a["codes"].items() if code is not None)
    return (a["name"], a["id"] or "-", a["country"] or "-", " ".join(a["sectors"]) or "-", role, a["form"] or a["via"], codes or "-", a["wikidata"] or "-")


def _office(office: dict[str, Any]) -> str:
    return office["role"] + (f" {office['from'] or ''}..{office['to'] or ''}" if office["from"] or office["to"] else "")


def _print(rows: list[tuple[str, ...]]) -> None:
    """Rows in columns on a terminal, between tabs in a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(row))
        return
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


@command.command("unresolved")
@click.argument("results", type=click.Path(path_type=Path))
@click.option("--top", type=click.IntRange(min=1), default=100, show_default=True, metavar="N", help="So many names, the most frequent first.")
@click.option("--descriptions", is_flag=True, help='List descriptions too ("a senior official"), after the names; no table of actors can hold them.')
@click.option("--format", "format_", type=click.Choice(("table", "csv", "toml")), default=None, help="table (the default on a terminal), csv (the default in a pipe) or toml.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write; default: standard output.")
def unresolved_(results: Path, top: int, descriptions: bool, format_: str | None, output: Path | None) -> None:
    """The names in RESULTS (a file or folder of `dragoman code`: jsonl, csv, parquet) that resolved to nobody, as a table to be
    filled in and given back: give each that matters a kind, or the id of an actor that `actors lookup` knows, then
    `dragoman code --actors` that file. Rows that are not filled in are left out there."""
    from dragoman.actors.unresolved import as_csv, as_toml, unresolved

    found = unresolved(results)
    named = [u for u in found if u.named]
    unnamed = [u for u in found if not u.named]
    shown = named[:top] + (unnamed[:top] if descriptions else [])
    format_ = format_ or ({".csv": "csv", ".toml": "toml"}.get(output.suffix, "table") if output else "table" if sys.stdout.isatty() else "csv")
    text = as_csv(shown) if format_ == "csv" else as_toml(shown) if format_ == "toml" else _table(shown)
    if output is None:
        click.echo(text, nl=False)
    else:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise SettingError(f"cannot write {output}: {error.strerror}; choose another place with -o") from None
    more = f", {len(named) - top} of them not shown (--top)" if len(named) > top else ""
    click.echo(f"dragoman: {len(named)} names without an id{more}; {len(unnamed)} descriptions{'' if descriptions else ' left out (--descriptions)'}", err=True)


def _table(shown: list[Any]) -> str:
    lines = []
    for u in shown:
        cells = u.cells()
        codes = " ".join(x for x in (u.country, *u.sectors, f"“{u.called}”" if u.called else "") if x)
        lines.append(f"{u.seen:5} in {u.articles:4}  {u.name}{'' if u.named else '  (a description)'}{f'  [{codes}]' if codes else ''}  {cells['as']}\n")
        if u.example:
            lines.append(f"               {u.article_id}  {u.example}\n")
    return "".join(lines)
