"""The names in results that resolved to nobody, most frequent first, as a table that a user fills in and gives back with `--actors`."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.actors.lookup import LEADING, POSSESSIVE
from dragoman.actors.table import fold
from dragoman.errors import InputMissing, InputUnreadable

__all__ = ["COLUMNS", "Unresolved", "as_csv", "as_toml", "unresolved"]

# To be filled in, then what helps to do so; the first are those of a table of own actors.
COLUMNS = ("name", "names", "kind", "country", "sectors", "role", "from", "to", "id", "wikidata", "seen", "articles", "as", "called", "example", "article_id")
ROLES = ("actor", "recipient", "speaker", "addressee", "mention")
_LONGEST = 300  # characters of an example
_WANTED = frozenset("article_id evidence content actors recipients sources speaker_actor addressees text start end id name country sectors role via".split())
_READ = (".jsonl", ".ndjson", ".json", ".csv", ".parquet")


@dataclass(slots=True)
class Unresolved:
    """One name without an id. `named`: false for a description ("a senior official"), which no table can hold."""

    name: str
    seen: int = 0
    articles: int = 0
    roles: Counter[str] = field(default_factory=Counter)
    country: str = ""
    sectors: tuple[str, ...] = ()
    called: str = ""
    example: str = ""
    article_id: str = ""
    named: bool = True

    def cells(self) -> dict[str, str]:
        """The row of COLUMNS; kind and id are left to be filled in."""
        as_ = ", ".join(f"{role} {self.roles[role]}" for role in ROLES if self.roles[role])
        return dict.fromkeys(COLUMNS, "") | {
            "name": self.name, "country": self.country, "sectors": ";".join(self.sectors), "seen": str(self.seen), "articles": str(self.articles),
            "as": as_, "called": self.called, "example": self.example, "article_id": self.article_id,
        }  # fmt: skip


@dataclass(slots=True)
class _Mention:
    """One mention in one record."""

    role: str
    article_id: str
    actor: dict[str, Any]
    example: str


def unresolved(path: Path) -> list[Unresolved]:
    """Who did not resolve, in a file or folder that `dragoman code` wrote: JSON lines, CSV or Parquet.

    A mention that stands in several records (as an event's actor and a statement's speaker) is counted once.
    Raises InputMissing, InputUnreadable.
    """
    groups: dict[str, list[_Mention]] = {}
    for mention in _mentions(path):
        actor = mention.actor
        text = actor.get("name") or ("" if actor.get("via") == "pronoun" else actor.get("text")) or ""
        if actor.get("id") is None and (key := fold(_bare(text))):
            groups.setdefault(key, []).append(mention)
    found = [_of(mentions) for mentions in groups.values()]
    return sorted(found, key=lambda u: (-u.seen, -u.articles, fold(u.name), u.name))


def _bare(text: str) -> str:
    return POSSESSIVE.sub("", LEADING.sub("", " ".join(text.split()).strip(' "“”‘,.;:')))


def _of(mentions: list[_Mention]) -> Unresolved:
    spans: dict[tuple[str, Any, Any], set[str]] = {}
    for m in mentions:
        spans.setdefault((m.article_id, m.actor.get("start"), m.actor.get("end")), set()).add(m.role)
    roles = Counter(role for each in spans.values() for role in (each - {"mention"} or each))
    names = Counter(_bare(m.actor.get("name") or m.actor.get("text") or "") for m in mentions)
    shown = [m for m in mentions if m.example]
    # an example in which the name itself stands, in a sentence of middling length
    best = min(shown, key=lambda m: (m.actor.get("via") == "pronoun", abs(len(m.example) - 120), m.article_id, m.example), default=mentions[0])
    return Unresolved(
        _most(names), len(spans), len({m.article_id for m in mentions}), roles, _most(Counter(m.actor["country"] for m in mentions if m.actor.get("country"))) or "",
        _most(Counter(tuple(m.actor["sectors"]) for m in mentions if m.actor.get("sectors"))) or (), _most(Counter(m.actor["role"] for m in mentions if m.actor.get("role"))) or "",
        best.example, best.article_id, _is_named(mentions, _most(names)),
    )  # fmt: skip


def _most(counts: Counter) -> Any:
    return min(counts, key=lambda each: (-counts[each], each), default=None)


def _is_named(mentions: list[_Mention], name: str) -> bool:
    """Whether a table of actors could hold it. A noun that nobody holds as an office is a name too where all its words have capitals."""
    ways = {m.actor.get("via") for m in mentions} - {"pronoun", None}
    words = name.split()
    if ways == {"noun"}:
        return len(words) > 1 and all(word[:1].isupper() for word in words) and not any(m.actor.get("role") for m in mentions)
    return bool(ways) or any(word[:1].isupper() for word in words)


# results --------------------------------------------------------------------------------------------------------------


def _mentions(path: Path) -> Iterator[_Mention]:
    if not path.exists():
        raise InputMissing(f"no such file or folder: {path}; give what `dragoman code -o` wrote", str(path))
    paths = sorted(p for p in path.iterdir() if p.suffix in _READ) if path.is_dir() else [path]
    if not paths:
        raise InputMissing(f"{path}: no {', '.join(_READ)} file in this folder; give what `dragoman code -o` wrote", str(path))
    for each in paths:
        for record in _records(each):
            yield from _of_record(record)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, by what is in it."""
    with open(path, "rb") as file:
        head = file.read(4096)
    if head.startswith(b"PAR1"):
        return _parquet(path)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{"):
        return _json_lines(path)
    if b"article_id" in text.partition(b"\n")[0]:
        return _csv(path)
    raise InputUnreadable(f"{path} is not what `dragoman code` writes as jsonl, csv or parquet; a table for people cannot be read back: code again with --format jsonl", str(path))


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with open(path, encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    record = json.loads(line)
                except ValueError as error:
                    raise InputUnreadable(f"{path}, line {number}: not JSON ({error}); was the file cut off?", str(path)) from None
                if isinstance(record, dict):
                    yield record


def _csv(path: Path) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(2**31 - 1)
    with open(path, encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        kind = _kind(reader.fieldnames or ())
        nested = ("actors", "recipients", "sources", "speaker_actor", "addressees", "sectors")
        for row in reader:
            try:
                yield {"record": kind, **{k: (json.loads(v) if v else None) if k in nested else v or None for k, v in row.items() if k}}
            except ValueError as error:
                raise InputUnreadable(f"{path}, line {reader.line_num}: not as `dragoman code` wrote it ({error})", str(path)) from None


def _parquet(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise InputUnreadable(f"{path}: not a whole Parquet file ({str(error).splitlines()[0]})", str(path)) from None
    names = file.schema_arrow.names
    kind = _kind(names)
    for batch in file.iter_batches(columns=[n for n in names if n in _WANTED]) if kind else ():
        yield from ({"record": kind, **row} for row in batch.to_pylist())


def _kind(names: Iterable[str]) -> str | None:
    """What a table holds, by its columns."""
    names = set(names)
    if {"event_id", "actors", "recipients"} <= names:
        return "event"
    return "statement" if "speaker_actor" in names else "mention" if {"via", "sectors", "start"} <= names else None


def _of_record(record: dict[str, Any]) -> Iterator[_Mention]:
    """The mentions of one record, JSON or a row of a table."""
    kind, article = record.get("record"), record.get("article_id") or ""
    if kind == "event":
        said = record.get("evidence") or ""
        example = _short(said["text"] if isinstance(said, dict) else said)
        for role, key in (("actor", "actors"), ("recipient", "recipients")):
            yield from (_Mention(role, article, actor, example) for actor in record.get(key) or ())
        # a source without a name is a hedge ("reportedly")
        yield from (_Mention("speaker", article, source, example) for source in record.get("sources") or () if source.get("name"))
    elif kind == "statement":
        said = record.get("content") or ""
        example = _short(said["text"] if isinstance(said, dict) else said)
        speaker = record.get("speaker_actor") or record.get("speaker")
        if isinstance(speaker, dict):
            yield _Mention("speaker", article, speaker, f"{speaker.get('text') or ''}: {example}")
        yield from (_Mention("addressee", article, actor, example) for actor in record.get("addressees") or ())
    elif kind == "mention":
        yield _Mention("mention", article, {k: int(v) if k in ("start", "end") and v is not None else v for k, v in record.items()}, "")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


# as files -------------------------------------------------------------------------------------------------------------


def as_csv(found: Iterable[Unresolved]) -> str:
    """A table to fill in: `--actors` reads it, and leaves out the rows that are not."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(each.cells() for each in found)
    return out.getvalue()


def as_toml(found: Iterable[Unresolved]) -> str:
    """The same as TOML."""
    return "\n".join("[[actor]]\n" + "".join(f"{key} = {_quoted(value)}\n" for key, value in each.cells().items() if value or key in ("kind", "id")) for each in found)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
