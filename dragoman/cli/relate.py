"""`dragoman relate`: what a source did to a target, for each row of a table."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import click

from dragoman.cli.own import actors_option, table_of
from dragoman.errors import InputMissing, InputUnreadable

COLUMNS = ("id", "type", "mode", "quad", "coded", "rule", "confidence")
NEEDED = ("id", "sentence", "source", "target")


@click.command("relate")
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--codebook", default="plover", show_default=True, metavar="NAME|FILE", help="The codebook.")
@actors_option()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write; default: standard output.")
def command(table: Path, codebook: str, actors: tuple[Path, ...], output: Path | None) -> None:
    """For each row of TABLE (tab-separated, columns id, sentence, source, target): type, mode, quad, coded, rule, confidence.

    `coded` is true where a rule of the codebook joined the two, false where the answer is a best guess; `confidence` is the
    share of such answers that have the right type.
    """
    if not table.is_file():
        raise InputMissing(f"no such file: {table}; give a tab-separated file with columns {', '.join(NEEDED)}", str(table))
    with open(table, newline="", encoding="utf-8") as lines:
        reader = csv.DictReader(lines, delimiter="\t")
        missing = [c for c in NEEDED if c not in (reader.fieldnames or [])]
        if missing:
            raise InputUnreadable(f"{table}: no column {', '.join(missing)}; the first line must name the columns {', '.join(NEEDED)}, separated by tabs", str(table))
        rows = list(reader)
    from dragoman.coding.codebook import load_codebook
    from dragoman.coding.guess import Guesser
    from dragoman.coding.relate import relate_doc
    from dragoman.reading.model import load_language

    book = load_codebook(codebook)
    own, wrong = table_of(actors)
    guesser = Guesser(book)
    nlp = load_language()
    out = open(output, "w", newline="", encoding="utf-8") if output else sys.stdout
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row, doc in zip(rows, nlp.pipe(r["sentence"] or "" for r in rows)):
        r = relate_doc(doc, row["source"] or "", row["target"] or "", book, guesser, own)
        writer.writerow([row["id"], r.type, r.mode or "", r.quad if r.quad is not None else "", str(r.coded).lower(), r.rule or "", f"{r.confidence:.2f}"])
    if output:
        out.close()
    if wrong:
        sys.exit(1)
