"""``oimpress.toml``: what a press office sets once instead of saying it with every command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields, replace
from pathlib import Path

from oimpress.errors import UsageError
from oimpress.i18n import gettext_noop
from oimpress.model.convention import Convention
from oimpress.model.house import PRESS, House
from oimpress.records import record
from oimpress.settings.lists import ListTable
from oimpress.settings.mistakes import Keys
from oimpress.settings.printing import PageSetting, Printing, printing
from oimpress.settings.tables import changes, checked, in_file, key, table
from oimpress.settings.toml import read_table
from oimpress.settings.typography import TypographyTable, convention_of
from oimpress.settings.values import Country, DateValue, Flag, Language, LineValue, NameValue, WordsList

NAME = "oimpress.toml"


@table
class EditionTable:
    """What publications are called."""

    title: LineValue = key(gettext_noop("the title of the publication; empty: Press kit"), default="")
    date: DateValue = key(gettext_noop("its date; without one it is undated"), default="")


@table
class OfficeTable:
    """The office itself. ``country`` is an ISO 3166-1 code."""

    country: Country = key(gettext_noop("the country whose telephone numbers stand without their code"), default="")
    name: LineValue = key(gettext_noop("the name of the office"), default="")


@table
class LexiconTable:
    """Words of the office's own, as they are written in its releases."""

    organisations: WordsList = key(gettext_noop("bodies that issue its releases"), default=())
    kickers: WordsList = key(gettext_noop("labels over its titles"), default=())
    furniture: WordsList = key(gettext_noop("lines of its pages that belong to no release"), default=())
    agencies: WordsList = key(gettext_noop("its press agencies"), default=())
    roles: WordsList = key(gettext_noop("what its contacts do"), default=())


@table
class PublicationTable:
    """One of several publications. What is None is as the rest of the file has it; it has a folder of its own."""

    title: LineValue | None = None
    date: DateValue | None = None
    sources: WordsList | None = None
    output: LineValue | None = None
    formats: WordsList | None = None
    style: LineValue | None = None
    page: PageSetting | None = None
    print_shop: Flag | None = None
    hyphenate: Flag | None = None
    justify: Flag | None = None
    run_on: Flag | None = None
    draft: Flag | None = None
    colophon: Flag | None = None
    each: Flag | None = None
    lang: Language | None = None


@table
class Settings:
    """All that ``oimpress.toml`` can say. Its paths are relative to its folder.

    ``page`` and the flags of PDF behind it are those of the style where they are None.
    """

    sources: WordsList = key(gettext_noop("files and folders to read"), default=("seeds",))
    output: LineValue = key(gettext_noop("the folder for what is made"), default="build")
    formats: WordsList = key(gettext_noop("see: oimpress formats"), default=("pdf",))
    style: LineValue = key(gettext_noop("see: oimpress style"), default="oim")
    styles: LineValue = key(gettext_noop("a folder of your own styles"), default="")
    page: PageSetting | None = key(gettext_noop("the paper of PDF: a4 or letter"), default=None)
    print_shop: Flag | None = key(gettext_noop("PDF with bleed and crop marks"), default=None)
    hyphenate: Flag | None = key(gettext_noop("PDF with words hyphenated at line ends"), default=None)
    justify: Flag | None = key(gettext_noop("PDF with both edges of the text even"), default=None)
    run_on: Flag | None = key(gettext_noop("PDF in which releases share pages"), default=None)
    draft: Flag | None = key(gettext_noop("PDF that says on every page that it is a draft"), default=None)
    colophon: Flag | None = key(gettext_noop("PDF, EPUB and HTML that name their sources and programs"), default=None)
    each: Flag = key(gettext_noop("a file for each release instead of one kit"), default=False)
    lang: Language = key(gettext_noop("the language of publications; without one that of their releases"), default="")
    profile: LineValue = key(gettext_noop("the passes to apply, or a profile of oimpress learn"), default=PRESS)
    edition: EditionTable = EditionTable()
    office: OfficeTable = OfficeTable()
    lexicon: LexiconTable = LexiconTable()
    typography: TypographyTable = TypographyTable()
    publications: Mapping[NameValue, PublicationTable] = field(default_factory=dict)
    lists: Mapping[NameValue, ListTable] = field(default_factory=dict)


@record
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
        region = self.lang if "-" in self.lang else ""
        return House(self.office.country, self.office.name, **words, lang=region, convention=self.convention)

    @property
    def convention(self) -> Convention:
        """The typography of the house. Raises UsageError where its lists contradict each other."""
        return convention_of(self.typography)

    def with_options(self, **given: object) -> Config:
        """These settings under what the command line gave, nothing for what is empty. Raises UsageError."""
        said = {name: value for name, value in given.items() if value}
        called: dict[str, object] = {name: said.pop(name) for name in ("title", "date") if name in said}
        edition = replace(self.edition, **changes(EditionTable, called, _option))
        return replace(self, edition=edition, **changes(Settings, said, _option))

    def publication(self, name: str) -> Config:
        """The settings of the publication called ``name``: its own over the others. Raises UsageError."""
        if name not in self.publications:
            known = ", ".join(self.publications) or "–"
            raise UsageError("{name}: no such publication; choose among {known}", name=name, known=known)
        own = self.publications[name]
        said = {each.name: value for each in fields(own) if (value := getattr(own, each.name)) is not None}
        called = {part: said.pop(part) for part in ("title", "date") if part in said}
        said.setdefault("output", f"{self.output}/{name}")
        return replace(self, edition=replace(self.edition, **called), **said)


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
