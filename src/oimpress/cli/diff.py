"""``oimpress diff``"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oimpress.cli import completion
from oimpress.cli.common import json_option, never_a_source, only_source, profile_option, settings
from oimpress.cli.progress import echo
from oimpress.cli.words import _
from oimpress.i18n import user_language
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.model.comparison import Difference, WordStretch
    from oimpress.model.nodes import Release
    from oimpress.publish.differing import Compared
    from oimpress.settings import Config

DIFFERENT = 1
CONTEXT = 40  # characters on either side of a change
MARKS = {"gone": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}


@click.command(
    help=_(
        "Say what differs between two versions of a release, word by word: two sources, or a source and what somebody "
        "made of it in Word."
    )
)
@click.argument("before", metavar=_("BEFORE"), shell_complete=completion.files)
@click.argument("after", metavar=_("AFTER"), shell_complete=completion.files)
@click.option(
    "--html", metavar=_("FILE"), shell_complete=completion.files, help=_("Write a page; - for standard output.")
)
@click.option("--exit-code", "tells", is_flag=True, help=_("Exit with 1 when something differs."))
@profile_option
@json_option
def diff(before: str, after: str, html: str | None, tells: bool, profile: str | None, as_json: bool) -> None:
    from oimpress.publish.differing import compared, rows

    config = settings(profile=profile)
    pairs = compared(_releases(before, config), _releases(after, config))
    if html:
        _store(pairs, (before, after), html)
    if as_json:
        click.echo(json.dumps(list(rows(pairs, user_language())), ensure_ascii=False, indent=1))
    elif not html:
        for pair in pairs:
            _show(pair, visible(before), visible(after))
    sys.exit(DIFFERENT if tells and not all(pair.state == "same" for pair in pairs) else 0)


def _releases(name: str, config: Config) -> list[Release]:
    from oimpress.pipeline import normalise_all

    return [each.value for each in normalise_all(only_source(name), config.profile, config.house)]


def _store(pairs: Sequence[Compared], names: tuple[str, str], html: str) -> None:
    from oimpress.publish.differing import page
    from oimpress.publish.outputs import store_page

    data = page(pairs, (visible(names[0]), visible(names[1])), user_language())
    if html == "-":
        sys.stdout.buffer.write(data)
        return
    store_page(never_a_source(Path(html), map(Path, names)), data)
    echo(html)


def _show(pair: Compared, before: str, after: str) -> None:
    click.echo(click.style(visible(pair.title), bold=True))
    if not pair.before:
        click.echo("  " + _("new: {name} has it alone").format(name=after))
    elif not pair.after:
        click.echo("  " + _("gone: {name} has it alone").format(name=before))
    elif not pair.changes:
        click.echo("  " + _("the same in both"))
    for change in pair.changes:
        click.echo(f"  {_named(change)}\n    {''.join(_marked(change.pieces()))}")


def _named(change: Difference) -> str:
    from oimpress.model.naming import block_name

    return block_name(change.place, user_language()) or change.place


def _marked(pieces: Sequence[WordStretch]) -> Iterator[str]:
    """The words with marks around what changes, and only the nearest of those that stay."""
    for number, piece in enumerate(pieces):
        text = visible(piece.text)
        if piece.kind == "same":
            yield _near(text, first=number == 0, last=number == len(pieces) - 1)
        else:
            opening, closing, colour = MARKS[piece.kind]
            yield click.style(f"{opening}{text}{closing}", fg=colour)


def _near(text: str, *, first: bool, last: bool) -> str:
    """``text`` without what is far from a change: its beginning before the first one, its middle, or its end."""
    if first and len(text) > CONTEXT:
        return "…" + text[-CONTEXT:]
    if last and len(text) > CONTEXT:
        return text[:CONTEXT] + "…"
    return text if len(text) <= 2 * CONTEXT else f"{text[:CONTEXT]}…{text[-CONTEXT:]}"
