"""All inputs of a run, in the order given: each source is found, opened by its suffix, and read.

Errors are yielded as values, so that one bad input never stops the others.
"""

from __future__ import annotations

import glob
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, cast

from ..errors import InputError, InputMissing, InputUnreadable
from . import archives, feeds, jsonrows, tables, urls
from .decode import decode
from .guard import DEFAULT_LIMITS, Counted, Limits, read_all
from .header import split_header
from .raw import FIELDS, RawArticle, fill

READS = ".txt, .md, .html, .jsonl, .json, .csv, .tsv, .parquet, .xml (feeds), .warc, .zip, and .gz of these"
_SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", "": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".parquet": "parquet", ".pq": "parquet",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
    ".warc": "warc", ".zip": "zip",
}  # fmt: skip
_BY_TYPE = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "text",
    "application/json": "json", "application/x-ndjson": "jsonl", "application/jsonl": "jsonl", "text/csv": "csv",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/xml": "feed", "text/xml": "feed",
}  # fmt: skip

Stream = IO[bytes] | Counted


def read_inputs(
    sources: Sequence[str],
    *,
    stdin: IO[Any] | None = None,
    defaults: Mapping[str, str | None] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[RawArticle | InputError]:
    """Every report in `sources` (paths, folders, globs, URLs, "-" for `stdin`), lazily and in order.

    `defaults` (title, url, publisher, published) fill what a report does not say itself. Yields an InputError in
    the place of what could not be read; never raises one.
    """
    unknown = set(defaults or ()) - set(FIELDS)
    if unknown:
        raise TypeError(f"unknown defaults: {', '.join(sorted(unknown))}; known: {', '.join(FIELDS)}")
    for source in sources:
        for item in _guarded(_read_source(source, stdin, limits), source):
            yield fill(item, defaults) if isinstance(item, RawArticle) else item


def _guarded(items: Iterator[RawArticle | InputError], source: str) -> Iterator[RawArticle | InputError]:
    """`items`, with what they raise turned into a last value."""
    try:
        yield from items
    except InputError as error:
        yield error
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        yield InputUnreadable(f"{source} is a damaged .gz file ({error}); compress it again", source)
    except PermissionError:
        yield InputUnreadable(f"{source} may not be read; check its permissions", source)
    except OSError as error:
        yield InputUnreadable(f"{source} cannot be read ({error.strerror or error}); check it", source)


def _read_source(source: str, stdin: IO[Any] | None, limits: Limits) -> Iterator[RawArticle | InputError]:
    if source == "-":
        yield from _read_stdin(stdin if stdin is not None else sys.stdin, limits)
    elif source.lower().startswith(("http://", "https://")):
        yield from _read_url(source, limits)
    elif "\x00" in source:
        raise InputMissing(f"no such file or folder: {source!r}; check the path", source)
    elif os.path.isdir(source):
        yield from _read_folder(Path(source), limits)
    elif os.path.exists(source):
        yield from _read_file(source, limits)
    elif glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))
        if not matches:
            raise InputMissing(f"no file matches {source}; check the pattern", source)
        for match in matches:
            reader = _read_folder(Path(match), limits) if os.path.isdir(match) else _read_file(match, limits)
            yield from _guarded(reader, match)
    else:
        raise InputMissing(f"no such file or folder: {source}; check the path", source)


def _read_folder(folder: Path, limits: Limits) -> Iterator[RawArticle | InputError]:
    """The files of a folder and its folders, sorted by name; hidden ones and README files are skipped."""
    found = False
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and os.path.splitext(name)[0].upper() != "README":
                found = True
                file = os.path.join(path, name)
                yield from _guarded(_read_file(file, limits), file)
    if not found:
        raise InputMissing(f"no files in the folder {folder}; put reports in it, or check the path", str(folder))


def _read_file(path: str, limits: Limits) -> Iterator[RawArticle | InputError]:
    form = _form(os.path.basename(path), path)
    with open(path, "rb") as stream:
        yield from _read_stream(stream, form, os.path.basename(path).lower().endswith(".gz"), path, limits)


def _form(name: str, source: str) -> str:
    """Which reader a file name asks for. Raises InputUnreadable for formats that dragoman does not read."""
    name = name.lower()
    suffix = os.path.splitext(name.removesuffix(".gz"))[1]
    if suffix not in _SUFFIXES:
        raise InputUnreadable(f"{source}: {suffix} files are not read; dragoman reads {READS}", source)
    return _SUFFIXES[suffix]


