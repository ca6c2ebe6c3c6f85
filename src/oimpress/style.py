"""A style: the folder of files in which a designer decides the looks of every publication.

``styles/<name>/style.toml`` holds the settings; style sheets, page shells and fonts lie beside it. A style may be
``based-on`` another one: a file it lacks is taken from there.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, cast, get_args

from oimpress.errors import UsageError
from oimpress.settings.printing import PageSize

NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
COLOUR = re.compile(r"#[0-9a-f]{6}\Z")
WEIGHTS = ("regular", "italic", "bold", "bold-italic")
GENERIC = ("serif", "sans-serif", "monospace", "system-ui")


@dataclass(frozen=True, slots=True)
class Font:
    """A family of fonts: its files by weight (``regular``, ``italic``, …) and the families that stand in for it."""

    family: str
    files: Mapping[str, str] = field(default_factory=dict)
    fallback: tuple[str, ...] = ()

    @property
    def stack(self) -> str:
        """The family and its stand-ins as a value of CSS ``font-family``."""
        return ", ".join(name if name in GENERIC else f'"{name}"' for name in (self.family, *self.fallback))


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``style.toml`` says. Colours are ``#rrggbb``; their names and those of the fonts are the style's own."""

    title: str = ""
    organisation: str = ""
    based_on: str = ""
    page: PageSize = "a4"
    print_shop: bool = False  # bleed and crop marks
    hyphenate: bool = False
    justify: bool = False
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)  # the same colours on a dark screen
    fonts: Mapping[str, Font] = field(default_factory=dict)


@dataclass(frozen=True)
class Style:
    """One loaded style. Files are named relative to its folder, with ``/``."""

    name: str
    path: Path
    settings: Settings
    base: Style | None = None

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

    def tokens(self) -> dict[str, str]:
        """The custom properties of CSS that the settings define: colours, and font stacks by role."""
        return {**self.settings.colours, **{role: font.stack for role, font in self.fonts.items()}}

    def plain_css(self, file: str) -> str:
        """The style sheet ``file`` with its ``var(--token)`` filled in, for readers that know no custom properties."""
        tokens = self.tokens()
        return re.sub(r"var\(--([a-z0-9-]+)\)", lambda found: tokens.get(found[1], found[0]), self.text(file))

    def with_settings(self, **changes: Any) -> Style:
        """The same style with some settings replaced: ``style.with_settings(page="letter", print_shop=True)``."""
        known = {each.name for each in fields(Settings)}
        if unknown := sorted(set(changes) - known):
            raise _unknown(self.name, unknown[0], known)
        return replace(self, settings=_checked(replace(self.settings, **changes), self.name))

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


def load_style(name: str = "oim", folder: Path | None = None) -> Style:
    """The style called ``name``, looked for in ``folder``, in the package, then in the checkout.

    Raises UsageError when no style has that name or its ``style.toml`` cannot be understood.
    """
    return _load(name, folder, ())


def _load(name: str, folder: Path | None, above: tuple[str, ...]) -> Style:
    if name in above:
        raise UsageError(
            "{name}: the style is based on itself through {chain}; change one based-on",
            name=name,
            chain=" > ".join(above),
        )
    for place in _folders(folder):
        path = place / name
        if NAME.match(name) and (path / "style.toml").is_file():
            settings = _settings(path / "style.toml")
            base = _load(settings.based_on, folder, (*above, name)) if settings.based_on else None
            return Style(name, path, _inherited(settings, base), base)
    raise UsageError("{name}: no such style; choose among {known}", name=name, known=", ".join(styles(folder)))


def styles(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all styles that can be loaded."""
    found = {path.parent.name for place in _folders(folder) for path in place.glob("*/style.toml")}
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


def _folders(given: Path | None) -> Iterator[Path]:
    if given is not None:
        if not given.is_dir():
            raise UsageError("{path}: no such folder; --styles names a folder that holds styles", path=given)
        yield given
    yield Path(__file__).parent / "styles"
    yield Path(__file__).parents[2] / "styles"


def _inherited(settings: Settings, base: Style | None) -> Settings:
    """The settings with the colours and fonts of the base where the style has none of that name."""
    if base is None:
        return settings
    over = base.settings
    return replace(
        settings,
        organisation=settings.organisation or over.organisation,
        colours={**over.colours, **settings.colours},
        dark={**over.dark, **settings.dark},
        fonts={**over.fonts, **settings.fonts},
    )


def _settings(file: Path) -> Settings:
    try:
        read = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            "{path}: not TOML ({reason}); mend it, or copy the file of another style", path=file, reason=error
        ) from error
    values = {key.replace("-", "_"): value for key, value in read.items()}
    known = {each.name for each in fields(Settings)}
    if unknown := sorted(set(values) - known):
        raise _unknown(str(file), unknown[0], known)
    fonts = values.get("fonts", {})
    if not isinstance(fonts, dict):
        raise UsageError("{path}: fonts is not a table; write [fonts.serif]", path=file)
    values["fonts"] = {role: _font(f"{file}: fonts.{role}", font) for role, font in fonts.items()}
    return _checked(Settings(**values), str(file))


def _font(place: str, table: object) -> Font:
    if not isinstance(table, dict) or not isinstance(table.get("family"), str):
        raise UsageError('{path}: no family of fonts; write family = "Source Serif 4"', path=place)
    known = {"family", "fallback", *WEIGHTS}
    if unknown := sorted(set(table) - known):
        raise _unknown(place, unknown[0], known)
    fallback = table.get("fallback", [])
    if not isinstance(fallback, list) or not all(isinstance(name, str) for name in fallback):
        raise UsageError('{path}: fallback is not a list of families; write fallback = ["serif"]', path=place)
    return Font(table["family"], {weight: str(table[weight]) for weight in WEIGHTS if weight in table}, tuple(fallback))


def _unknown(place: str, key: str, known: set[str]) -> UsageError:
    names = ", ".join(sorted(name.replace("_", "-") for name in known))
    return UsageError(
        "{path}: unknown key {key}; the keys are {known}", path=place, key=key.replace("_", "-"), known=names
    )


def _checked(settings: Settings, place: str) -> Settings:
    """The settings, each of the type it must have, the page size in small letters."""
    for name in ("title", "organisation", "based_on"):
        _expect(isinstance(getattr(settings, name), str), place, name, "give a text")
    for name in ("print_shop", "hyphenate", "justify"):
        _expect(isinstance(getattr(settings, name), bool), place, name, "give true or false")
    page = str(settings.page).lower()
    _expect(page in get_args(PageSize), place, "page", "give A4 or Letter")
    for name in ("colours", "dark"):
        table = getattr(settings, name)
        _expect(isinstance(table, Mapping), place, name, "give a table")
        for key, value in table.items():
            _expect(
                isinstance(value, str) and COLOUR.match(value), place, f"{name}.{key}", "give a colour like #1a2b3c"
            )
    return replace(settings, page=cast(PageSize, page))


def _expect(holds: object, place: str, name: str, wanted: str) -> None:
    if not holds:
        raise UsageError(
            "{path}: wrong value of {key}; {reason}", path=place, key=name.replace("_", "-"), reason=wanted
        )
