"""``oimpress typeset``"""

from __future__ import annotations

import click

from oimpress.i18n import phrases, user_language

_ = phrases(user_language())


@click.command(help=_("Set French typography in a text: standard input to standard output."))
@click.option("--lang", default="fr", show_default=True, metavar="TAG", help=_("The language of the text."))
def typeset(lang: str) -> None:
    from oimpress.passes.typography import typeset as set_text

    stdin, stdout = click.get_binary_stream("stdin"), click.get_binary_stream("stdout")
    text = stdin.read().decode("utf-8", "surrogateescape")
    stdout.write(set_text(text, lang).encode("utf-8", "surrogateescape"))
