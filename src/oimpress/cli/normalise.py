"""``oimpress normalise``"""

from __future__ import annotations

from typing import Unpack

import click

from oimpress.cli.account import Rows, ToldAccount, leave
from oimpress.cli.common import (
    force_option,
    gather,
    json_option,
    output_option,
    output_place,
    profile_option,
    settings,
    sharded_option,
    sources_argument,
    unread,
)
from oimpress.cli.progress import progress
from oimpress.cli.words import _
from oimpress.cli.working import Working, dry_run_option, means_for, tell_plan, working_options


@click.command(help=_("Store the canonical XML and the trail of each of SOURCES."))
@sources_argument
@output_option
@force_option
@sharded_option
@profile_option
@working_options
@dry_run_option
@json_option
def normalise(
    sources: tuple[str, ...],
    output: str | None,
    force: bool,
    sharded: bool,
    profile: str | None,
    dry_run: bool,
    as_json: bool,
    **given: Unpack[Working],
) -> None:
    from oimpress.publish.build import Options, normalise_files
    from oimpress.publish.planning import reading_steps

    config = settings(profile=profile)
    folder = output_place(output, config)
    items = gather(sources, config, folder)
    account = Rows() if as_json else ToldAccount()
    account.tell_unread(unread(sources, config))
    with means_for(config, items, given) as means:
        if dry_run:
            options = Options(profile=config.profile, house=config.house)
            tell_plan(step for step, _parts in reading_steps(items, options, means.cache))
            return
        with progress(len(items), as_json) as tick:
            normalise_files(items, folder, config.profile, account, tick, config.house, force, means, sharded)
    leave(account.close(account.exit_code(account.written)))
