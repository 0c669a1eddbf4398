"""Bytes -> text, with an error that says which byte is wrong and what to do about it."""

from __future__ import annotations

import codecs
import re

from ..errors import InputEmpty, InputUnreadable

_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file; extract its text first, for example: pdftotext in.pdf out.txt"),
    (b"PK\x03\x04", "a zip or Office file; save it as .txt or .csv first"),
    (b"\x1f\x8b", "gzip-compressed; give it a name that ends in .gz"),
    (b"PAR1", "a Parquet file; give it a name that ends in .parquet"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .txt or .csv first"),
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b") + b"\x7f"


def encoding_by_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start of `head` gives, or None."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def decode(data: bytes, source: str, *, html: bool = False, charset: str | None = None) -> str:
    """`data` as text: UTF-8, or UTF-16/32 with a byte order mark.

    For a page (`html`), the encoding that the server (`charset`) or the page itself names is tried when UTF-8
    fails. Raises InputEmpty for nothing but white space, InputUnreadable for binary and undecodable bytes.
    """
    if not data:
        raise InputEmpty(f"{source} is empty; there is nothing to code", source)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputUnreadable(f"{source} is {what}", source)
    marked = encoding_by_mark(data)
    if marked is None and _is_binary(data):
        raise InputUnreadable(f"{source} is a binary file, not text; dragoman reads text", source)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        declared = _declared(data, charset) if html and marked is None else None
        if declared is None:
            raise InputUnreadable(bad_bytes(source, error.start, marked or "utf-8"), source) from None
        text = data.decode(declared, errors="replace")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise InputEmpty(f"{source} holds only white space; there is nothing to code", source)
    return text


def bad_bytes(source: str, position: int, encoding: str = "utf-8") -> str:
    """The message for bytes that are not text in `encoding`, naming the first bad byte."""
    name = "UTF-8" if encoding.startswith("utf-8") else encoding.upper()
    return f"{source} is not valid {name} at byte {position}; convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 in.txt > out.txt"


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    if b"\x00" in data:
        return True
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls > max(2, len(head) // 20)


def _declared(data: bytes, charset: str | None) -> str | None:
    found = _CHARSET.search(data[:4096])
    for name in (charset, found.group(1).decode("ascii") if found else None):
        if name:
            try:
                info = codecs.lookup(name.strip())
            except LookupError:
                continue
            if info._is_text_encoding and info.name not in ("utf-8", "utf-7"):
                return info.name
    return None
