"""Data passes one way: a stage imports only stages before it and the vocabulary files."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "dragoman"
STAGES = ("intake", "article", "reading", "actors", "coding", "settling", "export", "cli")
VOCABULARY = {"records", "columns", "settings", "errors"}
# `settling.identity` is a hash of strings that knows no stage; `codebook check` and `explain` look at a whole reading.
ALLOWED = {("coding", "settling"), ("coding", "pipeline"), ("cli", "pipeline"), ("cli", "coder"), ("export", "columns")}
FILES = sorted(p for stage in STAGES for p in (ROOT / stage).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                base = path.parent
                for _ in range(node.level - 1):
                    base = base.parent
                parts = [*base.relative_to(ROOT).parts, *(node.module or "").split(".")]
                names.add([p for p in parts if p][0] if any(parts) else "")
            elif node.module and node.module.startswith("dragoman."):
                names.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            names.update(a.name.split(".")[1] for a in node.names if a.name.startswith("dragoman."))
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_stage_imports_only_what_comes_before(path: Path) -> None:
    stage = path.relative_to(ROOT).parts[0]
    before = set(STAGES[: STAGES.index(stage) + 1]) | VOCABULARY
    for name in imported(path):
        assert name in before or (stage, name) in ALLOWED or name in ("", "__version__"), f"{path.name} of {stage} imports {name}"


def test_no_file_is_called_util() -> None:
    for path in ROOT.rglob("*.py"):
        assert path.stem not in {"util", "utils", "helper", "helpers", "common", "misc", "manager"}, path


def test_files_stay_short() -> None:
    for path in [*ROOT.rglob("*.py"), *(ROOT.parent / "training").rglob("*.py"), *(ROOT.parent / "tables").rglob("*.py")]:
        assert path.read_text(encoding="utf-8").count("\n") <= 500, f"{path.name} is too long: split it"
