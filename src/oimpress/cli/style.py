"""``oimpress style``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli import completion
from oimpress.cli.common import output_folder, output_option, settings
from oimpress.cli.words import _
from oimpress.visible import visible


@click.group(help=_("List the styles, copy one to change it, show one."), invoke_without_command=True)
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


@style.command(help=_("Show every block of every format in a style, on one page."))
@click.argument("name", shell_complete=completion.styles)
@click.option(
    "--styles", "folder", metavar="DIR", shell_complete=completion.folders, help=_("A folder of your own styles.")
)
@output_option
@click.option("--open", "show", is_flag=True, help=_("Open the page."))
def preview(name: str, folder: str | None, output: str | None, show: bool) -> None:
    from oimpress.i18n import user_language
    from oimpress.publish.files import make_folder, store_together
    from oimpress.publish.specimen import PAGE, specimen
    from oimpress.style import load_style

    config = settings()
    own = Path(folder) if folder else config.folder / config.styles if config.styles else None
    made = specimen(load_style(name, own), user_language())
    where = output_folder(output, config) / f"preview-{name}"
    make_folder(where)
    store_together(*((where / file, data) for file, data in made.files.items()))
    for each in made.notices:
        click.echo(f"{each.code} {visible(each.text(user_language()))}", err=True)
    click.echo(where / PAGE)
    if show:
        click.launch(str(where / PAGE))
