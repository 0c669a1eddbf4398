"""The vocabulary: every kind of thing that dragoman writes down, as frozen records.

All offsets (`start`, `end`) are code points into the `text` of the article record, and
`article.text[start:end] == text` holds for every span. Fields that the text does not give are None or ().
Dates are ISO strings ("2021-11-15"). `columns.py` says how the records look as tables and JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """What part of the article a stretch of text is: headline, byline, lead, body, caption, related or footer."""

    region: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned report. `regions` are in text order, do not overlap, and cover all that is not white space."""

    article_id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    language: str | None
    text: str
    regions: tuple[Region, ...] = ()
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom a mention stands for. `id`, `name`, `country`, `role` are None and `sectors` empty where not known."""

    text: str
    start: int
    end: int
    id: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    via: str | None = None  # name | noun | pronoun | demonym | metonym


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, TIMEX3 `timex` type (DATE, TIME, DURATION, SET) and `value`, as an interval of days.

    `from_` and `to` are inclusive ISO dates; either may be None for an open or unresolved interval.
    `basis`: stated (the text gives it), published (taken from the published date), none.
    """

    text: str | None
    start: int | None
    end: int | None
    from_: str | None
    to: str | None
    grain: str | None  # day | week | month | quarter | season | year | decade | century | time
    basis: str
    timex: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text and the gazetteer entry it resolves to. `kind`: city, admin1, admin2, country, region,
    sea, river, base, strait, facility. Coordinates in degrees, WGS 84."""

    text: str
    start: int
    end: int
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a source chain: who says so, by which cue, and how they stand to it.

    `stance`: affirms | denies | doubts | hedged. `certainty` and `polarity`: what this source is committed to of the event
    (FactBank's values): certain | probable | possible | none, that it is so (+) or not (-). `link`: first-hand (whose word
    it is in the end), speaker (who tells of that), carrier (who passes it on), hedge (the author's own "reportedly").
    `state_controlled`: whether a state controls the medium, where the actor table knows it.
    """

    name: str | None
    id: str | None
    text: str
    start: int
    end: int
    cue: Span | None
    stance: str
    certainty: str = "none"
    polarity: str | None = None
    link: str = "first-hand"
    state_controlled: bool | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """What the article itself is committed to of an event, and whether a state controls its publisher (None: not known)."""

    certainty: str
    polarity: str | None
    state_controlled: bool | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A frame that a codebook pattern matched."""

    event_id: str
    article_id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    region: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int | None
    score: float | None
    predicate: Span
    evidence: Span
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    time: Time
    place: Place | None
    polarity: str  # + | -
    modality: str  # actual | planned | possible | requested | conditional
    sources: tuple[Source, ...]
    author: Author
    standing: str  # reported | alleged | denied | planned | hypothetical
    parent: str | None
    rule: str
    confidence: float
    story_id: str | None
    version: dict[str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody's words. `form`: direct | indirect | mixed. `stance`: affirms | denies | doubts | hedged. `parent`: the statement that it sits in.
    `event_id`: the event that the act of saying was itself coded as (an ACCUSE, a REQUEST), or None."""

    statement_id: str
    article_id: str
    speaker: Actor | None
    addressees: tuple[Actor, ...]
    cue: Span | None
    content: Span
    form: str
    parent: str | None
    event_id: str | None
    stance: str = "affirms"


@dataclass(frozen=True, slots=True)
class Result:
    """All that was read from one article, each list in text order."""

    article: Article
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    warnings: tuple[str, ...] = field(default=())
