"""``oimpress normalise``"""

from __future__ import annotations

import click

from oimpress.cli.account import Rows, ToldAccount, leave
from oimpress.cli.common import (
    force_option,
    gather,
    json_option,
    output_folder,
    output_option,
    profile_option,
    settings,
    sources_argument,
    unread,
)
from oimpress.cli.progress import progress
from oimpress.cli.words import _


@click.command(help=_("Store the canonical XML and the trail of each of SOURCES."))
@sources_argument
@output_option
@force_option
@profile_option
@json_option
def normalise(sources: tuple[str, ...], output: str | None, force: bool, profile: str | None, as_json: bool) -> None:
    from oimpress.publish.build import normalise_files

    config = settings(profile=profile)
    folder = output_folder(output, config)
    items = gather(sources, config, folder)
    account = Rows() if as_json else ToldAccount()
    account.tell_unread(unread(sources, config))
    with progress(len(items), as_json) as step:
        normalise_files(items, folder, config.profile, account, step, config.house, force)
    leave(account.close(account.exit_code(account.written)))
