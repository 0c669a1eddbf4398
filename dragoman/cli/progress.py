"""Progress on stderr for work that takes more than a moment; nothing where stderr is not a terminal."""

from __future__ import annotations

import sys
import time

import click

EVERY = 0.5  # seconds between two updates
PATIENCE = 1.5  # seconds before the first


class Progress:
    """Counts of what is done, on one line that is rewritten. The clock decides only when to print, never what is coded."""

    def __init__(self, quiet: bool):
        self.live = not quiet and sys.stderr.isatty()
        self.began = self.last = time.monotonic()
        self.shown = False

    def step(self, source: str, articles: int, events: int) -> None:
        """One more article is done."""
        if not self.live:
            return
        now = time.monotonic()
        if now - self.began < PATIENCE or now - self.last < EVERY:
            return
        self.last = now
        rate = articles / (now - self.began)
        sys.stderr.write(f"\r\x1b[K{articles} articles, {events} events, {rate:.1f} a second  {source[-50:]}")
        sys.stderr.flush()
        self.shown = True

    def say(self, message: str) -> None:
        """A line of its own."""
        self.close()
        click.echo(message, err=True)

    def close(self) -> None:
        """Clear the line."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.shown = False
