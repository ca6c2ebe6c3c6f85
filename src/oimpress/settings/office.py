"""``oimpress.toml``: what a press office sets once instead of saying it with every command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from oimpress.model.house import House
from oimpress.settings.kinds import Country, Date, Flag, Language, Line, Lines
from oimpress.settings.printing import PageSetting, Printing, printing
from oimpress.settings.tables import Keys, changes, checked, in_file, table
from oimpress.settings.toml import read_table

NAME = "oimpress.toml"


@table
class EditionTable:
    """What publications are called; an empty date means that they have none."""

    title: Line = ""
    date: Date = ""


@table
class OfficeTable:
    """The office itself. ``country`` is an ISO 3166-1 code."""

    country: Country = ""
    name: Line = ""


@table
class LexiconTable:
    """Words of the office's own, as they are written in its releases."""

    organisations: Lines = ()
    kickers: Lines = ()
    furniture: Lines = ()
    agencies: Lines = ()
    roles: Lines = ()


@table
class Settings:
    """All that ``oimpress.toml`` can say. Its paths are relative to its folder.

    ``page``, ``print_shop``, ``hyphenate`` and ``justify`` are those of the style where they are None. ``lists``
    are the raw tables ``[lists.NAME]`` of mailing lists.
    """

    sources: Lines = ("seeds",)
    output: Line = "build"
    formats: Lines = ("pdf",)
    style: Line = "oim"
    styles: Line = ""  # a folder of the office's own styles
    page: PageSetting | None = None
    print_shop: Flag | None = None
    hyphenate: Flag | None = None
    justify: Flag | None = None
    each: Flag = False
    lang: Language = "fr"
    profile: Line = "oim-fr"
    edition: EditionTable = EditionTable()
    office: OfficeTable = OfficeTable()
    lexicon: LexiconTable = LexiconTable()
    lists: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Config(Settings):
    """The settings in force, and the ``folder`` that their paths start from."""

    folder: Path = Path()

    @property
    def printing(self) -> Printing:
        """What is set here of the style's settings."""
        return printing(self)

    @property
    def house(self) -> House:
        """The office and its words, as readers and passes know them."""
        words = {each.name: getattr(self.lexicon, each.name) for each in fields(self.lexicon)}
        return House(self.office.country, self.office.name, **words)

    def with_options(self, **given: object) -> Config:
        """These settings under what the command line gave, nothing for what is empty. Raises UsageError."""
        said = {name: value for name, value in given.items() if value}
        called = {name: said.pop(name) for name in ("title", "date") if name in said}
        edition = replace(self.edition, **changes(EditionTable, called, _option))
        return replace(self, edition=edition, **changes(Settings, said, _option))


def find_config(start: Path) -> Config:
    """The nearest ``oimpress.toml`` from ``start`` upwards; the defaults where there is none."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return read_config(folder / NAME)
    return Config(folder=start)


def read_config(path: Path) -> Config:
    """The settings in ``path``. Raises UsageError with the place for an unknown key or a value of the wrong kind."""
    said = checked(Settings, read_table(path), in_file(path))
    return Config(**{each.name: getattr(said, each.name) for each in fields(said)}, folder=path.parent)


def _option(keys: Keys) -> str:
    return f"--{keys[-1]}"
