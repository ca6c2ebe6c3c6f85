"""``oimpress init``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli.words import _


@click.command(help=_("Write a commented oimpress.toml into this folder."))
def init() -> None:
    from oimpress.config import NAME, TEMPLATE
    from oimpress.errors import UsageError
    from oimpress.publish.files import store

    path = Path(NAME)
    if path.exists():
        raise UsageError("{path}: is there already; edit it, or move it away first", path=path)
    words = {
        "title": _("What oimpress does in this folder when it is called without words."),
        "sources": _("files and folders to read"),
        "output": _("the folder for what is made"),
        "formats": _("see: oimpress formats"),
        "style": _("see: oimpress style"),
        "styles": _("a folder of your own styles"),
        "lang": _("the language of titles and headings"),
        "edition": _("the title of the publication; empty: Press kit"),
        "date": _("its date; without one it is undated"),
    }
    store(path, TEMPLATE.format(**words).encode())
    click.echo(path)
