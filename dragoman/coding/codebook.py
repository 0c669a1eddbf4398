"""Codebooks: the data that say which frames are which type of event. `docs/codebook.md` describes the language.

A codebook is a folder of TOML files, or one file. Patterns are indexed by the lemma of their predicate, so the cost
of coding does not grow with their number.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.errors import CodebookError

KINDS = ("verb", "noun", "adjective")
PLAIN_KEYS = {
    "id", "type", "mode", "cameo", "verb", "noun", "adjective", "actor", "recipient", "symmetric", "needs", "contexts",
    "polarity", "say", "refused", "claimed", "example", "planned", "not", "note", "quad", "score",
}  # fmt: skip
FRAME_KEYS = {"complement", "complement_modality", "near", "modifier", "modality", "form"}
KNOWN = PLAIN_KEYS | FRAME_KEYS | {"subject", "object", "indirect"}
BUILT_IN = ("plover",)


@dataclass(frozen=True, slots=True)
class Condition:
    """`role` (or complement, near, modality, form) must hold one of `words`; empty `words`: there is none.
    `negated`: it must hold none of them."""

    role: str
    words: frozenset[str]
    any: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a codebook; `rule` is its name in the output, `where` its file, for messages."""

    rule: str
    id: str
    type: str
    mode: str | None
    cameo: str | None
    kind: str
    lemmas: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    symmetric: bool
    needs: frozenset[str]
    contexts: tuple[str, ...]
    polarity: str
    say: bool
    conditions: tuple[Condition, ...]
    examples: tuple[str, ...]
    ahead: tuple[str, ...]
    counter: tuple[str, ...]
    quad: int | None
    score: float | None
    where: str
    refused: bool = False  # holds only where the act is refused in so many words, and is the refusal
    claimed: bool = False  # the predicate says that the actor claims the deed ("claimed the attack"): it stands on that word
    weight: int = 0  # how special it is: two for each condition that names words, one for each that takes any
    place: int = 0  # among patterns that are equally special
    layer: int = 0  # 0: the codebook's own; 1: of the codebook that it extends, and so on


@dataclass(frozen=True, slots=True)
class Turn:
    """What an act becomes that still lies ahead ("will visit"), or that somebody says will not be done ("will not release
    the prisoners"). `of`: the CAMEO codes, by their beginnings, or the types that it is about."""

    of: tuple[str, ...]
    type: str
    mode: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class Codebook:
    """A compiled codebook. `index`: (kind, lemma) -> patterns, the most special first. `contexts`: first word ->
    ((words of the cue), context). `refusals`, `plans`: what becomes of acts that will not be done, and that lie ahead."""

    name: str
    version: str
    types: dict[str, dict[str, Any]]
    patterns: tuple[Pattern, ...]
    index: dict[tuple[str, str], tuple[Pattern, ...]]
    contexts: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    refusals: tuple[Turn, ...] = ()
    plans: tuple[Turn, ...] = ()

    @property
    def label(self) -> str:
        """Name and version as written into every event."""
        return f"{self.name} {self.version}"


def load_codebook(name: str | Path = "plover") -> Codebook:
    """The codebook of that name ("plover"), or of a TOML file or folder.

    Raises CodebookError, naming the file and the pattern, where it is unknown or malformed.
    """
    text = str(name)
    if text in BUILT_IN:
        return _built_in(text)
    path = Path(text)
    if not path.exists():
        raise CodebookError(f"no codebook named {text!r}: give one of {', '.join(BUILT_IN)}, or the path of a .toml file or a folder of them")
    return _compile(_read(path), text)


@cache
def _built_in(name: str) -> Codebook:
    return _compile(_read(Path(str(files("dragoman") / "data" / "codebooks" / name))), name)


