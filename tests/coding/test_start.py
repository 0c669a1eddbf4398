"""A new codebook works as it is written, alone and beside PLOVER."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.check import check_codebook
from dragoman.coding.codebook import load_codebook
from dragoman.coding.start import start_codebook
from dragoman.errors import CodebookError


@pytest.mark.parametrize("extends", ["plover", None])
def test_it_works_as_it_is(coder, tmp_path: Path, extends: str | None) -> None:
    path = start_codebook(tmp_path, "mine", extends)
    book = load_codebook(path)
    assert (path.name, book.label) == ("mine.toml", "mine 1")
    assert ("ASSAULT" in book.types) == (extends is not None)
    verdicts = list(check_codebook(book, coder.nlp, "PETITION"))
    assert len(verdicts) == 5 and [v.problem for v in verdicts if v.problem] == []


def test_its_comments_name_the_file(tmp_path: Path) -> None:
    text = start_codebook(tmp_path, "mine.toml").read_text()
    assert "dragoman codebook check mine.toml" in text and "@FILE@" not in text and "@NAME@" not in text and "@EXTENDS@" not in text


@pytest.mark.parametrize("name", ["", "Mine", "my book", "../mine", "plover", "1st", "mine.toml.toml.exe"])
def test_what_cannot_be_a_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(CodebookError, match="cannot name a codebook"):
        start_codebook(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    start_codebook(tmp_path, "mine").write_text("precious")
    with pytest.raises(CodebookError, match="there already"):
        start_codebook(tmp_path, "mine")
    assert (tmp_path / "mine.toml").read_text() == "precious"
