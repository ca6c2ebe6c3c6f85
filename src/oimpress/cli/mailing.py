"""A list at its desk: what ``oimpress digest …`` works with for each list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from oimpress.cli.common import settings
from oimpress.cli.words import _
from oimpress.errors import OimpressError, UsageError
from oimpress.publish.report import PARTLY

if TYPE_CHECKING:
    from oimpress.digest import Ledger, MailingList
    from oimpress.settings import Config
    from oimpress.settings.lists import ListTable

LEDGER = "ledger.sqlite3"


class Desk:
    """One list with its ledger, its sources and its clock."""

    def __init__(self, config: Config, wanted: MailingList, now: str | None) -> None:
        from oimpress.digest import Archive, Workplace

        self.wanted = wanted
        self.folder = config.folder / wanted.folder
        styles = config.folder / config.styles if config.styles else None
        self.place = Workplace(config.folder, _moment(now, wanted), styles)
        made = (self.folder, config.folder / config.output)
        names = wanted.sources or config.sources
        self.candidates = Archive(config.folder, names, say, config.profile, config.house, made)

    def ledger(self) -> Ledger:
        """The ledger, to work with."""
        from oimpress.digest import open_ledger

        return open_ledger(self.folder / LEDGER)

    def look(self) -> Ledger:
        """What the ledger holds; nothing is made or changed."""
        from oimpress.digest import look_at_ledger

        return look_at_ledger(self.folder / LEDGER)

    def local(self, moment: datetime) -> str:
        """``moment`` as the clocks of the list show it."""
        return moment.astimezone(self.wanted.calendar.zone).strftime("%Y-%m-%d %H:%M %Z")

    @property
    def exit_code(self) -> int:
        """That of a call which left a source for the next run, 0 when none was."""
        return PARTLY if self.candidates.left else 0


def say(error: OimpressError) -> None:
    """Tell what is wrong on standard error."""
    click.echo(error.text(_), err=True)


def desks(names: Iterable[str], now: str | None) -> Iterator[Desk]:
    """The lists named, or all that are configured. Raises UsageError when there is no such list."""
    from oimpress.digest import mailing_list

    config = settings()
    if not config.lists:
        path = config.folder / "oimpress.toml"
        raise UsageError("{path}: no mailing list; describe one under [lists.NAME]", path=path)
    for name in names:
        if name not in config.lists:
            known = ", ".join(config.lists)
            raise UsageError("{name}: no such mailing list; oimpress.toml has {known}", name=name, known=known)
    found = [mailing_list(name, _like(config, config.lists[name])) for name in names or config.lists]
    return (Desk(config, wanted, now) for wanted in found)


def _like(config: Config, said: ListTable) -> ListTable:
    """The list in the language and the style of the configuration where it has none of its own."""
    return replace(said, language=said.language or config.lang, style=said.style or config.style)


def _moment(now: str | None, wanted: MailingList) -> datetime:
    """The moment given, in the list's zone unless it names one; else the clock's."""
    if now is None:
        return datetime.now(UTC)
    try:
        given = datetime.fromisoformat(now)
    except ValueError:
        raise UsageError("--now {now}: no moment; write it like 2026-11-23T08:00", now=now) from None
    return given if given.tzinfo else given.replace(tzinfo=wanted.calendar.zone)
