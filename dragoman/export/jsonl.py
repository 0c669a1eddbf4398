"""Records as JSON lines."""

from __future__ import annotations

import json
from typing import Any


def line(record: dict[str, Any]) -> str:
    """One record as one line, keys in the contract's order."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
