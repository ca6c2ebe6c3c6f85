"""``oimpress learn``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli import completion
from oimpress.cli.account import leave
from oimpress.cli.common import gather, never_a_source, settings, sources_argument
from oimpress.errors import OimpressError
from oimpress.i18n import phrases, user_language
from oimpress.visible import visible

_ = phrases(user_language())


@click.command(help=_("Learn from SOURCES of one site what its pages repeat, and write it as a profile."))
@sources_argument
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    shell_complete=completion.files,
    default="profile.toml",
    show_default=True,
    help=_("The profile file."),
)
def learn(sources: tuple[str, ...], output: str) -> None:
    from oimpress.learning import learn_profile
    from oimpress.publish.files import make_folder, store
    from oimpress.publish.report import PARTLY, Failure

    failed = []

    def tell(_place: str, error: OimpressError) -> None:
        failed.append(error)
        click.echo(click.style(error.text(_), fg="red"), err=True)

    items = gather(sources, settings())
    for item in items:
        if isinstance(item, Failure):
            tell(item.place, item.error)
    never_a_source(Path(output), items)
    text = learn_profile((item for item in items if not isinstance(item, Failure)), refused=tell)
    make_folder(Path(output).parent)
    store(Path(output), text.encode())
    click.echo(visible(output))
    leave(PARTLY if failed else 0)
