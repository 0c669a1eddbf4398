"""dragoman: news reports to structured political event data, every field traced to the characters it was read from.

>>> import dragoman
>>> coder = dragoman.load()                                             # doctest: +SKIP
>>> result = coder("Iran accused Washington of arming rebels.", published="2021-11-15")   # doctest: +SKIP
>>> result.events[0].type                                               # doctest: +SKIP
'ACCUSE'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Coder", "CodedResult", "load", "__version__"]

if TYPE_CHECKING:
    from dragoman.coder import CodedResult, Coder, load


def __getattr__(name: str):
    # spaCy and onnxruntime take a second to import: only those who code pay for it
    if name in ("Coder", "CodedResult", "load"):
        from dragoman import coder

        return getattr(coder, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
