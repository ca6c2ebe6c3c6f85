"""``oimpress check``"""

from __future__ import annotations

import json
import sys

import click

from oimpress.cli.common import gather, json_option, notice_row, profile_option, progress, settings, sources_argument
from oimpress.i18n import phrases, user_language

language = user_language()
_ = phrases(language)


@click.command(help=_("List what an editor should look at in SOURCES: file:place code message."))
@sources_argument
@profile_option
@json_option
def check(sources: tuple[str, ...], profile: str | None, as_json: bool) -> None:
    from oimpress.publish.build import Options, read_all
    from oimpress.publish.report import Report

    config = settings(profile=profile)
    gathered = gather(sources, config)
    report = Report()
    with progress(len(gathered), as_json) as step:
        for _done in read_all(gathered, Options(profile=config.profile), report, step):
            pass
    if as_json:
        click.echo(json.dumps([notice_row(*row) for row in report.notices], ensure_ascii=False, indent=1))
    else:
        for place, notice in report.notices:
            where = notice.where.removeprefix("l.") or "1"
            click.echo(f"{place}:{where} {notice.code} {notice.text(language)}")
    for failure in report.failures:
        click.echo(failure.error.text(_), err=True)
    sys.exit(report.failures[0].error.exit_code if report.failures else 0)