def _read(path: Path) -> dict[str, dict[str, Any]]:
    paths = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not paths:
        raise CodebookError(f"{path}: no .toml file in this folder; a codebook needs at least one with [[pattern]] entries")
    out = {}
    for p in paths:
        try:
            out[p.name] = tomllib.loads(p.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CodebookError(f"{p}: not valid TOML ({error}); mend the file and run `dragoman codebook check`") from None
        except OSError as error:
            raise CodebookError(f"{p}: cannot be read ({error.strerror})") from None
    return out


def _compile(tables: dict[str, dict[str, Any]], label: str) -> Codebook:
    name, version, extends = Path(label).stem, "0", None
    order: list[str] = []
    types: dict[str, dict[str, Any]] = {}
    classes: dict[str, frozenset[str]] = {}
    contexts: dict[str, list[str]] = {}
    raw: list[tuple[str, dict[str, Any]]] = []
    turns: dict[str, list[Turn]] = {"refusal": [], "planned": []}
    for where in sorted(tables):
        table = tables[where]
        _check_table(table, where)
        name, version = str(table.get("name", name)), str(table.get("version", version))
        extends = table.get("extends", extends)
        order = _list(table["order"], "order", where) if "order" in table else order
        types.update(table.get("types", {}))
        classes.update({k: frozenset(str(w).lower() for w in v) for k, v in table.get("classes", {}).items()})
        if where == "contexts.toml":
            contexts.update({k: v for k, v in table.get("contexts", table).items() if isinstance(v, list)})
        raw.extend((where, p) for p in table.get("pattern", []))
        for key, into in turns.items():
            into.extend(_turn(t, key, where) for t in table.get(key, []))
    patterns: list[Pattern] = []
    context_index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    inherited: dict[str, tuple[Turn, ...]] = {"refusal": (), "planned": ()}
    if extends:
        parent = load_codebook(extends)
        types = {**parent.types, **types}
        inherited = {"refusal": parent.refusals, "planned": parent.plans}
        patterns.extend(replace(p, layer=p.layer + 1) for p in parent.patterns)
        for first, cues in parent.contexts.items():
            context_index.setdefault(first, []).extend(cues)
        if not classes:
            classes = _classes(extends)
        else:
            classes = {**_classes(extends), **classes}
    seen: dict[str, str] = {p.rule: p.where for p in patterns}
    own: list[Pattern] = []
    for where, entry in raw:
        pattern = _pattern(entry, where, name, types, classes)
        if pattern.rule in seen:
            raise CodebookError(f"{where}: the pattern id {pattern.id!r} is used twice for {pattern.rule.split('#')[0]} (also in {seen[pattern.rule]}); give each pattern its own")
        seen[pattern.rule] = where
        own.append(pattern)
    for context in sorted(contexts):
        for cue in contexts[context]:
            words = tuple(str(cue).lower().split())
            if words:
                context_index.setdefault(words[0], []).append((words, context))
    for key, table_of in turns.items():
        for t in table_of:
            if t.type not in types or (t.mode is not None and t.mode not in types[t.type].get("modes", {})):
                raise CodebookError(f"[[{key}]] of {', '.join(t.of)} gives {t.type}/{t.mode}, which is not described; mend it or add the type")
    # a mode before none, then the codebook's order of types; not the names of types, which may be renamed
    ranks = {name: n for n, name in enumerate(order)}
    own.sort(key=lambda p: (p.mode is None, ranks.get(p.type, len(ranks)), p.mode or "", p.id, p.rule))
    patterns.extend(replace(p, place=n) for n, p in enumerate(own))
    patterns.sort(key=lambda p: (p.layer, -p.weight, p.place))
    index: dict[tuple[str, str], list[Pattern]] = {}
    for p in patterns:
        for lemma in dict.fromkeys(p.lemmas):
            index.setdefault((p.kind, lemma), []).append(p)
    # a codebook's own turns come before those that it extends
    refusals, plans = ((*sorted(turns[key], key=_turn_order), *inherited[key]) for key in ("refusal", "planned"))
    frozen = {k: tuple(v) for k, v in index.items()}
    return Codebook(name, version, types, tuple(patterns), frozen, {k: tuple(sorted(v)) for k, v in context_index.items()}, refusals, plans)


def _turn_order(t: Turn) -> tuple[tuple[str, ...], str, str]:
    return t.of, t.type, t.mode or ""


def _turn(entry: dict[str, Any], key: str, where: str) -> Turn:
    of = _list(entry.get("of", []), "of", f"{where}, a {key}")
    if not of or not isinstance(entry.get("type"), str):
        raise CodebookError(f"{where}: a [[{key}]] needs of = [...] (CAMEO codes or types) and type")
    return Turn(tuple(of), entry["type"], _text(entry, "mode", where), _text(entry, "cameo", where))


def refused(pattern: Pattern, codebook: Codebook) -> Pattern | None:
    """The pattern that a cooperative one becomes when it is said that it will not be done; None where it stays."""
    return _turned(pattern, codebook, codebook.refusals, "refused")


def planned(pattern: Pattern, codebook: Codebook) -> Pattern | None:
    """The pattern that one becomes where the act still lies ahead; None where it stays."""
    return _turned(pattern, codebook, codebook.plans, "planned")


def _score(described: dict[str, Any], mode: str | None) -> Any:
    """The score of a type, or of its mode where that has one."""
    return described.get("modes", {}).get(mode, {}).get("score", described.get("score"))


def _turned(pattern: Pattern, codebook: Codebook, turns: tuple[Turn, ...], how: str) -> Pattern | None:
    best: tuple[int, Turn] | None = None
    for turn in turns:
        for code in turn.of:
            # a code says more than a type
            fits = 1 if code == pattern.type else len(code) + 1 if (pattern.cameo or "").startswith(code) else 0
            if fits and (best is None or fits > best[0]):
                best = (fits, turn)
    if best is None:
        return None
    t = best[1]
    described = codebook.types[t.type]
    score = _score(described, t.mode)
    rule = f"{codebook.name}:{t.type}{'/' + t.mode if t.mode else ''}#{how}:{pattern.type}.{pattern.id}"
    # what is refused has not the contexts of what would have been done; what is planned has
    contexts = pattern.contexts if how == "planned" else ()
    return replace(pattern, rule=rule, type=t.type, mode=t.mode, cameo=t.cameo, quad=described.get("quad"), score=float(score) if score is not None else None, contexts=contexts)


def _check_table(table: dict[str, Any], where: str) -> None:
    """Raise where a file's tables are not of the kind that is written in `docs/codebook.md`."""
    for key, kind, inner, say in (
        ("types", dict, dict, "[types.NAME] tables"), ("classes", dict, list, 'lists of words under [classes], as in weapon = ["rocket"]'), ("pattern", list, dict, "[[pattern]] tables"), ("refusal", list, dict, "[[refusal]] tables"),
        ("planned", list, dict, "[[planned]] tables"),
    ):  # fmt: skip
        value = table.get(key, kind())
        entries = list(value.values()) if isinstance(value, dict) else value
        if not isinstance(value, kind) or not all(isinstance(v, inner) for v in entries):
            raise CodebookError(f"{where}: {key} must be {say}, not {value!r}")
    extends = table.get("extends")
    if extends is not None and not isinstance(extends, str):
        raise CodebookError(f"{where}: extends must be the name or the path of a codebook in quotes, not {extends!r}")


def _classes(name: str) -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    base = Path(str(files("dragoman") / "data" / "codebooks" / name)) if name in BUILT_IN else Path(name)
    for table in _read(base).values():
        out.update({k: frozenset(str(w).lower() for w in v) for k, v in table.get("classes", {}).items()})
    return out


def _list(value: Any, key: str, where: str) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return value
    raise CodebookError(f"{where}: {key} must be a word or a list of words, not {value!r}")


def _text(entry: dict[str, Any], key: str, where: str) -> str | None:
    value = entry.get(key)
    if value is None or (isinstance(value, str) and value):
        return value
    raise CodebookError(f"{where}: {key} must be a word in quotes, not {value!r}")


def _number(value: Any, key: str, where: str) -> Any:
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    raise CodebookError(f"{where}: {key} must be a number, not {value!r}")


def _pattern(entry: dict[str, Any], file: str, codebook: str, types: dict[str, Any], classes: dict[str, frozenset[str]]) -> Pattern:
    identity = _text(entry, "id", f"{file}, a pattern") if entry.get("id") else None
    if not identity:
        raise CodebookError(f"{file}: a pattern without an id; give it one: id = \"short-name\"")
    where = f"{file}, pattern {identity}"
    # object.of = [...] without quotes is a table in TOML
    entry = {name: v for key, value in entry.items() for name, v in ({f"{key}.{k}": v for k, v in value.items()}.items() if isinstance(value, dict) else ((key, value),))}
    type_ = _text(entry, "type", where)
    if type_ is None or type_ not in types:
        raise CodebookError(f"{where}: the type {type_!r} is not described; add a [types.{type_}] table to the codebook")
    mode = _text(entry, "mode", where)
    if mode is not None and mode not in types[type_].get("modes", {}):
        raise CodebookError(f"{where}: {type_} has no mode {mode!r}; its modes are {', '.join(types[type_].get('modes', {})) or 'none'}")
    kinds = [k for k in KINDS if k in entry]
    if len(kinds) != 1:
        raise CodebookError(f"{where}: give exactly one of verb, noun, adjective (a list of lemmas)")
    kind = kinds[0]
    if not entry[kind]:
        raise CodebookError(f"{where}: {kind} is empty; give at least one lemma")
    if entry.get("polarity", "+") not in ("+", "-"):
        raise CodebookError(f'{where}: polarity must be "+" or "-", not {entry["polarity"]!r}')
    conditions = []
    for key in sorted(entry):
        if key in PLAIN_KEYS:
            continue
        negated = key.startswith("except_")
        role = key.removeprefix("except_")
        if len(role) > 4 and role not in KNOWN and (close := get_close_matches(role, KNOWN, 1, 0.85)):
            raise CodebookError(f"{where}: no key {key!r}; did you mean {close[0]!r}?")
        words: set[str] = set()
        wild = False
        for word in _list(entry[key], key, where):
            word = word.lower()
            if word.startswith("@"):
                if word[1:] not in classes:
                    raise CodebookError(f"{where}: the class {word} is not in words.toml")
                words |= classes[word[1:]]
            elif word == "*":
                wild = True
            else:
                words.add(word)
        conditions.append(Condition(role, frozenset(words), wild, negated))
    description = types[type_]
    needs = entry.get("needs")
    if needs is None:
        needs = ["actor", "recipient"] if description.get("needs_recipient") else (["actor"] if description.get("quad") in (1, 3) else [])
    refused_only = bool(entry.get("refused", False))
    weight = sum(1 if c.any else 2 for c in conditions if not c.negated) + (2 if refused_only else 0)
    rule = f"{codebook}:{type_}{'/' + mode if mode else ''}#{identity}"
    score = entry.get("score", _score(description, mode))
    return Pattern(
        rule=rule, id=identity, type=type_, mode=mode, cameo=str(entry["cameo"]) if "cameo" in entry else None, kind=kind,
        lemmas=tuple(w.lower() for w in _list(entry[kind], kind, where)),
        actor=tuple(_list(entry.get("actor", ["subject"]), "actor", where)),
        recipient=tuple(_list(entry.get("recipient", []), "recipient", where)),
        symmetric=bool(entry.get("symmetric", False)), needs=frozenset(_list(needs, "needs", where)),
        contexts=tuple(_list(entry.get("contexts", []), "contexts", where)), polarity=entry.get("polarity", "+"),
        say=bool(entry.get("say", False)), conditions=tuple(conditions),
        examples=tuple(_list(entry.get("example", []), "example", where)), ahead=tuple(_list(entry.get("planned", []), "planned", where)), counter=tuple(_list(entry.get("not", []), "not", where)),
        refused=refused_only, claimed=bool(entry.get("claimed", False)), weight=weight, quad=_number(entry.get("quad", description.get("quad")), "quad", where), score=None if _number(score, "score", where) is None else float(score), where=where,
    )  # fmt: skip
