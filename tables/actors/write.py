"""Writes the shipped files; `dragoman/actors/table.py` reads them.

entries.tsv.gz, one actor a line: id, name, kind, country, sectors (by commas), Wikidata id, from, to, flags (s a state
controls it, k of our own tables), names, offices. Names and offices are joined by "|", their fields by "~".
names.tsv.gz: folded name, and the places (line.name) that have it, in the table's fixed order.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from drafts import Draft, fold

from dragoman.actors.namesakes import FORMS, KINDS

FORM_MARKS = {
    "name": "n", "alias": "a", "acronym": "c", "family": "f", "demonym": "d", "adjective": "j", "metonym": "m",
}  # fmt: skip


def entry_line(draft: Draft) -> str:
    """One line of entries.tsv.gz."""
    names = "|".join(
        f"{text}~{FORM_MARKS[form]}{case}~{from_ or ''}~{to or ''}" for (text, form), (case, from_, to) in draft.names.items()
    )
    offices = "|".join(
        "~".join(
            (
                o.text, "" if o.normal == o.text else o.normal, o.from_ or "", o.to or "", ",".join(o.sectors),
                str(o.rank), o.country or "",
            )
        )
        for o in sorted(draft.offices, key=lambda o: (o.from_ or "", o.rank, o.text, o.to or ""))
    )  # fmt: skip
    flags = ("s" if draft.state else "") + ("k" if draft.source == "own" else "")
    cells = (
        draft.id, draft.name, draft.kind, draft.country or "", ",".join(draft.sectors), draft.wikidata or "",
        draft.from_ or "", draft.to or "", flags, names, offices,
    )  # fmt: skip
    assert not any("\t" in cell or "\n" in cell for cell in cells), draft.id
    return "\t".join(cells)


def name_lines(drafts: list[Draft]) -> list[str]:
    """The lines of names.tsv.gz: within one key, kinds in a fixed order, then forms, then ids."""
    index: dict[str, list[tuple[int, int, str, int, int]]] = {}
    for number, draft in enumerate(drafts):
        for place, (text, form) in enumerate(draft.names):
            key = fold(text)
            order = (KINDS.index(draft.kind), FORMS.index(form), draft.id, number, place)
            index.setdefault(key, []).append(order)
    return [
        key + "\t" + " ".join(f"{number}.{place}" for *_, number, place in sorted(index[key])) for key in sorted(index)
    ]


def write(folder: Path, name: str, lines: list[str]) -> None:
    """Write lines; .gz without a time stamp, so that the same table is the same bytes."""
    data = ("\n".join(lines) + "\n").encode("utf-8")
    if name.endswith(".gz"):
        data = gzip.compress(data, 9, mtime=0)
    (folder / name).write_bytes(data)
