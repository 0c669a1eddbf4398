"""What makes two articles the same article."""

from __future__ import annotations

import hashlib
import unicodedata


def article_id(text: str) -> str:
    """First 16 hex digits of the SHA-256 of `text`, NFC-normalised, white space collapsed, case kept.

    Re-wrapping or re-encoding a report keeps its id; changing a word does not.
    """
    collapsed = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(collapsed.encode("utf-8", errors="replace")).hexdigest()[:16]
