"""The only changes made to plain text, so that offsets still mean something to whoever has the file.

Line ends become "\\n"; byte order marks, soft hyphens and other invisible format characters go; control characters
and the many kinds of space become one space each. Nothing else moves.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
# Of the format characters, the zero-width joiners stay where they hold a Persian or Indic word together.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SPACES = {code: " " for code in range(0x110000) if code < 0x3100 and unicodedata.category(chr(code)) in ("Zs", "Cc")}
_SPACES.pop(ord("\n"))
_SPACES.pop(ord("\t"))
_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise(text: str) -> str:
    """`text` with line ends as "\\n" and without control and invisible characters; idempotent."""
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SURROGATE.sub("\ufffd", text)
    return text.translate(_SPACES)
