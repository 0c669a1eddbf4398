"""A new codebook to begin from: a commented file that works."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from dragoman.errors import CodebookError

NAME = re.compile(r"[a-z][a-z0-9_-]*")


def start_codebook(folder: Path, name: str, extends: str | None = "plover") -> Path:
    """Write `name`.toml into `folder` and return its path. `extends`: the codebook that it adds to, or None.

    Raises CodebookError where the name will not do, or the file is there already: nothing is overwritten.
    """
    name = name.removesuffix(".toml")
    if not NAME.fullmatch(name) or name == "plover":
        raise CodebookError(f"{name!r} cannot name a codebook: take small letters, digits, - and _, a letter first, and not plover; the name stands in every row that it codes")
    path = folder / f"{name}.toml"
    text = (files("dragoman") / "data" / "codebooks" / "new.toml").read_text(encoding="utf-8")
    text = text.replace("@EXTENDS@", f'extends = "{extends}"\n' if extends else "").replace("@NAME@", name).replace("@FILE@", path.name)
    try:
        with open(path, "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CodebookError(f"{path}: is there already; choose another name, or remove it") from None
    except OSError as error:
        raise CodebookError(f"{path}: cannot be written ({error.strerror}); go to a folder that is yours") from None
    return path
