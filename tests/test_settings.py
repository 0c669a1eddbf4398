"""Every setting is an option of the command line, with the same help, and stands in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cli.code import command
from dragoman.columns import KIND_OF
from dragoman.settings import FORMATS, RECORDS, SETTINGS

DOCS = Path(__file__).parent.parent / "docs"
OPTIONS = {p.opts[-1].removeprefix("--"): p for p in command.params if p.opts[0].startswith("-")}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_an_option_with_its_help_and_default(name: str) -> None:
    option = OPTIONS[name]
    assert option.help == SETTINGS[name].help
    assert len(SETTINGS[name].help) > 20 and SETTINGS[name].help.endswith(".")
    if SETTINGS[name].default is not None:
        assert option.default == SETTINGS[name].default


@pytest.mark.parametrize("name", OPTIONS)
def test_an_option_is_in_the_docs(name: str) -> None:
    assert f"`--{name}" in (DOCS / "settings.md").read_text(encoding="utf-8")


def test_choices() -> None:
    assert set(OPTIONS["format"].type.choices) == set(FORMATS)
    assert set(RECORDS) == set(KIND_OF)
    assert set(SETTINGS["records"].default.split(",")) <= set(RECORDS)


@pytest.mark.parametrize("word", [*FORMATS, *RECORDS])
def test_every_format_and_kind_of_record_is_in_the_docs(word: str) -> None:
    assert f"`{word}`" in (DOCS / "settings.md").read_text(encoding="utf-8")
