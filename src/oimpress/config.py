"""``oimpress.toml``: what a press office sets once instead of saying it with every command."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast, get_args

from oimpress.errors import UsageError
from oimpress.sources import SETTINGS, is_date, read_table
from oimpress.style import PageSize, Printing

NAME = SETTINGS
LISTS = ("sources", "formats")
FLAGS = ("print_shop", "hyphenate", "justify", "each")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one folder. Paths are relative to ``folder``, where the file lies.

    ``page``, ``print_shop``, ``hyphenate`` and ``justify`` are those of the style where they are None. ``lists``
    are the raw tables ``[lists.NAME]`` of mailing lists.
    """

    folder: Path = Path()
    sources: tuple[str, ...] = ("seeds",)
    output: str = "build"
    formats: tuple[str, ...] = ("pdf",)
    style: str = "oim"
    styles: str = ""  # a folder of the office's own styles
    page: PageSize | None = None
    print_shop: bool | None = None
    hyphenate: bool | None = None
    justify: bool | None = None
    each: bool = False
    lang: str = "fr"
    profile: str = "oim-fr"
    title: str = ""
    date: str = ""
    lists: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def printing(self) -> Printing:
        """What is set here of the style's settings."""
        given = {name: getattr(self, name) for name in Printing.__annotations__}
        return cast(Printing, {name: value for name, value in given.items() if value is not None})


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
    values = {key.replace("-", "_"): _checked(path, key, value, SETTABLE) for key, value in table.items()}
    values |= {key: _checked(path, key, value, EDITION) for key, value in edition.items()}
    rows = {name: _table(path, f"lists.{name}", row) for name, row in lists.items()}
    return replace(Config(path.parent), lists=rows, **values)


def _table(path: Path, key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError("{path}: {key} must be a table; write [{key}]", path=path, key=key)
    return value


EDITION = ("title", "date")
SETTABLE = tuple(
    item.name.replace("_", "-") for item in fields(Config) if item.name not in ("folder", "lists", *EDITION)
)


def _checked(path: Path, key: str, value: Any, known: tuple[str, ...]) -> Any:
    if key in EDITION and key not in known:
        raise UsageError("{path}: {key} stands outside its table; write it under [edition]", path=path, key=key)
    if key not in known:
        raise UsageError(
            "{path}: unknown key “{key}”; here one may write {known}", path=path, key=key, known=", ".join(known)
        )
    if key in LISTS:
        return _texts(path, key, value)
    if key.replace("-", "_") in FLAGS:
        if not isinstance(value, bool):
            raise UsageError("{path}: {key} must be true or false", path=path, key=key)
        return value
    if key == "date" and isinstance(value, datetime.date):
        value = value.isoformat()[:10]
    if not isinstance(value, str):
        raise UsageError('{path}: {key} must be a text; write {key} = "…"', path=path, key=key)
    if key == "date" and value and not is_date(value):
        raise UsageError("{path}: date {value}: there is no such day; write 2026-11-22", path=path, value=value)
    if key == "page" and value not in get_args(PageSize):
        raise UsageError("{path}: page {value}: unknown size; write a4 or letter", path=path, value=value)
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
# each = true               # {each}
# page = "letter"           # {page}
# print-shop = true         # {print_shop}
# hyphenate = true          # {hyphenate}
# justify = true            # {justify}

[edition]
title = ""                  # {edition}
# date = 2026-11-22         # {date}

# [lists.presse]            # {list}
# title = "Communiqués"     # {list_title}
# since = 2026-11-01        # {since}
# period = "weekly"         # {period}
# from = "Presse <presse@oim.example>"
# to = ["liste@oim.example"]

# [lists.presse.transport]
# kind = "eml"              # {transport}
"""
