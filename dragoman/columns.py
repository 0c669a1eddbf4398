"""The columns of every table that is written, and the JSON of every record: the only place where a column is named.

`to_json` gives the record as in the output contract; `ROWS` gives flat columns for CSV, Parquet, pandas and polars.
Nested fields (actors, sources) are JSON text in CSV and lists of structs in Parquet.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from dragoman.records import Actor, Article, Event, Place, Result, Source, Span, Statement, Time


def _span(s: Span | None) -> dict[str, Any] | None:
    return None if s is None else {"text": s.text, "start": s.start, "end": s.end}


def actor_json(a: Actor | None) -> dict[str, Any] | None:
    """An actor as in the contract."""
    if a is None:
        return None
    return {"text": a.text, "start": a.start, "end": a.end, "id": a.id, "name": a.name, "country": a.country, "sectors": list(a.sectors), "role": a.role, "via": a.via}


def time_json(t: Time) -> dict[str, Any]:
    """A time as in the contract, with TIMEX3 type and value."""
    return {"text": t.text, "start": t.start, "end": t.end, "from": t.from_, "to": t.to, "grain": t.grain, "basis": t.basis, "timex": t.timex, "value": t.value}


def place_json(p: Place | None) -> dict[str, Any] | None:
    """A place as in the contract."""
    return None if p is None else asdict(p)


def _source(s: Source) -> dict[str, Any]:
    return {"name": s.name, "id": s.id, "text": s.text, "start": s.start, "end": s.end, "cue": _span(s.cue), "stance": s.stance, "certainty": s.certainty, "polarity": s.polarity, "link": s.link, "state_controlled": s.state_controlled}


def event_json(e: Event) -> dict[str, Any]:
    """An event as in the contract."""
    return {
        "record": "event", "event_id": e.event_id, "article_id": e.article_id, "title": e.title, "url": e.url, "publisher": e.publisher,
        "published": e.published, "region": e.region, "type": e.type, "mode": e.mode, "contexts": list(e.contexts), "cameo": e.cameo,
        "quad": e.quad, "score": e.score, "predicate": _span(e.predicate), "evidence": _span(e.evidence),
        "actors": [actor_json(a) for a in e.actors], "recipients": [actor_json(a) for a in e.recipients],
        "time": time_json(e.time), "place": place_json(e.place), "polarity": e.polarity, "modality": e.modality,
        "sources": [_source(s) for s in e.sources], "author": asdict(e.author), "standing": e.standing, "parent": e.parent, "rule": e.rule,
        "confidence": e.confidence, "story_id": e.story_id, "version": dict(e.version),
    }  # fmt: skip


def statement_json(s: Statement) -> dict[str, Any]:
    """A statement as in the contract."""
    return {
        "record": "statement", "statement_id": s.statement_id, "article_id": s.article_id, "speaker": actor_json(s.speaker),
        "addressees": [actor_json(a) for a in s.addressees], "cue": _span(s.cue), "content": _span(s.content), "form": s.form,
        "stance": s.stance, "parent": s.parent, "event_id": s.event_id,
    }  # fmt: skip


def article_json(a: Article) -> dict[str, Any]:
    """An article as in the contract."""
    return {
        "record": "article", "article_id": a.article_id, "title": a.title, "url": a.url, "publisher": a.publisher, "published": a.published,
        "language": a.language, "text": a.text, "regions": [{"region": r.region, "start": r.start, "end": r.end} for r in a.regions],
        "duplicate_of": a.duplicate_of,
    }  # fmt: skip


def records_of(result: Result, kinds: tuple[str, ...]) -> list[dict[str, Any]]:
    """The records of one article of the kinds asked for, as JSON objects, the article first."""
    out: list[dict[str, Any]] = []
    key = result.article.article_id
    if "articles" in kinds:
        out.append(article_json(result.article))
    if "statements" in kinds:
        out.extend(statement_json(s) for s in result.statements)
    if "events" in kinds:
        out.extend(event_json(e) for e in result.events)
    if "mentions" in kinds:
        out.extend({"record": "mention", "article_id": key, **(actor_json(a) or {})} for a in result.mentions)
    if "times" in kinds:
        out.extend({"record": "time", "article_id": key, **time_json(t)} for t in result.times)
    if "places" in kinds:
        out.extend({"record": "place", "article_id": key, **(place_json(p) or {})} for p in result.places)
    return out


# Flat tables: record kind -> ((column, Arrow type, what it holds), ...). Nested ones are JSON text in CSV.
ACTOR = "list<actor>"
COLUMNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "event": (
        ("event_id", "string", "Identifier, a hash of article, codebook, type and predicate"),
        ("article_id", "string", "The article it was read from"),
        ("title", "string", "The article's title"),
        ("url", "string", "The article's address"),
        ("publisher", "string", "Who published it"),
        ("published", "string", "When, YYYY-MM-DD"),
        ("region", "string", "headline, lead, body, caption, related or footer"),
        ("type", "string", "PLOVER event type"),
        ("mode", "string", "PLOVER mode"),
        ("contexts", "list<string>", "PLOVER contexts"),
        ("cameo", "string", "CAMEO code; text, keep leading zeros"),
        ("quad", "int8", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
        ("score", "float64", "PLOVER score, -10 to 10"),
        ("predicate", "string", "The word that says it"),
        ("predicate_start", "int32", "Its first character in the article's text"),
        ("predicate_end", "int32", "One past its last character"),
        ("evidence", "string", "The sentence"),
        ("evidence_start", "int32", "Its first character"),
        ("evidence_end", "int32", "One past its last"),
        ("actor", "string", "Names of the actors, joined by '; '"),
        ("actor_country", "string", "Their countries, joined by '; '"),
        ("recipient", "string", "Names of the recipients, joined by '; '"),
        ("recipient_country", "string", "Their countries, joined by '; '"),
        ("actors", ACTOR, "The actors, whole"),
        ("recipients", ACTOR, "The recipients, whole"),
        ("time_text", "string", "The time expression"),
        ("time_from", "string", "First day of the event, YYYY-MM-DD"),
        ("time_to", "string", "Last day of the event"),
        ("time_grain", "string", "day, week, month, ..."),
        ("time_basis", "string", "stated, published or none"),
        ("time_start", "int32", "First character of the time expression"),
        ("time_end", "int32", "One past its last"),
        ("place_text", "string", "The place as written"),
        ("place_start", "int32", "First character of the place"),
        ("place_end", "int32", "One past its last"),
        ("place_name", "string", "The gazetteer's name"),
        ("place_kind", "string", "city, admin1, country, ..."),
        ("place_country", "string", "ISO 3166 alpha-3"),
        ("place_admin1", "string", "First-level division"),
        ("lat", "float64", "Degrees north"),
        ("lon", "float64", "Degrees east"),
        ("geonames_id", "int64", "GeoNames identifier"),
        ("polarity", "string", "+ or -"),
        ("modality", "string", "actual, planned, possible, requested, conditional"),
        ("sources", "list<source>", "On whose word, outermost first; empty: the article's own"),
        ("source_chain", "string", "Names of the sources, outermost first, joined by ' > '"),
        ("first_hand", "string", "Names of those whose word it is in the end, joined by '; '"),
        ("carriers", "string", "Names of those who pass it on, joined by '; '"),
        ("author_certainty", "string", "What the article itself is committed to: certain, probable, possible, none"),
        ("author_polarity", "string", "+ that it is so, - that it is not"),
        ("author_state_controlled", "bool", "Whether a state controls the publisher; null: not known"),
        ("standing", "string", "reported, alleged, denied, planned, hypothetical"),
        ("parent", "string", "The event in whose clause it stands"),
        ("rule", "string", "The codebook pattern"),
        ("confidence", "float64", "0 to 1"),
        ("story_id", "string", "The story it belongs to"),
        ("version", "string", "dragoman, codebook and model"),
    ),
    "statement": (
        ("statement_id", "string", "Identifier"),
        ("article_id", "string", "The article"),
        ("speaker", "string", "Name of the speaker"),
        ("speaker_country", "string", "Country of the speaker"),
        ("speaker_actor", "actor", "The speaker, whole"),
        ("addressees", ACTOR, "To whom"),
        ("cue", "string", "The word of saying"),
        ("cue_start", "int32", "Its first character"),
        ("cue_end", "int32", "One past its last"),
        ("content", "string", "What was said"),
        ("content_start", "int32", "Its first character"),
        ("content_end", "int32", "One past its last"),
        ("form", "string", "direct, indirect or mixed"),
        ("stance", "string", "How the speaker stands to it: affirms, denies, doubts, hedged"),
        ("parent", "string", "The statement it sits in"),
        ("event_id", "string", "The event that the saying was coded as"),
    ),
    "article": (
        ("article_id", "string", "Identifier, a hash of the text"),
        ("title", "string", "Title"),
        ("url", "string", "Address"),
        ("publisher", "string", "Publisher"),
        ("published", "string", "YYYY-MM-DD"),
        ("language", "string", "ISO 639-1"),
        ("text", "string", "The text that all offsets point into"),
        ("regions", "list<region>", "Its regions"),
        ("duplicate_of", "string", "The same text, met before"),
    ),
    "mention": tuple((n, t, "As in an event's actor") for n, t in (("article_id", "string"), ("text", "string"), ("start", "int32"), ("end", "int32"), ("id", "string"), ("name", "string"), ("country", "string"), ("sectors", "list<string>"), ("role", "string"), ("via", "string"))),
    "time": tuple((n, t, "As in an event's time") for n, t in (("article_id", "string"), ("text", "string"), ("start", "int32"), ("end", "int32"), ("from", "string"), ("to", "string"), ("grain", "string"), ("basis", "string"), ("timex", "string"), ("value", "string"))),
    "place": tuple((n, t, "As in an event's place") for n, t in (("article_id", "string"), ("text", "string"), ("start", "int32"), ("end", "int32"), ("name", "string"), ("kind", "string"), ("country", "string"), ("admin1", "string"), ("lat", "float64"), ("lon", "float64"), ("geonames_id", "int64"))),
}  # fmt: skip
KIND_OF = {"events": "event", "statements": "statement", "articles": "article", "mentions": "mention", "times": "time", "places": "place"}


def row(record: dict[str, Any]) -> dict[str, Any]:
    """A JSON record as a flat row with the columns of its kind."""
    kind = record["record"]
    if kind == "event":
        return _event_row(record)
    if kind == "statement":
        speaker, cue, content = record["speaker"] or {}, record["cue"] or {}, record["content"]
        return {
            **{k: record[k] for k in ("statement_id", "article_id", "addressees", "form", "stance", "parent", "event_id")},
            "speaker": speaker.get("name") or speaker.get("text"), "speaker_country": speaker.get("country"), "speaker_actor": record["speaker"],
            "cue": cue.get("text"), "cue_start": cue.get("start"), "cue_end": cue.get("end"),
            "content": content["text"], "content_start": content["start"], "content_end": content["end"],
        }  # fmt: skip
    return {name: record[name] for name, _, _ in COLUMNS[kind]}


def _linked(sources: list[dict[str, Any]], link: str) -> str | None:
    return "; ".join(s["name"] or s["text"] for s in sources if s["link"] == link) or None


def _event_row(r: dict[str, Any]) -> dict[str, Any]:
    time, place = r["time"], r["place"] or {}
    names = lambda people: "; ".join(p["name"] or p["text"] for p in people) or None  # noqa: E731
    countries = lambda people: "; ".join(dict.fromkeys(p["country"] for p in people if p["country"])) or None  # noqa: E731
    flat = {k: v for k, v in r.items() if k not in ("record", "predicate", "evidence", "time", "place", "author", "version")}
    return {
        **flat,
        "predicate": r["predicate"]["text"], "predicate_start": r["predicate"]["start"], "predicate_end": r["predicate"]["end"],
        "evidence": r["evidence"]["text"], "evidence_start": r["evidence"]["start"], "evidence_end": r["evidence"]["end"],
        "actor": names(r["actors"]), "actor_country": countries(r["actors"]), "recipient": names(r["recipients"]), "recipient_country": countries(r["recipients"]),
        "time_text": time["text"], "time_from": time["from"], "time_to": time["to"], "time_grain": time["grain"], "time_basis": time["basis"],
        "time_start": time["start"], "time_end": time["end"],
        "place_text": place.get("text"), "place_start": place.get("start"), "place_end": place.get("end"), "place_name": place.get("name"), "place_kind": place.get("kind"), "place_country": place.get("country"),
        "place_admin1": place.get("admin1"), "lat": place.get("lat"), "lon": place.get("lon"), "geonames_id": place.get("geonames_id"),
        "source_chain": " > ".join(s["name"] or s["text"] for s in r["sources"]) or None,
        "first_hand": _linked(r["sources"], "first-hand"),
        "carriers": _linked(r["sources"], "carrier"),
        "author_certainty": r["author"]["certainty"],
        "author_polarity": r["author"]["polarity"],
        "author_state_controlled": r["author"]["state_controlled"],
        "version": "; ".join(f"{k} {v}" for k, v in r["version"].items()),
    }  # fmt: skip


def arrow_schema(kind: str):
    """The Arrow schema of a record kind ("event", "statement", ...), descriptions as field metadata."""
    import pyarrow as pa

    actor = pa.struct([("text", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("id", pa.string()), ("name", pa.string()), ("country", pa.string()), ("sectors", pa.list_(pa.string())), ("role", pa.string()), ("via", pa.string())])
    cue = pa.struct([("text", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
    source = pa.struct([("name", pa.string()), ("id", pa.string()), ("text", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("cue", cue), ("stance", pa.string()), ("certainty", pa.string()), ("polarity", pa.string()), ("link", pa.string()), ("state_controlled", pa.bool_())])
    region = pa.struct([("region", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
    types = {
        "string": pa.string(), "bool": pa.bool_(), "int8": pa.int8(), "int32": pa.int32(), "int64": pa.int64(), "float64": pa.float64(), "list<string>": pa.list_(pa.string()),
        ACTOR: pa.list_(actor), "actor": actor, "list<source>": pa.list_(source), "list<region>": pa.list_(region),
    }  # fmt: skip
    return pa.schema([pa.field(name, types[t], metadata={"description": help}) for name, t, help in COLUMNS[kind]])
