"""``oimpress typeset``"""

from __future__ import annotations

import sys

import click

from oimpress.cli.words import _
from oimpress.i18n import user_language

COLOURS = {"-": "red", "+": "green", "@": "cyan"}


@click.command(help=_("Set French typography in a text: standard input to standard output."))
@click.option("--lang", default="fr", show_default=True, metavar=_("TAG"), help=_("The language of the text."))
@click.option("--diff", is_flag=True, help=_("Show the lines that change instead of the text."))
@click.option("--explain", is_flag=True, help=_("List the changes, each with its rule, instead of the text."))
def typeset(lang: str, diff: bool, explain: bool) -> None:
    from oimpress.model.traced import edited
    from oimpress.typography import analyse, as_diff, as_explained

    analyse("", lang)  # a language without rules is refused before anything is read
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    edits = analyse(text, lang)
    if diff:
        for line in as_diff(text, edits, _("before"), _("after")).splitlines():
            click.echo(click.style(line, fg=COLOURS.get(line[:1])))
    if explain:
        click.echo(as_explained(text, edits, user_language()), nl=False)
    if not (diff or explain):
        sys.stdout.buffer.write(edited(text, edits).encode("utf-8", "surrogateescape"))
