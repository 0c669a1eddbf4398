"""`dragoman`: the group of commands, loaded late."""

from __future__ import annotations

import importlib
import sys

import click

from dragoman import __version__

# name -> (module of dragoman.cli, one line of help: so that --help need not import the commands)
COMMANDS = {
    "code": ("code", "Turn reports into events, statements and articles."),
    "explain": ("explain", "Show why an event was coded as it was."),
    "relate": ("relate", "Say what a source did to a target, for each row of a table."),
    "actors": ("actors", "Look up who a name stands for, on a date; list names that stand for nobody yet."),
    "codebook": ("codebook", "Check a codebook by its examples; try it on a sentence."),
    "doctor": ("doctor", "Check that everything dragoman needs is in place."),
}


class LateGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"dragoman.cli.{COMMANDS[cmd_name][0]}")
        return module.command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]):
        if args and args[0] not in COMMANDS:
            ctx.fail(f"no command {args[0]!r}; the commands are {', '.join(COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dragoman")
def group() -> None:
    """News reports to structured political event data: who did or said what to whom, when, where, and on whose word."""


def main() -> None:
    """Entry point. Errors of dragoman's own are one line on stderr and exit code 1."""
    from dragoman.errors import DragomanError

    try:
        group(prog_name="dragoman")
    except DragomanError as error:
        click.echo(f"dragoman: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # the reader of the pipe has gone (`| head`): nothing to say
        sys.stderr.close()
        sys.exit(0)
