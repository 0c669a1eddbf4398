"""Where records go: standard output, one file, or a folder with one table for each kind."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, Any

from dragoman.columns import KIND_OF
from dragoman.errors import SettingError


class _Lines:
    """JSON lines to a text stream."""

    def __init__(self, out: IO[str]):
        from dragoman.export.jsonl import line

        self.out, self.line = out, line

    def write(self, records: list[dict[str, Any]]) -> None:
        self.out.write("".join(map(self.line, records)))

    def close(self) -> None:
        self.out.flush()


class _Tables:
    """One table for each kind of record."""

    def __init__(self, tables: dict[str, Any]):
        self.tables = tables

    def write(self, records: list[dict[str, Any]]) -> None:
        for kind, table in self.tables.items():
            mine = [r for r in records if r["record"] == kind]
            if mine:
                table.write(mine)

    def close(self) -> None:
        for table in self.tables.values():
            table.close()


class _File:
    """A writer to a file that takes its name only when it is complete, so that a broken run leaves no half file."""

    def __init__(self, path: Path, binary: bool, make: Any):
        if path.is_dir():
            raise SettingError(f"{path} is a folder; give the name of a file, or a folder's name with --format csv or parquet and several --records")
        self.path, self.part = path, path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.handle = open(self.part, "wb") if binary else open(self.part, "w", encoding="utf-8", newline="")
        except OSError as error:
            raise SettingError(f"cannot write {path}: {error.strerror}; choose another place with -o") from None
        self.inner = make(self.handle)

    def write(self, records: list[dict[str, Any]]) -> None:
        self.inner.write(records)

    def close(self) -> None:
        self.inner.close()
        self.handle.close()
        if sys.exc_info()[0] is None:
            os.replace(self.part, self.path)


def writer_for(format_: str, kinds: tuple[str, ...], output: Path | None) -> Any:
    """A writer with write(records) and close() for a format, the kinds of record asked for and a destination.

    CSV and Parquet hold one kind of record a table: with several kinds, `output` is a folder with a file for each;
    without `output`, the first kind goes to standard output.
    Raises SettingError where the destination does not suit.
    """
    if format_ == "table":
        from dragoman.export.terminal import TerminalTable

        return TerminalTable(sys.stdout) if output is None else _File(output, False, TerminalTable)
    if format_ == "jsonl":
        if output is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
            return _Lines(sys.stdout)
        return _File(output, False, _Lines)
    from dragoman.export.tables import CsvTable, ParquetTable

    suffix, binary = (".csv", False) if format_ == "csv" else (".parquet", True)
    make = CsvTable if format_ == "csv" else ParquetTable
    if output is None:
        kind = KIND_OF[kinds[0]]
        if binary:
            if sys.stdout.isatty():
                raise SettingError("parquet is not for a terminal: give a file with -o events.parquet")
            return _Tables({kind: make(sys.stdout.buffer, kind)})
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        return _Tables({kind: make(sys.stdout, kind)})
    if output.suffix == suffix:
        # one file holds one kind: events unless another single kind was asked for
        kind = KIND_OF["events" if "events" in kinds else kinds[0]]
        return _Tables({kind: _File(output, binary, lambda handle: make(handle, kind))})
    return _Tables({KIND_OF[k]: _File(output / f"{k}{suffix}", binary, lambda handle, k=k: make(handle, KIND_OF[k])) for k in kinds})
