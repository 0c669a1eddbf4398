"""The notation of `statement_cases.txt` and `statement_reports.txt`, and how far what is found is what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

EDGES = " ,.;:–—-“”\"'‘’!?\n"
STANCES = ("affirms", "denies", "doubts", "hedged")


@dataclass(frozen=True)
class Line:
    """One statement. `speaker`, `addressees`: names or words without article; `parent`: the content of the statement it sits in."""

    speaker: str
    addressees: tuple[str, ...]
    cue: str
    content: str
    form: str
    stance: str
    parent: str | None


@dataclass(frozen=True)
class Case:
    group: str
    text: str
    lines: tuple[Line, ...]
    chains: tuple[tuple[str, str], ...]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    out: list[Case] = []
    group, text, lines, chains, above = "", [], [], [], {}

    def close() -> None:
        if any(t.strip() for t in text):
            out.append(Case(group, "\n".join(text).strip().replace("¶", "\n\n"), tuple(lines), tuple(chains)))

    for row in path.read_text("utf-8").splitlines():
        dashes = len(row) - len(row.lstrip("-"))
        if row.startswith("# ") or row == "#":
            continue
        if row.startswith("== "):
            close()
            group, text, lines, chains = row[3:], [], [], []
        elif row.startswith("! "):
            kind, _, chain = row[2:].partition(": ")
            chains.append((kind, "" if chain == "none" else chain))
        elif dashes and row[dashes : dashes + 1] == " ":
            if row == "- none":
                lines.append(None)
                continue
            who, cue, content, *more = (p.strip() for p in row[dashes + 1 :].split(" | "))
            speaker, _, to = who.partition(" > ")
            words = more[0].split() if more else []
            form = next((w for w in words if w not in STANCES), "indirect")
            stance = next((w for w in words if w in STANCES), "affirms")
            above[dashes] = content
            addressees = tuple(shorn(a) for a in to.split("; ") if a)
            lines.append(Line(shorn(speaker), addressees, cue, content.strip(EDGES), form, stance, above[dashes - 1].strip(EDGES) if dashes > 1 else None))
        elif lines and row.strip():
            close()
            text, lines, chains = [row], [], []
        elif not lines:
            text.append(row)
    close()
    return [Case(c.group, c.text, tuple(x for x in c.lines if x is not None), c.chains) for c in out]


AFTER = (" of ", " in ", " from ", " on ", " by ", " near ", " with ", " close ", " found ", " seen ", " living ", " over ", " familiar ", " who ", ", ")
BEFORE = ("the ", "a ", "an ", "both ", "every ", "his ", "her ", "its ", "their ", "my ", "our ", "own ")


def shorn(words: str) -> str:
    """The words of an actor in lower case, without article, possessive pronoun and what follows the noun."""
    low = words.lower().replace("’", "'")
    for mark in AFTER:
        low = f"{low} ".partition(mark)[0].strip()
    for word in BEFORE:
        low = low.removeprefix(word)
    return low


def called(actor) -> set[str]:
    """What an actor may be called in a line: "it" and "his" also stand for "it" and "he"."""
    if actor is None:
        return {"-"}
    names = {shorn(actor.text), shorn(actor.name or actor.text)}
    subjects = {"his": "he", "him": "he", "their": "they", "them": "they", "its": "it", "her": "she", "our": "we", "my": "i"}
    return names | {subjects[n] for n in names if n in subjects}


def right(line: Line, statement, parents: dict) -> dict[str, bool]:
    """Which parts of a statement are as the line says."""
    parent = parents.get(statement.parent)
    return {
        "speaker": line.speaker in called(statement.speaker),
        "addressees": len(line.addressees) == len(statement.addressees) and all(any(a in called(b) for b in statement.addressees) for a in line.addressees),
        "cue": line.cue.lower() == (statement.cue.text.lower() if statement.cue else "-"),
        "content": line.content == statement.content.text.strip(EDGES),
        "form": line.form == statement.form,
        "stance": line.stance == statement.stance,
        "parent": line.parent == (parent.content.text.strip(EDGES) if parent else None),
    }


def paired(case: Case, statements) -> list[tuple[Line | None, object | None, dict[str, bool]]]:
    """Lines and statements, the most alike together first; a line or statement without a partner stands beside None."""
    parents = {s.statement_id: s for s in statements}
    scored = []
    for i, line in enumerate(case.lines):
        for j, s in enumerate(statements):
            parts = right(line, s, parents)
            shared = parts["cue"] + 2 * overlap(line.content, s.content.text) + 0.5 * parts["content"]
            if shared > 1:
                scored.append((-shared, -sum(parts.values()), i, j, parts))
    lines, found, out = set(), set(), []
    for _, _, i, j, parts in sorted(scored, key=lambda e: e[:4]):
        if i not in lines and j not in found:
            lines.add(i)
            found.add(j)
            out.append((case.lines[i], statements[j], parts))
    out += [(line, None, {}) for i, line in enumerate(case.lines) if i not in lines]
    out += [(None, s, {}) for j, s in enumerate(statements) if j not in found]
    return out


def overlap(a: str, b: str) -> float:
    """Shared words of two contents over all their words."""
    first, second = ([w.strip(EDGES) for w in x.lower().split()] for x in (a, b))
    shared = sum(min(first.count(w), second.count(w)) for w in set(first))
    return shared / max(1, len(first) + len(second) - shared)


def chain(event: dict) -> str:
    """The source chain of an event in the notation: "Kenya:speaker > Uganda:first-hand"."""
    return " > ".join(f"{s['name'] or s['cue']['text']}:{s['link']}" for s in event["sources"])


def faults(case: Case, result) -> list[str]:
    """What is not as it should be, one line each; empty: the case is wholly right."""
    out = []
    for line, s, parts in paired(case, list(result.statements)):
        got = f"{(s.speaker.name or s.speaker.text) if s.speaker else '-'} [{s.speaker.text if s.speaker else ''}] > {'; '.join(a.text for a in s.addressees)} | {s.cue.text if s.cue else '-'} | {s.content.text} | {s.form} {s.stance}" if s else None
        if line is None:
            out.append(f"    extra: {got}")
        elif s is None:
            out.append(f"    missing: {line.speaker} > {'; '.join(line.addressees)} | {line.cue} | {line.content} | {line.form} {line.stance}")
        elif not all(parts.values()):
            out.append(f"    {', '.join(k for k, v in parts.items() if not v)}: {got}")
    events = result.records(("events",))
    for kind, wanted in case.chains:
        got = {chain(e).lower() for e in events if e["type"] == kind}
        if got != {wanted.lower()}:
            out.append(f"    chain of {kind}: {got}")
    return out
