"""The recipe's modules lie in training/ and import each other by plain name."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "training"))
