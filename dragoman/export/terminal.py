"""Events as a table for people: who, what, whom, when, where, on whose word, and the sentence."""

from __future__ import annotations

from typing import IO, Any

LABEL = {"reported": "green", "alleged": "yellow", "denied": "red", "planned": "cyan", "hypothetical": "magenta"}


def people(actors: list[dict[str, Any]]) -> str:
    """Actors in a few words: name, country, sectors."""
    parts = []
    for a in actors:
        codes = " ".join(x for x in (a["country"], *a["sectors"][:2]) if x)
        parts.append(f"{a['name'] or a['text']}" + (f" [{codes}]" if codes else ""))
    return ", ".join(parts) or "–"


def when(event: dict[str, Any]) -> str:
    """The event's interval in a few characters; "?" where it is not known."""
    t = event["time"]
    if t["from"] is None and t["to"] is None:
        return "?"
    if t["from"] == t["to"]:
        return t["from"]
    return f"{t['from'] or '…'} – {t['to'] or '…'}"


class TerminalTable:
    """Prints events article by article; other records are counted."""

    def __init__(self, out: IO[str]):
        from rich.console import Console

        self.console = Console(file=out, highlight=False, width=None if out.isatty() else 160, emoji=False)

    def write(self, records: list[dict[str, Any]]) -> None:
        """Print the events of one article and how many statements it has."""
        from rich.markup import escape
        from rich.text import Text

        events = [r for r in records if r["record"] == "event"]
        article = next((r for r in records if r["record"] == "article"), None)
        head = events[0] if events else article
        if head is None:
            return
        title = head.get("title") or head["article_id"]
        about = " · ".join(x for x in (head.get("publisher"), head.get("published")) if x)
        self.console.print(f"\n[bold]{escape(title)}[/bold]" + (f"  [dim]{escape(about)}[/dim]" if about else ""))
        if not events:
            self.console.print("  [dim]no events[/dim]")
        for e in events:
            mode = f"/{e['mode']}" if e["mode"] else ""
            colour = LABEL[e["standing"]]
            self.console.print(
                f"  [bold]{e['type']}{mode}[/bold]  {escape(people(e['actors']))} → {escape(people(e['recipients']))}   "
                f"{when(e)}{'  ' + escape(e['place']['name'] or e['place']['text']) if e['place'] else ''}   [{colour}]{e['standing']}[/{colour}]"
                + (f"  [dim]on the word of {escape(' > '.join(s['name'] or '“' + s['text'] + '”' for s in e['sources']))}[/dim]" if e["sources"] else "")
                + (f"  [dim]({e['region']})[/dim]" if e["region"] not in ("body", "lead") else "")
            )
            evidence = Text("      " + " ".join(e["evidence"]["text"].split()), style="dim")
            self.console.print(evidence, no_wrap=False)
            self.console.print(f"      [dim]{e['event_id']}  {escape(e['rule'])}  {e['confidence']}[/dim]")
        counted = [(k, sum(r["record"] == k for r in records)) for k in ("statement", "mention", "time", "place")]
        said = ", ".join(f"{n} {k}{'s' if n != 1 else ''}" for k, n in counted if n)
        if said:
            self.console.print(f"  [dim]{said}[/dim]")

    def close(self) -> None:
        """Nothing is held back."""
