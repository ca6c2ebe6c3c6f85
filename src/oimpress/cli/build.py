"""``oimpress build``"""

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
from oimpress.errors import UsageError
from oimpress.i18n import phrases, user_language
from oimpress.sources import TAG, is_date

_ = phrases(user_language())


@click.command(help=_("Make publications from SOURCES: files, folders, or - for standard input."))
@sources_argument
@click.option("--format", "-f", "formats", multiple=True, metavar="NAME", help=_("A format, or all; may be repeated."))
@output_option
@click.option("--style", metavar="NAME", help=_("The style to dress them in."))
@click.option("--styles", metavar="DIR", help=_("A folder of your own styles."))
@click.option("--lang", metavar="TAG", help=_("The language of titles and headings."))
@click.option("--title", help=_("The title of the publication."))
@click.option("--date", metavar="DATE", help=_("Its date, as 2026-11-22; without one it is undated."))
@profile_option
@json_option
def build(sources: tuple[str, ...], formats: tuple[str, ...], as_json: bool, **given: str | None) -> None:
    from oimpress.publish.build import Options, build_editions
    from oimpress.style import load_style
    from oimpress.writers import find, names

    config = settings(**{name: value for name, value in given.items() if name != "output"}, formats=formats)
    output = Path(given["output"]) if given["output"] else config.folder / config.output
    if config.date and not is_date(config.date):
        raise UsageError("--date {date}: not a date; write 2026-11-22", date=config.date)
    if not TAG.fullmatch(config.lang):
        raise UsageError("--lang {lang}: not a language tag; write fr, en or es", lang=config.lang)
    wanted = names() if "all" in config.formats else tuple(dict.fromkeys(config.formats))
    found = [find(name) for name in wanted]
    folder = Path(given["styles"]) if given["styles"] else config.folder / config.styles if config.styles else None
    style = load_style(config.style, folder)
    gathered = gather(sources, config)
    options = Options(config.title, config.date, config.lang, config.profile)
    with progress(len(gathered) + len(found), as_json) as step:
        report = build_editions(gathered, found, output, style, options, step)
    sys.exit(tell(report, as_json))
