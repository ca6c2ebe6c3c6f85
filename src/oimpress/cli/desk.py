"""``oimpress desk``"""

from __future__ import annotations

import os
from pathlib import Path

import click

from oimpress.cli import completion
from oimpress.cli.common import user_name
from oimpress.cli.words import _
from oimpress.errors import MissingDependency, UsageError
from oimpress.i18n import user_language
from oimpress.settings import find_config


@click.command(help=_("Open a web page on this machine, to work on the releases of FOLDER without typing commands."))
@click.argument("folder", required=False, metavar=_("[FOLDER]"), shell_complete=completion.folders)
@click.option("--port", type=click.IntRange(1, 65535), metavar=_("NUMBER"), help=_("Where to listen; any free one."))
@click.option("--read-only", is_flag=True, help=_("Show everything and change nothing."))
@click.option("--no-browser", is_flag=True, help=_("Only print the address."))
@click.option("--who", metavar=_("NAME"), help=_("The name that the history of changes bears; yours by default."))
def desk(folder: str | None, port: int | None, read_only: bool, no_browser: bool, who: str | None) -> None:
    try:
        from oimpress.desk.server import serve
    except ModuleNotFoundError as error:
        raise MissingDependency(
            "{name} is not installed; install oimpress with its extra: pip install 'oimpress[desk]'", name=error.name
        ) from None
    root = Path(folder) if folder else find_config(Path.cwd()).folder
    if not root.is_dir():
        raise UsageError("{path}: no such file or folder; give the path of a source", path=root)
    os.chdir(root)  # paths in its settings are told from there
    serve(
        Path.cwd(),
        who or user_name(),
        user_language(),
        click.echo,
        port=port or 0,
        read_only=read_only,
        show=not no_browser,
    )
