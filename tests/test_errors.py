"""The exceptions: one tree, drawn at the top of the module; messages are one line."""

from __future__ import annotations

import inspect
import re

import pytest

from dragoman import errors
from dragoman.errors import DragomanError, InputError

CLASSES = {name: c for name, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, Exception)}


def drawn() -> dict[str, str]:
    """Exception -> the one above it, as the docstring draws them."""
    above: dict[str, str] = {}
    stack: list[tuple[int, str]] = []
    for line in errors.__doc__.splitlines():
        found = re.match(r"^([│├└─ ]*)(\w+)\s{2,}\S", line)
        if found is None:
            continue
        depth, name = len(found[1]), found[2]
        while stack and stack[-1][0] >= depth:
            stack.pop()
        if stack:
            above[name] = stack[-1][1]
        stack.append((depth, name))
    return above


def test_the_tree_is_as_it_is_drawn() -> None:
    assert drawn() == {name: c.__base__.__name__ for name, c in CLASSES.items() if c is not DragomanError}


def test_all_are_ours_and_reasons_are_their_own() -> None:
    assert all(issubclass(c, DragomanError) for c in CLASSES.values())
    inputs = [c for c in CLASSES.values() if issubclass(c, InputError) and c is not InputError]
    assert len({c.reason for c in inputs}) == len(inputs) >= 4


def test_an_input_error_names_its_input() -> None:
    error = errors.InputEmpty("a.txt is empty; give a report", "a.txt")
    assert (error.input, error.reason, str(error)) == ("a.txt", "empty", "a.txt is empty; give a report")


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda coder: coder(""), errors.InputEmpty),
        (lambda coder: coder("   \n\n "), errors.InputEmpty),
        (lambda coder: coder("Der Minister hat am Montag die Vereinigten Staaten beschuldigt, die Aufständischen im Norden des Landes mit Waffen zu unterstützen, und forderte eine Entschuldigung."), errors.LanguageUnsupported),
        (lambda coder: coder("Iran condemned Israel.", published="2021-02-30"), errors.DateInvalid),
        (lambda coder: coder("Iran condemned Israel.").to_arrow("opinions"), errors.SettingError),
    ],
)
def test_the_python_door_raises_them_with_one_line(coder, call, error) -> None:
    with pytest.raises(error) as raised:
        call(coder)
    assert str(raised.value) and "\n" not in str(raised.value)