def _read_stream(stream: IO[bytes], form: str, packed: bool, source: str, limits: Limits) -> Iterator[RawArticle | InputError]:
    data: Stream = stream
    if packed and form != "warc":  # fastwarc unpacks by itself, record by record
        data = Counted(cast(IO[bytes], gzip.GzipFile(fileobj=stream)), limits.unpacked_bytes, source)
    if form == "jsonl":
        yield from jsonrows.read_json_lines(data, source, limits)
    elif form == "json":
        yield from jsonrows.read_json(data, source, limits)
    elif form in ("csv", "tsv"):
        yield from tables.read_csv(data, source, limits, tabs=form == "tsv")
    elif form == "parquet":
        whole = io.BytesIO(read_all(cast(IO[bytes], data), limits.text_bytes * 8, source)) if packed else stream
        yield from tables.read_parquet(whole, source, limits)
    elif form == "warc":
        yield from archives.read_warc(data, source, limits)
    elif form == "zip":
        yield from _read_zip(stream, source, limits)
    elif form == "feed":
        yield from feeds.read_feed(read_all(cast(IO[bytes], data), limits.text_bytes, source), source)
    else:
        yield _one(read_all(cast(IO[bytes], data), limits.text_bytes, source), form, source)


def _read_zip(stream: IO[bytes], source: str, limits: Limits) -> Iterator[RawArticle | InputError]:
    for member in archives.zip_members(stream, source, limits):
        if isinstance(member, InputError):
            yield member
            continue
        name, data = member
        try:
            form = _form(os.path.basename(name), name)
            if form == "zip":
                raise InputUnreadable(f"{name} is an archive in an archive; unpack it first", name)
        except InputError as error:
            yield error
            continue
        yield from _guarded(_read_stream(data, form, name.lower().endswith(".gz"), name, limits), name)


def _one(data: bytes, form: str, source: str, *, url: str | None = None, charset: str | None = None) -> RawArticle:
    """One file or page that is one report."""
    text = decode(data, source, html=form == "html", charset=charset)
    if form == "html":
        return RawArticle(source, text, "html", url=url)
    fields, rest = split_header(text)
    known = {name: fields.pop(name) for name in FIELDS if name in fields}
    known.setdefault("url", url) if url else None
    return RawArticle(source, rest, "text", extra=fields, **known)


def _read_stdin(stdin: IO[Any], limits: Limits) -> Iterator[RawArticle | InputError]:
    stream = getattr(stdin, "buffer", stdin)
    head = stream.read(0)
    if isinstance(head, str):
        stream = io.BytesIO(stream.read().encode("utf-8", errors="surrogateescape"))
    first = stream.readline(limits.text_bytes)
    rest = cast(IO[bytes], _Pushed(first, stream))
    if first.startswith(b"\x1f\x8b"):
        packed = Counted(cast(IO[bytes], gzip.GzipFile(fileobj=rest)), limits.unpacked_bytes, "-")
        first = packed.readline(limits.text_bytes)
        rest = cast(IO[bytes], _Pushed(first, packed))
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if jsonrows.is_json_lines(first):
        yield from jsonrows.read_json_lines(rest, "-", limits)
    elif start.startswith((b"[", b"{")):
        yield from _json_or_text(read_all(rest, limits.text_bytes * 8, "-"), limits)
    else:
        form = "html" if start.startswith((b"<!doctype html", b"<html")) else "text"
        yield _one(read_all(rest, limits.text_bytes, "-"), form, "-")


def _json_or_text(data: bytes, limits: Limits) -> Iterator[RawArticle | InputError]:
    """Standard input that begins like JSON but is no JSON line: a JSON document, or a report that begins "[AP] ..."."""
    import json

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        yield _one(data, "text", "-")
        return
    yield from jsonrows.read_json(io.BytesIO(data), "-", limits)


class _Pushed:
    """A stream with bytes that were already read put back in front of it."""

    def __init__(self, head: bytes, stream: Stream):
        self._head = head
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; with no size, all."""
        if size is None or size < 0:
            data, self._head = self._head + self._stream.read(), b""
            return data
        data, self._head = self._head[:size], self._head[size:]
        return data + self._stream.read(size - len(data)) if len(data) < size else data

    def readline(self, size: int = -1) -> bytes:
        """One line. What was put back is always a whole line."""
        if self._head:
            return self.read(len(self._head))
        return self._stream.readline(size)


def _read_url(url: str, limits: Limits) -> Iterator[RawArticle | InputError]:
    page = urls.fetch(url, limits)
    form = _BY_TYPE.get(page.content_type)
    if form is None:
        raise InputUnreadable(f"{url} is {page.content_type}, which is not read; dragoman reads {READS}", url)
    if form in ("html", "text"):
        yield _one(page.data, form, url, url=page.url, charset=page.charset)
    else:
        yield from _read_stream(io.BytesIO(page.data), form, False, url, limits)
