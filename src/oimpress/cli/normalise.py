"""``oimpress normalise``"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from oimpress.cli.common import (
    gather,
    json_option,
    output_option,
    profile_option,
    progress,
    settings,
    sources_argument,
    tell,
)
from oimpress.i18n import phrases, user_language

_ = phrases(user_language())


@click.command(help=_("Store the canonical XML and the trail of each of SOURCES."))
@sources_argument
@output_option
@profile_option
@json_option
def normalise(sources: tuple[str, ...], output: str | None, profile: str | None, as_json: bool) -> None:
    from oimpress.publish.build import Options, normalise_files

    config = settings(profile=profile)
    gathered = gather(sources, config)
    folder = Path(output) if output else config.folder / config.output
    with progress(len(gathered), as_json) as step:
        report = normalise_files(gathered, folder, Options(profile=config.profile), step)
    sys.exit(tell(report, as_json))
