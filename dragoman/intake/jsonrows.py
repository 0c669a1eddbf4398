"""JSON and JSON lines -> RawArticles. A malformed line is one error; the other lines are still read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from ..errors import InputEmpty, InputError, InputUnreadable
from .decode import bad_bytes, decode, encoding_by_mark
from .guard import DEFAULT_LIMITS, Counted, Limits, read_all, size_words
from .raw import RawArticle
from .rows import raw_from_object


def read_json_lines(stream: IO[bytes] | Counted, source: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[RawArticle | InputError]:
    """The reports of a .jsonl stream, read line by line; each is named `source#line`, lines counted from 1."""
    number = found = 0
    while line := stream.readline(limits.text_bytes + 1):
        number += 1
        name = f"{source}#{number}"
        if number == 1 and encoding_by_mark(line) in ("utf-16", "utf-32"):
            yield InputUnreadable(f"{source} is UTF-16 or UTF-32; convert it first, for example: iconv -t UTF-8 in > out", source)
            return
        if len(line) > limits.text_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.text_bytes)
            found += 1
            yield InputUnreadable(f"line {number} of {source} is larger than {size_words(limits.text_bytes)}", name)
            continue
        if not line.strip():
            continue
        found += 1
        try:
            yield raw_from_object(_parse_line(line, number, source, name), name)
        except InputError as error:
            yield error
    if not found:
        yield InputEmpty(f"{source} is empty; there is nothing to code", source)


def _parse_line(line: bytes, number: int, source: str, name: str) -> Any:
    try:
        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise InputUnreadable(bad_bytes(f"line {number} of {source}", error.start), name) from None
    try:
        return json.loads(text)
    except ValueError as error:
        raise InputUnreadable(f"line {number} of {source} is not JSON ({error}); mend or remove it", name) from None
    except RecursionError:
        raise InputUnreadable(f"line {number} of {source} is nested too deeply; mend or remove it", name) from None


def read_json(stream: IO[bytes] | Counted, source: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[RawArticle | InputError]:
    """The reports of a .json stream: one object, a list of objects, or an object with an `articles` list."""
    text = decode(read_all(stream, limits.text_bytes * 8, source), source)  # type: ignore[arg-type]
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except ValueError as error:
        hint = "give it a name that ends in .jsonl" if "Extra data" in str(error) else "mend it"
        yield InputUnreadable(f"{source} is not JSON ({error}); {hint}", source)
        return
    except RecursionError:
        yield InputUnreadable(f"{source} is nested too deeply; mend it", source)
        return
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if not isinstance(value, list):
        value, names = [value], [source]
    else:
        names = [f"{source}#{row}" for row in range(1, len(value) + 1)]
    if not value:
        yield InputEmpty(f"{source} holds an empty list; there is nothing to code", source)
    for item, name in zip(value, names, strict=True):
        try:
            yield raw_from_object(item, name)
        except InputError as error:
            yield error


def is_json_lines(head: bytes) -> bool:
    """Whether a stream that starts with `head` is JSON lines: its first line is a JSON object by itself."""
    line = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)[0].strip()
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
