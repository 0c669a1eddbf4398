"""RSS and Atom -> RawArticles, one an entry, with the text that the feed itself carries."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ..errors import InputEmpty, InputError, InputUnreadable
from .raw import RawArticle


def read_feed(data: bytes, source: str) -> Iterator[RawArticle | InputError]:
    """The entries of a feed, named `source#entry`. Entries' pages are not fetched: a feed of teasers gives teasers."""
    try:
        import feedparser
    except ImportError:
        yield InputUnreadable(f"{source}: reading feeds needs feedparser; run: pip install feedparser", source)
        return
    if not data.strip():
        yield InputEmpty(f"{source} is empty; there is nothing to code", source)
        return
    # As a stream: feedparser takes bare bytes for a file name first, and a hostile feed could name any file.
    feed = feedparser.parse(io.BytesIO(data))
    if not feed.version:
        yield InputUnreadable(f"{source} is not an RSS or Atom feed; check it", source)
        return
    if not feed.entries:
        yield InputEmpty(f"{source} has no entries; there is nothing to code", source)
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{source}#{number}"
        text = _fullest(entry)
        if not text.strip():
            yield InputEmpty(f"{name} has no text; fetch {entry.get('link') or 'its page'} instead", name)
            continue
        yield RawArticle(
            name,
            text,
            "html" if "<" in text and ">" in text else "text",
            title=entry.get("title") or None,
            url=entry.get("link") or None,
            publisher=feed.feed.get("title") or None,
            published=entry.get("published") or entry.get("updated") or None,
        )


def _fullest(entry: Any) -> str:
    texts = [item.get("value") or "" for item in entry.get("content", [])] + [entry.get("summary") or ""]
    return max(texts, key=len)
