"""``oimpress style``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli import completion
from oimpress.cli.common import settings
from oimpress.cli.words import _


@click.group(help=_("List the styles, or copy one to change it."), invoke_without_command=True)
@click.pass_context
def style(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        from oimpress.style import styles

        config = settings()
        for name in styles(config.folder / config.styles if config.styles else None):
            click.echo(name)


@style.command(help=_("Copy a style to DIR/NAME, to be changed there."))
@click.argument("name")
@click.option(
    "--from",
    "base",
    default="oim",
    show_default=True,
    metavar="STYLE",
    shell_complete=completion.styles,
    help=_("The style to copy."),
)
@click.option(
    "--styles", "folder", metavar="DIR", shell_complete=completion.folders, help=_("A folder of your own styles.")
)
def new(name: str, base: str, folder: str | None) -> None:
    from oimpress.style import new_style

    config = settings()
    where = Path(folder) if folder else config.folder / (config.styles or "styles")
    click.echo(new_style(name, where, base))
