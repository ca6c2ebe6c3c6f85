"""``oimpress.toml``: what a press office sets once instead of saying it with every command."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from oimpress.errors import UsageError
from oimpress.sources import is_date

NAME = "oimpress.toml"
LISTS = ("sources", "formats")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one folder. Paths are relative to ``folder``, where the file lies.

    ``lists`` are the raw tables ``[lists.NAME]`` of mailing lists.
    """

    folder: Path = Path()
    sources: tuple[str, ...] = ("seeds",)
    output: str = "build"
    formats: tuple[str, ...] = ("pdf",)
    style: str = "oim"
    styles: str = ""  # a folder of the office's own styles
    lang: str = "fr"
    profile: str = "oim-fr"
    title: str = ""
    date: str = ""
    lists: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def find_config(start: Path) -> Config:
    """The nearest ``oimpress.toml`` from ``start`` upwards; the defaults where there is none."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return read_config(folder / NAME)
    return Config(start)


def read_config(path: Path) -> Config:
    """The settings in ``path``. Raises UsageError with the place for an unknown key or a value of the wrong kind."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("{path}: not a readable TOML file ({reason}); repair it", path=path, reason=error) from None
    edition = _table(path, table.pop("edition", {}), "edition")
    lists = _table(path, table.pop("lists", {}), "lists")
    values: dict[str, Any] = {}
    for key, value in (*table.items(), *edition.items()):
        inside = "edition" if key in edition else ""
        values[key] = _checked(path, key, value, inside)
    return replace(
        Config(path.parent), lists={name: _table(path, rows, name) for name, rows in lists.items()}, **values
    )


def _table(path: Path, value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError("{path}: “{key}” must be a table; write [{key}]", path=path, key=key)
    return value


def _checked(path: Path, key: str, value: Any, inside: str) -> Any:
    known = (
        {"title", "date"} if inside else {item.name for item in fields(Config)} - {"folder", "lists", "title", "date"}
    )
    if key not in known:
        raise UsageError(
            "{path}: unknown key “{key}”; here one may write {known}",
            path=path,
            key=key,
            known=", ".join(sorted(known)),
        )
    if key == "date":
        value = value.isoformat()[:10] if isinstance(value, datetime.date) else value
        if value and not (isinstance(value, str) and is_date(value)):
            raise UsageError("{path}: “{value}” is no date; write 2026-11-22", path=path, value=value)
    if key in LISTS:
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise UsageError("{path}: “{key}” must be a list of texts", path=path, key=key)
        return tuple(value)
    if not isinstance(value, str):
        raise UsageError("{path}: “{key}” must be a text", path=path, key=key)
    return value


TEMPLATE = """\
# {title}
sources = ["seeds"]         # {sources}
output = "build"            # {output}
formats = ["pdf"]           # {formats}
style = "oim"               # {style}
# styles = "styles"         # {styles}
lang = "fr"                 # {lang}

[edition]
title = ""                  # {edition}
# date = 2026-11-22         # {date}
"""
