"""The docs are run: Python and console blocks, codebooks in TOML, links, and names of fields.

A fenced block after a line `<!-- no test: reason -->` is left out. Python blocks of one file run one after another in one
namespace; console blocks run their `$ dragoman ...` lines in a folder with a copy of examples/ and of the TOML and CSV blocks above
them that begin with a comment of a file's name (`# mine.toml`). Lines after a command, up
to the next one, are what it must print; `...` stands for anything.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.actors.user import read_own
from dragoman.coding.check import check_codebook
from dragoman.coding.codebook import load_codebook
from dragoman.columns import COLUMNS
from tests.cli.running import dragoman

ROOT = Path(__file__).parent.parent
FILES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "examples").glob("*.md"))]
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```\s*$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"# (\w+\.(?:toml|csv))\n")
LEFT_OUT = re.compile(r"<!-- no test: (.*\S.*) -->\s*\Z")


@dataclass(frozen=True)
class Block:
    """A fenced block: its file, line, language and text."""

    path: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def blocks(path: Path, text: str | None = None) -> list[Block]:
    """The blocks of a file that are to be tested."""
    text = path.read_text(encoding="utf-8") if text is None else text
    out = []
    for found in FENCE.finditer(text):
        if not LEFT_OUT.search(text[: found.start()].rstrip("\n")):
            out.append(Block(path, text.count("\n", 0, found.start()) + 1, found[1], found[2]))
    return out


def commands(block: Block) -> list[tuple[list[str], str]]:
    """The `$ dragoman ...` lines of a console block, each with what must be printed."""
    out: list[tuple[list[str], str]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            words = shlex.split(line[2:], comments=True)
            assert words and words[0] == "dragoman", f"{block}: only dragoman can be run here: {line}; mark the block `<!-- no test: reason -->`"
            out.append((words[1:], ""))
        elif out:
            out[-1] = (out[-1][0], out[-1][1] + line + "\n")
    return out


def printed(wanted: str, got: str) -> bool:
    """Whether an output is as shown; `...` stands for anything, and white space does not count."""
    pattern = r"\s*".join(".*?" if part == "..." else re.escape(part) for part in wanted.split())
    return re.search(pattern, got, re.DOTALL) is not None


ALL = [b for path in FILES for b in blocks(path)]
PYTHON = sorted({b.path for b in ALL if b.language in ("python", "py")})
CONSOLE = [b for b in ALL if b.language == "console"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "examples", path / "examples")
    return path


@pytest.mark.parametrize("path", PYTHON, ids=lambda p: p.name)
def test_python_blocks(path: Path, folder: Path, monkeypatch) -> None:
    monkeypatch.chdir(folder)
    namespace: dict = {"__name__": "docs"}
    for block in blocks(path):
        if block.language in ("python", "py"):
            # the line numbers of an error are those of the file
            exec(compile("\n" * block.line + block.text, str(path), "exec"), namespace)


@pytest.mark.parametrize("block", CONSOLE, ids=str)
def test_console_blocks(block: Block, folder: Path) -> None:
    found = commands(block)
    assert found
    for above in blocks(block.path):
        if above.line < block.line and (named := NAMED.match(above.text)):
            (folder / named[1]).write_text(above.text, encoding="utf-8")
    for args, wanted in found:
        done = dragoman(*args, cwd=folder, state=folder / "state")
        assert done.returncode == 0, f"$ dragoman {shlex.join(args)}\n{done.stderr}"
        assert printed(wanted, done.stdout + done.stderr), f"$ dragoman {shlex.join(args)}\n{done.stdout}"


def test_the_readme_has_both_kinds() -> None:
    assert {"python", "console"} <= {b.language for b in ALL if b.path.name == "README.md"}


@pytest.mark.parametrize("block", [b for b in ALL if b.language == "csv" or "[[actor]]" in b.text], ids=str)
def test_tables_of_actors_are_right(block: Block, tmp_path: Path) -> None:
    path = tmp_path / f"shown.{block.language}"
    path.write_text(block.text, encoding="utf-8")
    own = read_own(path)
    assert own.changes and own.problems == ()


@pytest.mark.parametrize("block", [b for b in ALL if b.language == "toml" and "[[actor]]" not in b.text], ids=str)
def test_toml_blocks_are_codebooks_whose_examples_are_right(block: Block, coder, tmp_path: Path) -> None:
    name = "" if re.search(r"^name = ", block.text, re.MULTILINE) else 'name = "shown"\nextends = "plover"\n'
    path = tmp_path / "shown.toml"
    path.write_text(name + block.text, encoding="utf-8")
    book = load_codebook(path)
    own = [p.rule for p in book.patterns if p.where.startswith("shown.toml")]
    assert len(own) == block.text.count("[[pattern]]")
    assert [v.problem for rule in own for v in check_codebook(book, coder.nlp, rule) if v.problem] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_that_are_named_exist(path: Path) -> None:
    names = re.findall(r"`((?:dragoman|docs|tests|tables|training|bench|examples)/[\w./-]+\.\w+)`", path.read_text(encoding="utf-8"))
    assert [n for n in names if not (ROOT / n).exists()] == []


def test_every_example_is_described() -> None:
    text = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in (ROOT / "examples").iterdir() if p.name != "README.md" and f"`{p.name}`" not in text] == []


def test_every_field_of_every_record_is_described() -> None:
    text = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    described = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", text))))
    fields = {"predicate", "evidence", "place", "time", "actors", "sources", "stance", "cue"}
    fields |= {name for kind in ("event", "statement", "article", "mention") for name, _, _ in COLUMNS[kind] if not re.search(r"_(start|end|actor|country|text|chain)$|^(lat|lon|actor|recipient)$", name)}
    from_tables = {"time_from", "time_to", "time_grain", "time_basis", "place_name", "place_kind", "place_admin1"}
    assert sorted(f for f in fields - from_tables if f not in described) == []
    assert sorted(f for f in from_tables if f not in described and f.split("_")[1] not in described) == []


# the collector itself ----------------------------------------------------------------------------------------------


def test_blocks_are_found_and_left_out() -> None:
    text = "```python\na = 1\n```\n\n<!-- no test: needs a model of 2 GB -->\n```python\nb = 2\n```\n<!-- no test: -->\n```console\n$ dragoman x\nout\n...\n$ dragoman 'y z' # why\n```\n"
    found = blocks(ROOT / "README.md", text)
    assert [(b.line, b.language, b.text.splitlines()[0]) for b in found] == [(1, "python", "a = 1"), (10, "console", "$ dragoman x")], "leaving out needs a reason"
    assert commands(found[1]) == [(["x"], "out\n...\n"), (["y z"], "")]


def test_what_is_printed() -> None:
    assert printed("a ... d", "x a b\nc d") and printed("", "x") and printed("a  b", "a\n b")
    assert not printed("a ... e", "a b c d") and not printed("b a", "a b")


def test_another_program_in_a_console_block_is_refused() -> None:
    with pytest.raises(AssertionError, match="only dragoman"):
        commands(Block(ROOT / "README.md", 1, "console", "$ rm -rf x\n"))
