"""A table with a user's own actors laid over it. The table beneath is shared and never changed.

A name that the user gives wins over namesakes of the table beneath: on every date, or where the user's actor or name has
dates, on those. `read_own` in `user.py` makes the changes from a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.actors.table import ActorTable, Entry, Name, Office, fold, load_table, within

__all__ = ["Change", "ExtendedTable"]


@dataclass(frozen=True, slots=True)
class Change:
    """One actor as the user wants it: new, or what to change of the entry that has the id.

    None: not given, so an entry's own stays; "" and (): given as nothing. `names`: each with the form in which names
    are compared. `dropped`: such forms, of names to take away. `afresh`: names and offices take the place of the entry's.
    """

    id: str
    name: str
    names: tuple[tuple[str, Name], ...] = ()
    dropped: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] | None = None
    offices: tuple[Office, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    wikidata: str | None = None
    afresh: bool = False
    derived: frozenset[str] = frozenset()  # of `names`, those that nobody gave: a family name found in the whole one


class ExtendedTable(ActorTable):
    """`base` with the changes. Costs a copy of its index and no more: entries stay text where nobody asks for them."""

    def __init__(self, base: ActorTable, changes: Iterable[Change], label: str = "") -> None:
        self._base, self._changes = base, tuple(changes)
        self.label = "; ".join(part for part in (base.label, label) if part)
        self._own_label = label
        base.get("")  # the two indexes that a table makes when first asked, so that they are made once and copied
        base.names_starting("")
        self._rows = list(base._rows)
        self._parsed = dict(base._parsed)
        self._by_id = dict(base._by_id or {})
        self._index = dict(base._index)
        self._starts = dict(base._starts or {})
        self._nouns, self._roles = base._nouns, base._roles
        self._role_words, self._noun_ends = base._role_words, base._noun_ends
        self._homes, self._holders = None, {}
        self._late: dict[int, Change] = dict(getattr(base, "_late", {}))  # new actors, whose entries are made when asked for
        self._new: dict[str, Change] = dict(getattr(base, "_new", {}))
        self._given: set[tuple[str, Name]] = set(getattr(base, "_given", ()))
        self._holding: set[str] = set(getattr(base, "_holding", ()))
        self._date: str | None = None
        for change in self._changes:
            number = self._by_id.get(change.id)
            if number is None:
                self._add(change)
            else:
                self._change(number, change)
            if change.offices:
                self._holding.add(change.id)

    def __reduce__(self):
        # The shipped table is in every process: only what is the user's own travels.
        base = None if self._base is load_table() else self._base
        return _again, (base, self._changes, self._own_label)

    def _entry(self, number: int) -> Entry:
        if number in self._late and number not in self._parsed:
            self._parsed[number] = _changed(None, self._late[number])
        return super()._entry(number)

    def _add(self, change: Change) -> None:
        """A new actor. Only its names are put in their places; the entry is made when somebody asks for it."""
        number = self._by_id[change.id] = len(self._rows)  # type: ignore[index]
        self._late[number] = self._new[change.id] = change
        for place, (key, _) in enumerate(change.names):
            self._link(key, f"{number}.{place}")
        self._rows.append(_row(change.id, change.name, change.kind or "", change.country or "", change.offices))

    def _change(self, number: int, change: Change) -> None:
        """An entry of the table beneath, as the user wants it."""
        old = self._entry(number)
        entry = self._parsed[number] = _changed(old, change)
        keys = {name: key for key, name in change.names}
        before = old.names
        if entry.names[: len(before)] != before:
            for place, name in enumerate(before):
                self._unlink(fold(name.text), f"{number}.{place}")
            before = ()
        for place, name in enumerate(entry.names[len(before) :], len(before)):
            self._link(keys.get(name) or fold(name.text), f"{number}.{place}")
        self._rows[number] = _row(entry.id, entry.name, entry.kind, entry.country or "", entry.roles)
        given = {key for key, name in change.names if name.text not in change.derived}
        self._given.update((entry.id, name) for name in entry.names if fold(name.text) in given)

    def _link(self, key: str, ref: str) -> None:
        refs = self._index.get(key)
        self._index[key] = ref if refs is None else f"{ref} {refs}"
        assert self._starts is not None
        first, _, _ = key.partition(" ")
        self._starts[first] = max(self._starts.get(first, 0), key.count(" ") + 1)

    def _unlink(self, key: str, ref: str) -> None:
        refs = [r for r in self._index.get(key, "").split(" ") if r != ref]
        if refs and refs != [""]:
            self._index[key] = " ".join(refs)
        else:
            self._index.pop(key, None)

    def on(self, date: str | None) -> ActorTable:
        """The same table, in which the user's names win on that date and are no names beside others out of their time."""
        if date == self._date:
            return self
        table = ExtendedTable.__new__(ExtendedTable)
        table.__dict__.update(self.__dict__)
        table._date = date
        return table

    def matches(self, name: str) -> tuple[tuple[Entry, Name], ...]:
        """As in the table beneath; of namesakes, those that the user gave and that are valid on the date."""
        found = super().matches(name)
        if len(found) < 2:
            return found
        given = [self._is_given(*pair) for pair in found]
        if not any(given):
            return found
        valid = tuple(pair for pair, own in zip(found, given) if own and self._valid(*pair))
        return valid or tuple(pair for pair, own in zip(found, given) if not own) or found

    def _is_given(self, entry: Entry, name: Name) -> bool:
        change = self._new.get(entry.id)
        return change is not None and name.text not in change.derived or (entry.id, name) in self._given

    def _valid(self, entry: Entry, name: Name) -> bool:
        date = self._date
        return date is None or (within(date, entry.valid_from, entry.valid_to) and within(date, name.valid_from, name.valid_to))

    def holders(self, country: str, role: str, date: str) -> tuple[Entry, ...]:
        """As in the table beneath, those first whose office the user gave."""
        return tuple(sorted(super().holders(country, role, date), key=lambda entry: entry.id not in self._holding))


