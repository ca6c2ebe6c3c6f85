"""``oimpress check``"""

from __future__ import annotations

from typing import Unpack

import click

from oimpress.cli.account import Account, Rows, ToldAccount, leave
from oimpress.cli.common import (
    gather,
    json_option,
    output_place,
    profile_option,
    report_option,
    settings,
    sources_argument,
    unread,
)
from oimpress.cli.progress import progress
from oimpress.cli.words import _
from oimpress.cli.working import Working, means_for, working_options

FOUND = 1  # the exit code when there is something to look at


@click.command(
    help=_(
        "List what an editor should look at in SOURCES, as file:line code message; the exit code is 1 when there is a "
        "warning."
    )
)
@sources_argument
@profile_option
@report_option
@working_options
@json_option
def check(sources: tuple[str, ...], profile: str | None, report: str, as_json: bool, **given: Unpack[Working]) -> None:
    from oimpress.learning import require_profile
    from oimpress.publish.reading import read_all

    config = settings(profile=profile)
    require_profile(config.profile)
    items = gather(sources, config, output_place(None, config))
    account = _account("json" if as_json else report)
    account.tell_unread(unread(sources, config))
    quiet = report != "text" or as_json
    with means_for(config, items, given) as means, progress(len(items), quiet) as step:
        for reading in read_all(items, config.profile, account, step, config.house, means):
            account.note_source(reading)
    leave(account.close(account.exit_code(account.read) or (FOUND if account.serious else 0)))


def _account(report: str) -> Account:
    """The account that answers in the way asked for."""
    match report:
        case "json":
            return Rows()
        case "text":
            return ToldAccount(every_notice=True, notices_on="stdout")
        case _:
            from oimpress.cli.marking import MarkedAccount

            return MarkedAccount(report)
