"""What can go wrong, as a tree:

DragomanError                 every error that dragoman raises on purpose; its message says what to do next
├── InputError                one input could not be read; the others are still coded
│   ├── InputMissing          no such file or folder
│   ├── InputEmpty            nothing to read in it
│   ├── InputUnreadable       binary, undecodable, or not the format that its name says
│   └── LanguageUnsupported   the text is not in English
├── DateInvalid               a date that is not a date
├── ActorsError              a table of one's own actors that cannot be read, or a row of it that is wrong
├── CodebookError             a codebook that is unknown or malformed
├── SettingError              a setting or a record name that does not exist
└── ModelError                the language model is missing or damaged
"""


class DragomanError(Exception):
    """Base of all errors raised on purpose. The message is one line and says what to do next."""


class InputError(DragomanError):
    """One input could not be read. `input` names it, `reason` is a short code for the rejects."""

    reason = "unreadable"

    def __init__(self, message: str, input: str | None = None):
        super().__init__(message)
        self.input = input


class InputMissing(InputError):
    reason = "missing"


class InputEmpty(InputError):
    reason = "empty"


class InputUnreadable(InputError):
    reason = "unreadable"


class LanguageUnsupported(InputError):
    reason = "language"


class DateInvalid(DragomanError):
    """A date that could not be understood; write it as YYYY-MM-DD."""


class ActorsError(DragomanError):
    """A table of one's own actors that cannot be read, or one row of it that is wrong; the other rows still count."""

    def __init__(self, message: str, file: str, line: int | None = None, column: str | None = None):
        where = ", ".join(part for part in (file, f"line {line}" if line else "", f"column {column}" if column else "") if part)
        super().__init__(f"{where}: {message}")
        self.file, self.line, self.column = file, line, column


class CodebookError(DragomanError):
    """A codebook that is unknown, cannot be parsed, or whose pattern is malformed."""


class SettingError(DragomanError):
    """A setting, format or record name that does not exist."""


class ModelError(DragomanError):
    """The language model is missing or damaged."""
