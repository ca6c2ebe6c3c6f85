"""The command line: ``oimpress COMMAND``; each command lies in a file of its own and is loaded when it is called."""

from __future__ import annotations

import atexit
import contextlib
import gc
import gettext
import io
import os
import signal
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

import oimpress
from oimpress.cli import completion
from oimpress.cli.words import _
from oimpress.errors import Defect, OimpressError, WriteError, defect
from oimpress.i18n import CHOSEN, DOMAIN, user_language
from oimpress.own_files import own_file
from oimpress.publish.workers import MANY_OBJECTS

COMMANDS = {
    "build": "oimpress.cli.build:build",
    "normalise": "oimpress.cli.normalise:normalise",
    "explain": "oimpress.cli.explain:explain",
    "check": "oimpress.cli.check:check",
    "verify": "oimpress.cli.verify:verify",
    "diff": "oimpress.cli.diff:diff",
    "index": "oimpress.cli.index:index",
    "learn": "oimpress.cli.learn:learn",
    "typeset": "oimpress.cli.typeset:typeset",
    "rule": "oimpress.cli.rule:rule",
    "digest": "oimpress.cli.digest:digest",
    "desk": "oimpress.cli.desk:desk",
    "formats": "oimpress.cli.formats:formats",
    "style": "oimpress.cli.style:style",
    "init": "oimpress.cli.init:init",
    "cache": "oimpress.cli.cache:cache",
}
UI_LANG = "--ui-lang"
ALIASES = {"normalize": "normalise"}
INTERRUPTED, TERMINATED, PIPE_CLOSED = (128 + number for number in (signal.SIGINT, signal.SIGTERM, 13))


class Commands(click.Group):
    """A group whose commands are imported when they are called; their one line of help stands in ``summaries``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        target = COMMANDS.get(ALIASES.get(cmd_name, cmd_name))
        if target is None:
            return None
        module, _colon, name = target.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:  # whoever read us has seen enough
            _forget_output()
            sys.exit(PIPE_CLOSED)
        except OSError as error:
            _forget_output()
            place = error.filename or _("standard output")
            raise WriteError(
                "{path}: cannot be written ({reason}); make room there, or choose another place",
                path=place,
                reason=error.strerror or error,
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, summaries()[name]) for name in COMMANDS])
        with formatter.section(_("Exit codes")):
            formatter.write_dl(list(exit_codes().items()))


def _forget_output() -> None:
    """Point standard output at nothing, so that Python does not fail at it once more when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def summaries() -> dict[str, str]:
    """What each command does, in one line."""
    return {
        "build": _("make publications from sources"),
        "normalise": _("store the canonical XML and the trail of each source"),
        "explain": _("say what became of each line of a source, and why"),
        "check": _("list what an editor should look at, as a linter does"),
        "verify": _("rebuild the sources of canonical XML files from their trails"),
        "diff": _("say what differs between two versions of a release"),
        "index": _("list, search and count what an archive holds"),
        "learn": _("learn what the pages of one site repeat"),
        "typeset": _("set the typography of files in place, or of standard input"),
        "rule": _("explain a rule or a notice by its code or name"),
        "digest": _("send a mailing list its digest, once"),
        "desk": _("work on all of it in a web page on this machine"),
        "formats": _("list the formats that can be made"),
        "style": _("list the styles, or copy one to change it"),
        "init": _("write a commented oimpress.toml"),
        "cache": _("say what is kept between runs, or remove it"),
    }


def exit_codes() -> dict[str, str]:
    """What the exit codes of all commands mean."""
    return {
        "0": _("all done"),
        "1": _("done in part: something failed, the rest was made; check: there are warnings"),
        "2": _("the call cannot be understood: unknown option, format, style, profile or setting"),
        "3": _("a source cannot be read: empty, not text, not there"),
        "4": _("an XML file is no release, or its trail does not fit it"),
        "5": _("an output cannot be made or stored"),
        "6": _("a library that the format needs is not installed"),
        "70": _("a defect of oimpress"),
        "130": _("interrupted; what was written is whole"),
    }


def program() -> click.Group:
    """The command line, in the language of whoever runs it."""

    @click.group(
        cls=Commands,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        subcommand_metavar=_("COMMAND [ARGS]..."),
        help=_(
            "Turns a press office's messy archive into publication-grade documents, and accounts for every character."
        ),
    )
    @click.version_option(oimpress.__version__, prog_name="oimpress", help=_("Show the version and exit."))
    @click.option(
        UI_LANG,
        metavar=_("LANGUAGE"),
        expose_value=False,
        shell_complete=completion.messages,
        help=_("The language of messages, with any command."),
    )
    def group() -> None:
        pass

    return group


def main() -> NoReturn:
    """Run the command line; every refusal is one sentence on standard error and an exit code."""
    gc.set_threshold(MANY_OBJECTS)
    atexit.register(gc.freeze)  # nobody looks for garbage in what ends
    _write_utf8()
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(TERMINATED))
    try:
        arguments = _speak(sys.argv[1:])
        coloured = False if "NO_COLOR" in os.environ else None
        code = program().main(arguments, prog_name="oimpress", standalone_mode=False, color=coloured)
    except click.exceptions.Abort:
        click.echo(_("interrupted; what was written is whole"), err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OimpressError as error:
        click.echo(click.style(error.text(_), fg="red"), err=True)
        sys.exit(error.exit_code)
    except Exception as error:
        if sys.flags.dev_mode:  # python -X dev
            raise
        failure = Defect("oimpress fails ({reason}); please report it, with the command as typed", reason=defect(error))
        click.echo(click.style(failure.text(_), fg="red"), err=True)
        sys.exit(failure.exit_code)
    sys.exit(code if isinstance(code, int) else 0)


def _write_utf8() -> None:
    """Have both streams write UTF-8 whatever the code page; what is none in the name of a file comes out as it is."""
    for stream, otherwise in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=otherwise)


def _speak(arguments: list[str]) -> list[str]:
    """The arguments but for the language of messages, which click's own phrases, from our catalogues, are in too.

    Raises UsageError for a language that is none.
    """
    asked, others = _asked_language(arguments)
    for place, said in ((CHOSEN, os.environ.get(CHOSEN)), (UI_LANG, asked)):
        if said:
            from oimpress.settings.values import LANGUAGE

            os.environ[CHOSEN] = ""  # a mistake is told in the language of the system
            os.environ[CHOSEN] = LANGUAGE.at(place, said)
    os.environ["LANGUAGE"] = user_language()
    gettext.bindtextdomain(DOMAIN, str(own_file("oimpress", "locale")))
    gettext.textdomain(DOMAIN)
    return others


def _asked_language(arguments: list[str]) -> tuple[str, list[str]]:
    """What stands after --ui-lang, anywhere before --, and the other arguments; click tells of one without a value."""
    for at, word in enumerate(arguments[: (*arguments, "--").index("--")]):
        if word == UI_LANG and at + 1 < len(arguments):
            return arguments[at + 1], arguments[:at] + arguments[at + 2 :]
        if word.startswith(f"{UI_LANG}=") and word != f"{UI_LANG}=":
            return word.removeprefix(f"{UI_LANG}="), arguments[:at] + arguments[at + 1 :]
    return "", arguments
