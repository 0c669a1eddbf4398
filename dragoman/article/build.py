"""RawArticle -> Article, the steps of this stage in order."""

from __future__ import annotations

from ..errors import DateInvalid, InputEmpty
from ..intake import RawArticle
from ..records import Article, Region
from .body import PageText, extract_page
from .identity import article_id
from .language import check_language
from .normalise import normalise
from .published import find_date, parse_date
from .regions import find_regions
from .signs import publisher_name


def build_article(raw: RawArticle, *, published: str | None = None, publisher: str | None = None) -> Article:
    """The cleaned report. `published` and `publisher`, when given, win over what the report says of itself.

    Raises InputEmpty (no words), LanguageUnsupported (not English) and DateInvalid (a given date that is none).
    """
    page = extract_page(raw.text, raw.source) if raw.kind == "html" else PageText(raw.text)
    text = normalise(page.text)
    if not any(map(str.isalpha, text)):
        raise InputEmpty(f"{raw.source} holds no words; there is nothing to code", raw.source)
    language = check_language(text, raw.source)
    publisher = _one_line(publisher or raw.publisher or page.publisher)
    title = _one_line(raw.title or page.title)
    regions = find_regions(text, title, publisher=publisher)
    publisher = publisher or _publisher_in(text, regions)
    if title is None:
        title = next((_one_line(text[r.start : r.end].lstrip("#")) for r in regions if r.region == "headline"), None)
    return Article(
        article_id=article_id(text),
        title=title,
        url=_one_line(raw.url or page.url),
        publisher=publisher,
        published=_published(published or raw.published, raw.source) or page.published or find_date(text),
        language=language,
        text=text,
        regions=regions,
    )


def _publisher_in(text: str, regions: tuple[Region, ...]) -> str | None:
    """The publisher that a byline of the text names."""
    for region in regions:
        if region.region == "byline":
            words = text[region.start : region.end]
            if name := publisher_name(words, len(words.split())):
                return name
    return None


def _published(given: str | None, source: str) -> str | None:
    if not given or not given.strip():
        return None
    try:
        return parse_date(given)
    except DateInvalid as error:
        raise DateInvalid(f"{source}: published date: {error}") from None


def _one_line(value: str | None) -> str | None:
    return " ".join(normalise(value).split()) or None if value else None
