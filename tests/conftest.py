"""What many tests need: one loaded coder for the session, and where the shared reports are, if they are there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

# Another thread count must not change a byte; the tests of that start their own processes.
os.environ.setdefault("OMP_NUM_THREADS", "1")
SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def coder():
    """The coder with our model and PLOVER."""
    import dragoman

    return dragoman.load()


@pytest.fixture(scope="session")
def code(coder):
    """code(text, published="2021-11-15") -> the events of a text, as dicts of the contract."""

    def run(text: str, published: str | None = "2021-11-15", **more):
        return coder(text, published=published, **more).records(("events",))

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared reports; a test that asks for it is skipped where it is absent."""
    if not (SHARED / "articles").is_dir():
        pytest.skip("the shared reports are not here")
    return SHARED
