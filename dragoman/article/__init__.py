"""Stage 2: `RawArticle` -> `Article`: clean text, regions, published date, language, and the article's id."""

from .build import build_article
from .identity import article_id
from .published import parse_date
from .regions import find_paragraphs, find_regions

__all__ = ["article_id", "build_article", "find_paragraphs", "find_regions", "parse_date"]
