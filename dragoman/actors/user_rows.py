"""Files of a user's own actors -> rows of cells with their line numbers: CSV, TSV and TOML, as spreadsheets and people write them."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dragoman.errors import ActorsError, InputError
from dragoman.intake.decode import decode

__all__ = ["COLUMNS", "Row", "parts", "read_rows"]

# Column -> the other headings that it goes by.
COLUMNS = {
    "name": ("actor",),
    "id": (),
    "names": ("aliases", "alias", "other_names"),
    "family": ("family_name", "family_names", "surname"),
    "kind": ("type",),
    "country": ("iso3",),
    "sectors": ("sector",),
    "role": ("office", "title"),
    "from": ("role_from", "since"),
    "to": ("role_to", "until"),
    "valid_from": (),
    "valid_to": (),
    "wikidata": ("qid", "q_id", "wikidata_id"),
    "replace": (),
}
# What a list of `dragoman actors unresolved` says beside these, and what people note down: read over.
OVER = ("seen", "articles", "as", "called", "example", "article_id", "note", "notes", "comment", "comments", "source", "sources")
_HEADS = {head: name for name, others in COLUMNS.items() for head in (name, *others)}
_LISTS = ("names", "family", "sectors")
_DELIMITERS = (",", ";", "\t", "|")
_JOINED = 20  # lines that one cell may run over


@dataclass(slots=True)
class Row:
    """The cells of one line of a file: trimmed text by column, lists for what TOML gives as lists; none are empty."""

    file: str
    line: int
    cells: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    listed: bool = False  # of a list of `dragoman actors unresolved`

    def text(self, column: str) -> str:
        """A cell as one text."""
        value = self.cells.get(column, "")
        return value if isinstance(value, str) else ";".join(value)

    def wrong(self, column: str, message: str) -> ActorsError:
        """The error that this cell is."""
        return ActorsError(message, self.file, self.line, column)


def parts(row: Row, column: str, by: str = ";") -> tuple[str, ...]:
    """The parts of a cell that holds several."""
    value = row.cells.get(column, "")
    pieces = re.split(f"[{by}]", value) if isinstance(value, str) else value
    return tuple(piece for each in pieces if (piece := " ".join(each.split())))


def read_rows(path: Path, data: bytes) -> Iterator[Row | ActorsError]:
    """The rows of a file in their order; one that cannot be read comes out as its error.

    Raises ActorsError where the file as a whole cannot be read.
    """
    text = _text(path, data)
    if path.suffix.lower() == ".toml":
        return _toml_rows(path.name, text)
    return _table_rows(path.name, text, path.suffix.lower())


def _text(path: Path, data: bytes) -> str:
    try:
        return decode(data, path.name).removeprefix("\ufeff")
    except InputError as error:
        if b"\x00" in data or "binary" in str(error) or "byte" not in str(error):
            what = str(error).partition("; there is nothing")[0].removeprefix(path.name).strip()
            raise ActorsError(f"{what}; give a table of actors as .csv, .tsv or .toml", path.name) from None
    # Western spreadsheets; the few bytes that cp1252 leaves open are taken as Latin-1 has them.
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _heading(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _headings(cells: list[str], file: str, line: int) -> list[str | None]:
    """What each column is: one of COLUMNS, or None for one to be read over."""
    found: list[str | None] = []
    for cell in cells:
        head = _heading(cell)
        name = _HEADS.get(head)
        if name is not None and name in found:
            raise ActorsError(f"two columns are {name}; leave one of them out", file, line, cell.strip())
        close = get_close_matches(head, _HEADS, 1, 0.8) if name is None and head not in OVER else []
        if close:
            raise ActorsError(f"no column is called so; did you mean {close[0]!r}?", file, line, cell.strip())
        found.append(name)
    if "name" not in found and "id" not in found:
        raise ActorsError(f"no column is called name; the first line must name the columns, of {', '.join(COLUMNS)}", file, line)
    return found


def _table_rows(file: str, text: str, suffix: str) -> Iterator[Row | ActorsError]:
    lines = re.split(r"\r\n|\r|\n", text)
    at = 0
    # Comments may stand above the headings, and only there: below, "#" may begin a name. "sep=;" is Excel's own.
    while at < len(lines) and (not lines[at].strip() or lines[at].lstrip().startswith("#") or re.fullmatch(r"sep=.", lines[at].strip())):
        at += 1
    if at == len(lines):
        raise ActorsError(f"nothing in it; the first line must name the columns, of {', '.join(COLUMNS)}", file)
    delimiter = "\t" if suffix == ".tsv" else max(_DELIMITERS, key=lambda d: sum(_heading(c) in _HEADS for c in _cells(lines[at], d)))
    headings = _headings(_cells(lines[at], delimiter), file, at + 1)
    listed = "seen" in [_heading(c) for c in _cells(lines[at], delimiter)]
    return _lines_to_rows(file, lines, at + 1, delimiter, headings, listed)


def _lines_to_rows(file: str, lines: list[str], at: int, delimiter: str, headings: list[str | None], listed: bool) -> Iterator[Row | ActorsError]:
    while at < len(lines):
        line, text = at + 1, lines[at]
        at += 1
        if text.count('"') % 2 and delimiter != "\t":
            # A cell that runs over lines; or a quotation mark without its end, which must not swallow the rows below.
            last = next((n for n in range(at, min(at + _JOINED, len(lines))) if '"' in lines[n] and lines[n].count('"') % 2), None)
            if last is None:
                yield ActorsError('a quotation mark has no end; write one after the cell, or double it ("") inside one', file, line)
                continue
            text = "\n".join((text, *lines[at : last + 1]))
            at = last + 1
        if not text.strip().strip(delimiter).strip():
            continue
        cells = _cells(text, delimiter)
        if len(cells) > len(headings) and any(c.strip() for c in cells[len(headings) :]):
            yield ActorsError(f"{len(cells)} cells, where the first line names {len(headings)} columns; put a cell that holds {delimiter!r} in quotation marks", file, line)
            continue
        filled = {name: value for name, cell in zip(headings, cells) if name and (value := " ".join(cell.split()))}
        if filled:
            yield Row(file, line, dict(filled), listed)


def _cells(text: str, delimiter: str) -> list[str]:
    plain = delimiter == "\t" and text.count('"') % 2
    return next(csv.reader([text], delimiter=delimiter, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL), [])


def _toml_rows(file: str, text: str) -> Iterator[Row | ActorsError]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ActorsError(f"not valid TOML ({error})", file) from None
    actors = table.get("actor")
    if not isinstance(actors, list) or not all(isinstance(a, dict) for a in actors) or set(table) != {"actor"}:
        other = sorted(set(table) - {"actor"})
        raise ActorsError(f"each actor must be a table under [[actor]]{f', not {other[0]!r}' if other else ''}", file)
    # tomllib keeps no line numbers; the heads of the tables have them.
    heads = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*actor\s*\]\]", line)]
    lines = heads if len(heads) == len(actors) else [None] * len(actors)
    return (_toml_row(file, line or number, actor) for number, (line, actor) in enumerate(zip(lines, actors), 1))


def _toml_row(file: str, line: int, actor: dict[str, Any]) -> Row | ActorsError:
    row = Row(file, line, listed="seen" in actor)
    for key, value in actor.items():
        head = _heading(key)
        name = _HEADS.get(head)
        if name is None and head not in OVER:
            close = get_close_matches(head, _HEADS, 1, 0.8)
            return ActorsError(f"no key is called so; {f'did you mean {close[0]!r}?' if close else 'the keys are ' + ', '.join(COLUMNS)}", file, line, key)
        if name is None:
            continue
        if isinstance(value, list) and name in _LISTS and all(isinstance(v, str) for v in value):
            row.cells[name] = tuple(" ".join(v.split()) for v in value if v.strip())
        elif isinstance(value, bool):
            row.cells[name] = "yes" if value else "no"
        elif isinstance(value, (list, dict)):
            return ActorsError("must be a text in quotation marks" + (", or a list of them" if name in _LISTS else ""), file, line, key)
        else:
            row.cells[name] = " ".join(str(value).split())
    row.cells = {k: v for k, v in row.cells.items() if v}
    return row if row.cells else ActorsError("an [[actor]] with nothing in it; give it a name", file, line)
