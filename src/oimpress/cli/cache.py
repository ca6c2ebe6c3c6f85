"""``oimpress cache``"""

from __future__ import annotations

import click

from oimpress.cli.common import settings
from oimpress.cli.words import _
from oimpress.cli.working import cache_option, cache_place
from oimpress.visible import visible


@click.command(help=_("Say how much the cache keeps (status), or empty it (clear); it may be emptied at any time."))
@click.argument("action", type=click.Choice(("status", "clear")))
@cache_option
def cache(action: str, cache: str | None) -> None:
    from oimpress.publish.in_buckets import cache_at

    folder = cache_place(cache, settings())
    kept = cache_at(folder)
    size = kept.clear() if action == "clear" else kept.size()
    said = (
        _("{path}: {count} entries, {size} MB")
        if action == "status"
        else _("{path}: {count} entries removed, {size} MB")
    )
    click.echo(said.format(path=visible(str(folder)), count=size.entries, size=f"{size.bytes / 1e6:.1f}"))
