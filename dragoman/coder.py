"""The Python door: `coder = dragoman.load()`, `result = coder("text", published="2021-11-15")`."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.actors.table import ActorTable, load_table
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.columns import KIND_OF, arrow_schema, records_of
from dragoman.errors import DragomanError, SettingError
from dragoman.pipeline import code_articles, version_of
from dragoman.records import Article, Event, Result, Statement

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class CodedResult:
    """What was read from one text or several. `results` holds one Result for each article, in order."""

    results: tuple[Result, ...]

    @property
    def article(self) -> Article:
        """The (first) article."""
        return self.results[0].article

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles."""
        return tuple(r.article for r in self.results)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, in text order."""
        return tuple(e for r in self.results for e in r.events)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in text order."""
        return tuple(s for r in self.results for s in r.statements)

    def records(self, kinds: Iterable[str] = ("events", "statements", "articles")) -> list[dict[str, Any]]:
        """The records as JSON objects, as `dragoman code --format jsonl` writes them."""
        return [record for r in self.results for record in records_of(r, tuple(kinds))]

    def to_arrow(self, table: str = "events"):
        """A pyarrow Table of "events", "statements", "articles", "mentions", "times" or "places"."""
        from dragoman.export.tables import to_arrow

        if table not in KIND_OF:
            raise SettingError(f"no table {table!r}: choose one of {', '.join(KIND_OF)}")
        return to_arrow(self.records((table,)), arrow_schema(KIND_OF[table]))

    def to_pandas(self, table: str = "events"):
        """The same as a pandas DataFrame."""
        try:
            import pandas  # noqa: F401
        except ImportError:
            raise SettingError("to_pandas needs pandas: pip install 'dragoman[pandas]'") from None
        return self.to_arrow(table).to_pandas()

    def to_polars(self, table: str = "events"):
        """The same as a polars DataFrame."""
        try:
            import polars
        except ImportError:
            raise SettingError("to_polars needs polars: pip install 'dragoman[polars]'") from None
        return polars.from_arrow(self.to_arrow(table))

    def _repr_html_(self) -> str:
        return "".join(_html(r) for r in self.results)


def _html(result: Result) -> str:
    """The article's text with actors, recipients and predicates marked, and the events beneath."""
    text = result.article.text
    marks: dict[tuple[int, int], tuple[str, str]] = {}
    for e in result.events:
        marks.setdefault((e.predicate.start, e.predicate.end), ("#ffe08a", f"{e.type}{'/' + e.mode if e.mode else ''} · {e.standing}"))
        for people, colour, label in ((e.actors, "#b7d7f5", "actor"), (e.recipients, "#f5c2b7", "recipient")):
            for a in people:
                marks.setdefault((a.start, a.end), (colour, f"{label}: {a.name or a.text} {a.country or ''}"))
    out, at = [], 0
    for (start, end), (colour, label) in sorted(marks.items()):
        if start < at:
            continue
        out.append(escape(text[at:start]))
        out.append(f'<mark style="background:{colour}" title="{escape(label)}">{escape(text[start:end])}</mark>')
        at = end
    out.append(escape(text[at:]))
    rows = "".join(
        f"<tr><td>{e.type}{'/' + e.mode if e.mode else ''}</td><td>{escape(', '.join(a.name or a.text for a in e.actors))}</td>"
        f"<td>{escape(', '.join(a.name or a.text for a in e.recipients))}</td><td>{e.time.from_ or ''}</td><td>{e.standing}</td></tr>"
        for e in result.events
    )
    return f'<div style="white-space:pre-wrap;line-height:1.6">{"".join(out)}</div><table><tr><th>type</th><th>actor</th><th>recipient</th><th>from</th><th>standing</th></tr>{rows}</table>'


class Coder:
    """Codes texts. `nlp` is the spaCy pipeline, `codebook` the compiled codebook, `table` the actor table."""

    def __init__(self, nlp: Language, codebook: Codebook, table: ActorTable | None = None):
        self.nlp, self.codebook = nlp, codebook
        self.table = load_table() if table is None else table
        self.version = version_of(nlp, codebook, table)

    def __call__(self, text: str, *, published: str | None = None, publisher: str | None = None, title: str | None = None, url: str | None = None) -> CodedResult:
        """Code one text.

        Args: text: a report. published: its date, YYYY-MM-DD. Offsets of the records point into
        `result.article.text`, which is `text` with line ends made uniform.
        Raises: InputEmpty, LanguageUnsupported, DateInvalid (dragoman.errors).
        """
        from dragoman.intake.raw import RawArticle

        raw = RawArticle(source="text", text=text, title=title, url=url, publisher=publisher, published=published)
        for _, result in self.code([raw]):
            if isinstance(result, DragomanError):
                raise result
            return CodedResult((result,))
        raise AssertionError("one article gives one result")

    def code(self, raws: Iterable[Any], *, published: str | None = None, publisher: str | None = None) -> Iterator[tuple[Any, Result | DragomanError]]:
        """Code raw articles (of `dragoman.intake.read_inputs`) one by one; errors come out as values, in their place."""
        return code_articles(raws, self.nlp, self.codebook, self.version, self.table, published=published, publisher=publisher)


def load(codebook: str | Path = "plover", nlp: Language | None = None, threads: int = 0, actors: str | Path | Iterable[str | Path] | ActorTable = (), strict: bool = False) -> Coder:
    """A Coder with our language model, or on a spaCy pipeline of your own (`nlp`, for instance an `en_core_web_*`).

    Args: codebook: "plover", or the path of your own. threads: windows read at once, 0 = min(2, cores). actors: one or several
    tables of your own actors (docs/actors.md); a wrong row of them is a warning, with `strict` an error.
    Raises: CodebookError, ActorsError, ModelError.
    """
    book = load_codebook(codebook)
    table = actors if isinstance(actors, ActorTable) else _table(actors, strict)
    if nlp is None:
        from dragoman.reading.model import load_language

        nlp = load_language(threads)
    return Coder(nlp, book, table)


def _table(actors: str | Path | Iterable[str | Path], strict: bool) -> ActorTable:
    from dragoman.actors.user import with_own

    table, problems, _ = with_own([actors] if isinstance(actors, (str, Path)) else actors)
    for problem in problems:
        if strict:
            raise problem
        warnings.warn(str(problem), stacklevel=3)
    return table
