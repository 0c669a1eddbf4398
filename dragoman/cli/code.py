"""`dragoman code`: reports to records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dragoman.cli.own import actors_option, table_of
from dragoman.errors import DateInvalid, DragomanError, SettingError
from dragoman.settings import FORMATS, RECORDS, SETTINGS

DEFAULT_RECORDS = SETTINGS["records"].default


def _help(name: str) -> str:
    return SETTINGS[name].help


@click.command("code")
@click.argument("inputs", nargs=-1, required=True)
@click.option("--published", metavar="DATE", help=_help("published"))
@click.option("--publisher", metavar="NAME", help=_help("publisher"))
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help=_help("codebook"))
@actors_option()
@click.option("--strict", is_flag=True, help="Stop at the first wrong row of --actors; else it is named on stderr, and the others count.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default=None, help=_help("format"))
@click.option("--records", default=DEFAULT_RECORDS, show_default=True, metavar="KINDS", help=_help("records"))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_help("output"))
@click.option("--quiet", is_flag=True, help="No progress and no summary on stderr.")
def command(inputs: tuple[str, ...], published: str | None, publisher: str | None, codebook: str, actors: tuple[Path, ...], strict: bool, format_: str | None, records: str, output: Path | None, quiet: bool) -> None:
    """Code reports: files, folders, patterns, addresses, or - for standard input.

    Reads .txt .html .jsonl .json .csv .tsv .parquet .warc.gz, and .gz and .zip of these. An input that cannot be coded is named on stderr, the
    others are still coded, and the exit code is then 1.
    """
    kinds = _kinds(records)
    published = _date(published)
    format_ = format_ or ("table" if output is None and sys.stdout.isatty() else _format_of(output))
    writer = _writer(format_, kinds, output)

    # everything above answers at once; from here on the language model is needed
    import dragoman
    from dragoman.cli.lastrun import remember
    from dragoman.cli.progress import Progress
    from dragoman.columns import records_of
    from dragoman.intake import read_inputs

    own, wrong = table_of(actors, strict)
    coder = dragoman.load(codebook, actors=own)
    progress = Progress(quiet)
    coded = rejected = events = 0
    try:
        for raw, result in coder.code(read_inputs(list(inputs), defaults={"published": published, "publisher": publisher})):
            if isinstance(result, DragomanError):
                rejected += 1
                progress.say(f"dragoman: {result}")
                continue
            coded += 1
            events += len(result.events)
            wanted = kinds if format_ != "table" else tuple(dict.fromkeys((*kinds, "articles")))
            writer.write(records_of(result, wanted))
            progress.step(raw.source if raw else "", coded, events)
    finally:
        writer.close()
        progress.close()
    remember(list(inputs), published, publisher, codebook, list(map(str, actors)))
    if not quiet and (rejected or coded > 1 or format_ != "table"):
        click.echo(f"dragoman: {coded} article{'s' if coded != 1 else ''} coded, {rejected} rejected, {events} events", err=True)
    if rejected or wrong or not coded:
        if not coded and not rejected:
            click.echo("dragoman: nothing to code: the inputs hold no reports", err=True)
        sys.exit(1)


def _kinds(records: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(k.strip() for k in records.split(",") if k.strip()))
    unknown = [k for k in kinds if k not in RECORDS]
    if unknown or not kinds:
        raise SettingError(f"--records: no records named {', '.join(unknown) or 'nothing'}; choose from {', '.join(RECORDS)}")
    return kinds


def _date(published: str | None) -> str | None:
    if published is None:
        return None
    from dragoman.article.published import parse_date

    try:
        return parse_date(published)
    except DateInvalid as error:
        raise DateInvalid(f"--published: {error}") from None


def _format_of(output: Path | None) -> str:
    if output is not None:
        for suffix, name in ((".csv", "csv"), (".parquet", "parquet"), (".txt", "table")):
            if output.suffix == suffix:
                return name
    return "jsonl"


def _writer(format_: str, kinds: tuple[str, ...], output: Path | None) -> Any:
    from dragoman.cli.writers import writer_for

    return writer_for(format_, kinds, output)
