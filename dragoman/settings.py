"""Every setting: name, default, limit, help. The command line and the docs are made from this table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. `choices`: the values that are allowed, or None for any."""

    name: str
    default: str | None
    choices: tuple[str, ...] | None
    help: str


RECORDS = ("events", "statements", "articles", "mentions", "times", "places")
FORMATS = ("table", "jsonl", "csv", "parquet")

SETTINGS = {
    s.name: s
    for s in (
        Setting("published", None, None, "The date that the reports were published, YYYY-MM-DD, for those that don't say; relative dates are counted from it."),
        Setting("publisher", None, None, "The publisher of the reports, for those that don't say."),
        Setting("codebook", "plover", None, "The codebook: plover, or the path of your own .toml file or folder."),
        Setting("actors", None, None, "A table of your own actors, .csv, .tsv or .toml, over the one that ships; may be given several times."),
        Setting("format", None, FORMATS, "table (the default on a terminal), jsonl (the default in a pipe), csv or parquet."),
        Setting("records", "events,statements,articles", RECORDS, "Which records to write, joined by commas: events, statements, articles, mentions, times, places."),
        Setting("output", None, None, "Where to write: a file, or for csv and parquet with several kinds of record a folder. Default: standard output."),
    )
}