def _again(base: ActorTable | None, changes: tuple[Change, ...], label: str) -> ExtendedTable:
    return ExtendedTable(load_table() if base is None else base, changes, label)


def _row(id: str, name: str, kind: str, country: str, offices: Iterable[Office]) -> str:
    """What a table looks for in the text of a row: the id at its start, and the countries and places of offices."""
    places = sorted({place for o in offices if (place := o.place or o.country)})
    return "\t".join((id, name, kind, country, "|".join(f"~{place}" for place in places)))


def _changed(old: Entry | None, change: Change) -> Entry:
    """The entry that the change makes, of an old one or of nothing."""
    if old is None:
        return Entry(
            change.id, change.name, change.kind or "organ", change.country or None, change.sectors or (), tuple(name for _, name in change.names), _offices((), change),
            change.valid_from or None, change.valid_to or None, wikidata=change.wikidata or None, known=True,
        )  # fmt: skip
    return replace(
        old,
        name=change.name if change.afresh else old.name,
        kind=change.kind or old.kind,
        country=old.country if change.country is None else change.country or None,
        sectors=old.sectors if change.sectors is None else change.sectors,
        names=_names(old.names, change),
        roles=_offices(old.roles, change),
        valid_from=old.valid_from if change.valid_from is None else change.valid_from or None,
        valid_to=old.valid_to if change.valid_to is None else change.valid_to or None,
        wikidata=old.wikidata if change.wikidata is None else change.wikidata or None,
        known=True,
    )


def _names(old: tuple[Name, ...], change: Change) -> tuple[Name, ...]:
    """The old names that stay, in their places, and then the new ones."""
    kept = () if change.afresh else tuple(n for n in old if fold(n.text) not in change.dropped)
    had: dict[str, list[Name]] = {}
    for name in kept:
        had.setdefault(fold(name.text), []).append(name)
    more = []
    for key, name in change.names:
        same = had.setdefault(key, [])
        # A spelling that is known already says something new only where it is looser, or has dates of its own.
        if not any(n.fits(name.text) for n in same) or name.case < min(n.case for n in same) or name.valid_from or name.valid_to:
            same.append(name)
            more.append(name)
    return (*kept, *more)


def _offices(old: tuple[Office, ...], change: Change) -> tuple[Office, ...]:
    """The old offices with the given ones, which take the place of the same office at the same time."""
    kept = () if change.afresh else tuple(o for o in old if not any(_same(o, mine) for mine in change.offices))
    return tuple(sorted((*kept, *change.offices), key=lambda o: (o.valid_from or "", o.rank, o.text, o.valid_to or "")))


def _same(a: Office, b: Office) -> bool:
    """Whether two offices are one: alike in kind and place, with a day in common."""
    if (a.normal, a.country, a.place) != (b.normal, b.country, b.place):
        return False
    ends = ((a.valid_to, b.valid_from), (b.valid_to, a.valid_from))
    return not any(end and start and end[: len(start)] < start[: len(end)] for end, start in ends)
