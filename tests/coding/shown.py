"""Events in one line, for tests: what is expected is written in the same way.

`TYPE/mode: actors > recipients | standing | 2021-11-15 | @Place | by outer > inner`. After the recipients each part may be
left out, and is then not looked at; names of several actors are joined by "; ". A date is one day, or `first..last`;
`published` in front of it: taken from the published date; `undated`: no date.
"""

from __future__ import annotations


def who(people: list[dict]) -> str:
    return "; ".join(p["name"] or p["text"] for p in people)


def parts(event: dict) -> list[str]:
    """All parts of the line of an event of the contract."""
    t = event["time"]
    date = "undated" if t["basis"] == "none" else t["from"] if t["from"] == t["to"] else f"{t['from'] or ''}..{t['to'] or ''}"
    if t["basis"] == "published":
        date = f"published {date}"
    head = f"{event['type']}{'/' + event['mode'] if event['mode'] else ''}: {who(event['actors'])} > {who(event['recipients'])}".replace(":  >", ": >").strip()
    place = event["place"]
    out = [head, event["standing"], date, "@" + ((place["name"] or place["text"]) if place else "nowhere")]
    out.append("by " + (" > ".join(s["name"] or s["text"] for s in event["sources"]) or "itself"))
    out.append(f"{event['modality']} {event['polarity']}")
    return out


def shown(event: dict) -> str:
    return " | ".join(parts(event))


def fits(event: dict, line: str) -> bool:
    """Whether an event is as the line says."""
    wanted = [p.strip() for p in line.split(" | ")]
    mine = parts(event)
    return wanted[0] == mine[0] and all(p in mine[1:] for p in wanted[1:])


def check(events: list[dict], lines: str) -> None:
    """Assert that the events are those of the lines, and no others."""
    wanted = [w.strip() for w in lines.strip().splitlines() if w.strip()]
    left = list(events)
    missing = []
    for line in wanted:
        found = next((e for e in left if fits(e, line)), None)
        if found is None:
            missing.append(line)
        else:
            left.remove(found)
    assert not missing and not left, "\n".join(["", "missing:", *missing, "more than wanted:", *map(shown, left)])
