"""``oimpress formats``"""

from __future__ import annotations

import json

import click

from oimpress.cli.account import leave
from oimpress.cli.common import json_option
from oimpress.cli.words import _


@click.command(help=_("List the formats that can be made."))
@json_option
def formats(as_json: bool) -> None:
    from oimpress.writers import find_each, names

    found, broken = find_each(names())
    for error in broken:
        click.echo(error.text(_), err=True)
    if as_json:
        rows = [
            {
                "name": form.name,
                "extension": form.extension,
                "media_type": form.media_type,
                "scope": form.scope,
                "summary": _(form.summary),
            }
            for form in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        leave(broken[0].exit_code if broken else 0)
        return
    width = max(len(form.name) for form in found)
    for form in found:
        click.echo(f"{form.name:{width}}  {form.extension:6} {_(form.summary)}")
    leave(broken[0].exit_code if broken else 0)
