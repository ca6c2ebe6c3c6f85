"""``oimpress typeset``"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from oimpress.cli.words import _
from oimpress.i18n import user_language
from oimpress.publish.naming import rule_text
from oimpress.publish.visible import visible

if TYPE_CHECKING:
    from oimpress.model.traced import Edit

COLOURS = {"-": "red", "+": "green", "@": "cyan"}


@click.command(help=_("Set French typography in a text: standard input to standard output."))
@click.option("--lang", default="fr", show_default=True, metavar=_("TAG"), help=_("The language of the text."))
@click.option("--diff", is_flag=True, help=_("Show the lines that change instead of the text."))
@click.option("--explain", is_flag=True, help=_("List the changes, each with its rule, instead of the text."))
def typeset(lang: str, diff: bool, explain: bool) -> None:
    from oimpress.model.traced import edited
    from oimpress.passes.typography import analyse

    edits = analyse("", lang)  # a language without rules is refused before anything is read
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    edits = analyse(text, lang)
    if diff:
        for line in _difference(text, edited(text, edits)):
            click.echo(click.style(line, fg=COLOURS.get(line[:1])))
    if explain:
        for line in _explained(text, edits):
            click.echo(line)
    if not (diff or explain):
        sys.stdout.buffer.write(edited(text, edits).encode("utf-8", "surrogateescape"))


def _difference(before: str, after: str) -> Iterator[str]:
    """A unified diff in which the spaces that look alike are told apart."""
    old, new = ([visible(line, blanks=True) for line in text.split("\n")] for text in (before, after))
    names = _("before"), _("after")
    yield from difflib.unified_diff(old, new, *names, lineterm="", n=0)


def _explained(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    line, start = 1, 0
    for edit in edits:
        line += text.count("\n", start, edit.start)
        start = edit.start
        column = edit.start - text.rfind("\n", 0, edit.start)
        change = f"“{visible(edit.before, True)}” → “{visible(edit.after, True)}”"
        yield f"{line}:{column} {click.style(edit.rule, fg='cyan')} {change}  {rule_text(edit.rule, user_language())}"
