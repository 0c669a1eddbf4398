"""Archives: .zip members one by one, and the pages of a .warc."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, cast

from ..errors import InputEmpty, InputError, InputUnreadable
from .decode import decode
from .guard import DEFAULT_LIMITS, Counted, Limits, size_words
from .raw import RawArticle

_HTML_TYPES = ("text/html", "application/xhtml+xml")


def zip_members(stream: IO[bytes], source: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[tuple[str, IO[bytes]] | InputError]:
    """(name, bytes) of each file in a .zip, sorted by name, hidden files left out. Names are `source!member`."""
    left = limits.unpacked_bytes
    try:
        with zipfile.ZipFile(stream) as archive:
            members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
            members = [m for m in members if not _hidden(m.filename)]
            if not members:
                yield InputEmpty(f"{source} holds no files; there is nothing to code", source)
            if len(members) > limits.members:
                yield InputUnreadable(f"{source} holds more than {limits.members} files; split it", source)
                return
            for member in members:
                name = f"{source}!{member.filename}"
                if member.flag_bits & 0x1:
                    yield InputUnreadable(f"{name} is encrypted; unpack it first", name)
                    continue
                most = min(left, limits.text_bytes * 8)
                try:
                    with archive.open(member) as packed:
                        data = packed.read(most + 1)
                except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
                    yield InputUnreadable(f"{name} cannot be unpacked ({error}); pack it again", name)
                    continue
                if len(data) > most:
                    yield InputUnreadable(f"{name} unpacks to more than {size_words(most)}; unpack and split it", name)
                    continue
                left -= len(data)
                yield name, io.BytesIO(data)
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        yield InputUnreadable(f"{source} is not a readable zip file ({error}); pack it again", source)


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def read_warc(stream: IO[bytes] | Counted, source: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[RawArticle | InputError]:
    """The HTML pages of a .warc or .warc.gz, named `source#record`. The crawl date is not a published date."""
    try:
        from fastwarc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield InputUnreadable(f"{source}: reading WARC files needs fastwarc; run: pip install fastwarc", source)
        return
    found = number = 0
    try:
        records = ArchiveIterator(cast(IO[bytes], stream), record_types=WarcRecordType.response, parse_http=True)
        for record in records:
            number += 1
            name = f"{source}#{number}"
            http = record.http_headers
            if http is None or http.status_code != 200:
                continue
            if (record.http_content_type or "").lower() not in _HTML_TYPES:
                continue
            found += 1
            try:
                data = record.reader.read(limits.text_bytes + 1)
                if len(data) > limits.text_bytes:
                    raise InputUnreadable(f"{name} is larger than {size_words(limits.text_bytes)}", name)
                text = decode(data, name, html=True, charset=record.http_charset)
                yield RawArticle(name, text, "html", url=record.headers.get("WARC-Target-URI"))
            except InputError as error:
                yield error
    except InputError as error:
        yield error
        return
    except Exception as error:  # fastwarc raises plain exceptions of several kinds on damaged files
        yield InputUnreadable(f"{source} is not a readable WARC file ({error}); fetch it again", source)
        return
    if not found:
        yield InputEmpty(f"{source} holds no HTML pages; there is nothing to code", source)
