"""A list at its desk: what ``oimpress digest …`` works with for each list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oimpress.cli.common import settings
from oimpress.cli.words import _
from oimpress.cli.working import cache_place
from oimpress.errors import OimpressError, UsageError
from oimpress.publish.report import PARTLY

if TYPE_CHECKING:
    from oimpress.digest import MailingList
    from oimpress.digest.archive import Tell
    from oimpress.digest.mailroom import MailRoom


def say(error: OimpressError) -> None:
    """Tell what is wrong on standard error."""
    click.echo(error.text(_), err=True)


def left_code(room: MailRoom) -> int:
    """The exit code of a call which left a source for the next run, 0 when none was."""
    return PARTLY if room.candidates.left else 0


def mail_rooms(names: Iterable[str], now: str | None, tell: Tell = say) -> Iterator[MailRoom]:
    """The lists named, or all that are configured; ``tell`` hears of sources that cannot be taken.

    Raises UsageError when there is no such list.
    """
    from oimpress.digest.mailroom import MailRoom, lists_of
    from oimpress.publish.in_buckets import cache_at
    from oimpress.publish.reading import releases_in

    config = settings()
    found = lists_of(config, tuple(names))
    kept = cache_place(None, config)
    normalise = partial(releases_in, cache=cache_at(kept) if isinstance(kept, Path) and kept.is_dir() else None)
    return (MailRoom(config, wanted, _moment(now, wanted), tell, normalise) for wanted in found)


def _moment(now: str | None, wanted: MailingList) -> datetime:
    """The moment given, in the list's zone unless it names one; else the clock's."""
    if now is None:
        return datetime.now(UTC)
    try:
        given = datetime.fromisoformat(now)
    except ValueError:
        raise UsageError("--now {now}: no moment; write it like 2026-11-23T08:00", now=now) from None
    return given if given.tzinfo else given.replace(tzinfo=wanted.calendar.zone)
