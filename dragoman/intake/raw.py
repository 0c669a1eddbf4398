"""What intake hands on: one report as it was found, not yet cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

FIELDS = ("title", "url", "publisher", "published")


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One report as it was found.

    `source` names it for people and for the ledger: a path, `path#row`, `archive!member`, a URL, or "-".
    `kind` is "text" or "html". `published` is whatever the input said, not yet understood as a date.
    `extra` keeps the fields that dragoman does not use.
    """

    source: str
    text: str
    kind: str = "text"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def fill(raw: RawArticle, defaults: Mapping[str, str | None] | None) -> RawArticle:
    """`raw` with `defaults` (title, url, publisher, published) put where it has none of its own."""
    missing: dict[str, Any] = {name: value for name, value in (defaults or {}).items() if value and not getattr(raw, name)}
    return replace(raw, **missing) if missing else raw
