"""The command line: ``oimpress COMMAND``; each command lies in a file of its own and is loaded when it is called."""

from __future__ import annotations

import gettext
import sys
from importlib import import_module
from importlib.resources import files

import click

import oimpress
from oimpress.errors import OimpressError
from oimpress.i18n import DOMAIN, phrases, user_language

COMMANDS = {
    "build": "oimpress.cli.build:build",
    "normalise": "oimpress.cli.normalise:normalise",
    "explain": "oimpress.cli.explain:explain",
    "check": "oimpress.cli.check:check",
    "verify": "oimpress.cli.verify:verify",
    "typeset": "oimpress.cli.typeset:typeset",
    "digest": "oimpress.cli.digest:digest",
    "formats": "oimpress.cli.formats:formats",
    "style": "oimpress.cli.style:style",
    "init": "oimpress.cli.init:init",
}
ALIASES = {"normalize": "normalise"}

_ = phrases(user_language())


class Commands(click.Group):
    """A group whose commands are imported when they are called; their one line of help stands in ``SUMMARIES``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        target = COMMANDS.get(ALIASES.get(cmd_name, cmd_name))
        if target is None:
            return None
        module, _colon, name = target.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, summaries()[name]) for name in COMMANDS])


def summaries() -> dict[str, str]:
    """What each command does, in one line."""
    return {
        "build": _("make publications from sources"),
        "normalise": _("store the canonical XML and the trail of each source"),
        "explain": _("say what became of each line of a source, and why"),
        "check": _("list what an editor should look at, as a linter does"),
        "verify": _("rebuild the sources of canonical XML files from their trails"),
        "typeset": _("set French typography in a text, from standard input to standard output"),
        "digest": _("send a mailing list its digest, once"),
        "formats": _("list the formats that can be made"),
        "style": _("list the styles, or copy one to change it"),
        "init": _("write a commented oimpress.toml"),
    }


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Turns a press office's messy archive into publication-grade documents, and accounts for every character."),
)
@click.version_option(oimpress.__version__, prog_name="oimpress")
def group() -> None:
    pass


def main() -> None:
    """Run the command line; every refusal is one sentence on standard error and an exit code."""
    language = user_language()
    gettext.bindtextdomain(DOMAIN, str(files("oimpress").joinpath("locale")))
    gettext.textdomain(DOMAIN)
    try:
        sys.exit(group.main(prog_name="oimpress", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OimpressError as error:
        click.echo(error.text(phrases(language)), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
