"""``oimpress typeset``"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oimpress.cli import completion
from oimpress.cli.common import force_option, json_option, report_option, settings
from oimpress.cli.progress import echo
from oimpress.cli.words import _
from oimpress.errors import OimpressError, UsageError
from oimpress.i18n import user_language

if TYPE_CHECKING:
    from oimpress.model.convention import Convention
    from oimpress.publish.typesetting import SetFile
    from oimpress.typography import Mode

COLOURS = {"-": "red", "+": "green", "@": "cyan"}
FOUND = PARTLY = 1
WIDTHS = ("narrow", "no-break")


@click.command(
    help=_(
        "Set the typography of FILES in place, or of standard input to standard output; what the files are is told by "
        "their endings: Markdown, HTML or text."
    )
)
@click.argument("files", nargs=-1, metavar=_("[FILES]..."), shell_complete=completion.files)
@click.option(
    "--lang",
    default="",
    metavar=_("TAG"),
    shell_complete=completion.languages,
    help=_("The language of the text: fr-CA, en-GB, es…"),
)
@click.option(
    "--output",
    "-o",
    metavar=_("DIR"),
    shell_complete=completion.folders,
    help=_("Put the files there instead of in their place."),
)
@click.option("--check", is_flag=True, help=_("Change nothing; the exit code is 1 when a file would change."))
@click.option("--diff", is_flag=True, help=_("Show the lines that change instead of the text."))
@click.option("--explain", is_flag=True, help=_("List the changes, each with its rule, instead of the text."))
@click.option("--mode", type=click.Choice(["text", "markdown", "html"]), help=_("What the text is written in."))
@click.option(
    "--off",
    multiple=True,
    metavar=_("RULE"),
    shell_complete=completion.typographic,
    help=_("A rule that does nothing; see: oimpress rule."),
)
@click.option(
    "--tell",
    multiple=True,
    metavar=_("RULE"),
    shell_complete=completion.typographic,
    help=_("A rule that only proposes."),
)
@click.option("--keep", multiple=True, metavar=_("WORDS"), help=_("Words or a name that stay as they are written."))
@click.option("--narrow", type=click.Choice(WIDTHS), help=_("The narrow space: U+202F, or U+00A0."))
@click.option("--guillemets", type=click.Choice(WIDTHS), help=_("The space inside « »."))
@click.option("--thousands", type=click.Choice(WIDTHS), help=_("The space between thousands."))
@click.option("--minus", type=click.Choice(["hyphen", "minus"]), help=_("The sign before a number."))
@click.option("--quotes", type=click.Choice(["guillemets", "double", "single"]), help=_("The first level of quotes."))
@click.option("--dash", type=click.Choice(["en", "em"]), help=_("The dash of an aside."))
@force_option
@report_option
@json_option
def typeset(files: tuple[str, ...], report: str, as_json: bool, **given: Any) -> None:
    config = settings()
    house = _convention(config.convention, given)
    lang = given["lang"] or (config.lang if "-" in config.lang else "")
    if not files or files == ("-",):
        _stream(lang or "fr", house, given)
        return
    sys.exit(_files(files, lang, house, "json" if as_json else report, given))


def _convention(house: Convention, given: dict[str, Any]) -> Convention:
    """The choices of the house under those of the command line."""
    from dataclasses import replace

    from oimpress.settings.typography import SPACES

    chosen = {name: given[name] for name in ("minus", "quotes", "dash") if given[name]}
    spaces: dict[str, Any] = {
        name: SPACES[given[name]] for name in ("narrow", "guillemets", "thousands") if given[name]
    }
    lists = {name: getattr(house, name) | frozenset(given[name]) for name in ("off", "tell") if given[name]}
    return replace(house, **chosen, **spaces, **lists, keep=(*house.keep, *given["keep"]))


def _stream(lang: str, house: Convention, given: dict[str, Any]) -> None:
    from oimpress.model.traced import edited
    from oimpress.typography import analyse, as_explained

    mode: Mode = given["mode"] or "text"
    analyse("", lang, house)  # a language without rules is refused before anything is read
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    edits = analyse(text, lang, house, mode)
    if given["diff"]:
        _show_diff(text, edits, _("before"), _("after"))
    if given["explain"]:
        click.echo(as_explained(text, edits, user_language()), nl=False)
    if given["check"]:
        sys.exit(FOUND if edits else 0)
    if not (given["diff"] or given["explain"]):
        sys.stdout.buffer.write(edited(text, edits).encode("utf-8", "surrogateescape"))


def _show_diff(text: str, edits: list[Any], name: str, new_name: str = "") -> None:
    from oimpress.typography import as_diff

    for line in as_diff(text, edits, name, new_name).splitlines():
        click.echo(click.style(line, fg=COLOURS.get(line[:1])))


def _files(files: tuple[str, ...], lang: str, house: Convention, report: str, given: dict[str, Any]) -> int:
    """Set each file; the exit code."""
    from oimpress.publish.findings import Finding
    from oimpress.publish.typesetting import findings, set_file

    found: list[Finding] = []
    changed = set_ = code = 0
    for name in dict.fromkeys(files):
        try:
            done = set_file(Path(name), lang, house, given["mode"])
            changed += not done.is_right
            found += findings(done) if report != "text" else ()
            _finish(done, report, given)
            set_ += 1
        except UsageError:
            raise
        except OimpressError as error:
            click.echo(click.style(error.text(_), fg="red"), err=True)
            code = code or error.exit_code
    _print(found, report)
    if code:
        return PARTLY if set_ else code
    return FOUND if given["check"] and changed else 0


def _finish(done: SetFile, report: str, given: dict[str, Any]) -> None:
    """Show what there is to see of one file, and put it where it belongs."""
    from oimpress.publish.typesetting import put_back
    from oimpress.typography import as_explained

    if given["diff"]:
        _show_diff(done.text, list(done.edits), str(done.path))
    if given["explain"]:
        click.echo(as_explained(done.text, list(done.edits), user_language()), nl=False)
    if given["check"] or given["diff"] or given["explain"]:
        if given["check"] and not done.is_right and report == "text":
            echo(str(done.path))
    elif given["output"]:
        _put_into(Path(given["output"]), done, given["force"])
    elif not done.is_right:
        put_back(done)
        if report == "text":
            echo(str(done.path))


def _put_into(folder: Path, done: SetFile, force: bool) -> None:
    from oimpress.publish.outputs import Outputs

    outputs = Outputs(folder, force)
    outputs.open()
    outputs.note_sources([done.path])
    outputs.store((folder / done.path.name, done.new_data))


def _print(found: list[Any], report: str) -> None:
    from oimpress import __version__
    from oimpress.publish.findings import as_github, as_json, as_sarif

    match report:
        case "json":
            click.echo(as_json(found))
        case "sarif":
            click.echo(as_sarif(found, __version__))
        case "github":
            click.echo(as_github(found), nl=False)
        case _:
            pass
