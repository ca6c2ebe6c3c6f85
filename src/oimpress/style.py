"""A style: the folder of files in which a designer decides the looks of every publication.

``styles/<name>/style.toml`` holds the settings; style sheets, page shells and fonts lie beside it. A style may be
``based-on`` another one: a file it lacks is taken from there.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from oimpress.contrast import Unreadable, unreadable
from oimpress.errors import UsageError
from oimpress.i18n import phrases
from oimpress.notices import Notice, notice
from oimpress.plugins import EntryGroup, added, entries
from oimpress.settings.kinds import near
from oimpress.settings.mistakes import unknown_key
from oimpress.settings.style import COLOURS, ROLES, Font, StyleTable
from oimpress.settings.tables import changes as changed
from oimpress.settings.tables import checked, in_file
from oimpress.settings.toml import read_table

FILE = "style.toml"
NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
SHEETS = (".css", ".j2")


@dataclass(frozen=True)
class Style:
    """One loaded style. Files are named relative to its folder, with ``/``."""

    name: str
    path: Path
    settings: StyleTable
    base: Style | None = None

    def __getstate__(self) -> dict[str, object]:
        """What another process gets: the fingerprint too, for which every file has to be read."""
        return self.__dict__ | {"fingerprint": self.fingerprint}

    def find(self, file: str) -> Path | None:
        """Where ``file`` lies, in this style or in the one it is based on; None when it lies in neither."""
        if PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts:
            return None
        here = self.path / file
        if here.is_file():
            return here
        return self.base.find(file) if self.base else None

    def data(self, file: str) -> bytes:
        """The bytes of ``file``. Raises UsageError when the style has no such file."""
        path = self.find(file)
        if path is None:
            raise UsageError(
                "{path}: the style {name} has no {file}; copy that of another style there",
                path=self.path,
                name=self.name,
                file=file,
            )
        return path.read_bytes()

    def text(self, file: str) -> str:
        """The text of ``file`` (UTF-8). Raises UsageError when it is not there or not UTF-8."""
        try:
            return self.data(file).decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            raise UsageError(
                "{path}: byte {at} is not UTF-8; save the file as UTF-8", path=self.find(file), at=error.start
            ) from error

    @property
    def fonts(self) -> Mapping[str, Font]:
        """The font families by their role (``serif``, ``sans``, …)."""
        return self.settings.fonts

    def phrases(self, lang: str) -> Callable[[str], str]:
        """A function from an English phrase of publications to the house's words for it, else to ours, in ``lang``."""
        own = self.settings.labels.get(lang.partition("-")[0].lower())
        words, say = own.by_phrase if own else {}, phrases(lang)
        return lambda phrase: words.get(phrase) or say(phrase)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """W010 for each colour of text that cannot be read on its ground, with the nearest one that can."""
        schemes = (("colours", self.settings.colours), ("dark", self.settings.dark))
        return tuple(
            notice("W010", self.name, _said_of(section, colours, each))
            for section, colours in schemes
            for each in unreadable(colours)
        )

    def tokens(self) -> dict[str, str]:
        """The custom properties of CSS that the settings define: colours, and font stacks by role."""
        return {**self.settings.colours, **{role: font.stack for role, font in self.fonts.items()}}

    def plain_css(self, file: str) -> str:
        """The style sheet ``file`` with its ``var(--token)`` filled in, for readers that know no custom properties."""
        tokens = self.tokens()
        return re.sub(r"var\(--([a-z0-9-]+)\)", lambda found: tokens.get(found[1], found[0]), self.text(file))

    def with_settings(self, **changes: Any) -> Style:
        """The same style with some settings replaced: ``style.with_settings(page="letter", print_shop=True)``."""
        return replace(self, settings=replace(self.settings, **changed(StyleTable, changes, in_file(self.name))))

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The names of all files, those of the base included, in a stable order."""
        own = {path.relative_to(self.path).as_posix() for path in self.path.rglob("*") if path.is_file()}
        return tuple(sorted(own | set(self.base.files if self.base else ())))

    @cached_property
    def fingerprint(self) -> str:
        """A SHA-256 that changes whenever a file or a setting does, wherever the style lies."""
        digest = hashlib.sha256(repr(self.settings).encode())
        for file in self.files:
            digest.update(b"\0" + file.encode() + b"\0" + hashlib.sha256(self.data(file)).digest())
        return digest.hexdigest()


def _said_of(section: str, colours: Mapping[str, str], found: Unreadable) -> str:
    text, ground = f"{found.text} {colours[found.text]}", f"{found.ground} {colours[found.ground]}"
    return f"[{section}] {text} / {ground}: {found.contrast:.1f} : 1 → {found.better}"


def load_style(name: str = "oim", folder: Path | None = None) -> Style:
    """The style called ``name``, looked for in ``folder``, here, then in other packages.

    Raises UsageError when no style has that name or its ``style.toml`` cannot be understood, MissingDependency for one
    of another package that cannot be loaded.
    """
    return _load(name, folder, ())


def _load(name: str, folder: Path | None, above: tuple[str, ...]) -> Style:
    if name in above:
        raise UsageError(
            "{name}: the style is based on itself through {chain}; change one based-on",
            name=name,
            chain=" > ".join(above),
        )
    for path in _places(name, folder):
        if NAME.match(name) and (path / FILE).is_file():
            settings = checked(StyleTable, read_table(path / FILE), in_file(path / FILE))
            base = _load(settings.based_on, folder, (*above, name)) if settings.based_on else None
            return _with_uses(Style(name, path, _inherited(settings, base), base))
    if PurePath(name).name != name:
        raise UsageError(
            "{name}: this is a path; name the folder that holds your styles with --styles, and the style with --style",
            name=name,
        )
    raise UsageError("{name}: no such style; choose among {known}", name=name, known=", ".join(styles(folder)))


def styles(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all styles that can be loaded."""
    found = {path.parent.name for place in _folders(folder) for path in place.glob(f"*/{FILE}")}
    found |= {entry.name for entry in entries(EntryGroup.STYLES)}
    return tuple(sorted(name for name in found if NAME.match(name)))


