"""``oimpress explain``"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oimpress.cli import completion
from oimpress.cli.common import json_option, never_a_source, only_source, profile_option, settings
from oimpress.cli.words import _
from oimpress.errors import UsageError
from oimpress.i18n import user_language
from oimpress.visible import visible

if TYPE_CHECKING:
    from oimpress.model.draft import LineReading
    from oimpress.model.trail import Trail
    from oimpress.pipeline import Normalised
    from oimpress.publish.explain import LineFate
    from oimpress.publish.report import ReadRelease


@click.command(
    help=_("Say what became of each line of SOURCE, and why: on the terminal, in JSON, or as a web page with --html.")
)
@click.argument("source", metavar="SOURCE", shell_complete=completion.files)
@click.option(
    "--html",
    metavar=_("FILE"),
    shell_complete=completion.files,
    help=_("Write a page, before and after side by side; - for standard output."),
)
@click.option("--why", type=click.IntRange(min=1), metavar=_("LINE"), help=_("Show what spoke for a line's reading."))
@click.option("--pin", is_flag=True, help=_("Print today's whole reading as a sidecar, ready to be edited."))
@profile_option
@json_option
def explain(source: str, html: str | None, why: int | None, pin: bool, profile: str | None, as_json: bool) -> None:
    from oimpress.pipeline import normalise_all
    from oimpress.publish.report import readings

    config = settings(profile=profile)
    found = only_source(source)
    place = visible(source)
    done = normalise_all(found, config.profile, config.house)
    if why:
        _show_readings([one for each in done for one in each.readings], place, why)
    if pin:
        _show_pins(done, place)
    if why or pin:
        return
    told = [(reading, _trail(reading)) for reading in readings(place, ((one.source, one) for one in done))]
    if html:
        _store_pages(told, html)
    if as_json:
        documents = [_document(reading, trail) for reading, trail in told]
        click.echo(json.dumps(documents if len(documents) > 1 else documents[0], ensure_ascii=False, indent=1))
    elif not html:
        _show(told)


def _show_readings(told: Sequence[LineReading], source: str, why: int) -> None:
    from oimpress.cli.why import reading_of, table

    click.echo("\n".join(line for one in reading_of(why, told, source) for line in table(one)))


def _show_pins(done: Sequence[Normalised], source: str) -> None:
    from oimpress.publish.pinning import as_sidecar

    if len(done) > 1:
        raise UsageError(
            "{source}: it holds {count} releases, and a sidecar says what the lines of one are",
            source=source,
            count=len(done),
        )
    click.echo(as_sidecar(done[0]))


def _trail(reading: ReadRelease) -> Trail:
    if reading.done.trail is None:
        raise UsageError(
            "{source}: canonical XML is taken as it is; explain the source it was made from", source=reading.place
        )
    return reading.done.trail


def _show(told: Sequence[tuple[ReadRelease, Trail]]) -> None:
    from oimpress.cli.explaining import show
    from oimpress.publish.explain import explained

    for reading, trail in told:
        if not reading.first:
            click.echo()
        show(reading, explained(reading.done.value, trail))


def _store_pages(told: Sequence[tuple[ReadRelease, Trail]], html: str) -> None:
    """A page for each release; that of the second of several in ``x.html`` is ``x-2.html``."""
    from oimpress.publish.explain_page import page
    from oimpress.publish.outputs import store_page

    if html == "-" and len(told) > 1:
        raise UsageError(
            "{source}: {count} releases make a page each; name a file with --html",
            source=told[0][0].path,
            count=len(told),
        )
    for reading, trail in told:
        data = page(reading, trail, user_language())
        if html == "-":
            sys.stdout.buffer.write(data)
            return
        path = Path(html)
        path = path.with_name(f"{path.stem}-{reading.part}{path.suffix}") if reading.part else path
        never_a_source(path, [Path(reading.path)])
        store_page(path, data)
        click.echo(visible(str(path)))


def _document(reading: ReadRelease, trail: Trail) -> dict[str, Any]:
    from oimpress.cli.account import notice_row
    from oimpress.notices import rule_text
    from oimpress.publish.explain import line_fates
    from oimpress.publish.places import placed_notices

    lang = user_language()
    return {
        "source": reading.place,
        "release": reading.done.value.id,
        "lines": [_row(line) for line in line_fates(reading.done.value, trail)],
        "rules": {code: {"count": count, "text": rule_text(code, lang)} for code, count in sorted(trail.rules.items())},
        "notices": [notice_row(place) for place in placed_notices(reading)],
    }


def _row(line: LineFate) -> dict[str, Any]:
    from oimpress.model.trail_json import NAMES

    steps = [{"kind": NAMES[type(part.step)], "text": part.text, **part.step._asdict()} for part in line.parts]
    return {"line": line.number, "text": line.text, "fate": line.fate, "places": line.places, "steps": steps}
