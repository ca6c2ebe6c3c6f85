"""The wordings of ``words.toml``, made ready to look for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

BLANKS = str.maketrans("\u00a0\u202f\t’ʼ", "   ''")


@cache
def said(name: str) -> re.Pattern[str]:
    """The pattern of the ways of saying ``name``."""
    return re.compile("|".join(f"(?:{way})" for way in _wordings()[name]), re.IGNORECASE)


@cache
def _wordings() -> dict[str, list[str]]:
    text: dict[str, list[str]] = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    return text


def plainly(text: str) -> str:
    """``text`` with plain blanks and apostrophes, of the same length."""
    return text.translate(BLANKS)
