"""Stage 1: bytes in. Files, folders, tables, archives, feeds and URLs become `RawArticle`s, one at a time."""

from .raw import RawArticle
from .reader import read_inputs

__all__ = ["RawArticle", "read_inputs"]
