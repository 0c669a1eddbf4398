"""An HTML page -> the report in it: headline, body paragraphs, byline, publisher and date."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from ..errors import DateInvalid, InputEmpty, InputUnreadable
from .published import parse_date

# A far date, so that what counts as "in the future" does not depend on the day of the run.
_LATEST = "2200-12-31"
_TAG = re.compile(r"<[a-zA-Z!/?][^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says. `text` begins with the headline where there is one; paragraphs have a blank line between."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def extract_page(html: str, source: str | None = None) -> PageText:
    """The report on the page. Raises InputEmpty where there is none, InputUnreadable where trafilatura is missing."""
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError:
        raise InputUnreadable(f"{source}: reading HTML needs trafilatura; run: pip install trafilatura lxml_html_clean", source) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs each page that has no article
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LATEST},
        )
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError):
        found = None  # trafilatura stumbles over some broken pages; the tags are stripped by hand below
    body = found.text if isinstance(found, Document) and found.text else ""
    if not isinstance(found, Document) or not body.strip():
        body = _strip_tags(html)
        if not body:
            raise InputEmpty(f"{source or 'the page'} holds no article text; there is nothing to code", source)
        return PageText(body)
    title = _clean(found.title)
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    if title and not (paragraphs and _same_headline(paragraphs[0], title)):
        paragraphs.insert(0, title)
    return PageText(
        "\n\n".join(paragraphs),
        title=title,
        author=_clean(found.author),
        publisher=_clean(found.sitename),
        published=_date(found.date),
        url=_clean(found.url),
    )


def _same_headline(line: str, title: str) -> bool:
    """The page's first line is its title, give or take the site's name or a word of search engines' sake."""
    ours, theirs = set(line.casefold().split()), set(title.casefold().split())
    return len(ours & theirs) >= 0.7 * max(len(ours), 1) and len(ours) <= len(theirs) + 5


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _date(value: str | None) -> str | None:
    try:
        return parse_date(value) if value else None
    except DateInvalid:
        return None


def _strip_tags(html: str) -> str:
    """The text of a fragment, as feeds carry it, or of a page without paragraphs; "" where there is none."""
    from lxml import etree
    from lxml import html as lxml_html

    if not _TAG.search(html):
        return html.strip()
    try:
        tree = lxml_html.fromstring(html)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    for element in tree.xpath("//script|//style|//nav|//aside|//footer|//form|//noscript|//head|//comment()"):
        if element.getparent() is not None:
            element.drop_tree()
    for element in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "article", "section"):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n\n".join(line for line in lines if line)
