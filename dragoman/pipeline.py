"""READ FIRST: the whole program on one screen. Each line of `code_doc` is a stage; the folders have their names.

    bytes --intake--> RawArticle --article--> Article --reading--> Doc --frames, times, places, statements-->
    --actors--> who is who --coding--> events --settling--> ids --> Result
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman import __version__
from dragoman.actors.resolver import Resolver
from dragoman.actors.table import ActorTable, load_table
from dragoman.article.build import build_article
from dragoman.coding.chain import Chains
from dragoman.coding.codebook import Codebook
from dragoman.coding.events import build_events
from dragoman.coding.match import Match, Matcher
from dragoman.coding.participants import Participants
from dragoman.coding.statements import build_statements
from dragoman.coding.when import When
from dragoman.coding.where import Where
from dragoman.errors import DragomanError
from dragoman.intake.raw import RawArticle
from dragoman.reading.factuality import factuality
from dragoman.reading.frames import Frames
from dragoman.reading.places import PlaceMention, find_places
from dragoman.reading.repairs import parsed
from dragoman.reading.saying import Saying
from dragoman.reading.statements import find_statements
from dragoman.reading.times import TimeMention, find_times
from dragoman.records import Article, Event, Result

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(slots=True)
class Reading:
    """Everything that was understood of one article, before it is written down: what `explain` shows."""

    article: Article
    frames: Frames
    times: list[TimeMention]
    places: list[PlaceMention]
    sayings: list[Saying]
    resolver: Resolver
    participants: Participants
    matches: list[Match]
    coded: list[tuple[Event, Match]]
    matcher: Matcher


def read_doc(doc: Doc, article: Article, codebook: Codebook, version: dict[str, str], table: ActorTable | None = None) -> Reading:
    """All stages after the language model, for one parsed article. `doc.text` must equal `article.text`."""
    table = (load_table() if table is None else table).on(article.published)
    grammar = parsed(doc)
    frames = Frames(grammar)
    times = find_times(doc, article.published)
    places = find_places(doc)
    sayings = find_statements(frames)
    resolver = Resolver(grammar, table, sayings, article.published, places)
    participants = Participants(frames, resolver)
    matcher = Matcher(frames, participants, codebook, lambda frame: factuality(frames, frame))
    matches = [m for i in range(grammar.n) if (m := matcher.match(i)) is not None]
    chains = Chains(frames, sayings, participants)
    coded = build_events(article, matches, frames, resolver, chains, When(frames, times, article.published), Where(frames, places), codebook, version)
    return Reading(article, frames, times, places, sayings, resolver, participants, matches, coded, matcher)


def result_of(reading: Reading) -> Result:
    """The records of a reading."""
    events = tuple(e for e, _ in reading.coded)
    by_token = {}
    for event, match in reading.coded:
        by_token[match.frame.predicate] = event
        by_token.setdefault(match.frame.anchor, event)
    statements = build_statements(reading.article, reading.sayings, reading.frames, reading.participants, by_token)
    used = {(a.start, a.end) for e in events for a in (*e.actors, *e.recipients)}
    return Result(
        article=reading.article, events=events, statements=tuple(statements), mentions=tuple(reading.resolver.all_mentions(used)),
        times=tuple(t.time for t in reading.times), places=tuple(p.place for p in reading.places),
    )  # fmt: skip


def code_articles(raws: Iterable[RawArticle | DragomanError], nlp: Language, codebook: Codebook, version: dict[str, str], table: ActorTable | None = None, *, published: str | None = None, publisher: str | None = None) -> Iterator[tuple[RawArticle | None, Result | DragomanError]]:
    """Raw articles to results, in their order; an input that fails comes out as its error and stops nothing.

    The same text twice gives its rows once: a second article with the same `article_id` has only its article record,
    with `duplicate_of` set.
    """
    seen: set[str] = set()
    for raw in raws:
        if isinstance(raw, DragomanError):
            yield None, raw
            continue
        try:
            article = build_article(raw, published=published, publisher=publisher)
            if article.article_id in seen:
                yield raw, Result(replace(article, duplicate_of=article.article_id))
                continue
            seen.add(article.article_id)
            yield raw, code_article(article, nlp, codebook, version, table)
        except DragomanError as error:
            yield raw, error


def code_article(article: Article, nlp: Language, codebook: Codebook, version: dict[str, str], table: ActorTable | None = None) -> Result:
    """One article through the language model and all that follows."""
    return result_of(read_article(article, nlp, codebook, version, table))


def read_article(article: Article, nlp: Language, codebook: Codebook, version: dict[str, str], table: ActorTable | None = None) -> Reading:
    """The reading of one article, with everything that `explain` needs."""
    doc = nlp.make_doc(article.text)
    doc._.regions = list(article.regions)
    return read_doc(nlp(doc), article, codebook, version, table)


def version_of(nlp: Language, codebook: Codebook, table: ActorTable | None = None) -> dict[str, str]:
    """What made an event, as every event says it: dragoman, codebook, language model, and the user's own actors."""
    model = f"{nlp.meta.get('name', 'model')} {nlp.meta.get('version', '')}".strip()
    version = {"dragoman": __version__, "codebook": codebook.label, "model": model}
    return version | {"actors": table.label} if table is not None and table.label else version
