"""One row of a table, a JSON object or a feed entry -> RawArticle."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from typing import Any

from ..errors import InputEmpty, InputUnreadable
from .raw import RawArticle

ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article", "full_text", "fulltext", "article_text"),
    "html": ("html", "raw_html"),
    "title": ("title", "headline"),
    "url": ("url", "link", "uri"),
    "published": ("published", "date", "published_at", "publishedat", "publication_date", "publish_date", "pubdate"),
    "publisher": ("publisher", "source", "outlet", "source_name", "sitename"),
}


def column_for(field: str, columns: Mapping[str, str]) -> str | None:
    """The column that holds `field`; `columns` maps lower-case names to the names as written."""
    return next((columns[name] for name in ALIASES[field] if name in columns), None)


def match_columns(names: list[str], source: str) -> dict[str, str]:
    """Field -> column name, for a table's header. Raises InputUnreadable where there is no column of text."""
    columns = {name.strip().lower().replace(" ", "_"): name for name in reversed(names) if isinstance(name, str)}
    chosen = {field: column for field in ALIASES if (column := column_for(field, columns)) is not None}
    if "text" not in chosen and "html" not in chosen:
        shown = ", ".join(str(name) for name in names[:20]) or "none"
        raise InputUnreadable(f"{source} has no text column; it has: {shown}. Rename the column that holds the report to 'text'", source)
    return chosen


def raw_from_row(row: Mapping[str, Any], chosen: Mapping[str, str], source: str) -> RawArticle:
    """The row as a RawArticle; `chosen` as from `match_columns`. Raises InputEmpty where its text is empty."""
    kind, text = "text", _words(row.get(chosen.get("text", "")))
    if not text and "html" in chosen:
        kind, text = "html", _words(row.get(chosen["html"]))
    if not text:
        raise InputEmpty(f"{source} has no text; fill the '{chosen.get('text', chosen.get('html'))}' field", source)
    used = set(chosen.values())
    return RawArticle(
        source=source,
        text=text,
        kind=kind,
        title=_words(row.get(chosen.get("title", ""))),
        url=_words(row.get(chosen.get("url", ""))),
        publisher=_words(row.get(chosen.get("publisher", ""))),
        published=_words(row.get(chosen.get("published", ""))),
        extra={key: value for key, value in row.items() if key not in used and isinstance(key, str)},
    )


def raw_from_object(value: Any, source: str) -> RawArticle:
    """A decoded JSON value as a RawArticle. Raises InputUnreadable where it is no object with a text field."""
    if not isinstance(value, dict):
        raise InputUnreadable(f"{source} is not a JSON object; write one report an object, with a text field", source)
    try:
        chosen = match_columns(list(value), source)
    except InputUnreadable:
        shown = ", ".join(str(key) for key in list(value)[:20]) or "none"
        raise InputUnreadable(f"{source} has no text field; it has: {shown}. Rename the field that holds the report to 'text'", source) from None
    return raw_from_row(value, chosen, source)


def _words(value: Any) -> str | None:
    """A cell as a string; None for empty cells. A `{"name": ...}` object, as news APIs give for sources, is its name."""
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        value = value.get("name")
    if value is None or isinstance(value, (list, tuple, bool)):
        return None
    if isinstance(value, float) and math.isnan(value):  # a missing cell, as pandas writes it
        return None
    text = str(value)
    return text if text.strip() else None
