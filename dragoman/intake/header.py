"""The optional header block of a text file: `Key: value` lines at the very top, then a blank line."""

from __future__ import annotations

import re

_KEYS = {
    "title": "title", "headline": "title",
    "url": "url", "link": "url",
    "publisher": "publisher", "source": "publisher", "outlet": "publisher", "agency": "publisher",
    "published": "published", "date": "published", "publication date": "published", "published on": "published",
    "author": "author", "byline": "author",
}  # fmt: skip
_LINE = re.compile(r"([A-Z][A-Za-z_-]*(?: [A-Za-z]+)?|url):[ \t]*(.*)", re.ASCII)
_MAX_LINES = 20
_MAX_VALUE = 500


def split_header(text: str) -> tuple[dict[str, str], str]:
    """(fields, rest): the header's fields under their own names (title, url, publisher, published, author, and
    unknown keys in lower case), and the text after the blank line. With no header: ({}, text).

    A block counts as a header only when each of its lines is `Key: value` and at least one key is known, so that
    a report whose first sentence holds a colon stays whole. The `---` fences of Markdown front matter are allowed.
    """
    body = text.removeprefix("\ufeff")
    lines = body.split("\n", _MAX_LINES + 1)
    fenced = lines[0].strip() == "---"
    fields: dict[str, str] = {}
    known = 0
    taken = 1 if fenced else 0
    for line in lines[taken : _MAX_LINES + 1]:
        if (line.strip() == "---") if fenced else (not line.strip()):
            break
        found = _LINE.fullmatch(line.strip()) if not fenced else _LINE.fullmatch(_capital(line.strip()))
        if found is None or len(found.group(2)) > _MAX_VALUE:
            return {}, text
        key = found.group(1).lower().replace("_", " ")
        value = found.group(2).strip().strip("\"'") if fenced else found.group(2).strip()
        known += key in _KEYS
        if value:
            fields.setdefault(_KEYS.get(key, key), value)
        taken += 1
    else:
        return {}, text
    if not known or (taken == 1 and not fenced and _is_sentence(fields)):
        return {}, text
    rest = body.split("\n", taken + 1)
    return fields, rest[taken + 1].lstrip("\r\n") if len(rest) > taken + 1 else ""


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def _is_sentence(fields: dict[str, str]) -> bool:
    """One lone line may be prose ("Source: the ministry said that ..."): a long value with a full stop is."""
    value = next(iter(fields.values()), "")
    return "title" not in fields and value.endswith(".") and len(value.split()) > 5
