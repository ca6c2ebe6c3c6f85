"""``oimpress build``"""

from __future__ import annotations

from pathlib import Path

import click

from oimpress.cli.account import Rows, ToldAccount, leave
from oimpress.cli.common import (
    force_option,
    gather,
    json_option,
    near,
    output_folder,
    output_option,
    profile_option,
    settings,
    sources_argument,
    unread,
)
from oimpress.cli.progress import progress
from oimpress.cli.words import _
from oimpress.publish.report import Failure


@click.command(help=_("Make publications from SOURCES: files, folders, or - for standard input."))
@sources_argument
@click.option(
    "--format", "-f", "formats", multiple=True, metavar=_("NAME"), help=_("A format, or all; may be repeated.")
)
@output_option
@click.option("--style", metavar=_("NAME"), help=_("The style to dress them in."))
@click.option("--styles", metavar=_("DIR"), help=_("A folder of your own styles."))
@click.option("--page", metavar="a4|letter", help=_("The paper of PDF."))
@click.option("--print-shop", is_flag=True, help=_("PDF with bleed and crop marks."))
@click.option("--hyphenate", is_flag=True, help=_("PDF with words hyphenated at line ends."))
@click.option("--justify", is_flag=True, help=_("PDF with both edges of the text even."))
@click.option("--each", is_flag=True, help=_("A file for each release instead of one kit."))
@click.option("--lang", metavar=_("TAG"), help=_("The language of titles and headings."))
@click.option("--title", metavar=_("TEXT"), help=_("The title of the publication."))
@click.option("--date", metavar=_("DATE"), help=_("Its date, as 2026-11-22; without one it is undated."))
@click.option("--open", "show", is_flag=True, help=_("Open the first file that is made."))
@force_option
@profile_option
@json_option
def build(
    sources: tuple[str, ...],
    formats: tuple[str, ...],
    output: str | None,
    styles: str | None,
    show: bool,
    force: bool,
    as_json: bool,
    **given: str | bool | None,
) -> None:
    from oimpress.publish.build import Options, build_editions
    from oimpress.style import load_style
    from oimpress.writers import find_each, names

    config = settings(**given, formats=formats)
    edition = config.edition
    options = Options(edition.title, edition.date, config.lang, config.profile, config.each, config.house, force)
    found, broken = find_each(names() if "all" in config.formats else dict.fromkeys(config.formats))
    own = Path(styles) if styles else config.folder / config.styles if config.styles else None
    style = load_style(config.style, near(own) if own else None).with_settings(**config.printing)
    folder = output_folder(output, config)
    items = gather(sources, config, folder)
    account = Rows() if as_json else ToldAccount()
    account.tell_unread(unread(sources, config))
    for error in broken:
        account.note_failure(Failure(str(error.values["name"]), error))
    with progress(len(items) + len(found), as_json) as step:
        build_editions(items, found, folder, style, options, account, step)
    if show and account.first:
        click.launch(str(account.first.path))
    leave(account.close(account.exit_code(account.written)))
