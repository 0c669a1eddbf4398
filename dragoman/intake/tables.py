"""CSV, TSV and Parquet -> RawArticles, one a row, named `source#row` with the first data row as 1."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO

from ..errors import InputEmpty, InputError, InputUnreadable
from .decode import bad_bytes, decode, encoding_by_mark
from .guard import DEFAULT_LIMITS, Counted, Limits
from .raw import RawArticle
from .rows import match_columns, raw_from_row


def read_csv(stream: IO[bytes] | Counted, source: str, limits: Limits = DEFAULT_LIMITS, *, tabs: bool = False) -> Iterator[RawArticle | InputError]:
    """The reports of a .csv (commas, semicolons or bars) or, with `tabs`, a .tsv stream with a header row.

    Bytes that are not UTF-8 spoil only the row that they are in.
    """
    # The csv module's own limit is 128 KiB a field and is global to the process: we only ever raise it.
    csv.field_size_limit(max(csv.field_size_limit(), limits.text_bytes))
    first = stream.readline(limits.text_bytes)
    if not first.strip():
        yield InputEmpty(f"{source} is empty; there is nothing to code", source)
        return
    lines = _lines(stream, first, source, limits)
    header = next(lines)
    delimiter = "\t" if tabs else max(",;|\t", key=header.count)
    row = 0
    try:
        reader = csv.reader(_chain(header, lines), delimiter=delimiter)
        names = [name.strip() for name in next(reader)]
        if any("\udc80" <= char <= "\udcff" for name in names for char in name):
            raise InputUnreadable(bad_bytes(f"the header of {source}", _first_bad(",".join(names))), source)
        chosen = match_columns(names, source)
        for cells in reader:
            if not cells:
                continue
            row += 1
            name = f"{source}#{row}"
            try:
                yield raw_from_row(_checked(names, cells, name), chosen, name)
            except InputError as error:
                yield error
    except csv.Error as error:
        yield InputUnreadable(f"{source} is not a table after row {row} ({error}); save it again as UTF-8 CSV", source)
        return
    except InputError as error:
        yield error
        return
    if not row:
        yield InputEmpty(f"{source} has a header but no rows; there is nothing to code", source)


def _lines(stream: IO[bytes] | Counted, first: bytes, source: str, limits: Limits) -> Iterator[str]:
    """Lines as text, line ends kept. Bad bytes become surrogates, so that `_checked` can find their row."""
    if encoding_by_mark(first) in ("utf-16", "utf-32"):
        yield from io.StringIO(decode(first + stream.read(limits.text_bytes * 8), source), newline="")
        return
    decode(first, source)  # refuses binary files
    yield first.decode("utf-8-sig", errors="surrogateescape")
    while line := stream.readline(limits.text_bytes):
        yield line.decode("utf-8", errors="surrogateescape")


def _chain(header: str, lines: Iterator[str]) -> Iterator[str]:
    yield header
    yield from lines


def _first_bad(text: str) -> int:
    return next((at for at, char in enumerate(text) if "\udc80" <= char <= "\udcff"), 0)


def _checked(names: list[str], cells: list[str], name: str) -> dict[str, str]:
    for cell in cells:
        try:
            cell.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InputUnreadable(bad_bytes(f"a cell of {name}", error.start), name) from None
    if len(cells) > len(names):
        raise InputUnreadable(f"{name} has {len(cells)} cells for {len(names)} columns; put quotes around cells with commas", name)
    return dict(zip(names, cells, strict=False))


def read_parquet(stream: IO[bytes], source: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[RawArticle | InputError]:
    """The reports of a Parquet file, read batch by batch. `stream` must be seekable."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield InputUnreadable(f"{source}: reading Parquet needs pyarrow; run: pip install pyarrow", source)
        return
    row = 0
    try:
        table = pq.ParquetFile(stream)
        chosen = match_columns(table.schema_arrow.names, source)
        for batch in table.iter_batches(batch_size=64):
            for cells in batch.to_pylist():
                row += 1
                name = f"{source}#{row}"
                try:
                    yield raw_from_row(cells, chosen, name)
                except InputError as error:
                    yield error
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else "damaged"
        yield InputUnreadable(f"{source} is not a readable Parquet file ({reason}); write it again", source)
        return
    except InputError as error:
        yield error
        return
    if not row:
        yield InputEmpty(f"{source} has no rows; there is nothing to code", source)
