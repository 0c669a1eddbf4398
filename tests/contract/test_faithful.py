"""What is coded is what the codebook says: properties over the whole of PLOVER, on its own examples and the example reports.

The codebook is written out again, changed, as a user would change it; the texts are parsed once.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.article.identity import article_id
from dragoman.coding.check import MARKS
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.columns import event_json
from dragoman.pipeline import read_doc
from dragoman.records import Article

PLOVER = Path(str(files("dragoman") / "data" / "codebooks" / "plover"))
EVERY = 7  # of the patterns, so many give one example
DELETED = 40


@pytest.fixture(scope="module")
def texts(coder) -> list:
    """Parsed sentences, and their articles."""
    sentences = [MARKS.sub("", p.examples[0]) for p in coder.codebook.patterns[::EVERY]]
    made = []
    for sentence, doc in zip(sentences, coder.nlp.pipe(sentences), strict=True):
        made.append((doc, Article(article_id(sentence), None, None, None, "2021-11-15", "en", sentence)))
    return made


def coded(texts: list, book: Codebook) -> list[list[dict]]:
    version = {"dragoman": "", "codebook": book.label, "model": ""}
    return [[event_json(e) for e, _ in read_doc(doc, article, book, version).coded] for doc, article in texts]


@pytest.fixture(scope="module")
def plain(texts, coder) -> list[list[dict]]:
    return coded(texts, coder.codebook)


def copied(folder: Path, change) -> Codebook:
    """PLOVER with every file's text changed by `change`."""
    folder.mkdir()
    for path in sorted(PLOVER.glob("*.toml")):
        (folder / path.name).write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return load_codebook(folder)


def renamed(text: str, names: dict[str, str]) -> str:
    """The types under other names, in their descriptions, patterns and turns."""
    swap = lambda m: m[1] + names.get(m[2], m[2]) + m[3]  # noqa: E731
    text = re.sub(r'^(type = ")([A-Z]+)(")', swap, text, flags=re.MULTILINE)
    text = re.sub(r"^(\[types\.)([A-Z]+)([\].])", swap, text, flags=re.MULTILINE)
    # the order of types for ties is one of the places where a type is named
    text = re.sub(r"^order = \[.*?^\]", lambda m: re.sub(r"[A-Z]{3,}", lambda t: names.get(t[0], t[0]), m[0]), text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r'^absorbs = .*', lambda m: re.sub(r"[A-Z]{3,}", lambda t: names.get(t[0], t[0]), m[0]), text, flags=re.MULTILINE)
    return re.sub(r'^(of = \[")([A-Z]+)(")', swap, text, flags=re.MULTILINE)


def expected(event: dict, names: dict[str, str]) -> dict:
    rule = re.sub(r"(:)([A-Z]+)|(#planned:|#refused:)([A-Z]+)", lambda m: (m[1] or m[3]) + names.get(m[2] or m[4], m[2] or m[4]), event["rule"])
    return {**event, "type": names.get(event["type"], event["type"]), "rule": rule}


def without_ids(events: list[dict]) -> list[dict]:
    return [{k: v for k, v in e.items() if k not in ("event_id", "parent")} for e in events]


def test_the_texts_hold_every_type(plain) -> None:
    assert len({e["type"] for events in plain for e in events}) == 16
    assert sum(map(len, plain)) > len(plain)


def test_renaming_types_renames_exactly_those_outputs(texts, plain, tmp_path: Path) -> None:
    names = {"ASSAULT": "VIOLENCE", "CONSULT": "MEETING", "AGREE": "PLEDGE"}
    got = coded(texts, copied(tmp_path / "plover", lambda text: renamed(text, names)))
    for now, then in zip(got, plain, strict=True):
        assert without_ids(now) == without_ids([expected(e, names) for e in then])
        assert [e["event_id"] == t["event_id"] for e, t in zip(now, then, strict=True)] == [t["type"] not in names for t in then]


def test_swapping_two_types_swaps_exactly_their_outputs(texts, plain, tmp_path: Path) -> None:
    """ACCUSE and REJECT change places, patterns, modes and all: what was the one is now the other, and nothing else."""
    names = {"ACCUSE": "REJECT", "REJECT": "ACCUSE"}
    got = coded(texts, copied(tmp_path / "plover", lambda text: renamed(text, names)))
    for now, then in zip(got, plain, strict=True):
        assert without_ids(now) == without_ids([expected(e, names) for e in then])


def test_the_order_of_files_and_patterns_changes_nothing(texts, plain, tmp_path: Path) -> None:
    blocks: list[str] = []
    head: dict[str, str] = {}
    for path in sorted(PLOVER.glob("*.toml")):
        first, *rest = re.split(r"^(?=\[\[pattern\]\])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        blocks += rest
        head[path.name] = first
    order = random.Random(7)
    order.shuffle(blocks)
    folder = tmp_path / "plover"
    folder.mkdir()
    for name, text in head.items():  # turns and classes stay in their files, under other names in the order of files
        (folder / (name if name == "contexts.toml" else "z" + name[::-1].removeprefix("lmot.") + ".toml")).write_text(text, encoding="utf-8")
    for n in range(5):
        (folder / f"{9 - n}.toml").write_text("\n".join(blocks[n::5]), encoding="utf-8")
    assert coded(texts, load_codebook(folder)) == plain


def test_deleting_a_pattern_removes_only_its_events(texts, plain, coder, tmp_path: Path) -> None:
    """What other rules gave stays. On the deleted pattern's own words a less special pattern may now be seen."""
    fired = Counter(e["rule"] for events in plain for e in events)
    choice = random.Random(7).sample(sorted(r for r in fired if ":planned:" not in r and ":refused:" not in r and "#planned" not in r), DELETED)
    for n, rule in enumerate(choice):
        pattern = next((p for p in coder.codebook.patterns if p.rule == rule), None)
        if pattern is None:
            continue
        kept = []
        for path in sorted(PLOVER.glob("*.toml")):
            parts = re.split(r"^(?=\[\[pattern\]\])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            kept.append((path.name, "".join(b for b in parts if not _is(b, pattern))))
        folder = tmp_path / str(n) / "plover"
        folder.mkdir(parents=True)
        for name, text in kept:
            (folder / name).write_text(text, encoding="utf-8")
        book = load_codebook(folder)
        assert len(book.patterns) == len(coder.codebook.patterns) - 1
        touched = [i for i, events in enumerate(plain) if any(_came(e["rule"], pattern) for e in events)]
        for i in touched:
            now = coded([texts[i]], book)[0]
            others = [e["event_id"] for e in plain[i] if not _came(e["rule"], pattern)]
            assert [e for e in others if e not in {x["event_id"] for x in now}] == [], (rule, texts[i][1].text)
        rest = [i for i in range(0, len(texts), 9) if i not in touched]
        assert coded([texts[i] for i in rest], book) == [plain[i] for i in rest]


def _is(block: str, pattern) -> bool:
    if not block.startswith("[[pattern]]"):
        return False
    entry = tomllib.loads(block)["pattern"][0]
    return (entry["id"], entry["type"], entry.get("mode")) == (pattern.id, pattern.type, pattern.mode)


def _came(rule: str, pattern) -> bool:
    """Whether an event came from a pattern, as it stands or turned."""
    return rule == pattern.rule or rule.endswith(f":{pattern.type}.{pattern.id}")
