"""``oimpress.toml``: what a press office sets once instead of saying it with every command."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from oimpress.errors import UsageError
from oimpress.sources import SETTINGS, is_date, read_table

NAME = SETTINGS
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
    table = read_table(path)
    edition = _table(path, "edition", table.pop("edition", {}))
    lists = _table(path, "lists", table.pop("lists", {}))
    values = {key: _checked(path, key, value, SETTABLE) for key, value in table.items()}
    values |= {key: _checked(path, key, value, EDITION) for key, value in edition.items()}
    rows = {name: _table(path, f"lists.{name}", row) for name, row in lists.items()}
    return replace(Config(path.parent), lists=rows, **values)


def _table(path: Path, key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError("{path}: {key} must be a table; write [{key}]", path=path, key=key)
    return value


EDITION = ("title", "date")
SETTABLE = tuple(item.name for item in fields(Config) if item.name not in ("folder", "lists", *EDITION))


def _checked(path: Path, key: str, value: Any, known: tuple[str, ...]) -> Any:
    if key in EDITION and key not in known:
        raise UsageError("{path}: {key} stands outside its table; write it under [edition]", path=path, key=key)
    if key not in known:
        raise UsageError(
            "{path}: unknown key “{key}”; here one may write {known}", path=path, key=key, known=", ".join(known)
        )
    if key in LISTS:
        return _texts(path, key, value)
    if key == "date" and isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    if not isinstance(value, str):
        raise UsageError('{path}: {key} must be a text; write {key} = "…"', path=path, key=key)
    if key == "date" and value and not is_date(value):
        raise UsageError("{path}: date {value}: there is no such day; write 2026-11-22", path=path, value=value)
    return value


def _texts(path: Path, key: str, value: Any) -> tuple[str, ...]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UsageError('{path}: {key} must be a list of texts; write {key} = ["…"]', path=path, key=key)
    return tuple(texts)


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
