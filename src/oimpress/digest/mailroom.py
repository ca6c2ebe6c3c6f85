"""A list where it works: with its ledger, its sources and its clock, as the settings of a folder have it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from oimpress.digest.archive import Archive, Normalise, Tell
from oimpress.digest.ledger import Ledger
from oimpress.digest.lists import MailingList, mailing_list
from oimpress.digest.opening import look_at_ledger, open_ledger
from oimpress.digest.workplace import Workplace
from oimpress.errors import UsageError
from oimpress.pipeline import normalise_all
from oimpress.settings import SETTINGS, Config

LEDGER = "ledger.sqlite3"


class MailRoom:
    """One list with its ledger, its sources and its clock; ``tell`` hears of sources that cannot be taken."""

    def __init__(
        self, config: Config, wanted: MailingList, now: datetime, tell: Tell, normalise: Normalise = normalise_all
    ) -> None:
        self.wanted = wanted
        self.folder = config.folder / wanted.folder
        styles = config.folder / config.styles if config.styles else None
        self.place = Workplace(config.folder, now, styles)
        made = (self.folder, config.folder / config.output)
        names = wanted.sources or config.sources
        self.candidates = Archive(config.folder, names, tell, config.profile, config.house, made, normalise)

    def ledger(self) -> Ledger:
        """The ledger, to work with."""
        return open_ledger(self.folder / LEDGER)

    def look(self) -> Ledger:
        """What the ledger holds; nothing is made or changed."""
        return look_at_ledger(self.folder / LEDGER)

    @property
    def told(self) -> Path:
        """Where a timer notes what it has told of the list."""
        return self.folder / f"{self.wanted.name}.told"

    def local(self, moment: datetime) -> str:
        """``moment`` as the clocks of the list show it."""
        return moment.astimezone(self.wanted.calendar.zone).strftime("%Y-%m-%d %H:%M %Z")


def lists_of(config: Config, names: Iterable[str] = ()) -> list[MailingList]:
    """The lists named, or all that are configured. Raises UsageError when there is no such list."""
    if not config.lists:
        path = config.folder / SETTINGS
        raise UsageError("{path}: no mailing list; describe one under [lists.NAME]", path=path)
    for name in names:
        if name not in config.lists:
            known = ", ".join(config.lists)
            raise UsageError("{name}: no such mailing list; oimpress.toml has {known}", name=name, known=known)
    return [_found(config, name) for name in names or config.lists]


def _found(config: Config, name: str) -> MailingList:
    """The list of the office, in the language and the style of the configuration where it has none of its own."""
    said = config.lists[name]
    told = replace(said, language=said.language or config.lang, style=said.style or config.style)
    return replace(mailing_list(name, told), office=config.office.name)
