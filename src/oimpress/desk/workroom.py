"""The folder that a desk works in: its settings and its sources, and nothing outside of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from oimpress.errors import ReadError, UsageError
from oimpress.pipeline import Normalised, normalise_all
from oimpress.publish import keys
from oimpress.publish.cache import CACHE, Cache
from oimpress.publish.report import ReadRelease, readings
from oimpress.settings import SETTINGS, Config, read_config
from oimpress.sources import Folders, endings, files_at, is_source, load
from oimpress.style import Style, load_style
from oimpress.visible import visible

OWN = ".oimpress-desk"  # the history of the sidecars, and the lock of the folder
EVERYTHING = "."  # the sources of a folder without settings
REMEMBERED = 8  # sources whose reading a desk has at hand


@dataclass
class Workroom:
    """``root`` is the folder; ``who`` works there; ``read_only`` changes nothing."""

    root: Path
    who: str = ""
    read_only: bool = False
    _settings: tuple[bytes, Config] | None = field(default=None, init=False)
    _read: dict[tuple[Path, str], tuple[Normalised, ...]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()

    @property
    def config(self) -> Config:
        """The settings in force, read anew when the file has changed. Raises UsageError."""
        text = self.settings_text
        if self._settings is None or self._settings[0] != text:
            path = self.root / SETTINGS
            found = read_config(path) if text else Config(sources=(EVERYTHING,), folder=self.root)
            self._settings = text, found
        return self._settings[1]

    @property
    def settings_text(self) -> bytes:
        """The bytes of ``oimpress.toml``; empty where there is none."""
        try:
            return (self.root / SETTINGS).read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise UsageError(
                "{path}: cannot be read ({reason}); check the file and its rights", path=SETTINGS, reason=error.strerror
            ) from None

    @property
    def output(self) -> Path:
        """Where publications go."""
        return self.root / self.config.output

    @property
    def styles(self) -> Path | None:
        """The folder of the house's own styles."""
        return self.root / self.config.styles if self.config.styles else None

    @property
    def cache(self) -> Cache | None:
        """What runs in this folder keep, for the desk too; none where there is none, or nothing may be written."""
        place = self.root / CACHE
        return Cache(place) if place.is_dir() and not self.read_only else None

    def style(self, name: str = "") -> Style:
        """The style of this name, else that of the settings. Raises UsageError."""
        return load_style(name or self.config.style, self.styles)

    def sources(self) -> list[Path]:
        """The sources that the settings name and that lie in the folder, each once; none where there is none yet."""
        found: dict[Path, None] = {}
        folders = Folders()
        for name in self.config.sources:
            place = self.root / name
            try:
                here = files_at(place, self.output)
            except UsageError:
                continue
            found |= {real: None for path in here if self._is_inside(real := Path(folders.real(path)))}
        return list(found)

    def key(self, path: Path) -> str:
        """What addresses and the index call a source: its path in the folder, in ASCII."""
        return quote(os.fsencode(path.relative_to(self.root).as_posix()))

    def path(self, key: str) -> Path:
        """The source that ``key`` names. Raises ReadError for what is none, or lies outside."""
        try:
            place = Path(os.fsdecode(unquote_to_bytes(key)))
            path = (self.root / place).resolve()
            fits = self._is_inside(path) and is_source(path.relative_to(self.root), endings()) and path.is_file()
        except (OSError, ValueError):
            fits = False
        if not fits:
            raise ReadError("{path}: no source of this folder", path=key)
        return path

    def publication(self, key: str) -> Path:
        """The publication that ``key`` names. Raises ReadError for what is none, or lies elsewhere."""
        try:
            path = (self.root / os.fsdecode(unquote_to_bytes(key))).resolve()
            fits = self._is_inside(path) and path.is_relative_to(self.output.resolve()) and path.is_file()
        except (OSError, ValueError):
            fits = False
        if not fits:
            raise ReadError("{path}: no such page", path=key)
        return path

    def place(self, path: Path) -> str:
        """The path in the folder, as it can be shown."""
        return visible(str(path.relative_to(self.root)))

    def read(self, path: Path) -> list[ReadRelease]:
        """The releases in the source at ``path``, with how its lines were read. Raises what normalising raises.

        What a desk shows again and again is not read again. The cache cannot give it: it keeps no readings of lines.
        """
        source, profile, house = load(path), self.config.profile, self.config.house
        name = keys.of_source(source, keys.of_reading(profile, house))
        found = self._read.get((path, name)) or normalise_all(source, profile, house)
        if name:
            self._read[path, name] = found
            for oldest in list(self._read)[:-REMEMBERED]:
                self._read.pop(oldest, None)
        return list(readings(self.place(path), ((each.source, each) for each in found)))

    def _is_inside(self, path: Path) -> bool:
        return path.is_relative_to(self.root)
