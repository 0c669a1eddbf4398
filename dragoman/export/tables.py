"""Records as CSV and Parquet: one table for each kind of record."""

from __future__ import annotations

import csv
import json
from typing import IO, Any

from dragoman.columns import COLUMNS, arrow_schema, row


def cell(value: Any) -> Any:
    """A value as a CSV cell: lists and structs as JSON, nothing as an empty cell."""
    if isinstance(value, (list, dict, tuple)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""
    return "" if value is None else value


class CsvTable:
    """Rows of one kind of record, written as they come to an open text file (opened with newline="")."""

    def __init__(self, out: IO[str], kind: str):
        self.names = [name for name, _, _ in COLUMNS[kind]]
        self.writer = csv.writer(out, lineterminator="\n")
        self.writer.writerow(self.names)

    def write(self, records: list[dict[str, Any]]) -> None:
        """Add records."""
        for record in records:
            flat = row(record)
            self.writer.writerow([cell(flat.get(name)) for name in self.names])

    def close(self) -> None:
        """Nothing is held back."""


class ParquetTable:
    """Rows of one kind of record, written in groups to a Parquet file or binary stream."""

    GROUP = 5000

    def __init__(self, out: Any, kind: str):
        import pyarrow.parquet as pq

        self.schema = arrow_schema(kind)
        self.names = self.schema.names
        self.held: list[dict[str, Any]] = []
        self.writer = pq.ParquetWriter(out, self.schema)

    def write(self, records: list[dict[str, Any]]) -> None:
        """Add records."""
        self.held.extend(records)
        if len(self.held) >= self.GROUP:
            self._flush()

    def _flush(self) -> None:
        if self.held:
            self.writer.write_table(to_arrow(self.held, self.schema))
            self.held = []

    def close(self) -> None:
        """Write what is held and the footer."""
        self._flush()
        self.writer.close()


def to_arrow(records: list[dict[str, Any]], schema: Any) -> Any:
    """JSON records of one kind as a pyarrow Table of that schema."""
    import pyarrow as pa

    flat = [row(r) for r in records]
    return pa.Table.from_pylist([{name: f.get(name) for name in schema.names} for f in flat], schema=schema)
