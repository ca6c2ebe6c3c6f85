"""``oimpress learn``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli.common import gather, settings, sources_argument
from oimpress.i18n import phrases, user_language

_ = phrases(user_language())


@click.command(help=_("Learn from SOURCES of one site what its pages repeat, and write it as a profile."))
@sources_argument
@click.option("--output", "-o", metavar="FILE", default="profile.toml", show_default=True, help=_("The profile file."))
def learn(sources: tuple[str, ...], output: str) -> None:
    from oimpress.learning import learn_profile
    from oimpress.publish.files import store
    from oimpress.publish.report import Failure

    found = [item for item in gather(sources, settings()) if not isinstance(item, Failure)]
    store(Path(output), learn_profile(found).encode())
    click.echo(output)