def new_style(name: str, folder: Path, like: str = "oim", within: Path | None = None) -> Path:
    """Copy the style ``like`` to ``folder/name`` for a designer to change, and return that folder.

    Raises UsageError when the name is no plain word or the folder exists.
    """
    if not NAME.match(name):
        raise UsageError("{name}: not a name for a style; use small letters, digits and hyphens", name=name)
    target = folder / name
    if target.exists():
        raise UsageError("{path}: is there already; choose another name", path=target)
    shutil.copytree(load_style(like, within).path, target)
    return target


def _places(name: str, given: Path | None) -> Iterator[Path]:
    """The folders that may hold the style called ``name``; those of other packages come last."""
    yield from (place / name for place in _folders(given))
    yield from (added(entry, Path, "a Path") for entry in entries(EntryGroup.STYLES) if entry.name == name)


def _folders(given: Path | None) -> Iterator[Path]:
    if given is not None:
        if not given.is_dir():
            raise UsageError("{path}: no such folder; --styles names a folder that holds styles", path=given)
        yield given
    yield Path(__file__).parent / "styles"
    yield Path(__file__).parents[2] / "styles"


def _inherited(settings: StyleTable, base: Style | None) -> StyleTable:
    """The settings with what the base says of the house, its colours, fonts and labels where the style has none."""
    if base is None:
        return settings
    over = base.settings
    return replace(
        settings,
        organisation=settings.organisation or over.organisation,
        named_as=settings.named_as if settings.organisation else over.named_as,
        logo=settings.logo or over.logo,
        cover=settings.cover or over.cover,
        address=settings.address or over.address,
        legal=settings.legal or over.legal,
        labels={**over.labels, **settings.labels},
        colours={**over.colours, **settings.colours},
        dark={**over.dark, **settings.dark},
        fonts={**over.fonts, **settings.fonts},
    )


def _with_uses(style: Style) -> Style:
    """The style. Raises UsageError for a colour or font of its own that nothing uses: a slip of the pen.

    Fonts with files are used without being named: in PDF, for characters that the text families lack.
    """
    for section, known in (("colours", COLOURS), ("dark", COLOURS), ("fonts", ROLES)):
        for name in sorted(set(getattr(style.settings, section)) - set(known)):
            used = re.compile(rf"--{name}(?![a-z0-9-])")
            spare = section == "fonts" and style.fonts[name].files and not near(name, known)
            if not spare and not any(used.search(style.text(file)) for file in style.files if file.endswith(SHEETS)):
                raise _unused(f"{style.path / FILE}: [{section}] {name}", name, known)
    return style


def _unused(place: str, name: str, known: Sequence[str]) -> UsageError:
    if near(name, known):
        return unknown_key(place, name, known)
    return UsageError("{place}: no sheet of the style uses it; write var(--{name}) in one", place=place, name=name)
