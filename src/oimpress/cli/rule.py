"""``oimpress rule``"""

from __future__ import annotations

import click

from oimpress.cli import completion
from oimpress.cli.words import _
from oimpress.i18n import user_language


@click.command(help=_("Explain a rule or notice by its CODE or name; list them all without one."))
@click.argument("code", required=False, metavar=_("CODE"), shell_complete=completion.rules)
def rule(code: str | None) -> None:
    from oimpress.notices import notice_texts, rule_texts
    from oimpress.publish.manual import explained

    if code:
        click.echo(explained(code, user_language()), nl=False)
        return
    lang = user_language()
    for known, row in sorted({**rule_texts(), **notice_texts()}.items()):
        click.echo(
            f"{click.style(known, bold=True)}  {row.get('name', row.get('severity', '')):22} {row.get(lang, row['en'])}"
        )
