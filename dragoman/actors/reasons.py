"""Why a name resolves as it does: each candidate with the form of its name, offices with their dates, and codes."""

from __future__ import annotations

from typing import Any

from dragoman.actors.codes import cameo_actor, codes
from dragoman.actors.lookup import lookup
from dragoman.actors.namesakes import FORMS
from dragoman.actors.table import ActorTable, Entry, Office, load_table
from dragoman.columns import actor_json
from dragoman.records import Actor

__all__ = ["candidates"]



def candidates(name: str, on: str | None = None, table: ActorTable | None = None, *, overruled: bool = False) -> list[dict[str, Any]]:
    """Whom `name` may stand for on a date, best first: the actor as in the records, then

    `kind`, `form` (of the name that matched; "office" or "noun" where it was none), `offices` (role, from, to, held: those
    of a person, the latest first), `valid_from`, `valid_to`, `wikidata`, `codes` (cameo, cow, gw of the country on the date).
    `overruled`: with those of the shipped table that a name of the user's own wins over, last.
    """
    table = load_table() if table is None else table
    found = [_described(actor, name, on, table.on(on)) for actor in lookup(name, on, table)]
    if overruled and table.label:
        have = {each["id"] for each in found}
        found += [_described(actor, name, on, load_table()) for actor in lookup(name, on) if actor.id not in have]
    return found


def _described(actor: Actor, name: str, on: str | None, table: ActorTable) -> dict[str, Any]:
    entry = table.get(actor.id) if actor.id else None
    state = codes(actor.country, on) if actor.country else None
    cameo = cameo_actor(actor.country, actor.sectors, entry.kind if entry is not None else None)
    return {
        **(actor_json(actor) or {}),
        "kind": entry.kind if entry is not None else None,
        "form": _form(entry, name, table) if actor.via != "noun" else "office" if entry is not None and entry.kind == "person" else "noun",
        "offices": [_office(office, on) for office in sorted(entry.roles, key=_latest, reverse=True)] if entry is not None else [],
        "valid_from": entry.valid_from if entry is not None else None,
        "valid_to": entry.valid_to if entry is not None else None,
        "wikidata": entry.wikidata if entry is not None else None,
        "codes": {"cameo": cameo or None, "cow": state.cow if state is not None else None, "gw": state.gw if state is not None else None},
    }  # fmt: skip


def _form(entry: Entry | None, name: str, table: ActorTable) -> str | None:
    """The best form of the entry's names that the words end with: what stands before is a title."""
    words = name.strip().split()
    for start in range(len(words)):
        text = " ".join(words[start:]).rstrip(".,;:!?")
        forms = [form.form for found, form in (*table.matches(" ".join(words[start:])), *table.matches(text)) if entry is not None and found.id == entry.id]
        if forms:
            return min(forms, key=FORMS.index)
    return None


def _latest(office: Office) -> tuple[str, str, int]:
    return office.valid_from or "", office.valid_to or "9999", -office.rank


def _office(office: Office, on: str | None) -> dict[str, Any]:
    return {"role": office.text, "from": office.valid_from, "to": office.valid_to, "held": office.held_on(on) if on else None}
